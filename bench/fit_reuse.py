"""Fit the weights of the reuse features, openly: logistic regression, cross-validated by article.

    python bench/fit_reuse.py features PAIRS.jsonl > features.jsonl       # slow: embeds every article once
    python bench/fit_reuse.py fit features.jsonl                          # cross-validated figures
    python bench/fit_reuse.py fit features.jsonl --write twosource/compare/weights.py

PAIRS.jsonl holds {"pair_id", "a", "b", "label", "set", "sure"} a line. Nothing but the named features' weights is learnt, no
words. Each set weighs the same in the fit, and so do the derived and the other pairs. Folds are drawn by the hash of the
articles, so that no article is on both sides. Reported: the share of derived pairs above the score that 1 % of the others reach.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from collections import Counter, defaultdict
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.annotate.quotes import quotations
from twosource.annotate.sentences import sentences
from twosource.annotate.stages import Stage, annotate, checked
from twosource.compare.embed import Embedder
from twosource.compare.verdict import features
from twosource.document import document
from twosource.records import Article, Reading

FOLDS = 5
PENALTY = 60.0
"""Of the squared weights of standardised features; with 1 the mean recall falls from .82 to .65, with 500 to .77."""
STEPS = 60
OTHERS_WEIGHT = 3.0
"""Of a pair that is not derived: calling two newsrooms one source is the worse error."""
DERIVED = {"copy", "rewrite", "excerpt"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("features")
    make.add_argument("pairs", type=pathlib.Path)
    fit = commands.add_parser("fit")
    fit.add_argument("features", type=pathlib.Path)
    fit.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    if options.command == "features":
        write_features(options.pairs)
    else:
        report(options.features, options.write)


def write_features(pairs: pathlib.Path) -> None:
    """Print one line of features a pair."""
    embedder, known = Embedder(), dict[str, Reading]()
    stages = checked(
        Stage("split", ("document",), sentences, every_language=True),
        Stage("sentences", ("split",), tuple, every_language=True),
        Stage("quotations", ("document",), quotations, every_language=True),
    )

    def read(article: dict[str, str]) -> Reading:
        if article["id"] not in known:
            title, outlet, published = (article.get(k) for k in ("title", "outlet", "published"))
            given = Article(article["id"], article["id"], article["text"], title, outlet, published=published)
            reading = annotate(document(given), stages)
            vectors = embedder.vectors([s.span.text for s in reading.sentences])
            known[article["id"]] = msgspec.structs.replace(reading, vectors=vectors)
        return known[article["id"]]

    for line in pairs.read_text("utf8").splitlines():
        pair = json.loads(line)
        values = {name: value for name, (value, _, _) in features(read(pair["a"]), read(pair["b"])).items()}
        about = {k: pair[k] for k in ("pair_id", "set", "label", "sure")}
        sys.stdout.write(json.dumps(about | {"ids": [pair["a"]["id"], pair["b"]["id"]], "x": values}) + "\n")


def regression(x: NDArray[np.float64], y: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of logistic regression by Newton's method; the last is the intercept, which is not penalised."""
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    rows = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    penalty = np.diag([PENALTY] * x.shape[1] + [0.0])
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (y - chance)) - penalty @ found
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + penalty + 1e-6 * np.eye(len(found))
        found = found + np.linalg.solve(curve, slope)
    plain = found[:-1] / scale
    return np.append(plain, found[-1] - plain @ mean)


def fold(article: str) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def families(rows: list[dict[str, Any]]) -> list[int]:
    """The fold of each pair: pairs that are linked by an article, directly or by others, are in one fold."""
    parent: dict[str, str] = {}

    def top(article: str) -> str:
        while parent.setdefault(article, article) != article:
            article = parent[article]
        return article

    for row in rows:
        first, second = map(top, row["ids"])
        parent[max(first, second)] = min(first, second)
    return [fold(top(row["ids"][0])) for row in rows]


def report(path: pathlib.Path, target: pathlib.Path | None) -> None:
    """Print cross-validated figures; with `target`, write the weights fitted on everything."""
    rows = [r for r in map(json.loads, path.read_text("utf8").splitlines()) if r["sure"]]
    names = list(rows[0]["x"])
    x = np.array([[r["x"][n] for n in names] for r in rows])
    y = np.array([float(r["label"] in DERIVED) for r in rows])
    count = Counter((r["set"], r["label"] in DERIVED) for r in rows)
    weight = np.array([50.0 / count[r["set"], r["label"] in DERIVED] ** 0.5 for r in rows])
    weight = weight / weight.mean() * np.where(y > 0, 1.0, OTHERS_WEIGHT)
    folds, scores = np.array(families(rows)), np.zeros(len(rows))
    for k in range(FOLDS):
        inside = folds != k
        found = regression(x[inside], y[inside], weight[inside])
        scores[~inside] = x[~inside] @ found[:-1] + found[-1]
    limit = np.sort(scores[y == 0])[::-1][int(0.01 * (y == 0).sum())]
    recalls = defaultdict(list)
    for row, score, derived in zip(rows, scores, y, strict=True):
        if derived:
            recalls[row["set"]].append(float(score > limit))
    for name, hits in sorted(recalls.items()):
        sys.stdout.write(f"{name:14s} {len(hits):5d} derived, recall at 1 % false alarms {np.mean(hits):.3f}\n")
    macro = np.mean([np.mean(hits) for hits in recalls.values()])
    sys.stdout.write(f"mean {macro:.3f}; log-odds that 1 % of the {int((y == 0).sum())} others exceed: {limit:.2f}\n")
    found = regression(x, y, weight)
    for name, value, spread in sorted(zip(names, found, x.std(axis=0), strict=False), key=lambda t: -abs(t[1] * t[2])):
        sys.stdout.write(f"  {name:40s} {value:8.3f}  times its spread {value * spread:7.3f}\n")
    if target:
        lines = "".join(f'    "{n}": {v:.4f},\n' for n, v in zip(names, found, strict=False))
        target.write_text(
            '"""What does each feature weigh in the verdict?\n\n'
            "Log-odds for each unit of the feature, that one article derives from the other (or both from one text). Written by\n"
            f"`bench/fit_reuse.py`; cross-validated recall at 1 % false alarms {macro:.2f} (mean of the sets).\n"
            f'"""\n\nINTERCEPT = {found[-1]:.4f}\nWEIGHTS = {{\n{lines}}}\n',
            "utf8",
        )


if __name__ == "__main__":
    main()

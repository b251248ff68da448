"""Fit the weights of the edits that change what a kept sentence says, openly: logistic regression, cross-validated by domain.

    python bench/fit_wording.py features PAIRS.jsonl > features.jsonl       # slow: annotates every text once
    python bench/fit_wording.py fit features.jsonl                          # cross-validated figures, then the weights

PAIRS.jsonl is SummEdits in the form of `../shared/gold/summedits`. Only weights of the named features of
`twosource.compare.alterations.wording` are learnt, no words. A pair is inconsistent if one of its sentences is, so in an
inconsistent pair only the sentence that scores highest must reach 0 (multiple-instance learning, by turns), in a consistent one
none may. Both classes weigh the same. Reported: balanced accuracy on each domain of a model that saw the others alone.
"""

import argparse
import json
import pathlib
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from bench.jsonl import records
from twosource.compare.align import align
from twosource.compare.alterations.edits import edits
from twosource.compare.alterations.groups import groups
from twosource.compare.alterations.wording import LEAST_KEPT, features
from twosource.compare.embed import Embedder
from twosource.engine import Engine
from twosource.records import Article, Reading

PENALTY = 5.0
"""Of the squared weights of standardised features; from 1 to 20 the mean accuracy moves by half a point."""
STEPS, TURNS = 30, 6
LEAST_SEEN = 15
"""Sentences that a feature must be seen in to get a weight."""

Array = NDArray[np.float64]


def readings(pairs: pathlib.Path) -> Iterator[tuple[dict[str, Any], Reading, Reading]]:
    engine, embedder = Engine(), Embedder()

    def read(article: dict[str, Any]) -> Reading:
        found = engine.read(Article(article["id"], article["id"], article["text"]))
        return msgspec.structs.replace(found, vectors=embedder.vectors([s.span.text for s in found.sentences]))

    for pair in records(pairs):
        yield pair, read(pair["a"]), read(pair["b"])


def extract(pairs: pathlib.Path) -> None:
    """Print the features of every sentence that was edited and is mostly kept, a line each."""
    for pair, a, b in readings(pairs):
        for group in groups(a, b, align(a, b)):
            if group.a and group.b and [s.span.text for s in group.a] != [s.span.text for s in group.b]:
                found = edits(group)
                if found.kept >= LEAST_KEPT:
                    about = {"pair_id": pair["pair_id"], "domain": pair["domain"], "consistent": pair["consistent"]}
                    sys.stdout.write(json.dumps({**about, "features": features(found, a, b, group)}) + "\n")


def fitted(x: Array, y: NDArray[np.bool_], weight: Array) -> Array:
    """Weights of a logistic regression, by Newton's steps; the first column is the bias and goes unpunished."""
    found = np.zeros(x.shape[1])
    penalty = PENALTY * (np.arange(x.shape[1]) > 0) + 1e-6
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ found))
        gradient = x.T @ (weight * (p - y)) + penalty * found
        curvature = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        found = found - np.linalg.solve(curvature, gradient)
    return found


def by_turns(x: Array, y: NDArray[np.bool_], pair: list[str]) -> Array:
    """The same where one sentence of an inconsistent pair is enough: fit, pick the highest, fit again."""
    used = np.ones(len(y), dtype=bool)
    found = np.zeros(x.shape[1])
    for _ in range(TURNS):
        share = {True: 0.5 / (y & used).sum(), False: 0.5 / (~y & used).sum()}
        found = fitted(x, y, np.array([share[bool(v)] for v in y]) * used * len(y))
        scores, best = x @ found, dict[str, int]()
        for i, p in enumerate(pair):
            if y[i] and (p not in best or scores[i] > scores[best[p]]):
                best[p] = i
        used = ~y
        used[list(best.values())] = True
    return found


def balanced(scores: Array, y: NDArray[np.bool_], pair: list[str]) -> float:
    highest, truth = dict[str, float](), dict[str, bool]()
    for s, v, p in zip(scores, y, pair, strict=True):
        highest[p], truth[p] = max(highest.get(p, -99.0), float(s)), bool(v)
    told = np.array([highest[p] > 0 for p in truth])
    right = np.array(list(truth.values()))
    return float((told[right].mean() + (~told[~right]).mean()) / 2)


def fit(path: pathlib.Path) -> None:
    rows = records(path)
    seen = Counter(k for r in rows for k in r["features"])
    names = sorted(k for k, n in seen.items() if n >= LEAST_SEEN)
    raw = np.array([[r["features"].get(k, 0.0) for k in names] for r in rows])
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    x = np.column_stack([np.ones(len(raw)), (raw - mean) / spread])
    y = np.array([not r["consistent"] for r in rows])
    domains, pair = np.array([r["domain"] for r in rows]), [r["pair_id"] for r in rows]
    figures = []
    for domain in sorted(set(domains)):
        inside = domains == domain
        there = [p for p, d in zip(pair, inside, strict=True) if d]
        model = by_turns(x[~inside], y[~inside], [p for p, d in zip(pair, inside, strict=True) if not d])
        figures.append(balanced(x[inside] @ model, y[inside], there))
        print(f"{domain:14}{figures[-1]:.3f}")
    print(f"{'mean':14}{np.mean(figures):.3f}\n")
    model = by_turns(x, y, pair)
    weights = model[1:] / spread
    print(f"BIAS = {model[0] - float(weights @ mean):.2f}")
    for weight, name in sorted(zip(weights, names, strict=True), reverse=True):
        print(f'    "{name}": {weight:.2f},')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("features", "fit"))
    parser.add_argument("file", type=pathlib.Path)
    given = parser.parse_args()
    extract(given.file) if given.step == "features" else fit(given.file)


if __name__ == "__main__":
    main()

"""Fit the weights of the cues of factuality, openly: linear in named cues, cross-validated by article.

    python -m bench.fit_factuality cues ARTICLES.jsonl > cues.jsonl      # parses every article once
    python -m bench.fit_factuality fit cues.jsonl                        # cross-validated figures
    python -m bench.fit_factuality fit cues.jsonl --write twosource/annotate/factuality_weights.py

ARTICLES.jsonl holds {"id", "corpus", "text", "triggers": [{"start", "end", "text", "factuality"}]} a line. Nothing but the
weights of the named cues is learnt, no words: the words of each cue are closed lists. One corpus is fitted (`--corpus`), the
figures of the others are printed beside it. What is minimised is the absolute error of the clipped sum, smoothed within
`SMOOTH`, since the scale's ends hold most of the judgements.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.jsonl import records
from twosource.annotate.parse import Parser
from twosource.annotate.scope import cues
from twosource.annotate.sentences import sentences
from twosource.annotate.syntax import head_of
from twosource.document import document
from twosource.records import Article, Span
from twosource.text import overlaps

FOLDS = 5
PENALTY = 3.0
"""Of the squared weights, beside the sum of errors; 1 and 8 give a mean error higher by .001 and .004."""
SMOOTH = 0.15
"""Half-width, in points of factuality, within which the error counts squared; with 0.5 the mean error rises by .008."""
STEPS, RATE = 1_500, 0.05
SEEN = 12
"""Triggers that must show a cue before it has a weight."""
MOST = 60
"""Cues that are kept, those that tell most by their weight times its spread; the others are left out and these fitted again. With
all 100 the mean error is lower by .010, but so many weights are no longer a rule that a reader can check. Left out eight at a
time, it is lower by .001."""
TOP = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("cues")
    make.add_argument("articles", type=pathlib.Path)
    fit = commands.add_parser("fit")
    fit.add_argument("cues", type=pathlib.Path)
    fit.add_argument("--corpus", default="UW")
    fit.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    if options.command == "cues":
        write_cues(options.articles)
    else:
        report(options.cues, options.corpus, options.write)


def write_cues(articles: pathlib.Path) -> None:
    """Print one line of cues a trigger."""
    parser = Parser()
    for record in records(articles):
        text = document(Article(record["id"], record["id"], record["text"], record.get("title")))
        parsed = parser.parse(text, sentences(text))
        for given in record["triggers"]:
            trigger = Span(given["start"], given["end"], given["text"])
            sentence = next((s for s in parsed if s.tokens and overlaps(s.span, trigger)), None)
            index = None if sentence is None else head_of(sentence, trigger)
            if sentence is not None and index is not None:
                found = sorted(cues(sentence, index))
                about = {"id": record["id"], "corpus": record["corpus"], "factuality": given["factuality"]}
                sys.stdout.write(json.dumps(about | {"cues": found}) + "\n")


def fitted(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights by gradient descent (Adam); the last is the intercept, which is not penalised."""
    rows = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.append(np.full(x.shape[1], PENALTY), 0.0)
    found = np.append(np.zeros(x.shape[1]), TOP)
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS + 1):
        total = rows @ found
        error = total - y
        slope = np.clip(error / SMOOTH, -1, 1)
        slope[(total > TOP) & (error > 0)] = 0.0  # above the scale's end nothing is wrong
        gradient = (rows.T @ slope + penalty * found) / len(y)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        rate = RATE if step < 0.6 * STEPS else RATE / 5
        found -= rate * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return found


def telling(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of the `MOST` columns that tell most, the others 0; the last is the intercept."""
    first = fitted(x, y)
    kept = np.sort(np.argsort(-np.abs(first[:-1]) * x.std(axis=0))[:MOST])
    whole = np.zeros(x.shape[1] + 1)
    whole[[*kept, -1]] = fitted(x[:, kept], y)
    return whole


def told(x: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.clip(x @ weights[:-1] + weights[-1], -TOP, TOP))


def figures(said: NDArray[np.float64], gold: NDArray[np.float64]) -> str:
    return f"mean absolute error {np.abs(said - gold).mean():.3f}, r {np.corrcoef(said, gold)[0, 1]:.3f}"


def matrix(rows: list[dict[str, Any]], names: list[str]) -> NDArray[np.float64]:
    return np.array([[float(name in row["cues"]) for name in names] for row in rows])


def report(path: pathlib.Path, corpus: str, target: pathlib.Path | None) -> None:
    """Print cross-validated figures; with `target`, write the weights fitted on everything."""
    everything = records(path)
    rows = [row for row in everything if row["corpus"] == corpus]
    gold = np.array([row["factuality"] for row in rows])
    folds = np.array([int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % FOLDS for row in rows])
    count = Counter(cue for row in rows for cue in row["cues"])
    names = sorted(cue for cue, times in count.items() if times >= SEEN)
    x, said = matrix(rows, names), np.zeros(len(rows))
    for k in range(FOLDS):
        said[folds == k] = told(x[folds == k], telling(x[folds != k], gold[folds != k]))
    weights = telling(x, gold)
    sys.stdout.write(f"{corpus}: {len(rows)} triggers, {np.count_nonzero(weights[:-1])} cues; held out: {figures(said, gold)}\n")
    sys.stdout.write(f"  the same articles it was fitted on: {figures(told(x, weights), gold)}\n")
    for other in sorted({row["corpus"] for row in everything} - {corpus}):
        chosen = [row for row in everything if row["corpus"] == other]
        wanted = np.array([row["factuality"] for row in chosen])
        sys.stdout.write(f"{other}, not fitted: {figures(told(matrix(chosen, names), weights), wanted)}\n")
    for name, weight in sorted(zip(names, weights, strict=False), key=lambda pair: -abs(pair[1])):
        sys.stdout.write(f"  {name:36s} {weight:7.2f}  seen {count[name]}\n")
    if target:
        lines = "".join(f'    "{n}": {w:.2f},\n' for n, w in zip(names, weights, strict=False) if w)
        target.write_text(
            '"""What does each cue weigh in factuality?\n\n'
            "Points on the scale from -3 to 3 that a cue of `scope` adds. Written by `bench/fit_factuality.py`; held out:\n"
            f"{figures(said, gold)}.\n"
            f'"""\n\nINTERCEPT = {weights[-1]:.2f}\nWEIGHTS = {{\n{lines}}}\n',
            "utf8",
        )


if __name__ == "__main__":
    main()

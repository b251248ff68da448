"""Set the weights by which the ledger judges that two reports tell of one event, openly, on named features.

    python -m bench.fit_same features GOLD > pairs.jsonl     # GOLD: the folder countonce; reads its piles as `brief` does
    python -m bench.fit_same fit pairs.jsonl                 # cross-validated figures
    python -m bench.fit_same fit pairs.jsonl --write         # and the weights, into twosource/ledger/weights.py

A row is a pair of reports of two articles of one story that could be one event. ECB+ says of two reports whose triggers it marks
whether they are one; the pile of shootings says it of the main events of two articles. Folds are drawn by topic and by the day of
the incident, so that no event is on both sides. Nothing but the weights of the named features is learnt, no words.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from bench.answers import ROOT
from bench.regression import fitted
from twosource.engine import Engine
from twosource.ledger.gather import Telling, tellings
from twosource.ledger.same import features
from twosource.options import Options
from twosource.records import Article
from twosource.story import stories

FOLDS = 5
PENALTY = 5.0
AGAINST = ("apart", "strange", "of-words", "main-and-other")
"""Features with these in their names speak against one event, all others for it; one that does not is left out."""
HELD = {
    "another-apart": (-9.0, -2.5),
    "date-apart": (-9.0, -1.5),
    "date-doubtful-apart": (-9.0, -1.0),
    "date-within": (1.0, 9.0),
    "day-off-by-one": (0.0, 0.8),
    "hand-apart": (-9.0, -1.5),
    "main": (1.8, 9.0),
    "mode-apart": (-9.0, -2.5),
    "of-words": (-9.0, -1.0),
    "place-apart": (-9.0, -0.5),
    "place-strange": (-9.0, -6.0),
    "type-apart": (-1.5, -0.5),
}
"""Bounds that these are held in, set by hand: a story of these piles seldom holds two like events on two days or
in two towns, and days and towns of its articles are often read wrongly; in piles of the world it is the other way round. A town
that the other article does not name at all (strange) is seldom read wrongly. Of acts of words these piles tell little; one is
soon taken for another by the same person, and a wrong corroboration is the worst error. The main harms of two articles of one
story are one event in 230 of 253 pairs; half of the rows are parts of one occurrence that ECB+ tells apart (the shooting and the
deaths), which hides that from the fit. "A second blast" is too rare here to be
learnt; so are like events on two days that follow each other, of which 17 pairs say too much."""
AS_GIVEN = {"denial": 1.5, "other-story": -1.0}
"""Weights of features that no row has, set by hand: rows are pairs within stories, and these piles deny little."""
TARGET = ROOT / "twosource" / "ledger" / "weights.py"
Record = dict[str, Any]
Names = dict[tuple[str, str], set[str]]
"""The true events of each report, by article and event."""


def records(path: pathlib.Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def piles(gold: pathlib.Path) -> Iterator[tuple[str, list[Record]]]:
    """The name and the articles of each pile."""
    by_topic: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records(gold / "ecbplus.jsonl"):
        by_topic[str(record["topic"])].append(record)
    yield from ((f"ecb-{topic}", articles) for topic, articles in by_topic.items())
    yield "gunpile", records(gold / "gunpile.jsonl")


def truth(told: Sequence[Telling], by_id: dict[str, Record]) -> Names:
    """Which true events each report is about, where gold tells."""
    found: Names = {}
    for telling in told:
        record, trigger = by_id[telling.report.article], telling.event.trigger
        if "incident" in record:
            names = {str(record["incident"])} if telling.main else set()
        else:
            names = {str(m["cluster"]) for m in record["mentions"] if m["start"] < trigger.end and trigger.start < m["end"]}
        if names:
            found[telling.key] = names
    return found


def fold(family: str) -> int:
    return int(hashlib.sha256(family.encode()).hexdigest(), 16) % FOLDS


def write_features(gold: pathlib.Path) -> None:
    """Print a line for each pair of reports."""
    engine = Engine(Options())
    for pile, articles in piles(gold):
        by_id = {a["id"]: a for a in articles}
        given = [
            Article(a["id"], a["id"], a["text"], a.get("title"), a.get("outlet"), published=a.get("published")) for a in articles
        ]
        readings, _, relations = engine.pile(given)
        read = {r.annotation.id: r for r in readings}
        for story in stories(readings, relations):
            told = tellings(story, read)
            names = truth(told, by_id)
            known = [t for t in told if t.key in names]
            for i, a in enumerate(known):
                for b in known[i + 1 :]:
                    if a.report.article != b.report.article and (x := features(a, b)):
                        about = {"pile": pile, "keys": [*a.key, *b.key], "y": bool(names[a.key] & names[b.key])}
                        day = by_id[a.report.article].get("published", "")[:10] if pile == "gunpile" else pile
                        sys.stdout.write(json.dumps({**about, "fold": fold(day), "x": x}) + "\n")


def fit(path: pathlib.Path, write: bool) -> None:
    """Print cross-validated figures and the weights; with `write`, put the weights fitted on everything into their module."""
    rows = records(path)
    names = sorted({name for row in rows for name in row["x"]})
    x = np.array([[row["x"].get(n, 0.0) for n in names] for row in rows])
    y = np.array([float(row["y"]) for row in rows])
    kind = ["gunpile" if row["pile"] == "gunpile" else "ecb+" for row in rows]
    count = Counter(zip(kind, y, strict=True))
    weight = np.array([count[k, v] ** -0.5 for k, v in zip(kind, y, strict=True)])
    weight = weight / weight.mean()
    signs = [-1 if any(word in name for word in AGAINST) else 1 for name in names]
    folds, odds = np.array([row["fold"] for row in rows]), np.zeros(len(rows))
    for k in range(FOLDS):
        inside = folds != k
        found = fitted(x[inside], y[inside], weight[inside], PENALTY, signs)
        odds[~inside] = x[~inside] @ found[:-1] + found[-1]
    for name in sorted(set(kind)):
        chosen = np.array([k == name for k in kind])
        said, true = odds[chosen] >= 0, y[chosen] > 0
        right = float((said & true).sum())
        sys.stdout.write(
            f"{name}: {int(true.sum())} of {len(true)} pairs are one event; cross-validated precision "
            f"{right / max(1, said.sum()):.3f}, recall {right / max(1, true.sum()):.3f}\n"
        )
    found = fitted(x, y, weight, PENALTY, signs)
    for name, (least, most) in HELD.items():
        found[names.index(name)] = min(most, max(least, found[names.index(name)]))
    for name, value in sorted(zip(names, found, strict=False), key=lambda pair: -abs(pair[1])):
        sys.stdout.write(f"  {name:20s} {value:7.3f}  in {int((x[:, names.index(name)] != 0).sum())} pairs\n")
    sys.stdout.write(f"  threshold {-found[-1]:.3f}\n")
    if write:
        weights = {**dict(zip(names, found, strict=False)), **AS_GIVEN}
        lines = "".join(f'    "{n}": {v:.3f},\n' for n, v in sorted(weights.items()))
        TARGET.write_text(
            '"""What does each fact weigh that two reports share, or contradict each other on?\n\n'
            "Log-odds for each unit of the feature, written by `bench/fit_same.py`; their sum is held against THRESHOLD.\n"
            f'"""\n\nTHRESHOLD = {-found[-1]:.3f}\nWEIGHTS = {{\n{lines}}}\n',
            encoding="utf8",
        )


def main(given: Sequence[str] | None = None) -> int:
    """Make features or fit them."""
    parser = argparse.ArgumentParser(
        prog="bench.fit_same", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("features").add_argument("gold", type=pathlib.Path)
    fitting = commands.add_parser("fit")
    fitting.add_argument("pairs", type=pathlib.Path)
    fitting.add_argument("--write", action="store_true")
    options = parser.parse_args(given)
    if options.command == "features":
        write_features(options.gold)
    else:
        fit(options.pairs, options.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())

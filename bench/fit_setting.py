"""Set the weights by which the day and the town of an article's main event are chosen, openly, on named features.

    python -m bench.fit_setting features GOLD > rows.jsonl     # GOLD: the folder with events and countonce; reads their articles
    python -m bench.fit_setting fit rows.jsonl                 # cross-validated figures
    python -m bench.fit_setting fit rows.jsonl --write         # and the weights, into twosource/annotate

A row is a day or a town that an article names. Reports of shootings tell of one incident each, the one with the most killed and
injured: right are its day or, where that is not named, one beside it, and towns within 25 km of its spot. Of MUC's messages
those with one template are taken, by what they are mainly about: right are days inside the template's and towns that bear one of
its names; their datelines are of capitals, where the others' are of the town itself. Of the pile of 500 shootings, reports that
came out days after the first one of the same shooting are follow-ups: right are the days right before that first one. Nothing but
the weights of the named features is learnt, no words.
"""

import argparse
import datetime
import hashlib
import itertools
import json
import pathlib
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.answers import ROOT
from bench.regression import fitted
from twosource.annotate.day_choice import features as day_features
from twosource.annotate.day_choice import named_days
from twosource.annotate.events import occurrences
from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.occasion import main_occurrence
from twosource.annotate.parse import Parser
from twosource.annotate.place_choice import features as town_features
from twosource.annotate.place_choice import named_towns
from twosource.annotate.place_names import folded
from twosource.annotate.stages import table
from twosource.annotate.tellings import REAL, Mention
from twosource.document import document
from twosource.options import Options
from twosource.records import Article, Place, Toll
from twosource.values.places import kilometres

FOLDS = 10
PENALTY = 8.0
"""Of the squared weights; 1 and 20 find as many days."""
SEEN = 8
"""Days that must show a feature before it has a weight."""
LEAST = 0.2
"""A feature with a smaller weight than this is left out, and the rest fitted again."""
NEAR_KM = 25.0
"""How far from the true spot a town is right: as the scorer has it."""
LATE, BEFORE = 3, 3
"""Days after the first report of an incident from which one is a follow-up; days before it within which it happened."""
SETS = ("gunviolence.jsonl", "muc.jsonl")
TARGETS = {"day": "day", "town": "place"}
"""What is chosen, and the modules with its features and weights."""
Row = dict[str, Any]


def most_hurt(told: Sequence[Mention]) -> Mention | None:
    """The assault with the most killed and injured, the first of equals."""

    def hurt(toll: Toll | None) -> int:
        return (toll.best or 0) if toll else 0

    chosen = [m for m in told if m.type == "ASSAULT" and m.single and m.status in REAL]
    return max(chosen, key=lambda m: (hurt(m.killed) + hurt(m.injured), -m.trigger.start), default=None)


def rows_of(record: Row, facts: dict[str, Any]) -> Iterator[Row]:
    """A row for each day and each town that an article names."""
    told = occurrences(
        *(facts[n] for n in ("document", "sentences", "times", "places", "quantities", "entities", "attributions"))
    )
    event = main_occurrence(told) if "templates" in record else most_hurt(told)
    if event is None:
        return
    text, parsed, places = facts["document"], facts["sentences"], facts["places"]
    days = day_features(event, named_days(text, parsed, facts["times"]), text.published)
    towns = town_features(event, named_towns(text, parsed, places), text, parsed, places)
    right = right_days(record, list(days))
    for value, holds in days.items():
        if right is not None:
            yield {"id": record["id"], "set": record["set"], "kind": "day", "right": value in right, "x": sorted(holds)}
    for i, holds in towns.items():
        if (is_right := right_town(record, places[i])) is not None:
            yield {"id": record["id"], "set": record["set"], "kind": "town", "right": is_right, "x": sorted(holds)}


def right_days(record: Row, values: Sequence[str]) -> list[str] | None:
    """The days that are the event's; None where gold tells none."""
    if "first" in record:
        start = datetime.date.fromisoformat(record["first"]) - datetime.timedelta(BEFORE)
        return [value for value in values if start.isoformat() <= value <= record["first"]]
    if "gold" in record:
        true = datetime.date.fromisoformat(record["gold"]["date"])
        off = {value: abs((datetime.date.fromisoformat(value) - true).days) for value in values}
        return [value for value in values if off[value] == min(off.values()) <= 1]
    spans = [(first, last) for first, last in record["templates"][0]["dates"] if first]  # not "on or before"
    return [v for v in values if any(first <= v <= last for first, last in spans)] if spans else None


def right_town(record: Row, place: Place) -> bool | None:
    """Whether a town is the event's; None where gold tells none."""
    if "first" in record:
        return None
    if "gold" in record:
        if place.lat is None or place.lon is None:
            return None
        return kilometres(record["gold"]["lat"], record["gold"]["lon"], place.lat, place.lon) <= NEAR_KM
    names = {folded(name) for name in record["templates"][0]["places"]}
    said = {folded(place.name), folded(place.span.text)}
    return any(a in b or b in a for a in said for b in names) if names else None


def followups(path: pathlib.Path) -> Iterator[Row]:
    """Reports that came out days after the first one of their incident, each with `first`, the day of that one."""
    records = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    first: dict[str, str] = {}
    for record in records:
        day = record["published"][:10]
        first[record["incident"]] = min(day, first.get(record["incident"], day))
    for record in records:
        start = datetime.date.fromisoformat(first[record["incident"]])
        if (datetime.date.fromisoformat(record["published"][:10]) - start).days > LATE:
            yield {**record, "set": "follow-ups", "first": first[record["incident"]]}


def write_features(gold: pathlib.Path) -> None:
    """Print the rows of every article."""
    stages = table(Parser(Options().pipeline), Gazetteer())
    given = (json.loads(line) for name in SETS for line in (gold / "events" / name).read_text("utf8").splitlines())
    for record in itertools.chain(given, followups(gold / "countonce" / "gunpile.jsonl")):
        if "templates" in record and len(record["templates"]) != 1:
            continue
        about = {name: record[name] for name in ("title", "outlet", "url", "published") if record.get(name)}
        facts: dict[str, Any] = {"document": document(Article(record["id"], record["id"], record["text"], **about))}
        for stage in stages:
            if stage.gives == "events":
                break
            facts[stage.gives] = stage.run(*(facts[name] for name in stage.needs))
        for row in rows_of(record, facts):
            sys.stdout.write(json.dumps(row) + "\n")


def matrix(rows: Sequence[Row], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[float(name in row["x"]) for name in names] for row in rows])


def held_out(rows: Sequence[Row], names: Sequence[str]) -> NDArray[np.float64]:
    """The log-odds of each row by weights that were fitted without its article."""
    x, y = matrix(rows, names), np.array([float(row["right"]) for row in rows])
    folds = np.array([int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % FOLDS for row in rows])
    odds = np.zeros(len(rows))
    for k in range(FOLDS):
        inside = folds != k
        found = fitted(x[inside], y[inside], np.ones(int(inside.sum())), PENALTY, [0] * len(names))
        odds[~inside] = x[~inside] @ found[:-1] + found[-1]
    return odds


def chosen(rows: Sequence[Row], odds: Sequence[float]) -> list[Row]:
    """The likeliest row of each article."""
    best: dict[tuple[str, str], tuple[float, Row]] = {}
    for row, score in zip(rows, odds, strict=True):
        key = row["set"], row["id"]
        if key not in best or score > best[key][0]:
            best[key] = (score, row)
    return [row for _, row in best.values()]


def fit(path: pathlib.Path, write: bool) -> None:
    """Print cross-validated figures and the weights; with `write`, put the weights fitted on everything into their modules."""
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    for kind in TARGETS:
        fit_kind([row for row in rows if row["kind"] == kind], kind, write)


def figures_of(rows: Sequence[Row], best: Sequence[Row], kind: str, name: str) -> str:
    """How often the row chosen in an article of a set is right."""
    said = [row["right"] for row in best if row["set"] == name]
    possible = len({row["id"] for row in rows if row["right"] and row["set"] == name})
    return f"of {len(said)} articles ({name}) {sum(said) / len(said):.3f} (a right {kind} is named in {possible / len(said):.3f})"


def fit_kind(rows: Sequence[Row], kind: str, write: bool) -> None:
    y = np.array([float(row["right"]) for row in rows])
    seen = Counter(name for row in rows for name in row["x"])
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    first = fitted(matrix(rows, names), y, np.ones(len(rows)), PENALTY, [0] * len(names))
    names = [name for name, weight in zip(names, first, strict=False) if abs(weight) >= LEAST]
    best = chosen(rows, held_out(rows, names).tolist())
    figures = "; ".join(figures_of(rows, best, kind, name) for name in sorted({row["set"] for row in rows}))
    sys.stdout.write(f"held out: {figures}\n")
    weights = fitted(matrix(rows, names), y, np.ones(len(rows)), PENALTY, [0] * len(names))
    for name, weight in sorted(zip(names, weights, strict=False), key=lambda pair: -pair[1]):
        sys.stdout.write(f"  {name:40s} {weight:7.2f}  seen {seen[name]}\n")
    if write:
        lines = "".join(f'    "{n}": {w:.2f},\n' for n, w in zip(names, weights, strict=False))
        module = TARGETS[kind]
        (ROOT / "twosource" / "annotate" / f"{module}_weights.py").write_text(
            f'"""What speaks for a {kind}\'s being that of an article\'s main event, and how much?\n\n'
            f"Log-odds of the features of `{module}_choice`. Written by `bench/fit_setting.py`; right, held out:\n"
            f"{chr(10).join(textwrap.wrap(figures + '.', 125))}\n"
            f'"""\n\nINTERCEPT = {weights[-1]:.2f}\nWEIGHTS = {{\n{lines}}}\n',
            "utf8",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("features")
    make.add_argument("articles", type=pathlib.Path)
    set_ = commands.add_parser("fit")
    set_.add_argument("rows", type=pathlib.Path)
    set_.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.command == "features":
        write_features(options.articles)
    else:
        fit(options.rows, options.write)


if __name__ == "__main__":
    main()

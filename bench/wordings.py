"""How many uncommon wordings of an event does the coder know? Sentences by an editor who had not seen the program.

    python -m bench.wordings            the figures of both halves, as JSON
    python -m bench.wordings --errors   and each sentence of the half that may be read that came out wrong

Each line of `bench/event_wordings` is a sentence, the type and the mode of the one event that it tells, `-` for none, or `none`
for a sentence that looks like an event and is none. The editor was told to avoid the first word that comes to mind for a type.
Half of them (`read.tsv`) have been read, and their classes were added to the lexicon with some 490 sentences of others; of
`unread.tsv` only the figures have been seen, though at each of some ten steps. Types found there: .451 before, .648 after;
modes .344 and .533. What is wholly new is found less often still: two sets written on the way stood at .42 on first contact.

Figures: type, mode: share of events found with it; silent: events of which nothing is found; extra: events of other types for
each event; false: share of the sentences without an event in which one is found.
"""

import argparse
import csv
import functools
import json
import pathlib
import sys
from collections.abc import Callable, Sequence

from twosource.engine import Engine
from twosource.options import Options
from twosource.records import Article

FOLDER = pathlib.Path(__file__).parent / "event_wordings"
DAY = "2032-06-16"
"""When all of them were published."""


def measure(path: pathlib.Path, tell: Callable[[str], object] = lambda _: None) -> dict[str, float]:
    """The figures on the sentences of a file; `tell` is given a line for each that came out wrong."""
    engine = Engine(Options(workers=1))
    rows: list[tuple[bool, bool, bool, int]] = []
    quiet: list[bool] = []
    with path.open(encoding="utf8", newline="") as lines:
        for text, kind, mode in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found = engine.read(Article("x", "x", text, published=DAY)).annotation.events
            told = [(e.type, e.mode or "-") for e in found]
            if kind == "none":
                quiet.append(not told)
            else:
                typed = any(t == kind for t, _ in told)
                rows.append((typed, (kind, mode) in told, not told, sum(t != kind for t, _ in told)))
            if told if kind == "none" else (kind, mode) not in told:
                tell(f"{kind} {mode}: {text} {told}")
    return {
        "events": len(rows),
        **{name: round(sum(row[i] for row in rows) / len(rows), 4) for i, name in enumerate(("type", "mode", "silent", "extra"))},
        "false": round(1 - sum(quiet) / len(quiet), 4),
    }


def main(given: Sequence[str] | None = None) -> int:
    """Measure both halves and print the figures."""
    parser = argparse.ArgumentParser(
        prog="bench.wordings", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print each sentence of the read half that came out wrong")
    options = parser.parse_args(given)

    tell = functools.partial(print, file=sys.stderr) if options.errors else lambda _: None
    figures = {
        "read": measure(FOLDER / "read.tsv", tell),
        "unread": measure(FOLDER / "unread.tsv"),
    }
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())

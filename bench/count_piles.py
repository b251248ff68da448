"""Are the verdicts of the ledger right? On piles of invented articles that tell what no gold of others tells.

    python -m bench.count_piles            the figures, as JSON
    python -m bench.count_piles --errors   and every event that came out wrong
    python -m bench.count_piles 31 32      of these piles alone

Each pile in `bench/verdict_piles` is a TOML file: articles, and events with the articles that report them, their origins, their
independent sources, the verdict and the fields on which they disagree, by the contract's definitions. A gold event is matched
with the event of the briefing that shares most of its articles, of the same type where gold names one; an event that is not
found has no sources and no verdict.

Each batch from 21 on was written by editors who had not seen the program, and measured before anybody read it; its errors were
then mended by class. Independent sources exact, verdict right, one too many at first sight and on this commit: 21 to 28 .61,
.56, .14 and .94, .94, .03; 41 to 46 .50, .50, .12 and .91, .91, .03; 51 to 56 .47, .53, .06 and .88, .88, .03; 61 to 66 .59,
.47, .03 and .82, .79, .00; 71 to 76 .58, .53, .17 and .86, .81, .00; 81 to 86 .69, .67, .08 and .92, .89, .03; 91 to 96 .69,
.61, .06 and .86, .75, .03; 101 to 106, by writers told to use every kind of prose from tabloids to transcripts, .49, .56, .15 and
.66, .73, .07; 111 to 114, in sober prose, .74, .83, .04 and .78, .87, .04. Of these 94 to 96 have not been read (18 events: .78,
.61, .06 at first sight, .83, .67, .00 now), nor 103 and 105 (14: .57, .64, .07), 112 and 114 (12: .67, .75, .08) and 31 to 36 (30
events: .73, .70, .00 when they were written, .83, .83, .00 now). Whoever reads their errors should write others.

Figures: found; independent sources exact; one too many (more independent sources than gold, the worst error); verdict right;
disagreements right (the same fields); articles and origins exact; the same by verdict.
"""

import argparse
import functools
import json
import pathlib
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from bench.answers import ROOT, call, twosource

PILES = ROOT / "bench" / "verdict_piles"
MEASURES = (
    "found",
    "independent sources exact",
    "one too many",
    "verdict right",
    "disagreements right",
    "articles exact",
    "origins exact",
)
SHOWN = ("verdict", "articles", "origins", "independent_sources", "sources")

Record = dict[str, Any]


def matched(gold: Record, events: Sequence[Record]) -> Record | None:
    """The event of a briefing that a gold event means; None if there is none."""

    def fit(event: Record) -> tuple[float, bool]:
        told = {r["article"] for r in event["reports"]}
        shared = len(told & set(gold["articles"]))
        return shared / len(told | set(gold["articles"])), event["mode"] == gold.get("mode")

    able = [e for e in events if gold["type"] in ("any", e["type"]) and fit(e)[0] > 0]
    return max(able, key=fit, default=None)


def judged(gold: Record, event: Record | None) -> dict[str, bool]:
    """Which measures hold for one gold event."""
    if event is None:
        return dict.fromkeys(MEASURES, False)
    return {
        "found": True,
        "independent sources exact": event["independent_sources"] == gold["independent_sources"],
        "one too many": event["independent_sources"] > gold["independent_sources"],
        "verdict right": event["verdict"] == gold["verdict"],
        "disagreements right": sorted(d["field"] for d in event["disagreements"]) == sorted(gold["disagreements"]),
        "articles exact": {r["article"] for r in event["reports"]} == set(gold["articles"]),
        "origins exact": event["origins"] == gold["origins"],
    }


def brief(pile: Record) -> Record:
    """The product's briefing on a pile."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "pile.jsonl")
        path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in pile["articles"]), encoding="utf8")
        answer: Record = json.loads(call([twosource(), "brief", str(path), "--format", "json", "--refs", "--workers", "1"]))
        return answer


def share(rows: Sequence[dict[str, bool]]) -> dict[str, float]:
    """The share of gold events for which each measure holds."""
    return {name: round(sum(row[name] for row in rows) / len(rows), 4) for name in MEASURES}


def measure(piles: pathlib.Path = PILES, tell: Callable[[str], object] = lambda _: None, numbers: Sequence[str] = ()) -> Record:
    """The figures on piles of a folder, all or these numbers; `tell` is given a line for each event that came out wrong."""
    rows: list[dict[str, bool]] = []
    by_verdict: dict[str, list[dict[str, bool]]] = defaultdict(list)
    for path in sorted(p for p in piles.glob("*.toml") if not numbers or p.stem.split("-")[0] in numbers):
        pile = tomllib.loads(path.read_text(encoding="utf8"))
        events = brief(pile)["events"]
        for gold in pile["events"]:
            event = matched(gold, events)
            row = judged(gold, event)
            rows.append(row)
            by_verdict[gold["verdict"]].append(row)
            if not all(row[name] != (name == "one too many") for name in MEASURES):
                have = {name: event[name] for name in SHOWN} if event else None
                tell(f"{path.stem}: {gold['what']}: {gold['verdict']} {gold['independent_sources']}, have {have}")
    verdicts = {verdict: {"events": len(some), **share(some)} for verdict, some in sorted(by_verdict.items())}
    return {"events": len(rows), **share(rows), "by verdict": verdicts}


def main(given: Sequence[str] | None = None) -> int:
    """Measure all piles and print the figures."""
    parser = argparse.ArgumentParser(
        prog="bench.count_piles", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("numbers", nargs="*", help="the numbers of some piles; all without any")
    parser.add_argument("--errors", action="store_true", help="print each event that came out wrong")
    options = parser.parse_args(given)
    tell = functools.partial(print, file=sys.stderr) if options.errors else lambda _: None
    print(json.dumps(measure(tell=tell, numbers=options.numbers), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())

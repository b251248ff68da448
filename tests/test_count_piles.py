"""Does the measure of verdicts see what is right and what is wrong, and are the piles what they claim to be?"""

import pathlib
import tomllib
from collections import Counter
from typing import Any

import pytest

from bench.count_piles import MEASURES, PILES, judged, matched
from bench.wordings import measure

GOLD: dict[str, Any] = {
    "type": "DISASTER",
    "articles": ["a", "b"],
    "origins": 2,
    "independent_sources": 1,
    "verdict": "single-source",
    "disagreements": [],
}
FILES = sorted(PILES.glob("*.toml"))


def event(
    kind: str, *articles: str, count: int = 1, verdict: str = "single-source", fields: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {
        "type": kind,
        "mode": None,
        "reports": [{"article": a, "event": "e1"} for a in articles],
        "origins": len(articles),
        "independent_sources": count,
        "verdict": verdict,
        "disagreements": [{"field": f} for f in fields],
    }


def test_the_event_that_shares_most_articles_is_meant() -> None:
    whole, part, other = event("DISASTER", "a", "b"), event("DISASTER", "a"), event("ASSAULT", "a", "b")
    assert matched(GOLD, [part, other, whole]) is whole
    assert matched(GOLD, [other]) is None
    assert matched({**GOLD, "type": "any"}, [other]) is other
    assert matched(GOLD, [event("DISASTER", "z")]) is None


def test_each_measure_can_fail_by_itself() -> None:
    right = judged(GOLD, event("DISASTER", "a", "b"))
    assert [m for m in MEASURES if not right[m]] == ["one too many"]
    assert judged(GOLD, event("DISASTER", "a", "b", count=2))["one too many"]
    assert not judged(GOLD, event("DISASTER", "a", "b", count=0))["independent sources exact"]
    assert not judged(GOLD, event("DISASTER", "a", "b", verdict="corroborated"))["verdict right"]
    assert not judged(GOLD, event("DISASTER", "a", "b", fields=("killed",)))["disagreements right"]
    assert not judged(GOLD, event("DISASTER", "a"))["articles exact"]
    assert not any(judged(GOLD, None).values())


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_pile_names_only_its_own_articles_and_counts_within_bounds(path: Any) -> None:
    pile = tomllib.loads(path.read_text("utf8"))
    ids = [a["id"] for a in pile["articles"]]
    assert 5 <= len(ids) == len(set(ids)) <= 12
    for gold in pile["events"]:
        assert set(gold["articles"]) <= set(ids)
        assert 0 <= gold["independent_sources"] <= gold["origins"] <= len(gold["articles"])


def test_there_are_a_dozen_piles_and_every_verdict_five_times() -> None:
    verdicts = Counter(e["verdict"] for p in FILES for e in tomllib.loads(p.read_text("utf8"))["events"])
    assert len(FILES) >= 12
    assert len(verdicts) == 6
    assert min(verdicts.values()) >= 5


def test_wordings_are_counted_by_type_and_mode_and_those_without_an_event_by_silence(tmp_path: pathlib.Path) -> None:
    lines = [
        "A bomb killed two guards in Talca on Monday.\tASSAULT\texplosives",
        "A bus crashed near Talca on Monday and nine people died.\tACCIDENT\tdrowning",
        "The choir sang in Talca on Monday.\tnone\t-",
    ]
    (tmp_path / "some.tsv").write_text("\n".join(lines) + "\n", encoding="utf8")
    wrong: list[object] = []
    figures = measure(tmp_path / "some.tsv", wrong.append)
    assert figures == {"events": 2, "type": 1.0, "mode": 0.5, "silent": 0.0, "extra": 0.0, "false": 0.0}
    assert len(wrong) == 1

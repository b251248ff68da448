"""The program as a whole, on the invented pile of the examples."""

import pathlib

import pytest

import twosource.engine as module
from twosource.engine import Engine
from twosource.ingest.files import read
from twosource.options import Options
from twosource.records import Briefing

PILE = pathlib.Path(__file__).parents[1] / "examples" / "pile"


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return Engine(Options(workers=1)).brief(read([str(PILE)]))


def numbers(articles: tuple[str, ...]) -> list[int]:
    return [int(pathlib.Path(a).name[:2]) for a in articles]


def test_independent_reports_of_one_event_are_one_story_and_another_fire_is_not(briefing: Briefing) -> None:
    assert [numbers(s.articles) for s in briefing.stories] == [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10], [11], [12]]


def test_what_derives_from_one_text_is_one_origin(briefing: Briefing) -> None:
    assert [[numbers(o.articles) for o in s.origins] for s in briefing.stories[:2]] == [
        [[1, 2, 3, 4, 5], [6], [7]],
        [[8, 10], [9]],
    ]


def test_several_processes_find_the_same(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPARED_IN_POOL_FROM", 2)
    told: list[tuple[str, int, int]] = []
    found = Engine(Options(workers=2)).brief(read([str(PILE)]), lambda *step: told.append(step))
    assert found.stories == briefing.stories
    assert found.events == briefing.events
    step, done, of = told[-1]
    assert step == "comparing"
    assert done == of

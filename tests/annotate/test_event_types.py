"""Type, mode, parties and status of the events of invented sentences, at least one for each type and mode of the closed list."""

from pathlib import Path

import pytest
from test_events import read

from twosource.annotate.parse import Parser
from twosource.records import Party

LINES = (Path(__file__).parent / "events.tsv").read_text(encoding="utf8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def _fits(party: Party | None, wanted: str) -> bool:
    if wanted == "*":
        return True
    return party is None if wanted == "-" else party is not None and wanted.lower() in party.name.lower()


@pytest.mark.parametrize(("text", "wanted"), [(c[0], c[1:]) for c in CASES], ids=[c[0][:50] for c in CASES])
def test_a_sentence_tells_these_events(parser: Parser, text: str, wanted: list[str]) -> None:
    found = sorted(read(parser, text), key=lambda e: e.trigger.start)
    said = [(e.type, e.mode, e.actor and e.actor.name, e.target and e.target.name, e.status) for e in found]
    if wanted == ["none"]:
        assert said == []
        return
    assert len(said) == len(wanted), said
    for event, line in zip(found, wanted, strict=True):
        kind, mode, actor, target, *status = line.split(" | ")
        assert event.type == kind, said
        assert mode in ("*", event.mode or "-"), said
        assert _fits(event.actor, actor), said
        assert _fits(event.target, target), said
        assert event.status == (status[0] if status else "asserted"), said

"""Who says what, case by case: invented news in `attribution_cases.json`, the expected records beside each text.

A case names only the fields that it is about; the number and order of the attributions always count.
"""

import json
import pathlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.annotate.entities import entities
from twosource.annotate.parse import Parser
from twosource.annotate.quotes import quotations
from twosource.annotate.refusals import no_comment
from twosource.annotate.sentences import sentences
from twosource.annotate.sources import attributions
from twosource.document import document
from twosource.records import Article, Attribution, NoComment

CASES: list[dict[str, Any]] = json.loads(pathlib.Path(__file__).with_name("attribution_cases.json").read_text(encoding="utf8"))


def read(parser: Parser, text: str) -> tuple[tuple[Attribution, ...], tuple[NoComment, ...]]:
    doc = document(Article("x", "x", text))
    split = parser.parse(doc, sentences(doc))
    who = entities(doc, split, ())
    return attributions(doc, split, quotations(doc), who), no_comment(doc, split, who)


def plain(a: Attribution) -> dict[str, Any]:
    return {
        "source": a.source and a.source.text,
        "source_name": a.source_name,
        "source_kind": a.source_kind,
        "cue": a.cue and a.cue.text,
        "cue_force": a.cue_force,
        "content": [c.text for c in a.content],
        "quoted": a.quoted,
        "addressee": a.addressee and a.addressee.text,
        "via": [[v.name, v.role] for v in a.via],
        "attitude": a.attitude,
    }


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_case(parser: Parser, case: dict[str, Any]) -> None:
    found, refused = read(parser, case["text"])
    wanted = case["attributions"]
    assert [{k: plain(a)[k] for k in w} for a, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)
    assert [n.who for n in refused] == case.get("no_comment", [])


def test_every_force_form_and_kind_has_a_case() -> None:
    told = [a for c in CASES for a in c["attributions"]]
    assert {a["quoted"] for a in told if "quoted" in a} == {"direct", "indirect", "mixed"}
    assert {a["cue_force"] for a in told if "cue_force" in a} >= {"factive", "doubting"}
    kinds = {a["source_kind"] for a in told if "source_kind" in a}
    assert kinds == {"named", "institution", "anonymous", "media", "document", "unknown"}


SUBJECTS = st.sampled_from(["Carla Soto", "The union", "Two officials", "She", "A police report", "Reuters"])
CUES = st.sampled_from(["said", "claimed that", "told reporters that", "denied", "asked whether", "warned of", "wrote:"])
CLAUSES = st.sampled_from(
    [
        "the bridge was closed",
        '"the bridge is closed"',
        "“nobody was hurt,”",
        "a new strike, which began on Monday,",
        "'it is over'",
        "",
    ]
)
JOINTS = st.sampled_from([" ", ", ", ". ", "\n\n", " — ", ", adding that ", " and ", ", according to the navy", "; ", ": "])


@given(st.lists(st.tuples(SUBJECTS, CUES, CLAUSES, JOINTS), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_hold_whatever_is_said(parser: Parser, pieces: list[tuple[str, str, str, str]]) -> None:
    text = "".join(f"{subject} {cue} {clause}{joint}" for subject, cue, clause, joint in pieces)
    found, refused = read(parser, text)
    for a in found:
        for s in [a.source, a.cue, a.addressee, *a.content, *(v.span for v in a.via)]:
            assert s is None or (0 <= s.start < s.end <= len(text) and text[s.start : s.end] == s.text)
        assert a.content
        assert all(x.end <= y.start for x, y in zip(a.content, a.content[1:], strict=False))
        if a.cue is not None:
            assert not any(c.start < a.cue.end and a.cue.start < c.end for c in a.content)
        assert a.cue is not None or a.source is None
    for n in refused:
        assert text[n.span.start : n.span.end] == n.span.text

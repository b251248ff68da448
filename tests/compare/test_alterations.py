"""Is every kind of alteration found, and does a fair rewording stay silent?"""

import json
import pathlib
from collections.abc import Callable
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.stages import annotate, table
from twosource.compare.align import align
from twosource.compare.alterations import alterations
from twosource.compare.alterations.groups import closeness
from twosource.compare.embed import Embedder
from twosource.document import document
from twosource.records import AlterationKind, Article, Reading

CASES: list[dict[str, Any]] = json.loads(pathlib.Path(__file__).with_name("alteration_cases.json").read_text(encoding="utf-8"))

Read = Callable[[str, str | None], Reading]


@pytest.fixture(scope="module")
def read(parser: Parser, embedder: Embedder) -> Read:
    stages = table(parser, Gazetteer())

    def reading(text: str, published: str | None) -> Reading:
        found = annotate(document(Article("x", "x", text, published=published)), stages)
        return msgspec.structs.replace(found, vectors=embedder.vectors([s.span.text for s in found.sentences]))

    return reading


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_kinds(case: dict[str, Any], read: Read) -> None:
    first, second = case.get("published", (None, None))
    a, b = read(case["a"], first), read(case["b"], second)
    found = alterations(a, b, align(a, b))
    assert [x.kind for x in found] == case["kinds"], [x.explanation for x in found]
    for alteration in found:
        for span, text in ((alteration.a, case["a"]), (alteration.b, case["b"])):
            assert span is None or text[span.start : span.end] == span.text
        assert alteration.explanation


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([c[side] for c in CASES for side in "ab"]), min_size=1, max_size=4, unique=True))
def test_identical_texts_have_no_alteration(read: Read, texts: list[str]) -> None:
    reading = read("\n\n".join(texts), "2024-06-03")
    assert alterations(reading, reading, align(reading, reading)) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(*[st.lists(st.sampled_from(CASES), min_size=1, max_size=3)] * 2)
def test_spans_are_cut_from_the_texts_and_sides_fit_the_kind(
    read: Read, first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> None:
    a = read("\n\n".join(c["a"] for c in first), "2024-06-03")
    b = read("\n\n".join(c["b"] for c in [*first, *second]), "2024-06-20")
    for x in alterations(a, b, align(a, b)):
        assert x.explanation
        for side, reading in ((x.a, a), (x.b, b)):
            assert side is None or reading.annotation.text[side.start : side.end] == side.text != ""
        if x.kind == "claim-dropped":
            assert x.b is None
        elif x.kind == "claim-added":
            assert x.a is None
        else:
            assert x.a is not None or x.b is not None


def test_there_is_a_case_for_every_kind() -> None:
    assert {kind for case in CASES for kind in case["kinds"]} == set(get_args(AlterationKind))


@given(*[st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([1.0, 2.0]))] * 2)
def test_closeness_is_a_symmetric_share(a: dict[str, float], b: dict[str, float]) -> None:
    assert 0.0 <= closeness(a, b) <= 1.0
    assert closeness(a, b) == closeness(b, a)

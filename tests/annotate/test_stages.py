"""The table of stages proves its own order when the program starts, and a failing stage is named."""

import pytest

from twosource.annotate.stages import Stage, annotate, checked
from twosource.document import document
from twosource.errors import TwosourceError
from twosource.records import Article, Document, Sentence


def split(document: Document) -> tuple[Sentence, ...]:
    return tuple(Sentence(p.span, p.kind, (), ()) for p in document.parts)


def same(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    return sentences


def broken(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    raise ZeroDivisionError(f"with {len(sentences)} sentences")


def test_a_stage_before_what_it_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="times needs sentences"):
        checked(Stage("times", ("sentences",), same), Stage("sentences", ("document",), split))


def test_a_fact_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="given twice"):
        checked(Stage("sentences", ("document",), split), Stage("sentences", ("document",), split))


def test_a_stage_whose_function_takes_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="takes 1"):
        checked(Stage("sentences", ("document", "document"), split))


def test_a_failing_stage_is_named_with_its_article() -> None:
    stages = checked(Stage("sentences", ("document",), split, every_language=True), Stage("times", ("sentences",), broken))
    with pytest.raises(TwosourceError) as raised:
        annotate(document(Article("a.txt", "a.txt", "The harbour of Valdivia was closed by the police on Monday.")), stages)
    assert raised.value.failure.id == "a.txt"
    assert raised.value.failure.stage == "times"
    assert "ZeroDivisionError" in raised.value.failure.error


def test_another_language_skips_the_stages_of_english() -> None:
    stages = checked(Stage("sentences", ("document",), split, every_language=True), Stage("times", ("sentences",), broken))
    text = "Der Hafen von Valdivia wurde am Montag von der Polizei gesperrt, wie die Behörden am Abend mitteilten."
    reading = annotate(document(Article("a.txt", "a.txt", text)), stages)
    assert reading.annotation.language == "de"
    assert reading.annotation.sentences
    assert reading.annotation.times == ()

"""Whether events happened, read off the invented sentences of `factuality.tsv`, each with its event words marked."""

import pathlib
import re

import pytest

from twosource.annotate.factuality import DENIED, SURE, judge, judgements
from twosource.annotate.mood import mood
from twosource.annotate.parse import Parser
from twosource.annotate.predicates import implies, predicates
from twosource.annotate.scope import cues
from twosource.annotate.sentences import sentences
from twosource.annotate.syntax import head_of, token_at
from twosource.document import document
from twosource.records import Article, Attribution, Document, Sentence, Span

CASES = [
    tuple(line.split("\t"))
    for line in pathlib.Path(__file__).with_name("factuality.tsv").read_text(encoding="utf8").splitlines()
    if line and not line.startswith("#")
]


def read(parser: Parser, text: str, triggers: tuple[Span, ...] = ()) -> tuple[Document, tuple[Sentence, ...]]:
    given = document(Article("a", "a", text, triggers=triggers))
    return given, parser.parse(given, sentences(given))


def marked(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its brackets, and the words that stood between them."""
    pieces = re.split(r"\[(.*?)\]", text)
    plain, spans = "", []
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append(Span(len(plain), len(plain) + len(piece), piece))
        plain += piece
    return plain, tuple(spans)


@pytest.mark.parametrize(("status", "text"), CASES, ids=[text for _, text in CASES])
def test_status(parser: Parser, status: str, text: str) -> None:
    plain, spans = marked(text)
    found = judgements(*read(parser, plain, spans), ())
    assert [j.status for j in found] == [status] * len(spans)
    for judgement in found:
        assert -3 <= judgement.factuality <= 3
        assert judgement.factuality > DENIED or status == "denied"
        assert judgement.factuality >= SURE or status != "asserted"


def of_word(parser: Parser, text: str, word: str) -> tuple[Sentence, int]:
    (sentence,) = read(parser, text)[1]
    index = token_at(sentence, text.index(word))
    assert index is not None
    return sentence, index


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The guards did not fail to lock the gate.", "lock", set()),
        ("The guards failed to lock the gate.", "lock", {"not", "under unrealized"}),
        ("The police kept the crowd from entering.", "entering", {"not", "kept from"}),
        ("The talks are expected to resume in May.", "talks", {"to"}),
        ("The miners stopped work and will march.", "march", {"will"}),
        ("They hope to win.", "win", {"under wanted", "to", "complement"}),
        ("The man who died had hoped to leave.", "died", {"past"}),
    ],
)
def test_cues_that_reach_a_word(parser: Parser, text: str, word: str, expected: set[str]) -> None:
    found = cues(*of_word(parser, text, word))
    assert expected <= found
    assert ("not" in found) == ("not" in expected)


def test_a_predicate_noun_has_the_mood_of_its_copula(parser: Parser) -> None:
    assert "will" in mood(*of_word(parser, "It will be a long strike.", "strike"))


def test_no_word_has_two_classes(parser: Parser) -> None:
    assert {"realized", "unrealized", "hindered", "intended", "claimed"} <= set(predicates().values())
    sentence, index = of_word(parser, "They managed to leave.", "managed")
    assert implies(sentence.tokens[index]) == "realized"


def test_what_a_doubting_source_takes_for_granted_stands(parser: Parser) -> None:
    text = "The guards claimed that the man who fled had hit a warder."
    start = text.index("the man")
    said = Attribution(None, None, "unknown", None, "doubting", (Span(start, len(text), text[start:]),), "indirect", None, ())
    (sentence,) = read(parser, text)[1]
    status = {}
    for word in ("fled", "hit"):
        index = head_of(sentence, Span(text.index(word), text.index(word) + len(word), word))
        assert index is not None
        status[word] = judge(sentence, index, said)[0]
    assert status == {"fled": "asserted", "hit": "alleged"}


def test_a_mark_on_no_word_is_taken_as_told(parser: Parser) -> None:
    text = "They left.  He stayed."
    (judgement,) = judgements(*read(parser, text, (Span(10, 11, " "),)), ())
    assert (judgement.status, judgement.factuality) == ("asserted", 3.0)

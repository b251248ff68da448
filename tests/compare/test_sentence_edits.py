"""Which words of an aligned sentence were exchanged, put in or taken out?"""

from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.alterations.edits import edits, facing
from twosource.compare.alterations.groups import Group
from twosource.records import Sentence, Span, Token

POS = {"the": "DET", "she": "PRON", "not": "PART", "12": "NUM", "Graz": "PROPN", "on": "ADP"}


def sentence(*words: str) -> Sentence:
    tokens, start = [], 0
    for word in words:
        tokens.append(Token(start, start + len(word), word, word, POS.get(word, "NOUN"), "", "dep", 0))
        start += len(word) + 1
    text = " ".join(words)
    return Sentence(Span(0, len(text), text), "body", tuple(tokens), ())


def found(first: str, second: str) -> list[tuple[str | None, str | None, str]]:
    group = Group((sentence(*first.split()),), (sentence(*second.split()),))
    return [(e.a.lemma if e.a else None, e.b.lemma if e.b else None, e.bearing) for e in edits(group).edits]


def test_exchanged_put_in_and_moved() -> None:
    assert found("the dog on the table", "the lamp on the table") == [("dog", "lamp", "apart")]
    assert found("the dog on the table", "the dog not on the table") == [(None, "not", "apart")]
    assert found("dog table lamp", "lamp dog table") == [], "a word that moved is no edit"
    assert found("the port on the river", "the harbour on the river") == [("port", "harbour", "near")]


def test_a_name_for_a_pronoun_is_no_edit() -> None:
    assert found("the lamp she on the table", "the lamp Graz on the table") == []


def test_what_faces_what() -> None:
    first, second = sentence("the", "dog", "on", "the", "table"), sentence("the", "lamp", "on", "the", "table")
    all_edits = edits(Group((first,), (second,)))
    assert facing(Span(4, 7, "dog"), Span(4, 8, "lamp"), all_edits)
    assert not facing(Span(4, 7, "dog"), Span(16, 21, "table"), all_edits)


WORDS = st.lists(st.sampled_from("the dog lamp table 12 Graz not port harbour".split()), min_size=1, max_size=8)


@given(WORDS, WORDS)
def test_no_word_is_edited_twice_and_equal_sides_not_at_all(first: list[str], second: list[str]) -> None:
    a, b = sentence(*first), sentence(*second)
    told = edits(Group((a,), (b,)))
    for side in ("a", "b"):
        places = [w.index for e in told.edits if (w := getattr(e, side)) is not None]
        assert len(places) == len(set(places))
    assert 0.0 <= told.kept <= 1.0
    assert edits(Group((a,), (a,))).edits == ()

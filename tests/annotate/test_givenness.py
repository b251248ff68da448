"""Whether an event word takes up an event or brings up another, and whether it is one occasion, in invented sentences."""

import pytest

from twosource.annotate.givenness import givenness
from twosource.annotate.parse import Parser
from twosource.annotate.sentences import sentences as split
from twosource.annotate.times import times
from twosource.annotate.totals import is_single
from twosource.document import document
from twosource.records import Article, Sentence, Time, Toll


def read(parser: Parser, text: str, word: str) -> tuple[Sentence, int, tuple[Time, ...]]:
    given = document(Article("a", "a", text, published="2031-05-06"))
    parsed = parser.parse(given, split(given))
    (found,) = [(s, i) for s in parsed for i, t in enumerate(s.tokens) if t.text == word]
    return *found, times(given, parsed)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The blast damaged a bridge in the north of the country.", "blast", "given"),
        ("A blast damaged a bridge in the north of the country.", "blast", "new"),
        ("Another attack damaged a bridge in the north of the country.", "attack", "other"),
        ("The earlier strike on the port came after a week of talks.", "strike", "given"),
        ("An earlier strike on the port came after a week of talks.", "strike", "other"),
        ("Officers were called to a shooting near the station at noon.", "shooting", None),
        ("In a separate case, a raid on a farm left the owner hurt.", "raid", "other"),
        ("It was the third killing in the town since the spring.", "killing", "given"),
        ("Separately, rebels attacked a convoy on the road to the coast.", "attacked", "other"),
        ("He denied also that a missile had hit the harbour.", "hit", "other"),
        ("He denied that a missile had hit the harbour.", "hit", None),
    ],
)
def test_what_is_taken_up(parser: Parser, text: str, word: str, expected: str | None) -> None:
    sentence, index, _ = read(parser, text, word)
    assert givenness(sentence, index) == expected


@pytest.mark.parametrize(
    ("text", "word", "number", "expected"),
    [
        ("Some 344 people were killed in the city last year, the police said.", "killed", 344, False),
        ("Six people were killed in an attack on a bus last year, the police said.", "killed", 6, True),
        ("The army carried out nightly raids on the villages in the valley.", "raids", None, False),
        ("It was the deadliest attack in years on the capital of the country.", "attack", None, True),
        ("Two drivers have been in a cell in the port since Tuesday, a diplomat said.", "been", None, True),
        ("More than 700 people have been killed in the country since January.", "killed", 700, False),
        ("Two people were killed in the town on Monday, the police said.", "killed", 2, True),
    ],
)
def test_one_occasion_or_a_total(parser: Parser, text: str, word: str, number: int | None, expected: bool) -> None:
    sentence, index, found = read(parser, text, word)
    toll = None if number is None else Toll(number, number, number, sentence.span)
    assert is_single(sentence, index, found, toll) is expected

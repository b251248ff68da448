"""On whose word an event rests where its own clause gives it to nobody; the articles are invented."""

import pytest

from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.stages import annotate, table
from twosource.document import document
from twosource.records import Article

TITLE = "Nine dead after blast in fish market"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def sources(parser: Parser, gazetteer: Gazetteer, text: str, type: str) -> list[str | None]:
    """The names of those on whose word the events of a type rest, None for each without one."""
    found = annotate(document(Article("a", "a", text, published="2031-05-06")), table(parser, gazetteer)).annotation
    events = [e for e in found.events if e.type == type]
    return [None if e.attribution is None else found.attributions[e.attribution].source_name for e in events]


@pytest.mark.parametrize(
    ("lead", "wanted"),
    [
        (
            "The number of lives lost in the market hall at Lumbe rose to nine, fire chief Ana Rojas said on Monday.",
            "Ana Rojas",
        ),
        ("Fishmongers swept up glass on Monday. The mayor was there, and the mayor's wife.", None),
    ],
)
def test_a_title_rests_on_the_source_of_the_first_sentence(
    parser: Parser, gazetteer: Gazetteer, lead: str, wanted: str | None
) -> None:
    assert sources(parser, gazetteer, f"{TITLE}\n\n{lead}\n\nThe hall is ninety years old.", "ACCIDENT") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'Candidate Mara Lind rejected the result of the vote. "We do not accept it," Lind told reporters.',
            "Mara Lind",
        ),
        ('Candidate Mara Lind rejected the result of the vote. "It was fair," Peter Moe told reporters.', None),
    ],
)
def test_an_act_of_speech_rests_on_the_words_quoted_behind_it(
    parser: Parser, gazetteer: Gazetteer, text: str, wanted: str | None
) -> None:
    assert sources(parser, gazetteer, f"A long night in Lumbe\n\n{text}", "REJECT") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Two men have been arrested. They were taken from a boat off Lumbe, the spokesman, Peter Moe, told the Faro.",
            "Peter Moe",
        ),
        ("Two men have been arrested. It was the best catch in years, the spokesman, Peter Moe, told the Faro.", None),
        ("Two men have been arrested.\n\nThey were taken from a boat off Lumbe, Peter Moe told the Faro.", None),
    ],
)
def test_what_the_next_sentence_goes_on_about_has_its_source(
    parser: Parser, gazetteer: Gazetteer, text: str, wanted: str | None
) -> None:
    assert sources(parser, gazetteer, f"A long night in Lumbe\n\n{text}", "COERCE") == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Rojas dismissed reports that a second boiler had exploded in Arica on Monday.",
        "Mayor Ana Rojas dismissed as a rumour that a second boiler had exploded in Arica on Monday.",
    ],
)
def test_a_denial_is_the_word_of_whoever_denies(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    assert sources(parser, gazetteer, text, "ACCIDENT") == ["Ana Rojas"]

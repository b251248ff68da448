"""Does the speed bench of attributions count what it says?"""

import pytest

from bench.speed_annotate import measure, with_coreference, without_coreference
from twosource.annotate.parse import Parser
from twosource.annotate.sentences import sentences
from twosource.document import document
from twosource.records import Article

TEXT = "Carla Soto said the harbour was closed. She declined to comment on the strike."


def test_both_ways_find_the_same_statements(parser: Parser) -> None:
    doc = document(Article("x", "x", TEXT))
    parsed = parser.parse(doc, sentences(doc))
    assert with_coreference(doc, parsed) == without_coreference(doc, parsed) == 2


def test_every_step_takes_time_and_the_first_article_is_left_out(parser: Parser) -> None:
    two = [Article(str(n), "x", TEXT) for n in range(2)]
    assert all(seconds > 0 for seconds in measure(two, parser).values())
    with pytest.raises(ValueError, match="two articles"):
        measure(two[:1], parser)

"""Who said what, through the loaded parser, on invented news of real places."""

import msgspec
import pytest

from twosource.annotate.entities import entities
from twosource.annotate.parse import Parser
from twosource.annotate.quotes import quotations
from twosource.annotate.refusals import no_comment
from twosource.annotate.sentences import sentences
from twosource.annotate.sources import attributions
from twosource.document import document
from twosource.records import Article, Attribution, Sentence


def parsed(parser: Parser, text: str) -> tuple[Sentence, ...]:
    doc = document(Article("x", "x", text))
    return parser.parse(doc, sentences(doc))


def read(parser: Parser, text: str) -> tuple[Attribution, ...]:
    doc = document(Article("x", "x", text))
    split = parser.parse(doc, sentences(doc))
    found = attributions(doc, split, quotations(doc), entities(doc, split, ()))
    for a in found:
        for s in [a.source, a.cue, a.addressee, *a.content, *(v.span for v in a.via)]:
            assert s is None or text[s.start : s.end] == s.text
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "quoted"),
    [
        (
            "The quake destroyed eleven houses, officials said.",
            "officials", "said", ["The quake destroyed eleven houses"], "indirect",
        ),
        (
            "Mayor Carla Soto said that the harbour would stay closed.",
            "Mayor Carla Soto", "said", ["that the harbour would stay closed"], "indirect",
        ),
        (
            "\"The harbour is closed,\" Carla Soto told reporters.",
            "Carla Soto", "told", ["\"The harbour is closed,\""], "direct",
        ),
        (
            "“The harbour is closed,” said Carla Soto. “Nobody may enter it.”",
            "Carla Soto", "said", ["“The harbour is closed,”", "“Nobody may enter it.”"], "direct",
        ),
        (
            "According to the navy, two boats sank near Arica.",
            "the navy", "According to", ["two boats sank near Arica"], "indirect",
        ),
        (
            "Carla Soto said the harbour was “a ruin without a future” after the quake.",
            "Carla Soto", "said", ["the harbour was “a ruin without a future” after the quake"], "mixed",
        ),
    ],
)  # fmt: skip
def test_one_attribution(parser: Parser, text: str, source: str, cue: str, content: list[str], quoted: str) -> None:
    (a,) = read(parser, text)
    assert a.source is not None
    assert a.cue is not None
    assert (a.source.text, a.cue.text, [c.text for c in a.content], a.quoted) == (source, cue, content, quoted)


def test_addressee_and_force(parser: Parser) -> None:
    (a,) = read(parser, "The company claimed that the strike at the Turin plant was over.")
    assert (a.cue_force, a.addressee, a.source_kind) == ("doubting", None, "institution")
    (b,) = read(parser, "Carla Soto told reporters that the strike was over.")
    assert b.addressee is not None
    assert b.addressee.text == "reporters"


def test_pronoun_and_title_go_to_the_person(parser: Parser) -> None:
    text = "Carla Soto said the harbour was closed. She said that it would open on Monday. Ms Soto added that nobody was hurt."
    assert [a.source_name for a in read(parser, text)] == ["Carla Soto"] * 3


def test_quotation_runs_on_over_paragraphs(parser: Parser) -> None:
    text = "“We heard the blast at noon,” Carla Soto said. “Then the lights went out.\n\n“Nobody came to help us.”"
    first, second = read(parser, text)
    assert first.source_name == second.source_name == "Carla Soto"
    assert second.cue is None
    assert second.source is None


def test_chain(parser: Parser) -> None:
    text = "The rebels told the envoy that they would leave, the foreign ministry said."
    inner = next(a for a in read(parser, text) if a.cue is not None and a.cue.text == "told")
    assert [(v.name, v.role) for v in inner.via] == [("foreign ministry", "through")]


def test_no_comment_is_no_attribution(parser: Parser) -> None:
    text = "The airline did not immediately respond to a request for comment."
    assert read(parser, text) == ()
    doc = document(Article("x", "x", text))
    split = parsed(parser, text)
    (n,) = no_comment(doc, split, entities(doc, split, ()))
    assert n.who == "The airline"


def test_records_encode(parser: Parser) -> None:
    assert msgspec.json.encode(read(parser, "Two people died, police said."))

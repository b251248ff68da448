"""Time expressions: which words, which type, which value."""

import itertools
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.parse import Parser
from twosource.annotate.times import times
from twosource.records import Document, Part, Sentence, Span

FRIDAY = "2025-07-04T08:00:00Z"


def read(parser: Parser, text: str, published: str | None) -> list[tuple[str, str, str]]:
    whole = Span(0, len(text), text)
    document = Document(
        "d", "d", None, None, None, (), published, "metadata" if published else None, "en", text, (), (Part("body", whole),)
    )
    found = times(document, parser.parse(document, (Sentence(whole, "body", (), ()),)))
    assert all(text[t.span.start : t.span.end] == t.span.text for t in found)
    return [(t.span.text, t.type, t.value) for t in found]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The dam broke on July 3, 2025, officials said.", "July 3, 2025", "DATE", "2025-07-03"),
        ("The dam broke on 3 July, officials said.", "3 July", "DATE", "2025-07-03"),
        ("The dam broke on 2025-06-28.", "2025-06-28", "DATE", "2025-06-28"),
        ("The dam broke on 6/28/2025.", "6/28/2025", "DATE", "2025-06-28"),
        ("The dam broke on Oct. 19.", "Oct. 19", "DATE", "2024-10-19"),
        ("The dam broke on Tuesday.", "Tuesday", "DATE", "2025-07-01"),
        ("The dam broke on Friday.", "Friday", "DATE", "2025-07-04"),
        ("The minister will visit the dam on Tuesday.", "Tuesday", "DATE", "2025-07-08"),
        ("The talks are scheduled for Monday.", "Monday", "DATE", "2025-07-07"),
        ("The dam broke last Friday.", "last Friday", "DATE", "2025-06-27"),
        ("The dam broke Tuesday night.", "Tuesday night", "TIME", "2025-07-01TNI"),
        ("Shelling continued overnight.", "overnight", "TIME", "2025-07-03TNI"),
        ("The bridge was closed earlier this week.", "earlier this week", "DATE", "2025-W27"),
        ("The bridge was closed last month.", "last month", "DATE", "2025-06"),
        ("The bridge was closed in early June.", "early June", "DATE", "2025-06"),
        ("The bridge was closed in late 2017.", "late 2017", "DATE", "2017"),
        ("The bridge was built in the 1990s.", "the 1990s", "DATE", "199"),
        ("The bridge was closed two days ago.", "two days ago", "DATE", "2025-07-02"),
        ("The strike lasted three weeks.", "three weeks", "DURATION", "P3W"),
        ("Profits fell in the first quarter.", "the first quarter", "DATE", "2025-Q1"),
        ("The plant closed last fall.", "last fall", "DATE", "2024-FA"),
        ("Prices rose in recent weeks.", "recent weeks", "DURATION", "PXW"),
        ("The siren sounds every day.", "every day", "SET", "P1D"),
        ("The blast came at 9 p.m. on Thursday.", "9 p.m. on Thursday", "TIME", "2025-07-03T21:00"),
        ("Trams now run again.", "now", "DATE", "PRESENT_REF"),
    ],
)
def test_values_told_from_the_day_of_publication(parser: Parser, text: str, words: str, kind: str, value: str) -> None:
    assert read(parser, text, FRIDAY) == [(words, kind, value)]


LOCAL = [
    tuple(line.split("\t"))
    for line in pathlib.Path(__file__).with_name("times.tsv").read_text(encoding="utf8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("published", "text", "expected"), LOCAL, ids=[text for _, text, _ in LOCAL])
def test_times_as_news_tells_them(parser: Parser, published: str, text: str, expected: str) -> None:
    told = ["|".join(found) for found in read(parser, text, None if published == "-" else published)]
    assert told == [one for one in expected.split("; ") if one != "-"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on Monday.", "XXXX-WXX-1"),
        ("The dam broke in June.", "XXXX-06"),
        ("The dam broke on June 5.", "XXXX-06-05"),
        ("The dam broke yesterday.", "PAST_REF"),
        ("The dam broke last week.", "XXXX-WXX"),
        ("The dam broke two days ago.", "XXXX-XX-XX"),
        ("The dam broke last summer.", "XXXX-SU"),
    ],
)
def test_without_a_day_of_publication_no_day_is_made_up(parser: Parser, text: str, value: str) -> None:
    assert [v for _, _, v in read(parser, text, None)] == [value]


def test_a_later_day_is_counted_from_the_day_named_before(parser: Parser) -> None:
    values = [v for _, _, v in read(parser, "The vote was held on May 30 and two days later the count ended.", FRIDAY)]
    assert values == ["2025-05-30", "2025-06-01"]


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old girl was rescued.",
        "May Castillo sold 2000 tickets.",
        "The court may rule on it.",
        "About three-quarters agreed.",
    ],
)
def test_ages_names_and_counts_are_no_times(parser: Parser, text: str) -> None:
    assert read(parser, text, FRIDAY) == []


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="0123456789-/.: apmJuly'snextofMay\n’–", max_size=60), st.sampled_from([FRIDAY, "2024-02-29", None]))
def test_no_text_breaks_it_and_times_never_overlap(text: str, published: str | None) -> None:
    whole = Span(0, len(text), text)
    document = Document("d", "d", None, None, None, (), published, None, "en", text, (), ())
    found = times(document, (Sentence(whole, "body", (), ()),))
    assert all(text[t.span.start : t.span.end] == t.span.text for t in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))

"""What does the head of an article tell of its date, author, origin and language?"""

import pytest

from twosource.document import document
from twosource.document.credits import glued_credit, named_credits
from twosource.document.language import language
from twosource.document.publication import iso_date, name_date
from twosource.records import Article, Document

STORY = (
    "\nFerries between Oslo and Kiel stopped on Sunday because of high winds, the operator said."
    "\nThey are to sail again on Monday."
)


def made(text: str, path: str = "x.txt", published: str | None = None, outlet: str | None = None) -> Document:
    return document(Article("x", path, text, published=published, outlet=outlet))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2017-09-19T00:00:00", "2017-09-19"),
        ("2017-09-19T08:30:00Z", "2017-09-19T08:30:00+00:00"),
        ("3 July 2025", "2025-07-03"),
        ("July 3rd, 2025", "2025-07-03"),
        ("2025-07", "2025-07"),
        ("2025", "2025"),
        ("July 2025", None),
        ("3 July", None),
        ("10:30", None),
        ("03/04/2025", None),
        ("13/04/2025", "2025-04-13"),
        ("04/04/2025", "2025-04-04"),
        ("yesterday", None),
        ("2025-02-31", None),
        ("", None),
    ],
)
def test_a_date_is_read_only_if_it_can_be_read_in_one_way(value: str, expected: str | None) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("in/2025-07-04-ferry.txt", "2025-07-04"),
        ("20250704_ferry.txt", "2025-07-04"),
        ("2025-13-04.txt", None),
        ("120250704.txt", None),
        ("2024-01-01-to-2024-01-05.txt", None),
        ("2024-01-01/ferry.txt", None),
    ],
)
def test_a_day_in_a_file_name(path: str, expected: str | None) -> None:
    assert name_date(path) == expected


@pytest.mark.parametrize(
    ("text", "path", "published", "expected"),
    [
        ("Ferries stop" + STORY, "2025-07-04-a.txt", "2025-07-01", ("2025-07-01", "metadata")),
        ("date 2025-07-02 Ferries stop" + STORY, "2025-07-04-a.txt", None, ("2025-07-02", "dateline")),
        ("Ferries stop\nUpdated Thursday 3 July 2025 at 10:30" + STORY, "2025-07-04-a.txt", None, ("2025-07-03", "header")),
        ("Ferries stop\nJuly 3, 2025" + STORY, "a.txt", None, ("2025-07-03", "header")),
        ("OSLO, July 3, 2025 (AP) — Ferries stopped on Sunday." + STORY, "a.txt", None, ("2025-07-03", "dateline")),
        ("OSLO, July 3 (AP) — Ferries stopped on Sunday." + STORY, "a.txt", None, (None, None)),
        ("Ferries stop" + STORY, "2025-07-04-a.txt", "03/04/2025", ("2025-07-04", "filename")),
        ("Ferries stop" + STORY, "a.txt", None, (None, None)),
    ],
)
def test_publication_date_and_how_it_is_known(
    text: str, path: str, published: str | None, expected: tuple[str | None, str | None]
) -> None:
    found = made(text, path, published)
    assert (found.published, found.published_basis) == expected


def test_outlet_comes_from_metadata_or_from_a_glued_name_alone() -> None:
    assert made("· fjordpost.noFerries stopped on Sunday." + STORY).outlet == "fjordpost.no"
    assert made("· fjordpost.noFerries stopped on Sunday." + STORY, outlet="Kiel Daily").outlet == "Kiel Daily"
    assert made("OSLO (AP) — Ferries stopped on Sunday." + STORY).outlet is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("BY JANE DOE", ("JANE DOE",)),
        ("Jane Doe, Fjord News", ("Jane Doe",)),
        ("By Jane van der Doe, Oslo correspondent", ("Jane van der Doe",)),
        ("Von Petra Muster", ("Petra Muster",)),
        ("By noon the ferries had stopped", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert made("Ferries stop in the Kattegat\n" + line + STORY).byline == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KYIV, July 3 (Reuters) -", [("Reuters", "agency")]),
        ("Source: Xinhua", [("Xinhua", "agency")]),
        ("AFP and dpa contributed to this report", [("AFP", "agency"), ("dpa", "agency")]),
        ("BOSTON--(BUSINESS WIRE)--", [("Business Wire", "press-release")]),
        ("the APA of reutersville", [("APA", "agency")]),
        ("snap apply", []),
    ],
)
def test_agencies_are_named(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.name, c.kind) for c in named_credits(line, 0, len(line))] == expected


@pytest.mark.parametrize("text", ["PASADENA, Calif. — A", "APPLE rose", "U.S.Army said", "kept at site.com The", "St.Louis is"])
def test_nothing_is_glued_where_a_word_only_begins_like_a_name(text: str) -> None:
    assert glued_credit(text, 0, len(text)) is None


def test_a_picture_credit_is_no_credit_for_the_text() -> None:
    text = "Ferries stop" + STORY + "\nA ferry at Kiel on Sunday. Jane Doe/AFP" + STORY
    assert made(text).credits == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire kills three in Lima", "en"),
        ("Two people were hurt in Poltava.", "en"),
        ("Minister quits", "en"),
        ("Senate passes bill", "en"),
        ("Strong earthquake hits Chile", "en"),
        ("El presidente dijo que no.", "es"),
        ("Le président a dit non", "fr"),
        ("Der Minister sagte am Montag ab", "de"),
        ("Правительство подало в отставку", "ru"),
        ("Il governo si è dimesso", "it"),
        ("2025-07-04", "en"),
    ],
)
def test_language_of_short_texts(text: str, expected: str) -> None:
    assert language(text) == expected

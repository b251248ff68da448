"""Are parts told apart as the written cases say, and do they always lie in order inside the text?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.document import document
from twosource.records import Article

KINDS = {"title", "dateline", "credit", "heading", "body", "caption", "related", "boilerplate"}


def cases() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Name, text and expected parts of each case in parts.txt.

    `kind: words` is a line; `¦` joins parts of one line; a line that begins with a space continues the one before.
    """
    found = {}
    written = (Path(__file__).parent / "parts.txt").read_text(encoding="utf8")
    for case in written.split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        text: list[str] = []
        parts: list[tuple[str, str]] = []
        for line in rest.rstrip("\n").split("\n"):
            if line.startswith(" "):
                text.append(line[1:])
                parts[-1] = (parts[-1][0], parts[-1][1] + "\n" + line[1:])
                continue
            pieces = [piece.partition(": ") for piece in line.split("¦")] if line else []
            assert {kind for kind, _, _ in pieces} <= KINDS, line
            text.append("".join(words for _, _, words in pieces))
            parts += [(kind, words.strip()) for kind, _, words in pieces]
        found[name] = ("\n".join(text), parts)
    return found


CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_parts_are_told_apart(name: str) -> None:
    text, expected = CASES[name]
    assert [(p.kind, p.span.text) for p in document(Article("x", "x.txt", text)).parts] == expected


def test_title_in_the_text_is_found_by_the_metadata() -> None:
    text = "Bridge reopens in Cuenca. CUENCA — The bridge over the river was opened again on Monday. Cars crossed it at noon."
    parts = document(Article("x", "x.txt", text, title="Bridge Reopens in Cuenca")).parts
    assert [(p.kind, p.span.text) for p in parts][:2] == [("title", "Bridge reopens in Cuenca."), ("dateline", "CUENCA —")]


def test_text_of_a_caption_alone_stays_body() -> None:
    assert [p.kind for p in document(Article("x", "x.txt", "A burnt bus in Lyon. (Photo: Jane Doe)")).parts] == ["body"]


def test_a_form_that_asks_for_an_address_is_furniture_however_long() -> None:
    form = (
        "Evening Post Newsletter Sign-up. Prove that you are not a robot. You entered an invalid email address. Choose how often "
        "we may write to you, once a day, once a week or only when something of importance has happened in one of the towns "
        "that you have marked on the map below, and whether our partners may tell you about trips, books and wine. Thank you for "
        "subscribing."
    )
    text = f"The bridge at Osijek was closed on Monday.\n{form}\nA newsletter sign-up drew 300 people, the mayor said."
    kinds = [p.kind for p in document(Article("x", "x.txt", text)).parts]
    assert kinds == ["body", "boilerplate", "body"]


def test_no_parts_in_nothing() -> None:
    assert document(Article("x", "x.txt", " \n\t\n")).parts == ()


LINES = [
    "By Jane Doe", "Read more:", "Advertisement", "OSLO, May 6 (AFP) — Ferries stopped.", "Aftershocks Expected",
    "(Reuters)",
    "date 2024-02-11 Avalanche closes pass",
    "· site.ieFerries stopped on Sunday.", "It rained. \"We left,\" he said. (AP)", "© 2024",
    "By Jane Doe. OSLO (AP) — Ferries stopped.", "A fallen tree in Oslo on May 6",
    "   ", "\u00a0", "Snow fell in the hills, the police said.",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=14), st.sampled_from(["\n", "\n\n", "\n \n"]), st.booleans()
)
def test_parts_lie_in_order_and_never_overlap(pieces: list[str], gap: str, titled: bool) -> None:
    text = gap.join(pieces)
    made = document(Article("x", "x.txt", text, title=pieces[0] if titled and pieces else None))
    end = 0
    for part in made.parts:
        assert part.span.start >= end
        assert part.span.end > part.span.start
        assert text[part.span.start : part.span.end] == part.span.text == part.span.text.strip()
        end = part.span.end
    assert all(text[c.span.start : c.span.end] == c.span.text for c in made.credits)


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_parts_hold_every_word(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    held = "".join(p.span.text for p in document(Article("x", "x.txt", text)).parts)
    assert "".join(held.split()) == "".join(text.split())

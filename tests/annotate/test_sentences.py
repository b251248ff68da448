"""Are sentences cut where a reader would, and do they cover their parts?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.sentences import SAID, sentences, split
from twosource.document import document
from twosource.records import Article

CASES = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf8").splitlines() if line
]


@pytest.mark.parametrize(("language", "written"), CASES)
def test_sentences_are_cut_where_the_case_says(language: str, written: str) -> None:
    expected = [piece.removeprefix("+") for piece in written.split("|")]
    text = ("" if language in ("ja", "zh") else " ").join(written.split("|")).replace(" +", "")
    assert [text[a:b].strip() for a, b in split(text, language)] == expected


def test_no_sentence_runs_over_a_line_break_or_into_a_caption() -> None:
    text = (
        "Ferries stop in the Kattegat\n"
        "Ferries between Oslo and Kiel stopped on Sunday because of high winds, the operator said. They wait.\n"
        "A ferry in the harbour of Kiel, Germany, on May 6\n"
        "Passengers were put up in hotels for the night, according to the harbour master. None was hurt\n"
    )
    made = sentences(document(Article("x", "x.txt", text)))
    assert [(s.part, s.span.text.split()[0], s.span.text.split()[-1]) for s in made] == [
        ("title", "Ferries", "Kattegat"),
        ("body", "Ferries", "said."),
        ("body", "They", "wait."),
        ("caption", "A", "6"),
        ("body", "Passengers", "master."),
        ("body", "None", "hurt"),
    ]


WORDS = ["Mr.", "U.S.", "J.", "No.", "The", "said", "Roe", "he", "3.5", ". ", '." ']
MARKS = st.sampled_from([*".!?…\"'“”‘’«»()[] \n,-", *WORDS])


@given(st.lists(MARKS | st.text(max_size=8), max_size=40).map("".join), st.sampled_from(["en", "de", "ja", "xx"]))
def test_sentences_cover_their_parts_and_never_overlap(text: str, language: str) -> None:
    cuts = list(split(text, language))
    assert "".join(text[a:b] for a, b in cuts) == text
    made = document(Article("x", "x.txt", text))
    found = sentences(made)
    end = 0
    for sentence in found:
        assert sentence.span.start >= end
        assert text[sentence.span.start : sentence.span.end] == sentence.span.text == sentence.span.text.strip() != ""
        end = sentence.span.end
    held = "".join("".join(s.span.text.split()) for s in found)
    assert held == "".join("".join(p.span.text.split()) for p in made.parts if p.kind in SAID)

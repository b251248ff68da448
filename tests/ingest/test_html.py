import pytest

from tests.ingest.samples import PAGE, PARAGRAPHS
from twosource.errors import TwosourceError
from twosource.ingest.html import DEEPEST, extract


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    article = extract(PAGE, "p.html", "p.html")
    assert article.title == "Dock strike enters third day"
    assert article.outlet == "Harbour Gazette"
    assert article.url == "https://gazette.example/strike"
    assert article.byline == ("Ana Silva", "Jo Berg")
    assert article.published == "2025-03-04"


def test_each_paragraph_is_a_line_and_the_furniture_is_gone() -> None:
    lines = extract(PAGE, "p.html", "p.html").text.split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not any("Sport" in line or "Terms" in line for line in lines)


def test_a_date_in_the_text_is_no_publication_date() -> None:
    body = "".join(f"<p>{p} It began on 2 March 2019.</p>" for p in PARAGRAPHS)
    article = extract(f"<html><body><article>{body}</article></body></html>", "x", "x")
    assert (article.published, article.outlet, article.url, article.byline) == (None, None, None, ())


@pytest.mark.parametrize(
    ("markup", "word"),
    [
        ("<html></html>", "no article text"),
        ("<div>" * (DEEPEST + 1) + "text", "nested too deeply"),
        ("<!-- only -->", "no article text"),
    ],
)
def test_a_page_without_an_article_is_refused(markup: str, word: str) -> None:
    with pytest.raises(TwosourceError, match=word):
        extract(markup, "x", "x")


def test_unclosed_paragraphs_are_not_deep() -> None:
    markup = "<html><body><article>" + f"<p>{PARAGRAPHS[0]}\n" * 3000 + "</article></body></html>"
    assert extract(markup, "x", "x").text.startswith("Dock workers")

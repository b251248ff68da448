"""A Markdown file gives plain paragraphs, its first heading as the title, and none of its marks."""

import pathlib

from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import TwosourceError
from twosource.ingest.files import read
from twosource.ingest.markdown import read_markdown
from twosource.records import Article, Failure

SOURCE = """# Bridge *closed* after ship strikes pillar

**ROTTERDAM** – A bridge was closed on Wednesday
after a [ship](http://example.org "x") struck it & stopped.

![The bow](bow.jpg)

> "Nobody was hurt," said `alderman` Piet Bos.

<script>alert(1)</script>

- one
- two

| a | b |
|---|---|
| 3 | 4 |
"""


def test_marks_are_gone_and_words_are_kept_in_order() -> None:
    article = read_markdown(SOURCE, "x", "x.md")
    assert article.title == "Bridge closed after ship strikes pillar"
    assert article.text.split("\n\n") == [
        "Bridge closed after ship strikes pillar",
        "ROTTERDAM – A bridge was closed on Wednesday after a ship struck it & stopped.",
        "Image: The bow",
        '"Nobody was hurt," said alderman Piet Bos.',
        "one",
        "two",
        "a",
        "b",
        "3",
        "4\n",
    ]


def test_a_file_of_marks_alone_is_a_failure(tmp_path: pathlib.Path) -> None:
    (tmp_path / "rule.md").write_text("---\n\n***\n", "utf8")
    (found,) = read([str(tmp_path / "rule.md")])
    assert isinstance(found, Failure)
    assert "holds no text" in found.error


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        article = read_markdown(source, "x", "x.md")
    except TwosourceError:
        return
    assert isinstance(article, Article)
    assert article.text.strip()

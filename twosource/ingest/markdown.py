"""What does a Markdown file say, without its marks?

markdown-it (CommonMark) finds the blocks; each becomes a paragraph of plain words, like those of a page. Emphasis, links and
headings lose their marks, a picture becomes a line with its caption, raw HTML and rules are left out. The first heading of the
first level is the title.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from twosource.errors import TwosourceError
from twosource.records import Article


def read_markdown(source: str, id: str, path: str) -> Article:
    """The article of a Markdown text.

    Raises:
        TwosourceError: it holds no words.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    blocks = [(kind, text) for kind, text in _blocks(tokens) if text]
    if not blocks:
        raise TwosourceError(id, "ingest", "holds no text between its marks")
    title = next((text for kind, text in blocks if kind == "h1"), None)
    return Article(id, path, "\n\n".join(text for _, text in blocks) + "\n", title)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The element and the words of each block."""
    element = ""
    for token in tokens:
        if token.type.endswith("_open"):
            element = token.tag
        elif token.type == "inline":
            yield element, _words(token.children or ()).strip()
        elif token.type in ("code_block", "fence"):
            yield "pre", token.content.strip()


def _words(tokens: Sequence[Token]) -> str:
    found = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            found.append(token.content)
        elif token.type == "softbreak":
            found.append(" ")
        elif token.type == "hardbreak":
            found.append("\n")
        elif token.type == "image" and token.content:
            found.append(f"Image: {token.content}")
    return "".join(found)

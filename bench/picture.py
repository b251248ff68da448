"""Draws the README's picture: what `twosource brief examples/pile` prints, as an SVG without fonts from outside.

python bench/picture.py docs/briefing.svg
"""

import io
import pathlib
import re
import sys

from rich.console import Console
from rich.text import Text

from twosource.engine import Engine
from twosource.ingest.files import read
from twosource.report.briefing import briefing_view
from twosource.report.terminal import print_briefing

PILE = "examples/pile"
LINES = 60
"""Lines of the output that the picture shows."""


def picture(lines: int) -> str:
    """The first lines of the briefing on the examples, as SVG."""
    printed = io.StringIO()
    print_briefing(
        briefing_view(Engine().brief(read([PILE]))), Console(file=printed, width=110, force_terminal=True, highlight=False)
    )
    console = Console(record=True, width=110, file=io.StringIO(), force_terminal=True)
    from_ansi = printed.getvalue().splitlines()[:lines]
    console.print(Text.from_ansi("\n".join(from_ansi)))
    svg = console.export_svg(title=f"twosource brief {PILE}")
    return re.sub(r"@font-face\s*\{[^}]*\}", "", svg)


if __name__ == "__main__":
    pathlib.Path(sys.argv[1]).write_text(picture(LINES), "utf-8")

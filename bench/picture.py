"""Draws the README's pictures from `examples/pile`: the terminal as SVG without fonts from outside, the report as screenshots.

    python -m bench.picture

Needs Chromium (Debian: apt install chromium) for the screenshots.
"""

import io
import pathlib
import re
import shutil
import sys
import tempfile

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.text import Text

from twosource.engine import Engine
from twosource.ingest.files import read
from twosource.report.briefing import BriefingView, briefing_view
from twosource.report.html import briefing_html
from twosource.report.terminal import print_briefing

ROOT = pathlib.Path(__file__).resolve().parents[1]
PILE = "examples/pile"
DOCS = ROOT / "docs"
LINES = 60
"""Lines of the output that the picture shows."""


def terminal(view: BriefingView, lines: int) -> str:
    """The first lines of the briefing on the terminal, as SVG."""
    printed = io.StringIO()
    print_briefing(view, Console(file=printed, width=110, force_terminal=True, highlight=False))
    console = Console(record=True, width=110, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(printed.getvalue().splitlines()[:lines])))
    return re.sub(r"@font-face\s*\{[^}]*\}", "", console.export_svg(title=f"twosource brief {PILE}"))


def screenshots(view: BriefingView, folder: pathlib.Path) -> None:
    """`report.png`, the head and the table at desktop width; `report-phone.png`, a pair of articles side by side at phone width.

    Raises:
        FileNotFoundError: without Chromium.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise FileNotFoundError("chromium")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        page_file = pathlib.Path(scratch) / "briefing.html"
        page_file.write_text(briefing_html(view), "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])

        def opened(width: int, height: int) -> Page:
            page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1)
            page.goto(page_file.as_uri())
            return page

        opened(1180, 900).screenshot(path=folder / "report.png")
        most = max((d for s in view.stories for d in s.derivations), key=lambda d: d.altered)
        phone = opened(390, 760)
        phone.goto(f"{page_file.as_uri()}#{most.anchor}")
        phone.wait_for_timeout(200)
        phone.screenshot(path=folder / "report-phone.png")
        browser.close()


def main() -> int:
    """Writes the pictures into docs/."""
    view = briefing_view(Engine().brief(read([PILE])))
    (DOCS / "briefing.svg").write_text(terminal(view, LINES), "utf-8")
    screenshots(view, DOCS)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The briefing on the examples, once for a test run, and a browser where there is one."""

import os
import pathlib
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from twosource.engine import Engine
from twosource.ingest.files import read
from twosource.options import Options
from twosource.records import Briefing
from twosource.report.briefing import briefing_view
from twosource.report.html import briefing_html

ROOT = pathlib.Path(__file__).parents[2]
CHROMIUM = next((path for name in ("/usr/bin/chromium", "chromium", "google-chrome") if (path := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def pile() -> Briefing:
    """What the program makes of `examples/pile`."""
    return Engine(Options(workers=1)).brief(read([str(ROOT / "examples/pile")]))


@pytest.fixture(scope="session")
def pile_page(pile: Briefing, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the report on `examples/pile`."""
    path = tmp_path_factory.mktemp("report") / "briefing.html"
    path.write_text(briefing_html(briefing_view(pile)), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it. Without one the tests that need it are skipped, and on the builds they fail."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("the builds test in a browser: .ci/run installs chromium")
        pytest.skip("no chromium here: the report was NOT tested in a browser (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()

"""Every code block of the documents runs and prints what stands below it; the pages are built and load nothing from outside.

A block of `sh` or `python` runs in a copy of the examples, each page from top to bottom, in one Python namespace. A block of
`text` behind it is what it prints, where "…" stands for anything.
"""

import contextlib
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from twosource.records import AlterationKind
from twosource.surfaces.cli import app

ROOT = pathlib.Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [*DOCS, ROOT / "README.md"]
FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.M | re.S)
SET_UP = ("./demo", "./test")
"""Lines that the builds run by themselves: they make a virtual environment."""


def blocks(page: pathlib.Path) -> Iterator[tuple[str, str, str | None]]:
    """Language and code of every block that runs, with what it prints if that stands below."""
    found = [(m[1], m[2]) for m in FENCE.finditer(page.read_text("utf-8"))]
    for n, (language, code) in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else ("", "")
        if language in ("sh", "python"):
            yield language, code, after[1] if after[0] == "text" else None
        elif language == "json":
            json.loads(code)
        else:
            assert language == "text" or language.startswith("{"), f"{page.name}: a block of {language or 'nothing'}"


def fits(expected: str, printed: str) -> bool:
    """Whether what was printed is what stands in the document; "…" is anything, also nothing."""
    pattern = ".*".join(re.escape(part.strip("\n")) for part in expected.strip().split("…"))
    return re.fullmatch(rf"\s*{pattern}\s*", printed.replace("\r\n", "\n"), re.S) is not None


@pytest.fixture
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A folder with the examples, in which `twosource` is a command."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commands = tmp_path / ".bin"
    commands.mkdir()
    (commands / "twosource").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m twosource "$@"\n')
    (commands / "twosource").chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_block_runs(page: pathlib.Path, folder: pathlib.Path) -> None:
    namespace: dict[str, object] = {}
    for language, code, expected in blocks(page):
        if language == "python":
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(code, f"{page.name}", "exec"), namespace)
            printed = out.getvalue()
        else:
            lines = [line for line in code.splitlines() if not line.startswith(SET_UP)]
            run = subprocess.run(["bash", "-euc", "\n".join(lines)], capture_output=True, text=True, check=False)
            assert run.returncode == 0, f"{code}\n{run.stderr}"
            printed = run.stdout
        if expected is not None:
            assert fits(expected, printed), f"{page.name}:\n{code}\nprinted\n{printed}\nnot\n{expected}"


@pytest.mark.parametrize(
    ("expected", "printed", "right"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a … c", "a b\n c", True),
        ("a … c", "a b", False),
        ("…x…", "1\nx\n2", True),
        ("a", "ab", False),
    ],
)
def test_what_is_printed_is_held_against_the_page(expected: str, printed: str, right: bool) -> None:
    assert fits(expected, printed) is right


def test_every_page_is_in_the_index_and_every_command_and_kind_in_the_pages(built: pathlib.Path) -> None:
    index = (ROOT / "docs/index.md").read_text("utf-8")
    for page in DOCS:
        assert page.stem == "index" or re.search(rf"^{page.stem}$", index, re.M), f"{page.name} is in no table of contents"
    commands = (built / "cli.html").read_text("utf-8")
    for command in app.registered_commands:
        assert command.callback
        assert f"twosource {command.name or command.callback.__name__} " in commands
    kinds = (built / "alterations.html").read_text("utf-8")
    for kind in AlterationKind.__args__:  # type: ignore[attr-defined]  # a Literal has them
        assert re.search(rf"<h2>{kind}.*?<blockquote>", kinds, re.S), f"no example of {kind}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The pages, built; a warning of the builder is an error."""
    out = tmp_path_factory.mktemp("docs")
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(ROOT / "docs"), str(out)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return out


def test_the_pages_load_nothing_from_outside(built: pathlib.Path) -> None:
    class Loads(html.parser.HTMLParser):
        found: tuple[str, ...] = ()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            if tag == "link" and given.get("rel") in ("canonical", "author"):
                return
            address = given.get("src") or (given.get("href") if tag == "link" else None)
            self.found += (address,) if address else ()

    pages = list(built.rglob("*.html"))
    assert len(pages) > len(DOCS)
    for page in pages:
        loads = Loads()
        loads.feed(page.read_text("utf-8"))
        assert loads.found
        assert not [x for x in loads.found if re.match(r"(https?:)?//", x)], page.name
    for style in built.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*['\"]?(https?:)?//", style.read_text("utf-8")), style.name

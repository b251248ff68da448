"""Does every module stay in its room? The order is in docs/architecture.md; here it is enforced by reading the imports."""

import ast
import pathlib
from collections.abc import Iterator

import pytest

PACKAGE = "twosource"
ROOT = pathlib.Path(__file__).parents[1]
FOUNDATION = {"records", "values", "text", "options", "errors", "resources"}
ORDER = ["foundation", "ingest", "document", "annotate", "compare", "story", "ledger", "report", "engine", "surfaces"]
# A room imports rooms to its left. One module imports one of them at most: to bring rooms together is the engine's work alone. A
# surface speaks to the engine, reads the input, keeps people's judgements, and has its answer drawn.
JOINERS = {"engine": ORDER[1:8], "surfaces": ["ingest", "ledger", "report", "engine"]}
OUTSIDE = {
    "socket",
    "ssl",
    "urllib",
    "requests",
    "http",
    "httpx",
    "httpx2",
    "time",
    "random",
    "sqlite3",
    "secrets",
    "uuid",
    "sqlalchemy",
}
PURE_PARTS = {"urllib.parse"}  # names that live in such a module and touch nothing outside
OUTSIDE_CALLS = {"now", "today", "utcnow"}
MAY_REACH_OUT = ("ingest/fetch", "ledger/store", "surfaces/")
VAGUE = {"utils", "util", "misc", "helpers", "helper", "common"}


def room_of(module: str) -> str:
    """The room of a dotted module name, such as `compare` for `twosource.compare.align`."""
    name = module.split(".")[1] if "." in module else "foundation"
    return {"__main__": "surfaces", **dict.fromkeys(FOUNDATION, "foundation")}.get(name, name)


def imports(tree: ast.Module, module: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported, relative imports resolved; `from a import b` yields `a.b`."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            whole = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{whole}.{alias.name}") for alias in node.names)


def complaints(root: pathlib.Path) -> list[str]:
    """Everything under `root`/twosource that breaks the order of the house, as `file:line: what`."""
    found = []
    for path in sorted((root / PACKAGE).rglob("*.py")):
        inside = path.relative_to(root / PACKAGE).with_suffix("").as_posix()
        is_package = path.name == "__init__.py"
        module = ".".join([PACKAGE, *(part for part in inside.split("/") if part != "__init__")])
        room, tree = room_of(module), ast.parse(path.read_text(encoding="utf8"))

        def complain(line: int, what: str, inside: str = inside) -> None:
            found.append(f"{inside}.py:{line}: {what}")

        if VAGUE & set(inside.split("/")):
            complain(1, "a name that says nothing")
        if room not in ORDER:
            complain(1, f"no room is called {room}")
            continue
        joined = set()
        for line, name in imports(tree, module, is_package):
            if name.split(".")[0] == PACKAGE:
                target = room_of(name)
                if target not in ORDER or target in {room, "foundation"}:
                    continue
                if target not in JOINERS.get(room, ORDER[: ORDER.index(room)]):
                    complain(line, f"{room} imports {target}")
                joined.add(target)
                if room not in JOINERS and len(joined) > 1:
                    complain(line, f"joins {' and '.join(sorted(joined))}")
            elif inside.startswith(MAY_REACH_OUT) or any(name == p or name.startswith(f"{p}.") for p in PURE_PARTS):
                continue
            elif name.split(".")[0] in OUTSIDE:
                complain(line, f"{name} reaches outside")
        for node in ast.walk(tree):
            if not isinstance(node, ast.Name | ast.Attribute):
                continue
            *owner, name = ast.unparse(node).split(".")
            if name == "TYPE_CHECKING":
                complain(node.lineno, "an import under TYPE_CHECKING")
            if name in OUTSIDE_CALLS and owner[-1:] in (["datetime"], ["date"]) and not inside.startswith(MAY_REACH_OUT):
                complain(node.lineno, "asks the clock")
    return found


def test_the_house_is_in_order() -> None:
    assert complaints(ROOT) == []


@pytest.mark.parametrize(
    ("file", "source", "complaint"),
    [
        ("annotate/times.py", "from twosource.compare import align", "annotate/times.py:1: annotate imports compare"),
        ("compare/align.py", "from ..story.lineage import roots", "compare/align.py:1: compare imports story"),
        (
            "story/cluster.py",
            "import twosource.compare.embed, twosource.annotate.syntax",
            "story/cluster.py:1: joins annotate and compare",
        ),
        ("values/dates.py", "import twosource.ingest.files", "values/dates.py:1: foundation imports ingest"),
        ("surfaces/cli.py", "from twosource.story.cluster import cluster", "surfaces/cli.py:1: surfaces imports story"),
        ("report/view.py", "x = 1\nimport sqlite3", "report/view.py:2: sqlite3 reaches outside"),
        ("report/html.py", "from urllib.request import urlopen", "report/html.py:1: urllib.request.urlopen reaches outside"),
        ("ledger/same.py", "import datetime\ndatetime.date.today()", "ledger/same.py:2: asks the clock"),
        ("story/cluster.py", "import typing\nif typing.TYPE_CHECKING: pass", "story/cluster.py:2: an import under TYPE_CHECKING"),
        ("annotate/helpers.py", "", "annotate/helpers.py:1: a name that says nothing"),
        ("cleverness/x.py", "", "cleverness/x.py:1: no room is called cleverness"),
    ],
)
def test_a_breach_is_seen(tmp_path: pathlib.Path, file: str, source: str, complaint: str) -> None:
    path = tmp_path / PACKAGE / file
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf8")
    assert complaints(tmp_path) == [complaint]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("engine.py", "from twosource.story.cluster import cluster\nfrom twosource.annotate import stages"),
        ("compare/align.py", "from ..annotate.syntax import children"),
        ("__main__.py", "from twosource.surfaces.cli import main"),
        ("ingest/fetch.py", "import socket, urllib.request"),
        ("ingest/feeds.py", "from urllib.parse import urljoin"),
        ("surfaces/watch.py", "import time\nfrom twosource.engine import Engine"),
        ("annotate/times.py", "import datetime\nfrom twosource.annotate import syntax\nfrom twosource.values.dates import Day"),
    ],
)
def test_what_is_allowed_passes(tmp_path: pathlib.Path, file: str, source: str) -> None:
    path = tmp_path / PACKAGE / file
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf8")
    assert complaints(tmp_path) == []

"""What do the pages say that the program knows better? Tables made from the code, the tests' cases and the recorded figures.

They are written when the pages are built, so that they cannot go out of date.
"""

import ast
import json
import pathlib

import features
from measured import measured
from typer import rich_utils
from typer.testing import CliRunner

from twosource.compare.direction import CREDITED, PUBLISHED
from twosource.compare.pair import COPIED, EXCERPTED
from twosource.compare.verdict import DERIVED_AT
from twosource.compare.weights import DIRECTION_WEIGHTS, INTERCEPT, WEIGHTS
from twosource.ledger import weights as same_event
from twosource.records import AlterationKind, Briefing, Manifest
from twosource.report.export.codes import ACLED, CAMEO, acled_type, cameo
from twosource.report.export.tables import tables
from twosource.report.wording import TYPES, VERDICTS, day
from twosource.surfaces.cli import app

ROOT = pathlib.Path(__file__).parents[1]
rich_utils.MAX_WIDTH = 96  # the width of the help on the page


def write(folder: pathlib.Path) -> None:
    """Writes every part as a Markdown file that a page includes."""
    folder.mkdir(exist_ok=True)
    parts = {
        "weights": weights(), "thresholds": thresholds(), "verdicts": verdicts(), "alterations": alterations(), "cli": cli(),
        "direction": direction(), "same": same(), "figures": figures(), "measured": measured(), "codes": codes(),
        "tables": table_columns(), "records": records(),
    }  # fmt: skip
    for name, text in parts.items():
        (folder / f"{name}.md").write_text(text + "\n", "utf-8")


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)


def weights() -> str:
    """The features of the verdict on two articles."""
    rows = [[name, f"{weight:+.2f}", features.DERIVED[name]] for name, weight in WEIGHTS.items()]
    return table(["feature", "weight", "what it is"], [*rows, ["(before anything is known)", f"{INTERCEPT:+.2f}", ""]])


def thresholds() -> str:
    """The thresholds of the verdict on two articles."""
    named = {
        "probability from which one is held to derive from the other": DERIVED_AT,
        "share of both articles' words that stand verbatim in the other, from which it is a copy": COPIED,
        "share of one article's words that stand verbatim in the other, from which it is an excerpt": EXCERPTED,
    }
    return table(["threshold", "value"], [[words, str(value)] for words, value in named.items()])


def direction() -> str:
    """What tells a rewrite from its original."""
    weighed = {"published earlier": PUBLISHED, "credited by the other": CREDITED, **DIRECTION_WEIGHTS}
    rows = [[name, f"{weight:+.2f}", features.FIRST[name]] for name, weight in weighed.items()]
    return table(["mark", "weight", "what it is"], rows)


def same() -> str:
    """The features by which two reports are held to tell one event."""
    rows = [[name, f"{weight:+.2f}", features.SAME[name]] for name, weight in same_event.WEIGHTS.items()]
    return table(["feature", "weight", "what it is"], [*rows, ["(threshold)", f"{same_event.THRESHOLD:.2f}", ""]])


def verdicts() -> str:
    """The verdicts on an event."""
    return table(["verdict", "meaning"], [[f"`{name}`", text.replace("{least}", "two")] for name, text in VERDICTS.items()])


def alterations() -> str:
    """Each kind of alteration with what it is and an example, which is a test of its kind."""
    cases = json.loads((ROOT / "tests/compare/alteration_cases.json").read_text("utf-8"))
    parts = []
    for kind in AlterationKind.__args__:  # type: ignore[attr-defined]  # a Literal has them
        examples = [c for c in cases if c["kinds"] == [kind] and "b" in c] or [c for c in cases if kind in c["kinds"]]
        parts.append(f"## {kind}\n\n{features.KINDS[kind]}\n")
        for case in examples[:1]:
            days = [f" (published {day(date)})" for date in case.get("published", ())] or ["", ""]
            before, after = (case[side].replace("\n", " ") + told for side, told in zip("ab", days, strict=True))
            parts.append(f"> {before}\n>\n> becomes\n>\n> {after}\n")
    return "\n".join(parts)


def cli() -> str:
    """What `--help` says of every command."""
    named = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    runner = CliRunner()
    parts = []
    for name in named:
        said = runner.invoke(app, [name, "--help"], env={"NO_COLOR": "1"}, prog_name="twosource").stdout
        lines = "\n".join(line.rstrip() for line in said.strip().splitlines())
        parts.append(f"## {name}\n\n```text\n{lines}\n```\n")
    return "\n".join(parts)


def figures() -> str:
    """The figures below which the project lets no change go."""
    floors = json.loads((ROOT / "bench/floors.json").read_text("utf-8"))
    rows = [[task, name, f"{value:g}"] for task, found in floors.items() for name, value in found["figures"].items()]
    return table(["task", "figure", "value"], rows)


def codes() -> str:
    """Our types and modes in the codes of CAMEO and ACLED."""
    keys = [(type, mode) for type, modes in CAMEO.items() for mode in modes]
    keys += [key for key in ACLED if key not in keys]
    order = list(TYPES)
    rows = []
    for type, mode in sorted(keys, key=lambda k: (order.index(k[0]), k[1] or "")):
        code, acled = cameo(type, mode), acled_type(type, mode)
        rows.append(
            [type, mode or "", code.code if code else "", f"{code.goldstein:g}" if code else "", acled[2] if acled else ""]
        )
    return table(["type", "mode", "CAMEO", "Goldstein", "ACLED sub-event type"], rows)


RECORDS = ("Briefing", "Annotation", "Attribution", "Event", "Relation", "Alteration", "Story", "Origin", "LedgerEvent", "Span")
"""The records that a program meets first."""


def records() -> str:
    """The fields of the main records with their types, as the code has them."""
    module = ast.parse((ROOT / "twosource/records.py").read_text("utf-8"))
    classes = {node.name: node for node in module.body if isinstance(node, ast.ClassDef)}
    rows = []
    for name in RECORDS:
        fields = [f for f in classes[name].body if isinstance(f, ast.AnnAssign)]
        rows.append([f"`{name}`", ", ".join(f"`{ast.unparse(f.target)}: {ast.unparse(f.annotation)}`" for f in fields)])
    return table(["record", "fields"], rows)


def table_columns() -> str:
    """The columns of the six tables."""
    empty = Briefing(1, (), (), (), (), Manifest("0", {}, (), ()))
    return table(["table", "columns"], [[t.name, ", ".join(f"`{c}`" for c in t.columns)] for t in tables(empty)])


if __name__ == "__main__":
    write(pathlib.Path(__file__).parent / "generated")

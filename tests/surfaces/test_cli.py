"""The commands as a person runs them: results alone on standard output, failures on standard error, the exit codes."""

import json
import pathlib
import subprocess
import sys

import jsonschema
import pytest

from twosource.report.export import EXPORTERS
from twosource.surfaces.cli import Form

REPORT = """Crane collapse in Porto kills two

PORTO, May 6 (Reuters) - A crane collapsed at a building site in Porto on Monday, killing two workers, police said.

"The arm came down without any warning," said Marta Lopes, a spokeswoman for the fire brigade.

At least seven people were injured, the city hospital said.
"""
COPY = REPORT.replace("seven", "nine").replace("without any warning", "with almost no warning")
OTHER = """Ferry crews in Split walk out

Ferry crews in Split went on strike on Tuesday over unpaid overtime, their union said.
"""


def twosource(*words: str, given: bytes = b"", at: pathlib.Path | None = None) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "twosource", *words], input=given, capture_output=True, cwd=at, check=False)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in (("a.txt", REPORT), ("b.txt", COPY), ("c.txt", OTHER)):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def schema() -> dict[str, object]:
    printed: dict[str, object] = json.loads(twosource("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    return printed


def valid(result: object, schema: dict[str, object], name: str) -> bool:
    jsonschema.validate(result, {**schema, "anyOf": [{"$ref": f"#/$defs/{name}"}]})
    return True


def test_brief_prints_the_contract_and_writes_the_report(pile: pathlib.Path, schema: dict[str, object]) -> None:
    run = twosource("brief", "a.txt", "b.txt", "c.txt", "missing.txt", "--format", "json", "--html", "out.html", at=pile)
    assert run.returncode == 1, "one input is missing"
    briefing = json.loads(run.stdout)
    assert valid(briefing, schema, "Briefing")
    assert [f["id"] for f in briefing["failures"]] == ["missing.txt"]
    together = next(s for s in briefing["stories"] if "a.txt" in s["articles"])
    assert sorted(together["articles"]) == ["a.txt", "b.txt"]
    assert len(together["origins"]) == 1, "a near copy is no second origin"
    assert not any(e["verdict"] == "corroborated" for e in briefing["events"])
    assert (pile / "out.html").read_text("utf-8").startswith("<!doctype html>")


def test_refs_leaves_the_ids_alone(pile: pathlib.Path) -> None:
    run = twosource("brief", "a.txt", "c.txt", "--format", "jsonl", "--refs", at=pile)
    assert run.returncode == 0
    assert json.loads(run.stdout)["articles"] == ["a.txt", "c.txt"]


def test_compare_names_the_alterations(pile: pathlib.Path, schema: dict[str, object]) -> None:
    run = twosource("compare", "a.txt", "b.txt", "--format", "json", "--html", "both.html", at=pile)
    relation = json.loads(run.stdout)
    assert run.returncode == 0
    assert (pile / "both.html").read_text("utf-8").startswith("<!doctype html>")
    assert valid(relation, schema, "Relation")
    assert relation["relation"] in ("copy", "rewrite")
    assert {"number-changed", "quote-changed"} <= {x["kind"] for x in relation["alterations"]}


def test_compare_pairs_keeps_the_pair_ids(pile: pathlib.Path) -> None:
    sides = {"a": {"id": "1", "text": REPORT}, "b": {"id": "2", "text": OTHER}}
    (pile / "pairs.jsonl").write_text(json.dumps({"pair_id": "p1", **sides}) + "\nnot json\n", "utf-8")
    run = twosource("compare", "--pairs", "pairs.jsonl", "--format", "jsonl", "--log-json", at=pile)
    assert run.returncode == 1
    assert [json.loads(line)["pair_id"] for line in run.stdout.splitlines()] == ["p1"]
    assert json.loads(run.stderr)["stage"] == "ingest"


def test_annotate_reads_standard_input_and_keeps_every_offset(schema: dict[str, object]) -> None:
    run = twosource("annotate", "-", "--format", "json", given=f"{REPORT}\n\U0001f525 Afterwards it rained.\n".encode())
    annotation = json.loads(run.stdout)
    assert run.returncode == 0
    assert run.stderr == b"", "nothing but results when piped"
    assert valid(annotation, schema, "Annotation")

    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, list):
            return [s for x in value for s in spans(x)]
        if isinstance(value, dict):
            return [value] if set(value) == {"start", "end", "text"} else spans(list(value.values()))
        return []

    found = spans(annotation)
    assert len(found) > 20
    assert all(annotation["text"][s["start"] : s["end"]] == s["text"] for s in found)


def test_another_language_gets_no_guessed_events() -> None:
    german = (
        "Zwei Tote bei Explosion in Rostock\n\nBei einer Explosion in einer Lagerhalle in Rostock sind am Montag zwei Menschen "
        "ums Leben gekommen, teilte die Polizei mit. „Wir wissen noch nicht, was passiert ist“, sagte ein Sprecher.\n"
    )
    annotation = json.loads(twosource("annotate", "-", "--format", "jsonl", given=german.encode()).stdout)
    assert annotation["language"] == "de"
    assert annotation["sentences"]
    assert not annotation["events"]
    assert not annotation["attributions"]


def test_text_for_people_is_the_default(pile: pathlib.Path) -> None:
    assert b"single-source" in twosource("brief", "a.txt", at=pile).stdout
    assert b"derives from the other" in twosource("compare", "a.txt", "b.txt", at=pile).stdout
    assert b"Marta Lopes" in twosource("annotate", "a.txt", at=pile).stdout


def test_export_writes_the_files_and_names_them(pile: pathlib.Path) -> None:
    run = twosource("export", "a.txt", "b.txt", "missing.txt", "--to", "csv", "--out", "tables", at=pile)
    assert run.returncode == 1, "one input is missing"
    assert b"missing.txt: ingest" in run.stderr
    named = sorted(pathlib.Path(line).name for line in run.stdout.decode().splitlines())
    assert named == sorted(p.name for p in (pile / "tables").iterdir())
    assert "articles.csv" in named
    assert (pile / "tables/articles.csv").read_text("utf-8").count("Crane collapse in Porto") >= 2


def test_the_forms_of_export_are_those_there_are() -> None:
    assert [form.value for form in Form] == list(EXPORTERS)


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "a.txt"),
        ("compare",),
        ("compare", "--pairs", "a.txt", "--html", "both.html"),
        ("brief",),
        ("annotate", "a.txt", "--format", "xml"),
        ("export", "a.txt", "--to", "xml"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_exit_code_2(words: tuple[str, ...], pile: pathlib.Path) -> None:
    run = twosource(*words, at=pile)
    assert run.returncode == 2
    assert run.stdout == b""


@pytest.mark.parametrize("command", ["brief", "compare", "annotate", "export", "schema"])
def test_every_help_has_an_example(command: str) -> None:
    assert b"Example: twosource " + command.encode() in twosource(command, "--help").stdout

"""A person judges a briefing, and the next briefing follows; the file tells the whole history."""

import json
import pathlib

import pytest

from tests.surfaces.test_cli import COPY, OTHER, REPORT, twosource


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A folder with two articles and the briefing on them."""
    folder = tmp_path_factory.mktemp("judged")
    for name, text in (("a.txt", REPORT), ("b.txt", COPY), ("c.txt", OTHER)):
        (folder / name).write_text(text, "utf-8")
    (folder / "first.json").write_bytes(twosource("brief", "a.txt", "b.txt", "c.txt", "--format", "json", at=folder).stdout)
    return folder


def joined(folder: pathlib.Path, *options: str) -> set[tuple[str, ...]]:
    """The articles of each event of a briefing."""
    run = twosource("brief", "a.txt", "b.txt", "c.txt", "--format", "json", *options, at=folder)
    assert run.returncode == 0, run.stderr
    return {tuple(sorted({r["article"] for r in e["reports"]})) for e in json.loads(run.stdout)["events"]}


def test_a_judgement_is_followed_until_it_is_withdrawn(judged: pathlib.Path) -> None:
    event = next(e for e in json.loads((judged / "first.json").read_bytes())["events"] if e["articles"] == 2)
    first, second = (f"{r['article']}#{r['event']}" for r in event["reports"][:2])
    why = ("--by", "anna", "--because", "two cranes")
    run = twosource("judge", "different", first, second, "--in", "first.json", "--store", "ours.sqlite", *why, at=judged)
    assert run.returncode == 0, run.stderr
    before = joined(judged)
    assert ("a.txt", "b.txt") in before
    after = twosource("brief", "a.txt", "b.txt", "c.txt", "--format", "json", "--judgements", "ours.sqlite", at=judged)
    told = json.loads(after.stdout)
    assert told["manifest"]["rulings"] == [1]
    own = {"article": "a.txt", "event": first.removeprefix("a.txt#")}
    apart = {frozenset(r["article"] for r in e["reports"]) for e in told["events"] if own in e["reports"]}
    assert apart == {frozenset({"a.txt"})}
    assert twosource("withdraw", "1", "--store", "ours.sqlite", *why, at=judged).returncode == 0
    assert joined(judged, "--judgements", "ours.sqlite") == before
    listed = twosource("judgements", "--store", "ours.sqlite", at=judged).stdout.decode()
    assert "1  different: a.txt | b.txt" in listed
    assert "withdrawn" in listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("judge", "same", "nothing", "a.txt", "--in", "first.json"), "holds no event, report"),
        (("judge", "same", "a.txt", "b.txt", "--in", "first.json"), "is an article; same is said of events"),
        (("judge", "same", "a.txt", "b.txt", "--in", "a.txt"), "is no briefing"),
        (("judge", "same", "a.txt", "b.txt", "--in", "missing.json"), "is no briefing"),
        (("withdraw", "9"), "there is no such file"),
    ],
)
def test_a_judgement_that_cannot_be_taken_is_refused_in_one_line(judged: pathlib.Path, words: tuple[str, ...], said: str) -> None:
    run = twosource(*words, "--store", "new.sqlite", "--by", "anna", "--because", "x", "--log-json", at=judged)
    assert run.returncode == 1
    assert said in json.loads(run.stderr)["error"]
    assert not (judged / "new.sqlite").exists()


def test_an_export_follows_judgements_as_a_briefing_does(judged: pathlib.Path) -> None:
    kept = ("--store", "texts.sqlite", "--by", "anna", "--because", "both were there")
    assert twosource("judge", "independent", "a.txt", "b.txt", "--in", "first.json", *kept, at=judged).returncode == 0
    origins = []
    for options in ((), ("--judgements", "texts.sqlite")):
        run = twosource("export", "a.txt", "b.txt", "--to", "csv", "--out", "tables", *options, at=judged)
        assert run.returncode == 0, run.stderr
        origins.append(len((judged / "tables" / "origins.csv").read_text("utf-8").splitlines()) - 1)
    assert origins == [1, 2]


@pytest.mark.parametrize("command", [("brief",), ("export", "--to", "csv", "--out", "tables")])
def test_a_file_of_judgements_that_is_none_is_refused(judged: pathlib.Path, command: tuple[str, ...]) -> None:
    run = twosource(*command, "a.txt", "--judgements", "first.json", at=judged)
    assert run.returncode == 2
    assert b"--judgements" in run.stderr

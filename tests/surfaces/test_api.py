"""The names that a program calls, and what a notebook shows."""

import json
import pathlib
import subprocess
import sys

import pytest

import twosource
from twosource.records import Briefing as BriefingRecord
from twosource.report.export.tables import tables

REPORT = """Crane collapse in Porto kills two

PORTO, May 6 (Reuters) - A crane collapsed at a building site in Porto on Monday, killing two workers, police said.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    made = tmp_path_factory.mktemp("pile")
    (made / "a.txt").write_text(REPORT, "utf-8")
    (made / "b.txt").write_text(REPORT.replace("two", "three"), "utf-8")
    return made


@pytest.fixture(scope="module")
def briefing(folder: pathlib.Path) -> twosource.Briefing:
    return twosource.brief(folder)


def test_annotate_takes_a_path_or_an_article(folder: pathlib.Path) -> None:
    from_path = twosource.annotate(folder / "a.txt")
    from_article = twosource.annotate(twosource.Article("x", "x", REPORT))
    assert from_path.events == from_article.events != ()


def test_compare_tells_what_was_altered(folder: pathlib.Path) -> None:
    relation = twosource.compare(folder / "a.txt", folder / "b.txt")
    assert "number-changed" in {x.kind for x in relation.alterations}


def test_one_article_is_wanted(folder: pathlib.Path) -> None:
    with pytest.raises(twosource.TwosourceError, match="holds 2 articles, not one"):
        twosource.annotate(folder)
    with pytest.raises(twosource.TwosourceError, match="ingest"):
        twosource.annotate(folder / "missing.txt")


def test_brief_is_the_record_and_more(briefing: twosource.Briefing) -> None:
    assert isinstance(briefing, BriefingRecord)
    assert len(briefing.articles) == 2
    assert briefing.failures == ()
    assert briefing.html().startswith("<!doctype html>")


def test_an_id_given_twice_is_a_failure(folder: pathlib.Path) -> None:
    article = twosource.Article("x", "x", REPORT)
    found = twosource.brief(article, article, folder / "missing.txt")
    assert [f.id for f in found.failures] == ["x", str(folder / "missing.txt")]


def test_frames_have_the_tables(briefing: twosource.Briefing) -> None:
    by_pandas, by_polars = briefing.to_pandas(), briefing.to_polars()
    for table in tables(briefing):
        assert list(by_pandas[table.name].columns) == by_polars[table.name].columns == list(table.columns)
        assert len(by_pandas[table.name]) == by_polars[table.name].height == len(table.rows)
    assert by_pandas["events"]["killed_best"].dtype == "Int64", "whole numbers stay whole where some are unknown"
    assert by_polars["events"]["sources"].dtype == by_polars["articles"]["byline"].dtype


def test_export_writes_files(briefing: twosource.Briefing, tmp_path: pathlib.Path) -> None:
    written = briefing.export("geojson", tmp_path / "new")
    assert [p.name for p in written] == ["events.geojson"]
    assert json.loads(written[0].read_text("utf-8"))["type"] == "FeatureCollection"


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(briefing: twosource.Briefing) -> None:
    shown = briefing._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts"' in shown
    assert "<script" not in shown, "the page is an attribute's text, not the notebook's markup"


def test_importing_the_package_loads_no_model_library() -> None:
    heavy = "('spacy', 'numpy', 'typer')"
    code = f"import sys, twosource; assert 'annotate' in dir(twosource); sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_rooms_with_the_name_of_a_command_stay_modules() -> None:
    code = "import twosource.annotate.cues as c; from twosource.compare import terms; print(c.__name__, terms.__name__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.split() == [b"twosource.annotate.cues", b"twosource.compare.terms"]


def test_other_names_are_no_attributes() -> None:
    with pytest.raises(AttributeError):
        twosource.nonsense  # type: ignore[attr-defined]  # noqa: B018

"""Is every list, model and dependency named, with its licence, and is the file on disk the one that is named?"""

import pathlib
import re
import tomllib

import pytest

from twosource import resources
from twosource.resources import Resource, sha256_of

ROOT = pathlib.Path(__file__).parents[1]
NOTICE = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf8")
RESOURCES = [value for value in vars(resources).values() if isinstance(value, Resource)]


def row_of(name: str) -> str:
    """The row of a table in the notice whose first cell begins with a name."""
    return next((line for line in NOTICE.splitlines() if re.match(rf"\| {re.escape(name)}(?![\w-])", line)), "")


def package_name(requirement: str) -> str:
    """The name in a requirement such as "spacy>=3.8,<3.9"."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0]


def test_there_are_resources() -> None:
    assert resources.PARSER in RESOURCES


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.name)
def test_a_resource_is_named_with_licence_version_and_hash(resource: Resource) -> None:
    row = row_of(resource.name)
    for said in (resource.version, resource.licence, resource.sha256):
        assert said in row, f"THIRD_PARTY.md has no row for {resource.name} with {said}"


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.name)
def test_the_file_on_disk_is_the_one_named(resource: Resource) -> None:
    assert sha256_of(resource.path) == resource.sha256


def test_every_dependency_has_a_row_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    runs_on = NOTICE.split("## Packages it runs on")[1].split("##")[0]
    rows = re.findall(r"^\| ([\w.-]+) \|", runs_on, re.M)
    assert rows[1:] == sorted(map(package_name, project["dependencies"]))


def test_every_development_tool_is_named() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["dependency-groups"]
    for requirement in [*groups["dev"], *groups["build"]]:
        assert f"{package_name(requirement)} (" in NOTICE


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_requirement_files_are_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 20
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert not re.search(r"://|--index-url|--find-links|file:", text)
    assert not re.search(r"^(torch|nvidia-|triton)", text, re.M)


def test_the_requirement_files_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))
    pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf8"), re.M))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    assert {package_name(r).replace("_", "-") for r in asked} <= pinned

"""What is bad is said, and only that: each case stands between two good articles that must come through."""

import gzip
import json
import os
import pathlib
from collections.abc import Callable

import pytest

from tests.ingest.samples import PAGE, archive, response
from twosource.ingest import files
from twosource.ingest.decode import LARGEST
from twosource.ingest.files import read
from twosource.records import Article, Failure

GZ = archive(["https://a.example/1", "https://a.example/2", "https://a.example/3"], compressed=True)
LONE = '{"id":"n","text":"half \\ud83d a smile"}'
WORDS = "Überfüllte Züge fuhren am Mittwoch in Zürich an den Bahnhöfen vorüber. " * 3

CASES: list[tuple[str, bytes, str, str]] = [
    # file name, content, what follows the path in the failure's id (or the id itself after "="), telling words
    ("a.txt", b"", "", "empty"),
    ("a.md", b" \n\t\r\n ", "", "empty"),
    ("a.txt", b"\xef\xbb\xbf", "", "empty"),
    ("a.html", b"", "", "empty"),
    ("a.json", b"", "", "empty"),
    ("a.jsonl", b"", "", "empty"),
    ("a.jsonl", b"\n \n\n", "", "empty"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", "binary"),
    ("a.html", b"<html>\0\0\0</html>", "", "binary"),
    ("a.txt", bytes(range(1, 32)) * 4, "", "binary"),
    ("a.txt", WORDS.encode()[:-60] + b"\xc3", "", "damaged UTF-8"),
    ("a.txt", WORDS.encode("utf-16")[:-1], "", "damaged UTF-16"),
    ("a.txt", b"\xff\xfe\x00\xd8a\x00", "", "damaged UTF-16"),
    ("a.txt", "Самара".encode("cp1251"), "", "cannot be decoded"),
    ("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "", "no article text"),
    ("a.html", b"<div>" * 100_000 + b"words", "", "nested too deeply"),
    ("a.json", b"[" * 200_000, "", "nested too deeply"),
    ("a.jsonl", b'{"id":"n","text":"x","y":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "#1", "nested too deeply"),
    ("a.json", b'{"id":"n","text":"cut o', "", "not valid JSON"),
    ("a.json", b'[{"id":"n","text":"x"},', "", "not valid JSON"),
    ("a.json", b"[]", "", "no records"),
    ("a.json", b'{"articles":[]}', "", "no records"),
    ("a.json", b'{"articles":7}', "", "Expected `array"),
    ("a.json", b'"just a string"', "", "Expected `object`"),
    ("a.jsonl", b"not json at all", "#1", "not valid JSON"),
    ("a.jsonl", b'{"id":"n","text":7}', "=n", "Expected `str"),
    ("a.jsonl", b'{"id":"n","text":"x","published":2025}', "=n", "published"),
    ("a.jsonl", b'{"id":["n"],"text":"x"}', "#1", "Expected `int | str"),
    ("a.jsonl", b"[1,2]", "#1", "Expected `object`"),
    ("a.jsonl", b"null", "#1", "Expected `object`"),
    ("a.jsonl", b'{"id":"n"}', "=n", 'neither "text" nor "html"'),
    ("a.jsonl", b'{"id":"n","text":null}', "=n", 'neither "text" nor "html"'),
    ("a.jsonl", b'{"id":"n","text":"  "}', "=n", "empty"),
    ("a.jsonl", b'{"id":"n","html":""}', "=n", "no article text"),
    ("a.jsonl", LONE.encode(), "#1", "not valid JSON"),
    ("a.jsonl", b'{"id":"n","text":"A blast","triggers":[{"start":0,"end":5,"text":"blast"}]}', "=n", "trigger 0:5"),
    ("a.jsonl", b'{"id":"n","text":"A blast","triggers":[{"start":-5,"end":7,"text":"blast"}]}', "=n", "trigger -5:7"),
    ("a.jsonl", b'{"id":"n","text":"A blast","triggers":[[2,7]]}', "=n", "triggers"),
    ("a.txt", b"w " * 25_000_000, "", "too large: 50.0 MB, at most 20 MB"),
    ("a.html", b"w " * 25_000_000, "", "too large: 50.0 MB"),
    ("a.jsonl", b'{"id":"n","text":"' + b"w " * 25_000_000 + b'"}', "#1", "too large: 50.0 MB"),
    ("a.json", b'{"id":"n","text":"' + b"w " * 25_000_000 + b'"}', "", "too large: 50.0 MB"),
    ("a.html", f"<html><body>{'<p>A long page. </p>' * 600_000}</body></html>".encode(), "", "too large: 12.0 MB of HTML"),
    ("a.warc", b"", "", "no HTML page"),
    ("a.warc", b"this is no archive\n" * 9, "", "damaged"),
    ("a.warc.gz", b"this is not gzip", "", "damaged"),
    ("a.warc.gz", archive(["https://a.example/1"]), "", "damaged"),
    ("a.warc", response("https://a.example/p", b"%PDF", "application/pdf"), "", "no HTML page"),
    ("a.warc", response("https://a.example/p", b"gone", status="404 Not Found"), "", "no HTML page"),
    ("a.warc", response("https://a.example/p", b"<html></html>"), "=https://a.example/p", "no article text"),
    ("a.warc", response("https://a.example/p", b"w" * (LARGEST + 1)), "=https://a.example/p", "too large"),
    ("a.docx", b"words", "", "unknown kind"),
    ("README", b"words", "", "unknown kind"),
]  # fmt: skip


def between(tmp_path: pathlib.Path, path: str) -> list[Failure]:
    """The failures of a path read between two good files, which must come through."""
    good = [tmp_path / "first.txt", tmp_path / "last.txt"]
    for file in good:
        file.write_text("good", encoding="utf-8")
    found = list(read([str(good[0]), path, str(good[1])]))
    assert (found[0], found[-1]) == tuple(Article(str(g), str(g), "good") for g in good)
    assert all(isinstance(f, Failure) for f in found[1:-1])
    return [f for f in found if isinstance(f, Failure)]


@pytest.mark.parametrize(("name", "content", "id", "words"), CASES, ids=[f"{n}-{w}" for n, _, _, w in CASES])
def test_bad_content(tmp_path: pathlib.Path, name: str, content: bytes, id: str, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (failure,) = between(tmp_path, str(path))
    assert (failure.id, failure.stage) == (id[1:] if id.startswith("=") else f"{path}{id}", "ingest")
    assert words in failure.error


def _absent(folder: pathlib.Path) -> pathlib.Path:
    return folder / "absent.txt"


def _empty_folder(folder: pathlib.Path) -> pathlib.Path:
    (folder / "none" / "deeper").mkdir(parents=True)
    (folder / "none" / "picture.png").write_bytes(b"x")
    return folder / "none"


def _link_to_itself(folder: pathlib.Path) -> pathlib.Path:
    (folder / "self.txt").symlink_to(folder / "self.txt")
    return folder / "self.txt"


def _loop(folder: pathlib.Path) -> pathlib.Path:
    (folder / "loop").mkdir()
    (folder / "loop" / "back").symlink_to(folder / "loop", target_is_directory=True)
    return folder / "loop"


def _dangling(folder: pathlib.Path) -> pathlib.Path:
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    return folder / "dangling.txt"


def _pipe(folder: pathlib.Path) -> pathlib.Path:
    os.mkfifo(folder / "pipe.txt")
    return folder / "pipe.txt"


def _long(folder: pathlib.Path) -> pathlib.Path:
    return folder / ("n" * 300 + ".txt")


def _below_a_file(folder: pathlib.Path) -> pathlib.Path:
    (folder / "plain.txt").write_bytes(b"x")
    return folder / "plain.txt" / "below.txt"


def _zero(folder: pathlib.Path) -> pathlib.Path:
    return folder / "a\0b.txt"


@pytest.mark.parametrize(
    ("make", "below", "words"),
    [
        (_absent, "", "no such file"),
        (_empty_folder, "", "folder without articles"),
        (_link_to_itself, "", "symbolic links"),
        (_loop, "/back", "link back"),
        (_dangling, "", "no such file"),
        (_pipe, "", "not a regular file"),
        (_long, "", "name too long"),
        (_below_a_file, "", "Not a directory"),
        (_zero, "", "no path"),
    ],
)
def test_bad_paths(tmp_path: pathlib.Path, make: Callable[[pathlib.Path], pathlib.Path], below: str, words: str) -> None:
    path = str(make(tmp_path))
    (failure,) = between(tmp_path, path)
    assert (failure.id, failure.stage) == (path + below, "ingest")
    assert words in failure.error


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_permission_denied(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """The refusal is played, because tests may run as a user to whom nothing is refused."""

    def refuse(path: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    path = tmp_path / ("a.txt" if kind == "file" else "folder")
    if kind == "file":
        path.write_bytes(b"x")
        monkeypatch.setattr(files, "open", refuse, raising=False)
    else:
        path.mkdir()
        monkeypatch.setattr("os.listdir", refuse)
    found = list(read([str(path)]))
    assert found == [Failure(str(path), "ingest", "cannot be read: Permission denied")]


def test_one_bad_line_fails_alone(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id":"a","text":"x"}\n{"id":"b","text":\n{"id":"c"}\n\xff\xfe\xfd\n{"id":"d","text":"y"}\n')
    found = list(read([str(path)]))
    assert [f.id for f in found] == ["a", f"{path}#2", "c", f"{path}#4", "d"]
    assert [f.id for f in found if isinstance(f, Article)] == ["a", "d"]


def test_one_bad_record_of_a_list_fails_alone(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "x"}, 5, {"id": "c", "text": []}, {"id": "d", "text": "y"}]), encoding="utf-8")
    found = list(read([str(path)]))
    assert [(type(f), f.id) for f in found] == [(Article, f"{path}#1"), (Failure, f"{path}#2"), (Failure, "c"), (Article, "d")]


def test_a_line_too_large_does_not_hide_the_next(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text":"' + b"w " * (LARGEST // 2) + b'"}\n{"id":"b","text":"x"}')
    found = list(read([str(path)]))
    assert [(type(f), f.id) for f in found] == [(Failure, f"{path}#1"), (Article, "b")]


def test_a_repeated_id_fails_the_later_one(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id":"a","text":"x"}\n{"id":"a","text":"y"}\n')
    first, second = read([str(path)])
    assert isinstance(first, Article)
    assert first.text == "x"
    assert second == Failure("a", "ingest", f"this id is taken by an earlier article (from {path})")


@pytest.mark.parametrize(
    ("name", "data", "whole"),
    [
        ("page.warc.gz", GZ[: len(GZ) - 200], 2),
        ("header.warc.gz", GZ[: len(GZ) // 3 + 40], 1),
        ("flipped.warc.gz", GZ[: len(GZ) // 2] + b"\0\0\0\0" + GZ[len(GZ) // 2 + 4 :], 1),
        ("page.warc", archive(["https://a.example/1", "https://a.example/2"])[:-900], 1),
        ("header.warc", archive(["https://a.example/1"]) + b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Targ", 1),
    ],
)
def test_an_archive_that_breaks_off_gives_what_it_holds(tmp_path: pathlib.Path, name: str, data: bytes, whole: int) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    *found, failure = read([str(path)])
    assert [a.id for a in found if isinstance(a, Article)] == [f"https://a.example/{n}" for n in range(1, whole + 1)]
    assert len(found) == whole
    assert isinstance(failure, Failure)
    assert (failure.id, failure.stage) == (str(path), "ingest")
    assert "truncated" in failure.error


def test_a_page_of_an_archive_may_be_larger_than_its_file(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "bomb.warc.gz"
    path.write_bytes(gzip.compress(response("https://a.example/p", b"w" * (LARGEST * 2))))
    (failure,) = read([str(path)])
    assert isinstance(failure, Failure)
    assert (failure.id, "too large: 40.0 MB" in failure.error) == ("https://a.example/p", True)


def test_standard_input_that_is_not_there() -> None:
    (failure,) = read(["-"])
    assert isinstance(failure, Failure)
    assert (failure.id, failure.stage) == ("-", "ingest")


def test_a_page_twice_in_one_folder_by_links_is_a_second_article(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.html").symlink_to(tmp_path / "a.html")
    assert [f.id for f in read([str(tmp_path)])] == [str(tmp_path / "a.html"), str(tmp_path / "b.html")]

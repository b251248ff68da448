import io
import json
import os
import pathlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.samples import PAGE, PARAGRAPHS, archive
from twosource.ingest.files import SUFFIXES, read, read_pairs, read_two
from twosource.records import Article, Failure, Span


def articles(paths: list[str], stdin: bytes | None = None) -> list[Article]:
    """What is read where nothing may fail."""
    found = list(read(paths, None if stdin is None else io.BytesIO(stdin)))
    assert not [f for f in found if isinstance(f, Failure)]
    return [a for a in found if isinstance(a, Article)]


def put(folder: pathlib.Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


@pytest.mark.parametrize("suffix", ["txt", "TXT"])
def test_a_text_file_is_its_content_exactly(tmp_path: pathlib.Path, suffix: str) -> None:
    path = put(tmp_path, f"a.{suffix}", b"\xef\xbb\xbf# Quake \xf0\x9f\x98\x80\r\n\r\n  Chile  \n")
    assert articles([path]) == [Article(path, path, "# Quake 😀\n\n  Chile  \n")]


def test_offsets_count_code_points(tmp_path: pathlib.Path) -> None:
    path = put(tmp_path, "a.txt", "😀😀 “Stop” 𝔘")
    text = articles([path])[0].text
    assert (text.index("Stop"), text.index("𝔘")) == (4, 10)


@pytest.mark.parametrize("suffix", ["html", "htm"])
def test_a_page_is_extracted(tmp_path: pathlib.Path, suffix: str) -> None:
    path = put(tmp_path, f"a.{suffix}", PAGE)
    (article,) = articles([path])
    assert (article.id, article.outlet) == (path, "Harbour Gazette")
    assert PARAGRAPHS[1] in article.text


FULL = {
    "id": "n1",
    "text": "Strike\r\nends 😀",
    "title": "T",
    "outlet": "O",
    "url": "u",
    "published": "2025-03-04",
    "byline": ["A B"],
}


@pytest.mark.parametrize(
    "content", [FULL, [FULL], {"articles": [FULL]}, {"contract_version": 1, "articles": [FULL], "events": []}]
)
def test_a_json_file_is_a_record_a_list_or_a_report(tmp_path: pathlib.Path, content: object) -> None:
    path = put(tmp_path, "a.json", json.dumps(content))
    assert articles([path]) == [Article("n1", path, "Strike\r\nends 😀", "T", "O", "u", ("A B",), "2025-03-04")]


def test_records_without_an_id_are_named_by_place(tmp_path: pathlib.Path) -> None:
    one, many = put(tmp_path, "a.json", '{"text":"x"}'), put(tmp_path, "b.json", '[{"text":"x"},{"text":"y"}]')
    lines = put(tmp_path, "c.jsonl", '{"text":"x"}\n\n{"text":"y","id":7}\n{"text":"z","id":""}')
    assert [a.id for a in articles([one, many, lines])] == [one, f"{many}#1", f"{many}#2", f"{lines}#1", "7", f"{lines}#4"]


def test_a_record_may_hold_a_page_whose_own_fields_come_first(tmp_path: pathlib.Path) -> None:
    path = put(tmp_path, "a.jsonl", json.dumps({"id": "p", "html": PAGE, "outlet": "Mirror of the Gazette", "title": ""}))
    (article,) = articles([path])
    assert (article.outlet, article.title) == ("Mirror of the Gazette", "Dock strike enters third day")


def test_triggers_come_along(tmp_path: pathlib.Path) -> None:
    record = {"id": "t", "text": "😀 A blast", "triggers": [{"start": 4, "end": 9, "text": "blast"}]}
    assert articles([put(tmp_path, "a.jsonl", json.dumps(record))])[0].triggers == (Span(4, 9, "blast"),)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_records_in_other_encodings(tmp_path: pathlib.Path, codec: str) -> None:
    lines = '{"id":"a","text":"Le café de Nîmes"}\r\n{"id":"b","text":"Zürich"}\r\n'
    found = articles([put(tmp_path, "a.jsonl", lines.encode(codec))])
    assert [(a.id, a.text) for a in found] == [("a", "Le café de Nîmes"), ("b", "Zürich")]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_gives_its_pages_by_address(tmp_path: pathlib.Path, name: str) -> None:
    addresses = ["https://a.example/1", "https://a.example/2"]
    path = put(tmp_path, name, archive(addresses, name.endswith("gz")))
    found = articles([path])
    assert [(a.id, a.path) for a in found] == [(address, path) for address in addresses]
    assert PARAGRAPHS[0] in found[1].text


def test_a_folder_is_read_through_in_order(tmp_path: pathlib.Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.pdf", ".hidden.txt", ".git/x.txt", "z.txt"):
        put(tmp_path, name, name)
    assert [a.text for a in articles([str(tmp_path)])] == ["a.txt", "b/1.md\n", "b/2.txt", "z.txt"]


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('{"id":"a","text":"x"}\n{"id":"b","text":"y"}\n', ["a", "b"]),
        ('{"id":"a",\n "text":"x"}', ["a"]),
        ('[{"id":"a","text":"x"},\n{"text":"y"}]', ["a", "-#2"]),
        ('\ufeff{"text":"x"}', ["-#1"]),
        (PAGE, ["-"]),
        ("Plain words.\n{not json}", ["-"]),
        ("<3 is how the note began.", ["-"]),
    ],
)
def test_standard_input_is_what_it_looks_like(content: str, ids: list[str]) -> None:
    assert [a.id for a in articles(["-"], content.encode())] == ids


def test_pairs(tmp_path: pathlib.Path) -> None:
    good = {"pair_id": "p1", "a": {"id": "x", "text": "one"}, "b": {"text": "two"}}
    bad = {"pair_id": "p2", "a": {"id": "x", "text": "one"}, "b": {"id": "y"}}
    path = put(tmp_path, "pairs.jsonl", f"{json.dumps(good)}\n{json.dumps(bad)}\n{{}}\n{json.dumps(good)}")
    found = list(read_pairs(path))
    assert found[0] == ("p1", Article("x", path, "one"), Article("p1/b", path, "two"))
    assert found[1] == Failure("p2", "ingest", 'side b: has neither "text" nor "html"')
    assert isinstance(found[2], Failure)
    assert found[2].id == f"{path}#3"
    assert found[3] == found[0]


def test_pairs_that_cannot_be_read(tmp_path: pathlib.Path) -> None:
    empty = put(tmp_path, "empty.jsonl", "\n")
    assert list(read_pairs("none.jsonl")) == [Failure("none.jsonl", "ingest", "there is no such file or folder")]
    assert list(read_pairs(empty)) == [Failure(empty, "ingest", "is empty: it holds no pairs")]
    assert list(read_pairs(str(tmp_path))) == [Failure(str(tmp_path), "ingest", "is not a regular file")]


def test_two_paths_are_a_pair(tmp_path: pathlib.Path) -> None:
    a, two = put(tmp_path, "a.txt", "one"), put(tmp_path, "two.jsonl", '{"text":"x"}\n{"text":"y"}')
    assert list(read_two(a, a)) == [(None, Article(a, a, "one"), Article(a, a, "one"))]
    assert list(read_two("-", a, io.BytesIO(b"words"))) == [(None, Article("-", "-", "words"), Article(a, a, "one"))]
    assert list(read_two(a, two)) == [Failure(two, "ingest", "holds several articles where one is compared with one")]
    assert [f.id for f in read_two("x.txt", "y.txt") if isinstance(f, Failure)] == ["x.txt", "y.txt"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from(SUFFIXES),
    head=st.sampled_from(
        [b"", b"{", b"[[", b'{"text":', b"<html><body>", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"\xff\xfe", archive(["u"])[:700]]
    ),
    data=st.binary(max_size=400),
)
def test_no_bytes_escape_as_an_exception(tmp_path: pathlib.Path, suffix: str, head: bytes, data: bytes) -> None:
    path = put(tmp_path, "any" + suffix, head + data)
    found = [*read([path]), *read(["-"], io.BytesIO(head + data)), *read_pairs(path)]
    assert found or not (head + data).strip()
    for item in found:
        if isinstance(item, Failure):
            assert item.stage == "ingest"
            assert item.error
        elif isinstance(item, Article):
            assert item.text.strip()
            item.text.encode()


def test_a_name_that_is_no_unicode_can_still_be_printed(tmp_path: pathlib.Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"words")
    (article,) = articles([str(tmp_path)])
    assert article.id.encode().decode() == f"{tmp_path}/caf\ufffd.txt"

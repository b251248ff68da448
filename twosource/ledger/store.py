"""Where are people's judgements kept?

Method: one SQLite file, to which is only ever added. A judgement is withdrawn by a further entry that names it, so that the file
tells who judged what, when and why, and who took it back. Several programs may read while one writes.
"""

import pathlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import msgspec

from twosource.errors import TwosourceError
from twosource.records import Anchor, Ruling, RulingVerdict

FORMAT = 1
"""Of the file, kept in its `user_version`."""
STAGE = "judgements"
SCHEMA = """
create table ruling (
    number integer primary key autoincrement,
    at text not null, by text not null, reason text not null,
    verdict text not null check (verdict in ('same', 'different', 'copy', 'independent')),
    a text not null, b text not null
);
create table withdrawal (
    ruling integer primary key references ruling (number),
    at text not null, by text not null, reason text not null
);
"""
TAKEN_BACK = "select ruling, at, by, reason from withdrawal order by ruling"


class Withdrawal(msgspec.Struct, frozen=True):
    """That a ruling was taken back, by whom, when and why."""

    ruling: int
    at: str
    by: str
    reason: str


def record(
    path: pathlib.Path, at: str, by: str, verdict: RulingVerdict, a: Sequence[Anchor], b: Sequence[Anchor], reason: str
) -> int:
    """Add a judgement to the file, which is made if there is none. -> its number.

    Raises:
        TwosourceError: if the file is no store of judgements, or cannot be written.
    """
    sides = [msgspec.json.encode(side).decode() for side in (a, b)]
    with _opened(path, make=True) as store:
        added = store.execute(
            "insert into ruling (at, by, reason, verdict, a, b) values (?, ?, ?, ?, ?, ?)", (at, by, reason, verdict, *sides)
        )
        return int(added.lastrowid or 0)


def withdraw(path: pathlib.Path, number: int, at: str, by: str, reason: str) -> None:
    """Take a judgement back.

    Raises:
        TwosourceError: if there is no such judgement, if it was taken back before, or as for `record`.
    """
    with _opened(path) as store:
        if store.execute("select 1 from ruling where number = ?", (number,)).fetchone() is None:
            raise TwosourceError(str(path), STAGE, f"there is no judgement {number}")
        if store.execute("select 1 from withdrawal where ruling = ?", (number,)).fetchone() is not None:
            raise TwosourceError(str(path), STAGE, f"judgement {number} was withdrawn before")
        store.execute("insert into withdrawal values (?, ?, ?, ?)", (number, at, by, reason))


def history(path: pathlib.Path) -> tuple[list[Ruling], list[Withdrawal]]:
    """Every judgement ever made, in order, and those that were taken back.

    Raises:
        TwosourceError: if there is no such file, or it is no store of judgements.
    """
    with _opened(path) as store:
        rows = store.execute("select number, at, by, verdict, a, b, reason from ruling order by number").fetchall()
        withdrawn = [Withdrawal(*row) for row in store.execute(TAKEN_BACK)]
    anchors = msgspec.json.Decoder(tuple[Anchor, ...]).decode
    return [Ruling(n, at, by, verdict, anchors(a), anchors(b), reason) for n, at, by, verdict, a, b, reason in rows], withdrawn


def standing(path: pathlib.Path) -> list[Ruling]:
    """The judgements that nobody has taken back, in order.

    Raises:
        TwosourceError: as for `history`.
    """
    made, withdrawn = history(path)
    gone = {w.ruling for w in withdrawn}
    return [r for r in made if r.number not in gone]


@contextmanager
def _opened(path: pathlib.Path, make: bool = False) -> Iterator[sqlite3.Connection]:
    """The store, its changes written down at the end, or none of them if anything goes wrong.

    Raises:
        TwosourceError: as for `record`.
    """
    if not make and not path.exists():
        raise TwosourceError(str(path), STAGE, "there is no such file")
    try:
        with closing(sqlite3.connect(path, timeout=10)) as store, store:
            version = store.execute("pragma user_version").fetchone()[0]
            empty = store.execute("select count(*) from sqlite_master").fetchone()[0] == 0
            if make and version == 0 and empty:
                store.executescript(f"{SCHEMA} pragma user_version = {FORMAT};")
            elif version != FORMAT:
                raise TwosourceError(str(path), STAGE, "is no store of judgements, or one of another version")
            yield store
    except sqlite3.Error as error:
        raise TwosourceError(str(path), STAGE, f"cannot be read or written: {error}") from error

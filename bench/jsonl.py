"""The lines of a file, and the records of a JSONL file."""

import json
import pathlib
from typing import Any

Record = dict[str, Any]


def lines(path: pathlib.Path) -> list[str]:
    """The lines of a UTF-8 file with their ends.

    Not `str.splitlines`: a text may hold other line separators than the file's.
    """
    with path.open(encoding="utf8") as file:
        return list(file)


def records(path: pathlib.Path) -> list[Record]:
    """The records of a JSONL file, in order."""
    return [json.loads(line) for line in lines(path)]

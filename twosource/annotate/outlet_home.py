"""Where is an outlet at home, as far as its name and address tell?

Method: the country of the address, where its suffix is one; and the town or province that a local paper is named after, which is
what is left of its name without the words that papers are called by ("richmondregister.com", "The Arica Daily News"). Stations
write their name behind the headline, often with their town and state ("… - KXYZ News - Arica, AL").

Known failures: papers of a town that is not in their name; a name that is a word ("mercury"), where a town is called so too.
"""

import re

import msgspec

from twosource.annotate.gazetteer import Candidate, Gazetteer
from twosource.annotate.gazetteer_build import ADMIN1, CITY
from twosource.values.names import word_set

_VAGUE = frozenset({"tv", "co", "io", "me", "eu", "fm", "am", "cc", "ws", "ai", "ly"})
"""Suffixes of two letters that are used the world over, whatever country has them."""
_PAPER = word_set(
    "the daily weekly sunday morning evening news newspaper newspapers times herald post press tribune gazette register "
    "review sentinel journal courier chronicle online star observer record advocate telegram telegraph beacon mercury "
    "independent citizen today live leader reporter item free local now web my enterprise examiner inquirer bulletin banner "
    "dispatch argus globe mail standard guardian echo express eagle democrat republican republic union sun world voice "
    "messenger monitor patriot pilot ledger spectator intelligencer newsday media tv radio com paper papers weather sports "
    "social video channel breaking nbc cbs abc fox action eyewitness first"
)
"""Words that papers are called by."""
_FRONT = ("las", "los", "san", "santa", "saint", "st", "new", "fort", "port", "el", "north", "south", "east", "west", "mount",
          "grand", "little", "long", "palm", "salt", "kansas", "cedar", "white", "great", "baton")  # fmt: skip
"""First words of towns' names, cut off where an address writes them in one."""
_BEHIND = re.compile(r"\s(?:[-–—|]|::)\s")
"""What stands between a headline and the outlet's name."""
_SEAT = re.compile(r"(?P<town>[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2}), (?P<state>[A-Z]{2}\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_PHRASES = re.compile(r"[,:;/]|\s-\s")
_DIRECTION = re.compile(r"^(?:(?:north|south|east|west|central|upper|lower)(?:ern|east|west|eastern|western)? )+")
_SHORTEST = 4
_SMALLEST = 5_000
"""People of a town that has a paper of its own name; below, names of towns are any word."""


class Home(msgspec.Struct, frozen=True):
    """What an outlet tells: the country of its address, its name and address in small letters without spaces, the names,
    folded, of towns and provinces that it may be named after, and towns with their states written behind the headline."""

    country: str | None
    letters: str
    names: tuple[str, ...]
    seats: tuple[tuple[str, str], ...] = ()


def home_of(outlet: str | None, url: str | None, title: str | None = None) -> Home:
    """Read off the outlet's name, the article's address and what stands behind its headline; each may be missing."""
    address = re.split(r"https?://", (url or "").lower())[-1]  # the last: archives put their own before
    host = re.sub(r"^www\.", "", address).split("/")[0].split(":")[0]
    if not host and outlet and "." in outlet and " " not in outlet:
        host = outlet.lower()
    labels = host.split(".")
    suffix = labels[-1] if len(labels) > 1 else ""
    country = {"uk": "GB"}.get(suffix, suffix.upper() if len(suffix) == 2 and suffix not in _VAGUE else None)
    letters = re.sub(r"[^a-z]", "", f"{(outlet or '').lower()}.{host}")
    spoken = [] if outlet is None or "." in outlet else [" ".join(w for w in outlet.lower().split() if w not in _PAPER)]
    names = dict.fromkeys(n for n in (*spoken, *(n for label in labels[:-1] for n in _split(label))) if len(n) >= _SHORTEST)
    tail = " - ".join(_BEHIND.split(title or "")[1:])
    seats = tuple((m["town"], m["state"]) for m in _SEAT.finditer(tail))
    said = (_DIRECTION.sub("", " ".join(w for w in p.lower().split() if w not in _PAPER)) for p in _PHRASES.split(tail))
    names |= dict.fromkeys(n for n in said if len(n) >= _SHORTEST)
    return Home(country, letters, tuple(names), seats)


def provinces_of(gazetteer: Gazetteer, home: Home) -> frozenset[int]:
    """The provinces that an outlet may be named after, by their rows in the gazetteer."""
    return frozenset(c.row for name in home.names for c in gazetteer.candidates(name) if c.kind == ADMIN1 and c.main)


def towns_of(gazetteer: Gazetteer, home: Home) -> list[Candidate]:
    """The towns that an outlet may be named after; those with their state beside them alone, where there are any."""
    seats = []
    for town, state in home.seats:
        short = gazetteer.state(state)
        wide = [short] if short else [c for c in gazetteer.candidates(state) if c.kind == ADMIN1 and c.main]
        rows = {c.row for c in wide}
        seats += [c for c in gazetteer.candidates(town) if c.kind == CITY and c.main and c.admin1 in rows]
    if seats:
        return seats
    found = [c for name in home.names for c in gazetteer.candidates(name)]
    return [c for c in found if c.kind == CITY and c.main and c.population >= _SMALLEST]


def _split(label: str) -> list[str]:
    """What is left of a part of an address without the words of papers, in one word and cut in two."""
    label = re.sub(r"[^a-z]", "", label)
    before = ""
    while label != before:
        before = label
        for word in _PAPER:
            if label.endswith(word) and len(label) - len(word) >= _SHORTEST:
                label = label.removesuffix(word)
            if label.startswith(word) and len(word) > 1 and len(label) - len(word) >= _SHORTEST:
                label = label.removeprefix(word)
    cut = [f"{front} {label[len(front) :]}" for front in _FRONT if label.startswith(front) and len(label) > len(front) + 2]
    return [label, *cut] if label not in _PAPER else []

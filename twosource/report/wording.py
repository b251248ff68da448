"""Which words stand for the codes of the records? Plain English for types, verdicts and statuses, and for dates."""

import datetime
import re

from twosource.records import EventDate, EventStatus, EventType, SourceKind, Verdict
from twosource.values.dates import interval

TYPES: dict[EventType, str] = {
    "AGREE": "Agreement", "CONSULT": "Meeting", "SUPPORT": "Support", "CONCEDE": "Concession", "COOPERATE": "Cooperation",
    "AID": "Aid", "RETREAT": "Retreat", "REQUEST": "Appeal", "ACCUSE": "Accusation", "REJECT": "Refusal", "THREATEN": "Threat",
    "PROTEST": "Protest", "SANCTION": "Sanction", "MOBILIZE": "Mobilisation", "COERCE": "Coercion", "ASSAULT": "Attack",
    "DISASTER": "Disaster", "ACCIDENT": "Accident",
}  # fmt: skip
VERDICTS: dict[Verdict, str] = {
    "corroborated": "at least {least} independent sources say that it happened",
    "disputed": "independent sources contradict each other on whether it happened or who did it",
    "denied": "only the denial has a source",
    "single-origin": "several articles, but all go back to one text",
    "single-source": "one report alone, or all reports rest on one source",
    "undetermined": "some reports name no source that can be told, and they could change the verdict",
}
STATUSES: dict[EventStatus, str] = {
    "asserted": "said to have happened",
    "alleged": "alleged",
    "planned": "planned",
    "denied": "denied",
    "hypothetical": "hypothetical",
}
KINDS: dict[SourceKind, str] = {
    "named": "person or group by name",
    "institution": "institution",
    "anonymous": "unnamed",
    "media": "news outlet",
    "document": "document",
    "unknown": "cannot be told",
}


def what(type: EventType, mode: str | None) -> str:
    """ "Accident · explosion"."""
    return f"{TYPES[type]} · {mode.replace('-', ' ')}" if mode else TYPES[type]


def when(date: EventDate | None) -> str:
    """ "11 March 2025", "March 2025", "11 March 2025 – 13 March 2025"; any other value as it is; empty for None."""
    return " – ".join(map(day, date.value.split("/"))) if date else ""


def day(value: str) -> str:
    """A day, a week or a month in words; any other value as it is."""
    if m := re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", value):
        try:
            date = datetime.date(*map(int, m.groups()))
        except ValueError:  # no such day: shown as it was given
            return value
        return f"{date.day} {MONTHS[date.month - 1]} {date.year:04}"
    if m := re.fullmatch(r"\d{4}-W\d\d(-WE)?", value):
        days = interval(value)
        return f"{'weekend' if m[1] else 'week'} of {day(days[0].isoformat())}" if days else value
    if (m := re.fullmatch(r"(\d{4})-(\d\d)", value)) and 1 <= int(m[2]) <= 12:
        return f"{MONTHS[int(m[2]) - 1]} {m[1]}"
    return value


MONTHS = ("January February March April May June July August September October November December").split()

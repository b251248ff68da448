"""Which words stand for the codes of the records? Plain English for types and modes, verdicts and statuses, and for dates."""

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
MODES: dict[EventType, dict[str, str]] = {
    "AGREE": {
        "settle": "Deal",
    },
    "CONSULT": {
        "visit": "Visit", "third-party": "Mediation", "phone": "Telephone call", "multilateral": "Meeting of several sides",
    },
    "RETREAT": {
        "hand-over": "Ground handed over", "withdraw": "Withdrawal", "disarm": "Disarmament", "ceasefire": "Ceasefire",
        "release": "Release", "access": "Access granted", "resign": "Resignation",
    },
    "REQUEST": {
        "assist": "Appeal for help", "change": "Demand for change", "yield": "Demand to give way",
        "meet": "Request for talks",
    },
    "REJECT": {
        "assist": "Help refused", "change": "Change refused", "yield": "Refusal to give way", "meet": "Talks refused",
    },
    "ACCUSE": {
        "disapprove": "Criticism", "investigate": "Investigation", "allege": "Accusation",
    },
    "THREATEN": {
        "restrict": "Threat of a ban", "arrest": "Threat of arrest", "relations": "Threat to cut ties",
        "expel": "Threat of expulsion", "territory": "Threat to take ground", "violence": "Threat of force",
    },
    "PROTEST": {
        "riot": "Riot", "dispersed": "Protest broken up", "demo": "Demonstration", "hunger": "Hunger strike",
        "strike": "Strike", "boycott": "Boycott", "obstruct": "Blockade", "vandalize": "Vandalism",
    },
    "MOBILIZE": {
        "base": "Base set up", "regroup": "Armed group formed or moved", "troops": "Troops moved or raised",
        "weapons": "Weapons deployed", "police": "Police deployed", "militia": "Militia raised",
    },
    "SANCTION": {
        "convict": "Conviction", "expel": "Expulsion", "withdraw": "Ties or membership ended",
        "discontinue": "Aid or cooperation stopped",
    },
    "COERCE": {
        "arrest": "Arrest", "weapons": "Weapons found or seized", "seize": "Search or seizure", "curfew": "Curfew",
        "martial-law": "Emergency rule", "censor": "Censorship", "deport": "Deportation", "restrict": "Ban or restriction",
        "withhold": "Supplies cut off", "misinformation": "Disinformation", "cyber": "Cyberattack",
    },
    "ASSAULT": {
        "suicide-attack": "Suicide attack", "unconventional": "Chemical, biological or nuclear attack",
        "sexual": "Sexual violence", "torture": "Torture", "abduct": "Abduction", "drone": "Drone attack",
        "aerial": "Air attack", "heavy-weapons": "Shelling or missile attack", "grenade": "Grenade attack",
        "explosives": "Bombing", "crowd-control": "Force against a crowd", "retake": "Ground retaken",
        "overrun": "Ground taken", "clash": "Armed clash", "mob": "Mob violence", "targeted": "Targeted killing or attempt",
        "firearms": "Shooting", "primitive": "Attack with simple weapons", "beat": "Physical assault",
        "destroy": "Property destroyed",
    },
}  # fmt: skip
"""What a type with a mode is called; a mode that names itself (earthquake, crash) is not listed."""
VERDICTS: dict[Verdict, str] = {
    "corroborated": "at least {least} independent sources say that it happened",
    "disputed": "independent sources contradict each other on whether it happened or who did it",
    "denied": "only the denial has a source",
    "single-origin": "several articles, but all go back to one text",
    "single-source": "one article alone, or all articles rest on one source",
    "undetermined": "some articles rest on sources that cannot be told apart; if they were independent, the verdict would change",
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
    """ "Demonstration"; "Explosion"; the type's word where there is no mode."""
    return MODES.get(type, {}).get(mode, mode.replace("-", " ").capitalize()) if mode else TYPES[type]


def when(date: EventDate | None) -> str:
    """ "11 March 2025", "March 2025", "11 March 2025 – 13 March 2025"; any other value as it is; empty for None."""
    return " – ".join(map(day, date.value.split("/"))) if date else ""


def day(value: str) -> str:
    """A day, a week, a month, a season, a quarter or a decade in words; any other value as it is."""
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
    if m := re.fullmatch(r"(\d{4})-([A-Z]\d|[A-Z]{2})", value):
        return f"{PARTS_OF_YEAR[m[2]]} {m[1]}" if m[2] in PARTS_OF_YEAR else value
    if m := re.fullmatch(r"(\d{3})", value):
        return f"the {m[1]}0s"
    return value


def moment(value: str) -> str:
    """A day with its hour, where that is known: "5 May 2031, 14:30"."""
    hour = re.match(r"[0-9-]{10}[T ](\d\d:\d\d)", value)
    return f"{day(value)}, {hour[1]}" if hour and hour[1] != "00:00" else day(value)


PARTS_OF_YEAR = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "first half of", "H2": "second half of",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
}  # fmt: skip
MONTHS = ("January February March April May June July August September October November December").split()

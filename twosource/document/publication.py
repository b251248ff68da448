"""When was an article published, and how is that known?

Metadata first, then a date in the text's head, then one in the file's name. A date that can be read in two ways
("03/04/2025") or lacks its year is left out: a wrong publication date moves every "yesterday" in the text.
"""

import datetime
import re
from pathlib import PurePath

from dateutil import parser as date_parser

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY_MONTH = rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})"
FULL_DATE = rf"(?:\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|{DAY_MONTH},?\s+\d{{4}})"
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"

HEADER = re.compile(
    rf"^(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|date|issued|publication\s+date|created"
    rf"|modified)\s*(?:on|at)?\s*[:|]?\s*)"
    rf"{WEEKDAY}(?P<date>(?i:{FULL_DATE}))",
    re.IGNORECASE,
)
"""A line of the page's head: "Published: 3 July 2025", "Updated Thursday 3 July 2025 at 10:30"."""
BARE_DATE = re.compile(rf"^{WEEKDAY}(?P<date>{FULL_DATE}){CLOCK}$", re.IGNORECASE)
ISO_PARTIAL = re.compile(r"\d{4}(?:-\d\d)?$")
NUMERIC = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\b")
IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")

_FILL_A = datetime.datetime(2000, 1, 1)
_FILL_B = datetime.datetime(2004, 2, 2)


def iso_date(value: str) -> str | None:
    """ISO 8601 of a written date or time; None if it cannot be read, lacks a part, or can be read in two ways.

    A time at midnight without zone says only the day.
    """
    value = value.strip()
    if ISO_PARTIAL.match(value):
        return value
    if (numeric := NUMERIC.match(value)) and int(numeric[1]) <= 12 and int(numeric[2]) <= 12 and numeric[1] != numeric[2]:
        return None
    try:
        first: datetime.datetime = date_parser.parse(value, default=_FILL_A)
        second: datetime.datetime = date_parser.parse(value, default=_FILL_B)
    except (ValueError, OverflowError):
        return None
    if first != second:
        return None
    if first.time() == datetime.time(0) and first.tzinfo is None:
        return first.date().isoformat()
    return first.isoformat()


def name_date(path: str) -> str | None:
    """The day in a file's name ("2025-07-04-strike.txt"), if there is exactly one."""
    found = set()
    for match in IN_NAME.finditer(PurePath(path).stem):
        try:
            found.add(datetime.date(int(match[1]), int(match[3]), int(match[4])).isoformat())
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None

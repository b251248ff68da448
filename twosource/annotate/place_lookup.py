"""Under which names is a toponym looked up, and which places can it mean?

Method: the name itself; then without what says its form of state, its direction or its kind of division ("northern Sonora
state" -> Sonora); a jail, fair or school of a county stands for the county; a region that bears a town's name alone ("the
Kharkiv region") is the province the town is in, not the town. A street or a venue has no spot of its own here and is left open,
rather than taken for a village of that name.

Known failures: venues that do not say so ("the Forum"); towns named like one ("Park Hall").
"""

import re

from twosource.annotate.gazetteer import Candidate, Gazetteer
from twosource.annotate.gazetteer_build import ADMIN1, ADMIN2, CITY, REGION
from twosource.annotate.toponyms import CONTINENTAL, Toponym, in_street
from twosource.values.names import word_set

_DIVISION_WORDS = word_set("region oblast province state governorate department prefecture district county")
VENUES = word_set(
    "school academy college university institute castle palace hall church chapel cathedral temple mosque hospital clinic center "
    "centre stadium arena theatre theater museum library hotel inn mall plaza market airport station terminal jail prison "
    "courthouse court fairgrounds cemetery zoo club restaurant cafe deli bar casino tower building bridge dam reservoir trail "
    "street avenue road drive boulevard lane highway route interstate parkway marina pier gallery studio"
)
"""What a name ends in that is a building, a way or a ground in some town."""
_HOLDS = word_set("county township parish borough")
_DIRECTION = re.compile(r"(?i)^(?:(?:north|south|east|west|central|upper|lower|mid)(?:ern|east|west|eastern|western)?[ -])+")
_DIVISION = re.compile(r"(?i) (?:region|oblast|province|state|governorate|department|prefecture|district|city|township)$")
_SIDE = re.compile(r" (?:North|South|East|West)(?:east|west)?$")
"""What is written behind the name of a town for a part of it: "New Arica East"."""
_FORM = re.compile(r"^(?:Republic|Kingdom|State|City|Town|County|Commonwealth|Port|Islamic Republic) of (?:the )?")
_LARGEST = 100_000
"""People from which a town's name is likely its province's too."""


def places_of(gazetteer: Gazetteer, toponym: Toponym) -> list[Candidate]:
    """The places that a name can mean."""
    text = " ".join(toponym.span.text.split())
    if text in CONTINENTAL:
        return [c for c in gazetteer.candidates(CONTINENTAL[text]) if c.kind == REGION]
    if toponym.sense == "demonym":
        country = gazetteer.country(gazetteer.adjectives[text])
        return [country] if country else []
    tokens = toponym.sentence.tokens
    if in_street(toponym.sentence, toponym.first, toponym.last):
        return []
    after_comma = toponym.first > 0 and tokens[toponym.first - 1].text == ","
    if (state := gazetteer.state(text)) and (after_comma or "." in text or not gazetteer.candidates(text)):
        return [state]
    if text.count(" ") and text.split()[-1].lower() in VENUES:
        return _of_venue(gazetteer, text)
    found = gazetteer.candidates(text)
    for form in lookup_forms(text):
        found = found or [c for c in gazetteer.candidates(form) if c.kind != REGION or form in CONTINENTAL.values()]
    following = tokens[toponym.last].text.lower() if toponym.last < len(tokens) else ""
    if following in _DIVISION_WORDS:
        return _divisions(gazetteer, text, following, found)
    return found


def lookup_forms(text: str) -> list[str]:
    """Other forms to look a name up by: without what says its form of state, its direction or its kind of division."""
    text = _FORM.sub("", text)
    bare = _DIRECTION.sub("", text)
    side = _SIDE.sub("", text) if text.count(" ") > 1 else ""  # not "River North"
    return list(dict.fromkeys(form for form in (text, _DIVISION.sub("", text), bare, _DIVISION.sub("", bare), side) if form))


def _of_venue(gazetteer: Gazetteer, text: str) -> list[Candidate]:
    """The county that a venue's name begins with ("Larimer County Jail"); none for any other venue."""
    words = text.split()
    stop = next((i for i, word in enumerate(words) if word.lower() in _HOLDS), None)
    return [] if not stop else gazetteer.candidates(" ".join(words[: stop + 1]))


def _divisions(gazetteer: Gazetteer, text: str, kind: str, found: list[Candidate]) -> list[Candidate]:
    """Places of this name that are divisions; for a great town's name alone the province that the town is in."""
    named = [c for c in [*found, *gazetteer.candidates(f"{text} {kind}")] if c.kind in (ADMIN1, ADMIN2)]
    if named:
        return list({c.row: c for c in named}.values())
    towns = [c for c in found if c.kind == CITY and c.main and c.population >= _LARGEST]
    around = [gazetteer.place(c.admin1) for c in towns if c.admin1 >= 0]
    return around or ([] if kind in ("region", "oblast", "province", "governorate") else found)

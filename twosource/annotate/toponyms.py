"""Which words of a sentence name a place, and in which sense?

Method: the recogniser's places; adjectives and peoples of countries from a list; and names that the recogniser missed, where
they are whole runs of proper nouns that the gazetteer knows and that follow a preposition of place or stand before a state
("Alton, Ill."), or in the name of the town's police; also those that no gazetteer has where the words call them a place ("the
village of Orelluma", "near Orelluma"), or where a name that is no word of English stands behind "in". Sense: a place that says,
decides or does something, that is spoken to, or between which there are talks or war, is a metonym; an adjective or a people a
demonym; anything else a location (the senses of Gritta et al. 2019, contract).

Known failures: the sense of a team ("Chile won") rests on the verb alone; names of streets and venues are found without
coordinates.
"""

import msgspec

from twosource.annotate.gazetteer import Candidate, Gazetteer
from twosource.annotate.gazetteer_build import ADMIN1, ADMIN2, CITY, COUNTRY
from twosource.annotate.strange_names import in_strange
from twosource.annotate.syntax import children, stretch
from twosource.records import PlaceSense, Sentence, Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
WHERE = frozenset("in near from outside around across at to through toward towards throughout into inside within".split())
_SMALLEST = 1000
"""People of a town that is taken for one though the recogniser saw no place: below, surnames and firms outnumber towns."""
_STATIVE = frozenset(
    "be have lie see suffer experience remain become grow face hold sit stretch border shrink rise fall host get sleep lack "
    "boast feature contain offer belong receive".split()
)
"""Verbs whose subject may well be the place itself: what happens to it or is in it."""
_ADDRESS = frozenset(
    "tell urge ask accuse blame condemn support sanction thank warn force beat defeat criticise criticize pressure press "
    "persuade threaten arm invade help convince provoke isolate charge fine ban suspend represent recognise recognize trust "
    "oppose back reassure consult invite lobby sue praise hail".split()
)
"""Verbs whose object is an actor."""
_RELATION = frozenset(
    "talk relation tie war tension deal agreement treaty negotiation dispute sanction conflict ceasefire alliance meeting "
    "cooperation rivalry pressure pact partnership relationship friendship diplomacy summit dialogue feud solidarity".split()
)
_BODIES = frozenset(
    "patrol troop troops soldier soldiers fleet coastguard warship warplanes embassy envoy premier chancellor king queen "
    "government military army force leadership ambassador president minister regime decision position stance offer demand "
    "proposal response policy claim diplomat delegation ally allies intelligence navy police parliament request interest "
    "ambiguity approach quest bid vote veto refusal involvement intervention commitment pledge warning reaction concern "
    "rejection approval consent denial apology support insistence disinterest opposition coach captain squad striker goalkeeper "
    "midfielder defender forward fans supporters victory win defeat "
    "general agency effort ability willingness reluctance attitude ambition threat goal aim plan strategy campaign "
    "refusal".split()
)
_BEFALL = frozenset("shake rock jolt hit strike batter sweep flood flatten devastate ravage lash destroy engulf pound".split())
_FORCES = frozenset(
    "earthquake quake tremor aftershock storm typhoon hurricane cyclone tornado flood flooding tsunami landslide mudslide "
    "wildfire blizzard missile rocket shell mortar blast explosion".split()
)
"""What comes over towns and hardly over people of their name."""
_MEETS = frozenset("occur hold take negotiate mediate agree sign".split())
_MINDS = frozenset(
    "ready willing unwilling focused focus open prepared prepare committed commit determined eager reluctant".split()
)
"""What only an actor can be: it "remained focused", it "is willing"."""
_TURNED = {
    "from": frozenset("request demand support aid pressure help call statement message loan funding condemnation threat".split()),
    "to": frozenset(
        "request appeal threat aid warning message ultimatum concession apology commitment loan loyal loyalty hostile close ally "
        "arms weapon ambassador envoy sympathetic oppose opposed opposition allegiance assistance lend object grateful".split()
    ),
    "for": frozenset("support blow setback victory win defeat play score sign sympathy contempt role ally appear goal".split()),
    "about": frozenset("worry worried concern concerned".split()),
    "of": frozenset("ally enemy rival critic support supporter condemnation recognition accuse suspicious wary critical".split()),
    "toward": frozenset("policy attitude stance approach hostility".split()),
    "towards": frozenset("policy attitude stance approach hostility".split()),
    "at": frozenset("war odds anger angry".split()),
}
"""Words whose preposition turns to somebody: "aid to", "ally of", "played for"."""
_TEAM = frozenset("coach captain player squad striker goalkeeper midfielder defender forward fan supporter".split())
"""What a place's name stands before as that of a team."""
_LEAN = frozenset("rely reliant depend dependent dependence reliance".split())
_SPOKEN = frozenset("speak learn teach translate write".split())


CONTINENTAL = {
    "European": "Europe", "Europeans": "Europe", "African": "Africa", "Africans": "Africa", "Asian": "Asia", "Asians": "Asia",
}  # fmt: skip
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday".split()
)
_DIVISIONS = frozenset("county parish oblast province district raion governorate prefecture".split())


AUTHORITIES = frozenset(
    "police sheriff sheriffs fire firefighters pd coroner prosecutor prosecutors authorities detectives".split()
)
"""What a town's name stands before as the name of those who work there."""
_OF_THE_TOWN = frozenset({"metropolitan", "metro", "city", "county", "municipal", "regional"})


_STREETS = frozenset(
    "street streets avenue avenues road roads drive lane boulevard highway parkway place court way terrace square block ave st "
    "rd blvd dr ln hwy pkwy".split()
)
_PARTS = frozenset(
    "side northside southside eastside westside downtown uptown midtown metro beltway county city state north south east west "
    "northeast northwest southeast southwest".split()
)
"""Words for parts of a town or for divisions that are no names by themselves."""


_LANES = frozenset({"street", "streets", "avenue", "avenues"})


def in_street(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name is that of a street: "the 800 block of South Marquette", "Quincy street", "Bay and Elm avenues"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    after = [t.text for t in sentence.tokens[last : last + 3]]
    listed = len(after) == 3 and after[0] in ("and", "&") and after[2] in _LANES
    some = before[-1:] in (["a"], ["an"], ["another"]) or after[:1] == ["streets"]  # "a Quincy street" is a street in Quincy
    return before == ["block", "of"] or (bool(after) and after[0] in _LANES and not some) or listed


TOWNS = frozenset("village town city hamlet settlement municipality township locality community commune barangay".split())
"""Nouns for places where people live, each with a name of its own: "the village of"."""
SETTLEMENTS = TOWNS | frozenset(
    "suburb district borough parish island islet neighbourhood neighborhood quarter barrio port".split()
)
"""Beside them those for their parts, and what may hold some: nouns that say of a name that it is a place's."""


class Toponym(msgspec.Struct, frozen=True):
    """A name of a place in a sentence: tokens `first` to `last` (exclusive)."""

    sentence: Sentence
    first: int
    last: int
    span: Span
    sense: PlaceSense


def toponyms(gazetteer: Gazetteer, sentence: Sentence) -> list[Toponym]:
    """The names of places in a parsed sentence, in text order."""
    taken: dict[int, int] = {}
    found: list[tuple[int, int, PlaceSense]] = []
    for first, last in _demonyms(gazetteer, sentence):
        found.append((first, last, "demonym"))
        taken.update(dict.fromkeys(range(first, last), first))
    for name in sentence.names:
        if name.label in PLACE_LABELS:
            for first, last in _pieces(sentence, name.first, name.last):
                last = _extended(gazetteer, sentence, first, last)
                last = _with_and(gazetteer, sentence, first, last)
                if not any(i in taken for i in range(first, last)):
                    found.append((first, last, _sense(sentence, first, last)))
                    taken.update(dict.fromkeys(range(first, last), first))
    for first, last in _missed(gazetteer, sentence, taken):
        found.append((first, last, _sense(sentence, first, last)))
    return [Toponym(sentence, f, n, stretch(sentence, f, n - 1), sense) for f, n, sense in sorted(found)]


def _demonyms(gazetteer: Gazetteer, sentence: Sentence) -> list[tuple[int, int]]:
    tokens = sentence.tokens
    inside_person = {i for n in sentence.names if n.label == "PERSON" for i in range(n.first, n.last)}
    found, i = [], 0
    while i < len(tokens):
        texts = {n: " ".join(t.text for t in tokens[i : i + n]) for n in (3, 2, 1) if i + n <= len(tokens)}
        size = next((n for n, text in texts.items() if text in gazetteer.adjectives or text in CONTINENTAL), 0)
        if size and i not in inside_person and not _language(sentence, i + size - 1):
            found.append((i, i + size))
        i += size or 1
    return found


def _language(sentence: Sentence, index: int) -> bool:
    """Whether an adjective stands for a tongue: "spoke Russian", "in Spanish"."""
    token = sentence.tokens[index]
    governor = sentence.tokens[token.head]
    if token.dep == "pobj" and governor.text.lower() in ("in", "into") and not token.text.endswith("s"):
        return True
    return token.dep == "dobj" and governor.lemma in _SPOKEN


def _pieces(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """A recognised name without article, possessive and lower-case words at its edges, cut at commas."""
    pieces, start = [], first
    for i in range(first, last + 1):
        if i == last or sentence.tokens[i].text == ",":
            a, b = start, i
            while a < b and not sentence.tokens[a].text[0].isupper():
                a += 1
            if a < b and sentence.tokens[a].text == "The":
                a += 1
            while b > a and (sentence.tokens[b - 1].tag == "POS" or not sentence.tokens[b - 1].text[0].isalnum()):
                b -= 1
            if _unnamed(sentence, a, b):
                a = b  # "8th Street", "the South Side"
            if a < b and any(c.isalpha() for c in sentence.tokens[a].text):
                pieces.append((a, b))
            start = i + 1
    return pieces


def _unnamed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether all words are for parts of a town, none for a town: "Metro", "the Southwest Side"."""
    return all(
        t.text.lower() in _PARTS or (last - first == 1 and t.text.lower() in _STREETS) for t in sentence.tokens[first:last]
    )


def _extended(gazetteer: Gazetteer, sentence: Sentence, first: int, last: int) -> int:
    """The end of a name that the recogniser cut short: with the next proper noun, where the gazetteer has only the longer."""
    if last < len(sentence.tokens) and sentence.tokens[last].tag == "NNP":
        shorter, longer = (gazetteer.candidates(stretch(sentence, first, n - 1).text) for n in (last, last + 1))
        return last + 1 if longer and not shorter else last
    return last


def _with_and(gazetteer: Gazetteer, sentence: Sentence, first: int, last: int) -> int:
    """The end of the name of a country of two parts ("Bosnia and Herzegovina"), of which the recogniser saw the first."""
    if last + 1 < len(sentence.tokens) and sentence.tokens[last].text in ("and", "&"):
        for stop in (last + 3, last + 2):
            if stop <= len(sentence.tokens):
                joined = gazetteer.candidates(stretch(sentence, first, stop - 1).text.replace("&", "and"))
                if any(c.kind == COUNTRY for c in joined):
                    return stop
    return last


def _missed(gazetteer: Gazetteer, sentence: Sentence, taken: dict[int, int]) -> list[tuple[int, int]]:
    tokens, found, i = sentence.tokens, [], 0
    longer = {j: n for n in sentence.names if n.label not in PLACE_LABELS for j in range(n.first, n.last)}
    while i < len(tokens):
        last = i
        while last < len(tokens) and last not in taken and tokens[last].tag in ("NNP", "NNPS") and tokens[last].text[0].isupper():
            last += 1
        if last > i:
            name = longer.get(i)
            whole = name is None or (name.first >= i and name.last <= last)
            if whole and _known(gazetteer, sentence, i, last, named_otherwise=name is not None):
                found.append((i, last))
        i = max(last, i + 1)
    return found


def _known(gazetteer: Gazetteer, sentence: Sentence, first: int, last: int, *, named_otherwise: bool) -> bool:
    """Whether a run of proper nouns that the recogniser took for no place is one."""
    tokens = sentence.tokens
    person = any(n.label == "PERSON" and n.first < last and first < n.last for n in sentence.names)
    text = stretch(sentence, first, last - 1).text
    before = tokens[first - 1].text.lower() if first else ""
    if sentence.part == "dateline" and first == 0:
        return bool(gazetteer.candidates(text))
    if before == "," and gazetteer.state(text) is not None and first >= 2 and tokens[first - 2].tag in ("NNP", "NNPS"):
        return True
    if _called_a_place(sentence, first, last, person=person) or (
        before in WHERE | {"of"} and in_strange(gazetteer, sentence, first, last)
    ):
        return True
    candidates = [] if text.lower() in _CALENDAR or _unnamed(sentence, first, last) else gazetteer.candidates(text)
    if not candidates or len(text) < 2 or (text.isupper() and len(text) < 4 and text not in ("US", "UK", "UAE", "USA")):
        return False
    if any(c.kind == COUNTRY or (c.kind == ADMIN1 and c.main and c.country == "US") for c in candidates):
        return not named_otherwise or before in WHERE
    if tokens[last - 1].text.lower() in _DIVISIONS and any(c.kind in (ADMIN1, ADMIN2) for c in candidates):
        return True
    follows = last + 1 < len(tokens) and tokens[last].text == "," and gazetteer.state(tokens[last + 1].text) is not None
    if follows:
        return True
    big = _is_big(candidates)
    if before in _PARTS and first > 1 and big and tokens[first - 1].text.islower():
        before = tokens[first - 2].text.lower()  # "in west Quincy"
    if big and last < len(tokens) and tokens[last].text.lower() in AUTHORITIES:
        return True
    if big and _came_over(sentence, last - 1):
        return True
    return big and before in WHERE and not (named_otherwise and before in ("at", "to", "from"))


def _came_over(sentence: Sentence, index: int) -> bool:
    """Whether something befell what is named: "the quake shook Osorno", "floods swept Mocoa"."""
    token = sentence.tokens[index]
    if token.dep != "dobj" or sentence.tokens[token.head].lemma.lower() not in _BEFALL:
        return False
    return any(sentence.tokens[i].lemma.lower() in _FORCES for i in children(sentence, token.head, "nsubj"))


def _called_a_place(sentence: Sentence, first: int, last: int, *, person: bool) -> bool:
    """Whether the words ahead say of a name that it is a place's, whatever the gazetteer has: "the village of", "near"."""
    tokens = sentence.tokens
    if (
        first < 2
        or tokens[first].text.lower() in _CALENDAR
        or (last < len(tokens) and tokens[last].pos in ("NOUN", "PROPN", "PART"))
    ):
        return False
    if tokens[first - 1].text.lower() == "of":
        return tokens[first - 2].lemma.lower() in SETTLEMENTS
    return tokens[first - 1].text.lower() == "near" and not person and last - first == 1 and tokens[first].text[1:].islower()


def _sense(sentence: Sentence, first: int, last: int) -> PlaceSense:
    """Location or metonym."""
    inside = range(first, last)
    head = next((i for i in inside if sentence.tokens[i].head not in inside), last - 1)
    token = sentence.tokens[head]
    while token.dep == "conj" and token.head != head and sentence.tokens[token.head].tag in ("NNP", "NNPS"):
        head, token = token.head, sentence.tokens[token.head]
    governor = sentence.tokens[token.head]
    if token.dep == "nsubj" and governor.pos == "VERB" and governor.lemma.lower() not in _STATIVE:
        return "metonym"
    if token.dep == "nsubj" and token.tag == "NNP" and governor.tag == "VBP" and not _listed(sentence, head):
        return "metonym"  # a team or a body: "Arica have won"
    if token.dep == "compound" and governor.lemma.lower() in _TEAM:
        return "metonym"
    minds = (t.lemma.lower() for t in sentence.tokens if t.dep in ("acomp", "oprd") and t.head == token.head)
    if token.dep == "nsubj" and any(m in _MINDS for m in minds):
        return "metonym"
    if token.dep == "poss" and governor.lemma.lower() in _BODIES:
        return "metonym"
    if token.dep in ("dobj", "dative", "nsubjpass") and governor.lemma.lower() in _ADDRESS:
        return "metonym"
    if token.dep == "pobj":
        word, above = governor.text.lower(), sentence.tokens[governor.head]
        if governor.dep == "agent" or (word in ("between", "with", "against") and above.lemma.lower() in _RELATION):
            return "metonym"
        if word == "between" and above.lemma.lower() in _MEETS:
            return "metonym"
        if word in ("with", "against") and above.pos == "VERB":
            return "metonym"
        if word in ("on", "upon") and above.lemma.lower() in _LEAN:
            return "metonym"
        if above.lemma.lower() in _TURNED.get(word, ()):
            return "metonym"
    return "location"


def _listed(sentence: Sentence, index: int) -> bool:
    """Whether other names hang on a name by "and"."""
    return any(t.head == index and t.dep == "conj" for t in sentence.tokens)


def _is_big(candidates: list[Candidate]) -> bool:
    """Whether one of the places is a town or division of some size, by the name that it goes by."""
    return any(c.kind in (CITY, ADMIN1, ADMIN2) and c.main and c.population >= _SMALLEST for c in candidates)


def _of_authority(gazetteer: Gazetteer, sentence: Sentence, first: int, last: int) -> int | None:
    """Where the town's name ends in the name of its police or the like ("Arica Metropolitan Police"); None if it is in none."""
    stop = next((i for i in range(first + 1, last) if sentence.tokens[i].text.lower() in AUTHORITIES), None)
    while stop is not None and stop > first:
        if _is_big(gazetteer.candidates(stretch(sentence, first, stop - 1).text)):
            return stop
        stop = stop - 1 if sentence.tokens[stop - 1].text.lower() in _OF_THE_TOWN else None
    return None


def named_again(sentence: Sentence, known: set[str]) -> list[Toponym]:
    """Whole runs of proper nouns that are places elsewhere in the article: "the market of Orelluma", once somebody is in it."""
    found, first = [], 0
    tokens = sentence.tokens
    longer = {i for n in sentence.names if n.label == "PERSON" and n.last - n.first > 1 for i in range(n.first, n.last)}
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].tag in ("NNP", "NNPS"):
            last += 1
        if last > first and first not in longer and stretch(sentence, first, last - 1).text in known:
            body = any(n.label == "ORG" and n.first == first and n.last == last for n in sentence.names)
            where = first > 0 and sentence.tokens[first - 1].text.lower() in WHERE
            sense: PlaceSense = "metonym" if body and not where else _sense(sentence, first, last)
            found.append(Toponym(sentence, first, last, stretch(sentence, first, last - 1), sense))
        first = max(last, first + 1)
    return found


def inside_names(gazetteer: Gazetteer, sentence: Sentence, known: set[str]) -> list[Toponym]:
    """Places inside the names of organisations: of authorities, or where the article names the same place by itself."""
    found = []
    taken = {i for n in sentence.names if n.label in PLACE_LABELS for i in range(n.first, n.last)}
    for name in sentence.names:
        if name.label != "ORG" or name.last - name.first < 2:
            continue
        start = name.first + (sentence.tokens[name.first].text.lower() == "the")
        stop = _of_authority(gazetteer, sentence, start, name.last)
        if stop is not None and not taken & set(range(start, stop)):
            found.append(Toponym(sentence, start, stop, stretch(sentence, start, stop - 1), "metonym"))
            continue
        for first in range(name.first, name.last):
            last = next(
                (n for n in (first + 2, first + 1) if n <= name.last and stretch(sentence, first, n - 1).text in known), None
            )
            if last is not None and not taken & set(range(first, last)):
                found.append(Toponym(sentence, first, last, stretch(sentence, first, last - 1), "location"))
                break
    return found

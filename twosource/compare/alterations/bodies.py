"""Which sort of body, or of person, does a phrase name: the police, a court, a union, a company, witnesses?

Method: a table of nouns that reports use for those who act and speak, by sort, and of the portfolios of ministers. Two phrases of
different sorts are not of one party; nouns that may stand for several sorts ("official", "authorities", "spokesman") have none.

Known failures: a body known by its name alone ("the NCTC") has no sort.
"""

from collections.abc import Iterable, Sequence

from twosource.annotate.syntax import children
from twosource.records import Sentence

_SORTS: dict[str, tuple[str, ...]] = {
    "police": ("police", "policeman", "policewoman", "constable", "detective"),
    "army": ("army", "navy", "military", "soldier", "troops", "marine", "airman"),
    "executive": ("ministry", "minister", "governor", "mayor", "president"),
    "court": ("court", "judge", "tribunal"),
    "prosecution": ("prosecutor", "prosecution"),
    "lawyer": ("lawyer", "attorney", "solicitor", "barrister"),
    "commission": ("commission",),
    "union": ("union",),
    "company": ("company", "firm", "carmaker", "employer", "operator", "owner", "manager", "management", "chairman"),
    "hospital": ("hospital", "clinic", "doctor", "nurse", "medic", "surgeon", "paramedic"),
    "public": (
        "resident",
        "villager",
        "witness",
        "neighbour",
        "neighbor",
        "fisherman",
        "farmer",
        "shopkeeper",
        "passer-by",
        "passenger",
        "survivor",
        "pedestrian",
        "onlooker",
        "bystander",
        "commuter",
    ),
    "family": (
        "brother",
        "sister",
        "wife",
        "husband",
        "mother",
        "father",
        "son",
        "daughter",
        "widow",
        "relative",
        "cousin",
        "uncle",
        "aunt",
        "parent",
    ),
    "crew": ("pilot", "captain", "sailor"),
    "diplomat": ("diplomat", "ambassador", "envoy"),
    "analyst": ("analyst", "economist", "trader"),
    "campaign": ("activist", "campaigner", "charity", "ngo"),
    "politician": ("lawmaker", "senator", "mp", "opposition"),
    "teacher": ("teacher", "headteacher", "headmaster"),
    "pupil": ("pupil", "student"),
    "observer": ("observer", "monitor", "watchdog"),
    "science": ("scientist", "seismologist", "geologist", "meteorologist", "forecaster", "institute"),
    "study": ("report", "study", "audit", "survey"),
    "letter": ("e-mail", "email", "mail", "letter", "memo"),
    "recording": ("video", "recording", "footage", "tape"),
}
_SORT = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns}
_PORTFOLIO = {
    **{word: word for word in "health justice education transport energy agriculture trade environment tourism sport".split()},
    "interior": "interior", "home": "interior", "internal": "interior", "defence": "defence", "defense": "defence",
    "finance": "finance", "treasury": "finance", "labour": "labour", "labor": "labour", "foreign": "foreign",
    "mines": "mines", "mining": "mines", "economy": "economy", "economics": "economy", "economic": "economy",
}  # fmt: skip


_GOVERNMENT = frozenset("government cabinet administration state".split())
_MEMBERS = frozenset("minister ministers ministry president premier".split())


def one_government(x: Iterable[str], y: Iterable[str]) -> bool:
    """Whether some words name a government and others one of its members or ministries, which speaks for it."""
    one, other = set(x), set(y)
    return bool((one & _GOVERNMENT and other & _MEMBERS) or (one & _MEMBERS and other & _GOVERNMENT))


def sort_of(sentence: Sentence, head: int) -> str | None:
    """The sort of the phrase with that head, by its noun, or by the one before it ("police officers"); None if it tells none."""
    token = sentence.tokens[head]
    own = _SORT.get(token.lemma.lower()) or _SORT.get(token.text.lower())
    beside = [i for i in children(sentence, head, "compound", "poss") if i >= head - 2]
    before = [_SORT.get(sentence.tokens[i].lemma.lower()) for i in beside]
    if own is None and token.lemma.lower() in ("officer", "unit", "force", "office", "owner", "leader", "secretary"):
        return before[0] if before else None
    return own


def portfolio(sentence: Sentence, head: int) -> frozenset[str]:
    """The portfolios that a phrase of a minister or a ministry names."""
    tokens = sentence.tokens
    if tokens[head].lemma.lower() not in ("minister", "ministry"):
        return frozenset()
    of = [k for i in children(sentence, head, "prep") if tokens[i].lemma in ("of", "for") for k in children(sentence, i, "pobj")]
    beside: Sequence[int] = (*children(sentence, head, "compound", "amod", "nmod"), *of)
    beside = [*beside, *(k for i in of for k in children(sentence, i, "compound", "amod", "conj"))]
    return portfolios(tokens[i].text for i in beside)


def portfolios(words: Iterable[str]) -> frozenset[str]:
    """The portfolios among some words."""
    return frozenset(_PORTFOLIO[w] for word in words if (w := word.lower()) in _PORTFOLIO)


def apart(one: tuple[Sentence, int], other: tuple[Sentence, int]) -> bool:
    """Whether two phrases name different sorts, or ministers of different portfolios."""
    sorts = sort_of(*one), sort_of(*other)
    fields = portfolio(*one), portfolio(*other)
    if all(fields):
        return not fields[0] & fields[1]
    return None not in sorts and sorts[0] != sorts[1]

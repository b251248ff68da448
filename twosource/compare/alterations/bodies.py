"""Which sort of body, or of person, does a phrase name: the police, a court, a union, a company, witnesses?

Method: a table of nouns that reports use for those who act and speak, by sort, and of the portfolios of ministers. Two phrases of
different sorts are not of one party; nouns that may stand for several sorts ("official", "authorities", "spokesman") have none.

Known failures: a body known by its name alone ("the NCTC") has no sort.
"""

import itertools
from collections.abc import Iterable, Sequence

from twosource.annotate.syntax import children
from twosource.records import Sentence

_SORTS: dict[str, str] = {
    "police": "police policeman policewoman constable detective gendarme patrolman",
    "army": "army military soldier troops paratrooper infantry airman commando",
    "navy": "navy marine frigate",
    "coast guard": "coastguard coastguardsman",
    "fire service": "firefighter fireman firewoman",
    "rebels": "rebel insurgent guerrilla militant separatist jihadist mutineer",
    "executive": "ministry minister governor mayor president",
    "court": "court judge tribunal jury",
    "prosecution": "prosecutor prosecution",
    "lawyer": "lawyer attorney solicitor barrister",
    "commission": "commission",
    "union": "union",
    "company": "company firm carmaker employer operator owner manager management chairman airline contractor retailer shipowner",
    "hospital": "hospital clinic doctor nurse medic surgeon paramedic ambulance",
    "public": """resident villager witness neighbour neighbor fisherman farmer shopkeeper passer-by passenger survivor pedestrian
    onlooker bystander commuter tourist hiker islander shopper fan spectator""",
    "family": "brother sister wife husband mother father son daughter widow relative cousin uncle aunt parent",
    "crew": "pilot captain sailor",
    "diplomat": "diplomat ambassador envoy embassy",
    "analyst": "analyst economist trader",
    "campaign": "activist campaigner charity ngo environmentalist",
    "politician": "lawmaker senator mp opposition legislator",
    "teacher": "teacher headteacher headmaster",
    "pupil": "pupil student",
    "observer": "observer monitor watchdog",
    "science": "scientist seismologist geologist meteorologist forecaster institute",
    "clergy": "bishop archbishop priest monk nun imam cleric pope pastor rabbi",
    "docks": "docker dockworker stevedore longshoreman",
    "customs": "customs",
    "UN": "un unicef unhcr",
    "prison": "warder jailer gaoler",
    "study": "report study audit survey",
    "letter": "e-mail email mail letter memo",
    "recording": "video recording footage tape",
}
_SORT = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns.split()}
_IN_REVOLT = frozenset("rebel mutinous rogue renegade insurgent breakaway separatist".split())
_TWO_WORDS = {
    ("coast", "guard"): "coast guard", ("fire", "brigade"): "fire service", ("fire", "crew"): "fire service",
    ("fire", "service"): "fire service", ("fire", "department"): "fire service", ("fire", "chief"): "fire service",
    ("fire", "fighter"): "fire service", ("air", "force"): "army", ("dock", "worker"): "docks", ("port", "worker"): "docks",
    ("trade", "union"): "union", ("labour", "union"): "union", ("prison", "guard"): "prison", ("prison", "officer"): "prison",
    ("polling", "officer"): "commission", ("election", "official"): "commission", ("navy", "ship"): "navy",
    ("naval", "ship"): "navy", ("naval", "vessel"): "navy", ("navy", "vessel"): "navy", ("central", "bank"): "central bank",
    ("aid", "worker"): "aid", ("relief", "worker"): "aid", ("aid", "agency"): "aid", ("united", "nations"): "UN",
    ("lower", "house"): "lower house", ("upper", "house"): "upper house",
}  # fmt: skip
"""Those known by their last two words."""
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
    two = next((w for i in children(sentence, head, "compound", "amod") if (w := _two(sentence, i, head))), None)
    if two is not None:
        return two
    if any(sentence.tokens[i].lemma.lower() in _IN_REVOLT for i in children(sentence, head, "compound", "amod")):
        return "rebels"
    own = _SORT.get(token.lemma.lower()) or _SORT.get(token.text.lower())
    beside = [i for i in children(sentence, head, "compound", "poss") if i >= head - 2]
    before = [_SORT.get(sentence.tokens[i].lemma.lower()) for i in beside]
    if own is None and token.lemma.lower() in ("officer", "unit", "force", "office", "owner", "leader", "secretary"):
        return before[0] if before else None
    return own


def _two(sentence: Sentence, before: int, head: int) -> str | None:
    return _TWO_WORDS.get((sentence.tokens[before].text.lower(), sentence.tokens[head].lemma.lower()))


def owner_of(sentence: Sentence, head: int) -> str | None:
    """The sort of the one whose a thing is, by the words right before it: "a police helicopter"; None if they tell none."""
    tokens = sentence.tokens
    beside = sorted(i for i in children(sentence, head, "compound", "poss", "amod", "nmod") if i < head)
    pairs = [two for i, k in itertools.pairwise([*beside, head]) if (two := _two(sentence, i, k)) is not None]
    below = [i for k in beside for i in children(sentence, k, "compound", "amod") if _two(sentence, i, k)]
    pairs += [two for i in below if (two := _two(sentence, i, tokens[i].head)) is not None]
    single = [_SORT[w] for i in beside if (w := tokens[i].lemma.lower()) in _SORT]
    found = [*pairs, *single, *(["navy"] if any(tokens[i].lemma.lower() == "naval" for i in beside) else [])]
    return found[0] if found else None


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

"""Which words of a sentence say that people came to harm, and who are they?

Method: verbs of killing, dying and wounding with their objects or subjects, passives and participles; states ("dead", "in
critical condition"), nouns ("deaths", "the fatal shooting of", "a double murder"), missiles that hit people, and people taken to
a hospital, of whom it is not said whether they lived ("hit").
Known failures: harm told by a figure of speech; "struck" of a car accident is a hit like any other.
"""

from collections.abc import Iterator

from twosource.annotate.lexicon import lexicon
from twosource.annotate.people import NOBODY, may_be_person, people
from twosource.annotate.persons import Harm
from twosource.annotate.roles import is_passive, lemma, patient, prepositional, subject
from twosource.annotate.syntax import ancestors, children, negated
from twosource.records import Sentence, Span, Toll

VERBS: dict[str, Harm] = dict.fromkeys(
    "kill murder slay assassinate execute massacre slaughter behead lynch electrocute".split(), "killed"
) | dict.fromkeys("wound injure hurt hospitalize hospitalise maim".split(), "injured")  # type: ignore[assignment]
"""Verbs whose object is the victim."""
PERISH = frozenset({"die", "perish", "succumb", "drown"})
"""Verbs whose subject is the dead."""
CARRIED_OUT = frozenset(
    "warrant search order plan will contract deal agreement policy strategy trade raid operation project program".split()
)
"""What is executed without dying of it."""
RAISE = frozenset("bring take raise put lift push".split())
"""Verbs whose object is a count: "takes the dead to six"."""
FALLS = frozenset({"fall", "plunge", "tumble", "plummet"})
RECOVER = frozenset({"recover", "survive"})
"""Verbs whose subject was hurt: "is recovering", "is expected to survive"."""
STATES: dict[str, Harm] = {"dead": "killed", "deceased": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured"}
STATE_RELATIONS = frozenset("acomp oprd amod ROOT acl conj ccomp attr advmod dobj pobj".split())
NOUNS: dict[str, Harm] = {
    "death": "killed", "fatality": "killed", "dead": "killed", "injury": "injured", "wounded": "injured", "injured": "injured",
    "victim": "hit", "casualty": "hit",
}  # fmt: skip
"""Nouns whose number is a number of people who came to harm."""
DEATHS = frozenset({"death", "killing", "murder", "slaying", "assassination", "homicide", "execution", "massacre"})
ATTACKS = frozenset({"shooting", "stabbing", "beating", "wounding"})
"""Nouns with "of" before those who were hit."""
FATAL = frozenset({"fatally", "mortally", "fatal", "deadly"})
MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
SHOT = frozenset({"shoot", "stab", "beat", "gun", "hack", "burn", "trample", "crush", "run", "strike", "hit", "wound", "injure"})
"""Verbs that kill with "dead", "fatally" or "to death"."""
STRUCK = frozenset({"hit", "strike", "graze", "pierce"})
"""Verbs that hurt where a missile is named, or a part of the body."""
MISSILES = frozenset("bullet gunfire shot gunshot round fire shrapnel debris fragment shooter gunman rocket shell blast".split())
BODY = frozenset(
    "head neck chest back arm leg foot hand face shoulder stomach abdomen torso thigh hip knee ankle buttock".split()
)
ADJACENT = 2
"""Words within which "fatally" is said of a verb, not of some of its victims ("four were shot, one fatally")."""
SUFFER = frozenset({"suffer", "sustain", "receive"})
FOUND = frozenset("find discover recover retrieve pull identify dig exhume".split())
"""Verbs of finding the dead."""
_COME = frozenset("recover remain be arrive show turn come walk".split())
"""Verbs of who is somewhere "with gunshot wounds"."""
WOUNDS = frozenset({"injury", "wound", "burn", "gunshot", "fracture", "cut", "bruise", "laceration", "concussion"})
GRAVE = frozenset("critical serious stable grave fair guarded satisfactory good critically".split())
CARRY = frozenset("take transport rush airlift hospitalize hospitalise treat fly drive bring send admit carry land".split())
WISHES = frozenset("let want hope try threaten fear wish intend plan vow attempt refuse".split())
"""Verbs under which a harm has not come about."""


def harms(sentence: Sentence, index: int) -> Iterator[tuple[Harm, list[int]]]:
    """What the word says of people's harm, and the words for them: as a rule nothing."""
    token = sentence.tokens[index]
    if token.pos in ("VERB", "AUX") or (token.tag == "VBN" and token.dep != "amod"):
        found = _of_verb(sentence, index)
        if found is not None:
            yield found
            return
    word = lemma(sentence, index)
    text = token.text.lower()
    if text in STATES and (raised := _raised_to(sentence, index)) is not None:
        yield STATES[text], [raised]
    elif text in STATES and token.dep in STATE_RELATIONS:
        yield STATES[text], people(sentence, _state_of(sentence, index))
    elif text in STATES and _is_count(sentence, index):
        yield STATES[text], []
    elif text in FATAL and token.pos == "ADV" and (one := _one_of_them(sentence, index)) is not None:
        yield "killed", [one]
    elif token.pos in ("NOUN", "PROPN"):
        found = _of_noun(sentence, index, word)
        if found is not None:
            yield found


def _of_verb(sentence: Sentence, index: int) -> tuple[Harm, list[int]] | None:
    token = sentence.tokens[index]
    word = lemma(sentence, index)
    transitive = is_passive(sentence, index) or bool(children(sentence, index, "dobj"))
    whom = patient(sentence, index) if transitive else None
    objects = children(sentence, index, "dobj")
    if word in FALLS and any(lemma(sentence, i) == "death" for i in prepositional(sentence, index, frozenset({"to"}))):
        return "killed", people(sentence, subject(sentence, index))
    if word in SHOT and _to_death(sentence, index):
        return "killed", people(sentence, whom if whom is not None else subject(sentence, index))
    if word == "execute" and whom is not None and lemma(sentence, whom) in CARRIED_OUT:
        return None
    if word == "hurt" and any(lemma(sentence, i) == "what" for i in children(sentence, index, "nsubj")):
        return None  # "what hurts him is the silence"
    if word in VERBS and (another := _another(sentence, index)) is not None:
        return VERBS[word], [another]
    if word in VERBS:
        if whom is None and token.tag in ("VBN", "VBD") and not objects:
            whom = _those_of(sentence, index, subject(sentence, index))  # headline: "Two wounded in ..."
        return VERBS[word], people(sentence, whom)
    if word in PERISH or (word == "pass" and any(lemma(sentence, i) == "away" for i in children(sentence, index))):
        return "killed", people(sentence, subject(sentence, index))
    if word in ("shoot", "stab"):
        if any(t.lemma.lower() in ("percent", "%") for t in sentence.tokens[index:]):
            return None  # "shot 46.8 percent from the field"
        if whom is None and token.tag == "VBN" and token.dep == "ROOT":
            whom = subject(sentence, index)  # headline: "Teen shot in ..."
        return ("hit", people(sentence, whom)) if whom is not None else None
    if word in STRUCK and (_by_missile(sentence, index) or _simply_hit(sentence, index, whom)):
        return ("hit", people(sentence, whom)) if whom is not None else None
    if word in SUFFER and any(lemma(sentence, i) in WOUNDS for i in objects):
        return "injured", people(sentence, subject(sentence, index))
    lives = [i for i in objects if lemma(sentence, i) == "life"]
    if lives and word in ("lose", "claim", "take", "cost"):
        of = next(prepositional(sentence, lives[0], frozenset({"of"})), None)
        own = bool(children(sentence, lives[0], "poss"))
        return "killed", people(sentence, subject(sentence, index) if word == "lose" or (own and of is None) else of or lives[0])
    lost = [i for i in children(sentence, index, "nsubjpass") if lemma(sentence, i) == "life"]
    if lost and word in ("lose", "claim", "take"):
        return "killed", [next(prepositional(sentence, lost[0], frozenset({"of"})), lost[0])]
    if word == "commit" and any(lemma(sentence, i) == "suicide" for i in objects):
        return "killed", people(sentence, subject(sentence, index))
    if word == "leave" and any(_in_condition(sentence, i) for i in _preps_of_object(sentence, index)):
        return "injured", people(sentence, whom)
    if any(_in_condition(sentence, i) for i in _preps_of_object(sentence, index)):
        return "injured", people(sentence, whom if transitive and word in CARRY else subject(sentence, index))
    if word in CARRY and whom is not None and any(t.lemma.lower() == "hospital" for t in sentence.tokens):
        goods = {"hospital"} | lexicon().sets["@aid"] | lexicon().sets["@relief"]  # "flew tents and a field hospital in"
        return ("hit", people(sentence, whom)) if lemma(sentence, whom) not in goods else None
    if word == "survive" and _in_vain(sentence, index):
        return "killed", people(sentence, subject(sentence, index))
    if word in RECOVER and (children(sentence, index, "aux") or token.tag in ("VBG", "VBD")):
        return "injured", people(sentence, subject(sentence, index))
    return None


def _in_vain(sentence: Sentence, index: int) -> bool:
    """Whether somebody is said not to have survived: "did not survive", "failed to survive the crash"."""
    token = sentence.tokens[index]
    return negated(sentence, index) or (token.dep == "xcomp" and lemma(sentence, token.head) == "fail")


def _those_of(sentence: Sentence, index: int, whom: int | None) -> int | None:
    """All four in "one of the four sailors shot and killed was a cook", where the parser takes the participle for the verb.

    It is none if a verb follows that has no subject of its own and no "and" before it.
    """
    group = None if whom is None else next(prepositional(sentence, whom, frozenset({"of"})), None)
    if group is None or children(sentence, index, "aux", "auxpass"):
        return whom
    for later in range(index + 1, len(sentence.tokens)):
        token = sentence.tokens[later]
        if token.tag in ("VBD", "VBZ", "VBP") and token.dep != "relcl" and not children(sentence, later, "aux", "auxpass"):
            own = [i for i in children(sentence, later, "nsubj", "nsubjpass") if i > index]
            joined = any(t.pos in ("CCONJ", "PUNCT", "SCONJ") for t in sentence.tokens[later - 2 : later])
            return whom if own or joined else group
    return whom


def _another(sentence: Sentence, index: int) -> int | None:
    """The subject in "one was killed and another injured", where the parser makes it a determiner of the verb."""
    return next((i for i in children(sentence, index, "det") if sentence.tokens[i].text.lower() == "another"), None)


def _of_noun(sentence: Sentence, index: int, word: str) -> tuple[Harm, list[int]] | None:
    if sentence.tokens[index].text.lower() == "shot" and _to_death(sentence, index):  # headline: "Teen found shot to death"
        verb = sentence.tokens[index].head
        return "killed", people(sentence, patient(sentence, verb) if is_passive(sentence, verb) else subject(sentence, verb))
    fatal = any(sentence.tokens[i].text.lower() in FATAL for i in children(sentence, index, "amod"))
    if word == "body" and (bodies := _bodies(sentence, index)):
        return "killed", bodies
    if word in NOUNS and children(sentence, index, "nummod"):
        return NOUNS[word], [index]
    if multiple(sentence, index) is not None:
        return ("killed" if word in DEATHS else "hit"), []  # of "a deadly triple shooting" two may live
    of = next(prepositional(sentence, index, frozenset({"of"})), None)
    if of is not None and (word in DEATHS or word in ATTACKS):
        return ("killed" if word in DEATHS or fatal else "hit"), [v for v in people(sentence, of) if may_be_person(sentence, v)]
    if word in WOUNDS and (holder := _holder(sentence, index)) is not None:
        with_it = lemma(sentence, sentence.tokens[index].head) == "with"  # "was found with a gunshot wound": alive or not
        return "hit" if with_it else "injured", people(sentence, holder)
    if (counted := _counts_harmed(sentence, index, word)) is not None:
        verb = next(ancestors(sentence, index), index)
        numbers = [*prepositional(sentence, verb, frozenset({"to", "at", "of"})), *children(sentence, verb, "attr", "dobj")]
        return counted, numbers[:1]
    return None


def _bodies(sentence: Sentence, index: int) -> list[int]:
    """Those whose bodies are found: "12 bodies were recovered", "the bodies of two men", "a woman's body"."""
    verb = next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos == "VERB"), None)
    if verb is None or lemma(sentence, verb) not in FOUND or denied(sentence, verb):
        return []
    of = list(prepositional(sentence, index, frozenset({"of"}))) + children(sentence, index, "poss")
    whose = [i for first in of for i in people(sentence, first) if may_be_person(sentence, i)]
    return whose or ([index] if children(sentence, index, "nummod") else [])


def _counts_harmed(sentence: Sentence, index: int, word: str) -> Harm | None:
    """What those came to whom "the death toll", "the number of dead" or "the number of injured" counts; None for other words."""
    if word == "toll":
        return "killed" if any(lemma(sentence, i) == "death" for i in children(sentence, index, "compound")) else None
    if word != "number":
        return None
    counted = list(prepositional(sentence, index, frozenset({"of"})))
    of = {sentence.tokens[i].text.lower() for i in counted}
    done_to = [VERBS[w] for i in counted for j in children(sentence, i, "acl") if (w := lemma(sentence, j)) in VERBS]
    if done_to:
        return done_to[0]  # "the number of people killed by the flood is now 24"
    if of & {"dead", "death", "deaths", "fatality", "fatalities"}:
        return "killed"
    hangs = sentence.tokens[index].dep in ("nsubj", "nsubjpass", "dobj")  # not "rose to 61, the number of injured to 200"
    return "injured" if hangs and of & {"injured", "wounded", "injuries"} else None


def _raised_to(sentence: Sentence, index: int) -> int | None:
    """The number that a verb brings the dead or hurt to: "which brings the dead to six"."""
    token = sentence.tokens[index]
    if token.dep != "dobj" or lemma(sentence, token.head) not in RAISE:
        return None
    return next((i for i in prepositional(sentence, token.head, frozenset({"to", "at"})) if sentence.tokens[i].tag == "CD"), None)


def _is_count(sentence: Sentence, index: int) -> bool:
    """Whether a word only says what a number counts, whatever the parse makes of it: "the toll rose to 41 dead and ..."."""
    if index == 0 or sentence.tokens[index - 1].tag != "CD":
        return False
    return index + 1 == len(sentence.tokens) or sentence.tokens[index + 1].pos in ("CCONJ", "PUNCT", "ADP")


def _holder(sentence: Sentence, index: int) -> int | None:
    """The person "with a gunshot wound", or the one who is taken away "with serious injuries"."""
    preposition = sentence.tokens[index].head
    if lemma(sentence, preposition) not in ("with", "from") or sentence.tokens[index].dep != "pobj":
        return None
    governor = sentence.tokens[preposition].head
    if lemma(sentence, governor) == "hospital" and sentence.tokens[governor].dep == "pobj":  # "came to hospital with wounds"
        governor = sentence.tokens[sentence.tokens[governor].head].head
    if sentence.tokens[governor].pos not in ("VERB", "AUX"):
        return governor if may_be_person(sentence, governor) else None
    if is_passive(sentence, governor) or children(sentence, governor, "dobj"):
        return patient(sentence, governor)
    return subject(sentence, governor) if lemma(sentence, governor) in SUFFER | _COME else None


def _by_missile(sentence: Sentence, index: int) -> bool:
    """Whether a verb of striking has a bullet or the like for its agent, or names the part of the body."""
    doers = [*children(sentence, index, "nsubj"), *prepositional(sentence, index, frozenset({"by", "with"}))]
    parts = prepositional(sentence, index, frozenset({"in", "on"}))
    governor = sentence.tokens[index].head
    if sentence.tokens[index].dep in ("advcl", "conj", "xcomp"):  # "shots were fired ..., hitting four people"
        doers += children(sentence, governor, "nsubj", "nsubjpass", "dobj")
    doers += [j for i in doers for j in prepositional(sentence, i, frozenset({"of"}))]
    return any(lemma(sentence, i) in MISSILES for i in doers) or any(lemma(sentence, i) in BODY for i in parts)


def _simply_hit(sentence: Sentence, index: int, whom: int | None) -> bool:
    """Whether people "were hit", it is not said by what; "residents were hit by a new tax" is another matter."""
    doers = children(sentence, index, "agent") + list(prepositional(sentence, index, frozenset({"by"})))
    return whom is not None and is_passive(sentence, index) and not doers and may_be_person(sentence, whom)


def _one_of_them(sentence: Sentence, index: int) -> int | None:
    """The number that "fatally" follows without a verb: "six were shot, two fatally"."""
    for near in (index - 1, sentence.tokens[index].head):
        if 0 <= near < len(sentence.tokens) and sentence.tokens[near].pos == "NUM":
            return near
    return None


def multiple(sentence: Sentence, index: int) -> Toll | None:
    """The number in "a triple shooting", "a double homicide"."""
    if lemma(sentence, index) not in DEATHS | ATTACKS:
        return None
    for i in children(sentence, index, "amod", "compound", "nummod"):
        token = sentence.tokens[i]
        if (number := MULTIPLES.get(token.text.lower())) is not None:
            return Toll(number, number, number, Span(token.start, token.end, token.text))
    return None


def denied(sentence: Sentence, index: int) -> bool:
    """Whether the harm did not come about, or not here: "nobody was hurt", "could have been killed", "the third to be killed"."""
    hung = children(sentence, index)
    token = sentence.tokens[index]
    if token.dep in ("relcl", "acl") and any(sentence.tokens[i].text.lower() == "to" for i in hung):
        return True
    if any(sentence.tokens[i].dep == "neg" or sentence.tokens[i].text.lower() in NOBODY for i in hung):
        return True
    governor = sentence.tokens[token.head]
    if token.dep in ("xcomp", "ccomp") and governor.lemma.lower() in WISHES and token.head != index:
        return True
    modals = {"could", "would", "might", "may", "should", "can", "will"}
    return any(sentence.tokens[i].dep == "aux" and sentence.tokens[i].text.lower() in modals for i in hung)


def superseded(sentence: Sentence, index: int) -> bool:
    """Whether somebody only said so at first: "police originally said that eight people were hurt"."""
    verbs = [i for i in (index, *ancestors(sentence, index)) if sentence.tokens[i].pos == "VERB"]
    return any(lemma(sentence, j) in ("originally", "initially") for i in verbs for j in children(sentence, i, "advmod"))


def _preps_of_object(sentence: Sentence, index: int) -> list[int]:
    """The prepositions on a verb or on its object: parsers put "in critical condition" on either."""
    return [j for i in (index, *children(sentence, index, "dobj")) for j in children(sentence, i, "prep")]


def _in_condition(sentence: Sentence, index: int) -> bool:
    """ "in critical condition" and the like."""
    return lemma(sentence, index) == "in" and any(
        lemma(sentence, i) == "condition" and any(lemma(sentence, j) in GRAVE for j in children(sentence, i, "amod"))
        for i in children(sentence, index, "pobj")
    )


def _state_of(sentence: Sentence, index: int) -> int | None:
    """Of whom "dead" or "wounded" is said."""
    token = sentence.tokens[index]
    if token.dep == "amod":
        return token.head
    governor = token.head
    if token.dep in ("acomp", "oprd", "attr", "advmod"):
        if sentence.tokens[governor].lemma == "leave" and (found := children(sentence, governor, "dobj")):
            return found[0]
        return subject(sentence, governor)
    own = children(sentence, index, "nsubj", "nsubjpass", "nummod")
    if own:
        return own[0]
    if token.dep == "conj" and (
        number := [i for i in children(sentence, governor, "conj") if i < index and sentence.tokens[i].pos == "NUM"]
    ):
        return number[-1]
    if token.dep in ("acl",) or (token.dep == "conj" and sentence.tokens[governor].text.lower() in STATES):
        return _state_of(sentence, governor) if token.dep == "conj" else governor
    return index if token.dep in ("dobj", "pobj") else None


def _to_death(sentence: Sentence, index: int) -> bool:
    for i in children(sentence, index):
        text = sentence.tokens[i].text.lower()
        if (text == "dead" and (i > index or i == index - 1)) or (text in ("fatally", "mortally") and abs(i - index) <= ADJACENT):
            return True
        if text == "to" and any(lemma(sentence, j) == "death" for j in children(sentence, i, "pobj")):
            return True
    return False

"""Does a time or a place in a sentence belong to its event word, or to another act told there?

Method: what hangs nearest on the parse belongs together, and what follows a word with no verb between; a day or town told with
an arrest, a hearing, somebody's speaking or being in hospital is not that of the deed ("was arrested in Lima on Monday for the
attack"), nor is one told of what the doer of the deed did else.
"""

from twosource.annotate.harms import PERISH
from twosource.annotate.syntax import ancestors, children
from twosource.records import Sentence

CLAUSE = frozenset({"relcl", "advcl", "ccomp", "acl", "ROOT", "conj", "parataxis"})
FAR = 99
RUN = 12
"""Words after a trigger within which, no verb between, a place or time is its own whatever the parse says."""
ELSEWHERE = frozenset(
    "arrest charge appear arraign plead convict sentence indict identify name release investigate search seek hunt face book "
    "jail hold extradite surrender turn remember mourn bury gather vow interview recover pronounce wait expect ask schedule "
    "serve set accuse detain issue plan meet visit speak talk learn hear try resume return deny remain continue confess".split()
)
"""Verbs of what comes after an event: their day is not the event's ("was charged on Monday with the killing")."""
ALARM = frozenset(
    "call respond dispatch arrive find discover happen occur rush hear receive begin start erupt break unfold strike hit open "
    "fire shoot kill die wound injure attack explode leave take transport".split()
)
"""Verbs of an event's coming about, of the alarm and of its victims' being found: their day is the event's."""
FINDING = frozenset({"find", "discover", "take", "leave", "transport"})
DEEDS = frozenset(
    "shooting killing murder homicide slaying stabbing attack raid strike airstrike blast explosion bombing clash battle "
    "gunbattle shootout spree massacre assault earthquake quake crash collapse fire accident flood landslide poisoning ambush "
    "kidnapping abduction stampede derailment avalanche mudslide rockfall wildfire blaze storm hurricane typhoon cyclone tornado "
    "tsunami tremor eruption".split()
)
"""Nouns for what kills."""
AFTERWARDS = frozenset(
    "hearing conference vigil funeral trial briefing interview autopsy appearance memorial arraignment".split()
)
"""Nouns for what comes after an event."""
HARM = frozenset(
    "kill shoot stab wound injure hit strike murder slay attack explode crash collide collapse erupt burn bomb rob beat hurt "
    "shake flood sink derail".split()
)
"""Verbs of what does harm."""
AT_ONCE = HARM | PERISH | ALARM | FINDING | frozenset("hospitalize hospitalise rescue evacuate treat rush flee".split())
STANDS = frozenset("condition hospital custody court courtroom bars way".split())
"""Nouns by which it is told how somebody or something stands afterwards."""
REPORTING = frozenset(
    "say tell report announce add confirm state note post update publish write release identify file reveal discuss describe "
    "detail explain warn insist recall remark stress argue testify".split()
)


def verb_over(sentence: Sentence, index: int) -> int | None:
    """The verb that a word hangs on, directly or not; None if none."""
    return next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos in ("VERB", "AUX")), None)


def reports(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says that somebody spoke at a time told with it: not "says" nor "called to report a fire"."""
    token = sentence.tokens[verb]
    return token.lemma.lower() in REPORTING and token.tag not in ("VBZ", "VBP", "VB")


def came_after(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what came after an event: "the dead were buried", not "a landslide buried the camp"."""
    doers = {sentence.tokens[i].lemma.lower() for i in children(sentence, verb, "nsubj")}
    return sentence.tokens[verb].lemma.lower() in ELSEWHERE and not doers & DEEDS


def runs_on(sentence: Sentence, index: int, token: int, *, commas: bool = True) -> bool:
    """Whether a time or place follows a word closely, no verb between and, unless `commas`, no comma."""
    between = sentence.tokens[index + 1 : token]
    return index < token <= index + RUN and not any(t.pos in ("VERB", "AUX") or (t.text == "," and not commas) for t in between)


def of_other_act(sentence: Sentence, token: int, index: int, acts: frozenset[str]) -> bool:
    """Whether a time or place belongs to what was done about the event, as in "was arrested in Lima on Monday for the attack"."""
    if runs_on(sentence, index, token):
        return False
    above = set() if index < 0 else set(ancestors(sentence, index))
    for up in ancestors(sentence, token):
        if up == index:
            return False
        if acts is ELSEWHERE and sentence.tokens[up].lemma.lower() in AFTERWARDS:
            return True
        if sentence.tokens[up].pos in ("NOUN", "PROPN") and up in above:
            return False  # "charged in the January shooting deaths"
        if acts is ELSEWHERE and sentence.tokens[up].pos in ("VERB", "AUX") and _tells_of_doer(sentence, up, index):
            return True
        if sentence.tokens[up].pos == "VERB":
            return came_after(sentence, up) if acts is ELSEWHERE else sentence.tokens[up].lemma.lower() in acts
        if sentence.tokens[up].pos == "AUX" and _tells_how_it_stands(sentence, up):
            return acts is ELSEWHERE
    return False


def _tells_of_doer(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a deed only says who the subject of a verb is: "the suspect in the killing filed a motion on Thursday".

    Of what befalls or is done at once to those whom it harmed it may be the day.
    """
    if sentence.tokens[verb].lemma.lower() in AT_ONCE:
        return False
    path = [index, *ancestors(sentence, index)]
    below = path[path.index(verb) - 1] if verb in path[1:] else index
    subject = sentence.tokens[below]
    return below != index and subject.dep in ("nsubj", "nsubjpass") and subject.lemma.lower() not in DEEDS


def _tells_how_it_stands(sentence: Sentence, verb: int) -> bool:
    """Whether a "be" tells how somebody is afterwards, or what is done: "was in hospital", "a search is underway Monday for"."""
    hung = children(sentence, verb)
    states = [j for i in hung if sentence.tokens[i].dep == "prep" for j in children(sentence, i, "pobj")]
    return any(sentence.tokens[i].lemma.lower() in ("still", "underway", "ongoing") for i in hung) or any(
        sentence.tokens[i].lemma.lower() in STANDS for i in states
    )


def distance(sentence: Sentence, index: int, other: int) -> int:
    """How far apart two words are on the tree; a clause border counts three steps more.

    What hangs on the word itself is nearer than anything else as far away: each two steps down count as one.
    """
    first = [index, *ancestors(sentence, index)]
    second = [other, *ancestors(sentence, other)]
    common = next((i for i in first if i in second), None)
    if common is None:
        return FAR
    up, down = first[: first.index(common)], second[: second.index(common)]
    borders = sum(sentence.tokens[i].dep in CLAUSE for i in up[:-1] + down)
    run = sentence.tokens[index + 1 : other] if index < other <= index + RUN else ()
    if run and not any(t.pos in ("VERB", "AUX") for t in run):
        return 2  # "an attack last week near a depot in <town>": parsers hang such a tail on the verb before as often as not
    steps = len(down) // 2 if not up else len(up) + len(down)
    return steps + 3 * borders + (abs(index - other) > 25)

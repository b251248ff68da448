"""Did it happen, as the text tells it: asserted, alleged, planned, denied or hypothetical?

Method: cues that govern the event word on the parse: negation, modals, conditions, verbs of planning, wishing and doubting,
hedging adverbs; then the attribution whose content holds it. The scale of -3 (certainly not) to 3 (certainly) is that of
FactBank (Sauri and Pustejovsky 2009) as unified by Stanovsky et al. (2017).
Known failures: irony; "failed to" is a denial only where the verb is on the list; headlines in the future with a bare infinitive.
"""

from collections.abc import Sequence

from twosource.annotate.syntax import ancestors, children
from twosource.records import Attribution, EventStatus, Sentence, Span
from twosource.text import inside

PLANS = frozenset(
    "plan intend aim prepare vow pledge promise threaten schedule want hope expect seek propose consider urge ask demand "
    "call order tell offer agree decide try attempt need wish ready likely due set warn fear request encourage require "
    "instruct urge refuse".split()
)
FUTURE = frozenset({"will", "shall", "'ll", "wo"})
POSSIBLE = frozenset({"may", "might", "could", "would", "should", "can", "must"})
DENIES = frozenset(
    "deny fail refuse avert prevent avoid foil thwart cancel reject refute rule decline without stop abort".split()
)
DOUBTS = frozenset("allege claim suspect accuse believe think rumor rumour suggest appear seem speculate".split())
HEDGES = frozenset(
    "allegedly reportedly apparently supposedly possibly probably perhaps presumably purportedly maybe likely".split()
)
HEDGING = frozenset("alleged reported apparent suspected supposed possible purported presumed likely potential".split())
PLANNED = frozenset("planned upcoming scheduled proposed future forthcoming expected potential impending next".split())
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})

VALUE: dict[EventStatus, float] = {"asserted": 3.0, "alleged": 1.5, "planned": 1.0, "hypothetical": 0.5, "denied": -2.5}
"""The FactBank value given to each status: the middle of what its annotators mean by it."""

CIRCUMSTANCE = frozenset("during after before amid since following at in within over despite because until by with".split())
"""Prepositions whose noun is told as a fact whatever becomes of the verb: "did not speak during the attack"."""
COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "conj", "acl", "advcl", "pcomp", "oprd", "nsubjpass", "attr"})
"""Relations over which a governing cue reaches the event word."""


def status_of(sentence: Sentence, index: int, attribution: Attribution | None) -> EventStatus:
    """How the sentence presents the event that word `index` names."""
    own = _on_word(sentence, index)
    if own is not None:
        return own
    status: EventStatus | None = None
    reached, below = index, sentence.tokens[index]
    for up in ancestors(sentence, index):
        if below.dep == "prep" and below.lemma.lower() in CIRCUMSTANCE:
            break
        if below.dep == "relcl" or below.dep not in COMPLEMENTS | {"nsubj"}:
            break
        governor = sentence.tokens[up]
        word = governor.lemma.lower()
        if governor.pos in ("VERB", "AUX", "ADJ", "NOUN") and below.dep != "conj" and below.dep != "nsubj":
            if word in DENIES and governor.pos != "NOUN":
                status = "denied"
            elif word in PLANS and below.dep in ("xcomp", "ccomp", "dobj", "acl", "prep", "pobj"):
                status = "planned"
            elif word in DOUBTS and below.dep in ("xcomp", "ccomp", "pcomp", "prep"):
                status = "alleged"
        if status is not None:
            break
        light = sentence.tokens[reached].pos in ("NOUN", "PROPN") and governor.pos in ("VERB", "AUX")
        if below.dep == "conj" or light or below.dep in ("xcomp", "attr", "nsubj", "dobj", "nsubjpass"):
            outer = _on_word(sentence, up) if governor.pos in ("VERB", "AUX") else None
            if outer is not None:
                return outer
        reached, below = up, governor
    if status is not None:
        return status
    if attribution is not None and attribution.cue_force == "doubting":
        return "alleged"
    return "asserted"


def _on_word(sentence: Sentence, index: int) -> EventStatus | None:
    """What the cues that hang on a word itself say."""
    hung = children(sentence, index)
    words = {sentence.tokens[i].lemma.lower() for i in hung} | {sentence.tokens[i].text.lower() for i in hung}
    token = sentence.tokens[index]
    auxiliaries = {sentence.tokens[i].text.lower() for i in hung if sentence.tokens[i].dep == "aux"}
    if any(sentence.tokens[i].dep == "neg" or sentence.tokens[i].text.lower() in ("no", "never") for i in hung):
        return "hypothetical" if auxiliaries & POSSIBLE - {"must"} else "denied"
    marks = {sentence.tokens[i].text.lower() for i in hung if sentence.tokens[i].dep in ("mark", "advmod")}
    if marks & CONDITIONS:
        return "hypothetical"
    if auxiliaries & FUTURE:
        return "planned"
    if auxiliaries & POSSIBLE:
        return "hypothetical"
    if token.pos in ("NOUN", "PROPN"):
        if words & PLANNED:
            return "planned"
        if words & HEDGING:
            return "alleged"
    if words & HEDGES:
        return "alleged"
    if "to" in auxiliaries and token.dep == "ROOT":  # headline future: "Ministers to meet"
        return "planned"
    if any(sentence.tokens[i].lemma.lower() == "go" and sentence.tokens[i].tag == "VBG" for i in ancestors(sentence, index)):
        return "planned" if token.dep == "xcomp" else None
    return None


def factuality_of(status: EventStatus, attribution: Attribution | None) -> float:
    """The value from -3 to 3; an assertion that only a source makes counts a little less than the writer's own."""
    if status == "asserted" and attribution is not None and attribution.source_kind in ("anonymous", "unknown"):
        return 2.5
    return VALUE[status]


def attribution_of(trigger: Span, attributions: Sequence[Attribution]) -> int | None:
    """The index of the statement whose content covers a span, the narrowest if there are several; None if none does."""
    covering = [
        (content.end - content.start, index)
        for index, attribution in enumerate(attributions)
        for content in attribution.content
        if not attribution.attitude and inside(trigger, content)
    ]
    return min(covering)[1] if covering else None

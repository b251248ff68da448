"""Did it happen, as the text tells it: asserted, alleged, planned, denied or hypothetical, and how sure from -3 to 3?

Method: `scope` gives the cues that bear on the event word; the scale from -3 (certainly not) to 3 (certainly), that of
FactBank (Sauri and Pustejovsky 2009) as unified by Stanovsky et al. (2017), is a sum of named cues' weights, cut at its ends.
The status follows from the cues by the rules below, in their order, with the sum deciding what is denied and what is sure.

Figures (`bench/fit_factuality.py`, articles held out): mean absolute error .388, r .80 on UW, where cues like these with
guessed numbers reach .47 and .69; status of MEANTIME macro F1 .75, denied .75, planned .68, uncertain .67, asserted .93.
Tried and dropped: the certainty of the other mentions of the same word in the article (error less by .001); a class of each
predicate for each form of its complement (twice the cues: less by .001); all 101 cues in place of the 60 that tell most (less by
.010); a multinomial regression for the status (.69).

Known failures: nouns that name a state of affairs with no cue beside them ("the merger" of two firms that only talk of
it); irony; headlines in the future without "to".
"""

from collections.abc import Sequence

from twosource.annotate.factuality_weights import INTERCEPT, WEIGHTS
from twosource.annotate.hearsay import called_false
from twosource.annotate.mood import Cues, mood
from twosource.annotate.scope import TENSES, cues, in_passing
from twosource.annotate.syntax import children, head_of, subtree
from twosource.records import Attribution, Document, EventStatus, Judgement, Sentence, Span
from twosource.text import inside, overlaps

DENIED = -0.5
"""Below this an event is denied: the text speaks rather against it. Set on MEANTIME; anything from -1 to 0.2 does the same."""
SURE = 2.0
"""Below this it is not asserted. Set on MEANTIME; anything from 1.8 to 2.2 does the same."""
CERTAIN = 3.0
BLAMING = frozenset("blame condemn denounce apologize apologise".split())
LOOMING = 1.0
"""How sure it is of what only looms; readers of FactBank give likely futures about as much."""

RULED_OUT = frozenset({"without", "under denied", "under cancelled", "under cancelled as noun"})
HEDGED = frozenset({"alleged", "hedge", "under seeming"})
CLAIMED = frozenset({"under claimed", "under claimed as noun", "under believed"})
OPEN = frozenset(
    {"if", "clause if", "whether", "may", "could", "under feared", "under feared as noun", "under doubted", "under wanted",
     "under wanted as noun", "under weighed", "potential"}
)  # fmt: skip
FUTURE = frozenset(
    {"will", "is to", "planned", "to as relcl", "to as ROOT", "under intended", "under agreed", "under agreed as noun"}
)
REPORTED = frozenset(
    {"under said", "far under said", "under known", "under intended", "under agreed", "under claimed"}
)  # "said it would": the future of a past
SETTLED = frozenset({"definite", "possessed", "indefinite"})

ASKS = frozenset({"ask", "asks", "asked", "asking"})
OF_FACT = frozenset({"who", "why", "how", "when", "where", "what"})
"""Words of questions that doubt no event, as "whether" does."""


def judgements(
    document: Document, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]
) -> tuple[Judgement, ...]:
    """What the article says of each event word that somebody else marked: status, factuality and who says it."""
    found = []
    for trigger in document.triggers or ():
        number = attribution_of(trigger, attributions)
        source = None if number is None else attributions[number]
        sentence = next((s for s in sentences if s.tokens and overlaps(s.span, trigger)), None)
        index = None if sentence is None else head_of(sentence, trigger)
        if sentence is None or index is None:
            found.append(Judgement(trigger, "asserted", CERTAIN, number))
        else:
            found.append(Judgement(trigger, *judge(sentence, index, source), number))
    return tuple(found)


def judge(sentence: Sentence, index: int, attribution: Attribution | None) -> tuple[EventStatus, float]:
    """How the sentence presents the event that word `index` names: its status, and its factuality from -3 to 3.

    `attribution` is the one whose content holds the word: what only a doubting source says is alleged.
    """
    if called_false(sentence, index):
        return "denied", DENIED  # somebody denies it: the text itself need not
    if _looms(sentence, index):
        return "planned", LOOMING
    if _goes_unquestioned(sentence, index):
        return "asserted", CERTAIN
    found = cues(sentence, index)
    value = round(min(CERTAIN, max(-CERTAIN, INTERCEPT + sum(WEIGHTS.get(cue, 0.0) for cue in found))), 2)
    status = _status(found, value)
    if status == "asserted" and _is_asked(sentence, index):
        return "hypothetical", 0.0
    if status == "denied":
        value = min(value, DENIED)
    elif status == "asserted":
        value = max(value, SURE)
    doubted = attribution is not None and attribution.cue_force == "doubting"
    if status == "asserted" and doubted and not in_passing(sentence, index):
        return "alleged", value
    return status, value


def _status(found: Cues, value: float) -> EventStatus:
    if value < DENIED or found & RULED_OUT or {"not", "kept from"} <= found:
        return "denied"
    conditional = "given a condition" in found or "clause given a condition" in found
    if {"clause will", "complement"} <= found and not conditional:  # "will try to"
        return "planned"
    possible = {"under enabled", "will"} <= found  # "it is possible that they will"
    sought = "under asked as noun" in found and not found & {"definite", "possessed"}  # "demanded an inquiry"
    if found & OPEN or possible or sought or (conditional and found & {"will", "clause will", "would"}):
        return "hypothetical"
    if found & HEDGED or (found & CLAIMED and value < SURE):
        return "alleged"
    if found & FUTURE or _future_clause(found, value):
        return "planned"
    if "would" in found:
        return "hypothetical"
    if value < SURE and not found & {"brought about", "result"} and not _was_made(found):
        return "hypothetical"
    return "asserted"


def _is_asked(sentence: Sentence, index: int) -> bool:
    """Whether a question wants to know if an event happened: "did your officers beat him?"; not "why did they beat him?"."""
    tokens = sentence.tokens
    verb = index
    if tokens[index].pos in ("NOUN", "PROPN"):
        verb = tokens[index].head
        if tokens[index].dep != "attr" or not children(sentence, verb, "expl"):
            return False  # "was there an attack?"; other nouns are taken for granted
    if not any(t.text == "?" for t in tokens[index:]):
        return False
    addressed = {i for i, t in enumerate(tokens[1:]) if t.text == ","}  # "Inspector, did your officers ...": no subject
    subjects = [i for i in children(sentence, verb, "nsubj", "nsubjpass", "expl") if i not in addressed]
    if not subjects:
        return False
    first = [verb, *children(sentence, verb, "aux", "auxpass")]
    ahead = [i for i in children(sentence, verb) if i < subjects[0]]
    wanted = any(tokens[i].tag in ("WP", "WRB", "WDT", "WP$") for j in ahead for i in subtree(sentence, j))
    return min(first) < subjects[0] and not wanted


def _looms(sentence: Sentence, index: int) -> bool:
    """Whether a noun is the subject of a verb for what is yet to come: "a strike looms"."""
    token = sentence.tokens[index]
    verb = sentence.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma.lower() == "loom" and verb.tag != "VBN"


def _goes_unquestioned(sentence: Sentence, index: int) -> bool:
    """Whether an event is taken for granted by what is said of it.

    "Last year's crash would not have happened with a better brake": it did, and so did what somebody is blamed for.
    """
    token = sentence.tokens[index]
    verb = token.head
    if token.dep == "pobj" and token.tag == "NN" and sentence.tokens[verb].text.lower() == "for":
        return sentence.tokens[sentence.tokens[verb].head].lemma.lower() in BLAMING  # "blames the rebels for an attack"
    if token.dep not in ("nsubj", "nsubjpass") or token.pos not in ("NOUN", "PROPN"):
        return False
    found = mood(sentence, verb)
    told = mood(sentence, index)
    kept_off = sentence.tokens[verb].lemma.lower() in ("happen", "occur") and "not" in found
    return "unreal past" in found and kept_off and bool(told & SETTLED - {"indefinite"})


def _was_made(found: Cues) -> bool:
    """Whether somebody was made to do it, and so did: "prompted the ministry to call in the envoy"."""
    open_above = any(cue.startswith(("far ", "clause ", "not ")) for cue in found)
    return {"under caused", "complement"} <= found and not open_above


def _future_clause(found: Cues, value: float) -> bool:
    """Whether the clause around the word lies in the future, and the event with it."""
    if "would" in found and found & REPORTED:
        return True
    if "gerund" in found and found & {"clause will", "clause would"}:
        return True
    tensed = found & (TENSES - {"gerund"})
    return "clause will" in found and not found & SETTLED and not tensed and value < CERTAIN


def attribution_of(trigger: Span, attributions: Sequence[Attribution]) -> int | None:
    """The index of the statement whose content covers a span, the narrowest if there are several; None if none does."""
    covering = [
        (content.end - content.start, index)
        for index, attribution in enumerate(attributions)
        for content in attribution.content
        if not attribution.attitude and inside(trigger, content) and not _is_question(attribution, content)
    ]
    return min(covering)[1] if covering else None


def _is_question(attribution: Attribution, content: Span) -> bool:
    """Whether somebody asks about what he takes for granted: "reporters asked why the bridge had been shelled"."""
    asks = attribution.cue is not None and attribution.cue.text.lower() in ASKS
    return asks and content.text.split(" ", 1)[0].lower() in OF_FACT

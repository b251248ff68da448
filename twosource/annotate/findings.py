"""What does a cue look like in its sentence, and what is found where it stands?

Method: the cue is the verb with its auxiliaries, the adverbs beside it, the preposition that it governs, a verb that lends it
its subject ("continued to say") and the act that carries it ("issued a statement saying"), as PolNeAR's annotators mark it.
Spans are made from words by their indices, punctuation and an opening conjunction trimmed.

Tried and dropped: the day of saying as part of the cue ("said Tuesday": 5 of 18 in the reading half), and its occasion ("said
in an interview": 10 of 26).
"""

from collections.abc import Iterable

import msgspec

from twosource.annotate import cues
from twosource.annotate.syntax import children, stretch, subtree
from twosource.records import CueForce, Sentence, Span
from twosource.values.names import word_set


class Finding(msgspec.Struct, frozen=True):
    """An attribution before anybody asked who the source really is. `speaker` and `verb` are token indices.

    `verbatim`: the content is the speaker's own words though no marks stand around it, as in a transcript.
    """

    sentence: int
    verb: int | None
    speaker: int | None
    source: Span | None
    cue: Span | None
    force: CueForce | None
    content: tuple[Span, ...]
    addressee: Span | None = None
    cites: tuple[Span, ...] = ()
    continues: bool = False
    attitude: bool = False
    verbatim: bool = False


VEHICLES = word_set(
    "statement tweet letter message post email memo note release article column essay ad speech report reply poll data study "
    "op-ed"
)
"""What somebody issues, writes or gives so as to say something."""
LEADING = frozenset(["and", "but", "so", "yet", "or", "then"])
CARRIED = 12
"""Words from "issued" to "saying", at most: the vehicle, to whom and when."""


def cue_span(sentence: Sentence, verb: int) -> Span:
    """The verb with the auxiliaries, negation and adverbs directly before it, and its particle directly behind."""
    tokens = sentence.tokens
    first, last, top = verb, verb, verb
    own = set(children(sentence, verb, "aux", "auxpass", "neg", "advmod"))
    while True:
        while first - 1 in own and tokens[first - 1].tag != "WRB":
            first -= 1
        head = tokens[top].head
        if tokens[top].dep != "xcomp" or head != first - 1 or tokens[head].lemma not in cues.GOVERNORS:
            break
        first, top = head, head
        own = set(children(sentence, top, "aux", "auxpass", "neg", "advmod"))
    carrier = tokens[top].head  # "issued a statement saying": the cue begins with the act
    if (
        tokens[top].dep == "acl"
        and tokens[top].tag == "VBG"
        and tokens[carrier].lemma in VEHICLES
        and tokens[carrier].dep == "dobj"
    ):
        issued = tokens[carrier].head
        if issued < first <= issued + CARRIED and tokens[issued].lemma in cues.LIGHT:
            first = issued
            own = set(children(sentence, issued, "aux", "auxpass", "neg", "advmod"))
            while first - 1 in own:
                first -= 1
    if first > 0 and tokens[first - 1].text.lower() in ("both", "all") and tokens[first - 1].dep != "nsubj":
        first -= 1
    own = set(children(sentence, verb, "prt"))
    own |= {i for i in children(sentence, verb, "advmod") if i > verb and tokens[i].tag == "RB" and tokens[i].text.endswith("ly")}
    if not children(sentence, verb, "ccomp"):
        governed = cues.WITH_PREPOSITION.get(tokens[verb].lemma, set())
        taken = {i for i in children(sentence, verb, "prep") if tokens[i].text.lower() in governed and i > verb}
        if taken:
            between = set(children(sentence, verb, "advmod"))
            between |= {j for i in between for j in subtree(sentence, i)}
            if all(j in between or j in own for j in range(verb + 1, min(taken))):
                own |= between
            own |= {min(taken)}
    while last + 1 in own:
        last += 1
    return stretch(sentence, first, last)


def temporal(sentence: Sentence, preposition: int) -> bool:
    """Whether a preposition, or a bare noun, gives a date or time."""
    objects = children(sentence, preposition, "pobj") or [preposition]
    return any(n.label in ("DATE", "TIME") and n.first <= o < n.last for n in sentence.names for o in objects)


def runs(sentence: Sentence, wanted: Iterable[int]) -> tuple[Span, ...]:
    """The words as spans: neighbours together, across punctuation too, without punctuation and conjunctions at the ends."""
    tokens = sentence.tokens
    ordered = sorted(wanted)
    groups: list[list[int]] = []
    for i in ordered:
        if groups and all(tokens[j].pos in ("PUNCT", "SPACE") for j in range(groups[-1][1] + 1, i)):
            groups[-1][1] = i
        else:
            groups.append([i, i])
    spans = (trimmed_stretch(sentence, first, last) for first, last in groups)
    return tuple(s for s in spans if s is not None and any(c.isalnum() for c in s.text))


def trimmed_stretch(sentence: Sentence, first: int, last: int) -> Span | None:
    """The span between two words without punctuation at its ends, and without the conjunction that opens the sentence."""
    tokens = sentence.tokens
    while first <= last and (
        (tokens[first].pos in ("PUNCT", "SPACE") and tokens[first].text not in "\"“‘'([")
        or (first == 0 and tokens[first].text.lower() in LEADING)
    ):
        first += 1
    while first <= last and (
        (tokens[last].pos in ("PUNCT", "SPACE") and tokens[last].text not in "\"”’')]")
        or (tokens[last].pos == "CCONJ" and last > first)
    ):
        last -= 1
    return stretch(sentence, first, last) if first <= last else None

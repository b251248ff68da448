"""Who stands beside a cue in the sentence, and how far do source, cue and addressee reach?

Method: questions on the dependency tree of one sentence. The speaker is the verb's subject, its agent, or what its clause takes
from the one above; a participle behind a comma ("…, saying that …") belongs to the subject of the clause, whatever noun the
parser hangs it on. The source is the speaker's whole noun phrase with its appositions, the cue the verb with its auxiliaries,
the adverbs beside it and a verb that lends it its subject ("continued to say"), by the conventions of PARC and PolNeAR (Pareti 2012;
Newell et al. 2018).

Known failures: an apposition that the parser hangs elsewhere is cut off. Tried and dropped: cutting every non-restrictive relative
clause off the source (source exact .63 for .64); the day of saying as part of the cue ("said Tuesday": 5 of 18 in the reading half).
"""

import re
from collections.abc import Iterable

import msgspec

from twosource.annotate import cues
from twosource.annotate.syntax import ancestors, children, stretch, subtree
from twosource.records import CueForce, Sentence, Span
from twosource.values.names import word_set


class Finding(msgspec.Struct, frozen=True):
    """An attribution before anybody asked who the source really is. `speaker` and `verb` are token indices."""

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


TOLD = word_set("tell inform assure advise notify warn ask urge remind brief order beg implore exhort invite instruct reassure")
"""Verbs whose object is who is spoken to."""
CONTROL = TOLD | word_set("want encourage command direct force allow permit expect get persuade convince require request")
"""Verbs whose object is the subject of their infinitive: urged them to admit."""
VEHICLES = word_set(
    "statement tweet letter message post email memo note release article column essay ad speech report reply poll data study op-ed"
)
"""What somebody issues, writes or gives so as to say something."""
_OUTSIDE = frozenset(["advmod", "cc", "punct", "preconj"])
LEADING = frozenset(["and", "but", "so", "yet", "or", "then"])
CARRIED = 12
"""Words from "issued" to "saying", at most: the vehicle, to whom and when."""
OCCASIONS = word_set(
    "interview statement email e-mail conference speech tweet call briefing hearing rally debate message release post twitter facebook "
    "essay column article blog book memoir op-ed editorial documentary deposition newsletter "
    "podcast letter testimony television tv radio show program programme memo note address remarks instagram telegram"
)
"""Where and by what means something was said: no part of the name behind the cue ("said X in an interview")."""


def speaker_of(sentence: Sentence, verb: int, depth: int = 0) -> int | None:
    """The head word of who speaks: the verb's subject, its agent, or what its clause takes from the one above."""
    tokens = sentence.tokens
    agents = children(sentence, verb, "agent")
    if agents and not children(sentence, verb, "nsubj"):  # not "one witness told us by telephone"
        return next(iter(children(sentence, agents[0], "pobj")), None)
    if subjects := children(sentence, verb, "nsubj"):
        ahead = [i for i in subjects if i < verb]
        subject = (ahead or subjects)[-1] if tokens[verb].lemma in cues.SAYING else subjects[0]
        if tokens[subject].tag in ("WP", "WDT") and tokens[verb].dep == "relcl":
            return tokens[verb].head
        if tokens[subject].tag == "EX" or (tokens[subject].text.lower() == "it" and children(sentence, verb, "auxpass")):
            return None
        return subject
    if children(sentence, verb, "nsubjpass", "auxpass"):
        return None
    head = tokens[verb].head
    if depth > 4 or head == verb:
        return None
    if tokens[verb].dep == "advcl" and tokens[verb].tag == "VBN" and not children(sentence, verb, "aux"):
        return None  # "Asked about it, she said": whoever asked is not named
    if tokens[verb].dep == "xcomp" and tokens[head].lemma in CONTROL:
        objects = [i for i in children(sentence, head, "dobj", "dative") if head < i < verb]
        if objects:
            return objects[-1]
    if tokens[verb].dep == "advcl" and tokens[verb].tag == "VBG" and tokens[verb].lemma in cues.SAYING:
        while tokens[head].dep == "ccomp" and tokens[tokens[head].head].lemma in cues.SAYING and tokens[head].head < head:
            head = tokens[head].head  # "said that … , adding that …": the parser hangs it on what is said
    if tokens[verb].dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep") and tokens[head].pos in ("VERB", "AUX"):
        if tokens[verb].dep == "ccomp" and tokens[verb].tag != "VBG":
            return None
        return speaker_of(sentence, head, depth + 1)
    if tokens[verb].dep == "pcomp":
        return _above(sentence, head, depth)
    if tokens[verb].dep == "acl" and tokens[verb].tag == "VBG":
        aside = any(tokens[i].text == "," for i in range(max(0, verb - 3), verb))
        vehicle = tokens[head].lemma in VEHICLES and tokens[head].dep == "dobj"
        if (aside and tokens[head].dep not in ("nsubj", "nsubjpass")) or vehicle:
            return _above(sentence, head, depth) or head  # "the union issued a statement saying"
        return head
    if tokens[verb].dep == "acl" and tokens[verb].tag == "VB":
        owners = children(sentence, head, "poss")
        return owners[0] if owners else _above(sentence, head, depth)
    return None


def _above(sentence: Sentence, index: int, depth: int) -> int | None:
    """The speaker of the nearest verb above a word, or the owner of a noun on the way: "his decision to"."""
    tokens = sentence.tokens
    while tokens[index].head != index:
        owners = children(sentence, index, "poss") if tokens[index].pos == "NOUN" and tokens[index].dep == "pobj" else []
        if owners and tokens[owners[0]].pos != "PRON":
            return owners[0]
        index = tokens[index].head
        if tokens[index].pos in ("VERB", "AUX"):
            return speaker_of(sentence, index, depth + 1)
    return None


def verb_finding(sentence: Sentence, number: int, verb: int, content: tuple[Span, ...]) -> Finding:
    """The finding of a cue verb with its source, cue, addressee and cited sources."""
    speaker = speaker_of(sentence, verb)
    if speaker is None and sentence.tokens[verb].lemma in cues.SAYING and not children(sentence, verb, "auxpass", "nsubjpass"):
        speaker = _beside(sentence, verb)
    particle = next((sentence.tokens[i].text.lower() for i in children(sentence, verb, "prt")), None)
    return Finding(
        number,
        verb,
        speaker,
        None if speaker is None else _relative(sentence, verb) or source_span(sentence, speaker, verb),
        cue_span(sentence, verb),
        cues.cue_force(sentence.tokens[verb].lemma, particle),
        content,
        addressee_of(sentence, verb),
        cited(sentence, verb),
    )


def _beside(sentence: Sentence, verb: int) -> int | None:
    """The noun right behind the verb, else right before it: the subject where the parser saw none ("…" said the mayor)."""
    tokens = sentence.tokens
    if tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return None
    behind = _noun_behind(sentence, verb)
    ahead = _noun_ahead(sentence, verb)
    first, second = (ahead, behind) if tokens[verb].lemma in TOLD else (behind, ahead)
    return first if first is not None else second


def _noun_behind(sentence: Sentence, verb: int) -> int | None:
    tokens = sentence.tokens
    for i in range(verb + 1, min(verb + 6, len(tokens))):
        if tokens[i].pos in ("NOUN", "PROPN", "PRON") and tokens[i].dep not in ("compound", "poss", "npadvmod"):
            return i
        if tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN", "ADV", "AUX", "PART"):
            return None
    return None


def _noun_ahead(sentence: Sentence, verb: int) -> int | None:
    """The nearest noun ahead that no preposition governs and no relative clause holds."""
    tokens = sentence.tokens
    for i in range(verb - 1, -1, -1):
        if tokens[i].text in (";", ":", "”", '"') or (tokens[i].text == "," and i < verb - 1):
            return None
        if tokens[i].pos in ("NOUN", "PROPN", "PRON") and tokens[i].dep in (
            "nsubj",
            "appos",
            "ROOT",
            "conj",
            "nsubjpass",
            "attr",
            "dobj",
        ):
            if any(tokens[a].dep == "relcl" for a in ancestors(sentence, i)) or tokens[i].tag in ("WP", "WDT"):
                continue
            return i
    return None


def _relative(sentence: Sentence, verb: int) -> Span | None:
    """The relative pronoun that is the verb's subject: "who" in "the mayor, who said"."""
    who = [i for i in children(sentence, verb, "nsubj") if sentence.tokens[i].tag in ("WP", "WDT")]
    return stretch(sentence, who[0], who[0]) if who and sentence.tokens[verb].dep == "relcl" else None


def source_span(sentence: Sentence, speaker: int, verb: int | None) -> Span:
    """The whole noun phrase of the source, without the cue and what hangs on it."""
    tokens = sentence.tokens
    own = set(subtree(sentence, speaker))
    if verb is not None and verb in own:
        own -= set(subtree(sentence, verb))
    for i in children(sentence, speaker, "prep", "npadvmod"):
        if i > speaker and tokens[i].text.lower() in ("on", "at", "during", "late", "early") and temporal(sentence, i):
            own = {j for j in own if j < i}  # "the ministry on Monday said": the day belongs to the saying
    for i in sorted(own):
        occasion = tokens[i].dep == "prep" and tokens[i].text.lower() in ("in", "on", "at", "during", "via", "through")
        if occasion and verb is not None and verb < speaker < i and _on_occasion(sentence, i):
            own = {j for j in own if j < i}
    ahead = sorted(i for i in own if i < speaker)
    while ahead and tokens[ahead[0]].pos in ("ADV", "PUNCT", "CCONJ") and tokens[ahead[0]].dep in _OUTSIDE:
        if tokens[ahead[0]].pos == "ADV" and tokens[tokens[ahead[0]].head].pos == "NUM":
            break
        own.discard(ahead.pop(0))
    own |= {speaker}
    first = last = speaker
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    while last > speaker and tokens[last].text.lower() in ("both", "also", "both,", "and"):
        last -= 1
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        first -= 2  # a hyphenated word that the parser took apart
    found = trimmed_stretch(sentence, first, last) or stretch(sentence, speaker, speaker)
    mark = re.search(r"[”\"](?=\w)", found.text)  # a closing mark glued to the name
    if mark is None:
        return found
    return Span(found.start + mark.end(), found.end, found.text[mark.end() :])


def _on_occasion(sentence: Sentence, preposition: int) -> bool:
    return any(sentence.tokens[p].lemma.lower() in OCCASIONS for p in children(sentence, preposition, "pobj"))


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


def addressee_of(sentence: Sentence, verb: int) -> Span | None:
    """Who is spoken to: the object of a verb of telling, else what hangs on "to"."""
    tokens = sentence.tokens
    if tokens[verb].lemma in TOLD:
        objects = [i for i in children(sentence, verb, "dobj", "dative") if i > verb]
        if objects and tokens[objects[0]].dep == "dative" and tokens[objects[0]].pos == "ADP":
            objects = children(sentence, objects[0], "pobj")
        if not objects:
            objects = [
                i
                for c in children(sentence, verb, "ccomp")
                for i in children(sentence, c, "nsubj")
                if i == verb + 1 and tokens[c].tag == "VB"
            ]
        if not objects:
            objects = children(sentence, verb, "nsubjpass")  # "reporters were told that"
    elif tokens[verb].lemma in cues.WITH_PREPOSITION and "to" in cues.WITH_PREPOSITION[tokens[verb].lemma]:
        return None
    else:
        objects = [
            p
            for i in children(sentence, verb, "prep", "dative")
            if tokens[i].text.lower() in ("to", "with")
            and (tokens[i].text.lower() == "to" or tokens[verb].lemma in ("speak", "talk"))
            for p in children(sentence, i, "pobj")
        ]
    return source_span(sentence, objects[0], None) if objects else None


def cited(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The sources on which the speaker leans by the sentence: "…, citing X"."""
    tokens = sentence.tokens
    citing = [i for i in children(sentence, verb, "advcl", "prep", "acl") if tokens[i].text.lower() in ("citing", "quoting")]
    speaker = speaker_of(sentence, verb)
    if speaker is not None:  # "The Journal, citing two officials, reported"
        citing += [i for i in children(sentence, speaker, "acl", "prep") if tokens[i].text.lower() in ("citing", "quoting")]
    return tuple(source_span(sentence, o, None) for i in citing for o in children(sentence, i, "dobj", "pobj"))


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

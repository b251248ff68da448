"""Who says it, to whom and on whose word, by the parse of one sentence?

Method: the speaker is the verb's subject, its agent, or what its clause takes from the one above; a participle behind a comma
("…, saying that …") belongs to the subject of the clause, whatever noun the parser hangs it on, and an infinitive to the
object of a verb that controls it ("urged them to admit"). The source is the speaker's whole noun phrase with its appositions,
by the conventions of PARC and PolNeAR (Pareti 2012; Newell et al. 2018).

Known failures: an apposition that the parser hangs elsewhere is cut off. Tried and dropped: cutting non-restrictive relative
clauses off the source, everywhere (source exact .63 for .64 of F1) or behind the cue alone (.662 for .656 in one half, .648
for .653 in the other: annotators differ).
"""

import re

from twosource.annotate import cues
from twosource.annotate.findings import VEHICLES, Finding, cue_span, temporal, trimmed_stretch
from twosource.annotate.roles import prepositional
from twosource.annotate.syntax import ancestors, children, stretch, subtree
from twosource.records import Sentence, Span
from twosource.values.names import word_set

TOLD = word_set("tell inform assure advise notify warn ask urge remind brief order beg implore exhort invite instruct reassure")
"""Verbs whose object is who is spoken to."""
CONTROL = TOLD | word_set("want encourage command direct force allow permit expect get persuade convince require request")
"""Verbs whose object is the subject of their infinitive: urged them to admit."""
OCCASIONS = word_set(
    "interview statement email e-mail conference speech tweet call briefing hearing rally debate message release post twitter "
    "facebook essay column article blog book memoir op-ed editorial documentary deposition newsletter podcast letter "
    "testimony television tv radio show program programme memo note address remarks instagram telegram"
)
"""Where and by what means something was said: no part of the name behind the cue ("said X in an interview")."""

CITING = frozenset(["citing", "quoting", "referring"])
"""Participles by which a speaker names a source of his own."""
_OUTSIDE = frozenset(["advmod", "cc", "punct", "preconj"])


def speaker_of(sentence: Sentence, verb: int, depth: int = 0) -> int | None:
    """The head word of who speaks: the verb's subject, its agent, or what its clause takes from the one above."""
    tokens = sentence.tokens
    agents = children(sentence, verb, "agent")
    if agents and not children(sentence, verb, "nsubj"):  # not "one witness told us by telephone"
        return next(iter(children(sentence, agents[0], "pobj")), None)
    if subjects := children(sentence, verb, "nsubj"):
        ahead = [i for i in subjects if i < verb]
        subject = (ahead or subjects)[-1] if tokens[verb].lemma in cues.SAYING else subjects[0]
        if ahead and subjects[-1] == verb + 1 and tokens[verb - 1].text == "," and tokens[verb + 1].pos == "PROPN":
            subject = verb + 1  # "…, most of them by glass, said Ruiz": two subjects for the parser
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
    if tokens[verb].dep == "conj" and tokens[verb].lemma in cues.SAYING:
        above = tokens[head].head  # "said that it was calm and added that …": the parser joins it to what is said
        if tokens[head].dep == "ccomp" and tokens[above].lemma in cues.SAYING and tokens[above].tag == tokens[verb].tag:
            head = above
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
    if tokens[verb].dep == "acl" and tokens[verb - 1].text == "," and children(sentence, verb, "ccomp"):
        return head  # "the mayor, who leads the party, denied that": a participle for the parser
    if tokens[verb].dep == "acl" and tokens[verb].lemma == "read" and tokens[head].lemma in VEHICLES:
        return head  # '"…," a statement by the union read': a participle for the parser
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
        None if speaker is None else relative(sentence, verb) or source_span(sentence, speaker, verb),
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


def relative(sentence: Sentence, verb: int) -> Span | None:
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
        if tokens[ahead[0]].head != speaker and tokens[ahead[0]].head in own:
            break  # "virtually all analysts", "at least one"
        own.discard(ahead.pop(0))
    own |= {speaker}
    first = last = speaker
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    while last > speaker and tokens[last].text.lower() in ("both", "also", "both,", "and"):
        last -= 1
    while first > 1 and "-" in (tokens[first].text, tokens[first - 1].text) and tokens[first - 1].end == tokens[first].start:
        first -= 1  # a hyphenated word that the parser took apart
    found = trimmed_stretch(sentence, first, last) or stretch(sentence, speaker, speaker)
    mark = re.search(r"[”\"](?=\w)", found.text)  # a closing mark glued to the name
    if mark is None:
        return found
    return Span(found.start + mark.end(), found.end, found.text[mark.end() :])


def _on_occasion(sentence: Sentence, preposition: int) -> bool:
    return any(sentence.tokens[p].lemma.lower() in OCCASIONS for p in children(sentence, preposition, "pobj"))


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
    citing = [i for i in children(sentence, verb, "advcl", "prep", "acl") if tokens[i].text.lower() in CITING]
    behind = _cited_behind_comma(sentence, verb)
    speaker = speaker_of(sentence, verb)
    heard = prepositional(sentence, verb, frozenset({"from"})) if tokens[verb].lemma in ("learn", "learnt", "hear") else ()
    told = tuple(source_span(sentence, i, None) for i in heard)  # "as the Post has learnt from two officials"
    return (
        _cited_by(sentence, citing)
        + told
        + (() if behind is None else (behind,))
        + (() if speaker is None else leaning(sentence, speaker, verb))
    )


def _cited_behind_comma(sentence: Sentence, verb: int) -> Span | None:
    """Who stands in ", quoting spokeswoman Ana Ruiz" right behind a cue, where the parser takes the word for an adjective."""
    tokens = sentence.tokens
    at = verb + 2
    if at >= len(tokens) or tokens[verb + 1].text != "," or tokens[at].text.lower() not in CITING or tokens[at].dep != "amod":
        return None
    noun = tokens[at].head
    while tokens[noun].dep == "compound":
        noun = tokens[noun].head
    return stretch(sentence, at + 1, noun) if noun > at else None


def leaning(sentence: Sentence, speaker: int, verb: int | None = None) -> tuple[Span, ...]:
    """What a speaker cites by what hangs on the name: "the Post, citing two officials,", "the Post, which cited the Journal"."""
    tokens = sentence.tokens
    names = {speaker, _published_in(sentence, speaker)}  # "a report in the Post, which cited two officials"
    citing = [i for n in names for i in children(sentence, n, "acl", "prep") if tokens[i].text.lower() in CITING]
    citing += [i for n in names for i in children(sentence, n, "relcl") if tokens[i].lemma in ("cite", "quote") and i != verb]
    return _cited_by(sentence, citing)


def _cited_by(sentence: Sentence, citing: list[int]) -> tuple[Span, ...]:
    cited: list[int] = []
    for i in citing:
        for o in (*children(sentence, i, "dobj", "pobj"), *prepositional(sentence, i, frozenset({"to"}))):
            cited.append(_published_in(sentence, o))
            cited += [  # "a report in the Post that quoted the priest"
                j
                for r in children(sentence, o, "relcl")
                if sentence.tokens[r].lemma in ("cite", "quote")
                for j in children(sentence, r, "dobj")
            ]
    return tuple(source_span(sentence, o, None) for o in cited)


def _published_in(sentence: Sentence, noun: int) -> int:
    """The name of the medium that a cited report stood in, for a bare "a report in the Journal"; else the word itself."""
    if sentence.tokens[noun].lemma not in ("report", "article", "story", "interview", "account"):
        return noun
    for preposition in children(sentence, noun, "prep"):
        if sentence.tokens[preposition].text.lower() in ("in", "by", "from", "on", "with", "of"):
            for name in children(sentence, preposition, "pobj"):
                if sentence.tokens[name].pos == "PROPN":
                    return name
    return noun

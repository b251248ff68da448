"""Which clauses does somebody say, by the parse of one sentence?

Method: every verb of reporting or belief (cues.py) outside quotation marks is asked for the clause that it governs, in the
order of ClearNLP's relations: a clausal complement (that-clause, trailing or parenthetical clause), an infinitive, a
parenthesis ("as the ministry reported"), an object or a prepositional phrase for the verbs that report with one; then
"according to" and nouns and adjectives with a that-clause. The content is the clause's subtree without the cue's own words.

Known failures: a clause that the parser attaches elsewhere is lost; "X said on Monday that A and B did C" may end early
where the parser coordinates with the cue.
"""

import re
from collections.abc import Iterable

import msgspec

from twosource.annotate import cues
from twosource.annotate.syntax import ancestors, children, negated, stretch, subtree
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


LABEL = 6
"""Words before the colon of a speaker's label, at most: a name with a title."""
_TOLD = word_set("tell inform assure advise notify warn ask urge remind brief order beg implore exhort invite instruct")
_UNSAID = word_set("want hope plan expect intend wish ask tell refuse decline seek urge need fail try like agree")
"""Verbs under which an infinitive of saying has not been said."""
_CIRCUMSTANCE = word_set("on at during after before since until by through via without amid despite following")
"""Prepositions that tell the circumstances of the saying rather than what is said."""
_VEHICLES = word_set("statement tweet letter message post email memo note release article column essay ad speech report reply")
"""What somebody issues, writes or gives so as to say something."""
_NAMING = word_set("name identify quote")
_LIGHT = word_set("make issue give have express voice repeat release raise share hold offer reiterate")
"""Verbs whose subject is the source of the noun cue that is their object: made the claim that."""
_OUTSIDE = frozenset(["advmod", "cc", "punct", "preconj"])
_LEADING = frozenset(["and", "but", "so", "yet", "or", "then"])
_ADJECTIVES = frozenset(
    ["confident", "sure", "certain", "convinced", "worried", "concerned", "afraid", "hopeful", "optimistic", "aware", "doubtful",
     "skeptical", "sceptical", "adamant", "clear"]
)  # fmt: skip


def reported(sentences: tuple[Sentence, ...], number: int, quoted: tuple[Span, ...]) -> list[Finding]:
    """What sentence `number` reports; cues inside the spans `quoted` are the quoted speaker's own."""
    sentence = sentences[number]
    found = []
    for index, token in enumerate(sentence.tokens):
        if any(q.start <= token.start < q.end for q in quoted):
            continue
        if token.pos == "VERB" and token.lemma in cues.SAYING | cues.THINKING:
            content = _content(sentence, index)
            if content and _says_somebody(sentence, index):
                found.append(verb_finding(sentence, number, index, content))
        elif token.text.lower() == "according" and (to := children(sentence, index, "prep")):
            found += _according(sentence, number, index, to[0])
        elif token.pos == "NOUN" and token.lemma in cues.NOUNS:
            found += _noun(sentence, number, index)
        elif token.pos == "ADJ" and token.lemma in _ADJECTIVES and token.dep == "acomp":
            found += _adjective(sentence, number, index)
    if not any(f.cue is not None for f in found) and (labelled := _label(sentence, number, quoted)) is not None:
        found.append(labelled)
    return found


def _label(sentence: Sentence, number: int, quoted: tuple[Span, ...]) -> Finding | None:
    """A speaker set before a colon: 'Mayor Soto: "…"', and in headlines without marks ("Poll: voters want change")."""
    tokens = sentence.tokens
    colon = next((i for i, t in enumerate(tokens[: LABEL + 1]) if t.text == ":"), None)
    if not colon or colon + 2 >= len(tokens) or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[:colon]):
        return None
    nouns = [i for i in range(colon) if tokens[i].pos in ("PROPN", "NOUN")]
    marked = any(q.start == tokens[colon + 1].start for q in quoted)
    proper = all(t.pos in ("PROPN", "ADP", "DET") for t in tokens[:colon]) and any(
        n.label in ("PERSON", "ORG") and n.first < colon for n in sentence.names
    )
    headline = sentence.part in ("title", "heading") or sentence.span.text[-1].isalnum()
    if not nouns or not (
        marked or (headline and (proper or tokens[nouns[-1]].lemma.lower() in ("poll", "report", "study", "survey")))
    ):
        return None
    source, cue = _trimmed(sentence, 0, colon - 1), stretch(sentence, colon, colon)
    return Finding(number, None, nouns[-1], source, cue, "neutral", runs(sentence, range(colon + 1, len(tokens))))


def _says_somebody(sentence: Sentence, verb: int) -> bool:
    """Whether the verb can be somebody's act: not the writer's "we know", an order to the reader, or a bare infinitive."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    head = tokens[tokens[verb].head]
    if lemma in ("cite", "quote") and tokens[verb].tag == "VBG" and head.lemma in cues.SAYING:
        return False  # a link of the other cue's chain
    if any(tokens[i].lemma in _NAMING and children(sentence, i, "auxpass") for i in children(sentence, verb, "xcomp")):
        return False  # "who asked not to be named"
    bare = tokens[verb].tag == "VB" and any(tokens[i].text.lower() == "to" for i in children(sentence, verb, "aux"))
    if bare and tokens[verb].dep in ("xcomp", "ccomp") and head.lemma in _UNSAID:
        return False
    if lemma in cues.THINKING - cues.SAYING and tokens[verb].tag == "VBN" and not children(sentence, verb, "aux", "auxpass"):
        return False  # a reduced passive: "expected to", "known to"
    speaker = speaker_of(sentence, verb)
    if speaker is None:
        return lemma in cues.SAYING and tokens[verb].tag in ("VBD", "VBZ", "VBN", "VBP")
    if tokens[speaker].text.lower() in ("i", "we", "you", "me", "us"):
        return lemma in cues.SAYING and tokens[verb].tag == "VBD"
    return True


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
        _addressee(sentence, verb),
        _cited(sentence, verb),
    )


def speaker_of(sentence: Sentence, verb: int, depth: int = 0) -> int | None:
    """The head word of who speaks: the verb's subject, its agent, or what its clause takes from the one above."""
    tokens = sentence.tokens
    agents = children(sentence, verb, "agent")
    if agents and not children(sentence, verb, "nsubj"):  # not "one witness told us by telephone"
        return next(iter(children(sentence, agents[0], "pobj")), None)
    if subjects := children(sentence, verb, "nsubj"):
        subject = subjects[-1] if tokens[verb].lemma in cues.SAYING and len(subjects) > 1 else subjects[0]
        if tokens[subject].tag in ("WP", "WDT") and tokens[verb].dep == "relcl":
            return tokens[verb].head
        if tokens[subject].tag == "EX" or (tokens[subject].text.lower() == "it" and children(sentence, verb, "auxpass")):
            return None
        return subject
    if children(sentence, verb, "nsubjpass", "auxpass"):
        return None
    head = tokens[verb].head
    if depth > 3 or head == verb:
        return None
    if tokens[verb].dep == "advcl" and tokens[verb].tag == "VBN" and not children(sentence, verb, "aux"):
        return None  # "Asked about it, she said": whoever asked is not named
    if tokens[verb].dep in ("conj", "xcomp", "advcl", "pcomp") and tokens[head].pos in ("VERB", "AUX"):
        return speaker_of(sentence, head, depth + 1)
    if tokens[verb].dep == "pcomp" and tokens[tokens[head].head].pos in ("VERB", "AUX"):
        return speaker_of(sentence, tokens[head].head, depth + 1)
    if tokens[verb].dep == "acl" and tokens[verb].tag == "VBG":
        if tokens[head].lemma in _VEHICLES and tokens[head].dep == "dobj":
            return speaker_of(sentence, tokens[head].head, depth + 1) or head  # "the union issued a statement saying"
        return head
    return None


def _beside(sentence: Sentence, verb: int) -> int | None:
    """The noun right behind the verb, else right before it: the subject where the parser saw none ("…" said the mayor)."""
    tokens = sentence.tokens
    if tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return None
    sides = [range(verb + 1, min(verb + 6, len(tokens))), range(verb - 1, max(verb - 4, -1), -1)]
    for side in sides[::-1] if tokens[verb].lemma in _TOLD else sides:
        for i in side:
            if tokens[i].pos in ("NOUN", "PROPN", "PRON") and tokens[i].dep not in ("compound", "poss", "npadvmod"):
                return i
            if tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN", "ADV", "AUX", "PART"):
                break
    return None


def _relative(sentence: Sentence, verb: int) -> Span | None:
    """The relative pronoun that is the verb's subject: "who" in "the mayor, who said"."""
    who = [i for i in children(sentence, verb, "nsubj") if sentence.tokens[i].tag in ("WP", "WDT")]
    return stretch(sentence, who[0], who[0]) if who and sentence.tokens[verb].dep == "relcl" else None


def source_span(sentence: Sentence, speaker: int, verb: int | None) -> Span:
    """The whole noun phrase of the source, without the cue and what hangs on it."""
    own = set(subtree(sentence, speaker))
    if verb is not None and verb in own:
        own -= set(subtree(sentence, verb))
    for i in children(sentence, speaker, "prep"):
        if i > speaker and _temporal(sentence, i):
            own = {j for j in own if j < i}  # "the ministry on Monday said": the day belongs to the saying
    ahead = sorted(i for i in own if i < speaker)
    while ahead and (sentence.tokens[ahead[0]].pos in ("ADV", "PUNCT", "CCONJ") and sentence.tokens[ahead[0]].dep in _OUTSIDE):
        own.discard(ahead.pop(0))
    own |= {speaker}
    first = last = speaker
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return _trimmed(sentence, first, last) or stretch(sentence, speaker, speaker)


def cue_span(sentence: Sentence, verb: int) -> Span:
    """The verb with the auxiliaries, negation and adverbs directly before it, and its particle directly behind."""
    first = last = verb
    own = set(children(sentence, verb, "aux", "auxpass", "neg", "advmod"))
    while first - 1 in own and sentence.tokens[first - 1].tag != "WRB":
        first -= 1
    own = set(children(sentence, verb, "prt"))
    if not children(sentence, verb, "ccomp"):
        governed = cues.WITH_PREPOSITION.get(sentence.tokens[verb].lemma, set())
        own |= {i for i in children(sentence, verb, "prep") if sentence.tokens[i].text.lower() in governed}
    while last + 1 in own:
        last += 1
    day = children(sentence, verb, "npadvmod")
    if last + 1 in day and any(n.label in ("DATE", "TIME") and n.first == last + 1 == n.last - 1 for n in sentence.names):
        last += 1  # "said Tuesday", as PolNeAR's annotators mark it
    return stretch(sentence, first, last)


def _content(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    tokens = sentence.tokens
    lemma = tokens[verb].lemma
    saying = lemma in cues.SAYING
    if lemma == "point" and not children(sentence, verb, "prt", "prep"):
        return ()
    if lemma not in cues.WITH_QUOTE_ONLY or lemma in cues.THINKING:
        if negated(sentence, verb) and saying and lemma not in ("deny", "dispute", "refute"):
            return ()
        clauses = [c for c in children(sentence, verb, "ccomp") if not _question_tag(sentence, c, verb)]
        if clauses:
            return _clause(sentence, verb, clauses)
        if tokens[verb].dep in ("parataxis", "advcl") and (saying or lemma in cues.THINKING):
            mark = next((tokens[i].text.lower() for i in children(sentence, verb, "mark", "advmod") if i < verb), "")
            if tokens[verb].dep == "parataxis" or mark == "as":
                return _around(sentence, verb)
    if children(sentence, verb, "nsubjpass") and saying and (infinitive := children(sentence, verb, "xcomp")):
        subject = children(sentence, verb, "nsubjpass")[0]
        return runs(sentence, set(subtree(sentence, subject)) | set(subtree(sentence, infinitive[0])))
    if children(sentence, verb, "nsubjpass", "auxpass"):
        return ()
    infinitive = children(sentence, verb, "xcomp") if lemma in cues.WITH_INFINITIVE else []
    if infinitive and any(tokens[i].text.lower() in ("to", "not") for i in children(sentence, infinitive[0], "aux", "neg")):
        asked = [i for i in children(sentence, verb, "dobj") if verb < i < infinitive[0]]
        asked += [
            p for i in children(sentence, verb, "prep") if tokens[i].text.lower() == "on" for p in children(sentence, i, "pobj")
        ]
        wanted = {i for i in subtree(sentence, infinitive[0]) if i > verb}  # who is asked to act is part of what is asked
        return runs(sentence, wanted.union(*(subtree(sentence, i) for i in asked)))
    if lemma in cues.WITH_OBJECT and speaker_of(sentence, verb) is not None:
        objects = [i for i in children(sentence, verb, "dobj", "oprd", "xcomp") if i > verb]
        if objects and (tokens[objects[0]].pos != "PRON" or len(objects) > 1 or lemma == "describe"):
            wanted = {j for i in objects for j in _without_aside(sentence, i)}
            for i in children(sentence, verb, "prep"):
                if i == max(wanted) + 1 and tokens[i].text.lower() not in _CIRCUMSTANCE and not _temporal(sentence, i):
                    wanted |= set(subtree(sentence, i))
            return runs(sentence, wanted)
    prepositions = cues.WITH_PREPOSITION.get(lemma, set())
    phrases = [i for i in children(sentence, verb, "prep") if i > verb and tokens[i].text.lower() in prepositions]
    if phrases and speaker_of(sentence, verb) is not None:
        return runs(sentence, set(subtree(sentence, phrases[0])) - ({phrases[0]} if phrases[0] == verb + 1 else set()))
    return ()


def _without_aside(sentence: Sentence, noun: int) -> list[int]:
    """A noun phrase up to a relative clause behind a comma, which is the writer's aside."""
    whole = subtree(sentence, noun)
    for clause in children(sentence, noun, "relcl"):
        first = subtree(sentence, clause)[0]
        if first > noun + 1 and sentence.tokens[first - 1].text == ",":
            whole = [i for i in whole if i < first - 1]
    return whole


def _temporal(sentence: Sentence, preposition: int) -> bool:
    objects = children(sentence, preposition, "pobj")
    return any(n.label in ("DATE", "TIME") and n.first <= o < n.last for n in sentence.names for o in objects)


def _question_tag(sentence: Sentence, clause: int, verb: int) -> bool:
    return clause < verb and clause + 1 == verb and len(subtree(sentence, clause)) == 1


def _clause(sentence: Sentence, verb: int, clauses: list[int]) -> tuple[Span, ...]:
    tokens = sentence.tokens
    own = {verb, *cue_tokens(sentence, verb)}
    wanted = {j for c in clauses for j in subtree(sentence, c)} - own
    if min(clauses) > verb:  # a clause behind its cue has nothing ahead of it but a relative word ("what he said was")
        wanted = {j for j in wanted if j > verb or tokens[j].tag in ("WP", "WDT", "WRB")}
    for i in sorted(wanted):
        also_said = tokens[i].dep == "conj" and tokens[i].lemma in cues.SAYING and tokens[i].tag == tokens[verb].tag
        if i > verb and also_said and not children(sentence, i, "nsubj", "nsubjpass", "aux", "auxpass"):
            wanted = {j for j in wanted if j < subtree(sentence, i)[0]}
            while wanted and tokens[max(wanted)].pos in ("CCONJ", "PUNCT") and tokens[max(wanted)].text not in "\"'":
                wanted -= {max(wanted)}
            break
    left = [i for i in wanted if i < verb]
    if left and tokens[verb].dep in ("ROOT", "conj"):
        speaker = speaker_of(sentence, verb)
        near = min([*own] + ([] if speaker is None or speaker > verb else subtree(sentence, speaker)))
        first = 0 if tokens[verb].dep == "ROOT" else min(left)
        wanted |= set(range(first, near)) if max(left) < near else set()
    return runs(sentence, wanted)


def cue_tokens(sentence: Sentence, verb: int) -> set[int]:
    """The words that belong to the act of saying: subject, auxiliaries, addressee, time and place of saying beside the verb."""
    found = {verb}
    for i in children(sentence, verb):
        if sentence.tokens[i].dep in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "agent", "dative", "prt", "npadvmod"):
            found.update(subtree(sentence, i))
    return found


def _around(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    head = sentence.tokens[verb].head
    return runs(sentence, set(subtree(sentence, head)) - set(subtree(sentence, verb)))


def _according(sentence: Sentence, number: int, index: int, to: int) -> list[Finding]:
    named = children(sentence, to, "pobj")
    if not named:
        return []
    clause = next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos in ("VERB", "AUX")), None)
    if clause is None:
        clause = next(iter(ancestors(sentence, index)), None)
    if clause is None:
        return []
    own = set(subtree(sentence, index))
    words = {i for i, t in enumerate(sentence.tokens) if t.pos not in ("PUNCT", "SPACE")}
    at_edge = min(own & words) == min(words) or max(own & words) == max(words)
    cue_above = any(sentence.tokens[i].lemma in cues.SAYING for i in ancestors(sentence, index))
    content = runs(sentence, (words if at_edge and not cue_above else set(subtree(sentence, clause))) - own)
    if not content:
        return []
    source = source_span(sentence, named[0], None)
    return [Finding(number, None, named[0], source, stretch(sentence, index, to), "neutral", content)]


def _noun(sentence: Sentence, number: int, noun: int) -> list[Finding]:
    tokens = sentence.tokens
    for clause in children(sentence, noun, "acl", "relcl", "ccomp"):
        marks = children(sentence, clause, "mark")
        if not marks or tokens[marks[0]].text.lower() != "that":
            continue
        speaker = next(iter(children(sentence, noun, "poss")), None)
        if speaker is None:
            by = [
                i
                for i in children(sentence, noun, "prep", "agent")
                if tokens[i].text.lower() in ("by", "from", "of") and i < clause
            ]
            speaker = next((p for i in by for p in children(sentence, i, "pobj")), None)
        if speaker is None and tokens[noun].dep == "dobj" and tokens[tokens[noun].head].lemma in _LIGHT:
            speaker = speaker_of(sentence, tokens[noun].head)
        source = None if speaker is None else source_span(sentence, speaker, None)
        if source is not None and re.search(r"['’]s?$", source.text):
            cut = re.sub(r"['’]s?$", "", source.text)
            source = Span(source.start, source.start + len(cut), cut)
        content = runs(sentence, set(subtree(sentence, clause)))
        return [
            Finding(number, None, speaker, source, stretch(sentence, noun, noun), cues.cue_force(tokens[noun].lemma), content)
        ]
    return []


def _adjective(sentence: Sentence, number: int, index: int) -> list[Finding]:
    clauses, verb = children(sentence, index, "ccomp"), sentence.tokens[index].head
    speaker = speaker_of(sentence, verb)
    if not clauses or speaker is None or sentence.tokens[speaker].text.lower() in ("it", "that", "this"):
        return []
    content = runs(sentence, set(subtree(sentence, clauses[0])))
    cue = stretch(sentence, min(verb, index), max(verb, index))
    return [Finding(number, None, speaker, source_span(sentence, speaker, None), cue, "neutral", content)]


def _addressee(sentence: Sentence, verb: int) -> Span | None:
    tokens = sentence.tokens
    if tokens[verb].lemma in _TOLD:
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
    else:
        objects = [
            p
            for i in children(sentence, verb, "prep", "dative")
            if tokens[i].text.lower() == "to"
            for p in children(sentence, i, "pobj")
        ]
    return source_span(sentence, objects[0], None) if objects else None


def _cited(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    tokens = sentence.tokens
    citing = [i for i in children(sentence, verb, "advcl", "prep", "acl") if tokens[i].text.lower() in ("citing", "quoting")]
    return tuple(source_span(sentence, o, None) for i in citing for o in children(sentence, i, "dobj", "pobj"))


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
    spans = (_trimmed(sentence, first, last) for first, last in groups)
    return tuple(s for s in spans if s is not None and any(c.isalnum() for c in s.text))


def _trimmed(sentence: Sentence, first: int, last: int) -> Span | None:
    tokens = sentence.tokens
    while first <= last and (
        (tokens[first].pos in ("PUNCT", "SPACE") and tokens[first].text not in "\"“‘'([")
        or (first == 0 and tokens[first].text.lower() in _LEADING)
    ):
        first += 1
    while first <= last and tokens[last].pos in ("PUNCT", "SPACE") and tokens[last].text not in "\"”’')]":
        last -= 1
    return stretch(sentence, first, last) if first <= last else None

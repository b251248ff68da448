"""Who is said to have said what the words before say: "That's what the mayor says", "this was confirmed by the police"?

Method: a verb of stating whose subject or object is a bare "this", "that", "it" or "so" hands its speaker what stands ahead of it
in the sentence, up to a semicolon, a dash or a colon; where it opens its sentence, the sentence before in the same paragraph. A
sentence that is somebody's word already is not given to another.

Known failures: "this" that means more than one sentence.
"""

from collections.abc import Sequence

import msgspec

from twosource.annotate.findings import Finding, runs
from twosource.annotate.parties import source_span, speaker_of, verb_finding
from twosource.annotate.syntax import children, subtree
from twosource.records import Sentence, Span
from twosource.values.names import word_set

STATING = word_set("say tell report confirm announce state write assure insist maintain declare disclose reveal")
"""Verbs by which somebody says a thing is so; a denial takes up what others say."""
_POINTS = frozenset({"this", "that", "it"})
_BARE = frozenset({"that is", "that's", "this is", "that was", "this", "that"})
_STOPS = frozenset({";", ":", "—", "–", "--"})


def taken_up(
    text: str, sentences: Sequence[Sentence], number: int, found: Sequence[Finding], quoted: Sequence[Span]
) -> list[Finding]:
    """The findings of sentence `number` by which somebody is given what was said ahead; `found`: those of all sentences."""
    sentence = sentences[number]
    taken: list[Finding] = []
    for verb, token in enumerate(sentence.tokens):
        if token.pos != "VERB" or token.lemma not in STATING or any(q.start <= token.start < q.end for q in quoted):
            continue
        if children(sentence, verb, "mark"):
            continue  # "because the novel says so"
        if any(f.sentence == number and f.verb == verb for f in found):
            continue
        pointer = _pointer(sentence, verb)
        content = None if pointer is None else _ahead(text, sentences, number, pointer, found)
        if content is None or any(content in f.content for f in taken):
            continue  # "that's what she says, and she says it with some heat"
        finding = verb_finding(sentence, number, verb, (content,))
        agents = [j for i in children(sentence, verb, "agent") for j in children(sentence, i, "pobj")]
        if agents:
            source = source_span(sentence, agents[0], verb)
            finding = Finding(number, verb, agents[0], source, finding.cue, finding.force, (content,), finding.addressee)
        if finding.source is not None:
            taken.append(finding)
    return taken


def told_before(text: str, sentences: Sequence[Sentence], found: Sequence[Finding]) -> list[Finding]:
    """The findings; for "that is" ("That is according to Ruiz") the sentence before."""
    kept = []
    for f in found:
        if len(f.content) == 1 and f.content[0].text.lower() in _BARE:
            sentence = sentences[f.sentence]
            others = [o for o in found if o is not f]
            before = _ahead(text, sentences, f.sentence, 0, others) if sentence.tokens else None
            if before is None:
                continue
            f = msgspec.structs.replace(f, content=(before,))
        kept.append(f)
    return kept


def _pointer(sentence: Sentence, verb: int) -> int | None:
    """The word that stands for what was said: the object or passive subject of the verb, or the subject of "is what he says"."""
    tokens = sentence.tokens
    for i in children(sentence, verb, "dobj", "nsubjpass", "advmod"):
        told = tokens[i].dep != "dobj" or tokens[verb].lemma not in ("say", "tell", "write")  # "nobody said it better"
        if told and tokens[i].text.lower() in _POINTS and tokens[i].pos == "PRON" and not children(sentence, i):
            return i
        if tokens[i].text.lower() == "so" and i == verb + 1 and speaker_of(sentence, verb) is not None:
            return i
    head = tokens[verb].head
    if (
        tokens[verb].dep == "ccomp"
        and tokens[head].lemma == "be"
        and any(tokens[i].text.lower() == "what" for i in children(sentence, verb, "dobj"))
    ):
        return next((i for i in children(sentence, head, "nsubj") if tokens[i].text.lower() in _POINTS), None)
    return None


def _ahead(text: str, sentences: Sequence[Sentence], number: int, pointer: int, found: Sequence[Finding]) -> Span | None:
    """What stands ahead of the clause with the pointer in its sentence, or the sentence before; None if that is somebody's."""
    sentence = sentences[number]
    stops = [i for i in range(pointer) if sentence.tokens[i].text in _STOPS]
    if stops:
        spans = runs(sentence, range(stops[-1]))
        return spans[0] if len(spans) == 1 else None
    opens = all(t.pos in ("PUNCT", "CCONJ") for t in sentence.tokens[: min(_clause(sentence, pointer))])
    if not opens or number == 0:
        return None
    before = sentences[number - 1]
    apart = "\n" in text[before.span.end : sentence.span.start] or before.part != "body"
    if apart or any(f.sentence == number - 1 and f.cue is not None for f in found):
        return None
    spans = runs(before, range(len(before.tokens)))
    return spans[0] if len(spans) == 1 else None


def _clause(sentence: Sentence, pointer: int) -> list[int]:
    """The words of the main clause that the pointer is in."""
    up = pointer
    while sentence.tokens[up].dep != "ROOT":
        up = sentence.tokens[up].head
    return subtree(sentence, up)

"""Which clauses does somebody say, by the parse of one sentence?

Method: every verb of reporting or attitude (cues.py) outside quotation marks is asked for what it governs (`complements`),
unless it is nobody's act: an order to the reader, the writer's own "we know", an infinitive of what is yet to be said. A cue
between commas (`parentheses`) covers its sentence whatever the parser made of it. Nouns, adjectives, "according to" and
labels are read by `nominal`.

Known failures: those of the modules named; irony.
"""

import msgspec

from twosource.annotate import cues
from twosource.annotate.complements import behind_citing, governed
from twosource.annotate.findings import Finding
from twosource.annotate.nominal import label, nominal
from twosource.annotate.parentheses import parenthesis
from twosource.annotate.parties import speaker_of, verb_finding
from twosource.annotate.source_kinds import MEDIA_NOUNS
from twosource.annotate.syntax import children
from twosource.records import Sentence, Span
from twosource.text import inside, overlaps
from twosource.values.names import word_set

_UNSAID = word_set("decline refuse avoid stop want hope plan expect intend wish ask tell urge need fail like agree")
"""Verbs under which an infinitive of saying has not been said."""
_NAMING = word_set("name identify quote")
_AUDIENCE = word_set("reader viewer listener")
"""Whom the writer speaks to."""


def reported(sentences: tuple[Sentence, ...], number: int, quoted: tuple[Span, ...]) -> list[Finding]:
    """What sentence `number` reports; cues inside the spans `quoted` are the quoted speaker's own."""
    sentence = sentences[number]
    found: list[Finding] = []
    aside = parenthesis(sentence, number, quoted)
    for index, token in enumerate(sentence.tokens):
        if any(q.start <= token.start < q.end for q in quoted):
            continue
        if token.pos == "VERB" and token.lemma in cues.SAYING | cues.THINKING:
            content = governed(sentence, index)
            if content and _says_somebody(sentence, index):
                attitude = _is_attitude(sentence, index)
                found.append(msgspec.structs.replace(verb_finding(sentence, number, index, content), attitude=attitude))
        if aside is None or aside.verb != index:
            found += nominal(sentence, number, index)
    if aside is not None:
        found = [_without(f, aside) for f in found if f.verb != aside.verb]
        found = [f for f in found if f.content]
        found.append(aside)
    for outer in [f for f in found if f.cue is not None and f.cue.text.lower().startswith("according")]:
        found = [f if f is outer else _without(f, outer) for f in found]
    found = [f for f in found if not _light_twin(f, found) and not _same_words(f, found)]
    found = [f for f in found if not _hearsay_inside(f, found)]
    if not any(f.cue is not None for f in found) and (labelled := label(sentence, number, quoted)) is not None:
        found.append(labelled)
    return found


def _without(finding: Finding, aside: Finding) -> Finding:
    """A finding whose content does not run into an outer cue and source at the end of the sentence."""
    stretches = [s for s in (aside.source, aside.cue) if s is not None]
    start, end = min(s.start for s in stretches), max(s.end for s in stretches)
    content = []
    for c in finding.content:
        closing = c.start < start and c.end >= end and not any(x.isalnum() for x in c.text[end - c.start :])
        if closing and finding.cue is not None and finding.cue.end <= start:
            kept = c.text[: start - c.start].rstrip(" ,—–-")
            content.append(Span(c.start, c.start + len(kept), kept))
        else:
            content.append(c)
    return msgspec.structs.replace(finding, content=tuple(content))


def _light_twin(finding: Finding, found: list[Finding]) -> bool:
    """Whether another finding has this one's cue and more: "expressed" beside "expressed concern about"."""
    return any(
        o is not finding
        and o.cue is not None
        and finding.cue is not None
        and o.verb is not None
        and o.verb == finding.verb
        and overlaps(o.cue, finding.cue)
        and len(o.cue.text) > len(finding.cue.text)
        for o in found
    )


def _hearsay_inside(finding: Finding, found: list[Finding]) -> bool:
    """Whether a cue that names nobody stands inside what somebody named says: "police said he allegedly fired" is the
    police's."""
    if finding.source is not None or finding.cue is None:
        return False
    held = (c for o in found if o is not finding and o.source is not None and not o.attitude for c in o.content)
    return any(inside(finding.cue, c) for c in held)


def _same_words(finding: Finding, found: list[Finding]) -> bool:
    """Whether a noun's content is a verb's too: "said in a statement that"."""
    if finding.verb is not None or finding.cue is None:
        return False
    if finding.cue.text.lower() in cues.ADVERBS or finding.cue.text.lower().startswith("according"):
        return False
    start = finding.content[-1].start
    return any(o.verb is not None and any(c.start == start for c in o.content) for o in found)


def _is_attitude(sentence: Sentence, verb: int) -> bool:
    """Whether a cue verb tells what somebody wants or makes of something, not a statement that it is so."""
    lemma = sentence.tokens[verb].lemma
    if lemma in ("learn", "learnt") and _newsroom_learnt(sentence, verb):
        return False
    if lemma not in cues.SAYING:
        return True
    aside = sentence.tokens[verb].dep in ("parataxis", "advcl") and not children(sentence, verb, "dobj")
    states = aside or children(sentence, verb, "ccomp", "xcomp") or behind_citing(sentence, verb)
    return lemma not in cues.STATING and not states


def _newsroom_learnt(sentence: Sentence, verb: int) -> bool:
    """Whether a newsroom tells what it has found out: "the Post has learned", "this paper learnt from an official"."""
    speaker = speaker_of(sentence, verb)
    if speaker is None:
        return False
    name = sentence.tokens[speaker]
    perfect = any(sentence.tokens[i].lemma == "have" for i in children(sentence, verb, "aux"))
    from_somebody = any(sentence.tokens[i].text.lower() == "from" for i in children(sentence, verb, "prep"))
    person = any(n.first <= speaker < n.last and n.label == "PERSON" for n in sentence.names)
    return (perfect or from_somebody) and (name.pos == "PROPN" or name.lemma.lower() in MEDIA_NOUNS) and not person


def _says_somebody(sentence: Sentence, verb: int) -> bool:
    """Whether the verb can be somebody's act: not the writer's "we know", an order to the reader, or a bare infinitive."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    head = tokens[tokens[verb].head]
    if lemma in ("cite", "quote") and tokens[verb].tag == "VBG" and head.lemma in cues.SAYING:
        return False  # a link of the other cue's chain
    if any(tokens[i].lemma in _NAMING and children(sentence, i, "auxpass") for i in children(sentence, verb, "xcomp")):
        return False  # "who asked not to be named"
    if lemma == "ask" and any(
        tokens[i].lemma in _NAMING and children(sentence, i, "neg") for i in children(sentence, verb, "ccomp")
    ):
        return False  # "who asked that she not be named"
    condition = [p for i in children(sentence, verb, "prep") for p in children(sentence, i, "pobj")]
    if lemma in ("speak", "talk") and any(tokens[i].lemma.lower() == "condition" for i in condition):
        return False  # "who spoke on condition that he not be named"
    bare = tokens[verb].tag == "VB" and any(tokens[i].text.lower() == "to" for i in children(sentence, verb, "aux"))
    if bare and tokens[verb].dep in ("xcomp", "ccomp") and head.lemma in _UNSAID:
        return False
    if lemma in cues.THINKING - cues.SAYING and tokens[verb].tag == "VBN" and not children(sentence, verb, "aux", "auxpass"):
        return False  # a reduced passive: "expected to", "known to"
    speaker = speaker_of(sentence, verb)
    if speaker is not None and lemma in cues.THINKING and tokens[speaker].lemma.lower() in _AUDIENCE:
        return False  # "as readers will know"
    if speaker is None:
        return lemma in cues.SAYING and tokens[verb].tag in ("VBD", "VBZ", "VBN", "VBP")
    if tokens[speaker].text.lower() == "that" and tokens[speaker].tag == "DT" and lemma == "say":
        return False  # "That said, …"
    if tokens[speaker].text.lower() in ("i", "we", "you", "me", "us"):
        return lemma in cues.SAYING and tokens[verb].tag == "VBD"
    return True

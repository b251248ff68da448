"""Through whom did a statement come, and on whom does its source rest?

Method: inside one sentence. A source `cites` what it names by "citing", and a news medium or a document rests on the person
whose saying it reports ("Ruiz said, according to the Post": the Post cites Ruiz). A statement whose cue lies inside another's
content came `through` that other source; so did one whose source says by whom it was published ("emails released by the
ministry"). Whom the next sentence says that the same source quotes, it cites ("It quoted Ruiz as saying that …").

Known failures: other chains over more than one sentence ("The aide briefed reporters. The president said …").
"""

from twosource.annotate.findings import Finding
from twosource.annotate.parties import source_span
from twosource.annotate.source_kinds import DOCUMENTS, INSTITUTION_NOUNS, MEDIA_NOUNS, REPORTERS, UNNAMED, counts_people
from twosource.annotate.speakers import Speakers
from twosource.annotate.syntax import children
from twosource.records import Sentence, SourceKind, Span, Via
from twosource.text import inside
from twosource.values.names import word_set

RESTING: tuple[SourceKind, ...] = ("media", "document")
"""Kinds of sources that report others' words and vouch for nothing themselves."""
_PUBLISHED = word_set("release report publish obtain provide leak post review see cite air broadcast disclose")
"""What is done to a document by those through whom it came."""


def chain(
    finding: Finding,
    found: list[Finding],
    names: list[tuple[str | None, SourceKind]],
    speakers: Speakers,
    sentences: tuple[Sentence, ...],
) -> tuple[Via, ...]:
    """The links of one statement, those that it cites first; `names` are the resolved sources of `found`, in its order."""
    links = [Via(speakers.name_of(cited), "cites", cited) for cited in finding.cites if _vouches(cited, sentences)]
    if finding.cue is None or finding.source is None:
        return tuple(links)
    kind = next(kind for other, (_, kind) in zip(found, names, strict=True) if other is finding)
    for other, (name, _) in zip(found, names, strict=True):
        if other is finding or other.sentence != finding.sentence or other.source is None or other.cue is None:
            continue
        if other.cue == finding.cue or other.source == finding.source or other.attitude:
            continue
        if any(inside(finding.cue, c) for c in other.content):
            links.append(Via(name or speakers.name_of(other.source), "through", other.source))
        elif kind in RESTING and not _counted(other, sentences) and _outermost(other, finding, found):
            links.append(Via(name or speakers.name_of(other.source), "cites", other.source))
    links += _quoted_next(finding, found, names, speakers, sentences)
    return (*links, *_publishers(finding, sentences[finding.sentence], speakers))


def _quoted_next(
    finding: Finding,
    found: list[Finding],
    names: list[tuple[str | None, SourceKind]],
    speakers: Speakers,
    sentences: tuple[Sentence, ...],
) -> list[Via]:
    """Whom the next sentence says that the same source quotes: "… , the Post reports. It quoted Ana Ruiz as saying that …"."""
    mine = next(name for other, (name, _) in zip(found, names, strict=True) if other is finding)
    links = []
    for other, (name, _) in zip(found, names, strict=True):
        if other.sentence != finding.sentence + 1 or other.verb is None or name is None or name != mine:
            continue
        sentence = sentences[other.sentence]
        if sentence.tokens[other.verb].lemma in ("quote", "cite"):
            quoted = [source_span(sentence, i, None) for i in children(sentence, other.verb, "dobj")]
            links += [Via(speakers.name_of(q), "cites", q) for q in quoted if _vouches(q, sentences)]
    return links


def _vouches(cited: Span, sentences: tuple[Sentence, ...]) -> bool:
    """Whether what is cited can be a source: a name, people, a document; not "citing safety concerns"."""
    tokens = [t for s in sentences if inside(cited, s.span) for t in s.tokens if cited.start <= t.start < cited.end]
    nouns = UNNAMED | DOCUMENTS | MEDIA_NOUNS | REPORTERS | INSTITUTION_NOUNS
    return any(t.pos == "PROPN" or t.lemma.lower() in nouns for t in tokens)


def _counted(inner: Finding, sentences: tuple[Sentence, ...]) -> bool:
    """Whether a poll only counts these people: "Some 55 percent of voters said"."""
    if inner.speaker is None:
        return True
    token = sentences[inner.sentence].tokens[inner.speaker]
    return counts_people(token.lemma.lower(), token.text) or token.pos == "NUM"


def _outermost(inner: Finding, outer: Finding, found: list[Finding]) -> bool:
    """Whether a statement is what the outer source passes on, not one inside such a statement."""
    if inner.cue is None or not any(inside(inner.cue, c) for c in outer.content):
        return False
    return not any(
        f is not inner and f is not outer and f.sentence == inner.sentence and any(inside(inner.cue, c) for c in f.content)
        for f in found
    )


def _publishers(finding: Finding, sentence: Sentence, speakers: Speakers) -> list[Via]:
    """Those by whom, or for whom, the source's document was published: "audio provided to the Post"."""
    tokens, links = sentence.tokens, []
    if finding.speaker is None:
        return []
    for clause in children(sentence, finding.speaker, "acl"):
        if tokens[clause].tag == "VBN" and tokens[clause].lemma in _PUBLISHED:
            for i in children(sentence, clause, "agent", "prep", "dative"):
                if tokens[i].text.lower() in ("by", "to"):
                    for p in children(sentence, i, "pobj"):
                        if tokens[p].pos == "PROPN":
                            source = source_span(sentence, p, None)
                            links.append(Via(speakers.name_of(source), "through", source))
    return links

"""Was somebody's indirect statement put into his mouth in words that the earlier text does not have?

Method: a quoted statement of the later text for which no quotation of the earlier one stands, whose speaker the earlier text lets
speak in an aligned sentence, or promise, deny or apologise, without a quotation mark. By the name of the speaker, or by the noun
that describes him.

Known failures: a speaker who is a pronoun in the aligned sentence; a quotation that was invented where nothing was said is a
claim.
"""

from collections.abc import Sequence

from twosource.annotate.syntax import children, subtree
from twosource.compare.alterations.groups import Group, stem
from twosource.records import Attribution, Quotation, Reading, Sentence, Span
from twosource.text import inside, overlaps, words

LEAST = 3
"""Words of a quoted statement; fewer are a term."""
_SPEAKING = frozenset(
    """say tell deny promise apologise apologize vow insist admit claim warn urge thank praise add argue accuse blame complain
    regret reject dismiss pledge announce explain describe call demand ask appeal declare admit concede acknowledge confirm
    hope believe think expect want agree advise recommend order""".split()
)


def voiced(quote: Quotation, a: Reading, b: Reading, group: Group) -> Span | None:
    """The sentence of the earlier side that tells a quoted statement's speaker indirectly; None if there is none."""
    if quote.scare or len(words(quote.inner.text)) < LEAST:
        return None
    said = next((x for x in b.annotation.attributions if any(overlaps(c, quote.inner) for c in x.content) and x.source), None)
    if any(_touches(q, group.a) for q in a.quotations if not q.scare):
        return None
    names = _subject(quote, b) if said is None else _names(said, b)
    for sentence in group.a:
        if names and any(names & who for who in _speakers(sentence, a)):
            return sentence.span
    return None


def _touches(quote: Quotation, sentences: Sequence[Sentence]) -> bool:
    return any(overlaps(quote.span, s.span) for s in sentences)


def _subject(quote: Quotation, reading: Reading) -> set[str]:
    """The stems of the names and nouns of the only subject beside a quotation, whatever its verb: "the mayor shot back"."""
    sentence = next((s for s in reading.sentences if inside(quote.span, s.span)), None)
    if sentence is None:
        return set()
    tokens = sentence.tokens
    free = [i for i, t in enumerate(tokens) if not quote.span.start <= t.start < quote.span.end]
    subjects = [i for i in free if tokens[i].dep == "nsubj"]
    below = set(subtree(sentence, subjects[0])) & set(free) if len(subjects) == 1 else set()
    return {stem(tokens[i].lemma) for i in below if tokens[i].pos in ("PROPN", "NOUN")}


def _names(said: Attribution, reading: Reading) -> set[str]:
    """The stems of a source's name, and of the nouns that describe it."""
    found = {stem(w) for w in words(said.source_name or "")[-1:]}
    for sentence in reading.sentences:
        if said.source is not None and inside(said.source, sentence.span):
            own = (t for t in sentence.tokens if said.source.start <= t.start < said.source.end)
            found |= {stem(t.lemma) for t in own if t.pos in ("PROPN", "NOUN")}
    return found


def _speakers(sentence: Sentence, reading: Reading) -> list[set[str]]:
    """For each verb of speech of a sentence the stems of its subject's words, and of the resolved name of a source."""
    found = []
    for i, token in enumerate(sentence.tokens):
        if token.pos == "VERB" and token.lemma.lower() in _SPEAKING:
            below = {k for s in children(sentence, i, "nsubj") for k in subtree(sentence, s)}
            found.append({stem(sentence.tokens[k].lemma) for k in below if sentence.tokens[k].pos in ("PROPN", "NOUN")})
    found += [
        {stem(words(x.source_name)[-1])}
        for x in reading.annotation.attributions
        if x.source_name and words(x.source_name) and x.cue is not None and inside(x.cue, sentence.span)
    ]
    return found

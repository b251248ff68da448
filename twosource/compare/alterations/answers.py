"""Which content words of some sentences does the other text answer to, by the same word or by one of like meaning?

Method: a word that the other side has too, in any form, is answered. So is one that shares a sense with a word of the other side,
or is wider or narrower than it, if that other word has no same word on this side and answers to nothing else yet: matched one to
one, shared senses first. Names and numbers are looked up in the whole other text, for they are often given once.

Known failures: words that two sides share by chance ("say", "year") answer to each other wherever they stand.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.compare.alterations.counts import MEASURES
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, stem
from twosource.compare.alterations.number_pairs import equal
from twosource.compare.alterations.places import as_capital
from twosource.compare.lexicon import bearing
from twosource.compare.terms import once_per_reading
from twosource.records import Place, Reading, Sentence, Span, Token
from twosource.values.dates import compatible
from twosource.values.numbers import same, value

Spot = tuple[int, int]
"""Start of the sentence and index of the token in it."""
_FOCUS = frozenset("only even still already yet now then again too rather quite very there here".split())
"""Adverbs that point at other words, or at what was said, and state nothing themselves."""
ANSWERED_ALONE = 0.5
"""Share of the content words of two sentences that must be answered for them to state the same."""
AROUND = 1
"""Sentences before and after the aligned ones in which a word may be answered by itself, not by another."""


def content_words(sentence: Sentence, *, light: bool = False) -> list[int]:
    """The indices of the words that carry content: nouns, verbs, adjectives, adverbs, names and numbers.

    With `light`, also the verbs and adjectives that say little.
    """
    left_out = _FOCUS if light else LIGHT | _FOCUS
    return [i for i, t in enumerate(sentence.tokens) if t.pos in (*CONTENT, "NUM") and t.lemma.lower() not in left_out]


def answered(reading: Reading, sentences: Sequence[Sentence], other: Reading, theirs: Sequence[Sentence]) -> dict[Spot, bool]:
    """For each content word of `sentences` of a text whether the other text, near its sentences `theirs`, answers to it.

    By its opposite as well: what is contradicted is not left out.
    """
    near = neighbours(theirs, other)
    stems = {stem(w) for s in near for t in s.tokens for w in (t.lemma, t.text)}
    stems |= {stem(x.text + y.text) for s in near for x, y in pairwise(s.tokens)}  # "night clothes" for "nightclothes"
    known, short = _known(other), _short(other)
    mine = [(s, i) for s in sentences for i in content_words(s)]
    shortened = {(s.span.start, i) for s in sentences for letters, run in _initials(s) if letters in short for i in run}
    equalled = list(_equalled(reading, other))
    found = {
        (s.span.start, i): _same(s.tokens[i], stems, known)
        or (s.span.start, i) in shortened
        or any(q.start <= s.tokens[i].start < q.end for q in equalled)
        for s, i in mine
    }
    own = {stem(t.lemma) for s in sentences for t in s.tokens}
    free = [t.lemma.lower() for s in theirs for i in content_words(s) if stem((t := s.tokens[i]).lemma) not in own]
    for wanted in ("same", "near", "opposite"):
        for s, i in mine:
            if not found[s.span.start, i] and s.tokens[i].pos not in ("PROPN", "NUM"):
                partner = next((w for w in free if bearing(s.tokens[i].lemma.lower(), w) == wanted), None)
                if partner is not None:
                    free.remove(partner)
                    found[s.span.start, i] = True
    return found


def answer_alone(a: Reading, b: Reading, group: Group) -> bool:
    """Whether two sentences answer to each other alone, each to at least half of the other's content words."""
    if len(group.a) != 1 or len(group.b) != 1:
        return False
    return min(answers_both(a, b, group)) >= ANSWERED_ALONE


def answers_both(a: Reading, b: Reading, group: Group) -> tuple[float, float]:
    """The share of the content words of either side that the other answers to, in [0, 1]; 0 where a side has none."""
    told = answered(a, group.a, b, group.b), answered(b, group.b, a, group.a)
    shares = [sum(t.values()) / len(t) if t else 0.0 for t in told]
    return shares[0], shares[1]


def neighbours(theirs: Sequence[Sentence], other: Reading) -> list[Sentence]:
    """Some sentences of a text with those next to them."""
    starts = {s.span.start for s in theirs}
    at = [i for i, s in enumerate(other.sentences) if s.span.start in starts]
    return [s for i, s in enumerate(other.sentences) if any(abs(i - j) <= AROUND for j in at)]


def _initials(sentence: Sentence) -> Iterator[tuple[str, list[int]]]:
    """The runs of words with a capital, small words between them left out, and what their first letters make."""
    run: list[int] = []
    for i, token in enumerate((*sentence.tokens, None)):
        if token is not None and token.text[:1].isupper():
            run.append(i)
        elif token is None or token.text.lower() not in ("of", "the", "and", "for", "in"):
            if len(run) > 1:
                yield "".join(sentence.tokens[k].text[0] for k in run), run
            run = []


def _equalled(reading: Reading, other: Reading) -> Iterator[Span]:
    """The numbers that the other text gives in another unit or form, and the times and places that it gives in other words."""
    for q in reading.quantities:
        if any(equal(q, p) and (not same(q.best, p.best) or q.unit in MEASURES) for p in other.quantities):
            yield q.span
    for place in reading.annotation.places:
        if any(_one_place(place, p, reading, other) for p in other.annotation.places):
            yield place.span
    for time in reading.annotation.times:
        clock = time.value.partition("T")[2]
        if any(compatible(time.value, t.value) or (clock and t.value.endswith(f"T{clock}")) for t in other.annotation.times):
            yield time.span


def _one_place(p: Place, q: Place, reading: Reading, other: Reading) -> bool:
    """Whether two names are of one place, or one of a country and the other of its people or its capital."""
    if p.country is None or p.country != q.country:
        return False
    wide = all(x.precision == "country" or x.sense in ("metonym", "demonym") for x in (p, q))
    return p.geonames_id == q.geonames_id or wide or as_capital(p, reading) or as_capital(q, other)


@once_per_reading
def _known(reading: Reading) -> frozenset[str]:
    """All words of a text, numbers also as their figures, and the acronyms whose words it spells out."""
    spelt_out = {letters.lower() for s in reading.sentences for letters, _ in _initials(s)}
    return frozenset(spelt_out.union(*(_names(t) for s in reading.sentences for t in s.tokens)))


@once_per_reading
def _short(reading: Reading) -> frozenset[str]:
    """The words of a text in capitals, acronyms most of them."""
    return frozenset(t.text for s in reading.sentences for t in s.tokens if t.text.isupper() and 1 < len(t.text) < 7)


def _names(token: Token) -> set[str]:
    figure = value(token.text) if token.pos == "NUM" else None
    return {token.text.lower(), *({f"{figure:g}"} if figure is not None else ())}


def _same(token: Token, stems: set[str], known: frozenset[str]) -> bool:
    if token.pos in ("PROPN", "NUM"):
        return bool(_names(token) & known) or stem(token.lemma) in stems
    return stem(token.lemma) in stems or stem(token.text) in stems

"""Which clause was cut from a sentence that is otherwise kept, or put into one?

Method: clauses, appositions and members of a row, as the parse gives them, whose content words the other text does not answer to
(`answers`), neither by the same words nor by like ones. The longest such stretch is reported; where a sentence was merged with
others and nothing of it is answered, the whole sentence. A clause that a sentence without a partner answers to became that
sentence: taking all sentences of the other text for it hid true losses (group F1 .921 for .928 on the development pairs). What a
clause only attributes ("X said") is no claim of its own. Tried and dropped: to take words
of like vectors in context (the sentence model's last states) for answered: some false findings go, and about as many true ones.

Known failures: a clause retold in wholly other words passes for dropped; one cut down to its general words passes for kept.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import children, stretch, subtree
from twosource.compare.alterations.answers import answered, content_words
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.alterations.novelty import brings_news
from twosource.compare.alterations.number_pairs import equal
from twosource.records import Alteration, Reading, Sentence, Span
from twosource.text import inside, overlaps

CLAUSES = frozenset(("relcl", "advcl", "acl", "appos", "conj", "prep", "dep", "parataxis", "pcomp", "xcomp"))
"""Relations whose subtree can be cut out and leave a sentence."""
_VERBAL = frozenset(("relcl", "advcl", "acl", "pcomp"))
"""Those of a clause with a verb."""
_SAID_OF = frozenset(("acl", "relcl", "appos"))
"""Relations of what is said of a source."""
_DATELINE = re.compile(r"[^.!?\n]{0,60}?(?:\([^()\n]{2,40}\)|[A-Z]{3,}[^.!?\n]{0,40}?)\s?(?:--?|[–—])\s")
"""A place, a date and an agency before a dash."""
WEIGHTY = 10
"""The least number that tells what a clause is about."""
LEAST = 3
"""Content words that make a claim."""
LEAST_IN_ROW = 2
"""The same of a thing in a row."""
LEAST_PHRASE = 4
"""The same of a phrase with a preposition, which more often is said in another way."""
ANSWERED = 0.25
"""Share of a clause's content words that may be answered for the clause to be missing."""
_OTHERWISE = frozenset(
    """reportedly allegedly apparently possibly probably likely presumably supposedly seemingly potentially purportedly recently
    previously currently subsequently finally eventually initially originally already immediately shortly simultaneously formerly
    additionally separately similarly accordingly consequently largely mainly mostly partly nearly roughly approximately sharply
    significantly slightly substantially considerably really actually fully only early daily weekly monthly yearly officially
    publicly newly greatly highly strongly deeply widely broadly firmly truly actively clearly simply
    closely""".split()
)
"""Adverbs in -ly that hedge, date, join, measure or add nothing: not how something was done."""
LEAST_ELSEWHERE, ELSEWHERE = 2, 0.5
"""Content words of a clause, and the share of them, that a sentence without a partner must answer to for it to be that clause."""
LEAST_NEW, WHOLE = 3, 0.9
"""Content words of a clause none of which is answered, and the share of the other side's words that must be, for it to be new
however short it is."""
KEPT = 0.5
"""Share of the sentence's other content words that must be answered for the sentence to be kept."""


def clause_alterations(a: Reading, b: Reading, group: Group, loose: Group) -> Iterator[Alteration]:
    """The clauses that only one side of a group has; `loose` are the sentences that answer to none of the other text."""
    dropped, added = list(_missing(a, group.a, b, group.b, loose.b)), list(_missing(b, group.b, a, group.a, loose.a))
    whole = {s.span: s for s in group.b}
    added = [x for x in added if x not in whole or brings_news(b, whole[x], a)]
    retold = min(len(dropped), len(added))  # a clause that went and one that came: more likely one in other words
    for where in dropped[retold:]:
        says = f"“{where.text}” was left out where the rest of the sentence is kept"
        yield Alteration("claim-dropped", where, None, "low", says)
    for where in _qualified(a, b, group):
        yield Alteration("claim-added", None, where, "low", f"“{where.text}” was put in; the earlier text does not say how")
    for where in added[retold:]:
        says = f"“{where.text}” was put in where the rest of the sentence is kept"
        yield Alteration("claim-added", None, where, "medium", says)


def _qualified(a: Reading, b: Reading, group: Group) -> Iterator[Span]:
    """Verbs that both sides have and that now carry an adverb of manner, which nothing on the other side answers to."""
    found = answered(b, group.b, a, group.a)
    verbs = {stem(t.lemma) for s in group.a for t in s.tokens if t.pos == "VERB"}
    quoted = [q.inner for q in b.quotations if not q.scare]
    for sentence in group.b:
        for i in content_words(sentence):
            token = sentence.tokens[i]
            head = sentence.tokens[token.head]
            manner = token.pos == "ADV" and token.dep == "advmod" and token.text.endswith("ly") and head.pos == "VERB"
            if not manner or found[sentence.span.start, i] or stem(head.lemma) not in verbs or token.text.lower() in _OTHERWISE:
                continue
            beside = abs(token.head - i) == 1 and sentence.tokens[i - 1].pos != "PUNCT"
            if beside and not any(q.start <= token.start < q.end for q in quoted):
                yield stretch(sentence, min(i, token.head), max(i, token.head))


def _missing(
    reading: Reading, sentences: Sequence[Sentence], other: Reading, theirs: Sequence[Sentence], loose: Sequence[Sentence]
) -> Iterator[Span]:
    found = answered(reading, sentences, other, theirs)
    aside = [q.span for q in reading.quotations]
    aside += [x.cue for x in reading.annotation.attributions if x.cue is not None]
    sources = [x.source for x in reading.annotation.attributions if x.source is not None]
    aside += [d for d in [_dateline(reading)] if d is not None]
    for sentence in sentences:
        told = {i: found[sentence.span.start, i] for i in content_words(sentence)}
        if sentence.part != "body" or not told:
            continue
        if len(sentences) > 1 and len(told) > LEAST and _untold(sentence, list(told), told):
            if not any(overlaps(sentence.span, q.span) for q in reading.quotations):
                yield sentence.span
            continue
        taken: set[int] = set()
        for root in sorted(_roots(sentence), key=lambda i: -len(subtree(sentence, i))):
            words = _own_words(sentence, root, told)
            own, rest = [i for i in words if i in told], [i for i in told if i not in words]
            new = sentence.tokens[root].dep in _VERBAL and _all_new(reading, sentence, own, told)
            new = new and _nothing_left(reading, sentences, other, theirs)
            if taken & set(words) or not (new or (len(own) >= _least(sentence, root) and _untold(sentence, own, told))):
                continue
            if not new and not _checkable(sentence, root, own):
                continue
            if not rest or sum(told[i] for i in rest) < KEPT * len(rest):
                continue
            where = _trimmed(sentence, words)
            of_source = where is not None and any(overlaps(where, x) for x in sources)
            if of_source and (sentence.tokens[root].dep not in _SAID_OF or not _unheard_of(reading, sentence, own, other)):
                continue  # who a source is: told wherever it stands
            if (
                where is not None
                and not any(overlaps(where, x) for x in aside)
                and not _counted(reading, where, other)
                and not _elsewhere(reading, sentence, own, other, loose)
            ):
                taken |= set(words)
                yield where


def _dateline(reading: Reading) -> Span | None:
    """Where and for whom a text was written, as far as that stands before its first words."""
    first = next((s for s in reading.sentences if s.part == "body"), None)
    m = None if first is None else _DATELINE.match(first.span.text)
    return None if first is None or m is None else Span(first.span.start, first.span.start + m.end(), m[0])


def _unheard_of(reading: Reading, sentence: Sentence, own: Sequence[int], other: Reading) -> bool:
    """Whether the whole other text answers to next to none of what is said of a source."""
    found = answered(reading, [sentence], other, other.sentences)
    return len(own) >= LEAST and sum(found[sentence.span.start, i] for i in own) <= ANSWERED * len(own)


def _counted(reading: Reading, where: Span, other: Reading) -> bool:
    """Whether a clause gives a number of weight that the other text gives, of the same thing: "some 200 of her followers"."""
    inner = [q for q in reading.quantities if inside(q.span, where) and (q.best or 0) >= WEIGHTY and q.unit is not None]
    return any(equal(q, p) and p.unit is not None for q in inner for p in other.quantities)


def _nothing_left(reading: Reading, sentences: Sequence[Sentence], other: Reading, theirs: Sequence[Sentence]) -> bool:
    """Whether all that the other side says is answered, so that a clause without an answer retells nothing of it."""
    found = answered(other, theirs, reading, sentences)
    return sum(found.values()) >= WHOLE * len(found)


def _all_new(reading: Reading, sentence: Sentence, own: Sequence[int], told: dict[int, bool]) -> bool:
    """Whether a clause has enough content words, times left out, none of them answered."""
    times = [t.span for t in reading.annotation.times]
    words = [i for i in own if not any(t.start <= sentence.tokens[i].start < t.end for t in times)]
    return len(words) >= LEAST_NEW and not any(told[i] for i in words)


def _elsewhere(reading: Reading, sentence: Sentence, own: Sequence[int], other: Reading, loose: Sequence[Sentence]) -> bool:
    """Whether a sentence that answers to no other answers to a clause: the clause became a sentence of its own."""
    counted = [i for i in own if sentence.tokens[i].pos != "PROPN"]
    for candidate in loose:
        found = answered(reading, [sentence], other, [candidate])
        hits = sum(found[sentence.span.start, i] for i in counted)
        if hits >= LEAST_ELSEWHERE and hits >= ELSEWHERE * len(counted):
            return True
    return False


def _untold(sentence: Sentence, own: Sequence[int], told: dict[int, bool]) -> bool:
    """Whether next to none of some words are answered; names that the other text knows anyway do not count."""
    counted = [i for i in own if not (told[i] and sentence.tokens[i].pos == "PROPN")]
    return len(counted) > 1 and len(counted) * 2 >= len(own) and sum(told[i] for i in counted) <= ANSWERED * len(counted)


def _roots(sentence: Sentence) -> list[int]:
    return [i for i, t in enumerate(sentence.tokens) if t.dep in CLAUSES and t.head != i]


def _checkable(sentence: Sentence, root: int, own: Sequence[int]) -> bool:
    """Whether a clause holds a name or a number, or, not being a phrase, says enough without."""
    if any(sentence.tokens[i].pos in ("PROPN", "NUM") for i in own):
        return True
    return sentence.tokens[root].dep != "prep" and (len(own) >= LEAST_PHRASE or sentence.tokens[root].pos == "NOUN")


def _least(sentence: Sentence, root: int) -> int:
    """Content words that make a claim of what hangs on a word: a thing in a row needs fewest, a phrase most."""
    token = sentence.tokens[root]
    if token.dep == "conj" and token.pos == "NOUN":
        return LEAST_IN_ROW
    return LEAST_PHRASE if token.dep == "prep" else LEAST


def _own_words(sentence: Sentence, root: int, told: dict[int, bool]) -> list[int]:
    """What hangs on a word, without the clauses below it that are answered, but with the "and" before a member of a row."""
    words = set(subtree(sentence, root))
    for i in sorted(words - {root}):
        below = set(subtree(sentence, i))
        own = [told[k] for k in below if k in told]
        if sentence.tokens[i].dep in ("advcl", "relcl", "conj", "acl", "prep") and i in words and own and sum(own) > len(own) / 2:
            words -= below
    if sentence.tokens[root].dep == "conj":
        words |= {i for i in children(sentence, sentence.tokens[root].head, "cc") if i == min(words) - 1}
    return sorted(words)


def _trimmed(sentence: Sentence, words: Sequence[int]) -> Span | None:
    """The stretch of a subtree without the signs at its ends; None where other words stand between."""
    first, last = words[0], words[-1]
    if last - first + 1 > len(words) + 2:
        return None
    while first < last and sentence.tokens[first].pos == "PUNCT":
        first += 1
    while last > first and sentence.tokens[last].pos == "PUNCT":
        last -= 1
    return stretch(sentence, first, last)

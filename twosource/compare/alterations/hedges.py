"""Which statement lost or gained a hedge, or has another one?

Method: every hedge of a sentence is taken with the words that it leaves open, the nearest first (`hedging`). The other text
must have one of those words, by stem or synonym, in like surroundings; what bears on it there is gathered in the same way,
along the tree. Nothing there: the hedge is gone (or new). Another class of hedge: it was changed. A hedge of hearsay is also
kept by naming whose word it is.

Nothing is gone that any other sentence leaves open by a hedge of the same class. A verb of little meaning is told by its object
("may have had help"). Where its words were reworded, another verb of the same subject, of which much the same is said, tells that
it is gone; and the only hedges of two sentences that answer to each other alone are compared whatever they bear on.

Known failures: a hedge whose words and subject were all paraphrased is missed; those of `hedging`.
"""

from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import ancestors, children, root, stretch, subtree
from twosource.compare.alterations.answers import answers_both
from twosource.compare.alterations.groups import ALIKE, LIGHT, Group, alike, closeness, content, stem, surroundings
from twosource.compare.alterations.hedging import ADVERBS, FORESEEN, FURTHEST, GOVERNING, OPENING, Hedge, hedges_on, left_open
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span
from twosource.text import overlaps

CLOSE = 0.3
"""Surroundings of the word left open that must agree."""
ONCE = 0.2
"""What it adds that two sentences answer to each other alone and have the word once each."""
TERM = 3
"""Words between quotation marks that are a term and no statement."""
LEAST_TOLD, TOLD = 2, 0.6
"""Nouns that hang on a hedged verb beside its subject, and the share of them that another verb must have."""

_SOFT = frozenset(
    """can would should if whether potential possible possibility chance risk fear suggest indicate accuse accusation
    allegation allege believe think suspicion suspect expect unclear unconfirmed doubt aim plan look would-be so-called assume
    presume speculation rumour rumor threaten threat set due hope bound appear seem likely probably may might could apparent
    alleged supposed reportedly allegedly likelihood odds prospect danger sign fear worry unknown guess estimate maybe perhaps
    conceivable imaginable probability probable rumoured tip slate schedule poise forecast predict project anticipate bet call
    hearsay able unable evidently presumption assumption theory hint word""".split()
)
"""Words that leave a statement open in other ways; where the other text has one there, a hedge may just have changed its form."""
_CHANCES = frozenset("risk danger possibility chance threat fear concern probability likelihood potential hope".split())
_RANKED = ("possible", "probable", "foreseen")
"""Classes that differ in strength whatever the words; of hearsay there are too many near-synonyms."""
_UNLIKE = ({"possible", "probable"}, {"possible", "foreseen"}, {"possible", "hearsay"})
"""Classes that differ wherever they stand."""


def hedge_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The hedges that one side of a group has and the other lacks, and those that were exchanged."""
    found = list(_each(a, b, group))
    yield from found or _sole(group, a, b)


def _each(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    changed: set[int] = set()
    for kind, has, lacks, reading, other in (
        ("hedge-dropped", group.a, group.b, a, b),
        ("hedge-added", group.b, group.a, b, a),
    ):
        for sentence in has:
            for index, opened in left_open(sentence).items():
                if _quoted(sentence.tokens[index].start, reading):
                    continue
                yield from _compared(kind, sentence, index, opened, has, lacks, reading, other, changed)  # type: ignore[arg-type]


def _sole(group: Group, a: Reading, b: Reading) -> Iterator[Alteration]:
    """The only hedges of two sentences that answer to each other alone, where their classes differ, whatever they bear on."""
    if len(group.a) != 1 or len(group.b) != 1 or not (alike(group) or max(answers_both(a, b, group)) >= ALIKE):
        return
    shown = []
    for sentence, reading in ((group.a[0], a), (group.b[0], b)):
        opened = {i: w for i, w in left_open(sentence).items() if not _quoted(sentence.tokens[i].start, reading)}
        if len(opened) != 1:
            return
        index, words = next(iter(opened.items()))
        word, hedge = words[0]
        shown.append((hedge.sort, stretch(sentence, min(index, word), max(index, word))))
    (before, x), (after, y) = shown
    if before != after and {before, after} in _UNLIKE:
        yield Alteration("hedge-changed", x, y, "medium", f"“{x.text}” became “{y.text}”")


def _compared(
    kind: AlterationKind,
    sentence: Sentence,
    index: int,
    opened: Sequence[tuple[int, Hedge]],
    has: Sequence[Sentence],
    lacks: Sequence[Sentence],
    reading: Reading,
    other: Reading,
    changed: set[int],
) -> Iterator[Alteration]:
    """The alteration that one hedge makes: the first word that it leaves open and that the other text has decides."""
    own = sentence.tokens[index]
    if own.tag != "MD" and any(stem(t.lemma) == stem(own.lemma) for s in lacks for t in s.tokens):
        return  # the same word in another construction
    if (
        own.tag == "MD"
        and kind == "hedge-added"
        and _concord(sentence, index) & {t.lemma.lower() for s in lacks for t in s.tokens}
    ):
        return  # "a risk that it could spread", "a risk of its spread"
    if _left_open_too(sentence, opened, other):
        return  # told with the same doubt in another sentence
    for word, hedge in opened:
        if sentence.tokens[word].lemma.lower() == "face":
            continue  # who faces a sentence may be given one
        found = _counterpart(sentence, word, has, lacks, reading, other)
        if found is None:
            continue
        there, at = found
        mine = stretch(sentence, min(index, word), max(index, word))
        theirs = _shown(there, at)
        hedges = hedges_on(there, at)
        if hedges:
            rival = hedges[0]
            pair = {hedge.sort, rival.sort}
            differ = len(pair) == 2 and (pair <= set(_RANKED) or pair == {"hearsay", "possible"})
            at_rival = there.tokens[rival.index].start
            if differ and kind == "hedge-dropped" and hedge.sort not in {h.sort for h in hedges} and at_rival not in changed:
                changed.add(at_rival)
                theirs = stretch(there, min(at, rival.index), max(at, rival.index))
                yield Alteration("hedge-changed", mine, theirs, "medium", f"“{mine.text}” became “{theirs.text}”")
            return
        bearing_there = _around(there, at)
        if (bearing_there & _SOFT) - _around(sentence, word) or (own.tag == "MD" and own.text.lower() in bearing_there):
            return
        if hedge.sort == "hearsay" and _attributed(there, at, other) and not _attributed(sentence, word, reading):
            return
        if hedge.sort in _elsewhere(there, has):
            return  # the same doubt, hung on another word
        gone = kind == "hedge-dropped"
        says = f"“{sentence.tokens[index].text}” {'is gone' if gone else 'was put in'}: “{mine.text}”, elsewhere “{theirs.text}”"
        yield Alteration(kind, mine if gone else theirs, theirs if gone else mine, "medium", says)
        return
    if kind == "hedge-dropped":
        found_by_subject = list(_by_subject(sentence, index, opened, lacks, reading, other))
        yield from found_by_subject or _reworded(sentence, index, has, lacks, reading, other)


def _concord(sentence: Sentence, index: int) -> set[str]:
    """The nouns of chance above a modal verb, which adds nothing to them."""
    return {sentence.tokens[i].lemma.lower() for i in ancestors(sentence, index)} & _CHANCES


def _left_open_too(sentence: Sentence, opened: Sequence[tuple[int, Hedge]], other: Reading) -> bool:
    """Whether any sentence of the other text leaves the same open by a hedge of the same class, and shares a word more."""
    word, hedge = opened[0]
    lemma = sentence.tokens[word].lemma.lower()
    words = content([sentence]) - {stem(lemma)}
    for there in other.sentences:
        if not words & content([there]):
            continue
        for bears in left_open(there).values():
            at, rival = bears[0]
            told = there.tokens[at].lemma.lower()
            if rival.sort == hedge.sort and (stem(told) == stem(lemma) or bearing(told, lemma) == "same"):
                return True
    return False


def _elsewhere(there: Sentence, has: Sequence[Sentence]) -> set[str]:
    """The classes of the hedges that a sentence has and the others have not in that word."""
    known = {stem(t.lemma) for s in has for t in s.tokens}
    return {
        h.sort for index, opened in left_open(there).items() if stem(there.tokens[index].lemma) not in known for _, h in opened
    }


def _by_subject(
    sentence: Sentence,
    index: int,
    opened: Sequence[tuple[int, Hedge]],
    lacks: Sequence[Sentence],
    reading: Reading,
    other: Reading,
) -> Iterator[Alteration]:
    """A hedged deed told by another verb of the same subject, with most of what else is said of it, and no hedge."""
    for word, hedge in opened:
        subject = {stem(sentence.tokens[i].lemma) for i in _subjects(sentence, word, index) if sentence.tokens[i].pos != "PRON"}
        told = _said_of(sentence, word) - subject
        if (
            hedge.sort == "hearsay"
            or sentence.tokens[index].lemma.lower() in OPENING
            or sentence.tokens[word].pos != "VERB"
            or not subject
            or len(told) < LEAST_TOLD
        ):
            continue
        for there in lacks:
            for at, token in enumerate(there.tokens):
                if token.pos != "VERB" or _quoted(token.start, other) or hedges_on(there, at):
                    continue
                named = {stem(there.tokens[i].lemma) for i in children(there, at, "nsubj", "nsubjpass")}
                if not named & subject or len(told & _said_of(there, at)) < TOLD * len(told) or _around(there, at) & _SOFT:
                    continue
                mine, theirs = stretch(sentence, min(index, word), max(index, word)), _shown(there, at)
                says = f"“{sentence.tokens[index].text}” is gone: “{mine.text}”, elsewhere “{theirs.text}”"
                yield Alteration("hedge-dropped", mine, theirs, "medium", says)
                return


def _subjects(sentence: Sentence, word: int, hedge: int) -> list[int]:
    return [k for i in (word, hedge) for k in children(sentence, i, "nsubj", "nsubjpass")]


def _said_of(sentence: Sentence, verb: int) -> set[str]:
    """The stems of the names, nouns and numbers that hang on a verb."""
    tokens = sentence.tokens
    parts = [k for k in children(sentence, verb) if tokens[k].dep not in ("conj", "ccomp", "advcl", "parataxis")]
    held = {i for k in parts for i in subtree(sentence, k)}
    return {stem(tokens[i].lemma) for i in held if tokens[i].pos in ("NOUN", "PROPN", "NUM")}


def _reworded(
    sentence: Sentence, index: int, has: Sequence[Sentence], lacks: Sequence[Sentence], reading: Reading, other: Reading
) -> Iterator[Alteration]:
    """A hedging adverb, or "may", whose words were all reworded: gone where the one sentence that answers hedges nothing."""
    word = sentence.tokens[index]
    sort = _sort_reworded(sentence, index)
    if sort is None or len(has) != 1 or len(lacks) != 1:
        return
    pair = Group(tuple(has), tuple(lacks))
    told = min if word.tag == "VBN" or word.lemma.lower() in ("seem", "appear") else max
    if not (alike(pair) or told(answers_both(reading, other, pair)) >= ALIKE):
        return
    there = lacks[0]
    soft = {w for i, t in enumerate(there.tokens) if _open(there, i) for w in (t.lemma.lower(), t.text.lower())} & _SOFT
    if soft - {w for t in sentence.tokens for w in (t.lemma.lower(), t.text.lower())} or any(
        hedges_on(there, i) for i in range(len(there.tokens))
    ):
        return
    sourced = [
        any(x.cue and overlaps(x.cue, s.span) for x in r.annotation.attributions)
        for s, r in ((sentence, reading), (there, other))
    ]
    if sort == "hearsay" and sourced == [False, True]:
        return
    mine = stretch(sentence, min(index, word.head), max(index, word.head))
    main = root(there)
    said = children(there, main, "ccomp") if main is not None else []
    main = said[0] if said else main
    if main is not None and not any(overlaps(q.span, mine) for q in reading.quotations):
        yield Alteration("hedge-dropped", mine, _shown(there, main), "medium", f"“{word.text}” is gone: “{mine.text}”")


def _open(sentence: Sentence, index: int) -> bool:
    """Whether a word may leave something open: "set" does before "to" alone, "look" and "call" before what is so."""
    if sentence.tokens[index].lemma.lower() not in ("set", "look", "call", "tip", "hold", "plan"):
        return True
    return any(t.tag == "TO" or t.text.lower() in ("like", "for") for t in sentence.tokens[index + 1 : index + 3])


def _sort_reworded(sentence: Sentence, index: int) -> str | None:
    """The class of a hedge that bears on all that its sentence says: an adverb, "may", "is believed to", "is expected to"."""
    word = sentence.tokens[index]
    if word.text.lower() in ("may", "might") and word.tag == "MD":
        return "possible"
    below = children(sentence, index, "xcomp", "ccomp")
    if below and word.tag == "VBN" and children(sentence, index, "auxpass"):
        sort = "foreseen" if word.lemma.lower() in FORESEEN else "hearsay"
        return sort if word.lemma.lower() not in ("say", "report", "consider", "call", "know", "find") else None
    return "hearsay" if below and word.lemma.lower() in ("seem", "appear") else ADVERBS.get(word.text.lower())


def _counterpart(
    sentence: Sentence, index: int, here: Sequence[Sentence], there: Sequence[Sentence], reading: Reading, other: Reading
) -> tuple[Sentence, int] | None:
    """Where the other text has the same word, or one of its meaning, in like surroundings, both quoted or neither."""
    token = sentence.tokens[index]
    if token.lemma.lower() in LIGHT:
        return _by_object(sentence, index, there, other)
    mine = surroundings(stretch(sentence, index, index), here)
    quoted = _quoted(token.start, reading)
    once = len(here) == 1 == len(there) and all(_count(stem(token.lemma), s[0]) == 1 for s in (here, there))
    best: tuple[float, Sentence, int] | None = None
    for candidate in there:
        for i, t in enumerate(candidate.tokens):
            if t.pos not in (*GOVERNING, "AUX") or _quoted(t.start, other) is not quoted:
                continue
            same = stem(t.lemma) == stem(token.lemma)
            if not same and not (t.pos == token.pos == "VERB" and bearing(t.lemma.lower(), token.lemma.lower()) == "same"):
                continue
            near = closeness(mine, surroundings(stretch(candidate, i, i), there)) + (0.1 if same else 0.0)
            near += ONCE if once and same else 0.0
            if near >= CLOSE + 0.1 and (best is None or near > best[0]):
                best = near, candidate, i
    return best[1:] if best else None


def _by_object(sentence: Sentence, index: int, there: Sequence[Sentence], other: Reading) -> tuple[Sentence, int] | None:
    """Where a verb of little meaning has the same object in the other text: "may have had help", "had help"."""
    subject, thing = _parties(sentence, index)
    for candidate in there if subject and thing else ():
        for i, t in enumerate(candidate.tokens):
            if t.pos in ("VERB", "AUX") and t.lemma.lower() in LIGHT and not _quoted(t.start, other):
                who, what = _parties(candidate, i)
                if thing & what and (subject & who or len(there) == 1):
                    return candidate, i
    return None


def _parties(sentence: Sentence, verb: int) -> tuple[set[str], set[str]]:
    """The stems of a verb's subjects and of its objects."""
    tokens = sentence.tokens
    return (
        {stem(tokens[i].lemma) for i in children(sentence, verb, "nsubj", "nsubjpass")},
        {stem(tokens[i].lemma) for i in children(sentence, verb, "dobj") if tokens[i].pos == "NOUN"},
    )


def _count(word: str, sentence: Sentence) -> int:
    return sum(stem(t.lemma) == word for t in sentence.tokens)


def _around(sentence: Sentence, index: int) -> set[str]:
    """The words on a word's way up the tree, with the little words that hang on them."""
    path = [index, *list(ancestors(sentence, index))[:FURTHEST]]
    little = ("aux", "auxpass", "advmod", "mark", "amod", "neg", "acomp")
    held = [*path, *(i for p in path for i in children(sentence, p, *little))]
    return {sentence.tokens[i].lemma.lower() for i in held} | {sentence.tokens[i].text.lower() for i in held}


def _shown(sentence: Sentence, index: int) -> Span:
    """A word with its auxiliaries and the word behind it."""
    first = min([index, *children(sentence, index, "aux", "auxpass")])
    return stretch(sentence, first, min(len(sentence.tokens) - 1, index + 1))


def _attributed(sentence: Sentence, index: int, reading: Reading) -> bool:
    where = stretch(sentence, index, index)
    return any(overlaps(c, where) for x in reading.annotation.attributions if x.source is not None for c in x.content)


def _quoted(offset: int, reading: Reading) -> bool:
    """Whether an offset lies within somebody's quoted statement; a few words in marks are the writer's own sentence."""
    return any(
        q.inner.start <= offset < q.inner.end and not q.scare and len(q.inner.text.split()) > TERM for q in reading.quotations
    )

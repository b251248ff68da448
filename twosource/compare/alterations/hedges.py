"""Which statement lost or gained a hedge, or has another one?

Method: every hedge of a sentence (an adverb, a modal verb, a verb like "seem", a passive of belief, "likely to", "accusations
of", "investigating whether") is taken with the words that it leaves open, the nearest first. The other text must have one of
those words, by stem or synonym, in like surroundings; what bears on it there is gathered in the same way, along the tree. Nothing
there: the hedge is gone (or new). Another class of hedge: it was changed. A hedge of hearsay is also kept by naming whose word it
is.

Nothing is gone that any other sentence leaves open by a hedge of the same class. A verb of little meaning is told by its object
("may have had help"). Where its words were reworded, another verb of the same subject, of which much the same is said, tells that
it is gone; and the only hedges of two sentences that answer to each other alone are compared whatever they bear on.

Known failures: a hedge whose words and subject were all paraphrased is missed; "could" for mere ability is taken for a hedge
unless it is negated or of perception ("could be heard").
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, root, stretch, subtree
from twosource.compare.alterations.answers import answered
from twosource.compare.alterations.groups import LIGHT, Group, closeness, content, stem, surroundings
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span
from twosource.text import overlaps

CLOSE = 0.3
"""Surroundings of the word left open that must agree."""
ONCE = 0.2
"""What it adds that two sentences answer to each other alone and have the word once each."""
TERM = 3
"""Words between quotation marks that are a term and no statement."""
ALIKE = 0.5
"""Share of content stems that two sentences must have in common for a hedge without a counterpart to be gone."""
LEAST_TOLD, TOLD = 2, 0.6
"""Nouns that hang on a hedged verb beside its subject, and the share of them that another verb must have."""
FURTHEST = 5
"""Steps up the tree from a word to a hedge that bears on it."""

_ADVERBS = {
    **dict.fromkeys("allegedly reportedly purportedly supposedly rumoured rumored".split(), "hearsay"),
    **dict.fromkeys("possibly perhaps potentially maybe conceivably".split(), "possible"),
    **dict.fromkeys("likely probably presumably".split(), "probable"),
    **dict.fromkeys("apparently seemingly ostensibly".split(), "hearsay"),
}  # fmt: skip
_ADJECTIVES = {
    **dict.fromkeys("alleged purported suspected supposed apparent reported rumoured rumored presumed".split(), "hearsay"),
    **dict.fromkeys("possible potential".split(), "possible"),
    **dict.fromkeys("likely probable".split(), "probable"),
}  # fmt: skip
_CHANCE = {"possible": "possible", "likely": "probable", "probable": "probable"}
_MODALS = {"may": "possible", "might": "possible", "could": "possible"}
_SEEMING = frozenset("appear seem purport".split())
_PASSIVE = frozenset("think believe say suspect allege rumour rumor suppose presume understand report".split())
"""Verbs that hedge in the passive: is thought to own, is suspected of stealing."""
_FORESEEN = frozenset("expect predict forecast project anticipate".split())
_OPENING = frozenset("investigate examine check probe ask wonder determine clarify establish".split())
"""Verbs that leave a clause with "if" or "whether" open."""
_NOUNS = frozenset("accusation allegation suspicion claim rumour rumor speculation assumption".split())
_DENYING = frozenset("deny reject dismiss refute dispute".split())
"""Verbs above such a noun by which nothing is left open: who rejects an accusation denies it."""
_OPEN_NOUNS = frozenset("risk threat danger hazard candidate customer client buyer bidder suspect consequence".split())
"""Nouns that leave open themselves whether it comes to that: a potential risk is a risk."""
_PERCEIVED = frozenset("see hear feel smell watch observe".split())
_CHAIN = frozenset("xcomp acomp attr oprd ccomp pcomp pobj prep advcl acl conj relcl dobj".split())
_SOFT = frozenset(
    """can would should if whether potential possible possibility chance risk fear suggest indicate accuse accusation
    allegation allege believe think suspicion suspect expect unclear unconfirmed doubt aim plan look would-be so-called assume
    presume speculation rumour rumor threaten threat set due hope bound appear seem likely probably may might could apparent
    alleged supposed reportedly allegedly""".split()
)
"""Words that leave a statement open in other ways; where the other text has one there, a hedge may just have changed its form."""
_RANKED = ("possible", "probable", "foreseen")
"""Classes that differ in strength whatever the words; of hearsay there are too many near-synonyms."""
_UNLIKE = ({"possible", "probable"}, {"possible", "foreseen"}, {"possible", "hearsay"})
"""Classes that differ wherever they stand."""
_GOVERNING = ("VERB", "NOUN", "ADJ", "PROPN")


class Hedge(msgspec.Struct, frozen=True):
    """A hedge by the index of its word, and its class."""

    index: int
    sort: str


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
            for index, opened in _opened(sentence).items():
                if _quoted(sentence.tokens[index].start, reading):
                    continue
                yield from _compared(kind, sentence, index, opened, has, lacks, reading, other, changed)  # type: ignore[arg-type]


def _sole(group: Group, a: Reading, b: Reading) -> Iterator[Alteration]:
    """The only hedges of two sentences that answer to each other alone, where their classes differ, whatever they bear on."""
    if len(group.a) != 1 or len(group.b) != 1 or not (_alike(group) or _answers(a, b, group)):
        return
    shown = []
    for sentence, reading in ((group.a[0], a), (group.b[0], b)):
        opened = {i: w for i, w in _opened(sentence).items() if not _quoted(sentence.tokens[i].start, reading)}
        if len(opened) != 1:
            return
        index, words = next(iter(opened.items()))
        word, hedge = words[0]
        shown.append((hedge.sort, stretch(sentence, min(index, word), max(index, word))))
    (before, x), (after, y) = shown
    if before != after and {before, after} in _UNLIKE:
        yield Alteration("hedge-changed", x, y, "medium", f"“{x.text}” became “{y.text}”")


def _alike(group: Group) -> bool:
    mine, theirs = content(group.a), content(group.b)
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _answers(a: Reading, b: Reading, group: Group) -> bool:
    """Whether either of two sentences answers to enough of the other's content words in words of its own."""
    told = answered(a, group.a, b, group.b), answered(b, group.b, a, group.a)
    return max(sum(t.values()) / len(t) if t else 0.0 for t in told) >= ALIKE


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
    if _left_open_too(sentence, opened, other):
        return  # told with the same doubt in another sentence
    for word, hedge in opened:
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


def _left_open_too(sentence: Sentence, opened: Sequence[tuple[int, Hedge]], other: Reading) -> bool:
    """Whether any sentence of the other text leaves the same open by a hedge of the same class, and shares a word more."""
    word, hedge = opened[0]
    lemma = sentence.tokens[word].lemma.lower()
    words = content([sentence]) - {stem(lemma)}
    for there in other.sentences:
        if not words & content([there]):
            continue
        for bears in _opened(there).values():
            at, rival = bears[0]
            told = there.tokens[at].lemma.lower()
            if rival.sort == hedge.sort and (stem(told) == stem(lemma) or bearing(told, lemma) == "same"):
                return True
    return False


def _elsewhere(there: Sentence, has: Sequence[Sentence]) -> set[str]:
    """The classes of the hedges that a sentence has and the others have not in that word."""
    known = {stem(t.lemma) for s in has for t in s.tokens}
    return {h.sort for index, opened in _opened(there).items() if stem(there.tokens[index].lemma) not in known for _, h in opened}


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
            or sentence.tokens[index].lemma.lower() in _OPENING
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
    sort = _ADVERBS.get(word.text.lower()) or ("possible" if word.text.lower() in ("may", "might") and word.tag == "MD" else None)
    if sort is None or len(has) != 1 or len(lacks) != 1:
        return
    pair = Group(tuple(has), tuple(lacks))
    if not (_alike(pair) or _answers(reading, other, pair)):
        return
    there = lacks[0]
    soft = {w for t in there.tokens for w in (t.lemma.lower(), t.text.lower())} & _SOFT
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


def _opened(sentence: Sentence) -> dict[int, list[tuple[int, Hedge]]]:
    """Each hedge's word with the words that it leaves open, the nearest first."""
    found: dict[int, list[tuple[int, Hedge]]] = {}
    for i, token in enumerate(sentence.tokens):
        if token.pos in _GOVERNING:
            for hedge in hedges_on(sentence, i):
                if hedge.index != i:
                    found.setdefault(hedge.index, []).append((i, hedge))
    for i, token in enumerate(sentence.tokens[:-2]):  # "purporting to show", however it was parsed
        if token.lemma in _SEEMING and sentence.tokens[i + 1].tag == "TO" and i not in found:
            found[i] = [(i + 2, Hedge(i, "hearsay"))]
    return {index: sorted(words, key=lambda w: abs(w[0] - index)) for index, words in found.items()}


def hedges_on(sentence: Sentence, index: int) -> list[Hedge]:
    """What leaves a word's statement open: what hangs on it, and what it hangs on, up the tree."""
    found: list[Hedge] = []
    here = index
    for _ in range(FURTHEST):
        found += _on(sentence, here)
        token = sentence.tokens[here]
        if token.head == here or token.dep not in _CHAIN:
            break
        above = token.head
        governing = _governing(sentence, above, here)
        said = [i for i in children(sentence, above, "acomp") if sentence.tokens[i].text.lower() in _CHANCE]
        if governing is None and said and token.dep == "ccomp" and not children(sentence, above, "neg"):  # "it is possible that"
            found.append(Hedge(said[0], _CHANCE[sentence.tokens[said[0]].text.lower()]))
        if governing is not None:
            found.append(Hedge(above, governing))
        elif (
            token.dep not in ("acomp", "attr", "oprd", "prep", "pcomp", "pobj")
            and not (token.dep in ("xcomp", "conj", "ccomp") and sentence.tokens[above].pos in ("AUX", "VERB", "ADJ"))
        ) or (token.dep in ("pobj", "pcomp") and sentence.tokens[above].lemma != "of"):
            break
        elif token.dep == "ccomp" or (token.dep == "conj" and _finite(sentence, here)):
            break  # a statement of its own: what hedges the clause above does not bear on it
        elif token.dep == "prep" and sentence.tokens[above].lemma not in _PASSIVE | _NOUNS:
            break
        here = above
    return found


def _on(sentence: Sentence, index: int) -> Iterator[Hedge]:
    """The hedges that hang on a word itself."""
    if children(sentence, index, "neg"):
        return
    noun = sentence.tokens[index].pos in ("NOUN", "PROPN")
    for i in children(sentence, index):
        token = sentence.tokens[i]
        word = token.text.lower()
        if word in _MODALS and token.tag == "MD":
            if not (sentence.tokens[index].lemma in _PERCEIVED and word == "could"):
                yield Hedge(i, _MODALS[word])
        elif noun and token.dep == "amod" and word in _ADJECTIVES and sentence.tokens[index].lemma not in _OPEN_NOUNS:
            yield Hedge(i, _ADJECTIVES[word])
        elif word in _ADVERBS and token.dep in ("advmod", "acomp", "npadvmod") and not _compared_chance(sentence, i):
            yield Hedge(i, _ADVERBS[word])


def _compared_chance(sentence: Sentence, index: int) -> bool:
    """Whether a hedging adverb is itself weighed ("more likely", "not necessarily"): "very likely" is likely."""
    return any(
        sentence.tokens[i].text.lower() not in ("very", "quite", "most", "highly") for i in children(sentence, index, "advmod")
    )


def _governing(sentence: Sentence, above: int, below: int) -> str | None:
    """The class of hedge that a word is for what hangs on it; None if it is none."""
    token, dep = sentence.tokens[above], sentence.tokens[below].dep
    lemma = token.lemma.lower()
    if children(sentence, above, "neg"):
        return None
    passive = bool(children(sentence, above, "auxpass")) or token.dep in ("acl", "relcl", "amod")
    infinitive = dep in ("xcomp", "advcl", "ccomp") and bool(
        [i for i in children(sentence, below, "aux") if sentence.tokens[i].tag == "TO"]
    )
    if lemma in _SEEMING and infinitive:
        return "hearsay"
    if lemma in _PASSIVE and passive and token.tag == "VBN":
        named = [i for i in children(sentence, above, "prep", "agent") if sentence.tokens[i].lemma in ("in", "by")]
        if named:  # "is said in the documents to": whose word it is, is said
            return None
        return "hearsay" if infinitive or (dep == "prep" and lemma == "suspect") else None
    if lemma in _FORESEEN and passive and token.tag == "VBN" and infinitive:
        return "foreseen"
    if lemma in _CHANCE and token.pos == "ADJ" and (infinitive or dep == "ccomp"):
        if any(sentence.tokens[i].text.lower() in ("more", "less", "most", "least") for i in children(sentence, above, "advmod")):
            return None  # a comparison of chances
        return _CHANCE[lemma]
    if lemma in ("chance", "possibility") and token.dep == "attr" and dep in ("acl", "ccomp", "relcl"):
        return None if children(sentence, above, "amod") else "possible"  # "little chance" is another thing
    if lemma in _OPENING and any(sentence.tokens[i].lemma in ("if", "whether") for i in children(sentence, below, "mark")):
        return "possible"
    denied = sentence.tokens[token.head].lemma.lower() in _DENYING
    if lemma in _NOUNS and not denied and token.pos == "NOUN" and (dep in ("acl", "ccomp") or children(sentence, below, "pcomp")):
        return "hearsay"
    return None


def _finite(sentence: Sentence, index: int) -> bool:
    """Whether a member of a row of verbs has a subject or an auxiliary of its own."""
    return bool(children(sentence, index, "nsubj", "nsubjpass", "aux"))


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
            if t.pos not in (*_GOVERNING, "AUX") or _quoted(t.start, other) is not quoted:
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

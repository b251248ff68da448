"""What leaves a word's statement open in its sentence?

Method: what hangs on the word (an adverb, a modal verb, an adjective), and what it hangs on, up the tree: a verb like "seem", a
passive of belief, "likely to", "accusations of", "investigating whether". Each hedge has a class: hearsay, possible, probable,
foreseen or feared. Each hedge's word is also given with all words that it leaves open, the nearest first.

Known failures: "could" for mere ability is taken for a hedge unless it is negated or of perception ("could be heard").
"""

from collections.abc import Iterator

import msgspec

from twosource.annotate.syntax import children
from twosource.records import Sentence

FURTHEST = 5
"""Steps up the tree from a word to a hedge that bears on it."""
ADVERBS = {
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
_SUSPECTING = frozenset("suspect fear presume assume guess worry".split())
"""Verbs that hedge what their subject says by them: "police suspect that he fled"."""
FORESEEN = frozenset("expect predict forecast project anticipate".split())
OPENING = frozenset("investigate examine check probe ask wonder determine clarify establish".split())
"""Verbs that leave a clause with "if" or "whether" open."""
_NOUNS = frozenset("accusation allegation suspicion claim rumour rumor speculation assumption".split())
_DENYING = frozenset("deny reject dismiss refute dispute".split())
"""Verbs above such a noun by which nothing is left open: who rejects an accusation denies it."""
_OPEN_NOUNS = frozenset("risk threat danger hazard candidate customer client buyer bidder suspect consequence".split())
"""Nouns that leave open themselves whether it comes to that: a potential risk is a risk."""
_PERCEIVED = frozenset("see hear feel smell watch observe".split())
_CHAIN = frozenset("xcomp acomp attr oprd ccomp pcomp pobj prep advcl acl conj relcl dobj".split())
GOVERNING = ("VERB", "NOUN", "ADJ", "PROPN")


class Hedge(msgspec.Struct, frozen=True):
    """A hedge by the index of its word, and its class."""

    index: int
    sort: str


def left_open(sentence: Sentence) -> dict[int, list[tuple[int, Hedge]]]:
    """Each hedge's word with the words that it leaves open, the nearest first."""
    found: dict[int, list[tuple[int, Hedge]]] = {}
    for i, token in enumerate(sentence.tokens):
        if token.pos in GOVERNING:
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
        elif word in ADVERBS and token.dep in ("advmod", "acomp", "npadvmod") and not _compared_chance(sentence, i):
            yield Hedge(i, ADVERBS[word])


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
    if lemma in FORESEEN and passive and token.tag == "VBN" and infinitive:
        return "foreseen"
    if lemma in _CHANCE and token.pos == "ADJ" and (infinitive or dep == "ccomp"):
        if any(sentence.tokens[i].text.lower() in ("more", "less", "most", "least") for i in children(sentence, above, "advmod")):
            return None  # a comparison of chances
        return _CHANCE[lemma]
    if lemma in ("chance", "possibility") and token.dep == "attr" and dep in ("acl", "ccomp", "relcl"):
        return None if children(sentence, above, "amod") else "possible"  # "little chance" is another thing
    if lemma in OPENING and any(sentence.tokens[i].lemma in ("if", "whether") for i in children(sentence, below, "mark")):
        return "possible"
    if lemma in _SUSPECTING and dep == "ccomp" and not passive and children(sentence, above, "nsubj"):
        return "feared"
    denied = sentence.tokens[token.head].lemma.lower() in _DENYING
    if lemma in _NOUNS and not denied and token.pos == "NOUN" and (dep in ("acl", "ccomp") or children(sentence, below, "pcomp")):
        return "hearsay"
    return None


def _finite(sentence: Sentence, index: int) -> bool:
    """Whether a member of a row of verbs has a subject or an auxiliary of its own."""
    return bool(children(sentence, index, "nsubj", "nsubjpass", "aux"))

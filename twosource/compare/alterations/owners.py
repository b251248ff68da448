"""Whose is the thing that acts, or of where is the one in office: the navy's ships, the mayor of that town?

Method: a noun that both sides of a group have once with a word before it for whose it is, of the sorts of `bodies`; two sorts,
and the owner was changed. So it was where somebody of one office, a mayor or a court, is told to be of one place and of another,
by names that are no spellings of each other, and neither text has the other's.

Known failures: an owner told behind the noun ("a helicopter of the police"); several things of one noun.
"""

from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import children, stretch
from twosource.compare.alterations.bodies import owner_of
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.lexicon import fields
from twosource.records import Alteration, Reading, Sentence, Span

_NO_OFFICE = frozenset("part side end number kind resident people native man woman child border son daughter member".split())
_BODY = frozenset("court university bank hospital school parliament assembly council diocese chamber tribunal prison".split())


def owner_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The things of one group that are another's now, and the offices that are of another place."""
    for find in (_things, _offices):
        left, right = dict(_once(find(group.a))), dict(_once(find(group.b)))
        known = [{(n, o) for n, (o, _) in _all(find(r.sentences))} for r in (a, b)]
        for noun in left.keys() & right.keys():
            (mine, x), (theirs, y) = left[noun], right[noun]
            if stem(mine) != stem(theirs) and (noun, mine) not in known[1] and (noun, theirs) not in known[0]:
                yield Alteration("actor-changed", x, y, "high", f"“{x.text}” became “{y.text}”")


def _all(found: Iterator[tuple[str, str, Span]]) -> Iterator[tuple[str, tuple[str, Span]]]:
    yield from ((noun, (owner, where)) for noun, owner, where in found)


def _once(found: Iterator[tuple[str, str, Span]]) -> list[tuple[str, tuple[str, Span]]]:
    """The nouns that are found once."""
    every = list(found)
    return [(noun, (owner, where)) for noun, owner, where in every if [n for n, *_ in every].count(noun) == 1]


def _things(sentences: Sequence[Sentence]) -> Iterator[tuple[str, str, Span]]:
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            owner = owner_of(sentence, i) if token.pos == "NOUN" and token.dep != "compound" else None
            row = token.dep == "conj" or any(children(sentence, k, "conj") for k in children(sentence, i, "compound", "nmod"))
            if owner is not None and not row:  # "fishermen and navy crews" are of two
                first = min([i, *children(sentence, i, "compound", "poss", "amod", "nmod", "nummod")])
                yield token.lemma.lower(), owner, stretch(sentence, first, i)


def _offices(sentences: Sequence[Sentence]) -> Iterator[tuple[str, str, Span]]:
    """ "The mayor of X", "X's mayor", with the last word of the name."""
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            noun = token.lemma.lower()
            if token.pos != "NOUN" or token.tag == "NNS" or noun in _NO_OFFICE:
                continue
            if "person" not in fields(noun, 1) and noun not in _BODY:
                continue
            of = [
                k
                for p in children(sentence, i, "prep")
                if p == i + 1 and tokens[p].text == "of"
                for k in children(sentence, p, "pobj")
            ]
            of += [k for k in children(sentence, i, "poss") if tokens[k].pos == "PROPN"]
            named = [k for k in of if tokens[k].pos == "PROPN" and not children(sentence, k, "conj")]
            if len(named) == 1:
                yield noun, tokens[named[0]].lemma.lower(), stretch(sentence, min(i, named[0]), max(i, named[0]))

"""Who does it now, and to whom?

Method: predicates that both sides have, verbs and nouns of action, by stem or synonym and in like surroundings, with who does it
(subject, or "by" in the passive and after a noun) and to whom. The two changed places: the roles were swapped. Another doer,
where both are named or both described by nouns of people, groups or offices that WordNet puts apart: the doer was changed ("it
was X who did it" is told like "X did it"). A subject of a verb of publishing is a source, and so is who puts a number at a
figure.

Known failures: a person who is described in one text and named in the other is not compared; "worker" for "rescuer" would pass
for a change, so nouns that hold many kinds of people are left alone.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import children, stretch, subtree, subtree_span
from twosource.compare.alterations.bodies import apart, portfolio
from twosource.compare.alterations.groups import LIGHT, Group, closeness, stem, surroundings
from twosource.compare.lexicon import bearing, breadth, entry, fields
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span
from twosource.text import overlaps
from twosource.values.names import TITLES, acronym_of, bare_name, same_name

CLOSE = 0.5
"""Surroundings of the two predicates that must agree."""
CLOSE_TOLD = 0.0
"""The same where the two are done to the same, or are the only ones of their kind."""
BROAD = 30
"""Kinds that WordNet lists directly below a noun from which it is too general to contradict another: official, worker, people."""
_PUBLISHING = frozenset("post publish tweet release upload broadcast air print".split())
_JUDGING = frozenset("put estimate place reckon calculate count value assess".split())
"""Verbs by which a source gives a figure: "the union puts the number at 85"."""
_SAYING = frozenset("say tell add state announce declare report claim confirm deny write note warn believe think".split())
_ANYBODY = frozenset(
    """authority official source staff local individual expert specialist technician military troops crew team unit squad
    personnel sen rep gov gen pair duo couple trio participant member attendee crowd other""".split()
)
"""Nouns, and short titles, that may stand for whoever the other text names more exactly."""
_OWNERS = {
    "state": frozenset("government state federal army military police navy ministry municipal".split()),
    "private": frozenset("company firm private mine factory plant university union club charity volunteer contractor".split()),
}
"""Whose a crew, a team or a unit may be."""
_VAGUE = frozenset("see find hold give have".split())
"""Verbs whose many senses make them a synonym of verbs that tell another deed: what somebody has seen he does not consider."""
_OFFICES = frozenset("governor mayor president premier chancellor king queen pope senator ambassador".split())
"""Offices of which one holder is no other."""
_MOMENTS = frozenset("time day night morning evening noon midnight dawn dusk end date deadline hour week month year".split())
"""Nouns that "by" puts a bound to, not a doer before."""
_ACTING = frozenset(("person", "group", "top"))


class Part(msgspec.Struct, frozen=True):
    """Who plays a part: the sentence and the head of the phrase."""

    sentence: Sentence
    head: int

    @property
    def words(self) -> set[str]:
        """The stems of the phrase, without clauses that hang on it."""
        tokens = self.sentence.tokens
        below = set(subtree(self.sentence, self.head))
        for i in children(self.sentence, self.head, "relcl", "acl", "appos"):
            below -= set(subtree(self.sentence, i))
        return {stem(tokens[i].lemma) for i in below if tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")}

    @property
    def span(self) -> Span:
        compound = children(self.sentence, self.head, "compound", "amod", "poss", "nmod")
        return stretch(self.sentence, min([self.head, *compound]), max([self.head, *self.whose]))

    @property
    def whose(self) -> list[int]:
        """The nouns that say whom it is of or from: "a crew from the neighbouring mine"."""
        tokens = self.sentence.tokens
        below = [i for i in children(self.sentence, self.head, "prep") if tokens[i].lemma in ("from", "of")]
        return [k for i in below for k in children(self.sentence, i, "pobj")]


class Deed(msgspec.Struct, frozen=True):
    """A predicate with its doer and the one it is done to; None where the sentence does not say."""

    sentence: Sentence
    index: int
    doer: Part | None
    sufferer: Part | None

    @property
    def lemma(self) -> str:
        return self.sentence.tokens[self.index].lemma.lower()


def role_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The deeds of one group that others do now."""
    theirs = list(_deeds(group.b, b))
    for mine in _deeds(group.a, a):
        rated = [(_near(mine, other, group), n, other) for n, other in enumerate(theirs) if _alike(mine.lemma, other.lemma)]
        near, _, other = max(rated, default=(0.0, 0, None))
        if other is None or mine.doer is None or other.doer is None:
            continue
        if near < (CLOSE_TOLD if _told_once(mine, other, group, near, rated) else CLOSE):
            continue
        x, y = mine.doer, other.doer
        if (
            mine.sufferer
            and other.sufferer
            and _one_head(x, other.sufferer)
            and _one_head(mine.sufferer, y)
            and not _one_head(x, y)
            and not any(_is_pronoun(p) for p in (x, y, mine.sufferer, other.sufferer))
        ):
            says = f"“{x.span.text}” did it to “{mine.sufferer.span.text}”; now it is the other way round"
            yield Alteration("actor-changed", x.span, y.span, "high", says)
        elif mine.lemma not in _SAYING and _others(x, y, a, b):
            told = mine.lemma in _PUBLISHING or (mine.lemma in _JUDGING and _gives_number(mine) and _gives_number(other))
            kind: AlterationKind = "attribution-changed" if told else "actor-changed"
            deed = mine.sentence.tokens[mine.index].text
            says = f"“{x.span.text}” became “{y.span.text}” as the one behind “{deed}”"
            yield Alteration(kind, x.span, y.span, "high", says)


def _gives_number(deed: Deed) -> bool:
    return any(deed.sentence.tokens[i].pos == "NUM" for i in subtree(deed.sentence, deed.index))


def _told_once(mine: Deed, other: Deed, group: Group, near: float, rated: Sequence[tuple[float, int, Deed]]) -> bool:
    """Whether two predicates are surely one: they are done to the same, or each is the only one of its kind in its sentence."""
    if mine.sufferer and other.sufferer and _same(mine.sufferer, other.sufferer):
        return True
    return len(group.a) == 1 == len(group.b) and len(rated) == 1 and near > 0


def _deeds(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Deed]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if token.pos not in ("VERB", "NOUN") or any(q.start <= token.start < q.end for q in quoted):
                continue
            under = ("agent",) if token.pos == "VERB" and not children(sentence, i, "auxpass") else ("agent", "prep")
            by = [k for c in children(sentence, i, *under) if sentence.tokens[c].lemma == "by"
                  for k in children(sentence, c, "pobj") if sentence.tokens[k].lemma not in _MOMENTS]  # fmt: skip
            helping = children(sentence, i, "aux", "auxpass")  # to which the parser now and then gives the subject
            subject, passive = (
                [k for verb in (i, *helping) for k in children(sentence, verb, part)] for part in ("nsubj", "nsubjpass")
            )
            if token.pos == "NOUN":
                subject = passive = []
            subject = [_meant(sentence, k) for k in subject]
            doer = by or subject
            done_to = passive or children(sentence, i, "dobj")
            if doer or done_to:
                yield Deed(
                    sentence, i, Part(sentence, doer[0]) if doer else None, Part(sentence, done_to[0]) if done_to else None
                )


def _meant(sentence: Sentence, index: int) -> int:
    """The noun that a "who" stands for, right before it: "it was the driver who called the police"; else the word itself."""
    before = sentence.tokens[index - 1] if index > 0 else None
    who = (
        sentence.tokens[index].text.lower() in ("who", "that", "which") and before is not None and before.pos in ("NOUN", "PROPN")
    )
    return index - 1 if who else index


def _alike(x: str, y: str) -> bool:
    return stem(x) == stem(y) or (bearing(x, y) == "same" and not (LIGHT | _VAGUE) & {x, y})


def _near(mine: Deed, other: Deed, group: Group) -> float:
    around = [surroundings(stretch(d.sentence, d.index, d.index), s) for d, s in ((mine, group.a), (other, group.b))]
    return closeness(*around)


def _one_head(x: Part, y: Part) -> bool:
    return stem(x.sentence.tokens[x.head].lemma) == stem(y.sentence.tokens[y.head].lemma)


def _is_pronoun(part: Part) -> bool:
    return part.sentence.tokens[part.head].pos == "PRON"


def _same(x: Part, y: Part) -> bool:
    return bool(x.words & y.words)


def _others(x: Part, y: Part, a: Reading, b: Reading) -> bool:
    """Whether two doers cannot be the same."""
    heads = [p.sentence.tokens[p.head].lemma.lower() for p in (x, y)]
    if {_sort(x), _sort(y)} == {"state", "private"}:
        return True  # a crew of the company, a team of the army
    if set(heads) <= _OFFICES and len(set(heads)) > 1:
        told = [{t.lemma.lower() for s in r.sentences for t in s.tokens} for r in (a, b)]
        return heads[0] not in told[1] and heads[1] not in told[0]
    if apart((x.sentence, x.head), (y.sentence, y.head)):
        if portfolio(y.sentence, y.head) and _names_portfolio(x.sentence, portfolio(y.sentence, y.head)):
            return False  # two ministers met
        return not any(children(p.sentence, p.head, "conj", "appos") or _person(p) for p in (x, y))
    if _same(x, y) or bearing(*heads) in ("same", "near") or any(map(_is_pronoun, (x, y))):
        return False
    if any(h.strip(".") in TITLES | _ANYBODY or children(p.sentence, p.head, "conj") for h, p in zip(heads, (x, y), strict=True)):
        return False
    named = [p.sentence.tokens[p.head].pos == "PROPN" for p in (x, y)]
    if all(named):
        one, other = (_name(p) for p in (x, y))
        long = [subtree_span(p.sentence, p.head).text for p in (x, y)]
        if acronym_of(one, bare_name(long[1])) or acronym_of(other, bare_name(long[0])):
            return False
        ends = [stretch(p.sentence, p.head, p.head) for p in (x, y)]
        placed = any(overlaps(pl.span, h) for r, h in ((a, ends[0]), (b, ends[1])) for pl in r.annotation.places)
        return not placed and not same_name(one, other)
    if any(named):
        return False
    labels = [_label(p) for p in (x, y)]
    if not all(fields(h) & _ACTING for h in labels) or any(breadth(h) >= BROAD for h in labels):
        return False
    return bearing(*labels) in ("sibling", "apart", "opposite")


def _names_portfolio(sentence: Sentence, fields: frozenset[str]) -> bool:
    return any(portfolio(sentence, i) & fields for i in range(len(sentence.tokens)))


def _person(part: Part) -> bool:
    return any(n.label == "PERSON" and n.first <= part.head < n.last for n in part.sentence.names)


def _sort(part: Part) -> str | None:
    """Whether a group of people is said to be the state's or a private body's, by the nouns beside it; None if none."""
    tokens = part.sentence.tokens
    if not fields(tokens[part.head].lemma.lower(), 3) & {"group", "person"}:
        return None
    beside = {
        tokens[i].lemma.lower() for i in (*part.whose, *children(part.sentence, part.head, "compound", "amod", "poss", "nmod"))
    }
    found = {sort for sort, nouns in _OWNERS.items() if nouns & beside}
    return found.pop() if len(found) == 1 else None


def _name(part: Part) -> str:
    held = next((n for n in part.sentence.names if n.first <= part.head < n.last), None)
    return stretch(part.sentence, held.first, held.last - 1).text if held else part.span.text


def _label(part: Part) -> str:
    """The noun that says who it is: "city hall" if WordNet has the two words as one, of "a vigilante group" the vigilantes."""
    tokens = part.sentence.tokens
    head = tokens[part.head].lemma.lower()
    before = [tokens[i].lemma.lower() for i in children(part.sentence, part.head, "compound", "amod")]
    if before and entry(f"{before[-1]}_{head}"):
        return f"{before[-1]}_{head}"
    people = [w for w in before if "person" in fields(w)]
    return people[-1] if people and fields(head) & {"group", "top"} else head

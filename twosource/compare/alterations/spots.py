"""Did the spot where something happened become another: the car park, now the lobby?

Method: a table of the spots that reports tell of, those that stand for one another on one line. A noun of it behind a
preposition, below a verb or noun that both sides have or have a synonym of. Where each side has just one such noun that the other
text lacks altogether, of different lines, the place was changed.

Tried and dropped: any nouns that WordNet has below a building, a room or an open place; it puts a hospital and a clinic apart and
does not know that a cathedral is a building. Known failures: a spot that is not in the table; one told by its name alone is left
to `places`.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, stretch
from twosource.compare.alterations.groups import LIGHT, Group, stem
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Reading, Sentence, Span

_THERE = frozenset("in at inside outside near on from behind beside by under into".split())
_SPOTS = {
    word: line
    for line in (
        "hospital clinic infirmary", "school classroom", "church chapel cathedral", "mosque", "temple", "synagogue",
        "hotel inn motel", "restaurant cafe café canteen", "bar pub", "market marketplace bazaar", "library",
        "museum gallery", "station", "airport", "port harbour harbor quay dock pier wharf", "prison jail",
        "court courtroom courthouse", "barracks", "embassy consulate", "factory plant", "warehouse depot", "kitchen",
        "cellar basement", "attic loft", "bedroom", "bathroom toilet", "lobby foyer", "corridor hallway", "garage",
        "garden", "courtyard yard", "street road", "square plaza", "bridge", "tunnel", "field meadow",
        "forest wood woodland", "beach shore", "river", "lake", "stadium arena", "theatre theater", "cinema",
        "university campus", "cemetery graveyard", "farm", "mine", "bank", "shop store supermarket", "pharmacy",
        "bus coach", "train", "tram", "plane aircraft", "boat ferry ship", "lift elevator", "roof rooftop",
        "stairwell staircase stairs", "nightclub club", "gym", "pool", "refinery", "palace", "parliament",
        "monastery convent", "kindergarten nursery", "mall", "car-park",
    )
    for word in line.split()
}  # fmt: skip
_CARS = frozenset(("car", "parking"))
"""Before "park" or "lot": where cars are left."""


class Spot(msgspec.Struct, frozen=True):
    """A spot: its noun, the lemmas of what happened or stood there, and where it stands in the text."""

    noun: str
    deeds: frozenset[str]
    span: Span


def spot_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The only spots of a group that the other text does not know, where the same happened."""
    told = [{stem(w) for s in r.sentences for t in s.tokens for w in (t.lemma, t.text)} for r in (a, b)]
    left, right = (
        [x for x in _spots(sentences, r) if stem(x.noun) not in other]
        for sentences, r, other in ((group.a, a, told[1]), (group.b, b, told[0]))
    )
    if len(left) != 1 or len(right) != 1:
        return
    x, y = left[0], right[0]
    same = any(stem(p) == stem(q) or bearing(p, q) == "same" for p in x.deeds for q in y.deeds)
    if same and _SPOTS[x.noun] != _SPOTS[y.noun]:
        yield Alteration("place-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")


def _spots(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Spot]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            noun = token.lemma.lower()
            above = sentence.tokens[token.head]
            if noun in ("park", "lot") and _CARS & {sentence.tokens[k].lemma.lower() for k in children(sentence, i, "compound")}:
                noun = "car-park"
            if noun == "bar" and above.text.lower() == "behind":
                noun = "prison"
            if token.pos != "NOUN" or token.dep != "pobj" or above.text.lower() not in _THERE or noun not in _SPOTS:
                continue
            if any(q.start <= token.start < q.end for q in quoted):
                continue
            deeds = [sentence.tokens[k] for k in list(ancestors(sentence, token.head))[:2]]
            lemmas = frozenset(t.lemma.lower() for t in deeds if t.pos in ("VERB", "NOUN") and t.lemma.lower() not in LIGHT)
            first = min([i, *(k for k in children(sentence, i, "compound", "amod") if k < i)])
            yield Spot(noun, lemmas, stretch(sentence, first, i))

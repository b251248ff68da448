"""Where a sentence was kept but for a few words, did those words change what it says?

Method: the words that were exchanged, put in or taken out (`edits`) are counted by what they are and how they bear on each other,
and weighed together with how far the vectors of the two sides lie apart: a linear model of named features (WEIGHTS), fitted by
`bench/fit_wording.py` so that one sentence of an inconsistent pair must reach 0 and every sentence of a consistent one must not.
Above it the words that weigh are reported, each as the kind that it is; below it all are fair rewording and nothing is. Only
sentences that are mostly kept are judged: where all is reworded, an exchanged word has no place of its own.

Measured on SummEdits (Laban et al. 2023), each domain by a model that never saw it: mean balanced accuracy .79. Known failures:
an exchanged verb of speech or report passes; so do two nouns of one field ("snacks", "desserts") in a long sentence. Dropped:
the cosine of the exchanged words' own vectors, which told consistent from inconsistent little better than chance (AUC .57).
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from twosource.annotate.syntax import stretch
from twosource.compare.alterations.actions import SIDES
from twosource.compare.alterations.bodies import one_government
from twosource.compare.alterations.edits import CONTENT, Edit, Edits, Word, edits
from twosource.compare.alterations.groups import Group
from twosource.compare.alterations.negations import denies
from twosource.compare.alterations.number_pairs import equal
from twosource.compare.lexicon import fields, negated
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Severity, Span
from twosource.text import overlaps, words
from twosource.values.dates import compatible
from twosource.values.names import TITLES, acronym_of, bare_name

LEAST_KEPT = 0.75
"""Share of the words that must stand unmoved for the others to be judged one by one."""
CHANGED = 0.3
"""Score above which words that were exchanged change what is said; from -.2 to .6 the mean accuracy moves by half a point."""
STRONG = 1.0
"""Weight of an edit that explains the score by itself, so that exchanged common words beside it pass for rewording."""
LETTERS = (2, 4)
"""Letters that an abbreviation has at least and at most."""
_PRONOUNS = frozenset("i he she they we it him her them his their the".split())
BIAS = -3.26
WEIGHTS: dict[str, float] = {
    "meaning apart": 12.13,
    "name of one class exchanged": 6.31,
    "adjective of one class exchanged": 5.14,
    "opposite": 4.64,
    "negation put in": 3.09,
    "number exchanged": 2.77,
    "name exchanged": 2.71,
    "name taken out": 2.40,
    "negation taken out": 1.93,
    "number put in": 1.87,
    "number taken out": 1.50,
    "words, log": 0.91,
    "adjective put in": 0.65,
    "negation exchanged": 0.63,
    "noun put in": 0.50,
    "name put in": 0.46,
    "adverb put in": 0.37,
    "adverb taken out": 0.26,
    "adjective taken out": 0.19,
    "adverb exchanged": 0.15,
    "noun exchanged": 0.06,
    "noun taken out": 0.03,
    "mixed exchanged": -0.15,
    "adjective exchanged": -0.22,
    "verb taken out": -0.23,
    "verb put in": -0.23,
    "synonym": -1.04,
    "verb exchanged": -1.11,
    "neighbour": -1.41,
}
"""Log-odds that one more of it, or one unit, adds; of "meaning apart" (1 - cosine) from 0 to 1."""


def wording_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The words of one group whose exchange changed what is said.

    Raises:
        ValueError: if a reading has no vectors.
    """
    found = edits(group)
    if found.kept < LEAST_KEPT or not found.edits:
        return
    if score(features(found, a, b, group)) <= CHANGED:
        return
    strong = any(WEIGHTS.get(name(e), 0.0) >= STRONG for e in found.edits)
    if found.renamed and not strong:  # "she" for a name moves the vector, not the meaning
        return
    for number in sorted({e.gap for e in found.edits}):
        own = [e for e in found.edits if e.gap == number]
        telling = max(own, key=lambda e: WEIGHTS.get(name(e), 0.0))
        if _denied_otherwise(telling, found.edits):
            continue
        weight = WEIGHTS.get(name(telling), 0.0)
        if weight <= 0 or (strong and weight < STRONG) or any(_quoted(w, r) for e in own for w, r in ((e.a, a), (e.b, b)) if w):
            continue
        yield from _told(telling, found.gaps[number], a, b, group)


def features(found: Edits, a: Reading, b: Reading, group: Group) -> dict[str, float]:
    """What a group's edits are, counted by name up to three, and how far apart its two sides are.

    Raises:
        ValueError: if a reading has no vectors.
    """
    counted: dict[str, float] = {k: min(3.0, n) for k, n in Counter(name(e) for e in found.edits).items()}
    return {
        **counted,
        "meaning apart": 1 - float(_vector(a, group.a) @ _vector(b, group.b)),
        "words, log": math.log(sum(len(s.tokens) for s in group.a)),
    }


def score(found: dict[str, float]) -> float:
    """The log-odds that the edits change what is said."""
    return BIAS + sum(WEIGHTS.get(k, 0.0) * v for k, v in found.items())


def name(edit: Edit) -> str:
    """Which feature an edit counts towards."""
    if edit.bearing in ("same", "near", "opposite"):
        return {"same": "synonym", "near": "neighbour", "opposite": "opposite"}[edit.bearing]
    if edit.sort == "negation":
        return "negation put in" if edit.a is None else "negation taken out" if edit.b is None else "negation exchanged"
    how = "put in" if edit.a is None else "taken out" if edit.b is None else "exchanged"
    classed = edit.bearing == "sibling" and edit.sort in ("number", "name", "adjective")
    return f"{edit.sort} of one class {how}" if classed else f"{edit.sort} {how}"


def _vector(reading: Reading, sentences: Sequence[Sentence]) -> np.ndarray:
    if reading.vectors is None:
        raise ValueError("wording needs sentence vectors")
    own = {s.span.start for s in sentences}
    mean = np.mean([v for s, v in zip(reading.sentences, reading.vectors, strict=True) if s.span.start in own], axis=0)
    unit: np.ndarray = mean / (np.linalg.norm(mean) + 1e-9)
    return unit


def _quoted(word: Word, reading: Reading) -> bool:
    return any(q.inner.start <= word.token.start < q.inner.end and not q.scare for q in reading.quotations)


def _denied_otherwise(telling: Edit, found: Sequence[Edit]) -> bool:
    """Whether a negation came or went together with a word that denies ("failed to", "unclear"), so that the sense is kept."""
    alone = [e for e in found if e.sort == "negation" and (e.a is None or e.b is None)]
    turned = [e for e in found if e.a is not None and e.b is not None and negated(e.a.lemma, e.b.lemma)]
    if telling.sort == "negation" and telling not in alone:
        return denies(w.lemma for w in (telling.a, telling.b) if w is not None)
    if telling in alone:
        other = [e.b if telling.a is not None else e.a for e in found]
        return bool(turned) or denies(w.lemma for w in other if w is not None)
    return telling in turned and bool(alone)


def _told(
    telling: Edit, gap: tuple[tuple[Word, ...], tuple[Word, ...]], a: Reading, b: Reading, group: Group
) -> Iterator[Alteration]:
    """The alteration that a gap makes, its kind that of the word in it that weighs most."""
    one, other = (_phrase(words) for words in gap)
    weight: Severity = "high" if telling.bearing == "opposite" or telling.sort in ("number", "name", "negation") else "medium"
    if telling.sort == "negation" and (telling.a is None or telling.b is None):
        yield _negation(telling, group)
    elif one is not None and other is not None:
        if _of_one_kind(telling) and not _agree(one, other, a, b):
            yield Alteration(_kind(telling, one, other, a, b), one, other, weight, f"“{one.text}” became “{other.text}”")
    elif one is not None and _states(gap[0]) and not _known(gap[0], b) and not _same_country(one, a, b) and not _dated(one, a, b):
        yield Alteration("claim-dropped", one, None, weight, f"“{one.text}” was left out of a sentence that is otherwise kept")
    elif other is not None and not _known(gap[1], a) and not _same_country(other, b, a) and not _dated(other, b, a):
        yield Alteration("claim-added", None, other, weight, f"“{other.text}” was put into a sentence that is otherwise kept")


def _of_one_kind(telling: Edit) -> bool:
    """Whether an exchanged number stands against a number, a name against a name or noun; else it was said in another way."""
    if telling.sort in ("number", "name") and (telling.a is None or telling.b is None):
        return False
    sorts = {w.sort for w in (telling.a, telling.b) if w is not None}
    return sorts == {"number"} if telling.sort == "number" else telling.sort != "name" or sorts <= {"name", "noun"}


def _states(words: Sequence[Word]) -> bool:
    """Whether words that were left out state something by themselves: a name, a number, or more than one content word."""
    return any(w.sort in ("name", "number") for w in words) or sum(w.token.pos in CONTENT for w in words) > 1


def _phrase(words: Sequence[Word]) -> Span | None:
    """The words of one side of a gap as one stretch, widened to the whole of a name that it cuts; None if there are none."""
    if not words or words[0].sentence is not words[-1].sentence:
        return None
    first, last, sentence = words[0].index, words[-1].index, words[0].sentence
    for held in sentence.names:
        if held.first <= first < held.last or held.first <= last < held.last:
            first, last = min(first, held.first), max(last, held.last - 1)
    return stretch(sentence, first, last)


def _known(words: Sequence[Word], other: Reading) -> bool:
    """Whether the other text has the names and numbers among some words, so that they were moved and not left out."""
    telling = [w for w in words if w.sort in ("name", "number") or any(c.isupper() for c in w.token.text)]
    there = {t.text.lower() for s in other.sentences for t in s.tokens} if telling else set()
    whole = other.annotation.text.lower()  # a name may be part of an address or of a credit there
    return bool(telling) and all(w.token.text.lower() in (there if w.sort == "number" else whole) for w in telling)


def _same_country(where: Span, reading: Reading, other: Reading) -> bool:
    """Whether a stretch names a country that the other text names too, be it by its people: "workers from Poland"."""
    named = [p.country for p in reading.annotation.places if overlaps(p.span, where) and p.precision == "country"]
    return bool(named) and all(any(c == q.country for q in other.annotation.places) for c in named)


def _source(where: Span, reading: Reading) -> str | None:
    """The name of the source that a stretch gives."""
    return next((s.source_name for s in reading.annotation.attributions if s.source and overlaps(s.source, where)), None)


def _dated(where: Span, reading: Reading, other: Reading) -> bool:
    """Whether a stretch is a date that the other text gives too, in whatever form."""
    days = [t.value for t in reading.annotation.times if overlaps(t.span, where)]
    return bool(days) and all(any(compatible(d, t.value) for t in other.annotation.times) for d in days)


def _agree(x: Span, y: Span, a: Reading, b: Reading) -> bool:
    """Whether two stretches that were exchanged are of a kind that another detector judges, and judged to be the same: equal
    numbers, dates that share a day, places of one country of which one is named by its people, its capital or itself."""
    times = [[t.value for t in r.annotation.times if overlaps(t.span, s)] for s, r in ((x, a), (y, b))]
    if any(times):
        return not all(times) or any(compatible(v, w) for v in times[0] for w in times[1])
    left, right = ([q for q in r.quantities if overlaps(q.span, s)] for s, r in ((x, a), (y, b)))
    if left and right and all(any(equal(p, q) for q in right) for p in left):
        return True
    if any(set(words(s.text)) <= TITLES | _PRONOUNS for s in (x, y)):
        return True  # "the senator", "he": somebody whom the other text names
    if _abbreviated(x.text, y.text) or _abbreviated(y.text, x.text):
        return True
    if one_government(words(x.text), words(y.text)):
        return True
    if (source := _source(x, a)) is not None and source == _source(y, b):
        return True
    if acronym_of(bare_name(x.text), bare_name(y.text)) or acronym_of(bare_name(y.text), bare_name(x.text)):
        return True
    for p in (p for p in a.annotation.places if overlaps(p.span, x)):
        for q in (q for q in b.annotation.places if overlaps(q.span, y)):
            one_country = p.country is not None and p.country == q.country
            if one_country and ("city" not in (p.precision, q.precision) or "metonym" in (p.sense, q.sense)):
                return True
    return False


def _abbreviated(short: str, long: str) -> bool:
    """Whether a word stands for another by its first and some later letters: "Lt" for "Lieutenant"."""
    letters, rest = short.rstrip(".").lower(), iter(long.lower())
    return (
        LETTERS[0] <= len(letters) <= LETTERS[1] < len(long) and letters[0] == long[0].lower() and all(c in rest for c in letters)
    )


def _kind(telling: Edit, one: Span, other: Span, a: Reading, b: Reading) -> AlterationKind:
    pair = [w.lemma for w in (telling.a, telling.b) if w is not None]
    if telling.sort == "negation" or (telling.bearing == "opposite" and negated(*pair)):
        return "negation-flipped"
    if any(overlaps(t.span, x) for x, r in ((one, a), (other, b)) for t in r.annotation.times):
        return "date-changed"
    if telling.sort == "number":
        return "number-changed"
    if len(pair) == 2 and set(pair) <= SIDES:
        return "place-changed"
    if telling.bearing == "opposite" and len(pair) == 2 and all({"person", "group"} & fields(lemma) for lemma in pair):
        return "actor-changed"  # the opposition, the government
    if telling.sort == "verb" or telling.bearing == "opposite":
        return "action-changed"
    if all(any(s.source and overlaps(s.source, x) for s in r.annotation.attributions) for x, r in ((one, a), (other, b))):
        return "attribution-changed"
    classes = [fields(lemma) for lemma in pair]
    acting = {"person", "group"}
    placed = [[p.sense for p in r.annotation.places if overlaps(p.span, x)] for x, r in ((one, a), (other, b))]
    if len(pair) == 2 and all("location" in c for c in classes):
        return "place-changed"
    if "location" in {*placed[0], *placed[1]} and not any(acting & c for c in classes):
        return "place-changed"
    people = len(pair) == 2 and all(acting & c for c in classes)
    return "actor-changed" if telling.sort == "name" or people else "action-changed"


def _negation(telling: Edit, group: Group) -> Alteration:
    """A negation that one side has and the other lacks, with the word that it negates on both."""
    word = telling.a or telling.b
    if word is None:
        raise ValueError("an edit has a word on one side at least")
    dropped = telling.a is not None
    head = word.sentence.tokens[word.index].head
    mine = stretch(word.sentence, min(head, word.index), max(head, word.index))
    lemma = word.sentence.tokens[head].lemma
    others = group.b if dropped else group.a
    there = next((stretch(s, i, i) for s in others for i, t in enumerate(s.tokens) if t.lemma == lemma), None)
    says = f"“{word.token.text}” {'is gone' if dropped else 'was put in'}: “{mine.text}”"
    return Alteration("negation-flipped", mine if dropped else there, there if dropped else mine, "high", says)

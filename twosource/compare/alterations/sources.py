"""Is a statement now another source's?

Method: two attributions of one statement are compared by who is named, and where nobody is by the sort of body or the work
of the person (`bodies`, WordNet): another name, another speaker of a quotation, a body for one who was not named, the police
for a court, neighbours for a document, people of a body whom neither text names with the first source.

Known failures: a source that became a pronoun is not compared; nor are bodies that are known by their names alone.
"""

import re
from collections.abc import Iterator

from twosource.annotate.syntax import children, head_of
from twosource.compare.alterations.bodies import apart, sort_of
from twosource.compare.alterations.groups import stem
from twosource.compare.lexicon import bearing, fields
from twosource.records import Alteration, Attribution, Reading, Sentence, Span
from twosource.text import inside, overlaps, span, words
from twosource.values.names import acronym_of, same_name

LONGEST = 8
"""Words up to which source and cue are shown together; between them may stand another clause."""
NEAR_BY = 400
"""Characters within which another source may be taken up for the statement."""
LONGEST_CLAUSE = 60
"""Words up to which a statement is shown whole with its attribution."""
KEPT_BACK = re.compile(
    r"\banonym|\b(?:not|declined|refused|asked|declining|asking)\b(?:(?!\bbeen\b).){0,20}\b(?:named|identified|quoted by name)\b"
    r"|\b(?:not|lacked|without)\b.{0,12}\bauthori[sz]|\bfamiliar with\b|\bknowledge of\b|\bbriefed on\b|\bunnamed\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    """official source spokesman spokeswoman spokesperson man woman person resident witness leader representative executive
    officer authority local staff expert politician colleague""".split()
)
"""Nouns that may stand for anybody whom the other text names."""
_BODIES = frozenset("management administration board council leadership court ministry office".split())
"""Nouns of bodies whose first sense in WordNet is another."""
_HEADS = frozenset("judge minister president mayor governor prosecutor lawmaker general commander director people".split())
"""Who may speak as the body itself."""

_AUTHORS = frozenset(
    """researcher scientist author auditor investigator inspector analyst economist reporter journalist editor police prosecutor
    lawyer judge engineer doctor surveyor examiner member historian statistician company firm agency""".split()
)
"""Who writes papers, or may be one of a body: their word may be that of the paper or the body."""
_ALIKE = ("observer", "science", "study", "letter", "recording")
"""Sorts whose nouns stand for each other; a nurse is no doctor."""
_KNOWN = ("named", "institution", "media")
_SEATS = {
    "kremlin": "RU", "white house": "US", "downing street": "GB", "whitehall": "GB", "elysee": "FR", "élysée": "FR",
    "bundestag": "DE", "quirinale": "IT", "blue house": "KR", "state department": "US", "pentagon": "US",
}  # fmt: skip
"""Houses that stand for a government, and its country."""
_BROADCASTERS = frozenset("station channel broadcaster newspaper radio television tv daily tabloid".split())


def whole(x: Attribution, reading: Reading) -> Span:
    """Source and cue together."""
    spans = [s for s in (x.source, x.cue) if s is not None]
    joined = span(reading.annotation.text, min(s.start for s in spans), max(s.end for s in spans))
    return joined if len(joined.text.split()) <= LONGEST or x.cue is None else x.cue


def clause(x: Attribution, reading: Reading) -> Span:
    """What is attributed, with source and cue; those alone where it runs on for long."""
    spans = [s for s in (x.source, x.cue, *x.content) if s is not None]
    joined = span(reading.annotation.text, min(s.start for s in spans), max(s.end for s in spans))
    return joined if len(joined.text.split()) <= LONGEST_CLAUSE else whole(x, reading)


def exchanged(x: Attribution, y: Attribution, a: Reading, b: Reading) -> Iterator[Alteration]:
    """The same statement from another source: another name, another speaker of a quotation, a body for one who was not named."""
    if x.source is None or y.source is None or (x.attitude and y.attitude) or _within_another(x, a) or _within_another(y, b):
        return  # who condemns or blames is no source: `roles` tells who it is now
    one_name, other_name = x.source_name or x.source.text, y.source_name or y.source.text
    place = any(overlaps(p.span, x.source) for p in a.annotation.places)
    told = _explicit(x) or _led_by(x, a)
    person = x.source_kind == y.source_kind == "named" and told
    quoted = x.quoted == y.quoted == "direct" and x.source_kind == "named" and told
    if (
        (withheld(x, a) and not withheld(y, b) and y.source_kind in _KNOWN)
        or (withheld(y, b) and not withheld(x, a) and x.source_kind in _KNOWN and x.source_name is not None)
        or (_became_body(x, y, a, b) and not withheld(y, b))
        or _sorts_apart(x, y, a, b)
        or _ranks_apart(x, y, a, b)
        or _other_house(x, y, a, b)
    ):
        other = True
    elif x.source_name is None or y.source_name is None:
        other = False
    elif quoted and (y.source_kind == "anonymous" or (person and not _explicit(y))):
        other = not pronoun(y, b) and not _described(x, y, a, b)
    elif x.source_kind == y.source_kind == "anonymous":
        other = _occupations(x, y, a, b) and not _one_sort(x, y, a, b)
    elif quoted and person:
        other = not (same_name(one_name, other_name) or set(words(one_name)) & set(words(other_name)))
    else:
        other = x.source_kind == y.source_kind and not place and not _may_be_one(one_name, other_name, a, b)
    if other:
        says = f"The statement of {one_name} is now that of {other_name}"
        yield Alteration("attribution-changed", clause(x, a), clause(y, b), "high", says)


def _within_another(x: Attribution, reading: Reading) -> bool:
    """Whether an attitude is told as part of another's statement: "two officials said that he had opposed it"."""
    cue = x.cue
    return (
        x.attitude
        and cue is not None
        and any(z is not x and any(inside(cue, c) for c in z.content) for z in reading.annotation.attributions)
    )


def _became_body(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether the statement of one person without a name is now that of a body: of a doctor, of the management."""
    one, other = _head(x, a), _head(y, b)
    if x.source is None or one is None or other is None or {one, other} & (_ANYBODY | _HEADS):
        return False
    if y.source is None or any(stem(word) == stem(one) for word in words(y.source.text)):
        return False  # a rescuer and the rescue team
    single = x.source.text.lower().startswith(("a ", "an ", "one "))
    body = other in _BODIES or ("group" in fields(other, 1) and "person" not in fields(other, 3))
    return single and "person" in fields(one, 1) and body


def _sorts_apart(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether two sources, each of a sort that no source of the other text has near, are of different sorts: police, a court."""
    one, other = _placed(x, a), _placed(y, b)
    if one is None or other is None or not apart(one, other):
        return False
    here, there = (
        {sort_of(*p) for z in r.annotation.attributions if _near_by(z, w) and (p := _placed(z, r)) is not None}
        for r, w in ((a, x), (b, y))
    )
    return sort_of(*other) not in here - {sort_of(*one)} and sort_of(*one) not in there - {sort_of(*other)}


def _one_sort(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether two sources are of one sort whose nouns are taken for each other: observers, monitors."""
    one, other = _placed(x, a), _placed(y, b)
    return one is not None and other is not None and sort_of(*one) == sort_of(*other) in _ALIKE


def _ranks_apart(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether one source is a paper, a body, a broadcaster or the public, and the other another of them or somebody at work,
    neither told of in the other text: what a study finds its authors say, but no neighbours."""
    one, other = _placed(x, a), _placed(y, b)
    if one is None or other is None or _told_of(one, b) or _told_of(other, a) or _one_sort(x, y, a, b):
        return False
    ranks = _rank(x, one), _rank(y, other)
    return None not in ranks and ranks[0] != ranks[1] and set(ranks) != {"public", "work"}


def _other_house(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether somebody by name has become people of a body that neither text names with him: doctors of the Red Cross."""
    placed = _placed(y, b)
    if x.source_name is None or x.source_kind != "named" or y.source is None or y.source_kind != "anonymous" or placed is None:
        return False
    sentence, at = placed
    places = [p.span for p in b.annotation.places]
    house = {
        stem(t.text)
        for t in sentence.tokens
        if t.pos == "PROPN" and _at(t.start, y.source)
        if not any(p.start <= t.start < p.end for p in places)
    }
    own = words(x.source_name)[-1]
    near = {stem(w) for r in (a, b) for s in r.sentences if own in (told := words(s.span.text)) for w in told}
    return bool(house) and sentence.tokens[at].pos == "NOUN" and not house & near


def _told_of(placed: tuple[Sentence, int], other: Reading) -> bool:
    word = stem(placed[0].tokens[placed[1]].lemma)
    return any(stem(t.lemma) == word for s in other.sentences for t in s.tokens)


def _rank(x: Attribution, placed: tuple[Sentence, int]) -> str | None:
    """Whether a source is a paper, a broadcaster, a body, one of the public or somebody at work; None if it may be several."""
    sentence, at = placed
    lemma = sentence.tokens[at].lemma.lower()
    if lemma == "authority" and children(sentence, at, "compound"):
        return "body"
    if lemma in _ANYBODY | _HEADS | _AUTHORS:
        return None
    if sort_of(sentence, at) == "public":
        return "public"
    if x.source_kind == "document":
        return "paper"
    if lemma in _BROADCASTERS:
        return "media"
    if "person" in fields(lemma, 1):
        return "work"
    return "body" if x.source_kind == "institution" or lemma in _BODIES else None


def _near_by(x: Attribution, y: Attribution) -> bool:
    return x.cue is not None and y.cue is not None and abs(x.cue.start - y.cue.start) < NEAR_BY


def _placed(x: Attribution, reading: Reading) -> tuple[Sentence, int] | None:
    """Where the head of a source that is described stands; None if it has none, or is called by a person's name."""
    if x.source is None:
        return None
    sentence = next((s for s in reading.sentences if inside(x.source, s.span)), None)
    at = None if sentence is None else head_of(sentence, x.source)
    if sentence is None or at is None or any(n.label == "PERSON" and n.first <= at < n.last for n in sentence.names):
        return None
    return sentence, at


def _occupations(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether two sources without a name are people of different work: a nurse and a doctor."""
    one, other = _head(x, a), _head(y, b)
    if one is None or other is None or {one, other} & _ANYBODY or _head(x, a, text=True) == _head(y, b, text=True):
        return False
    return "person" in fields(one, 1) and "person" in fields(other, 1) and bearing(one, other) in ("sibling", "apart")


def _head(x: Attribution, reading: Reading, *, text: bool = False) -> str | None:
    """The first noun of a source that stands in the tree above its others: its lemma, or its form."""
    if x.source is None:
        return None
    sentence = next((s for s in reading.sentences if inside(x.source, s.span)), None)
    at = None if sentence is None else head_of(sentence, x.source)
    if sentence is None or at is None or sentence.tokens[at].pos != "NOUN":
        return None
    return sentence.tokens[at].text.lower() if text else sentence.tokens[at].lemma.lower()


def _led_by(x: Attribution, reading: Reading) -> bool:
    """Whether the statement before is that of the same source, by name, so that "she" can be nobody else."""
    before = [y for y in reading.annotation.attributions if y.cue and x.cue and y.cue.start < x.cue.start]
    last = max(before, key=lambda y: y.cue.start if y.cue else 0, default=None)
    return last is not None and last.source_name == x.source_name and _explicit(last)


def _explicit(x: Attribution) -> bool:
    """Whether the source is called by name here, and not by a pronoun or an office."""
    return x.source is not None and x.source_name is not None and bool(set(words(x.source_name)) & set(words(x.source.text)))


def withheld(x: Attribution, reading: Reading) -> bool:
    """Whether the text says of a source that its name is kept back."""
    if x.source_kind != "anonymous" or x.source is None:
        return False
    source = x.source
    return any(inside(source, s.span) and KEPT_BACK.search(s.span.text) for s in reading.sentences)


def _described(x: Attribution, y: Attribution, a: Reading, b: Reading) -> bool:
    """Whether the words for the later speaker may describe the one who is named in the earlier text.

    They may if they fit anybody, or if either text has them in a sentence that names him.
    """
    if x.source_name is None or y.source is None:
        return True
    nouns = {t.lemma.lower() for s in b.sentences for t in s.tokens if t.pos == "NOUN" and _at(t.start, y.source)}
    name = words(x.source_name)[-1]
    near = [s for r in (a, b) for s in r.sentences if name in words(s.span.text)]
    return not nouns - _ANYBODY or any(t.lemma.lower() in nouns for s in near for t in s.tokens if not _at(t.start, y.source))


def _at(offset: int, where: Span) -> bool:
    return where.start <= offset < where.end


def _may_be_one(x: str, y: str, a: Reading, b: Reading) -> bool:
    """Whether two source names can mean one source: shared words, an acronym, or either known to the other text too."""
    if same_name(x, y) or acronym_of(x, y) or acronym_of(y, x) or set(words(x)) & set(words(y)):
        return True
    seats = [_SEATS.get(" ".join(w for w in words(n) if w != "the")) for n in (x, y)]
    for seat, reading, name in ((seats[0], b, y), (seats[1], a, x)):
        if seat is not None and any(p.country == seat and p.span.text in name for p in reading.annotation.places):
            return True  # "the Kremlin", "Moscow"
    named = any(c.isupper() for c in x) and any(c.isupper() for c in y)
    known_x = set(words(x)) <= set(words(b.annotation.text))
    known_y = set(words(y)) <= set(words(a.annotation.text))
    return not named or known_x or known_y


def pronoun(x: Attribution, reading: Reading) -> bool:
    """Whether a source is called by a pronoun alone."""
    return x.source is not None and any(
        t.pos == "PRON" and t.start == x.source.start for s in reading.sentences for t in s.tokens if t.end == x.source.end
    )

"""Where and when did an event happen, by the place and time expressions around its trigger?

Method: of the expressions in the trigger's sentence the nearest on the parse wins: one that hangs on the trigger before one in
the same clause, before one elsewhere in the sentence. A place or time inside the reporting clause, or one that only names a
party ("the Lima government"), counts last or not at all.
Known failures: two events in one sentence with one place between them both get it.
"""

from collections.abc import Sequence

from twosource.annotate.syntax import ancestors, token_at
from twosource.records import EventDate, Place, Sentence, Time
from twosource.text import inside
from twosource.values.dates import interval, precision

CLAUSE = frozenset({"relcl", "advcl", "ccomp", "acl", "ROOT", "conj", "parataxis"})
FAR = 99
RUN = 12
"""Words after a trigger within which, no verb between, a place or time is its own whatever the parse says."""
UNRESOLVED = 5
"""Steps that a name without coordinates (a street, a school) stands back behind a town in the same sentence."""
LOCATIVE = frozenset(
    {"in", "at", "near", "on", "of", "outside", "around", "across", "over", "inside", "within", "from", "off", "to"}
)
FINENESS = {"point": 0, "city": 0, "admin1": 2, "region": 3, "country": 3, None: 2}
REPORTING = frozenset("say tell report announce add confirm state note post update publish write release identify file".split())


def where(sentence: Sentence, index: int, places: Sequence[Place]) -> int | None:
    """The index into `places` of the place where word `index` happened; None if its sentence names none."""
    ranked = []
    for number, place in enumerate(places):
        if place.sense != "location" or not inside(place.span, sentence.span):
            continue
        token = token_at(sentence, place.span.start)
        if token is None or not _locates(sentence, token):
            continue
        # a town and its country in one phrase: the finer of two that are equally near
        vague = UNRESOLVED if place.lat is None else 0
        ranked.append((min(_distance(sentence, index, token), FAR) + FINENESS[place.precision] + vague, place.span.start, number))
    return min(ranked)[2] if ranked else None


def nearby(sentences: Sequence[Sentence], number: int, places: Sequence[Place]) -> int | None:
    """The town named last in the two sentences before sentence `number`, else first in the one after; None if there is none."""
    before = sentences[max(0, number - 2) : number]
    after = sentences[number + 1 : number + 2]
    for some, pick in ((before, -1), (after, 0)):
        near = [s for s in some if s.part not in ("caption", "heading")]  # these tell of something else as often as not
        towns = [
            i
            for i, p in enumerate(places)
            if p.sense == "location" and p.precision in ("city", "point") and any(inside(p.span, s.span) for s in near)
        ]
        if towns:
            return towns[pick]
    return None


def when(sentence: Sentence, index: int, times: Sequence[Time], published: str | None, text: str) -> EventDate | None:
    """The date that the sentence gives for word `index`; None if it gives none that stands for days.

    A full day needs a publication date, or its year written in the text: else it would be made up.
    """
    ranked = []
    for time in times:
        if not inside(time.span, sentence.span) or time.type not in ("DATE", "TIME"):
            continue
        value = time.value.split("T")[0] if time.type == "TIME" or "T" in time.value else time.value
        exactness, days = precision(value), interval(value)
        token = token_at(sentence, time.span.start)
        if exactness is None or days is None or token is None:
            continue
        if value.isdigit() and len(value) == 4 and not 1800 <= days[0].year <= 2100:
            continue  # a house number
        if _of_report(sentence, token, index):
            continue
        if published is None and exactness == "day" and value[:4] not in text:
            continue
        ranked.append((_distance(sentence, index, token), time.span.start, value, exactness))
    if not ranked:
        return None
    _, _, value, exactness = min(ranked)
    return EventDate(value, exactness)


def _of_report(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a time says when somebody spoke of it, as in "police said on Tuesday"."""
    verb = next((i for i in ancestors(sentence, token) if sentence.tokens[i].pos in ("VERB", "AUX")), None)
    return verb is not None and verb != index and sentence.tokens[verb].lemma.lower() in REPORTING


def _locates(sentence: Sentence, index: int) -> bool:
    """Whether a place name stands where places stand: after a locative preposition, or as "<place> attack"."""
    top = index
    for up in ancestors(sentence, index):
        if sentence.tokens[up].pos not in ("PROPN", "NOUN", "ADP", "PUNCT"):
            break
        if sentence.tokens[up].pos == "ADP":
            return sentence.tokens[up].lemma.lower() in LOCATIVE
        top = up
    return sentence.tokens[top].dep not in ("nsubj", "agent") or top != index


def _distance(sentence: Sentence, index: int, other: int) -> int:
    """How far apart two words are on the tree; a clause border counts three steps more.

    What hangs on the word itself is nearer than anything else as far away: each two steps down count as one.
    """
    first = [index, *ancestors(sentence, index)]
    second = [other, *ancestors(sentence, other)]
    common = next((i for i in first if i in second), None)
    if common is None:
        return FAR
    up, down = first[: first.index(common)], second[: second.index(common)]
    borders = sum(sentence.tokens[i].dep in CLAUSE for i in up[:-1] + down)
    run = sentence.tokens[index + 1 : other] if index < other <= index + RUN else ()
    if run and not any(t.pos in ("VERB", "AUX") for t in run):
        return 2  # "an attack last week near a depot in <town>": parsers hang such a tail on the verb before as often as not
    steps = len(down) // 2 if not up else len(up) + len(down)
    return steps + 3 * borders + (abs(index - other) > 25)

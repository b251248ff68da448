"""Which events do the articles of a story report, and on whose word?

An event with `single` false (a running total, a pattern) is no one event, and a hypothetical one did not happen: both are left
out of the ledger.
"""

import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from twosource.annotate.place_names import folded
from twosource.annotate.syntax import children, head_of
from twosource.annotate.time_words import DAY_NAMES, MONTH_NAMES
from twosource.ledger.another import another
from twosource.records import DERIVED, Annotation, Attribution, Event, Party, Place, Reading, Report, Sentence, Story
from twosource.text import inside, overlaps, words
from twosource.values.dates import day_of, days_apart, interval
from twosource.values.names import bare_name, name_words, same_name

LEAD = 3
"""Sentences, the title among them, that say what an article is about."""

WEEK = 7
"""Days within which the days that two reports of a lasting event give may both be days of it."""
PAST = 365
"""Days before its publication from which an article looks back at an event, if it tells of another one, too."""
LASTING = frozenset(
    {"strike", "hunger", "boycott", "obstruct", "curfew", "martial-law", "epidemic", "drought", "flood", "wildfire"}
)
"""Modes of events that last longer than a day: "the second day of the strike" is no other strike."""
NATIONAL = frozenset("ministry government army military navy parliament presidency cabinet".split())
"""Words for bodies of which a country has one: "the Chilean army", "Chile's army" and "the army in Santiago" are one."""
AFTERMATH = (("COERCE", "arrest"), ("ACCUSE", "allege"), ("SANCTION", "convict"), ("COOPERATE", None))
"""Types and modes of what courts and police do about a deed, days or months after it."""
BEING = frozenset({"be", "sit", "remain"})
"""Verbs that tell of an event by how somebody is afterwards."""
NOMINAL = ("compound", "nmod", "poss", "amod", "prep", "pobj")
"""Relations by which a noun phrase says of what or whom somebody is the head or the voice."""
VOICES = frozenset("spokesman spokeswoman spokesperson spokespeople".split())
REACH = 2
"""Sentences back to which "its spokesman" may mean the body that was heard last."""


CALENDAR = frozenset(name.capitalize() for name in (*DAY_NAMES, *MONTH_NAMES))
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]{2,}")
"""A capitalised word that opens no sentence."""


class Telling(msgspec.Struct, frozen=True):
    """One article's report of an event.

    `topic`: its story, or the first of the stories that are about one event with it. `root`: whether its article is the text
    that its origin goes back to, or one of those that may be (nobody can tell); `main`: whether it is the article's event with
    the most casualties; `lead`: whether the article's title or first sentences tell it; `aftermath`: whether they tell of an
    arrest, a charge or a verdict; `series`: the days on which an article of its story tells such an event and another on the
    day before or after; `another`: whether the words set it beside one told before ("a second blast"). `word`: the lemma of its
    trigger. `named`: the names of all places in its article, folded; `sited`: whether the sentences that tell the event name
    its place; `people`: the full names of the persons in its article whom nobody quotes, `here` those of them in those
    sentences; `marked`: the words of names in them that are no state's, province's or day's and not of who speaks; `actor`,
    `target`: the parties where they are persons with names, by the fullest form that the article has; `nation`: the country of
    the actor, where its words name it; `office`: the country and the other words of a national body that the event is
    attributed to. `role`, `actor_role`, `target_role`: what the article calls the person that it attributes the event to
    ("police superintendent"), and those parties, in small letters. `voices`: those whom the article calls the spokesman of the
    body that it attributes the event to ("its spokesman, Efren Dizon"). `granted`: whether the article only takes the event for
    granted, telling of another thing ("two men are in custody after the attack"). `doubted`: the articles of other origins of
    which its text may be made. `at`: where its sentence begins; `retold`: the articles of one text with its own, each with
    where a sentence begins that answers to it.
    """

    story: str
    topic: str
    report: Report
    event: Event
    place: Place | None
    origin: str
    root: bool
    outlet: str | None
    attribution: Attribution | None
    published: str | None
    main: bool
    named: frozenset[str]
    sited: bool = True
    lead: bool = False
    aftermath: bool = False
    series: frozenset[str] = frozenset()
    another: bool = False
    word: str = ""
    people: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    actor: str | None = None
    target: str | None = None
    role: frozenset[str] = frozenset()
    nation: str | None = None
    office: tuple[str, frozenset[str]] | None = None
    actor_role: frozenset[str] = frozenset()
    target_role: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    granted: bool = False
    doubted: frozenset[str] = frozenset()
    at: frozenset[int] = frozenset()
    retold: frozenset[tuple[str, int]] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """What tellings are sorted by, so that the order of the input changes nothing."""
        return self.report.article, self.report.event


def tellings(story: Story, readings: Mapping[str, Reading]) -> list[Telling]:
    """The countable events of a story's articles, sorted by article and event."""
    origin_of = {article: origin.id for origin in story.origins for article in origin.articles}
    root_of = {article: origin.root for origin in story.origins for article in origin.articles}
    doubted: defaultdict[str, set[str]] = defaultdict(set)
    for doubt in story.doubts:
        doubted[doubt.a].add(doubt.b)
        doubted[doubt.b].add(doubt.a)
    retold = _retold(story)
    found = []
    for name in story.articles:
        if name not in readings:
            continue
        article = readings[name].annotation
        usable = [e for e in article.events if e.single and e.status != "hypothetical"]
        main = _main(article, usable)
        named = frozenset(folded(name) for p in article.places for name in (p.name, p.span.text))
        people = _people(article)
        aftermath = any(_leads(article, e) and (e.type, e.mode) in AFTERMATH for e in article.events)
        roles = functools.cache(functools.partial(_role, readings[name]))
        for event in usable:
            sentence, at = _trigger(readings[name], event)
            place = None if event.place is None else article.places[event.place]
            said = {word.removesuffix("'s") for span in event.evidence for word in words(span.text)}
            attribution = None if event.attribution is None else article.attributions[event.attribution]
            actor, target = _person(article, event.actor), _person(article, event.target)
            found.append(
                Telling(
                    story=story.id,
                    topic=story.id,
                    report=Report(name, event.id),
                    event=event,
                    place=place,
                    origin=origin_of.get(name, f"{story.id}:{name}"),
                    root=root_of.get(name) in (None, name),
                    outlet=article.outlet,
                    attribution=attribution,
                    published=article.published,
                    main=event.id == main,
                    named=named,
                    sited=place is not None and any(place.name in s.text or place.span.text in s.text for s in event.evidence),
                    lead=_leads(article, event),
                    aftermath=aftermath,
                    another=sentence is not None and another(event, sentence, at),
                    word=_word(event, sentence, at),
                    people=people,
                    here=frozenset(n for n in people if n.split()[-1] in said),
                    marked=_marked(article, event),
                    nation=_nation(article, event.actor),
                    office=_office(article, attribution),
                    actor=actor,
                    target=target,
                    role=roles(attribution.source_name if attribution and attribution.source_kind == "named" else None),
                    actor_role=roles(actor),
                    target_role=roles(target),
                    voices=_voices(readings[name], attribution),
                    granted=sentence is not None and _granted(event, sentence, at),
                    doubted=frozenset(doubted[name]),
                    at=frozenset(s.start for s in event.evidence),
                    retold=frozenset(there for s in event.evidence for there in retold[name, s.start]),
                )
            )
    days: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for t in found:
        if t.event.date is not None and any(_neighbours(t, other) for other in found):
            days[t.event.type, t.event.mode].add(t.event.date.value)
    told = (msgspec.structs.replace(t, series=frozenset(days[t.event.type, t.event.mode])) for t in found)
    return sorted(told, key=lambda t: t.key)


def _retold(story: Story) -> Mapping[tuple[str, int], set[tuple[str, int]]]:
    """For each article and start of a sentence, those that answer to it in the articles of one text with its own."""
    found: defaultdict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for relation in story.reuse:
        for alignment in relation.alignments if relation.relation in DERIVED else ():
            for x in alignment.a:
                for y in alignment.b:
                    found[relation.a, x.start].add((relation.b, y.start))
                    found[relation.b, y.start].add((relation.a, x.start))
    return found


def _neighbours(a: Telling, b: Telling) -> bool:
    """Whether one article tells two events of a kind on two days that follow each other."""
    if a.report.article != b.report.article or (a.event.type, a.event.mode) != (b.event.type, b.event.mode):
        return False
    if a.event.date is None or b.event.date is None or {a.event.date.precision, b.event.date.precision} != {"day"}:
        return False
    return days_apart(a.event.date.value, b.event.date.value) == 1


def is_guess(telling: Telling) -> bool:
    """Whether a report names no day, and its event has those of its news: the day of publication and the one before."""
    date, published = telling.event.date, day_of(telling.published)
    days = None if date is None or date.precision != "range" else interval(date.value)
    return days is not None and published is not None and days == (published - datetime.timedelta(days=1), published)


def speaking(told: Sequence[Telling]) -> list[Telling]:
    """The reports that speak for their origins: those of its root where that tells the event, else all of the origin.

    What a copy or a rewrite says otherwise is an alteration, and no word of an independent witness.
    """
    with_root = {t.origin for t in told if t.root}
    return [t for t in told if t.root or t.origin not in with_root]


def lasts(event: Event) -> bool:
    """Whether an event is of a kind that goes on for days."""
    return event.mode in LASTING


def _people(article: Annotation) -> frozenset[str]:
    """Persons of two names or more whom nobody quotes: a police chief speaks in many stories, a victim is in one."""
    heard = [a.source_name for a in article.attributions if a.source_name]
    full = {bare_name(e.name) for e in article.entities if e.kind == "person"}
    return frozenset(n.casefold() for n in full if len(n.split()) > 1 and not any(same_name(n, h) for h in heard))


def _marked(article: Annotation, event: Event) -> frozenset[str]:
    """The words of names in the sentences that tell an event, but of those that stand in many a report."""
    wide = {word for p in article.places if p.precision in ("admin1", "region", "country") for word in name_words(p.span.text)}
    heard = {word for a in article.attributions for word in name_words(a.source_name or "")}
    named = (m[0] for span in event.evidence for m in _NAME.finditer(span.text) if m[0] not in CALENDAR)
    return frozenset(word for name in named for word in name_words(name)) - wide - heard


def _person(article: Annotation, party: Party | None) -> str | None:
    """The fullest name of the person that a party is; None if it is no person, or has no name."""
    if party is None:
        return None
    for entity in article.entities:
        if entity.kind == "person" and any(
            overlaps(m, party.span) and 2 * len(m.text) >= len(party.span.text) for m in entity.mentions
        ):
            return entity.name
    return None


def _nation(article: Annotation, party: Party | None) -> str | None:
    """The country that the words for a party name, "Chilean troops"; None if none or several."""
    if party is None:
        return None
    named = {p.country for p in article.places if p.country and overlaps(p.span, party.span) and p.span.text in party.name}
    return named.pop() if len(named) == 1 else None


def _office(article: Annotation, said: Attribution | None) -> tuple[str, frozenset[str]] | None:
    """The country and the other words of a national body that a report rests on: the "defence ministry" of Chile; else None."""
    if said is None or said.source_kind != "institution" or said.source_name is None:
        return None
    named = [p for p in article.places if p.country and p.span.text in said.source_name]
    places = {word for p in named for word in words(p.span.text)}
    rest = frozenset(word.removesuffix("'s") for word in words(said.source_name)) - places - {"in", "of", "the", "s"}
    countries = {p.country for p in named if p.country}
    return (countries.pop(), rest) if len(countries) == 1 and rest & NATIONAL else None


def _role(reading: Reading, name: str | None) -> frozenset[str]:
    """The nouns that stand beside a person's name at any place of the article; none if there is no name."""
    if name is None:
        return frozenset()
    mentions = [m for e in reading.annotation.entities if e.kind == "person" and same_name(e.name, name) for m in e.mentions]
    found: set[str] = set()
    for sentence in reading.sentences:
        for mention in mentions:
            if inside(mention, sentence.span) and (head := head_of(sentence, mention)) is not None:
                found |= _beside(sentence, head)
    return frozenset(found - set(name_words(name)))


def _granted(event: Event, sentence: Sentence, index: int) -> bool:
    """Whether an article names an event once, by a noun with "the" behind a preposition, and says nothing else of it."""
    token = sentence.tokens[index]
    known = {sentence.tokens[i].text.lower() for i in children(sentence, index, "det")} & {"the", "this", "that"}
    bare = event.killed is None and event.injured is None and event.attribution is None and len(event.evidence) == 1
    return bare and token.pos == "NOUN" and token.dep == "pobj" and bool(known)


def _voices(reading: Reading, said: Attribution | None) -> frozenset[str]:
    """The persons called "its spokesman" or "the company's spokesman" right after the body that is heard in `said` was heard."""
    if said is None or said.source_name is None or said.source_kind not in ("institution", "named"):
        return frozenset()
    heard = [a for a in reading.annotation.attributions if a.source is not None and a.source_name is not None]
    found = set()
    for number, sentence in enumerate(reading.sentences):
        since = reading.sentences[max(0, number - REACH)].span.start
        for a in heard:
            if a.source is None or a.source_name is None or a.source_kind != "named" or not inside(a.source, sentence.span):
                continue
            before = [b for b in heard if b.source is not None and since <= b.source.start < a.source.start]
            bodies = [b.source_name for b in before if b.source_name not in (None, a.source_name)]
            head = head_of(sentence, a.source)
            if head is not None and bodies and bodies[-1] == said.source_name and _is_its_voice(sentence, head):
                found.add(a.source_name)
    return frozenset(found)


def _is_its_voice(sentence: Sentence, index: int) -> bool:
    """Whether a name stands beside "its spokesman" or "the company's spokesman"."""
    token = sentence.tokens[index]
    for i in (index, *children(sentence, index, "appos"), *([token.head] if token.dep == "appos" else [])):
        owners = [sentence.tokens[j] for j in children(sentence, i, "poss")]
        if sentence.tokens[i].lemma.lower() in VOICES and any(
            o.lemma.lower() in ("its", "their") or o.pos == "NOUN" for o in owners
        ):
            return True
    return False


def _beside(sentence: Sentence, index: int) -> set[str]:
    """The nouns of the noun phrase that a name is in, and of its apposition: "the coast guard's commander, Efren Dizon"."""
    token, found = sentence.tokens[index], set()
    waiting = [index, *children(sentence, index, "appos"), *([token.head] if token.dep == "appos" else [])]
    while waiting:
        at = waiting.pop()
        if sentence.tokens[at].pos in ("NOUN", "PROPN"):
            found.add(sentence.tokens[at].text.lower())
        waiting += [i for i in children(sentence, at, *NOMINAL) if i not in waiting and i != index]
    return found


def _leads(article: Annotation, event: Event) -> bool:
    """Whether the title or one of the first sentences tells an event."""
    last = max((s.start for s in article.sentences[:LEAD]), default=0)
    return any(span.start <= last for span in event.evidence)


def _trigger(reading: Reading, event: Event) -> tuple[Sentence | None, int]:
    """The sentence of an event's trigger, and the index of the word there; None if the text was not parsed."""
    for sentence in reading.sentences:
        if overlaps(sentence.span, event.trigger):
            for at, token in enumerate(sentence.tokens):
                if token.start < event.trigger.end and event.trigger.start < token.end:
                    return sentence, at
    return None, 0


def _word(event: Event, sentence: Sentence | None, at: int) -> str:
    """The lemma of an event's trigger; for a verb of being ("has been in a cell since Monday") its mode, which says more."""
    word = event.trigger.text.lower() if sentence is None else sentence.tokens[at].lemma.lower()
    return event.mode if event.mode is not None and word in BEING else word


def _main(article: Annotation, events: Sequence[Event]) -> str | None:
    """The event with the most casualties among those that kill, the first of equals; one long past only if it tells no other."""
    harmful = [e for e in events if e.type in ("ASSAULT", "DISASTER", "ACCIDENT") and e.status in ("asserted", "alleged")]

    def weight(event: Event) -> int:
        return sum((toll.best or toll.low or 0) for toll in (event.killed, event.injured) if toll)

    def is_past(event: Event) -> bool:
        gap = days_apart(event.date.value, article.published) if event.date and article.published else None
        return gap is not None and gap > PAST

    return max([e for e in harmful if not is_past(e)] or harmful, key=weight).id if harmful else None

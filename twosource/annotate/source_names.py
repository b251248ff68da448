"""Which name stands in the words of a source, or beside them?

Method: the names that the recogniser saw, held against the source's noun phrase: in apposition to its head, behind its last
comma, at the end of its first part, behind a role, or covering its head. Pure questions about spans; what they are asked for,
and in which order, is the affair of `speakers`.

Known failures: those of the recogniser.
"""

import re

from twosource.annotate.source_kinds import INSTITUTION_NOUNS, SPOKESPEOPLE, UNNAMED
from twosource.annotate.syntax import children
from twosource.records import Entity, Sentence, Span
from twosource.text import inside, overlaps
from twosource.values.names import TITLES, name_words, word_set

Named = list[tuple[Span, Entity]]
"""Every mention of a name with its entity, in text order."""
KIN = word_set("mother father brother sister son daughter wife husband relative friend colleague family lawyer parent child")
"""Who somebody is to another: the name behind them may be the other's."""
_LINKS = word_set("of by from to in and with for on at the a an or as who about")
"""Words before a name that tie it to another: "a friend of Ana Ruiz"."""
FIRST_PART = re.compile(r"\s*(?:,(?!\d)|[(—–])|\s+(?:who|which|that|whose)\b|\s+-+\s+")
"""Where the first part of a source's words ends: before a comma, a bracket, a clause."""
_CLAUSE = re.compile(r",\s+(?:who|whose|whom|which)\b")


def organisation_in(named: Named, source: Span) -> str | None:
    """The longest organisation or place named in the source's words, not in a clause on the speaker ("who lives in Lima")."""
    clause = _CLAUSE.search(source.text)
    end = source.end if clause is None else source.start + clause.start()
    held = [(m, e) for m, e in named if inside(m, source) and m.end <= end and e.kind in ("organization", "place")]
    return max(held, key=lambda pair: (len(pair[0].text), -pair[0].start))[1].name if held else None


def organisation_at(named: Named, sentence: Sentence, source: Span, speaker: int) -> str | None:
    """The organisation whose name covers the head word: not the owner in "Lima's police"."""
    at = sentence.tokens[speaker].start
    return next((e.name for m, e in named if m.start <= at < m.end and e.kind == "organization" and overlaps(m, source)), None)


def person_in(named: Named, source: Span) -> str | None:
    """Whom a spokesman speaks for, if that is a person."""
    return next((e.name for m, e in named if inside(m, source) and e.kind == "person"), None)


def apposed(named: Named, sentence: Sentence, speaker: int, source: Span) -> Entity | None:
    for i in children(sentence, speaker, "appos"):
        at = sentence.tokens[i]
        for mention, entity in named:
            if entity.kind == "person" and mention.start <= at.start < mention.end and inside(mention, source):
                return entity
    return None


def behind_office(named: Named, sentence: Sentence, speaker: int, source: Span) -> Entity | None:
    """The person behind an office in apposition to another's name, who ends what is said: "met Ana Ruiz, the spokesman of
    the ministry, Jan Kohl, said"; None where the office is that of the one named first.
    """
    if not any(t.pos == "VERB" and t.start < source.start for t in sentence.tokens):
        return None  # "Jan Kohl, the lawyer of the suspect, Ana Ruiz, said": nothing is said ahead
    beside = children(sentence, speaker, "appos")
    offices = [i for i in beside if sentence.tokens[i].lemma.lower() in SPOKESPEOPLE | UNNAMED | TITLES]
    for i in beside:
        at = sentence.tokens[i].start
        person = next((e for m, e in named if e.kind == "person" and m.start <= at < m.end and inside(m, source)), None)
        if person is not None and any(office < i for office in offices):
            return person
    return None


def closing(named: Named, sentence: Sentence, source: Span) -> Entity | None:
    """The person whose name closes the source's first part, titles and roles before it: "strategist and donor Ana Ruiz"."""
    first = FIRST_PART.split(source.text)[0]
    end = source.start + len(first)
    for mention, entity in named:
        if entity.kind == "person" and inside(mention, source) and mention.end == end:
            ahead = [t for t in sentence.tokens if source.start <= t.start < mention.start]
            if not any(t.pos in ("ADP", "VERB") or t.tag == "POS" for t in ahead):
                return entity
    return None


def named_last(named: Named, source: Span) -> Entity | None:
    """The person whose name alone, with titles, stands behind the last comma: "the head of a farmers' union, Ana Ruiz".

    Not behind two people of whom either may be the one: "the mother of the victim, Ana Ruiz".
    """
    ahead, comma, name = source.text.rpartition(", ")
    roles = [w for w in re.findall(r"\w+", ahead.lower()) if w in UNNAMED]
    if not comma or (len(roles) > 1 and set(roles) & KIN):
        return None
    start = source.end - len(name)
    for mention, entity in named:
        if entity.kind == "person" and mention.end == source.end and start <= mention.start:
            titles = name[: mention.start - start].split()
            return entity if all(t.strip(".").casefold() in TITLES for t in titles) else None
    return None


def behind_role(named: Named, source: Span) -> Entity | None:
    """The person whose name closes the source's first part behind a role: "the farmers' leader Ana Ruiz"."""
    end = source.start + len(FIRST_PART.split(source.text)[0])
    for mention, entity in named:
        if entity.kind == "person" and inside(mention, source) and mention.end == end:
            ahead = source.text[: mention.start - source.start].split()
            role = ahead[-1].strip(".") if ahead else ""
            return entity if role.isalpha() and (role.casefold() in TITLES or role.islower()) and role not in _LINKS else None
    return None


def body_named(source: Span) -> str | None:
    """The name behind the last comma where a body stands ahead of it: "the company, Norsk Malm"."""
    ahead, comma, name = source.text.rpartition(", ")
    words = ahead.lower().split()
    if comma and 2 <= len(words) <= 3 and words[-1] in INSTITUTION_NOUNS - SPOKESPEOPLE and words[0] in ("the", "its", "a"):
        return name
    return None


def surname(named: Named, source: Span) -> Entity | None:
    """The person whose surname alone is the source, where the recogniser took it for something else or for nothing."""
    words = name_words(FIRST_PART.split(source.text)[0])
    if len(words) != 1:
        return None
    full = {e.id: e for _, e in named if e.kind == "person" and len(name_words(e.name)) > 1}
    fitting = [e for e in full.values() if name_words(e.name)[-1] == words[0]]
    return fitting[0] if len(fitting) == 1 else None

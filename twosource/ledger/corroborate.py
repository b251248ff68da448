"""Who says that an event happened, and how many of them are independent?

Method: the contract's own. Two reports are joined when they belong to one origin or rest on a common source: their sets of
sources (the attributed source and every link of `via`; the outlet where nothing is attributed) share a member by resolved name,
or one is an institution ("the navy") and the other is called its officer ("navy spokesman Doru Enache"). The groups left are
the independent sources. Two reports of which one may be made from the other (`Story.doubts`) count as one, too, but what hangs
on them is not told: where they would corroborate as two, the verdict is `undetermined`. A report whose source cannot be told
joins nothing and adds nothing; where such reports could have changed the verdict, it is `undetermined`: the count, or that
nobody contradicts. A denial is a report, but no affirmation; so is a hedged mention that nobody is named for. An article that
attributes the event in one place is no witness of its own in another: its title says without a source what the text says with
one.
"""

from collections.abc import Sequence

import msgspec

from twosource.annotate.source_kinds import UNNAMED
from twosource.ledger.gather import Telling
from twosource.records import Source, SourceKind, Verdict
from twosource.values.names import bare_name, name_words, same_name

POLICE_RANKS = frozenset("detective constable superintendent policeman policewoman dci di dsi supt".split())
"""What an officer of the police alone is called: of one event the police speak by him, whatever force it is."""
UNTOLD: tuple[SourceKind, ...] = ("anonymous", "unknown")


class Corroboration(msgspec.Struct, frozen=True):
    independent: int
    verdict: Verdict
    sources: tuple[Source, ...]


def corroborate(told: Sequence[Telling], least: int, split_on_actor: bool = False) -> Corroboration:
    """The independent sources and the verdict of one event's reports.

    Args:
        told: its reports, at least one.
        least: how many independent sources corroborate.
        split_on_actor: whether independent sources name different actors.
    """
    told = heard(told)
    return Corroboration(len(independent(told)), _verdict(told, least, split_on_actor), _sources(told))


def heard(told: Sequence[Telling]) -> list[Telling]:
    """The tellings without those that attribute nothing in an article which attributes the event elsewhere.

    The title says it without a source, the text with one: the outlet is no witness of its own. Nor is one that takes the event
    for granted where others tell it; and the rumour that an article tells only to report that somebody denies it, is none.
    """
    denied = {t.report.article for t in told if t.event.status == "denied"}
    told = [t for t in told if not (t.event.status == "alleged" and t.report.article in denied and names_of(t) is None)]
    attributed = {t.report.article for t in told if t.attribution is not None}
    by_somebody = [t for t in told if t.attribution is not None or t.report.article not in attributed]
    return [t for t in by_somebody if not t.granted] or by_somebody


def names_of(telling: Telling) -> frozenset[str] | None:
    """The sources that a report rests on, by name; None if they cannot be told."""
    attribution = telling.attribution
    if attribution is None:
        return frozenset({telling.outlet}) if telling.outlet else None
    links = {link.name for link in attribution.via if not _unnamed(link.name)}
    if attribution.source_kind == "media" and attribution.via and (attribution.source_name is None or _itself(telling)):
        return frozenset(links) or None  # "the newspaper writes, quoting the ministry": whose paper it is changes nothing
    if attribution.source_kind in UNTOLD or attribution.source_name is None:
        return None
    return frozenset({attribution.source_name, *links})


def _itself(telling: Telling) -> bool:
    """Whether an article names its own paper as what has it from others: "as the Standard has learnt from two officials"."""
    attribution = telling.attribution
    mine = set(name_words(telling.outlet or ""))
    return attribution is not None and set(name_words(attribution.source_name or "")) <= mine != set()


def _unnamed(name: str) -> bool:
    """Whether a link of a chain is nobody in particular ("two officials"): as such it joins no two reports."""
    return any(form in UNNAMED for form in (name.split()[-1].lower(), name.split()[-1].lower().removesuffix("s")))


def independent(told: Sequence[Telling], *, doubts: bool = True) -> list[list[Telling]]:
    """The reports whose source can be told, grouped so that no two groups share an origin or a source.

    With `doubts` neither may one group's text be made from another's.
    """
    clear = [(t, names) for t in heard(told) if (names := names_of(t)) is not None]
    groups: list[list[tuple[Telling, frozenset[str]]]] = []
    for item in clear:
        touching = [g for g in groups if any(_common(item, o) or (doubts and _may_be_one(item[0], o[0])) for o in g)]
        groups = [g for g in groups if g not in touching] + [[item, *(other for g in touching for other in g)]]
    return [[t for t, _ in g] for g in groups]


def _common(a: tuple[Telling, frozenset[str]], b: tuple[Telling, frozenset[str]]) -> bool:
    return a[0].origin == b[0].origin or bool(shared(a[0], b[0]))


def _may_be_one(a: Telling, b: Telling) -> bool:
    return a.report.article in b.doubted


def shared(a: Telling, b: Telling) -> frozenset[str]:
    """The sources that two reports have in common: by name, or an institution here that speaks by an officer there."""
    mine, theirs = names_of(a) or frozenset(), names_of(b) or frozenset()
    by_name = {max(x, y, key=len) for x in mine for y in theirs if same_name(x, y)}
    return frozenset(by_name | _one_office(a, b) | _voiced(a, b) | _voiced(b, a))


def _one_office(a: Telling, b: Telling) -> set[str]:
    """The national body that two reports name in other words: "the Chilean army", "Chile's army"."""
    if a.office is None or a.office != b.office or a.attribution is None:
        return set()
    return {a.attribution.source_name or ""}


def _voiced(body: Telling, officer: Telling) -> set[str]:
    """The institution that one report rests on, where the other rests on an officer of it.

    The other calls him so ("police", a police chief), or the one names him as its voice ("its spokesman, Efren Dizon").
    """
    attribution = body.attribution
    said = officer.attribution.source_name if officer.attribution is not None else None
    if attribution is not None and said is not None and any(same_name(said, voice) for voice in body.voices):
        return {attribution.source_name or ""}
    if attribution is None or attribution.source_kind != "institution" or attribution.source_name is None:
        return set()
    words = set(name_words(attribution.source_name))
    polices = "police" in words and bool(officer.role & POLICE_RANKS)
    return {attribution.source_name} if words and (words <= officer.role or polices) else set()


def affirms(telling: Telling) -> bool:
    """Whether a report says that the event happens or happened."""
    return telling.event.status in ("asserted", "planned") or (
        telling.event.status == "alleged" and telling.attribution is not None
    )


def _verdict(told: Sequence[Telling], least: int, split_on_actor: bool) -> Verdict:
    denials = [t for t in told if t.event.status == "denied"]
    if len(denials) == len(told):
        return "denied"
    yes = [t for t in told if affirms(t)]
    if split_on_actor or _contradicted(yes, denials):
        return "disputed"
    counted = independent(yes)
    if _could_contradict(yes, denials):
        return "undetermined"
    if len(counted) >= least:
        return "corroborated"
    if len(independent(yes, doubts=False)) >= least:
        return "undetermined"
    known = {t.origin for group in counted for t in group}
    untold = {t.origin for t in yes if names_of(t) is None} - known
    if untold and len(counted) + len(untold) >= least:
        return "undetermined"
    return "single-origin" if len(told) > 1 and len({t.origin for t in told}) == 1 else "single-source"


def _contradicted(yes: Sequence[Telling], denials: Sequence[Telling]) -> bool:
    """Whether somebody affirms and somebody independent of him denies: another origin, and no source in common."""
    known_yes = [(t, names) for t in yes if (names := names_of(t)) is not None]
    known_no = [(t, names) for t in denials if (names := names_of(t)) is not None]
    return any(not _common(one, other) for one in known_yes for other in known_no)


def _could_contradict(yes: Sequence[Telling], denials: Sequence[Telling]) -> bool:
    """Whether somebody who cannot be told denies what others affirm, or affirms what others deny."""
    for some, others in ((yes, denials), (denials, yes)):
        untold = {t.origin for t in some if names_of(t) is None}
        if others and untold - {t.origin for t in others}:
            return True
    return False


def _sources(told: Sequence[Telling]) -> tuple[Source, ...]:
    """Everybody who says so, each under the longest form of the name, sorted."""
    found: list[tuple[list[str], SourceKind, set[str]]] = []
    for telling in sorted(told, key=lambda t: t.key):
        for name, kind in _named(telling):
            entry = next((e for e in found if e[1] not in UNTOLD and kind not in UNTOLD and same_name(e[0][0], name)), None)
            if entry is None:
                entry = next((e for e in found if e[1] == kind and name in e[0] and telling.report.article in e[2]), None)
            if entry is None:
                found.append(([name], kind, {telling.report.article}))
            else:
                entry[0].append(name)
                entry[2].add(telling.report.article)
    listed = [Source(max(sorted(set(names)), key=len), kind, tuple(sorted(articles))) for names, kind, articles in found]
    return tuple(sorted(listed, key=lambda s: (s.name, s.kind, s.articles)))


def _named(telling: Telling) -> list[tuple[str, SourceKind]]:
    attribution = telling.attribution
    if attribution is None:
        return [(telling.outlet, "media")] if telling.outlet else []
    name = attribution.source_name or (attribution.source.text if attribution.source else None)
    first: list[tuple[str, SourceKind]] = [(name, attribution.source_kind)] if name else []
    return first + [(link.name, _kind_of_link(telling, link.name)) for link in attribution.via]


def _kind_of_link(telling: Telling, name: str) -> SourceKind:
    """A person whom the article names, somebody unnamed, or a news organisation."""
    if _unnamed(name):
        return "anonymous"
    return "named" if bare_name(name).casefold() in telling.people else "media"

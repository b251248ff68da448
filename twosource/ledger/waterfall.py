"""Why does an event count as so many independent sources, and what does it lack to count as corroborated?

Method: the count of `corroborate` told step by step: the articles; the origins, with the texts that were found to be one; the
independent sources, with the origins that rest on one source and the reports whose source cannot be told. Nothing is counted
anew here.
"""

from collections.abc import Sequence

from twosource.ledger.corroborate import Corroboration, affirms, heard, independent, names_of, shared
from twosource.ledger.gather import Telling
from twosource.records import DERIVED, NOT_RULED, CountStep, Joined, Relation, Ruled


def steps(told: Sequence[Telling], reuse: Sequence[Relation], ruled: Ruled = NOT_RULED) -> tuple[CountStep, ...]:
    """From the articles of an event (its reports, at least one) to its independent sources, in three steps."""
    articles = {t.report.article for t in told}
    origins = {t.origin for t in told}
    counted = independent(told)
    rests = [_common_sources(group) for group in counted if len({t.origin for t in group}) > 1]
    untold: dict[str, set[str]] = {}
    for telling in heard(told):
        if names_of(telling) is None:
            untold.setdefault(_why_untold(telling), set()).add(telling.report.article)
    left_out = [Joined(tuple(sorted(who)), why) for why, who in sorted(untold.items())]
    return (
        CountStep("articles", len(articles), ()),
        CountStep("origins", len(origins), tuple(_one_text(told, o, reuse, ruled) for o in sorted(origins) if _several(told, o))),
        CountStep("independent sources", len(counted), tuple(rests + left_out)),
    )


def missing(told: Sequence[Telling], support: Corroboration, least: int) -> str | None:
    """What an event lacks to be corroborated by `least` independent sources; None if it lacks nothing."""
    if support.verdict == "corroborated":
        return None
    yes = [t for t in heard(told) if affirms(t)]
    counted = len(independent(yes))
    wanted = max(0, least - counted)
    if not wanted:
        return "sources that do not contradict each other on who did it or whether it happened"
    hidden = len({t.origin for t in yes if names_of(t) is None} - {t.origin for group in independent(yes) for t in group})
    lack = f"{wanted} more independent source{'s who say' if wanted > 1 else ' who says'} that it happened"
    if hidden:
        lack += f"; {hidden} report{'s rest' if hidden > 1 else ' rests'} on a source that the text does not tell"
    return lack


def _several(told: Sequence[Telling], origin: str) -> bool:
    return len({t.report.article for t in told if t.origin == origin}) > 1


def _one_text(told: Sequence[Telling], origin: str, reuse: Sequence[Relation], ruled: Ruled) -> Joined:
    articles = tuple(sorted({t.report.article for t in told if t.origin == origin}))
    found = sorted({r.relation for r in reuse if r.relation in DERIVED and r.a in articles and r.b in articles})
    numbers = sorted({number for pair, number in ruled.copies.items() if pair <= set(articles)})
    how = [*found, *(f"judgement {number}" for number in numbers)] or ["one agency's text"]
    return Joined(articles, f"go back to one text ({', '.join(how)})")


def _common_sources(group: Sequence[Telling]) -> Joined:
    """The sources that hold the origins of one group together."""
    common: set[str] = set()
    for i, first in enumerate(group):
        for second in group[i + 1 :]:
            if first.origin != second.origin:
                common |= shared(first, second)
    articles = tuple(sorted({t.report.article for t in group}))
    if not common:
        return Joined(articles, "may be one text, more or less reworded: not counted as two")
    return Joined(articles, f"rest on one source: {', '.join(sorted(common))}")


def _why_untold(telling: Telling) -> str:
    attribution = telling.attribution
    if attribution is None:
        why = "no source is named, and whose article it is is not known"
    else:
        whom = f"“{attribution.source.text}”" if attribution.source else "somebody unnamed"
        why = f"rests on {whom}, who cannot be told from others"
    return f"{why}: not counted as a source, not joined with one"

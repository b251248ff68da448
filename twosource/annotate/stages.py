"""In which order is a document annotated, and what does each stage need?

The table is explicit: a stage's `needs` are the names of its function's parameters, each given by the document or by a
stage above it. `checked` proves this when the program starts, so that a stage put in the wrong place fails at once.
"""

import functools
import inspect
from collections.abc import Callable
from typing import Any

import msgspec

from twosource.annotate.entities import entities
from twosource.annotate.events import events
from twosource.annotate.factuality import judgements
from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.places import places
from twosource.annotate.quantities import quantities
from twosource.annotate.quotes import quotations
from twosource.annotate.refusals import no_comment
from twosource.annotate.sentences import sentences
from twosource.annotate.sources import attributions
from twosource.annotate.times import times
from twosource.errors import TwosourceError
from twosource.records import CONTRACT_VERSION, Annotation, Document, Reading


class Stage(msgspec.Struct, frozen=True):
    """One step: `run` takes the facts named in `needs`, in that order, and returns the fact `gives`, a tuple of records.

    `every_language`: whether it works on any language; another stage gives nothing unless the document is English.
    """

    gives: str
    needs: tuple[str, ...]
    run: Callable[..., tuple[Any, ...]]
    every_language: bool = False


def table(parser: Parser, gazetteer: Gazetteer) -> tuple[Stage, ...]:
    """The stages in order."""
    return checked(
        Stage("split", ("document",), sentences, every_language=True),
        Stage("sentences", ("document", "split"), parser.parse, every_language=True),
        Stage("times", ("document", "sentences"), times),
        Stage("places", ("document", "sentences"), functools.partial(places, gazetteer)),
        Stage("quantities", ("sentences",), quantities),
        Stage("quotations", ("document",), quotations, every_language=True),
        Stage("entities", ("document", "sentences", "places"), entities),
        Stage("attributions", ("document", "sentences", "quotations", "entities"), attributions),
        Stage("no_comment", ("document", "sentences", "entities"), no_comment),
        Stage("events", ("document", "sentences", "times", "places", "quantities", "entities", "attributions"), events),
        Stage("judgements", ("document", "sentences", "attributions"), judgements),
    )


def checked(*stages: Stage) -> tuple[Stage, ...]:
    """The same stages.

    Raises:
        ValueError: if a stage needs what no stage before it gives, gives what is given already, or takes other parameters
            than it says it needs.
    """
    given = {"document"}
    for stage in stages:
        takes = len(inspect.signature(stage.run).parameters)
        if takes != len(stage.needs):
            raise ValueError(f"stage {stage.gives} names {len(stage.needs)} needs, its function takes {takes}")
        if missing := set(stage.needs) - given:
            raise ValueError(f"stage {stage.gives} needs {', '.join(sorted(missing))}, which nothing before it gives")
        if stage.gives in given:
            raise ValueError(f"{stage.gives} is given twice")
        given.add(stage.gives)
    return stages


def annotate(document: Document, stages: tuple[Stage, ...]) -> Reading:
    """Everything that the stages find in one document.

    Raises:
        TwosourceError: naming the stage that failed.
    """
    facts: dict[str, Any] = {"document": document}
    for stage in stages:
        if not stage.every_language and document.language != "en":
            facts[stage.gives] = ()
            continue
        try:
            facts[stage.gives] = stage.run(*(facts[name] for name in stage.needs))
        except Exception as error:  # the boundary of one article: the run goes on, the failure is reported
            raise TwosourceError(document.id, stage.gives, f"{type(error).__name__}: {error}") from error
    return _reading(document, facts)


def _reading(document: Document, facts: dict[str, Any]) -> Reading:
    annotation = Annotation(
        contract_version=CONTRACT_VERSION,
        id=document.id,
        path=document.path,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        byline=document.byline,
        published=document.published,
        published_basis=document.published_basis,
        language=document.language,
        text=document.text,
        credits=document.credits,
        parts=document.parts,
        sentences=tuple(s.span for s in facts["sentences"]),
        entities=facts.get("entities", ()),
        attributions=facts.get("attributions", ()),
        no_comment=facts.get("no_comment", ()),
        times=facts.get("times", ()),
        places=facts.get("places", ()),
        events=facts.get("events", ()),
        judgements=msgspec.UNSET if document.triggers is None else facts.get("judgements", ()),
    )
    return Reading(annotation, facts["sentences"], facts.get("quotations", ()), facts.get("quantities", ()))

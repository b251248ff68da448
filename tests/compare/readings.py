"""Readings made from text alone, without the parse: split, quotations and, given a model, vectors."""

import msgspec

from twosource.annotate.quotes import quotations
from twosource.annotate.sentences import sentences
from twosource.annotate.stages import Stage, annotate, checked
from twosource.compare.embed import Embedder
from twosource.document import document
from twosource.records import Article, Reading

STAGES = checked(
    Stage("split", ("document",), sentences, every_language=True),
    Stage("sentences", ("split",), tuple, every_language=True),
    Stage("quotations", ("document",), quotations, every_language=True),
)


def reading(embedder: Embedder | None, name: str, text: str, published: str | None = None, title: str | None = None) -> Reading:
    found = annotate(document(Article(name, name, text, title=title, published=published)), STAGES)
    if embedder is None:
        return found
    return msgspec.structs.replace(found, vectors=embedder.vectors([s.span.text for s in found.sentences]))

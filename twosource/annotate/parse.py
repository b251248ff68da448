"""How do the words of each sentence hang together?

Method: a spaCy pipeline parses every sentence by itself, as one sentence, so that no reading runs over a heading, a
caption or a line break. Typographic quotes and dashes are made plain first (same length, so offsets hold): the models
were trained on plain ones. Only English is parsed; sentences of other languages come back without tokens.

Known failures: headlines in title case are tagged as names more often than not.
"""

import pathlib
import warnings
from collections.abc import Iterable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from twosource.errors import TwosourceError
from twosource.records import Document, ModelRecord, Name, Sentence, Token
from twosource.resources import PARSER, sha256_of
from twosource.text import plain

LONGEST = 2_000
"""Characters of a sentence beyond which it is not parsed: no sentence, but a table or a run of junk."""


class Parser:
    """A loaded spaCy pipeline.

    Args:
        pipeline: an installed package's name or a folder; None for the one that comes with the dependencies.

    Raises:
        TwosourceError: if the pipeline cannot be loaded or does not parse.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        folder = str(PARSER.path.parent.parent) if pipeline is None else pipeline
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")  # the pipeline is one minor version older; measured, works
            try:
                self._nlp: Language = spacy.load(folder, exclude=["senter"])
            except (OSError, ValueError) as error:
                raise TwosourceError(folder, "parse", f"no spaCy pipeline can be loaded from here: {error}") from error
        lacking = {"parser", "ner", "tagger"} - set(self._nlp.pipe_names)
        if lacking:
            raise TwosourceError(folder, "parse", f"the pipeline lacks {', '.join(sorted(lacking))}")
        meta = self._nlp.meta
        weights = pathlib.Path(folder) / "parser" / "model"
        self.model = ModelRecord(
            f"{meta['lang']}_{meta['name']}", str(meta["version"]), sha256_of(weights) if weights.exists() else ""
        )

    def parse(self, document: Document, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """The same sentences with their tokens and names; unchanged where the document is not English."""
        if document.language != "en":
            return sentences
        short = [s for s in sentences if s.span.end - s.span.start <= LONGEST]
        parsed = dict(zip((s.span.start for s in short), self._docs(s.span.text for s in short), strict=True))
        return tuple(_with_tokens(s, parsed[s.span.start]) if s.span.start in parsed else s for s in sentences)

    def _docs(self, texts: Iterable[str]) -> Iterable[Doc]:
        docs = (self._nlp.make_doc(plain(text)) for text in texts)
        return self._nlp.pipe((_one_sentence(doc) for doc in docs), batch_size=64)


def _one_sentence(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _with_tokens(sentence: Sentence, doc: Doc) -> Sentence:
    offset, original = sentence.span.start, sentence.span.text
    tokens = tuple(
        Token(
            start=offset + t.idx,
            end=offset + t.idx + len(t.text),
            text=original[t.idx : t.idx + len(t.text)],
            lemma=t.lemma_,
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i,
        )
        for t in doc
    )
    names = tuple(Name(e.start, e.end, e.label_) for e in doc.ents)
    return Sentence(sentence.span, sentence.part, tokens, names)

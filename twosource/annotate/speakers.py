"""Who is the source really, and of which kind?

Method: the head word of the source's noun phrase decides. A person's name at the end of the phrase's first part: named. A pronoun
or a bare description ("he", "the aide", "the ministry") is resolved by `referents`; where none fits, nobody. The lists of
`source_kinds` tell unnamed people, documents and news organisations; other organisations, and places that speak ("Moscow"), are
institutions. An unnamed source keeps its description as a name, and "the official", "the source" after it are the same
somebody; no name of an unnamed source ever joins two articles.

Known failures: those of `referents`; a person whom the recogniser takes for an organisation and the article never names in full.
"""

import re

from twosource.annotate import source_names as names
from twosource.annotate.cues import SAYING
from twosource.annotate.findings import Finding
from twosource.annotate.parties import OCCASIONS
from twosource.annotate.referents import GENDER, Referents
from twosource.annotate.source_kinds import (
    CORPS,
    DOCUMENTS,
    INSTITUTION_NOUNS,
    ISSUED,
    MEDIA_NAME,
    MEDIA_NOUNS,
    REPORTERS,
    SPOKESPEOPLE,
    UNNAMED,
    counts_people,
)
from twosource.annotate.syntax import children, stretch, subtree
from twosource.records import Document, Entity, Sentence, SourceKind, Span
from twosource.text import inside, overlaps
from twosource.values.names import TITLES, acronym_of, name_words, word_set

PIECES = word_set("report article story interview account editorial column dispatch")
"""What is a news organisation's own word where its name stands behind it."""
PLURAL = word_set("they them their")
LATER = 500
"""Characters behind "a spokesman" in which it is said who that was."""
ANYONE = word_set("official source person man woman")
"""Nouns that can take up any unnamed person: "the source said"."""
SOON = 2
"""Sentences behind one that keeps a name back in which it is given."""
_OFFICE_OF = re.compile(r"([Tt]he [\w’' -]+?) of (?:the )?[A-Z].*")
_NAME_BEHIND = re.compile(r",\s+((?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+)$")
"""A name of two words or more behind the last comma of a source."""
_A_MEDIUM = re.compile(
    r", (?:an?|the) (?:[\w-]+ ){0,3}(?:newspaper|daily|weekly|tabloid|broadcaster|magazine|news (?:agency|site))\b"
)
"""The apposition that makes a name a news organisation's: "the Star, a newspaper in Lima"."""
_CALLED = re.compile(
    r"^(?:[a-z]+\s+)?(?:newspaper|daily|weekly|magazine|broadcaster|website|site|blog|channel|station|agency)\s+(?=[A-Z])"
)
"""What a medium is, before its name: "the newspaper Correo", "the news agency Andina"."""


class Speakers:
    """The sources of one document, asked in text order; remembers who spoke last.

    Args:
        document, sentences, entities: facts of the document.
    """

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> None:
        self._sentences = sentences
        self._entities = entities
        self._outlet = document.outlet
        self._named = sorted(((m, e) for e in entities for m in e.mentions), key=lambda pair: (pair[0].start, -pair[0].end))
        self._referents = Referents(document, sentences, entities)
        self._spoke: list[tuple[int, str, SourceKind]] = []

    def who(self, finding: Finding) -> tuple[str | None, SourceKind]:
        """The resolved name (None if it cannot be told) and kind of the finding's source."""
        if finding.source is None or finding.speaker is None:
            return None, "unknown"
        name, kind = self._who(finding, finding.source, finding.speaker)
        if name is None and finding.verbatim:
            name, kind = finding.source.text, "named"  # whom a transcript labels so, be it no name that anybody knows
        if name is not None:
            self._spoke.append((finding.source.start, name, kind))
            if kind == "named":
                self._referents.spoke(finding.source.start, name)
        return name, kind

    def name_of(self, source: Span) -> str:
        """The fullest name of a link in a chain: the entity's that it holds, else its own words."""
        if (person := names.named_last(self._named, source) or names.behind_role(self._named, source)) is not None:
            return person.name
        for mention, entity in self._named:
            first = mention.start == source.start and entity.kind == "person"  # "Ana Ruiz of the port authority"
            if inside(mention, source) and (first or len(mention.text) * 2 > len(source.text)):
                return _CALLED.sub("", re.sub(r"^[Tt]he\s+(?=[a-z])", "", entity.name))  # "the agency Andina"
        return _CALLED.sub("", self._words(source))

    def called(self, who: Span) -> str:
        """The name of somebody who says nothing: a pronoun's person, a name in full, else the words that stand there."""
        lower = who.text.lower()
        if lower in GENDER:
            return self._referents.person(who.start, GENDER[lower]) or who.text
        for mention, entity in self._named:
            if (
                inside(mention, who)
                and entity.kind in ("person", "organization")
                and names.FIRST_PART.split(who.text)[0].endswith(mention.text)
            ):
                before = who.text[: mention.start - who.start].split()
                if all(w[:1].isupper() or w.lower() == "the" for w in before):
                    return self._full(entity)
        return names.FIRST_PART.split(who.text)[0]

    def _who(self, finding: Finding, source: Span, speaker: int) -> tuple[str | None, SourceKind]:
        sentence = self._sentences[finding.sentence]
        token = sentence.tokens[speaker]
        lower = token.text.lower()
        if lower in GENDER:
            name = (
                self._referents.ahead(sentence, speaker)
                or self._introducing(finding, sentence, source)
                or self._referents.person(source.start, GENDER[lower], outside=finding.content)
                or self._referents.newcomer(sentence, source.start)
            )
            return name, "named" if name else "unknown"
        if lower in ("it", "its"):
            return self._acting(finding, sentence, source) or self._last_body(sentence, source)
        if token.pos == "PRON" and lower in PLURAL:
            return None, "anonymous"
        if token.tag in ("WP", "WDT"):
            return None, "unknown"
        shows = finding.cue is not None and finding.cue.text.split()[-1].lower() in ("show", "shows", "showed", "shown")
        return self._by_name(finding, sentence, source, speaker) or self._by_noun(finding, source, speaker, finding_shows=shows)

    def _introducing(self, finding: Finding, sentence: Sentence, source: Span) -> str | None:
        """Who speaks of an own act with the setting of the words behind it: "Ruiz has resigned, she told reporters".

        A bare "she said" there goes on with whoever spoke before.
        """
        if finding.verb is None or not any(c.start < source.start for c in finding.content):
            return None
        set_anew = finding.addressee is not None or any(
            t.start > source.end and t.lemma.lower() in OCCASIONS and t.dep in ("pobj", "conj") for t in sentence.tokens
        )
        return self._referents.newcomer(sentence, source.start) if set_anew else None

    def _by_name(self, finding: Finding, sentence: Sentence, source: Span, speaker: int) -> tuple[str | None, SourceKind] | None:
        """The source where its head is a name, or a name stands beside its head."""
        token = sentence.tokens[speaker]
        head = Span(token.start, token.end, token.text)
        entity = next((e for m, e in self._named if overlaps(m, head)), None)
        if entity is not None and entity.kind == "person":
            entity = names.behind_office(self._named, sentence, speaker, source) or entity
        if entity is None or entity.kind != "person":
            entity = (
                names.apposed(self._named, sentence, speaker, source)
                or names.closing(self._named, sentence, source)
                or names.named_last(self._named, source)
                or entity
            )
        if entity is None or entity.kind != "person" or len(name_words(entity.name)) == 1:
            entity = (names.surname(self._named, source) if token.pos == "PROPN" else None) or entity
        if entity is not None and entity.kind == "person":
            if (body := names.body_named(source)) is not None:
                return body, "institution"
            outlet = finding.cites and finding.cue is not None and finding.cue.text.endswith("reported")
            return entity.name, "media" if outlet else "named"
        if (token.pos == "PROPN" and self._is_medium(finding, source)) or self._of_media(sentence, source, speaker):
            if token.pos != "PROPN":
                return self._media_in(source), "media"
            words = _CALLED.sub("", self._words(source))
            whole = entity is not None and any(name_words(m.text)[:1] == name_words(words)[:1] for m in entity.mentions)
            return (self._full(entity) if entity is not None and whole else self._spelled_out(words)), "media"
        if entity is not None and entity.kind != "group" and token.pos == "PROPN":
            return self._full(entity), "institution"
        return None

    def _by_noun(self, finding: Finding, source: Span, speaker: int, *, finding_shows: bool) -> tuple[str | None, SourceKind]:
        """The source by the common noun at its head."""
        sentence = self._sentences[finding.sentence]
        token = sentence.tokens[speaker]
        lemma, lower = token.lemma.lower(), source.text.lower()
        first = names.FIRST_PART.split(source.text)[0]
        if (office := _OFFICE_OF.fullmatch(first)) is not None and self._one_of_its_kind(lemma):
            first = office[1]  # "the mayor of Arica", of whom else the article says "the mayor, Ana Rojas"
        short = len(first.split()) <= 3 and lower.startswith(("the ", "that ", "this ", "a ", "an ", "his ", "her ", "their "))
        definite = lower.startswith(("the ", "that ", "this "))
        if lemma == "agency" and re.search(r"\b(?:news|press|wire)\b", source.text, re.IGNORECASE):
            return names.organisation_at(self._named, sentence, source, speaker) or self._media_before(source.start), "media"
        if not definite and (later := self._named_later(lemma, source.end)) is not None:
            return later, "named"
        if lemma in SPOKESPEOPLE:
            known = self._referents.described(lemma, source.start)
            if known is not None and (len(source.text.split()) <= 2 and definite):
                return known, "named"
            return names.organisation_in(self._named, source) or names.person_in(self._named, source), "institution"
        if lemma in ("report", "account") and re.search(r"\b(?:press|media|news|published)\b", source.text, re.IGNORECASE):
            return None, "media"
        if lemma in REPORTERS:
            return self._media_in(source), "media"
        modifiers = {sentence.tokens[i].text.lower() for i in children(sentence, speaker, "compound", "amod")}
        corps = lemma == "guard" and token.tag in ("NN", "NNP") and bool(modifiers & CORPS)
        person = not corps and (lemma in UNNAMED or lemma in TITLES)
        one = token.tag == "NN" or (token.tag == "NNP" and token.text.islower())  # "the bishop": a name for the tagger
        owned = bool(children(sentence, speaker, "poss"))  # "the city's fire chief"
        if re.fullmatch(r"the \d+-year-old(?: (?:man|woman))?", lower):
            name = self._referents.person(source.start)
            return name, "named" if name else "anonymous"
        if person and (definite or owned) and one and len(first.split()) <= (5 if owned else 3):
            known = self._referents.described(lemma, source.start)
            if known is not None:
                return known, "named"
            if lemma in ANYONE and (before := self._unnamed_before(source.start)) is not None:
                return before, "anonymous"
            if lemma in TITLES and len(first.split()) == 2:
                name = self._referents.person(source.start, outside=finding.content)  # not of whom the captain speaks
                if name is not None:
                    return name, "named"
        elif definite and one and len(first.split()) <= 3 and self._referents.described(lemma, source.start):
            known = self._referents.described(lemma, source.start)
            return known, "named"
        if person and definite and one and lemma not in ANYONE and (only := self._referents.only_speaker(lemma)):
            return only, "named"
        if person and one and (definite or owned) and (soon := self._named_soon(sentence, source, lemma)) is not None:
            return soon, "named"
        if counts_people(lemma, token.text) or token.pos == "NUM":
            return self._words(source), "anonymous"
        if lemma in PIECES and (medium := self._media_in(source)) is not None:
            return medium, "media"  # "a report in the Post"
        if lemma == "paper" and definite and (paper := self._media_before(source.start)) is not None:
            return paper, "media"
        if lemma in DOCUMENTS:
            return self._issuer(sentence, source, speaker, lemma), "document"
        if lemma in MEDIA_NOUNS and (words := self._words(source)) != (bare := _CALLED.sub("", words)):
            return bare, "media"
        if lemma in MEDIA_NOUNS:
            return names.organisation_at(self._named, sentence, source, speaker) or self._media_before(source.start), "media"
        behind = _NAME_BEHIND.search(source.text) if person else None
        if behind is not None and source.start + behind.start() == token.end:
            return behind[1], "named"  # "the union's leader, Ana Ruiz": a place for the recogniser
        group = next((e for m, e in self._named if m.start <= token.start < m.end and e.kind == "group"), None)
        if person or group is not None:
            return self._words(source), "anonymous"
        if token.tag == "NNS" and finding_shows:
            return None, "document"
        if corps or lemma in INSTITUTION_NOUNS:
            if (apposed := re.search(r",\s+((?:[A-Z][\w’'-]*\s?){1,4})$", source.text)) is not None:
                return apposed[1].strip(), "institution"
            known = self._referents.organisation(lemma, source.start) if short and definite else None
            known = known or (self._spoke_so(lemma, source.start) if definite and len(first.split()) == 2 else None)
            return known or names.organisation_at(self._named, sentence, source, speaker) or self._words(source), "institution"
        if token.pos == "PROPN":
            named = len(name_words(source.text)) <= 3 and not lower.startswith("the ")
            return self._words(source), "named" if named else "institution"
        return (self._words(source), "anonymous") if token.tag == "NNS" else (None, "unknown")

    def _named_later(self, noun: str, offset: int) -> str | None:
        """Who "a police spokesman" was, if one of the next sentences says "the spokesman, Ana Ruiz, ..."; else None."""
        end = next((s.span.end for s in reversed(self._sentences) if s.span.start <= offset + LATER), offset)
        for mention, entity in self._named:
            if entity.kind == "person" and offset < mention.start < end:
                before = next((s for s in self._sentences if inside(mention, s.span)), None)
                ahead = "" if before is None else before.span.text[: mention.start - before.span.start]
                if re.search(rf"\b[Tt]he (?:[a-z-]+ )?{re.escape(noun)}, (?:[A-Z][\w.]+ ){{0,3}}$", ahead):
                    return entity.name
        return None

    def _named_soon(self, sentence: Sentence, source: Span, noun: str) -> str | None:
        """Who "the woman who led the talks" or "his mother" was, if one new to the article speaks right after; else None.

        News often keeps a name back for a sentence. Whoever is introduced by another description there is somebody else.
        """
        body = [s for s in self._sentences if s.part == "body"]
        at = next((i for i, s in enumerate(body) if s is sentence), None)
        for following in () if at is None else body[at + 1 : at + 1 + SOON]:
            for mention, entity in self._named:
                if not inside(mention, following.span) or entity.kind != "person" or entity.mentions[0].start < source.start:
                    continue
                last = next(
                    (i for i, t in enumerate(following.tokens) if mention.start <= t.start < mention.end and t.dep == "nsubj"),
                    None,
                )
                if last is None or following.tokens[following.tokens[last].head].lemma.lower() not in SAYING:
                    return None
                beside = [following.tokens[i] for i in children(following, last, "compound", "appos", "amod", "nmod")]
                called = {t.lemma.lower().rstrip(".") for t in beside if not mention.start <= t.start < mention.end} - TITLES
                return entity.name if not called - {noun, ""} else None
        return None

    def _issuer(self, sentence: Sentence, source: Span, speaker: int, lemma: str) -> str | None:
        """Whose statement it is: "a statement by the union's spokesman", "the ministry's letter"; None if nobody is named."""
        if lemma not in ISSUED:
            return None
        held = [(m, e) for m, e in self._named if inside(m, source) and e.kind in ("person", "organization")]
        persons = [e.name for _, e in held if e.kind == "person"]
        if persons or held:
            return persons[0] if persons else held[0][1].name
        prepositions = [i for i in children(sentence, speaker, "prep") if sentence.tokens[i].text.lower() in ("by", "from")]
        nouns = [j for i in prepositions for j in children(sentence, i, "pobj")] + children(sentence, speaker, "poss")
        bodies = [sentence.tokens[i].lemma.lower() for i in nouns]
        body = next((b for b in bodies if b in INSTITUTION_NOUNS and b not in SPOKESPEOPLE), None)
        return None if body is None else self._referents.organisation(body, source.start) or body

    def _one_of_its_kind(self, office: str) -> bool:
        """Whether the article speaks of an office of one body or place alone, "the mayor of Arica" and of no other mayor."""
        wanted = re.compile(rf"\b{re.escape(office)} of (?:the )?([A-Z][\w-]+)")
        return len({m[1] for s in self._sentences for m in wanted.finditer(s.span.text)}) <= 1

    def _words(self, source: Span) -> str:
        return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+|['’]s?$", "", names.FIRST_PART.split(source.text)[0])

    def _full(self, entity: Entity) -> str:
        """The fullest name of an entity that the article gives; a state known by its initials alone keeps them ("the US")."""
        forms = {re.sub(r"^[Tt]he\s+", "", m.text) for m in entity.mentions}
        if entity.kind == "place" and all(acronym_of(form, entity.name) for form in forms):
            return max(sorted(forms), key=len)
        return self._spelled_out(entity.name)

    def _spelled_out(self, name: str) -> str:
        """The full name of an acronym, if the article gives it."""
        return next((e.name for e in self._entities if e.kind == "organization" and acronym_of(name, e.name)), name)

    def _is_medium(self, finding: Finding, source: Span) -> bool:
        """Whether a proper name is a news organisation's: by its words, as the article's own outlet, or because it reports."""
        name = self._words(source)
        if _A_MEDIUM.search(source.text):
            return True
        if MEDIA_NAME.search(names.FIRST_PART.split(source.text)[0]) or (
            self._outlet and name_words(name) == name_words(self._outlet)
        ):
            return True
        cue = finding.cue.text.split()[-1].lower() if finding.cue is not None else ""
        first = names.FIRST_PART.split(source.text)[0]
        body = any(w.lower() in INSTITUTION_NOUNS for w in first.split())
        if cue in ("learned", "learnt"):
            return not body  # what it has found out, and tells
        if body or cue not in ("reported", "reports", "wrote", "writes"):
            return False
        return bool(finding.cites) or (first.startswith(("The ", "the ")) and cue in ("reported", "reports"))

    def _media_in(self, source: Span) -> str | None:
        return next((self._full(e) for m, e in self._named if inside(m, source) and MEDIA_NAME.search(m.text)), None)

    def _of_media(self, sentence: Sentence, source: Span, speaker: int) -> bool:
        """Whether a newsroom speaks: "the Post's investigative unit"."""
        owners = children(sentence, speaker, "poss")
        named = " ".join(sentence.tokens[j].text for i in owners for j in subtree(sentence, i))
        lemma = sentence.tokens[speaker].lemma.lower()
        return bool(MEDIA_NAME.search(named)) and lemma not in DOCUMENTS and lemma not in UNNAMED

    def _media_before(self, offset: int) -> str | None:
        return next((n for at, n, kind in reversed(self._spoke) if at < offset and kind == "media"), None)

    def _unnamed_before(self, offset: int) -> str | None:
        return next((n for at, n, kind in reversed(self._spoke) if at < offset and kind == "anonymous"), None)

    def _spoke_so(self, noun: str, offset: int) -> str | None:
        """The body with more words to its name that spoke last before an offset: "the navy's press wing" for "the wing"."""
        spoke = (n for at, n, kind in reversed(self._spoke) if at < offset and kind == "institution")
        return next((n for n in spoke if len(n.split()) > 1 and name_words(n)[-1:] == (noun,)), None)

    def _acting(self, finding: Finding, sentence: Sentence, source: Span) -> tuple[str, SourceKind] | None:
        """The body that acts in what "it" says of itself: "The ministry has closed the border, it said"."""
        ahead = [c for c in finding.content if c.end <= source.start]
        subjects = [i for i, t in enumerate(sentence.tokens) if t.dep in ("nsubj", "nsubjpass") and t.start < source.start]
        first = next((i for i in subjects if any(c.start <= sentence.tokens[i].start < c.end for c in ahead)), None)
        if first is None:
            return None
        token = sentence.tokens[first]
        entity = next((e for m, e in self._named if m.start <= token.start < m.end and e.kind == "organization"), None)
        if entity is not None:
            return self._full(entity), "media" if MEDIA_NAME.search(entity.name) else "institution"
        if token.tag != "NN" or token.lemma.lower() not in INSTITUTION_NOUNS:
            return None
        known = self._referents.organisation(token.lemma.lower(), source.start)
        phrase = subtree(sentence, first)
        return known or self._words(stretch(sentence, min(phrase), max(phrase))), "institution"

    def _last_body(self, sentence: Sentence, source: Span) -> tuple[str | None, SourceKind]:
        """What "it" stands for: the body that spoke last, if that was the last to speak, else the sentence's own organisation."""
        within = [e for m, e in self._named if sentence.span.start <= m.start < source.start and e.kind == "organization"]
        if len({e.name for e in within}) == 1:
            return self._full(within[0]), "media" if MEDIA_NAME.search(within[0].name) else "institution"
        before = [(n, kind) for at, n, kind in self._spoke if at < source.start]
        if before and before[-1][1] in ("institution", "media"):
            return before[-1]
        number = self._sentences.index(sentence)
        subjects = self._subject_bodies(self._sentences[number - 1]) if number else set()
        if not before and len(subjects) == 1:
            return self._spelled_out(next(iter(subjects))), "institution"
        return None, "unknown"

    def _subject_bodies(self, sentence: Sentence) -> set[str]:
        heads = [t.start for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass")]
        return {e.name for m, e in self._named if e.kind == "organization" and any(m.start <= at < m.end for at in heads)}

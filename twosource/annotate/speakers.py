"""Who is the source really, and of which kind?

Method: the head word of the source's noun phrase decides. A person's name in head position: named. A pronoun or a bare
description ("he", "the aide"): the nearest speaker or subject before it that fits in number and kind, or the person whom the
article described with that noun ("Kremlin aide Yuri Ushakov" ... "the aide"); where none fits, nobody. Closed lists of nouns
tell unnamed people, documents and news organisations; other organisations and places that speak are institutions.

Known failures: gender is known from titles and from the pronouns of sentences that name one person only; "she" can go to
the wrong one of two women just named.
"""

import re

from twosource.annotate.reported import Finding
from twosource.annotate.syntax import children
from twosource.records import Document, Entity, Sentence, SourceKind, Span
from twosource.text import inside, overlaps
from twosource.values.names import TITLES, acronym_of, name_words, word_set

SINGULAR = word_set("he she him her his himself herself")
_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_VOTES = dict.fromkeys(
    word_set("she her hers mrs ms miss mme lady queen princess spokeswoman chairwoman congresswoman actress"), 1
) | dict.fromkeys(word_set("he him his mr sir lord king prince spokesman chairman congressman"), -1)
PLURAL = word_set("they them their who")
UNNAMED = word_set(
    "official source aide adviser advisor person people man woman witness resident critic expert analyst observer activist "
    "supporter opponent voter lawmaker senator congressman diplomat executive employee worker staffer insider strategist "
    "economist researcher scientist scholar historian lawyer attorney prosecutor investigator officer soldier commander "
    "fighter rebel militant protester demonstrator villager neighbor neighbour relative friend family parent mother father "
    "brother sister son daughter survivor victim doctor nurse medic teacher student passenger driver journalist reporter "
    "trader investor farmer driver politician leader member one some many most other several those "
    "democrat republican conservative liberal progressive american operative donor veteran delegate candidate respondent "
    "detective pollster proponent advocate pundit commentator viewer reader user fan teenager boy girl child wife husband "
    "colleague associate assistant counsel negotiator bartender shopkeeper refugee migrant everyone somebody someone nobody"
)
DOCUMENTS = word_set(
    "report poll survey study statement letter document law filing lawsuit suit complaint indictment affidavit email e-mail memo "
    "transcript record data statistic figure census research paper analysis review article book bill order rule ruling "
    "constitution treaty resolution agreement text message tweet post audit investigation finding evidence result estimate "
    "picture photo photograph polling average footage memoir manual chart map "
    "dossier warrant note file ad advertisement video tape recording release communique communiqué website page blog"
)
MEDIA_NOUNS = word_set(
    "newspaper magazine broadcaster channel network outlet daily weekly tabloid media press radio television tv"
)
MEDIA_NAME = re.compile(
    r"\b(?:Times|Post|Journal|News|Herald|Tribune|Guardian|Telegraph|Gazette|Chronicle|Observer|Globe|Register|Examiner|Press|"
    r"Standard|Mail|Magazine|Daily|Weekly|Radio|TV|Television|Broadcasting|Reuters|Bloomberg|AFP|AP|BBC|CNN|NBC|CBS|ABC|MSNBC|"
    r"NPR|PBS|CNBC|FT|WSJ|DPA|TASS|Tass|Interfax|Xinhua|ANSA|EFE|Politico|Axios|Yonhap|Kyodo|Anadolu|IRNA|Fars|RIA|RTÉ|RTE|"
    r"Le Monde|El País|Der Spiegel|Spiegel|Haaretz|Al Jazeera|Al-Jazeera|Sky|Buzzfeed|BuzzFeed|HuffPost|Breitbart|Newsweek)\b"
)
"""Words of which newspapers' and broadcasters' names are made, and the agencies and broadcasters known by a name alone."""
INSTITUTION_NOUNS = word_set(
    "government ministry department police army military navy force company firm corporation bank campaign court office "
    "administration committee commission council party union university hospital authority agency group organization "
    "organisation embassy state city county parliament congress senate house cabinet regime opposition association "
    "institute foundation center centre board bureau team club side alliance coalition service fund watchdog regulator "
    "spokesman spokeswoman spokesperson spokespeople kremlin palace presidency airline operator manufacturer maker nation country"
)


class Speakers:
    """The sources of one document, asked in text order; remembers who spoke last.

    Args:
        document, sentences, entities: facts of the document.
    """

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> None:
        self._text = document.text
        self._sentences = sentences
        self._entities = entities
        self._named = sorted(((m, e) for e in entities for m in e.mentions), key=lambda pair: pair[0].start)
        self._described = self._descriptions()
        self._subjects = self._subject_people()
        self._genders = self._told_genders()
        self._spoke: list[tuple[int, str, SourceKind]] = []

    def who(self, finding: Finding) -> tuple[str | None, SourceKind]:
        """The resolved name (None if it cannot be told) and kind of the finding's source."""
        if finding.source is None or finding.speaker is None:
            return None, "unknown"
        name, kind = self._who(finding, finding.source, finding.speaker)
        if name is not None:
            self._spoke.append((finding.source.start, name, kind))
        return name, kind

    def name_of(self, source: Span) -> str:
        """The fullest name of a link in a chain: the entity's that it holds, else its own words."""
        for mention, entity in self._named:
            if inside(mention, source) and len(mention.text) * 2 > len(source.text):
                return entity.name
        return self._words(source)

    def _who(self, finding: Finding, source: Span, speaker: int) -> tuple[str | None, SourceKind]:
        sentence = self._sentences[finding.sentence]
        token = sentence.tokens[speaker]
        lower, lemma = token.text.lower(), token.lemma.lower()
        if lower in SINGULAR:
            name = self._person_before(source.start, _GENDER.get(lower))
            return name, "named" if name else "unknown"
        if token.pos == "PRON" and lower in PLURAL:
            return None, "anonymous" if lower == "they" else "unknown"
        head = Span(token.start, token.end, token.text)
        entity = next((e for m, e in self._named if overlaps(m, head)), None)
        if entity is None:
            entity = self._apposed(sentence, speaker, source)
        if entity is not None and entity.kind == "person":
            outlet = finding.cites and finding.cue is not None and finding.cue.text.endswith("reported")
            return entity.name, "media" if outlet else "named"
        if MEDIA_NAME.search(source.text) and token.pos == "PROPN":
            return (self._full(entity) if entity is not None else self._spelled_out(self.name_of(source))), "media"
        if lemma == "agency" and re.search(r"\b(?:news|press|wire)\b", source.text, re.IGNORECASE):
            return self._organisation_in(source) or self._media_before(source.start), "media"
        if entity is not None and entity.kind != "group" and token.pos == "PROPN":
            return self._full(entity), "institution"
        if lemma in ("spokesman", "spokeswoman", "spokesperson"):
            known = self._described.get(lemma)
            if known is not None and len(source.text.split()) <= 2:
                return known, "named"
            return self._organisation_in(source), "institution"
        if lower.startswith("the") or source.text.lower().startswith(("the ", "that ")):
            known = self._described.get(lemma)
            if known is not None and len(source.text.split()) <= 3:
                return known, "named"
        if lemma in ("report", "account") and re.search(r"\b(?:press|media|news|published)\b", source.text, re.IGNORECASE):
            return None, "media"
        if lemma in ("reporter", "journalist", "correspondent") and (
            MEDIA_NAME.search(source.text) or self._organisation_in(source)
        ):
            return self._organisation_in(source), "media"
        if lemma in TITLES and token.tag == "NN" and source.text.lower().startswith("the ") and len(source.text.split()) == 2:
            name = self._person_before(source.start)
            return name, "named" if name else "anonymous"
        if lemma in DOCUMENTS:
            return None, "document"
        if lemma in MEDIA_NOUNS:
            return self._media_before(source.start), "media"
        if lemma in UNNAMED or (entity is not None and entity.kind == "group"):
            return None, "anonymous"
        if lemma in INSTITUTION_NOUNS:
            return self._organisation_in(source) or self._words(source), "institution"
        if token.pos == "PROPN":
            words = name_words(source.text)
            return (
                self._words(source),
                "named" if len(words) <= 3 and not source.text.lower().startswith("the ") else "institution",
            )
        return None, "anonymous" if token.tag == "NNS" else "unknown"

    def _words(self, source: Span) -> str:
        return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", re.split(r"\s*[,(]|\s+(?:who|which|that)\b", source.text)[0])

    def _full(self, entity: Entity) -> str:
        return self._spelled_out(entity.name)

    def _spelled_out(self, name: str) -> str:
        """The full name of an acronym, if the article gives it."""
        return next((e.name for e in self._entities if e.kind == "organization" and acronym_of(name, e.name)), name)

    def _organisation_in(self, source: Span) -> str | None:
        return next((e.name for m, e in self._named if inside(m, source) and e.kind in ("organization", "place")), None)

    def _apposed(self, sentence: Sentence, speaker: int, source: Span) -> Entity | None:
        for i in children(sentence, speaker, "appos"):
            at = sentence.tokens[i]
            for mention, entity in self._named:
                if entity.kind == "person" and mention.start <= at.start < mention.end and inside(mention, source):
                    return entity
        return None

    def _media_before(self, offset: int) -> str | None:
        return next((n for at, n, kind in reversed(self._spoke) if at < offset and kind == "media"), None)

    def _person_before(self, offset: int, gender: str | None = None) -> str | None:
        """The person a singular pronoun stands for: the nearest subject or speaker before it."""
        spoke = [(at, n) for at, n, kind in self._spoke if kind == "named" and at < offset]
        before = [(at, n) for at, n in self._subjects if at < offset]
        candidates = [c for c in spoke + before if gender is None or self._genders.get(c[1], gender) == gender]
        return max(candidates)[1] if candidates else None

    def _told_genders(self) -> dict[str, str]:
        """Each person's gender, as told by titles and by the pronouns of sentences that name nobody else."""
        votes: dict[str, int] = {}
        for mention, entity in self._named:
            if entity.kind == "person":
                before = self._text[max(0, mention.start - 24) : mention.start].lower().split()
                inner = mention.text.lower().split()
                words = [w.strip(".,") for w in (*before[-1:], *inner[:1])]
                votes[entity.name] = votes.get(entity.name, 0) + sum(5 * _VOTES.get(w, 0) for w in words)
        for sentence in self._sentences:
            named = {e.name for m, e in self._named if e.kind == "person" and inside(m, sentence.span)}
            if len(named) == 1:
                name = next(iter(named))
                votes[name] = votes.get(name, 0) + sum(_VOTES.get(t.text.lower(), 0) for t in sentence.tokens)
        return {name: "female" if vote > 0 else "male" for name, vote in votes.items() if vote}

    def _subject_people(self) -> list[tuple[int, str]]:
        found = []
        for sentence in self._sentences:
            for token in sentence.tokens:
                main = sentence.tokens[token.head].dep in ("ROOT", "conj", "advcl")
                if main and token.dep in ("nsubj", "nsubjpass") and token.pos == "PROPN":
                    name = next((e.name for m, e in self._named if e.kind == "person" and m.start <= token.start < m.end), None)
                    if name is not None:
                        found.append((token.start, name))
        return found

    def _descriptions(self) -> dict[str, str]:
        """Nouns with which the article describes exactly one person: "aide" in "Kremlin aide Yuri Ushakov"."""
        described: dict[str, set[str]] = {}
        people = [(m, e) for m, e in self._named if e.kind == "person"]
        for sentence in self._sentences:
            for i, token in enumerate(sentence.tokens):
                name = next((e.name for m, e in people if m.start <= token.start < m.end), None)
                if name is None:
                    continue
                for j in children(sentence, i, "compound", "appos", "nmod"):
                    word = sentence.tokens[j]
                    if not any(m.start <= word.start < m.end for m, _ in people):
                        described.setdefault(word.lemma.lower(), set()).add(name)
                head = sentence.tokens[token.head]
                if token.dep == "appos" and head.pos == "NOUN":
                    described.setdefault(head.lemma.lower(), set()).add(name)
        return {noun: next(iter(names)) for noun, names in described.items() if len(names) == 1}

"""Whom does "he", "the aide" or "the ministry" stand for?

Method: every mention of a person lends salience that halves with each sentence: most as a speaker, then as a subject, less
in any other place (after Lappin & Leass 1994). A pronoun takes the most salient person of its gender that is not named inside
its own indirect content; gender is known from titles and from the pronouns beside people named alone. A bare description
("the aide") takes the person whom the article describes with that noun, the most salient if there are several; "the ministry" the
organisation last named whose name ends so.

Known failures: gender is unknown for most people of one mention; "she" can go to the wrong one of two women just named.
Tried and dropped: the nearest subject or speaker before the pronoun, whatever its role (names right 174 of 223 for 180).
"""

import itertools

from twosource.annotate.syntax import children
from twosource.records import Document, Entity, Sentence, Span
from twosource.text import inside
from twosource.values.names import TITLES, name_words, word_set

GENDER = {"he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female",
          "herself": "female"}  # fmt: skip
_VOTES = dict.fromkeys(
    word_set("she her hers herself mrs ms miss mme lady queen princess spokeswoman chairwoman congresswoman actress señora frau"),
    1,
) | dict.fromkeys(word_set("he him his himself mr sir lord king prince spokesman chairman congressman señor herr"), -1)
_TITLE_VOTE = 5
"""What a title weighs against a pronoun: titles do not err."""
SURE_VOTES = 2
"""From so many votes on a gender rules a person out; one pronoun can be another's."""
AGREES, UNKNOWN = 1.0, 0.6
"""How far a person whose gender is known to fit goes before one whose gender the article does not tell."""
SPEAKER, SUBJECT, OTHER = 100.0, 80.0, 30.0
"""Salience of a mention, about as in Lappin & Leass (subject 80, oblique 40), with the speaker above all: news follows
its speakers."""
_PHRASE = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART", "ADP"])
_WITHIN_SUBJECT = frozenset(["appos", "pobj", "prep"])
_FALLS = word_set("die drown perish suffocate disappear vanish collapse crash")
"""What befalls those of whom others speak."""
_OTHERS_SPEAKERS = word_set(
    "coroner prosecutor judge magistrate doctor surgeon lawyer attorney investigator detective paramedic neighbour neighbor "
    "witness friend relative mother father wife husband"
)
"""Those who speak of somebody else."""
_SPEAKS = word_set("say tell speak talk add explain answer reply declare announce report note")
REACH = 9
"""Sentences without a word of somebody after which "she" is somebody else, maybe one without a name: with 6 the kinds of sources
on PolNeAR are right .890 instead of .893, with 9 nothing is lost there."""
FADES = 0.5
"""What is left of salience after each sentence (Lappin & Leass)."""


class Referents:
    """The people and organisations of one document, and how salient they are at each point of it.

    Args:
        document, sentences, entities: facts of the document.
    """

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> None:
        self._text = document.text
        self._sentences = sentences
        self._named = sorted(((m, e) for e in entities for m in e.mentions), key=lambda pair: (pair[0].start, -pair[0].end))
        self._people = [(m, e.name) for m, e in self._named if e.kind == "person"]
        self._votes = self._told_genders()
        self._described = self._descriptions()
        self._saliences = self._mention_saliences()

    def spoke(self, offset: int, name: str) -> None:
        """Remember that a person of that name spoke at an offset."""
        self._saliences.append((offset, name, SPEAKER))

    def person(
        self, offset: int, gender: str | None = None, *, outside: tuple[Span, ...] = (), among: frozenset[str] = frozenset()
    ) -> str | None:
        """The most salient person before an offset.

        Args:
            offset: where the pronoun or description stands.
            gender: "male", "female" or None for either.
            outside: stretches whose mentions do not count, the speaker's own content.
            among: only these people, if any are given.
        """
        here = self._sentence_at(offset)
        total: dict[str, float] = {}
        last: dict[str, int] = {}
        for at, name, salience in self._saliences:
            if at >= offset or any(s.start <= at < s.end for s in outside) or (among and name not in among):
                continue
            vote = self._votes.get(name, 0)
            if gender is not None and self._rules_out(name, gender):
                continue
            doubt = 1.0 if gender is None else AGREES if vote and ("female" if vote > 0 else "male") == gender else UNKNOWN
            last[name] = max(last.get(name, 0), self._sentence_at(at))
            total[name] = total.get(name, 0.0) + doubt * salience * FADES ** (here - self._sentence_at(at))
        best = max(sorted(total), key=lambda name: total[name]) if total else None
        return None if best is None or (gender is not None and here - last[best] > REACH) else best

    def described(self, noun: str, offset: int) -> str | None:
        """The person whom the article calls by a noun, before the offset or after it; the most salient of several."""
        names = self._described.get(noun, frozenset())
        if len(names) == 1:
            return next(iter(names))
        return self.person(offset, among=names) if names else None

    def ahead(self, sentence: Sentence, pronoun: int) -> str | None:
        """The person who follows as subject of the clause that a possessive opens: "In her ruling, Judge Ana Ruiz found"."""
        tokens = sentence.tokens
        if tokens[pronoun].dep != "poss" or pronoun > 2 or tokens[0].pos != "ADP":
            return None
        clause = tokens[0].head
        subjects = [tokens[i] for i in children(sentence, clause, "nsubj") if i > pronoun]
        named = [name for m, name in self._people if any(m.start <= t.start < m.end for t in subjects)]
        gender = GENDER[tokens[pronoun].text.lower()]
        return named[0] if named and not self._rules_out(named[0], gender) else None

    def newcomer(self, sentence: Sentence, offset: int) -> str | None:
        """The person whom a sentence names for the first time, before an offset, as the doer of its main act."""
        tokens = sentence.tokens
        for mention, name in self._people:
            if not sentence.span.start <= mention.start < offset or self._named_before(name, sentence.span.start):
                continue
            for token in tokens:
                if mention.start <= token.start < mention.end:
                    head = token
                    while head.dep in _WITHIN_SUBJECT and (head is token) == (head.dep == "appos"):
                        head = tokens[head.head]
                    by = tokens[token.head].dep == "agent" and token.dep == "pobj"
                    if by or (head.dep == "nsubj" and tokens[head.head].dep in ("ROOT", "ccomp")):
                        return name
        return None

    def _named_before(self, name: str, offset: int) -> bool:
        """Whether the running text names somebody before an offset."""
        body = [s.span for s in self._sentences if s.part == "body" and s.span.start < offset]
        return any(inside(m, s) for m, other in self._people if other == name for s in body)

    def only_speaker(self, noun: str) -> str | None:
        """The only person whom the text names, who speaks in it by name: then "the captain" is nobody else.

        Not one to whom things are done, who dies, or who is called something else than `noun` (ranks and titles aside): of
        such a one the coroner speaks, or the prosecutor.
        """
        body = [s for s in self._sentences if s.part == "body"]
        people = {name for m, name in self._people if any(inside(m, s.span) for s in body)}
        called = {n for n, names in self._described.items() if names & people} - TITLES
        if len(people) != 1 or noun in _OTHERS_SPEAKERS or called - {noun}:
            return None
        speaks = False
        for sentence in body:
            for token in sentence.tokens:
                if any(m.start <= token.start < m.end for m, _ in self._people):
                    verb = sentence.tokens[token.head]
                    if token.dep in ("nsubjpass", "dobj") or (token.dep == "nsubj" and verb.lemma in _FALLS):
                        return None
                    speaks |= token.dep == "nsubj" and verb.lemma in _SPEAKS and verb.tag != "VBN"
        return next(iter(people)) if speaks else None

    def organisation(self, noun: str, offset: int) -> str | None:
        """The organisation or place last named before the offset whose name ends with a noun: "the ministry"."""
        ending = [
            e.name for m, e in self._named if m.start < offset and e.kind == "organization" and name_words(e.name)[-1:] == (noun,)
        ]
        return ending[-1] if ending else None

    def _rules_out(self, name: str, gender: str) -> bool:
        """Whether a person is known to be of another gender."""
        vote = self._votes.get(name, 0)
        return abs(vote) >= SURE_VOTES and ("female" if vote > 0 else "male") != gender

    def _sentence_at(self, offset: int) -> int:
        low, high = 0, len(self._sentences)
        while low < high:
            middle = (low + high) // 2
            if self._sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def _mention_saliences(self) -> list[tuple[int, str, float]]:
        found = []
        for mention, name in self._people:
            sentence = (
                self._sentences[min(self._sentence_at(mention.start), len(self._sentences) - 1)] if self._sentences else None
            )
            if sentence is None or sentence.part not in ("body", "title", "heading"):
                continue
            subject = any(
                t.dep in ("nsubj", "nsubjpass") and sentence.tokens[t.head].dep in ("ROOT", "conj", "advcl", "ccomp", "parataxis")
                for t in sentence.tokens
                if mention.start <= t.start < mention.end
            )
            found.append((mention.start, name, SUBJECT if subject else OTHER))
        return found

    def _told_genders(self) -> dict[str, int]:
        """Each person's votes, female above nought: by titles, and by pronouns behind the only person that a sentence names.

        Those who do something in the next sentences, which name nobody, count too.
        """
        votes: dict[str, int] = {}
        for mention, name in self._people:
            before = self._text[max(0, mention.start - 24) : mention.start].lower().split()
            words = [w.strip(".,") for w in (*before[-1:], *mention.text.lower().split()[:1])]
            votes[name] = votes.get(name, 0) + sum(_TITLE_VOTE * _VOTES.get(w, 0) for w in words)
        alone: str | None = None
        for sentence in self._sentences:
            named = [(m, name) for m, name in self._people if inside(m, sentence.span)]
            if named:
                alone = named[0][1] if len({name for _, name in named}) == 1 else None
            elif alone is not None:
                votes[alone] += sum(
                    _VOTES.get(t.text.lower(), 0) for t in sentence.tokens if t.dep == "nsubj" and t.pos == "PRON"
                )
            if len({name for _, name in named}) == 1:
                first, name = named[0]
                votes[name] = votes.get(name, 0) + sum(
                    _VOTES.get(t.text.lower(), 0) for t in sentence.tokens if t.start > first.start
                )
        return votes

    def _descriptions(self) -> dict[str, frozenset[str]]:
        """Nouns with which the article describes people: "aide" in "Kremlin aide Yuri Ushakov"."""
        described: dict[str, set[str]] = {}
        for sentence in self._sentences:
            for i, token in enumerate(sentence.tokens):
                name = next((name for m, name in self._people if m.start <= token.start < m.end), None)
                if name is None:
                    continue
                for j in children(sentence, i, "compound", "appos", "nmod"):
                    word = sentence.tokens[j]
                    if not any(m.start <= word.start < m.end for m, _ in self._people):
                        described.setdefault(word.lemma.lower(), set()).add(name)
                head = sentence.tokens[token.head]
                if token.dep == "appos" and head.pos == "NOUN":
                    described.setdefault(head.lemma.lower(), set()).add(name)
                if token.dep == "appos" and (noun := _set_before(sentence, i)) is not None:
                    described.setdefault(noun, set()).add(name)
                if token.dep in ("nsubj",) and head.lemma == "be":
                    for j in children(sentence, token.head, "attr"):
                        described.setdefault(sentence.tokens[j].lemma.lower(), set()).add(name)
        return {noun: frozenset(names) for noun, names in described.items()}


def _set_before(sentence: Sentence, name: int) -> str | None:
    """The noun of a description between commas right before a name, where the parser hangs the name on the place in it.

    "bishop" in "…, the bishop of Arica, Ana Ruiz, said".
    """
    tokens = sentence.tokens
    first = name
    while first > 0 and tokens[first - 1].pos == "PROPN":
        first -= 1
    last = first - 1
    if last < 1 or tokens[last].text != ",":
        return None
    start = last
    while start > 0 and tokens[start - 1].pos in _PHRASE:
        start -= 1
    opens = next((i for i in range(start, last) if tokens[i].pos in ("DET", "PRON") and i + 1 < last), None)
    if opens is None or (opens > 0 and tokens[opens - 1].pos == "ADP"):
        return None
    nouns = [i for i in itertools.takewhile(lambda i: tokens[i].pos != "ADP", range(opens, last)) if tokens[i].pos == "NOUN"]
    return tokens[nouns[-1]].lemma.lower() if nouns else None

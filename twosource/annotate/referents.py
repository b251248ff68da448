"""Whom does "he", "the aide" or "the ministry" stand for?

Method: every mention of a person lends salience that halves with each sentence: most as a speaker, then as a subject, less
in any other place (after Lappin & Leass 1994). A pronoun takes the most salient person of its gender that is not named inside
its own indirect content; gender is known from titles and from the pronouns beside people named alone. A bare description
("the aide") takes the person whom the article describes with that noun, the most salient if there are several; "the ministry" the
organisation last named whose name ends so.

Known failures: gender is unknown for most people of one mention; "she" can go to the wrong one of two women just named.
Tried and dropped: the nearest subject or speaker before the pronoun, whatever its role (names right 174 of 223 for 180).
"""

from twosource.annotate.syntax import children
from twosource.records import Document, Entity, Sentence, Span
from twosource.text import inside
from twosource.values.names import name_words, word_set

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
        for at, name, salience in self._saliences:
            if at >= offset or any(s.start <= at < s.end for s in outside) or (among and name not in among):
                continue
            vote = self._votes.get(name, 0)
            if gender is not None and abs(vote) >= SURE_VOTES and ("female" if vote > 0 else "male") != gender:
                continue
            doubt = 1.0 if gender is None else AGREES if vote and ("female" if vote > 0 else "male") == gender else UNKNOWN
            total[name] = total.get(name, 0.0) + doubt * salience * FADES ** (here - self._sentence_at(at))
        return max(sorted(total), key=lambda name: total[name]) if total else None

    def described(self, noun: str, offset: int) -> str | None:
        """The person whom the article calls by a noun, before the offset or after it; the most salient of several."""
        names = self._described.get(noun, frozenset())
        if len(names) == 1:
            return next(iter(names))
        return self.person(offset, among=names) if names else None

    def organisation(self, noun: str, offset: int) -> str | None:
        """The organisation or place last named before the offset whose name ends with a noun: "the ministry"."""
        ending = [
            e.name for m, e in self._named if m.start < offset and e.kind == "organization" and name_words(e.name)[-1:] == (noun,)
        ]
        return ending[-1] if ending else None

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
        """Each person's votes, female above nought: by titles, and by pronouns behind the only person that a sentence names."""
        votes: dict[str, int] = {}
        for mention, name in self._people:
            before = self._text[max(0, mention.start - 24) : mention.start].lower().split()
            words = [w.strip(".,") for w in (*before[-1:], *mention.text.lower().split()[:1])]
            votes[name] = votes.get(name, 0) + sum(_TITLE_VOTE * _VOTES.get(w, 0) for w in words)
        for sentence in self._sentences:
            named = [(m, name) for m, name in self._people if inside(m, sentence.span)]
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
                if token.dep in ("nsubj",) and head.lemma == "be":
                    for j in children(sentence, token.head, "attr"):
                        described.setdefault(sentence.tokens[j].lemma.lower(), set()).add(name)
        return {noun: frozenset(names) for noun, names in described.items()}

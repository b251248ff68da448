"""Which cue stands between commas, or behind the last one, and speaks of the whole sentence around it?

Method: on the words, not on the parse, which attaches such cues at will: a stretch between commas (or from a comma to the end
of the sentence) that holds one verb of saying with its noun phrase and nothing else but adverbs, a day or an occasion. What
stands ahead of it is said, unless it tells the occasion ("In an essay in May, she wrote, …"); what stands behind it too, unless
that is an apposition, a relative clause or a participle. The speaker may be cut in two by a comma, a name and an office in either
order ("…, the head of the union, Ana Ruiz, said"), or hold a relative clause ("a diplomat who asked not to be named said").

Known failures: a second speaker's clause behind the commas that has no cue of its own is counted in.
"""

import itertools
import re

import msgspec

from twosource.annotate import cues
from twosource.annotate.findings import LEADING, Finding, runs, trimmed_stretch
from twosource.annotate.parties import OCCASIONS, TOLD, source_span, verb_finding
from twosource.annotate.source_kinds import SPOKESPEOPLE, UNNAMED
from twosource.annotate.syntax import ancestors, children, subtree
from twosource.records import Sentence, Span

REACH = 16
"""Words of such a stretch, at most: "the head of the regional department of health, said on Monday"."""
LONG = 24
"""Words of such a stretch with a relative clause in it, at most."""
NAME = 5
"""Words of a name with its titles, at most: "Police Colonel Maria Elena Ruiz"."""
_SHOWS = frozenset(["say", "said", "says", "show", "shows", "suggest", "suggests", "indicate", "indicates"])
"""Forms that the tagger takes for nouns behind a plural: records show."""
_RECORDS = frozenset(
    ["records", "polls", "reports", "documents", "figures", "surveys", "studies", "filings", "results", "estimates"]
)
"""Plural nouns that the tagger takes for verbs there."""
_INVERTED = frozenset(["say", "report", "add", "write", "note", "explain", "argue", "warn", "claim"])
"""Verbs that newspapers set before their subject: "…, said the mayor, …"."""
_STATED_TO = TOLD - frozenset("advise warn ask urge order beg implore exhort invite instruct reassure".split())
"""Verbs behind which stands who was told; those of asking and warning have more than that behind them."""
_COMMAS = frozenset([",", "--", "—", "–"])
_BARE = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADV", "PART", "ADP", "CCONJ", "X", "SYM"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])
_OPENS_OTHER = frozenset(
    ["who", "which", "whose", "whom", "where", "that", "as", "when", "while", "after", "before", "if", "because", "although",
     "though", "since", "until", "unless", "what", "how", "why", "whether"]
)  # fmt: skip
_FRAME = re.compile(
    r"as for\b|of course\b|for (?:example|instance|one)\b|unlike\b|without\b|instead\b|besides\b|"
    r"in (?:other words|fact|short|addition|contrast|general|reality|truth|the end|the long run)\b"
)
"""Openings that belong to what is said, not to its occasion."""


def parenthesis(sentence: Sentence, number: int, quoted: tuple[Span, ...]) -> Finding | None:
    """The finding of the first such cue of a sentence; None if there is none. Commas inside the spans `quoted` do not count."""
    tokens = sentence.tokens

    def held(i: int) -> bool:
        return any(q.start <= tokens[i].start < q.end for q in quoted)

    commas = [i for i, t in enumerate(tokens) if t.text in _COMMAS and not held(i)]
    for comma, stop in itertools.pairwise([*commas, len(tokens)]):
        inner = _words(sentence, comma + 1, stop)
        before, behind = _words(sentence, 0, comma), _words(sentence, stop + 1, len(tokens))
        if not inner or not any(tokens[i].pos in _NOMINAL | {"NUM"} for i in before) or any(held(i) for i in inner):
            continue
        earlier = [c for c in commas if c < comma]
        name: int | None = None
        if len(earlier) > 1 and (name := _introduced(sentence, earlier[-2], earlier[-1], comma)) is not None:
            before = _words(sentence, 0, earlier[-2])
            told = any(tokens[i].pos in ("VERB", "AUX") for i in before)
            verb = inner[0] if told and _says_only(sentence, inner) else None
            inner = [*_words(sentence, earlier[-2] + 1, comma), *inner]
        elif earlier and _apposed(sentence, _words(sentence, earlier[-1] + 1, comma), inner):
            before = _words(sentence, 0, earlier[-1])
            inner = [*_words(sentence, earlier[-1] + 1, comma), *inner]
            verb = _only_cue(sentence, inner)
        else:
            verb = _only_cue(sentence, inner) or _behind_relative(sentence, inner)
        if verb is None:
            continue
        said = set(before)
        if not behind and tokens[before[0]].pos == "ADP" and not _finite(sentence, before):
            continue  # "On her page, she wrote:"
        goes_on = bool(behind) and tokens[behind[0]].text[0].islower() and _finite(sentence, before)  # 'he said, "and …"'
        if behind and not _said_before(sentence, before, into_quotation=held(behind[0]) and not goes_on):
            said = set()
        if behind and _goes_on(sentence, behind):
            said |= set(behind)
        elif behind and not _finite(sentence, before) and (rest := _resumed(sentence, behind)):
            said |= set(rest)
        if said and not (behind and any(_other_cue(sentence, i) for i in said)):
            found = _finding(sentence, number, verb, inner, said, name)
            if found.content:
                return found
    return None


def _words(sentence: Sentence, first: int, stop: int) -> list[int]:
    return [i for i in range(first, stop) if sentence.tokens[i].pos not in ("PUNCT", "SPACE")]


def _apposed(sentence: Sentence, before: list[int], inner: list[int]) -> bool:
    """Whether the stretch ahead says what the name in this one is: "…, a hospital spokeswoman, Ana Ruiz, said"."""
    tokens = sentence.tokens
    return (
        bool(before)
        and tokens[before[0]].pos in ("DET", "PRON")
        and all(tokens[i].pos in _BARE for i in before)
        and tokens[inner[0]].pos == "PROPN"
        and any(tokens[i].lemma.lower() in UNNAMED | SPOKESPEOPLE for i in before)
    )


def _introduced(sentence: Sentence, first: int, middle: int, last: int) -> int | None:
    """The last word of the name, where one of two stretches between three commas is a name and the other says what it is.

    "…, the manager of the mine, Ana Ruiz, said" and "…, Ana Ruiz, director of the clinic, said": the parser hangs such a
    speaker on the nearest noun of what is said.
    """
    one, two = _words(sentence, first + 1, middle), _words(sentence, middle + 1, last)
    if _is_name(sentence, two) and _is_description(sentence, one):
        return two[-1]
    return one[-1] if _is_name(sentence, one) and _is_description(sentence, two) else None


def _is_name(sentence: Sentence, words: list[int]) -> bool:
    tokens = sentence.tokens
    return 0 < len(words) <= NAME and all(
        tokens[i].text[:1].isupper() and (tokens[i].pos == "PROPN" or i < words[-1]) for i in words
    )


def _is_description(sentence: Sentence, words: list[int]) -> bool:
    """Whether a stretch is a noun phrase with a common noun at its head: "the manager of the mine"."""
    tokens = sentence.tokens
    if not words or any(tokens[i].pos not in _BARE or tokens[i].tag in ("WP", "WDT", "CC") for i in words):
        return False
    first = itertools.takewhile(lambda i: tokens[i].pos != "ADP", words)
    heads = [i for i in first if tokens[i].pos in ("NOUN", "PROPN")]
    return bool(heads) and tokens[heads[-1]].pos == "NOUN" and not _is_time(sentence, tokens[heads[-1]].start)


def _says_only(sentence: Sentence, inner: list[int]) -> bool:
    """Whether a stretch is a verb of saying without its subject: "said on Monday", "told the Herald by telephone"."""
    tokens = sentence.tokens
    if tokens[inner[0]].pos != "VERB" or tokens[inner[0]].tag not in ("VBD", "VBZ") or tokens[inner[0]].lemma not in cues.SAYING:
        return False
    return not _finite(sentence, inner[1:]) and (len(inner) == 1 or _subject_first(sentence, inner[0], inner[1:]))


def _behind_relative(sentence: Sentence, inner: list[int]) -> int | None:
    """The verb of saying behind a subject with a relative clause: "a diplomat who asked not to be named said on Monday"."""
    tokens = sentence.tokens
    who = next((i for i in inner if tokens[i].tag == "WP" and i > inner[0]), None)
    if who is None or len(inner) > LONG or any(tokens[i].pos not in _BARE for i in inner if i < who):
        return None
    if tokens[who - 1].pos not in _NOMINAL | {"NUM"} or tokens[inner[0]].text.lower() in _OPENS_OTHER | LEADING:
        return None
    finite = [i for i in inner if i > who and tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")]
    if len(finite) < 2 or tokens[finite[-1]].pos != "VERB" or tokens[finite[-1]].lemma not in cues.SAYING:
        return None
    joined = any(tokens[i].tag == "CC" for i in inner if finite[-2] < i < finite[-1])
    rest = [i for i in inner if i > finite[-1]]
    fits = not rest or _subject_first(sentence, finite[-1], rest)
    return finite[-1] if fits and not joined and tokens[finite[-1] - 1].tag != "WP" else None


def _only_cue(sentence: Sentence, inner: list[int]) -> int | None:
    """The verb of saying that such a stretch holds beside its subject; None if it holds more or less than that."""
    tokens = sentence.tokens
    opening = tokens[inner[0]]
    occasions = [i for i in inner if tokens[i].dep == "acl" and tokens[tokens[i].head].lemma.lower() in OCCASIONS]
    inner = [i for i in inner if not any(i in subtree(sentence, o) for o in occasions)]  # "a briefing carried live on Channel 9"
    if not 2 <= len(inner) <= REACH or opening.text.lower() in _OPENS_OTHER | LEADING or opening.pos == "ADP":
        return None
    found = [i for i in inner if _may_be_cue(sentence, i, first=i == inner[0])]
    if len(found) != 1 or opening.tag == "TO":
        return None
    verb = found[0]
    rest = [i for i in inner if i != verb and not (tokens[i].pos == "AUX" and i == verb - 1)]
    subjects = [i for i in rest if tokens[i].pos in _NOMINAL or tokens[i].text.lower() in _RECORDS]
    if not subjects or any(tokens[i].pos not in _BARE and i not in subjects for i in rest):
        return None
    fits = _subject_first(sentence, verb, rest) if subjects[0] < verb else _verb_first(sentence, verb, inner)
    return verb if fits else None


def _may_be_cue(sentence: Sentence, index: int, *, first: bool) -> bool:
    token = sentence.tokens[index]
    lower = token.text.lower()
    if lower == "reports" and not first and sentence.tokens[index - 1].pos == "PROPN":
        return True  # "…, the Herald reports, citing": a noun for the tagger
    if lower in _RECORDS:
        return False
    finite = token.tag in ("VBD", "VBZ", "VBP") or (token.tag == "VBN" and sentence.tokens[index - 1].pos == "AUX")
    return (token.pos == "VERB" and token.lemma in cues.SAYING and finite) or (
        lower in _SHOWS and not first and token.pos in ("NOUN", "VERB")
    )


def _subject_first(sentence: Sentence, verb: int, rest: list[int]) -> bool:
    """Whether behind "the mayor said" there is nothing but a day, an occasion, an adverb or who was told."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    after = next((tokens[i] for i in rest if i > verb), None)
    if after is None or lemma in _STATED_TO:
        return True
    if after.text.lower() in cues.WITH_PREPOSITION.get(lemma, ()):
        return False
    return after.pos in ("ADP", "ADV") or _is_time(sentence, after.start)


def _verb_first(sentence: Sentence, verb: int, inner: list[int]) -> bool:
    """Whether "said the mayor" stands here, not the beginning of what a subject ahead of the comma said."""
    tokens = sentence.tokens
    if tokens[verb].lemma not in _INVERTED:
        return False
    if any(i < inner[0] for i in children(sentence, verb, "nsubj")):
        return not _finite(sentence, range(inner[0])) and bool(_resumed(sentence, list(range(inner[-1] + 2, len(tokens)))))
    closing = inner[-1] >= len(tokens) - 2
    return not closing or _finite(sentence, range(inner[0]))


def _said_before(sentence: Sentence, before: list[int], *, into_quotation: bool) -> bool:
    """Whether what stands ahead of a cue with more behind it is said too, not the occasion of the saying."""
    tokens = sentence.tokens
    first = tokens[before[0]].text.lower()
    if first in ("if", "unless") or _FRAME.match(" ".join(tokens[i].text.lower() for i in before[:4])):
        return True
    if first in _OPENS_OTHER:  # "When the law goes into force, she said": a present is hers, a past the writer's
        return any(tokens[i].tag in ("VBZ", "VBP", "MD") for i in before)
    if into_quotation:
        return False
    return tokens[before[0]].pos != "ADP" or not any(tokens[i].lemma.lower() in OCCASIONS for i in before)


def _goes_on(sentence: Sentence, behind: list[int]) -> bool:
    """Whether what stands behind the cue is the rest of a clause: not an apposition, a relative clause or a participle."""
    if sentence.tokens[behind[0]].tag in ("WP", "WDT", "WP$", "WRB", "VBG") or not _finite(sentence, behind):
        return False
    return not any(_other_cue(sentence, i) for i in behind)


def _resumed(sentence: Sentence, behind: list[int]) -> list[int]:
    """The rest of the clause behind an apposition of the speaker: "…, say experts like Ana Ruiz, a geologist, is the ground"."""
    tokens = sentence.tokens
    for i in behind:
        if tokens[i - 1].text == "," and tokens[i].tag in ("VBZ", "VBD", "VBP", "MD"):
            return [j for j in behind if j >= i]
    return []


def _is_time(sentence: Sentence, offset: int) -> bool:
    tokens = sentence.tokens
    return any(n.label in ("DATE", "TIME") and tokens[n.first].start <= offset < tokens[n.last - 1].end for n in sentence.names)


def _finite(sentence: Sentence, words: range | list[int]) -> bool:
    return any(sentence.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in words)


def _other_cue(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return (
        token.pos == "VERB" and token.lemma in ("say", "tell", "report", "add", "announce")
    ) or token.text.lower() == "according"


def _before_clause(sentence: Sentence, verb: int) -> int | None:
    """The noun whose relative clause ends with a comma right before a verb; None if none does."""
    tokens = sentence.tokens
    if verb < 3 or tokens[verb - 1].text != ",":
        return None
    last = (verb - 2, *ancestors(sentence, verb - 2))
    clause = next((i for i in last if tokens[i].dep == "relcl"), None)
    return None if clause is None else tokens[clause].head


def _finding(sentence: Sentence, number: int, verb: int, inner: list[int], said: set[int], name: int | None = None) -> Finding:
    """The finding of such a cue; the parse's own speaker counts where it stands beside the cue or in apposition ahead of it.

    `name`: the last word of the speaker's name, where the words alone tell it.
    """
    found = verb_finding(sentence, number, verb, ())
    tokens = sentence.tokens
    if name is None and any(tokens[i].tag == "WP" for i in inner if i < verb):
        who = next(i for i in inner if tokens[i].tag == "WP")
        name = next(i for i in reversed(inner) if i < who and tokens[i].pos in _NOMINAL | {"NUM"})
    if name is not None:
        source = trimmed_stretch(sentence, inner[0], verb - 1)
        found = Finding(number, verb, name, source, found.cue, found.force, (), found.addressee, found.cites)
    nouns = [i for i in inner if i < verb and (tokens[i].pos in _NOMINAL or tokens[i].text.lower() in _RECORDS)]
    apposed = found.speaker is not None and found.speaker < inner[0] and not any(i < inner[0] for i in said)
    if name is None and not apposed and found.speaker not in inner:
        if nouns:
            source = trimmed_stretch(sentence, inner[0], verb - 1)
            found = Finding(number, verb, nouns[-1], source, found.cue, found.force, (), found.addressee, found.cites)
        else:  # "…, said the mayor, …"; "…, its envoy, who lives in Arica, said on Monday"
            behind = (i for i in inner if i > verb and tokens[i].pos in _NOMINAL and tokens[i].dep not in ("compound", "pobj"))
            speaker = _before_clause(sentence, verb)
            speaker = next(behind, None) if speaker is None else speaker
            source = None if speaker is None else source_span(sentence, speaker, verb)
            found = msgspec.structs.replace(found, speaker=speaker, source=source)
    if (
        found.source is not None
        and found.speaker in inner
        and found.source.start < tokens[inner[0]].start
        and found.speaker < verb
    ):
        source = trimmed_stretch(sentence, inner[0], verb - 1)  # the parser hangs what is said on who says it
        found = msgspec.structs.replace(found, source=source)
    named = found.source
    rest = said if named is None else {i for i in said if not named.start <= tokens[i].start < named.end}
    return msgspec.structs.replace(found, content=runs(sentence, rest))

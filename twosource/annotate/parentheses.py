"""Which cue stands between commas, or behind the last one, and speaks of the whole sentence around it?

Method: on the words, not on the parse, which attaches such cues at will: a stretch between commas (or from a comma to the end of
the sentence) that holds one verb of saying with its noun phrase and nothing else but adverbs, a day or an addressee. What stands before it
is said, and what stands after it too, unless that is an apposition, a relative clause or a participle.

Known failures: a second speaker's clause after the commas that has no cue of its own is counted in.
"""

from twosource.annotate import cues
from twosource.annotate.findings import LEADING, Finding, runs, trimmed_stretch, verb_finding
from twosource.annotate.syntax import children
from twosource.records import Sentence, Span

_SHOWS = frozenset(["say", "said", "says", "show", "shows", "suggest", "suggests", "indicate", "indicates"])
"""Forms that the tagger takes for nouns behind a plural: records show."""
_RECORDS = frozenset(
    ["records", "polls", "reports", "documents", "figures", "surveys", "studies", "filings", "results", "estimates"]
)
"""Plural nouns that the tagger takes for verbs there."""
_COMMAS = frozenset([",", "--", "—", "–"])
_BARE = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADV", "PART", "ADP", "CCONJ", "X", "SYM"])
_OPENS_OTHER = frozenset(["who", "which", "whose", "whom", "where", "that", "as", "when", "while", "after", "before", "if", "because",
                          "although", "though", "since", "until", "unless", "what", "how", "why", "whether"])  # fmt: skip
REACH = 16
"""Words of such a stretch, at most: "the head of the regional department of health, said on Monday"."""


def parenthesis(sentence: Sentence, number: int, quoted: tuple[Span, ...]) -> Finding | None:
    """The finding of the first such cue of a sentence; None if there is none."""
    tokens = sentence.tokens
    if any(q.start < sentence.span.end and sentence.span.start < q.end for q in quoted):
        return None  # quotations are given their speakers elsewhere
    commas = [i for i, t in enumerate(tokens) if t.text in _COMMAS]
    ends = [*commas, len(tokens)]
    for here, comma in enumerate(commas):
        stop = ends[here + 1]
        inner = [i for i in range(comma + 1, stop) if tokens[i].pos not in ("PUNCT", "SPACE")]
        verb = _only_cue(sentence, inner)
        if verb is None or not _clause_like(sentence, range(comma)):
            continue
        wanted = {i for i in range(comma) if tokens[i].pos != "SPACE"}
        behind = [i for i in range(stop + 1, len(tokens)) if tokens[i].pos not in ("PUNCT", "SPACE")]
        if behind and _goes_on(sentence, behind):
            wanted |= set(behind)
        if any(_other_cue(sentence, i) for i in wanted):
            continue
        return _finding(sentence, number, verb, inner, wanted)
    return None


def _only_cue(sentence: Sentence, inner: list[int]) -> int | None:
    tokens = sentence.tokens
    if not 2 <= len(inner) <= REACH or tokens[inner[0]].text.lower() in _OPENS_OTHER | LEADING:
        return None
    found = [
        i
        for i in inner
        if (
            tokens[i].pos == "VERB"
            and tokens[i].lemma in cues.SAYING
            and (tokens[i].tag in ("VBD", "VBZ", "VBP") or (tokens[i].tag == "VBN" and tokens[i - 1].pos == "AUX"))
        )
        or (tokens[i].text.lower() in _SHOWS and i > inner[0] and tokens[i].pos in ("NOUN", "VERB"))
    ]
    found = [i for i in found if tokens[i].text.lower() not in _RECORDS]
    if len(found) != 1:
        return None
    verb = found[0]
    rest = [i for i in inner if i != verb and not (tokens[i].pos == "AUX" and i == verb - 1)]
    if any(tokens[i].pos not in _BARE and tokens[i].text.lower() not in _RECORDS for i in rest) or not any(
        tokens[i].pos in ("NOUN", "PROPN", "PRON") or tokens[i].text.lower() in _RECORDS for i in rest
    ):
        return None
    lemma = tokens[verb].lemma
    after = [i for i in rest if i > verb]
    if tokens[inner[0]].pos == "ADP" or tokens[inner[0]].tag == "TO":
        return None
    subject_first = any(
        tokens[i].pos in ("NOUN", "PROPN", "PRON") or tokens[i].text.lower() in _RECORDS for i in rest if i < verb
    )
    if subject_first and after and tokens[after[0]].pos not in ("ADP", "ADV", "PROPN", "NOUN") and lemma != "tell":
        return None
    if (
        subject_first
        and after
        and lemma != "tell"
        and tokens[after[0]].pos in ("NOUN", "PROPN")
        and not _is_time(sentence, after[0])
    ):
        return None
    ahead = [i for i in children(sentence, verb, "nsubj") if i < inner[0]]
    closing = inner[-1] >= len(tokens) - 2
    if (
        not subject_first
        and ahead
        and not (inner[-1] + 2 < len(tokens) and tokens[inner[-1] + 2].tag in ("VBZ", "VBD", "VBP", "MD"))
    ):
        return None
    if not subject_first and closing and not _finite(sentence, list(range(inner[0]))):
        return None
    if not subject_first and lemma not in ("say", "report", "add", "write", "note", "explain", "argue", "warn", "claim"):
        return None
    return verb


def _is_time(sentence: Sentence, index: int) -> bool:
    return any(n.label in ("DATE", "TIME") and n.first <= index < n.last for n in sentence.names)


def _clause_like(sentence: Sentence, before: range) -> bool:
    """Whether the words before the comma can be a statement or the beginning of one: a noun phrase at least."""
    return any(sentence.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM") for i in before)


def _finite(sentence: Sentence, words: list[int]) -> bool:
    return any(sentence.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in words)


def _goes_on(sentence: Sentence, behind: list[int]) -> bool:
    first = sentence.tokens[behind[0]]
    if first.tag in ("WP", "WDT", "WP$", "WRB", "VBG") or not _finite(sentence, behind):
        return False
    return not any(_other_cue(sentence, i) for i in behind)


def _other_cue(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return (
        (token.pos == "VERB" and token.lemma in ("say", "tell", "report", "add", "announce")) or token.text.lower() == "according"
    )


def _finding(sentence: Sentence, number: int, verb: int, inner: list[int], wanted: set[int]) -> Finding:
    found = verb_finding(sentence, number, verb, runs(sentence, wanted))
    tokens = sentence.tokens
    nouns = [i for i in inner if i < verb and (tokens[i].pos in ("NOUN", "PROPN", "PRON") or tokens[i].text.lower() in _RECORDS)]
    if nouns and (found.speaker is None or found.speaker not in inner):
        speaker = nouns[-1]
        return Finding(
            number, verb, speaker, trimmed_stretch(sentence, inner[0], verb - 1), found.cue, found.force, found.content
        )
    return found

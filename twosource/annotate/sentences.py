"""Where does each sentence begin and end?

sentencex (rules of Wikimedia for many languages; 28 kB in 0.7 ms) on each part by itself, so that no sentence runs over a line
break, a heading or a caption. It treats a quotation as one piece, so quotation marks and brackets are hidden from it and
given back to the sentence they belong to; then a few rules that hold in every cased script mend what it gets wrong.
Quotations of several sentences are cut inside: `"We go. They stay," he said.` is two sentences.

Tried and dropped: pysbd, with the same or better cuts on plain quotes but a thousand times slower (0.8 s for 28 kB).
A text printed without capitals is cut at every stop that stands behind no abbreviation and no initial.
Known failures: "in the U.S. Smith said" (an abbreviation before a name that begins a sentence); a text that
has capitals here and there only.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from twosource.records import Document, PartKind, Sentence
from twosource.text import trimmed

SAID: frozenset[PartKind] = frozenset({"title", "heading", "body", "caption"})

OPENING = "\"'“‘„«‹([「『（《〈"
CLOSING = "\"'”’“»›)]」』）》〉"
_HIDE = str.maketrans(dict.fromkeys('"“”„«»‹›()[]‘', " "))

_BEFORE_NAMES = frozenset(
    "mr mrs ms mx dr prof messrs gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt pfc spc brig rep reps sen sens gov lieut pres "
    "rev hon fr msgr insp det supt const ofc st sta sto ste mt ft fort sec amb atty jr. no nos art vs v op cf e.g i.e viz "
    "approx dept jan feb mar apr jun jul aug sept sep oct nov dec sr sra srta m mme mlle d.ª dott sig ing".split()
)
"""Abbreviations that stand before a name or a figure and so hardly ever end a sentence. Month names, "no" and the like
only before a figure (`_ONLY_BEFORE_FIGURES`)."""
_ONLY_BEFORE_FIGURES = frozenset(
    "no nos art jan feb mar apr jun jul aug sept sep oct nov dec m v op fort mt ft sec const det".split()
)
_LAST_WORD = re.compile(r"([\w.]*\w)\.$")
_HOUR = re.compile(r"\d\s?[ap]\.\s?m\.$", re.IGNORECASE)
_DAY_AFTER_HOUR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? "
    r"\d|(?:[ECMP][SD]?T|GMT|UTC)\b)"
)
"""What belongs to the time of day before it: "at 5 p.m. Monday"."""
_INITIAL = re.compile(r"(?:^|[\s.(“\"-])[A-ZÀ-ÞА-Я]\.$")
_BEGINS = frozenset(
    "the a an he she it they we i you but and in on at this that these those his her their its there when while after before if "
    "as for from with by to what who why how not no so then some many most all both since according however meanwhile".split()
)
"""Words that, written with a capital, begin a sentence even after an abbreviation."""
_SINGLE = re.compile(r"(?<!\w)['’]+|['’]{2,}|['’](?!\w)")
"""Apostrophes that are quotation marks, doubled ones among them."""
_PLAIN_WORD = re.compile(r"(?<![\w'’.-])[a-z][a-z'’-]+[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z])")
"""A word in small letters with a stop: in English hardly ever an abbreviation; `_BEFORE_NAMES` holds those that are."""
_CAPITALS = 0.004
"""Share of capitals among the letters below which a text is printed without them; cased English has 0.02 and more."""
_TELLING = 80
"""Letters of a text from which the lack of capitals tells anything."""
_ANY_STOP = re.compile(r"(?<=\w)[\"'”’)\]]*[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*\w)")
"""Where a sentence may end in a text without capitals."""
_SPACED_CLOSING = re.compile(r"\s»(?=\s)")
"""A closing mark as French sets it, behind a space."""
_CUT = re.compile(
    r"(?<=\w…)\s+(?=(?:The|But|And|It|He|She|They|We|I|In|This|That)\b)|"
    r"(?<=\w[.!?…])[\"'”’»)\]]+\s+(?=[\"'“‘«(\[]*[^\W\d_a-z])"  # said." Then
    r"|(?<=\w[.!?…])\s+(?=[\"“‘«(\[]+[^\W\d_])"  # said. "Then
    r"|(?<=[a-zà-ÿа-я]{3}[.!?])(?=[\"“]?[A-ZÀ-ÞА-Я][a-zà-ÿа-я]*\s)"  # said.Then
)
_GALLERY = re.compile(r"\b(?:Image|Photo|Picture|Slide)\s+\d+\s+of\s+(?:/\s*)?\d+\s+(?=[\"“]?[A-ZÀ-Þ])")
"""The counter of a gallery, run together with its captions: "Image 5 of 10 A girl has died"."""
DAY_LABEL = re.compile(
    r"^(?P<day>MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY(?:\s(?:MORNING|AFTERNOON|EVENING|NIGHT))?(?:,\s[A-Z0-9:.' ]{1,24}?)?"
    r"(?:[.:]|\s[-–—|])\s+(?=[\"“‘']?[A-ZÀ-Þ])"
)
"""The day in capitals that opens a paragraph of a chronicle: "WEDNESDAY, 5 A.M. Officers have …"."""
_SAID_AFTER = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Sen|Rep|Gov|Col|Sgt)\.?\s+)?(?:[A-ZÀ-Þ][\w’'-]*\s+){1,4}"
    r"(?:said|says|asked|asks|added|told|wrote|tweeted|replied|cried|shouted|exclaimed|wondered|continued|warned|declared)\b"
)
_SAID_AFTER_SMALL = re.compile(_SAID_AFTER.pattern, re.IGNORECASE)


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the parts that hold text, in order, without tokens."""
    found = []
    for part in document.parts:
        if part.kind in SAID:
            for start, end in split(part.span.text, document.language):
                span = trimmed(document.text, part.span.start + start, part.span.start + end)
                if span.text:
                    found.append(Sentence(span, part.kind, (), ()))
    return tuple(found)


def split(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of one text without heed to parts; they touch and cover it."""
    cuts = {0, len(text)} | {m.end() for m in re.finditer(r"\n\s*\n", text)}
    at = 0
    for piece in sentencex.segment(language, _SINGLE.sub(lambda m: " " * len(m[0]), text.translate(_HIDE))):
        at += len(piece)
        cuts.add(at)
    cuts |= {m.end() for m in _CUT.finditer(text)}
    if language == "en":
        cuts |= {m.end() for m in _PLAIN_WORD.finditer(text)}
    small = _without_capitals(text)
    if small:
        cuts |= {m.end() for m in _ANY_STOP.finditer(text)}
    kept = {0, len(text)} | {c for c in (_settled(text, c, small) for c in cuts if c < len(text)) if c is not None}
    kept |= {end for m in _GALLERY.finditer(text) for end in m.span() if end < len(text)}
    if label := DAY_LABEL.match(text):
        kept = {c for c in kept if c == 0 or c >= label.end()} | {label.end()}
    yield from pairwise(sorted(kept))


def _without_capitals(text: str) -> bool:
    """Whether a text in a cased script is printed in small letters throughout."""
    small, capitals = sum(c.islower() for c in text), sum(c.isupper() for c in text)
    return small >= _TELLING and capitals < _CAPITALS * small


def _settled(text: str, cut: int, small: bool = False) -> int | None:
    """A cut moved to where the quotation marks around it belong; None if no sentence ends there."""
    left, right = cut, cut
    while left > 0 and (text[left - 1].isspace() or text[left - 1] in OPENING + CLOSING):
        left -= 1
    while right < len(text) and (text[right].isspace() or text[right] in OPENING + CLOSING):
        right += 1
    if left == 0 or right == len(text):
        return None
    gap = text[left:right]
    space = next((i for i, c in enumerate(gap) if c.isspace()), None)
    if space is None:
        place = left + next((i for i, c in enumerate(gap) if c in "“‘„«‹([「『（《〈"), len(gap))
        if '"' in gap and place == right:
            place = right - gap.count('"') if text.count('"', 0, left) % 2 == 0 else right
    else:
        place = left + space
        if inner := _SPACED_CLOSING.match(gap, space):
            place = left + inner.end()
        while place < right and text[place].isspace():
            place += 1
    before, after = text[max(0, left - 40) : left], text[right : right + 120]
    if small and before[-1] in ".!?":
        word = _LAST_WORD.search(before)
        short = word is not None and (len(word[1]) == 1 or "." in word[1] or word[1] in _BEFORE_NAMES)
        asked = before[-1] != "." and gap[:1] in CLOSING and _SAID_AFTER_SMALL.match(after)
        return None if short or asked else place
    return place if _ends(before, gap, after) else None


def _ends(before: str, gap: str, after: str) -> bool:
    """Whether a sentence ends after `before`, given the marks and white space behind it and the text after those."""
    if after[0].islower():
        return False
    closed = any(c in CLOSING for c in gap.split(" ")[0]) if gap else False
    if before[-1] in ",;:-–—" or (before[-1].isalnum() and after[0].isascii() and after[0].isalpha()):
        return False
    if closed and before[-1] in "!?" and _SAID_AFTER.match(after):
        return False
    first = re.match(r"[\w’']+", after)
    begins = first is not None and first[0].lower() in _BEGINS and first[0][0].isupper()
    if (word := _LAST_WORD.search(before)) is not None:
        known = word[1].lower()
        if _HOUR.search(before) and _DAY_AFTER_HOUR.match(after):
            return False
        if known in _ONLY_BEFORE_FIGURES:
            return not after[0].isdigit() and (known not in {"mt", "ft", "sec", "det", "const"} or begins)
        if known in _BEFORE_NAMES:
            return False
        if closed and "." in word[1] and _SAID_AFTER.match(after):
            return False
        if _INITIAL.search(before) and not begins:
            return "." in word[1] and not re.search(r"(?:^|[\s(])(?:[A-Z]\.){1,3}$", before)
    return True

"""Which words stand between quotation marks?

Method: one pass over each paragraph with a stack of open marks. Directed marks (curly, low, guillemets, corner brackets) say
themselves whether they open; a straight mark opens where white space or a bracket stands before it and a word after it, and
closes otherwise; it closes a curly one too, as does a curly opening mark set where only an end can be. A single mark counts
as a quotation mark only where it cannot be an apostrophe and its partner is in the same paragraph. A dash that opens a
paragraph opens speech where somebody is said to say it. A quotation never leaves its paragraph: one that lacks its closing
mark ends with the paragraph, and the next paragraph opens another (the custom of English newspapers). Works on every
language, no parse needed.

Known failures: a possessive plural inside single quotes ('the boys' club' is cut at the apostrophe where no later mark
closes); inch and foot marks after numbers are left out only directly behind a digit.
"""

import re

from twosource.records import Document, Quotation, Span
from twosource.text import span, trimmed, word_spans

_CLOSERS = {
    "“": '”"“',
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    '"': '"”',
}
_DIRECTED = frozenset("“„‟「『")
_GUILLEMETS = frozenset("«»")
_SINGLE = frozenset("‘‚'")
_BEFORE_OPENING = frozenset(' \t\n\u00a0\u2009\u202f([{-–—/:"“„«>')
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’])", re.IGNORECASE)

SCARE_WORDS = 3
"""Up to so many words without an end of a sentence are a term, not a statement (by the custom of style guides)."""
TITLE_WORDS = 8
"""Up to so many words, all the long ones capitalised, are the title of a work."""
_SAYS = (
    r"(?:said|says|say|saying|replied|answered|added|asked|shouted|tweeted|wrote|chanted|chanting|told \w+|yelled|cried|"
    r"responded|read|reads|called|calls|declared|insisted|warned|joked|quipped|continued)"
)
_INTRODUCES = re.compile(rf"(?::|(?<![-\w]){_SAYS}\s*,?|(?<![-\w]){_SAYS}\b[^,.;]{{0,60}},)\s*$")
"""A verb of saying right before the mark, or before the comma in front of it."""
_RUNS_ON = re.compile(rf"\W?\s+(?!(?:\w+\s+){{0,3}}{_SAYS}\b)\w")
"""Words that go on behind a quotation without anybody saying it."""
_DASH = re.compile(r"[—–―]\s*(?=\w)")
_SAID_BEHIND = re.compile(rf"(?<=[,.!?…])(?P<behind>)\s+(?:[—–―]\s*)?(?:{_SAYS}\s+\w|(?:[\w.’'-]+\s+){{1,4}}{_SAYS}\b)")
_ITEM = re.compile(r"[A-ZÀ-Þ][\w-]*(?: [\w-]+)?[.:] [A-ZÀ-Þ]")
"""How an item of a list begins: "– Politics. The heads of state talked on Tuesday"."""
_BREAK = re.compile(r"\n\s*\n")


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of a document in text order, nested ones after the one that holds them."""
    paragraphs = [stretch for part in document.parts for stretch in _paragraphs(document.text, part.span)]
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        after = document.text[paragraphs[number + 1][0] : paragraphs[number + 1][1]] if number + 1 < len(paragraphs) else ""
        marked = _in_paragraph(document.text, start, end, after.lstrip()[:1])
        found += marked or _dashed(document.text, start, end)
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _paragraphs(text: str, part: Span) -> list[tuple[int, int]]:
    cuts = [part.start]
    for gap in _BREAK.finditer(text, part.start, part.end):
        cuts += [gap.start(), gap.end()]
    cuts.append(part.end)
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if text[a:b].strip()]


def _in_paragraph(text: str, start: int, end: int, next_mark: str) -> list[Quotation]:
    found: list[Quotation] = []
    opened: list[int] = []
    at = start
    while at < end:
        mark = text[at]
        if text[at : at + 2] in ("``", "''"):
            partner = next((o for o in reversed(opened) if text[o : o + 2] in ("``", "''")), None)
            if text[at] == "`" or (partner is None and _before_word(text, at, start, end)):
                opened.append(at)
            elif partner is not None:
                found.append(_quotation(text, partner, at + 2, 2, closed=True, paragraph=start))
                opened = [o for o in opened if o < partner]
            at += 2
            continue
        partner = next((o for o in reversed(opened) if mark in _CLOSERS.get(text[o], "")), None)
        opens = _opens(text, at, start, end)
        if partner is not None and text[partner] + mark in ('“"', "““", '"”') and not _ends_quotation(text, at, end):
            partner = None
        if mark == '"' and partner is not None and opens and _clearly_opens(text, at, start, end):
            opened = [o for o in opened if o < partner]  # the earlier mark never found its end: it is not trusted
            opened.append(at)
        elif partner is not None and _closes(text, at, end, text[partner]):
            found.append(_quotation(text, partner, at + 1, 1, closed=True, paragraph=start))
            opened = [o for o in opened if o < partner]
        elif opens and (mark not in _SINGLE or _closing_single(text, at, end) is not None or (at == start and next_mark == mark)):
            opened.append(at)
        at += 1
    for at in opened:
        double = text[at : at + 2] in ("``", "''")
        runs_on = next_mark != "" and next_mark == text[at]
        if text[at] in _SINGLE and not double and not runs_on:
            continue
        if (runs_on or at == start or text[at] in _DIRECTED | {"`"}) and not any(q.span.start < at < q.span.end for q in found):
            stop = trimmed(text, at, end).end
            if stop - at > 1:
                found.append(_quotation(text, at, stop, 2 if double else 1, closed=False, paragraph=start))
            break
    return found


def _dashed(text: str, start: int, end: int) -> list[Quotation]:
    """Speech set off by a dash that opens the paragraph, up to the words that say whose it is: "— We left, said Ana."."""
    opening = _DASH.match(text, start, end)
    said = _SAID_BEHIND.search(text, start, end) if opening else None
    if opening is None or said is None or _ITEM.match(text, opening.end(), end):
        return []
    return [Quotation(span(text, start, said.start("behind")), span(text, opening.end(), said.start("behind")), True, False)]


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    if mark not in _CLOSERS:
        return False
    before, after = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if mark in _DIRECTED:
        return True
    if mark in _GUILLEMETS or mark == "‹":
        return before in _BEFORE_OPENING or not before.isalnum()
    if mark == '"':
        return not after.isspace() and not before.isdigit() and (before in _BEFORE_OPENING or not before.isalnum())
    return before in _BEFORE_OPENING and not after.isspace() and not _ELISION.match(text, at)


def _before_word(text: str, at: int, start: int, end: int) -> bool:
    return (at == start or text[at - 1] in _BEFORE_OPENING) and at + 2 < end and not text[at + 2].isspace()


def _clearly_opens(text: str, at: int, start: int, end: int) -> bool:
    before, after = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in "([") and (after.isalnum() or after in "$£€'‘[")


def _ends_quotation(text: str, at: int, end: int) -> bool:
    """Whether a mark of the wrong sort stands where only a closing one can: behind a word, before white space or a stop."""
    after = text[at + 1] if at + 1 < end else " "
    return not text[at - 1].isspace() and not after.isalnum()


def _closes(text: str, at: int, end: int, opener: str) -> bool:
    if opener not in _SINGLE:
        return True
    after = text[at + 1] if at + 1 < end else " "
    return not text[at - 1].isspace() and not after.isalnum() and not _possessive(text, at, end)


def _possessive(text: str, at: int, end: int) -> bool:
    """Whether a single mark after an s is a possessive: a word follows, and another mark that can close comes later."""
    if text[at - 1] not in "sS" or not re.match(r" [a-z]", text[at + 1 : at + 3]):
        return False
    later = re.search(r"(?:(?<=\w)|(?<=[.,!?]))['’](?!\w)|(?<=\s)['‘]", text[at + 1 : end])
    return later is not None and (later.start() == 0 or not text[at + later.start()].isspace())


def _closing_single(text: str, at: int, end: int) -> int | None:
    closers = _CLOSERS[text[at]]
    return next((i for i in range(at + 2, end) if text[i] in closers and _closes(text, i, end, text[at])), None)


def _quotation(text: str, start: int, end: int, width: int, *, closed: bool, paragraph: int) -> Quotation:
    inner = trimmed(text, start + width, max(start + width, end - width if closed else end))
    return Quotation(span(text, start, end), inner, closed, closed and _scare(text, inner, paragraph, start))


def _scare(text: str, inner: Span, paragraph: int, start: int) -> bool:
    tokens = [w.text for w in word_spans(inner.text)]
    if not tokens:
        return True
    before = text[paragraph:start]
    if before.strip() and (before.rstrip()[-1] in ".!?:" or _INTRODUCES.search(before)):
        return False
    behind = text[inner.end : inner.end + 40]
    if not before.strip():  # a quotation opens the paragraph, a name or title only where the sentence runs on from it
        return len(tokens) <= TITLE_WORDS and inner.text[-1].isalnum() and bool(_RUNS_ON.match(behind))
    long = [w for w in tokens if len(w) > 3]
    titled = len(tokens) <= TITLE_WORDS and bool(long) and all(w[0].isupper() or w[0].isdigit() for w in long)
    if inner.text[-1] in ".!?" and len(tokens) > 1 and text[inner.start].isupper() and not (titled and len(long) > 1):
        return False
    return len(tokens) <= SCARE_WORDS or titled

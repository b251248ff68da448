"""Did an opinion that was somebody's become the writer's own: "a deal that some called overpriced", now "an overpriced deal"?

Method: adjectives below a verb of judging or saying that has a subject or a "by", within a sentence that says something else
besides (a relative clause, a participle, "what they called"). Where the later text gives the adjective of a noun or subject, in a
sentence that neither names the one who judged nor has such a verb above the word, the attribution was dropped. What the whole
sentence is about is left to `attribution`.

Known failures: an opinion in a noun ("a disaster"), or in another adjective, is not followed.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import ancestors, children, negated, root, stretch, subtree, token_at
from twosource.compare.alterations.answers import answers_both
from twosource.compare.alterations.groups import LIGHT, Group, stem
from twosource.records import Alteration, Reading, Sentence
from twosource.text import overlaps

_JUDGING = frozenset(
    """say call describe consider think believe deem label brand regard see find argue judge dismiss criticise criticize denounce
    condemn slam praise hail term decry portray view characterise characterize claim allege""".split()
)
_HELD = frozenset("accord eye word view opinion so-called perceive seem appear put".split())
"""Words beside an opinion that leave it with somebody."""
_COUNTED = frozenset("count estimate reckon reckoning account tell telling report".split())
_VIEW = re.compile(
    r"\b(?:in|from) the (?:view|opinion|eyes|judgment|judgement|estimation) of (?:\w+[ -]?){1,6}"
    r"|\b(?:in|by) (?:(?:the |an? )?(?:[\w-]+ ){0,3}[\w-]+['’]s?|his|her|their|its) (?:own )?"
    r"(?:view|opinion|judgment|judgement|count|account|estimate|reckoning|telling|tally)\b",
    re.IGNORECASE,
)
TOLD = 0.75
"""Share of the later sentence's content words that the earlier one must answer to where all but the view is kept."""


def opinion_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The opinions of one group that stand as facts in the later text."""
    yield from _viewed(a, b, group)
    for sentence in group.a:
        for verb, adjective in _judged(sentence, a):
            word = stem(sentence.tokens[adjective].lemma)
            who = _holder(sentence, verb)
            if not who or _stated(group.a, word, sentence, verb):
                continue
            there = next((spot for s in group.b if (spot := _fact(s, word, who, b)) is not None), None)
            if there is not None:
                own = [k for k in subtree(sentence, verb) if k <= max(verb, adjective)]
                mine = stretch(sentence, min([*own, verb]), max(verb, adjective))
                theirs, at = there
                first = min(at, *children(theirs, at, "det", "advmod"), at)
                shown = stretch(theirs, first, max(at, theirs.tokens[at].head if theirs.tokens[at].dep == "amod" else at))
                says = f"“{mine.text}” is gone; “{shown.text}” stands as a fact"
                yield Alteration("attribution-dropped", mine, shown, "high", says)
                break


def _viewed(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """Statements by somebody's view or count, of which the rest is told without: "in the auditors' view, the club is broke"."""
    for sentence in group.a:
        m = _VIEW.search(sentence.span.text)
        if m is None:
            continue
        first, last = (token_at(sentence, sentence.span.start + at) for at in (m.start(), m.end() - 1))
        if first is None or last is None:
            continue
        who = {stem(t.lemma) for t in sentence.tokens[first : last + 1] if t.pos in ("NOUN", "PROPN")}
        for theirs in group.b:
            lemmas = {t.lemma.lower() for t in theirs.tokens}
            sourced = any(x.cue is not None and overlaps(x.cue, theirs.span) for x in b.annotation.attributions)
            if sourced or lemmas & (_HELD | _JUDGING | _COUNTED) or {stem(w) for w in lemmas} & who:
                continue
            if answers_both(a, b, Group((sentence,), (theirs,)))[1] >= TOLD:
                mine = stretch(sentence, first, last)
                yield Alteration("attribution-dropped", mine, theirs.span, "high", f"“{mine.text}” is gone; the statement stands")
                break


def _judged(sentence: Sentence, reading: Reading) -> Iterator[tuple[int, int]]:
    """The verbs of judging that are not the sentence's own, each with the adjectives that they give."""
    quoted = [q.inner for q in reading.quotations]
    main = root(sentence)
    for i, token in enumerate(sentence.tokens):
        if token.lemma.lower() not in _JUDGING or token.pos != "VERB" or i == main or negated(sentence, i):
            continue
        if not any(sentence.tokens[k].dep in ("relcl", "acl", "pcomp", "csubj") for k in (i, *ancestors(sentence, i))) and not (
            token.dep in ("dobj", "ccomp", "pobj")
            and any(sentence.tokens[k].text.lower() == "what" for k in subtree(sentence, i))
        ):
            continue
        subject = {k for s in children(sentence, i, "nsubj", "nsubjpass", "agent") for k in subtree(sentence, s)}
        for k in subtree(sentence, i):
            below = sentence.tokens[k]
            inside = any(q.start <= below.start < q.end for q in quoted)
            if k > i and k not in subject and below.pos == "ADJ" and below.lemma.lower() not in LIGHT and not inside:
                yield i, k


def _holder(sentence: Sentence, verb: int) -> frozenset[str]:
    """The stems of the words for who judges; a "by" names him in the passive."""
    by = [k for p in children(sentence, verb, "agent") for k in children(sentence, p, "pobj")]
    passive = sentence.tokens[verb].tag == "VBN" and not children(sentence, verb, "nsubj")
    heads = by or ([] if passive else children(sentence, verb, "nsubj"))
    tokens = [sentence.tokens[k] for h in heads for k in subtree(sentence, h)]
    return frozenset(stem(t.lemma) for t in tokens if t.pos in ("NOUN", "PROPN"))


def _stated(sentences: Sequence[Sentence], word: str, own: Sentence, verb: int) -> bool:
    """Whether the earlier text gives the word elsewhere too, as nobody's opinion."""
    held = set(subtree(own, verb))
    return any(
        stem(t.lemma) == word and t.pos == "ADJ" and not (s is own and k in held)
        for s in sentences
        for k, t in enumerate(s.tokens)
    )


def _fact(sentence: Sentence, word: str, who: frozenset[str], reading: Reading) -> tuple[Sentence, int] | None:
    """Where a sentence gives an adjective of a noun or subject as the writer's own."""
    lemmas = {t.lemma.lower() for t in sentence.tokens}
    if who & {stem(w) for w in lemmas} or lemmas & _HELD:
        return None
    quoted = [q.inner for q in reading.quotations]
    told = [c for x in reading.annotation.attributions if x.source is not None for c in x.content]
    for i, token in enumerate(sentence.tokens):
        if stem(token.lemma) != word or token.dep not in ("amod", "acomp", "conj") or token.pos != "ADJ":
            continue
        above = {sentence.tokens[k].lemma.lower() for k in ancestors(sentence, i)}
        if above & _JUDGING or any(x.start <= token.start < x.end for x in (*quoted, *told)):
            continue
        return sentence, i
    return None

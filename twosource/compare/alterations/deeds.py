"""Was another deed done to the same thing: searched, now sealed; released, now killed?

Method: a table of the plain deeds that reports tell of, in classes whose words stand for one another, with the classes that may
be one deed told in two ways (shot and killed, raided and searched). Two verbs, or the verb with its particle or object ("set fire
to"), of classes that cannot be one, done to the same thing by stem or synonym, by doers who are not told to be others: the deed
was changed, if neither side has the class of the other in any word. Of what is done by oneself (resigned) the subject tells.

Tried and dropped: verbs of many senses (clear, dismiss, stop, block, open, cut, remove): of eight finds none was a change.

Known failures: a deed told by a noun; a thing told by a pronoun; what is done to people of whom only the number is told.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import children, stretch
from twosource.compare.alterations.actions import denied
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.lexicon import bearing, fields
from twosource.records import Alteration, Reading, Sentence, Span

_CLASSES = {
    "kill": "kill murder slay assassinate execute massacre shoot_dead beat_dead stab_dead",
    "wound": "injure wound hurt maim",
    "shoot": "shoot gun_down open_fire fire_at fire_on",
    "stab": "stab knife",
    "beat": "beat punch kick club batter assault beat_up",
    "strangle": "strangle suffocate choke",
    "poison": "poison",
    "abduct": "kidnap abduct",
    "detain": "detain hold arrest apprehend take_in",
    "question": "question interrogate interview grill",
    "charge": "charge indict prosecute",
    "release": "release free set_free let_go liberate",
    "expel": "expel deport extradite",
    "rescue": "rescue",
    "search": "search raid",
    "seize": "seize confiscate impound",
    "seal": "seal cordon seal_off cordon_off",
    "close": "close shut shut_down close_down shutter",
    "evacuate": "evacuate",
    "inspect": "inspect examine",
    "occupy": "occupy take_over",
    "picket": "picket blockade barricade",
    "storm": "storm",
    "besiege": "surround besiege encircle",
    "loot": "loot ransack plunder rob",
    "burn": "torch burn set_fire burn_down set_alight set_ablaze",
    "stone": "stone pelt throw_stone throw_rock",
    "paint": "daub deface",
    "destroy": "destroy demolish raze wreck flatten",
    "bomb": "bomb bombard shell",
    "blow up": "blow_up",
    "capture": "capture recapture",
    "abandon": "abandon",
    "rebuild": "rebuild reconstruct",
    "repair": "repair mend fix",
    "board": "board",
    "sink": "sink scuttle",
    "tow": "tow",
    "intercept": "intercept",
    "escort": "escort",
    "launch": "launch",
    "shoot down": "shoot_down",
    "scrap": "scrap",
    "cancel": "cancel call_off",
    "postpone": "postpone put_off adjourn",
    "suspend": "suspend",
    "dismiss": "sack oust depose",
    "resign": "resign quit step_down stand_down",
    "retire": "retire",
    "appoint": "appoint",
    "sell": "sell auction",
    "buy": "buy purchase acquire",
    "rent": "rent lease hire",
    "steal": "steal",
    "donate": "donate",
    "exclude": "rule_out",
    "reject": "reject turn_down vote_down",
    "approve": "approve adopt",
    "sign": "sign",
    "veto": "veto",
    "apologise": "apologise apologize",
    "defend": "defend justify",
    "condemn": "condemn denounce criticise criticize",
    "praise": "praise welcome hail applaud",
    "ban": "ban forbid prohibit outlaw",
    "phone": "phone telephone ring call_up speak_telephone speak_phone",
    "fine": "fine",
    "jail": "jail imprison sentence",
    "acquit": "acquit",
    "pardon": "pardon",
    "sue": "sue",
    "pull out": "pull_out pull_back",
    "publish": "publish",
    "leak": "leak",
    "delete": "delete erase",
    "vaccinate": "vaccinate inoculate",
    "quarantine": "quarantine isolate",
    "photograph": "photograph film",
    "bury": "bury",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_TOLD_FOR = {
    "kill": "shoot|stab|beat|strangle|poison|abduct|burn|bomb|sink|bury",
    "wound": "shoot|stab|beat|rescue|burn|stone|bomb",
    "shoot": "stab|beat|strangle|poison|burn|stone|bomb",
    "stab": "beat|strangle|poison|burn|bomb",
    "beat": "strangle|poison|burn|bomb",
    "strangle": "poison|burn|bomb",
    "poison": "burn|bomb",
    "abduct": "detain",
    "detain": "question|charge|expel|seize|capture|intercept|jail",
    "question": "charge|capture|intercept",
    "charge": "fine|jail",
    "release": "expel|rescue|publish",
    "expel": "suspend|dismiss|resign|retire",
    "rescue": "evacuate|abandon|tow|escort",
    "search": "seize|inspect|storm|board|intercept",
    "seize": "inspect|storm|loot|destroy|capture|board|intercept|buy|steal|occupy|besiege",
    "seal": "close|evacuate|occupy|picket|besiege",
    "close": "evacuate|occupy|picket|besiege|abandon|cancel|postpone|suspend",
    "evacuate": "picket|abandon",
    "inspect": "storm|board|intercept",
    "occupy": "picket|storm|besiege|capture",
    "picket": "besiege|burn",
    "storm": "loot|burn|capture|board|intercept",
    "loot": "burn|steal",
    "burn": "destroy|bomb",
    "destroy": "bomb|blow up|capture|sink|shoot down|scrap",
    "bomb": "blow up",
    "capture": "intercept",
    "abandon": "sink",
    "rebuild": "repair",
    "board": "intercept",
    "sink": "shoot down",
    "tow": "escort",
    "intercept": "shoot down",
    "scrap": "cancel",
    "cancel": "suspend",
    "postpone": "suspend",
    "suspend": "dismiss|resign|retire",
    "dismiss": "resign|retire",
    "resign": "retire",
    "sell": "rent|donate",
    "rent": "donate",
    "exclude": "reject",
    "reject": "veto|condemn|ban",
    "approve": "sign|praise",
    "veto": "condemn|ban",
    "defend": "praise",
    "condemn": "ban",
    "fine": "jail",
    "publish": "leak",
}  # fmt: skip
"""Classes that may be one deed with others, or the earlier and later steps of one that are told for each other."""
_ONE = {frozenset((one, other)) for one, others in _TOLD_FOR.items() for other in others.split("|")}
_SELF = frozenset("resign retire".split())
_NOTHING = frozenset("it this that they them he him she her who which what one people person other".split())


class Done(msgspec.Struct, frozen=True):
    """A deed: its class, the lemmas of the thing it is done to and of who does it, and where it stands."""

    sort: str
    thing: frozenset[str]
    who: frozenset[str]
    span: Span


def deed_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The deeds of one group that are others now."""
    left, right = list(_deeds(group.a, a)), list(_deeds(group.b, b))
    sorts = [{x.sort for x in side} | _mentioned(sentences) for side, sentences in ((left, group.a), (right, group.b))]
    for x in left:
        for y in right:
            pair = frozenset((x.sort, y.sort))
            if len(pair) == 1 or pair in _ONE or x.sort in sorts[1] or y.sort in sorts[0]:
                continue
            if not _same(x.thing, y.thing) or (x.who and y.who and not _same(x.who, y.who)):
                continue
            yield Alteration("action-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
            return


def _same(x: frozenset[str], y: frozenset[str]) -> bool:
    return any(stem(p) == stem(q) or bearing(p, q) == "same" for p in x for q in y)


def _mentioned(sentences: Sequence[Sentence]) -> set[str]:
    """The classes of all words of some sentences, whatever they do there: "the closure", "a search"."""
    return {_CLASS[w] for s in sentences for t in s.tokens for w in (t.lemma.lower(), t.text.lower()) if w in _CLASS}


def _deeds(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Done]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if token.pos != "VERB" or any(q.start <= token.start < q.end for q in quoted) or denied(sentence, i):
                continue
            sort, last, used = _sort(sentence, i)
            if sort is None or any(sentence.tokens[k].tag in ("MD", "TO") for k in children(sentence, i, "aux")):
                continue
            passive = children(sentence, i, "nsubjpass")
            subject = children(sentence, i, "nsubj")
            by = [k for c in children(sentence, i, "agent") for k in children(sentence, c, "pobj")]
            thing = [*passive, *(k for k in children(sentence, i, "dobj") if k not in used)] or _behind(sentence, i)
            if sort in _SELF and not thing:
                thing, subject = subject, []
            if thing and not (sort == "detain" and token.lemma.lower() == "hold" and not _people(sentence, thing[0])):
                first = min([i, *children(sentence, i, "auxpass", "aux")])
                yield Done(sort, _lemmas(sentence, thing), _lemmas(sentence, by or subject), stretch(sentence, first, last))


def _behind(sentence: Sentence, verb: int) -> list[int]:
    """What a phrase behind a verb names: "set fire to the embassy", "fired at the crowd"."""
    return [k for p in children(sentence, verb, "prep", "dative") if sentence.tokens[p].text.lower() in ("to", "at", "on", "for")
            for k in children(sentence, p, "pobj")]  # fmt: skip


def _people(sentence: Sentence, index: int) -> bool:
    """Whether somebody, not something, is held: by a noun of people, an age or a number of them."""
    return "person" in fields(sentence.tokens[index].lemma.lower(), 1) or sentence.tokens[index].pos == "PROPN"


def _sort(sentence: Sentence, index: int) -> tuple[str | None, int, set[int]]:
    """The class of a verb with what belongs to it, the last word of that, and its object if that is part of the deed."""
    tokens = sentence.tokens
    lemma = tokens[index].lemma.lower()
    for k in children(sentence, index, "prt", "advmod", "dobj", "acomp", "oprd", "ccomp", "prep"):
        two = f"{lemma}_{tokens[k].lemma.lower()}"
        if two in _CLASS:
            return _CLASS[two], max(index, k), {k}
        if tokens[k].dep == "prt":
            return None, index, set()
    for p in children(sentence, index, "prep"):
        for k in children(sentence, p, "pobj"):
            if f"{lemma}_{tokens[k].lemma.lower()}" in _CLASS:
                return _CLASS[f"{lemma}_{tokens[k].lemma.lower()}"], k, {k}
    return _CLASS.get(lemma), index, set()


def _lemmas(sentence: Sentence, heads: Sequence[int]) -> frozenset[str]:
    """The lemmas of some nouns and of those in a row with them; pronouns say nothing."""
    every = [*heads, *(k for i in heads for k in children(sentence, i, "conj", "poss"))]
    return frozenset(
        w for k in every if (w := sentence.tokens[k].lemma.lower()) not in _NOTHING and sentence.tokens[k].pos != "PRON"
    )

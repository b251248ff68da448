"""Which deed became another one?

Method: families of news verbs and nouns whose members differ in law or in fact (to detain is not to arrest, to charge not to
convict). A member that one text has and the other lacks, where the other has another member of the family that the first
lacks, in like surroundings, is a change. Written from the legal and reporting meanings in general dictionaries; words that
news style uses for one another (hurt and injured, killed and died) share a class. Beside the families, any two words that are
opposites in WordNet, each in one text alone; a word and its denial ("possible", "impossible") flip the statement.

Known failures: a change between words of no family that are no opposites is seen only where the sentence is else kept
(`wording`).
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from twosource.annotate.syntax import children, negated, stretch, subtree
from twosource.compare.alterations.edits import Edits, edits, facing
from twosource.compare.alterations.groups import LIGHT, Group, closeness, content, stem, surroundings
from twosource.compare.alterations.negations import denies as denying
from twosource.compare.lexicon import bearing, fields
from twosource.compare.lexicon import negated as denies
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span

_NEGATIONS = frozenset(("not", "no", "never", "n't", "n’t", "neither", "nobody", "none", "nor", "without", "cannot"))
FEW = 3
"""Sentences of both sides together within which one doer is enough for two deeds of a family to be one."""
CLOSE = 0.4
"""Surroundings of the two words that must agree."""
ALIKE = 0.6
"""Share of content stems that two sentences must have in common for their only words of a family to answer to each other."""
_NO_DEEDS = frozenset("ever never come go leave all whatsoever".split())
"""Words whose opposites turn on the phrase that they stand in."""
_LOST_AND_FOUND = {"lose", "find"}
"""Opposites of things, not of jobs: who loses his finds himself without one."""
FACES, SAME_PARTS = 0.5, 0.3
"""What speaks for one of several candidates: it stands in the other's place; it has the same subject or object."""


SIDES = frozenset(
    """north south east west northern southern eastern western front back left right upper lower inner outer rear top bottom
    inside outside indoor outdoor""".split()
)
"""Adjectives that tell which of two sides of a thing is meant."""


def _family(*classes: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in classes)


FAMILIES: tuple[tuple[frozenset[str], ...], ...] = (
    _family(
        "arrest",
        "detain",
        "question interrogate",
        "charge indict",
        "plead",
        "convict",
        "acquit",
        "sentence jail imprison",
        "release free",
    ),
    _family("question interrogate interview", "hold_somebody", "release free"),
    _family("investigate probe", "charge indict prosecute", "convict"),
    _family("fine fin", "jail imprison"),  # the lemma that the parser makes of "fined"
    _family("surrender", "capture arrest"),
    _family("sue", "charge prosecute", "convict", "acquit"),
    _family("accuse", "convict"),
    _family("doubt", "believe think expect"),
    _family("suspect", "convict"),
    _family("trial", "convict conviction"),
    _family("kill die dead death fatality", "injure wound hurt injury wounded", "kidnap abduct"),
    _family("murder", "manslaughter"),
    _family("assault", "rape", "murder"),
    _family("suspend", "fire sack dismiss oust expel"),
    _family("suspend postpone delay", "cancel scrap abolish end"),
    _family("ask request urge call advise recommend encourage", "order command force compel", "forbid ban prohibit bar"),
    _family("promise pledge offer", "pay deliver"),
    _family("resign quit", "fire sack dismiss oust"),
    _family("approve endorse pass", "reject veto"),
    _family("consider weigh mull", "approve", "reject"),
    _family("plan propose intend", "complete finish"),
    _family("signal hint", "announce"),
    _family("rise increase grow climb jump soar gain", "fall decrease drop decline shrink plunge slump"),
    _family("win", "lose"),
    _family("buy purchase acquire", "sell"),
    _family("import", "export"),
    _family("support back", "oppose"),
    _family("open reopen", "close shut"),
    _family("accident crash collision", "attack bombing"),
    _family("protest demonstration rally", "riot"),
    _family("attack assault", "retreat withdraw withdrawal"),
    _family("find discover", "destroy"),
    _family("threaten", "attack"),
    _family("attempt try", "succeed manage"),
    _family("hospitalize hospitalise", "die kill"),
    _family("evacuate", "abandon"),
    _family("ceasefire truce", "peace"),
    _family("damage", "destroy"),
    _family("search", "seize confiscate"),
    _family("postpone adjourn delay", "cancel scrap"),
    _family("suspend halt ground", "reduce curtail cut"),
    _family("recommend suggest", "decide order adopt"),
    _family("seize capture occupy storm", "shell bomb bombard", "besiege surround encircle", "destroy raze"),
    _family("request seek apply", "receive obtain secure"),
    _family("find discover", "suspect"),
    _family("criticise criticize blame condemn", "sue"),
    _family("criticise criticize condemn denounce", "praise welcome hail applaud"),
    _family("borrow", "steal embezzle", "buy purchase"),
    _family("lend", "give donate grant"),
    _family("rent lease", "buy purchase"),
    _family("owe", "pay repay"),
    _family("negotiate negotiation talk", "merge"),
    _family("caution reprimand", "charge indict", "arrest detain", "fine fin"),
    _family("welcome hail applaud praise", "accept adopt"),
    _family("land", "crash"),
    _family("sink capsize", "strand", "collide"),
    _family("abstain", "oppose", "support back"),
    _family("nominate", "appoint elect"),
    _family("escape flee", "release free"),
    _family("sign", "ratify", "draft"),
    _family("apologise apologize", "regret"),
    _family("confirm", "deny"),
    _family("admit confess concede", "deny"),
    _family("retire", "resign quit", "fire sack dismiss oust"),
    _family("shoot", "stab", "beat", "strangle", "poison", "drown"),
    _family("raise increase boost hike lift", "cut reduce lower slash trim", "freeze"),
    _family("ban prohibit forbid outlaw", "restrict limit curb", "allow permit"),
    _family("invite", "summon"),
    _family("warn", "threaten"),
    _family("flee escape", "evacuate", "expel deport", "extradite"),
    _family("ignore", "reject"),
    _family("block", "delay"),
    _family("leak", "hack", "publish"),
    _family("lose", "steal"),
    _family("elect", "appoint"),
    _family("promote", "relegate demote"),
    _family("vaccinate inoculate", "test screen", "treat"),
    _family("slip stumble fall", "jump leap", "push shove"),
    _family("inspect examine", "approve certify", "repair"),
    _family("install", "remove dismantle", "replace"),
    _family("train", "arm equip"),
    _family("hire recruit", "dismiss sack fire"),
    _family("donate", "sell", "lend"),
    _family("inherit", "buy purchase", "win"),
    _family("marry wed", "divorce"),
    _family("recover", "steal", "lose"),
    _family("rescue save", "kill die dead"),
    _family("insure", "compensate reimburse"),
    _family("publish", "withdraw retract", "draft"),
    _family("unveil announce", "approve", "complete finish"),
    _family("boycott", "attend join"),
    _family("encourage", "discourage"),
    _family("overturn quash", "uphold"),
    _family("extend prolong", "shorten end"),
    _family("settle", "sue"),
    _family("blame", "thank"),
    _family("join", "quit leave"),
    _family("merge", "split"),
    _family("expand", "shrink close shut"),
    _family("strengthen", "weaken"),
    _family("rebuild repair", "demolish tear"),
    _family("pardon", "acquit", "convict"),
    _family("impeach", "convict", "resign quit"),
    _family("criticise criticize", "reject"),
    _family("surround besiege encircle", "take capture seize"),
    _family("repair mend fix", "replace"),
    _family("push shove", "beat punch kick", "stab"),
    _family("examine", "operate"),
    _family("debate discuss", "pass approve adopt", "reject"),
    _family("return", "lend", "sell", "donate"),
    _family("drop abandon withdraw", "raise increase", "reduce lower"),
    _family("close shut", "fine fin"),
    _family("jeer boo", "cheer applaud"),
    _family("collide", "fight brawl"),
    _family("quash overturn", "reduce cut shorten", "increase lengthen"),
    _family("free release", "expel deport"),
    _family("ignore", "hide conceal suppress"),
    _family("evacuate", "destroy"),
    _family("dismissal sacking", "suspension"),
    _family("conviction", "acquittal", "arrest"),
    _family("cancellation", "postponement delay", "suspension"),
    _family("approval", "rejection", "review"),
    _family("resignation", "dismissal sacking", "suspension"),
    _family("ceasefire truce", "surrender"),
    _family("shortage", "surplus"),
    _family("recession", "slowdown"),
    _family("apology", "denial", "explanation"),
    _family("bribe", "gift", "loan", "fee"),
    _family("theft", "robbery", "fraud"),
    _family("warning", "threat"),
)
_PHRASAL = {
    ("call", "off"): "cancel", ("put", "off"): "postpone", ("turn", "down"): "reject", ("step", "down"): "resign",
    ("stand", "down"): "resign", ("lay", "off"): "dismiss", ("call", "in"): "summon", ("run", "aground"): "strand",
    ("throw", "out"): "reject", ("vote", "down"): "reject", ("give", "up"): "abandon", ("let", "go"): "release",
    ("lock", "up"): "jail", ("pay", "back"): "repay", ("break", "out"): "escape", ("strike", "down"): "reject",
}  # fmt: skip
"""Verbs with a particle, and the member of a family that they mean; with any other particle a verb is itself."""


def action_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The deeds of one group that became others."""
    words_a, words_b = _lemmas(group.a), _lemmas(group.b)
    found = edits(group)
    rated = [
        match
        for family in FAMILIES
        for before, after in permutations(family, 2)
        if before & words_a and after & words_b and not (before & words_b or after & words_a)
        if (match := _closest(group, before, after, a, b, found))
    ]
    opposed = {
        (x, y)
        for x in words_a - words_b
        for y in words_b - words_a
        if bearing(x, y) == "opposite" and not {x, y} & (LIGHT | _NO_DEEDS) and {x, y} != _LOST_AND_FOUND
    }
    for before_word, after_word in sorted(opposed):
        if match := _closest(group, frozenset({before_word}), frozenset({after_word}), a, b, found, strict=True):
            rated.append(match)
    taken: set[tuple[str, int]] = set()
    for _, x, y, kind in sorted(rated, key=lambda one: (-one[0], one[1].start, one[2].start)):
        if ("a", x.end) not in taken and ("b", y.end) not in taken:
            taken |= {("a", x.end), ("b", y.end)}
            yield Alteration(kind, x, y, "high", f"“{x.text}” became “{y.text}”")


def _lemmas(sentences: Sequence[Sentence]) -> set[str]:
    return {_meant(s, i) for s in sentences for i in range(len(s.tokens))}


def _meant(sentence: Sentence, index: int) -> str:
    """The lemma of a word; of a verb with a particle that of the verb which means it, if it is known."""
    lemma = sentence.tokens[index].lemma.lower()
    if lemma == "hold" and sentence.tokens[index].pos == "VERB":
        held = children(sentence, index, "dobj", "nsubjpass")
        somebody = any("person" in fields(sentence.tokens[k].lemma.lower(), 1) for k in held)
        return "hold_somebody" if somebody else lemma
    beside = children(sentence, index, "prt", "advmod") if sentence.tokens[index].pos == "VERB" else []
    return next((_PHRASAL[pair] for k in beside if (pair := (lemma, sentence.tokens[k].text.lower())) in _PHRASAL), lemma)


def _closest(
    group: Group,
    before: frozenset[str],
    after: frozenset[str],
    a: Reading,
    b: Reading,
    found: Edits,
    *,
    strict: bool = False,
) -> tuple[float, Span, Span, AlterationKind] | None:
    best: tuple[float, Span, Span, AlterationKind] | None = None
    for one, x in _members(group.a, before, a):
        for other, y in _members(group.b, after, b):
            sorts = {one.tokens[x].pos, other.tokens[y].pos}
            if (len(sorts) > 1 and (strict or sorts != {"VERB", "ADJ"})) or denied(one, x) is not denied(other, y):
                continue
            here, there = stretch(one, x, x), stretch(other, y, y)
            near = closeness(_around(one, x, group.a), _around(other, y, group.b))
            faces = facing(here, there, found)
            if _of_others(one, x, other, y) or _conversely(one, x, other, y) or _never(one, x) or _never(other, y):
                continue
            if (
                near < CLOSE
                and not faces
                and not _alone(before, after, group)
                and (strict or not _one_doer(one, x, other, y, group))
            ) or (strict and not (faces or _one_place(one, x, other, y))):
                continue
            near += (FACES if faces else 0.0) + (SAME_PARTS if _parts(one, x) & _parts(other, y) else 0.0)
            if best is None or near > best[0]:
                kind: AlterationKind = "action-changed"
                nouns = [one.tokens[x].lemma.lower(), other.tokens[y].lemma.lower()]
                if strict and sorts == {"NOUN"} and all({"person", "group"} & fields(w) for w in nouns):
                    kind = "actor-changed"
                if strict and set(nouns) <= SIDES:
                    kind = "place-changed"
                if denies(one.tokens[x].lemma.lower(), other.tokens[y].lemma.lower()):
                    kind = "negation-flipped"
                best = near, _phrase(one, x), _phrase(other, y), kind
    return best


def _alone(before: frozenset[str], after: frozenset[str], group: Group) -> bool:
    """Whether two sentences answer to each other alone, tell much the same, and each have one such word."""
    if len(group.a) != 1 or len(group.b) != 1:
        return False
    counts = [
        sum(_meant(s[0], i) in words for i in range(len(s[0].tokens))) for words, s in ((before, group.a), (after, group.b))
    ]
    mine, theirs = content(group.a), content(group.b)
    return counts == [1, 1] and len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _one_doer(one: Sentence, x: int, other: Sentence, y: int, group: Group) -> bool:
    """Whether two verbs are done by the same people, by a noun, in a group of few sentences."""
    doers = []
    for sentence, verb in ((one, x), (other, y)):
        by = [k for c in children(sentence, verb, "agent") for k in children(sentence, c, "pobj")]
        mine = [] if children(sentence, verb, "nsubjpass") else children(sentence, verb, "nsubj")
        doers.append({stem(sentence.tokens[k].lemma) for k in by or mine if sentence.tokens[k].pos in ("NOUN", "PROPN")})
    return bool(doers[0] & doers[1]) and len(group.a) + len(group.b) <= FEW


def _one_place(one: Sentence, x: int, other: Sentence, y: int) -> bool:
    """Whether two opposites are said of the same: verbs with a subject or object in common, modifiers of one word."""
    if one.tokens[x].pos == "VERB":
        things = [{stem(s.tokens[k].lemma) for k in children(s, i, "dobj")} for s, i in ((one, x), (other, y))]
        if all(things) and not things[0] & things[1]:
            return False  # guards closed the gates, guards started the coup
        return bool(_parts(one, x) & _parts(other, y))
    if one.tokens[x].pos == "NOUN" or one.tokens[x].dep != other.tokens[y].dep:
        return False
    return stem(one.tokens[one.tokens[x].head].lemma) == stem(other.tokens[other.tokens[y].head].lemma)


def denied(sentence: Sentence, index: int) -> bool:
    """Whether a word, or as a predicate the verb that it completes, is negated."""
    token = sentence.tokens[index]
    above = token.head if token.dep in ("acomp", "attr", "oprd", "xcomp", "advmod") else index
    before = {t.text.lower() for t in sentence.tokens[max(0, index - 3) : index]}
    return negated(sentence, index) or negated(sentence, above) or bool(before & _NEGATIONS)


def _parts(sentence: Sentence, index: int) -> set[tuple[str, str]]:
    """Who a verb's subject and object are, by stem; "passive subject" counts as the object."""
    roles = {"nsubj": "subject", "dobj": "object", "nsubjpass": "object"}
    found = {(roles[t.dep], stem(t.lemma)) for i in children(sentence, index, *roles) if (t := sentence.tokens[i])}
    return {part for part in found if part[1] not in ("it", "he", "she", "they", "who", "which", "that")}


def _of_others(one: Sentence, x: int, other: Sentence, y: int) -> bool:
    """Whether a person's fate stands against that of one of his: "Mora pleaded guilty", "Mora's brother was convicted"."""
    for (s, i), (t, k) in (((one, x), (other, y)), ((other, y), (one, x))):
        for subject in children(s, i, "nsubj", "nsubjpass"):
            for theirs in children(t, k, "nsubj", "nsubjpass"):
                owners = {stem(t.tokens[p].lemma) for p in children(t, theirs, "poss")}
                if s.tokens[subject].pos == "PROPN" and stem(s.tokens[subject].lemma) in owners:
                    return True
    return False


def _never(sentence: Sentence, index: int) -> bool:
    """Whether a "never" stands with a verb that denies: "has never stopped saying"."""
    token = sentence.tokens[index]
    return token.lemma.lower() == "never" and denying([sentence.tokens[token.head].lemma.lower()])


def _conversely(one: Sentence, x: int, other: Sentence, y: int) -> bool:
    """Whether either verb's subject stands below the other: "the peso gained on the dollar", "the dollar lost to the peso"."""
    subjects, rests = [], []
    for sentence, verb in ((one, x), (other, y)):
        by = [k for i in children(sentence, verb, "agent") for k in children(sentence, i, "pobj")]
        mine = by or children(sentence, verb, "nsubj")
        below = {k for i in children(sentence, verb, "dobj", "prep", "dative", "nsubjpass") for k in subtree(sentence, i)}
        subjects.append({stem(w) for i in mine for w in (sentence.tokens[i].lemma, sentence.tokens[i].text)})
        rests.append({stem(w) for i in below for w in (sentence.tokens[i].lemma, sentence.tokens[i].text)})
    return bool(subjects[0] & rests[1]) and bool(subjects[1] & rests[0])


def _members(sentences: Sequence[Sentence], words: frozenset[str], reading: Reading) -> Iterator[tuple[Sentence, int]]:
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if _meant(sentence, i) not in words or token.pos not in ("VERB", "NOUN", "ADJ", "ADV"):
                continue
            if token.tag in ("VBG", "NN") and i and token.text.endswith("ing") and sentence.tokens[i - 1].text.lower() == "for":
                continue  # who is taken in "for questioning" is detained
            if not any(q.inner.start <= token.start < q.inner.end and not q.scare for q in reading.quotations):
                yield sentence, i


def _around(sentence: Sentence, index: int, sentences: Sequence[Sentence]) -> dict[str, float]:
    return surroundings(stretch(sentence, index, index), sentences)


def _phrase(sentence: Sentence, index: int) -> Span:
    """The word with its auxiliaries, and its object if that is the next thing."""
    first = min([index, *children(sentence, index, "aux", "auxpass", "neg", "nummod", "amod")])
    return stretch(sentence, max(first, index - 5), index)

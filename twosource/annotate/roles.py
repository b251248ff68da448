"""Who did it, and to whom, as the parse shows it?

Method: subject and object relations of the trigger; passives, participles, relative clauses and coordinated verbs are
followed to where the words stand. A noun takes its parties from "by", "of", "on", "against", from a possessor, from an
adjective of nationality ("a Chilean raid on ..."), from a word for a body or people before it ("police firing") or from the verb
it hangs on. What is done to a thing is done to those it belongs to or is meant for ("halted aid to Chad").
A noun for a person with a name in apposition ("the driver of the express, Ali Lind,") is named so.
Known failures: agents named in another sentence are not found.
"""

from collections.abc import Iterator

from twosource.annotate.lexicon import is_common, lexicon
from twosource.annotate.syntax import ancestors, children, subtree
from twosource.records import Sentence

SUBJECTS = ("nsubj", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
UNNAMEABLE = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
ON = frozenset({"on", "against", "at", "targeting", "upon", "toward", "towards", "into"})
MEANS = frozenset(
    (
        "shot gunshot round bullet fire gas teargas shell missile rocket grenade mortar artillery salvo projectile stone rock "
        "brick bottle bomb attack assault strike offensive volley burst gun weapon ammunition canister cannon"
    ).split()
)
"""Objects that are thrown, fired or launched at somebody, and are not the one hit."""
LAUNCHED = frozenset("shot gunshot round bullet teargas shell missile rocket grenade mortar salvo projectile volley".split())
TRANSITIVE = frozenset(
    (
        "shoot stab slash hack knife attack assault beat punch kick shell bomb bombard storm raid ambush kidnap abduct seize "
        "capture arrest detain burn torch loot ransack rob hijack torture rape behead murder kill wound injure destroy besiege"
    ).split()
)
"""Verbs that say to whom it was done, if only behind the verb that they are coordinated with."""
LAUNCHES = frozenset("fire launch throw hurl lob toss".split())
"""Of these, with verbs, those that nobody hits: "no shots were fired"."""
LAUNCHES_WEAPONS = LAUNCHES | frozenset("send fly drop release shoot plant lay detonate operate steer".split())
"""What is done with a weapon by those who use it."""
SPEECH = frozenset("declaration statement resolution letter communique report decree order appeal message note verdict".split())
"""Words for what somebody says, who is the doer in its place: "the council issued a declaration demanding ..."."""
OBSERVING = frozenset(
    (
        "report say see hear witness describe condemn investigate follow survive suffer cause prompt spark avoid prevent note "
        "tell draw provoke attract trigger bring earn face end break mark confirm deny discuss cover film record criticize "
        "criticise denounce mention fear probe protest"
    ).split()
)
"""Verbs whose subject is not the doer of the noun they govern: "witnesses reported an attack", not "rebels staged an attack"."""
SUFFERED = frozenset(
    (
        "murder assassination killing slaying kidnapping abduction death execution arrest detention imprisonment jailing "
        "release deportation expulsion extradition beating rape torture conviction sentencing indictment impeachment trial "
        "dismissal ouster rescue lynching beheading stabbing shooting poisoning hijacking destruction demolition capture"
    ).split()
)
"""Nouns whose possessor is the one to whom it was done: "the mayor's murder"."""
VOICED = frozenset(
    "condemnation criticism praise threat call appeal request demand offer protest invitation support pressure proposal".split()
)
"""Nouns whose "from" leads to the one who does it."""
RALLIES = frozenset({"protest", "demonstration", "march", "rally", "strike", "sit", "vigil"})
BLAMING = frozenset("accuse suspect blame convict acquit charge praise thank stop prevent ban keep bar".split())
"""Verbs whose object is the subject of the gerund behind their preposition: "accused soldiers of burning ..."."""
CARRIED = frozenset(
    {"carry", "perpetrate", "commit", "conduct", "stage", "launch", "stag", "mount", "execute", "organize", "lead"}
)
"""Verbs whose "by" leads to the one who did the noun."""
TRAVELS = frozenset({"fly", "go", "leave", "arrive", "return", "travel", "come", "head", "visit"})
"""Verbs whose subject took part in the talks "for" or "after" which they tell of."""
STATES = frozenset({"go", "come", "be", "stay", "remain"})
"""Verbs whose subject does the noun behind "on": "are on strike"."""
OF_TWO = frozenset({"call", "talk", "meeting", "summit", "conversation", "negotiation", "dialogue"})
"""Nouns that take two: "the Lind-Haddad talks"."""
BY = frozenset({"by"})
WITH = frozenset({"with", "to", "between"})


def lemma(sentence: Sentence, index: int) -> str:
    """The lower-case lemma of a word, also of a plural noun that the tagger took for a name because of its capital."""
    token = sentence.tokens[index]
    word = token.lemma.lower()
    if token.pos != "PROPN" or not word.endswith("s") or len(word) < 5:
        return word
    in_name = any(n.first <= index < n.last and n.last - n.first > 1 and n.label in ("GPE", "LOC") for n in sentence.names)
    if not in_name and is_common(word[:-1]):
        return word[:-1]
    return word


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb's subject, or the noun it hangs on, is the one it is done to."""
    token = sentence.tokens[index]
    if children(sentence, index, "nsubjpass", "auxpass") or _only_beside(sentence, index):
        return True
    if token.dep == "conj" and token.tag == "VBN" and not children(sentence, index, "nsubj", "aux"):
        return sentence.tokens[token.head].pos == "VERB" and is_passive(sentence, token.head)
    return token.tag == "VBN" and token.dep in ("acl", "ROOT", "amod") and not children(sentence, index, "aux", "dobj", "nsubj")


def _only_beside(sentence: Sentence, index: int) -> bool:
    """Whether a headline's verb has no object but a place, which the parser takes for one: "Cook killed outside bakery"."""
    objects = children(sentence, index, "dobj")
    behind = [i for o in objects for i in children(sentence, o, "amod") if i == index + 1]
    beside = {sentence.tokens[i].text.lower() for i in behind} & {"outside", "inside", "near", "opposite"}
    return sentence.tokens[index].tag in ("VBD", "VBN") and bool(beside)


def resolved(sentence: Sentence, index: int) -> int:
    """The noun that a relative pronoun stands for; another word itself."""
    token = sentence.tokens[index]
    if token.text.lower() in RELATIVE and token.tag in ("WP", "WDT", "IN"):
        verb = token.head
        if sentence.tokens[verb].dep == "relcl":
            return sentence.tokens[verb].head
    return index


def subject(sentence: Sentence, index: int) -> int | None:
    """The subject of a verb, active or passive, shared with the verb that governs it if it has none of its own."""
    for _ in range(4):
        own = children(sentence, index, "nsubj", "nsubjpass")
        if own:
            return resolved(sentence, own[0])
        token = sentence.tokens[index]
        if token.dep in ("conj", "xcomp", "advcl") and sentence.tokens[token.head].pos in ("VERB", "AUX"):
            if token.dep == "xcomp":
                asked = [*children(sentence, token.head, "dobj"), *prepositional(sentence, token.head, frozenset({"on", "upon"}))]
                if asked and (nameable(sentence, asked[0])):
                    return asked[0]
            index = token.head
            continue
        if token.dep == "xcomp" and sentence.tokens[token.head].pos == "ADJ":  # "the militia is ready to attack"
            index = sentence.tokens[token.head].head
            continue
        if token.dep == "pcomp" and sentence.tokens[sentence.tokens[token.head].head].pos in ("VERB", "AUX"):
            verb = sentence.tokens[token.head].head
            if lemma(sentence, verb) in BLAMING:
                accused = children(sentence, verb, "dobj", "nsubjpass")
                return accused[0] if accused else None
            index = verb
            continue
        if token.dep in ("acomp", "oprd"):
            index = token.head
            continue
        if token.dep in ("acl", "relcl") and sentence.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return token.head
        return None
    return None


def prepositional(sentence: Sentence, index: int, words: frozenset[str]) -> Iterator[int]:
    """The objects of the prepositions among `words` that hang on a word."""
    for preposition in children(sentence, index, "prep", "agent", "dative"):
        if lemma(sentence, preposition) in words or sentence.tokens[preposition].text.lower() in words:
            yield from children(sentence, preposition, "pobj")


def agent(sentence: Sentence, index: int) -> int | None:
    """The word for the one who does it; None if the sentence does not say."""
    if sentence.tokens[index].pos in ("VERB", "AUX"):
        if is_passive(sentence, index):
            return next(prepositional(sentence, index, BY), None)
        return _speaking(sentence, subject(sentence, index))
    if sentence.tokens[index].pos == "ADJ":
        return subject(sentence, index)
    of = list(prepositional(sentence, index, frozenset({"of"})))
    done = [i for i in children(sentence, index, "acl") if lemma(sentence, i) in CARRIED]  # "the raid carried out by rebels"
    by = next((j for i in (index, *of, *done) for j in prepositional(sentence, i, BY)), None)
    if by is not None:
        return by
    if (
        lemma(sentence, index) in VOICED
        and (voice := next(prepositional(sentence, index, frozenset({"from"})), None)) is not None
    ):
        return voice
    owners = [i for i in children(sentence, index, "poss") if nameable(sentence, i)]  # not "Thursday's raid"
    if owners and lemma(sentence, index) not in SUFFERED:
        light = _doer_of_light_verb(sentence, index) if sentence.tokens[owners[0]].pos == "PRON" else None
        return owners[0] if light is None else light
    pair = _between(sentence, index) or hyphenated(sentence, index)
    if pair:
        return pair[0]
    before = children(sentence, index, "amod", "compound", "nmod")
    adjective = next((i for i in before if name_label(sentence, i) in ("NORP", "GPE", "ORG")), None)
    if adjective is not None:
        return adjective
    light = _doer_of_light_verb(sentence, index)
    if light is not None:
        return light
    doers = lexicon().sets["@doer"]
    return next((i for i in before if sentence.tokens[i].pos in ("NOUN", "PROPN") and lemma(sentence, i) in doers), None)


def _doer_of_light_verb(sentence: Sentence, index: int) -> int | None:
    """Who did the noun that hangs on a verb: "rebels carried out a raid", "the army launched a series of raids"."""
    token = sentence.tokens[index]
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "of":
        outer = sentence.tokens[token.head].head
        if lemma(sentence, outer) in ("series", "number", "wave", "string", "spate", "act"):
            index, token = outer, sentence.tokens[outer]
    if token.dep == "conj" and sentence.tokens[token.head].pos in ("NOUN", "PROPN"):
        token = sentence.tokens[token.head]
    if token.dep == "nsubjpass" and lemma(sentence, token.head) in CARRIED:
        return next(prepositional(sentence, token.head, BY), None)
    if token.dep == "pobj" and lemma(sentence, sentence.tokens[token.head].head) == "responsibility":
        claim = sentence.tokens[sentence.tokens[sentence.tokens[token.head].head].head]
        claimed = claim.lemma.lower() in ("claim", "assume", "admit", "accept", "take") and claim.pos == "VERB"
        return subject(sentence, sentence.tokens[sentence.tokens[token.head].head].head) if claimed else None
    if token.dep == "pobj" and lemma(sentence, token.head) in ("in", "with"):
        verb = sentence.tokens[token.head].head
        if lemma(sentence, index) in RALLIES and lemma(sentence, token.head) == "in" and not is_passive(sentence, verb):
            return subject(sentence, verb)
        if lemma(sentence, verb) in ("kill", "wound", "injure", "respond", "retaliate", "destroy", "engage", "participate"):
            return subject(sentence, verb) if not is_passive(sentence, verb) else None
        return None
    if (
        token.dep == "pobj"
        and lemma(sentence, token.head) == "on"
        and lemma(sentence, sentence.tokens[token.head].head) in STATES
    ):
        return subject(sentence, sentence.tokens[token.head].head)
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() in ("for", "after", "before"):
        verb = sentence.tokens[token.head].head
        return subject(sentence, verb) if lemma(sentence, verb) in TRAVELS else None
    verb = token.head
    if lemma(sentence, index) in ("mine", "landmine"):
        return None  # who sets off a mine did not lay it
    if token.dep != "dobj" or sentence.tokens[verb].pos != "VERB" or lemma(sentence, verb) in OBSERVING:
        return None
    return None if is_passive(sentence, verb) else subject(sentence, verb)


def _speaking(sentence: Sentence, doer: int | None) -> int | None:
    """For a statement that does something, the one who made it, where its verb or its possessor says."""
    if doer is None or lemma(sentence, doer) not in SPEECH:
        return doer
    token = sentence.tokens[doer]
    for i in children(sentence, doer, "poss", "compound", "amod"):
        if name_label(sentence, i) is not None:
            return i
    by = next(prepositional(sentence, doer, frozenset({"by", "from"})), None)
    if by is None and token.dep == "dobj" and not is_passive(sentence, token.head):
        by = subject(sentence, token.head)
    return doer if by is None else by


def patient(sentence: Sentence, index: int) -> int | None:
    """The word for the one to whom or which it is done; None if the sentence does not say."""
    if sentence.tokens[index].pos in ("VERB", "AUX"):
        if is_passive(sentence, index):
            whom = subject(sentence, index)
            if whom is not None and lemma(sentence, whom) in LAUNCHED and lemma(sentence, index) in LAUNCHES:
                return next(_at(sentence, index, whom), None)
            return whom
        given = [i for i in children(sentence, index, "dative") if sentence.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
        found = given or children(sentence, index, "dobj") or shared_objects(sentence, index)
        found = found or [i for i in children(sentence, index, "npadvmod") if nameable(sentence, i)]
        if found and lemma(sentence, found[0]) in MEANS:
            return next(_at(sentence, index, found[0]), None)
        if found:
            return resolved(sentence, found[0])
        for clause in children(sentence, index, "ccomp", "xcomp"):  # "urged the council to ..."
            if inner := children(sentence, clause, "nsubj", "nsubjpass"):
                return resolved(sentence, inner[0])
        return next((i for i in prepositional(sentence, index, ON | WITH) if nameable(sentence, i)), None)
    if sentence.tokens[index].dep == "dobj" and (given := children(sentence, sentence.tokens[index].head, "dative")):
        inner = [j for i in given for j in (children(sentence, i, "pobj") or [i])]
        return inner[0]
    if lemma(sentence, index) in SUFFERED and (owners := children(sentence, index, "poss")):
        return owners[0]
    for clause in children(sentence, index, "acl"):  # "a strike targeting the port"
        if sentence.tokens[clause].tag == "VBG" and lemma(sentence, clause) in (
            "target",
            "hit",
            "strike",
            "kill",
            "damage",
            "destroy",
        ):
            return next(iter(children(sentence, clause, "dobj")), None)
    found_on = next((i for i in prepositional(sentence, index, ON) if nameable(sentence, i)), None)
    if found_on is not None:
        return found_on
    pair = _between(sentence, index) or hyphenated(sentence, index)
    if len(pair) > 1:
        return pair[1]
    return next(prepositional(sentence, index, WITH | frozenset({"of"})), None)


def shared_objects(sentence: Sentence, index: int) -> list[int]:
    """The objects that a verb of harm has in common with the verb right behind it: "shot and wounded two men"."""
    if lemma(sentence, index) not in TRANSITIVE or is_passive(sentence, index):
        return []
    for other in children(sentence, index, "conj"):
        between = sentence.tokens[index + 1 : other]
        near = sentence.tokens[other].pos == "VERB" and all(t.pos in ("CCONJ", "ADV") for t in between)
        if near and not children(sentence, other, "nsubj", "nsubjpass"):
            return children(sentence, other, "dobj") or shared_objects(sentence, other)
    return []


def _at(sentence: Sentence, index: int, thing: int) -> Iterator[int]:
    """At whom a thing is fired or thrown: the preposition may hang on the verb or on the thing; "to disperse the crowd"."""
    on = ON | {"to"} if lemma(sentence, index) == "set" else ON  # "set fire to the depot"
    yield from prepositional(sentence, index, on)
    yield from prepositional(sentence, thing, on)
    for clause in children(sentence, index, "xcomp", "advcl"):
        if sentence.tokens[clause].tag == "VB":
            yield from children(sentence, clause, "dobj")


def phrase_words(sentence: Sentence, index: int | None) -> set[str]:
    """The lemmas of a noun phrase: its head, what stands before it, its "of" phrase, its apposition; empty for None."""
    if index is None:
        return set()
    found = [index, *children(sentence, index, "compound", "amod", "nmod", "poss", "appos", "conj")]
    found += list(prepositional(sentence, index, frozenset({"of", "from"})))
    found += [j for i in found[1:] for j in children(sentence, i, "compound", "amod")]
    return {lemma(sentence, i) for i in found if not is_opposed(sentence, i)}


def is_opposed(sentence: Sentence, index: int) -> bool:
    """Whether "anti-" or "non-" stands before a word, or "not" before its apposition: "a boiler, not a bomb, exploded"."""
    token = sentence.tokens[index]
    beside = token.dep in ("appos", "conj") and token.pos in ("NOUN", "PROPN")
    ahead = (*children(sentence, index, "neg"), max(0, min(subtree(sentence, index)) - 1)) if beside else ()
    if any(sentence.tokens[i].text.lower() == "not" for i in ahead):
        return True
    return index > 1 and sentence.tokens[index - 1].text == "-" and sentence.tokens[index - 2].text.lower() in ("anti", "non")


def launched_from(sentence: Sentence, weapon: int) -> list[int]:
    """By whom or from what a weapon is said to have been launched: "a drone sent by the rebels", "missiles fired from a jet"."""
    token = sentence.tokens[weapon]
    verbs = [*children(sentence, weapon, "acl"), *([token.head] if token.dep in ("nsubj", "nsubjpass") else [])]
    sent = [v for v in verbs if lemma(sentence, v) in LAUNCHES_WEAPONS]
    return [i for v in sent for i in prepositional(sentence, v, frozenset({"by", "from"}))]


def speaker_for(sentence: Sentence, index: int | None) -> int | None:
    """For a pronoun in reported speech, the word for the one who speaks: "Chad said it had ..."; else the word itself."""
    if index is None or sentence.tokens[index].text.lower() not in ("it", "he", "she", "they"):
        return index
    for up in ancestors(sentence, index):
        below = [i for i in children(sentence, up, "nsubj") if i < index and i != index]
        if sentence.tokens[up].pos == "VERB" and below and sentence.tokens[below[0]].pos != "PRON":
            return below[0] if _can_be(sentence, below[0], sentence.tokens[index].text.lower()) else index
    return index


def _can_be(sentence: Sentence, speaker: int, pronoun: str) -> bool:
    """Whether a pronoun can stand for a speaker: no "he" is the police, no "it" a woman."""
    label, token = name_label(sentence, speaker), sentence.tokens[speaker]
    sets = lexicon().sets
    body = lemma(sentence, speaker) in sets["@body"] or lemma(sentence, speaker) in ("police", "authority", "official")
    if pronoun in ("he", "she"):
        return label == "PERSON" or (token.tag in ("NN", "NNP") and label is None and not body)
    if pronoun == "it":
        return label in ("GPE", "ORG", "NORP") or body
    return token.tag in ("NNS", "NNPS") or body or label in ("GPE", "ORG", "NORP")


def _between(sentence: Sentence, index: int) -> list[int]:
    first = next(prepositional(sentence, index, frozenset({"between"})), None)
    return [] if first is None else [first, *children(sentence, first, "conj")]


def hyphenated(sentence: Sentence, index: int) -> list[int]:
    """The two names of "the Lind-Haddad talks"."""
    for i in range(max(0, index - 4), index):
        token = sentence.tokens[i]
        if token.text in ("-", "–") and 0 < i < index - 1 and (i in subtree(sentence, index)):
            pair = [i - 1, i + 1]
            meeting = lemma(sentence, index) in OF_TWO and all(sentence.tokens[j].text[:1].isupper() for j in pair)
            named = all(name_label(sentence, j) in ("PERSON", "GPE", "NORP", "ORG") for j in pair)
            if (named or meeting) and all(sentence.tokens[j].pos == "PROPN" for j in pair):
                return pair
    return []


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """A word and what is coordinated with it."""
    found = [index]
    for i in found:
        found += children(sentence, i, "conj")
    return found


def name_label(sentence: Sentence, index: int) -> str | None:
    """What kind of name a word belongs to, as in OntoNotes 5; None if it is no name."""
    return next((n.label for n in sentence.names if n.first <= index < n.last and n.label in NAMED), None)


def nameable(sentence: Sentence, index: int) -> bool:
    """Whether a word can stand for a party or a thing: not within a date, an amount of money or the like."""
    return not any(n.first <= index < n.last and n.label in UNNAMEABLE for n in sentence.names)

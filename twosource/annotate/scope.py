"""Which cues reach an event word, its own and those of the words that govern it?

Method: up the parse to the root, each governor leaves the class of its predicate ("under tried"; "not under known" where it is
negated itself; "far tried" where it governs at a distance), and the mood of its clause ("clause may") as far as the
relations carry it: an object shares the mood of its verb, what stands in a relative or temporal clause, or behind "after" or
"during", does not. A conjunct stands in its first conjunct's place, the noun of "hold talks" or "the vote takes place" in its
verb's. Negations are counted through: "failed to open" is a denial, "did not fail to open" is none (Nairn, Condoravdi and
Karttunen 2006).

Known failures: attachment slips of the parser; cues in another sentence.
"""

from collections.abc import Iterator

from twosource.annotate.mood import MODALS, SUBJECTS, Cues, is_infinitive, is_verbal, mood
from twosource.annotate.predicates import implies
from twosource.annotate.syntax import ancestors, children
from twosource.records import Sentence, Token
from twosource.values.names import word_set

TENSES = frozenset({"past", "perfect", "progressive", "present", "participle", "gerund", "bare"})
SHARED = frozenset(
    {*MODALS.values(), "not", "nothing", "if", "whether", "hedge", "to", "unreal past", "until", "given a condition"}
)
"""Cues of a clause that its objects and complements share."""
FACTUAL = word_set("due after since during following despite amid because")
"""Prepositions behind which a noun is told as a fact whatever becomes of the verb."""
WEAK = word_set("over through by at in on within under before with")
"""Prepositions behind which it shares the mood of the verb, and nothing above it."""
CARRIES = frozenset(
    "xcomp dobj nsubj nsubjpass attr conj acomp pobj pcomp prep oprd dative compound amod acl agent csubj".split()
)
"""Relations over which what governs the upper word governs the lower too."""
UNGOVERNED = frozenset("nsubj relcl appos det conj agent".split())
"""Relations over which a predicate says nothing of what it stands with."""
OCCUR = word_set("take happen occur begin start open resume continue end go follow come hold stage")
LIGHT = word_set("hold make carry stage conduct launch give take undergo mount perform deliver undertake")
FROM = word_set("refrain abstain keep")
NO_TRACE = word_set("realized said caused known seeming")
"""Classes under which an object is told as a fact, as it would be without them."""
NEAR_ONLY = NO_TRACE | word_set("agreed believed claimed expected feared delayed")
"""Classes whose force does not outlast the clause they govern."""
DEEPEST = 8


def cues(sentence: Sentence, index: int) -> Cues:
    """All that bears on the event that word `index` names."""
    tokens = sentence.tokens
    if tokens[index].dep in ("aux", "auxpass"):
        index = tokens[index].head
    token = tokens[index]
    first, conjunctions = _first_conjunct(sentence, index)
    found = set(mood(sentence, index))
    if first != index and is_verbal(token):
        shared = mood(sentence, first) - TENSES - ({"not"} if "but" in conjunctions else set())
        found = {*shared, *(found - TENSES if "to" in shared else found)}
    carrier = _carrier(sentence, first)
    if carrier is not None:
        borne = mood(sentence, carrier)
        found |= (borne - TENSES) | {f"clause {c}" for c in borne & TENSES}
    above = set(_above(sentence, first if carrier is None else carrier))
    begun = "under realized" in above and token.dep == "xcomp"
    if begun or "had to" in found:  # "began to fall", "had to leave": as true as the upper verb
        found = (
            {c for c in found if c.split()[0] not in ("to", "had")} | {"brought about"} | (mood(sentence, token.head) & TENSES)
        )
    if "kept from" in above:
        found ^= {"not"}
    if token.dep == "xcomp" and above & {"under unrealized", "not under realized"}:
        found ^= {"not"}
    noun = token.pos in ("NOUN", "PROPN")
    if "not" in found:
        found = set(_denied(found, noun))
    else:
        found.add("noun" if noun else "verb" if is_verbal(token) else "other word")
        if token.dep == "xcomp":
            found.add("complement")
    if sentence.span.text.rstrip(" \"”'’").endswith("?"):
        found.add("question")
    return frozenset(found | above)


def in_passing(sentence: Sentence, index: int) -> bool:
    """Whether a word stands in a relative or adverbial clause, or a participle on a noun: what a claim takes for granted."""
    return any(_leaves(sentence, i) for i in (index, *ancestors(sentence, index)))


def _denied(found: set[str], noun: bool) -> Iterator[str]:
    """A denial drowns the cues of reality; only those of possibility still tell."""
    yield "not"
    if noun:
        yield "not noun"
    if found & {"may", "should", "would", "will"}:
        yield "not modal"
    if found & {"can", "could"}:
        yield "not can"
    if "to" in found:
        yield "not to"
    if found & {"if", "until"}:
        yield "not if"


def _first_conjunct(sentence: Sentence, index: int) -> tuple[int, set[str]]:
    """The first conjunct whose place in the sentence a word shares, and the conjunctions between."""
    tokens = sentence.tokens
    between: set[str] = set()
    while tokens[index].dep == "conj":
        head = tokens[index].head
        if is_verbal(tokens[index]):
            if children(sentence, index, *SUBJECTS, "aux", "auxpass", "expl") or tokens[head].tag != tokens[index].tag:
                break
        elif tokens[head].pos != tokens[index].pos:
            break
        between |= {tokens[i].text.lower() for i in children(sentence, head, "cc")}
        index = head
    return index, between


def _carrier(sentence: Sentence, index: int) -> int | None:
    """The verb that says of an event noun only that it takes place, or who does it; None if there is none."""
    tokens, token = sentence.tokens, sentence.tokens[index]
    if token.pos not in ("NOUN", "PROPN") or token.head == index:
        return None
    lemma = tokens[token.head].lemma.lower()
    if token.dep in ("dobj", "nsubjpass") and lemma in LIGHT:
        return token.head
    if token.dep not in SUBJECTS:
        return None
    if lemma in OCCUR:
        return token.head
    if implies(tokens[token.head]) in ("intended", "expected", "agreed") or lemma in ("be", "have"):  # "is set to begin"
        said = children(sentence, token.head, "xcomp")
        return next((i for i in said if tokens[i].lemma.lower() in OCCUR and not children(sentence, i, "dobj")), None)
    return None


def _above(sentence: Sentence, index: int) -> Iterator[str]:
    """What the governors leave, the nearest first."""
    tokens = sentence.tokens
    at, depth, carries = index, 0, True
    through: str | None = None
    doing, verbless = False, not is_verbal(tokens[index])
    while tokens[at].head != at and depth < DEEPEST:
        up, relation = tokens[at].head, tokens[at].dep
        governor = tokens[up]
        if governor.pos == "ADP" or governor.dep == "prep":  # the preposition between: its own governor is what counts
            through, doing, at = governor.text.lower(), relation == "pcomp", up
            continue
        if through in FACTUAL and is_verbal(governor):
            return
        theirs = mood(sentence, up)
        if through == "from" and doing and depth == 0 and "not" not in theirs and _keeps(governor):
            yield "kept from"
        if carries:
            yield from _shared(sentence, at, theirs, through)
        if verbless and is_verbal(governor):
            yield from (f"clause {c}" for c in theirs & {"past", "perfect", "progressive", "bare"})
            verbless = False
        yield from _implied(sentence, at, theirs, depth, through)
        if _leaves(sentence, at):
            return
        carries = carries and (relation in CARRIES or relation == "advcl") and not (through in WEAK and is_verbal(governor))
        at, through, doing = up, None, False
        depth += 1


def _keeps(governor: Token) -> bool:
    return implies(governor) in ("hindered", "unrealized") or governor.lemma in FROM


def _leaves(sentence: Sentence, index: int) -> bool:
    """Whether a word heads a clause that says its own truth: a relative or adverbial one, or a participle on a noun."""
    token = sentence.tokens[index]
    if token.dep == "acl":
        return token.tag in ("VBN", "VBD", "VBZ", "VBP") and not children(sentence, index, "mark")
    return token.dep in ("relcl", "appos", "parataxis") or (token.dep == "advcl" and not is_infinitive(sentence, index))


def _shared(sentence: Sentence, at: int, theirs: Cues, through: str | None) -> Iterator[str]:
    """The mood of the governor's clause."""
    token = sentence.tokens[at]
    if not is_verbal(sentence.tokens[token.head]) or token.dep in ("ccomp", "advcl", "relcl", "csubj"):
        return
    if token.dep == "conj" and is_verbal(token) and children(sentence, at, *SUBJECTS, "aux", "auxpass"):
        return
    for cue in theirs & SHARED:
        if cue != "not":
            yield f"clause {cue}"
        elif token.dep in SUBJECTS:
            yield "clause not as subject"
        elif through is not None:
            yield "clause not as circumstance"
        elif token.dep != "conj":
            yield "clause not as complement" if token.dep == "xcomp" else "clause not as object"


def _implied(sentence: Sentence, at: int, theirs: Cues, depth: int, through: str | None) -> Iterator[str]:
    """The class of the governing predicate."""
    tokens, token = sentence.tokens, sentence.tokens[at]
    if token.dep in UNGOVERNED or _leaves(sentence, at):
        return
    governor = tokens[token.head]
    name = implies(governor)
    if governor.lemma == "be" and token.dep in ("ccomp", "xcomp", "csubj", "advcl"):
        said_of = [implies(tokens[i]) for i in children(sentence, token.head, "acomp", "attr") if i != at]
        name = next((c for c in said_of if c is not None), name)
        if token.dep == "xcomp":
            yield "is to"
    clausal = token.dep in ("xcomp", "advcl", "acl", "ccomp", "nsubjpass") and through is None
    if name == "said" and token.dep == "xcomp":  # "is said to have left", "told them to leave"
        name = "seeming" if children(sentence, token.head, "auxpass") and governor.lemma != "tell" else "asked"
    if name is None or (name == "undone" and clausal):
        return
    kind = "not under" if "not" in theirs else "under"
    if depth:
        if name not in NEAR_ONLY:
            yield f"far {kind} {name}"
    elif kind == "not under" or clausal:
        yield f"{kind} {name}"
    elif name not in NO_TRACE:
        yield f"{kind} {name} as noun"

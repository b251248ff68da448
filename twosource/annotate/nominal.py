"""What is reported without a verb of its own: "according to", nouns and adjectives of saying, labels before a colon?

Method: "according to X" covers its sentence at the edge, else the clause it hangs on. A noun of saying counts with a that-
clause, or, where its owner or the subject of its light verb is known, with an infinitive or its own preposition ("the union's
call for", "made a promise to", "expressed concern about"); the light verb is then part of the cue. An adjective counts behind
a copula.

Known failures: owners that stand behind another noun ("the view among voters that"); a poll's name before a colon in running
text.
"""

from twosource.annotate import cues
from twosource.annotate.findings import Finding, cue_span, runs, trimmed_stretch
from twosource.annotate.parties import leaning, relative, source_span, speaker_of
from twosource.annotate.syntax import ancestors, children, stretch, subtree
from twosource.records import Sentence, Span

LABEL = 6
"""Words before the colon of a speaker's label, at most: a name with a title."""
TITLE_CASE = 0.7
"""Share of the words with a capital from which a line is a headline; small words have none by the style guides."""
_VIEWS = frozenset(["view", "opinion", "judgment", "judgement", "estimation", "estimate", "telling", "account", "word"])
_POLLS = frozenset(["poll", "survey", "polling"])
_LABELS = frozenset(["poll", "report", "study", "survey"])
_OWNER_BEHIND = frozenset(["by", "from", "of", "among"])
_NOBODY = frozenset(["it", "that", "this", "which", "i", "we", "you", "my", "our", "your", "there"])
_COPULAS = frozenset(["be", "seem", "feel", "remain", "sound", "become", "appear", "look", "stay"])


def nominal(sentence: Sentence, number: int, index: int) -> list[Finding]:
    """What the noun, adjective or "according" at `index` reports."""
    token = sentence.tokens[index]
    if token.text.lower() == "according" and (to := children(sentence, index, "prep")):
        return _according(sentence, number, index, to[0])
    if token.text.lower() in cues.ADVERBS and token.dep == "advmod":
        return _adverb(sentence, number, index)
    uttered = token.dep == "dobj" and sentence.tokens[token.head].lemma in cues.UTTERING
    if token.pos == "NOUN" and (token.lemma in cues.NOUNS or token.lemma in cues.NOUN_PREPOSITIONS or uttered):
        return _noun(sentence, number, index)
    if token.text.lower() == "in" and token.dep == "prep":
        return _poll(sentence, number, index) or _view(sentence, number, index)
    if token.dep == "attr" and token.lemma in cues.SIDES:
        return _side(sentence, number, index)
    if token.pos in ("ADJ", "VERB") and token.text.lower() in cues.ADJECTIVES and token.dep in ("acomp", "conj", "ROOT"):
        return _adjective(sentence, number, index)
    return []


def label(sentence: Sentence, number: int, quoted: tuple[Span, ...]) -> Finding | None:
    """A speaker set before a colon: 'Mayor Soto: "…"', and in headlines without marks ("Poll: voters want change")."""
    tokens = sentence.tokens
    colon = next((i for i, t in enumerate(tokens[: LABEL + 1]) if t.text == ":"), None)
    if not colon or colon + 2 >= len(tokens) or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[:colon]):
        return None
    nouns = [i for i in range(colon) if tokens[i].pos in ("PROPN", "NOUN")]
    marked = any(q.start == tokens[colon + 1].start for q in quoted)
    proper = all(t.pos in ("PROPN", "ADP", "DET") for t in tokens[:colon]) and any(
        n.label in ("PERSON", "ORG") and n.first < colon for n in sentence.names
    )
    words = [t.text for t in tokens if t.text[:1].isalpha()]
    capitals = sum(w[:1].isupper() for w in words) >= TITLE_CASE * len(words)
    headline = sentence.part in ("title", "heading") or sentence.span.text[-1].isalnum() or capitals
    if not nouns or not (marked or (headline and (proper or tokens[nouns[-1]].lemma.lower() in _LABELS))):
        return None
    source, cue = trimmed_stretch(sentence, 0, colon - 1), stretch(sentence, colon, colon)
    return Finding(number, None, nouns[-1], source, cue, "neutral", runs(sentence, range(colon + 1, len(tokens))))


def _according(sentence: Sentence, number: int, index: int, to: int) -> list[Finding]:
    named = children(sentence, to, "pobj")
    if not named:
        return []
    clause = next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos in ("VERB", "AUX")), None)
    if clause is None:
        clause = next(iter(ancestors(sentence, index)), None)
    if clause is None:
        return []
    own = set(subtree(sentence, index))
    words = {i for i, t in enumerate(sentence.tokens) if t.pos not in ("PUNCT", "SPACE")}
    at_end = max(own & words) == max(words)
    at_edge = min(own & words) == min(words) or at_end
    set_off = at_end and sentence.tokens[min(own) - 1].text == ","  # ", according to X" at the end speaks of the whole sentence
    cue_above = not set_off and any(sentence.tokens[i].lemma in cues.SAYING for i in ancestors(sentence, index))
    content = runs(sentence, (words if at_edge and not cue_above else set(subtree(sentence, clause))) - own)
    if not content:
        return []
    holder = _informed(sentence, named[0])
    source = source_span(sentence, holder, None)
    cites = leaning(sentence, holder)
    return [Finding(number, None, holder, source, stretch(sentence, index, to), "neutral", content, cites=cites)]


def _informed(sentence: Sentence, noun: int) -> int:
    """Who has it, for "information obtained by the Post", "details available to the police"; else the noun itself."""
    if sentence.tokens[noun].lemma.lower() not in ("information", "detail"):
        return noun
    for clause in children(sentence, noun, "acl", "amod"):
        for i in children(sentence, clause, "agent", "prep", "dative"):
            if sentence.tokens[i].text.lower() in ("by", "to"):
                return next(iter(children(sentence, i, "pobj")), noun)
    return noun


def according_source(sentence: Sentence, number: int, index: int, content: tuple[Span, ...]) -> Finding | None:
    """The finding of an "according to" that announces the lines below; None if it names nobody."""
    for to in children(sentence, index, "prep"):
        for named in children(sentence, to, "pobj"):
            source, cue = source_span(sentence, named, None), stretch(sentence, index, to)
            return Finding(number, None, named, source, cue, "neutral", content)
    return None


def _noun(sentence: Sentence, number: int, noun: int) -> list[Finding]:
    tokens = sentence.tokens
    owner, light = _owner(sentence, noun)
    if owner is not None and tokens[owner].text.lower() in _NOBODY:
        owner, light = None, None
    force = cues.cue_force(tokens[noun].lemma)
    source = None if owner is None else (light and relative(sentence, light)) or source_span(sentence, owner, light)
    first = noun if light is None else next(i for i, t in enumerate(tokens) if t.start == cue_span(sentence, light).start)

    def found(last: int, wanted: set[int]) -> list[Finding]:
        content = runs(sentence, wanted)
        cue, held = stretch(sentence, first, last), tokens[noun].lemma in cues.HELD_NOUNS
        return [Finding(number, light, owner, source, cue, force, content, attitude=held)] if content else []

    for clause in children(sentence, noun, "acl", "relcl", "ccomp"):
        marks = children(sentence, clause, "mark")
        finite = any(
            tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in [clause, *children(sentence, clause, "aux", "auxpass")]
        )
        bare = (
            light is not None
            and finite
            and tokens[clause].dep != "relcl"
            and bool(children(sentence, clause, "nsubj", "nsubjpass"))
        )
        if tokens[noun].lemma in cues.NOUNS and (bare or (marks and tokens[marks[0]].text.lower() == "that")):
            return found(noun, set(subtree(sentence, clause)))
        if owner is not None and tokens[clause].tag == "VB" and tokens[noun].lemma in cues.NOUNS:
            return found(noun, set(subtree(sentence, clause)))
    if owner is None and tokens[noun].lemma not in cues.HEARSAY:
        return []
    wanted = cues.NOUN_PREPOSITIONS.get(tokens[noun].lemma, set())
    if light is not None and tokens[light].lemma in cues.UTTERING:
        wanted = wanted | {"about", "over", "on", "of", "for"}
    for i in children(sentence, noun, "prep"):
        if i > noun and tokens[i].text.lower() in wanted and all(j in subtree(sentence, noun) for j in range(noun + 1, i)):
            return found(i, {j for j in subtree(sentence, i) if j > i})
    return []


def _owner(sentence: Sentence, noun: int) -> tuple[int | None, int | None]:
    """Whose statement a noun names, and the light verb that brings its subject in, if one does."""
    tokens = sentence.tokens
    if owners := children(sentence, noun, "poss"):
        return owners[0], None
    head = tokens[noun].head
    if tokens[noun].dep == "dobj" and tokens[head].lemma in cues.LIGHT and (speaker := speaker_of(sentence, head)) is not None:
        return speaker, head
    for i in children(sentence, noun, "prep", "agent"):
        word = tokens[i].text.lower()
        if word in _OWNER_BEHIND and word not in cues.NOUN_PREPOSITIONS.get(tokens[noun].lemma, set()):
            for p in children(sentence, i, "pobj"):
                return p, None
    return None, None


def _adverb(sentence: Sentence, number: int, index: int) -> list[Finding]:
    """The clause that "reportedly" makes hearsay of."""
    tokens, head = sentence.tokens, sentence.tokens[index].head
    if tokens[head].pos not in ("VERB", "AUX") or tokens[head].lemma in cues.SAYING:
        return []
    content = runs(sentence, {j for j in subtree(sentence, head) if j != index})
    force = cues.ADVERBS[tokens[index].text.lower()]
    return [Finding(number, None, None, None, stretch(sentence, index, index), force, content)] if content else []


def _poll(sentence: Sentence, number: int, preposition: int) -> list[Finding]:
    """What is so "in a poll" that opens the sentence: the poll says it."""
    tokens, verb = sentence.tokens, sentence.tokens[preposition].head
    polls = [i for i in children(sentence, preposition, "pobj") if tokens[i].lemma.lower() in _POLLS and preposition == 0]
    if polls and tokens[polls[0]].text.lower() == "polls" and not any(t.text in ("percent", "%") for t in tokens):
        return []  # "in the village polls, two died": an election
    if not polls or tokens[verb].pos not in ("VERB", "AUX") or tokens[verb].lemma in cues.SAYING | cues.THINKING:
        return []
    own = set(subtree(sentence, preposition))
    content = runs(sentence, set(subtree(sentence, verb)) - own)
    source = source_span(sentence, polls[0], None)
    cue = stretch(sentence, preposition, preposition)
    return [Finding(number, None, polls[0], source, cue, "neutral", content)] if content else []


def _view(sentence: Sentence, number: int, preposition: int) -> list[Finding]:
    """What is so in somebody's view."""
    tokens, verb = sentence.tokens, sentence.tokens[preposition].head
    for noun in children(sentence, preposition, "pobj"):
        owners = children(sentence, noun, "poss")
        owners += [
            p for i in children(sentence, noun, "prep") if tokens[i].text.lower() == "of" for p in children(sentence, i, "pobj")
        ]
        clause = tokens[verb].pos in ("VERB", "AUX") and tokens[verb].lemma not in cues.SAYING
        if tokens[noun].lemma not in _VIEWS or not owners or not clause or tokens[owners[0]].text.lower() in _NOBODY:
            continue
        content = runs(sentence, set(subtree(sentence, verb)) - set(subtree(sentence, preposition)))
        source, cue = source_span(sentence, owners[0], None), stretch(sentence, noun, noun)
        return [Finding(number, None, owners[0], source, cue, "neutral", content)] if content else []
    return []


def _side(sentence: Sentence, number: int, noun: int) -> list[Finding]:
    """Who is a supporter, critic, … of something."""
    tokens, verb = sentence.tokens, sentence.tokens[noun].head
    speaker = speaker_of(sentence, verb)
    phrases = [i for i in children(sentence, noun, "prep") if i == noun + 1 and tokens[i].text.lower() == "of"]
    if speaker is None or not phrases or tokens[speaker].text.lower() in _NOBODY:
        return []
    content = runs(sentence, {j for j in subtree(sentence, phrases[0]) if j > phrases[0]})
    start = next(i for i, t in enumerate(tokens) if t.start == cue_span(sentence, verb).start)
    cue = stretch(sentence, min(start, noun), phrases[0])
    source = relative(sentence, verb) or source_span(sentence, speaker, verb)
    return [Finding(number, None, speaker, source, cue, "neutral", content, attitude=True)] if content else []


def _adjective(sentence: Sentence, number: int, index: int) -> list[Finding]:
    tokens = sentence.tokens
    verb = tokens[index].head if tokens[index].dep in ("acomp", "conj") else index
    speaker = speaker_of(sentence, verb)
    if tokens[index].dep == "acomp" and tokens[verb].lemma not in _COPULAS:
        return []
    if speaker is None or tokens[speaker].text.lower() in _NOBODY:
        return []
    clauses = (
        children(sentence, index, "ccomp")
        or [i for i in children(sentence, verb, "ccomp") if i > index]
        or [i for i in children(sentence, index, "xcomp", "advcl") if i > index and tokens[i].tag == "VB"]
    )
    phrases = [
        i for i in children(sentence, index, "prep") if i == index + 1 and tokens[i].text.lower() in cues.ADJECTIVE_PREPOSITIONS
    ]
    last = index
    if clauses:
        wanted = set(subtree(sentence, clauses[0]))
    elif phrases:
        wanted, last = {j for j in subtree(sentence, phrases[0]) if j > phrases[0]}, phrases[0]
    else:
        return []
    content = runs(sentence, {j for j in wanted if j > index})
    start = next(i for i, t in enumerate(tokens) if t.start == cue_span(sentence, verb).start)
    cue = stretch(sentence, min(start, index), last)
    source = relative(sentence, verb) or source_span(sentence, speaker, verb)
    return [Finding(number, None, speaker, source, cue, "neutral", content, attitude=True)] if content else []

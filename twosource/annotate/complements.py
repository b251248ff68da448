"""Which words of the sentence does a cue verb govern: what is said, wanted or judged?

Method: the verb is asked for what it governs in the order of ClearNLP's relations: a clausal complement (that-clause,
trailing or parenthetical clause), an infinitive, a passive's subject, an object or a prepositional phrase for the verbs that
take one (cues.py). The content is that subtree without the cue's own words, with what was said ahead of the cue ("If it
rains, he said, …"), and without what goes on about the saying (", adding that …").

Known failures: a clause that the parser attaches elsewhere is lost; "X said that A and B did C" may end early where the
parser coordinates with the cue.
"""

from twosource.annotate import cues
from twosource.annotate.findings import cue_span, runs, temporal
from twosource.annotate.parties import CITING, OCCASIONS, TOLD, speaker_of
from twosource.annotate.source_kinds import UNNAMED
from twosource.annotate.syntax import children, negated, subtree
from twosource.records import Sentence, Span
from twosource.values.names import word_set

_ONLY_AS = word_set("see identify view regard perceive recognize recognise")
"""Verbs that hold something of their object with "as" alone: saw the vote as a test."""
_CHARGED = word_set(
    "see identify view regard accuse charge blame criticize criticise describe call condemn praise attack indict fault"
)
"""Verbs whose passive is a statement about its subject: was accused of plotting."""
_TOLD_THINGS = word_set(
    "story tale joke truth lie question fact secret anecdote version detail side thing something news favor favour"
)
"""Objects of "tell" and "ask" that are told or asked, not who hears it."""
_NAMING = word_set(
    "call label brand dub describe characterize characterise depict portray blame accuse cite praise criticize criticise"
)
"""Verbs that say something of their object."""
_ABOUT = word_set("for of as over about against to into with")
"""Prepositions that go on with what is said of an object."""
_HELD = word_set("believe think expect suspect assume consider know report say allege understand rumour rumor estimate project")
"""Verbs whose passive with an infinitive states something about its subject: is believed to have fled."""
THAT_REACH = 18
"""Words between a cue and its "that": an occasion and a day, with an apposition."""
_TERMS = frozenset({"condition", "proviso", "understanding", "basis"})
"""Nouns for the terms on which somebody speaks: "told the Herald on condition that his name not be used"."""
ASKED_REACH = 12
"""Words between "asked" and its question: by whom, when and where."""
_TAKEN = word_set("life victim soul casualty seat title prize medal")
"""What is claimed without a word."""
_CONDITION = word_set("if unless once")
_SITUATION = word_set("when as because since while until after before though although")


def governed(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The content of a cue verb; empty if it has none that counts."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    if lemma == "point" and not children(sentence, verb, "prt", "prep"):
        return ()
    if lemma == "call" and _names_itself(sentence, verb):
        return ()  # "who calls himself Ali"
    if lemma == "claim" and any(tokens[i].lemma in _TAKEN for i in children(sentence, verb, "dobj")):
        return ()
    if lemma == "ask" and tokens[verb].tag == "VBN" and tokens[verb].dep == "advcl" and not children(sentence, verb, "auxpass"):
        return _asked(sentence, verb)
    if lemma == "see" and not children(sentence, verb, "nsubjpass"):
        return _object(sentence, verb)  # what somebody sees happen is the writer's word; "saw it as a test" is not
    if lemma not in cues.WITH_QUOTE_ONLY or lemma in cues.THINKING:
        if negated(sentence, verb) and lemma in cues.SAYING and lemma not in ("deny", "dispute", "refute"):
            return ()
        if found := _clausal(sentence, verb):
            return found
    if children(sentence, verb, "nsubjpass", "auxpass"):
        return _passive(sentence, verb)
    if lemma == "ask" and tokens[verb].tag == "VBN":
        return _asked(sentence, verb)
    if lemma in cues.WITH_INFINITIVE and (asked := _infinitive(sentence, verb)) is not None:
        return asked
    if speaker_of(sentence, verb) is None:
        return ()
    return (_object(sentence, verb) if lemma in cues.WITH_OBJECT else ()) or _prepositional(sentence, verb)


def _names_itself(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of calling tells a name that somebody goes by."""
    tokens = sentence.tokens
    himself = any(tokens[i].text.lower().endswith(("self", "selves")) for i in children(sentence, verb, "dobj"))
    return himself and any(tokens[i].pos == "PROPN" for i in children(sentence, verb, "oprd"))


def _clausal(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The clause that a cue governs, or stands in: a complement, or the clause around "as the ministry said"."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    clauses = [
        c for c in children(sentence, verb, "ccomp") if not (_question_tag(sentence, c, verb) or _set_apart(sentence, c, verb))
    ]
    if lemma in cues.SAYING and (behind := behind_citing(sentence, verb)):
        return behind
    if lemma in cues.SAYING and (behind := _behind_that(sentence, verb, clauses)):
        return behind
    if clauses and max(clauses) < verb and (behind := _object_behind(sentence, verb)):
        return behind  # 'For that she drew his ire - he called her "weak"': the clause ahead is another's
    if clauses:
        return _clause(sentence, verb, clauses)
    if tokens[verb].dep in ("parataxis", "advcl") and lemma in cues.ASIDES:
        mark = next((tokens[i].text.lower() for i in children(sentence, verb, "mark", "advmod") if i < verb), "")
        if tokens[verb].dep == "parataxis" or (mark == "as" and speaker_of(sentence, verb) is not None):
            return _around(sentence, verb)
    return ()


def _infinitive(sentence: Sentence, verb: int) -> tuple[Span, ...] | None:
    """What somebody vows, wants or tells another to do; None if no infinitive with "to" hangs on the cue."""
    tokens, found = sentence.tokens, children(sentence, verb, "xcomp")
    if found and tokens[verb].lemma in ("promise", "threaten") and tokens[found[0]].lemma == "be":
        return ()  # "the vote promises to be close"
    if not found or not any(tokens[i].text.lower() in ("to", "not") for i in children(sentence, found[0], "aux", "neg")):
        return None
    asked = [i for i in children(sentence, verb, "dobj", "dative") if verb < i < found[0]]
    upon = [i for i in children(sentence, verb, "prep") if tokens[i].text.lower() in ("on", "upon") and not temporal(sentence, i)]
    asked += [p for i in upon if verb < i < found[0] for p in children(sentence, i, "pobj")]
    wanted = {i for i in subtree(sentence, found[0]) if i > verb}  # who is asked to act is part of what is asked
    wanted -= _asides(sentence, verb, wanted)
    return runs(sentence, wanted.union(*(subtree(sentence, i) for i in asked)))


def _prepositional(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """What is spoken of or called for: the phrase behind the cue's own preposition."""
    tokens = sentence.tokens
    prepositions = cues.WITH_PREPOSITION.get(tokens[verb].lemma, set())
    phrases = [i for i in children(sentence, verb, "prep") if i > verb and tokens[i].text.lower() in prepositions]
    if not phrases:
        return ()
    end = cue_span(sentence, verb).end
    wanted = {i for i in subtree(sentence, phrases[0]) if tokens[i].start >= end}
    return runs(sentence, wanted - _asides(sentence, verb, wanted))


def _asked(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The question in "Asked by a reporter whether it would rain, she …": from its first word to the main clause."""
    tokens, head = sentence.tokens, sentence.tokens[verb].head
    opens = [
        i for i in range(verb + 1, min(verb + ASKED_REACH, len(tokens)))
        if tokens[i].tag in ("WP", "WDT", "WRB") or tokens[i].text.lower() in ("whether", "if", "about")
    ]  # fmt: skip
    if not opens:
        return ()
    first = opens[0] + (tokens[opens[0]].text.lower() == "about")
    subjects = [min(subtree(sentence, i)) for i in children(sentence, head, "nsubj", "nsubjpass") if i > verb]
    if head == verb or head < verb or not subjects:
        return runs(sentence, {i for i in subtree(sentence, verb) if i >= first})
    commas = [i for i in range(first, min(subjects)) if tokens[i].text == ","]
    return runs(sentence, range(first, commas[-1] if commas else min(subjects)))


def _passive(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    subjects = [i for i in children(sentence, verb, "nsubjpass") if tokens[i].tag not in ("WP", "WDT")]
    if not subjects:
        return ()
    subject, infinitive = set(subtree(sentence, subjects[0])), children(sentence, verb, "xcomp")
    if infinitive and (lemma in cues.SAYING or lemma in _HELD):
        return runs(sentence, subject | set(subtree(sentence, infinitive[0])))
    if lemma in _CHARGED:
        phrases = [i for i in children(sentence, verb, "prep") if tokens[i].text.lower() in ("of", "with", "for", "as")]
        objects = children(sentence, verb, "oprd")
        if phrases or objects:
            end = cue_span(sentence, verb).end
            charge = {j for i in [*phrases, *objects] for j in subtree(sentence, i) if tokens[j].start >= end}
            return runs(sentence, subject | charge)
    if lemma == "ask" and (phrases := [i for i in children(sentence, verb, "prep") if tokens[i].text.lower() == "about"]):
        return runs(sentence, subtree(sentence, phrases[0])[1:])
    by = children(sentence, verb, "agent")
    if by and lemma in cues.WITH_OBJECT and tokens[subjects[0]].pos != "PRON":
        return runs(sentence, subject)
    return ()


def _object(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    tokens = sentence.tokens
    objects = [i for i in children(sentence, verb, "dobj", "oprd", "xcomp", "dative") if i > verb]
    if not objects:
        return ()
    if tokens[verb].lemma in _ONLY_AS and not any(tokens[i].text.lower() == "as" for i in children(sentence, verb, "prep")):
        return ()
    if tokens[verb].lemma in TOLD and not any(tokens[i].lemma in _TOLD_THINGS for i in objects):
        objects = [i for i in objects if tokens[i].dep == "oprd"]  # who is told is no content
        if not objects:
            return ()
    if tokens[verb].lemma == "question" and any(tokens[i].pos == "PROPN" or tokens[i].lemma.lower() in UNNAMED for i in objects):
        return ()  # detectives question people
    named = children(sentence, verb, "oprd") or any(t.text in "\"“‘''" for t in tokens[verb + 1 :])
    if tokens[verb].lemma == "call" and not named:
        return ()  # "called his wife to congratulate her"
    objects += [
        i for i in children(sentence, verb, "conj") if tokens[i].pos == "NOUN" and i > objects[-1]
    ]  # misread: of the object
    wanted = {j for i in objects for j in _without_aside(sentence, i) if j > verb}
    for i in children(sentence, verb, "prep", "advcl"):
        if i not in wanted and min(subtree(sentence, i)) == max(wanted) + 1:
            word = tokens[min(subtree(sentence, i))].text.lower()
            about = tokens[i].dep == "prep" and _of_object(sentence, verb, i) and not temporal(sentence, i)
            if about or word == "because":
                wanted |= set(subtree(sentence, i))
    if tokens[verb].dep in ("ROOT", "relcl", "conj", "ccomp") and (rest := _runs_on(sentence, wanted)):
        wanted |= rest
    bare = len(wanted) == 1 and tokens[objects[0]].pos == "PRON"
    return () if bare else runs(sentence, wanted - _asides(sentence, verb, wanted))


def _of_object(sentence: Sentence, verb: int, preposition: int) -> bool:
    """Whether a phrase behind the object goes on with what is said of it: "for lying", "as a fraud", "on the weather"."""
    tokens, word = sentence.tokens, sentence.tokens[preposition].text.lower()
    if word == "with":
        return tokens[verb].lemma in _CHARGED or tokens[verb].lemma == "show"
    if word == "on":
        nouns = children(sentence, preposition, "pobj")
        return tokens[verb].lemma == "blame" and not any(tokens[i].lemma.lower() in OCCASIONS for i in nouns)
    followed = [i for i in children(sentence, verb, "prep") if i > preposition and tokens[i].text.lower() == "as"]
    return word in _ABOUT or (tokens[verb].lemma in _NAMING and bool(followed))


def _object_behind(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """What a verb of naming governs behind itself, an object with its predicate; empty for any other."""
    if sentence.tokens[verb].lemma not in _NAMING:
        return ()
    return (
        _object(sentence, verb) if children(sentence, verb, "dobj") and children(sentence, verb, "oprd", "prep", "xcomp") else ()
    )


def _runs_on(sentence: Sentence, wanted: set[int]) -> set[int]:
    """The rest of the sentence where a finite verb right behind an object shows that the object was a clause's subject."""
    tokens = sentence.tokens
    at = max(wanted) + 1
    while at < len(tokens) and tokens[at].text in ("—", "–", "--", "-", ")", ","):
        at += 1
    if at >= len(tokens) or tokens[at].tag not in ("MD", "VBZ", "VBP", "VBD") or tokens[at].pos not in ("AUX", "VERB"):
        return set()
    subjects = children(sentence, at, "nsubj", "nsubjpass") + children(sentence, tokens[at].head, "nsubj", "nsubjpass")
    return set() if any(i < min(wanted) or i > at for i in subjects) else set(range(at, len(tokens)))


def _without_aside(sentence: Sentence, noun: int) -> list[int]:
    """A noun phrase up to a relative clause behind a comma, which is the writer's aside."""
    whole = subtree(sentence, noun)
    for clause in children(sentence, noun, "relcl"):
        first = subtree(sentence, clause)[0]
        if first > noun + 1 and sentence.tokens[first - 1].text == ",":
            whole = [i for i in whole if i < first - 1]
    return whole


def _asides(sentence: Sentence, verb: int, wanted: set[int]) -> set[int]:
    """Words among the content that go on about the saying, not in it: ", adding that …", ", who is …" at the end."""
    tokens, cut = sentence.tokens, set[int]()
    for i in wanted:
        if i <= verb:
            continue
        reach = subtree(sentence, i)
        first = reach[0]
        if first - 1 not in wanted or tokens[first - 1].text not in (",", "—", "–", "-", "--"):
            continue
        participle = tokens[i].dep in ("advcl", "acl") and tokens[i].tag == "VBG" and tokens[i].lemma in cues.SAYING
        relative = tokens[i].dep == "relcl" and tokens[first].tag in ("WP", "WDT", "WP$", "WRB") and reach[-1] >= max(wanted)
        if participle or relative:
            cut |= set(reach) | {first - 1}
            cut |= {j for j in wanted if j > first and participle and reach[-1] >= max(wanted)}
    return cut


def _behind_that(sentence: Sentence, verb: int, clauses: list[int]) -> tuple[Span, ...]:
    """What follows a "that" behind the cue and a phrase without a verb, where the parser hung it on that phrase.

    "wrote in a letter to the court that he would leave": read as a relative clause of "court", or as the letter's content.
    """
    tokens = sentence.tokens
    at = verb + 1
    while at < len(tokens) and at <= verb + THAT_REACH and tokens[at].text.lower() != "that":
        if tokens[at].pos in ("VERB", "AUX") or tokens[at].text in (";", ":") or tokens[at].lemma.lower() in _TERMS:
            return ()
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text.lower() != "that" or tokens[at].tag == "DT":
        return ()
    if at == verb + 1:
        return () if clauses or tokens[at].dep != "mark" else runs(sentence, range(at, len(tokens)))
    head = tokens[at].head
    if tokens[at].dep in ("nsubj", "nsubjpass") or verb in (head, tokens[head].head):
        return ()  # "praised the plan that would": a relative clause indeed; "said on Monday that": parsed well
    first = tokens[verb + 1]
    if not (first.pos == "ADP" or first.pos == "ADV" or tokens[verb].lemma in TOLD):
        return ()
    wanted = set(range(at, len(tokens)))
    return runs(sentence, wanted - _asides(sentence, verb, wanted))


def behind_citing(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """What follows a "that" behind a cue and whom it cites: "the Post reports, citing a doctor, that nine people have died"."""
    words = [t.text.lower() for t in sentence.tokens]
    if words[verb + 1 : verb + 2] != [","] or words[verb + 2 : verb + 3] not in ([w] for w in CITING):
        return ()
    that = next((i for i in range(verb + 3, len(words) - 1) if words[i] == "that" and words[i - 1] == ","), None)
    return () if that is None else runs(sentence, set(range(that, len(words) - (sentence.tokens[-1].pos == "PUNCT"))))


def _set_apart(sentence: Sentence, clause: int, verb: int) -> bool:
    """Whether a clause ahead of the cue ends with a colon, a semicolon or a dash: what follows speaks for itself."""
    if clause > verb:
        return False
    last = max(i for i in subtree(sentence, clause) if i < verb)
    between = [sentence.tokens[i].text for i in range(last + 1, verb)]
    return not set(between) & {",", '"', "”", "''", "’", "'", "?", "!"} and bool(set(between) & {":", ";", "-", "--", "–", "—"})


def _question_tag(sentence: Sentence, clause: int, verb: int) -> bool:
    return clause < verb and clause + 1 == verb and len(subtree(sentence, clause)) == 1


def _clause(sentence: Sentence, verb: int, clauses: list[int]) -> tuple[Span, ...]:
    tokens = sentence.tokens
    own = {verb, *cue_tokens(sentence, verb)}
    wanted = {j for c in clauses for j in subtree(sentence, c)} - own
    left, right = [c for c in clauses if c < verb], [c for c in clauses if c > verb]
    if left and any(tokens[subtree(sentence, c)[0]].tag in ("WP", "WDT") for c in right):
        wanted = {j for j in wanted if j < verb}  # "…," he told a voter who seemed confused; "…, said an aide who was there"
    elif left and any(subtree(sentence, c)[0] == verb + 1 for c in right):
        wanted = {j for j in wanted if j > verb}  # "That is a boost: a majority say they plan to vote"
        clauses = right
    if min(clauses) > verb:  # a clause behind its cue has nothing ahead of it but a relative word ("what he said was")
        wanted = {j for j in wanted if j > verb or tokens[j].tag in ("WP", "WDT", "WRB")}
    for i in sorted(wanted):
        also_said = tokens[i].dep == "conj" and tokens[i].lemma in cues.SAYING and tokens[i].tag == tokens[verb].tag
        if i > verb and also_said and not children(sentence, i, "nsubj", "nsubjpass", "aux", "auxpass"):
            wanted = {j for j in wanted if j < subtree(sentence, i)[0]}
            while wanted and tokens[max(wanted)].pos in ("CCONJ", "PUNCT") and tokens[max(wanted)].text not in "\"'":
                wanted -= {max(wanted)}
            break
    wanted -= _asides(sentence, verb, wanted)
    ahead = [i for i in wanted if i < verb]
    if ahead and tokens[verb].dep in ("ROOT", "conj"):
        speaker = speaker_of(sentence, verb)
        near = min([*own] + ([] if speaker is None or speaker > verb else subtree(sentence, speaker)))
        first = 0 if tokens[verb].dep == "ROOT" else min(ahead)
        wanted |= set(range(first, near)) if max(ahead) < near else set()
    elif not ahead:
        wanted |= {j for i in children(sentence, verb, "advcl") if said_ahead(sentence, verb, i) for j in subtree(sentence, i)}
    return runs(sentence, wanted)


def said_ahead(sentence: Sentence, verb: int, clause: int) -> bool:
    """Whether an adverbial clause ahead of the cue is part of what is said: a condition, or a present under a past cue."""
    tokens = sentence.tokens
    if clause > verb:
        return False
    marks = {tokens[i].text.lower() for i in children(sentence, clause, "mark", "advmod")}
    if marks & _CONDITION:
        return tokens[clause].tag not in ("VBN", "VBG") or bool(children(sentence, clause, "aux", "auxpass", "nsubj"))
    now = any(tokens[i].tag in ("VBZ", "VBP", "MD") for i in [clause, *children(sentence, clause, "aux", "auxpass")])
    return bool(marks & _SITUATION) and now and tokens[verb].tag == "VBD"


def cue_tokens(sentence: Sentence, verb: int) -> set[int]:
    """The words that belong to the act of saying: subject, auxiliaries, addressee, time and place of saying beside the verb."""
    found = {verb}
    for i in children(sentence, verb):
        if sentence.tokens[i].dep in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "agent", "dative", "prt", "npadvmod"):
            found.update(subtree(sentence, i))
    return found


def _around(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    head = sentence.tokens[verb].head
    return runs(sentence, set(subtree(sentence, head)) - set(subtree(sentence, verb)))

"""Which words say that somebody says or holds something, with what force, and what do they govern?

Written from the codebooks, not from any annotated text: the verb classes of Levin 1993 and VerbNet 3 (their numbers stand at
the lists), FrameNet's frames Statement, Telling, Communication_manner, Reveal_secret, Reporting, Affirm_or_deny,
Judgment_communication, Commitment, Warning and Request; Quirk et al. 1985, 16.31 (factual and suasive verbs of speech), and
for force Kiparsky & Kiparsky 1970 and Karttunen 1971: a factive cue takes the content for true (revealed, pointed out), a
doubting one leaves it with its source (claimed, alleged), any other is neutral.

Known failures: force is the word's, not the sentence's: "rightly claimed" counts as doubting. Verbs of perception, need,
effort and enactment (see, need, seek, require) are left out: what they govern is the writer's word, not the subject's.
"""

from twosource.records import CueForce
from twosource.values.names import word_set

FACTIVE = word_set(
    "acknowledge admit concede confess confirm disclose reveal recall note find discover know realize realise learn show "
    "demonstrate prove establish divulge remember regret forget uncover expose"
)
DOUBTING = word_set(
    "claim allege purport contend assert insist maintain boast brag pretend suspect speculate accuse imagine guess profess"
)
FACTIVE_PARTICLES = frozenset([("point", "out"), ("let", "slip")])

SAYING = word_set(
    # say 37.7, transfer of message 37.1, tell 37.2
    "say tell add state announce declare report write tweet retweet post note claim allege assert insist maintain contend "
    "argue explain mention remark observe comment reply respond answer retort counter reiterate repeat conclude recall "
    "recount narrate relay convey cite quote articulate proclaim pronounce affirm reaffirm avow aver profess posit postulate "
    "theorize hypothesize clarify specify detail elaborate outline summarize summarise interject volunteer echo broadcast "
    "publish telegraph signal hint imply suggest propose indicate intimate insinuate inform notify assure reassure remind "
    "teach "
    # confess 37.10, overstate 37.12, affirm or deny
    "acknowledge admit concede confess confirm disclose reveal divulge deny exaggerate overstate understate stress emphasize "
    "emphasise underline underscore highlight tout verify certify attest testify swear vouch "
    # predict, estimate
    "warn caution predict forecast foresee project prophesy estimate assess calculate reckon "
    # promise 37.13, order 60, urge 58, advise 37.9
    "vow pledge promise threaten guarantee urge ask request demand recommend advise counsel advocate order command instruct "
    "direct plead beg implore beseech exhort invite encourage propose petition "
    # judgement 33, complain 37.8, charge
    "criticize criticise condemn denounce praise applaud commend laud hail extol compliment thank congratulate slam blast "
    "attack assail lambast lambaste castigate chastise chide rebuke reprimand scold berate upbraid admonish decry deplore "
    "disparage belittle deride mock ridicule taunt insult malign vilify knock bash rip savage pillory fault blame accuse "
    "charge call describe characterize characterise depict portray label brand term dub complain grumble gripe grouse whine "
    "lament bemoan bewail protest object boast brag gloat apologize apologise rant fume rave marvel "
    # manner of speaking 37.3
    "shout yell scream whisper mutter murmur chant cry exclaim holler howl mumble shriek snarl sneer stammer thunder bellow "
    "joke quip tease crow gush opine muse ponder speculate "
    # talk 37.5, refer
    "speak talk refer point allude discuss debate express voice air vent address question dispute dismiss reject refute rebut "
    "contest challenge contradict disavow disown repudiate rule challenge identify continue begin snap lie push agree "
    "disagree rejoin chime intone deadpan demur"
)
"""Verbs of reporting. `continue`, `begin`, `snap` and the like count with words between quotation marks alone."""

THINKING = word_set(
    # conjecture 29.5, consider 29.9, know, discover 84, remember
    "believe think know feel hope fear expect doubt suspect assume presume consider worry understand realize realise learn "
    "find discover decide show demonstrate prove hear forget remember regret wonder anticipate envision envisage imagine "
    "guess figure surmise deem regard view see perceive recognize recognise believe acknowledge contemplate mull foresee "
    # want 32.1, long 32.2, intend 61.2
    "want wish desire crave yearn long intend plan aim hope vow aspire prefer decline refuse "
    # admire 31.2
    "support oppose endorse back defend favor favour champion embrace welcome admire adore appreciate like love hate loathe "
    "detest dislike despise distrust mistrust trust respect resent dread mourn value cherish tolerate approve disapprove "
    "allege"
)
"""Verbs of belief, wish, approval and finding: cues where they have content of their own."""

WITH_QUOTE_ONLY = word_set(
    "continue begin snap muse gush laugh smile cry finish interject interrupt read start go sigh shrug nod grin chuckle "
    "rejoin chime intone deadpan demur rave thunder"
)
"""Verbs that are cues only next to words between quotation marks."""

WITH_OBJECT = word_set(
    "announce confirm deny report allege claim predict propose reveal disclose acknowledge admit condemn denounce criticize "
    "criticise blame accuse dismiss reject dispute refute rebut demand request urge describe cite praise applaud slam blast "
    "support oppose question threaten promise pledge recommend warn suggest tout decry mock assail express defend endorse "
    "recount recall explain list attack mention emphasize emphasise stress underline underscore reiterate highlight estimate "
    "forecast favor favour want call retweet echo commend laud hail extol compliment thank congratulate lambast lambaste "
    "castigate chastise chide rebuke reprimand scold berate upbraid admonish deplore disparage belittle deride ridicule taunt "
    "insult malign vilify bash fault charge characterize characterise depict portray label brand dub lament bemoan bewail "
    "exaggerate overstate discuss debate contradict disavow disown repudiate voice articulate outline detail clarify hint "
    "imply guarantee advocate note regret doubt fear expect consider regard view deem embrace welcome admire adore appreciate "
    "like love hate loathe detest dislike despise distrust mistrust trust respect resent dread mourn value cherish tolerate "
    "prefer desire crave anticipate envision envisage imagine contemplate mull foresee believe understand tell ask repeat "
    "thank recognize recognise remember forget know perceive see identify show indicate post tweet publish quote address plan"
)
"""Verbs that report or judge with a noun phrase too: denied the charges, condemned the attack."""

STATING = word_set(
    "identify announce confirm deny report allege claim predict reveal disclose acknowledge admit declare forecast estimate "
    "promise pledge threaten warn suggest propose signal hint imply note recall recount state tweet post say tell"
)
"""Verbs that, with an object, say that the thing is, was or will be; any other only talks of it: condemned the attack."""

ASIDES = STATING | word_set(
    "write note argue explain put warn show indicate believe hope fear know see insist maintain add observe learn"
)
"""Verbs that speak of the clause around them: "as the ministry reported"."""

WITH_INFINITIVE = word_set(
    "vow pledge promise threaten claim ask urge tell order command instruct direct request beg plead implore beseech call "
    "demand offer agree decline refuse want wish hope plan intend expect aim aspire prefer swear advise warn caution invite "
    "exhort encourage guarantee decide desire long yearn petition love hate like believe consider consent profess counsel "
    "remind"
)
"""Verbs whose infinitive is what is said or wanted: vowed to fight, urged them to leave."""

WITH_PREPOSITION = {
    "speak": {"of", "about", "against"}, "talk": {"of", "about"}, "warn": {"of", "about", "against"},
    "call": {"for", "on", "upon"}, "complain": {"of", "about"}, "argue": {"for", "against"}, "boast": {"of", "about"},
    "brag": {"of", "about"}, "accuse": {"of"}, "apologize": {"for"}, "apologise": {"for"}, "joke": {"about"},
    "lie": {"about"}, "ask": {"about", "for"}, "comment": {"on", "about"}, "testify": {"about", "against"}, "hint": {"at"},
    "point": {"to"}, "refer": {"to"}, "allude": {"to"}, "insist": {"on", "upon"}, "advocate": {"for"}, "push": {"for"},
    "agree": {"with", "on"}, "disagree": {"with"}, "worry": {"about"}, "elaborate": {"on", "upon"}, "object": {"to"},
    "rant": {"about", "against"}, "rave": {"about"}, "fume": {"about", "over"}, "gripe": {"about"}, "grumble": {"about"},
    "hope": {"for"}, "wish": {"for"}, "long": {"for"}, "yearn": {"for"}, "plead": {"for", "with"}, "beg": {"for"},
    "press": {"for"}, "campaign": {"for", "against"}, "lobby": {"for", "against"}, "approve": {"of"}, "disapprove": {"of"},
    "think": {"of", "about"}, "speculate": {"about", "on"}, "write": {"about", "of"}, "vouch": {"for"},
    "learn": {"of", "about"}, "know": {"of", "about"}, "hear": {"of", "about"}, "wonder": {"about"}, "muse": {"about"},
    "marvel": {"at"}, "believe": {"in"}, "focus": {"on"}, "aim": {"for"}, "opt": {"for"}, "care": {"about"},
    "plan": {"for", "on"}, "vote": {"for", "against"}, "side": {"with"}, "dream": {"of", "about"},
}  # fmt: skip
"""Verbs whose prepositional phrase is what is said or held (Levin's talk, complain, long and care verbs)."""

NOUNS = word_set(
    "statement claim allegation accusation report announcement warning prediction suggestion assertion argument belief hope "
    "fear view opinion comment remark promise pledge vow threat denial confirmation admission estimate insistence conclusion "
    "finding contention complaint call demand concern expectation feeling notion idea sense testimony assurance doubt "
    "suspicion declaration revelation disclosure acknowledgment acknowledgement proposal recommendation request appeal plea "
    "rumor rumour confidence optimism worry anxiety conviction determination desire wish plan intention willingness forecast "
    "theory charge criticism observation understanding impression recognition realization message reminder point explanation"
)
"""Nouns of reporting and belief, cues where a that-clause, or with an owner an infinitive, hangs on them."""
HEARSAY = word_set("allegation accusation claim rumor rumour speculation suspicion")
"""Nouns of statements that count though nobody is named for them: amid allegations of fraud."""
HELD_NOUNS = word_set(
    "belief hope fear view opinion demand concern expectation feeling notion idea sense doubt suspicion proposal "
    "recommendation request appeal plea confidence optimism worry anxiety conviction determination desire wish plan intention "
    "theory criticism understanding impression recognition realization call praise support opposition endorsement "
    "condemnation denunciation rejection defense defence issue aim misgiving reservation attitude sympathy respect faith "
    "trust interest dismay attack skepticism disapproval approval embrace anger outrage frustration apology regret question"
)
"""Nouns of attitudes; the others are of statements."""
NOUN_PREPOSITIONS = {
    "dislike": {"for", "of"}, "distaste": {"for"}, "affection": {"for"}, "admiration": {"for"}, "love": {"for", "of"},
    "hatred": {"of", "for"}, "contempt": {"for"}, "preference": {"for"}, "enthusiasm": {"for"}, "disdain": {"for"},
    "issue": {"with"}, "aim": {"at"}, "case": {"for", "against"}, "misgiving": {"about"}, "reservation": {"about"},
    "attitude": {"about", "toward", "towards"}, "impression": {"of"}, "sympathy": {"for"}, "respect": {"for"},
    "faith": {"in"}, "trust": {"in"}, "interest": {"in"}, "dismay": {"at", "over"}, "position": {"on"}, "stance": {"on"},
    "optimism": {"about"}, "exception": {"to"}, "call": {"for"}, "demand": {"for"}, "appeal": {"for"}, "plea": {"for"},
    "request": {"for"}, "criticism": {"of"}, "condemnation": {"of"}, "denunciation": {"of"}, "praise": {"of", "for"},
    "support": {"for", "of"}, "opposition": {"to"}, "endorsement": {"of"}, "allegation": {"of"}, "accusation": {"of"},
    "claim": {"of"}, "promise": {"of"}, "threat": {"of"}, "warning": {"of", "about"}, "concern": {"about", "over"},
    "worry": {"about", "over"}, "fear": {"of", "about"}, "complaint": {"about", "of"}, "doubt": {"about"}, "denial": {"of"},
    "rejection": {"of"}, "defense": {"of"}, "defence": {"of"}, "attack": {"on"}, "proposal": {"for"}, "plan": {"for"},
    "prediction": {"of"}, "description": {"of"}, "announcement": {"of"}, "view": {"of", "on"}, "opinion": {"of", "on"},
    "remark": {"about", "on"}, "comment": {"about", "on"}, "question": {"about"}, "report": {"of"}, "confidence": {"in"},
    "desire": {"for"}, "hope": {"for"}, "skepticism": {"about"}, "disapproval": {"of"}, "approval": {"of"},
    "admission": {"of"}, "acknowledgment": {"of"}, "embrace": {"of"}, "anger": {"over"}, "outrage": {"over"},
    "frustration": {"with", "over"}, "statement": {"on", "about"}, "apology": {"for"}, "regret": {"for"},
}  # fmt: skip
"""Nouns that with an owner ("the union's call for …") say what somebody says or holds, and their prepositions."""
LIGHT = word_set(
    "make issue give have express voice release raise share hold offer take put send deliver provide show file level lodge "
    "air harbor harbour feel post write publish"
)
"""Verbs whose subject is the source of the noun cue that is their object: made the claim that."""

UTTERING = word_set("express voice air share post write publish raise")
"""Light verbs whose object, whatever it is, is uttered: expressed dismay at, posted a message about."""

ADVERBS: dict[str, CueForce] = {
    "reportedly": "neutral", "allegedly": "doubting", "purportedly": "doubting", "supposedly": "doubting",
    "ostensibly": "doubting",
}  # fmt: skip
"""Adverbs by which the writer gives a clause as somebody's word, nobody named."""

ADJECTIVES = word_set(
    "confident sure certain convinced worried concerned afraid hopeful optimistic aware doubtful skeptical sceptical adamant "
    "clear pleased glad happy proud grateful thankful delighted thrilled sorry sad angry furious upset disappointed "
    "frustrated alarmed surprised shocked stunned unsure uncertain wary fearful nervous anxious critical dismissive "
    "supportive unaware mindful willing unwilling eager reluctant hesitant determined ready prepared keen apprehensive "
    "pessimistic cautious dubious positive suspicious insistent opposed bullish interested hostile fond distrustful "
    "mistrustful enamored enamoured conscious outspoken undecided sympathetic receptive indifferent favorable favourable "
    "resentful protective tolerant content bitter ashamed envious jealous fascinated intrigued bothered troubled outraged "
    "appalled horrified offended excited enthusiastic passionate upbeat lukewarm sceptical complimentary appreciative "
    "respectful contemptuous disdainful"
)
"""Adjectives of belief and attitude, cues with a clause, an infinitive or one of `ADJECTIVE_PREPOSITIONS` behind them."""
ADJECTIVE_PREPOSITIONS = word_set("about of with over at to for by in")

SIDES = word_set(
    "supporter opponent critic defender proponent advocate backer champion fan admirer foe believer detractor skeptic sceptic "
    "adherent"
)
"""What somebody is who holds an attitude (FrameNet's Taking_sides): was a critic of."""

GOVERNORS = word_set("continue begin start appear seem use go try come decline refuse proceed cease stop keep love hesitate dare")
"""Verbs that lend their subject to the cue in their infinitive and belong to it: "continued to push for"."""

_VERB_OF = {
    "allegation": "allege", "accusation": "accuse", "assertion": "assert", "contention": "contend", "admission": "admit",
    "suspicion": "suspect", "confirmation": "confirm", "finding": "find", "insistence": "insist", "revelation": "reveal",
    "disclosure": "disclose", "acknowledgment": "acknowledge", "realization": "realize", "speculation": "speculate",
}  # fmt: skip


def cue_lemma(lemma: str, text: str) -> str:
    """A word's lemma, mended where the tagger's lemma table errs: "hoping" is no form of "hop", "learnt" one of "learn"."""
    if lemma == "hop" and not text.lower().startswith("hopp"):
        return "hope"
    return "learn" if lemma == "learnt" else lemma


def cue_force(lemma: str, particle: str | None = None) -> CueForce:
    """The force of a cue verb or noun."""
    if particle is not None and (lemma, particle) in FACTIVE_PARTICLES:
        return "factive"
    base = _VERB_OF.get(lemma, lemma)
    return "factive" if base in FACTIVE else "doubting" if base in DOUBTING else "neutral"

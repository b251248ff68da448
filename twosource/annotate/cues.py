"""Which words say that somebody says, and with what force?

Written from the codebooks, not from any annotated text: FrameNet's frames Statement, Telling, Communication_manner,
Reveal_secret, Reporting, Affirm_or_deny, Judgment_communication, Commitment, Warning and Request; Quirk et al. 1985, 16.31
(factual and suasive verbs of speech), and for force Kiparsky & Kiparsky 1970 and Karttunen 1971: a factive cue takes the
content for true (revealed, pointed out), a doubting one leaves it with its source (claimed, alleged), any other is neutral.

Known failures: force is the word's, not the sentence's: "rightly claimed" counts as doubting.
"""

from twosource.records import CueForce
from twosource.values.names import word_set

FACTIVE = word_set(
    "acknowledge admit concede confess confirm disclose reveal recall note find discover know realize realise learn show "
    "demonstrate prove establish divulge remember regret forget uncover expose"
)
DOUBTING = word_set(
    "claim allege purport contend assert insist maintain boast brag pretend suspect speculate accuse imagine guess"
)
FACTIVE_PARTICLES = frozenset([("point", "out"), ("let", "slip")])

SAYING = word_set(
    "say tell add state announce declare report write tweet post note claim allege assert insist maintain contend argue explain "
    "acknowledge admit concede confess confirm disclose reveal recall deny stress emphasize emphasise underline underscore "
    "highlight warn caution suggest predict estimate forecast indicate mention remark observe comment reply respond answer "
    "retort counter quip joke complain lament boast brag testify vow pledge promise threaten swear reiterate repeat conclude "
    "advise inform notify assure remind urge ask request demand recommend propose call describe cite quote vow signal hint imply "
    "assess allege charge accuse blame criticize criticise condemn denounce praise applaud slam blast attack dismiss reject "
    "dispute refute rebut question ruled rule determine shout yell scream whisper mutter chant cry exclaim interject "
    "opine muse theorize speculate clarify specify detail elaborate continue begin proclaim pronounce affirm reaffirm "
    "apologize apologise order instruct teach preach publish broadcast telegraph relay recount narrate relate purport "
    "challenge tout point refer decry mock assail express talk speak push lie joke tease gush rant fume snap gripe "
    "plead beg implore exhort invite agree disagree"
)
"""Verbs of reporting. `continue`, `begin`, `snap` and the like count with words between quotation marks alone."""

THINKING = word_set(
    "believe think know feel hope fear expect want wish doubt suspect assume consider worry understand realize realise "
    "learn find discover conclude decide intend plan agree show demonstrate prove see hear forget remember regret "
    "refuse decline seek wonder defend endorse back advocate anticipate envision support oppose "
    "favor favour prefer guess imagine reckon"
)
"""Verbs of belief, wish and finding: cues where they have a clause of their own."""

WITH_QUOTE_ONLY = word_set("continue begin snap muse gush laugh smile cry finish interject interrupt read conclude start go")
"""Verbs that are cues only next to words between quotation marks."""

WITH_OBJECT = word_set(
    "announce confirm deny report allege claim predict propose reveal disclose acknowledge admit condemn denounce criticize "
    "criticise blame accuse dismiss reject dispute refute demand request urge describe cite praise applaud slam blast "
    "support oppose question threaten promise pledge recommend warn "
    "suggest challenge tout decry mock assail express defend endorse recount recall explain list attack back "
    "mention emphasize emphasise stress reiterate highlight estimate forecast declare oppose favor favour want call"
)
"""Verbs that report with a noun phrase too: denied the charges, condemned the attack."""

WITH_INFINITIVE = word_set(
    "vow pledge promise threaten claim ask urge tell order instruct request beg plead call demand offer agree "
    "decline refuse seek want hope plan intend expect wish prefer swear advise warn invite implore exhort encourage"
)
"""Verbs whose infinitive is what is said or wanted: vowed to fight, urged them to leave."""

WITH_PREPOSITION = {
    "speak": {"of", "about"}, "talk": {"of", "about"}, "warn": {"of", "about", "against"}, "call": {"for", "on"},
    "complain": {"of", "about"}, "argue": {"for", "against"}, "boast": {"of", "about"}, "accuse": {"of"}, "apologize": {"for"},
    "apologise": {"for"}, "joke": {"about"}, "lie": {"about"}, "ask": {"about", "for"}, "comment": {"on"}, "testify": {"about"},
    "hint": {"at"}, "point": {"to"}, "refer": {"to"}, "insist": {"on"}, "advocate": {"for"}, "push": {"for"}, "agree": {"with"},
    "disagree": {"with"}, "worry": {"about"}, "complaint": {"about"}, "elaborate": {"on"},
}  # fmt: skip

NOUNS = word_set(
    "statement claim allegation accusation report announcement warning prediction suggestion assertion argument belief hope fear "
    "view opinion comment remark promise pledge vow threat denial confirmation admission estimate insistence conclusion finding "
    "contention complaint call demand concern expectation feeling notion idea sense testimony assurance doubt suspicion"
)
"""Nouns of reporting and belief, cues where a that-clause hangs on them."""

REFUSALS = word_set("comment respond reply answer elaborate discuss say")
"""What those who give no comment decline to do."""

_VERB_OF = {
    "allegation": "allege", "accusation": "accuse", "assertion": "assert", "contention": "contend", "admission": "admit",
    "suspicion": "suspect", "confirmation": "confirm", "finding": "find", "insistence": "insist",
}  # fmt: skip


def cue_force(lemma: str, particle: str | None = None) -> CueForce:
    """The force of a cue verb or noun."""
    if particle is not None and (lemma, particle) in FACTIVE_PARTICLES:
        return "factive"
    base = _VERB_OF.get(lemma, lemma)
    return "factive" if base in FACTIVE else "doubting" if base in DOUBTING else "neutral"

"""In which language is a text written?

py3langid, corrected where it is weak: a headline or a single sentence. There the letters say little, but a language's
function words are few and frequent, so a short text in Latin script that holds English ones, and no more of any other
language's, is English.
"""

import functools

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from twosource.text import words

SHORT = 240
"""Characters below which the classifier's word alone is not taken."""
ENOUGH = 4000
"""Characters that are looked at."""

ENGLISH = frozenset(
    "the of and to in is was were are has have had that for on with by at from after says said be it as he she they his her their "
    "not will would who which this new over against between into into more than about amid near police man woman killed".split()
)
FUNCTION_WORDS = {
    "es": frozenset("el la los las de del que en y un una por con para se su al es lo como más fue sobre".split()),
    "fr": frozenset("le la les de des du que en et un une par avec pour se sa au est dans sur qui il pas ne à".split()),
    "de": frozenset("der die das und den dem des ein eine mit für auf ist von zu im nicht sich nach bei hat war in".split()),
    "it": frozenset("il la gli le di del della che in e un una per con si al è nel sono non da".split()),
    "pt": frozenset("o a os as de do da que em e um uma por com para se ao é no na não mais foi".split()),
    "nl": frozenset("de het een van en in is op te dat voor met zijn niet aan er om was in".split()),
}


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def language(text: str) -> str:
    """ISO 639-1 code of the text's language; of a text without letters, "en"."""
    sample = text[:ENOUGH]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return "en"
    guess = str(_identifier().classify(sample)[0])
    if guess == "en" or len(sample) > SHORT or sum(c < "\u0250" for c in letters) < 0.9 * len(letters):
        return guess
    said = words(sample)
    english = sum(w in ENGLISH for w in said)
    other = max(sum(w in known for w in said) for known in FUNCTION_WORDS.values())
    if english > other or (english == other == 0 and all(c < "\u0080" for c in letters) and guess not in FUNCTION_WORDS):
        return "en"
    return guess

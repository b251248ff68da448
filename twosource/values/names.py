"""Do two names name the same person or organisation?

Method: names are compared as words without titles, case, diacritics, hyphens and dots. A person is the same if the shorter
name's words all stand in the longer one and the longer one's last word is among them ("Mr Keita" and "Ibrahim Keita"; not
"Keita" and "Keita campaign"). An organisation is the same as its acronym if the acronym is made of the initials of its
words, small words left out or kept.

Known failures: relatives with one surname; surnames that come first and are used alone are accepted only where they are
the first of exactly two or three words and the caller says so (`surname_first`).
"""

import functools
import re
import unicodedata

from rapidfuzz.distance import Levenshtein


def word_set(words: str) -> frozenset[str]:
    """The words of a closed list written as one line."""
    return frozenset(words.split())


TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend father pastor bishop archbishop "
    "cardinal pope imam rabbi sheikh ayatollah king queen prince princess emir sultan president premier chancellor minister "
    "prime vice deputy foreign interior defense defence finance health justice secretary senator sen representative rep "
    "congressman congresswoman governor gov mayor councillor ambassador judge justice attorney general gen lt lieutenant "
    "col colonel maj major capt captain sgt sergeant cpl corporal adm admiral brig brigadier commander cmdr chief marshal "
    "inspector superintendent sheriff officer detective constable di dci dsi ds det insp supt spokesman spokeswoman "
    "spokesperson chairman chairwoman chair ceo director coach herr frau monsieur madame mme señor señora don doña"
)
"""Words before a name that say what a person is, none of them part of the name."""
SUFFIXES = word_set("jr sr ii iii iv phd md esq")
SHORTEST = 4
"""Letters of a word from which one letter more or less is a matter of spelling: "Ann" and "Anna" are two women as a rule."""
_SMALL = word_set("of the and for in on de la le les des du del los las y e et a an und für der die das to")
_WORD = re.compile(r"\w+", re.UNICODE)


@functools.lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: lower case, no diacritics, no titles, no possessive, no article."""
    flat = unicodedata.normalize("NFKD", re.sub(r"['’]s?(?=\s|$)", "", name.replace(".", "").replace("’", "'")))
    flat = "".join(c for c in flat if not unicodedata.combining(c)).replace("'", "").casefold()
    words = [w for w in _WORD.findall(flat) if w not in SUFFIXES]
    while len(words) > 1 and (words[0] in TITLES or words[0] in ("the", "a", "an")):
        words = words[1:]
    return tuple(words)


def bare_name(name: str) -> str:
    """A name as written, without the titles and article before it and the possessive behind it."""
    words = re.sub(r"['’]s?$", "", name.strip()).split()
    while len(words) > 1 and words[0].strip(".,").casefold() in TITLES | {"the"}:
        words = words[1:]
    return " ".join(words)


def acronym_of(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`: "UN" of "United Nations", "EMSC" of a centre's full name."""
    letters = short.replace(".", "").strip()
    if not 2 <= len(letters) <= 8 or not letters.isalpha() or sum(c.isupper() for c in letters) < max(2, len(letters) - 1):
        return False
    words: list[str] = re.findall(r"\w+", long)
    if len(words) < 2:
        return False
    full = "".join(w[0] for w in words).casefold()
    main = "".join(w[0] for w in words if w.casefold() not in _SMALL).casefold()
    return letters.casefold() in (full, main)


def same_name(a: str, b: str, *, surname_first: bool = False) -> bool:
    """Whether two names can name the same person or organisation."""
    if acronym_of(bare_name(a), bare_name(b)) or acronym_of(bare_name(b), bare_name(a)):
        return True
    first, second = name_words(a), name_words(b)
    short, long = sorted((first, second), key=len)
    if not short:
        return False
    if short == long:
        return True
    if len(short) == len(long):
        return _initials_agree(short, long)
    if not set(short) <= set(long):
        return short[-1] == long[-1] and len(short) > 1 and _initials_agree(short, (long[0], *long[-len(short) + 1 :]))
    return long[-1] in short or (surname_first and len(long) <= 3 and short == long[:1])


def spelt_alike(a: str, b: str) -> bool:
    """Whether two full names are one but for a letter in one of the words, as newsrooms spell them: "Hana Lindh", "Hana Lind"."""
    first, second = name_words(a), name_words(b)
    if len(first) != len(second) or len(first) < 2:
        return False
    other = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    return not other or (len(other) == 1 and min(map(len, other[0])) >= SHORTEST and Levenshtein.distance(*other[0]) == 1)


def _initials_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of equal length differ only in that one writes an initial: "J Kerr", "Jane Kerr"."""
    return a[-1] == b[-1] and all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(a, b, strict=True))

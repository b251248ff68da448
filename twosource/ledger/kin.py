"""Are two words for an event of one family: "shooting" and "shot", "blast" and "explosion"?

Method: WordNet's senses and derivations, as `compare/lexicon` has them. A word that is not there is of nobody's family.
"""

from twosource.compare.lexicon import bearing


def kin(a: str, b: str) -> bool:
    """Whether two lemmas in lower case are forms of one word, or share a sense."""
    return bearing(a, b) == "same"

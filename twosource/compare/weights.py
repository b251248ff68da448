"""What does each feature weigh in the verdict?

Log-odds for each unit of the feature, that one article derives from the other (or both from one text). Set by hand.
"""

INTERCEPT = -9.0
WEIGHTS = {
    "verbatim, better covered side": 3.0,
    "verbatim, other side": 4.0,
    "longest unquoted run": 0.5,
    "content told, better covered side": 3.0,
    "content told, other side": 3.0,
    "content told outside quotations": 2.0,
    "sentences paired, shorter side": 1.0,
    "sentences paired, longer side": 1.0,
    "sentences paired in order": 3.0,
    "sentences in order, counted": 0.3,
    "sentences of the shorter article": -0.3,
    "likeness of best partners": 1.0,
    "uncommon words kept, better covered side": 1.0,
    "uncommon words kept, other side": 1.0,
    "phrases kept, better covered side": 1.0,
    "phrases kept, other side": 1.0,
    "details kept, better covered side": 2.0,
    "details kept, other side": 1.0,
    "quotations shared in context": 0.5,
    "quotations shared alone": -0.5,
    "words in common": 1.0,
    "meaning in common": 1.0,
    "length ratio": 0.0,
    "same agency credited": 1.0,
}

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
    "order kept": 3.0,
    "order kept of what is told": 2.0,
    "details kept, better covered side": 2.0,
    "details kept, other side": 1.0,
    "quotations shared in context": 0.5,
    "quotations shared alone": -0.5,
    "words in common": 1.0,
    "meaning in common": 1.0,
    "length ratio": 0.0,
    "same agency credited": 1.0,
}

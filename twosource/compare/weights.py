"""What does each feature weigh in the verdict?

Log-odds for each unit of the feature, that one article derives from the other (or both from one text). Written by
`bench/fit_reuse.py`; cross-validated recall at 1 % false alarms 0.82 (mean of the sets).
"""

INTERCEPT = -4.4254
WEIGHTS = {
    "verbatim, better covered side": 1.9964,
    "verbatim, other side": 0.9470,
    "longest unquoted run": -0.0387,
    "content told, better covered side": 1.5684,
    "content told, other side": 1.6260,
    "content told outside quotations": 1.4969,
    "sentences paired, shorter side": 1.2411,
    "sentences paired, longer side": 2.1273,
    "sentences paired in order": 1.8846,
    "sentences in order, counted": 0.2715,
    "sentences of the shorter article": -0.6502,
    "likeness of best partners": 0.7792,
    "uncommon words kept, better covered side": 0.4793,
    "uncommon words kept, other side": 1.3726,
    "phrases kept, better covered side": 0.7507,
    "phrases kept, other side": 1.3557,
    "details kept, better covered side": 0.6180,
    "details kept, other side": -0.7845,
    "quotations shared in context": 0.1181,
    "quotations shared alone": -0.8455,
    "words in common": 0.3244,
    "meaning in common": -0.3569,
    "length ratio": 0.2527,
    "same agency credited": -0.1569,
}

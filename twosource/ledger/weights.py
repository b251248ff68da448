"""What does each fact weigh that two reports share, or contradict each other on?

Log-odds for each unit of the feature, written by `bench/fit_same.py`; their sum is held against THRESHOLD.
"""

THRESHOLD = 1.405
WEIGHTS = {
    "actor": 0.748,
    "alone": 0.105,
    "date-apart": -1.500,
    "date-within": 0.646,
    "day": 1.929,
    "day-off-by-one": 1.790,
    "injured": 0.263,
    "killed": 0.476,
    "main": 0.175,
    "main-and-other": -0.559,
    "meaning": 0.000,
    "mode": 0.317,
    "names": 0.232,
    "of-words": -1.000,
    "origin": 0.968,
    "parties-apart": -0.172,
    "place": 0.000,
    "place-apart": -0.500,
    "place-strange": -4.500,
    "place-within": 0.000,
    "target": 0.706,
    "toll-apart": -0.492,
    "trigger": 0.621,
    "wording": 2.464,
}

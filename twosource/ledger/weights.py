"""What does each fact weigh that two reports share, or contradict each other on?

Log-odds for each unit of the feature, written by `bench/fit_same.py`; their sum is held against THRESHOLD.
"""

THRESHOLD = 2.553
WEIGHTS = {
    "actor": 0.968,
    "actor-person": 0.337,
    "another-apart": -2.500,
    "date-apart": -1.500,
    "date-doubtful-apart": -1.000,
    "date-within": 0.070,
    "day": 2.173,
    "day-off-by-one": 0.800,
    "denial": 1.500,
    "injured": 0.113,
    "killed": 0.489,
    "lead": 0.254,
    "main": 1.800,
    "main-and-other": -0.117,
    "mode": 0.189,
    "names": 0.434,
    "of-words": -1.000,
    "origin": 1.031,
    "other-story": -1.000,
    "parties-apart": -0.337,
    "people": 0.648,
    "persons-apart": -1.383,
    "place": 0.238,
    "place-apart": -0.500,
    "place-strange": -6.000,
    "place-within": 0.000,
    "target": 0.444,
    "target-person": 0.479,
    "toll-apart": -0.528,
    "trigger": 1.484,
    "trigger-kin": 1.951,
    "type-apart": -1.500,
    "wording": 1.980,
}

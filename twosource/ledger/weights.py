"""What does each fact weigh that two reports share, or contradict each other on?

Log-odds for each unit of the feature, written by `bench/fit_same.py`; their sum is held against THRESHOLD.
"""

THRESHOLD = 2.562
WEIGHTS = {
    "actor": 0.968,
    "actor-person": 0.338,
    "another-apart": -2.500,
    "date-apart": -1.500,
    "date-doubtful-apart": -1.000,
    "date-within": 0.068,
    "day": 2.174,
    "day-off-by-one": 0.800,
    "injured": 0.114,
    "killed": 0.487,
    "lead": 0.255,
    "main": 1.800,
    "main-and-other": -0.115,
    "mode": 0.190,
    "names": 0.432,
    "of-words": -1.000,
    "origin": 1.031,
    "parties-apart": -0.340,
    "people": 0.647,
    "persons-apart": -1.384,
    "place": 0.239,
    "place-apart": -0.500,
    "place-strange": -6.000,
    "place-within": 0.000,
    "target": 0.442,
    "target-person": 0.477,
    "toll-apart": -0.529,
    "trigger": 1.486,
    "trigger-kin": 1.954,
    "wording": 1.981,
}

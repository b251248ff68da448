"""What does each fact weigh that two reports share, or contradict each other on?

Log-odds for each unit of the feature, written by `bench/fit_same.py`; their sum is held against THRESHOLD.
"""

THRESHOLD = 2.554
WEIGHTS = {
    "actor": 0.968,
    "actor-person": 0.341,
    "another-apart": -2.500,
    "date-apart": -1.500,
    "date-doubtful-apart": -1.000,
    "date-within": 0.069,
    "day": 2.172,
    "day-off-by-one": 0.800,
    "denial": 1.500,
    "injured": 0.117,
    "killed": 0.489,
    "lead": 0.251,
    "main": 1.800,
    "main-and-other": -0.122,
    "mode": 0.185,
    "names": 0.435,
    "of-words": -1.000,
    "origin": 1.032,
    "other-story": -1.000,
    "parties-apart": -0.330,
    "people": 0.648,
    "persons-apart": -1.377,
    "place": 0.241,
    "place-apart": -0.500,
    "place-strange": -6.000,
    "place-within": 0.000,
    "target": 0.412,
    "target-person": 0.477,
    "toll-apart": -0.528,
    "trigger": 1.489,
    "trigger-kin": 1.948,
    "type-apart": -1.500,
    "wording": 1.990,
}

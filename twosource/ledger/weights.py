"""What does each fact weigh that two reports share, or contradict each other on?"""

THRESHOLD = 2.0
WEIGHTS = {
    "mode": 0.5,
    "place": 1.2,
    "place-within": 0.5,
    "place-apart": -4.0,
    "day": 1.2,
    "date-within": 0.5,
    "date-apart": -4.0,
    "day-off-by-one": -0.3,
    "actor": 0.6,
    "target": 0.8,
    "parties-apart": -0.4,
    "killed": 0.6,
    "injured": 0.6,
    "toll-apart": -0.6,
    "wording": 3.0,
    "names": 0.0,
    "meaning": 0.0,
    "trigger": 0.0,
    "main": 0.9,
    "main-and-other": 0.0,
    "alone": 0.0,
    "origin": 0.5,
}

"""What speaks for a town's being that of an article's main event, and how much?

Log-odds of the features of `place_choice`. Written by `bench/fit_setting.py` from reports of shootings; held out:
of 576 articles that name a town the right one in 0.892 (named at all: 0.944).
"""

INTERCEPT = -1.76
WEIGHTS = {
    "a county": -0.50,
    "after in": 0.50,
    "as a place": -0.48,
    "far from the authorities": -1.49,
    "far from the dateline": -0.28,
    "for its people": 0.52,
    "in a sentence of the event": 0.54,
    "in a title": -0.32,
    "in the dateline": 1.52,
    "in the first sentence": 0.43,
    "its state written after it": -0.42,
    "named first": 0.38,
    "named most often": 0.65,
    "near another town": 2.17,
    "near the authorities": 0.49,
    "near the dateline": 0.29,
    "not as a place": -0.39,
    "of an arrest or a flight": -0.53,
    "of somebody or a hospital": -0.67,
    "others in its province": 0.85,
    "part of it": -0.63,
    "the deed called after it": 0.57,
    "the only town": 2.06,
    "whose authorities are named most often": 0.69,
}

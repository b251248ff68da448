"""What speaks for a town's being that of an article's main event, and how much?

Log-odds of the features of `place_choice`. Written by `bench/fit_setting.py`; right, held out:
of 577 articles (gunviolence) 0.898 (a right town is named in 0.946); of 41 articles (muc) 0.561 (a right town is named in 0.756).
"""

INTERCEPT = -2.04
WEIGHTS = {
    "a county": -0.51,
    "after in": 0.45,
    "alone in its country": -0.64,
    "as a place": -0.18,
    "beside the event word": 0.26,
    "close to a sentence of the event": 0.43,
    "far from the authorities": -1.77,
    "far from the dateline": 0.29,
    "for its people": 0.44,
    "in a sentence of the event": 0.86,
    "in a title": -0.23,
    "in the dateline": 1.11,
    "in the first sentence": 0.48,
    "in the name of the outlet": 0.75,
    "named most often": 0.60,
    "near another town": 2.12,
    "near the authorities": 0.57,
    "near the dateline": 0.28,
    "not as a place": -0.21,
    "of an arrest or a flight": -0.48,
    "of somebody or a hospital": -0.74,
    "others in its province": 0.55,
    "part of it": -0.72,
    "the deed called after it": 0.28,
    "the only town": 1.85,
    "whose authorities are named most often": 0.79,
}

"""What speaks for a town's being that of an article's main event, and how much?

Log-odds of the features of `place_choice`. Written by `bench/fit_setting.py`; right, held out:
of 581 articles (gunviolence) 0.910 (a right town is named in 0.952); of 41 articles (muc) 0.561 (a right town is named in 0.756).
"""

INTERCEPT = -2.31
WEIGHTS = {
    "a county": -0.52,
    "after in": 0.29,
    "alone in its country": -0.49,
    "beside the event word": 0.62,
    "close to a sentence of the event": 0.51,
    "far from the authorities": -1.73,
    "far from the dateline": 0.33,
    "for its people": 0.54,
    "in a sentence of the event": 0.83,
    "in a title": -0.35,
    "in the dateline": 0.99,
    "in the event's first sentence": -0.30,
    "in the first sentence": 0.56,
    "in the name of the outlet": 0.89,
    "named first": 0.22,
    "named most often": 0.60,
    "near another town": 2.02,
    "near the authorities": 0.57,
    "near the dateline": 0.33,
    "not as a place": -0.18,
    "of an arrest or a flight": -0.29,
    "of somebody or a hospital": -0.68,
    "others in its province": 0.73,
    "part of it": -0.85,
    "the deed called after it": 0.25,
    "the only town": 1.80,
    "whose authorities are named most often": 0.68,
}

"""What speaks for a town's being that of an article's main event, and how much?

Log-odds of the features of `place_choice`. Written by `bench/fit_setting.py`; right, held out:
of 581 articles (gunviolence) 0.905 (a right town is named in 0.952); of 41 articles (muc) 0.610 (a right town is named in 0.756).
"""

INTERCEPT = -2.24
WEIGHTS = {
    "a county": -0.55,
    "after in": 0.31,
    "alone in its country": -0.52,
    "beside the event word": 0.50,
    "close to a sentence of the event": 0.43,
    "far from the authorities": -1.76,
    "far from the dateline": 0.27,
    "for its people": 0.55,
    "in a sentence of the event": 0.88,
    "in a title": -0.33,
    "in the dateline": 1.12,
    "in the event's first sentence": -0.19,
    "in the first sentence": 0.53,
    "in the name of the outlet": 0.96,
    "named most often": 0.61,
    "near another town": 2.01,
    "near the authorities": 0.58,
    "near the dateline": 0.30,
    "not as a place": -0.20,
    "of an arrest or a flight": -0.40,
    "of somebody or a hospital": -0.70,
    "others in its province": 0.71,
    "part of it": -0.78,
    "the deed called after it": 0.25,
    "the only town": 1.84,
    "whose authorities are named most often": 0.74,
}

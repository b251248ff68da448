"""What speaks for a town's being that of an article's main event, and how much?

Log-odds of the features of `place_choice`. Written by `bench/fit_setting.py`; right, held out:
of 581 articles (gunviolence) 0.910 (a right town is named in 0.952); of 42 articles (muc) 0.571 (a right town is named in
0.762).
"""

INTERCEPT = -2.12
WEIGHTS = {
    "a county": -0.49,
    "after in": 0.31,
    "alone in its country": -0.53,
    "as a place": -0.18,
    "beside the event word": 0.59,
    "close to a sentence of the event": 0.49,
    "far from the authorities": -1.76,
    "far from the dateline": 0.30,
    "for its people": 0.49,
    "in a sentence of the event": 0.79,
    "in a title": -0.34,
    "in the dateline": 0.95,
    "in the first sentence": 0.47,
    "in the name of the outlet": 0.87,
    "named first": 0.22,
    "named most often": 0.57,
    "near another town": 2.03,
    "near the authorities": 0.55,
    "near the dateline": 0.32,
    "not as a place": -0.28,
    "of an arrest or a flight": -0.45,
    "of somebody or a hospital": -0.68,
    "others in its province": 0.70,
    "part of it": -0.85,
    "the deed called after it": 0.24,
    "the only town": 1.75,
    "whose authorities are named most often": 0.67,
}

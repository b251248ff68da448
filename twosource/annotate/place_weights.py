"""What speaks for a town's being that of an article's main event, and how much?

Log-odds of the features of `place_choice`. Written by `bench/fit_setting.py`; right, held out:
of 581 articles (gunviolence) 0.907 (a right town is named in 0.952); of 42 articles (muc) 0.571 (a right town is named in
0.762).
"""

INTERCEPT = -2.04
WEIGHTS = {
    "a county": -0.50,
    "after in, beside the event word": 0.87,
    "alone in its country": -0.55,
    "as a place": -0.25,
    "beside the event word": 0.35,
    "close to a sentence of the event": 0.45,
    "far from the authorities": -1.82,
    "far from the dateline": 0.33,
    "for its people": 0.49,
    "in a sentence of the event": 0.70,
    "in a title": -0.37,
    "in the dateline": 0.90,
    "in the first sentence": 0.50,
    "in the name of the outlet": 0.90,
    "named first": 0.22,
    "named most often": 0.57,
    "near another town": 2.09,
    "near the authorities": 0.53,
    "near the dateline": 0.28,
    "not as a place": -0.20,
    "of an arrest or a flight": -0.63,
    "of somebody or a hospital": -0.74,
    "others in its province": 0.72,
    "part of it": -0.36,
    "somebody's home": -0.32,
    "the deed called after it": 0.68,
    "the only town": 1.71,
    "whose authorities are named most often": 0.72,
}

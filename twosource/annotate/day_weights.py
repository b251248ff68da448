"""What speaks for a day's being that of an article's main event, and how much?

Log-odds of the features of `day_choice`. Written by `bench/fit_setting.py`; right, held out:
of 565 articles (gunviolence) 0.904 (a right day is named in 0.986); of 34 articles (muc) 0.882 (a right day is named in 0.971).
"""

INTERCEPT = -2.72
WEIGHTS = {
    "a death": -0.40,
    "a state": -0.21,
    "after publication": -2.99,
    "at the top": 0.33,
    "beside the event word": 1.05,
    "clock": 0.85,
    "earliest of the news": 1.61,
    "far from the event": -0.98,
    "finding something": 0.21,
    "finding victims": 0.44,
    "harm": 0.90,
    "in the event's first sentence": -0.33,
    "in the first sentence": 0.37,
    "latest of the news": 0.64,
    "months old": -0.88,
    "named first": 0.74,
    "no verb": 0.26,
    "part of the day": 0.43,
    "since or until": 0.30,
    "something to come": 0.39,
    "speaking": -0.41,
    "the alarm": 0.76,
    "the deed": 0.68,
    "the only day": 1.26,
    "weeks old": 0.54,
    "what came after": -0.77,
}

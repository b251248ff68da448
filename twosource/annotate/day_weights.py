"""What speaks for a day's being that of an article's main event, and how much?

Log-odds of the features of `day_choice`. Written by `bench/fit_setting.py`; right, held out:
of 565 articles (gunviolence) 0.908 (a right day is named in 0.986); of 34 articles (muc) 0.882 (a right day is named in 0.971).
"""

INTERCEPT = -2.74
WEIGHTS = {
    "a death": -0.39,
    "a state": -0.23,
    "after publication": -3.02,
    "at the top": 0.32,
    "beside the event word": 1.08,
    "clock": 0.84,
    "earliest of the news": 1.64,
    "far from the event": -0.90,
    "finding victims": 0.49,
    "harm": 0.91,
    "in the event's first sentence": -0.28,
    "in the first sentence": 0.30,
    "latest of the news": 0.68,
    "months old": -0.86,
    "named first": 0.73,
    "no verb": 0.27,
    "part of the day": 0.43,
    "since or until": 0.29,
    "something to come": 0.37,
    "speaking": -0.41,
    "the alarm": 0.72,
    "the deed": 0.69,
    "the only day": 1.23,
    "weeks old": 0.54,
    "what came after": -0.76,
}

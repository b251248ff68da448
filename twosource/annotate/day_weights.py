"""What speaks for a day's being that of an article's main event, and how much?

Log-odds of the features of `day_choice`. Written by `bench/fit_setting.py`; right, held out:
of 565 articles (gunviolence) 0.904 (a right day is named in 0.986); of 55 articles (muc) 0.745 (a right day is named in 0.945).
"""

INTERCEPT = -2.74
WEIGHTS = {
    "a death": -0.42,
    "a state": -0.25,
    "after publication": -2.90,
    "at the top": 0.30,
    "beside the event word": 1.05,
    "clock": 0.73,
    "earliest of the news": 1.61,
    "far from the event": -0.61,
    "finding something": 0.53,
    "finding victims": 0.54,
    "harm": 0.85,
    "in the event's first sentence": -0.22,
    "in the first sentence": 0.30,
    "latest of the news": 0.84,
    "months old": -0.88,
    "named first": 0.78,
    "no verb": 0.28,
    "part of the day": 0.27,
    "since or until": 0.24,
    "something to come": 0.46,
    "speaking": -0.27,
    "the alarm": 0.77,
    "the deed": 0.61,
    "the only day": 1.12,
    "weeks old": 0.29,
    "what came after": -0.64,
}

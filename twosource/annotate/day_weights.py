"""What speaks for a day's being that of an article's main event, and how much?

Log-odds of the features of `day_choice`. Written by `bench/fit_setting.py` from reports of shootings; held out:
of 565 articles that name a day the right one in 0.880, one within a day of it in 0.963.
"""

INTERCEPT = -2.80
WEIGHTS = {
    "a death": -0.42,
    "a state": -0.31,
    "after publication": -2.86,
    "at the top": 0.20,
    "beside the event word": 1.12,
    "clock": 0.92,
    "earliest of the news": 1.71,
    "far from the event": -0.96,
    "finding something": 0.18,
    "finding victims": 0.70,
    "harm": 0.86,
    "in the event's first sentence": -0.53,
    "in the first sentence": 0.41,
    "latest of the news": 0.81,
    "months old": -2.04,
    "named first": 0.82,
    "no verb": 0.24,
    "part of the day": 0.35,
    "since or until": 0.46,
    "speaking": -0.35,
    "the alarm": 0.71,
    "the deed": 0.70,
    "the only day": 1.13,
    "weeks old": -2.67,
    "what came after": -0.85,
}

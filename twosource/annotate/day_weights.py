"""What speaks for a day's being that of an article's main event, and how much?

Log-odds of the features of `day_choice`. Written by `bench/fit_setting.py`; right, held out:
of 41 articles (follow-ups) 0.732 (a right day is named in 0.805); of 565 articles (gunviolence) 0.904 (a right day is named
in 0.986); of 35 articles (muc) 0.857 (a right day is named in 0.971).
"""

INTERCEPT = -2.66
WEIGHTS = {
    "a death": -0.30,
    "after publication": -3.14,
    "at the top": 0.28,
    "beside the event word": 0.73,
    "beside the event word, in news of what came after": 1.45,
    "clock": 1.04,
    "earliest of the news": 1.36,
    "far from the event": -1.04,
    "finding something": -0.20,
    "finding victims": 0.24,
    "harm": 0.81,
    "in news of what came after": 0.52,
    "in the event's first sentence": -0.39,
    "in the first sentence": 0.39,
    "inside the date given": 0.78,
    "latest of the news": 0.47,
    "latest of the news, in news of what came after": -1.21,
    "months old": 0.24,
    "named first": 0.99,
    "named first, in news of what came after": -0.51,
    "no verb": 0.32,
    "of the deed itself": 0.70,
    "old, beside the event word": 0.22,
    "outside the date given": -0.63,
    "part of the day": 0.54,
    "since or until": 0.57,
    "something to come": 0.56,
    "speaking": -0.38,
    "the alarm": 0.65,
    "the deed": 0.53,
    "the only day": 1.20,
    "the only day, in news of what came after": 0.69,
    "weeks old": 1.10,
    "what came after": -0.81,
}

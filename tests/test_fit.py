"""Is the fit of the reuse weights what it says? On numbers made here."""

import numpy as np
import pytest

from bench.fit_reuse import FOLDS, by_article, draw, jaccard, kinship, tfidf
from bench.jsonl import Record
from bench.regression import calibration, fitted, logistic, reliability

CHANCE = np.random.default_rng(5)
X = CHANCE.normal(size=(4000, 3))
Y = (CHANCE.random(4000) < logistic(2.0 * X[:, 0] - 1.0 * X[:, 1] - 0.5)).astype(float)
EVEN = np.ones(4000)


def test_weights_are_found_again() -> None:
    assert fitted(X, Y, EVEN, 0.01, [0, 0, 0]) == pytest.approx([2.0, -1.0, 0.0, -0.5], abs=0.15)


def test_a_weight_of_the_wrong_sign_is_none() -> None:
    found = fitted(X, Y, EVEN, 0.01, [1, 1, 0])
    assert found[0] > 1.5
    assert found[1] == 0.0


def test_without_intercept() -> None:
    found = fitted(np.vstack([X, -X]), np.append(Y, 1 - Y), np.ones(8000), 0.01, [0, 0, 0], intercept=False)
    assert found[-1] == 0.0
    assert found[0] == pytest.approx(2.0, abs=0.25)


def test_calibrated_odds_are_observed() -> None:
    odds = 3 * (2.0 * X[:, 0] - 1.0 * X[:, 1] - 0.5) + 2
    slope, shift = calibration(odds, Y)
    assert slope == pytest.approx(1 / 3, abs=0.05)
    table = reliability(logistic(slope * odds + shift), Y)
    assert sum(n for n, _, _ in table) == 4000
    assert all(abs(mean - share) < 0.08 for n, mean, share in table if n > 100)


def pair(number: int, a: str, b: str, label: str) -> Record:
    return {"pair_id": f"p{number}", "ids": [a, b], "label": label}


def test_no_article_nor_its_rewrite_is_on_both_sides() -> None:
    rows = [pair(i, f"o{i}", f"r{i}", "rewrite") for i in range(40)]
    rows += [pair(40 + i, f"r{i}", f"o{(i + 1) % 40}", "independent") for i in range(40)]
    groups, folds = kinship(rows), draw(rows)
    assert set(folds.values()) == set(range(FOLDS))
    plan = by_article(rows, folds)
    assert np.array([held for _, held in plan]).sum(axis=0).tolist() == [1] * 80
    for inside, held in plan:
        assert inside.any()
        fit, score = ({g for both, use in zip(groups, chosen, strict=True) if use for g in both} for chosen in (inside, held))
        assert not fit & score


def test_baselines() -> None:
    a, b = "The harbour of Durban was shut for nine days.", "The harbour of Durban was shut for a week."
    assert 0 < jaccard(a, b) < jaccard(a, a) == 1
    cosine = tfidf([a, b, "Nobody spoke"])
    assert 0 < cosine(a, b) < cosine(a, a) == pytest.approx(1.0)
    assert cosine(b, "Nobody spoke") == pytest.approx(0.0)

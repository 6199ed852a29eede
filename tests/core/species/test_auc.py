"""The AUC against a count of all pairs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.species.auc import auc, reading

scores = st.lists(st.integers(0, 6), min_size=1, max_size=25)


@given(scores, scores)
def test_it_is_the_share_of_pairs_in_the_right_order(presences, background):
    right = sum((p > b) + 0.5 * (p == b) for p in presences for b in background)
    found = auc(np.array(presences, float), np.array(background, float))
    assert found == pytest.approx(right / len(presences) / len(background), abs=1e-12)


@given(scores, scores)
def test_turned_round_it_is_the_rest(presences, background):
    p, b = np.array(presences, float), np.array(background, float)
    assert auc(p, b) + auc(b, p) == pytest.approx(1.0)
    assert auc(3 * p + 2, 3 * b + 2) == auc(p, b)


def test_extremes():
    assert auc(np.array([2.0, 3.0]), np.array([0.0, 1.0])) == 1.0
    assert auc(np.array([0.0]), np.array([1.0])) == 0.0
    assert auc(np.ones(5), np.ones(9)) == 0.5
    assert np.isnan(auc(np.ones(0), np.ones(3)))
    assert np.isnan(auc(np.ones(3), np.ones(0)))


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0.95, "excellent"),
        (0.9, "excellent"),
        (0.8999, "good"),
        (0.8, "good"),
        (0.7999, "fair"),
        (0.7, "fair"),
        (0.6999, "poor"),
        (float("nan"), "unknown"),
    ],
)
def test_readings_on_both_sides_of_their_limits(value, word):
    assert reading(value, 30) == word
    few = "unknown" if np.isnan(value) else "too few presences to judge"
    assert reading(value, 29) == few
    assert reading(value, 3) == few

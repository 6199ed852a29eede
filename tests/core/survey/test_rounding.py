"""Rounded parts that add up: sums on all levels, the least that is moved, order."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.survey.rounding import adjusted, nested

areas = st.lists(st.floats(0.0, 1e9), min_size=1, max_size=40)


def whole_units(values: np.ndarray, decimals: int) -> list[int]:
    return [round(Fraction(repr(float(value))) * 10**decimals) for value in values]


@pytest.mark.parametrize(
    ("values", "decimals", "expected"),
    [
        ([1 / 3, 1 / 3, 1 / 3], 2, [0.34, 0.33, 0.33]),
        ([0.5, 0.5], 0, [1, 0]),
        ([2.6, 3.3, 4.1], 0, [3, 3, 4]),
        ([0.005, 0.0, 0.005], 2, [0.01, 0.0, 0.0]),
        ([12.34, 5.0], 2, [12.34, 5.0]),
        ([1.4, 1.4, 1.4], 0, [2, 1, 1]),
        ([], 2, []),
    ],
)
def test_small_sums_by_hand(values: list[float], decimals: int, expected: list[float]) -> None:
    np.testing.assert_array_equal(adjusted(values, decimals), expected)


@given(areas, st.integers(0, 4))
def test_the_sum_is_the_rounded_sum_and_no_part_moves_by_a_unit(
    values: list[float], decimals: int
) -> None:
    found = nested(values, decimals)
    units = whole_units(found.values, decimals)
    total = math.fsum(value * 10**decimals for value in values)
    assert sum(units) == math.floor(total + 0.5)
    assert whole_units(np.array([found.whole]), decimals) == [sum(units)]
    assert (np.abs(found.values - values) < 10.0**-decimals).all()
    own = np.floor(np.array(values) * 10**decimals + 0.5)
    np.testing.assert_array_equal(np.array(units) - own, np.round(found.moved * 10**decimals))
    assert found.count == np.count_nonzero(np.array(units) != own)
    assert found.most == (10.0**-decimals if found.count else 0.0)


@given(areas, st.data())
def test_every_level_adds_up(values: list[float], data: st.DataObject) -> None:
    count = len(values)
    labels = st.lists(st.sampled_from("abc"), min_size=count, max_size=count)
    counties, blocks = data.draw(labels), data.draw(labels)
    found = nested(values, 2, counties, blocks)
    assert (np.abs(found.values - values) < 0.01).all()
    units = np.array(whole_units(found.values, 2))
    scaled = np.array(values) * 100
    assert units.sum() == math.floor(math.fsum(scaled) + 0.5)
    keys = list(zip(counties, blocks))
    for level in (counties, keys):
        for key in set(level):
            inside = np.array([each == key for each in level])
            # Within a unit of what it is, and a total without a remainder is itself.
            exact = math.fsum(scaled[inside])
            assert math.floor(exact) <= units[inside].sum() <= math.ceil(exact)


def test_totals_come_before_parts() -> None:
    """0.3 + 0.3 and 0.4 of 1: the county of two parts has the larger sum, so it gets the unit."""
    found = nested([0.3, 0.3, 0.4], 0, ["a", "a", "b"])
    np.testing.assert_array_equal(found.values, [1, 0, 0])
    assert found.whole == 1.0
    np.testing.assert_array_equal(found.moved, [1, 0, 0])
    np.testing.assert_array_equal(adjusted([0.3, 0.3, 0.4], 0), [0, 0, 1])


def test_ties_go_to_the_first() -> None:
    np.testing.assert_array_equal(adjusted([1.5, 1.5, 1.5, 1.5], 0), [2, 2, 1, 1])

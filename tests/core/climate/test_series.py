"""Stacks with gaps, and wind over them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.climate.series import (
    everywhere,
    has_gap,
    valid_count,
    where_enough,
)
from redline_plugin.core.climate.winds import (
    are_whole_periods,
    factor_by_power,
    wind_days,
    wind_field,
)

NAN = math.nan
SERIES = st.lists(st.one_of(st.floats(0, 30, width=32), st.just(NAN)), min_size=1, max_size=12)


def column(values, dtype="float64"):
    return np.array(values, dtype)[:, None]


@given(SERIES)
def test_count_and_gaps(values):
    known = sum(not math.isnan(v) for v in values)
    assert valid_count(column(values))[0] == known
    assert has_gap(column(values))[0] == (0 < known < len(values))


@pytest.mark.parametrize(
    ("known", "bands", "share", "enough"),
    [(4, 5, 80, True), (3, 5, 80, False), (1, 5, 0, True), (0, 5, 0, False), (5, 5, 100, True)],
)
def test_least_share_holds_on_both_sides(known, bands, share, enough):
    count = np.array([known], "float32")
    found = where_enough(np.array([7.0]), count, bands, share)
    assert (found[0] == 7) == enough
    assert np.isnan(found[0]) != enough


@pytest.mark.filterwarnings("error")
@given(SERIES, st.sampled_from([2.0, 10.0]))
def test_wind_field_against_a_second_writing(values, height):
    known = [v for v in values if not math.isnan(v)]
    with np.errstate(all="ignore"):
        found = wind_field(column(values), 5, height, 31, 0)[0]
    if not known:
        assert np.isnan(found)
        return
    total = 0.0
    for v in known:
        u = v * (2 / height) ** (1 / 7)
        if u > 5:
            total += u * (u - 5) ** 2
    assert found == pytest.approx(total * 31 / len(known), rel=1e-9, abs=1e-12)


def test_wind_field_known_value_and_threshold():
    # 8 * 3^2 + 6 * 1^2 = 78 over 4 observations of a period of 30 days.
    winds = column([8, 6, 5, 2])
    assert wind_field(winds, 5, 2, 30, 80)[0] == pytest.approx(78 * 30 / 4)
    assert wind_field(column([5, 5]), 5, 2, 30, 80)[0] == 0


@given(SERIES, st.floats(0, 10))
def test_wind_days_against_a_second_writing(values, threshold):
    threshold = float(np.float32(threshold))
    known = [v for v in values if not math.isnan(v)]
    with np.errstate(all="ignore"):
        scaled = wind_days(column(values), threshold, 182.25, 3, 0)[0]
        counted = wind_days(column(values), threshold, 0, 3, 0)[0]
    if not known:
        assert np.isnan([scaled, counted]).all()
        return
    windy = sum(v >= threshold for v in known)
    assert scaled == pytest.approx(windy * 182.25 / len(known), rel=1e-6)
    # Days without a value are as windy as the others.
    windy += (len(values) - len(known)) * windy / len(known)
    assert counted == pytest.approx(windy / 3, rel=1e-6)


@pytest.mark.parametrize(
    ("days", "windy", "years"),
    [(182, 10, 1), (183, 10, 1), (183, 30, 1), (1822, 100, 10), (366, 30, 1), (546, 30, 3)],
)
def test_counted_days_stay_on_the_limits_of_scores(days, windy, years):
    """A season of 182 days with 10 windy ones has 10, not 10.0137; one of 183 with 30 has 30."""
    winds = column([8.0] * windy + [2.0] * (days - windy), "float32")
    assert wind_days(winds, 6, 0, years, 80)[0] == windy / years
    if days == 182:
        assert wind_days(winds, 6, 182.25, 1, 80)[0] == pytest.approx(10.0137, abs=1e-4)


@pytest.mark.parametrize(
    ("bands", "days", "whole"),
    [
        *((365, 365, True), (366, 365, True), (364, 365, True), (3652, 365, True)),
        *((8760, 365, True), (8784, 365, True), (1460, 365, True), (547, 365, False)),
        *((744, 365, False), (31, 31, True), (62, 31, True), (63, 31, False), (124, 31, True)),
        *((365, 30, False), (366, 30, False), (1460, 30, False), (365, 31, False)),
        *((28, 28, True), (29, 28, True), (282, 28, True), (59, 28, False)),
        *((182, 182.25, True), (183, 182.25, True), (1822, 182.25, True), (200, 182.25, False)),
        *((10, 182.25, False), (3653, 365.25, True)),
    ],
)
def test_whole_periods(bands, days, whole):
    assert are_whole_periods(bands, days) is whole


def test_an_answer_for_all_pixels():
    assert everywhere(np.zeros((5, 2, 3)), True).tolist() == [[True] * 3] * 2
    assert not everywhere(np.zeros((5, 2)), False).any()


def test_wind_of_exactly_the_threshold_is_a_day():
    winds = column([6.0, 5.999, 6.001, 0], "float32")
    assert wind_days(winds, 6, 0, 1, 80)[0] == 2
    # 6.1 has no exact binary form: what a raster in single precision holds must still count.
    assert wind_days(column([6.1], "float32"), 6.1, 0, 1, 80)[0] == 1


def test_power_law_of_the_fact_sheet():
    assert 4 * factor_by_power(10) == pytest.approx(3.178390, abs=5e-7)
    assert factor_by_power(2) == 1

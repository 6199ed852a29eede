"""Stacks with gaps, and wind over them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.climate.series import has_gap, valid_count, where_enough
from redline_plugin.core.climate.winds import factor_by_power, wind_days, wind_field

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
        found = wind_days(column(values), threshold, 182.25, 0)[0]
    if known:
        expected = sum(v >= threshold for v in known) * 182.25 / len(known)
        assert found == pytest.approx(expected, rel=1e-6)
    else:
        assert np.isnan(found)


def test_wind_of_exactly_the_threshold_is_a_day():
    winds = column([6.0, 5.999, 6.001, 0], "float32")
    assert wind_days(winds, 6, 4, 80)[0] == 2
    # 6.1 has no exact binary form: what a raster in single precision holds must still count.
    assert wind_days(column([6.1], "float32"), 6.1, 1, 80)[0] == 1


def test_power_law_of_the_fact_sheet():
    assert 4 * factor_by_power(10) == pytest.approx(3.178390, abs=5e-7)
    assert factor_by_power(2) == 1

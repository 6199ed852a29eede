"""The sun against FAO-56: worked examples of chapter 3 and the tables of annex 2."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.climate.months import DAYS, MIDDLE
from redline_plugin.core.climate.sun import (
    day_length,
    declination,
    extraterrestrial_radiation,
    one_per_row,
    relative_distance,
    sunset_hour_angle,
)

# Table 2.6, MJ m-2 d-1 on the 15th of the months.
RADIATION = {
    0: (36.2, 37.5, 37.9, 36.8, 34.8, 33.4, 33.9, 35.7, 37.2, 37.4, 36.3, 35.6),
    20: (26.8, 30.6, 34.7, 37.9, 39.3, 39.5, 39.3, 38.3, 35.8, 31.8, 27.7, 25.6),
    40: (15.0, 20.4, 27.2, 34.7, 39.7, 41.9, 40.8, 36.7, 30.0, 22.5, 16.3, 13.6),
    -4: (37.6, 38.3, 38.0, 36.0, 33.4, 31.8, 32.3, 34.6, 37.0, 38.0, 37.6, 37.2),
    -14: (40.6, 39.7, 37.5, 33.4, 29.4, 27.2, 27.9, 31.3, 35.6, 38.7, 40.2, 40.6),
}
# Table 2.7, hours.
DAYLIGHT = {
    20: (10.9, 11.3, 11.9, 12.5, 12.9, 13.2, 13.1, 12.7, 12.1, 11.5, 11.0, 10.8),
    40: (9.5, 10.5, 11.7, 13.1, 14.2, 14.8, 14.6, 13.6, 12.2, 10.9, 9.7, 9.2),
    60: (6.4, 8.8, 11.4, 14.2, 16.8, 18.4, 17.7, 15.3, 12.5, 9.7, 7.1, 5.6),
}


def at(function, latitude, day):
    return float(function(np.array([latitude], dtype="float64"), day)[0])


def test_example_8_of_fao56():
    assert relative_distance(246) == pytest.approx(0.985, abs=5e-4)
    assert declination(246) == pytest.approx(0.120, abs=5e-4)
    assert at(sunset_hour_angle, -20, 246) == pytest.approx(1.527, abs=5e-4)
    assert at(extraterrestrial_radiation, -20, 246) == pytest.approx(32.2, abs=0.05)


@pytest.mark.parametrize(
    ("latitude", "day", "radiation", "hours"),
    [
        (-20, 246, 32.2, 11.7),  # example 9
        (-22.9, 135, 25.1, 10.9),  # example 10, Rio de Janeiro, May
        (45.72, 196, 40.6, None),  # example 15, Lyon, July
        (13.73, 105, 38.06, 12.31),  # example 17, Bangkok, April
        (50.8, 187, 41.09, 16.1),  # example 18, Uccle, 6 July
    ],
)
def test_other_examples_of_fao56(latitude, day, radiation, hours):
    assert at(extraterrestrial_radiation, latitude, day) == pytest.approx(radiation, abs=0.051)
    if hours is not None:
        assert at(day_length, latitude, day) == pytest.approx(hours, abs=0.051)


@pytest.mark.parametrize("latitude", RADIATION)
def test_table_of_radiation(latitude):
    found = [at(extraterrestrial_radiation, latitude, day) for day in MIDDLE]
    np.testing.assert_allclose(found, RADIATION[latitude], atol=0.1)


@pytest.mark.parametrize("latitude", DAYLIGHT)
def test_table_of_daylight(latitude):
    found = [at(day_length, latitude, day) for day in MIDDLE]
    np.testing.assert_allclose(found, DAYLIGHT[latitude], atol=0.06)


def test_polar_night_and_day():
    assert at(extraterrestrial_radiation, 80, 349) == 0
    assert at(day_length, 80, 349) == 0
    assert at(day_length, 80, 166) == pytest.approx(24)
    assert at(extraterrestrial_radiation, -90, 349) > 30
    for latitude in (90, -90, 66.5, -66.5):
        for day in range(1, 366):
            assert math.isfinite(at(extraterrestrial_radiation, latitude, day))


@given(st.floats(-89, 89), st.integers(1, 365))
def test_radiation_is_the_integral_over_the_day(latitude, day):
    phi, delta = math.radians(latitude), declination(day)
    steps = 2000
    total = 0.0
    for step in range(steps):
        hour = -math.pi + (step + 0.5) * 2 * math.pi / steps
        height = math.sin(phi) * math.sin(delta)
        height += math.cos(phi) * math.cos(delta) * math.cos(hour)
        total += max(height, 0.0) / steps
    expected = 24 * 60 * 0.0820 * relative_distance(day) * total
    assert at(extraterrestrial_radiation, latitude, day) == pytest.approx(expected, abs=2e-3)


@given(st.floats(-90, 90), st.integers(1, 365))
def test_days_north_and_south_make_up_24_hours(latitude, day):
    hours = at(day_length, latitude, day)
    assert 0 <= hours <= 24
    assert hours + at(day_length, -latitude, day) == pytest.approx(24)


def test_rows_of_a_geographic_grid_are_worked_out_once():
    lines = np.array([[10.0], [20.0]])
    repeated = np.broadcast_to(lines, (2, 5))
    assert one_per_row(repeated).shape == (2, 1)
    different = np.linspace(10, 20, 10).reshape(2, 5)
    assert one_per_row(different) is different
    np.testing.assert_array_equal(one_per_row(repeated), lines)


def test_months_fill_the_mean_year():
    assert sum(DAYS) == 365.25
    assert len(MIDDLE) == 12
    starts = np.cumsum((0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30))
    assert tuple(starts + 15) == MIDDLE

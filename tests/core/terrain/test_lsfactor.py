"""L and S: the fact sheet's vectors (section 8), limits, and shapes of the functions."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.terrain import lsfactor

VECTORS = [
    # degrees, S, m McCool, LS(100 m) McCool, LS(100 m) CSLE
    (2, 0.40691, 0.33743, 0.6769, 0.6397),
    (7, 1.54740, 0.54908, 3.5421, 3.2894),
    (12, 3.59535, 0.62137, 9.1781, 7.6428),
    (25, 8.29957, 0.69538, 23.6889, 17.6427),
    (30, 9.99500, 0.70966, 29.1490, 21.2467),
]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("degrees", "s", "m", "ls_mccool", "ls_csle"), VECTORS)
def test_vectors(degrees, s, m, ls_mccool, ls_csle, dtype):
    slope = np.array([degrees], dtype)
    ls = lsfactor.slope_length_steepness
    assert lsfactor.steepness_factor(slope)[0] == pytest.approx(s, abs=6e-6)
    assert lsfactor.length_exponent(slope)[0] == pytest.approx(m, abs=6e-6)
    assert ls(100.0, slope)[0] == pytest.approx(ls_mccool, abs=7e-5)
    assert ls(100.0, slope, lsfactor.CSLE)[0] == pytest.approx(ls_csle, abs=7e-5)
    assert ls(22.13, slope)[0] == pytest.approx(s, abs=6e-6)
    for found in (lsfactor.steepness_factor(slope), lsfactor.length_exponent(slope)):
        assert found.dtype == dtype


def test_unit_plot():
    slope = np.degrees(np.arctan(np.array([0.09])))
    assert slope[0] == pytest.approx(5.14276, abs=5e-6)
    assert lsfactor.slope_length_steepness(22.13, slope)[0] == pytest.approx(1.00591, abs=5e-6)


def test_steepness_on_both_sides_of_its_jumps():
    below, above = (
        lsfactor.steepness_factor(np.array(v)) for v in ([4.9999999, 9.9999999], [5.0, 10.0])
    )
    np.testing.assert_allclose(below, [0.97128, 2.41729], atol=5e-6)
    np.testing.assert_allclose(above, [0.96422, 2.84463], atol=5e-6)


def test_steepness_of_1987():
    below, above = np.degrees(np.arctan([0.0899999, 0.0900001]))
    found = lsfactor.steepness_factor(np.array([below, above, 30]), lsfactor.MCCOOL_1987)
    sine = math.sin(math.atan(0.09))
    np.testing.assert_allclose(found, [10.8 * sine + 0.03, 16.8 * sine - 0.5, 7.9], atol=2e-6)


@pytest.mark.parametrize(
    ("method", "limits", "at_limit"),
    [
        (lsfactor.PER_CENT_STEPS, [math.degrees(math.atan(p)) for p in (0.01, 0.03, 0.09)], 1),
        (lsfactor.WISCHMEIER_SMITH, [math.degrees(math.atan(p)) for p in (0.01, 0.03, 0.05)], 1),
        (lsfactor.CSLE, [1.0, 3.0, 5.0], 0),
    ],
)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_steps_of_the_exponent(method, limits, at_limit, dtype):
    steps = [0.2, 0.3, 0.4, 0.5]
    for place, limit in enumerate(limits):
        slope = np.array([limit * (1 - 1e-6), limit * (1 + 1e-6)], dtype)
        np.testing.assert_allclose(
            lsfactor.length_exponent(slope, method), steps[place : place + 2], rtol=1e-6
        )
    if method == lsfactor.CSLE:
        # "up to 1 degree": the limit itself belongs to the gentler side.
        found = lsfactor.length_exponent(np.array(limits, dtype), method)
        np.testing.assert_allclose(found, steps[:3], rtol=1e-6)
    found = lsfactor.length_exponent(np.array([0, 89, np.nan], dtype), method)
    np.testing.assert_allclose(found, [0.2, 0.5, np.nan], rtol=1e-6)


def test_degrees_of_wischmeier_and_smith_are_per_cent():
    # The paper prints 2.86, 1.72 and 0.57 degrees.
    printed = np.array([0.57, 1.72, 2.86])
    np.testing.assert_allclose(np.degrees(np.arctan([0.01, 0.03, 0.05])), printed, atol=5e-3)


@given(st.floats(0, 60), st.floats(1, 500), st.floats(1.01, 3))
def test_longer_and_steeper_is_more(slope, length, times):
    for method in (lsfactor.MCCOOL_1989, lsfactor.CSLE):
        ls = lsfactor.slope_length_steepness
        here = np.array([slope])
        assert ls(length * times, here, method)[0] >= ls(length, here, method)[0] > 0
    within = next(limit for limit in (5, 10, 90) if limit > slope)
    steeper = np.array([min(slope + 1, within - 1e-9)])
    assert lsfactor.steepness_factor(steeper)[0] >= lsfactor.steepness_factor(here)[0]


def test_area_on_an_even_slope_is_the_mean_of_its_cells():
    # Desmet & Govers: the cells' factors down a plane add up to the whole slope's factor.
    cell, count, m = 30.0, 12, np.array(0.55)
    cells = [
        lsfactor.length_factor_of_area(np.array(n * cell**2), np.array(cell), np.array(1.0), m)
        for n in range(count)
    ]
    assert np.mean(cells) == pytest.approx(float(lsfactor.length_factor(count * cell, m)))


def test_area_as_printed():
    area, d, x, m = 41_000.0, 25.0, 2**0.5, 0.4
    printed = ((area + d * d) ** (m + 1) - area ** (m + 1)) / (d ** (m + 2) * x**m * 22.13**m)
    arrays = (np.array(v) for v in (area, d, x, m))
    assert lsfactor.length_factor_of_area(*arrays) == pytest.approx(printed)
    flat = lsfactor.length_factor_of_area(*(np.array(v) for v in (area, d, x, 0.0)))
    assert flat == pytest.approx(1)


def test_no_value_stays_none():
    nothing = np.array([np.nan])
    for method in (lsfactor.MCCOOL_LIU, lsfactor.MCCOOL_1987):
        assert np.isnan(lsfactor.steepness_factor(nothing, method))
    for method in (lsfactor.MCCOOL_1989, lsfactor.WISCHMEIER_SMITH):
        assert np.isnan(lsfactor.length_exponent(nothing, method))

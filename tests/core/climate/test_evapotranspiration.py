"""Evapotranspiration against published worked examples: FAO-56 and Thornthwaite."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.climate.guide import guide_evapotranspiration
from redline_plugin.core.climate.penman import (
    net_radiation,
    pressure_slope,
    psychrometric_constant,
    reference_evapotranspiration,
    saturation_pressure,
)
from redline_plugin.core.climate.thornthwaite import (
    HOT,
    exponent,
    heat_index,
    unadjusted_evapotranspiration,
)

F = np.float64


def test_small_examples_of_fao56():
    assert psychrometric_constant(F(1800)) == pytest.approx(0.054, abs=5e-4)  # example 2
    assert saturation_pressure(F(24.5)) == pytest.approx(3.075, abs=5e-4)  # example 3
    assert saturation_pressure(F(15.0)) == pytest.approx(1.705, abs=5e-4)
    assert pressure_slope(F(30.2)) == pytest.approx(0.246, abs=5e-4)  # example 17


def test_example_17_of_fao56_bangkok_in_april():
    net = net_radiation(F(25.6), F(34.8), F(2.85), F(22.65), F(38.06), F(2))
    assert net == pytest.approx(14.33, abs=0.005)
    assert 0.77 * 22.65 - net == pytest.approx(3.11, abs=0.005)
    rate = reference_evapotranspiration(
        F(25.6), F(34.8), F(2.85), F(2), net, F(0.14), psychrometric_constant(F(2))
    )
    assert rate == pytest.approx(5.72, abs=0.005)


def test_example_18_of_fao56_uccle_on_6_july():
    net = net_radiation(F(12.3), F(21.5), F(1.409), F(22.07), F(41.09), F(100))
    assert net == pytest.approx(13.28, abs=0.005)
    rate = reference_evapotranspiration(
        F(12.3), F(21.5), F(1.409), F(2.078), net, F(0), psychrometric_constant(F(100))
    )
    assert rate == pytest.approx(3.88, abs=0.005)


def test_cloud_ratio_is_kept_within_its_limits():
    def long_wave(solar, sky):
        return 0.77 * solar - net_radiation(F(5), F(15), F(1), F(solar), F(sky), F(0))

    # Nothing brighter than a clear sky, and 0.3 of it at least.
    assert long_wave(32, 40) == pytest.approx(long_wave(30, 40))
    assert long_wave(29, 40) < long_wave(30, 40)
    assert long_wave(8, 40) == pytest.approx(long_wave(9, 40))
    assert long_wave(10, 40) > long_wave(9, 40)
    assert long_wave(0, 0) > 0


@given(
    st.floats(-20, 25),
    st.floats(0.5, 20),
    st.floats(0.2, 1),
    st.floats(0, 10),
    st.floats(0, 25),
    st.floats(-400, 5000),
)
def test_penman_monteith_against_a_second_writing(low, span, humid, wind, net, elevation):
    import math

    high = low + span
    mean = (low + high) / 2

    def saturated(t):
        return 0.6108 * math.exp(17.27 * t / (t + 237.3))

    es = (saturated(low) + saturated(high)) / 2
    ea = humid * es
    delta = 4098 * saturated(mean) / (mean + 237.3) ** 2
    gamma = 0.000665 * 101.3 * ((293 - 0.0065 * elevation) / 293) ** 5.26
    expected = (0.408 * delta * (net - 0.1) + gamma * 900 / (mean + 273) * wind * (es - ea)) / (
        delta + gamma * (1 + 0.34 * wind)
    )
    found = reference_evapotranspiration(
        F(low), F(high), F(ea), F(wind), F(net), F(0.1), psychrometric_constant(F(elevation))
    )
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)


# A published worked example: temperature, hours of daylight, and PET without the months' lengths.
WARMTH = (2.1, 2.5, 4.8, 7.1, 8.3, 10.7, 13.4, 14.5, 11.1, 8.2, 5.4, 3.7)
HOURS = (9.4, 10.6, 11.9, 13.4, 14.6, 15.2, 14.9, 13.9, 12.6, 11.1, 9.8, 9.1)
PET = (10.67, 14.08, 28.49, 45.85, 57.47, 75.20, 89.91, 90.29, 64.26, 43.34, 26.24, 17.31)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_worked_example_of_thornthwaite(dtype):
    warmth = np.array(WARMTH, dtype)[:, None]
    index = heat_index(warmth)
    power = exponent(index)
    assert index[0] == pytest.approx(25.256, abs=1e-3)
    found = [
        unadjusted_evapotranspiration(month, index, power)[0] * hours / 12
        for month, hours in zip(warmth, HOURS)
    ]
    # The example rounds on its way.
    np.testing.assert_allclose(found, PET, rtol=0.01)


def thornthwaite(warmth):
    """One place, twelve months, months of 30 days of 12 hours: written from the paper."""
    index = sum((t / 5) ** 1.514 for t in warmth if t > 0)
    power = 6.75e-7 * index**3 - 7.71e-5 * index**2 + 1.792e-2 * index + 0.49239
    found = []
    for t in warmth:
        if t <= 0:
            found.append(0.0)
        elif t < 26.5:
            found.append(16 * (10 * t / index) ** power)
        else:
            found.append(-415.85 + 32.24 * t - 0.43 * t**2)
    return found


@given(st.lists(st.floats(-30, 36), min_size=12, max_size=12))
def test_thornthwaite_against_a_second_writing(warmth):
    values = np.array(warmth)[:, None]
    index = heat_index(values)
    found = [unadjusted_evapotranspiration(month, index, exponent(index))[0] for month in values]
    np.testing.assert_allclose(found, thornthwaite(warmth), rtol=1e-9, atol=1e-9)


def test_hot_months_follow_willmott_from_26_5_on():
    index, power = np.array([100.0]), exponent(np.array([100.0]))

    def month(t):
        return unadjusted_evapotranspiration(np.array([t]), index, power)[0]

    assert month(HOT) == pytest.approx(-415.85 + 32.24 * 26.5 - 0.43 * 26.5**2)
    assert month(HOT - 1e-9) == pytest.approx(16 * (265 / 100) ** power[0])
    # Both curves meet there for any climate: Thornthwaite's all go through 135 mm.
    assert month(HOT) == pytest.approx(135, rel=0.02)
    assert month(HOT - 1e-9) == pytest.approx(135, rel=0.06)


def test_frozen_months_and_years_give_nothing():
    frozen = np.full((12, 1), -5.0)
    index = heat_index(frozen)
    assert index[0] == 0
    assert unadjusted_evapotranspiration(frozen[0], index, exponent(index))[0] == 0
    assert unadjusted_evapotranspiration(np.array([0.0]), index, exponent(index))[0] == 0


def test_guides_formula_with_its_edges():
    def month(t, r):
        return guide_evapotranspiration(np.array([t]), np.array([r]))[0]

    assert month(15.0, 0.5) == pytest.approx(116.375)  # fact sheet, section 8
    assert month(15.0, 1.0) == 0
    assert month(-20.0, 0.5) == 0
    assert month(-40.0, 0.5) == 0
    assert month(-19.9, 0.5) == pytest.approx(0.19 * 0.01 * 0.5)
    assert np.isnan(month(np.nan, 0.5))
    assert np.isnan(month(-30.0, np.nan))

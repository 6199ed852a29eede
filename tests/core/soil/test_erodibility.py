"""K of EPIC: the sheet's vectors, a second implementation, and its limits."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.soil.erodibility import (
    corrected_erodibility,
    epic_erodibility,
    organic_carbon,
    organic_matter,
    sum_is_off,
)

VECTORS = (
    # sand, silt, clay, carbon, K of EPIC, K
    (40, 40, 20, 1.0, 0.295381, 0.0182422),
    (20, 60, 20, 1.5, 0.331025, 0.0206632),
    (80, 10, 10, 0.5, 0.151758, 0.0084867),
    (10, 30, 60, 2.0, 0.247495, 0.0149895),
    (65, 25, 10, 0.8, 0.242819, 0.0146719),
    (92, 4, 4, 0.2, 0.087734, 0.0041379),
)


def epic(*values, dtype="float64"):
    with np.errstate(all="ignore"):
        return epic_erodibility(*(np.array([value], dtype) for value in values))


def twin(sand, silt, clay, carbon):
    """Williams' four factors, one after the other."""
    coarse_sand = 0.2 + 0.3 * math.exp(-0.0256 * sand * (1 - silt / 100))
    clay_to_silt = math.pow(silt / (clay + silt), 0.3)
    organic = 1 - 0.25 * carbon / (carbon + math.exp(3.72 - 2.95 * carbon))
    sn1 = 1 - sand / 100
    high_sand = 1 - 0.7 * sn1 / (sn1 + math.exp(-5.51 + 22.9 * sn1))
    return coarse_sand * clay_to_silt * organic * high_sand


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("vector", VECTORS)
def test_vectors(vector, dtype):
    found = epic(*vector[:4], dtype=dtype)
    assert found.dtype == dtype
    assert found[0] == pytest.approx(vector[4], abs=5.1e-7)
    assert corrected_erodibility(found)[0] == pytest.approx(vector[5], abs=6e-8)


@given(st.floats(0, 99), st.floats(0.01, 1), st.floats(0, 20))
def test_twin(sand, part, carbon):
    silt = (100 - sand) * part
    clay = 100 - sand - silt
    assert epic(sand, silt, clay, carbon)[0] == pytest.approx(
        twin(sand, silt, clay, carbon), rel=1e-12
    )


def test_a_published_plot_is_met_within_five_per_cent():
    # ChinaXiv-201704.00156 prints 0.249; the standard equation gives these two.
    matter = np.array([0.489])
    as_carbon = epic(40.2, 25.2, 34.6, matter[0])[0]
    as_matter = epic(40.2, 25.2, 34.6, organic_carbon(matter, "matter", 1.724)[0])[0]
    assert as_carbon == pytest.approx(0.2584, abs=5e-5)
    assert as_matter == pytest.approx(0.2605, abs=5e-5)
    assert as_carbon == pytest.approx(0.249, rel=0.05)
    assert as_matter == pytest.approx(0.249, rel=0.05)


def test_organic_matter_and_carbon_are_each_others_inverse():
    value = np.array([2.5])
    assert organic_carbon(value, "carbon", 1.724) is value
    assert organic_matter(value, "matter", 1.724) is value
    assert organic_carbon(np.array([1.724]), "matter", 1.724)[0] == pytest.approx(1)
    assert organic_matter(np.array([1.0]), "carbon", 1.724)[0] == pytest.approx(1.724)


def test_neither_silt_nor_clay_is_undefined_and_clay_alone_is_not():
    assert np.isnan(epic(100, 0, 0, 0.5))[0]
    assert epic(40, 0, 60, 0.5)[0] == 0
    assert np.isfinite(epic(99.9, 0.05, 0.05, 0))[0]


def test_the_correction_turns_negative_below_0_0268():
    assert corrected_erodibility(np.array([0.0268]))[0] < 0
    assert corrected_erodibility(np.array([0.0269]))[0] > 0


@given(st.floats(0, 95), st.floats(0.05, 0.95), st.floats(0, 10), st.floats(0.01, 5))
def test_carbon_lowers_erodibility(sand, part, carbon, more):
    silt = (100 - sand) * part
    clay = 100 - sand - silt
    low = epic(sand, silt, clay, carbon + more)[0]
    high = epic(sand, silt, clay, carbon)[0]
    assert 0.75 * high * (1 - 1e-9) <= low <= high


@pytest.mark.parametrize("missing", range(4))
def test_nan_stays_nan(missing):
    values = [40.0, 40.0, 20.0, 1.0]
    values[missing] = np.nan
    assert np.isnan(epic(*values))[0]


def test_sums_off_by_more_than_the_tolerance():
    sand, clay = np.array([40.0] * 4), np.array([20.0] * 4)
    silt = np.array([45.0, 45.1, 35.0, 34.9])
    assert sum_is_off(sand, silt, clay, 5.0).tolist() == [False, True, False, True]

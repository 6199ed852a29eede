"""EF, SCF and C of RWEQ."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.soil.wind import erodible_fraction, soil_crust, vegetation_factor


def arrays(*values, dtype="float64"):
    return [None if value is None else np.array([value], dtype) for value in values]


def fraction(*values, dtype="float64"):
    with np.errstate(all="ignore"):
        return erodible_fraction(*arrays(*values, dtype=dtype))[0]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_vectors(dtype):
    assert fraction(60, 25, 15, 1.5, 2, dtype=dtype) == pytest.approx(0.47475, abs=5e-7)
    crust = soil_crust(*arrays(15, 1.5, dtype=dtype))
    assert crust.dtype == dtype
    assert crust[0] == pytest.approx(0.3949057, abs=6e-8)
    factor = vegetation_factor(*arrays(0.4, -0.1151, dtype=dtype))
    assert factor.dtype == dtype
    assert factor[0] == pytest.approx(0.0100117, abs=6e-8)


@given(*(st.floats(low, high) for low, high in ((0, 94), (0, 70), (1, 60), (0, 5), (0, 25))))
def test_twin(sand, silt, clay, matter, calcium):
    expected = (
        0.2909
        + 0.0031 * sand
        + 0.0017 * silt
        + 0.0033 * (sand / clay)
        - 0.0259 * matter
        - 0.0095 * calcium
    )
    assert fraction(sand, silt, clay, matter, calcium) == pytest.approx(expected, abs=1e-12)
    crust = soil_crust(*arrays(clay, matter))[0]
    assert crust == pytest.approx(1 / (1 + 0.0066 * clay * clay + 0.021 * matter * matter))
    assert 0 < crust <= 1


def test_no_calcium_is_none_of_it():
    assert fraction(60, 25, 15, 1.5, None) == fraction(60, 25, 15, 1.5, 0)
    assert fraction(60, 25, 15, 1.5, None) == pytest.approx(0.47475 + 0.019)


def test_without_clay_there_is_no_erodible_fraction():
    assert math.isnan(fraction(90, 10, 0, 1, 0))
    assert math.isnan(fraction(0, 100, 0, 1, 0))
    assert math.isfinite(fraction(90, 9.9, 0.1, 1, 0))


def test_no_clay_and_no_matter_is_no_crust():
    assert soil_crust(*arrays(0, 0))[0] == 1


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([-0.1535, -0.0921, -0.0438]))
def test_more_cover_is_less_wind_erosion(one, other, rate):
    low, high = sorted((one, other))
    bare, covered = (vegetation_factor(*arrays(c, rate))[0] for c in (low, high))
    assert covered <= bare <= 1
    assert covered == pytest.approx(math.exp(100 * rate * high))


def test_a_paper_s_cover_is_met():
    # Ulan Buh: C 0.32 belongs to a cover of 26.0 % with the farmland's rate.
    assert vegetation_factor(*arrays(0.260, -0.0438))[0] == pytest.approx(0.32, abs=0.001)


@pytest.mark.parametrize("missing", range(5))
def test_nan_stays_nan(missing):
    values = [60.0, 25.0, 15.0, 1.5, 2.0]
    values[missing] = np.nan
    assert math.isnan(fraction(*values))

"""The cover factor C of RUSLE."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.soil.cover import (
    bu_factor,
    cai_factor,
    dry_land_factor,
    guide_factor,
    table_factor,
)

STEPS = (0.10, 0.08, 0.06, 0.02, 0.004, 0.001)


def steps(count, dtype="float32"):
    return np.repeat(np.array(STEPS, dtype)[:, None], count, 1)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_dry_land_vectors(dtype):
    cover = np.array([0.1, 0.3, 0.5, 1], dtype)
    found = dry_land_factor(cover)
    assert found.dtype == dtype
    np.testing.assert_allclose(found, [0.816, 0.53211, 0.40011, 0.221], atol=5.1e-6)


def test_dry_land_passes_1_at_4_906_per_cent():
    assert dry_land_factor(np.array([0.04906]))[0] > 1
    assert dry_land_factor(np.array([0.04907]))[0] < 1
    # The logarithm of 0 must not get lost: the framework sets what is above 1 to 1.
    assert 1 < dry_land_factor(np.array([0.0]))[0] < math.inf


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_cai_vectors(dtype):
    cover = np.array([0, 0.1, 0.5, 0.782, 0.783, 1], dtype)
    found = cai_factor(cover)
    assert found.dtype == dtype
    np.testing.assert_allclose(found, [1, 0.30720, 0.06703, 0.00029, 0, 0], atol=5.1e-6)


def test_bu():
    np.testing.assert_allclose(
        bu_factor(np.array([0, 0.5, 0.79, 0.8])), [0.4149, 0.1549, 0.0041, -0.0011], atol=1e-12
    )


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_cover_on_an_edge_belongs_to_the_upper_class(dtype):
    edges = np.array([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1], dtype)
    np.testing.assert_allclose(table_factor(edges, steps(7, dtype)), [*STEPS, 0.001], rtol=1e-6)
    below = np.nextafter(edges[1:6], np.zeros(5, dtype))
    np.testing.assert_allclose(table_factor(below, steps(5, dtype)), STEPS[:5], rtol=1e-6)


@given(st.floats(0, 1), st.booleans())
def test_twin(cover, dry):
    expected = (
        0.221 - 0.595 * math.log10(max(cover, 1e-6))
        if dry
        else next(c for high, c in zip((0.1, 0.3, 0.5, 0.7, 0.9, math.inf), STEPS) if cover < high)
    )
    found = guide_factor(np.array([cover]), np.array([float(dry)]), steps(1, "float64"))
    assert found[0] == pytest.approx(expected, rel=1e-12)


def test_a_formula_needs_no_steps_and_a_table_keeps_its_input():
    table = steps(2)
    table[:, 1] = np.nan
    kept = table.copy()
    found = guide_factor(np.array([0.3, 0.3], "float32"), np.array([0, 1], "float32"), table)
    np.testing.assert_allclose(found, [0.06, 0.53211], rtol=1e-5)
    np.testing.assert_array_equal(table, kept)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_cover_never_means_more_loss(one, other):
    cover = np.sort([one, other])
    for found in (
        table_factor(cover, steps(2, "float64")),
        dry_land_factor(cover),
        np.clip(cai_factor(cover), 0, 1),
        bu_factor(cover),
    ):
        assert found[1] <= found[0] + 1e-15


def test_nan_stays_nan():
    nan = np.array([np.nan])
    assert np.isnan(guide_factor(nan, np.array([0.0]), steps(1)))[0]
    assert np.isnan(guide_factor(nan, np.array([1.0]), steps(1)))[0]
    assert np.isnan(cai_factor(nan))[0]
    assert np.isnan(bu_factor(nan))[0]


def test_any_shape():
    cover = np.full((3, 4), 0.2, "float32")
    table = np.broadcast_to(np.array(STEPS, "float32")[:, None, None], (6, 3, 4))
    assert guide_factor(cover, np.zeros((3, 4), "float32"), table).shape == (3, 4)

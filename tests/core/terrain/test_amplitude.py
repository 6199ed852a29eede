"""Relief amplitude against windows walked in Python."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.terrain.amplitude import (
    CELLS,
    CIRCLE,
    SQUARE,
    cells_of_resolution,
    extent_of,
    relief_amplitude,
)


def amplitude(elevation, cell, neighbourhood, size=0.0, widths=None):
    rows = elevation.shape[0]
    widths = np.full(rows, float(cell)) if widths is None else widths
    halo = max(max(extent_of(neighbourhood, size, width, cell)) for width in widths)
    framed = np.pad(elevation, halo, constant_values=np.nan)
    width = np.pad(widths, halo, mode="edge")[:, None]
    return relief_amplitude(
        framed,
        width,
        np.full_like(width, cell),
        halo,
        neighbourhood=neighbourhood,
        size=size,
    )


def by_hand(elevation, cell, neighbourhood, size, widths):
    rows, columns = elevation.shape
    result = np.full(elevation.shape, np.nan)
    for row in range(rows):
        for column in range(columns):
            if math.isnan(elevation[row, column]):
                continue
            seen = []
            for y in range(rows):
                for x in range(columns):
                    dy, dx = y - row, x - column
                    if neighbourhood == CELLS:
                        side = cells_of_resolution(cell)
                        near = all(-((side - 1) // 2) <= d <= side // 2 for d in (dy, dx))
                    else:
                        dy, dx = dy * cell, dx * widths[row]
                        far = (
                            math.hypot(dy, dx) if neighbourhood == CIRCLE else max(abs(dy), abs(dx))
                        )
                        near = far <= size / 2 + 1e-9
                    if near and not math.isnan(elevation[y, x]):
                        seen.append(elevation[y, x])
            result[row, column] = max(seen) - min(seen)
    return result


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10_000),
    st.sampled_from([CELLS, SQUARE, CIRCLE]),
    st.sampled_from([20.0, 30.0, 60.0, 250.0]),
    st.floats(1, 400),
    st.sampled_from(["float32", "float64"]),
)
def test_amplitude_by_hand(seed, neighbourhood, cell, size, dtype):
    random = np.random.default_rng(seed)
    elevation = random.integers(0, 500, (9, 11)).astype(dtype)
    elevation[random.random(elevation.shape) < 0.2] = np.nan
    widths = cell * np.linspace(0.55, 0.9, 9)
    found = amplitude(elevation, cell, neighbourhood, size, widths)
    assert found.dtype == dtype
    np.testing.assert_array_equal(found, by_hand(elevation, cell, neighbourhood, size, widths))


@pytest.mark.parametrize(
    ("cell", "side"),
    [(10, 15), (29.99, 15), (30, 12), (49.9, 12), (50, 9), (99, 9), (100, 3), (250, 3)],
)
def test_sides_by_resolution(cell, side):
    assert cells_of_resolution(cell) == side
    spike = np.zeros((33, 33), "float32")
    spike[16, 16] = 100
    touched = np.argwhere(amplitude(spike, cell, CELLS) == 100)
    assert (np.ptp(touched, axis=0) + 1).tolist() == [side, side]
    # An even side has its middle above and to the left: the spike is seen from further there.
    assert touched.min(0).tolist() == [16 - side // 2] * 2


def test_a_cell_of_nearly_30_m_is_one_of_30_m():
    assert extent_of(CELLS, 0, 29.9999999, 29.9999999) == extent_of(CELLS, 0, 30, 30)
    assert extent_of(SQUARE, 180, 29.9999999, 30.0000001) == (3, 3, 3, 3)


def test_a_plane_has_slope_times_window():
    plane = np.tile(np.arange(20.0) * 2, (15, 1))
    found = amplitude(plane, 10, SQUARE, 60)
    assert (found[:, 3:-3] == 6 * 2).all()
    # At the edge the window is smaller.
    assert (found[:, 0] == 3 * 2).all()


def test_a_circle_lies_in_its_square():
    elevation = np.random.default_rng(5).random((30, 30))
    circle, square = (amplitude(elevation, 30, shape, 300) for shape in (CIRCLE, SQUARE))
    assert (circle <= square).all()
    assert (circle < square).any()
    assert (circle >= amplitude(elevation, 30, SQUARE, 300 / 2**0.5 - 1)).all()


@pytest.mark.parametrize("neighbourhood", [CELLS, SQUARE, CIRCLE])
def test_one_cell_alone_has_no_relief(neighbourhood):
    elevation = np.full((4, 4), np.nan)
    elevation[1, 1] = 3
    found = amplitude(elevation, 30, neighbourhood, 200)
    assert found[1, 1] == 0
    assert np.isnan(found).sum() == 15

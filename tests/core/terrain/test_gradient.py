"""Slope against gdaldem, against planes, and at edges and gaps."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal
from support.rasters import read, write

from redline_plugin.core.terrain.gradient import HORN, ZEVENBERGEN_THORNE, slope_degrees

METHODS = {HORN: "Horn", ZEVENBERGEN_THORNE: "ZevenbergenThorne"}


def slope(elevation, cell=30.0, method=HORN, height=None):
    """Slope of all cells, nothing known around them."""
    framed = np.pad(elevation, 1, constant_values=np.nan)
    widths = np.full((framed.shape[0], 1), cell)
    with np.errstate(all="ignore"):
        return slope_degrees(framed, widths, np.full_like(widths, height or cell), method)


def rough(shape=(40, 50), seed=3, dtype="float32"):
    steps = np.random.default_rng(seed).normal(0, 8, shape)
    return (np.cumsum(np.cumsum(steps, 0), 1) / 4).astype(dtype)


@pytest.mark.parametrize("method", METHODS)
def test_slope_is_that_of_gdaldem(tmp_path, method):
    # Low ground: gdaldem adds heights in single precision before it takes their difference.
    elevation = rough()
    path = write(tmp_path / "dem.tif", elevation)
    options = {"alg": METHODS[method], "computeEdges": True}
    gdal.DEMProcessing(str(tmp_path / "slope.tif"), path, "slope", **options)
    expected, found = read(tmp_path / "slope.tif"), slope(elevation, method=method)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found[1:-1, 1:-1], expected[1:-1, 1:-1], atol=1e-4)
    # At the edges, too; gdaldem knows no rule of its own for the four corners.
    corners = np.ix_([0, -1], [0, -1])
    found[corners] = expected[corners]
    np.testing.assert_allclose(found, expected, atol=1e-4)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_plane_keeps_its_slope_up_to_edges_and_gaps(method, dtype):
    y, x = np.mgrid[:12, :15]
    plane = (100 + 3.0 * x - 4.0 * y).astype(dtype)
    plane[5, 6] = plane[5, 7] = plane[8, 2] = plane[0, 0] = np.nan
    found = slope(plane, 10.0, method)
    assert found.dtype == dtype
    assert np.array_equal(np.isnan(found), np.isnan(plane))
    np.testing.assert_allclose(
        found[~np.isnan(found)], np.degrees(np.arctan(0.5)), rtol=1e-5 if dtype == "float32" else 0
    )


@pytest.mark.parametrize("method", METHODS)
def test_width_and_height_of_cells_count_each(method):
    y, x = np.mgrid[:5, :6]
    east = slope(2.0 * x, 20.0, method, height=31.0)
    south = slope(2.0 * y, 20.0, method, height=31.0)
    np.testing.assert_allclose(east, np.degrees(np.arctan(0.1)))
    np.testing.assert_allclose(south, np.degrees(np.arctan(2 / 31)))


def test_each_row_has_its_own_width():
    elevation = np.tile(np.arange(6.0), (5, 1))
    widths = np.array([10.0, 20, 30, 40, 50])[:, None]
    found = slope_degrees(elevation, widths, np.full_like(widths, 30.0))
    np.testing.assert_allclose(np.tan(np.radians(found)), np.tile(1 / widths[1:-1], 4))


@pytest.mark.parametrize("method", METHODS)
def test_a_cell_without_neighbours_has_no_slope(method):
    elevation = np.full((5, 5), np.nan)
    elevation[2, 2] = 7.0
    assert np.isnan(slope(elevation, method=method)).all()
    elevation[2, 3] = 10.0
    found = slope(elevation, method=method)
    np.testing.assert_allclose(np.tan(np.radians(found[2, 2:4])), 0.1)


def by_hand(elevation, row, column, cell):
    """Horn's slope of one inner cell, in Python."""
    z = elevation.tolist()
    a, b, c = z[row - 1][column - 1 : column + 2]
    d, _, f = z[row][column - 1 : column + 2]
    g, h, i = z[row + 1][column - 1 : column + 2]
    east = ((c + 2 * f + i) - (a + 2 * d + g)) / (8 * cell)
    south = ((g + 2 * h + i) - (a + 2 * b + c)) / (8 * cell)
    return np.degrees(np.arctan((east**2 + south**2) ** 0.5))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.floats(1, 500))
def test_slope_by_hand(seed, cell):
    elevation = rough((3, 4), seed, "float64")
    assert slope(elevation, cell)[1, 2] == pytest.approx(by_hand(elevation, 1, 2, cell))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_turning_the_ground_turns_the_slope(seed):
    elevation = rough((6, 7), seed, "float64")
    elevation[np.random.default_rng(seed).random(elevation.shape) < 0.3] = np.nan
    for method in METHODS:
        found = slope(elevation, method=method)
        np.testing.assert_allclose(
            slope(np.rot90(elevation), method=method), np.rot90(found), rtol=1e-9, atol=1e-9
        )
        np.testing.assert_allclose(
            slope(elevation[::-1], method=method), found[::-1], rtol=1e-9, atol=1e-9
        )
        assert np.nanmin(found, initial=0) >= 0

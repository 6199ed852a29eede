"""Models that look at neighbours, and what they are told of the grid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import ndimage
from support.rasters import wkt

from redline_plugin.core.declare.model import CodeTable, RasterInput
from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.latitude import Latitudes

from .conftest import NODATA, model_of

HEIGHT = RasterInput("HEIGHT", "Height", "m", (-500, 9000))
SIDE = 2


def highest_around(values, **_):
    rows, columns = values.shape[-2] - 2 * SIDE, values.shape[-1] - 2 * SIDE
    views = [
        values[y : y + rows, x : x + columns]
        for y in range(2 * SIDE + 1)
        for x in range(2 * SIDE + 1)
    ]
    return np.fmax.reduce(views)


HIGHEST = model_of([HEIGHT], highest_around, halo=lambda width, height: SIDE)


def by_hand(values):
    filled = np.where(np.isnan(values), -np.inf, values)
    found = ndimage.maximum_filter(filled, 2 * SIDE + 1, mode="constant", cval=-np.inf)
    return np.where(np.isnan(values), NODATA, found)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(1, 40),
    st.integers(1, 40),
    st.integers(1, 20),
    st.integers(1, 20),
    st.integers(0, 9),
)
def test_neighbours_across_windows_edges_and_holes(run, rows, columns, width, height, seed):
    rng = np.random.default_rng(seed)
    values = rng.random((rows, columns)).astype("float32") * 100
    values[rng.random(values.shape) < 0.15] = np.nan
    if np.isnan(values).all():
        values[0, 0] = 1
    found = run(HIGHEST, {"HEIGHT": values}, plan=(width, height))
    np.testing.assert_array_equal(found.out, by_hand(values))
    # What lies in a halo is another piece's to count.
    assert found.tally.inputs["HEIGHT"].nodata == np.isnan(values).sum()


def test_the_halo_may_follow_from_pixel_and_numbers(run):
    seen = []

    def halo(width, height, *, reach):
        seen.append((width, height))
        return int(np.ceil(reach / width))

    from redline_plugin.core.declare.model import Coefficient, Reference

    model = model_of(
        [HEIGHT],
        lambda v, *, reach, halo: v[halo:-halo, halo:-halo],
        halo=halo,
        coefficients=(Coefficient("REACH", "Reach", 75, (0, None), "m", Reference("test")),),
    )
    values = np.arange(30.0).reshape(5, 6)
    np.testing.assert_array_equal(run(model, {"HEIGHT": values}).out, values)
    assert seen == [(30.0, 30.0)]


def test_cell_sizes_come_with_the_halos_rows(run):
    def kernel(values, *, cell_width, cell_height, halo):
        assert halo == 1
        assert cell_width.shape == cell_height.shape == (values.shape[0], 1)
        return (cell_width * cell_height + 0 * values)[1:-1, 1:-1]

    model = model_of([HEIGHT], kernel, halo=lambda w, h: 1, needs_cell_size=True)
    degrees = {"transform": (110.0, 0.01, 0, 30.03, 0, -0.01), "epsg": 4490}
    found = run(model, {"HEIGHT": np.ones((3, 2))}, where=degrees)
    grid = Grid(wkt(4490), (110.0, 0.01, 0, 30.03, 0, -0.01), 2, 3)
    # Width times height at the middle is the true area of so small a cell to 1e-8.
    np.testing.assert_allclose(found.out[:, 0], grid.row_areas(), rtol=1e-6)
    metres = run(model, {"HEIGHT": np.ones((3, 2))})
    assert (metres.out == 900).all()


def test_arcs_against_geographiclib():
    geographiclib = pytest.importorskip("geographiclib.geodesic")
    ellipsoid = geographiclib.Geodesic(6378137.0, 1 / 298.257222101)
    grid = Grid(wkt(4490), (110.0, 0.001, 0, 45.0, 0, -0.001), 10, 20000)
    width, height = grid.cell_sizes(-3, 20003)
    for row in (-3, 0, 777, 19999, 20002):
        middle = 45.0 - 0.001 * (row + 0.5)
        north, south = middle + 0.0005, middle - 0.0005
        assert height[row + 3] == pytest.approx(
            ellipsoid.Inverse(south, 110, north, 110)["s12"], rel=1e-7
        )
        assert width[row + 3] == pytest.approx(
            ellipsoid.Inverse(middle, 110, middle, 110.001)["s12"], rel=1e-7
        )


def test_classes_in_a_halo_are_numbers_with_holes(run, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("code,value\n1,10\n2,20\n", "utf-8")
    codes = RasterInput(
        "CODES", "Codes", table=CodeTable("TABLE", "Table", str(table)), valid=(1, 9)
    )
    model = model_of([codes], highest_around, halo=lambda w, h: SIDE)
    found = run(model, {"CODES": np.array([[1, 0, 2], [1, 7, 1]], "uint8")})
    assert found.out.tolist() == [[20, NODATA, 20], [20, NODATA, 20]]
    assert dict(found.tally.inputs["CODES"].unlisted) == {7: 1}


@pytest.mark.parametrize("epsg", [4490, 4524, 32648])
def test_latitudes_are_those_of_proj(epsg):
    if epsg == 4490:
        grid = Grid(wkt(epsg), (100.0, 0.01, 0, 32.0, 0, -0.01), 300, 250)
    else:
        left = 36_400_000.0 if epsg == 4524 else 400_000.0
        grid = Grid(wkt(epsg), (left, 250.0, 0, 3_600_000.0, 0, -250.0), 900, 700)
    found = Latitudes(grid).of(Window(130, 70, 161, 90))
    assert found.shape == (90, 161)
    geographic = osr.SpatialReference()
    geographic.CopyGeogCSFrom(grid.spatial_reference)
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(grid.spatial_reference, geographic)
    for row, column in ((0, 0), (40, 80), (89, 160)):
        x = grid.transform[0] + grid.transform[1] * (130 + column + 0.5)
        y = grid.transform[3] + grid.transform[5] * (70 + row + 0.5)
        assert found[row, column] == pytest.approx(change.TransformPoint(x, y)[1], abs=2e-5)
    # Windows do not matter.
    part = Latitudes(grid).of(Window(150, 100, 10, 10))
    np.testing.assert_array_equal(part, found[30:40, 20:30])

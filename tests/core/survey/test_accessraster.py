"""Values of a raster at points: between cells, across tiles, at edges, in another CRS."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from scipy import ndimage
from support.rasters import TRANSFORM
from support.survey import CELL, CRS, X, Y, ground, hills

from redline_plugin.core.errors import InputError
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey import accessraster
from redline_plugin.core.survey.accessraster import PointRaster


@pytest.fixture(autouse=True)
def small_tiles(monkeypatch):
    """Tiles of 16 cells, of which three are kept: every test crosses them."""
    monkeypatch.setattr(accessraster, "_TILE", 16)
    monkeypatch.setattr(accessraster, "_KEPT", 3)


def places(count, low, high, seed=1):
    rng = np.random.default_rng(seed)
    pixel = rng.uniform(low, high, (count, 2))
    return pixel, np.stack([X + CELL * pixel[:, 0], Y - CELL * pixel[:, 1]], axis=1)


def test_bilinear_is_that_of_scipy(tmp_path):
    values = hills(1)
    pixel, points = places(5000, 0.5, 59.5)
    expected = ndimage.map_coordinates(
        values.astype(float), [pixel[:, 1] - 0.5, pixel[:, 0] - 0.5], order=1, mode="nearest"
    )
    found = ground(tmp_path, values).bilinear(points)
    assert found == pytest.approx(expected, abs=1e-3)


def test_edges_are_kept_and_nothing_is_made_up_outside(tmp_path):
    values = hills(1)
    raster = ground(tmp_path, values)
    corner = np.array([[X + 1.0, Y - 1.0], [X + 60 * CELL - 1, Y - 60 * CELL + 1]])
    assert raster.bilinear(corner) == pytest.approx([values[0, 0], values[-1, -1]])
    outside = np.array([[X - 1.0, Y - 50.0], [X + 60 * CELL + 1.0, Y - 50.0], [X + 50.0, Y + 99.0]])
    assert np.isnan(raster.bilinear(outside)).all()
    assert np.isnan(raster.of_cell(outside)).all()
    assert np.isnan(raster.slope(outside)).all()


def test_cells_without_data_do_not_blur_their_neighbours(tmp_path):
    values = hills(2)
    values[10, 10] = -9999.0
    raster = ground(tmp_path, values, nodata=-9999.0)
    middle = np.array([X + 10.5 * CELL, Y - 10.5 * CELL])
    assert np.isnan(raster.bilinear(middle[None, :]))
    assert np.isnan(raster.of_cell(middle[None, :]))
    # Nearer to its neighbour, that one alone counts.
    beside = raster.bilinear(middle[None, :] + [0.6 * CELL, 0.0])
    assert beside[0] == pytest.approx(values[10, 11], abs=1e-3)


def test_value_and_slope_of_cells(tmp_path):
    values = hills(3)
    pixel, points = places(2000, 1.0, 59.0)
    raster = ground(tmp_path, values)
    row, column = np.floor(pixel[:, 1]).astype(int), np.floor(pixel[:, 0]).astype(int)
    assert raster.of_cell(points) == pytest.approx(values[row, column])
    slopes = gdal.DEMProcessing(
        "", str(tmp_path / "elevation.tif"), "slope", format="MEM", computeEdges=True
    ).ReadAsArray()
    assert raster.slope(points) == pytest.approx(slopes[row, column], abs=1e-3)


def test_points_in_another_crs(tmp_path):
    values = hills(4)
    raster = ground(tmp_path, values)
    _, points = places(200, 1.0, 59.0)
    degrees = transform(points, spatial_reference(CRS), spatial_reference("EPSG:4490"))
    path = str(tmp_path / "elevation.tif")
    other = PointRaster(RasterSource(path), "EPSG:4490")
    assert other.bilinear(degrees) == pytest.approx(raster.bilinear(points), abs=1e-3)


def test_a_cell_of_degrees_is_measured_in_metres(tmp_path):
    place = (108.0, 0.001, 0.0, 32.0, 0.0, -0.001)
    raster = ground(tmp_path, hills(5), transform=place, epsg=4490)
    assert raster.cell_m == pytest.approx(111_320 * 0.001 * np.cos(np.radians(31.97)), rel=2e-3)
    assert TRANSFORM[1] == CELL


def test_what_is_no_raster_is_told(tmp_path):
    (tmp_path / "x.tif").write_text("no raster")
    with pytest.raises(InputError, match="cannot be read as a raster"):
        PointRaster(RasterSource(str(tmp_path / "x.tif")), CRS)

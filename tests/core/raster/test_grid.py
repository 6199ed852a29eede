import numpy as np
import pytest
from support.rasters import TRANSFORM, wkt, write

from redline_plugin.core.errors import InputError
from redline_plugin.core.raster.grid import Grid, windows_of


def grid(transform=TRANSFORM, width=40, height=30, epsg=4524):
    return Grid(wkt(epsg), transform, width, height)


def test_rounding_is_the_same_grid_and_half_a_pixel_is_not():
    x0, dx, _, y0, _, dy = TRANSFORM
    assert grid().same_as(grid((x0 + 0.00009 * dx, dx, 0, y0, 0, dy)))
    assert not grid().same_as(grid((x0 + 0.0002 * dx, dx, 0, y0, 0, dy)))
    assert not grid().same_as(grid((x0 + dx / 2, dx, 0, y0, 0, dy)))
    # A pixel size that is off adds up over the raster.
    assert grid().same_as(grid((x0, dx * (1 + 1e-6), 0, y0, 0, dy)))
    assert not grid().same_as(grid((x0, dx * (1 + 1e-5), 0, y0, 0, dy)))


def test_same_grid_whatever_the_wkt_says():
    other = Grid(grid().spatial_reference.ExportToWkt(["FORMAT=WKT1_ESRI"]), TRANSFORM, 40, 30)
    assert other.crs != grid().crs
    assert grid().offset_to(Grid(wkt(4525), TRANSFORM, 40, 30)) is None


def test_offset_in_whole_pixels():
    x0, dx, _, y0, _, dy = TRANSFORM
    assert grid().offset_to(grid((x0 + 3 * dx, dx, 0, y0 - 2 * dy, 0, dy))) == (3, -2)


def test_area_of_a_projected_pixel_is_plane():
    assert np.all(grid().row_areas() == 900.0)


def test_area_of_a_geographic_pixel_is_on_the_ellipsoid():
    # Fact sheet, section 8: 0.01 x 0.01 degree at 30 N has 1 069 521.173 m2.
    rows = Grid(wkt(4490), (110.0, 0.01, 0, 30.02, 0, -0.01), 5, 2).row_areas()
    assert rows[1] == pytest.approx(1_069_521.173, abs=0.001)
    assert rows[0] < rows[1]


def test_rows_add_up_to_the_strip():
    fine = Grid(wkt(4490), (110.0, 0.01, 0, 31.0, 0, -0.01), 100, 100)
    coarse = Grid(wkt(4490), (110.0, 1.0, 0, 31.0, 0, -1.0), 1, 1)
    assert fine.row_areas().sum() * 100 == pytest.approx(coarse.row_areas()[0], rel=1e-12)
    assert coarse.row_areas()[0] == pytest.approx(10_642_393_438.7, abs=0.1)


def test_windows_cover_every_pixel_once():
    seen = np.zeros((30, 40), dtype=int)
    for window in windows_of(grid(), 16, 7):
        seen[window.y : window.y + window.height, window.x : window.x + window.width] += 1
    assert np.all(seen == 1)


@pytest.mark.parametrize(
    ("transform", "epsg", "words"),
    [
        (TRANSFORM, None, "no coordinate reference system"),
        (None, 4524, "no georeference"),
        ((0, 30, 5, 0, 5, -30), 4524, "rotated or stored south-up"),
        ((0, 30, 0, 0, 0, 30), 4524, "rotated or stored south-up"),
    ],
)
def test_grids_that_cannot_be_used(tmp_path, transform, epsg, words):
    path = write(tmp_path / "a.tif", np.zeros((4, 4), "float32"), transform, epsg)
    with pytest.raises(InputError, match=words) as caught:
        Grid.of_file(path)
    assert path in str(caught.value)


def test_not_a_raster(tmp_path):
    (tmp_path / "a.tif").write_text("no raster")
    with pytest.raises(InputError, match="Cannot be read as a raster"):
        Grid.of_file(str(tmp_path / "a.tif"))

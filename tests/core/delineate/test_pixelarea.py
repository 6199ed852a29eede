from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.geodesy.area import polygon_areas

# West, middle and east of belt 36 (108 E), 130 km from its meridian at most.
PROJECTED = [(36_370_000.0, 300.0), (36_500_000.0, 30.0), (36_620_000.0, 30.0)]


def pixel_box(grid, column, row, width=1, height=1):
    x0, dx, _, y0, _, dy = grid.transform
    return shapely.box(
        x0 + column * dx, y0 + (row + height) * dy, x0 + (column + width) * dx, y0 + row * dy
    )


@pytest.mark.parametrize(("west", "pixel"), PROJECTED)
def test_a_projected_pixel_has_its_true_area(make_grid, west, pixel):
    grid = make_grid(500, 400, transform=(west, pixel, 0.0, 4_000_000.0, 0.0, -pixel))
    areas = PixelAreas(grid)
    units = areas.rows(0, grid.height) * areas.unit_m2
    for column, row in [(0, 0), (499, 399), (250, 7), (13, 200)]:
        expected = polygon_areas([pixel_box(grid, column, row)], grid.crs)[0]
        assert units[row, column] == pytest.approx(expected, rel=1e-6)
    whole = polygon_areas([pixel_box(grid, 0, 0, 500, 400)], grid.crs)[0]
    assert units.sum() == pytest.approx(whole, rel=5e-7)


def test_areas_follow_a_scale_that_changes_to_the_north(make_grid):
    grid = make_grid(64, 640, 3857, (12_000_000.0, 1000.0, 0.0, 4_500_000.0, 0.0, -1000.0))
    areas = PixelAreas(grid)
    units = areas.rows(0, grid.height) * areas.unit_m2
    for row in (0, 123, 639):
        expected = polygon_areas([pixel_box(grid, 5, row)], grid.crs)[0]
        assert units[row, 5] == pytest.approx(expected, rel=1e-5)
    assert units[0, 0] < 0.9 * units[-1, 0]


def test_the_plane_area_would_not_do(make_grid):
    grid = make_grid(100, 100, transform=(36_620_000.0, 30.0, 0.0, 4_000_000.0, 0.0, -30.0))
    areas = PixelAreas(grid)
    assert areas.rows(0, 1)[0, 0] * areas.unit_m2 < 900.0 * (1 - 3e-4)


def test_a_geographic_pixel_has_its_true_area(make_grid):
    grid = make_grid(100, 100, 4490, (105.0, 0.01, 0.0, 31.0, 0.0, -0.01))
    areas = PixelAreas(grid)
    units = areas.rows(0, 100) * areas.unit_m2
    # Fact sheet: one degree by one degree from 30 to 31 N.
    assert units.shape == (100, 1)
    assert units.sum() * 100 == pytest.approx(10_642_393_438.7, rel=1e-9)


@pytest.mark.parametrize("size", [(1, 1), (40, 3), (3, 70), (200, 200)])
def test_units_are_whole_and_their_sum_is_exact(make_grid, size):
    grid = make_grid(*size)
    areas = PixelAreas(grid)
    units = np.broadcast_to(areas.rows(0, grid.height), (grid.height, grid.width))
    assert (units == np.rint(units)).all()
    assert units.min() > 2**30
    assert units.sum() < 2**53


@pytest.mark.parametrize("epsg", [4524, 4490])
def test_rows_do_not_depend_on_the_strip(make_grid, epsg):
    transform = (36_500_000.0, 30.0, 0.0, 4_000_000.0, 0.0, -30.0)
    if epsg == 4490:
        transform = (105.0, 0.01, 0.0, 31.0, 0.0, -0.01)
    areas = PixelAreas(make_grid(57, 91, epsg, transform))
    whole = areas.rows(0, 91)
    parts = np.concatenate([areas.rows(start, min(start + 7, 91)) for start in range(0, 91, 7)])
    assert (whole == parts).all()

from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.delineate import outline
from redline_plugin.core.delineate.outline import polygonise
from redline_plugin.core.delineate.strips import Strip, work_raster
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions

PIXELS = [
    [1, 1, 1, 1, 0],
    [1, 0, 1, 1, 0],
    [1, 1, 0, 0, 1],
    [1, 1, 1, 0, 1],
]


@pytest.fixture
def kept(tmp_path):
    with gdal_exceptions(), work_raster(tmp_path / "kept.tif", 5, 4, np.uint8) as raster:
        raster.write(Strip(0, 0, 4), np.array(PIXELS, dtype=np.uint8))
        yield raster


def test_corners_are_exactly_the_grid_s(make_grid, kept):
    polygons = polygonise(kept, make_grid(5, 4), Quiet())
    assert sorted(shapely.area(polygons) / 1e4) == [2.0, 12.0]
    corners = (shapely.get_coordinates(polygons) - (36_500_000.0, 4_000_000.0)) / 100.0
    assert (corners == np.rint(corners)).all()
    assert shapely.is_valid(polygons).all()


def test_a_ring_that_touches_itself_is_told_from_a_hole_that_touches_its_ring():
    one_ring = shapely.Polygon(
        [(0, 0), (0, 2), (1, 2), (1, 1), (2, 1), (2, 2), (1, 2), (1, 3), (3, 3), (3, 0), (0, 0)]
    )
    touching_hole = shapely.Polygon(
        [(0, 0), (0, 3), (3, 3), (3, 0), (0, 0)], [[(0, 1), (1, 2), (2, 1), (0, 1)]]
    )
    assert not one_ring.is_valid
    assert touching_hole.is_valid
    shapes = outline.as_shapes([touching_hole, one_ring, shapely.box(0, 0, 1, 1)])
    assert outline.touching_themselves(shapes).tolist() == [False, True, False]
    repaired = outline.repaired(shapes)
    assert shapely.is_valid(repaired).all()
    assert shapely.area(repaired).sum() == shapely.area(shapes).sum()


def test_a_cancel_ends_it(make_grid, kept):
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        polygonise(kept, make_grid(5, 4), Stop())

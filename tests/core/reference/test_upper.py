"""Forest line and snow line on terrain whose lines are known."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.reference.contours import contour
from redline_plugin.core.reference.rasterlimits import limits
from redline_plugin.core.reference.upper import Heights, upper_parts

TRANSFORM = (500000.0, 30.0, 0.0, 3500000.0, 0.0, -30.0)


def cone(size: int = 121) -> np.ndarray:
    rows, columns = np.mgrid[0:size, 0:size]
    return 3000.0 - 30.0 * np.hypot(rows - size // 2, columns - size // 2)


def test_only_the_upper_limit_of_a_belt_of_forest_is_the_forest_line() -> None:
    elevation = cone()
    forest = (elevation > 1800.0) & (elevation < 2400.0)
    found = limits(forest.astype(np.int32) + 1, TRANSFORM, 45.0, 0)
    upper = upper_parts(found, Heights(elevation, forest, TRANSFORM))
    length = sum(line.length for line in upper)
    assert length == pytest.approx(2.0 * np.pi * 600.0, rel=0.05)
    middle = shapely.Point(500000.0 + 30.0 * 60.5, 3500000.0 - 30.0 * 60.5)
    for line in upper:
        away = shapely.distance(shapely.points(shapely.get_coordinates(line)), middle)
        assert np.all(np.abs(away - 600.0) < 60.0)


def test_without_heights_no_part_is_the_upper_one() -> None:
    forest = cone() > 2000.0
    found = limits(forest.astype(np.int32) + 1, TRANSFORM, 0.0, 0)
    unknown = np.full(forest.shape, np.nan)
    assert upper_parts(found, Heights(unknown, forest, TRANSFORM)) == []


def test_a_contour_lies_at_its_height_and_small_ones_are_left_out() -> None:
    elevation = cone()
    elevation[5:8, 5:8] = 2900.0
    (line,) = contour(elevation, TRANSFORM, 2400.0, 20_000.0)
    middle = shapely.Point(500000.0 + 30.0 * 60.5, 3500000.0 - 30.0 * 60.5)
    away = shapely.distance(shapely.points(shapely.get_coordinates(line)), middle)
    assert np.allclose(away, 600.0, atol=3.0)
    assert len(contour(elevation, TRANSFORM, 2400.0, 0.0)) == 2
    assert contour(elevation, TRANSFORM, 9000.0, 0.0) == []


def test_a_contour_ends_where_data_ends() -> None:
    elevation = cone()
    elevation[:, :60] = np.nan
    (line,) = contour(elevation, TRANSFORM, 2400.0, 1e9)
    assert not line.is_closed
    assert line.bounds[0] >= 500000.0 + 30.0 * 60


def test_cancel() -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        contour(cone(), TRANSFORM, 2400.0, 0.0, Stop())

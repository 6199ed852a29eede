from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import (
    as_shapes,
    in_canonical_order,
    is_thin,
    polygon_parts,
    short_lines,
    thin_width,
)


def test_parts_of_whatever_a_repair_returns():
    square = shapely.box(0, 0, 1, 1)
    mixed = shapely.GeometryCollection(
        [
            shapely.GeometryCollection([square, shapely.Point(3, 3)]),
            shapely.MultiPolygon([shapely.box(5, 5, 6, 6)]),
            shapely.LineString([(0, 0), (1, 1)]),
            shapely.Polygon(),
        ]
    )
    assert [part.bounds for part in polygon_parts([mixed])] == [(0, 0, 1, 1), (5, 5, 6, 6)]
    assert len(polygon_parts([])) == 0


def test_one_order_whatever_came_first_and_wherever_rings_begin():
    rng = np.random.default_rng(3)
    shapes = [shapely.box(x, y, x + 1, y + 2) for x, y in rng.random((9, 2))]
    turned = [shapely.reverse(shape) for shape in shapes[::-1]]
    one = in_canonical_order(as_shapes(shapes))
    other = in_canonical_order(as_shapes(turned))
    assert [shapely.to_wkb(shape) for shape in one] == [shapely.to_wkb(shape) for shape in other]


def test_thin_is_told_in_the_units_of_the_crs(make_grid):
    grid = make_grid(1, 1)
    thin = as_shapes([shapely.box(0, 0, 1000, 0.0009), shapely.box(0, 0, 1000, 0.0011)])
    assert is_thin(thin, thin_width(grid)).tolist() == [True, False]
    degrees = make_grid(1, 1, 4490, (105.0, 0.01, 0.0, 31.0, 0.0, -0.01))
    assert 8.9e-9 < thin_width(degrees) < 9.1e-9


def test_short_lines_are_the_whole_outline():
    circle = shapely.Point(0, 0).buffer(10, quad_segs=40)
    lines = short_lines(as_shapes([circle]))
    assert len(lines) == 5
    assert abs(shapely.length(lines).sum() - circle.length) < 1e-9

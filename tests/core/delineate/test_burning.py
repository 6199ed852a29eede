from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.delineate.burning import CentreBurner, OutlineBurner
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts

POINTS = st.lists(
    st.tuples(st.integers(-3, 23), st.integers(-3, 23)), min_size=3, max_size=7, unique=True
)


@given(outline=POINTS, hole=POINTS, start=st.integers(0, 8))
def test_every_centre_is_where_a_point_test_puts_it(make_grid, outline, hole, start):
    grid = make_grid(9, 10)
    x0, dx, _, y0, _, dy = grid.transform

    def placed(points, shift):
        # Thirds of a pixel: no edge runs through a centre, where either answer is right.
        return shapely.make_valid(
            shapely.Polygon(
                [(x0 + (x / 3 + shift) * dx, y0 + (y / 3 + shift) * dy) for x, y in points]
            )
        )

    whole = placed(outline, 0.031)
    inner = placed(hole, 0.017)
    # Two sets that share edges: what is outside the hole and what is in it.
    shapes = [
        *polygon_parts([shapely.difference(whole, inner)]),
        *polygon_parts([shapely.intersection(whole, inner)]),
    ]
    numbers = CentreBurner(as_shapes(shapes), grid).burn(start, 10)
    row, column = np.mgrid[start:10, 0:9]
    x, y = x0 + (column + 0.5) * dx, y0 + (row + 0.5) * dy
    expected = np.zeros(numbers.shape, dtype=int)
    for number, shape in enumerate(shapes, start=1):
        expected[shapely.contains_xy(shape, x, y)] = number
    assert numbers.tolist() == expected.tolist()


def test_a_centre_on_a_shared_edge_is_in_one_of_both(make_grid):
    grid = make_grid(4, 4)
    x0, dx, _, y0, _, dy = grid.transform
    middle, end = x0 + 1.5 * dx, x0 + 4 * dx
    left = shapely.box(x0, y0 + 4 * dy, middle, y0)
    right = shapely.box(middle, y0 + 4 * dy, end, y0)
    numbers = CentreBurner(as_shapes([left, right]), grid).burn(0, 4)
    assert numbers.tolist() == [[1, 2, 2, 2]] * 4


@pytest.mark.parametrize("clockwise", [True, False])
def test_holes_and_islands_in_them(make_grid, clockwise):
    grid = make_grid(5, 5)
    x0, dx, _, y0, _, dy = grid.transform

    def square(first, last):
        return shapely.box(x0 + first * dx, y0 + last * dy, x0 + last * dx, y0 + first * dy)

    frame = shapely.difference(square(0, 5), square(1, 4))
    rings = [shapely.get_exterior_ring(frame), shapely.get_interior_ring(frame, 0)]
    turned = [
        ring if shapely.is_ccw(ring) != clockwise else shapely.reverse(ring) for ring in rings
    ]
    frame = shapely.Polygon(turned[0], [turned[1]])
    numbers = CentreBurner(as_shapes([frame, square(2, 3)]), grid).burn(0, 5)
    assert numbers.tolist() == [
        [1, 1, 1, 1, 1],
        [1, 0, 0, 0, 1],
        [1, 0, 2, 0, 1],
        [1, 0, 0, 0, 1],
        [1, 1, 1, 1, 1],
    ]


def test_nothing_to_burn(make_grid):
    assert not CentreBurner(as_shapes([]), make_grid(3, 2)).burn(0, 2).any()


@given(outline=POINTS, column=st.integers(-2, 3), row=st.integers(-2, 3))
def test_outlines_run_through_the_pixels_they_cross(make_grid, outline, column, row):
    grid = make_grid(9, 10)
    x0, dx, _, y0, _, dy = grid.transform
    polygon = shapely.Polygon(
        [(x0 + (x / 3 + 0.031) * dx, y0 + (y / 3 + 0.031) * dy) for x, y in outline]
    )
    found = OutlineBurner(as_shapes([polygon]), grid).burn(column, row, 6, 7)
    rows, columns = np.mgrid[row : row + 7, column : column + 6]
    squares = shapely.box(
        x0 + columns * dx, y0 + (rows + 1) * dy, x0 + (columns + 1) * dx, y0 + rows * dy
    )
    assert found.tolist() == shapely.intersects(polygon.exterior, squares).tolist()

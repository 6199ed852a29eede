from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from redline_plugin.core.delineate.components import label
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.delineate.strips import Strip
from redline_plugin.core.delineate.touching import Touching

# Half pixels: edges and corners that just touch come up all the time.
HALVES = st.integers(-4, 24).map(lambda n: n * 50.0)


@given(
    mask=npst.arrays(bool, (10, 10)),
    corner=st.tuples(HALVES, HALVES),
    size=st.tuples(st.integers(1, 8), st.integers(1, 8)),
    triangle=st.booleans(),
)
def test_as_exact_as_testing_every_pixel(make_grid, mask, corner, size, triangle):
    grid = make_grid(10, 10)
    x0, dx, _, y0, _, dy = grid.transform
    west, north = x0 + corner[0], y0 - corner[1]
    east, south = west + size[0] * 50.0, north - size[1] * 50.0
    polygon = shapely.box(west, south, east, north)
    if triangle:
        polygon = shapely.Polygon([(west, north), (east, north), (east, south)])
    row, column = np.nonzero(mask)
    squares = shapely.box(
        x0 + column * dx, y0 + (row + 1) * dy, x0 + (column + 1) * dx, y0 + row * dy
    )
    meets = shapely.intersects(polygon, squares)
    touching = Touching(as_shapes([polygon]), grid)
    for start, stop in [(0, 10), (0, 4), (4, 10)]:
        labels, count = label(mask[start:stop], 8)
        asked = np.ones(count + 1, dtype=bool)
        flags = touching.flags(Strip(0, start, stop), labels, count, asked)
        expected = np.zeros(count + 1, dtype=bool)
        here = (row >= start) & (row < stop)
        expected[labels[row[here] - start, column[here]]] = False
        for r, c, met in zip(row[here], column[here], meets[here]):
            expected[labels[r - start, c]] |= met
        assert flags.tolist() == expected.tolist()

"""Areas by county, block and kind of land: against areas taken one by one, and all sums."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import shapely
import shapely.affinity
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.geodesic import line_lengths
from redline_plugin.core.survey.areas import (
    BLOCK,
    COUNTY,
    ELLIPSOID,
    EVERYWHERE,
    NONE,
    PART,
    PLANAR,
    SQUARE_METRES,
    WHOLE,
    Cut,
    cut,
    table_of,
)

CRS = "EPSG:4524"
X, Y = 36_500_000.0, 3_570_000.0
DECIMALS = {"m2": 2, "ha": 4, "km2": 4, "mu": 2}
NOTHING = np.empty(0, dtype=np.int64)


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    return shapely.box(X + west, Y + south, X + east, Y + north)


def numbers(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


BLOCKS = as_shapes([box(0, 0, 1000, 1000), box(1000, 0, 1500, 700), box(3000, 0, 3300, 300)])
COUNTIES = as_shapes([box(-100, -100, 400, 1100), box(400, -100, 2000, 1100)])
PARCELS = as_shapes([box(0, 0, 300, 1000), box(300, 0, 700, 1000), box(700, 0, 2000, 500)])


def cut_all(formula: str = ELLIPSOID) -> Cut:
    return cut(
        BLOCKS,
        numbers(0, 1, 2),
        COUNTIES,
        numbers(0, 1),
        PARCELS,
        numbers(0, 1, 0),
        CRS,
        formula,
        Quiet(),
    )


def test_parts_are_what_layers_share() -> None:
    parts = cut_all(PLANAR)
    found = {
        key: area
        for *key_, area in zip(
            *(c.tolist() for c in (parts.county, parts.block, parts.kind)), parts.areas
        )
        for key in [tuple(key_)]
    }
    assert found == pytest.approx(
        {
            (0, 0, 0): 300e3,
            (0, 0, 1): 100e3,
            (1, 0, 0): 150e3,
            (1, 0, 1): 300e3,
            (1, 0, NONE): 150e3,
            (1, 1, 0): 250e3,
            (1, 1, NONE): 100e3,
            (NONE, 2, NONE): 90e3,
        }
    )
    assert parts.overlap_m2 == pytest.approx(0.0, abs=1e-6)


def test_areas_and_outlines_are_those_of_the_ellipsoid() -> None:
    parts = cut_all()
    np.testing.assert_allclose(parts.areas, polygon_areas(list(parts.shapes), CRS), rtol=1e-12)
    table = table_of(parts, CRS, ELLIPSOID, DECIMALS, Quiet())
    whole = table.rows[0]
    land = shapely.union_all(BLOCKS)
    assert whole.level == WHOLE
    assert whole.areas["m2"] == pytest.approx(polygon_areas([land], CRS)[0], abs=0.006)
    # The edge that the first two blocks share is not in the outline of the whole.
    assert whole.perimeter_m == pytest.approx(line_lengths([land.boundary], CRS)[0], rel=1e-12)
    assert whole.perimeter_m < line_lengths(list(shapely.boundary(BLOCKS)), CRS).sum() - 1300


def test_the_rows_and_their_order() -> None:
    rows = table_of(cut_all(), CRS, ELLIPSOID, DECIMALS, Quiet()).rows
    assert [(row.level, row.county, row.block, row.kind) for row in rows] == [
        (WHOLE, NONE, NONE, NONE),
        (COUNTY, 0, NONE, NONE),
        (BLOCK, 0, 0, NONE),
        (PART, 0, 0, 0),
        (PART, 0, 0, 1),
        (COUNTY, 1, NONE, NONE),
        (BLOCK, 1, 0, NONE),
        (PART, 1, 0, NONE),
        (PART, 1, 0, 0),
        (PART, 1, 0, 1),
        (BLOCK, 1, 1, NONE),
        (PART, 1, 1, NONE),
        (PART, 1, 1, 0),
        (COUNTY, NONE, NONE, NONE),
        (BLOCK, NONE, 2, NONE),
        (EVERYWHERE, NONE, 0, NONE),
    ]
    outside = rows[-2]
    assert outside.perimeter_m == pytest.approx(1200, rel=1e-3)
    everywhere = rows[-1]
    assert everywhere.areas["km2"] == pytest.approx(1.0, rel=1e-3)
    assert everywhere.perimeter_m == pytest.approx(line_lengths([BLOCKS[0].boundary], CRS)[0])


def test_blocks_alone_without_counties() -> None:
    parts = cut(
        BLOCKS, numbers(1, 1, 0), None, np.full(3, NONE), None, NOTHING, CRS, PLANAR, Quiet()
    )
    table = table_of(parts, CRS, PLANAR, DECIMALS, Quiet())
    assert [(row.level, row.block) for row in table.rows] == [(WHOLE, NONE), (BLOCK, 0), (BLOCK, 1)]
    assert [row.areas["ha"] for row in table.rows] == [144.0, 9.0, 135.0]
    assert [row.areas["mu"] for row in table.rows] == [2160.0, 135.0, 2025.0]
    assert [row.perimeter_m for row in table.rows] == [6200.0, 1200.0, 5000.0]
    by_field = cut(
        BLOCKS, numbers(0, 1, 2), None, numbers(1, 0, 0), None, NOTHING, CRS, PLANAR, Quiet()
    )
    levels = [
        (row.level, row.county, row.block)
        for row in table_of(by_field, CRS, PLANAR, DECIMALS, Quiet()).rows
    ]
    assert levels[1:] == [
        *[(COUNTY, 0, NONE), (BLOCK, 0, 1), (BLOCK, 0, 2)],
        *[(COUNTY, 1, NONE), (BLOCK, 1, 0)],
    ]


def test_what_counties_cut_has_the_outline_of_what_is_whole() -> None:
    turned = shapely.affinity.rotate(box(0, 0, 3000, 2000), 17.3)
    lines = [
        shapely.affinity.rotate(box(-9e3, low, 9e3, low + 311), 3.7)
        for low in range(-9999, 9999, 311)
    ]
    parts = cut(
        as_shapes([turned]),
        numbers(0),
        as_shapes(lines),
        np.arange(len(lines)),
        None,
        NOTHING,
        CRS,
        PLANAR,
        Quiet(),
    )
    rows = table_of(parts, CRS, PLANAR, DECIMALS, Quiet()).rows
    assert rows[0].perimeter_m == turned.length
    assert rows[-1].level == EVERYWHERE
    assert rows[-1].perimeter_m == turned.length


def test_a_hectare_has_fifteen_mu() -> None:
    assert SQUARE_METRES["mu"] * 15 == pytest.approx(SQUARE_METRES["ha"], rel=1e-15)


def test_land_counted_twice_is_told() -> None:
    twice = as_shapes([box(0, 0, 100, 100), box(50, 0, 150, 100)])
    parts = cut(twice, numbers(0, 1), None, numbers(0, 0), None, NOTHING, CRS, PLANAR, Quiet())
    assert parts.overlap_m2 == pytest.approx(5000.0)


def test_slivers_between_layers_are_no_parts() -> None:
    counties = as_shapes([box(0, 0, 1000.0 - 1e-8, 1000), box(1000.0 - 1e-8, 0, 2000, 1000)])
    parts = cut(
        BLOCKS[:1], numbers(0), counties, numbers(0, 1), None, NOTHING, CRS, ELLIPSOID, Quiet()
    )
    assert parts.county.tolist() == [0]


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.floats(1, 300), st.floats(1, 300)), min_size=1, max_size=16),
    st.lists(st.floats(5, 290), max_size=3),
    st.integers(0, 3),
)
def test_rounded_rows_add_up(
    sizes: list[tuple[float, float]], lines: list[float], places: int
) -> None:
    blocks = as_shapes(
        [box(n * 400, 0, n * 400 + wide, high) for n, (wide, high) in enumerate(sizes)]
    )
    edges = [-10.0, *sorted(lines), 1000.0]
    counties = as_shapes(
        [box(-10, low, 9000, high) for low, high in zip(edges, edges[1:]) if high > low]
    )
    parts = cut(
        blocks,
        np.arange(len(blocks)) // 2,
        counties,
        np.arange(len(counties)),
        None,
        NOTHING,
        CRS,
        ELLIPSOID,
        Quiet(),
    )
    decimals = dict.fromkeys(SQUARE_METRES, places)
    table = table_of(parts, CRS, ELLIPSOID, decimals, Quiet())

    def total(level: str, unit: str, county: int | None = None) -> Fraction:
        return sum(
            (
                Fraction(repr(row.areas[unit]))
                for row in table.rows
                if row.level == level and (county is None or row.county == county)
            ),
            Fraction(0),
        )

    for unit, size in SQUARE_METRES.items():
        whole = table.rows[0].areas[unit]
        assert whole == pytest.approx(parts.areas.sum() / size, abs=0.5001 * 10.0**-places)
        assert table.rows[0].moved[unit] == 0.0
        assert total(COUNTY, unit) == total(BLOCK, unit) == Fraction(repr(whole))
        for row in table.rows:
            exact = parts.areas[
                (parts.county == row.county) & ((parts.block == row.block) | (row.block == NONE))
            ].sum()
            if row.level in (COUNTY, BLOCK):
                assert abs(row.areas[unit] - exact / size) < 1.000001 * 10.0**-places
            if row.level == COUNTY:
                assert total(BLOCK, unit, row.county) == Fraction(repr(row.areas[unit]))
    assert [part.areas for part in table.parts] == [
        row.areas for row in table.rows if row.level == BLOCK
    ]


def test_a_cancel_is_heard() -> None:
    class Stopped(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        cut(BLOCKS, numbers(0, 1, 2), None, np.full(3, NONE), None, NOTHING, CRS, PLANAR, Stopped())
    with pytest.raises(CancelledError):
        table_of(cut_all(), CRS, PLANAR, DECIMALS, Stopped())

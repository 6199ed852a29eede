from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.delineate.gaps import fill_gaps
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.delineate.union import merge
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.area import polygon_areas

X, Y = 36_500_000.0, 4_000_000.0
CRS = "EPSG:4524"


def box(west, south, east, north):
    return shapely.box(X + west, Y + south, X + east, Y + north)


def frame(west, south, east, north, width):
    return shapely.difference(
        box(west, south, east, north),
        box(west + width, south + width, east - width, north - width),
    )


def same(shapes, expected):
    found = shapely.union_all(list(shapes))
    return shapely.symmetric_difference(found, expected).area < 1e-6


def disjoint(shapes):
    return abs(shapely.area(list(shapes)).sum() - shapely.union_all(list(shapes)).area) < 1e-6


CELLS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)))


@given(cells=CELLS, others=CELLS, shift=st.sampled_from([0.0, 3.0, 50.0]))
def test_is_the_union_of_everything(cells, others, shift):
    base = polygon_parts(
        [shapely.union_all([box(100 * x, 100 * y, 100 * x + 100, 100 * y + 100) for x, y in cells])]
    )
    added = polygon_parts(
        [
            shapely.union_all(
                [
                    box(100 * x + shift, 100 * y + shift, 100 * x + 90 + shift, 100 * y + 90)
                    for x, y in others
                    if shift < 90
                ]
            )
        ]
    )
    merged = merge(base, added, Quiet())
    assert same(merged.parts, shapely.union_all([*base, *added]))
    assert disjoint(merged.parts)
    assert shapely.is_valid(merged.parts).all()


def test_far_polygons_and_far_holes_stay_exactly_as_they_are():
    far = box(5000, 5000, 5100, 5100)
    holed = shapely.difference(box(0, 0, 1000, 1000), box(700, 700, 800, 800))
    merged = merge(as_shapes([far, holed]), as_shapes([box(-50, 100, 50, 200)]), Quiet())
    assert merged.parts[0] is far
    grown = merged.parts[1]
    assert shapely.equals(grown, shapely.union(holed, box(-50, 100, 50, 200)))
    assert len(grown.interiors) == 1
    assert len(merged.rings) == 0


def test_an_addition_inside_of_a_hole_leaves_the_ring_alone():
    ring = frame(0, 0, 1000, 1000, 100)
    island = box(400, 400, 600, 600)
    merged = merge(as_shapes([ring]), as_shapes([island]), Quiet())
    assert same(merged.parts, shapely.union(ring, island))
    assert len(merged.parts) == 2


def test_what_an_addition_covers_is_gone():
    merged = merge(as_shapes([box(0, 0, 10, 10)]), as_shapes([box(-5, -5, 20, 20)]), Quiet())
    assert [shapely.to_wkt(p) for p in merged.parts] == [shapely.to_wkt(box(-5, -5, 20, 20))]


def merged_of(base, added):
    return merge(as_shapes(base), as_shapes(added), Quiet())


U_SHAPE = shapely.difference(box(0, 0, 300, 300), box(100, 100, 200, 300))


def test_a_gap_that_an_addition_closes_is_filled():
    merged = merged_of([U_SHAPE], [box(0, 280, 300, 320)])
    filled = fill_gaps(merged, 20_000.0, CRS, Quiet())
    assert filled.count == 1
    assert same(filled.parts, box(0, 0, 300, 320))
    assert fill_gaps(merged, 17_000.0, CRS, Quiet()).count == 0
    assert fill_gaps(merged, 0.0, CRS, Quiet()).count == 0


def test_the_limit_is_an_area_on_the_ellipsoid():
    merged = merged_of([U_SHAPE], [box(0, 280, 300, 320)])
    gap = polygon_areas([box(100, 100, 200, 280)], CRS)[0]
    assert fill_gaps(merged, gap * (1 - 1e-9), CRS, Quiet()).count == 0
    assert fill_gaps(merged, gap * (1 + 1e-9), CRS, Quiet()).count == 1


def test_what_lies_in_a_gap_is_no_part_of_its_area_and_keeps_its_own_holes():
    outer = frame(0, 0, 1000, 1000, 100)
    inner = frame(110, 110, 890, 890, 10)
    merged = merged_of([inner], [outer])
    # The moat between them is small, the court of the inner frame is not.
    filled = fill_gaps(merged, 40_000.0, CRS, Quiet())
    assert filled.count == 1
    assert same(filled.parts, frame(0, 0, 1000, 1000, 120))
    assert len(filled.parts) == 1
    # The court lies between pixels alone and was judged among them, however small it is.
    assert fill_gaps(merged, 1e6, CRS, Quiet()).parts[0].equals(filled.parts[0])


@pytest.mark.parametrize(("minimum", "count"), [(60_000.0, 2), (29_000.0, 1), (5_000.0, 0)])
def test_an_island_that_touches_the_ring_divides_the_gap(minimum, count):
    outer = frame(0, 0, 500, 500, 100)
    bar = shapely.Polygon(
        [(X + 200, Y + 100), (X + 220, Y + 250), (X + 200, Y + 400), (X + 180, Y + 250)]
    )
    merged = merged_of([bar], [outer])
    filled = fill_gaps(merged, minimum, CRS, Quiet())
    assert filled.count == count
    assert disjoint(filled.parts)
    assert shapely.is_valid(filled.parts).all()

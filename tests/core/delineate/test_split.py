from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.delineate.inputs import County
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.delineate.split import NOWHERE, sorted_by_code, split
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.area import polygon_areas

X, Y = 36_500_000.0, 4_000_000.0
CRS = "EPSG:4524"
THIN = 0.001


def box(west, south, east, north):
    return shapely.box(X + west, Y + south, X + east, Y + north)


def cut(parts, counties, width=THIN):
    return split(as_shapes(parts), [as_shapes([c]) for c in counties], width, Quiet())


def areas_by_county(pieces):
    return {
        int(county): round(float(shapely.area(pieces.shapes[pieces.county == county]).sum()), 3)
        for county in np.unique(pieces.county)
    }


def test_pieces_go_to_their_county_and_the_rest_nowhere():
    pieces = cut([box(0, 0, 300, 100)], [box(-50, -50, 100, 500), box(100, -50, 250, 500)])
    assert areas_by_county(pieces) == {0: 10_000.0, 1: 15_000.0, NOWHERE: 5_000.0}
    assert pieces.owner.tolist() == [0, 0, 0]


def test_a_part_within_one_county_is_the_same_object():
    part = box(10, 10, 20, 20)
    pieces = cut([part, box(900, 900, 910, 910)], [box(0, 0, 100, 100)])
    assert pieces.shapes[0] is part
    assert pieces.county.tolist() == [0, NOWHERE]


def test_a_county_within_the_part_leaves_a_hole():
    holed = shapely.difference(box(0, 0, 100, 100), box(5, 5, 8, 8))
    pieces = cut([holed], [box(40, 40, 60, 60)])
    assert areas_by_county(pieces) == {0: 400.0, NOWHERE: 10_000.0 - 9.0 - 400.0}
    outer = pieces.shapes[pieces.county == NOWHERE][0]
    assert len(outer.interiors) == 2
    assert outer.is_valid


def test_a_county_within_a_hole_of_the_part_is_no_matter():
    holed = shapely.difference(box(0, 0, 100, 100), box(30, 30, 70, 70))
    pieces = cut([holed], [box(40, 40, 60, 60)])
    assert areas_by_county(pieces) == {NOWHERE: 8_400.0}


def test_the_first_of_overlapping_counties_wins_and_the_overlap_is_told():
    pieces = cut([box(0, 0, 100, 100)], [box(-10, -10, 60, 110), box(40, -10, 110, 110)])
    assert areas_by_county(pieces) == {0: 6_000.0, 1: 4_000.0}
    assert len(pieces.shapes) == 2
    assert shapely.area(pieces.overlaps).sum() == 2_000.0
    inside_both = cut([box(45, 0, 55, 10)], [box(-10, -10, 60, 110), box(40, -10, 110, 110)])
    assert inside_both.county.tolist() == [0]
    assert shapely.area(inside_both.overlaps).sum() == 100.0


def test_noise_between_borders_makes_no_pieces():
    counties = [box(-10, -10, 50, 110), box(50.0004, -10, 110, 110)]
    pieces = cut([box(0, 0, 100, 100)], counties)
    assert len(pieces.shapes) == 2
    assert NOWHERE not in pieces.county
    assert len(pieces.overlaps) == 0
    wide = cut([box(0, 0, 100, 100)], [counties[0], box(50.01, -10, 110, 110)])
    assert areas_by_county(wide)[NOWHERE] == 1.0


BORDER = st.lists(st.integers(-40, 140), min_size=4, max_size=4)


@given(
    border=BORDER,
    other=BORDER,
    hole=st.tuples(st.integers(1, 80), st.integers(1, 80), st.integers(1, 18)),
)
def test_pieces_add_up_whatever_the_border(border, other, hole):
    edge = [(X + x, Y + y) for x, y in zip(border, (-20.3, 30.1, 71.7, 130.9))]
    more = [(X + 150 + x / 3, Y + y) for x, y in zip(other, (-20.3, 33.1, 68.7, 130.9))]
    west = shapely.Polygon([*edge, (X - 500, Y + 130.9), (X - 500, Y - 20.3)])
    east = shapely.Polygon([*edge, *more[::-1]])
    part = shapely.difference(
        box(0, 0, 200, 100), box(hole[0], hole[1], hole[0] + hole[2], hole[1] + hole[2])
    )
    pieces = cut([part], [west, east])
    assert abs(shapely.area(pieces.shapes).sum() - part.area) < 1e-9 * part.area
    # An edge that is cut is measured in other pieces of at most 50 m: some mm2 each.
    whole = polygon_areas([part], CRS)[0]
    assert abs(polygon_areas(list(pieces.shapes), CRS).sum() - whole) < 0.02
    assert shapely.is_valid(pieces.shapes).all()
    for index, county in enumerate([west, east]):
        found = shapely.area(pieces.shapes[pieces.county == index]).sum()
        assert abs(found - shapely.intersection(part, county).area) < 0.1


def test_one_entry_for_each_code_in_their_order():
    counties = [
        County(None, "410002", "B"),
        County(None, "410001", "A"),
        County(None, "410002", "B"),
    ]
    polygons = [
        as_shapes([box(0, 0, 1, 1)]),
        as_shapes([box(5, 5, 6, 6)]),
        as_shapes([box(1, 0, 2, 1)]),
    ]
    chosen, united = sorted_by_code(counties, polygons)
    assert [county.code for county in chosen] == ["410001", "410002"]
    assert len(united[1]) == 1
    assert united[1][0].area == 2.0


def test_a_border_that_closes_a_chain_of_holes_parts_the_piece():
    # Two holes on the border and a third that touches both at corners: it encloses 10 x 5 m.
    holes = [box(10, 45, 20, 55), box(20, 55, 30, 65), box(30, 45, 40, 55)]
    part = shapely.Polygon(
        box(0, 0, 100, 100).exterior.coords, [hole.exterior.coords for hole in holes]
    )
    assert part.is_valid
    pieces = cut([part], [box(-10, -10, 110, 50), box(-10, 50, 110, 110)])
    assert shapely.is_valid(pieces.shapes).all()
    assert sorted(shapely.area(pieces.shapes[pieces.county == 1])) == [50.0, 4750.0]
    assert shapely.area(pieces.shapes).sum() == part.area

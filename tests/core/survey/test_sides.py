"""Rings clockwise from the north-west, and what their sides are."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.ops import substring
from support.turning import CRS, EAST, NORTH, coverage, line_with, rules, whole

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.survey.line import OUTSIDE, Block, line_of
from redline_plugin.core.survey.sides import rings_of, side_lengths, sides_of_rings
from redline_plugin.core.survey.turning import turning_points


def of(*shapes, **more):
    line = line_with([whole(shape) for shape in shapes], **more)
    places = turning_points(line, rules())
    rings = rings_of(line, places)
    return line, places, rings


def points(places, ring):
    return [tuple(xy) for xy in (places.points[ring.places] - [EAST, NORTH]).tolist()]


def test_every_ring_runs_clockwise_from_its_north_west():
    block = shapely.Polygon(
        [(0, 0), (200, 0), (200, 100), (0, 100)],
        [[(120, 20), (180, 20), (180, 80), (120, 80)], [(20, 20), (80, 20), (80, 80), (20, 80)]],
    )
    _, places, rings = of(block)
    assert [(ring.number, ring.outer) for ring in rings] == [(1, True), (2, False), (3, False)]
    assert points(places, rings[0]) == [(0, 100), (200, 100), (200, 0), (0, 0)]
    assert points(places, rings[1]) == [(20, 80), (80, 80), (80, 20), (20, 20)]
    assert points(places, rings[2])[0] == (120, 80)


def test_the_north_west_point_looks_to_the_north_west():
    # Its most northern point is at its eastern end, its most western one at its southern end.
    band = shapely.Polygon([(0, 0), (10, 60), (300, 400), (330, 410), (60, 0)])
    _, places, rings = of(band)
    assert points(places, rings[0])[0] == (300, 400)
    # Equally north-west: the more northern one.
    _, places, rings = of(shapely.Polygon([(0, 0), (100, 100), (100, 0)]))
    assert points(places, rings[0])[0] == (100, 100)


def test_blocks_by_code_and_outer_rings_from_the_north_west():
    far = [shapely.box(x, y, x + 50, y + 50) for x, y in [(0, 0), (0, 300), (300, 300)]]
    whole_of = [whole(shape) for shape in far]
    line = line_with(whole_of, codes=["10", "9", "2"])
    places = turning_points(line, rules())
    rings = rings_of(line, places)
    assert [line.blocks[ring.block].code for ring in rings] == ["2", "9", "10"]


def test_outer_rings_go_before_inner_ones():
    hole = [(20, 320), (80, 320), (80, 380), (20, 380)]
    north = shapely.Polygon([(0, 300), (100, 300), (100, 400), (0, 400)], [hole])
    parts = as_shapes([whole(shapely.box(0, 0, 100, 100)), whole(north)])
    line = line_of(parts, np.array([0, 0]), [Block("A", "", "")], CRS)
    places = turning_points(line, rules())
    rings = rings_of(line, places)
    assert [(ring.number, ring.outer) for ring in rings] == [(1, True), (2, True), (3, False)]
    assert [points(places, ring)[0] for ring in rings] == [(0, 400), (0, 100), (20, 380)]


def test_sides():
    west, east = shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)
    line, places, rings = of(west, east)
    sides = sides_of_rings(line, places, rings)
    assert sides.ring.tolist() == [0] * 4 + [1] * 4
    assert sides.sequence.tolist() == [1, 2, 3, 4] * 2
    assert sides.azimuth[:4] == pytest.approx([90, 180, 270, 0])
    assert sides.length == pytest.approx([100.0] * 8)
    assert sides.neighbour.tolist() == [OUTSIDE, 1, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, 0]
    # The shared side is the same for both, walked the other way.
    assert (sides.start[1], sides.end[1]) == (sides.end[7], sides.start[7])


@settings(max_examples=6)
@given(st.integers(0, 10**6))
def test_sides_tell_what_the_line_is_there(seed):
    # Four cells, and a ring apart from them with a spike, which is no beginning of it.
    turn = np.linspace(0.0, 2.0 * np.pi, 40, endpoint=False)
    radius = 60.0 + np.random.default_rng(seed).uniform(-2.0, 2.0, 40)
    radius[11] += 40.0
    ring = np.c_[np.cos(turn), np.sin(turn)] * radius[:, None]
    apart = shapely.Polygon(ring + np.array([EAST + 700.0, NORTH + 300.0]))
    cells = np.append(coverage(seed, 2, 16, 12.0), apart)
    east = shapely.box(EAST + 256, NORTH - 100, EAST + 900, NORTH + 900)
    inside = list(shapely.get_parts(shapely.intersection(cells[3].exterior, east)))
    # Around the first vertex of the ring's arc, its most western one.
    west = shapely.box(EAST + 600, NORTH, EAST + 660, NORTH + 900)
    inside += list(shapely.get_parts(shapely.intersection(apart.exterior, west)))
    line = line_with(cells, stretches=inside, kinds=["road"] * len(inside))
    places = turning_points(line, rules(3.0))
    rings = rings_of(line, places)
    sides = sides_of_rings(line, places, rings)
    road = shapely.union_all(inside)
    for number in range(len(sides.ring)):
        ring = rings[sides.ring[number]]
        block = cells[ring.block]
        ring_line = shapely.LineString(block.exterior)
        start, end = places.points[sides.start[number]], places.points[sides.end[number]]
        # The part of the block's outline that this side stands for, found by Shapely.
        here, there = (ring_line.project(shapely.Point(p)) for p in (start, end))
        clockwise = not block.exterior.is_ccw
        a, b = (here, there) if clockwise else (there, here)
        if b <= a:
            ring_line = shapely.LineString(np.tile(shapely.get_coordinates(ring_line), (2, 1)))
            b += block.exterior.length
        part = substring(ring_line, a, b)
        away = max(
            shapely.distance(shapely.LineString([start, end]), shapely.Point(xy))
            for xy in part.coords
        )
        assert sides.departure[number] == pytest.approx(away, abs=1e-6)
        middle = part.interpolate(0.5, normalized=True)
        kind = "road" if road.distance(middle) < 1e-3 else "any"
        assert line.kinds[sides.kind[number]] == kind
        others = [n for n in range(5) if n != ring.block and cells[n].distance(middle) < 1e-6]
        assert sides.neighbour[number] == (others[0] if others else OUTSIDE)
        way = end - start
        assert np.sin(np.radians(sides.azimuth[number])) * sides.length[number] == pytest.approx(
            way[0], abs=1e-6
        )


def test_lengths_on_the_ellipsoid_are_those_of_geodesics():
    line, places, rings = of(shapely.box(0, 0, 300, 1000))
    sides = sides_of_rings(line, places, rings)
    lon, lat = to_longitude_latitude(places.points, CRS).T
    ellipsoid = Geodesic(6378137.0, 1.0 / 298.257222101)
    expected = [
        ellipsoid.Inverse(lat[a], lon[a], lat[b], lon[b])["s12"]
        for a, b in zip(sides.start, sides.end)
    ]
    assert side_lengths(places, sides, CRS) == pytest.approx(expected, rel=1e-9)


def test_no_blocks_have_no_sides():
    line, places, rings = of()
    assert rings == ()
    assert len(sides_of_rings(line, places, rings).length) == 0

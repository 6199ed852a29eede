"""The nearest road, and which marker is the next one."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box
from support.survey import CELL, X, Y, ground, hills, line_from

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.access import NONE, next_by_number, next_on_line, road_access
from redline_plugin.core.survey.accessmarkers import access_of
from redline_plugin.core.survey.accessshapes import AREAS, LINES, POINTS, in_plane

CRS = "EPSG:4524"


def test_road_access_is_the_distance_from_the_roads():
    rng = np.random.default_rng(1)
    roads = as_shapes([LineString(rng.uniform(0, 9000, (90, 2))) for _ in range(3)])
    places = rng.uniform(-2000, 11_000, (300, 2))
    away, feet = road_access(places, roads)
    assert away == pytest.approx(shapely.distance(shapely.points(places), shapely.union_all(roads)))
    assert shapely.distance(shapely.points(feet), shapely.union_all(roads)).max() < 1e-6
    assert np.hypot(*(feet - places).T) == pytest.approx(away)


def test_next_by_number_counts_and_keeps_to_its_block():
    numbers = ["A-10", "A-2", "B-1", "A-1", "B-2", "A-3"]
    blocks = ["A", "A", "B", "A", "B", "A"]
    following = next_by_number(numbers, blocks, [True] * 6)
    assert following.tolist() == [NONE, 5, 4, 1, NONE, 0]
    following = next_by_number(numbers, blocks, [True, True, True, True, True, False])
    assert following.tolist() == [NONE, 0, 4, 1, NONE, NONE]


def test_next_along_rings():
    line = line_from(
        Polygon(
            [(0, 0), (0, 100), (100, 100), (100, 0)],
            [[(40, 40), (60, 40), (60, 60), (40, 60)]],
        ),
        box(100, 0, 200, 100),
    )
    places = np.array(
        [
            (0, 50),  # 0: B1, west
            (50, 100),  # 1: B1, north
            (100, 50),  # 2: B1, shared with B2
            (100, 100),  # 3: B2, where both meet
            (200, 50),  # 4: B2, east
            (50, 60),  # 5: B1's hole
            (40, 50),  # 6: B1's hole
            (500, 500),  # 7: off the line
            (50, 0),  # 8: passed over
        ],
        dtype=float,
    )
    blocks = ["B1", "B1", "B1", "B2", "B2", "B1", "B1", "B1", "B1"]
    counted = [True] * 8 + [False]
    following = next_on_line(line, places, blocks, counted)
    # Clockwise: west, north, corner, shared, back. The corner is B2's: then east, shared, corner.
    assert following.tolist() == [1, 3, 0, 4, 2, 6, 5, NONE, NONE]


def test_a_lone_marker_has_no_next_one():
    following = next_on_line(line_from(box(0, 0, 9, 9)), np.array([[0.0, 5.0]]), [""], [True])
    assert following.tolist() == [NONE]


def test_access_with_and_without_a_model(tmp_path):
    places = np.array([[X + 300.0, Y - 300.0], [X + 1400.0, Y - 900.0], [X - 900.0, Y - 300.0]])
    following = np.array([1, 2, NONE])
    raster = ground(tmp_path, hills(1))
    found = access_of(places, as_shapes([]), following, raster, None, 1.5, 1.5, Quiet())
    assert np.isnan(found.road_m).all()
    assert found.road_places is None
    assert found.known.tolist() == [True, False, False]
    assert not found.seen[1:].any()
    assert found.sight_m[:2] == pytest.approx(np.hypot(*np.diff(places, axis=0).T))
    assert np.isnan(found.sight_m[2])
    assert found.slope_deg[:2] == pytest.approx(raster.slope(places)[:2])
    hidden = found.known & ~found.seen
    assert (np.isfinite(found.hidden_by_m) == hidden).all()
    assert found.height_m is not None
    assert np.isnan(found.height_m[2])
    slope = ground(tmp_path, np.full((60, 60), 7.0), "slope.tif")
    given = access_of(places, as_shapes([]), following, raster, slope, 1.5, 1.5, Quiet())
    assert given.slope_deg[:2].tolist() == [7.0, 7.0]
    none = access_of(places, as_shapes([]), following, None, None, 1.5, 1.5, Quiet())
    assert none.height_m is None
    assert not none.known.any()
    assert CELL == 30.0


def test_features_brought_to_the_plane():
    bowtie = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    shapes = [
        Point(1, 2, 3),
        None,
        Point(float("nan"), 1),
        LineString([(0, 0), (1, 1)]),
        bowtie,
        Polygon(),
        LineString([(5, 5), (5, 5)]),
    ]
    names = [str(n) for n in range(7)]
    found = in_plane(shapes, names, CRS, CRS, "层", (POINTS, AREAS))
    assert found.rows.tolist() == [0, 4]
    assert not shapely.has_z(found.shapes).any()
    assert shapely.is_valid(found.shapes).all()
    assert [str(each.what).split(" ")[1] for each in found.warnings] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]
    assert {each.where for each in found.warnings} == {"层"}
    lines = in_plane(shapes, names, CRS, CRS, "层", (LINES,))
    assert lines.rows.tolist() == [3]
    # Degrees come in; what has no place there is left out, the others stay.
    degrees = [Point(108.0, 32.0), Point(108.0, 95.0)]
    moved = in_plane(degrees, ["a", "b"], "EPSG:4490", CRS, "层", (POINTS,))
    assert moved.rows.tolist() == [0]
    assert moved.shapes[0].x == pytest.approx(36_500_000.0, abs=1e-3)

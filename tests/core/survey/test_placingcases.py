"""Markers of small lines, one rule after the other, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from support.markers import (
    CRS,
    X,
    Y,
    a_world,
    box,
    checked,
    corners_of,
    line_with,
    placed,
    places_of,
    polygon,
    rows_of,
    rules,
    some_rules,
    things,
    way,
)
from support.rasters import write

from redline_plugin.core.boundary.kinds import NATURAL
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.marker import (
    CORNER,
    COUNTY,
    ELECTRONIC,
    JUNCTION,
    RIVER,
    ROAD,
    SOLID,
    SPACING,
    START,
    WITNESS,
    WITNESSED,
)
from redline_plugin.core.survey.placing.exceptions import exceptions_of
from redline_plugin.core.survey.placing.place import place_markers
from redline_plugin.core.survey.placing.slopes import Slopes

LONG = [(0, 0), (0, 1000), (3000, 1000), (3000, 0)]
FREE = {"angle_deg": 180.0}


def kinds_of(found):
    return sorted(site.kind for site in found.sites)


def test_as_few_as_the_spacing_allows_and_evenly():
    found = placed(line_with(polygon(LONG)), rules(1000.0, **FREE))
    assert len(found.sites) == found.fewest == 8
    lengths = [row.marker.next_m for row in rows_of(found)]
    assert sum(lengths) == pytest.approx(8000.0, abs=0.01)
    assert max(lengths) <= 1000.0 + 1e-3
    # One metre less needs one more.
    assert placed(line_with(polygon(LONG)), rules(999.0, **FREE)).fewest == 9


def test_the_limit_changes_with_the_kind_of_boundary():
    natural = way((0, 1000), (3000, 1000))
    line = line_with(polygon(LONG), kinds=[(natural, NATURAL)])
    given_rules = rules(500.0, spacings=[(NATURAL, "any", 1500.0)], **FREE)
    # 3000 m at 1500 and 5000 m at 500 use up 12 spacings.
    found = placed(line, given_rules)
    assert found.fewest == 12
    rows = rows_of(found)
    assert {row.marker.boundary for row in rows} == {NATURAL, "any"}
    for row in rows:
        assert row.marker.next_m <= row.marker.limit_m + 1e-3
        if row.marker.boundary == NATURAL:
            assert row.marker.limit_m > 500.0


def test_corners_and_only_sharp_ones():
    line = line_with(polygon([(0, 0), (0, 300), (300, 400), (600, 300), (600, 0)]))
    given_rules = rules(2000.0, angle_deg=60.0)
    found = placed(line, given_rules, points=corners_of(line, given_rules))
    assert sorted(map(tuple, np.round(places_of(found), 6))) == [
        (0, 0),
        (0, 300),
        (600, 0),
        (600, 300),
    ]
    row = next(row for row in rows_of(found) if row.place == (X, Y))
    assert (row.marker.reasons, row.marker.why) == (CORNER, "Corner of 90 degrees.")


def test_a_corner_on_a_road_moves_along_the_line():
    line = line_with(polygon(LONG))
    given_rules = rules(5000.0, clearances=[("road", 6.0)], most_moved_m=20.0)
    around = things(road=[way((-100, -100), (100, 100))])
    points = corners_of(line, given_rules)
    found = placed(line, given_rules, around, points=points)
    rows = [row.marker for row in rows_of(found, [("J7", (X, Y))])]
    (moved,) = [marker for marker in rows if marker.moved_m > 0.0]
    assert moved.kind == SOLID
    assert moved.moved_m == pytest.approx(6.0 * np.sqrt(2.0), abs=0.01)
    assert moved.why == (
        "For a corner of 90 degrees, 8.5 m along the line from here, where nothing can stand (road)."
    )
    assert [marker.point for marker in rows if marker.point] == []
    assert checked(found, points) == []


def test_a_corner_in_a_pond_gets_witnesses_and_one_in_a_lake_an_electronic_marker():
    line = line_with(polygon(LONG))
    given_rules = rules(5000.0, clearances=[("water", 2.0)], most_moved_m=20.0)
    points = corners_of(line, given_rules)
    pond = things(water=[shapely.Point(X, Y).buffer(30.0)])
    found = placed(line, given_rules, pond, points=points)
    assert kinds_of(found) == [SOLID] * 3 + [WITNESSED]
    rows = rows_of(found)
    beside = [row for row in rows if row.marker.kind == WITNESS]
    (point,) = [row.marker for row in rows if row.marker.kind == WITNESSED]
    assert [row.marker.marker for row in beside] == [f"{point.marker}(1)", f"{point.marker}(2)"]
    for row in beside:
        assert row.marker.of_marker == point.marker
        turn = np.radians(row.marker.offset_deg)
        there = np.array(row.place) + row.marker.offset_m * np.array([np.sin(turn), np.cos(turn)])
        assert there == pytest.approx((X, Y), abs=0.01)
        assert shapely.distance(pond.kind("water")[0], shapely.Point(*row.place)) >= 2.0
    assert point.why.startswith("Corner of 90 degrees. Nothing can stand here (water): witness")
    assert checked(found, points, rows) == []
    lake = things(water=[shapely.Point(X, Y).buffer(130.0)])
    found = placed(line, given_rules, lake, points=points)
    assert kinds_of(found) == [ELECTRONIC] + [SOLID] * 3
    none = rules(5000.0, clearances=[("water", 2.0)], most_moved_m=20.0, electronic=False)
    found = placed(line, none, lake, points=points)
    assert kinds_of(found) == [SOLID] * 3
    assert [(one.rule, one.place) for one in found.not_kept] == [("corner", (X, Y))]


def test_a_junction_is_never_moved():
    line = line_with(box(0, 0, 500, 500), box(500, 0, 900, 500), counties=["990101", "990102"])
    given_rules = rules(5000.0, clearances=[("road", 6.0)], most_moved_m=50.0, **FREE)
    found = placed(line, given_rules, things(road=[way((400, -50), (600, 50))]))
    rows = {tuple(np.round(np.array(row.place) - (X, Y), 6)): row.marker for row in rows_of(found)}
    assert rows[500.0, 0.0].kind == WITNESSED
    assert rows[500.0, 500.0].kind == SOLID
    shared = rows[500.0, 500.0]
    assert shared.reasons == f"{JUNCTION},{COUNTY}"
    assert shared.blocks == "990101110001,990101110002"
    assert shared.block == "990101110001"
    assert "Counties 990101, 990102 meet here." in shared.why


def test_what_runs_along_a_river_gets_witnesses_where_spacing_asks_for_them():
    line = line_with(polygon(LONG))
    given_rules = rules(400.0, clearances=[("river", 5.0)], **FREE)
    around = things(river=[way((0, 1000), (3000, 1000))])
    found = placed(line, given_rules, around)
    assert ELECTRONIC not in kinds_of(found)
    assert kinds_of(found).count(WITNESSED) >= 6
    assert checked(found) == []
    without = rules(400.0, clearances=[("river", 5.0)], witness=False, **FREE)
    found = placed(line, without, around)
    assert checked(found) == []
    # From bank to bank 3010.001 m: seven markers between the two at its ends.
    assert kinds_of(found).count(ELECTRONIC) == 7
    neither = rules(400.0, clearances=[("river", 5.0)], witness=False, electronic=False, **FREE)
    found = placed(line, neither, around)
    (gap,) = found.not_kept
    assert gap.rule == SPACING
    assert (gap.value, gap.limit) == (pytest.approx(3010.0, abs=0.01), pytest.approx(400.0))
    rows = rows_of(found)
    (listed,) = exceptions_of(found, None, rows, Quiet())
    assert listed.why.text == gap.why.text
    assert listed.marker in {row.marker.marker for row in rows}


def test_a_crossing_has_its_marker_or_two():
    line = line_with(polygon(LONG))
    around = things(road=[way((1500, 900), (1500, 1100))])
    for sides, count in (("one", 1), ("both", 2)):
        given_rules = rules(
            9000.0, clearances=[("road", 5.0)], crossings=[("road", 40.0, sides)], **FREE
        )
        found = placed(line, given_rules, around)
        assert len(found.sites) == count
        away = np.abs(places_of(found)[:, 0] - 1500.0)
        assert ((away >= 5.0) & (away <= 40.0)).all()
        assert all(ROAD in row.marker.reasons for row in rows_of(found))
    assert len(set(np.sign(places_of(found)[:, 0] - 1500.0))) == 2


def test_a_marker_stands_as_near_to_its_crossing_as_may_be():
    line = line_with(polygon(LONG))
    around = things(river=[way((700, 900), (700, 1100))])
    given_rules = rules(9000.0, clearances=[("river", 5.0)], crossings=[("river", 40.0, "one")])
    points = corners_of(line, given_rules)
    found = placed(line, given_rules, around, points=points)
    (place,) = [x for x, y in places_of(found) if 0.0 < x < 3000.0]
    assert abs(place - 700.0) == pytest.approx(5.0, abs=0.01)


def test_a_small_ring_has_one_marker():
    found = placed(line_with(box(0, 0, 20, 20)), rules(500.0, **FREE))
    (row,) = rows_of(found)
    assert (row.marker.reasons, row.marker.next_m) == (START, None)
    assert row.marker.why == "Ring of 80 m without a corner."


def test_why_a_marker_is_there_for_the_spacing():
    line = line_with(polygon([(0, 0), (0, 100), (700, 100), (700, 0)]))
    given_rules = rules(500.0, angle_deg=60.0)
    found = placed(line, given_rules, points=corners_of(line, given_rules))
    between = [row.marker for row in rows_of(found) if row.marker.reasons == SPACING]
    assert len(between) == 2
    for marker in between:
        assert marker.why == (
            "Longest spacing: 350.0 m and 350.0 m to its neighbours, without it 700.0 m from one to "
            "the other, 500.0 m allowed."
        )


def test_numbers_run_clockwise_from_the_north_west():
    line = line_with(polygon(LONG))
    given_rules = rules(5000.0)
    found = placed(line, given_rules, points=corners_of(line, given_rules))
    rows = rows_of(found)
    assert [tuple(np.array(row.place) - (X, Y)) for row in rows] == LONG[1:] + LONG[:1]
    assert [row.marker.marker[-5:] for row in rows] == ["-0001", "-0002", "-0003", "-0004"]
    assert [row.marker.next_m for row in rows] == [3000.0, 1000.0, 3000.0, 1000.0]


class StopsAt(Quiet):
    def __init__(self, asked):
        super().__init__()
        self.left = asked

    def cancelled(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("asked", [0, 2, 5, 8])
def test_it_can_be_cancelled(asked):
    line, around, rng = a_world(3)
    given_rules = some_rules(rng)
    with pytest.raises(CancelledError):
        place_markers(line, given_rules, around, feedback=StopsAt(asked))


def test_witnesses_of_a_river_are_told_in_words():
    line = line_with(polygon(LONG))
    given_rules = rules(400.0, clearances=[("river", 5.0)], **FREE)
    found = placed(line, given_rules, things(river=[way((0, 1000), (3000, 1000))]))
    (one, *_) = [row.marker for row in rows_of(found) if row.marker.kind == WITNESSED]
    assert "Nothing can stand here (river): witness markers" in one.why
    assert RIVER not in one.reasons


def test_of_places_that_serve_the_spacing_turning_points_are_taken():
    # Turning points that are no corners, off the even places.
    line = line_with(polygon([(0, 0), (0, 100), (310, 130), (700, 100), (700, 0)]))
    given_rules = rules(600.0, angle_deg=60.0)
    points = corners_of(line, given_rules)
    found = placed(line, given_rules, points=points)
    assert (310.0, 130.0) in set(map(tuple, np.round(places_of(found), 9)))
    # Without them it stands half way.
    sharp = points.angle > 60.0
    only = replace(
        points,
        arc=points.arc[sharp],
        measure=points.measure[sharp],
        angle=points.angle[sharp],
        number=tuple(number for number, is_sharp in zip(points.number, sharp) if is_sharp),
    )
    found = placed(line, given_rules, points=only)
    assert (310.0, 130.0) not in set(map(tuple, np.round(places_of(found), 9)))


def test_places_by_a_road_on_gentle_ground_are_worth_more(tmp_path):
    line = line_with(polygon([(0, 0), (0, 300), (900, 300), (900, 0)]))
    values = np.zeros((30, 60), dtype=np.float32)
    values[:, 25:30] = 40.0
    path = write(tmp_path / "s.tif", values, transform=(X - 300.0, 30.0, 0.0, Y + 600.0, 0, -30.0))
    slopes = Slopes(RasterSource(path), CRS, elevation=False)
    around = things(road=[way((700, 320), (860, 320))])
    given_rules = rules(600.0, angle_deg=60.0)
    points = corners_of(line, given_rules)
    # Half way along the upper side it is steep, and the road is far.
    (even,) = places_between(placed(line, given_rules, points=points))
    assert even == pytest.approx(450.0)
    (gentle,) = places_between(placed(line, given_rules, None, slopes, points))
    assert not 450.0 <= gentle <= 600.0
    (by_road,) = places_between(placed(line, given_rules, around, points=points))
    assert by_road > even


def places_between(found):
    """How far along the upper side its markers are, corners left out."""
    places = places_of(found)
    return [x for x, y in np.round(places, 6) if y == 300.0 and 0.0 < x < 900.0]

"""The check of markers: it finds each way in which they can break the rules, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from support.markers import (
    CRS,
    X,
    Y,
    at,
    box,
    checked,
    corners_of,
    line_with,
    placed,
    polygon,
    rows_of,
    rules,
    things,
    way,
)
from support.rasters import write

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.linefile import Terrains
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    ELECTRONIC,
    RETIRED,
    SOLID,
    WITNESS,
    WITNESSED,
    Marker,
)
from redline_plugin.core.survey.placing.check import Checked, check
from redline_plugin.core.survey.placing.exceptions import exceptions_of
from redline_plugin.core.survey.placing.slopes import Slopes

LONG = [(0, 0), (0, 1000), (3000, 1000), (3000, 0)]


def marker(number, kind=SOLID, **more) -> Marker:
    return Marker(
        str(number), "", "990101110001", "990101110001", "", kind, "planned", "", "", **more
    )


def found(line, given_rules, *given, points=None, around=None, slopes=None, terrains=None):
    """What is told of markers (place in metres from (X, Y), and the marker): rule and number."""
    about = Checked(line, given_rules, around or things(), slopes, terrains)
    places = at([place for place, _ in given]).reshape(-1, 2) if given else np.empty((0, 2))
    told = check(about, [each for _, each in given], places, points, Quiet())
    return [(one.rule, one.marker) for one in told]


SQUARE = line_with(polygon([(0, 0), (0, 100), (100, 100), (100, 0)]))
TWO = [((0, 0), marker(1)), ((100, 100), marker(2))]


def test_spacings_are_walked_around_the_ring():
    assert found(SQUARE, rules(200.0), *TWO) == []
    assert sorted(found(SQUARE, rules(199.9), *TWO)) == [("spacing", "1"), ("spacing", "2")]
    assert found(SQUARE, rules(300.0), ((0, 50), marker(1)), ((50, 100), marker(2))) == []
    assert found(SQUARE, rules(299.9), ((0, 50), marker(1)), ((50, 100), marker(2))) == [
        ("spacing", "2")
    ]
    assert found(SQUARE, rules(400.0), TWO[0]) == []
    assert found(SQUARE, rules(399.0), TWO[0]) == [("spacing", "1")]
    assert found(SQUARE, rules(400.0)) == [("bare", "")]


def test_a_retired_marker_and_a_witness_are_no_place_on_the_line():
    gone = replace(marker(2), state=RETIRED)
    assert found(SQUARE, rules(200.0), TWO[0], ((100, 100), gone)) == [("spacing", "1")]
    beside = marker(2, WITNESS, of_marker="1")
    assert found(SQUARE, rules(200.0), TWO[0], ((100, 100), beside)) == [("spacing", "1")]


def test_the_limit_is_that_of_kind_and_terrain():
    index = np.array([1, 0, 0, 0, 0])
    terrains = Terrains(index, ("any", "flat"))
    given_rules = rules(200.0, spacings=[("any", "flat", 50.0)])
    # One side of the four, 100 m long, uses up two spacings by itself.
    side = np.flatnonzero((SQUARE.points[:-1] == (X, Y)).all(axis=1))
    assert len(side) == 1
    told = found(SQUARE, given_rules, *TWO, terrains=terrains)
    assert len(told) == 1
    assert told[0][0] == "spacing"


def test_through_a_junction_without_a_marker_the_way_goes_on():
    line = line_with(box(0, 0, 100, 100), box(100, 0, 200, 100))
    here = [((100, 0), marker(1)), ((0, 100), marker(2)), ((200, 100), marker(3))]
    told = found(line, rules(199.0), *here)
    assert ("junction", "") in told
    assert {rule for rule, _ in told} == {"junction", "spacing"}
    assert found(line, rules(300.0), *here) == [("junction", "")]
    assert found(line, rules(300.0), *here, ((100, 100), marker(4))) == []


def test_a_stretch_that_neighbours_share_is_told_once():
    line = line_with(box(0, 0, 100, 100), box(100, 0, 200, 100))
    here = [
        ((100, 0), marker(1)),
        ((100, 100), marker(2)),
        ((0, 50), marker(3)),
        ((200, 50), marker(4)),
    ]
    assert found(line, rules(150.0), *here) == []
    told = found(line, rules(149.0), *here)
    assert [rule for rule, _ in told] == ["spacing"] * 4
    narrow = line_with(box(0, 0, 10, 300), box(10, 0, 20, 300))
    ends = [
        ((10, 0), marker(1)),
        ((10, 300), marker(2)),
        ((0, 150), marker(3)),
        ((20, 150), marker(4)),
    ]
    assert [rule for rule, _ in found(narrow, rules(200.0), *ends)] == ["spacing"]


@pytest.mark.parametrize(
    ("away", "state", "expected"),
    [
        (1e-7, "planned", []),
        (1e-3, "planned", ["off line"]),
        (0.9, ACCEPTED, []),
        (1.1, ACCEPTED, ["off line"]),
    ],
)
def test_off_the_line(away, state, expected):
    here = replace(marker(1), state=state)
    told = found(SQUARE, rules(400.0), ((-away, 50), here), ((100, 50), marker(2)))
    assert [rule for rule, _ in told] == expected


@pytest.mark.parametrize("kind", ["road", "path", "river", "water"])
def test_too_near_to_what_is_kept_off(kind):
    shape = box(-20, 40, -3, 60) if kind == "water" else way((-3, 40), (-3, 60))
    around = things(**{kind: [shape]})
    for metres, expected in ((3.0, []), (3.1, [(kind, "1")])):
        given_rules = rules(400.0, clearances=[(kind, metres)])
        assert found(SQUARE, given_rules, ((0, 50), marker(1)), around=around) == expected
        # What does not stand there, may.
        electronic = marker(1, ELECTRONIC)
        assert found(SQUARE, given_rules, ((0, 50), electronic), around=around) == []
    # In an area, or on a line, even where no distance is asked for.
    given_rules = rules(400.0, clearances=[(kind, 0.0)])
    shape = box(-20, 40, 20, 60) if kind == "water" else way((-20, 50), (20, 50))
    around = things(**{kind: [shape]})
    assert found(SQUARE, given_rules, ((0, 50), marker(1)), around=around) == [(kind, "1")]


def test_too_steep(tmp_path):
    values = np.zeros((10, 10), dtype=np.float32)
    values[:, 5:] = 50.0
    path = write(
        tmp_path / "slope.tif", values, transform=(X - 100.0, 30.0, 0, Y + 200.0, 0, -30.0)
    )
    slopes = Slopes(RasterSource(path), CRS, elevation=False)
    given_rules = rules(400.0, steepest_deg=45.0)
    assert found(SQUARE, given_rules, ((0, 50), marker(1)), slopes=slopes) == []
    assert found(SQUARE, given_rules, ((100, 50), marker(1)), slopes=slopes) == [("steep", "1")]
    assert found(SQUARE, rules(400.0), ((100, 50), marker(1)), slopes=slopes) == []
    # On the edge of cells the gentler one counts.
    assert found(SQUARE, given_rules, ((50, 100), marker(1)), slopes=slopes) == []


def test_witnesses_of_a_point():
    point = ((0, 50), marker(1, WITNESSED))
    one = ((-10, 50), marker("1(1)", WITNESS, of_marker="1"))
    other = ((10, 50), marker("1(2)", WITNESS, of_marker="1"))
    far = ((-70, 50), marker("1(2)", WITNESS, of_marker="1"))
    assert found(SQUARE, rules(400.0), point, one, other) == []
    assert found(SQUARE, rules(400.0), point, one) == [("witness", "1")]
    assert found(SQUARE, rules(400.0), point, one, far) == [("witness", "1")]


def test_electronic_markers_that_are_not_allowed():
    here = ((0, 50), marker(1, ELECTRONIC))
    assert found(SQUARE, rules(400.0), here) == []
    assert found(SQUARE, rules(400.0, electronic=False), here) == [("electronic", "1")]


def test_crossings():
    around = things(road=[way((-20, 50), (20, 50))], river=[box(40, 80, 60, 120)])
    road = rules(400.0, crossings=[("road", 20.0, "one")])
    assert found(SQUARE, road, ((0, 70), marker(1)), around=around) == []
    assert found(SQUARE, road, ((0, 71), marker(1)), around=around) == [("crossing", "")]
    both = rules(400.0, crossings=[("road", 20.0, "both")])
    assert found(SQUARE, both, ((0, 70), marker(1)), around=around) == [("crossing", "")]
    here = [((0, 70), marker(1)), ((0, 30), marker(2))]
    assert found(SQUARE, both, *here, around=around) == []
    river = rules(400.0, crossings=[("river", 20.0, "one")])
    assert found(SQUARE, river, ((80, 100), marker(1)), around=around) == []
    assert found(SQUARE, river, ((82, 100), marker(1)), around=around) == [("crossing", "")]
    # It only comes up to the line.
    ends = things(road=[way((-20, 50), (0, 50))])
    assert found(SQUARE, road, ((100, 0), marker(1)), around=ends) == []


def test_a_crossing_where_the_ring_begins():
    begin = SQUARE.points[0] - (X, Y)
    along = SQUARE.points[1] - SQUARE.points[0]
    place = begin + along * 0.05
    across = np.array([-along[1], along[0]]) * 0.2
    around = things(road=[way(place - across, place + across)])
    both = rules(400.0, crossings=[("road", 20.0, "both")])
    before = SQUARE.points[-2] - SQUARE.points[-1]
    here = [(begin + along * 0.2, marker(1)), (begin + before * 0.1, marker(2))]
    assert found(SQUARE, both, *here, around=around) == []
    assert found(SQUARE, both, here[0], around=around) == [("crossing", "")]


def test_corners_without_a_marker():
    line = line_with(polygon(LONG))
    given_rules = rules(9000.0)
    points = corners_of(line, given_rules)
    here = [(place, marker(number)) for number, place in enumerate(LONG)]
    assert found(line, given_rules, *here, points=points) == []
    assert found(line, given_rules, *here[1:], points=points) == [("corner", "")]
    # Near to one as sharp, none is asked for.
    near = rules(9000.0, least_apart_m=1500.0)
    assert len(found(line, near, *here[:1], points=points)) <= 1
    # It may have moved where nothing can stand.
    around = things(road=[way((-9, 0), (9, 0))])
    road = rules(9000.0, clearances=[("road", 5.0)])
    moved = [((0, 20), marker(0)), *here[1:]]
    assert found(line, road, *moved, points=points, around=around) == []
    assert found(line, road, *moved, points=points) == [("corner", "")]
    too_far = [((0, 31), marker(0)), *here[1:]]
    assert found(line, road, *too_far, points=points, around=around) == [("corner", "")]


@pytest.mark.parametrize("seed", range(12))
def test_a_marker_less_or_moved_is_noticed(seed):
    """Of a placement with the fewest markers none can go, and most cannot move far."""
    rng = np.random.default_rng(seed)
    line = line_with(polygon(LONG))
    around = things(
        road=[way((x, 900), (x + 40, 1100)) for x in rng.uniform(100, 2900, 4)],
        river=[way((x, -100), (x - 30, 100)) for x in rng.uniform(100, 2900, 3)],
    )
    given_rules = rules(
        300.0,
        clearances=[("road", 5.0), ("river", 5.0)],
        crossings=[("road", 40.0, "one"), ("river", 40.0, "one")],
    )
    points = corners_of(line, given_rules)
    placement = placed(line, given_rules, around, points=points)
    rows = rows_of(placement)
    assert checked(placement, points, rows) == []
    for gone in range(len(rows)):
        assert checked(placement, points, rows[:gone] + rows[gone + 1 :])
    on_road = replace(
        rows[0],
        place=tuple(
            shapely.get_coordinates(around.kind("road")[0].intersection(line.lines()[0]))[0]
        ),
    )
    told = checked(placement, points, [on_road, *rows[1:]])
    assert "road" in {one.rule for one in told}


def test_exceptions_name_the_marker_and_the_block():
    line = line_with(polygon(LONG))
    given_rules = rules(
        400.0, clearances=[("river", 5.0)], witness=False, electronic=False, angle_deg=180.0
    )
    placement = placed(line, given_rules, things(river=[way((0, 1000), (3000, 1000))]))
    rows = rows_of(placement)
    (one,) = exceptions_of(placement, None, rows, Quiet())
    (stands,) = [row for row in rows if row.marker.marker == one.marker]
    assert stands.place == pytest.approx(one.place, abs=1e-6)
    assert one.block == "990101110001"
    # What nobody knew of before is told, too.
    elsewhere = [replace(row, place=(row.place[0] + 1.0, row.place[1] + 1.0)) for row in rows[:1]]
    more = exceptions_of(placement, None, [*elsewhere, *rows[1:]], Quiet())
    assert "off line" in {each.rule for each in more}

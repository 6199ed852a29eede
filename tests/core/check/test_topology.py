"""Each rule on shapes with a known count: one that passes, one that fails, one at the tolerance."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.affinity import rotate, translate
from shapely.geometry import MultiPolygon, Polygon, box

from redline_plugin.core.check.engine import run
from redline_plugin.core.check.polygons import Polygons
from redline_plugin.core.check.topology import TOPOLOGY
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet

RULES = {rule.id: rule for rule in TOPOLOGY}
SQUARE = box(0, 0, 1000, 1000)


def check(shapes, ids=tuple(RULES), names=None, **tolerances):
    subject = Polygons(shapes, names or [str(n + 1) for n in range(len(shapes))])
    return run([RULES[one] for one in ids], subject, tolerances, Quiet())


def count(rule, shapes, **tolerances):
    return check(shapes, [rule], **tolerances).counts[rule]


def spiked(length, width):
    """A square with a triangle on its northern edge."""
    half = width / 2.0
    return Polygon(
        [
            (0, 0),
            (1000, 0),
            (1000, 1000),
            (500 + half, 1000),
            (500, 1000 + length),
            (500 - half, 1000),
            (0, 1000),
        ]
    )


def dumbbell(width):
    """Two squares joined by a band 20 m long."""
    low, high = 50 - width / 2, 50 + width / 2
    return shapely.union_all([box(0, 0, 100, 100), box(100, low, 120, high), box(120, 0, 220, 100)])


def staircase(steps, size, angle=0.0):
    points = [(0, 0)]
    for step in range(steps):
        points += [(step * size, (step + 1) * size), ((step + 1) * size, (step + 1) * size)]
    points += [((steps + 3) * 100, steps * size + 7), ((steps + 3) * 100, -90)]
    return rotate(Polygon(points), angle, origin=(0, 0))


WILD = shapely.from_wkt("POLYGON ((0 0, NaN 10, 10 0, 0 0))")
CASES = [
    ("invalid", [SQUARE], 0),
    ("invalid", [Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])], 1),
    ("invalid", [None, Polygon(), shapely.LineString([(0, 0), (1, 1)])], 3),
    ("invalid", [WILD, SQUARE], 1),
    ("duplicatefeature", [SQUARE, translate(SQUARE, 1e-9)], 0),
    ("duplicatefeature", [SQUARE, Polygon(np.roll(SQUARE.exterior.coords[:-1], 1, axis=0))], 1),
    ("duplicatefeature", [SQUARE] * 3, 2),
    ("duplicatering", [Polygon(SQUARE.exterior, [box(1, 1, 2, 2).exterior])], 0),
    ("duplicatering", [Polygon(SQUARE.exterior, [box(1, 1, 2, 2).exterior] * 2)], 1),
    ("duplicatering", [Polygon(SQUARE.exterior, [SQUARE.exterior])], 1),
    ("overlap", [SQUARE, translate(SQUARE, 1000)], 0),
    ("overlap", [SQUARE, translate(SQUARE, 999.5)], 1),
    ("overlap", [SQUARE, SQUARE], 1),
    ("overlap", [SQUARE, box(400, 400, 500, 500)], 1),
    ("overlap", [box(0, 0, 10, 10), MultiPolygon([box(-1, 1, 1, 2), box(9, 1, 11, 2)])], 2),
    ("gap", [SQUARE.difference(box(10, 10, 30, 31))], 0),
    ("gap", [SQUARE.difference(box(10, 10, 30, 29))], 1),
    ("gap", [SQUARE.difference(box(10, 10, 20, 20)), box(10, 10, 20, 20)], 0),
    ("gap", [SQUARE.difference(box(10, 10, 20, 20)), box(10, 10, 20, 19)], 1),
    ("gap", [SQUARE.difference(box(10, 10, 20, 20)), box(12, 12, 18, 18)], 1),
    ("gap", [SQUARE.difference(box(10, 10, 30, 29))] * 2, 1),
    ("opengap", [SQUARE, translate(SQUARE, 1000)], 0),
    (
        "opengap",
        [SQUARE, Polygon([(1000, 0), (2000, 0), (2000, 1000), (1000.3, 999.8), (1000, 999.5)])],
        0,
    ),
    ("opengap", [SQUARE, translate(SQUARE, 1000.4)], 1),
    ("opengap", [SQUARE, translate(SQUARE, 1000.6)], 0),
    ("opengap", [SQUARE, Polygon([(1000, 0), (2000, 0), (2000, 1000), (1000.3, 1000)])], 1),
    ("opengap", [SQUARE, Polygon([(1000, 0), (2000, 0), (2000, 1000), (1400, 1000)])], 0),
    ("opengap", [SQUARE, translate(SQUARE, 999)], 0),
    ("tiny", [box(0, 0, 1, 0.99)], 1),
    ("tiny", [box(0, 0, 2, 2)], 0),
    ("narrow", [rotate(box(0, 0, 500, 0.45), 33)], 1),
    ("narrow", [rotate(box(0, 0, 500, 0.55), 33)], 0),
    ("sliver", [box(0, 0, 100, 3.9)], 1),
    ("sliver", [box(0, 0, 100, 4.1)], 0),
    ("sliver", [box(0, 0, 19, 19)], 0),
    ("spike", [SQUARE], 0),
    ("spike", [spiked(10, 0.4)], 1),
    ("spike", [spiked(10, 0.6)], 0),
    ("spike", [Polygon([(0, 0), (9, 0), (9, 9), (0, 9), (0, 30), (0, 9)])], 1),
    ("sharpangle", [spiked(100, 10)], 1),
    ("sharpangle", [spiked(10, 0.4)], 0),
    ("sharpangle", [Polygon([(0, 0), (100, 0), (100, 100 * np.tan(np.radians(9.9)))])], 1),
    ("sharpangle", [Polygon([(0, 0), (100, 0), (100, 100 * np.tan(np.radians(10.1)))])], 0),
    ("stairs", [SQUARE, box(0, 0, 30, 30)], 0),
    ("stairs", [staircase(5, 30)], 1),
    ("stairs", [staircase(5, 30, 31.0)], 1),
    ("stairs", [staircase(5, 46)], 0),
    ("stairs", [staircase(1, 30)], 0),
    ("selfcontact", [SQUARE, dumbbell(0.4)], 0),
    ("selfcontact", [Polygon([(0, 0), (9, 0), (5, 5), (9, 9), (0, 9), (5, 5)])], 1),
    ("selfcontact", [Polygon([(0, 0), (9, 0), (9, 9), (4, 9), (3, 0), (2, 9), (0, 9)])], 1),
    ("selfcontact", [SQUARE.difference(Polygon([(0.01, 500), (9, 490), (9, 510)]))], 0),
    ("selfcontact", [Polygon(SQUARE.exterior, [[(0, 500), (9, 510), (9, 490)]])], 1),
    ("neck", [dumbbell(0.4)], 2),  # a long one is told where it begins and where it ends
    ("neck", [dumbbell(0.6)], 0),
    ("neck", [spiked(10, 0.4), rotate(box(0, 0, 500, 0.45), 33)], 0),
    ("neck", [Polygon(SQUARE.exterior, [box(0.3, 500, 9, 502).exterior])], 1),
    ("duplicatevertex", [SQUARE], 0),
    ("duplicatevertex", [Polygon([(0, 0), (9, 0), (9, 0), (9, 0), (9, 9), (0, 9)])], 2),
    ("duplicatevertex", [Polygon([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0), (0, 0)])], 1),
    ("nearvertex", [Polygon([(0, 0), (9, 0), (9, 0.0009), (9, 9)])], 1),
    ("nearvertex", [Polygon([(0, 0), (9, 0), (9, 0.0011), (9, 9)])], 0),
    ("nearvertex", [SQUARE, translate(SQUARE, 1000, 0.0005)], 2),
    ("shortline", [Polygon([(0, 0), (9, 0), (9, 0.19), (0, 9)])], 1),
    ("shortline", [Polygon([(0, 0), (9, 0), (9, 0.21), (0, 9)])], 0),
    ("shortline", [Polygon([(0, 0), (9, 0), (9, 0.0005), (0, 9)])], 0),
    ("shortline", [box(0, 0, 9, 0.1), box(9, 0, 18, 0.1)], 3),
]


@pytest.mark.parametrize(("rule", "shapes", "expected"), CASES)
def test_known_counts(rule, shapes, expected):
    report = check(shapes, [rule])
    assert report.counts[rule] == expected
    assert len(report.findings) == expected
    for finding in report.findings:
        assert finding.shape is None or finding.shape.geom_type == RULES[rule].shape
        assert finding.state == "open"


def test_every_rule_has_a_case_that_passes_and_one_that_fails():
    for rule in RULES:
        counts = [expected for one, _, expected in CASES if one == rule]
        assert 0 in counts, rule
        assert max(counts) > 0, rule


AT = [
    # What is exactly at its tolerance is kept: exact numbers in floating point.
    ("overlap", [box(0, 0, 8, 8), box(7, 0, 9, 8)], "OVERLAP_AREA", 8.0, 0, 1),
    ("gap", [box(0, 0, 8, 8).difference(box(2, 2, 4, 6))], "GAP_AREA", 8.0, 0, 0),
    ("opengap", [box(0, 0, 8, 8), box(8.25, 0, 16, 8)], "GAP_WIDTH", 0.25, 0, 0),
    ("tiny", [box(0, 0, 4, 2)], "TINY_AREA", 8.0, 0, 0),
    ("narrow", [box(0, 0, 4, 2)], "NARROW_WIDTH", 2.0, 0, 0),
    ("sliver", [box(0, 0, 64, 1)], "SLIVER_AREA", 64.0, 0, 0),
    ("spike", [spiked(512, 0.5)], "SHARP_ANGLE", 0.0, 0, 0),
    ("sharpangle", [Polygon([(0, 0), (8, 0), (8, 8)])], "SHARP_ANGLE", 45.0, 0, 0),
    ("stairs", [staircase(5, 30)], "STAIR_LENGTH", 30.0, 1, 0),
    ("neck", [dumbbell(0.5)], "NECK_WIDTH", 0.5, 0, 0),
    ("nearvertex", [box(0, 0, 4, 2)], "NEAR_VERTEX", 2.0, 0, 0),
    ("shortline", [box(0, 0, 4, 2)], "SHORT_LINE", 2.0, 0, 0),
]


@pytest.mark.parametrize(("rule", "shapes", "name", "limit", "at", "below"), AT)
def test_at_the_tolerance(rule, shapes, name, limit, at, below):
    more = {"GAP_WIDTH": 0.0} if name == "GAP_AREA" else {}
    assert count(rule, shapes, **{name: limit, **more}) == at
    step = limit * 1e-9
    assert count(rule, shapes, **{name: max(0.0, limit - step), **more}) == below
    if rule not in ("overlap", "spike"):
        assert count(rule, shapes, **{name: limit + max(step, 1e-9), **more}) > 0


def test_turns_of_stairs_are_counted():
    shape = staircase(3, 30)
    turns = check([shape], ["stairs"]).findings[0].value
    assert turns == 5  # three steps out, and back in between: the last one turns to a long edge
    assert count("stairs", [shape], STAIR_TURNS=5) == 1
    assert count("stairs", [shape], STAIR_TURNS=6) == 0


def test_values_and_places():
    found = check([SQUARE, translate(SQUARE, 999.5)], ["overlap"]).findings[0]
    assert found.value == pytest.approx(500.0)
    assert found.shape.equals(box(999.5, 0, 1000, 1000))
    assert (found.first, found.second) == ("1", "2")
    found = check([dumbbell(0.4)], ["neck"]).findings[0]
    assert found.value == pytest.approx(0.4)
    assert found.shape.length == pytest.approx(0.4)
    found = check([SQUARE, translate(SQUARE, 1000.4)], ["opengap"]).findings[0]
    assert found.value == pytest.approx(0.4)
    found = check([spiked(10, 0.4)], ["spike"]).findings[0]
    assert found.shape.equals(shapely.Point(500, 1010))
    assert "500" not in found.message.render()
    assert found.message.render().startswith("The outline of feature 1 has a spike, 0.39")


def test_nothing_depends_on_the_order_of_features():
    random = np.random.default_rng(4)
    shapes = [
        rotate(box(x, y, x + 60, y + 0.4 + y % 3), x) for x, y in random.uniform(0, 200, (40, 2))
    ]
    shapes += [dumbbell(0.3), spiked(9, 0.2), None, SQUARE, SQUARE]
    names = [str(n) for n in range(len(shapes))]
    first = check(shapes, names=names)
    order = random.permutation(len(shapes))
    again = check([shapes[n] for n in order], names=[names[n] for n in order])
    assert len(first.findings) > 50
    assert [one.message.render() for one in first.findings] == [
        one.message.render() for one in again.findings
    ]


def test_wrong_tolerances_are_told_all_at_once():
    with pytest.raises(InputError) as told:
        check([SQUARE], ["tiny", "neck"], TINY_AREA=-1.0, NECK_WIDTH=np.nan)
    assert len(told.value.problems) == 2


def test_rules_whose_needs_are_not_there_are_listed():
    class Empty:
        names = ()
        has = frozenset()

    report = run([RULES["tiny"]], Empty(), {}, Quiet())
    assert report.counts == {}
    assert [rule.id for rule in report.not_run] == ["tiny"]


def test_an_empty_layer_passes():
    assert check([]).findings == ()
    assert set(check([None]).counts) == set(RULES)

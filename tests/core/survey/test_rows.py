"""Rows read back from layers that users edited."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiPoint, Point

from redline_plugin.core.errors import InputError
from redline_plugin.core.survey.marker import PLANNED, Marker, Sign, TurningPoint, columns
from redline_plugin.core.survey.rows import record_of, values
from redline_plugin.core.survey.rowsplaces import places_of

CRS = "EPSG:4524"


def test_a_record_comes_back_as_it_was():
    marker = Marker("12-0001", "", "12", "12", "", "solid", "set", "corner", "corner", next_m=3.5)
    names = [name for name, _ in columns(Marker)]
    assert record_of(Marker, dict(zip(names, values(marker)))) == marker


def test_what_is_missing_or_wrong_is_the_default():
    point = record_of(
        TurningPoint,
        {
            "point": "  7-J0001 ",
            "block": 7.0,
            "ring": "2",
            "serial": "x",
            "angle_deg": "12.5",
            "longitude": None,
            "latitude": "nan",
            "belt": 36.4,
            "state": None,
        },
    )
    assert (point.point, point.block, point.ring, point.serial) == ("7-J0001", "7", 2, 0)
    assert (point.angle_deg, point.belt, point.state, point.why) == (12.5, 0, PLANNED, "")
    assert math.isnan(point.longitude)
    assert math.isnan(point.latitude)
    assert values(point)[columns(TurningPoint).index(("longitude", float))] is None
    sign = record_of(Sign, {"sign": "B1", "weight": True})
    assert math.isnan(sign.weight)
    assert sign.longitude is None


def places(geometries, numbers=None, source=CRS):
    numbers = numbers or [f"n{at}" for at in range(len(geometries))]
    names = [str(at) for at in range(len(geometries))]
    return places_of(geometries, numbers, names, source, CRS, "拐点")


def test_only_points_at_one_place_are_taken():
    found = places(
        [
            Point(36_500_000.25, 3_500_000),
            MultiPoint([(1, 2)]),
            MultiPoint([(1, 2), (3, 4)]),
            None,
            Point(),
            LineString([(0, 0), (1, 1)]),
            shapely.points(math.nan, 1.0),
            Point(5, 6),
        ],
        ["a", "b", "c", "d", "e", "f", "g", ""],
    )
    assert found.rows == (0, 1)
    assert found.places.tolist() == [[36_500_000.25, 3_500_000.0], [1.0, 2.0]]
    told = [warning.render() for warning in found.warnings]
    assert told[:5] == [f"拐点: {n} was left out, it is not at one place." for n in "cdefg"]
    assert told[5] == "拐点: Feature 7 was left out, it has no number."


def test_no_row_at_all():
    assert places([]).places.shape == (0, 2)


def test_places_come_into_the_plane_and_stay_bit_for_bit_when_they_are_in_it():
    (there,) = places([Point(108.0, 32.0)], source="EPSG:4490").places
    assert there == pytest.approx([36_500_000.0, 3_541_884.0], abs=300.0)
    kept = places([Point(36_500_000.1, 3_500_000.3)]).places
    assert np.array_equal(kept, [[36_500_000.1, 3_500_000.3]])
    with pytest.raises(InputError, match="拐点"):
        places([Point(4000.0, 1e9)], source="EPSG:4490")


def test_a_number_twice_is_refused():
    with pytest.raises(InputError, match="拐点: Numbers stand at more than one feature: a, b"):
        places([Point(0, 0)] * 5, ["a", "b", "a", "b", "a"])
    assert len(places([Point(0, 0)] * 2, ["", ""]).warnings) == 2

"""Reference objects: nearest ones, in all directions; against a search without a tree."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.forms.references import LEAST_M, references_of
from redline_plugin.core.survey.forms.things import ROAD, VILLAGE, Things


def things(kind: str, shapes: list, names: list[str] | None = None) -> Things:
    return Things(VILLAGE, kind, as_shapes(shapes), names or [""] * len(shapes))


def found(layers: list[Things], reach: float = 1000.0, place=(0.0, 0.0)):
    return references_of(np.array([place]), layers, reach, Quiet())[0]


def test_distance_and_azimuth_go_to_the_nearest_point() -> None:
    road = shapely.LineString([(30, -500), (30, 500)])
    lake = shapely.box(-200, -140, 100, -100)
    near = found([things("road", [road], ["G1"]), things("lake", [lake], ["L"])])
    assert [(each.kind, each.name) for each in near] == [("road", "G1"), ("lake", "L")]
    assert [each.distance_m for each in near] == [30.0, 100.0]
    assert [each.azimuth_deg for each in near] == [90.0, 180.0]


def test_one_in_each_quarter_comes_before_a_second_in_one() -> None:
    north = [shapely.Point(0, 10 + n) for n in range(4)]
    others = [shapely.Point(300, 0), shapely.Point(0, -400), shapely.Point(-500, 0)]
    near = found([things("x", north + others)])
    assert [round(each.azimuth_deg) for each in near] == [0, 90, 180, 270]
    assert near[0].distance_m == 10.0


def test_the_rest_fills_up_only_in_other_directions() -> None:
    points = [shapely.Point(0, 100), shapely.Point(5, 110), shapely.Point(80, 120)]
    near = found([things("x", points)])
    assert [each.distance_m for each in near] == [100.0, pytest.approx(np.hypot(80, 120))]


def test_a_name_comes_once_unless_a_quarter_has_nothing_else() -> None:
    pieces = [shapely.Point(0, 50), shapely.Point(60, 0), shapely.Point(0, -70)]
    near = found([things("road", pieces, ["G1", "G1", "S2"])])
    assert [(each.name, each.distance_m) for each in near] == [("G1", 50), ("G1", 60), ("S2", 70)]
    more = things("village", [shapely.Point(90, 0)], ["V"])
    near = found([things("road", pieces, ["G1", "G1", "S2"]), more])
    assert [each.name for each in near] == ["G1", "S2", "V"]


def test_what_the_marker_stands_at_is_no_reference() -> None:
    line = shapely.LineString([(-500, 0.5), (500, 0.5)])
    assert found([things("river", [line, shapely.box(-5, -5, 5, 5)])]) == []


def test_nothing_beyond_the_reach() -> None:
    near = [shapely.Point(0, 99), shapely.Point(0, 101)]
    assert [each.distance_m for each in found([things("x", near)], reach=100.0)] == [99.0]
    assert found([], reach=100.0) == []


def brute(place: np.ndarray, layers: list[Things], reach: float) -> set[int]:
    """Return the quarters that have anything, looked for one by one."""
    quarters = set()
    for layer in layers:
        for shape in layer.shapes:
            end = shapely.get_coordinates(shapely.shortest_line(shapely.Point(place), shape))[1]
            way = end - place
            distance = np.hypot(*way)
            if LEAST_M <= distance <= reach:
                azimuth = np.degrees(np.arctan2(*way)) % 360
                quarters.add(int((azimuth + 45) // 90) % 4)
    return quarters


@given(st.integers(0, 10_000))
def test_every_quarter_that_has_something_has_its_nearest(seed: int) -> None:
    rng = np.random.default_rng(seed)
    points = [shapely.Point(at) for at in rng.uniform(-900, 900, (int(rng.integers(0, 12)), 2))]
    lines = [
        shapely.LineString(rng.uniform(-900, 900, (40, 2))) for _ in range(int(rng.integers(0, 3)))
    ]
    layers = [things("p", points), Things(ROAD, "l", as_shapes(lines), [""] * len(lines))]
    places = rng.uniform(-200, 200, (4, 2))
    for place, near in zip(places, references_of(places, layers, 700.0, Quiet())):
        there = brute(place, layers, 700.0)
        quarters = [int((each.azimuth_deg + 45) // 90) % 4 for each in near]
        assert set(quarters) == there
        assert len(near) <= 4
        distances = [each.distance_m for each in near]
        assert distances == sorted(distances)
        every = [
            shapely.distance(shapely.Point(place), shape)
            for layer in layers
            for shape in layer.shapes
        ]
        every = [each for each in every if LEAST_M <= each <= 700.0]
        assert not near or distances[0] == pytest.approx(min(every))


def test_it_stops_when_asked() -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        references_of(np.zeros((3, 2)), [things("x", [shapely.Point(5, 5)])], 50.0, Stop())

"""Set distances from water: how far, on which side, and which water makes the line."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError
from redline_plugin.core.reference.distances import Distances, Range, read_ranges
from redline_plugin.core.reference.setback import LAKE, RIVER, Coast, Setbacks, Water, setbacks

NONE = as_shapes([])


def water(kind: str, shapes: list, distances: list[float], names=None, half=None) -> Water:  # type: ignore[no-untyped-def]
    return Water(
        kind,
        as_shapes(shapes),
        np.array(distances, float),
        names or [""] * len(shapes),
        np.zeros(len(shapes)) if half is None else np.array(half, float),
    )


RIVERS = [
    shapely.LineString([(0, 0), (1000, 0), (1500, 400)]),
    shapely.LineString([(600, -900), (600, 900)]),
]


def test_the_limit_lies_at_the_distance_from_the_nearest_water() -> None:
    found = setbacks([water(RIVER, RIVERS, [50.0, 30.0], ["A", "B"])])
    for limit in found.limits:
        away = shapely.distance(
            shapely.points(shapely.get_coordinates(limit.geometry)), RIVERS["AB".index(limit.name)]
        )
        assert np.allclose(away, limit.distance_m, rtol=0.0013)
    assert {limit.name for limit in found.limits} == {"A", "B"}
    whole = shapely.union_all([zone.geometry for zone in found.zones])
    lines = shapely.union_all([limit.geometry for limit in found.limits])
    assert lines.length == pytest.approx(whole.boundary.length, rel=1e-9)


def test_half_widths_and_polygons_of_water() -> None:
    lake = shapely.Point(0, 0).buffer(200.0, quad_segs=64)
    found = setbacks(
        [water(LAKE, [lake], [100.0]), water(RIVER, RIVERS[:1], [20.0], half=[15.0])],
    )
    by_kind = {zone.kind: zone for zone in found.zones}
    assert by_kind[LAKE].geometry.area == pytest.approx(math.pi * 300.0**2, rel=2e-3)
    assert by_kind[RIVER].geometry.bounds[1] == pytest.approx(-35.0)
    dry = setbacks([water(LAKE, [lake], [100.0])], with_water=False)
    assert dry.zones[0].geometry.area == pytest.approx(math.pi * (300.0**2 - 200.0**2), rel=3e-3)


def test_the_coast_has_two_sides() -> None:
    coast = shapely.LineString([(0, 0), (0, 10000)])
    land = shapely.box(-5000, 0, 0, 10000)
    found = setbacks([], Coast(as_shapes([coast]), as_shapes([land]), 500.0, 200.0))
    by_side = {zone.name: zone.geometry for zone in found.zones}
    assert by_side["landward"].bounds[0] == pytest.approx(-500.0)
    assert by_side["landward"].bounds[2] == 0.0
    assert by_side["seaward"].bounds[2] == pytest.approx(200.0)
    only = setbacks([], Coast(as_shapes([coast]), as_shapes([land]), 500.0, 0.0))
    assert [zone.name for zone in only.zones] == ["landward"]


@given(st.lists(st.tuples(*[st.integers(0, 1000)] * 4), min_size=2, max_size=6), st.integers(5, 80))
@settings(max_examples=30, deadline=None)
def test_order_does_not_matter_and_all_land_within_the_distance_is_in(
    ends: list[tuple[int, int, int, int]], distance: int
) -> None:
    lines = [shapely.LineString([(a, b), (c, d + 0.5)]) for a, b, c, d in ends]
    one = setbacks([water(RIVER, lines, [float(distance)] * len(lines))])
    other = setbacks([water(RIVER, lines[::-1], [float(distance)] * len(lines))])
    assert [z.geometry.wkb for z in one.limits] == [z.geometry.wkb for z in other.limits]
    points = shapely.points(np.random.default_rng(1).uniform(-100, 1100, (200, 2)))
    away = shapely.distance(shapely.union_all(as_shapes(lines)), points)
    inside = shapely.contains(one.zones[0].geometry, points)
    clear = np.abs(away - distance) > 0.002 * distance
    assert (inside == (away < distance))[clear].all()


def test_nothing_to_do_is_said() -> None:
    with pytest.raises(InputError, match="no water"):
        setbacks([])
    assert isinstance(setbacks([water(RIVER, RIVERS, [1.0, 1.0])]), Setbacks)


def test_distances_by_order() -> None:
    distances = Distances((Range(-math.inf, 3, 30.0), Range(3, 5, 50.0)), otherwise=None)
    assert distances.of([1, 2.999, 3, 4, None])[:4].tolist() == [30.0, 30.0, 50.0, 50.0]
    assert np.isnan(distances.of([5, None])).all()
    assert Distances((Range(3, 5, 50.0),), otherwise=10.0).of([5, 3, None]).tolist() == [10, 50, 10]


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "距离.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_table_is_read_in_gbk_and_with_open_ends(tmp_path: Path) -> None:
    path = table(tmp_path, "# 省定\nlow,high,distance_m,note\n3,,50,干流\n,3,30,支流\n", "gbk")
    assert read_ranges(path) == (Range(-math.inf, 3.0, 30.0), Range(3.0, math.inf, 50.0))


def test_all_that_is_wrong_in_a_table_is_told_at_once(tmp_path: Path) -> None:
    path = table(tmp_path, "low,high,distance_m\n1,3,50\n2,4,30\n5,5,10\n6,7,0\nx,8,1\n")
    with pytest.raises(InputError) as error:
        read_ranges(path)
    text = str(error.value)
    assert all(
        part in text for part in ("overlap", "low must be below", "more than 0", "no numbers")
    )
    with pytest.raises(InputError, match="distance_m"):
        read_ranges(table(tmp_path, "low,high\n1,2\n"))
    with pytest.raises(InputError, match="no rows"):
        read_ranges(table(tmp_path, "low,high,distance_m\n"))


def test_problems_name_the_line_of_the_file_and_nan_is_no_limit(tmp_path: Path) -> None:
    path = table(tmp_path, "# 省定\n\nlow,high,distance_m\n# 支流\n1,2,30\nnan,4,50\n5,6\n")
    with pytest.raises(InputError) as error:
        read_ranges(path)
    text = str(error.value)
    assert f"{path}, 6: " in text
    assert f"{path}, 7: " in text
    assert f"{path}, 5" not in text

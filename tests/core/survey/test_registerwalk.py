"""Distances along the line: step by step, all at once, and by brute force on the polygons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry.polygon import orient
from support.register import (
    RULES,
    A,
    B,
    C,
    D,
    X,
    Y,
    kinds,
    made_line,
    made_terrains,
    placed,
    shapes,
)

from redline_plugin.core.survey.register import Register, create
from redline_plugin.core.survey.registerplaces import Place

LINE = made_line()
TERRAINS = made_terrains(LINE)


def brute(register: Register) -> dict[int, tuple[float | None, float | None]]:
    """Return distance and limit to the next marker of each one, from the polygons alone."""
    rows = [
        register.row(key)
        for (key,) in register.store.execute(
            "select id from markers where kind <> 'witness' and state <> 'retired'"
        ).fetchall()
    ]
    points = {row["id"]: shapely.Point(register.position(row["id"])) for row in rows}
    found: dict[int, tuple[float | None, float | None]] = {}
    for code, shape in shapes().items():
        whole = orient(shape, -1.0)
        for ring in (whole.exterior, *(shapely.reverse(hole) for hole in whole.interiors)):
            assert not ring.is_ccw
            there = sorted(
                (shapely.line_locate_point(ring, point) % ring.length, key)
                for key, point in points.items()
                if shapely.distance(ring, point) < 1e-6
            )
            for at, (along, key) in enumerate(there):
                if register.row(key)["block"] != code or key in found:
                    continue
                length = (there[(at + 1) % len(there)][0] - along) % ring.length
                if len(there) == 1:
                    length = ring.length
                limit = length / used(ring, along, length, register)
                found[key] = (None if len(there) == 1 else length, limit)
    return found


def used(ring: shapely.LinearRing, along: float, length: float, register: Register) -> float:
    """Return how many longest spacings a stretch uses up, in steps of its vertices."""
    lines, names = kinds()
    ends = np.cumsum([0.0, *np.hypot(*np.diff(shapely.get_coordinates(ring), axis=0).T)])
    cuts = np.unique(np.concatenate([ends, ends + ring.length, [along, along + length]]))
    cuts = cuts[(cuts >= along) & (cuts <= along + length)]
    total = 0.0
    for low, high in zip(cuts[:-1], cuts[1:]):
        middle = shapely.line_interpolate_point(ring, (low + high) / 2.0 % ring.length)
        kind = next(
            (name for line, name in zip(lines, names) if shapely.distance(line, middle) < 1e-6),
            "any",
        )
        total += (high - low) / register.rules.spacing(kind, "any").most_m.number
    return total


places = st.lists(
    st.tuples(st.integers(0, LINE.count - 1), st.sampled_from([0.0, 0.2, 1 / 3, 0.5, 0.77, 1.0])),
    min_size=1,
    max_size=12,
)


def of_places(chosen: list[tuple[int, float]]) -> list:
    """Return markers at shares of arcs, one at each place."""
    found, there = [], set()
    for arc, share in chosen:
        measure = share * LINE.length(arc)
        point = tuple(np.round(LINE.place(np.array([arc]), np.array([measure]))[0], 3).tolist())
        if point in there:
            continue
        there.add(point)
        sides = [int(side) for side in (LINE.right[arc], LINE.left[arc]) if side >= 0]
        found.append((LINE.blocks[sides[0]].code, arc, measure))
    return placed(LINE, found)


@given(places)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_distances_are_those_of_the_polygons(tmp_path: Path, chosen: list) -> None:
    path = tmp_path / "x.gpkg"
    create(path, LINE, RULES, of_places(chosen))
    register = Register(path)
    for key, (next_m, limit_m) in brute(register).items():
        row = register.row(key)
        assert row["next_m"] == (None if next_m is None else pytest.approx(next_m, abs=2e-4))
        assert row["limit_m"] == pytest.approx(limit_m, rel=1e-6)
    register.close()


@given(places, st.booleans())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_step_by_step_is_as_all_at_once(tmp_path: Path, chosen: list, terrain: bool) -> None:
    path = tmp_path / "x.gpkg"
    create(path, LINE, RULES, of_places(chosen), terrains=TERRAINS if terrain else None)
    register = Register(path)
    for key in register.columns().id:
        row = register.row(key)
        for name, value in register.checks.of(row).items():
            if isinstance(value, float):
                assert row[name] == pytest.approx(value, abs=2e-4), (row["marker"], name)
            else:
                assert row[name] == value, (row["marker"], name)
    register.close()


def test_the_line_comes_back_as_it_was(tmp_path: Path) -> None:
    from redline_plugin.core.survey.linefile import read_line

    path = tmp_path / "线.gpkg"
    create(path, LINE, RULES, [], terrains=TERRAINS)
    register = Register(path)
    line, terrains = read_line(register.store, register.crs)
    for name in ("points", "starts", "closed", "measure", "left", "right"):
        assert np.array_equal(getattr(line, name), getattr(LINE, name)), name
    assert (line.rings, line.outer, line.blocks) == (LINE.rings, LINE.outer, LINE.blocks)
    assert [line.kinds[at] for at in line.kind] == [LINE.kinds[at] for at in LINE.kind]
    assert terrains is not None
    assert [terrains.ids[at] for at in terrains.index] == [
        TERRAINS.ids[at] for at in TERRAINS.index
    ]
    stored = {
        code: shapely.from_wkb(blob[40:])
        for code, blob in register.store.execute("select code, geom from blocks")
    }
    for code, shape in shapes().items():
        assert shapely.equals(stored[code], shape)
    register.close()


def test_a_junction_belongs_to_all_rings_that_meet_there(tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    create(path, LINE, RULES, [])
    register = Register(path)
    place = register.place_near(X + 1000, Y + 1000, 1.0)
    assert place is not None
    assert set(register.walk.blocks(place.arc, place.measure)) == {A, B}
    key = register.add(place, "x")
    assert register.row(key)["blocks"] == f"{A},{B}"
    assert register.row(key)["block"] == A
    other = register.place_near(X + 2000, Y + 1000, 1.0)
    assert other is not None
    beside = register.neighbours(other, B)
    assert (beside.before, beside.before_m) == (key, pytest.approx(1000.0))
    # From there on, the ring of B comes back to the junction.
    assert (beside.after, beside.after_m) == (key, pytest.approx(3000.0))
    register.close()


def test_the_hole_is_walked_clockwise_and_counted_after_the_outer_ring(tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    arc, measure, _ = LINE.nearest(
        np.array([[X + 300, Y + 600], [X + 600, Y + 600], [X, Y + 1000]])
    )
    create(path, LINE, RULES, placed(LINE, [(A, a, m) for a, m in zip(arc.tolist(), measure)]))
    register = Register(path)
    first, second, outer = (register.row(key) for key in (1, 2, 3))
    assert (outer["ring"], first["ring"], second["ring"]) == (1, 2, 2)
    assert (first["along_m"], second["along_m"]) == (0.0, pytest.approx(300.0))
    assert first["next_m"] == pytest.approx(300.0)
    assert second["next_m"] == pytest.approx(900.0)
    register.close()


def test_a_stretch_of_another_block_is_warned_about_once(tmp_path: Path) -> None:
    """A's markers end the common edge with C; the far way round C has none, and is too long by rule."""
    rules = RULES.replace("most_m: {value: 1000,", "most_m: {value: 500,")
    rules = rules.replace("steepest_deg: {value: 45, source: user}", "")
    corners = np.array([[X + 300, Y + 450], [X + 600, Y + 450]])
    arc, measure, _ = LINE.nearest(corners)
    path = tmp_path / "x.gpkg"
    create(path, LINE, rules, placed(LINE, [(A, a, m) for a, m in zip(arc.tolist(), measure)]))
    register = Register(path)
    rows = [register.row(key) for key in (1, 2)]
    # The hole of A is 300, 300 and 600 m: over the north 600, over the south 600. C's own way is 300.
    assert [row["next_m"] for row in rows] == [pytest.approx(600.0), pytest.approx(600.0)]
    assert [row["warnings"] for row in rows] == ["spacing", "spacing"]
    middle = register.place_near(X + 450, Y + 600, 1.0)
    assert middle is not None
    register.add(middle, "x")
    # What is left too long is the south, once, though it is a stretch of A and of C.
    assert [register.row(key)["warnings"] for key in (1, 2, 3)] == ["", "spacing", ""]
    register.close()


def test_a_place_is_found_and_a_turning_point_comes_first(tmp_path: Path) -> None:
    from redline_plugin.core.survey.marker import TurningPoint

    point = TurningPoint(
        "J1", D, D, "990101", 1, 1, "corner", "", "any", 90.0, 105.0, 30.0, "", "", 0.0, 0.0, 35
    )
    path = tmp_path / "x.gpkg"
    create(path, LINE, RULES, [], points=[(point, (X + 3000, Y + 450))])
    register = Register(path)
    near = register.place_near(X + 2990, Y + 444, 20.0)
    assert near is not None
    assert (near.x, near.y, near.away) == (X + 3000, pytest.approx(Y + 444), pytest.approx(10.0))
    snapped = register.place_near(X + 2990, Y + 444, 20.0, snap=15.0)
    assert snapped is not None
    assert (snapped.x, snapped.y) == (X + 3000, pytest.approx(Y + 450))
    key = register.add(snapped, "x")
    assert register.row(key)["point"] == "J1"
    assert register.place_near(X + 2990, Y + 444, 9.0) is None
    assert isinstance(near, Place)
    assert register.row(key)["block"] == D
    assert C not in register.row(key)["blocks"]
    assert B not in register.row(key)["blocks"]
    register.close()

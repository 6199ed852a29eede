"""The fewest vertices: against all that there are, and against Douglas-Peucker."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from support.turning import brute_force, worst

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey import turningfewest
from redline_plugin.core.survey.turningfewest import fewest


def walk(seed: int, count: int, turn: float = 0.8) -> np.ndarray:
    rng = np.random.default_rng(seed)
    heading = np.cumsum(rng.normal(0.0, turn, count))
    steps = rng.uniform(0.3, 3.0, count)[:, None] * np.c_[np.cos(heading), np.sin(heading)]
    return np.cumsum(steps, axis=0)


def choose(points: np.ndarray, tolerance: float, *pieces: tuple[int, int]):
    begin, end = np.array(pieces or [(0, len(points) - 1)]).T
    return fewest(points, begin, end, tolerance, Quiet())


@given(st.integers(0, 10**6), st.integers(2, 9), st.sampled_from([0.2, 0.7, 1.5, 4.0]))
def test_no_path_over_fewer_vertices_is_near_enough(seed, count, tolerance):
    points = walk(seed, count)
    done = choose(points, tolerance)
    chosen = np.flatnonzero(done.kept).tolist()
    assert chosen[0] == 0
    assert chosen[-1] == count - 1
    assert worst(points, chosen) <= tolerance
    assert len(chosen) - 1 == done.sides[0] == brute_force(points, tolerance)


def squared(points: np.ndarray, chosen: list[int]) -> float:
    """Return the squared distance of the line from the straights of its sides, summed along it."""
    total = 0.0
    share = (np.arange(2000) + 0.5) / 2000
    for a, b in zip(chosen, chosen[1:]):
        way = (points[b] - points[a]) / np.hypot(*(points[b] - points[a]))
        for p, q in zip(points[a:b], points[a + 1 : b + 1]):
            offset = p + (q - p) * share[:, None] - points[a]
            across = offset[:, 0] * way[1] - offset[:, 1] * way[0]
            total += np.mean(across**2) * np.hypot(*(q - p))
    return total


@pytest.mark.parametrize("seed", range(12))
def test_of_paths_with_the_fewest_sides_the_nearest_one_is_taken(seed):
    points, tolerance = walk(seed, 9), 0.9
    done = choose(points, tolerance)
    chosen = np.flatnonzero(done.kept).tolist()
    others = [
        squared(points, path)
        for between in itertools.combinations(range(1, 8), len(chosen) - 2)
        if worst(points, path := [0, *between, 8]) <= tolerance
    ]
    assert squared(points, chosen) == pytest.approx(min(others), rel=1e-5, abs=1e-9)
    assert done.squared[0] == pytest.approx(min(others), rel=1e-5, abs=1e-5)


@given(st.integers(0, 10**6))
def test_a_line_is_never_worse_than_douglas_and_peucker_make_it(seed):
    points = walk(seed, 240, 0.25)
    done = choose(points, 1.0)
    simple = shapely.simplify(shapely.LineString(points), 1.0, preserve_topology=False)
    assert done.sides[0] <= len(simple.coords) - 1
    assert worst(points, np.flatnonzero(done.kept).tolist()) <= 1.0


@given(st.integers(0, 10**6), st.integers(1, 28))
def test_pieces_are_independent(seed, cut):
    points = walk(seed, 30)
    together = choose(points, 1.0, (0, cut), (cut, 29))
    one, other = choose(points[: cut + 1], 1.0), choose(points[cut:], 1.0)
    assert together.kept[: cut + 1].tolist() == one.kept.tolist()
    assert together.kept[cut:].tolist() == other.kept.tolist()
    assert together.sides.tolist() == [one.sides[0], other.sides[0]]


def test_a_straight_line_needs_no_vertex_however_many_it_has():
    straight = np.c_[np.arange(5001.0), 0.5 * np.arange(5001.0)] + 3.6e7
    assert choose(straight, 1e-6).sides[0] == 1


@pytest.mark.parametrize("count", [3_000, 60_000])
def test_a_dense_curve_needs_hardly_more_than_its_chords(count):
    radius, tolerance = 3000.0, 2.0
    turn = np.linspace(0.0, np.pi, count)
    points = radius * np.c_[np.cos(turn), np.sin(turn)]
    done = choose(points, tolerance)
    chords = np.pi / (2.0 * np.arccos(1.0 - tolerance / radius))
    assert chords <= done.sides[0] <= 1.02 * chords + 1
    assert done.sides[0] == np.count_nonzero(done.kept) - 1
    through = shapely.LineString(points[done.kept])
    assert shapely.distance(shapely.points(points), through).max() <= tolerance


def test_long_and_short_pieces_together(monkeypatch):
    points = walk(5, 1000, 0.2)
    bounds = [0, 20, 400, 401, 950, 999]
    pieces = list(zip(bounds, bounds[1:]))
    together = choose(points, 1.0, *pieces)
    alone = [choose(points[a : b + 1], 1.0) for a, b in pieces]
    assert together.sides.tolist() == [int(each.sides[0]) for each in alone]
    assert np.flatnonzero(together.kept).tolist() == sorted(
        {a + at for (a, _), each in zip(pieces, alone) for at in np.flatnonzero(each.kept)}
    )
    # Among all of its vertices, a long piece needs as many.
    monkeypatch.setattr(turningfewest, "LONGEST", 10_000)
    assert choose(points, 1.0, *pieces).sides.tolist() == together.sides.tolist()


def test_sides_that_could_pass_more_vertices_than_they_may(monkeypatch):
    points = walk(7, 200, 0.05)
    free = np.flatnonzero(choose(points, 3.0).kept)
    monkeypatch.setattr(turningfewest, "LONGEST", 10)
    chosen = np.flatnonzero(choose(points, 3.0).kept)
    assert len(chosen) > len(free)
    assert worst(points, chosen.tolist()) <= 3.0


def test_a_piece_that_is_too_long_is_cut_and_stays_near_enough(monkeypatch):
    points = walk(5, 1000, 0.2)
    whole = choose(points, 1.0)
    monkeypatch.setattr(turningfewest, "PIECE", 130)
    done = choose(points, 1.0)
    assert whole.sides[0] <= done.sides[0] <= whole.sides[0] + 7
    assert done.sides[0] == np.count_nonzero(done.kept) - 1
    assert worst(points, np.flatnonzero(done.kept).tolist()) <= 1.0


def test_a_loop_is_not_cut_off_at_the_place_that_it_comes_back_to():
    loop = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
    done = choose(loop, 50.0)
    assert done.sides[0] == 2


def test_cancel():
    class Stop(Quiet):
        def cancelled(self):
            return True

    points = walk(1, 50)
    with pytest.raises(CancelledError):
        fewest(points, np.array([0]), np.array([49]), 1.0, Stop())

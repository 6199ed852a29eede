"""Drainage against a priority-flood cell by cell, and what must hold of any basins."""

from __future__ import annotations

import heapq

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.reference.drainage import Drainage, drain


def terrain(seed: int, size: int = 30, whole: bool = False) -> np.ndarray:
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).random((size, size)), 2.0)
    heights = (1000.0 * noise - 300.0).astype(np.float32)
    return np.round(heights / 20.0).astype(np.float32) if whole else heights


def filled(elevation: np.ndarray) -> np.ndarray:
    """Return the level to which each cell fills: the textbook's priority-flood."""
    rows, columns = elevation.shape
    level = np.full(elevation.shape, np.nan)
    queue = []
    near = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b]
    for row in range(rows):
        for column in range(columns):
            if np.isnan(elevation[row, column]):
                continue
            beside = [(row + a, column + b) for a, b in near]
            if any(
                not (0 <= y < rows and 0 <= x < columns) or np.isnan(elevation[y, x])
                for y, x in beside
            ):
                level[row, column] = elevation[row, column]
                heapq.heappush(queue, (level[row, column], row, column))
    while queue:
        height, row, column = heapq.heappop(queue)
        for a, b in near:
            y, x = row + a, column + b
            inside = 0 <= y < rows and 0 <= x < columns
            if inside and np.isnan(level[y, x]) and not np.isnan(elevation[y, x]):
                level[y, x] = max(height, elevation[y, x])
                heapq.heappush(queue, (level[y, x], y, x))
    return level


def highest_on_the_way(drainage: Drainage, elevation: np.ndarray) -> np.ndarray:
    flat = elevation.ravel()
    level = np.full(flat.shape, np.nan)
    for at, cell in enumerate(drainage.order):
        to = drainage.to[at]
        level[cell] = flat[cell] if to < 0 else max(flat[cell], level[drainage.order[to]])
    return level.reshape(elevation.shape)


@given(st.integers(0, 10**6), st.booleans())
@settings(max_examples=25, deadline=None)
def test_water_leaves_over_the_lowest_pass(seed: int, whole: bool) -> None:
    elevation = terrain(seed, whole=whole)
    elevation[10:13, 4:9] = np.nan
    drainage = drain(elevation)
    expected = filled(elevation)
    np.testing.assert_array_equal(highest_on_the_way(drainage, elevation), expected)
    assert sorted(drainage.order) == np.flatnonzero(np.isfinite(elevation)).tolist()


def test_water_goes_to_a_neighbour_and_down_the_steepest_of_equal_ways() -> None:
    elevation = terrain(5)
    drainage = drain(elevation)
    inner = np.flatnonzero(drainage.to >= 0)
    here, there = drainage.order[inner], drainage.order[drainage.to[inner]]
    width = elevation.shape[1]
    assert np.abs(here // width - there // width).max() <= 1
    assert np.abs(here % width - there % width).max() <= 1
    plane = np.add.outer(2.0 * np.arange(9), np.zeros(9)).astype(np.float32)
    down = drain(plane)
    middle = int(np.flatnonzero(down.order == 4 * 9 + 4)[0])
    assert down.order[down.to[middle]] == 3 * 9 + 4


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_what_falls_leaves(seed: int) -> None:
    elevation = terrain(seed)
    drainage = drain(elevation)
    rain = np.random.default_rng(seed).random(elevation.shape)
    total = drainage.accumulated(rain)
    outlets = drainage.order[: drainage.levels[1]]
    assert total.ravel()[outlets].sum() == pytest.approx(rain.sum(), rel=1e-12)
    assert (total >= rain).all()


@given(st.integers(0, 10**6), st.sampled_from([5.0, 20.0, 60.0]))
@settings(max_examples=25, deadline=None)
def test_basins_are_large_enough_connected_and_drain_through_one_cell(
    seed: int, least: float
) -> None:
    elevation = terrain(seed, size=40)
    drainage = drain(elevation)
    basins = drainage.basins(np.ones(elevation.shape), least)
    sizes = np.bincount(basins.ravel())
    assert (sizes[1:] >= least).all()
    flat = basins.ravel()
    inner = drainage.to >= 0
    here = flat[drainage.order]
    there = np.where(inner, flat[drainage.order[np.maximum(drainage.to, 0)]], -1)
    leaving = here[(here != there) & (here > 0)]
    assert (np.bincount(leaving, minlength=basins.max() + 1)[1:] == 1).all()
    for basin in range(1, basins.max() + 1):
        assert ndimage.label(basins == basin, np.ones((3, 3)))[1] == 1


def test_two_valleys_and_their_confluence_make_basins() -> None:
    """A Y: two side valleys meet in the middle and leave at the south."""
    rows, columns = np.mgrid[0:61, 0:61].astype(np.float32)
    arm = np.minimum(np.abs(columns - rows), np.abs((60 - columns) - rows))
    valley = np.where(rows < 30, arm, np.abs(columns - 30))
    elevation = (100.0 + 5.0 * valley - rows).astype(np.float32)
    basins = drain(elevation).basins(np.ones(elevation.shape), 250.0)
    assert basins[10, 10] != basins[10, 50]
    assert 0 not in (basins[10, 10], basins[10, 50])


def test_one_valley_is_one_basin() -> None:
    """Basins end where channels meet, not where one has grown large enough."""
    rows, columns = np.mgrid[0:41, 0:41].astype(np.float32)
    elevation = (100.0 + 5.0 * np.abs(columns - 20) - rows).astype(np.float32)
    basins = drain(elevation).basins(np.ones(elevation.shape), 100.0)
    assert set(np.unique(basins[2:-2, 2:-2])) == {1}


def test_cancel() -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        drain(terrain(1), Stop())

"""Means over coarse pixels, by a second way: pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest

from redline_plugin.core.demo.coarse import coarse_grid, shifted_grid
from redline_plugin.core.demo.terrain import EXTENT
from redline_plugin.core.demo.world import frame_of

SIZE = 141


@pytest.mark.parametrize("make", [coarse_grid, shifted_grid])
def test_mean_is_that_of_the_pixels_whose_centre_is_inside(make) -> None:
    frame = frame_of(SIZE)
    grid = make(SIZE, frame)
    values = np.random.default_rng(1).random((SIZE, SIZE)).astype(np.float32)
    where = np.random.default_rng(2).random((SIZE, SIZE)) < 0.4
    found = grid.mean(values, where)
    held: dict[tuple[int, int], list[float]] = {}
    for row, column in zip(*np.nonzero(where)):
        x = frame.left + (column + 0.5) * frame.cell
        y = frame.top - (row + 0.5) * frame.cell
        key = (
            int((grid.frame.top - y) / grid.frame.cell),
            int((x - grid.frame.left) / grid.frame.cell),
        )
        held.setdefault(key, []).append(float(values[row, column]))
    for key, numbers in held.items():
        assert found[key] == pytest.approx(np.mean(numbers))
    assert np.isfinite(found).sum() == len(held)


@pytest.mark.parametrize("size", [120, 140, 240, 602, 1000, 2000])
def test_grids_cover_the_square(size: int) -> None:
    frame = frame_of(size)
    grid = coarse_grid(size, frame)
    assert grid.count * grid.frame.cell == pytest.approx(EXTENT)
    assert grid.frame.cell >= 250.0
    assert (np.asarray(grid.member.sum(axis=1)) >= 2).all()
    shifted = shifted_grid(size, frame)
    assert (frame.left - shifted.frame.left) / shifted.frame.cell == pytest.approx(0.5)
    assert shifted.count * shifted.frame.cell >= EXTENT + 0.4 * shifted.frame.cell

"""Villages, townships and county towns on good ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.demo.names import COUNTY_NAMES, village_name
from redline_plugin.core.demo.noise import Field, fractal_noise, generator
from redline_plugin.core.demo.terrain import EXTENT

TOWN, TOWNSHIP, VILLAGE = 1, 2, 3
_SPACING = {TOWN: 9000.0, TOWNSHIP: 5200.0, VILLAGE: 1450.0}
_RADIUS = {TOWN: 900.0, TOWNSHIP: 340.0, VILLAGE: 120.0}


@dataclass(frozen=True)
class Village:
    """A settlement: cell of the working grid, rank, county number, name, people."""

    row: int
    column: int
    rank: int
    county: int
    name: str
    people: int


def place_villages(
    seed: int, quality: Field, counties: NDArray[np.int32], hilly: NDArray[np.bool_]
) -> list[Village]:
    """Return the settlements, towns first.

    Args:
        seed: of the county.
        quality: how good a cell is to live at, 0 (never) to 1; working grid.
        counties: county numbers on the working grid.
        hilly: whether names fit for hills are right.
    """
    side = quality.shape[0]
    cell = EXTENT / side
    rng = generator(seed, "villages")
    taken: set[str] = set()
    found: list[Village] = []
    wide = ndimage.gaussian_filter(quality, 1500.0 / cell)
    for county in COUNTY_NAMES:
        good = np.where(counties == county, wide * (quality > 0.3), 0.0)
        good *= ndimage.gaussian_filter((counties == county).astype(np.float32), 3000.0 / cell) ** 2
        row, column = np.unravel_index(int(good.argmax()), good.shape)
        name = COUNTY_NAMES[county][:-1] + "城关镇"
        people = int(rng.integers(38000, 62000))
        found.append(Village(int(row), int(column), TOWN, county, name, people))
    luck = rng.random(quality.shape)
    for rank, field in ((TOWNSHIP, 0.7 * wide + 0.3 * quality), (VILLAGE, quality)):
        able = np.flatnonzero((counties > 0) & (quality > 0.12))
        order = able[np.argsort(-(luck.ravel()[able] ** (1.0 / field.ravel()[able])))]
        gap = _SPACING[rank] / cell
        blocked = np.zeros(quality.shape, bool)
        for village in found:
            reach = gap * (1.3 if village.rank == TOWN else 1.0)
            _block(blocked, village.row, village.column, reach)
        for spot in order[:60000].tolist():
            row, column = divmod(spot, side)
            if blocked[row, column]:
                continue
            _block(blocked, row, column, gap)
            name = village_name(rng, bool(hilly[row, column]), taken)
            if rank == TOWNSHIP:
                name, people = name + "镇", int(rng.integers(4000, 16000))
            else:
                name, people = name + "村", int(rng.integers(180, 1900))
            county = int(counties[row, column])
            found.append(Village(row, column, rank, county, name, people))
    return found


def _block(blocked: NDArray[np.bool_], row: int, column: int, reach: float) -> None:
    """Mark all cells nearer than ``reach`` cells."""
    span = int(reach)
    top, left = max(row - span, 0), max(column - span, 0)
    part = blocked[top : row + span + 1, left : column + span + 1]
    y, x = np.ogrid[: part.shape[0], : part.shape[1]]
    part |= (y + top - row) ** 2 + (x + left - column) ** 2 < reach**2


def built_up(seed: int, villages: list[Village], side: int, size: int) -> tuple[Field, Field]:
    """Return how built-up each pixel is and its distance to the next village in m, full grid."""
    step, cell = size / side, EXTENT / size
    score = np.zeros((size, size), np.float32)
    lone = np.ones((size, size), bool)
    grain = fractal_noise(seed, "houses", size, 120, 0.7)
    for village in villages:
        row, column = (village.row + 0.5) * step, (village.column + 0.5) * step
        lone[int(row), int(column)] = False
        radius = max(_RADIUS[village.rank] * (0.6 + village.people % 97 / 120.0), 0.75 * cell)
        span = int(2.0 * radius / cell) + 1
        top, left = max(int(row) - span, 0), max(int(column) - span, 0)
        part = score[top : int(row) + span + 1, left : int(column) + span + 1]
        y, x = np.ogrid[: part.shape[0], : part.shape[1]]
        far = np.hypot(y + top + 0.5 - row, x + left + 0.5 - column) * cell
        rough = 0.16 * grain[top : top + part.shape[0], left : left + part.shape[1]]
        np.maximum(part, 1.0 - 0.5 * far / radius + rough * np.minimum(far / radius, 1.0), out=part)
    distance = ndimage.distance_transform_edt(lone) * cell
    return score, distance.astype(np.float32)

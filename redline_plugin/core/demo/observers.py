"""Where the weather stations stand: one in each part of the square, in valleys and on tops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.demo.files import Frame, reference
from redline_plugin.core.demo.names import COUNTY_NAMES, village_name
from redline_plugin.core.demo.noise import generator
from redline_plugin.core.gdalsetup import osr

_PARTS = 4
_MARGIN = 1500.0
_FIRST_NUMBER = 99001
_GEOGRAPHIC = 4490


@dataclass(frozen=True)
class Observer:
    """A weather station: id, name, row and column of the coarse grid."""

    id: str
    name: str
    row: int
    column: int


def place_stations(
    seed: int, height: NDArray, towns: Sequence[tuple[int, int, int]], cell: float
) -> list[Observer]:
    """Return sixteen stations: county towns have one, other parts of the square one each.

    Args:
        seed: of the county.
        height: m, coarse grid (count, count).
        towns: county number, row and column of each county town.
        cell: coarse pixel, m.
    """
    rng = generator(seed, "stations")
    count = height.shape[0]
    margin = max(1, round(_MARGIN / cell))
    edges = np.linspace(margin, count - margin, _PARTS + 1).astype(int)
    taken = {name[:-1] for name in COUNTY_NAMES.values()}
    found: list[Observer] = []
    for number in range(_PARTS * _PARTS):
        down, right = divmod(number, _PARTS)
        rows, columns = slice(*edges[down : down + 2]), slice(*edges[right : right + 2])
        here = [
            town
            for town in towns
            if rows.start <= town[1] < rows.stop and columns.start <= town[2] < columns.stop
        ]
        high = (down + right) % 3 == 0
        if here:
            county, row, column = here[0]
            name = COUNTY_NAMES[county][:-1]
        else:
            part = height[rows, columns]
            best = int(part.argmax() if high else part.argmin())
            row, column = (int(n) for n in np.unravel_index(best, part.shape))
            row, column = row + rows.start, column + columns.start
            name = village_name(rng, high, taken)
        found.append(Observer(str(_FIRST_NUMBER + number), name, row, column))
    return found


def geographic(x: NDArray, y: NDArray, frame: Frame) -> tuple[NDArray, NDArray]:
    """Return longitude and latitude in degrees, CGCS2000, of places in map units."""
    change = osr.CoordinateTransformation(frame.system, reference(_GEOGRAPHIC))
    places = np.array(change.TransformPoints(np.column_stack([x, y]).tolist()))
    return places[:, 0], places[:, 1]

"""Where animals were met: points of three species, each in its own habitat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.demo.coverage import Place
from redline_plugin.core.demo.noise import generator


@dataclass(frozen=True)
class Species:
    """A species: name, points, ecosystems it likes, its height in m, whether it needs streams."""

    name: str
    points: int
    ecosystems: tuple[int, ...]
    height: float
    range: float
    streams: bool = False


SPECIES = (
    Species("林麝", 60, (2, 3, 4, 5), 1500.0, 300.0),
    Species("红腹锦鸡", 80, (1, 3, 4, 7, 8), 950.0, 300.0),
    Species("大鲵", 40, tuple(range(1, 16)), 750.0, 250.0, streams=True),
)
"""Forest musk deer of high woods, golden pheasant of lower ones, giant salamander of streams."""

_STREAM_ORDERS = (2, 3)


@dataclass(frozen=True)
class Land:
    """What the species choose by, all on one grid: (side, side).

    ``order`` is the Strahler order of the stream, 0 where there is none; ``height`` is in m.
    """

    inside: NDArray[np.bool_]
    ecosystems: NDArray[np.uint8]
    height: NDArray
    order: NDArray


def species_points(seed: int, land: Land, place: Place) -> tuple[list[shapely.Point], list[str]]:
    """Return points and the name of the species of each."""
    points: list[shapely.Point] = []
    names: list[str] = []
    side = land.height.shape[0]
    for species in SPECIES:
        rng = generator(seed, f"species {species.name}")
        liking = np.exp(-(((land.height - species.height) / species.range) ** 2))
        liking *= np.isin(land.ecosystems, species.ecosystems) & land.inside
        if species.streams:
            liking *= np.isin(land.order, _STREAM_ORDERS)
        weight = liking.ravel().astype(np.float64)
        # Far from all it likes a species is never met, however often one looks.
        weight[weight < 0.02] = 0.0
        count = min(species.points, int(np.count_nonzero(weight)))
        if not count:
            continue
        cells = rng.choice(weight.size, count, replace=False, p=weight / weight.sum())
        row, column = np.divmod(cells, side)
        offset = rng.uniform(0.1, 0.9, (2, count))
        x = place.left + (column + offset[0]) * place.cell
        y = place.top - (row + offset[1]) * place.cell
        points += list(shapely.points(np.round(x, 1), np.round(y, 1)))
        names += [species.name] * count
    return points, names

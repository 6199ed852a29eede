"""A small country with known species."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.species.environment import Layer
from redline_plugin.core.species.presences import Points
from support.rasters import TRANSFORM

SIDE = 150


def field(rng: np.random.Generator, waves: int, side: int = SIDE) -> np.ndarray:
    """A smooth surface with mean 0 and deviation 1."""
    y, x = np.mgrid[0:side, 0:side] / side
    total = np.zeros((side, side))
    for _ in range(12):
        fx, fy = rng.uniform(-waves, waves, 2)
        total += np.cos(2 * np.pi * (fx * x + fy * y + rng.random()))
    return (total - total.mean()) / total.std()


def places(cells: np.ndarray, side: int = SIDE) -> tuple[np.ndarray, np.ndarray]:
    """Middles of pixels."""
    x0, dx, _, y0, _, dy = TRANSFORM
    return x0 + dx * (cells % side + 0.5), y0 + dy * (cells // side + 0.5)


@dataclass
class Country:
    layers: list[Layer]
    values: dict[str, np.ndarray]
    rng: np.random.Generator

    def cells(self, chance: np.ndarray, count: int) -> np.ndarray:
        share = chance.ravel() / chance.sum()
        return self.rng.choice(chance.size, count, replace=False, p=share)

    def points(self, of_species: dict[str, np.ndarray], crs: str = "EPSG:4524") -> Points:
        names: list[str] = []
        cells: list[np.ndarray] = []
        for name, found in of_species.items():
            names += [name] * len(found)
            cells.append(found)
        x, y = places(np.concatenate(cells))
        return Points(names, x, y, crs)

"""Surfaces through stations: what all methods share, and inverse distance weighting.

A surface gives estimates at places, and the weights that each station's estimate from the others
has. Both depend on nothing but the places: not on the order of stations, which are sorted, nor on
which places are asked for together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.stations.variogram import SAME_PLACE_KM2

Floats = NDArray[np.float64]
Stop = Callable[[], None]
"""Called between small pieces of work; raises when the user asked to stop."""

PIECE = 4096
"""Places are worked on so many at a time: their distances stay in the processor's cache."""

_CHUNK_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class LeaveOneOut:
    """Each station estimated from others.

    Attributes:
        neighbours: numbers of the others, shape (n, m).
        weights: of their values, shape (n, m); 0 for fill. They sum to 1. NaN where the station
            cannot be estimated without itself.
    """

    neighbours: NDArray[np.int64]
    weights: Floats

    def estimates(self, values: Floats) -> Floats:
        """Return the estimate at each station from the values of the others, shape (n,)."""
        return (self.weights * values[self.neighbours]).sum(axis=1)


class Surface(Protocol):
    """One method with its stations."""

    def estimate(self, x: Floats, y: Floats, stop: Stop) -> Floats:
        """Return the values at places in km, each of shape (n,)."""

    def leave_one_out(self, stop: Stop) -> LeaveOneOut:
        """Return the weights of the others for each station."""


def squared_distances(x: Floats, y: Floats, points: Floats) -> Floats:
    """Return squared distances in km2 from points to places, shape (points, places)."""
    dx = points[:, 0:1] - x
    dy = points[:, 1:2] - y
    dx *= dx
    dy *= dy
    dx += dy
    return dx


def neighbourhood(
    x: Floats, y: Floats, points: Floats, count: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the stations, in order, that may be among the ``count`` nearest of any of the places.

    The second array tells which of them are so for all places. Let the nearest ``count`` stations
    of a centre lie within d, and all places within h of the centre. Those of a place then lie
    within a distance of d - h to d + h from it, so within d + 2 h of the centre; and a station
    within d - 2 h of the centre is always one of them.
    """
    if count >= len(points):
        return np.arange(len(points)), np.ones(len(points), dtype=bool)
    cx, cy = (float(x.min() + x.max()) / 2, float(y.min() + y.max()) / 2)
    far = 2 * float(np.sqrt(((x - cx) ** 2 + (y - cy) ** 2).max()))
    distance = np.sqrt(((points - (cx, cy)) ** 2).sum(axis=1))
    reach = float(np.partition(distance, count - 1)[count - 1])
    margin = 1e-9 * (reach + far) + 1e-9
    chosen = np.flatnonzero(distance <= reach + far + margin)
    return chosen, distance[chosen] < reach - far - margin


def nearest(
    squared: Floats, count: int, sure: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_]:
    """Return which stations are among the ``count`` nearest of each place, shape (points, places).

    All that are as near as the last of them belong to it, so that the order does not matter.

    Args:
        squared: squared distances, shape (points, places).
        count: how many.
        sure: points that are known to be among them for all places, and not to be the last.
    """
    result = np.ones(squared.shape, dtype=bool)
    if count >= len(squared):
        return result
    open_ = np.ones(len(squared), dtype=bool) if sure is None else ~sure
    rest = squared[open_]
    number = count - (len(squared) - len(rest))
    limit = np.partition(rest, number - 1, axis=0)[number - 1]
    result[open_] = rest <= limit
    return result


def pieces(number: int, size: int = PIECE) -> Iterator[slice]:
    """Cut a range into slices."""
    return (slice(start, min(start + size, number)) for start in range(0, number, size))


def chunk_rows(row_bytes: int) -> int:
    """Return how many rows of so many bytes are worked on at a time."""
    return max(1, _CHUNK_BYTES // max(row_bytes, 1))


class InverseDistance:
    """Inverse distance weighting: weights ``distance ** -power`` of the nearest stations."""

    def __init__(self, points: Floats, values: Floats, power: float, count: int) -> None:
        self._points = points
        self._values = values
        self._power = power
        self._count = min(count, len(points))

    def _weights(self, squared: Floats) -> Floats:
        # Two stations never share a place, so at most one weight is infinite.
        with np.errstate(divide="ignore"):
            if self._power == 2.0:
                return 1.0 / squared
            return squared ** (-0.5 * self._power)

    def estimate(self, x: Floats, y: Floats, stop: Stop) -> Floats:
        """Return the values at places in km, each of shape (n,)."""
        result = np.empty(len(x))
        for part in pieces(len(x)):
            stop()
            result[part] = self._piece(x[part], y[part])
        return result

    def _piece(self, x: Floats, y: Floats) -> Floats:
        chosen, sure = neighbourhood(x, y, self._points, self._count)
        squared = squared_distances(x, y, self._points[chosen])
        near = nearest(squared, self._count, sure)
        weights = self._weights(squared)
        weights[~near] = 0.0
        here = squared <= SAME_PLACE_KM2
        total = np.zeros(len(x))
        summed = np.zeros(len(x))
        with np.errstate(invalid="ignore"):
            # One station after the other, always in their order: sums are then the same everywhere.
            for number, station in enumerate(chosen):
                total += weights[number]
                summed += weights[number] * self._values[station]
            result = summed / total
        for number, place in zip(*np.nonzero(here)):
            result[place] = self._values[chosen[number]]
        return result

    def leave_one_out(self, stop: Stop) -> LeaveOneOut:
        """Return the weights of the others for each station."""
        number = len(self._points)
        count = min(self._count, number - 1)
        neighbours: list[NDArray[np.int64]] = []
        weights: list[Floats] = []
        for part in pieces(number, chunk_rows(8 * 4 * number)):
            stop()
            squared, near = others(self._points, part, count)
            for column in range(squared.shape[1]):
                chosen = np.flatnonzero(near[:, column])
                weight = self._weights(squared[chosen, column])
                neighbours.append(chosen)
                weights.append(weight / weight.sum())
        return filled(neighbours, weights)


def others(points: Floats, part: slice, count: int) -> tuple[Floats, NDArray[np.bool_]]:
    """Return squared distances from all stations to some, and which are their nearest others."""
    squared = squared_distances(points[part, 0], points[part, 1], points)
    itself = np.arange(part.start, part.stop)
    squared[itself, np.arange(len(itself))] = np.inf
    near = nearest(squared, count)
    near[itself, np.arange(len(itself))] = False
    return squared, near


def filled(neighbours: list[NDArray[np.int64]], weights: list[Floats]) -> LeaveOneOut:
    """Put neighbours of different number into one table."""
    width = max((len(chosen) for chosen in neighbours), default=0)
    numbers = np.zeros((len(neighbours), width), dtype=np.int64)
    table = np.zeros((len(neighbours), width))
    for row, (chosen, weight) in enumerate(zip(neighbours, weights)):
        numbers[row, : len(chosen)] = chosen
        table[row, : len(chosen)] = weight
    return LeaveOneOut(numbers, table)

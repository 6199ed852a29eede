"""Ordinary kriging and thin-plate splines: one linear system, with another kernel and drift.

With K the kernel between stations and P the drift (1, or 1, x, y), weights w and drift b solve
``[K P; P' 0] [w; b] = [v; 0]``, and the estimate at a place is ``sum w_j K(d_j) + P b``. For the
variogram as kernel that is ordinary kriging in its dual form (Chiles and Delfiner 2012, 3.4.8); for
``r ** 2 log r`` it is the thin-plate spline (Duchon 1977). Systems are solved once per set of
neighbours, not per pixel.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Union

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.stations.surface import (
    Floats,
    LeaveOneOut,
    Stop,
    chunk_rows,
    filled,
    nearest,
    neighbourhood,
    others,
    pieces,
    squared_distances,
)
from redline_plugin.core.stations.variogram import Variogram
from redline_plugin.core.text import msg

Kernel = Union[Variogram, Callable[[Floats], Floats]]
_KEPT_SYSTEMS = 20_000


class ThinPlate:
    """``r ** 2 log r`` with distances in units of ``scale`` km."""

    def __init__(self, scale: float) -> None:
        self._factor = 1.0 / scale**2

    def __call__(self, squared: Floats) -> Floats:
        share = squared * self._factor
        logs = np.log(np.maximum(share, np.finfo(np.float64).tiny))
        logs *= share
        logs *= 0.5
        return logs


def spread(points: Floats) -> float:
    """Return the root mean square distance of points from their middle, in km; 1 for one place."""
    return float(np.sqrt(((points - points.mean(axis=0)) ** 2).sum(axis=1).mean())) or 1.0


class KernelSurface:
    """A surface by kernel and drift, from all stations or from those near each place."""

    def __init__(
        self,
        points: Floats,
        values: Floats,
        kernel: Kernel,
        count: int,
        linear: bool = False,
        smoothing: float = 0.0,
    ) -> None:
        """Prepare a surface.

        Args:
            points: in km, shape (n, 2), no two in one place.
            values: shape (n,).
            kernel: of squared distances in km2.
            count: how many neighbours.
            linear: whether the drift is linear in x and y rather than constant.
            smoothing: added to the kernel of a station with itself.
        """
        self._points = points
        # About their mean, so that a constant field comes back as it is.
        self._mean = float(values.mean())
        self._values = values - self._mean
        self._kernel = kernel
        self._count = min(count, len(points))
        self._linear = linear
        self._smoothing = smoothing
        self._scale = spread(points)
        self._known: dict[bytes, tuple[Floats, Floats]] = {}
        self._lock = threading.Lock()

    def _drift(self, points: Floats) -> Floats:
        """Return the drift's terms at points of shape (..., 2)."""
        ones = np.ones((*points.shape[:-1], 1))
        return np.concatenate((ones, points / self._scale), axis=-1) if self._linear else ones

    def _systems(self, groups: NDArray[np.int64]) -> Floats:
        """Return the matrices of sets of stations, shape (sets, k + terms, k + terms)."""
        points = self._points[groups]
        dx: Floats = points[:, :, None, 0] - points[:, None, :, 0]
        dy: Floats = points[:, :, None, 1] - points[:, None, :, 1]
        count, size = groups.shape
        drift = self._drift(points)
        full = size + drift.shape[-1]
        matrix = np.zeros((count, full, full))
        matrix[:, :size, :size] = self._kernel(dx * dx + dy * dy)
        matrix[:, np.arange(size), np.arange(size)] += self._smoothing
        matrix[:, :size, size:] = drift
        matrix[:, size:, :size] = drift.transpose(0, 2, 1)
        return matrix

    def _dual(self, sets: Sequence[NDArray[np.int64]]) -> list[tuple[Floats, Floats]]:
        """Return weights and drift of sets of stations; each set is solved once."""
        keys = [members.tobytes() for members in sets]
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
        fresh = [number for number, key in enumerate(keys) if key not in found]
        for size in {len(sets[number]) for number in fresh}:
            same = [number for number in fresh if len(sets[number]) == size]
            for part in pieces(len(same), chunk_rows(8 * 6 * size**2)):
                chosen = same[part]
                solved = self._solve(np.stack([sets[number] for number in chosen]))
                found.update(zip((keys[number] for number in chosen), solved))
        if fresh:
            with self._lock:
                if len(self._known) >= _KEPT_SYSTEMS:
                    self._known.clear()
                self._known.update((keys[number], found[keys[number]]) for number in fresh)
        return [found[key] for key in keys]

    def _solve(self, sets: NDArray[np.int64]) -> list[tuple[Floats, Floats]]:
        """Return weights and drift of sets of one size, shape (sets, k)."""
        size = sets.shape[1]
        matrix = self._systems(sets)
        right = np.zeros(matrix.shape[:2])
        right[:, :size] = self._values[sets]
        try:
            solution = np.linalg.solve(matrix, right[:, :, None])[:, :, 0]
        except np.linalg.LinAlgError as error:
            raise InputError(_on_a_line()) from error
        return [(row[:size].copy(), row[size:].copy()) for row in solution]

    def estimate(self, x: Floats, y: Floats, stop: Stop) -> Floats:
        """Return the values at places in km, each of shape (n,).

        Raises:
            InputError: the neighbours of a place lie on a line, which the spline cannot use.
        """
        result = np.empty(len(x))
        for part in pieces(len(x)):
            stop()
            result[part] = self._piece(x[part], y[part])
        return result

    def _piece(self, x: Floats, y: Floats) -> Floats:
        chosen, sure = neighbourhood(x, y, self._points, self._count)
        if len(chosen) <= self._count:
            weights, drift = self._dual([chosen])[0]
            result = self._trend(x, y, drift)
            for number, station in enumerate(chosen):
                squared = squared_distances(x, y, self._points[station : station + 1])[0]
                result += weights[number] * self._kernel(squared)
            return result
        squared = squared_distances(x, y, self._points[chosen])
        near = nearest(squared, self._count, sure)
        _, first, group = np.unique(_signs(near), return_index=True, return_inverse=True)
        group = group.ravel()
        weights = np.zeros((len(chosen), len(first)))
        drifts = np.empty((3 if self._linear else 1, len(first)))
        inside = [near[:, place] for place in first]
        for number, solved in enumerate(self._dual([chosen[members] for members in inside])):
            weights[inside[number], number], drifts[:, number] = solved
        result = self._trend(x, y, drifts[:, group])
        for number in range(len(chosen)):
            # Adding nothing where the station is none of the neighbours changes no bit.
            result += weights[number, group] * self._kernel(squared[number])
        return result

    def _trend(self, x: Floats, y: Floats, drift: Floats) -> Floats:
        result = np.zeros(len(x)) + drift[0]
        if self._linear:
            result += drift[1] * (x / self._scale)
            result += drift[2] * (y / self._scale)
        result += self._mean
        return result

    def leave_one_out(self, stop: Stop) -> LeaveOneOut:
        """Return the weights of the others for each station."""
        number = len(self._points)
        if self._count >= number - 1:
            return self._all_but_one()
        neighbours: list[NDArray[np.int64]] = []
        weights: list[Floats] = []
        rows = min(chunk_rows(8 * 6 * number), chunk_rows(8 * 6 * self._count**2))
        for part in pieces(number, rows):
            stop()
            _, near = others(self._points, part, self._count)
            sizes = near.sum(axis=0)
            found: dict[int, tuple[NDArray[np.int64], Floats]] = {}
            for size in np.unique(sizes):
                columns = np.flatnonzero(sizes == size)
                sets = np.stack([np.flatnonzero(near[:, column]) for column in columns])
                solved = self._primal(sets, part.start + columns)
                found.update(zip(columns.tolist(), zip(sets, solved)))
            for column in range(len(sizes)):
                neighbours.append(found[column][0])
                weights.append(found[column][1])
        return filled(neighbours, weights)

    def _primal(self, sets: NDArray[np.int64], targets: NDArray[np.int64]) -> Floats:
        """Return the weights of sets of stations for estimates at other stations."""
        size = sets.shape[1]
        points = self._points[targets]
        delta = self._points[sets] - points[:, None, :]
        right = np.concatenate(
            (self._kernel((delta * delta).sum(axis=-1)), self._drift(points)), axis=1
        )
        try:
            solution = np.linalg.solve(self._systems(sets), right[:, :, None])
        except np.linalg.LinAlgError as error:
            raise InputError(_on_a_line()) from error
        return np.asarray(solution[:, :size, 0])

    def _all_but_one(self) -> LeaveOneOut:
        """Return the weights when all others are used, from one inverse (Rippa 1999)."""
        number = len(self._points)
        everything = np.arange(number)
        try:
            inverse = np.linalg.inv(self._systems(everything[None, :])[0])[:number, :number]
        except np.linalg.LinAlgError as error:
            raise InputError(_on_a_line()) from error
        own = np.diagonal(inverse).copy()
        # A station without which the rest lies on a line has none of this: it cannot be estimated.
        own[np.abs(own) < 1e-12 * np.abs(inverse).max()] = np.nan
        weights = -inverse / own[:, None]
        weights[everything, everything] = 0.0
        return LeaveOneOut(np.tile(everything, (number, 1)), weights)


def _signs(near: NDArray[np.bool_]) -> NDArray:
    """Return one value per column that tells its set of stations, shape (places,)."""
    packed = np.packbits(near, axis=0)
    words = -(-len(packed) // 8)
    bits = np.zeros((near.shape[1], 8 * words), dtype=np.uint8)
    bits[:, : len(packed)] = packed.T
    return bits.view(np.uint64 if words == 1 else np.dtype((np.void, 8 * words))).ravel()


def _on_a_line() -> Problem:
    return Problem(
        msg("Stations that are used together lie on one line, or are too few."),
        remedy=msg("Use more neighbours, or another method."),
    )

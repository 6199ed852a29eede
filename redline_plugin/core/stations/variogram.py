"""Variograms: spherical, exponential, gaussian, fitted to stations by weighted least squares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.feedback import Feedback, stop_if_cancelled

SPHERICAL = "spherical"
EXPONENTIAL = "exponential"
GAUSSIAN = "gaussian"
SHAPES = (SPHERICAL, EXPONENTIAL, GAUSSIAN)
AUTOMATIC = (SPHERICAL, EXPONENTIAL)
"""Shapes tried when none is chosen. A gaussian one without a nugget may fit best and still
interpolate a few stations wildly (general knowledge, sure), so it must be asked for."""


SAME_PLACE_KM2 = 1e-12
"""Squared distance under which two places are one: a millimetre."""

LAGS = 15
_TRIED = 60
_CHUNK_PAIRS = 1_000_000
_WIDEST = 3.0


@dataclass(frozen=True)
class Variogram:
    """Semivariance by distance; 0 at distance 0, ``nugget`` just beside it.

    Attributes:
        shape: one of :data:`SHAPES`.
        nugget: semivariance of neighbours infinitely near, in the value's unit squared.
        sill: what is added to it at great distance, same unit.
        range_km: where the sill is reached; exponential and gaussian have reached 95 % of it.
    """

    shape: str
    nugget: float
    sill: float
    range_km: float

    def __call__(self, squared: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the semivariance at squared distances in km2, any shape."""
        result = growth(self.shape, squared, self.range_km)
        result *= self.sill
        if self.nugget:
            result += self.nugget
            result[squared <= SAME_PLACE_KM2] = 0.0
        return result


def growth(shape: str, squared: NDArray[np.float64], range_km: float) -> NDArray[np.float64]:
    """Return the share of the sill that is reached, 0 to 1, at squared distances in km2."""
    share = squared * (1.0 / range_km**2)
    if shape == GAUSSIAN:
        return -np.expm1(-3.0 * share)
    share = np.sqrt(share)
    if shape == EXPONENTIAL:
        return -np.expm1(-3.0 * share)
    np.minimum(share, 1.0, out=share)
    return share * (1.5 - 0.5 * share * share)


@dataclass(frozen=True)
class Empirical:
    """Semivariance of pairs of stations by lag: mean distance in km, semivariance, pairs."""

    distance: NDArray[np.float64]
    semivariance: NDArray[np.float64]
    pairs: NDArray[np.int64]


def empirical(
    points: NDArray[np.float64], values: NDArray[np.float64], feedback: Feedback
) -> Empirical:
    """Sort pairs into lags of equal width, up to half of the greatest distance.

    Args:
        points: in km, shape (n, 2), at least two places.
        values: shape (n,).
        feedback: asked for cancel.
    """
    rows = max(1, _CHUNK_PAIRS // len(points))
    starts = range(0, len(points) - 1, rows)

    def pairs(start: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        stop_if_cancelled(feedback)
        stop = min(start + rows, len(points) - 1)
        first, second = np.triu_indices(stop - start, 1, len(points) - start)
        delta = points[start + first] - points[start + second]
        difference = values[start + first] - values[start + second]
        return np.sqrt((delta * delta).sum(axis=1)), 0.5 * difference * difference

    greatest = max(float(pairs(start)[0].max()) for start in starts)
    edges = np.linspace(0.0, greatest / 2, LAGS + 1)
    sums = np.zeros((3, LAGS))
    for start in starts:
        distance, half_square = pairs(start)
        lag = np.searchsorted(edges, distance, side="left") - 1
        for number, weights in enumerate((None, distance, half_square)):
            inside = lag < LAGS
            chosen = None if weights is None else weights[inside]
            sums[number] += np.bincount(lag[inside], chosen, LAGS)
    used = sums[0] > 0
    if not used.any():
        # Few stations, all of them far apart: one lag of all pairs.
        distance, half_square = (np.concatenate(part) for part in zip(*map(pairs, starts)))
        return Empirical(
            np.array([distance.mean()]), np.array([half_square.mean()]), np.array([len(distance)])
        )
    number = sums[0][used]
    return Empirical(sums[1][used] / number, sums[2][used] / number, number.astype(np.int64))


def fit(found: Empirical, shapes: Sequence[str], with_nugget: bool) -> tuple[Variogram, float]:
    """Return the variogram nearest to the empirical one, and its weighted sum of squares.

    A lag weighs by its pairs over its distance squared. For each range, nugget and sill follow by
    non-negative least squares; the range is searched from the nearest lag to three times the last.

    Args:
        found: the empirical variogram.
        shapes: the shapes to try.
        with_nugget: whether a nugget may be there.
    """
    from scipy.optimize import minimize_scalar, nnls

    root = np.sqrt(found.pairs) / found.distance
    scale = float(found.semivariance.max()) or 1.0
    target = found.semivariance / scale * root
    squared = found.distance**2

    def solve(shape: str, range_km: float) -> tuple[float, NDArray[np.float64]]:
        columns = [growth(shape, squared, range_km) * root]
        if with_nugget:
            columns.append(root)
        solution, misfit = nnls(np.stack(columns, axis=1), target)
        return float(misfit), solution

    def misfit(log_range: float, shape: str) -> float:
        return solve(shape, float(np.exp(log_range)))[0]

    fits: list[tuple[float, Variogram]] = []
    tried = np.log(np.geomspace(found.distance[0], _WIDEST * found.distance[-1], _TRIED))
    for shape in shapes:
        misfits = [misfit(float(log_range), shape) for log_range in tried]
        place = int(np.argmin(misfits))
        low, high = tried[max(place - 1, 0)], tried[min(place + 1, _TRIED - 1)]
        finer = minimize_scalar(misfit, bounds=(low, high), args=(shape,), method="bounded")
        log_range = finer.x if finer.fun < misfits[place] else tried[place]
        error, solution = solve(shape, float(np.exp(log_range)))
        nugget = float(solution[1]) * scale if with_nugget else 0.0
        sill = float(solution[0]) * scale
        if nugget + sill <= 0:
            # A constant field: any variogram gives the constant.
            sill = 1.0
        fits.append((error, Variogram(shape, nugget, sill, float(np.exp(log_range)))))
    error, best = min(fits, key=lambda fit: fit[0])
    return best, error

"""Values unlike those of the stations around.

An error at a station left out may be large only because the station lies at the edge, where every
method has to guess. So a value is suspected where two estimates fail alike: that of the surface, and
a plane through the nearest other stations, which follows a trend to the edge.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.stations.surface import Floats

SIGMAS = 5.0
"""So many robust standard deviations from the median make an outlier. Redline's own limit."""

LEAST_STATIONS = 20
"""With fewer stations nothing is said: one on a mountain looks like an error. Redline's own limit."""

BEYOND_MIDDLE = 1.0
"""A value must lie farther from the middle four fifths of all than these are wide, for ridges and coasts
differ, too. Redline's own limit."""

_NEIGHBOURS = 10
_MOST_SHARE = 0.2
_MAD_TO_SIGMA = 1.4826


def outliers(
    points: Floats, values: Floats, estimated: Floats, base: Floats | None = None
) -> NDArray[np.int64]:
    """Return the places of outliers, the worst first.

    Args:
        points: in km, shape (n, 2), no two alike.
        values: shape (n,).
        estimated: by the surface without the station, shape (n,), NaN where there is none.
        base: what values follow beside their place, such as a line on elevation, shape (n,).
    """
    candidates = np.isfinite(estimated)
    if np.count_nonzero(candidates) < LEAST_STATIONS:
        return np.empty(0, dtype=np.int64)
    # Of a constant field only rounding is left, which has no outliers.
    least = 1e-6 * max(float(np.abs(values).max()), 1e-12)
    suspects = np.zeros(len(values), dtype=bool)
    errors = (values - estimated)[candidates]
    suspects[candidates] = _away(errors, least) > SIGMAS
    suspects &= _beyond_others(values)
    rest = values if base is None else values - base
    kept = np.arange(len(values))
    found: list[int] = []
    # One at a time, for an outlier spoils the planes of its neighbours.
    while suspects[kept].any() and len(found) < _MOST_SHARE * len(values):
        away = _away(_from_planes(points[kept], rest[kept]), least)
        away[~suspects[kept]] = 0.0
        worst = int(np.argmax(away))
        if away[worst] <= SIGMAS:
            break
        found.append(int(kept[worst]))
        kept = np.delete(kept, worst)
        if len(kept) < LEAST_STATIONS - 1:
            break
    return np.array(found, dtype=np.int64)


def _beyond_others(values: Floats) -> NDArray[np.bool_]:
    """Return which values lie far beyond the middle four fifths, shape (n,)."""
    low, high = np.quantile(values, (0.1, 0.9))
    room = BEYOND_MIDDLE * (high - low)
    return np.asarray((values < low - room) | (values > high + room))


def _away(errors: Floats, least: float) -> Floats:
    """Return how many robust standard deviations errors lie from their median."""
    distance = np.abs(errors - np.median(errors))
    return distance / max(_MAD_TO_SIGMA * float(np.median(distance)), least)


def _from_planes(points: Floats, values: Floats) -> Floats:
    """Return values less those of planes through the nearest others, by how sure the plane is there."""
    from scipy.spatial import cKDTree

    count = min(_NEIGHBOURS, len(points) - 1)
    _, nearest = cKDTree(points).query(points, count + 1)
    others = nearest[:, 1:]
    offsets = points[others] - points[:, None, :]
    scale = np.sqrt((offsets * offsets).sum(axis=2).max(axis=1))[:, None, None]
    design = np.concatenate((np.ones((*others.shape, 1)), offsets / scale), axis=2)
    # Stations on a line give no plane, and the pseudoinverse the flattest one.
    weights = np.linalg.pinv(design)[:, 0, :]
    estimated = (weights * values[others]).sum(axis=1)
    return (values - estimated) / np.sqrt(1.0 + (weights * weights).sum(axis=1))

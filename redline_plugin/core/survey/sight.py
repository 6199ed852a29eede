"""Lines of sight over an elevation model, the earth's curvature and refraction included.

Seen from an eye, the ground at a distance d lies lower by (1 - k) d^2 / 2R than on a plane: d^2 / 2R
by the earth's curvature, of which the bending of light in air gives back the share k (W. Torge and
J. Müller, Geodesy, 4th edition, 2012; k = 0.13 is Gauss's value from the Hanover survey).
GDAL's and GRASS's viewsheds use the same formula with k = 1/7.

The ground between is asked at steps of half a cell of the model, bilinearly between the centres of
its cells. Where the model has no data nothing stands in the way, and what has no ground under one of
its two ends is not known. Trees and houses are in the way only if the model is one of surfaces.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.accessraster import PointRaster

EARTH_RADIUS_M = 6_371_000.0
REFRACTION = 0.13
_STEPS_A_CELL = 2.0
_SAMPLES = 400_000
_GRAZING_M = 1e-6


@dataclass(frozen=True)
class Sights:
    """Lines of sight.

    Attributes:
        known: (n,) where both ends have an elevation.
        seen: (n,) where nothing is in the way; True where it is not known.
        above_m: (n,) how far the ground rises above the line where it does so most; below 0, how much
            room is left. NaN where it is not known, minus infinity where nothing is between.
        at_m: (n,) distance of that place from the eye.
    """

    known: Bools
    seen: Bools
    above_m: Floats
    at_m: Floats


def drop_m(distance_m: Floats, refraction: float = REFRACTION) -> Floats:
    """Return how much lower the ground looks at a distance than on a plane, m."""
    return np.asarray((1.0 - refraction) * distance_m**2 / (2.0 * EARTH_RADIUS_M))


def sights(
    ground: PointRaster,
    eyes: Floats,
    targets: Floats,
    eye_height_m: float,
    target_height_m: float,
    feedback: Feedback,
    refraction: float = REFRACTION,
) -> Sights:
    """Return whether targets are seen from eyes, pair by pair.

    Args:
        ground: elevation, m.
        eyes, targets: (n, 2) in the plane, m.
        eye_height_m, target_height_m: above the ground.
        feedback: cancel, progress.
        refraction: k.
    """
    count = len(eyes)
    distance = np.hypot(*(targets - eyes).T)
    low = ground.bilinear(eyes) + eye_height_m
    high = ground.bilinear(targets) + target_height_m - drop_m(distance, refraction)
    known = ~np.isnan(low + high)
    above = np.where(known, -np.inf, np.nan)
    at = np.zeros(count)
    steps = np.maximum(np.ceil(distance * (_STEPS_A_CELL / ground.cell_m)), 1.0).astype(np.int64)
    asked = np.flatnonzero(known & (steps > 1))
    # Neighbours together: they need the same tiles.
    asked = asked[np.lexsort((eyes[asked, 0], eyes[asked, 1] // (256.0 * ground.cell_m)))]
    ends = np.cumsum(steps[asked] - 1)
    for part in np.split(np.arange(len(asked)), _cuts(ends)):
        stop_if_cancelled(feedback)
        if len(part) == 0:
            continue
        here = asked[part]
        inner = steps[here] - 1
        first = np.cumsum(inner) - inner
        owner = np.repeat(np.arange(len(here)), inner)
        share = (np.arange(len(owner)) - first[owner] + 1) / steps[here][owner]
        start, end = eyes[here][owner], targets[here][owner]
        height = ground.bilinear(start + (end - start) * share[:, None])
        away = share * distance[here][owner]
        line = low[here][owner] * (1.0 - share) + high[here][owner] * share
        over = np.where(np.isnan(height), -np.inf, height - drop_m(away, refraction) - line)
        worst = np.maximum.reduceat(over, first)
        # Of places that are equally high the one nearest to the eye.
        is_worst = np.flatnonzero(over == worst[owner])
        place = is_worst[np.searchsorted(owner[is_worst], np.arange(len(here)))]
        above[here], at[here] = worst, away[place]
        feedback.progress(min(1.0, (part[-1] + 1) / len(asked)))
    return Sights(known, ~known | (np.nan_to_num(above) <= _GRAZING_M), above, at)


def _cuts(ends: np.ndarray) -> np.ndarray:
    """Return where to cut so that the pieces between have about as many samples as are held at once."""
    return np.flatnonzero(np.diff(ends // _SAMPLES)) + 1

"""Differences that all point one way: a wrong datum, belt, base station or antenna, not the markers.

The mean of differences is held against their spread by Hotelling's T2 (Anderson, An Introduction to
Multivariate Statistical Analysis, 5.2). That a shift is real is not enough to tell it: of thousands
of markers a millimetre is. It is told when it also makes up more than half of the mean square
difference, and a tenth of the smallest limit (Redline's own; no public text gives a rule).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats
from redline_plugin.core.text import N_, Message, msg, title

CHANCE = 0.001
"""A shift is real when chance alone makes one like it this seldom."""
_SHARE = 0.5
_OF_LIMIT = 0.1
_FEWEST = 4
_RESOLUTION = 1e-4
"""m. Differences are not taken to be more alike than coordinates are written."""
_ROBUST = 5.0 * 1.4826
_LIMITS = 3.0
_WAYS = (
    N_("north"),
    N_("north-east"),
    N_("east"),
    N_("south-east"),
    N_("south"),
    N_("south-west"),
    N_("west"),
    N_("north-west"),
)


@dataclass(frozen=True)
class Shift:
    """The mean of differences.

    Attributes:
        count: of differences.
        mean: (2,) east and north, m.
        scatter_m: root mean square distance from the mean, m.
        size_m, azimuth_deg: of the mean; from grid north, clockwise.
        chance: how likely chance alone makes a mean like this; 1 of fewer than four differences.
        systematic: whether it is to be told.
    """

    count: int
    mean: Floats
    scatter_m: float
    size_m: float
    azimuth_deg: float
    chance: float
    systematic: bool

    @property
    def way(self) -> Message:
        """The direction in words."""
        return title(_WAYS[round(self.azimuth_deg / 45.0) % 8])


def shift_of(delta: Floats, limit_m: float) -> Shift:
    """Test differences for a common shift.

    Args:
        delta: (n, 2) differences that count, without outliers, m.
        limit_m: the smallest limit of the markers.
    """
    count = len(delta)
    mean = delta.mean(axis=0) if count else np.zeros(2)
    rest = delta - mean
    size = float(np.hypot(*mean))
    scatter = float(np.sqrt(np.mean(np.sum(rest**2, axis=1)))) if count else 0.0
    chance = 1.0
    if count >= _FEWEST and size > 0.0:
        spread = rest.T @ rest / (count - 1) + np.eye(2) * _RESOLUTION**2
        t2 = count * float(mean @ np.linalg.solve(spread, mean))
        # F with 2 and n - 2 degrees of freedom; for two its tail has a closed form.
        chance = float((1.0 + t2 / (count - 1)) ** (-(count - 2) / 2.0))
    systematic = (
        chance < CHANCE
        and size**2 >= _SHARE * (size**2 + scatter**2)
        and size >= _OF_LIMIT * limit_m
    )
    azimuth = float(np.degrees(np.arctan2(mean[0], mean[1])) % 360.0)
    return Shift(count, mean, scatter, size, azimuth, chance, systematic)


def told(shift: Shift) -> Message:
    """Put a systematic shift into words, with what it mostly comes from."""
    return msg(
        "The markers are shifted together: {count} differences have a mean of {size} m to the {way} "
        "(east {east} m, north {north} m) and scatter by only {scatter} m around it. This is no "
        "fault of single markers. {cause}",
        count=shift.count,
        size=f"{shift.size_m:.3f}",
        way=shift.way,
        east=f"{shift.mean[0]:+.3f}",
        north=f"{shift.mean[1]:+.3f}",
        scatter=f"{shift.scatter_m:.3f}",
        cause=_cause(shift.size_m),
    )


def _cause(size: float) -> Message:
    if size < 3.0:
        return msg(
            "Check the base station's coordinates, the antenna's offset, the local transformation."
        )
    if size < 300.0:
        return msg(
            "Check the datum: places on Xi'an 1980 or Beijing 1954 that are taken for CGCS2000 are "
            "off by as much."
        )
    return msg("Check the belt and the central meridian of the receiver's projection.")


def outliers_of(delta: Floats, limit: Floats) -> Bools:
    """Return which differences are unlike all others (n,): blunders that would spoil a mean.

    Such a one lies farther from the median difference than five robust standard deviations and than
    three times its limit. Of fewer than three differences none is one.
    """
    found = np.zeros(len(delta), dtype=bool)
    there = np.flatnonzero(np.isfinite(delta).all(axis=1))
    if len(there) < 3:
        return found
    away = np.hypot(*(delta[there] - np.median(delta[there], axis=0)).T)
    found[there] = away > np.maximum(_ROBUST * np.median(away), _LIMITS * limit[there])
    return found

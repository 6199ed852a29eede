"""Scales of sketches, and the bar that shows one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from redline_plugin.core.survey.forms.things import Floats

SCALES = (500, 1000, 2000, 5000, 10000, 25000)
ALONE = 10000
"""Where no other marker is near enough for any scale."""
_NEIGHBOURS = 2
_EDGE = 8.0
"""mm that a neighbour keeps off the frame, for its number."""
_ITSELF = 0.5
"""m; nearer ones are the place itself."""
_LONGEST_BAR = 30.0


@dataclass(frozen=True)
class Bar:
    """A scale bar: what it stands for, m, and how long it is, mm."""

    metres: float
    length: float


def scales_of(places: Floats, others: Floats, width: float, height: float) -> list[int]:
    """Return for each place the largest scale that shows its two nearest neighbours, else one.

    Args:
        places: (n, 2) of markers or signs, m.
        others: (k, 2) of the markers that are neighbours; what stands at the place itself is none.
        width, height: of the frame, mm.
    """
    count = min(_NEIGHBOURS + 1, len(others))
    if count == 0 or len(places) == 0:
        return [ALONE] * len(places)
    away, near = cKDTree(others).query(places, k=list(range(1, count + 1)))
    room = np.array([width, height]) / 2.0 - _EDGE
    needed = (np.abs(others[near] - places[:, None, :]) * 1000.0 / room).max(axis=2)
    return [
        _scale(sorted(each for each, far in zip(*row) if far >= _ITSELF)[:_NEIGHBOURS])
        for row in zip(needed.tolist(), away.tolist())
    ]


def _scale(needed: list[float]) -> int:
    for least in reversed(needed):
        for scale in SCALES:
            if scale >= least:
                return scale
    return ALONE


def bar_of(scale: int) -> Bar:
    """Return the longest bar of 1, 2 or 5 times a power of ten metres that is not too long."""
    longest = _LONGEST_BAR * scale / 1000.0
    power = 10.0 ** np.floor(np.log10(longest))
    metres = float(max(factor * power for factor in (1, 2, 5) if factor * power <= longest))
    return Bar(metres, metres * 1000.0 / scale)

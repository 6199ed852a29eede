"""How long it takes to walk from one marker to another: straight, up and down the difference in height.

Both directions count half each, since a route may be walked either way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.text import N_

PLAIN, TOBLER, NAISMITH = "plain", "tobler", "naismith"
RULE_TITLES = {
    PLAIN: N_("Distance alone, at 5 km/h"),
    TOBLER: N_("Tobler's hiking function, off paths"),
    NAISMITH: N_("Naismith's rule"),
}
"""PLAIN needs no heights.

TOBLER: W. Tobler, Three presentations on geographical analysis and modeling, NCGIA Technical Report
93-1, 1993: 6 exp(-3.5 |S + 0.05|) km/h at a gradient S, three fifths of that off paths.

NAISMITH: W. Naismith, Scottish Mountaineering Club Journal 2, 1892, in metres: an hour for every 5 km
and another for every 600 m up.
"""

Minutes = Callable[[int, int], float]

_LEVEL = 60.0 / 5000.0
_UP = 60.0 / 600.0
_GENTLE = 0.05
_COSH, _EXP = math.cosh(3.5 * _GENTLE), math.exp(3.5 * _GENTLE)
_PACE = 60.0 / (0.6 * 6.0 * 1000.0)
_STEEPEST = 1.0
"""Gradient from which nobody walks straight on, but round: it counts as this one."""


class Walk:
    """Minutes between places.

    Attributes:
        places: (n, 2), m.
        minutes: of the way between two places, given by their positions.
    """

    def __init__(self, rule: str, places: Floats, heights: Floats | None) -> None:
        """Take the places.

        Args:
            rule: of RULE_TITLES.
            places: (n, 2), m.
            heights: (n,), m; NaN where it is not known, which counts as level. None for a plain.
        """
        self.rule = rule
        self.places = places
        self._heights = np.full(len(places), np.nan) if heights is None else heights
        x, y = places.T.tolist() if len(places) else ([], [])
        if rule == PLAIN or np.isnan(self._heights).all():
            self.minutes = _level(x, y, _LEVEL if rule != TOBLER else _tobler(0.0))
        elif rule == NAISMITH:
            self.minutes = _naismith(x, y, self._heights.tolist())
        else:
            self.minutes = _hiking(x, y, self._heights.tolist())

    def legs(self, order: Sequence[int] | Ints) -> Floats:
        """Return the minutes of every leg of a way through places."""
        return np.array([self.minutes(one, other) for one, other in zip(order[:-1], order[1:])])

    def metres(self, order: Sequence[int] | Ints) -> Floats:
        """Return the straight length of every leg of a way through places, m."""
        way = self.places[np.asarray(order, dtype=np.int64)]
        return np.asarray(np.hypot(*np.diff(way, axis=0).T))

    def part(self, members: Ints) -> Walk:
        """Return a walk among some of the places."""
        return Walk(self.rule, self.places[members], self._heights[members])

    def with_base(self, base: Floats, members: Ints) -> Walk:
        """Return a walk among some of the places, after a base that is as high as the nearest of them."""
        places = np.concatenate([base[None, :], self.places[members]])
        heights = self._heights[members]
        nearest = int(np.argmin(np.hypot(*(places[1:] - base).T)))
        return Walk(self.rule, places, np.concatenate([[heights[nearest]], heights]))


def _level(x: list[float], y: list[float], minutes_a_metre: float) -> Minutes:
    def minutes(one: int, other: int) -> float:
        return math.hypot(x[one] - x[other], y[one] - y[other]) * minutes_a_metre

    return minutes


def _naismith(x: list[float], y: list[float], z: list[float]) -> Minutes:
    def minutes(one: int, other: int) -> float:
        up = abs(z[one] - z[other])
        # What is not known is not equal to itself.
        up = up if up == up else 0.0  # noqa: PLR0124
        return math.hypot(x[one] - x[other], y[one] - y[other]) * _LEVEL + 0.5 * up * _UP

    return minutes


def _hiking(x: list[float], y: list[float], z: list[float]) -> Minutes:
    def minutes(one: int, other: int) -> float:
        away = math.hypot(x[one] - x[other], y[one] - y[other])
        up = abs(z[one] - z[other])
        if away == 0.0 or up != up:  # noqa: PLR0124
            return away * _tobler(0.0)
        return away * _tobler(min(up / away, _STEEPEST))

    return minutes


def _tobler(slope: float) -> float:
    """Return minutes a metre at a gradient of 0 or more, the mean of up and down.

    Of exp(3.5 |S + 0.05|) and exp(3.5 |-S + 0.05|) half the sum, with one exponential of S.
    """
    if slope >= _GENTLE:
        return _PACE * _COSH * math.exp(3.5 * slope)
    return _PACE * _EXP * math.cosh(3.5 * slope)

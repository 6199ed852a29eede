"""Closed intervals on one axis: joined, turned inside out, asked what lies in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints

TOUCH = 1e-6
"""Intervals nearer than this are one, and shorter ones nothing: ends of segments are rounded."""


@dataclass(frozen=True)
class Spans:
    """Intervals from ``start`` to ``stop``, (n,) each; in order and apart where they are merged."""

    start: Floats
    stop: Floats

    def __len__(self) -> int:
        return len(self.start)

    def merged(self, gap: float = TOUCH) -> Spans:
        """Return the same in order, with those that overlap or are no more than ``gap`` apart joined."""
        if len(self.start) == 0:
            return self
        order = np.argsort(self.start, kind="stable")
        start, stop = self.start[order], np.maximum.accumulate(self.stop[order])
        new = np.flatnonzero(start[1:] > stop[:-1] + gap) + 1
        return Spans(
            start[np.concatenate([[0], new])], stop[np.concatenate([new - 1, [len(stop) - 1]])]
        )

    def within(self, bounds: Spans) -> Spans:
        """Return what of these lies in ``bounds``; both are merged.

        An interval that only touches a bound remains as a point.
        """
        first = np.searchsorted(bounds.stop, self.start, side="left")
        last = np.searchsorted(bounds.start, self.stop, side="right")
        many = np.maximum(last - first, 0)
        own = np.repeat(np.arange(len(self)), many)
        other = ranges(first, many)
        return Spans(
            np.maximum(self.start[own], bounds.start[other]),
            np.minimum(self.stop[own], bounds.stop[other]),
        )

    def outside(self, bounds: Spans) -> Spans:
        """Return what of ``bounds`` these leave free, with its ends; both are merged."""
        taken = self.within(bounds)
        # In each bound: its start, start and stop of what is taken in turn, its stop.
        start = np.sort(np.concatenate([bounds.start, taken.stop]))
        stop = np.sort(np.concatenate([taken.start, bounds.stop]))
        free = stop > start + TOUCH
        return Spans(start[free], stop[free])

    def span_of(self, place: Floats, slack: float = 0.0) -> Ints:
        """Return which interval each place is in, -1 for none; these are merged."""
        place = np.asarray(place, dtype=np.float64)
        found = np.searchsorted(self.start, place + slack, side="right") - 1
        stop = self.stop[np.maximum(found, 0)] if len(self) else np.full(place.shape, -np.inf)
        return np.where((found >= 0) & (place <= stop + slack), found, -1)

    def inside(self, place: Floats, *, edges: bool = True, slack: float = 0.0) -> Bools:
        """Return which places are in an interval; without ``edges``, farther in than its ends."""
        found = self.span_of(place, slack)
        hit = found >= 0
        if not edges and len(self):
            at = np.maximum(found, 0)
            hit &= (place > self.start[at]) & (place < self.stop[at])
        return hit


def nothing() -> Spans:
    """Return no interval."""
    return Spans(np.empty(0), np.empty(0))


def joined(parts: list[Spans]) -> Spans:
    """Return all intervals, merged."""
    if not parts:
        return nothing()
    return Spans(
        np.concatenate([part.start for part in parts]),
        np.concatenate([part.stop for part in parts]),
    ).merged()


def ranges(first: Ints, many: Ints) -> Ints:
    """Return ``first[i], first[i] + 1, ...`` of ``many[i]`` numbers each, one after the other."""
    begin = np.cumsum(many) - many
    found: Ints = np.arange(int(many.sum())) - np.repeat(begin, many) + np.repeat(first, many)
    return found

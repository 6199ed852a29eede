"""Bridges between patches that are near each other: only between patches, never in a bay of one.

Distances go along rows and columns, from pixel centre to pixel centre. A pixel outside all patches
is part of a bridge when its distance to the nearest patch and that to the nearest other patch add
up to no more than the bridging distance and one pixel. So two patches are joined just when the gap
between them, along rows and columns, is not longer than the bridging distance; and every pixel of a
bridge is joined to both patches, because the pixels on its way to each are in it too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.delineate.components import Mask

Labels = NDArray[np.int32]
Lengths = NDArray[np.int64]
MILLIMETRES = 1000.0


@dataclass
class _Nearest:
    """The nearest and the next nearest label of each pixel, and the distances to them."""

    first: Lengths
    label: Labels
    second: Lengths
    other: Labels

    def insert(self, distance: Lengths, label: Labels, row: slice | int) -> None:
        """Offer a label at a distance to the pixels of a row."""
        first, of_first = self.first[row], self.label[row]
        second, of_second = self.second[row], self.other[row]
        same = label == of_first
        nearer = ~same & (distance < first)
        next_best = ~same & ~nearer & (distance < second)
        self.second[row] = np.where(nearer, first, np.where(next_best, distance, second))
        self.other[row] = np.where(nearer, of_first, np.where(next_best, label, of_second))
        self.first[row] = np.where(same, np.minimum(first, distance), first)
        self.first[row] = np.where(nearer, distance, self.first[row])
        self.label[row] = np.where(nearer, label, of_first)

    def sweep(self, step: int) -> None:
        """Carry the labels down and up the rows, ``step`` from one to the next."""
        count = len(self.first)
        for rows in (range(1, count), range(count - 2, -1, -1)):
            back = 1 if rows.step < 0 else -1
            for row in rows:
                before = row + back
                self.insert(self.first[before] + step, self.label[before], row)
                self.insert(self.second[before] + step, self.other[before], row)

    def turned(self) -> _Nearest:
        """Return it with rows and columns exchanged."""
        return _Nearest(
            np.ascontiguousarray(self.first.T),
            np.ascontiguousarray(self.label.T),
            np.ascontiguousarray(self.second.T),
            np.ascontiguousarray(self.other.T),
        )


@dataclass(frozen=True)
class Bridging:
    """The bridging distance on a grid, in whole millimetres so that strips agree to the last bit."""

    step_x: int
    step_y: int
    limit: int

    @property
    def reach(self) -> int:
        """Rows around a pixel that its fate depends on."""
        return self.limit // self.step_y + 1

    def between(self, labels: Labels) -> Mask:
        """Return the pixels of bridges; ``labels`` is 0 outside patches, else the patch's number."""
        found: Mask = np.zeros(labels.shape, dtype=bool)
        inside = labels[labels > 0]
        if inside.size == 0 or (inside == inside[0]).all():
            return found
        # What is farther than the limit is never taken, so it needs no number of its own.
        far = np.full(labels.shape, self.limit + 1, dtype=np.int64)
        nearest = _Nearest(np.where(labels > 0, 0, far), labels.copy(), far, np.zeros_like(labels))
        nearest.sweep(self.step_y)
        nearest = nearest.turned()
        nearest.sweep(self.step_x)
        nearest = nearest.turned()
        return (labels == 0) & (nearest.first + nearest.second <= self.limit)


def bridging_of(distance_m: float, step_x: float, step_y: float) -> Bridging:
    """Return the bridging by a distance in metres on pixels of that size in metres."""
    x, y = round(step_x * MILLIMETRES), round(step_y * MILLIMETRES)
    return Bridging(x, y, int(distance_m * MILLIMETRES) + min(x, y))

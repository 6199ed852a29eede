"""Connected components of a mask that is seen one strip at a time.

Each strip is labelled by itself. A component that touches neither seam of its strip is known in
whole and needs no memory beyond the strip; the others get a number of their own, joined with those
across the seam when all strips were seen. So memory grows with the pixels along seams, not with the
raster. Labelling is deterministic, so a second walk over the same strips finds the same labels and
looks up what became of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from redline_plugin.core.delineate.pixelarea import Areas

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]

_PIXELS_AT_ONCE = 1 << 20

_STRUCTURES = {
    4: np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], dtype=bool),
    8: np.ones((3, 3), dtype=bool),
}


def label(mask: Mask, connectivity: int) -> tuple[Labels, int]:
    """Label the components of a strip 1 to n; 0 is outside."""
    labels = np.empty(mask.shape, dtype=np.int32)
    count = ndimage.label(mask, _STRUCTURES[connectivity], output=labels)
    return labels, int(count)


@dataclass(frozen=True)
class StripComponents:
    """The components of one strip, labels 0 to n (0 is outside and means nothing).

    Attributes:
        labels: (rows, width).
        areas: (n + 1,) units of area, of the whole component once :meth:`Components.second` says.
        flags: name to (n + 1,) bools: whether any pixel of the component is marked so.
        owned: (n + 1,) whether this strip is the one in which the component is counted.
    """

    labels: Labels
    areas: Areas
    flags: Mapping[str, Mask]
    owned: Mask


class Components:
    """Collects components over strips (first walk) and tells their whole on the second walk."""

    def __init__(self, connectivity: int, flags: tuple[str, ...]) -> None:
        self._connectivity = connectivity
        self._flags = flags
        self._numbers: list[tuple[Labels, NDArray[np.int64]]] = []
        self._areas: list[Areas] = []
        self._marks: dict[str, list[Mask]] = {flag: [] for flag in flags}
        self._joins: list[NDArray[np.int64]] = []
        self._next = 0
        self._above: NDArray[np.int64] | None = None
        self._root: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._first: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._root_areas: Areas = np.zeros(0)
        self._root_marks: dict[str, Mask] = {}

    def first(self, labels: Labels, areas: Areas, flags: Mapping[str, Mask], last: bool) -> None:
        """Take the components of the next strip; ``flags`` are per label, ``last`` ends it."""
        top = labels[0] if self._above is not None else labels[0][:0]
        bottom = labels[-1][:0] if last else labels[-1]
        seam = np.unique(np.concatenate([top, bottom]))
        seam = seam[seam > 0]
        numbers = np.arange(self._next, self._next + len(seam), dtype=np.int64)
        self._next += len(seam)
        self._numbers.append((seam, numbers))
        self._areas.append(areas[seam])
        for flag in self._flags:
            self._marks[flag].append(flags[flag][seam])
        if self._above is not None:
            self._join(self._above, _numbered(labels[0], seam, numbers))
        self._above = None if last else _numbered(labels[-1], seam, numbers)
        if last:
            self._finish()

    def _join(self, above: NDArray[np.int64], below: NDArray[np.int64]) -> None:
        shifts = (0,) if self._connectivity == 4 else (-1, 0, 1)
        for shift in shifts:
            upper = above[max(0, -shift) : len(above) - max(0, shift)]
            lower = below[max(0, shift) : len(below) - max(0, -shift)]
            both = (upper >= 0) & (lower >= 0)
            if both.any():
                pairs = np.stack([upper[both], lower[both]], axis=1)
                changes = np.any(pairs[1:] != pairs[:-1], axis=1)
                self._joins.append(pairs[np.concatenate([[True], changes])])

    def _finish(self) -> None:
        count = self._next
        pairs = np.concatenate(self._joins) if self._joins else np.zeros((0, 2), dtype=np.int64)
        graph = coo_matrix(
            (np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])), shape=(count, count)
        )
        roots, self._root = (
            connected_components(graph, directed=False)
            if count
            else (0, np.zeros(0, dtype=np.int64))
        )
        self._first = np.unique(self._root, return_index=True)[1]
        pieces = np.concatenate(self._areas)
        self._root_areas = np.bincount(self._root, weights=pieces, minlength=roots).astype(
            np.float64
        )
        for flag, marks in self._marks.items():
            whole = np.zeros(roots, dtype=bool)
            whole[self._root[np.concatenate(marks)]] = True
            self._root_marks[flag] = whole
        self._joins, self._areas, self._marks = [], [], {}

    def second(
        self, index: int, labels: Labels, areas: Areas, flags: Mapping[str, Mask]
    ) -> StripComponents:
        """Return the components of strip ``index`` as wholes; arguments as in :meth:`first`."""
        seam, numbers = self._numbers[index]
        roots = self._root[numbers]
        areas = areas.copy()
        areas[seam] = self._root_areas[roots]
        whole = {flag: flags[flag].copy() for flag in self._flags}
        for flag in self._flags:
            whole[flag][seam] = self._root_marks[flag][roots]
        owned = np.ones(len(areas), dtype=bool)
        owned[0] = False
        owned[seam] = self._first[roots] == numbers
        return StripComponents(labels, areas, whole, owned)


def _numbered(row: Labels, seam: Labels, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers of the labels in a seam's row, -1 where there is none."""
    result = np.full(len(row), -1, dtype=np.int64)
    inside = row > 0
    result[inside] = numbers[np.searchsorted(seam, row[inside])]
    return result


def flag_labels(labels: Labels, marked: Mask, count: int) -> Mask:
    """Return, for labels 0 to ``count``, whether any of their pixels is marked."""
    flags = np.zeros(count + 1, dtype=bool)
    flags[labels[marked]] = True
    return flags


def areas_of(labels: Labels, areas: Areas, count: int) -> Areas:
    """Return the units of area of labels 0 to ``count``; ``areas`` broadcasts to ``labels``."""
    sums = np.zeros(count + 1, dtype=np.float64)
    # In pieces, because a weight per pixel would take as much memory as all the rest.
    step = max(1, max(_PIXELS_AT_ONCE, 4 * count) // labels.shape[1])
    for start in range(0, labels.shape[0], step):
        part = labels[start : start + step]
        weights = np.broadcast_to(areas[start : start + step], part.shape)
        sums += np.bincount(part.ravel(), weights=weights.ravel(), minlength=count + 1)
    return sums


def area_where(mask: Mask, areas: Areas) -> float:
    """Return the units of area of the marked pixels."""
    if areas.shape[1] == 1:
        return float(np.count_nonzero(mask, axis=1) @ areas[:, 0])
    return float(areas[mask].sum())

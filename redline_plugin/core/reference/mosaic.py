"""A mosaic of classes without patches under a minimum area: each small one joins a neighbour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def patches(classes: NDArray[np.integer], outside: int) -> tuple[NDArray[np.int32], Ints]:
    """Number the patches of equal class, joined over edges.

    Args:
        classes: (rows, columns).
        outside: the class that is no land; its cells get 0.

    Returns:
        Patch numbers (rows, columns) from 1, and the class of each number (index 0: ``outside``).
    """
    found = np.zeros(classes.shape, dtype=np.int32)
    kinds = [outside]
    for value in np.unique(classes):
        if value == outside:
            continue
        labels, count = ndimage.label(classes == value)
        found += np.where(labels > 0, labels + (len(kinds) - 1), 0).astype(np.int32)
        kinds += [int(value)] * count
    return found, np.array(kinds, dtype=np.int64)


def without_small(
    classes: NDArray[np.integer],
    areas: Floats,
    least: float,
    outside: int,
    feedback: Feedback | None = None,
) -> tuple[NDArray[np.integer], int]:
    """Give patches under a minimum the class of the neighbour with the longest common edge.

    The smallest go first, so that small patches beside one another may together be large enough;
    one without any neighbour stays. Cells that are outside stay so.

    Args:
        classes: (rows, columns).
        areas: of each cell, any shape that fits ``classes``.
        least: patches of less area go.
        outside: the class that is no land.
        feedback: progress and cancel.

    Returns:
        The classes, and how many patches went.
    """
    feedback = feedback or Quiet()
    number, kinds = patches(classes, outside)
    area: Floats = np.bincount(
        number.ravel(), np.broadcast_to(areas, classes.shape).ravel(), minlength=len(kinds)
    ).astype(np.float64)
    one, other, edges = _borders(number)
    owner = np.arange(len(kinds))
    gone = 0
    while True:
        stop_if_cancelled(feedback)
        small = (area < least) & (area > 0.0)
        small[0] = False
        if not small.any():
            break
        into = _neighbour(one, other, edges, area, small)
        # Where two small ones would go into each other, the smaller goes.
        moving = np.flatnonzero(into > 0)
        if len(moving) == 0:
            break
        moving = moving[~small[into[moving]] | _before(area, moving, into[moving])]
        gone += len(moving)
        target = np.arange(len(kinds))
        target[moving] = into[moving]
        # A chain of moves ends at one that stays.
        while (target[target] != target).any():
            target = target[target]
        owner = target[owner]
        kinds_area = np.bincount(target, area, minlength=len(kinds))
        area = np.where(target == np.arange(len(kinds)), kinds_area, 0.0)
        one, other, edges = _summed(target[one], target[other], edges)
        feedback.progress(1.0 - small.sum() / len(kinds))
    return kinds[owner][number].astype(classes.dtype), gone


def _before(area: Floats, one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Return where ``one`` is smaller than ``other``, or as large and has the higher number."""
    return (area[one] < area[other]) | ((area[one] == area[other]) & (one > other))


def _borders(number: NDArray[np.int32]) -> tuple[Ints, Ints, Floats]:
    """Return pairs of patches side by side and how many cell edges they share."""
    pairs = []
    for first, second in ((number[:, :-1], number[:, 1:]), (number[:-1], number[1:])):
        differ = (first != second) & (first > 0) & (second > 0)
        pairs.append(np.stack([first[differ], second[differ]]).astype(np.int64))
    one, other = np.concatenate(pairs, axis=1)
    return _summed(one, other, np.ones(len(one)))


def _summed(one: Ints, other: Ints, edges: Floats) -> tuple[Ints, Ints, Floats]:
    low, high = np.minimum(one, other), np.maximum(one, other)
    apart = low != high
    low, high, edges = low[apart], high[apart], edges[apart]
    key = low * (int(high.max(initial=0)) + 1) + high
    unique, where, inverse = np.unique(key, return_index=True, return_inverse=True)
    sums = np.bincount(inverse.reshape(-1), edges, minlength=len(unique)).astype(np.float64)
    return low[where], high[where], sums


def _neighbour(one: Ints, other: Ints, edges: Floats, area: Floats, small: NDArray) -> Ints:
    """Return for each small patch the neighbour to join, 0 for none.

    The one with the longest common edge, then of the largest area, then of the lowest number.
    """
    patch, beside = np.concatenate([one, other]), np.concatenate([other, one])
    length = np.concatenate([edges, edges])
    wanted = small[patch]
    patch, beside, length = patch[wanted], beside[wanted], length[wanted]
    order = np.lexsort((beside, -area[beside], -length, patch))
    patch, beside = patch[order], beside[order]
    first = np.flatnonzero(np.diff(patch, prepend=-1))
    into = np.zeros(len(area), dtype=np.int64)
    into[patch[first]] = beside[first]
    return into

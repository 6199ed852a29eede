"""Parts of a cross-validation: blocks of land, or drawn at random.

Neighbouring places resemble each other. A test on points that lie among the training's points asks
little more than what was learnt by heart, so the AUC comes out too high (Roberts et al. 2017,
Ecography 40). With blocks, whole pieces of land are held out: presences and background alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.chance import permutation

Whole = NDArray[np.intp]
Places = NDArray[np.float64]
_BLOCKS_PER_FOLD = 4


@dataclass(frozen=True)
class Folds:
    """The fold of each point, from 0.

    Attributes:
        presences: shape (n,).
        background: shape (m,).
        count: number of folds.
        edge_m: edge of the blocks in m, None for random folds.
    """

    presences: Whole
    background: Whole
    count: int
    edge_m: float | None = None


def random_folds(presences: int, background: int, count: int, seed: int, stream: int) -> Folds:
    """Deal presences and background out to folds at random, as evenly as can be."""
    count = min(count, presences)
    found = []
    for number, size in enumerate((presences, background)):
        fold = np.empty(size, dtype=np.intp)
        fold[permutation(size, seed, stream * 2 + number)] = np.arange(size) % count
        found.append(fold)
    return Folds(found[0], found[1], count)


def spatial_folds(
    presences: Places, background: Places, count: int, edge_m: float | None = None
) -> Folds:
    """Deal square blocks out to folds, so that folds hold about as many presences each.

    Args:
        presences: x and y in m, shape (n, 2).
        background: x and y in m, shape (m, 2).
        count: number of folds; fewer when fewer blocks hold a presence.
        edge_m: edge of a block. None: four blocks per fold would cover the presences' extent, and
            half of that as often as it takes until every fold gets a block.
    """
    origin = presences.min(axis=0)
    size = presences.max(axis=0) - origin
    count = min(count, len(np.unique(presences, axis=0)))
    if edge_m is None:
        wanted = _BLOCKS_PER_FOLD * count
        edge = max(float(np.sqrt(size.prod() / wanted)), float(size.max()) / wanted)
        while edge > 0 and len(np.unique(_blocks(presences, origin, edge), axis=0)) < count:
            edge /= 2.0
    else:
        edge = edge_m
    if edge <= 0:
        # All presences lie on one spot.
        edge = 1.0
    both = np.concatenate([_blocks(presences, origin, edge), _blocks(background, origin, edge)])
    _, block = np.unique(both, axis=0, return_inverse=True)
    block = block.ravel()
    n = len(presences)
    blocks = int(block.max()) + 1
    held = np.bincount(block[:n], minlength=blocks)
    around = np.bincount(block[n:], minlength=blocks)
    count = min(count, int(np.count_nonzero(held)))
    fold_of = _dealt(held, around, count)
    return Folds(fold_of[block[:n]], fold_of[block[n:]], count, edge)


def _blocks(places: Places, origin: NDArray, edge: float) -> NDArray[np.int64]:
    return np.floor((places - origin) / edge).astype(np.int64)


def _dealt(held: Whole, around: Whole, count: int) -> Whole:
    """Give the fullest block to the emptiest fold, again and again."""
    fold_of = np.zeros(len(held), dtype=np.intp)
    presences = np.zeros(count, dtype=np.int64)
    background = np.zeros(count, dtype=np.int64)
    for block in np.lexsort((-around, -held)):
        key = (background, presences) if held[block] else (presences, background)
        fold = int(np.lexsort(key)[0])
        fold_of[block] = fold
        presences[fold] += held[block]
        background[fold] += around[block]
    return fold_of

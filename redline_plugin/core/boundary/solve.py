"""The cheapest line that keeps the shape of the land: cuts, checked and made again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from redline_plugin.core.boundary.clusters import Clusters, clusters_of
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.boundary.faces import Faces, pieces
from redline_plugin.core.boundary.mincut import cheapest
from redline_plugin.core.boundary.network import Network
from redline_plugin.core.boundary.rebuild import assign, side
from redline_plugin.core.boundary.source import Source

ON_REFERENCE = 0.0
REFERENCE = 0.05
"""Price of a new reference of the first priority; one more for each priority after it, so that a
reference within its tolerance is taken before all that come later, whatever is nearer."""
CONNECTOR = 1.5
"""How much dearer than the assessed line connectors are, and references beyond their tolerance."""
_ROUNDS = 20


def prices(network: Network, sources: Sequence[Source], allowed: Bools, away: Floats) -> Floats:
    """Return the price per metre of each segment.

    Args:
        network: of the fit.
        sources: by priority.
        allowed: (s,) which sources may be used.
        away: (k,) the largest distance of each segment from the outlines.
    """
    ranks = np.unique([source.priority for source in sources])
    assessed = max(len(ranks), 1)
    found = np.full(len(network.tail), CONNECTOR * assessed)
    found[network.on_line] = assessed
    for number, source in enumerate(sources):
        here = network.source == number
        if allowed[number]:
            near = here & (away <= source.tolerance_m * (1.0 + 1e-6) + 1e-6)
            found[near] = REFERENCE + np.searchsorted(ranks, source.priority)
            found[here & network.on_line] = ON_REFERENCE
    return found


def reach_of(network: Network, faces: Faces, sources: Sequence[Source], price: Floats) -> Floats:
    """Return for each face the tolerance of the sources beside it; the largest of all without one."""
    largest = max((source.tolerance_m for source in sources), default=1.0)
    reach = np.zeros(len(faces.shapes))
    cheap = (price < price.max(initial=0.0)) & (network.source >= 0)
    tolerance = np.array([source.tolerance_m for source in sources])
    for face in (faces.left, faces.right):
        here = cheap & (face >= 0)
        np.maximum.at(reach, face[here], tolerance[network.source[here]])
    return np.where(reach > 0.0, reach, largest)


def solve(
    network: Network, faces: Faces, free: Bools, price: Floats, reach: Floats
) -> tuple[Bools, Clusters]:
    """Return which faces are in, and the moves that it takes, all of them simple."""
    inside = faces.block >= 0
    cost = network.lengths * price
    move = faces.areas / reach
    free = free.copy()
    label = cheapest(inside, free, move, faces.left, faces.right, cost)
    for _ in range(_ROUNDS):
        wrong = _wrong(network, faces, label)
        if not wrong.any():
            break
        # The largest face of each is the least likely to be a good move.
        of_face = clusters_of(network, faces, inside, label).of_face
        free[_largest(faces, of_face, wrong)] = False
        label = cheapest(inside, free, move, faces.left, faces.right, cost)
    # What is still wrong stays as it was; that may make a neighbour wrong in turn.
    while (wrong := _wrong(network, faces, label)).any():
        label = np.where(wrong, inside, label)
    return label, clusters_of(network, faces, inside, label)


def _wrong(network: Network, faces: Faces, label: Bools) -> Bools:
    """Return the faces of moves that would change the shape of the land."""
    clusters = clusters_of(network, faces, faces.block >= 0, label)
    bad = ~clusters.simple
    bad[_splitting(network, faces, label, clusters)] = True
    return (clusters.of_face >= 0) & np.isin(clusters.of_face, np.flatnonzero(bad))


def _splitting(network: Network, faces: Faces, label: Bools, clusters: Clusters) -> Ints:
    """Return the clusters that cut a block in two, or make it touch itself at a point."""
    if clusters.count == 0:
        return np.empty(0, dtype=np.int64)
    owner = assign(faces, label, network)
    return np.union1d(
        _beside_pieces(faces, owner, clusters), _at_pinches(network, faces, owner, clusters)
    )


def _at_pinches(network: Network, faces: Faces, owner: Ints, clusters: Clusters) -> Ints:
    """Return the clusters at points where a block touches itself that did not before."""
    before, after = _sectors(network, faces, faces.block), _sectors(network, faces, owner)
    common = np.isin(after[0], before[0])
    had = np.zeros(len(after[0]), dtype=np.int64)
    had[common] = before[1][np.searchsorted(before[0], after[0][common])]
    worse = np.unique(after[0][(after[1] > 2) & (after[1] > had)] % len(network.points))
    if len(worse) == 0:
        return worse
    at = np.isin(network.tail, worse) | np.isin(network.head, worse)
    found = np.concatenate([_of(clusters, faces.left[at]), _of(clusters, faces.right[at])])
    return np.unique(found[found >= 0])


def _of(clusters: Clusters, face: Ints) -> Ints:
    return np.where(face >= 0, clusters.of_face[face], -1)


def _sectors(network: Network, faces: Faces, owner: Ints) -> tuple[Ints, Ints]:
    """Return, by block and point as one number, how many segments of the block's outline meet there."""
    left, right = side(owner, faces.left), side(owner, faces.right)
    edge = left != right
    points = len(network.points)
    keys = []
    for block in (left, right):
        mine = edge & (block >= 0)
        for end in (network.tail, network.head):
            keys.append(block[mine] * points + end[mine])
    found, count = np.unique(np.concatenate(keys), return_counts=True)
    return found, count


def _beside_pieces(faces: Faces, owner: Ints, clusters: Clusters) -> Ints:
    """Return the clusters beside pieces that they cut off their block."""
    before = pieces(faces, faces.block)
    after = pieces(faces, owner)
    count = int(max(faces.block.max(initial=-1), owner.max(initial=-1))) + 1
    had = _number_of_pieces(before, faces.block, count)
    has = _number_of_pieces(after, owner, count)
    small = np.zeros(len(owner), dtype=bool)
    for block in np.flatnonzero(has > had):
        mine = np.flatnonzero(owner == block)
        size = np.bincount(after[mine], faces.areas[mine])
        # As many of the largest pieces as there were stay what they are.
        kept = np.argsort(-size, kind="stable")[: had[block]]
        small[mine[~np.isin(after[mine], kept)]] = True
    if not small.any():
        return np.empty(0, dtype=np.int64)
    known = (faces.left >= 0) & (faces.right >= 0)
    left, right = faces.left[known], faces.right[known]
    beside = np.concatenate(
        [clusters.of_face[left[small[right]]], clusters.of_face[right[small[left]]]]
    )
    own = clusters.of_face[small]
    found = np.unique(np.concatenate([beside, own]))
    return found[found >= 0]


def _number_of_pieces(piece: Ints, owner: Ints, count: int) -> Ints:
    inside = owner >= 0
    pairs = np.unique(np.stack([owner[inside], piece[inside]]), axis=1)
    return np.bincount(pairs[0], minlength=count)


def _largest(faces: Faces, of_face: Ints, members: Bools) -> Ints:
    index = np.flatnonzero(members)
    order = np.lexsort((index, -faces.areas[index], of_face[index]))
    first = np.flatnonzero(np.diff(of_face[index][order], prepend=-1))
    return index[order[first]]

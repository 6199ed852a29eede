"""Faces that change sides together, and whether that keeps the land's shape: a simple move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from redline_plugin.core.boundary.collapse import Bools, Ints
from redline_plugin.core.boundary.faces import Faces
from redline_plugin.core.boundary.network import Network


@dataclass(frozen=True)
class Clusters:
    """Groups of faces that change to the same side and are joined over segments.

    Attributes:
        of_face: (f,) index of the cluster of each face, -1 for a face that does not change.
        count: how many there are.
        simple: (count,) whether the outline of each is one run of old boundary and one of new; or
            a ring that is old and one that is new.
    """

    of_face: Ints
    count: int
    simple: Bools


def clusters_of(network: Network, faces: Faces, inside: Bools, label: Bools) -> Clusters:
    """Return the clusters between two states.

    Args:
        network, faces: of the fit.
        inside: (f,) which faces are in before.
        label: (f,) which are in after.
    """
    of_face, count = _joined(faces, inside, label)
    if count == 0:
        return Clusters(of_face, 0, np.zeros(0, dtype=bool))
    simple = _simple(network, faces, inside, of_face, count)
    simple[_touching(network, faces, inside, label, of_face)] = False
    return Clusters(of_face, count, simple)


def _joined(faces: Faces, inside: Bools, label: Bools) -> tuple[Ints, int]:
    changed = inside != label
    index = np.flatnonzero(changed)
    of_face = np.full(len(inside), -1, dtype=np.int64)
    if len(index) == 0:
        return of_face, 0
    node = np.full(len(inside), -1, dtype=np.int64)
    node[index] = np.arange(len(index))
    both = (faces.left >= 0) & (faces.right >= 0)
    left, right = faces.left[both], faces.right[both]
    same = changed[left] & changed[right] & (label[left] == label[right])
    graph = coo_matrix(
        (np.ones(same.sum()), (node[left[same]], node[right[same]])), shape=(len(index),) * 2
    )
    count, number = connected_components(graph, directed=False)
    of_face[index] = number
    return of_face, int(count)


def _face_or_none(values: Ints, face: Ints, none: int) -> Ints:
    return np.where(face >= 0, values[face], none)


def _simple(network: Network, faces: Faces, inside: Bools, of_face: Ints, count: int) -> Bools:
    """Tell by each cluster's outline: points of two segments each, and how old and new runs meet."""
    left = _face_or_none(of_face, faces.left, -1)
    right = _face_or_none(of_face, faces.right, -1)
    edge = np.flatnonzero(left != right)
    # A segment between two clusters is part of the outlines of both.
    one = edge[left[edge] >= 0]
    other = edge[right[edge] >= 0]
    segment = np.concatenate([one, other])
    cluster = np.concatenate([left[one], right[other]])
    beyond = np.concatenate([faces.right[one], faces.left[other]])
    member = np.concatenate([faces.left[one], faces.right[other]])
    beyond_in = (beyond >= 0) & inside[beyond]
    old = beyond_in != inside[member]
    points = len(network.points)
    keys = np.concatenate(
        [cluster * points + network.tail[segment], cluster * points + network.head[segment]]
    )
    unique, node = np.unique(keys, return_inverse=True)
    node = node.reshape(-1)
    owner = unique // points
    degree = np.bincount(node)
    olds = np.bincount(node, np.concatenate([old, old]))
    half = len(segment)
    graph = coo_matrix((np.ones(half), (node[:half], node[half:])), shape=(len(unique),) * 2)
    rings, ring = connected_components(graph, directed=False)
    ring_owner = np.zeros(rings, dtype=np.int64)
    ring_owner[ring] = owner
    ring_olds = np.bincount(ring, olds)
    ring_size = np.bincount(ring, degree)
    turns = np.bincount(owner[(degree == 2) & (olds == 1)], minlength=count)
    plain = np.bincount(owner[degree != 2], minlength=count) == 0
    number = np.bincount(ring_owner, minlength=count)
    all_old = np.bincount(ring_owner[ring_olds == ring_size], minlength=count)
    all_new = np.bincount(ring_owner[ring_olds == 0], minlength=count)
    disc = (number == 1) & (turns == 2)
    belt = (number == 2) & (turns == 0) & (all_old == 1) & (all_new == 1)
    return plain & (disc | belt)


def _touching(network: Network, faces: Faces, inside: Bools, label: Bools, of_face: Ints) -> Ints:
    """Return clusters at points where land now touches itself that did not before."""
    before = _boundary_degree(network, faces, inside)
    after = _boundary_degree(network, faces, label)
    worse = (after > 2) & (after > before)
    if not worse.any():
        return np.empty(0, dtype=np.int64)
    at = worse[network.tail] | worse[network.head]
    found = np.concatenate(
        [
            _face_or_none(of_face, faces.left[at], -1),
            _face_or_none(of_face, faces.right[at], -1),
        ]
    )
    return np.unique(found[found >= 0])


def _boundary_degree(network: Network, faces: Faces, inside: Bools) -> Ints:
    """Return how many segments between in and out meet at each point."""
    left = (faces.left >= 0) & inside[faces.left]
    right = (faces.right >= 0) & inside[faces.right]
    edge = left != right
    return np.bincount(
        np.concatenate([network.tail[edge], network.head[edge]]), minlength=len(network.points)
    )

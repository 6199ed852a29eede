"""From faces to blocks: who gets the land that came in, and the outlines of all."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.arcs import SAME_PLACE
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints, distance_to_segment
from redline_plugin.core.boundary.faces import Faces, point_index, segment_index
from redline_plugin.core.boundary.network import Network
from redline_plugin.core.delineate.shapes import Shapes, as_shapes

_WIDEST_RINGS = 1000


def assign(faces: Faces, label: Bools, network: Network) -> Ints:
    """Return the block of each face after, -1 for out.

    Land that came in goes to the block with which it has the longest common edge (of equal ones
    the first), step by step where it lies behind other land that came in.
    """
    owner = np.where(label, faces.block, -1)
    open_faces = label & (faces.block < 0)
    lengths = network.lengths
    for _ in range(_WIDEST_RINGS):
        if not open_faces.any():
            break
        pairs = []
        for one, other in ((faces.left, faces.right), (faces.right, faces.left)):
            wanted = (one >= 0) & (other >= 0)
            wanted[wanted] = open_faces[one[wanted]] & (owner[other[wanted]] >= 0)
            pairs.append((one[wanted], owner[other[wanted]], lengths[wanted]))
        face = np.concatenate([pair[0] for pair in pairs])
        if len(face) == 0:
            break
        block = np.concatenate([pair[1] for pair in pairs])
        length = np.concatenate([pair[2] for pair in pairs])
        key, inverse = np.unique(np.stack([face, block]), axis=1, return_inverse=True)
        total = np.bincount(inverse.reshape(-1), length)
        order = np.lexsort((key[1], -total, key[0]))
        first = order[np.flatnonzero(np.diff(key[0][order], prepend=-1))]
        owner[key[0][first]] = key[1][first]
        open_faces[key[0][first]] = False
    return owner


def blocks_from(network: Network, faces: Faces, owner: Ints, count: int) -> tuple[Shapes, Ints]:
    """Return the blocks, and how many parts each has.

    Args:
        network, faces: of the fit.
        owner: (f,) block of each face after.
        count: number of blocks.
    """
    left, right = side(owner, faces.left), side(owner, faces.right)
    edge = np.flatnonzero(left != right)
    lines = shapely.linestrings(
        np.stack([network.points[network.tail[edge]], network.points[network.head[edge]]], axis=1)
    )
    shapes = shapely.get_parts(shapely.polygonize(lines))
    block = _block_of(network, faces, owner, shapes)
    drop = unneeded(network, edge)
    found: list[list[shapely.Geometry]] = [[] for _ in range(count)]
    for shape, number in zip(shapes, block):
        if number >= 0:
            rings = [
                _thinned(shapely.get_coordinates(ring), network, drop)
                for ring in shapely.get_rings(shape)
            ]
            found[number].append(shapely.Polygon(rings[0], rings[1:]))
    return (
        as_shapes([p[0] if len(p) == 1 else shapely.multipolygons(as_shapes(p)) for p in found]),
        np.array([len(parts) for parts in found], dtype=np.int64),
    )


def side(owner: Ints, face: Ints) -> Ints:
    """Return the block on a side of segments, -1 for out."""
    return np.where(face >= 0, owner[face], -1)


def _block_of(network: Network, faces: Faces, owner: Ints, shapes: Shapes) -> Ints:
    """Find the block of each polygon from the face inside its first edge."""
    exterior = shapely.get_exterior_ring(shapes)
    points, of = shapely.get_coordinates(exterior, return_index=True)
    first = np.searchsorted(of, np.arange(len(shapes)))
    start = point_index(network.points, points[first])
    end = point_index(network.points, points[first + 1])
    segment = segment_index(network, np.minimum(start, end), np.maximum(start, end))
    inner_left = shapely.is_ccw(exterior) == (start < end)
    return side(owner, np.where(inner_left, faces.left[segment], faces.right[segment]))


def unneeded(network: Network, edge: Ints) -> Bools:
    """Return points of the line that only noding made: straight, of two segments, no one's vertex."""
    count = len(network.points)
    ends = np.concatenate([network.tail[edge], network.head[edge]])
    others = np.concatenate([network.head[edge], network.tail[edge]])
    degree = np.bincount(ends, minlength=count)
    order = np.argsort(ends, kind="stable")
    ends, others = ends[order], others[order]
    first = np.searchsorted(ends, np.arange(count))
    keys = network.points[:, 0] + 1j * network.points[:, 1]
    at = np.minimum(np.searchsorted(network.known, keys), max(len(network.known) - 1, 0))
    new = network.known[at] != keys if len(network.known) else np.ones(count, dtype=bool)
    wanted = np.flatnonzero((degree == 2) & new)
    drop = np.zeros(count, dtype=bool)
    points = network.points
    away = distance_to_segment(
        points[wanted], points[others[first[wanted]]], points[others[first[wanted] + 1]]
    )
    drop[wanted] = away < SAME_PLACE
    return drop


def _thinned(ring: Floats, network: Network, drop: Bools) -> Floats:
    points = ring[:-1]
    return points[~drop[point_index(network.points, points)]]

"""The faces between noded segments: what lies left and right of each, and which may change sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.boundary.network import Network
from redline_plugin.core.delineate.shapes import Shapes

OUTSIDE = -1
"""The face around everything."""


@dataclass(frozen=True)
class Faces:
    """Faces.

    Attributes:
        shapes: (f,) polygons.
        areas: (f,) in the plane.
        left, right: (k,) face on either side of each segment of the network, from its tail to its
            head; OUTSIDE for the one around everything. Equal for a segment that bounds nothing.
        block: (f,) index of the block that each face lies in, -1 for none.
        assessed: (f,) index of the block that it lay in by the assessment, -1 for none.
    """

    shapes: Shapes
    areas: Floats
    left: Ints
    right: Ints
    block: Ints
    assessed: Ints


def faces_of(network: Network, parts: Shapes, owners: Ints, blocks: Shapes, first: Ints) -> Faces:
    """Return the faces of a network.

    Args:
        network: noded segments.
        parts, owners: the polygons now, and the block of each.
        blocks, first: those of the assessment.
    """
    lines = shapely.linestrings(
        np.stack([network.points[network.tail], network.points[network.head]], axis=1)
    )
    shapes = shapely.get_parts(shapely.polygonize(lines))
    left, right = _sides(network, shapes)
    inside = shapely.point_on_surface(shapes)
    return Faces(
        shapes,
        shapely.area(shapes),
        left,
        right,
        _blocks_of(inside, parts, owners),
        _blocks_of(inside, blocks, first),
    )


def _sides(network: Network, shapes: Shapes) -> tuple[Ints, Ints]:
    """Find the faces beside each segment from the rings of the faces."""
    rings, face = shapely.get_rings(shapes, return_index=True)
    hole = np.diff(face, prepend=-1) == 0
    points, of = shapely.get_coordinates(rings, return_index=True)
    names = point_index(network.points, points)
    tail = np.flatnonzero(of[:-1] == of[1:])
    start, end, ring = names[tail], names[tail + 1], of[tail]
    # The area under each ring tells its direction.
    a, b = points[tail], points[tail + 1]
    origin = points[np.searchsorted(of, np.arange(len(rings)))][ring]
    twice = (a[:, 0] - origin[:, 0]) * (b[:, 1] - origin[:, 1]) - (b[:, 0] - origin[:, 0]) * (
        a[:, 1] - origin[:, 1]
    )
    counterclockwise = np.bincount(ring, twice, minlength=len(rings)) > 0.0
    # The face is left of a counterclockwise exterior and of a clockwise hole.
    face_left = counterclockwise[ring] != hole[ring]
    low, high = np.minimum(start, end), np.maximum(start, end)
    segment = segment_index(network, low, high)
    on_left = (start < end) == face_left
    left = np.full(len(network.tail), OUTSIDE, dtype=np.int64)
    right = left.copy()
    left[segment[on_left]] = face[ring[on_left]]
    right[segment[~on_left]] = face[ring[~on_left]]
    return left, right


def point_index(points: Floats, wanted: Floats) -> Ints:
    """Return the index of each wanted point in ``points``, which are sorted by x, then y."""
    keys = points[:, 0] + 1j * points[:, 1]
    return np.searchsorted(keys, wanted[:, 0] + 1j * wanted[:, 1]).astype(np.int64)


def segment_index(network: Network, low: Ints, high: Ints) -> Ints:
    """Return the index of the segment between two points, the lower one first."""
    count = len(network.points)
    keys = network.tail * count + network.head
    order = np.argsort(keys)
    return order[np.searchsorted(keys[order], low * count + high)].astype(np.int64)


def _blocks_of(points: Shapes, parts: Shapes, owners: Ints) -> Ints:
    part, point = shapely.STRtree(points).query(parts, predicate="contains")
    found = np.full(len(points), -1, dtype=np.int64)
    # Blocks do not overlap; should they, the first one has it.
    order = np.argsort(-owners[part], kind="stable")
    found[point[order]] = owners[part[order]]
    return found


def free_faces(faces: Faces, reach: float, fixed: Bools) -> Bools:
    """Return which faces may change sides.

    One that is thicker than the reach may not, nor may the largest of each piece of land that is in
    (or out) as a whole: no block may vanish, nor the land between two.

    Args:
        faces: all.
        reach: the largest tolerance.
        fixed: (f,) faces that may not change for another reason.
    """
    free = ~fixed
    round_radius = np.sqrt(faces.areas / np.pi)
    perimeter = shapely.length(faces.shapes)
    thick = 2.0 * faces.areas / np.maximum(perimeter, 1e-300) > 2.0 * reach
    unclear = np.flatnonzero(free & (round_radius > reach) & ~thick)
    free &= ~thick
    if len(unclear):
        circles = shapely.maximum_inscribed_circle(faces.shapes[unclear], tolerance=reach / 20.0)
        free[unclear[shapely.length(circles) > reach]] = False
    piece = _pieces(faces)
    order = np.lexsort((np.arange(len(piece)), -faces.areas, piece))
    first = order[np.flatnonzero(np.diff(piece[order], prepend=-1))]
    free[first[piece[first] > 0]] = False
    return free


def _pieces(faces: Faces) -> Ints:
    """Return a number for each face, the same for faces of one block that are joined over segments.

    0 is for land outside all blocks that is joined with the face around everything.
    """
    count = len(faces.shapes)
    left = np.where(faces.left >= 0, faces.left, count)
    right = np.where(faces.right >= 0, faces.right, count)
    label = np.append(faces.block, -1)
    same = label[left] == label[right]
    graph = coo_matrix((np.ones(same.sum()), (left[same], right[same])), shape=(count + 1,) * 2)
    number = connected_components(graph, directed=False)[1].astype(np.int64)
    # The piece of the outside becomes 0.
    outside = number[count]
    return np.where(number == outside, 0, np.where(number == 0, outside, number))[:count]


def pieces(faces: Faces, label: Ints) -> Ints:
    """Return a number for each face, the same for faces of one label that are joined over segments."""
    both = (faces.left >= 0) & (faces.right >= 0)
    left, right = faces.left[both], faces.right[both]
    same = label[left] == label[right]
    count = len(faces.shapes)
    graph = coo_matrix((np.ones(same.sum()), (left[same], right[same])), shape=(count, count))
    return connected_components(graph, directed=False)[1].astype(np.int64)

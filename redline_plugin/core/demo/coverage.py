"""From a raster of labels to polygons that share their edges exactly.

Boundaries are traced as arcs between nodes (where three or more labels meet). Each arc runs through
the middles of the pixel edges and is then simplified by less than half of the least distance of two
such arcs (0.707 pixel), so arcs cannot cross, and every pixel centre stays on its side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

_TOLERANCE = 0.33


@dataclass(frozen=True)
class Place:
    """Where a square raster lies: its upper left corner and its pixel, in map units."""

    left: float
    top: float
    cell: float


@dataclass(frozen=True)
class Arcs:
    """The boundaries of a raster of labels; label 0 is the outside.

    Attributes:
        labels: the raster (rows, columns).
        lines: LineStrings in pixels (column, row downwards).
        sides: (n, 2) the labels on both sides of each line.
    """

    labels: NDArray[np.int32]
    lines: NDArray
    sides: NDArray[np.int32]

    def polygons(
        self, groups: NDArray[np.int32], place: Place
    ) -> tuple[NDArray[np.int32], NDArray]:
        """Return the groups and polygons, one for each connected part, in map units.

        Args:
            groups: for each label its group; labels of one group are dissolved, group 0 is left out.
            place: of the raster.
        """
        sides = groups[self.sides]
        lines = self.lines[sides[:, 0] != sides[:, 1]]
        faces = shapely.get_parts(shapely.polygonize(lines))
        raster = groups[self.labels]
        _, piece = pieces(raster)
        _, pixels = np.unique(piece, return_index=True)
        found = raster.ravel()[pixels]
        pixels, found = pixels[found > 0], found[found > 0]
        rows, columns = np.divmod(pixels, raster.shape[1])
        centres = shapely.points(columns + 0.5, rows + 0.5)
        point, face = shapely.STRtree(faces).query(centres, predicate="within")
        return found[point], shapely.transform(
            faces[face], lambda xy: xy * (place.cell, -place.cell) + (place.left, place.top)
        )


def pieces(values: NDArray) -> tuple[int, NDArray[np.int32]]:
    """Return the number of 4-connected pieces of equal value, and the piece of each pixel."""
    cells = np.arange(values.size, dtype=np.int32).reshape(values.shape)
    right = values[:, 1:] == values[:, :-1]
    down = values[1:] == values[:-1]
    one = np.concatenate([cells[:, 1:][right], cells[1:][down]])
    other = np.concatenate([cells[:, :-1][right], cells[:-1][down]])
    links = coo_matrix((np.ones(one.size, bool), (one, other)), shape=(values.size, values.size))
    count, labels = connected_components(links, directed=False)
    return count, labels.reshape(values.shape)


def trace(labels: NDArray[np.int32]) -> Arcs:
    """Return the arcs between the labels; the outermost pixels must be 0."""
    if not labels.any():
        return Arcs(labels, np.empty(0, dtype=object), np.empty((0, 2), np.int32))
    rows, columns = np.nonzero(labels[:, 1:] != labels[:, :-1])
    columns = columns + 1
    upright = np.stack([columns, rows, columns, rows + 1], axis=1)
    rows, columns = np.nonzero(labels[1:] != labels[:-1])
    rows = rows + 1
    level = np.stack([columns, rows, columns + 1, rows], axis=1)
    edges = np.concatenate([upright, level]).astype(np.float64).reshape(-1, 2, 2)
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges)))
    lines = shapely.get_parts(merged)
    xy, owner = shapely.get_coordinates(lines, return_index=True)
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    return Arcs(labels, _smooth(xy, owner), _labels_beside(labels, xy[first], xy[first + 1]))


def _labels_beside(labels: NDArray[np.int32], a: NDArray, b: NDArray) -> NDArray[np.int32]:
    """Return the labels on both sides of unit edges from ``a`` to ``b``."""
    corner = np.minimum(a, b).astype(np.int64)
    upright = a[:, 0] == b[:, 0]
    x, y = corner[:, 0], corner[:, 1]
    return np.stack([labels[y - ~upright, x - upright], labels[y, x]], axis=1)


def _smooth(xy: NDArray, owner: NDArray) -> NDArray:
    """Return lines through the middles of the unit edges, ends kept, simplified between them."""
    inner = owner[1:] == owner[:-1]
    middles, owners = (0.5 * (xy[1:] + xy[:-1]))[inner], owner[1:][inner]
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    last = np.append(first[1:], owner.size) - 1
    heads, tails = xy[first], xy[last]
    count = np.bincount(owners)
    result = np.empty(count.size, dtype=object)
    single = count == 1
    result[single] = shapely.linestrings(np.stack([heads[single], tails[single]], axis=1))
    several = ~single
    keep = several[owners]
    index = np.cumsum(several) - 1
    parts = shapely.simplify(
        shapely.linestrings(middles[keep], indices=index[owners[keep]]),
        _TOLERANCE,
        preserve_topology=False,
    )
    coordinates, part = shapely.get_coordinates(parts, return_index=True)
    number = np.arange(int(several.sum()))
    whole = np.concatenate([heads[several], coordinates, tails[several]])
    order = np.concatenate([number * 3, part * 3 + 1, number * 3 + 2])
    sequence = np.argsort(order, kind="stable")
    result[several] = shapely.linestrings(whole[sequence], indices=order[sequence] // 3)
    return result

"""A layer of polygons as the rules of topology see it: raw rings, valid areas, tables of vertices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.check.rule import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes

_POLYGON = 3


@dataclass(frozen=True)
class Vertices:
    """Corners of rings, each once (a ring's last point is its first).

    Attributes:
        points: (n, 2).
        ring: (n,) number of the ring.
        part: (n,) number of the polygon.
        following, before: (n,) index of the next and the last corner in the ring.
    """

    points: Floats
    ring: Ints
    part: Ints
    following: Ints
    before: Ints


class Polygons:
    """Features with polygons, checked as they are.

    Attributes:
        names: what the user calls each feature.
        features: (n,) 2D geometries as they came, None for those without.
        parts, owners: (k,) their polygons, valid or not, and the feature of each.
        lost: numbers of features that no rule but the one on validity can look at.
    """

    def __init__(self, geometries: Sequence[BaseGeometry | None] | Shapes, names: Sequence[str]):
        self.names = tuple(names)
        self.features = shapely.force_2d(as_shapes(geometries))
        missing = shapely.is_missing(self.features) | shapely.is_empty(self.features)
        usable = np.flatnonzero(~missing)
        points, of = shapely.get_coordinates(self.features[usable], return_index=True)
        wild = np.unique(of[~np.isfinite(points).all(axis=1)])
        self.wild = usable[wild]
        usable = np.delete(usable, wild)
        parts, owner = _polygons(self.features[usable])
        self.parts = parts
        self.owners = usable[owner].astype(np.int64)
        flat = np.setdiff1d(usable, self.owners)
        self.lost = np.union1d(np.flatnonzero(missing), flat)

    @property
    def has(self) -> frozenset[str]:
        """Return what rules may need."""
        return frozenset({"polygons"})

    @cached_property
    def valid(self) -> Bools:
        """Return which parts are valid."""
        return shapely.is_valid(self.parts)

    @cached_property
    def solid(self) -> tuple[Shapes, Ints]:
        """Return valid polygons for overlays, and the feature of each."""
        if self.valid.all():
            return self.parts, self.owners
        shapes = self.parts.copy()
        shapes[~self.valid] = shapely.make_valid(shapes[~self.valid])
        parts, owner = _polygons(shapes)
        return parts, self.owners[owner]

    @cached_property
    def vertices(self) -> Vertices:
        """Return all corners of all parts, repeated ones too."""
        return vertices_of(self.parts)

    @cached_property
    def corners(self) -> Vertices:
        """Return the corners of all parts without those that repeat the one before."""
        return without_repeated(self.vertices)


def _polygons(shapes: Shapes) -> tuple[Shapes, Ints]:
    parts, owner = shapely.get_parts(shapes, return_index=True)
    while (shapely.get_type_id(parts) > _POLYGON).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        owner = owner[inner]
    areal = (shapely.get_type_id(parts) == _POLYGON) & ~shapely.is_empty(parts)
    return parts[areal], owner[areal].astype(np.int64)


def vertices_of(parts: Shapes) -> Vertices:
    """Return the corners of polygons."""
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    last = np.diff(ring, append=-1) != 0
    points, ring = points[~last], ring[~last].astype(np.int64)
    return linked(points, ring, part[ring].astype(np.int64))


def without_repeated(vertices: Vertices) -> Vertices:
    """Return corners without those at the place of the one before; one stays of each ring."""
    same = (vertices.points == vertices.points[vertices.before]).all(axis=1)
    first = np.diff(vertices.ring, prepend=-1) != 0
    keep = ~same | (first & _all_of_ring(same, vertices.ring))
    return linked(vertices.points[keep], vertices.ring[keep], vertices.part[keep])


def _all_of_ring(mask: Bools, ring: Ints) -> Bools:
    rings = int(ring.max(initial=-1)) + 1
    return (np.bincount(ring, minlength=rings) == np.bincount(ring[mask], minlength=rings))[ring]


def linked(points: Floats, ring: Ints, part: Ints) -> Vertices:
    """Return corners, given ring after ring, with the one that follows and the one before."""
    count = len(ring)
    starts = np.flatnonzero(np.diff(ring, prepend=-1) != 0)
    stops = np.concatenate([starts[1:], [count]]) if count else starts
    following, before = np.arange(1, count + 1), np.arange(-1, count - 1)
    following[stops - 1], before[starts] = starts, stops - 1
    return Vertices(points, ring, part, following, before)


def names_of_points(points: Floats) -> Ints:
    """Return a number for each point, the same for the same coordinates, in their order."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    new = np.any(np.diff(points[order], axis=0) != 0.0, axis=1)
    names = np.empty(len(points), dtype=np.int64)
    names[order] = np.concatenate(([0], np.cumsum(new))) if len(points) else 0
    return names

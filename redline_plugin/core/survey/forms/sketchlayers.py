"""The features of one layer, looked up by the frame of a sketch."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.survey.forms.things import Floats, Things, in_pieces


class SketchLayer:
    """Points, areas and lines of a layer, each in a tree of its own."""

    def __init__(self, layer: Things) -> None:
        self.style = layer.style
        self._names = list(layer.names)
        dimensions = shapely.get_dimensions(layer.shapes)
        self._point_owner = np.flatnonzero(dimensions == 0)
        self._points = layer.shapes[self._point_owner]
        self._area_owner = np.flatnonzero(dimensions == 2)
        self._areas = layer.shapes[self._area_owner]
        lined = np.flatnonzero(dimensions > 0)
        self._pieces, owner = in_pieces(layer.shapes[lined], outlines=True)
        self._piece_owner = lined[owner]
        self._point_tree = shapely.STRtree(self._points)
        self._area_tree = shapely.STRtree(self._areas)
        self._piece_tree = shapely.STRtree(self._pieces)

    def areas(self, frame: BaseGeometry) -> list[tuple[str, BaseGeometry]]:
        """Return name and shape of the areas in the frame, cut to it."""
        near = np.sort(self._area_tree.query(frame)).tolist()
        cut = as_shapes([shapely.clip_by_rect(self._areas[at], *frame.bounds) for at in near])
        return [
            (self._names[self._area_owner[at]], shape)
            for at, shape, nothing in zip(near, cut, shapely.is_empty(cut))
            if not nothing
        ]

    def lines(self, frame: BaseGeometry) -> list[tuple[str, BaseGeometry]]:
        """Return name and shape of the lines and outlines in the frame, cut to it, one a name."""
        groups: dict[str, list[int]] = {}
        for at in np.sort(self._piece_tree.query(frame)).tolist():
            groups.setdefault(self._names[self._piece_owner[at]], []).append(at)
        found = []
        for name, members in groups.items():
            whole = shapely.line_merge(shapely.multilinestrings(self._pieces[members]))
            cut = shapely.clip_by_rect(whole, *frame.bounds)
            if not shapely.is_empty(cut):
                found.append((name, cut))
        return found

    def points(self, frame: BaseGeometry) -> list[tuple[str, Floats]]:
        """Return name and place (2,) of the points in the frame."""
        return [
            (self._names[self._point_owner[at]], place)
            for at in np.sort(self._point_tree.query(frame)).tolist()
            for place in shapely.get_coordinates(self._points[at])
        ]


def along(shape: BaseGeometry, shares: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    """Return places along the longest line of a shape, at shares of its length."""
    lines = shapely.get_parts(shape)
    lines = lines[shapely.get_dimensions(lines) == 1]
    if len(lines) == 0:
        return ()
    longest = lines[int(np.argmax(shapely.length(lines)))]
    points = shapely.line_interpolate_point(longest, shares, normalized=True)
    return tuple((float(x), float(y)) for x, y in shapely.get_coordinates(points))


def inside(shape: BaseGeometry) -> tuple[tuple[float, float], ...]:
    """Return a place inside an area, as one that a label may stand at."""
    x, y = shapely.get_coordinates(shapely.point_on_surface(shape))[0]
    return ((float(x), float(y)),)


def simpler(shapes: Shapes, tolerance: float) -> Shapes:
    """Return shapes with fewer vertices; none of them vanishes."""
    return shapely.simplify(shapes, tolerance, preserve_topology=True)

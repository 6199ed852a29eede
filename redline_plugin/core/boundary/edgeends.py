"""Edge matching, second step: where two red lines reach the border at different places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.arcs import segments_of
from redline_plugin.core.boundary.edgeborder import with_points
from redline_plugin.core.boundary.edgefaces import DECIDE, MATCHED, Place
from redline_plugin.core.check.fixfaces import Faces
from redline_plugin.core.check.rule import Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.text import Message, msg

Point = tuple[float, float]


@dataclass(frozen=True)
class Shift:
    """A red line's end that moves along the border.

    Attributes:
        region: between the old line and the new one.
        feature: whose it is.
        gains: whether the region becomes the feature's, or is taken from it.
        chord: the new line.
    """

    region: shapely.Polygon
    feature: int
    gains: bool
    chord: shapely.LineString


class Ends:
    """The two layers along the border, after the first step."""

    def __init__(
        self,
        shapes: Shapes,
        owners: Ints,
        layer: Ints,
        keys: Sequence[str],
        lines: Shapes,
        tolerance: float,
    ):
        self.shapes, self.owners, self.layer, self.keys = shapes, owners, layer, keys
        self.lines, self.tolerance = lines, tolerance
        self.places: list[Place] = []
        self.shifts: list[Shift] = []
        self.middles: list[Point] = []
        self.edges: dict[frozenset[Point], set[int]] = {}
        for ring, part in zip(*shapely.get_rings(shapes, return_index=True)):
            points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
            for pair in zip(points, points[1:]):
                self.edges.setdefault(frozenset(pair), set()).add(int(owners[part]))
        self.border = {
            frozenset(pair)
            for line in lines
            for points in [[tuple(point) for point in shapely.get_coordinates(line).tolist()]]
            for pair in zip(points, points[1:])
        }
        self.links: dict[Point, set[Point]] = {}
        for edge in self.edges:
            one, *rest = edge
            for other in rest:
                self.links.setdefault(one, set()).add(other)
                self.links.setdefault(other, set()).add(one)

    def match(self) -> tuple[Shapes, Ints]:
        """Move ends that are near to each other to the middle between them; list the others."""
        for line in self.lines:
            self._along([tuple(point) for point in shapely.get_coordinates(line).tolist()])
        return self._shifted()

    def _along(self, points: list[Point]) -> None:
        """Look at the stretches of one line of the border along which one layer only is red."""
        red = [self._red(frozenset(pair)) for pair in zip(points, points[1:])]
        starts = [0] + [at for at in range(1, len(red)) if red[at] != red[at - 1]] + [len(red)]
        runs = [(red[start], start, stop) for start, stop in zip(starts, starts[1:])]
        closed = points[0] == points[-1]
        for number, (who, start, stop) in enumerate(runs):
            if len(who) != 1:
                continue
            before = runs[number - 1][0] if number or closed else frozenset()
            after = (
                runs[(number + 1) % len(runs)][0]
                if number + 1 < len(runs) or closed
                else frozenset()
            )
            path = points[start : stop + 1]
            if len(before) == 2 and len(after) != 2:
                path = path[::-1]
                self._offset(path)
            elif len(after) == 2 and len(before) != 2:
                self._offset(path)
            else:
                self._alone(path, len(before) == 2)

    def _red(self, edge: frozenset[Point]) -> frozenset[int]:
        return frozenset(int(self.layer[by]) for by in self.edges.get(edge, ()))

    def _users(self, one: Point, other: Point) -> set[int]:
        return self.edges.get(frozenset((one, other)), set())

    def _alone(self, path: list[Point], enclosed: bool) -> None:
        features = self._users(path[0], path[1])
        if self._is_covered(path, features):
            # The other side reaches over the border here, which is told as an overlap.
            return
        words = (
            msg("the other side's red line leaves a stretch out")
            if enclosed
            else msg("the red line stops at the border; no red line of the other side continues it")
        )
        self._tell("end", path, features, DECIDE, words)

    def _is_covered(self, path: list[Point], features: set[int]) -> bool:
        middle = shapely.line_interpolate_point(shapely.LineString(path), 0.5, normalized=True)
        other = 1 - self.layer[min(features)]
        near = shapely.STRtree(self.shapes).query(middle, predicate="within")
        return bool((self.layer[self.owners[near]] == other).any())

    def _offset(self, path: list[Point]) -> None:
        """Handle a stretch from the longer layer's end to the shorter layer's end."""
        length = shapely.LineString(path).length
        own = self._users(path[0], path[1])
        beyond = [
            by
            for other in self.links.get(path[-1], ())
            if frozenset((path[-1], other)) in self.border
            for by in self._users(path[-1], other)
            if self.layer[by] != self.layer[next(iter(own))]
        ]
        features = own | set(beyond)
        if length > self.tolerance:
            self._tell("offset", path, features, DECIDE, msg("over the tolerance"))
            return
        if len(own) != 1 or len(set(beyond)) != 1 or self.keys[min(own)] != self.keys[beyond[0]]:
            words = msg("the attributes of the two do not fit")
            self._tell("offset", path, features, DECIDE, words)
            return
        place = shapely.line_interpolate_point(shapely.LineString(path), length / 2.0)
        middle = (float(place.x), float(place.y))
        shorter = self._shift(path[::-1], middle, beyond[0], gains=True)
        longer = self._shift(path, middle, min(own), gains=False)
        if shorter is None or longer is None:
            self._tell("offset", path, features, DECIDE, msg("other lines stand in the way"))
            return
        self.shifts += [shorter, longer]
        self.middles.append(middle)
        self._tell("offset", path, features, MATCHED, msg("both ends moved to the middle"))

    def _shift(self, path: list[Point], middle: Point, feature: int, gains: bool) -> Shift | None:
        """Return the shift of the end at the path's beginning to the middle."""
        half = shapely.LineString(path).length / 2.0
        arc = self._inland(path[0], half, feature)
        if arc is None:
            return None
        way = [point for point in path[1:-1] if self._before(path, point, half)]
        ring = [*arc[::-1], *way, middle]
        chord = shapely.LineString([arc[-1], middle])
        region = shapely.Polygon(ring)
        if not region.is_valid or region.area == 0.0:
            return None
        at = np.flatnonzero(self.owners == feature)
        if gains:
            hit = shapely.STRtree(self.shapes).query(region, predicate="intersects")
            covered = shapely.area(shapely.intersection(self.shapes[hit], region)).sum()
            if covered > 1e-6:
                return None
        elif shapely.area(shapely.intersection(self.shapes[at], region)).sum() < region.area - 1e-6:
            return None
        return Shift(region, feature, gains, chord)

    @staticmethod
    def _before(path: list[Point], point: Point, half: float) -> bool:
        index = path.index(point)
        return bool(shapely.LineString(path[: index + 1]).length < half)

    def _inland(self, end: Point, least: float, feature: int) -> list[Point] | None:
        """Return the feature's line from an end at the border inland, at least so long."""
        arc, length = [end], 0.0
        while length < least or len(arc) < 2:
            onward = [
                point
                for point in self.links[arc[-1]]
                if point not in arc and frozenset((arc[-1], point)) not in self.border
            ]
            if len(onward) != 1 or self._users(arc[-1], onward[0]) != {feature}:
                return None if len(arc) < 2 else arc
            length += float(np.hypot(onward[0][0] - arc[-1][0], onward[0][1] - arc[-1][1]))
            arc.append(onward[0])
        return arc

    def _shifted(self) -> tuple[Shapes, Ints]:
        if not self.shifts:
            return self.shapes, self.owners
        lines = with_points(self.lines, np.array(self.middles))
        touched = shapely.STRtree(self.shapes).query(
            as_shapes([shift.region for shift in self.shifts]), predicate="intersects"
        )[1]
        touched = np.unique(touched)
        near = shapely.intersects(lines, shapely.union_all(self.shapes[touched]))
        edges = segments_of(lines[near])
        close = shapely.STRtree(self.shapes[touched]).query(edges, predicate="intersects")[0]
        more = np.concatenate(
            [edges[np.unique(close)], as_shapes([shift.chord for shift in self.shifts])]
        )
        net = Faces(self.shapes[touched], self.owners[touched], more)
        inside = shapely.point_on_surface(net.faces)
        for shift in self.shifts:
            for face in np.flatnonzero(shapely.intersects(shift.region, inside)):
                if shift.gains:
                    net.of[face].add(shift.feature)
                else:
                    net.of[face].discard(shift.feature)
        parts, of = net.rebuilt()
        rest = np.setdiff1d(np.arange(len(self.shapes)), touched)
        return np.concatenate([self.shapes[rest], parts]), np.concatenate([self.owners[rest], of])

    def _tell(
        self, kind: str, path: list[Point], features: set[int], state: str, words: Message
    ) -> None:
        line = shapely.LineString(path if path[0] < path[-1] else path[::-1])
        point = shapely.line_interpolate_point(line, 0.5, normalized=True)
        self.places.append(
            Place(
                kind,
                (float(point.x), float(point.y)),
                float(line.length),
                0.0,
                tuple(sorted(features)),
                state,
                words,
            )
        )

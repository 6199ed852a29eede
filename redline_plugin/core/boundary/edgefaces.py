"""Edge matching, first step: overhangs, overlaps and gaps at the border, face by face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.arcs import on_lines, segments_of
from redline_plugin.core.boundary.edgeborder import ON_BORDER, Sides, with_points
from redline_plugin.core.check.fixfaces import Faces
from redline_plugin.core.check.rule import NOBODY, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.text import Message, msg

MATCHED, DECIDE = "matched", "decide"
_NOISE_M2 = 1e-4


@dataclass(frozen=True)
class Place:
    """A place at the border.

    Attributes:
        kind: "overlap", "overhang", "gap", "offset" or "end".
        point: (2,) where.
        offset_m: how far the line lies from the border, or the two ends from each other.
        area_m2: of the overlap, overhang or gap; 0 of ends.
        features: numbers of the features, over both layers.
        state: :data:`MATCHED` or :data:`DECIDE`.
        proposal: what was done, or what stands against it.
    """

    kind: str
    point: tuple[float, float]
    offset_m: float
    area_m2: float
    features: tuple[int, ...]
    state: str
    proposal: Message


class BorderFaces:
    """Faces of both layers, the border and the connectors, and what becomes of them.

    Args:
        shapes, owners: polygons of both layers and their features.
        layer: (features,) 0 or 1.
        fit: of two features, whether their attributes allow to join them.
        lines: of the border, with all nodes.
        connectors: from vertices to the border.
        tolerance: in metres.
    """

    def __init__(
        self,
        shapes: Shapes,
        owners: Ints,
        layer: Ints,
        keys: Sequence[str],
        lines: Shapes,
        connectors: Shapes,
        sides: Sides,
        tolerance: float,
    ):
        more = np.concatenate([segments_of(lines), connectors])
        self.net = Faces(shapes, owners, more)
        self.layer, self.keys = layer, keys
        faces = self.net.faces
        self.side = sides.of(shapely.point_on_surface(faces))
        points, of = shapely.get_coordinates(faces, return_index=True)
        away = shapely.distance(shapely.points(points), shapely.union_all(lines))
        self.away: Floats = np.zeros(len(faces))
        np.maximum.at(self.away, of, away)
        self.near = (self.away <= tolerance + 1e-9) & (self.side >= 0)
        self.on_border = on_lines(self.net.start, self.net.end, lines)
        self.is_connector = on_lines(self.net.start, self.net.end, connectors)
        # With the places where outlines cross it, which only the noding knows.
        nodes = np.concatenate([self.net.start[self.on_border], self.net.end[self.on_border]])
        self.lines = with_points(lines, nodes)
        self.beside: dict[int, list[int]] = {face: [] for face in range(len(faces))}
        for edge, pair in enumerate(self.net.sides.tolist()):
            for face in pair:
                if face != NOBODY:
                    self.beside[face].append(edge)
        self.places: list[Place] = []

    def match(self) -> None:
        """Give what hangs over to the other side, and fill gaps up to the border.

        What one place gains may be what another waits for: rounds go on until none gains.
        """
        made: list[Place] = []
        while True:
            self.places = []
            self._round()
            matched = [place for place in self.places if place.state == MATCHED]
            made += matched
            if not matched:
                self.places += made
                return

    def _round(self) -> None:
        start = [frozenset(of) for of in self.net.of]
        for group in self._groups(self._hanging(start), start):
            self._settle(group, start)
        now = [frozenset(of) for of in self.net.of]
        open_to = {face for face in range(len(now)) if self._is_open(face, now)}
        fill = [face for face in sorted(open_to) if self._is_backed(face, now, open_to)]
        for group in self._groups(fill, now):
            self._fill(group, now)

    def _across(self, face: int, edge: int) -> int:
        one, other = self.net.sides[edge].tolist()
        return int(other if one == face else one)

    def _hanging(self, cover: list[frozenset[int]]) -> list[int]:
        """Return faces that a feature of the other side's layer covers."""
        return [
            face
            for face, of in enumerate(cover)
            if self.side[face] >= 0 and any(self.layer[by] != self.side[face] for by in of)
        ]

    def _groups(self, chosen: list[int], cover: list[frozenset[int]]) -> list[list[int]]:
        """Return chosen faces in groups that meet in edges, on one side, of one cover."""
        left, groups = set(chosen), []
        for face in chosen:
            if face not in left:
                continue
            left.discard(face)
            group, todo = [], [face]
            while todo:
                here = todo.pop()
                group.append(here)
                for edge in self.beside[here]:
                    other = self._across(here, edge)
                    same = other in left and self.side[other] == self.side[face]
                    if same and cover[other] == cover[face]:
                        left.discard(other)
                        todo.append(other)
            groups.append(sorted(group))
        return groups

    def _neighbours(
        self, group: list[int], cover: list[frozenset[int]], layer: int
    ) -> dict[int, float]:
        """Return features of a layer by the length of the edges that they share with a group."""
        inside = set(group)
        lengths: dict[int, float] = {}
        for face in group:
            for edge in self.beside[face]:
                other = self._across(face, edge)
                if other == NOBODY or other in inside:
                    continue
                for by in cover[other]:
                    if self.layer[by] == layer:
                        lengths[by] = lengths.get(by, 0.0) + float(self.net.length[edge])
        return lengths

    def _settle(self, group: list[int], cover: list[frozenset[int]]) -> None:
        side = int(self.side[group[0]])
        own = {by for by in cover[group[0]] if self.layer[by] == side}
        foreign = {by for by in cover[group[0]] if self.layer[by] != side}
        kind = "overlap" if own else "overhang"
        if not self.near[group].all():
            # Where it goes on beyond the tolerance it is no matter of the border's accuracy.
            self._tell(kind, group, own | foreign, DECIDE, msg("over the tolerance"))
            return
        if own:
            for face in group:
                self.net.of[face] -= foreign
            words = msg("stays with the side that it lies on")
            self._tell(kind, group, own | foreign, MATCHED, words)
            return
        beside = self._neighbours(group, cover, side)
        able = [by for by in beside if all(self._fit(by, other) for other in foreign)]
        if not able:
            why = (
                msg("the attributes of the two do not fit")
                if beside
                else msg("no red line of the other side continues it")
            )
            self._tell(kind, group, foreign, DECIDE, why)
            return
        best = self._longest(able, beside)
        for face in group:
            self.net.of[face] = {best}
        words = msg("given to the side that it lies on")
        self._tell(kind, group, foreign | {best}, MATCHED, words)

    def _fit(self, one: int, other: int) -> bool:
        return self.keys[one] == self.keys[other]

    @staticmethod
    def _longest(able: list[int], lengths: dict[int, float]) -> int:
        return min(able, key=lambda by: (-round(lengths[by], 9), by))

    def _is_open(self, face: int, cover: list[frozenset[int]]) -> bool:
        """Return whether an uncovered face lies between its side's red line and the border."""
        if cover[face] or not self.near[face]:
            return False
        edges = self.beside[face]
        return any(self.on_border[edge] for edge in edges) and any(
            self.layer[by] == self.side[face]
            for edge in edges
            if not self.is_connector[edge] and (other := self._across(face, edge)) != NOBODY
            for by in cover[other]
        )

    def _is_backed(self, face: int, cover: list[frozenset[int]], open_to: set[int]) -> bool:
        """Return whether the other side is red, or will be, all along the face's border."""
        total = backed = 0.0
        for edge in self.beside[face]:
            if not self.on_border[edge]:
                continue
            other = self._across(face, edge)
            length = float(self.net.length[edge])
            total += length
            if other == NOBODY or self.side[other] == self.side[face]:
                continue
            backed += length if other in open_to or cover[other] else 0.0
        return backed > 0.0 and backed >= total - ON_BORDER

    def _fill(self, group: list[int], cover: list[frozenset[int]]) -> None:
        side = int(self.side[group[0]])
        beside = self._neighbours(group, cover, side)
        facing = self._neighbours(group, cover, 1 - side)
        able = [by for by in beside if not facing or any(self._fit(by, o) for o in facing)]
        features = set(beside) | set(facing)
        if not able:
            words = msg("the attributes of the two do not fit")
            self._tell("gap", group, features, DECIDE, words)
            return
        best = self._longest(able, beside)
        for face in group:
            self.net.of[face] = {best}
        words = msg("filled up to the border")
        self._tell("gap", group, {best} | set(facing), MATCHED, words)

    def _tell(
        self, kind: str, group: list[int], features: set[int], state: str, words: Message
    ) -> None:
        shape = shapely.union_all(self.net.faces[group])
        if shape.area <= _NOISE_M2:
            return
        point = shapely.point_on_surface(shape)
        self.places.append(
            Place(
                kind,
                (point.x, point.y),
                float(self.away[group].max()),
                float(shape.area),
                tuple(sorted(features)),
                state,
                words,
            )
        )

"""Safe fixes of small overlaps and gaps: each goes whole to one neighbour, along exact edges."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.arcs import SAME_PLACE, on_lines, segments_of
from redline_plugin.core.check.coveragerules import closed_gaps, overlaps
from redline_plugin.core.check.fixpoints import Step
from redline_plugin.core.check.polygons import Polygons, names_of_points
from redline_plugin.core.check.rule import NOBODY, Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.text import Message, msg


def share_out(
    shapes: Shapes, owners: Ints, settings: dict[str, float], fixed: Shapes
) -> tuple[Shapes, Ints, list[Step]]:
    """Give overlaps and gaps below MAX_AREA and MAX_WIDTH to the neighbour of the longest edge.

    The polygons around them are noded into faces; each face keeps its owner, but for those of the
    overlaps and gaps. An edge on the outline of ``fixed`` stays an edge: a neighbour whose gain
    would dissolve one is passed over, and if there is no other, the place is left and listed.
    """
    subject = Polygons(shapes, [""] * len(shapes))
    subject.owners = owners
    limits = {
        "OVERLAP_AREA": 0.0,
        "GAP_LEAST_AREA": 0.0,
        "GAP_AREA": settings["MAX_AREA"],
        "GAP_WIDTH": 0.0,
    }
    lap, gap = overlaps(subject, limits), closed_gaps(subject, limits)
    pieces = np.concatenate([lap.shapes, gap.shapes])
    if len(pieces) == 0:
        return shapes, owners, []
    is_lap = np.arange(len(pieces)) < len(lap.shapes)
    small = _small(pieces, settings)
    steps = [
        _step(piece, lap_here, int(first), msg("left: larger or wider than the limits"), made=False)
        for piece, lap_here, first in zip(
            pieces[~small], is_lap[~small], np.concatenate([lap.first, gap.first])[~small]
        )
        if lap_here or shapely.area(piece) > settings["NOTHING"]
    ]
    if not small.any():
        return shapes, owners, steps
    around = np.unique(
        shapely.STRtree(shapes).query(pieces[small], predicate="dwithin", distance=SAME_PLACE)[1]
    )
    around = np.unique(
        shapely.STRtree(shapes).query(shapes[around], predicate="dwithin", distance=SAME_PLACE)[1]
    )
    faces = Faces(shapes[around], owners[around])
    steps += faces.decide(pieces[small], pieces[~small], fixed)
    parts, of = faces.rebuilt()
    rest = np.setdiff1d(np.arange(len(shapes)), around)
    return np.concatenate([shapes[rest], parts]), np.concatenate([owners[rest], of]), steps


def _small(pieces: Shapes, settings: dict[str, float]) -> Bools:
    area = shapely.area(pieces)
    width = 2.0 * area / np.maximum(shapely.length(pieces), 1e-12)
    return (area < settings["MAX_AREA"]) & (width < settings["MAX_WIDTH"])


def _step(piece: shapely.Polygon, lap: bool, feature: int, after: Message, made: bool) -> Step:
    point = shapely.point_on_surface(piece)
    area = f"{shapely.area(piece):.3g}"
    before = (
        msg("an overlap of {area} m2", area=area) if lap else msg("a gap of {area} m2", area=area)
    )
    return Step("overlap" if lap else "gap", (point.x, point.y), feature, before, after, made)


class Faces:
    """Polygons noded into faces.

    Attributes:
        faces: (f,) polygons that meet in exact edges only.
        of: of each face, the features that cover it; after :meth:`decide` one at most where the
            place was small.
    """

    def __init__(self, shapes: Shapes, owners: Ints, more: Shapes | None = None):
        edges = segments_of(shapely.get_rings(shapes))
        lines = shapely.unary_union(edges if more is None else np.concatenate([edges, more]))
        faces = shapely.get_parts(shapely.polygonize([lines]))
        # From the lowest place on, so that nothing depends on the order of features.
        corner = shapely.bounds(faces)
        self.faces = faces[np.lexsort((corner[:, 3], corner[:, 2], corner[:, 1], corner[:, 0]))]
        inside = shapely.point_on_surface(self.faces)
        face, shape = shapely.STRtree(shapes).query(inside, predicate="intersects")
        self.of: list[set[int]] = [set() for _ in self.faces]
        for at, by in zip(face.tolist(), owners[shape].tolist()):
            self.of[at].add(by)
        self._edges()

    def _edges(self) -> None:
        """Find which two faces are on the sides of each edge."""
        rings, face = shapely.get_rings(self.faces, return_index=True)
        points, ring = shapely.get_coordinates(rings, return_index=True)
        tail = np.flatnonzero(ring[:-1] == ring[1:])
        names = names_of_points(points)
        low = np.minimum(names[tail], names[tail + 1])
        high = np.maximum(names[tail], names[tail + 1])
        _, first, edge = np.unique(
            low * (int(names.max(initial=0)) + 1) + high, return_index=True, return_inverse=True
        )
        side = face[ring[tail]]
        self.sides: Ints = np.full((len(first), 2), NOBODY)
        order = np.argsort(edge.reshape(-1), kind="stable")
        sorted_edge = edge.reshape(-1)[order]
        start = np.diff(sorted_edge, prepend=-1) != 0
        self.sides[sorted_edge[start], 0] = side[order][start]
        self.sides[sorted_edge[~start], 1] = side[order][~start]
        self.start: Floats = points[tail[first]]
        self.end: Floats = points[tail[first] + 1]
        self.length: Floats = np.hypot(*(self.end - self.start).T)

    def decide(self, small: Shapes, large: Shapes, fixed: Shapes) -> list[Step]:
        """Give each face of a small place to one feature; return what was done and what was left."""
        held = (
            on_lines(self.start, self.end, fixed)
            if len(fixed)
            else np.zeros(len(self.start), dtype=bool)
        )
        inside = shapely.point_on_surface(self.faces)
        mine = np.unique(shapely.STRtree(small).query(inside, predicate="intersects")[0])
        if len(large):
            taken = shapely.STRtree(large).query(inside, predicate="intersects")[0]
            mine = np.setdiff1d(mine, taken)
        before = [frozenset(of) for of in self.of]
        beside: dict[int, list[int]] = {}
        for edge, (one, other) in enumerate(self.sides.tolist()):
            beside.setdefault(one, []).append(edge)
            beside.setdefault(other, []).append(edge)
        steps = []
        loose = set(mine.tolist())
        for group in self._groups(mine, before):
            edges = [edge for face in group for edge in beside.get(face, [])]
            lengths: dict[int, float] = {}
            lost: dict[int, float] = {}
            for edge in edges:
                one, other = self.sides[edge].tolist()
                across = other if one in group else one
                if across in group or across == NOBODY:
                    continue
                for by in before[across] if across not in loose or before[across] else ():
                    if len(before[across]) == 1:
                        lengths[by] = lengths.get(by, 0.0) + float(self.length[edge])
                    if held[edge]:
                        lost[by] = lost.get(by, 0.0) + float(self.length[edge])
            cover = before[group[0]]
            able = [by for by in lengths if (not cover or by in cover) and not lost.get(by)]
            piece = shapely.union_all(self.faces[group])
            if not able:
                why = (
                    msg("left: an edge of a protected area would go")
                    if lost
                    else msg("left: no neighbour shares an edge with it alone")
                )
                feature = min(cover or lost or {NOBODY})
                if feature != NOBODY:
                    steps.append(_step(piece, bool(cover), feature, why, made=False))
                continue
            best = min(able, key=lambda by: (-round(lengths[by], 9), by))
            for face in group:
                self.of[face] = {best}
            steps.append(
                _step(
                    piece,
                    bool(cover),
                    best,
                    msg("given to the neighbour of the longest edge"),
                    True,
                )
            )
        return steps

    def _groups(self, mine: Ints, before: list[frozenset[int]]) -> list[list[int]]:
        """Return small faces in connected groups that the same features cover."""
        beside: dict[int, set[int]] = {face: set() for face in mine.tolist()}
        for one, other in self.sides.tolist():
            if one in beside and other in beside and before[one] == before[other]:
                beside[one].add(other)
                beside[other].add(one)
        groups, seen = [], set()
        for face in mine.tolist():
            if face in seen:
                continue
            group, todo = [], [face]
            seen.add(face)
            while todo:
                here = todo.pop()
                group.append(here)
                todo += [other for other in beside[here] if other not in seen]
                seen |= beside[here]
            groups.append(sorted(group))
        return groups

    def rebuilt(self) -> tuple[Shapes, Ints]:
        """Return the features' polygons, made of their faces."""
        parts: list[Shapes] = []
        owners: list[int] = []
        for by in sorted({by for of in self.of for by in of}):
            here = [at for at, of in enumerate(self.of) if by in of]
            made = polygon_parts([shapely.unary_union(self.faces[here])])
            parts.append(made)
            owners += [by] * len(made)
        return np.concatenate([as_shapes([]), *parts]), np.array(owners, dtype=np.int64)

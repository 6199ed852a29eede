"""Blocks cut at county borders, so that the pieces together are exactly the block.

Cutting with one county after the other would compute every crossing twice and leave slivers beside
the borders. Instead the block's outline and the borders in it are noded once, which divides the
block into faces; each face goes to one county, and a county's faces are joined again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from redline_plugin.core.delineate.inputs import County
from redline_plugin.core.delineate.shapes import (
    Shapes,
    as_shapes,
    holes_of,
    is_thin,
    polygon_of,
    polygon_parts,
    short_lines,
)
from redline_plugin.core.delineate.union import group, with_holes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled

NOWHERE = -1
"""Index of the county of a piece that lies in none."""


@dataclass(frozen=True)
class Pieces:
    """Pieces of polygons.

    Attributes:
        shapes: the pieces.
        owner: index of the polygon that each is a piece of.
        county: index of its county, :data:`NOWHERE` outside all.
        overlaps: the faces that more than one county claims.
    """

    shapes: Shapes
    owner: NDArray[np.intp]
    county: NDArray[np.intp]
    overlaps: Shapes


def sorted_by_code(
    counties: Sequence[County], polygons: Sequence[Shapes]
) -> tuple[list[County], list[Shapes]]:
    """Return one entry for each code, its polygons united, in the order of codes."""
    by_code: dict[str, list[int]] = {}
    for index, county in enumerate(counties):
        by_code.setdefault(county.code, []).append(index)
    chosen, united = [], []
    for code in sorted(by_code):
        members = by_code[code]
        chosen.append(min((counties[index] for index in members), key=lambda county: county.name))
        parts = np.concatenate([polygons[index] for index in members])
        united.append(polygon_parts([shapely.union_all(parts)]) if len(members) > 1 else parts)
    return chosen, united


def split(parts: Shapes, counties: Sequence[Shapes], width: float, feedback: Feedback) -> Pieces:
    """Cut ``parts`` at the borders of counties.

    Args:
        parts: valid polygons.
        counties: the valid polygons of each county; where counties overlap the first one wins.
        width: a face that is narrower on average (a gap or overlap of borders that are meant to be
            one) goes to the neighbour that it shares most of its outline with.
        feedback: asked at every polygon.
    """
    polygons = np.concatenate([as_shapes([]), *counties])
    county_of = np.repeat(np.arange(len(counties)), [len(shapes) for shapes in counties])
    met = _pairs_by_first(shapely.STRtree(polygons).query(parts, predicate="intersects"), parts)
    stop_if_cancelled(feedback)
    borders = short_lines(polygons)
    crossed = _pairs_by_first(shapely.STRtree(borders).query(parts, predicate="intersects"), parts)
    shapes: list[Polygon] = []
    owner: list[int] = []
    county: list[int] = []
    overlaps: list[Polygon] = []
    for index, part in enumerate(parts):
        stop_if_cancelled(feedback)
        around = np.unique(county_of[met[index]])
        if len(crossed[index]) == 0:
            found = [(part, int(around[0]) if len(around) else NOWHERE)]
            if len(around) > 1:
                overlaps.append(part)
        else:
            claims = [(polygons[one], int(county_of[one])) for one in met[index]]
            faces = _Faces(part, borders[crossed[index]], claims, width)
            overlaps.extend(faces.overlaps())
            found = faces.by_county()
        for shape, where in found:
            shapes.append(shape)
            owner.append(index)
            county.append(where)
        feedback.progress((index + 1) / len(parts))
    return Pieces(
        as_shapes(shapes),
        np.array(owner, dtype=np.intp),
        np.array(county, dtype=np.intp),
        as_shapes(overlaps),
    )


def _pairs_by_first(pairs: NDArray[np.intp], first: Shapes) -> list[NDArray[np.intp]]:
    """Return for each of ``first`` the seconds that it is paired with."""
    order = np.argsort(pairs[0], kind="stable")
    borders = np.searchsorted(pairs[0][order], np.arange(1, len(first)))
    return np.split(pairs[1][order], borders)


def _near(holes: Shapes, borders: Shapes) -> NDArray[np.bool_]:
    """Return which holes a border meets, by itself or through others that it touches.

    A chain of holes that touch at corners parts nothing as long as it ends in the open; a border
    that crosses the holes at both its ends closes it.
    """
    if len(holes) == 0:
        return np.zeros(0, dtype=bool)
    filled = as_shapes(shapely.polygons(holes))
    met = shapely.STRtree(borders).query(filled, predicate="intersects")[0]
    one, other = shapely.STRtree(filled).query(filled, predicate="intersects")
    chains = group(one, other, len(holes))
    return np.isin(chains, chains[met])


class _Faces:
    """The faces that county borders divide one polygon into.

    ``borders`` are lines that meet the polygon; ``claims`` polygons of counties and their index.
    """

    def __init__(
        self, part: Polygon, borders: Shapes, claims: list[tuple[Polygon, int]], width: float
    ) -> None:
        self._part = part
        holes = holes_of(as_shapes([part]))[0]
        near = _near(holes, borders)
        # Holes that no border meets stay out of the noding; each is in one face as it is.
        self._far_holes = holes[~near]
        cut = polygon_of(shapely.get_exterior_ring(part), list(holes[near]))
        noded = shapely.union_all([cut.boundary, *borders])
        faces = polygon_parts([shapely.polygonize(shapely.get_parts(noded))])
        points = shapely.point_on_surface(faces)
        shapely.prepare(cut)
        inside = shapely.contains(cut, points)
        self._faces, points = faces[inside], points[inside]
        self._thin = is_thin(self._faces, width)
        self._county = np.full(len(self._faces), NOWHERE)
        self._claims = np.zeros(len(self._faces), dtype=int)
        for polygon, county in sorted(claims, key=lambda claim: -claim[1]):
            shapely.prepare(polygon)
            covered = shapely.covers(polygon, points)
            self._county[covered] = county
            self._claims += covered

    def overlaps(self) -> Shapes:
        """Return the faces that several counties claim."""
        return self._faces[(self._claims > 1) & ~self._thin]

    def by_county(self) -> list[tuple[Polygon, int]]:
        """Return the pieces of the polygon with the index of their county."""
        self._give_thin_faces_away()
        counties = np.unique(self._county)
        if len(counties) == 1:
            return [(self._part, int(counties[0]))]
        found = []
        # Faces of one county lie side by side only where it overlaps another or took a thin one.
        joined = bool(self._thin.any() or (self._claims > 1).any())
        for county in counties:
            faces = self._faces[self._county == county]
            if joined and len(faces) > 1:
                faces = polygon_parts([shapely.union_all(faces)])
            found += [(piece, int(county)) for piece in with_holes(faces, self._far_holes)]
        return found

    def _give_thin_faces_away(self) -> None:
        waiting = list(np.flatnonzero(self._thin))
        given = ~self._thin
        progress = True
        while waiting and progress:
            progress = False
            for face in list(waiting):
                candidates = np.flatnonzero(given)
                shared = shapely.length(
                    shapely.intersection(
                        shapely.boundary(self._faces[face]),
                        shapely.boundary(self._faces[candidates]),
                    )
                )
                if len(shared) and shared.max() > 0:
                    self._county[face] = self._county[candidates[np.argmax(shared)]]
                    given[face] = True
                    waiting.remove(face)
                    progress = True

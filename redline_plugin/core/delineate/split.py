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
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, is_thin, polygon_parts
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
    tree = shapely.STRtree(parts)
    polygon_met, part_met = tree.query(polygons, predicate="intersects")
    polygon_around, part_around = tree.query(polygons, predicate="covers")
    whole_in = np.full(len(parts), NOWHERE)
    whole_in[part_around] = county_of[polygon_around]
    meetings = np.bincount(part_met, minlength=len(parts))
    order = np.argsort(part_met, kind="stable")
    met_by_part = np.split(polygon_met[order], np.cumsum(meetings)[:-1]) if len(parts) else []
    shapes: list[Polygon] = []
    owner: list[int] = []
    county: list[int] = []
    overlaps: list[Polygon] = []
    for index, part in enumerate(parts):
        stop_if_cancelled(feedback)
        met = met_by_part[index]
        if len(met) == 0 or (len(met) == 1 and whole_in[index] != NOWHERE):
            found = [(part, int(whole_in[index]))]
        else:
            faces = _Faces(part, polygons[met], county_of[met], width)
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


class _Faces:
    """The faces that county borders divide one polygon into."""

    def __init__(
        self, part: Polygon, polygons: Shapes, county_of: NDArray[np.intp], width: float
    ) -> None:
        self._part = part
        west, south, east, north = part.bounds
        margin = max(east - west, north - south, width)
        borders = shapely.clip_by_rect(
            shapely.boundary(polygons), west - margin, south - margin, east + margin, north + margin
        )
        noded = shapely.union_all([part.boundary, *borders])
        faces = polygon_parts([shapely.polygonize(shapely.get_parts(noded))])
        points = shapely.point_on_surface(faces)
        shapely.prepare(part)
        inside = shapely.contains(part, points)
        self._faces, points = faces[inside], points[inside]
        self._thin = is_thin(self._faces, width)
        self._county = np.full(len(self._faces), NOWHERE)
        claims = np.zeros(len(self._faces), dtype=int)
        order = np.argsort(county_of, kind="stable")[::-1]
        for polygon, county in zip(polygons[order], county_of[order]):
            shapely.prepare(polygon)
            covered = shapely.covers(polygon, points)
            self._county[covered] = county
            claims += covered
        self._claims = claims

    def overlaps(self) -> Shapes:
        """Return the faces that several counties claim."""
        return self._faces[(self._claims > 1) & ~self._thin]

    def by_county(self) -> list[tuple[Polygon, int]]:
        """Return the pieces of the polygon with the index of their county."""
        self._give_thin_faces_away()
        found = []
        counties = np.unique(self._county)
        if len(counties) == 1:
            return [(self._part, int(counties[0]))]
        for county in counties:
            faces = self._faces[self._county == county]
            found += [(piece, int(county)) for piece in polygon_parts([shapely.union_all(faces)])]
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

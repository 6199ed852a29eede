"""Outline, protected areas, counties and reasons put together to numbered blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.areas import Usable
from redline_plugin.core.delineate.because import (
    MANUAL_ID,
    PROTECTED_ID,
    explain,
    features_in,
    names_of,
    protected_areas,
    raster_areas,
)
from redline_plugin.core.delineate.bits import BIT
from redline_plugin.core.delineate.blocks import Block
from redline_plugin.core.delineate.disputedland import Land, flagged, land_in_blocks
from redline_plugin.core.delineate.gaps import fill_gaps
from redline_plugin.core.delineate.inputs import Options, ProtectedArea
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.delineate.preflight import Ready
from redline_plugin.core.delineate.selecting import kinds_of
from redline_plugin.core.delineate.shapes import (
    TOUCH_M2,
    Shapes,
    as_shapes,
    in_canonical_order,
    polygon_parts,
    thin_width,
)
from redline_plugin.core.delineate.split import NOWHERE, Pieces, split
from redline_plugin.core.delineate.strips import Strip, WorkRaster
from redline_plugin.core.delineate.union import group, merge
from redline_plugin.core.errors import Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.standard.reasons import FUNCTION, SENSITIVITY
from redline_plugin.core.text import msg


def united(*areas: Usable[ProtectedArea]) -> Shapes:
    """Return all land of these as polygons that do not overlap, in an order of their own."""
    parts = in_canonical_order(np.concatenate([area.parts for area in areas]))
    if len(parts) == 0:
        return parts
    return polygon_parts([shapely.union_all(parts)])


@dataclass(frozen=True)
class Whole:
    """The red line before counties cut it.

    Attributes:
        parts: polygons that do not overlap.
        patch: the patch of each, see :class:`Block`.
        with_protected_m2: area before gaps were filled.
        gaps: number of gaps filled.
        areas: of each of ``parts``.
    """

    parts: Shapes
    patch: NDArray[np.intp]
    with_protected_m2: float
    gaps: int
    areas: NDArray[np.float64]

    @property
    def area_m2(self) -> float:
        """Area of all parts."""
        return float(self.areas.sum())


def with_protected(
    outline: Shapes,
    protected: Shapes,
    min_hole_m2: float,
    connectivity: int,
    crs: str,
    feedback: Feedback,
) -> Whole:
    """Unite the raster's polygons with the protected land and fill the gaps between them."""
    merged = merge(outline, protected, Part(feedback, 0.0, 0.8))
    filled = fill_gaps(merged, min_hole_m2, crs, Part(feedback, 0.8, 1.0))
    parts = shapely.normalize(filled.parts)
    areas = polygon_areas(list(parts), crs)
    before = total_area(merged.parts, crs) if filled.count else float(areas.sum())
    return Whole(parts, patches_of(parts, connectivity), before, filled.count, areas)


def patches_of(parts: Shapes, connectivity: int) -> NDArray[np.intp]:
    """Return the number of the patch of each part: those that touch are one with connectivity 8.

    Parts do not overlap, so they touch in points, and there both have a vertex: corners of pixels,
    or nodes that the union made.
    """
    if connectivity == 4:
        return np.arange(len(parts))
    vertices, part = shapely.get_coordinates(parts, return_index=True)
    order = np.lexsort((vertices[:, 1], vertices[:, 0]))
    vertices, part = vertices[order], part[order]
    same = (vertices[1:] == vertices[:-1]).all(axis=1)
    return group(part[:-1][same], part[1:][same], len(parts))


def total_area(shapes: Shapes, crs: str) -> float:
    """Return the area of all shapes in m2 on the ellipsoid."""
    return float(polygon_areas(list(shapes), crs).sum())


def cut_at_counties(whole: Whole, ready: Ready, feedback: Feedback) -> Pieces:
    """Cut the parts at county borders, if counties were given."""
    if not ready.counties:
        everything = np.arange(len(whole.parts))
        nowhere = np.full(len(everything), NOWHERE)
        return Pieces(whole.parts, everything, nowhere, as_shapes([]))
    return split(whole.parts, ready.county_polygons, thin_width(ready.grid), feedback)


@dataclass(frozen=True)
class LeftOut:
    """Pieces that county borders put out: number and m2, outside all counties and cut off."""

    outside: int = 0
    outside_m2: float = 0.0
    cut_off: int = 0
    cut_off_m2: float = 0.0


def areas_of_pieces(pieces: Pieces, whole: Whole, crs: str) -> NDArray[np.float64]:
    """Return the area of each piece in m2; those of polygons that were not cut are known."""
    areas = whole.areas[pieces.owner]
    cut = _is_cut(pieces)
    areas[cut] = polygon_areas(list(pieces.shapes[cut]), crs)
    return areas


def _is_cut(pieces: Pieces) -> NDArray[np.bool_]:
    return np.bincount(pieces.owner)[pieces.owner] > 1


def without_remains(
    pieces: Pieces,
    areas: NDArray[np.float64],
    protected: Shapes,
    ready: Ready,
    options: Options,
) -> tuple[NDArray[np.bool_], LeftOut]:
    """Tell which pieces stay: not what lies outside all counties, nor small cut-off pieces.

    Protected land inside a county is never left out: a piece that holds any stays.
    """
    if not ready.counties or len(pieces.shapes) == 0:
        return np.ones(len(pieces.shapes), dtype=bool), LeftOut()
    outside = (pieces.county == NOWHERE) & (not options.keep_outside)
    # Whole patches obey the minimum of patches; this is about what cutting made.
    small = _is_cut(pieces) & ~outside & (areas < options.min_piece_m2)
    places = np.flatnonzero(small)
    piece, area = shapely.STRtree(protected).query(pieces.shapes[places], predicate="intersects")
    shared = shapely.area(shapely.intersection(pieces.shapes[places[piece]], protected[area]))
    small[places[piece[shared > TOUCH_M2]]] = False
    left = LeftOut(
        int(outside.sum()),
        float(areas[outside].sum()),
        int(small.sum()),
        float(areas[small].sum()),
    )
    return ~outside & ~small, left


def county_warnings(
    pieces: Pieces, areas: NDArray[np.float64], left: LeftOut, ready: Ready
) -> list[Problem]:
    """Tell what lies outside all counties and where counties overlap."""
    found = []
    outside = pieces.county == NOWHERE
    if left.outside:
        found.append(
            Problem(
                msg(
                    "{area} km2 in {count} pieces lie outside all counties and are left out.",
                    area=f"{left.outside_m2 / 1e6:.6f}",
                    count=left.outside,
                ),
                remedy=msg("Compare the county layer with the assessed area."),
            )
        )
    if left.cut_off:
        found.append(
            Problem(
                msg(
                    "{area} km2 in {count} small pieces that county borders cut off are left out.",
                    area=f"{left.cut_off_m2 / 1e6:.6f}",
                    count=left.cut_off,
                )
            )
        )
    if ready.counties and outside.any():
        found.append(
            Problem(
                msg(
                    "{area} km2 of the red line in {count} blocks lie outside all counties; they "
                    "are kept without a county.",
                    area=f"{areas[outside].sum() / 1e6:.6f}",
                    count=int(outside.sum()),
                ),
                remedy=msg("Compare the county layer with the assessed area."),
            )
        )
    if len(pieces.overlaps):
        found.append(
            Problem(
                msg(
                    "Counties overlap on {area} km2 of the red line; it went to the county with "
                    "the lower code.",
                    area=f"{total_area(pieces.overlaps, ready.grid.crs) / 1e6:.6f}",
                ),
                remedy=msg("Correct the county borders."),
            )
        )
    return found


@dataclass(frozen=True)
class Composed:
    """The blocks, the m2 of each reason and kind of disputed land in all of them, and warnings."""

    blocks: list[Block]
    by_reason: dict[str, float]
    warnings: list[Problem]
    left_out: LeftOut
    final_m2: float
    disputed: dict[str, float]


def compose(
    whole: Whole,
    protected: Shapes,
    ready: Ready,
    bits_raster: WorkRaster,
    strips: Sequence[Strip],
    pixel_areas: PixelAreas,
    options: Options,
    feedback: Feedback,
    land: Land,
) -> Composed:
    """Cut at counties, number from the north-west, and explain every block."""
    grid, width = ready.grid, thin_width(ready.grid)
    pieces = cut_at_counties(whole, ready, Part(feedback, 0.0, 0.3))
    areas = areas_of_pieces(pieces, whole, grid.crs)
    stays, left = without_remains(pieces, areas, protected, ready, options)
    shapes = shapely.normalize(pieces.shapes)
    order = from_north_west(shapes)
    order = order[stays[order]]
    shapes, areas = shapes[order], areas[order]
    owner, county = pieces.owner[order], pieces.county[order]
    by_raster = raster_areas(
        shapes, bits_raster, strips, pixel_areas, grid, Part(feedback, 0.3, 1.0)
    )
    by_protection, by_decision = np.zeros(len(shapes)), np.zeros(len(shapes))
    if len(ready.manual.features) == 0:
        by_protection = protected_areas(shapes, protected, grid.crs, width)
    else:
        by_protection = protected_areas(shapes, united(ready.protected), grid.crs, width)
        by_decision = protected_areas(shapes, united(ready.manual), grid.crs, width)
    inside = features_in(shapes, ready.protected, width)
    added = features_in(shapes, ready.manual, width)
    names = [names_of(features) for features in inside]
    explained = explain(
        shapes, areas, by_raster, by_protection, names, bits_raster, grid, by_decision
    )
    by_kind = land_in_blocks(shapes, land, grid.crs, feedback)
    kinds = [kinds_of(features) for features in inside]
    disputed = [
        {kind: float(sums[index]) for kind, sums in by_kind.items()} for index in range(len(shapes))
    ]
    patches = in_order_of_appearance(whole.patch[owner])
    blocks = [
        Block(
            geometry=shapes[index],
            block=index + 1,
            patch=int(patches[index]),
            county=ready.counties[county[index]].code if county[index] != NOWHERE else "",
            county_name=ready.counties[county[index]].name if county[index] != NOWHERE else "",
            functions=because.of_kind(FUNCTION),
            sensitivities=because.of_kind(SENSITIVITY),
            protected=tuple(sorted(because.names)),
            main_reason=because.main,
            area_m2=float(areas[index]),
            reasons=because.in_order(),
            kinds=tuple(sorted(kinds[index][0])),
            levels=tuple(sorted(kinds[index][1])),
            zones=tuple(sorted(kinds[index][2])),
            manual=tuple(sorted(names_of(added[index]))),
            disputed=disputed[index],
            flags=flagged(disputed[index], options),
        )
        for index, because in enumerate(explained)
    ]
    by_reason = {reason: float(by_raster[reason].sum()) for reason in BIT if reason in ready.infos}
    by_reason[PROTECTED_ID] = float(by_protection.sum())
    if ready.manual.features:
        by_reason[MANUAL_ID] = float(by_decision.sum())
    ordered = Pieces(shapes, owner, county, pieces.overlaps)
    warnings = county_warnings(ordered, areas, left, ready)
    in_all = {kind: float(sums.sum()) for kind, sums in by_kind.items()}
    return Composed(blocks, by_reason, warnings, left, float(areas.sum()), in_all)


def from_north_west(shapes: Shapes) -> NDArray[np.intp]:
    """Return the order from top to bottom and left to right.

    By the north-west corner of the bounding box: the northernmost first, of equals the
    westernmost; then by the box's other corner and by the coordinates, so that none is left open.
    """
    boxes = shapely.bounds(shapes)
    wkb = shapely.to_wkb(shapes)
    keys = [(-north, west, south, east) for west, south, east, north in boxes]
    return np.array(
        sorted(range(len(shapes)), key=lambda index: (keys[index], wkb[index])), dtype=np.intp
    )


def in_order_of_appearance(numbers: NDArray[np.intp]) -> NDArray[np.intp]:
    """Renumber groups from 1 in the order in which each first appears."""
    _, first, group = np.unique(numbers, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.intp)
    rank[np.argsort(first)] = np.arange(1, len(first) + 1)
    return rank[group.ravel()]

"""Areas of the red line by block, county and kind of land, rounded so that they add up everywhere."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import TOUCH_M2, Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.geodesic import line_lengths
from redline_plugin.core.survey.rounding import Nested, half_up, nested
from redline_plugin.core.text import N_
from redline_plugin.core.vector.overlay import land, union

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ELLIPSOID, PLANAR = "ellipsoid", "planar"
FORMULA_TITLES = {
    ELLIPSOID: N_("CGCS2000 ellipsoid, formula of the national land survey"),
    PLANAR: N_("plane of the projection"),
}

SQUARE_METRES = {"m2": 1.0, "ha": 1e4, "km2": 1e6, "mu": 1e4 / 15.0}
"""Units, and what one is in m2; 15 mu make a hectare."""

WHOLE, COUNTY, BLOCK, PART, EVERYWHERE = "whole", "county", "block", "part", "everywhere"
LEVEL_TITLES = {
    WHOLE: N_("whole red line"),
    COUNTY: N_("county"),
    BLOCK: N_("block"),
    PART: N_("part of a block"),
    EVERYWHERE: N_("block in all its counties"),
}
NONE = -1


@dataclass(frozen=True)
class Cut:
    """Blocks cut by counties and by kinds of land, and measured.

    Attributes:
        shapes: (n,) polygons and multipolygons, one for each county, block and kind that meet, in
            that order.
        county, block, kind: (n,) indices; NONE where land lies in no county, or is of no kind.
        areas: (n,) m2; perimeters: (n,) m; neither is rounded.
        overlap_m2: how much larger they are together than the land that they cover.
        pieces: (k,) the blocks cut by counties only, for the outlines of blocks in counties.
        piece_county, piece_block: (k,) as above.
        whole: (p,) the blocks uncut, and whole_block: the block of each.
    """

    shapes: Shapes
    county: Ints
    block: Ints
    kind: Ints
    areas: Floats
    perimeters: Floats
    overlap_m2: float
    pieces: Shapes
    piece_county: Ints
    piece_block: Ints
    whole: Shapes
    whole_block: Ints


@dataclass(frozen=True)
class AreaRow:
    """One row of the table.

    Attributes:
        level: of LEVEL_TITLES.
        county, block, kind: indices, NONE for all or for none.
        areas: by unit, rounded; moved: by unit, by how much from its own rounding, 0 for not.
        perimeter_m: of its outline; what its parts share is not in it.
    """

    level: str
    county: int
    block: int
    kind: int
    areas: Mapping[str, float]
    moved: Mapping[str, float]
    perimeter_m: float


@dataclass(frozen=True)
class AreaTable:
    """The rows of all levels, and what was moved.

    Attributes:
        rows: the whole, then each county with its blocks, each with its parts if it has several; a
            block of several counties has a row in each, and one of its own at the end.
        parts: (n,) rows of the parts, in the order of the cut.
        moved: by unit, the rounded parts.
    """

    rows: tuple[AreaRow, ...]
    parts: tuple[AreaRow, ...]
    moved: Mapping[str, Nested]


def cut(
    blocks: Shapes,
    owners: Ints,
    counties: Shapes | None,
    county_of: Ints,
    parcels: Shapes | None,
    kind_of: Ints,
    crs: str,
    formula: str,
    feedback: Feedback,
) -> Cut:
    """Cut blocks by counties and by kinds of land, and measure the parts.

    Args:
        blocks: (p,) valid polygons; owners: (p,) the block of each.
        counties: (c,) valid polygons, or None. county_of: the county of each, (c,); without
            polygons, of each polygon of a block, (p,).
        parcels: (q,) valid polygons, or None; kind_of: (q,) the kind of land of each.
        crs: of all of them, in metres when the formula is PLANAR.
        formula: ELLIPSOID or PLANAR.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
        InputError: coordinates lie outside of the CRS.
    """
    shapes, block, county = blocks, owners, county_of
    if counties is not None:
        over = union(blocks, counties, Part(feedback, 0.0, 0.3))
        of = over.many >= 0
        shapes, block = over.shapes[of], owners[over.many[of]]
        county = _at(county_of, over.few[of])
    pieces, piece_county, piece_block = shapes, county, block
    kind = np.full(len(shapes), NONE, dtype=np.int64)
    if parcels is not None:
        over = union(parcels, shapes, Part(feedback, 0.3, 0.8))
        of = over.few >= 0
        block, county = block[over.few[of]], county[over.few[of]]
        kind, shapes = _at(kind_of, over.many[of]), over.shapes[of]
    keys, inverse = np.unique(np.column_stack([county, block, kind]), axis=0, return_inverse=True)
    order = np.argsort(inverse.ravel(), kind="stable")
    ends = np.searchsorted(inverse.ravel()[order], np.arange(len(keys)), side="right")
    merged = []
    for members in np.split(order, ends[:-1]) if len(keys) else ():
        stop_if_cancelled(feedback)
        merged.append(_together(shapes[members]))
    found = as_shapes(merged)
    together, covered = float(shapely.area(shapes).sum()), float(_together(blocks).area)
    areas = measured_areas(found, crs, formula)
    # Edges that two layers draw twice leave slivers, which are noise of coordinates.
    kept = areas > TOUCH_M2
    overlap = max(0.0, 1.0 - covered / together) if together else 0.0
    return Cut(
        found[kept],
        keys[kept, 0],
        keys[kept, 1],
        keys[kept, 2],
        areas[kept],
        measured_lengths(shapely.boundary(found[kept]), crs, formula),
        overlap * float(areas.sum()),
        pieces,
        piece_county,
        piece_block,
        blocks,
        owners,
    )


def _together(shapes: Shapes) -> shapely.Geometry:
    """Return the land of shapes; of one, itself."""
    return shapes[0] if len(shapes) == 1 else land(shapes)


def _at(values: Ints, places: Ints) -> Ints:
    """Return the values at places, NONE where there is no place (-1)."""
    if len(values) == 0:
        return np.full(len(places), NONE, dtype=np.int64)
    return np.where(places >= 0, values[np.maximum(places, 0)], NONE)


def measured_areas(shapes: Shapes, crs: str, formula: str) -> Floats:
    """Return the areas of polygons in m2."""
    if formula == ELLIPSOID:
        return polygon_areas(list(shapes), crs)
    return np.asarray(shapely.area(shapes), dtype=np.float64)


def measured_lengths(lines: Shapes, crs: str, formula: str) -> Floats:
    """Return the lengths of lines in m."""
    if formula == ELLIPSOID:
        return line_lengths(list(lines), crs)
    return np.asarray(shapely.length(lines), dtype=np.float64)


def table_of(
    parts: Cut, crs: str, formula: str, decimals: Mapping[str, int], feedback: Feedback
) -> AreaTable:
    """Return the table: the whole is rounded, then what it is made of, so that all sums are right.

    Args:
        parts: of :func:`cut`.
        crs, formula: as there, for the outlines of what is put together.
        decimals: by unit of SQUARE_METRES.
        feedback: asked whether to stop.

    Raises:
        CancelledError: the user stopped.
    """
    rounded = {
        unit: nested(
            parts.areas / SQUARE_METRES[unit],
            places,
            parts.county.tolist(),
            parts.block.tolist(),
        )
        for unit, places in decimals.items()
    }

    pieces, whole = _by_key(parts.piece_county, parts.piece_block), _by_key(parts.whole_block)
    outlines: list[shapely.Geometry] = []

    def row(level: str, members: Ints, county: int, block: int, kind: int) -> AreaRow:
        stop_if_cancelled(feedback)
        areas, moved = {}, {}
        for unit, places in decimals.items():
            areas[unit] = round(float(rounded[unit].values[members].sum()), places)
            exact = float(parts.areas[members].sum()) / SQUARE_METRES[unit]
            moved[unit] = round(areas[unit] - half_up(exact, places), places)
        if level == PART:
            perimeter = float(parts.perimeters[members[0]])
        else:
            # What was cut and put together again may have gaps: what is whole was not cut.
            if level in (WHOLE, EVERYWHERE):
                keys = _by_key(parts.block[members])
                land_of = parts.whole[[at for key in keys for at in whole[key]]]
            else:
                keys = _by_key(parts.county[members], parts.block[members])
                land_of = parts.pieces[[at for key in keys for at in pieces[key]]]
            outlines.append(shapely.boundary(_together(land_of)))
            perimeter = math.nan
        return AreaRow(level, county, block, kind, areas, moved, perimeter)

    finest = tuple(
        row(PART, np.array([at]), *of)
        for at, of in enumerate(zip(*(c.tolist() for c in (parts.county, parts.block, parts.kind))))
    )
    rows = list(_rows(parts, finest, row))
    # All outlines at once: each call of PROJ has its price.
    lengths = iter(measured_lengths(as_shapes(outlines), crs, formula).tolist())
    found = tuple(
        each if each.level == PART else replace(each, perimeter_m=next(lengths)) for each in rows
    )
    return AreaTable(found, finest, rounded)


def _by_key(*keys: Ints) -> dict[tuple[int, ...], list[int]]:
    """Return the places of each key, in the order that they first appear in."""
    found: dict[tuple[int, ...], list[int]] = {}
    for at, key in enumerate(zip(*(each.tolist() for each in keys))):
        found.setdefault(key, []).append(at)
    return found


def _rows(
    parts: Cut, finest: Sequence[AreaRow], row: Callable[[str, Ints, int, int, int], AreaRow]
) -> Iterator[AreaRow]:
    everything = np.arange(len(parts.areas))
    yield row(WHOLE, everything, NONE, NONE, NONE)
    for county in _values(parts.county):
        inside = everything[parts.county == county]
        if (parts.county != NONE).any():
            yield row(COUNTY, inside, county, NONE, NONE)
        for block in _values(parts.block[inside]):
            members = inside[parts.block[inside] == block]
            yield row(BLOCK, members, county, block, NONE)
            if (parts.kind[members] != NONE).any():
                yield from (finest[at] for at in members.tolist())
    for block in _values(parts.block):
        members = everything[parts.block == block]
        if len(np.unique(parts.county[members])) > 1:
            yield row(EVERYWHERE, members, NONE, block, NONE)


def _values(of: Ints) -> list[int]:
    """Return the values in order, NONE last."""
    return sorted(np.unique(of).tolist(), key=lambda value: (value == NONE, value))

"""The map sheets that the red line runs over, county by county: which, in what order, what is on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.geodesy.geodesic import line_lengths
from redline_plugin.core.geodesy.sheets import Sheet, cells
from redline_plugin.core.geodesy.transform import (
    CGCS2000,
    spatial_reference,
    to_longitude_latitude,
    transform,
)
from redline_plugin.core.vector.overlay import overlaid

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_EDGE_POINTS = 64
"""Points on each edge of a sheet: its parallels are bent in the plane, by 0.1 mm between them."""
_PIECE = 500.0
_PIECES_OF = 32
_REACH = 1e-4
"""Degrees. How much farther than its ends a piece of line may reach in longitude and latitude."""
_TOUCH = 1e-3

GRID = {
    1_000_000: 100_000.0,
    500_000: 50_000.0,
    250_000: 20_000.0,
    100_000: 5_000.0,
    50_000: 1_000.0,
    25_000: 1_000.0,
    10_000: 1_000.0,
    5_000: 500.0,
    2_000: 200.0,
    1_000: 100.0,
    500: 50.0,
}
"""m between the lines of the grid, by scale; to 1:50 000 and from 1:10 000 on as national maps have
them (memory), the others chosen here."""
_NARROWEST_MM = 20.0
_NICE = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True)
class SheetMap:
    """One map: a sheet, and the county whose line it shows.

    Attributes:
        sheet: of the national series.
        county: code, "" when blocks have none.
        page: place among the county's sheets, from 1: from the north-west on, row by row.
        outline: of the sheet, in the plane.
        line_m: length of the county's line on it, m on the ellipsoid.
    """

    sheet: Sheet
    county: str
    page: int
    outline: shapely.Polygon
    line_m: float


def outlines(sheets: Sequence[Sheet], crs: str) -> Shapes:
    """Return the outlines of sheets in a CRS, with 64 points on each edge.

    Raises:
        InputError: the CRS is unknown, or has no place for them.
    """
    share = np.linspace(0.0, 1.0, _EDGE_POINTS, endpoint=False)
    nought, one = np.zeros(_EDGE_POINTS), np.ones(_EDGE_POINTS)
    # Clockwise from the north-western corner.
    across = np.concatenate([share, one, 1.0 - share, nought])
    up = np.concatenate([one, 1.0 - share, nought, share])
    bounds = np.array([sheet.bounds for sheet in sheets]).reshape(-1, 4)
    west, south, east, north = (side[:, None] for side in bounds.T)
    degrees = np.stack([west + (east - west) * across, south + (north - south) * up], axis=-1)
    points = transform(
        degrees.reshape(-1, 2), spatial_reference(f"EPSG:{CGCS2000}"), spatial_reference(crs)
    )
    return as_shapes(shapely.polygons(points.reshape(len(bounds), 4 * _EDGE_POINTS, 2)))


def corners(sheet: Sheet, crs: str) -> Floats:
    """Return the corners of a sheet in a CRS: north-west, north-east, south-east, south-west."""
    west, south, east, north = sheet.bounds
    degrees = np.array([[west, north], [east, north], [east, south], [west, south]])
    return transform(degrees, spatial_reference(f"EPSG:{CGCS2000}"), spatial_reference(crs))


def sheet_maps(
    lines: Shapes, counties: Sequence[str], crs: str, scale: int, feedback: Feedback
) -> list[SheetMap]:
    """Return the maps of each county, in the order of codes, those without a code last.

    Args:
        lines: outlines of blocks, in metres.
        counties: code of the county of each.
        crs: of the lines.
        scale: of the sheets.
        feedback: progress and cancel.

    Raises:
        InputError: there is no such scale, or the line lies where no sheets are numbered.
        CancelledError: the user stopped.
    """
    found: list[SheetMap] = []
    codes = sorted(set(counties), key=lambda code: (code == "", code))
    of = np.array([codes.index(county) for county in counties], dtype=np.int64)
    for number, code in enumerate(codes):
        part = Part(feedback, number / len(codes), (number + 1) / len(codes))
        # What two blocks of a county share is one line.
        pieces = _pieces(shapely.get_parts(lines[of == number]))
        sheets = _near(pieces, crs, scale)
        shapes = outlines(sheets, crs)
        length = _lengths(pieces, shapes, crs, part)
        kept = np.flatnonzero(length > _TOUCH).tolist()
        found.extend(
            SheetMap(sheets[at], code, page, shapes[at], float(length[at]))
            for page, at in enumerate(kept, start=1)
        )
    return found


def _pieces(lines: Shapes) -> Shapes:
    """Return lines in short pieces; an edge that two of them have, with the same ends, once."""
    points, of = shapely.get_coordinates(lines, return_index=True)
    tail = np.flatnonzero(of[:-1] == of[1:])
    tail = tail[(points[tail] != points[tail + 1]).any(axis=1)]
    start, end = points[tail], points[tail + 1]
    turned = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    ends = np.where(turned[:, None], np.hstack([end, start]), np.hstack([start, end]))
    # Ties keep their order, so that the first of each edge stays.
    order = np.lexsort(ends.T)
    same = (ends[order[1:]] == ends[order[:-1]]).all(axis=1)
    tail = np.delete(tail, order[1:][same])
    # Pieces of so many edges, each beginning where the one before ends; gaps end a piece.
    begins = np.flatnonzero(np.diff(tail, prepend=-2) != 1)
    place = np.arange(len(tail)) - np.repeat(begins, np.diff([*begins.tolist(), len(tail)]))
    piece = np.cumsum(place % _PIECES_OF == 0) - 1
    vertices = np.column_stack([tail, tail + 1]).ravel()
    chosen = np.ones(len(vertices), dtype=bool)
    chosen[2::2] = piece[1:] != piece[:-1]
    found = shapely.linestrings(points[vertices[chosen]], indices=np.repeat(piece, 2)[chosen])
    return as_shapes(shapely.segmentize(found, _PIECE))


def _near(pieces: Shapes, crs: str, scale: int) -> list[Sheet]:
    """Return the sheets that pieces may run over, from the north-west on, row by row."""
    points, of = shapely.get_coordinates(pieces, return_index=True)
    places = to_longitude_latitude(points, crs)
    first = np.flatnonzero(np.diff(of, prepend=-1))
    low = np.minimum.reduceat(places, first) - _REACH
    high = np.maximum.reduceat(places, first) + _REACH
    bottom, left = cells(low[:, 0], low[:, 1], scale)
    top, right = cells(high[:, 0], high[:, 1], scale)
    boxes = np.unique(np.column_stack([bottom, left, top, right]), axis=0)
    found = {
        Sheet(scale, row, column)
        for south, west, north, east in boxes.tolist()
        for row in range(south, north + 1)
        for column in range(west, east + 1)
    }
    return sorted(found, key=lambda sheet: (-sheet.row, sheet.column))


def _lengths(pieces: Shapes, shapes: Shapes, crs: str, feedback: Feedback) -> Floats:
    """Return the length of the pieces on each of the sheets, m."""
    tree = shapely.STRtree(pieces)
    of_sheet, piece = tree.query(shapes, predicate="intersects")
    inside_sheet, inside = tree.query(shapes, predicate="contains_properly")
    stop_if_cancelled(feedback)
    key, whole = of_sheet * len(pieces) + piece, inside_sheet * len(pieces) + inside
    cut = ~np.isin(key, whole)
    parts = overlaid(
        shapely.intersection, pieces[piece[cut]], shapes[of_sheet[cut]], Part(feedback, 0.0, 0.5)
    )
    length = np.zeros(len(key))
    length[~cut] = line_lengths(list(pieces), crs)[piece[~cut]]
    length[cut] = _line_lengths(as_shapes(parts), crs)
    return np.bincount(of_sheet, length, minlength=len(shapes)).astype(np.float64)


def _line_lengths(shapes: Shapes, crs: str) -> Floats:
    """Return the lengths of what intersections leave: lines, points, both together, nothing."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    lines = shapely.get_dimensions(parts) == 1
    lengths = line_lengths(list(parts[lines]), crs)
    return np.bincount(owner[lines], lengths, minlength=len(shapes)).astype(np.float64)


def numbers_of(places: Floats, crs: str, scale: int) -> list[str]:
    """Return the number of the sheet that each place (n, 2) lies on.

    Raises:
        InputError: a place lies where no sheets are numbered.
    """
    if len(places) == 0:
        return []
    degrees = to_longitude_latitude(places, crs)
    rows, columns = cells(degrees[:, 0], degrees[:, 1], scale)
    return [Sheet(scale, *cell).number for cell in zip(rows.tolist(), columns.tolist())]


def grid_interval(scale: int, drawn: float) -> float:
    """Return the distance between grid lines in m, at least 2 cm on paper.

    Args:
        scale: of the sheets.
        drawn: scale that they are drawn at, 1 to so many.
    """
    least = max(GRID[scale], drawn * _NARROWEST_MM / 1000.0)
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _NICE if step * power >= least - 1e-6)

"""Presence points on the grid: one species after the other, whatever the order of the points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import msg

Places = NDArray[np.float64]
Cells = NDArray[np.int64]


@dataclass(frozen=True)
class Points:
    """Presence points as they come from a layer.

    Attributes:
        species: name per point, "" where the layer has none.
        x: shape (n,), NaN where a point has no place.
        y: shape (n,).
        crs: any text that PROJ understands.
    """

    species: Sequence[str]
    x: Places
    y: Places
    crs: str


@dataclass(frozen=True)
class Presences:
    """One species on the grid.

    Attributes:
        name: of the species.
        points: how many points it has in the layer.
        outside: how many of them lie outside the grid, or have no place there.
        thinned: how many were left out because their pixel has one already.
        cells: number of each presence's pixel, row by row from the north, in order; shape (n,).
    """

    name: str
    points: int
    outside: int
    thinned: int
    cells: Cells


def on_grid(points: Points, grid: Grid, thin: bool) -> list[Presences]:
    """Bring points to the grid, species by name; call with GDAL's exceptions on.

    Points without a species' name are left out; the caller counts them.

    Raises:
        InputError: the points' CRS cannot be brought to the grid's, or no point is named.
    """
    x, y = _transformed(points, grid)
    x0, dx, _, y0, _, dy = grid.transform
    with np.errstate(invalid="ignore"):
        column, row = np.floor((x - x0) / dx), np.floor((y - y0) / dy)
        inside = (column >= 0) & (column < grid.width) & (row >= 0) & (row < grid.height)
    cell = np.zeros(len(x), dtype=np.int64)
    cell[inside] = row[inside].astype(np.int64) * grid.width + column[inside].astype(np.int64)
    of_species: dict[str, list[int]] = {}
    for number, name in enumerate(points.species):
        if name:
            of_species.setdefault(name, []).append(number)
    if not of_species:
        raise InputError(
            Problem(
                msg("The layer of presences has no point with a species' name."),
                remedy=msg("Choose the field that names the species, or none for a single one."),
            )
        )
    found = []
    for name in sorted(of_species):
        numbers = np.array(of_species[name])
        cells = np.sort(cell[numbers[inside[numbers]]])
        kept = np.unique(cells) if thin else cells
        found.append(
            Presences(name, len(numbers), len(numbers) - len(cells), len(cells) - len(kept), kept)
        )
    return found


def _transformed(points: Points, grid: Grid) -> tuple[Places, Places]:
    source = osr.SpatialReference()
    try:
        source.SetFromUserInput(points.crs)
    except RuntimeError as error:
        raise InputError(
            Problem(
                msg("The coordinate reference system of the presences is not understood."),
                remedy=msg("Assign its CRS, then try again."),
            )
        ) from error
    source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target = grid.spatial_reference
    if source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return points.x, points.y
    try:
        transformation = osr.CoordinateTransformation(source, target)
    except RuntimeError as error:
        raise InputError(
            Problem(
                msg("The presences cannot be brought to the grid's CRS ({reason}).", reason=error),
                remedy=msg("Check the layer's CRS."),
            )
        ) from error
    x, y = np.full(len(points.x), np.nan), np.full(len(points.x), np.nan)
    placed = np.flatnonzero(np.isfinite(points.x) & np.isfinite(points.y))
    pairs = np.column_stack([points.x[placed], points.y[placed]]).tolist()
    try:
        moved = transformation.TransformPoints(pairs)
    except RuntimeError:
        # One place that the CRS does not have is no reason to lose the others.
        moved = [_moved(transformation, pair) for pair in pairs]
    if len(placed):
        found = np.array(moved, dtype=np.float64).reshape(len(placed), -1)
        x[placed], y[placed] = found[:, 0], found[:, 1]
    return x, y


def _moved(
    transformation: osr.CoordinateTransformation, pair: tuple[float, float]
) -> tuple[float, ...]:
    try:
        return tuple(transformation.TransformPoint(*pair))
    except RuntimeError:
        return (np.nan, np.nan, np.nan)


def metres(cells: Cells, grid: Grid) -> Places:
    """Return the centres of pixels in m from the grid's corner, shape (n, 2), for distances only.

    In a geographic CRS a pixel is as wide as it is at the middle of the grid.
    """
    middle = grid.height // 2
    widths, heights = grid.cell_sizes(middle, middle + 1)
    width, height = float(widths[0]), float(heights[0])
    return np.column_stack(
        [(cells % grid.width + 0.5) * width, (cells // grid.width + 0.5) * height]
    )

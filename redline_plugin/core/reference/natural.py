"""Natural lines from rasters: watershed divides, limits of ecosystems, forest line, snow line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource, inspect
from redline_plugin.core.reference.contours import contour
from redline_plugin.core.reference.drainage import drain
from redline_plugin.core.reference.line import NATURAL, Made, ReferenceLine
from redline_plugin.core.reference.mosaic import without_small
from redline_plugin.core.reference.plane import PlaneRaster, plane_grid, read_plane
from redline_plugin.core.reference.rasterlimits import Limit, limits
from redline_plugin.core.reference.upper import Heights, upper_parts
from redline_plugin.core.text import Message, msg

MOST_CELLS = 9_000_000
"""More cells than this are joined: the ways of water take about 200 bytes each."""
OUTSIDE = -1


@gdal_exceptions()
def watershed_divides(
    elevation: RasterSource,
    least_m2: float,
    tolerance_m: float,
    feedback: Feedback,
    most_cells: int = MOST_CELLS,
) -> Made:
    """Return the lines between basins of at least ``least_m2``.

    Args:
        elevation: m.
        least_m2: area of the smallest basin told apart.
        tolerance_m: how far the lines may lie from the cells' edges.
        feedback: progress and cancel.
        most_cells: with more, cells are joined.

    Raises:
        InputError: the raster cannot serve, or has no two basins of that size.
    """
    terrain, notes = _read(elevation, most_cells, Part(feedback, 0.0, 0.2), classes=False)
    heights = np.where(terrain.valid, terrain.values, np.float32(np.nan))
    drainage = drain(heights, Part(feedback, 0.2, 0.7))
    areas = np.full(heights.shape, terrain.grid.pixel_size[0] ** 2)
    basins = np.where(terrain.valid, drainage.basins(areas, least_m2), OUTSIDE).astype(np.int32)
    if basins.max() < 2:
        raise InputError(
            Problem(
                msg(
                    "There are not two basins of {area} km2 or more in this raster.",
                    area=f"{least_m2 / 1e6:g}",
                ),
                elevation.title,
                msg("Choose a smaller area."),
            )
        )
    found = limits(basins, terrain.grid.transform, tolerance_m, OUTSIDE, Part(feedback, 0.7, 1.0))
    origin = msg("divide of basins of {area} km2 or more", area=f"{least_m2 / 1e6:g}")
    lines = [
        ReferenceLine(
            limit.geometry,
            NATURAL,
            msg("Divide {one}-{other}", one=limit.one, other=limit.other),
            origin,
        )
        for limit in found
    ]
    return Made(lines, terrain.grid.crs, notes)


@gdal_exceptions()
def ecosystem_limits(
    classes: RasterSource,
    groups: Mapping[int, int],
    least_m2: float,
    tolerance_m: float,
    feedback: Feedback,
    most_cells: int = 8 * MOST_CELLS,
) -> Made:
    """Return the lines between ecosystems, patches under ``least_m2`` given to their neighbours.

    Args:
        classes: codes of land cover or ecosystems.
        groups: code to the code that it is taken as; codes that are not in it stay.
        least_m2: area of the smallest patch told apart.
        tolerance_m: how far the lines may lie from the cells' edges.
        feedback: progress and cancel.
        most_cells: with more, cells are joined (the nearest one's class is taken).

    Raises:
        InputError: the raster cannot serve, or has one ecosystem only.
    """
    cover, notes = _read(classes, most_cells, Part(feedback, 0.0, 0.3), classes=True)
    codes = _grouped(cover, groups)
    found = _limits_of(codes, cover.grid, least_m2, tolerance_m, Part(feedback, 0.3, 1.0))
    if not found:
        raise InputError(
            Problem(
                msg("There is only one ecosystem with patches of this area."),
                classes.title,
                msg("Choose a smaller area, or check the raster."),
            )
        )
    origin = msg("limit of ecosystems, patches of {area} hm2 or more", area=f"{least_m2 / 1e4:g}")
    lines = [
        ReferenceLine(
            limit.geometry,
            NATURAL,
            msg("Ecosystems {one}-{other}", one=limit.one, other=limit.other),
            origin,
        )
        for limit in found
    ]
    return Made(lines, cover.grid.crs, notes)


@gdal_exceptions()
def forest_line(
    classes: RasterSource,
    forest: Sequence[int],
    elevation: RasterSource | None,
    least_m2: float,
    tolerance_m: float,
    feedback: Feedback,
    most_cells: int = 8 * MOST_CELLS,
) -> Made:
    """Return the limits of forest; with heights only its upper limit, the forest line.

    Args:
        classes: codes of land cover.
        forest: the codes that are forest.
        elevation: m, any grid; None for all limits of forest.
        least_m2: patches of forest, and gaps in it, under this are left out.
        tolerance_m: how far the lines may lie from the cells' edges.
        feedback: progress and cancel.
        most_cells: with more, cells are joined.

    Raises:
        InputError: a raster cannot serve, there is no forest, or nothing else.
    """
    cover, notes = _read(classes, most_cells, Part(feedback, 0.0, 0.2), classes=True)
    wooded = np.isin(cover.values, list(forest)) & cover.valid
    if not wooded.any():
        raise InputError(
            Problem(
                msg(
                    "No cell has one of the codes of forest ({codes}).",
                    codes=", ".join(map(str, forest)),
                ),
                classes.title,
                msg("Check the codes of this land cover product."),
            )
        )
    codes = np.where(cover.valid, np.where(wooded, 1, 2), OUTSIDE).astype(np.int32)
    found = _limits_of(codes, cover.grid, least_m2, tolerance_m, Part(feedback, 0.2, 0.7))
    if elevation is None:
        origin = msg("limit of forest, patches of {area} hm2 or more", area=f"{least_m2 / 1e4:g}")
        shapes = [limit.geometry for limit in found]
    else:
        origin = msg("forest line, patches of {area} hm2 or more", area=f"{least_m2 / 1e4:g}")
        terrain = read_plane(elevation, cover.grid, Part(feedback, 0.7, 0.9), classes=False)
        heights = np.where(terrain.valid, terrain.values, np.nan).astype(np.float64)
        shapes = upper_parts(found, Heights(heights, wooded, cover.grid.transform))
    if not shapes:
        raise InputError(
            Problem(
                msg("Forest of this area has no such limit here."),
                classes.title,
                msg("Choose a smaller area, or check the rasters."),
            )
        )
    lines = [ReferenceLine(shape, NATURAL, msg("Forest line"), origin) for shape in shapes]
    return Made(lines, cover.grid.crs, notes)


@gdal_exceptions()
def snow_line(
    values: RasterSource,
    level: float,
    least_m2: float,
    origin: Message,
    feedback: Feedback,
    most_cells: int = 8 * MOST_CELLS,
) -> Made:
    """Return the contour of a height, or of a share of time with snow.

    Args:
        values: m, or the share.
        level: of the line, in the raster's unit.
        least_m2: closed lines around less are left out.
        origin: what the level is, for people.
        feedback: progress and cancel.
        most_cells: with more, cells are joined.

    Raises:
        InputError: the raster cannot serve, or nowhere reaches the level.
    """
    surface, notes = _read(values, most_cells, Part(feedback, 0.0, 0.6), classes=False)
    known = np.where(surface.valid, surface.values, np.float32(np.nan))
    found = contour(known, surface.grid.transform, level, least_m2, Part(feedback, 0.6, 1.0))
    if not found:
        low, high = float(np.nanmin(known)), float(np.nanmax(known))
        raise InputError(
            Problem(
                msg(
                    "Nothing lies at {level}; values are {low} to {high}.",
                    level=f"{level:g}",
                    low=f"{low:g}",
                    high=f"{high:g}",
                ),
                values.title,
                msg("Check the level and its unit."),
            )
        )
    lines = [ReferenceLine(shape, NATURAL, msg("Snow line"), origin) for shape in found]
    return Made(lines, surface.grid.crs, notes)


def _read(
    source: RasterSource, most_cells: int, feedback: Feedback, *, classes: bool
) -> tuple[PlaneRaster, list[Message]]:
    grid, notes = plane_grid(inspect(source).grid, most_cells)
    return read_plane(source, grid, feedback, classes=classes), notes


def _grouped(cover: PlaneRaster, groups: Mapping[int, int]) -> NDArray[np.int32]:
    codes = np.where(cover.valid, cover.values, OUTSIDE).astype(np.int32)
    taken = codes.copy()
    for code, group in groups.items():
        taken[codes == code] = group
    return taken


def _limits_of(
    codes: NDArray[np.int32], grid: Grid, least_m2: float, tolerance_m: float, feedback: Feedback
) -> list[Limit]:
    area = np.full((1, 1), grid.pixel_size[0] * grid.pixel_size[1])
    whole, _ = without_small(codes, area, least_m2, OUTSIDE, Part(feedback, 0.0, 0.5))
    stop_if_cancelled(feedback)
    return limits(
        whole.astype(np.int32), grid.transform, tolerance_m, OUTSIDE, Part(feedback, 0.5, 1.0)
    )

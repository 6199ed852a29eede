"""Checks of several rasters against one grid, before any of them is read."""

from __future__ import annotations

from collections.abc import Sequence

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource, SourceInfo, inspect
from redline_plugin.core.text import Message, msg

Bounds = tuple[float, float, float, float]


def inspect_all(sources: Sequence[RasterSource]) -> tuple[list[SourceInfo], list[Problem]]:
    """Look at every source; return those that can be opened and every problem of the others."""
    infos: list[SourceInfo] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            infos.append(inspect(source))
        except InputError as error:
            problems.extend(error.problems)
    return infos, problems


def overlap_problems(
    infos: Sequence[SourceInfo], grid: Grid, grid_name: str | Message
) -> list[Problem]:
    """Return a problem for every source that does not touch the grid at all."""
    found = []
    for info in infos:
        try:
            bounds = bounds_in(info.grid, grid)
        except RuntimeError as error:
            found.append(
                Problem(
                    msg(
                        "Its coordinates cannot be brought to the grid's CRS ({reason}).",
                        reason=error,
                    ),
                    info.source.called,
                    msg("Check the raster's CRS."),
                )
            )
            continue
        west, south, east, north = grid.bounds
        if bounds[0] >= east or bounds[2] <= west or bounds[1] >= north or bounds[3] <= south:
            found.append(
                Problem(
                    msg(
                        "Does not overlap {grid}: it covers {theirs}, the grid covers {ours} "
                        "(west, south, east, north).",
                        grid=grid_name,
                        theirs=_numbers(bounds),
                        ours=_numbers(grid.bounds),
                    ),
                    info.source.called,
                    msg("Is its CRS the right one?"),
                )
            )
    return found


def bounds_in(source: Grid, target: Grid) -> Bounds:
    """Return the extent of ``source`` in the CRS of ``target``; call with GDAL's exceptions on."""
    if source.same_crs(target):
        return source.bounds
    transformation = osr.CoordinateTransformation(
        source.spatial_reference, target.spatial_reference
    )
    west, south, east, north = source.bounds
    return tuple(transformation.TransformBounds(west, south, east, north, 21))


def _numbers(bounds: Bounds) -> str:
    return ", ".join(f"{value:.6g}" for value in bounds)

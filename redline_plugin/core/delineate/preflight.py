"""Everything that can be wrong with the inputs, found before the work and told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from redline_plugin.core.delineate.areas import Usable, outside_warning, usable
from redline_plugin.core.delineate.bits import RASTER_REASONS
from redline_plugin.core.delineate.inputs import County, Options, ProtectedArea
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.delineate.split import sorted_by_code
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.overlap import inspect_all, overlap_problems
from redline_plugin.core.raster.source import RasterSource, SourceInfo
from redline_plugin.core.text import msg


@dataclass(frozen=True)
class Ready:
    """Inputs that can be worked with.

    Attributes:
        grid: to work on.
        infos: reason id to class raster, in the policy's order.
        protected: protected areas in the grid's CRS.
        counties: one for each code, in the order of codes.
        county_polygons: the polygons of each.
        warnings: what was left out or repaired.
    """

    grid: Grid
    infos: Mapping[str, SourceInfo]
    protected: Usable[ProtectedArea]
    counties: Sequence[County]
    county_polygons: Sequence[Shapes]
    warnings: tuple[Problem, ...]


def check(
    classes: Mapping[str, RasterSource],
    protected: Sequence[ProtectedArea],
    counties: Sequence[County],
    protected_crs: str,
    counties_crs: str,
    options: Options,
    grid: Grid | None,
) -> Ready:
    """Check all inputs; arguments as those of ``delineate``.

    Raises:
        InputError: every problem found.
    """
    problems = options.problems()
    problems += _reason_problems(classes)
    sources = {
        reason: source if source.name else replace(source, name=f"{reason}: {source.path}")
        for reason, source in classes.items()
        if reason in RASTER_REASONS
    }
    found, raster_problems = inspect_all(list(sources.values()))
    problems += raster_problems
    by_source = {info.source: info for info in found}
    infos = {
        reason: by_source[sources[reason]]
        for reason in RASTER_REASONS
        if reason in sources and sources[reason] in by_source
    }
    if grid is None:
        # "First" is the caller's first, which may not be the policy's first.
        firsts = [infos[reason] for reason in classes if reason in infos]
        if not firsts:
            raise InputError(problems)
        grid, grid_name = firsts[0].grid, firsts[0].source.title
    else:
        grid_name = str(msg("the chosen grid"))
        problems += grid.problems(grid_name)
        if grid.problems(grid_name):
            raise InputError(problems)
    problems += overlap_problems(list(infos.values()), grid, grid_name)
    areas, area_problems = _usable(protected, protected_crs, grid, msg("protected areas"))
    borders, county_problems = _usable(counties, counties_crs, grid, msg("counties"))
    problems += area_problems + county_problems
    if problems or areas is None or borders is None:
        raise InputError(problems)
    by_code, polygons = sorted_by_code(borders.features, borders.polygons)
    warnings = (
        *areas.warnings,
        *_nameless(areas),
        *outside_warning(areas.parts, grid, msg("protected areas")),
        *borders.warnings,
        *outside_warning(borders.parts, grid, msg("counties")),
    )
    return Ready(grid, infos, areas, by_code, polygons, warnings)


def _reason_problems(classes: Mapping[str, RasterSource]) -> list[Problem]:
    if not classes:
        return [
            Problem(
                msg("No class raster was given."),
                remedy=msg("Grade at least one function or sensitivity first."),
            )
        ]
    return [
        Problem(
            msg(
                "{reason} is no function or sensitivity of the policy; they are {known}.",
                reason=reason,
                known=", ".join(RASTER_REASONS),
            ),
            source.title,
        )
        for reason, source in classes.items()
        if reason not in RASTER_REASONS
    ]


def _usable(features, crs, grid, layer):  # type: ignore[no-untyped-def]
    try:
        return usable(features, crs, grid, layer), []
    except InputError as error:
        return None, list(error.problems)


def _nameless(areas: Usable[ProtectedArea]) -> list[Problem]:
    count = sum(1 for feature in areas.features if not feature.name)
    if not count:
        return []
    return [
        Problem(
            msg("{count} protected areas have no name; blocks show their id instead.", count=count)
        )
    ]

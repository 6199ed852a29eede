"""Everything that can be wrong with the inputs, found before the work and told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from redline_plugin.core.delineate.areas import Usable, outside_warning, usable
from redline_plugin.core.delineate.bits import RASTER_REASONS
from redline_plugin.core.delineate.inputs import County, DisputedLand, Options, ProtectedArea
from redline_plugin.core.delineate.selecting import Selected, select
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
        selected: the protected areas by the rules, as ``protected`` and those left out.
        manual: land added by decision.
        disputed: land of the kinds that a policy decides about.
    """

    grid: Grid
    infos: Mapping[str, SourceInfo]
    protected: Usable[ProtectedArea]
    counties: Sequence[County]
    county_polygons: Sequence[Shapes]
    warnings: tuple[Problem, ...]
    selected: Selected
    manual: Usable[ProtectedArea]
    disputed: Usable[DisputedLand]


@dataclass(frozen=True)
class More:
    """Layers that a delineation may take besides: features and their CRS, "" for the grid's."""

    manual: Sequence[ProtectedArea] = ()
    manual_crs: str = ""
    disputed: Sequence[tuple[Sequence[DisputedLand], str]] = ()


def check(
    classes: Mapping[str, RasterSource],
    protected: Sequence[ProtectedArea],
    counties: Sequence[County],
    protected_crs: str,
    counties_crs: str,
    options: Options,
    grid: Grid | None,
    more: More | None = None,
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
    more = more or More()
    manual, manual_problems = _usable(
        more.manual, more.manual_crs, grid, msg("land added by decision")
    )
    disputed, disputed_problems = _all_disputed(more, grid)
    problems += manual_problems + disputed_problems + _metre_problems(options, more, grid)
    if problems or areas is None or borders is None or manual is None:
        raise InputError(problems)
    selected = select(areas, options, grid.crs)
    areas = selected.areas
    by_code, polygons = sorted_by_code(borders.features, borders.polygons)
    warnings = (
        *areas.warnings,
        *_nameless(areas),
        *outside_warning(areas.parts, grid, msg("protected areas")),
        *selected.warnings,
        *manual.warnings,
        *outside_warning(manual.parts, grid, msg("land added by decision")),
        *disputed.warnings,
        *outside_warning(disputed.parts, grid, msg("disputed land")),
        *borders.warnings,
        *outside_warning(borders.parts, grid, msg("counties")),
    )
    return Ready(grid, infos, areas, by_code, polygons, warnings, selected, manual, disputed)


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


def _all_disputed(more: More, grid: Grid) -> tuple[Usable[DisputedLand], list[Problem]]:
    """Bring the layers of disputed land together."""
    found: list[Usable[DisputedLand]] = []
    problems: list[Problem] = []
    for features, crs in more.disputed:
        layer, wrong = _usable(features, crs, grid, msg("disputed land"))
        problems += wrong
        if layer is not None:
            found.append(layer)
    whole = Usable(
        tuple(feature for layer in found for feature in layer.features),
        tuple(shapes for layer in found for shapes in layer.polygons),
        tuple(warning for layer in found for warning in layer.warnings),
    )
    return whole, problems


def _metre_problems(options: Options, more: More, grid: Grid) -> list[Problem]:
    """Lengths in metres need a grid in metres, or in another unit of length."""
    lines = any(land.width_m > 0.0 for features, _ in more.disputed for land in features)
    if not grid.spatial_reference.IsGeographic() or not (options.shapes_patches or lines):
        return []
    return [
        Problem(
            msg(
                "The grid is in degrees; the corridors' width, the bridging distance and the width "
                "of lines are in metres."
            ),
            remedy=msg("Reproject the class rasters to their Gauss-Kruger belt first."),
        )
    ]


def _nameless(areas: Usable[ProtectedArea]) -> list[Problem]:
    count = sum(1 for feature in areas.features if not feature.name)
    if not count:
        return []
    return [
        Problem(
            msg("{count} protected areas have no name; blocks show their id instead.", count=count)
        )
    ]

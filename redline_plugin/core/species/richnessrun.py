"""From suitability rasters of several species to one index of biodiversity."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from redline_plugin.core import provenance
from redline_plugin.core.atomic import write_problem
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Recorder
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.source import QUANTITY, RasterSource
from redline_plugin.core.species.blocks import BlockOptions, compute, look_into, open_writers
from redline_plugin.core.species.environment import layer_name
from redline_plugin.core.species.ranges import CoreRange, place_ranges
from redline_plugin.core.species.richness import (
    Recipe,
    RichnessTally,
    SpeciesTally,
    least_species,
    richness_kernel,
)
from redline_plugin.core.species.weights import Weight, weights_for
from redline_plugin.core.text import N_, msg

ALGORITHM = "redline:speciesrichness"
TITLE = N_("Weighted richness of species")
TERM = "BIODIVERSITY"
"""The name under which the grading and other models know the result."""


@gdal_exceptions()
def species_richness(
    rasters: Mapping[str, str],
    output: Path,
    recipe: Recipe,
    feedback: Feedback,
    table: Sequence[Weight] | None = None,
    ranges: Sequence[CoreRange] = (),
    ranges_crs: str = "",
    options: BlockOptions | None = None,
    reports: Sequence[Path] = (),
) -> RichnessTally:
    """Write the index of several species as float32 with nodata -9999.

    Args:
        rasters: suitability by species; the first one gives the grid unless the options do.
        output: GeoTIFF.
        recipe: how they are put together.
        feedback: progress and cancel.
        table: weights; None: all are 1.
        ranges: polygons in which a species' suitability is 1, whatever its raster says.
        ranges_crs: their CRS.
        options: threads, grid.
        reports: further files that the caller writes, to be checked with the output.

    Raises:
        InputError: what is wrong with the inputs, a value outside 0 to 1, or no valid pixel.
        OutputError: the result cannot be written.
        CancelledError: the user asked to stop; nothing was written.
    """
    options = options or BlockOptions()
    feedback = heard = Recorder(feedback)
    _check(rasters, output, recipe, reports)
    names = list(rasters)
    weights = weights_for(names, table, feedback)
    sources = [RasterSource(rasters[name], name=name, resampling=QUANTITY) for name in names]
    infos, grid = look_into(sources, feedback, options)
    placed = place_ranges(ranges, ranges_crs, names, grid, feedback) if ranges else None
    how = options.plan(infos, grid, 1)
    tally = RichnessTally(
        [SpeciesTally(name, row.weight, row.protection) for name, row in zip(names, weights)]
    )
    records = provenance.InputRecords(dict(rasters))
    try:
        with (
            contextlib.ExitStack() as stack,
            open_writers([output], grid, how, options, stack) as writers,
        ):
            compute(
                infos,
                grid,
                how,
                lambda: richness_kernel(tally, recipe, placed),
                writers,
                feedback,
                options,
            )
            if not tally.valid:
                raise InputError(
                    Problem(
                        msg("No pixel has values of enough species."),
                        remedy=msg("Check that the rasters overlap, or ask for fewer species."),
                    )
                )
            _tell(tally, feedback)
            record = provenance.provenance(
                ALGORITHM,
                {
                    "scale": recipe.scale,
                    "cut_off": recipe.cut_off,
                    "least_valid": least_species(recipe, len(names)),
                    "core_ranges": len(ranges),
                },
                records.result(),
                {
                    "term": TERM,
                    "species": [item.as_dict() for item in tally.species],
                    "valid": tally.valid,
                    "low": tally.low,
                    "high": tally.high,
                    "partial": tally.partial,
                },
            )
            record["warnings"] = [warning.as_dict() for warning in heard.warnings]
            writers[0].describe(TITLE, "1", {provenance.KEY: provenance.to_json(record)})
            if options.overviews:
                writers[0].build_overviews(Part(feedback, 1.0, 1.0))
            writers[0].close()
    except RuntimeError as error:
        records.cancel()
        raise OutputError(write_problem(error, output)) from error
    except BaseException:
        records.cancel()
        raise
    return tally


def species_names(paths: Sequence[str]) -> dict[str, str]:
    """Return files by the species they are called after; names that are alike get a number."""
    found: dict[str, str] = {}
    for path in paths:
        base = name = layer_name(path)
        number = 2
        while name in found:
            name, number = f"{base}_{number}", number + 1
        found[name] = path
    return found


def _check(
    rasters: Mapping[str, str], output: Path, recipe: Recipe, reports: Sequence[Path]
) -> None:
    problems = output_problems([output, *reports], list(rasters.values()))
    if not rasters:
        problems.append(Problem(msg("There is no suitability raster.")))
    least = recipe.least_valid
    if least is not None and not 1 <= least <= max(len(rasters), 1):
        problems.append(
            Problem(
                msg(
                    "A pixel cannot have values of {least} species; there are {count}.",
                    least=least,
                    count=len(rasters),
                )
            )
        )
    if recipe.cut_off is not None and not 0.0 <= recipe.cut_off <= 1.0:
        problems.append(
            Problem(
                msg(
                    "The cut-off is {value:g}; it must lie between 0 and 1, after scaling.",
                    value=recipe.cut_off,
                )
            )
        )
    if recipe.scale <= 0:
        problems.append(Problem(msg("The scale must be above 0.")))
    if problems:
        raise InputError(problems)


def _tell(tally: RichnessTally, feedback: Feedback) -> None:
    for item in tally.species:
        if not item.pixels:
            feedback.warn(msg("{species} has no value anywhere on the grid.", species=item.name))
    if tally.partial:
        feedback.warn(
            msg(
                "{count} pixels lack values of some species, which add nothing there.",
                count=tally.partial,
            )
        )
    feedback.info(
        msg(
            "{species} species together give {low:.4g} to {high:.4g} on {count} pixels.",
            species=len(tally.species),
            low=tally.low,
            high=tally.high,
            count=tally.valid,
        )
    )

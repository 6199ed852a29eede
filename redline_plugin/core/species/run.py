"""From presence points and environment rasters to suitability rasters."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core import provenance
from redline_plugin.core.atomic import write_problem
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Recorder
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.source import NEAREST, QUANTITY, RasterSource, SourceInfo
from redline_plugin.core.species.blocks import (
    BlockOptions,
    Kernel,
    Read,
    compute,
    look_into,
    open_writers,
    valid_everywhere,
)
from redline_plugin.core.species.environment import (
    Layer,
    class_problems,
    predictors_of,
    tell_about,
)
from redline_plugin.core.species.features import Predictor
from redline_plugin.core.species.fitted import Applied
from redline_plugin.core.species.modelling import model_all
from redline_plugin.core.species.names import file_names
from redline_plugin.core.species.presences import Points, Presences, on_grid
from redline_plugin.core.species.result import SpeciesResult
from redline_plugin.core.species.sample import Sample, take_sample
from redline_plugin.core.species.settings import Settings
from redline_plugin.core.text import N_, Message, msg

ALGORITHM = "redline:speciessuitability"
TITLE = N_("Suitability")
SPECIES_AT_A_TIME = 8
"""So many rasters are written in one pass over the environment; their tiles wait in memory."""

_CHUNK = 1 << 15


@dataclass(frozen=True)
class Request:
    """What is to be modelled, from what, and where the results go.

    Attributes:
        points: presences of one or several species.
        layers: the environment.
        folder: gets a raster per species; None when there is a single one.
        output: the raster of a single species; None for the folder.
        mask: raster that limits the background to where it is not 0.
        bias: raster of the sampling effort, to which the background is drawn in proportion.
        reports: further files that the caller writes, to be checked with the outputs.
    """

    points: Points
    layers: Sequence[Layer]
    folder: Path | None = None
    output: Path | None = None
    mask: str | None = None
    bias: str | None = None
    reports: Sequence[Path] = ()


@dataclass(frozen=True)
class Modelled:
    """What came out.

    Attributes:
        species: in order of their names.
        failures: why the others could not be modelled.
        background: number of background pixels.
        unnamed: points without a species' name.
    """

    species: list[SpeciesResult]
    failures: list[Problem]
    background: int
    unnamed: int


@gdal_exceptions()
def model_species(
    request: Request,
    feedback: Feedback,
    settings: Settings | None = None,
    options: BlockOptions | None = None,
) -> Modelled:
    """Model every species and write its suitability, 0 to 1, as float32 with nodata -9999.

    Raises:
        InputError: everything that is wrong with the inputs; or no species could be modelled.
        OutputError: a result cannot be written.
        CancelledError: the user asked to stop; nothing was written.
    """
    settings = settings or Settings()
    options = options or BlockOptions()
    feedback = heard = Recorder(feedback)
    predictors, sources = predictors_of(request.layers)
    if request.mask is not None:
        sources.append(RasterSource(request.mask, name="MASK", resampling=NEAREST))
    if request.bias is not None:
        sources.append(RasterSource(request.bias, name="BIAS", resampling=QUANTITY))
    infos, grid = look_into(sources, feedback, options)
    environment, rest = infos[: len(predictors)], infos[len(predictors) :]
    mask = rest.pop(0) if request.mask is not None else None
    bias = rest.pop(0) if request.bias is not None else None
    species = on_grid(request.points, grid, settings.thin)
    places = _places(request, species, sources)
    unnamed = sum(not name for name in request.points.species)
    if unnamed:
        feedback.warn(msg("{count} points have no species' name and are left out.", count=unnamed))
    records = provenance.InputRecords({source.title: source.path for source in sources})
    try:
        sample = take_sample(
            environment,
            mask,
            bias,
            grid,
            np.unique(np.concatenate([item.cells for item in species])),
            settings.background,
            settings.seed,
            Part(feedback, 0.0, 0.35),
            options,
        )
        _check_sample(sample, predictors, settings, feedback)
        results, failures = model_all(
            species, places, predictors, sample, grid, settings, Part(feedback, 0.35, 0.65)
        )
        for problem in failures:
            feedback.warn(
                msg("Not modelled. {species}: {reason}", species=problem.where, reason=problem.what)
            )
        if not results:
            raise InputError(failures)
        shared = {
            **settings.as_dict(),
            "drawn": len(sample.background),
            "valid_pixels": sample.valid_pixels,
            "mask": request.mask,
            "bias": request.bias,
        }
        _predict(
            results,
            environment,
            grid,
            shared,
            records,
            Part(feedback, 0.65, 1.0),
            options,
            heard.warnings,
        )
    except RuntimeError as error:
        # Inputs raise their own errors; what GDAL raises here is a failed write.
        records.cancel()
        raise OutputError(write_problem(error, next(iter(places.values())))) from error
    except BaseException:
        records.cancel()
        raise
    return Modelled(results, failures, len(sample.background), unnamed)


def _places(
    request: Request, species: Sequence[Presences], sources: Sequence[RasterSource]
) -> dict[str, Path]:
    """Return the raster of each species.

    Raises:
        InputError: a place that cannot be written, or several species and no folder.
    """
    if len(species) == 1 and request.output is not None:
        places = {species[0].name: request.output}
    elif request.folder is not None:
        names = file_names(item.name for item in species)
        places = {name: request.folder / f"{file}.tif" for name, file in names.items()}
    elif request.output is None:
        raise InputError(Problem(msg("No output is asked for.")))
    else:
        raise InputError(
            Problem(
                msg("There are {count} species, and one output raster.", count=len(species)),
                remedy=msg("Choose a folder for the results: it gets a raster per species."),
            )
        )
    problems = output_problems(
        [*places.values(), *request.reports], [source.path for source in sources]
    )
    if problems:
        # One folder that cannot be written is one problem, not one per species.
        raise InputError({problem.render(): problem for problem in problems}.values())
    return places


def _check_sample(
    sample: Sample, predictors: Sequence[Predictor], settings: Settings, feedback: Feedback
) -> None:
    if not sample.valid_pixels:
        raise InputError(
            Problem(
                msg("No pixel is valid in all rasters of the environment."),
                remedy=msg("Check that they overlap, and their nodata values."),
            )
        )
    if not len(sample.background):
        raise InputError(
            Problem(
                msg("No pixel is left for the background."),
                remedy=msg("Mask and bias must be above 0 somewhere in the assessed area."),
            )
        )
    if len(sample.background) < settings.background:
        feedback.info(
            msg(
                "The background is all of the {count} pixels that can be drawn.",
                count=len(sample.background),
            )
        )
    present = sample.values[~np.isnan(sample.values).any(axis=1)]
    problems = class_problems(
        predictors, np.concatenate([present, sample.background]), settings.max_classes
    )
    if problems:
        raise InputError(problems)
    tell_about(predictors, sample.background, feedback)


class _Unseen:
    """Counts pixels whose class the training has not seen; shared by all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.counts: Counter[tuple[str, int]] = Counter()

    def add(self, name: str, codes: NDArray) -> None:
        found, counts = np.unique(codes, return_counts=True)
        with self._lock:
            for code, count in zip(found, counts):
                self.counts[name, int(code)] += int(count)


def _predict(
    results: Sequence[SpeciesResult],
    environment: Sequence[SourceInfo],
    grid: Grid,
    shared: dict[str, Any],
    records: provenance.InputRecords,
    feedback: Feedback,
    options: BlockOptions,
    warnings: Sequence[Message],
) -> None:
    """Write the rasters of all species, a few in each pass; all appear when all are whole."""
    groups = [
        results[start : start + SPECIES_AT_A_TIME]
        for start in range(0, len(results), SPECIES_AT_A_TIME)
    ]
    with contextlib.ExitStack() as stack:
        for number, group in enumerate(groups):
            how = options.plan(environment, grid, len(group))
            unseen = [_Unseen() for _ in group]
            paths = [result.path for result in group]
            part = Part(feedback, number / len(groups), (number + 1) / len(groups))
            with open_writers(paths, grid, how, options, stack) as writers:
                make_kernel = functools.partial(_kernel, group, unseen)
                compute(environment, grid, how, make_kernel, writers, part, options)
                for result, counted in zip(group, unseen):
                    _tell_unseen(result.name, counted, feedback)
                for result, writer, counted in zip(group, writers, unseen):
                    record = provenance.provenance(
                        ALGORITHM,
                        shared,
                        records.result(),
                        {**result.as_dict(), "unseen_classes": _listed(counted)},
                    )
                    record["warnings"] = [warning.as_dict() for warning in warnings]
                    text = provenance.to_json(record)
                    writer.describe(f"{TITLE}: {result.name}", "1", {provenance.KEY: text})
                    if options.overviews:
                        writer.build_overviews(Part(feedback, 1.0, 1.0))
                    writer.close()


def _kernel(group: Sequence[SpeciesResult], unseen: Sequence[_Unseen]) -> Kernel:
    models = [Applied(result.model) for result in group]
    predictors = group[0].model.features.predictors
    coded = [i for i, item in enumerate(predictors) if item.categorical]

    def kernel(piece: Window, read: Read) -> list[NDArray[np.float32]]:
        shape = (piece.height, piece.width)
        valid = valid_everywhere(read, shape)
        found = [np.full(shape, np.nan, dtype=np.float32) for _ in group]
        if not valid.any():
            return found
        whole = bool(valid.all())
        values = [band.ravel() if whole else band[valid] for band, _ in read]
        for result, model, out, counted in zip(group, models, found, unseen):
            computed = np.empty(len(values[0]), dtype=np.float32)
            for start in range(0, len(computed), _CHUNK):
                part = slice(start, start + _CHUNK)
                computed[part] = model([band[part] for band in values])
            # Only a class that the training has not seen leaves a valid pixel without a value.
            strange = np.isnan(computed) if coded else np.zeros(1, dtype=bool)
            if strange.any():
                for i in coded:
                    codes = values[i][strange]
                    unknown = codes[~np.isin(codes, result.model.features.classes[i])]
                    counted.add(predictors[i].name, unknown)
            out[valid] = computed
        return found

    return kernel


def _listed(unseen: _Unseen) -> list[dict[str, Any]]:
    return [
        {"predictor": name, "class": code, "pixels": count}
        for (name, code), count in sorted(unseen.counts.items())
    ]


def _tell_unseen(species: str, unseen: _Unseen, feedback: Feedback) -> None:
    for (name, code), count in sorted(unseen.counts.items()):
        feedback.warn(
            msg(
                "{species}: {count} pixels have class {code} of {name}, which neither the presences "
                "nor the background have; they are nodata.",
                species=species,
                count=count,
                code=code,
                name=name,
            )
        )

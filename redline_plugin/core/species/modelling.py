"""Species one by one: what cannot be modelled is listed, and does not end the run of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.species.auc import ENOUGH, FAIR, auc, reading
from redline_plugin.core.species.chance import stream_of
from redline_plugin.core.species.evaluate import HeldOut, held_out, importance
from redline_plugin.core.species.features import HINGE_KNOTS, Predictor
from redline_plugin.core.species.fitted import fit
from redline_plugin.core.species.folds import random_folds, spatial_folds
from redline_plugin.core.species.presences import Presences, metres
from redline_plugin.core.species.result import SpeciesResult
from redline_plugin.core.species.sample import Sample
from redline_plugin.core.species.settings import HINGE, LINEAR, PRODUCT, QUADRATIC, Settings
from redline_plugin.core.text import msg, title

LARGEST_DESIGN = 25_000_000
"""Numbers in a design; a fit holds three of them, 600 MB."""


def model_all(
    species: Sequence[Presences],
    places: dict[str, Path],
    predictors: Sequence[Predictor],
    sample: Sample,
    grid: Grid,
    settings: Settings,
    feedback: Feedback,
) -> tuple[list[SpeciesResult], list[Problem]]:
    """Fit and test every species; return the results and what stands against the others."""
    results: list[SpeciesResult] = []
    problems: list[Problem] = []
    for number, presences in enumerate(species):
        stop_if_cancelled(feedback)
        try:
            result = _model(
                presences, places[presences.name], predictors, sample, grid, settings, feedback
            )
        except InputError as error:
            problems += error.problems
        else:
            _tell(result, feedback)
            results.append(result)
        feedback.progress((number + 1) / len(species))
    return results, problems


def _model(
    presences: Presences,
    path: Path,
    predictors: Sequence[Predictor],
    sample: Sample,
    grid: Grid,
    settings: Settings,
    feedback: Feedback,
) -> SpeciesResult:
    rows = sample.values[np.searchsorted(sample.cells, presences.cells)]
    valid = ~np.isnan(rows).any(axis=1)
    values, cells = rows[valid], presences.cells[valid]
    used, on_nodata = len(values), len(rows) - len(values)
    if used < settings.min_presences:
        raise InputError(
            Problem(
                msg(
                    "{used} presences are left of {points} points, and at least {least} are "
                    "needed: {outside} lie outside the rasters, {thinned} share a pixel with "
                    "another, {nodata} lie on nodata.",
                    used=used,
                    points=presences.points,
                    least=settings.min_presences,
                    outside=presences.outside,
                    thinned=presences.thinned,
                    nodata=on_nodata,
                ),
                presences.name,
                msg("Add points, or model the species by its range or by an expert's map."),
            )
        )
    _refuse_large(presences.name, predictors, used, len(sample.background), settings)

    def check() -> None:
        stop_if_cancelled(feedback)

    background = sample.background
    stream = stream_of(presences.name)
    model = fit(predictors, values, background, settings, check)
    tested = _tested(cells, values, predictors, sample, grid, settings, stream, check)
    shares = importance(model, values, background, settings.seed, stream)
    training = auc(model.suitability(values), model.suitability(background))
    return SpeciesResult(presences, on_nodata, used, model, tested, training, shares, path)


def _tested(
    cells: NDArray[np.int64],
    values: NDArray[np.float64],
    predictors: Sequence[Predictor],
    sample: Sample,
    grid: Grid,
    settings: Settings,
    stream: int,
    check: Callable[[], None],
) -> HeldOut:
    if settings.spatial:
        folds = spatial_folds(
            metres(cells, grid),
            metres(sample.background_cells, grid),
            settings.folds,
            settings.block_m,
        )
    else:
        folds = random_folds(
            len(cells), len(sample.background), settings.folds, settings.seed, stream
        )
    return held_out(predictors, values, sample.background, folds, settings, check)


def _refuse_large(
    name: str, predictors: Sequence[Predictor], presences: int, background: int, settings: Settings
) -> None:
    kinds = settings.features_for(presences)
    k = sum(not item.categorical for item in predictors)
    columns = k * ((LINEAR in kinds) + (QUADRATIC in kinds) + (HINGE in kinds) * 2 * HINGE_KNOTS)
    columns += k * (k - 1) // 2 * (PRODUCT in kinds)
    rows = presences + background
    if rows * columns > LARGEST_DESIGN:
        raise InputError(
            Problem(
                msg(
                    "{columns} features of {rows} points do not fit into memory.",
                    columns=columns,
                    rows=rows,
                ),
                name,
                msg("Take fewer predictors, simpler features, or less background."),
            )
        )


def _tell(result: SpeciesResult, feedback: Feedback) -> None:
    presences, tested = result.presences, result.held_out
    feedback.info(
        msg(
            "{species}: {used} presences of {points} points ({outside} outside the rasters, "
            "{thinned} in a pixel that has one, {nodata} on nodata).",
            species=result.name,
            used=result.used,
            points=presences.points,
            outside=presences.outside,
            thinned=presences.thinned,
            nodata=result.on_nodata,
        )
    )
    if result.on_nodata:
        feedback.warn(
            msg(
                "{species}: {nodata} presences lie on nodata of a predictor and are left out.",
                species=result.name,
                nodata=result.on_nodata,
            )
        )
    if not tested.by_fold:
        feedback.warn(
            msg(
                "{species}: there is no held-out AUC, because the presences fill one block only. "
                "Choose smaller blocks.",
                species=result.name,
            )
        )
        return
    feedback.info(
        msg(
            "{species}: held-out AUC {mean:.3f} (sd {sd:.3f} over {folds} folds, {scored} presences), "
            "{reading}; training AUC {training:.3f}.",
            species=result.name,
            mean=tested.mean,
            sd=tested.sd,
            folds=len(tested.by_fold),
            scored=tested.presences,
            reading=title(reading(tested.mean, tested.presences)),
            training=result.training_auc,
        )
    )
    if tested.edge_m is not None:
        feedback.info(
            msg(
                "{species}: folds are blocks of {edge:.3g} km.",
                species=result.name,
                edge=tested.edge_m / 1000.0,
            )
        )
    if tested.presences < ENOUGH:
        feedback.warn(
            msg(
                "{species}: {scored} held-out presences are too few to judge the model by its AUC; "
                "from {enough} on it is read as poor, fair, good or excellent.",
                species=result.name,
                scored=tested.presences,
                enough=ENOUGH,
            )
        )
    elif tested.mean < FAIR:
        feedback.warn(
            msg(
                "{species}: an AUC below {limit:g} is poor; the map should not be relied on.",
                species=result.name,
                limit=FAIR,
            )
        )

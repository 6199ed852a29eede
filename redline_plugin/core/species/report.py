"""Tables of what was modelled, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.species.auc import reading
from redline_plugin.core.species.result import SpeciesResult
from redline_plugin.core.species.run import Modelled
from redline_plugin.core.text import N_, Translate

_METRICS = (
    N_("Species"),
    N_("File"),
    N_("Points"),
    N_("Outside the rasters"),
    N_("In a pixel that has one"),
    N_("On nodata"),
    N_("Presences used"),
    N_("Background"),
    N_("Held-out AUC"),
    N_("Standard deviation"),
    N_("Folds"),
    N_("Held-out presences"),
    N_("Reading"),
    N_("Training AUC"),
    N_("Coefficients"),
    N_("Not modelled because"),
)
_TERMS = (
    N_("Species"),
    N_("What"),
    N_("Name"),
    N_("Value"),
    N_("Per unit"),
    N_("Mean"),
    N_("Standard deviation"),
)


def metrics_csv(modelled: Modelled, path: Path, translate: Translate) -> None:
    """Write a line per species, those that could not be modelled too, with the reason."""
    rows: list[list[object]] = [[translate(name) for name in _METRICS]]
    for result in modelled.species:
        presences, tested = result.presences, result.held_out
        rows.append(
            [
                result.name,
                result.path.name,
                presences.points,
                presences.outside,
                presences.thinned,
                result.on_nodata,
                result.used,
                modelled.background,
                _digits(tested.mean),
                _digits(tested.sd),
                len(tested.by_fold),
                tested.presences,
                translate(reading(tested.mean, tested.presences)),
                _digits(result.training_auc),
                result.model.used,
                "",
            ]
        )
    empty = [""] * (len(_METRICS) - 2)
    for problem in modelled.failures:
        rows.append([problem.where, *empty, problem.what.render(translate)])
    _write(path, rows)


def variables_csv(species: Sequence[SpeciesResult], path: Path, translate: Translate) -> None:
    """Write the importance of each predictor in per cent, and every coefficient that is not zero.

    Coefficients belong to standardised predictors; those of linear terms stand per unit of the
    predictor, too.
    """
    rows: list[list[object]] = [[translate(name) for name in _TERMS]]
    for result in species:
        for item, share in zip(result.model.features.predictors, result.importance):
            rows.append(
                [
                    result.name,
                    translate(N_("importance [%]")),
                    item.name,
                    f"{share:.4f}",
                    "",
                    "",
                    "",
                ]
            )
        what = translate(N_("coefficient"))
        rows.append([result.name, what, translate(N_("intercept")), repr(result.model.intercept)])
        rows[-1] += ["", "", ""]
        for term in result.terms():
            numbers = (term.get(name, "") for name in ("coefficient", "per_unit", "mean", "sd"))
            rows.append([result.name, what, term["term"], *numbers])
    _write(path, rows)


def _digits(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.6f}"


def _write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with (
        atomic_folder_of(path) as folder,
        (folder / path.name).open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        csv.writer(stream).writerows(rows)

"""The environment: rasters of numbers and of classes, as predictors with names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.raster.source import NEAREST, QUANTITY, RasterSource
from redline_plugin.core.species.evaluate import COLLINEAR, collinear_pairs, nodata_like
from redline_plugin.core.species.features import Predictor
from redline_plugin.core.text import msg

_HUGE = 1e30
"""Numbers beyond this are no measurement but a nodata mark, as old programs write it."""


@dataclass(frozen=True)
class Layer:
    """A raster file of the environment; each of its bands is a predictor."""

    path: str
    name: str
    categorical: bool = False


def predictors_of(layers: Sequence[Layer]) -> tuple[list[Predictor], list[RasterSource]]:
    """Return every band as a predictor, with names of which no two are alike.

    Call with GDAL's exceptions on.

    Raises:
        InputError: files that are no rasters, all at once; or there is no predictor.
    """
    predictors: list[Predictor] = []
    sources: list[RasterSource] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for layer in layers:
        try:
            bands = gdal.OpenEx(layer.path, gdal.OF_RASTER).RasterCount
        except RuntimeError as error:
            problems.append(
                Problem(
                    msg(
                        "{name} cannot be read as a raster ({reason}).",
                        name=layer.name,
                        reason=error,
                    ),
                    layer.path,
                    msg("Check the path, or open it in QGIS to see what is wrong."),
                )
            )
            continue
        for band in range(1, bands + 1):
            base = layer.name if bands == 1 else f"{layer.name}_{band}"
            name, number = base, 2
            while name in taken:
                name, number = f"{base}_{number}", number + 1
            taken.add(name)
            predictors.append(Predictor(name, layer.categorical))
            sources.append(
                RasterSource(
                    layer.path,
                    band,
                    name=name,
                    resampling=NEAREST if layer.categorical else QUANTITY,
                    valid=(-_HUGE, _HUGE),
                )
            )
    if not problems and not predictors:
        problems.append(
            Problem(
                msg("There is no raster of the environment."),
                remedy=msg("Give at least one, of numbers or of classes."),
            )
        )
    if problems:
        raise InputError(problems)
    return predictors, sources


def layer_name(path: str) -> str:
    """Return what to call a raster that has no name of its own: its file's name."""
    return Path(path.split("|", 1)[0]).stem or path


def class_problems(
    predictors: Sequence[Predictor], values: NDArray[np.float64], most: int
) -> list[Problem]:
    """Return what is wrong with the values of categorical predictors, shape (n, k)."""
    problems = []
    for i, item in enumerate(predictors):
        if not item.categorical:
            continue
        codes = np.unique(values[:, i])
        if not np.array_equal(codes, np.round(codes)):
            problems.append(
                Problem(
                    msg(
                        "Codes of classes are whole numbers; here is {value:g}.",
                        value=codes[codes != np.round(codes)][0],
                    ),
                    item.name,
                    msg("Is it a raster of numbers? Then give it among these."),
                )
            )
        elif len(codes) > most:
            problems.append(
                Problem(
                    msg(
                        "It has {count} classes; at most {most} can be told apart.",
                        count=len(codes),
                        most=most,
                    ),
                    item.name,
                    msg("Merge classes, or allow more of them."),
                )
            )
    return problems


def tell_about(
    predictors: Sequence[Predictor], background: NDArray[np.float64], feedback: Feedback
) -> None:
    """Warn of predictors that are constant, go together, or seem to hold undeclared nodata."""
    for i, item in enumerate(predictors):
        if np.ptp(background[:, i]) == 0:
            feedback.warn(
                msg(
                    "{name} has the same value everywhere in the background; it says nothing about "
                    "the species.",
                    name=item.name,
                )
            )
    for name, low in nodata_like(predictors, background):
        feedback.warn(
            msg(
                "{name} goes down to {value:g}, which looks like a nodata value that the file does "
                "not declare. Declare it, or the model learns from it.",
                name=name,
                value=low,
            )
        )
    pairs = collinear_pairs(predictors, background)
    for first, second, r in pairs:
        feedback.warn(
            msg(
                "{first} and {second} go together (r = {r:.3f}, beyond {limit:g}): their "
                "coefficients and importance cannot be told apart. Consider leaving one out.",
                first=first,
                second=second,
                r=r,
                limit=COLLINEAR,
            )
        )

"""Grading sensitivities by limits of the composite index (fact sheet 2, composite class limits)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.grade.classes import (
    GENERAL,
    SENSITIVITY_COLOURS,
    SENSITIVITY_TITLES,
    ClassRow,
    GradeOptions,
    write_classes,
)
from redline_plugin.core.raster.source import RasterSource, inspect
from redline_plugin.core.text import N_, msg


class LimitSet(enum.Enum):
    """The two sets in use, which differ for some score sets, and the user's own."""

    A = "A"
    B = "B"
    CUSTOM = "custom"


@dataclass(frozen=True)
class Limits:
    """Limits of the composite index.

    Attributes:
        middle: from here (B, custom) or above this (A, after rounding) sensitive.
        extreme: above this extremely sensitive.
        one_decimal: whether the value is first rounded to one decimal, as set A's limits
            1.0-2.0, 2.1-4.0, above 4.0 need.
    """

    middle: float
    extreme: float
    one_decimal: bool = False


SETS = {
    LimitSet.A: Limits(2.0, 4.0, one_decimal=True),
    LimitSet.B: Limits(2.33, 3.66),
}


def classify(values: NDArray, limits: Limits) -> NDArray[np.uint8]:
    """Return 1, 2 or 3 for index values of any shape.

    With one decimal: up to ``middle`` general, up to ``extreme`` sensitive, above extremely so.
    Otherwise: below ``middle`` general, up to ``extreme`` sensitive, above extremely so.
    """
    if limits.one_decimal:
        tenths = np.rint(values.astype(np.float64) * 10)
        above_middle = tenths > np.rint(limits.middle * 10)
        above_extreme = tenths > np.rint(limits.extreme * 10)
    else:
        exact = values.astype(np.float64)
        above_middle = exact >= limits.middle
        above_extreme = exact > limits.extreme
    return (GENERAL + above_middle.astype(np.uint8) + above_extreme.astype(np.uint8)).astype(
        np.uint8
    )


@gdal_exceptions()
def grade_by_limits(
    source: RasterSource,
    path: Path,
    limits: Limits,
    feedback: Feedback,
    options: GradeOptions | None = None,
) -> list[ClassRow]:
    """Grade a sensitivity index into 1 general, 2 sensitive, 3 extremely sensitive; 0 is nodata.

    Raises:
        InputError: the limits do not rise, or the raster cannot be read.
    """
    if not limits.middle < limits.extreme:
        raise InputError(
            Problem(
                msg(
                    "The limits must rise: {first:g}, {second:g}.",
                    first=limits.middle,
                    second=limits.extreme,
                )
            )
        )
    info = inspect(source)
    return write_classes(
        info,
        lambda values: classify(values, limits),
        path,
        N_("Sensitivity class"),
        SENSITIVITY_TITLES,
        SENSITIVITY_COLOURS,
        "redline:gradesensitivity",
        {
            "middle": limits.middle,
            "extreme": limits.extreme,
            "rounded_to_one_decimal": limits.one_decimal,
        },
        None,
        feedback,
        options or GradeOptions(),
    ).rows

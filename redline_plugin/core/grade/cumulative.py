"""Grading functions by cumulative value: the Guide's rule and others like it (fact sheet 3.1).

Values are taken from the highest down; where their running sum, weighted by pixel area, reaches
50 % and 80 % of the total, or other shares, lie the breaks. The shares are of value, not of area.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.grade.classes import (
    GENERAL,
    NODATA_CLASS,
    ClassRow,
    GradeOptions,
    LeftOut,
    scan,
    write_classes,
)
from redline_plugin.core.grade.crossing import (
    crossing,
    no_value,
    pixel_weights,
    value_shares,
    within_valid,
)
from redline_plugin.core.grade.exactsum import DigitSums, integer_weights, layout_of
from redline_plugin.core.grade.importance import IMPORTANCE_COLOURS, IMPORTANCE_TITLES
from redline_plugin.core.grade.legacy import LEGACY_STEPS, legacy_breaks, legacy_steps
from redline_plugin.core.grade.rule import (
    Breaks,
    CumulativeRule,
    Mode,
    NotPositive,
    Practice,
    Rule,
    share,
)
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import AlignedReader, RasterSource, SourceInfo, inspect
from redline_plugin.core.text import N_

__all__ = [
    "LEGACY_STEPS",
    "Breaks",
    "CumulativeRule",
    "Grading",
    "Mode",
    "NotPositive",
    "Practice",
    "Rule",
    "find_breaks",
    "grade_by_cumulative_value",
    "legacy_steps",
]


@dataclass(frozen=True)
class Grading:
    """The result of grading: breaks, the account of the classes, and of what was left out."""

    breaks: Breaks
    rows: list[ClassRow]
    left_out: LeftOut | None = None


@gdal_exceptions()
def grade_by_cumulative_value(
    source: RasterSource,
    path: Path,
    how: CumulativeRule,
    feedback: Feedback,
    options: GradeOptions | None = None,
) -> Grading:
    """Grade an index raster; 3 is extremely important, 2 important, 1 general, 0 nodata.

    With more than two breaks the classes between 2 and 1 have the codes 4 to 7, see
    :mod:`redline_plugin.core.grade.importance`.

    Pixels with a value of 0 or below carry no service: they do not count in the sum, and are
    general or, by choice, left out. Reads the raster three times or, for integers with a cap, four
    times (six for values of 64 bits), in memory that does not depend on its size.

    Raises:
        InputError: bad limits, no positive value, or the raster cannot be read.
    """
    options = options or GradeOptions()
    problems = how.problems()
    if problems:
        raise InputError(problems)
    info = inspect(source)
    breaks = find_breaks(info, how, Part(feedback, 0.0, 0.65), options)
    leaves_out = how.not_positive is NotPositive.LEFT_OUT
    account = write_classes(
        info,
        classifier(breaks, how),
        path,
        N_("Importance of function"),
        {code: IMPORTANCE_TITLES[code] for code in how.codes},
        {code: IMPORTANCE_COLOURS[code] for code in how.codes},
        "redline:gradefunction",
        {**how.record(), **breaks.record()},
        breaks.value_shares,
        Part(feedback, 0.65, 1.0),
        options,
        leaves_out,
    )
    return Grading(breaks, account.rows, account.left_out)


def find_breaks(
    info: SourceInfo, how: CumulativeRule, feedback: Feedback, options: GradeOptions
) -> Breaks:
    """Find the crossing values exactly; call with GDAL's exceptions on."""
    weights = integer_weights(info.grid.row_areas())
    if how.mode is Mode.LEGACY:
        return legacy_breaks(info, how, weights, feedback, options)
    return _exact_breaks(info, how, weights, feedback, options)


def _exact_breaks(
    info: SourceInfo,
    how: CumulativeRule,
    weights: NDArray[np.int64] | None,
    feedback: Feedback,
    options: GradeOptions,
) -> Breaks:
    layout = layout_of(info.dtype)
    step = 1.0 / layout.digits
    first = DigitSums(layout, 0, 0)
    # Where a piece's values do not reach a digit, the next passes need not look.
    spans: dict[Window, tuple[float, float]] = {}
    _sum_digits(info, [first], weights, Part(feedback, 0.0, step), options, spans)
    bins = first.totals()
    if not bins:
        raise InputError(no_value(info))
    total = sum(value for _, value in bins)
    targets = [share(percent) * total for percent in how.percents]
    # For each target: the key's digits found so far, and the sum of all values above them.
    found = [crossing(bins, 0, target, how.rule) for target in targets]
    prefixes, befores = [d for d, _ in found], [b for _, b in found]
    for index in range(1, layout.digits):
        sums = {prefix: DigitSums(layout, index, prefix) for prefix in set(prefixes)}
        part = Part(feedback, index * step, (index + 1) * step)
        _sum_digits(info, list(sums.values()), weights, part, options, spans)
        for place, target in enumerate(targets):
            digits = sums[prefixes[place]].totals()
            digit, befores[place] = crossing(digits, befores[place], target, how.rule)
            prefixes[place] = (prefixes[place] << 16) | digit
            if index == layout.digits - 1 and how.rule is Rule.INCLUSIVE:
                befores[place] += dict(digits)[digit]
    values = [layout.value(prefix) for prefix in prefixes]
    shares = value_shares(befores, total)
    return Breaks(values[0], values[1], shares, first.pixels, None, tuple(values[2:]))


def _sum_digits(
    info: SourceInfo,
    sums: list[DigitSums],
    weights: NDArray[np.int64] | None,
    feedback: Feedback,
    options: GradeOptions,
    spans: dict[Window, tuple[float, float]],
) -> None:
    layout, index = sums[0].layout, sums[0].index

    def begin() -> list[DigitSums]:
        return [DigitSums(layout, wanted.index, wanted.prefix) for wanted in sums]

    def visit(
        parts: list[DigitSums], reader: AlignedReader, values: NDArray, window: Window
    ) -> None:
        for part in parts:
            low, high = within_valid(info, *part.limits())
            keep = reader.between(values, low, high)
            count = int(np.count_nonzero(keep))
            if not count:
                continue
            kept = values.ravel() if count == values.size else values[keep]
            keys = layout.keys(kept)
            if not index:
                spans[window] = float(kept.min()), float(kept.max())
            part.add(keys, pixel_weights(weights, keep, window))

    def merge(parts: list[DigitSums]) -> None:
        for whole, part in zip(sums, parts):
            whole.merge(part)

    limits = [part.limits() for part in sums]

    def skip(window: Window) -> bool:
        lowest, highest = spans.get(window, (math.inf, -math.inf))
        return not any(lowest <= high and highest >= low for low, high in limits)

    scan(info, begin, visit, merge, feedback, options, skip if index else None)


def classifier(breaks: Breaks, how: CumulativeRule) -> Callable[[NDArray], NDArray[np.uint8]]:
    """Return the function from values to codes of classes, 0 for what is left out."""
    exact = how.mode is Mode.EXACT
    inclusive = how.rule is Rule.INCLUSIVE
    leaves_out = how.not_positive is NotPositive.LEFT_OUT
    # From the lowest class up, each break reached adds the step between the codes on its sides.
    codes = how.codes
    steps = [np.uint8((high - low) % 256) for high, low in zip(codes, codes[1:])]

    def classify(values: NDArray) -> NDArray[np.uint8]:
        graded = (
            values
            if exact
            else legacy_steps(np.maximum(values, 0), breaks.maximum or 1.0, breaks.cap)
        )
        # In the values' own type: a break is one of them, exactly.
        kind = graded.dtype.type if graded.dtype.kind == "f" else np.float64
        found = np.full(graded.shape, GENERAL, dtype=np.uint8)
        for value, step in zip(breaks.values, steps):
            limit = kind(value)
            reached = (graded >= limit if inclusive else graded > limit).view(np.uint8)
            found += reached if step == 1 else reached * step
        if leaves_out:
            found[~(values > 0)] = NODATA_CLASS
        return found

    return classify

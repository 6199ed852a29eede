"""Grading functions by cumulative value: the Guide's rule (fact sheet 3.1).

Values are taken from the highest down; where their running sum, weighted by pixel area, reaches
50 % and 80 % of the total lie the two breaks. The shares are of value, not of area.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.grade.classes import (
    EXTREME,
    FUNCTION_COLOURS,
    FUNCTION_TITLES,
    GENERAL,
    MIDDLE,
    ClassRow,
    GradeOptions,
    scan,
    write_classes,
)
from redline_plugin.core.grade.exactsum import (
    DigitSums,
    integer_weights,
    layout_of,
)
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import AlignedReader, RasterSource, SourceInfo, inspect
from redline_plugin.core.text import N_, msg

LEGACY_STEPS = 100


class Rule(enum.Enum):
    """Whether the value that crosses the limit still belongs to the higher class."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class Mode(enum.Enum):
    """Exact values, or the Guide's integers ``Int(value / max * 100)``."""

    EXACT = "exact"
    LEGACY = "legacy"


@dataclass(frozen=True)
class CumulativeRule:
    """What decides the classes.

    Attributes:
        extreme_percent: share of the summed value that is extremely important, %.
        important_percent: share that is at least important, %.
        rule: inclusive is the default: published national shares lie just above the limits.
        mode: exact values, or the Guide's legacy integers.
    """

    extreme_percent: float = 50.0
    important_percent: float = 80.0
    rule: Rule = Rule.INCLUSIVE
    mode: Mode = Mode.EXACT

    def problems(self) -> list[Problem]:
        """Return what is wrong with the limits."""
        if 0 < self.extreme_percent < self.important_percent < 100:
            return []
        return [
            Problem(
                msg(
                    "The limits must rise from above 0 to below 100 %: {first:g}, {second:g}.",
                    first=self.extreme_percent,
                    second=self.important_percent,
                )
            )
        ]


@dataclass(frozen=True)
class Breaks:
    """Where the classes part.

    ``extreme`` and ``important`` are the crossing values (in legacy mode: integers 0 to 100);
    ``value_shares`` the share of the summed value in each class.
    """

    extreme: float
    important: float
    value_shares: dict[int, float]
    positive_pixels: int
    maximum: float | None


@dataclass(frozen=True)
class Grading:
    """The result of grading: breaks and the account of the classes."""

    breaks: Breaks
    rows: list[ClassRow]


@gdal_exceptions()
def grade_by_cumulative_value(
    source: RasterSource,
    path: Path,
    how: CumulativeRule,
    feedback: Feedback,
    options: GradeOptions | None = None,
) -> Grading:
    """Grade an index raster into 1 general, 2 important, 3 extremely important; 0 is nodata.

    Pixels with a value of 0 or below carry no service: they are general and do not count in the
    sum. Reads the raster three times, in memory that does not depend on its size.

    Raises:
        InputError: bad limits, no positive value, or the raster cannot be read.
    """
    options = options or GradeOptions()
    problems = how.problems()
    if problems:
        raise InputError(problems)
    info = inspect(source)
    breaks = find_breaks(info, how, Part(feedback, 0.0, 0.65), options)
    rows = write_classes(
        info,
        _classifier(breaks, how),
        path,
        N_("Importance of function"),
        FUNCTION_TITLES,
        FUNCTION_COLOURS,
        "redline:gradefunction",
        {
            "extreme_percent": how.extreme_percent,
            "important_percent": how.important_percent,
            "rule": how.rule.value,
            "mode": how.mode.value,
            "break_extreme": breaks.extreme,
            "break_important": breaks.important,
            "maximum": breaks.maximum,
        },
        breaks.value_shares,
        Part(feedback, 0.65, 1.0),
        options,
    )
    return Grading(breaks, rows)


def find_breaks(
    info: SourceInfo, how: CumulativeRule, feedback: Feedback, options: GradeOptions
) -> Breaks:
    """Find the two crossing values exactly; call with GDAL's exceptions on."""
    weights = integer_weights(info.grid.row_areas())
    if how.mode is Mode.LEGACY:
        return _legacy_breaks(info, how, weights, feedback, options)
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
        raise InputError(_no_value(info))
    total = sum(value for _, value in bins)
    targets = [_share(how.extreme_percent) * total, _share(how.important_percent) * total]
    # For each target: the key's digits found so far, and the sum of all values above them.
    found = [_crossing(bins, 0, target, how.rule) for target in targets]
    prefixes, befores = [d for d, _ in found], [b for _, b in found]
    for index in range(1, layout.digits):
        sums = {prefix: DigitSums(layout, index, prefix) for prefix in set(prefixes)}
        part = Part(feedback, index * step, (index + 1) * step)
        _sum_digits(info, list(sums.values()), weights, part, options, spans)
        for place, target in enumerate(targets):
            digits = sums[prefixes[place]].totals()
            digit, befores[place] = _crossing(digits, befores[place], target, how.rule)
            prefixes[place] = (prefixes[place] << 16) | digit
            if index == layout.digits - 1 and how.rule is Rule.INCLUSIVE:
                befores[place] += dict(digits)[digit]
    reached = befores
    shares = _value_shares(reached[0], reached[1], total)
    counted = first.pixels
    return Breaks(
        layout.value(prefixes[0]),
        layout.value(prefixes[1]),
        shares,
        counted,
        None,
    )


def _sum_digits(
    info: SourceInfo,
    sums: list[DigitSums],
    weights: NDArray[np.int64] | None,
    feedback: Feedback,
    options: GradeOptions,
    spans: dict[Window, tuple[float, float]],
) -> None:
    layout, index = sums[0].layout, sums[0].index
    lowest, highest = info.source.valid

    def begin() -> list[DigitSums]:
        return [DigitSums(layout, wanted.index, wanted.prefix) for wanted in sums]

    def visit(
        parts: list[DigitSums], reader: AlignedReader, values: NDArray, window: Window
    ) -> None:
        for part in parts:
            low, high = part.limits()
            low = low if lowest is None else max(low, lowest)
            high = high if highest is None else min(high, highest)
            keep = reader.between(values, low, high)
            count = int(np.count_nonzero(keep))
            if not count:
                continue
            kept = values.ravel() if count == values.size else values[keep]
            keys = layout.keys(kept)
            if not index:
                spans[window] = float(kept.min()), float(kept.max())
            part.add(keys, _pixel_weights(weights, keep, window))

    def merge(parts: list[DigitSums]) -> None:
        for whole, part in zip(sums, parts):
            whole.merge(part)

    limits = [part.limits() for part in sums]

    def skip(window: Window) -> bool:
        lowest, highest = spans.get(window, (math.inf, -math.inf))
        return not any(lowest <= high and highest >= low for low, high in limits)

    scan(info, begin, visit, merge, feedback, options, skip if index else None)


def _positive(info: SourceInfo) -> tuple[float, float]:
    """Return the limits of the values that count."""
    low, high = DigitSums(layout_of(info.dtype), 0, 0).limits()
    lowest, highest = info.source.valid
    return (
        low if lowest is None else max(low, lowest),
        high if highest is None else min(high, highest),
    )


def _pixel_weights(
    weights: NDArray[np.int64] | None, keep: NDArray, window: Window
) -> NDArray[np.int64] | None:
    if weights is None:
        return None
    return np.repeat(weights[window.y : window.y + window.height], np.count_nonzero(keep, axis=1))


def _crossing(
    descending: list[tuple[int, int]], before: int, target: Fraction, rule: Rule
) -> tuple[int, int]:
    """Return the first digit whose running sum reaches the target, and the sum before it.

    By the exclusive rule the sum must pass the target.
    """
    for digit, value in descending:
        reached = before + value
        if reached >= target if rule is Rule.INCLUSIVE else reached > target:
            return digit, before
        before = reached
    raise ArithmeticError("the sum of the parts does not reach a target below the whole")


def _legacy_breaks(
    info: SourceInfo,
    how: CumulativeRule,
    weights: NDArray[np.int64] | None,
    feedback: Feedback,
    options: GradeOptions,
) -> Breaks:
    maximum = _maximum(info, Part(feedback, 0.0, 0.5), options)
    totals = np.zeros((2, LEGACY_STEPS + 1), dtype=np.int64)

    def begin() -> NDArray[np.int64]:
        return np.zeros((2, LEGACY_STEPS + 1), dtype=np.int64)

    def visit(
        sums: NDArray[np.int64], reader: AlignedReader, values: NDArray, window: Window
    ) -> None:
        keep = reader.between(values, *_positive(info))
        steps = legacy_steps(values[keep], maximum)
        count = np.bincount(steps, minlength=LEGACY_STEPS + 1)
        sums[0] += count
        row_weights = _pixel_weights(weights, keep, window)
        # 30 bits of weight and 22 of pixels fit the 53 bits of a float64.
        sums[1] += (
            count
            if row_weights is None
            else np.bincount(steps, row_weights, minlength=LEGACY_STEPS + 1).astype(np.int64)
        )

    def merge(sums: NDArray[np.int64]) -> None:
        totals[...] += sums

    scan(info, begin, visit, merge, Part(feedback, 0.5, 1.0), options)
    counted, totals = int(totals[0].sum()), totals[1].astype(object)
    bins = [(step, step * totals[step]) for step in range(LEGACY_STEPS, 0, -1) if totals[step]]
    total = sum(value for _, value in bins)
    reached, values = [], []
    for percent in (how.extreme_percent, how.important_percent):
        step, before = _crossing(bins, 0, _share(percent) * total, how.rule)
        inside = dict(bins)[step] if how.rule is Rule.INCLUSIVE else 0
        values.append(float(step))
        reached.append(before + inside)
    shares = _value_shares(reached[0], reached[1], total)
    return Breaks(values[0], values[1], shares, counted, maximum)


def _maximum(info: SourceInfo, feedback: Feedback, options: GradeOptions) -> float:
    found = [-math.inf]

    def visit(
        highest: list[float], reader: AlignedReader, values: NDArray, _window: Window
    ) -> None:
        inside = values[reader.between(values, *_positive(info))]
        if inside.size:
            highest[0] = max(highest[0], float(inside.max()))

    def merge(highest: list[float]) -> None:
        found[0] = max(found[0], highest[0])

    scan(info, lambda: [-math.inf], visit, merge, feedback, options)
    highest = found[0]
    if not highest > 0:
        raise InputError(_no_value(info))
    return highest


def legacy_steps(values: NDArray, maximum: float) -> NDArray[np.int64]:
    """Return ``Int(value / max * 100)`` in double precision; any shape."""
    return (values.astype(np.float64) / maximum * LEGACY_STEPS).astype(np.int64)


def _classifier(breaks: Breaks, how: CumulativeRule) -> Callable[[NDArray], NDArray[np.uint8]]:
    """Return the function from values to classes."""
    exact = how.mode is Mode.EXACT

    def classify(values: NDArray) -> NDArray[np.uint8]:
        graded = values if exact else legacy_steps(np.maximum(values, 0), breaks.maximum or 1.0)
        # In the values' own type: a break is one of them, exactly.
        kind = graded.dtype.type if graded.dtype.kind == "f" else np.float64
        extreme, important = kind(breaks.extreme), kind(breaks.important)
        if how.rule is Rule.INCLUSIVE:
            in_extreme, in_important = graded >= extreme, graded >= important
        else:
            in_extreme, in_important = graded > extreme, graded > important
        # GENERAL is 1, MIDDLE 2, EXTREME 3: two steps up.
        return in_important.view(np.uint8) + in_extreme.view(np.uint8) + np.uint8(GENERAL)

    return classify


def _value_shares(extreme: int, important: int, total: int) -> dict[int, float]:
    return {
        EXTREME: float(Fraction(extreme, total)),
        MIDDLE: float(Fraction(important - extreme, total)),
        GENERAL: float(Fraction(total - important, total)),
    }


def _share(percent: float) -> Fraction:
    # Through the decimal text, so that 80.1 % is 801/1000 and not its binary neighbour.
    return Fraction(repr(float(percent))) / 100


def _no_value(info: SourceInfo) -> Problem:
    return Problem(
        msg("No pixel has a value above 0, so there is nothing to grade."),
        info.source.path,
        msg("Check the raster's nodata value and whether it is the index you meant."),
    )

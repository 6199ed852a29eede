"""Breaks by the Guide's integers, ``Int(value / max * 100)``, as offices work them out by hand."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.grade.classes import GradeOptions, scan
from redline_plugin.core.grade.crossing import (
    crossing,
    no_value,
    pixel_weights,
    positive,
    value_shares,
)
from redline_plugin.core.grade.percentile import Percentile, percentile_of
from redline_plugin.core.grade.rule import Breaks, CumulativeRule, Rule, share
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import AlignedReader, SourceInfo

LEGACY_STEPS = 100


def legacy_steps(values: NDArray, maximum: float, cap: float | None = None) -> NDArray[np.int64]:
    """Return ``Int(value / max * 100)`` in double precision; any shape.

    With a cap, higher values count as the cap, which then stands in for the maximum.
    """
    exact = values.astype(np.float64)
    if cap is not None:
        exact, maximum = np.minimum(exact, cap), cap
    return (exact / maximum * LEGACY_STEPS).astype(np.int64)


def legacy_breaks(
    info: SourceInfo,
    how: CumulativeRule,
    weights: NDArray[np.int64] | None,
    feedback: Feedback,
    options: GradeOptions,
) -> Breaks:
    """Find the crossing integers exactly; call with GDAL's exceptions on."""
    before_sums = Part(feedback, 0.0, 0.5)
    found: Percentile | None = None
    if how.capped:
        found = percentile_of(info, how.cap_percentile, before_sums, options)
        maximum, cap = found.maximum, found.value
    else:
        maximum, cap = _maximum(info, before_sums, options), None
    totals = np.zeros((2, LEGACY_STEPS + 1), dtype=np.int64)

    def begin() -> NDArray[np.int64]:
        return np.zeros((2, LEGACY_STEPS + 1), dtype=np.int64)

    def visit(
        sums: NDArray[np.int64], reader: AlignedReader, values: NDArray, window: Window
    ) -> None:
        keep = reader.between(values, *positive(info))
        steps = legacy_steps(values[keep], maximum, cap)
        count = np.bincount(steps, minlength=LEGACY_STEPS + 1)
        sums[0] += count
        row_weights = pixel_weights(weights, keep, window)
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
    for percent in how.percents:
        step, before = crossing(bins, 0, share(percent) * total, how.rule)
        inside = dict(bins)[step] if how.rule is Rule.INCLUSIVE else 0
        values.append(float(step))
        reached.append(before + inside)
    return Breaks(
        values[0],
        values[1],
        value_shares(reached, total),
        counted,
        maximum,
        tuple(values[2:]),
        cap,
        0 if found is None else found.above,
    )


def _maximum(info: SourceInfo, feedback: Feedback, options: GradeOptions) -> float:
    found = [-math.inf]

    def visit(
        highest: list[float], reader: AlignedReader, values: NDArray, _window: Window
    ) -> None:
        inside = values[reader.between(values, *positive(info))]
        if inside.size:
            highest[0] = max(highest[0], float(inside.max()))

    def merge(highest: list[float]) -> None:
        found[0] = max(found[0], highest[0])

    scan(info, lambda: [-math.inf], visit, merge, feedback, options)
    highest = found[0]
    if not highest > 0:
        raise InputError(no_value(info))
    return highest

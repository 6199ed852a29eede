"""Where a running sum from the highest value down crosses a limit, and the pixels that it takes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import Problem
from redline_plugin.core.grade.exactsum import DigitSums, layout_of
from redline_plugin.core.grade.importance import codes_of
from redline_plugin.core.grade.rule import Rule
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import SourceInfo
from redline_plugin.core.text import msg


def crossing(
    descending: Sequence[tuple[int, int]], before: int, target: Fraction, rule: Rule
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


def value_shares(reached: Sequence[int], total: int) -> dict[int, float]:
    """Return the share of the total in each class, by code, from the sums down to each break."""
    sums = [0, *reached, total]
    return {
        code: float(Fraction(high - low, total))
        for code, low, high in zip(codes_of(len(reached)), sums, sums[1:])
    }


def positive(info: SourceInfo) -> tuple[float, float]:
    """Return the limits of the values that count."""
    low, high = DigitSums(layout_of(info.dtype), 0, 0).limits()
    return within_valid(info, low, high)


def within_valid(info: SourceInfo, low: float, high: float) -> tuple[float, float]:
    """Return the part of a span of values that is in the raster's valid range."""
    lowest, highest = info.source.valid
    return (
        low if lowest is None else max(low, lowest),
        high if highest is None else min(high, highest),
    )


def pixel_weights(
    weights: NDArray[np.int64] | None, keep: NDArray, window: Window
) -> NDArray[np.int64] | None:
    """Return the weights of the pixels kept, in their order; None when all weigh the same."""
    if weights is None:
        return None
    return np.repeat(weights[window.y : window.y + window.height], np.count_nonzero(keep, axis=1))


def no_value(info: SourceInfo) -> Problem:
    """Return the problem of a raster without a value above 0."""
    return Problem(
        msg("No pixel has a value above 0, so there is nothing to grade."),
        info.source.path,
        msg("Check the raster's nodata value and whether it is the index you meant."),
    )

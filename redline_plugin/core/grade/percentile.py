"""A percentile of a raster's values above 0, exact, in memory that does not depend on its size."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.grade.classes import GradeOptions, scan
from redline_plugin.core.grade.crossing import no_value, within_valid
from redline_plugin.core.grade.exactsum import BINS, DIGIT_BITS, DigitSums, layout_of
from redline_plugin.core.grade.rule import share
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import AlignedReader, SourceInfo


@dataclass(frozen=True)
class Percentile:
    """The value at a percentile, how many pixels lie above it, and the highest value of all."""

    value: float
    above: int
    maximum: float


@dataclass
class _Counts:
    """Pixels by one digit of their value, and the highest value."""

    pixels: NDArray[np.int64]
    highest: float = -math.inf


def percentile_of(
    info: SourceInfo, percent: float, feedback: Feedback, options: GradeOptions
) -> Percentile:
    """Return the lowest value that at least ``percent`` % of the pixels above 0 do not exceed.

    That is the nearest rank: always the value of a pixel, whatever blocks and threads. Pixels are
    counted, not weighed by their area, as the statistics of a raster are. Call with GDAL's
    exceptions on.

    Args:
        percent: above 0, at most 100.

    Raises:
        InputError: no pixel is above 0, or the raster cannot be read.
    """
    layout = layout_of(info.dtype)
    step = 1.0 / layout.digits
    prefix = below = above = rank = 0
    maximum = -math.inf
    for index in range(layout.digits):
        part = Part(feedback, index * step, (index + 1) * step)
        counts = _count(info, index, prefix, part, options)
        if index == 0:
            total = int(counts.pixels.sum())
            if not total:
                raise InputError(no_value(info))
            rank = math.ceil(share(percent) * total)
            maximum = counts.highest
        reached = np.cumsum(counts.pixels)
        digit = int(np.searchsorted(reached, rank - below))
        above += int(reached[-1] - reached[digit])
        below += int(reached[digit] - counts.pixels[digit])
        prefix = (prefix << DIGIT_BITS) | digit
    return Percentile(layout.value(prefix), above, maximum)


def _count(
    info: SourceInfo, index: int, prefix: int, feedback: Feedback, options: GradeOptions
) -> _Counts:
    """Count pixels by a digit, among those whose digits above it are ``prefix``."""
    layout = layout_of(info.dtype)
    low, high = within_valid(info, *DigitSums(layout, index, prefix).limits())

    def begin() -> _Counts:
        return _Counts(np.zeros(BINS, dtype=np.int64))

    def visit(counts: _Counts, reader: AlignedReader, values: NDArray, _window: Window) -> None:
        kept = values[reader.between(values, low, high)]
        if kept.size:
            counts.highest = max(counts.highest, float(kept.max()))
            digits = layout.digit(layout.keys(kept), index)
            counts.pixels += np.bincount(digits, minlength=BINS)

    whole = begin()

    def merge(counts: _Counts) -> None:
        whole.pixels += counts.pixels
        whole.highest = max(whole.highest, counts.highest)

    scan(info, begin, visit, merge, feedback, options)
    return whole

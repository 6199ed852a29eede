"""Results of kernels made ready for the file: clamped, marked, counted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import RasterOutput
from redline_plugin.core.declare.pieces import Mask
from redline_plugin.core.declare.tally import OutputTally

NODATA = -9999.0
NODATA_CLASS = 0
LARGEST_CLASS = 254


def dtype_of(output: RasterOutput) -> np.dtype:
    """Return how an output is stored: floats, or bytes for classes."""
    return np.dtype(np.uint8 if output.classes else np.float32)


def nodata_of(output: RasterOutput) -> float:
    """Return what marks a pixel without a value."""
    return NODATA_CLASS if output.classes else NODATA


def finish(raw: NDArray, mask: Mask, output: RasterOutput, place: NDArray) -> OutputTally:
    """Clamp, mark nodata, count, and put the result into ``place``.

    A value that the equation cannot give is nodata, and counted.

    Args:
        raw: the kernel's result; shape (rows, columns), or (bands, rows, columns).
        mask: where all inputs are valid, shape (rows, columns); None for everywhere.
        output: the declaration.
        place: where the result goes, of the result's shape.
    """
    return _classes(raw, mask, place) if output.classes else _numbers(raw, mask, output, place)


def _numbers(
    raw: NDArray, mask: Mask, output: RasterOutput, place: NDArray[np.float32]
) -> OutputTally:
    np.copyto(place, raw, casting="same_kind")
    tally = OutputTally()
    valid = np.isfinite(place)
    if mask is not None:
        valid &= mask
    bands = 1 if place.ndim == 2 else place.shape[0]
    present = place.size if mask is None else bands * int(np.count_nonzero(mask))
    tally.valid = int(np.count_nonzero(valid))
    tally.undefined = present - tally.valid
    if not tally.valid:
        place[...] = NODATA
        return tally
    everywhere = tally.valid == place.size
    inside = place if everywhere else place[valid]
    tally.low, tally.high = float(inside.min()), float(inside.max())
    low, high = output.valid
    if low is not None and tally.low < low:
        tally.raised = int(np.count_nonzero(inside < np.float32(low)))
        np.maximum(place, np.float32(low), out=place)
        inside = np.maximum(inside, np.float32(low))
        tally.low, tally.high = max(tally.low, float(low)), max(tally.high, float(low))
    if high is not None and tally.high > high:
        tally.lowered = int(np.count_nonzero(inside > np.float32(high)))
        np.minimum(place, np.float32(high), out=place)
        inside = np.minimum(inside, np.float32(high))
        tally.low, tally.high = min(tally.low, float(high)), min(tally.high, float(high))
    tally.total = float(inside.sum(dtype=np.float64))
    flat = inside.ravel()
    tally.squares = float(np.einsum("i,i->", flat, flat, dtype=np.float64))
    if not everywhere:
        np.copyto(place, np.float32(NODATA), where=~valid)
    return tally


def _classes(raw: NDArray, mask: Mask, place: NDArray[np.uint8]) -> OutputTally:
    tally = OutputTally()
    valid = (raw > NODATA_CLASS) & (raw <= LARGEST_CLASS)
    if mask is not None:
        valid &= mask
    present = place.size if mask is None else int(np.count_nonzero(mask))
    place[...] = np.where(valid, raw, NODATA_CLASS).astype(np.uint8)
    counts = np.bincount(place.ravel(), minlength=LARGEST_CLASS + 1)
    tally.classes.update({int(code): int(counts[code]) for code in np.flatnonzero(counts) if code})
    tally.valid = sum(tally.classes.values())
    tally.undefined = present - tally.valid
    if tally.valid:
        tally.low, tally.high = float(min(tally.classes)), float(max(tally.classes))
        tally.total = float(sum(code * n for code, n in tally.classes.items()))
    return tally

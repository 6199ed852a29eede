"""Exact quantiles of any number of values in two passes and little memory.

Values are single-precision floats. Their bits, turned so that they order like the numbers, are
counted by the upper half in the first pass; the second counts the lower half of those upper halves
in which a wanted rank lies. Counts are whole numbers, so blocks and threads do not matter.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_HALF = 1 << 16
_SIGN = np.uint32(0x80000000)


def _ordered_bits(values: NDArray) -> NDArray[np.uint32]:
    """Return whole numbers in the order of the values."""
    # Adding zero turns -0 into +0, which are equal values.
    bits = (values.astype(np.float32) + np.float32(0)).view(np.uint32)
    return np.where(bits & _SIGN, ~bits, bits | _SIGN)


def _value_of(bits: int) -> float:
    pattern = bits & 0x7FFFFFFF if bits & 0x80000000 else ~bits & 0xFFFFFFFF
    return float(np.array(pattern, dtype=np.uint32).view(np.float32))


class Quantiles:
    """Counts for quantiles: feed all values once by ``first``, again by ``second``, then ask.

    A quantile of p per cent is the smallest value such that at least p per cent of all values do
    not exceed it (the inverse of the distribution function); 0 gives the smallest value.
    """

    def __init__(self, percents: Sequence[float]) -> None:
        self._percents = list(percents)
        self._upper = np.zeros(_HALF, dtype=np.int64)
        self._lower: dict[int, NDArray[np.int64]] = {}
        self._lock = threading.Lock()

    def first(self, values: NDArray) -> None:
        """Count valid values in the first pass; callable from several threads."""
        counts = np.bincount(_ordered_bits(values.ravel()) >> np.uint32(16), minlength=_HALF)
        with self._lock:
            self._upper += counts

    def second(self, values: NDArray) -> None:
        """Count the same values in the second pass; callable from several threads."""
        bits = _ordered_bits(values.ravel())
        upper = bits >> np.uint32(16)
        for half in self._wanted():
            low = bits[upper == half] & np.uint32(0xFFFF)
            counts = np.bincount(low, minlength=_HALF)
            with self._lock:
                self._lower[half] = self._lower.get(half, 0) + counts

    @property
    def count(self) -> int:
        """How many values there are."""
        return int(self._upper.sum())

    def _rank(self, percent: float) -> int:
        # The product is rounded first: 0.07 * 100 is not 7.
        return max(1, int(np.ceil(round(percent / 100.0 * self.count, 6))))

    def _half_of(self, rank: int) -> tuple[int, int]:
        """Return the upper half in which a rank lies, and how many values lie before it."""
        running = np.cumsum(self._upper)
        half = int(np.searchsorted(running, rank))
        return half, int(running[half - 1]) if half else 0

    def _wanted(self) -> set[int]:
        return {self._half_of(self._rank(percent))[0] for percent in self._percents}

    def result(self) -> list[float]:
        """Return the quantiles in the order of the per cents."""
        found = []
        for percent in self._percents:
            rank = self._rank(percent)
            half, before = self._half_of(rank)
            running = np.cumsum(self._lower[half]) + before
            low = int(np.searchsorted(running, rank))
            found.append(_value_of((half << 16) | low))
        return found

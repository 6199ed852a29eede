"""Exact sums of float values by bins of their bits, whatever the order in which they come.

A positive float's bits, read as an integer, keep its order; its top 16 bits make a bin in which the
exponent is the same for all, so the sum in a bin is a sum of integers. Weights (pixel areas) are
integers too. Everything is therefore exact, and the same for any blocks and any threads. Summing
float32 naively loses most of a large raster's total.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DIGIT_BITS = 16
BINS = 1 << DIGIT_BITS
WEIGHT_LIMB_BITS = 15
WEIGHT_BITS = 2 * WEIGHT_LIMB_BITS
# A bincount adds float64: 15 bits of weight, 16 of a digit, and 22 of a window's pixels make 53.
MAX_WINDOW_PIXELS = 1 << 22


@dataclass(frozen=True)
class Layout:
    """How a float type's bits are cut into digits of 16 bits, the first one being the bin."""

    float_type: type
    key_type: type
    digits: int
    mantissa_bits: int
    bias: int

    def keys(self, values: NDArray) -> NDArray:
        """Return positive ``values`` as integers in the same order."""
        return np.ascontiguousarray(values, dtype=self.float_type).view(self.key_type)

    def digit(self, keys: NDArray, index: int) -> NDArray:
        """Return a digit of the keys, 0 being the top one."""
        shift = self.key_type(DIGIT_BITS * (self.digits - 1 - index))
        return ((keys >> shift) & self.key_type(BINS - 1)).astype(np.int64)

    def value(self, key: int) -> float:
        """Return the float whose bits are ``key``."""
        return float(np.array([key], dtype=self.key_type).view(self.float_type)[0])

    def integer(self, key: int) -> int:
        """Return the float whose bits are ``key`` as an integer, in units of the smallest float."""
        exponent, mantissa = divmod(key, 1 << self.mantissa_bits)
        if exponent == 0:
            return mantissa
        return (mantissa | 1 << self.mantissa_bits) << (exponent - 1)


SINGLE = Layout(np.float32, np.uint32, 2, 23, 127)
DOUBLE = Layout(np.float64, np.uint64, 4, 52, 1023)


def layout_of(dtype: np.dtype) -> Layout:
    """Return the narrowest layout that holds the type's values exactly."""
    narrow = dtype == np.float32 or (dtype.kind in "iu" and dtype.itemsize <= 2)
    return SINGLE if narrow else DOUBLE


def integer_weights(row_areas: NDArray[np.float64]) -> NDArray[np.int64] | None:
    """Return row areas as integers of 30 bits (1e-9 of the largest), or None if all are equal."""
    largest = row_areas.max()
    if row_areas.min() == largest:
        return None
    return np.rint(row_areas / largest * ((1 << WEIGHT_BITS) - 1)).astype(np.int64)


class DigitSums:
    """Per value of one digit: the sum of weights, and of weight times the lower digits."""

    def __init__(self, layout: Layout, index: int, prefix: int) -> None:
        """Sum over keys whose digits above ``index`` are ``prefix``."""
        self.layout = layout
        self.index = index
        self.prefix = prefix
        self.lower = layout.digits - 1 - index
        # [weight limb][0: weight, 1..: weight x lower digit]
        self.sums = np.zeros((2, 1 + self.lower, BINS), dtype=np.int64)
        # Sums of whole values, in units of their last bit: where one bincount is enough.
        self.whole = np.zeros(BINS, dtype=np.int64)
        self.pixels = 0
        self._few: list[NDArray] = []
        self._few_pixels = 0

    def limits(self) -> tuple[float, float]:
        """Return the lowest and the highest positive float that these sums take."""
        layout = self.layout
        bits = DIGIT_BITS * (layout.digits - self.index)
        largest: NDArray = np.array(np.finfo(layout.float_type).max)
        last = int(largest.view(layout.key_type))
        lowest, highest = self.prefix << bits, ((self.prefix + 1) << bits) - 1
        return layout.value(max(lowest, 1)), layout.value(min(highest, last))

    def add(self, keys: NDArray, weights: NDArray[np.int64] | None) -> None:
        """Add keys (one dimension) within the limits, with weights; None means 1 each."""
        layout = self.layout
        self.pixels += int(keys.size)
        if keys.size == 0:
            return
        if weights is None and layout.digits == SINGLE.digits and self.index == 0:
            self._add_whole(keys)
        elif weights is None and self.lower == 0:
            self._few.append(keys)
            self._few_pixels += keys.size
            if self._few_pixels >= BINS:
                self._count()
        else:
            self._add_digits(keys, weights)

    def _add_whole(self, keys: NDArray) -> None:
        """Add single floats themselves: in a bin all have one exponent, so float64 sums are exact."""
        bins = (keys >> keys.dtype.type(DIGIT_BITS)).astype(np.intp)
        first = int(bins.min())
        bins -= first
        sums = np.bincount(bins, keys.view(self.layout.float_type))
        exponents = np.arange(first, first + sums.size) >> (self.layout.mantissa_bits - DIGIT_BITS)
        last_bits = np.maximum(exponents, 1) - self.layout.bias - self.layout.mantissa_bits
        self.whole[first : first + sums.size] += np.ldexp(sums, -last_bits).astype(np.int64)

    def _count(self) -> None:
        """Count the keys set aside: they are few, and a count over all bins takes its time."""
        if self._few:
            digits = self.layout.digit(np.concatenate(self._few), self.index)
            self.sums[0, 0] += np.bincount(digits, minlength=BINS)
            self._few, self._few_pixels = [], 0

    def _add_digits(self, keys: NDArray, weights: NDArray[np.int64] | None) -> None:
        layout = self.layout
        bins = layout.digit(keys, self.index)
        lower = [layout.digit(keys, self.index + 1 + j) for j in range(self.lower)]
        if weights is None:
            self.sums[0, 0] += np.bincount(bins, minlength=BINS)
            for j, digit in enumerate(lower):
                self.sums[0, 1 + j] += np.bincount(bins, digit, minlength=BINS).astype(np.int64)
            return
        mask = (1 << WEIGHT_LIMB_BITS) - 1
        for limb, part in enumerate((weights & mask, weights >> WEIGHT_LIMB_BITS)):
            self.sums[limb, 0] += np.bincount(bins, part, minlength=BINS).astype(np.int64)
            for j, digit in enumerate(lower):
                product = part * digit
                self.sums[limb, 1 + j] += np.bincount(bins, product, minlength=BINS).astype(
                    np.int64
                )

    def merge(self, other: DigitSums) -> None:
        """Add another part's sums."""
        other._count()
        self.sums += other.sums
        self.whole += other.whole
        self.pixels += other.pixels

    def totals(self) -> list[tuple[int, int]]:
        """Return (digit, sum of value times weight) for digits that occur, highest first.

        Sums are integers in units of the smallest float of the layout.
        """
        layout = self.layout
        self._count()
        if self.lower == 0 and not self.sums[1].any():
            # In one bin all have one exponent, so a digit is worth the same everywhere.
            first = self.prefix << DIGIT_BITS
            base, step = layout.integer(first), layout.integer(first + 1) - layout.integer(first)
            counts = self.sums[0, 0]
            digits = np.flatnonzero(counts)[::-1]
            return [
                (digit, count * (base + digit * step))
                for digit, count in zip(digits.tolist(), counts[digits].tolist())
            ]
        found = []
        for digit in np.flatnonzero(self.sums[:, 0].any(axis=0) | (self.whole != 0))[::-1]:
            key = ((self.prefix << DIGIT_BITS) | int(digit)) << (DIGIT_BITS * self.lower)
            exponent = key >> layout.mantissa_bits
            # Lower digits are part of the mantissa, so they scale with the exponent alone.
            scale = max(exponent - 1, 0)
            total = int(self.whole[digit]) << scale
            for limb in range(2):
                column = self.sums[limb, :, digit]
                part = int(column[0]) * layout.integer(key)
                for j in range(self.lower):
                    place = DIGIT_BITS * (self.lower - 1 - j)
                    part += int(column[1 + j]) << (place + scale)
                total += part << (WEIGHT_LIMB_BITS * limb)
            found.append((int(digit), total))
        return found

"""Numbers drawn by seed that depend on nothing else: no order, no windows, no version of NumPy."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

_GOLDEN = 0x9E3779B97F4A7C15
_WORD = 1 << 64


def uniform(places: NDArray, seed: int, stream: int = 0) -> NDArray[np.float64]:
    """Return a number between 0 and 1, both excluded, for each whole number of ``places``.

    It is the output function of SplitMix64 (Steele, Lea & Flood 2014) on the place, so that a
    pixel's number is the same whichever thread asks for it in whichever window.
    """
    start = (_scramble(seed % _WORD) + _scramble((stream + 1) % _WORD) * 3) % _WORD
    word = places.astype(np.uint64)
    word *= np.uint64(_GOLDEN)
    word += np.uint64(start)
    word ^= word >> np.uint64(30)
    word *= np.uint64(0xBF58476D1CE4E5B9)
    word ^= word >> np.uint64(27)
    word *= np.uint64(0x94D049BB133111EB)
    word ^= word >> np.uint64(31)
    word >>= np.uint64(11)
    numbers = word.astype(np.float64)
    numbers += 0.5
    numbers *= 2.0**-53
    return numbers


def permutation(count: int, seed: int, stream: int = 0) -> NDArray[np.intp]:
    """Return 0 to ``count`` - 1 in an order drawn by seed."""
    return np.argsort(uniform(np.arange(count), seed, stream), kind="stable")


def stream_of(name: str) -> int:
    """Return the stream of a species, which the other species in the layer do not change."""
    return zlib.crc32(name.encode("utf-8"))


def _scramble(word: int) -> int:
    word = (word + _GOLDEN) % _WORD
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) % _WORD
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) % _WORD
    return word ^ (word >> 31)

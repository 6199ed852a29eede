"""Random fields that are the same at every size: smooth, fractal, seeded by name."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Field = NDArray[np.float32]


def generator(seed: int, name: str) -> np.random.Generator:
    """Return the random numbers of one purpose, so that a new purpose does not shift the others."""
    return np.random.default_rng([seed, zlib.crc32(name.encode())])


def _spline_weights(size: int, cells: int) -> csr_matrix:
    """Return (size, cells + 3) weights of cubic B-splines at the centres of ``size`` pixels."""
    position = (np.arange(size) + 0.5) / size * cells
    first = np.floor(position).astype(np.int32)
    t = (position - first).astype(np.float32)
    weights = np.stack(
        [
            (1.0 - t) ** 3,
            3.0 * t**3 - 6.0 * t**2 + 4.0,
            -3.0 * t**3 + 3.0 * t**2 + 3.0 * t + 1.0,
            t**3,
        ],
        axis=1,
    ) / np.float32(6.0)
    columns = first[:, None] + np.arange(4, dtype=np.int32)
    starts = np.arange(0, 4 * size + 1, 4)
    return csr_matrix((weights.ravel(), columns.ravel(), starts), shape=(size, cells + 3))


def smooth_noise(rng: np.random.Generator, size: int, cells: int) -> Field:
    """Return a (size, size) field of unit variance with ``cells`` bumps along each side."""
    lattice = rng.standard_normal((cells + 3, cells + 3)).astype(np.float32)
    weights = _spline_weights(size, cells)
    rows = np.ascontiguousarray((weights @ lattice).T)
    return np.asarray(weights @ rows).T * np.float32(1.0 / 0.48)


def fractal_noise(seed: int, name: str, size: int, cells: int, gain: float = 0.5) -> Field:
    """Return a (size, size) field of about unit variance: octaves from ``cells`` up to the pixel.

    Args:
        seed: of the whole county.
        name: the purpose; fields of different purposes are independent.
        size: pixels along each side.
        cells: bumps along each side of the first octave.
        gain: amplitude of an octave as a share of the one before it; below 0.5 is smooth.
    """
    rng = generator(seed, name)
    total = np.zeros((size, size), np.float32)
    amplitude, power = 1.0, 0.0
    while cells <= size // 3 and amplitude > 0.02:
        total += np.float32(amplitude) * smooth_noise(rng, size, cells)
        power += amplitude**2
        amplitude *= gain
        cells *= 2
    return total / np.float32(max(power, 1e-9) ** 0.5)

"""Stacks with gaps: enough valid bands, and what holds over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import Certainty, Coefficient, Reference
from redline_plugin.core.text import N_


def sum_of(stack: NDArray) -> NDArray:
    """Return the sum over bands; from shape (bands, ...) to (...).

    Band after band: NumPy's own sum adds in an order that depends on the shape, so that the last
    digit of a pixel would depend on how many others are computed with it.
    """
    total = stack[0].copy()
    for band in stack[1:]:
        total += band
    return total


def valid_count(stack: NDArray) -> NDArray[np.float32]:
    """Return how many bands have a value; from shape (bands, ...) to (...)."""
    count = np.zeros(stack.shape[1:], dtype=np.float32)
    for band in stack:
        count += ~np.isnan(band)
    return count


def where_enough(values: NDArray, count: NDArray, bands: int, share: float) -> NDArray:
    """Return values where at least ``share`` per cent of the bands are valid, and one; else NaN."""
    return np.where((count > 0) & (count * 100 >= share * bands), values, values.dtype.type(np.nan))


def has_gap(stack: NDArray) -> NDArray[np.bool_]:
    """Return where some bands have a value and some have none."""
    count = valid_count(stack)
    return (count > 0) & (count < stack.shape[0])


def everywhere(stack: NDArray, applies: bool) -> NDArray[np.bool_]:
    """Return one answer for all pixels, for checks of the whole; (bands, ...) to (...)."""
    return np.full(stack.shape[1:], applies)


def least_share(certainty: Certainty, document: str, section: str = "") -> Coefficient:
    """Return the declaration of how many of the bands must be valid."""
    return Coefficient(
        "MINIMUM_SHARE",
        N_("Least share of rasters with a value"),
        80,
        (0, 100),
        "%",
        Reference(document, section, certainty),
    )

"""Slope length and steepness together: from elevation to the factors of the soil loss equations."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.terrain import lsfactor
from redline_plugin.core.terrain.gradient import slope_degrees
from redline_plugin.core.terrain.halo import affordable, inner
from redline_plugin.core.terrain.slopelength import (
    MARGIN,
    Ends,
    contribution,
    flow_path_length,
    steps_of_area,
    steps_of_length,
)

FLOW_PATH = "flowpath"
AREA = "contributingarea"
FIXED = "fixed"


def halo_of(
    cell_width: float,
    cell_height: float,
    *,
    length_method: str,
    max_length: float,
    channel_area: float,
    **_: object,
) -> int:
    """Return how many cells on each side the slope length needs, see :mod:`.slopelength`.

    Args:
        cell_width: the smallest there is, m.
        cell_height: the same, m.
        length_method: ``FLOW_PATH``, ``AREA`` or ``FIXED``.
        max_length: longest slope that counts, m.
        channel_area: with more than this area above it a cell is a channel, m2; 0: none is.

    Raises:
        InputError: too many.
    """
    if length_method == FIXED:
        return 1
    if length_method == AREA:
        cell = (cell_width * cell_height) ** 0.5
        steps = steps_of_area(max_length * cell, cell_width, cell_height)
    else:
        steps = steps_of_length(max_length, cell_width, cell_height)
        if channel_area > 0:
            steps = max(steps, steps_of_area(channel_area, cell_width, cell_height))
    return affordable(steps + MARGIN, cell_width, cell_height)


def length_and_steepness(
    elevation: NDArray,
    channels: NDArray | None,
    *,
    cell_width: NDArray[np.float64],
    cell_height: NDArray[np.float64],
    length_method: str,
    exponent_method: str,
    steepness_method: str,
    max_length: float,
    fixed_length: float,
    cutoff_gentle: float,
    cutoff_steep: float,
    channel_area: float,
    halo: int,
) -> Mapping[str, NDArray]:
    """Return slope, slope length, its exponent, L, S, and where the slope is longer than counts.

    Args:
        elevation: m, with the halo on every side; NaN where there is none.
        channels: same shape, a channel or water where neither 0 nor NaN; or None.
        cell_width: m, shape (rows and halos, 1).
        cell_height: m, same shape.
        length_method: ``FLOW_PATH``, ``AREA`` (the area by the width it flows out across is the
            slope length) or ``FIXED``.
        exponent_method: see :func:`~.lsfactor.length_exponent`.
        steepness_method: see :func:`~.lsfactor.steepness_factor`.
        max_length: longest slope that counts, m.
        fixed_length: m, for ``FIXED``.
        cutoff_gentle: see :class:`~.slopelength.Ends`.
        cutoff_steep: see there.
        channel_area: see there.
        halo: cells, from :func:`halo_of`.

    Returns:
        "slope" in degrees, "slope_length" in m, "length_exponent", "length_factor",
        "steepness_factor", "longer"; shape (rows, columns) each.
    """
    ring = halo - 1
    sizes = (_inner_rows(cell_width, ring), _inner_rows(cell_height, ring))
    slope = slope_degrees(inner(elevation, ring), *sizes)
    exponent = lsfactor.length_exponent(slope, exponent_method)
    channel = None if channels is None else np.nan_to_num(channels) != 0
    if length_method == FIXED:
        length = np.where(np.isnan(slope), slope, slope.dtype.type(fixed_length))
        longer = np.zeros(slope.shape, bool)
        factor = lsfactor.length_factor(length, exponent)
    elif length_method == FLOW_PATH:
        ends = Ends(cutoff_gentle, cutoff_steep, channel, channel_area)
        found = flow_path_length(elevation, cell_width, cell_height, halo - MARGIN, ends)
        length = inner(found, halo)
        longer = length > max_length
        length = np.minimum(length, length.dtype.type(max_length))
        factor = lsfactor.length_factor(length, exponent)
    else:
        above = contribution(elevation, cell_width, cell_height, halo - MARGIN, channel)
        cell = _inner_rows(np.sqrt(cell_width * cell_height), halo)
        area, contour = inner(above.area, halo), inner(above.contour, halo)
        most = np.maximum(max_length * cell - cell**2, 0)
        longer = area > most
        area = np.minimum(area, most)
        length = ((area + cell**2) / (cell * contour)).astype(elevation.dtype)
        factor = lsfactor.length_factor_of_area(area, cell, contour, exponent)
        factor = factor.astype(elevation.dtype)
    return {
        "slope": slope,
        "slope_length": length,
        "length_exponent": exponent,
        "length_factor": factor,
        "steepness_factor": lsfactor.steepness_factor(slope, steepness_method),
        "longer": longer,
    }


def _inner_rows(sizes: NDArray[np.float64], halo: int) -> NDArray[np.float64]:
    """Return sizes (rows, 1) without ``halo`` rows at both ends."""
    return sizes[halo:-halo] if halo else sizes

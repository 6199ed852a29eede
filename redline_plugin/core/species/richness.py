"""Several species together: a sum of their suitabilities, or a count of those that are suited."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.species.blocks import (
    Kernel,
    Read,
)
from redline_plugin.core.species.ranges import PlacedRanges
from redline_plugin.core.text import msg

TOLERANCE = 1e-4
"""Suitabilities that miss 0 to 1 by less are rounding of the program that wrote them."""


@dataclass(frozen=True)
class Recipe:
    """How species are put together.

    Attributes:
        scale: what 1 is in the rasters: 1, 100 or 1000 as a rule.
        cut_off: None: the suitabilities are summed. Else species whose suitability is at least
            this are counted. It is the user's: no public text gives one.
        least_valid: a pixel needs values of so many species; None: of all.
    """

    scale: float = 1.0
    cut_off: float | None = None
    least_valid: int | None = None


@dataclass
class SpeciesTally:
    """What one species' raster held, in the order of the rasters."""

    name: str
    weight: float
    protection: str
    pixels: int = 0
    low: float = float("inf")
    high: float = float("-inf")
    suited: int = 0
    core: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the tally for the provenance."""
        return {
            "species": self.name,
            "weight": self.weight,
            "protection": self.protection,
            "pixels": self.pixels,
            "low": self.low if self.pixels else None,
            "high": self.high if self.pixels else None,
            "suited": self.suited,
            "core": self.core,
        }


@dataclass
class RichnessTally:
    """The account of a run."""

    species: list[SpeciesTally]
    valid: int = 0
    low: float = float("inf")
    high: float = float("-inf")
    partial: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)


def combine(
    suitability: Sequence[NDArray],
    present: Sequence[NDArray[np.bool_] | None],
    weights: Sequence[float],
    cut_off: float | None,
    least_valid: int,
) -> NDArray[np.float64]:
    """Return the weighted sum or count of species per pixel.

    A species without a value at a pixel adds nothing there.

    Args:
        suitability: 0 to 1, an array of one shape per species.
        present: where each has a value; None for everywhere.
        weights: per species.
        cut_off: see :class:`Recipe`.
        least_valid: how many species must have a value; NaN where fewer do.
    """
    total = np.zeros(suitability[0].shape, dtype=np.float64)
    number = np.zeros(suitability[0].shape, dtype=np.int32)
    for values, mask, weight in zip(suitability, present, weights):
        part = values * weight if cut_off is None else np.where(values >= cut_off, weight, 0.0)
        if mask is None:
            total += part
            number += 1
        else:
            np.add(total, part, out=total, where=mask)
            number += mask
    total[number < least_valid] = np.nan
    return total


def least_species(recipe: Recipe, count: int) -> int:
    """Return of how many species a pixel needs a value, of ``count`` in all."""
    return count if recipe.least_valid is None else recipe.least_valid


def richness_kernel(tally: RichnessTally, recipe: Recipe, placed: PlacedRanges | None) -> Kernel:
    """Return one thread's kernel; what it sees is added up in ``tally``."""
    burner = placed.burner() if placed is not None else None
    weights = [item.weight for item in tally.species]
    least = least_species(recipe, len(weights))

    def kernel(piece: Window, read: Read) -> list[NDArray]:
        suitability: list[NDArray] = []
        present: list[NDArray[np.bool_] | None] = []
        counts = []
        for index, (values, mask) in enumerate(read):
            scaled = _scaled(values, mask, recipe.scale, tally.species[index].name, piece)
            core = burner.inside(index, piece) if burner is not None else None
            known = mask
            if core is not None:
                scaled[core] = 1.0
                known = None if mask is None else mask | core
            suitability.append(scaled)
            present.append(known)
            counts.append(_counted(scaled, known, core, recipe.cut_off))
        total = combine(suitability, present, weights, recipe.cut_off, least)
        _add_up(tally, counts, total, present)
        return [total]

    return kernel


def _scaled(
    values: NDArray, mask: NDArray[np.bool_] | None, scale: float, name: str, piece: Window
) -> NDArray:
    """Return suitabilities 0 to 1 in memory of their own.

    Raises:
        InputError: a valid value that is not one, with its place.
    """
    single = values.dtype == np.float32
    scaled: NDArray[np.floating] = values.astype(np.float32 if single else np.float64)
    if scale != 1.0:
        np.divide(scaled, scaled.dtype.type(scale), out=scaled)
    with np.errstate(invalid="ignore"):
        wrong = (scaled < -TOLERANCE) | (scaled > 1.0 + TOLERANCE)
    if mask is not None:
        wrong &= mask
    if wrong.any():
        y, x = np.argwhere(wrong)[0]
        raise InputError(
            Problem(
                msg(
                    "The value {value:g} at column {x}, row {y} is {scaled:g} after division by "
                    "{scale:g}; a suitability lies between 0 and 1.",
                    value=float(values[y, x]),
                    x=piece.x + int(x),
                    y=piece.y + int(y),
                    scaled=float(scaled[y, x]),
                    scale=scale,
                ),
                name,
                msg("Give the scale (100 for per cent), or declare the value as nodata."),
            )
        )
    return np.clip(scaled, 0.0, 1.0, out=scaled)


def _counted(
    scaled: NDArray, mask: NDArray[np.bool_] | None, core: NDArray | None, cut_off: float | None
) -> tuple[int, float, float, int, int]:
    inside = scaled if mask is None else scaled[mask]
    if not inside.size:
        return 0, float("inf"), float("-inf"), 0, 0
    suited = 0 if cut_off is None else int(np.count_nonzero(inside >= cut_off))
    return (
        inside.size,
        float(inside.min()),
        float(inside.max()),
        suited,
        0 if core is None else int(np.count_nonzero(core)),
    )


def _add_up(
    tally: RichnessTally,
    counts: Sequence[tuple[int, float, float, int, int]],
    total: NDArray[np.float64],
    present: Sequence[NDArray[np.bool_] | None],
) -> None:
    known = ~np.isnan(total)
    valid = int(np.count_nonzero(known))
    full = known.copy()
    for mask in present:
        if mask is not None:
            full &= mask
    with tally.lock:
        tally.valid += valid
        tally.partial += valid - int(np.count_nonzero(full))
        if valid:
            tally.low = min(tally.low, float(np.nanmin(total)))
            tally.high = max(tally.high, float(np.nanmax(total)))
        for item, (pixels, low, high, suited, core) in zip(tally.species, counts):
            item.pixels += pixels
            item.low, item.high = min(item.low, low), max(item.high, high)
            item.suited += suited
            item.core += core

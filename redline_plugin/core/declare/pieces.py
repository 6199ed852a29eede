"""A piece of the rasters as the kernels' arguments: numbers, and where all of them are valid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.declare.prepare import Key, Prepared
from redline_plugin.core.declare.table import Lookup
from redline_plugin.core.declare.tally import InputTally
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.source import AlignedReader

Mask = Optional[NDArray[np.bool_]]


@dataclass(frozen=True)
class Reading:
    """One band in a window with a halo: values, where they are valid, and what was left out inside."""

    values: NDArray
    valid: Mask
    tally: InputTally


@dataclass(frozen=True)
class Arguments:
    """What a model's kernels take.

    Attributes:
        arrays: per input in order, None for one that is not given.
        names: by name.
        mask: where all inputs that must be valid are, None for everywhere; without the halo.
        tallies: what was left out, by input.
    """

    arrays: list[NDArray | None]
    names: Mapping[str, Any]
    mask: Mask
    tallies: Mapping[str, InputTally] = field(default_factory=dict)


def grown(window: Window, halo: int) -> Window:
    """Return a window with a halo around it."""
    return Window(
        window.x - halo, window.y - halo, window.width + 2 * halo, window.height + 2 * halo
    )


def inner(values: NDArray, halo: int) -> NDArray:
    """Return an array without its halo."""
    return values[..., halo:-halo, halo:-halo] if halo else values


def read_band(reader: AlignedReader, window: Window, halo: int) -> Reading:
    """Read one band; the values stand in the reader's memory until it is used again."""
    reader.nodata_pixels = reader.outside_pixels = 0
    values, inside = reader.look(grown(window, halo))
    valid = reader.valid(values, inside)
    if halo:
        # Only the piece itself is counted; its halo is the piece of others.
        reader.nodata_pixels = reader.outside_pixels = 0
        reader.valid(inner(values, halo), None if inside is None else inner(inside, halo))
    return Reading(values, valid, InputTally(reader.nodata_pixels, reader.outside_pixels))


def arguments(item: Prepared, read: Mapping[Key, Reading], grid: Grid, window: Window) -> Arguments:
    """Turn what was read of a piece into a model's arguments."""
    arrays: list[NDArray | None] = []
    mask: Mask = None
    # Where every input may lack a value, a pixel that lacks all of them is outside.
    lenient_only = all(declared.lenient for declared in item.given())
    anywhere: Mask = None
    tallies: dict[str, InputTally] = {}
    for declared in item.job.model.inputs:
        keys = item.keys.get(declared.name)
        if keys is None:
            arrays.append(None)
            continue
        tally = InputTally()
        readings = [read[key] for key in keys]
        if declared.is_stack:
            values, valid = _stacked(readings, declared, tally)
        else:
            values, valid = _single(readings[0], declared, item, tally)
        if item.halo and valid is not None:
            values = np.where(valid, values, values.dtype.type(np.nan))
        arrays.append(values)
        tallies[declared.name] = tally
        if valid is None:
            valid = np.ones(values.shape[-2:], dtype=bool) if lenient_only else None
        if valid is None:
            continue
        centre = inner(valid, item.halo)
        if not declared.lenient:
            mask = centre if mask is None else mask & centre
        elif lenient_only:
            anywhere = centre if anywhere is None else anywhere | centre
    if anywhere is not None and not anywhere.all():
        mask = anywhere
    return Arguments(arrays, _names(item, grid, window), mask, tallies)


def _names(item: Prepared, grid: Grid, window: Window) -> dict[str, Any]:
    names = dict(item.names)
    model = item.job.model
    if model.needs_pixel_area:
        names["pixel_area"] = grid.row_areas(window.y, window.y + window.height)[:, None]
    if model.needs_cell_size:
        width, height = grid.cell_sizes(window.y - item.halo, window.y + window.height + item.halo)
        names["cell_width"], names["cell_height"] = width[:, None], height[:, None]
    if model.halo is not None:
        names["halo"] = item.halo
    if item.latitudes is not None:
        names["latitude"] = item.latitudes.of(window)
    return names


def _single(
    reading: Reading, declared: RasterInput, item: Prepared, tally: InputTally
) -> tuple[NDArray, Mask]:
    values, valid = reading.values, reading.valid
    tally.add(reading.tally)
    if declared.table is not None:
        values, valid = _looked_up(values, valid, item.lookups[declared.name], tally, item.halo)
    else:
        values = as_float(values)
    if declared.lenient and valid is not None:
        values = np.where(valid, values, values.dtype.type(np.nan))
    return values, valid


def _stacked(
    readings: list[Reading], declared: RasterInput, tally: InputTally
) -> tuple[NDArray, Mask]:
    dtype = np.result_type(*(float_type(reading.values.dtype) for reading in readings))
    stack = np.empty((len(readings), *readings[0].values.shape), dtype=dtype)
    common: Mask = None
    whole = False
    for layer, reading in zip(stack, readings):
        layer[...] = reading.values
        tally.add(reading.tally)
        if reading.valid is None:
            whole = True
            continue
        if declared.lenient:
            layer[~reading.valid] = np.nan
            common = reading.valid if common is None else common | reading.valid
        else:
            common = reading.valid if common is None else common & reading.valid
    # A lenient stack has a value where any of its bands has one.
    return stack, None if declared.lenient and whole else common


def float_type(dtype: np.dtype) -> np.dtype:
    """Return the float type that holds a type's values: single precision up to 16 bits."""
    if dtype.kind == "f":
        return dtype
    return np.dtype(np.float32 if dtype.itemsize <= 2 else np.float64)


def as_float(values: NDArray) -> NDArray:
    """Return values as floats that hold them."""
    return values.astype(float_type(values.dtype), copy=False)


def _looked_up(
    codes: NDArray, valid: Mask, lookup: Lookup, tally: InputTally, halo: int
) -> tuple[NDArray, Mask]:
    values = lookup.apply(codes)
    known = ~np.isnan(values if values.ndim == 2 else values[0])
    if lookup.unsure:
        tally.unsure.update(_counts(_here(codes, valid, halo), lookup.unsure))
    if known.all():
        return values, valid
    missing = inner(~known if valid is None else ~known & valid, halo)
    here = inner(codes, halo)
    unlisted = missing & lookup.unlisted(here)
    tally.unlisted.update(_counts(here[unlisted]))
    tally.left_out.update(_counts(here[missing & ~unlisted]))
    return values, known if valid is None else known & valid


def _here(codes: NDArray, valid: Mask, halo: int) -> NDArray:
    here = inner(codes, halo)
    return here.ravel() if valid is None else here[inner(valid, halo)]


def _counts(codes: NDArray, among: frozenset[int] | None = None) -> dict[float, int]:
    if codes.dtype.kind == "u" and codes.dtype.itemsize <= 2:
        # Counting takes a fraction of the time of sorting.
        every = np.bincount(codes)
        found = np.flatnonzero(every)
        counts = every[found]
    else:
        found, counts = np.unique(codes, return_counts=True)
    return {
        _as_told(code): int(n)
        for code, n in zip(found.tolist(), counts.tolist())
        if among is None or code in among
    }


def _as_told(code: float) -> float:
    """Return a code as people write it: 3, not 3.0; but 1.5 as it is, and NaN."""
    return int(code) if float(code).is_integer() else code

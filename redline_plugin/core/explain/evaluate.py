"""The model's own kernel, run again on one pixel."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.finish import dtype_of, finish, nodata_of
from redline_plugin.core.declare.model import RasterOutput
from redline_plugin.core.declare.pieces import Reading, arguments, inner
from redline_plugin.core.declare.prepare import Key
from redline_plugin.core.declare.tally import OutputTally
from redline_plugin.core.explain.recall import Recalled
from redline_plugin.core.explain.tree import Pixel

TOLERANCE = 1e-5
"""Relative difference up to which two results are one: processors round powers differently."""


@dataclass(frozen=True)
class Evaluation:
    """What the inputs give at the pixel.

    Attributes:
        raw: what the kernel gives, by band; NaN for no number.
        values: what would be stored, by band; None for no data.
        tally: what was clamped.
        numbers: what the kernel got of each input, by name and band or column.
        parts: intermediate values, by name and band.
        checks: which of the model's checks apply here.
    """

    raw: tuple[float, ...]
    values: tuple[float | None, ...]
    tally: OutputTally
    numbers: Mapping[str, tuple[float, ...]]
    parts: Mapping[str, tuple[float, ...]]
    checks: tuple[bool, ...]

    def agrees(self, stored: tuple[float | None, ...]) -> bool:
        """Return whether the same is stored."""
        return len(stored) == len(self.values) and all(
            one is other
            if one is None or other is None
            else math.isclose(one, other, rel_tol=TOLERANCE)
            for one, other in zip(self.values, stored)
        )


def evaluate(recalled: Recalled, output: RasterOutput, pixel: Pixel) -> Evaluation | None:
    """Compute one pixel of an output, None when an input cannot be read."""
    if not recalled.readable:
        return None
    item, model = recalled.item, recalled.model
    read: dict[Key, Reading] = {}
    for name, looks in recalled.looks.items():
        for key, look in zip(item.keys[name], looks):
            if look.reading is not None:
                read[key] = look.reading
    found = arguments(item, read, pixel.grid, pixel.window)
    numbers = {
        declared.name: _at_pixel(values)
        for declared, values in zip(model.inputs, found.arrays)
        if values is not None
    }
    shape = (output.bands, 1, 1) if output.bands > 1 else (1, 1)
    place = np.empty(shape, dtype_of(output))
    if found.mask is not None and not found.mask.any():
        nothing = (float("nan"),) * output.bands
        return Evaluation(nothing, (None,) * output.bands, OutputTally(), numbers, {}, ())
    with np.errstate(all="ignore"):
        shared = None if model.shared is None else model.shared(*found.arrays, **found.names)

        def call(kernel: Any) -> NDArray:
            return kernel(*found.arrays, **found.names) if shared is None else kernel(shared)

        raw = np.asarray(call(output.kernel))
        tally = finish(raw, found.mask, output, place)
        checks = tuple(bool(np.any(call(check.kernel))) for check in model.checks)
    nodata = nodata_of(output)
    return Evaluation(
        _at_pixel(raw),
        tuple(None if value == nodata else float(value) for value in place.ravel()),
        tally,
        numbers,
        {
            name: _at_pixel(values)
            for name, values in (shared or {}).items()
            if (name in model.parts if model.parts else values.dtype.kind != "b")
        },
        checks,
    )


def _at_pixel(values: NDArray) -> tuple[float, ...]:
    """Return the middle of an array of odd size, by band; a number stands for itself."""
    if values.ndim < 2:
        return tuple(float(value) for value in values.ravel())
    halo = (min(values.shape[-2:]) - 1) // 2
    return tuple(float(value) for value in np.atleast_1d(inner(values, halo)[..., 0, 0].ravel()))

"""Result arrays that windows use one after the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.finish import dtype_of
from redline_plugin.core.declare.model import RasterOutput
from redline_plugin.core.raster.grid import Window


class Buffers:
    """Result arrays used again and again: new memory from the system costs as much as arithmetic."""

    def __init__(self) -> None:
        self._free: dict[tuple[tuple[int, ...], str], list[NDArray]] = {}

    def take(self, output: RasterOutput, window: Window) -> NDArray:
        """Return an array for an output in a window, its values undefined."""
        shape: tuple[int, ...] = (window.height, window.width)
        if output.bands > 1:
            shape = (output.bands, *shape)
        dtype = dtype_of(output)
        try:
            return self._free[shape, dtype.char].pop()
        except (KeyError, IndexError):
            return np.empty(shape, dtype=dtype)

    def give(self, values: NDArray) -> None:
        """Take an array back."""
        self._free.setdefault((values.shape, values.dtype.char), []).append(values)

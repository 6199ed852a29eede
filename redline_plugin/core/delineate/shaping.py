"""Narrow parts of patches out, near patches bridged: before small patches go out.

In strips with rows around them, so the result does not depend on the strips. Protected land counts
as in, so that what lies beside it is not narrow and nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.delineate.bits import EXTREME_BITS
from redline_plugin.core.delineate.bridges import Bridging, bridging_of
from redline_plugin.core.delineate.burning import CentreBurner
from redline_plugin.core.delineate.components import Mask, area_where
from redline_plugin.core.delineate.compose import patches_of
from redline_plugin.core.delineate.inputs import Options
from redline_plugin.core.delineate.narrow import Opening, opening_of, pixel_metres, widened
from redline_plugin.core.delineate.outline import polygonise
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.delineate.strips import Strip, WorkRaster, work_raster
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.raster.grid import Grid


@dataclass(frozen=True)
class Shaped:
    """What shaping did, in m2 by pixels."""

    narrow_m2: float = 0.0
    bridged_m2: float = 0.0


class Shaping:
    """Walks over strips with a margin of rows around each."""

    def __init__(
        self, grid: Grid, strips: Sequence[Strip], areas: PixelAreas, protected: Shapes
    ) -> None:
        self._grid = grid
        self._strips = strips
        self._areas = areas
        self._protected = CentreBurner(protected, grid) if len(protected) else None

    def run(
        self,
        bits_raster: WorkRaster,
        shaped: WorkRaster,
        options: Options,
        folder: Path,
        feedback: Feedback,
    ) -> Shaped:
        """Write the shaped patches (0 and 1) of ``bits_raster`` to ``shaped``; fill in ``folder``."""
        opening = opening_of(options.corridor_m, self._grid)
        if options.bridge_m <= 0.0:
            return Shaped(narrow_m2=self._open(bits_raster, shaped, opening, feedback))
        size = (self._grid.width, self._grid.height)
        with ExitStack() as stack:
            opened = stack.enter_context(work_raster(folder / "opened.tif", *size, np.uint8))
            joined = stack.enter_context(work_raster(folder / "joined.tif", *size, np.uint8))
            narrow = self._open(bits_raster, opened, opening, Part(feedback, 0.0, 0.3))
            for strip in self._walk(Part(feedback, 0.3, 0.4)):
                mask = (opened.read(strip) != 0) | self._burned(strip.start, strip.stop)
                joined.write(strip, mask.astype(np.uint8))
            parts = polygonise(joined, self._grid, Part(feedback, 0.4, 0.5))
            numbers = patches_of(parts, options.connectivity).astype(np.int32) + 1
            numbers = np.concatenate([np.zeros(1, np.int32), numbers])
            bridging = bridging_of(options.bridge_m, *pixel_metres(self._grid))
            bridged = self._bridge(
                opened,
                shaped,
                CentreBurner(parts, self._grid),
                numbers,
                (bridging, opening),
                Part(feedback, 0.5, 1.0),
            )
        return Shaped(narrow, bridged)

    def _open(
        self, bits_raster: WorkRaster, opened: WorkRaster, opening: Opening, feedback: Feedback
    ) -> float:
        """Write the patches without their narrow parts; return the m2 taken away."""
        gone = 0.0
        for strip in self._walk(feedback):
            if opening.changes_nothing:
                opened.write(
                    strip, ((bits_raster.read(strip) & EXTREME_BITS) != 0).astype(np.uint8)
                )
                continue
            reach = opening.reach
            start, stop = self._with_margin(strip, reach)
            bits = bits_raster.read_window(0, start, self._grid.width, stop - start)
            mask, protected = (bits & EXTREME_BITS) != 0, self._burned(start, stop)
            # Nobody knows how broad it is beyond the raster's edge, so it counts as in there.
            top, bottom = (reach if start == 0 else 0), (reach if stop == self._grid.height else 0)
            margin = ((top, bottom), (reach, reach))
            wide = opening(np.pad(mask | protected, margin, constant_values=True))
            rows = slice(strip.start - start, strip.stop - start)
            stays = wide[top : top + len(mask), reach:-reach][rows] | protected[rows]
            before = mask[rows]
            opened.write(strip, (before & stays).astype(np.uint8))
            gone += self._square_metres(strip, before & ~stays)
        return gone

    def _bridge(
        self,
        opened: WorkRaster,
        shaped: WorkRaster,
        burner: CentreBurner,
        numbers: NDArray[np.int32],
        rules: tuple[Bridging, Opening],
        feedback: Feedback,
    ) -> float:
        """Write the patches with bridges, as wide as corridors must be; return the m2 added."""
        bridging, opening = rules
        real = np.zeros(int(numbers.max(initial=0)) + 1, dtype=bool)
        for strip in self._walk(Part(feedback, 0.0, 0.2)):
            mask = opened.read(strip) != 0
            real[numbers[burner.burn(strip.start, strip.stop)][mask]] = True
        real[0] = False
        numbers = np.where(real[numbers], numbers, 0)
        added = 0.0
        margin = bridging.reach + opening.rows
        for strip in self._walk(Part(feedback, 0.2, 1.0)):
            start, stop = self._with_margin(strip, margin)
            bridges = bridging.between(numbers[burner.burn(start, stop)])
            bridges = widened(bridges, opening.rows, opening.columns)
            mask = opened.read(strip) != 0
            new = bridges[strip.start - start : strip.stop - start] & ~mask
            shaped.write(strip, (mask | new).astype(np.uint8))
            added += self._square_metres(strip, new)
        return added

    def _with_margin(self, strip: Strip, rows: int) -> tuple[int, int]:
        return max(strip.start - rows, 0), min(strip.stop + rows, self._grid.height)

    def _burned(self, start: int, stop: int) -> Mask:
        if self._protected is None:
            return np.zeros((stop - start, self._grid.width), dtype=bool)
        return self._protected.burn(start, stop) > 0

    def _square_metres(self, strip: Strip, mask: Mask) -> float:
        areas = self._areas.rows(strip.start, strip.stop)
        return float(area_where(mask, areas)) * self._areas.unit_m2

    def _walk(self, feedback: Feedback) -> Iterator[Strip]:
        for strip in self._strips:
            stop_if_cancelled(feedback)
            yield strip
            feedback.progress(strip.stop / self._grid.height)

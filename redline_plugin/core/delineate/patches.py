"""Small patches out, small holes filled: an area opening, then an area closing, in strips.

A patch is a component of extreme pixels; it counts by its own area, without its holes. A hole is a
component of what is left over when the small patches are out, joined the other way round (by edges
where patches join over corners), that does not reach the raster's edge. Land without data is no
different from land that is not extreme: outside it reaches the raster's edge, enclosed it is a
hole; the account tells both kinds of holes apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from redline_plugin.core.delineate.bits import ASSESSED, BIT, EXTREME_BITS, Bits, ClassReader
from redline_plugin.core.delineate.components import (
    Components,
    Labels,
    Mask,
    area_where,
    areas_of,
    flag_labels,
    label,
)
from redline_plugin.core.delineate.inputs import Options
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.delineate.shaping import Shaped
from redline_plugin.core.delineate.strips import Strip, WorkRaster
from redline_plugin.core.delineate.touching import Touching
from redline_plugin.core.feedback import Feedback, stop_if_cancelled

_TOUCHES = "touches"
_EDGE = "edge"
_NO_DATA = "nodata"
_DUAL = {4: 8, 8: 4}


@dataclass
class Tally:
    """A number of components and their area in m2."""

    count: int = 0
    area_m2: float = 0.0

    def add(self, areas_m2: np.ndarray) -> None:
        """Add components with these areas."""
        self.count += len(areas_m2)
        self.area_m2 += float(areas_m2.sum())


@dataclass
class RasterAccount:
    """What became of the extreme pixels, in m2 by pixels.

    ``extreme`` is by reason, ``union`` any of them; ``spared`` are patches under the minimum that
    stay because they touch a protected area; ``narrow`` are parts under the corridors' width, and
    ``bridged`` is what joins near patches.
    """

    extreme: dict[str, float] = field(default_factory=dict)
    union: float = 0.0
    narrow: float = 0.0
    bridged: float = 0.0
    dropped: Tally = field(default_factory=Tally)
    spared: Tally = field(default_factory=Tally)
    filled: Tally = field(default_factory=Tally)
    filled_no_data: Tally = field(default_factory=Tally)


class Patches:
    """Walks over the strips three times: read, drop patches, fill holes."""

    def __init__(
        self,
        width: int,
        strips: Sequence[Strip],
        areas: PixelAreas,
        options: Options,
        touching: Touching | None,
    ) -> None:
        self._width = width
        self._strips = strips
        self._areas = areas
        self._options = options
        self._touching = touching
        self._min_patch = options.min_patch_m2 / areas.unit_m2
        self._min_hole = options.min_hole_m2 / areas.unit_m2
        self._patches = Components(options.connectivity, (_TOUCHES,))
        self._holes = Components(_DUAL[options.connectivity], (_EDGE, _NO_DATA))
        self._bottom = strips[-1].stop
        self._shaped: WorkRaster | None = None
        self.account = RasterAccount()

    def read(self, reader: ClassReader, bits_raster: WorkRaster, feedback: Feedback) -> None:
        """Walk 1: read the class rasters into ``bits_raster`` and collect the patches."""
        for strip in self._walk(feedback):
            bits = reader.read(strip, self._width)
            bits_raster.write(strip, bits)
            areas = self._areas.rows(strip.start, strip.stop)
            extreme = (bits & EXTREME_BITS) != 0
            self._count(bits, extreme, areas)
            if not self._options.shapes_patches:
                self._collect(strip, extreme, areas)

    def take_shaped(self, shaped: WorkRaster, outcome: Shaped, feedback: Feedback) -> None:
        """Go on with patches that were narrowed and bridged, and collect them."""
        self._shaped = shaped
        self.account.narrow, self.account.bridged = outcome.narrow_m2, outcome.bridged_m2
        for strip in self._walk(feedback):
            areas = self._areas.rows(strip.start, strip.stop)
            self._collect(strip, shaped.read(strip) != 0, areas)

    def _collect(self, strip: Strip, mask: Mask, areas: np.ndarray) -> None:
        if self._min_patch > 0:
            labels, sums, flags = self._patches_of(strip, mask, areas)
            self._patches.first(labels, sums, flags, strip.stop == self._bottom)

    def _count(self, bits: Bits, extreme: Mask, areas: np.ndarray) -> None:
        unit = self._areas.unit_m2
        account = self.account
        account.union += area_where(extreme, areas) * unit
        for reason, bit in BIT.items():
            marked = (bits & bit) != 0
            area = area_where(marked, areas) * unit if marked.any() else 0.0
            account.extreme[reason] = account.extreme.get(reason, 0.0) + area

    def _patches_of(
        self, strip: Strip, extreme: Mask, areas: np.ndarray
    ) -> tuple[Labels, np.ndarray, Mapping[str, Mask]]:
        labels, count = label(extreme, self._options.connectivity)
        sums = areas_of(labels, areas, count)
        touches = (
            np.zeros(count + 1, dtype=bool)
            if self._touching is None
            else self._touching.flags(strip, labels, count, sums < self._min_patch)
        )
        return labels, sums, {_TOUCHES: touches}

    def drop(self, bits_raster: WorkRaster, kept_raster: WorkRaster, feedback: Feedback) -> None:
        """Walk 2: write what stays to ``kept_raster`` (0 and 1), collect the holes in it."""
        for strip in self._walk(feedback):
            bits = bits_raster.read(strip)
            if self._shaped is None:
                kept = (bits & EXTREME_BITS) != 0
            else:
                kept = self._shaped.read(strip) != 0
            areas = self._areas.rows(strip.start, strip.stop)
            if self._min_patch > 0:
                kept = self._without_small(strip, kept, areas)
            kept_raster.write(strip, kept.astype(np.uint8))
            if self._min_hole > 0:
                labels, sums, flags = self._holes_of(strip, kept, bits, areas)
                self._holes.first(labels, sums, flags, strip.stop == self._bottom)

    def _without_small(self, strip: Strip, extreme: Mask, areas: np.ndarray) -> Mask:
        labels, sums, flags = self._patches_of(strip, extreme, areas)
        whole = self._patches.second(strip.index, labels, sums, flags)
        small = whole.areas < self._min_patch
        spared = small & whole.flags[_TOUCHES]
        stays = ~small | spared
        stays[0] = False
        unit = self._areas.unit_m2
        self.account.spared.add(whole.areas[spared & whole.owned] * unit)
        self.account.dropped.add(whole.areas[~stays & whole.owned] * unit)
        return stays[labels]

    def _holes_of(
        self, strip: Strip, kept: Mask, bits: Bits, areas: np.ndarray
    ) -> tuple[Labels, np.ndarray, Mapping[str, Mask]]:
        labels, count = label(~kept, _DUAL[self._options.connectivity])
        edge = np.zeros(count + 1, dtype=bool)
        edge[labels[:, 0]] = True
        edge[labels[:, -1]] = True
        if strip.start == 0:
            edge[labels[0]] = True
        if strip.stop == self._bottom:
            edge[labels[-1]] = True
        no_data = flag_labels(labels, (bits & ASSESSED) == 0, count)
        return labels, areas_of(labels, areas, count), {_EDGE: edge, _NO_DATA: no_data}

    def fill(self, bits_raster: WorkRaster, kept_raster: WorkRaster, feedback: Feedback) -> None:
        """Walk 3: fill the small holes in ``kept_raster``."""
        if self._min_hole <= 0:
            return
        for strip in self._walk(feedback):
            kept = kept_raster.read(strip)
            areas = self._areas.rows(strip.start, strip.stop)
            labels, sums, flags = self._holes_of(strip, kept != 0, bits_raster.read(strip), areas)
            whole = self._holes.second(strip.index, labels, sums, flags)
            small = (whole.areas < self._min_hole) & ~whole.flags[_EDGE]
            small[0] = False
            if small.any():
                kept[small[labels]] = 1
                kept_raster.write(strip, kept)
                unit = self._areas.unit_m2
                counted = small & whole.owned
                no_data = whole.flags[_NO_DATA]
                self.account.filled.add(whole.areas[counted & ~no_data] * unit)
                self.account.filled_no_data.add(whole.areas[counted & no_data] * unit)

    def _walk(self, feedback: Feedback) -> Iterator[Strip]:
        for strip in self._strips:
            stop_if_cancelled(feedback)
            yield strip
            feedback.progress(strip.stop / self._bottom)

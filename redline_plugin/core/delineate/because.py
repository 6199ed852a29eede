"""Why each block is in the red line: the area of every reason inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.areas import Usable
from redline_plugin.core.delineate.bits import BIT, EXTREME_BITS
from redline_plugin.core.delineate.burning import CentreBurner
from redline_plugin.core.delineate.inputs import ProtectedArea
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.delineate.shapes import Shapes, is_thin, polygon_parts
from redline_plugin.core.delineate.strips import Strip, WorkRaster
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.standard.reasons import FUNCTION, PROTECTED, REASONS, SENSITIVITY

PROTECTED_ID = next(reason.id for reason in REASONS if reason.kind == PROTECTED)
MANUAL_ID = "manual"
"""Land that was added by decision, for no reason of the policy's own."""
ORDER = (*(reason.id for reason in REASONS), MANUAL_ID)
_KIND = {reason.id: reason.kind for reason in REASONS}


@dataclass
class Because:
    """The reasons of one block: id to m2, and the names of its protected areas."""

    areas: dict[str, float] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the ids of one kind, in the policy's order."""
        return tuple(id_ for id_ in ORDER if id_ in self.areas and _KIND.get(id_) == kind)

    @property
    def main(self) -> str:
        """The function or sensitivity with the largest area, the first of equals.

        Without one it is the protected area, and "manual" where there is none of these.
        """
        ids = [*self.of_kind(FUNCTION), *self.of_kind(SENSITIVITY)]
        if ids:
            return max(ids, key=lambda id_: self.areas[id_])
        only_manual = MANUAL_ID in self.areas and PROTECTED_ID not in self.areas
        return MANUAL_ID if only_manual else PROTECTED_ID

    def in_order(self) -> dict[str, float]:
        """Return the areas in the policy's order."""
        return {id_: self.areas[id_] for id_ in ORDER if id_ in self.areas}


def raster_areas(
    blocks: Shapes,
    bits_raster: WorkRaster,
    strips: Sequence[Strip],
    pixel_areas: PixelAreas,
    grid: Grid,
    feedback: Feedback,
) -> dict[str, NDArray[np.float64]]:
    """Return the m2 of each raster reason in each block, by pixel centres: id to (n,).

    Blocks hold extreme pixels whole unless a county border cuts them, so it is exact for a block
    that was not cut, and the blocks together always hold all.
    """
    sums = {reason: np.zeros(len(blocks) + 1) for reason in BIT}
    burner = CentreBurner(blocks, grid)
    for strip in strips:
        stop_if_cancelled(feedback)
        numbers = burner.burn(strip.start, strip.stop)
        bits = bits_raster.read(strip) & EXTREME_BITS
        marked = (bits != 0) & (numbers > 0)
        numbers, bits = numbers[marked], bits[marked]
        areas = pixel_areas.rows(strip.start, strip.stop)
        weights = np.broadcast_to(areas, marked.shape)[marked]
        for reason, bit in BIT.items():
            here = (bits & bit) != 0
            if here.any():
                sums[reason] += np.bincount(
                    numbers[here], weights=weights[here], minlength=len(blocks) + 1
                )
        feedback.progress(strip.stop / grid.height)
    return {reason: units[1:] * pixel_areas.unit_m2 for reason, units in sums.items()}


def protected_areas(blocks: Shapes, union: Shapes, crs: str, width: float) -> NDArray[np.float64]:
    """Return the m2 of protected land in each block; ``union`` are disjoint polygons.

    What is narrower than ``width`` is noise and not counted.
    """
    block, _, shapes = _shares(blocks, union)
    areas = np.where(is_thin(shapes, width), 0.0, polygon_areas(list(shapes), crs))
    return np.bincount(block, weights=areas, minlength=len(blocks)).astype(np.float64)


def features_in(
    blocks: Shapes, protected: Usable[ProtectedArea], width: float
) -> list[list[ProtectedArea]]:
    """Return the protected areas in each block; a contact or noise is none."""
    block, part, shapes = _shares(blocks, protected.parts)
    thick = ~is_thin(shapes, width)
    pairs = np.unique(np.stack([block[thick], protected.owners[part[thick]]], axis=1), axis=0)
    found: list[list[ProtectedArea]] = [[] for _ in blocks]
    for index, owner in pairs:
        found[index].append(protected.features[owner])
    return found


def names_of(features: Sequence[ProtectedArea]) -> set[str]:
    """Return the names of protected areas, the id of one that has none."""
    return {feature.name or feature.fid for feature in features} - {""}


def _shares(blocks: Shapes, polygons: Shapes) -> tuple[NDArray[np.intp], NDArray[np.intp], Shapes]:
    """Return the parts of ``polygons`` in blocks: index of the block, of the polygon, the shape.

    All protected land is in blocks, so a polygon that meets but one block lies in it as a whole
    and needs no cutting.
    """
    polygon, block = shapely.STRtree(blocks).query(polygons, predicate="intersects")
    alone = np.bincount(polygon, minlength=len(polygons))[polygon] == 1
    shapes = polygons[polygon]
    for index in np.flatnonzero(~alone):
        cut = polygon_parts([shapely.intersection(shapes[index], blocks[block[index]])])
        shapes[index] = shapely.multipolygons(cut)
    return block, polygon, shapes


def explain(
    blocks: Shapes,
    areas: NDArray[np.float64],
    by_raster: dict[str, NDArray[np.float64]],
    by_protection: NDArray[np.float64],
    names: Sequence[set[str]],
    bits_raster: WorkRaster,
    grid: Grid,
    by_decision: NDArray[np.float64],
) -> list[Because]:
    """Put the reasons of each block together; no block is left without one.

    A block too small or thin for a pixel's centre takes the reasons of the pixel under it, with its
    whole area. One that is nothing but a filled hole (counties cut it off) takes the main reason of
    the nearest block that has one, with the area 0.
    """
    found = []
    for index, (area, name) in enumerate(zip(areas, names)):
        because = Because(names=set(name))
        for reason, sums in by_raster.items():
            if sums[index] > 0:
                because.areas[reason] = min(float(sums[index]), float(area))
        if by_protection[index] > 0:
            because.areas[PROTECTED_ID] = min(float(by_protection[index]), float(area))
        if by_decision[index] > 0:
            because.areas[MANUAL_ID] = min(float(by_decision[index]), float(area))
        if not because.areas:
            for reason in _reasons_under(blocks[index], bits_raster, grid):
                because.areas[reason] = float(area)
        found.append(because)
    _borrow(blocks, found)
    return found


def _reasons_under(block: shapely.Polygon, bits_raster: WorkRaster, grid: Grid) -> list[str]:
    point = block.representative_point()
    x0, dx, _, y0, _, dy = grid.transform
    column, row = int((point.x - x0) // dx), int((point.y - y0) // dy)
    if not (0 <= column < grid.width and 0 <= row < grid.height):
        return []
    bits = int(bits_raster.read_window(column, row, 1, 1)[0, 0])
    return [reason for reason, bit in BIT.items() if bits & bit]


def _borrow(blocks: Shapes, found: list[Because]) -> None:
    without = [index for index, because in enumerate(found) if not because.areas]
    if not without:
        return
    givers = np.array([index for index, because in enumerate(found) if because.areas])
    nearest = shapely.STRtree(blocks[givers]).nearest(blocks[without])
    mains = [found[giver].main for giver in givers[nearest]]
    for index, giver, main in zip(without, givers[nearest], mains):
        found[index].areas[main] = 0.0
        if main == PROTECTED_ID:
            found[index].names |= found[giver].names

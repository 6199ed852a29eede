"""The red line on parcels: each parcel on the line goes in or out as a whole.

Parcels inside are in and parcels outside are out already, so only those that the line cuts are
decided: by the share of their area that is in, or by the rule for their land use. The block then
takes in the whole of one, and gives up what it had of another; so the line runs along parcels'
edges, with their coordinates. What lies in no parcel keeps the assessed line, and land of a
protected area that was in stays in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.boundary.arcs import SAME_PLACE, on_lines
from redline_plugin.core.boundary.collapse import distance_to_segment
from redline_plugin.core.boundary.parcelrules import CUT, IN, OUT, Rules
from redline_plugin.core.boundary.snap import aligned
from redline_plugin.core.delineate.shapes import (
    Shapes,
    as_shapes,
    holes_of,
    polygon_parts,
    short_lines,
)
from redline_plugin.core.errors import Problem
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.text import msg
from redline_plugin.core.vector.overlay import meeting, shared_areas

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

HAIR_METRES = 0.001
"""Narrower than the XY tolerance of cadastral checks is no land (fact sheet, submission 6.2)."""
_SEEN_WHOLE = 1.0 - 1e-9
_FEWEST = 3


@dataclass(frozen=True)
class Decided:
    """What became of parcels, (n,) each.

    Attributes:
        block: index of the block that a parcel belongs to, or would; -1 for none.
        share: of its area that was in before, 0 to 1.
        inside: whether it is in now.
        cut: whether the line still runs through it.
        rule: the code of the rule that decided, "" for the general share.
        decision: "inside", "outside", "share", "in", "out" or "cut".
    """

    block: Ints
    share: Floats
    inside: Bools
    cut: Bools
    rule: tuple[str, ...]
    decision: tuple[str, ...]


@dataclass(frozen=True)
class OnParcels:
    """Blocks on parcels, in the order they were given.

    Attributes:
        blocks: polygons or multipolygons; empty where nothing is left.
        decided: what became of each parcel.
        before_m2, after_m2, added_m2, removed_m2: of each block, on the ellipsoid.
        on_parcels: share of the new line's length that runs along edges of parcels.
        warnings: what the user should look at.
    """

    blocks: Shapes
    decided: Decided
    before_m2: Floats
    after_m2: Floats
    added_m2: Floats
    removed_m2: Floats
    on_parcels: float
    warnings: tuple[Problem, ...]


def fit_to_parcels(
    blocks: Shapes,
    parcels: Shapes,
    land_use: Sequence[str],
    rules: Rules,
    crs: str,
    protected: Shapes | None = None,
    feedback: Feedback | None = None,
) -> OnParcels:
    """Put the line on the edges of parcels.

    Args:
        blocks: valid polygons that do not overlap, in a projected CRS in metres.
        parcels: valid polygons; gaps between them and small overlaps may be.
        land_use: code of each parcel, "" for none.
        rules: decide the parcels that the line cuts.
        crs: of all coordinates.
        protected: protected areas; what was in of them stays in.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    kept = as_shapes([]) if protected is None else protected
    decided = decide(blocks, parcels, land_use, rules, Part(feedback, 0.0, 0.6))
    new = _moved(blocks, parcels, decided, kept, Part(feedback, 0.6, 0.9))
    stop_if_cancelled(feedback)
    before = polygon_areas(list(blocks), crs)
    after = polygon_areas(list(new), crs)
    changed = np.flatnonzero(~shapely.equals_exact(blocks, new, 0.0))
    added, removed = np.zeros(len(blocks)), np.zeros(len(blocks))
    added[changed] = _areas(shapely.difference(new[changed], blocks[changed]), crs)
    removed[changed] = _areas(shapely.difference(blocks[changed], new[changed]), crs)
    feedback.progress(1.0)
    return OnParcels(
        new,
        decided,
        before,
        after,
        added,
        removed,
        _along(new, parcels),
        _warnings(parcels, decided, new),
    )


def decide(
    blocks: Shapes,
    parcels: Shapes,
    land_use: Sequence[str],
    rules: Rules,
    feedback: Feedback,
) -> Decided:
    """Decide every parcel; arguments as those of :func:`fit_to_parcels`."""
    count = len(parcels)
    whole = shapely.area(parcels)
    parcel, block, area = shared_areas(parcels, blocks, feedback)
    total = np.bincount(parcel, area, minlength=count)
    share = np.minimum(total / whole, 1.0)
    # The block with the largest part; of equal parts the first block.
    order = np.lexsort((block, -area, parcel))
    first = order[np.flatnonzero(np.diff(parcel[order], prepend=-1))]
    owner = np.full(count, -1, dtype=np.int64)
    owner[parcel[first]] = block[first]
    inside, cut = share >= _SEEN_WHOLE, np.zeros(count, dtype=bool)
    decision = np.where(inside, "inside", "outside").astype(object)
    rule_of = np.full(count, "", dtype=object)
    on_line = np.flatnonzero((share > 0.0) & ~inside)
    for code in sorted({land_use[at] for at in on_line}):
        rule = rules.of(code)
        here = on_line[[land_use[at] == code for at in on_line]]
        rule_of[here] = rule.code
        decision[here] = rule.decision
        if rule.decision == CUT:
            cut[here] = True
            inside[here] = True
        elif rule.decision in (IN, OUT):
            inside[here] = rule.decision == IN
        else:
            inside[here] = share[here] >= rule.share
    return Decided(owner, share, inside, cut, tuple(rule_of), tuple(decision))


def _moved(
    blocks: Shapes, parcels: Shapes, decided: Decided, kept: Shapes, feedback: Feedback
) -> Shapes:
    """Return the blocks with parcels taken in and given up."""
    new = blocks.copy()
    on_line = (decided.share > 0.0) & (decided.share < _SEEN_WHOLE) & ~decided.cut
    into = np.flatnonzero(on_line & decided.inside)
    # A parcel that goes to one block leaves the others, and one that goes out leaves all.
    touched, of_block, _ = meeting(parcels[np.flatnonzero(on_line)], blocks)
    touched = np.flatnonzero(on_line)[touched]
    parcels = parcels.copy()
    parcels[on_line], _ = aligned(parcels[on_line], HAIR_METRES)
    leaves = ~decided.inside[touched] | (decided.block[touched] != of_block)
    goes = np.bincount(of_block[leaves], minlength=len(blocks)) > 0
    gains = np.bincount(decided.block[into], minlength=len(blocks)) > 0
    known = np.unique(
        _complex(
            shapely.get_coordinates(np.concatenate([blocks, parcels[np.unique(touched)], kept]))
        )
    )
    for number in np.flatnonzero(goes | gains):
        stop_if_cancelled(feedback)
        block = blocks[number]
        mine = _in_order(parcels[into[decided.block[into] == number]])
        if len(mine):
            block = shapely.union_all(as_shapes([block, *mine]))
        gone = touched[leaves & (of_block == number)]
        if len(gone):
            block = shapely.difference(block, shapely.union_all(_in_order(parcels[gone])))
            # A parcel that went to a neighbour is still in; only what went out comes back.
            block = _with_kept(block, blocks[number], parcels[gone[~decided.inside[gone]]], kept)
        new[number] = without_crossings(without_hairs(block), known)
        feedback.progress(number / len(blocks))
    return new


def _in_order(shapes: Shapes) -> Shapes:
    """Return shapes in an order that follows from their place alone."""
    keys = shapely.to_wkb(shapely.normalize(shapes))
    return shapes[sorted(range(len(shapes)), key=lambda at: keys[at])]


def _with_kept(
    block: shapely.Geometry, before: shapely.Geometry, out: Shapes, kept: Shapes
) -> shapely.Geometry:
    """Give back what a block had of protected areas in parcels that went out."""
    if len(kept) == 0 or len(out) == 0:
        return block
    near = np.unique(shapely.STRtree(kept).query(out, predicate="intersects")[1])
    if len(near) == 0:
        return block
    lost = shapely.intersection(
        shapely.intersection(before, shapely.union_all(_in_order(out))),
        shapely.union_all(_in_order(kept[near])),
    )
    parts = polygon_parts([lost])
    return shapely.union_all(as_shapes([block, *parts])) if len(parts) else block


def without_hairs(block: shapely.Geometry) -> shapely.Geometry:
    """Drop parts and fill holes that are narrower than a hair.

    Parcels that should share an edge but lie a billionth of a metre apart leave such things.
    """
    parts = polygon_parts([block])
    thick = 2.0 * shapely.area(parts) > HAIR_METRES * shapely.length(parts)
    parts = parts[thick]
    rings, owner = holes_of(parts)
    if len(rings):
        holes = shapely.polygons(rings)
        thin = 2.0 * shapely.area(holes) <= HAIR_METRES * shapely.length(holes)
        for number in np.unique(owner[thin]):
            wide = rings[(owner == number) & ~thin]
            parts[number] = shapely.Polygon(shapely.get_exterior_ring(parts[number]), list(wide))
    if len(parts) == 1:
        return parts[0]
    return shapely.multipolygons(parts)


def without_crossings(shape: shapely.Geometry, known: NDArray[np.complex128]) -> shapely.Geometry:
    """Drop vertices that an overlay put on an edge where a line that is gone crossed it.

    Args:
        shape: polygon or multipolygon.
        known: x + iy of all vertices of the inputs, sorted; these stay.
    """
    parts = polygon_parts([shape])
    for number, part in enumerate(parts):
        rings = [_thinned(shapely.get_coordinates(ring), known) for ring in shapely.get_rings(part)]
        parts[number] = shapely.Polygon(rings[0], rings[1:])
    thinned = parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
    # Parts that touch in a point may not move by a billionth of a metre, either.
    return thinned if shapely.is_valid(thinned) else shape


def _thinned(ring: Floats, known: NDArray[np.complex128]) -> Floats:
    points = ring[:-1]
    own = _complex(points)
    at = np.searchsorted(known, own)
    new = known[np.minimum(at, len(known) - 1)] != own
    before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
    straight = distance_to_segment(points, before, after) < SAME_PLACE
    gone = new & straight
    # Two new ones close together at a corner are each straight with respect to the other. So what
    # goes must lie on the line between those that stay, or it stays, too.
    while gone.any():
        stay, drop = np.flatnonzero(~gone), np.flatnonzero(gone)
        if len(stay) < _FEWEST:
            return points
        run = np.searchsorted(stay, drop)
        start, end = points[stay[run - 1]], points[stay[run % len(stay)]]
        off = distance_to_segment(points[drop], start, end) >= SAME_PLACE
        if not off.any():
            break
        gone[drop[off]] = False
    return points[~gone]


def _complex(points: Floats) -> NDArray[np.complex128]:
    return points[:, 0] + 1j * points[:, 1]


def _areas(shapes: Shapes, crs: str) -> Floats:
    return polygon_areas([shapely.multipolygons(polygon_parts([s])) for s in shapes], crs)


def _along(blocks: Shapes, parcels: Shapes) -> float:
    """Return the share of the outlines that runs along parcels' edges."""
    # Ring by ring: what joins the end of one to the start of the next is no edge.
    parts = shapely.get_rings(blocks)
    if len(parts) == 0:
        return 0.0
    points, owner = shapely.get_coordinates(parts, return_index=True)
    tail = np.flatnonzero(owner[:-1] == owner[1:])
    start, end = points[tail], points[tail + 1]
    tree = shapely.STRtree(parcels)
    beside = tree.query(short_lines(blocks), predicate="dwithin", distance=SAME_PLACE)[1]
    near = parcels[np.unique(beside)]
    length = np.hypot(*(end - start).T)
    if len(near) == 0 or length.sum() == 0.0:
        return 0.0
    return float(length[on_lines(start, end, near)].sum() / length.sum())


def _warnings(parcels: Shapes, decided: Decided, new: Shapes) -> tuple[Problem, ...]:
    found = []
    for number in np.flatnonzero(shapely.is_empty(new)):
        found.append(
            Problem(
                msg(
                    "Block {number} has no parcel that stays in; nothing is left.",
                    number=number + 1,
                )
            )
        )
    split = np.flatnonzero((shapely.get_num_geometries(new) > 1) & (shapely.get_type_id(new) == 6))
    for number in split:
        found.append(
            Problem(
                msg(
                    "Block {number} fell into {count} parts.",
                    number=number + 1,
                    count=shapely.get_num_geometries(new[number]),
                )
            )
        )
    if len(parcels) and not (decided.share > 0.0).any():
        found.append(
            Problem(
                msg("No parcel meets the red line."),
                remedy=msg("Check that the layers lie in the same place."),
            )
        )
    return tuple(found)

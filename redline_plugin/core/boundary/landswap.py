"""Land that changes hands by a decision: pure functions of polygons, noded exactly as the blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.collapse import distance_to_segment
from redline_plugin.core.boundary.parcels import without_hairs
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import msg

Blocks = dict[int, BaseGeometry]
"""Number of a block to its polygon or multipolygon."""
Change = tuple[Blocks, Blocks]
"""The blocks that change, before and after."""

ON_LINE = 1e-3
"""m; the ends of a drawn line lie this near to the outline."""


def exchanged(
    blocks: Blocks,
    assessed: Blocks,
    now: tuple[BaseGeometry, BaseGeometry],
    wanted: tuple[BaseGeometry, BaseGeometry],
) -> Change:
    """Exchange one choice for another.

    Args:
        blocks: those near the place, as they are.
        assessed: the same ones as they were; land goes back to whose it was.
        now, wanted: land that comes in and land that goes out by each choice.

    Raises:
        InputError: a block would vanish or fall apart.
    """
    # What one choice brought and the other brings too stays where it is.
    leaves = shapely.union(
        shapely.difference(now[0], wanted[0]), shapely.difference(wanted[1], now[1])
    )
    comes = shapely.union(
        shapely.difference(wanted[0], now[0]), shapely.difference(now[1], wanted[1])
    )
    before: Blocks = {}
    after: Blocks = {}
    for number, shape in blocks.items():
        if shape.intersects(leaves):
            lost = shapely.difference(shape, leaves)
            if not lost.equals_exact(shape, 0.0):
                before[number], after[number] = shape, cleaned(lost)
    for part in polygon_parts([comes]):
        owner = _owner(part, blocks, after, assessed)
        before.setdefault(owner, blocks[owner])
        after[owner] = cleaned(shapely.union(after.get(owner, blocks[owner]), part))
    check_whole(before, after)
    return before, after


def _owner(part: BaseGeometry, blocks: Blocks, after: Blocks, assessed: Blocks) -> int:
    """Return whose land it becomes: of the block that had it, else of the longest common edge."""
    inner = part.representative_point()
    for number in sorted(blocks):
        if number in assessed and assessed[number].contains(inner):
            return number
    numbers = sorted(blocks)
    outline = shapely.boundary(part)
    edges = [
        shapely.length(shapely.intersection(outline, shapely.boundary(after.get(n, blocks[n]))))
        for n in numbers
    ]
    if not edges or max(edges) == 0.0:
        raise InputError(
            Problem(
                msg("The land of this choice touches no block any more."),
                remedy=msg("A decision nearby moved the line away; change that one first."),
            )
        )
    return numbers[int(np.argmax(edges))]


def redrawn(blocks: Blocks, beside: Sequence[int], line: BaseGeometry) -> Change:
    """Replace the part of the outline between the ends of a drawn line.

    The land between the old part and the new one goes over: from the block to its neighbour or to
    the outside, or the other way round, so that a common edge moves once for both.

    Args:
        blocks: those near the line.
        beside: numbers of the blocks beside the stretch that is redrawn.
        line: begins and ends on the outline of one of them.

    Raises:
        InputError: the line crosses itself, does not begin and end on the outline, encloses no
            land, or would make a block vanish or fall apart.
    """
    if not line.is_simple or len(line.coords) < 2:
        raise InputError(Problem(msg("The drawn line crosses itself.")))
    ends = (shapely.Point(line.coords[0]), shapely.Point(line.coords[-1]))
    near = [
        number
        for number in sorted(blocks)
        if number in beside
        and all(shapely.distance(shapely.boundary(blocks[number]), end) < ON_LINE for end in ends)
    ]
    if not near:
        raise InputError(
            Problem(
                msg("The drawn line must begin and end on the outline of the same block."),
                remedy=msg("Snap its ends to the line."),
            )
        )
    number = near[0]
    swept, comes = _swept(blocks[number], line)
    before: Blocks = {number: blocks[number]}
    after: Blocks = {}
    if comes:
        after[number] = cleaned(shapely.union(blocks[number], swept))
        for other, shape in blocks.items():
            if other != number and shape.intersects(swept):
                left = shapely.difference(shape, swept)
                if not left.equals_exact(shape, 0.0):
                    before[other], after[other] = shape, cleaned(left)
    else:
        after[number] = cleaned(shapely.difference(blocks[number], swept))
        if len(near) > 1:
            before[near[1]] = blocks[near[1]]
            after[near[1]] = cleaned(shapely.union(blocks[near[1]], swept))
    check_whole(before, after)
    return before, after


def _swept(block: BaseGeometry, line: BaseGeometry) -> tuple[BaseGeometry, bool]:
    """Return the land between a block's outline and a drawn line, and whether it lies outside."""
    whole = shapely.union_all(as_shapes([shapely.boundary(block), line]))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(as_shapes([whole]))))
    inside = shapely.contains(block, shapely.point_on_surface(faces))
    touching = shapely.length(shapely.intersection(shapely.boundary(faces), line)) > ON_LINE
    outer, inner = faces[touching & ~inside], faces[touching & inside]
    if len(outer):
        return shapely.union_all(outer), True
    if len(inner) < 2:
        raise InputError(Problem(msg("The drawn line encloses no land with the outline.")))
    # Through the inside the line cuts the block in two: the smaller part goes.
    return inner[int(np.argmin(shapely.area(inner)))], False


def check_whole(before: Mapping[int, BaseGeometry], after: Mapping[int, BaseGeometry]) -> None:
    """Refuse a change by which a block vanishes or falls apart.

    Raises:
        InputError: it does.
    """
    for number, shape in after.items():
        had, has = len(polygon_parts([before[number]])), len(polygon_parts([shape]))
        if has == 0:
            raise InputError(Problem(msg("Block {number} would vanish.", number=number)))
        if has != had:
            raise InputError(
                Problem(
                    msg("Block {number} would fall into {count} parts.", number=number, count=has)
                )
            )


def cleaned(shape: BaseGeometry) -> BaseGeometry:
    """Return a block as a multipolygon, without the hairs that an overlay leaves where edges touch."""
    parts = polygon_parts([without_hairs(shape)])
    for at, part in enumerate(parts):
        rings = [
            _without_spikes(shapely.get_coordinates(ring)[:-1]) for ring in shapely.get_rings(part)
        ]
        smooth = shapely.Polygon(rings[0], [ring for ring in rings[1:] if len(ring) > 2])
        if smooth.is_valid:
            parts[at] = smooth
    return shapely.multipolygons(parts)


def _without_spikes(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Drop the tips of spikes of no width: where a ring runs back on itself."""
    while len(points) > 3:
        before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
        back = np.einsum("ij,ij->i", before - points, after - points) > 0.0
        thin = np.minimum(
            distance_to_segment(after, before, points), distance_to_segment(before, points, after)
        )
        tip = back & (thin < ON_LINE)
        # One of two tips side by side at a time.
        tip &= ~np.roll(tip, 1)
        if not tip.any():
            return points
        points = points[~tip]
    return points


def snapped(line: BaseGeometry, blocks: Blocks, reach: float) -> BaseGeometry:
    """Return a drawn line with its ends on the outlines: on a vertex, else on an edge, in reach."""
    if not blocks:
        return line
    outline = shapely.union_all(shapely.boundary(as_shapes(list(blocks.values()))))
    corners = shapely.multipoints(shapely.get_coordinates(outline))
    points = shapely.get_coordinates(line)
    for end in (0, -1):
        for target in (corners, outline):
            nearest = shapely.get_coordinates(
                shapely.shortest_line(shapely.Point(points[end]), target)
            )[-1]
            if np.hypot(*(nearest - points[end])) <= reach:
                points[end] = nearest
                break
    return shapely.LineString(points)


def traced(
    lines: Sequence[BaseGeometry],
    start: tuple[float, float],
    end: tuple[float, float],
    reach: float,
) -> list[tuple[float, float]]:
    """Return the vertices between two points along the line that both lie on; none without one.

    Args:
        lines: single lines to follow.
        start, end: points; each at most ``reach`` from the line.
        reach: m.
    """
    first, last = shapely.Point(start), shapely.Point(end)
    best: list[tuple[float, float]] = []
    shortest = np.inf
    for line in lines:
        if max(line.distance(first), line.distance(last)) > reach or line.length == 0.0:
            continue
        at, to = line.project(first), line.project(last)
        points = shapely.get_coordinates(line)
        along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
        for way, size in _ways(points, along, at, to, closed=line.is_closed):
            if size < shortest:
                shortest, best = size, way
    return best


def _ways(
    points: NDArray[np.float64], along: NDArray[np.float64], at: float, to: float, *, closed: bool
) -> list[tuple[list[tuple[float, float]], float]]:
    """Return the vertices between two measures of a line, and how long each way is."""
    low, high = min(at, to), max(at, to)
    between = points[(along > low) & (along < high)]
    ways = [(between if at <= to else between[::-1], high - low)]
    if closed:
        around = np.concatenate([points[:-1][along[:-1] > high], points[:-1][along[:-1] < low]])
        ways.append((around if at > to else around[::-1], along[-1] - (high - low)))
    return [([(float(x), float(y)) for x, y in way], float(size)) for way, size in ways]

"""Rings of turning points, and the sides between them: how long, in which direction, along what.

Every ring is told clockwise from its north-west point, holes too, as the survey numbers 从西北角起顺时针.
The north-west point is the one that a straight line from south-west to north-east meets first when
it is pushed from the north-west: that with the largest northing minus easting, and of equals the
more northern one. So it is a corner of the ring that looks to the north-west, whatever shape the
ring has (its most northern point may be at its eastern end), and a change elsewhere in the ring does
not move it. Blocks' rings are in the order of :func:`north_west_order`, outer ones first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.arcs import Use
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.geodesy.geodesic import inverse
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.standard.codes import north_west_order
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.numbers import code_order
from redline_plugin.core.survey.turning import Places

_SAME = 4
"""Decimals of a metre that coordinates are kept to; what differs by less is equally north-west."""


@dataclass(frozen=True)
class Ring:
    """A ring of a block.

    Attributes:
        block: index of the block; number: of the ring in it, from 1; outer: whether it is an outer one.
        places: (r,) ids of turning points, clockwise from the north-west one, each once.
        arc, side: (r,) the side that follows each, as Places has it; backwards: (r,) whether it is
            walked against its arc.
    """

    block: int
    number: int
    outer: bool
    places: Ints
    arc: Ints
    side: Ints
    backwards: Bools


@dataclass(frozen=True)
class Sides:
    """All sides of all rings, one ring after the other; what neighbours share is told for each.

    Attributes:
        ring: (s,) index of the ring; sequence: (s,) from 1, in it.
        start, end: (s,) ids of the turning points.
        length: (s,) in the plane, m; azimuth: (s,) from grid north, clockwise, degrees.
        kind: (s,) of boundary, an index into the line's kinds.
        neighbour: (s,) the block on the other side, OUTSIDE for none.
        departure: (s,) how far line and side are from one another at most, m.
    """

    ring: Ints
    sequence: Ints
    start: Ints
    end: Ints
    length: Floats
    azimuth: Floats
    kind: Ints
    neighbour: Ints
    departure: Floats


def rings_of(line: Line, places: Places) -> tuple[Ring, ...]:
    """Return all rings: blocks in the order of their codes, outer rings first, from the north-west."""
    lows, highs = _bounds(line)
    found = []
    for block in code_order([block.code for block in line.blocks]):
        rings, outer = line.rings[block], line.outer[block]
        boxes = [_box(ring, lows, highs) for ring in rings]
        order = sorted(north_west_order(boxes), key=lambda at: not outer[at])
        for number, at in enumerate(order, start=1):
            found.append(_ring(places, block, number, outer[at], rings[at]))
    return tuple(found)


def sides_of_rings(line: Line, places: Places, rings: Sequence[Ring]) -> Sides:
    """Return the sides of rings."""
    sizes = [len(ring.places) for ring in rings]
    of = np.repeat(np.arange(len(rings)), sizes)
    start = _together([ring.places for ring in rings])
    end = _together([np.roll(ring.places, -1) for ring in rings])
    arc = _together([ring.arc for ring in rings])
    side = _together([ring.side for ring in rings])
    block = np.array([ring.block for ring in rings], dtype=np.int64)[of]
    # All sides of all arcs on one axis.
    first = np.concatenate([[0], np.cumsum([len(of_arc) for of_arc in places.departure])])
    number = (first[arc] + side).astype(np.int64)
    middle = _values([(at[:-1] + at[1:]) / 2.0 for at in places.at])[number]
    # One side has one kind; of one around the end of a ring, what is before the end tells it.
    kind = line.kind_at(arc, middle)
    way = places.points[end] - places.points[start]
    return Sides(
        of,
        _together([np.arange(1, size + 1) for size in sizes]),
        start,
        end,
        np.hypot(way[:, 0], way[:, 1]),
        np.mod(np.degrees(np.arctan2(way[:, 0], way[:, 1])), 360.0),
        kind,
        np.where(line.right[arc] == block, line.left[arc], line.right[arc]),
        _values(places.departure)[number],
    )


def side_lengths(places: Places, sides: Sides, crs: str) -> Floats:
    """Return the lengths of sides on the ellipsoid (s,), m: of the geodesics between their points.

    Raises:
        InputError: the CRS is unknown, or points lie outside of it.
    """
    longitude, latitude = to_longitude_latitude(places.points, crs).T
    length, _ = inverse(
        longitude[sides.start], latitude[sides.start], longitude[sides.end], latitude[sides.end]
    )
    return length


def _ring(places: Places, block: int, number: int, outer: bool, uses: Sequence[Use]) -> Ring:
    """Return a ring of the line clockwise, from its north-west point."""
    ids, arcs, sides, backwards = [], [], [], []
    # The line has blocks on the right: holes run the other way there.
    for arc, back in uses if outer else [(arc, not back) for arc, back in reversed(uses)]:
        along = places.on_arc[arc]
        count = len(along) - 1
        ids.append(along[:0:-1] if back else along[:-1])
        sides.append(np.arange(count)[::-1] if back else np.arange(count))
        arcs.append(np.full(count, arc, dtype=np.int64))
        backwards.append(np.full(count, back, dtype=bool))
    found = np.concatenate(ids)
    x, y = places.points[found].T
    start = int(np.lexsort((-x, y, np.round(y - x, _SAME)))[-1])
    return Ring(
        block,
        number,
        outer,
        np.roll(found, -start),
        np.roll(np.concatenate(arcs), -start),
        np.roll(np.concatenate(sides), -start),
        np.roll(np.concatenate(backwards), -start),
    )


def _bounds(line: Line) -> tuple[Floats, Floats]:
    """Return the lowest and the highest coordinates of each arc, (m, 2) each."""
    if line.count == 0:
        return np.empty((0, 2)), np.empty((0, 2))
    at = line.starts[:-1]
    return np.minimum.reduceat(line.points, at), np.maximum.reduceat(line.points, at)


def _box(ring: Sequence[Use], lows: Floats, highs: Floats) -> tuple[float, float, float, float]:
    arcs = [arc for arc, _ in ring]
    west, south = lows[arcs].min(axis=0).tolist()
    east, north = highs[arcs].max(axis=0).tolist()
    return west, south, east, north


def _together(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.empty(0, dtype=np.int64), *arrays])


def _values(arrays: Sequence[Floats]) -> Floats:
    return np.concatenate([np.empty(0), *arrays])

"""Junctions of the line: where arcs end, how sharply rings turn there, and what changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.line import OUTSIDE, Line
from redline_plugin.core.survey.turningcorners import turn_between
from redline_plugin.core.survey.turningtrack import Track


@dataclass(frozen=True)
class Junctions:
    """Junctions.

    Attributes:
        vertex: (j,) the track's vertex that stands for each (its node).
        angle: (j,) the largest change of direction of the rings that pass through it, degrees.
        counties: (j,) whether blocks of different counties meet there.
        kinds: (j,) whether the kind of boundary changes there in some ring.
    """

    vertex: Ints
    angle: Floats
    counties: Bools
    kinds: Bools


def junctions_of(line: Line, track: Track, base: float) -> Junctions:
    """Return the junctions; directions are measured over ``base`` metres, or the whole of a shorter arc."""
    open_arcs = np.flatnonzero(~line.closed)
    ends = np.concatenate([track.starts[open_arcs], track.starts[open_arcs + 1] - 1])
    vertex = np.unique(track.node[ends])
    # The ways of rings through junctions: out of one arc and into the next.
    arc, backwards, before = _uses(line)
    passes = ~line.closed[arc]
    into, into_back = arc[passes], backwards[passes]
    out, out_back = arc[before[passes]], backwards[before[passes]]
    node = track.node[_end(track, into, into_back)]
    ahead = _way(line, track, into, into_back, base)
    back = _way(line, track, out, ~out_back, base)
    at = np.searchsorted(vertex, node)
    angle = np.zeros(len(vertex))
    np.maximum.at(angle, at, turn_between(back, ahead))
    kinds = np.zeros(len(vertex), dtype=bool)
    kinds[at[_kind(track, into, into_back) != _kind(track, out, ~out_back)]] = True
    return Junctions(vertex, angle, _counties(line, track, vertex), kinds)


def _uses(line: Line) -> tuple[Ints, Bools, Ints]:
    """Return arc and direction of all uses in rings, and of each the one before it in its ring."""
    arcs: list[int] = []
    backwards: list[bool] = []
    before: list[int] = []
    for rings in line.rings:
        for ring in rings:
            start = len(arcs)
            arcs += [arc for arc, _ in ring]
            backwards += [back for _, back in ring]
            before += [len(arcs) - 1, *range(start, len(arcs) - 1)]
    return (
        np.array(arcs, dtype=np.int64),
        np.array(backwards, dtype=bool),
        np.array(before, dtype=np.int64),
    )


def _end(track: Track, arc: Ints, last: Bools) -> Ints:
    """Return the first vertex of each arc, or its last one."""
    return np.where(last, track.starts[arc + 1] - 1, track.starts[arc])


def _way(line: Line, track: Track, arc: Ints, from_last: Bools, base: float) -> Floats:
    """Return the way from an end of each arc into it."""
    end = _end(track, arc, from_last)
    if base <= 0.0:
        return track.points[np.where(from_last, end - 1, end + 1)] - track.points[end]
    length = track.measure[track.starts[arc + 1] - 1]
    reach = np.minimum(base, length)
    return line.place(arc, np.where(from_last, length - reach, reach)) - track.points[end]


def _kind(track: Track, arc: Ints, from_last: Bools) -> Ints:
    """Return the kind of the segment at an end of each arc."""
    end = _end(track, arc, from_last)
    return track.kind[np.where(from_last, end - 1, end)]


def _counties(line: Line, track: Track, vertex: Ints) -> Bools:
    """Return at which junctions blocks of more than one county meet; unknown ones do not count."""
    names = sorted({block.county for block in line.blocks if block.county})
    number = {name: at for at, name in enumerate(names)}
    county = np.array([number.get(block.county, -1) for block in line.blocks] + [-1])
    open_arcs = np.flatnonzero(~line.closed)
    pairs = []
    for side in (line.left, line.right):
        of = county[np.where(side[open_arcs] == OUTSIDE, len(line.blocks), side[open_arcs])]
        for end in (track.starts[open_arcs], track.starts[open_arcs + 1] - 1):
            at = np.searchsorted(vertex, track.node[end])
            pairs.append(np.stack([at, of])[:, of >= 0])
    at, _ = np.unique(np.concatenate(pairs, axis=1), axis=1)
    return np.bincount(at, minlength=len(vertex)) > 1

"""Whether markers are near enough to one another, walked along the rings of the blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.linefile import nodes_of
from redline_plugin.core.survey.placing import notkept
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.standing import SLACK_M, Checked, Standing, told
from redline_plugin.core.survey.rules import ANY
from redline_plugin.core.text import msg


@dataclass(frozen=True)
class _Met:
    """A marker on a ring: which, and how far along the ring in metres and in spacings used up."""

    at: int
    metres: float
    spacings: float


def junctions(about: Checked, standing: Standing) -> list[NotKept]:
    """Return the junctions without a marker."""
    line = about.line
    first, last = nodes_of(line)
    has = set(standing.node[standing.counts].tolist())
    found: dict[int, NotKept] = {}
    for arc in np.flatnonzero(~line.closed).tolist():
        part = line.arc(arc)
        for node, vertex in ((first[arc], part.start), (last[arc], part.stop - 1)):
            if int(node) not in has and int(node) not in found:
                x, y = line.points[vertex].tolist()
                side = max(int(line.left[arc]), int(line.right[arc]))
                code = line.blocks[side].code if side >= 0 else ""
                what = msg("No marker at this junction.")
                found[int(node)] = NotKept(notkept.JUNCTION, (x, y), None, None, what, "", code)
    return list(found.values())


def _allowed(about: Checked) -> Floats:
    """Return the longest spacing on the segment behind each vertex, m."""
    line, terrains = about.line, about.terrains
    ids = (ANY,) * len(line.points) if terrains is None else np.array(terrains.ids)[terrains.index]
    known: dict[tuple[str, str], float] = {}
    found = np.empty(len(line.points))
    for at, (kind, terrain) in enumerate(zip(np.array(line.kinds)[line.kind].tolist(), ids)):
        key = (kind, str(terrain))
        if key not in known:
            known[key] = about.rules.spacing(*key).most_m.number
        found[at] = known[key]
    return found


def spacings(about: Checked, standing: Standing, feedback: Feedback) -> list[NotKept]:
    """Walk all rings from marker to marker."""
    line = about.line
    allowed = _allowed(about)
    share = np.zeros(len(line.points))
    for start, stop in zip(line.starts[:-1], line.starts[1:]):
        steps = np.diff(line.measure[start:stop]) / allowed[start : stop - 1]
        share[start + 1 : stop] = np.cumsum(steps)
    found: dict[tuple[object, ...], NotKept] = {}
    on_arc, at_node = _by_place(standing)
    first, last = nodes_of(line)
    for block, rings in enumerate(line.rings):
        stop_if_cancelled(feedback)
        for uses in rings:
            metres = spacings = 0.0
            met: list[_Met] = []
            begins = []
            for arc, backwards in uses:
                begins.append(metres)
                part = line.arc(arc)
                long, full = line.measure[part][-1], share[part][-1]
                begin = (last if backwards else first)[arc]
                if not line.closed[arc]:
                    met += [_Met(at, metres, spacings) for at in at_node.get(int(begin), ())]
                inside = on_arc.get(arc, [])
                for at in reversed(inside) if backwards else inside:
                    walked = standing.measure[at]
                    used = float(np.interp(walked, line.measure[part], share[part]))
                    if backwards:
                        walked, used = long - walked, full - used
                    met.append(_Met(at, metres + walked, spacings + used))
                metres, spacings = metres + long, spacings + full
            code = line.blocks[block].code
            if not met:
                x, y = line.points[line.starts[uses[0][0]]].tolist()
                what = msg("No marker on this ring of {length} m.", length=f"{metres:.0f}")
                key: tuple[object, ...] = (tuple(sorted(arc for arc, _ in uses)),)
                found.setdefault(key, NotKept(notkept.BARE, (x, y), 0.0, 1.0, what, "", code))
                continue
            for one, other in _neighbours(met, metres, spacings):
                length, used = other.metres - one.metres, other.spacings - one.spacings
                if length <= SLACK_M or length <= length / used + SLACK_M:
                    continue
                # Neighbours walk what they share both ways: it is told once.
                middle = (one.metres + other.metres) / 2.0 % metres
                use = bisect_right(begins, middle) - 1
                arc, backwards = uses[use]
                walked = middle - begins[use]
                along = line.length(arc) - walked if backwards else walked
                key = (min(one.at, other.at), max(one.at, other.at), arc, round(along, 1))
                told_of = _too_long(standing, one.at, other.at, length, length / used, code)
                found.setdefault(key, told_of)
    return list(found.values())


def _by_place(standing: Standing) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return the markers inside each arc in order, and those at each junction."""
    on_arc: dict[int, list[int]] = {}
    at_node: dict[int, list[int]] = {}
    order = standing.counts[
        np.lexsort((standing.measure[standing.counts], standing.arc[standing.counts]))
    ]
    for at in order.tolist():
        if standing.node[at] >= 0:
            at_node.setdefault(int(standing.node[at]), []).append(at)
        else:
            on_arc.setdefault(int(standing.arc[at]), []).append(at)
    return on_arc, at_node


def _neighbours(met: list[_Met], metres: float, spacings: float) -> Iterator[tuple[_Met, _Met]]:
    """Yield each marker of a ring with the one after it, the last one with the first."""
    yield from zip(met[:-1], met[1:])
    first = met[0]
    yield met[-1], _Met(first.at, first.metres + metres, first.spacings + spacings)


def _too_long(
    standing: Standing, one: int, other: int, length: float, limit: float, code: str
) -> NotKept:
    what = msg(
        "{length} m to the next marker, {limit} m allowed.",
        length=f"{length:.1f}",
        limit=f"{limit:.1f}",
    )
    marker, end = standing.markers[one], standing.places[other]
    found = told(notkept.SPACING, marker, standing.places[one], length, limit, what)
    return replace(found, block=marker.block or code, ends=((float(end[0]), float(end[1])),))

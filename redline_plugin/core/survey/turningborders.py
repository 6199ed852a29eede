"""Where administrative borders cross the line, or begin or cease to run along it.

Borders come from other files, rounded there: they run along the line where they are within
:data:`ALONG_M` of it. The parts of the line that are so near to a border are found exactly, as the
pieces of its edges within the round-ended strips about the border's edges. A short part is a
crossing and gives one place, a longer one gives the two at which it begins and ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from redline_plugin.core.boundary.arcs import segments_of
from redline_plugin.core.boundary.collapse import Floats, Ints, distance_to_segment
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.survey.line import ON_STRETCH, Line

ALONG_M = ON_STRETCH
"""m. A border this near to the line is on it."""
SHORT_M = 1.0
"""m. Parts with less than that between them are one, and a part that is no longer is a crossing."""

_Part = tuple[float, float]


@dataclass
class _Near:
    """What of an arc is near to borders: parts of it, in order and apart, and the borders' own vertices."""

    parts: list[_Part] = field(default_factory=list)
    vertices: list[float] = field(default_factory=list)


def border_places(line: Line, borders: Shapes | None) -> tuple[Ints, Floats]:
    """Return arc and measure (k,) of the places, in order; vertices that are near enough are taken.

    Args:
        line: the line.
        borders: lines, or polygons whose outlines count; None for no borders.
    """
    arcs: list[int] = []
    measures: list[float] = []
    for arc, near in _near(line, borders).items():
        length = line.length(arc)
        own, theirs = line.measure[line.arc(arc)], np.array(near.vertices)
        for group in _groups(near.parts, length, bool(line.closed[arc])):
            begin, end = group[0][0], group[-1][1]
            if end - begin <= SHORT_M:
                places = [_near_middle(own, group[0], length)]
            else:
                places = [
                    _near_end(own, theirs, begin, begin, begin + SHORT_M, length),
                    _near_end(own, theirs, end, end - SHORT_M, end, length),
                ]
            for place in places:
                arcs.append(arc)
                measures.append(place)
    return np.array(arcs, dtype=np.int64), np.array(measures, dtype=np.float64)


def _near(line: Line, borders: Shapes | None) -> dict[int, _Near]:
    """Return by arc what is near to a border."""
    pieces = segments_of(_lines(borders)) if borders is not None else np.empty(0, dtype=object)
    tail = line.tails()
    if len(pieces) == 0 or len(tail) == 0:
        return {}
    ends = shapely.get_coordinates(pieces).reshape(-1, 2, 2)
    segments = shapely.linestrings(np.stack([line.points[tail], line.points[tail + 1]], axis=1))
    one, other = shapely.STRtree(pieces).query(segments, predicate="dwithin", distance=ALONG_M)
    tail = tail[one]
    p, q = line.points[tail], line.points[tail + 1]
    start, stop = _within(p, q, ends[other, 0], ends[other, 1], ALONG_M)
    arc = np.searchsorted(line.starts, tail, side="right") - 1
    found: dict[int, _Near] = {}
    for number in np.lexsort((line.measure[tail] + start, arc)).tolist():
        if start[number] > stop[number]:
            continue
        near = found.setdefault(int(arc[number]), _Near())
        origin = float(line.measure[tail[number]])
        begin, end = origin + float(start[number]), origin + float(stop[number])
        if near.parts and begin <= near.parts[-1][1] + ALONG_M:
            near.parts[-1] = (near.parts[-1][0], max(near.parts[-1][1], end))
        else:
            near.parts.append((begin, end))
    for at in (0, 1):
        vertex = ends[other, at]
        length = np.hypot(*(q - p).T)
        along = np.einsum("ij,ij->i", vertex - p, q - p) / length
        on_line = (distance_to_segment(vertex, p, q) <= ALONG_M) & (along >= 0) & (along <= length)
        for number in np.flatnonzero(on_line).tolist():
            measure = float(line.measure[tail[number]] + along[number])
            found[int(arc[number])].vertices.append(measure)
    return found


def _lines(borders: Shapes) -> Shapes:
    areal = shapely.get_dimensions(borders) == 2
    return np.concatenate(
        [
            shapely.get_parts(shapely.boundary(borders[areal])),
            shapely.get_parts(borders[shapely.get_dimensions(borders) == 1]),
        ]
    )


def _within(p: Floats, q: Floats, a: Floats, b: Floats, reach: float) -> tuple[Floats, Floats]:
    """Return from where to where, in metres from p, p-q is within ``reach`` of a-b.

    The strip is convex, so it is one piece: that which spans its pieces in the two round ends and in
    the rectangle between them. There is none where the first number is the larger one.
    """
    length = np.hypot(*(q - p).T)
    way = (q - p) / length[:, None]
    low, high = np.full(len(p), np.inf), np.full(len(p), -np.inf)
    for centre in (a, b):
        offset = centre - p
        middle = np.einsum("ij,ij->i", offset, way)
        aside = offset[:, 0] * way[:, 1] - offset[:, 1] * way[:, 0]
        half = np.sqrt(np.maximum(reach**2 - aside**2, 0.0))
        hit = np.abs(aside) <= reach
        low = np.where(hit, np.minimum(low, middle - half), low)
        high = np.where(hit, np.maximum(high, middle + half), high)
    size = np.hypot(*(b - a).T)
    axis = (b - a) / size[:, None]
    offset = p - a
    along = _slab(
        np.einsum("ij,ij->i", offset, axis),
        np.einsum("ij,ij->i", way, axis),
        np.zeros(len(p)),
        size,
    )
    across = _slab(
        offset[:, 0] * axis[:, 1] - offset[:, 1] * axis[:, 0],
        way[:, 0] * axis[:, 1] - way[:, 1] * axis[:, 0],
        np.full(len(p), -reach),
        np.full(len(p), reach),
    )
    first, last = np.maximum(along[0], across[0]), np.minimum(along[1], across[1])
    inside = first <= last
    low = np.where(inside, np.minimum(low, first), low)
    high = np.where(inside, np.maximum(high, last), high)
    return np.maximum(low, 0.0), np.minimum(high, length)


def _slab(at: Floats, step: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return for which t ``at + t * step`` is from ``low`` to ``high``."""
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (low - at) / step, (high - at) / step
    still = step == 0.0
    always = still & (low <= at) & (at <= high)
    first = np.where(still, np.where(always, -np.inf, np.inf), np.minimum(one, other))
    last = np.where(still, np.where(always, np.inf, -np.inf), np.maximum(one, other))
    return first, last


def _groups(parts: list[_Part], length: float, closed: bool) -> list[list[_Part]]:
    """Return parts that are near one another together; around the end of a ring, too."""
    groups: list[list[_Part]] = []
    for part in parts:
        if groups and part[0] <= groups[-1][-1][1] + SHORT_M:
            groups[-1].append(part)
        else:
            groups.append([part])
    if closed and groups[0][0][0] + length <= groups[-1][-1][1] + SHORT_M:
        if len(groups) == 1:
            # The border runs all around.
            whole = all(a[1] + SHORT_M >= b[0] for a, b in zip(parts, parts[1:]))
            return [] if whole and groups[0][-1][1] - groups[0][0][0] > SHORT_M else groups
        first = groups.pop(0)
        groups[-1] += [(begin + length, end + length) for begin, end in first]
    return groups


def _near_middle(own: Floats, part: _Part, length: float) -> float:
    """Return the line's vertex in a part that is nearest to its middle, else the middle."""
    middle = (part[0] + part[1]) / 2.0
    return _in_arc(_nearest(own, part[0], part[1], middle, length), length)


def _near_end(
    own: Floats, theirs: Floats, end: float, low: float, high: float, length: float
) -> float:
    """Return the vertex from ``low`` to ``high`` that is nearest to an end of a part, else the end.

    Where the border leaves the line at a vertex of its own, it does not leave it a centimetre farther
    on. One of the line's at the same place is taken rather.
    """
    found = _nearest(np.concatenate([own, theirs]), low, high, end, length)
    return _in_arc(_nearest(own, found - ALONG_M, found + ALONG_M, found, length), length)


def _nearest(vertices: Floats, low: float, high: float, wanted: float, length: float) -> float:
    """Return the vertex from ``low`` to ``high`` that is nearest to ``wanted``, itself for none."""
    # A part may reach around the end of a ring, where measures begin anew.
    several = np.concatenate([vertices, vertices + length])
    there = several[(several >= low) & (several <= high)]
    return float(there[np.argmin(np.abs(there - wanted))]) if len(there) else wanted


def _in_arc(measure: float, length: float) -> float:
    return measure - length if measure > length else measure

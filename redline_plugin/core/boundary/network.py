"""The lines near the red line, brought together and noded: the edges that the fit chooses among.

What it holds: the outlines of the blocks; of each source the parts within its tolerance of the
outlines that do not lie on a source already; and short connectors from where such a part ends to
the outline, so that the red line can change over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.arcs import SAME_PLACE, arcs_of
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.boundary.source import Source
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled

LINE, OTHER = -1, -2
"""Whose a segment is: an outline's, the assessed line's where it is no outline, else its source."""
_SPREAD = 10.0
_SAME_SHARE = 1e-12


@dataclass(frozen=True)
class Network:
    """Noded segments.

    Attributes:
        points: (p, 2) all ends, in order of x, then y.
        tail, head: (k,) indices into ``points``; tail < head.
        on_line: (k,) whether a segment runs along an outline.
        source: (k,) index of the source it runs along (the first by priority), -1 for none.
        name: (k,) index of the line of that source, -1 for none.
        known: x + iy of all vertices that lines came with (after snapping), sorted.
        outline: the outlines, as segments, to measure offsets from.
        assessed: the assessed line, as segments; the outlines before the first fit.
    """

    points: Floats
    tail: Ints
    head: Ints
    on_line: Bools
    source: Ints
    name: Ints
    known: NDArray[np.complex128]
    outline: Shapes
    assessed: Shapes

    @property
    def lengths(self) -> Floats:
        """The length of each segment."""
        return np.hypot(*(self.points[self.head] - self.points[self.tail]).T)

    @property
    def middles(self) -> Floats:
        """The middle of each segment, (k, 2)."""
        return (self.points[self.tail] + self.points[self.head]) / 2.0


class Reference:
    """The segments of a source, ready to be asked which of them lie near a line."""

    def __init__(self, source: Source) -> None:
        self.reach = source.tolerance_m
        self._ends, self._names = _cut(source.lines)
        self._lines = shapely.linestrings(self._ends)

    def near(self, line: shapely.STRtree) -> tuple[Floats, Ints]:
        """Return segments (k, 2, 2) within reach of a line's segments, and the source's line of each."""
        pairs = line.query(self._lines, predicate="dwithin", distance=self.reach)
        here = np.unique(pairs[0])
        return self._ends[here], self._names[here]


@dataclass
class _Segments:
    """Segments before noding: ends (k, 2, 2), owner (LINE, OTHER or a source) and line in it."""

    ends: Floats
    owner: Ints
    name: Ints


def build(
    outline: Floats,
    assessed: Floats,
    references: Sequence[Reference],
    tolerance: float,
    feedback: Feedback,
    *,
    wide: bool = False,
) -> Network:
    """Bring outlines and sources together.

    Args:
        outline: segments of the blocks' outlines, (k, 2, 2), in metres.
        assessed: segments of the assessed line, (l, 2, 2).
        references: of the sources by priority, the first first.
        tolerance: XY tolerance, m.
        feedback: progress and cancel.
        wide: whether to look for sources around outlines, too, that lie on a source already.
    """
    line = shapely.STRtree(shapely.linestrings(outline))
    near_lines = [reference.near(line) for reference in references]
    stop_if_cancelled(feedback)
    old_names = np.full(len(assessed), -1)
    snapped, (*moved, old) = _snapped(outline, [*near_lines, (assessed, old_names)], tolerance)
    feedback.progress(0.3)
    stop_if_cancelled(feedback)
    on_source = _along(snapped, [ends for ends, _ in moved])
    loose = snapped if wide else snapped[~on_source]
    near = [
        within_band(ends, names, loose, reference.reach)
        for (ends, names), reference in zip(moved, references)
    ]
    under = [_under(ends, names, snapped[on_source]) for ends, names in moved]
    feedback.progress(0.5)
    stop_if_cancelled(feedback)
    taken = [(OTHER, old), *enumerate(near), *enumerate(under)]
    parts = _Segments(
        np.concatenate([snapped, *(ends for _, (ends, _) in taken)]),
        np.concatenate(
            [np.full(len(snapped), LINE), *(np.full(len(ends), at) for at, (ends, _) in taken)]
        ),
        np.concatenate([np.full(len(snapped), -1), *(names for _, (_, names) in taken)]),
    )
    connectors = _connectors(near, snapped, loose, [reference.reach for reference in references])
    feedback.progress(0.6)
    noded = shapely.union_all(shapely.linestrings(np.concatenate([parts.ends, connectors])))
    feedback.progress(0.8)
    stop_if_cancelled(feedback)
    return _network(noded, parts, snapped, old[0])


def outline_of(blocks: Shapes) -> Floats:
    """Return the segments of all outlines, (k, 2, 2); one that two blocks share comes once."""
    lines = arcs_of(blocks).lines
    following = np.arange(1, len(lines.points) + 1)
    last = lines.starts[1:] - 1
    following[last[lines.closed]] = lines.starts[:-1][lines.closed]
    real = np.ones(len(lines.points), dtype=bool)
    real[last[~lines.closed]] = False
    tail = np.flatnonzero(real)
    return _unique(np.stack([lines.points[tail], lines.points[following[tail]]], axis=1))


def _cut(lines: Shapes) -> tuple[Floats, Ints]:
    """Return the segments of lines, (k, 2, 2), and the line of each."""
    points, owner = shapely.get_coordinates(lines, return_index=True)
    tail = np.flatnonzero((owner[:-1] == owner[1:]) & (points[:-1] != points[1:]).any(axis=1))
    ends = _directed(np.stack([points[tail], points[tail + 1]], axis=1))
    # In an order and a direction that follow from coordinates: sums of them then are the same.
    order = np.lexsort((*ends.reshape(-1, 4).T[::-1],))
    return ends[order], owner[tail].astype(np.int64)[order]


def _snapped(
    outline: Floats, others: Sequence[tuple[Floats, Ints]], tolerance: float
) -> tuple[Floats, list[tuple[Floats, Ints]]]:
    """Bring vertices together that lie within the tolerance; the first source keeps its own.

    ``others`` are the sources by priority and, last, the assessed line, which yields to the
    outlines. Vertices near one another take the place of the one whose source comes first, then of the one
    farthest west and south. A vertex near the middle of a segment of a source that comes before its
    own moves onto it; else the segment gets the vertex.
    """
    groups = [outline, *(ends for ends, _ in others)]
    ranks = [len(others), *range(1, len(others)), len(others) + 1]
    rank = np.concatenate([np.full(2 * len(e), at) for e, at in zip(groups, ranks)])
    ends = np.concatenate(groups).reshape(-1, 2)
    if len(ends) == 0:
        return outline, list(others)
    places, inverse = np.unique(ends, axis=0, return_inverse=True)
    inverse = inverse.reshape(-1)
    first = np.full(len(places), len(others) + 2)
    np.minimum.at(first, inverse, rank)
    places, first = _merged(places, first, tolerance)
    segments = places[inverse].reshape(-1, 2, 2)
    segment_rank = rank[::2]
    owner = np.concatenate([np.arange(len(outline))] + [np.arange(len(e)) for e in groups[1:]])
    group = np.repeat(np.arange(len(groups)), [len(e) for e in groups])
    segments, at = _split(segments, segment_rank, places, first, tolerance)
    group, owner = group[at], owner[at]
    proper = (segments[:, 0] != segments[:, 1]).any(axis=1)
    segments, group, owner = segments[proper], group[proper], owner[proper]
    found = []
    for number, (_, names) in enumerate(others, start=1):
        here = group == number
        found.append((segments[here], names[owner[here]]))
    return _unique(segments[group == 0]), found


def _merged(places: Floats, first: Ints, tolerance: float) -> tuple[Floats, Ints]:
    """Return the places that clusters take, and the rank of each."""
    pairs = cKDTree(places).query_pairs(tolerance, output_type="ndarray")
    if len(pairs) == 0:
        return places, first
    graph = coo_matrix(
        (np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(places), len(places))
    )
    _, cluster = connected_components(graph, directed=False)
    order = np.lexsort((np.arange(len(places)), first, cluster))
    leader = order[np.flatnonzero(np.diff(cluster[order], prepend=-1))]
    return places[leader[cluster]], first[leader[cluster]]


def _split(
    segments: Floats, rank: Ints, places: Floats, first: Ints, tolerance: float
) -> tuple[Floats, Ints]:
    """Put vertices into segments that they lie on; return the segments and where each came from."""
    kept = np.unique(np.column_stack([places, first]), axis=0)
    places, first = kept[:, :2], kept[:, 2].astype(np.int64)
    tree = shapely.STRtree(shapely.linestrings(segments))
    place, segment = tree.query(shapely.points(places), predicate="dwithin", distance=tolerance)
    start, end = segments[segment, 0], segments[segment, 1]
    along = end - start
    length2 = np.maximum(np.einsum("ij,ij->i", along, along), 1e-300)
    t = np.einsum("ij,ij->i", places[place] - start, along) / length2
    margin = tolerance / np.sqrt(length2)
    inner = (t > margin) & (t < 1.0 - margin)
    place, segment, t = place[inner], segment[inner], t[inner]
    if len(place) == 0:
        return segments, np.arange(len(segments))
    on = start[inner] + t[:, None] * along[inner]
    yields = first[place] > rank[segment]
    point = np.where(yields[:, None], on, places[place])
    # A vertex that yields moves onto the first segment that it lies on, and all follow it there.
    order = np.lexsort((segment, rank[segment], place))
    moving = order[np.flatnonzero(np.diff(place[order], prepend=-1))]
    moving = moving[yields[moving]]
    moved = {tuple(places[place[at]]): point[at] for at in moving}
    segments = segments.copy()
    if moved:
        flat = segments.reshape(-1, 2)
        keys = _complex(flat)
        old = np.array([complex(*key) for key in moved])
        new = np.array(list(moved.values()))
        sort = np.argsort(old)
        at = np.minimum(np.searchsorted(old[sort], keys), len(old) - 1)
        hit = old[sort][at] == keys
        flat[hit] = new[sort][at[hit]]
        segments = flat.reshape(-1, 2, 2)
        goes = np.array([moved.get(tuple(places[p]), places[p]) for p in place])
        point = goes
    order = np.lexsort((t, segment))
    segment, point = segment[order], point[order]
    count = np.bincount(segment, minlength=len(segments))
    origin = np.repeat(np.arange(len(segments)), count + 1)
    chain_start = np.repeat(segments[:, 0], count + 1, axis=0)
    chain_end = np.repeat(segments[:, 1], count + 1, axis=0)
    before = np.concatenate(([0], np.cumsum(count + 1)))[:-1]
    within = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count)
    slot = before[segment] + within
    chain_end[slot] = point
    chain_start[slot + 1] = point
    return np.stack([chain_start, chain_end], axis=1), origin


def _unique(segments: Floats) -> Floats:
    """Return segments once each, whichever way they run."""
    return np.unique(_directed(segments).reshape(-1, 4), axis=0).reshape(-1, 2, 2)


def _directed(segments: Floats) -> Floats:
    """Return segments that run from west to east, or from south to north."""
    swap = (segments[:, 0, 0] > segments[:, 1, 0]) | (
        (segments[:, 0, 0] == segments[:, 1, 0]) & (segments[:, 0, 1] > segments[:, 1, 1])
    )
    return np.where(swap[:, None, None], segments[:, ::-1], segments)


def _along(segments: Floats, references: Sequence[Floats]) -> Bools:
    """Return which segments run along one of the references."""
    lines = np.concatenate([np.empty((0, 2, 2)), *references])
    if len(lines) == 0 or len(segments) == 0:
        return np.zeros(len(segments), dtype=bool)
    tree = shapely.STRtree(shapely.linestrings(lines))
    found = np.ones(len(segments), dtype=bool)
    for place in (segments.mean(axis=1), segments[:, 0], segments[:, 1]):
        still = np.flatnonzero(found)
        hit = np.zeros(len(still), dtype=bool)
        pairs = tree.query(shapely.points(place[still]), predicate="dwithin", distance=SAME_PLACE)
        hit[pairs[0]] = True
        found[still[~hit]] = False
    return found


def within_band(ends: Floats, names: Ints, loose: Floats, reach: float) -> tuple[Floats, Ints]:
    """Return the parts of segments within ``reach`` of a line.

    Args:
        ends: segments, (k, 2, 2).
        names: (k,) passed on with the parts.
        loose: segments of the line, (l, 2, 2).
        reach: m.
    """
    nothing = np.empty((0, 2, 2)), np.empty(0, dtype=np.int64)
    if len(ends) == 0 or len(loose) == 0:
        return nothing
    one, other = shapely.STRtree(shapely.linestrings(loose)).query(
        shapely.linestrings(ends), predicate="dwithin", distance=reach
    )
    if len(one) == 0:
        return nothing
    first, last = _spans(ends[one], loose[other], reach)
    real = last > first
    one, first, last = one[real], first[real], last[real]
    order = np.lexsort((first, one))
    one, first, last = one[order], first[order], last[order]
    # Spans that overlap become one; a segment's number keeps it apart from the next.
    apart = _SPREAD * one
    reached = np.maximum.accumulate(apart + last)
    starts = np.flatnonzero(
        np.concatenate(([True], apart[1:] + first[1:] > reached[:-1] + _SAME_SHARE))
    )
    stops = np.append(starts[1:], len(one))
    segment, begin = one[starts], first[starts]
    end = reached[stops - 1] - _SPREAD * segment
    start, along = ends[segment, 0], ends[segment, 1] - ends[segment, 0]
    parts = np.stack([start + begin[:, None] * along, start + end[:, None] * along], axis=1)
    # Whole ends keep their coordinates.
    parts[begin <= _SAME_SHARE, 0] = ends[segment, 0][begin <= _SAME_SHARE]
    parts[end >= 1.0 - _SAME_SHARE, 1] = ends[segment, 1][end >= 1.0 - _SAME_SHARE]
    proper = (parts[:, 0] != parts[:, 1]).any(axis=1)
    return parts[proper], names[segment[proper]]


def _spans(segments: Floats, others: Floats, reach: float) -> tuple[Floats, Floats]:
    """Return from which to which share of its length each segment lies within reach of another.

    What lies within reach of a segment is convex, a stripe with two half circles: there is one span.
    """
    start, along = segments[:, 0], segments[:, 1] - segments[:, 0]
    low, high = np.full(len(segments), np.inf), np.full(len(segments), -np.inf)
    length2 = np.einsum("ij,ij->i", along, along)
    for centre in (others[:, 0], others[:, 1]):
        away = start - centre
        middle = -np.einsum("ij,ij->i", away, along) / length2
        rest = reach**2 - np.einsum("ij,ij->i", away, away) + middle**2 * length2
        half = np.sqrt(np.maximum(rest, 0.0) / length2)
        hit = rest >= 0.0
        low = np.where(hit, np.minimum(low, middle - half), low)
        high = np.where(hit, np.maximum(high, middle + half), high)
    axis = others[:, 1] - others[:, 0]
    size = np.hypot(axis[:, 0], axis[:, 1])
    unit = axis / size[:, None]
    side = np.stack([-unit[:, 1], unit[:, 0]], axis=1)
    stripe_low, stripe_high = np.full(len(segments), -np.inf), np.full(len(segments), np.inf)
    for direction, least, most in ((unit, 0.0, size), (side, -reach, reach)):
        at = np.einsum("ij,ij->i", start - others[:, 0], direction)
        step = np.einsum("ij,ij->i", along, direction)
        with np.errstate(divide="ignore", invalid="ignore"):
            one, two = (least - at) / step, (most - at) / step
        level = step == 0.0
        inside = (at >= least) & (at <= most)
        stripe_low = np.maximum(
            stripe_low, np.where(level, np.where(inside, -np.inf, np.inf), np.minimum(one, two))
        )
        stripe_high = np.minimum(
            stripe_high, np.where(level, np.where(inside, np.inf, -np.inf), np.maximum(one, two))
        )
    hit = stripe_high >= stripe_low
    low = np.where(hit, np.minimum(low, stripe_low), low)
    high = np.where(hit, np.maximum(high, stripe_high), high)
    return np.clip(low, 0.0, 1.0), np.clip(high, 0.0, 1.0)


def _under(ends: Floats, names: Ints, matched: Floats) -> tuple[Floats, Ints]:
    """Return the segments of a source that the outline runs along already."""
    if len(ends) == 0 or len(matched) == 0:
        return np.empty((0, 2, 2)), np.empty(0, dtype=np.int64)
    pairs = shapely.STRtree(shapely.linestrings(ends)).query(
        shapely.points(matched.mean(axis=1)), predicate="dwithin", distance=SAME_PLACE
    )
    here = np.unique(pairs[1])
    return ends[here], names[here]


def _distance(tree: shapely.STRtree, lines: Shapes, points: Floats) -> Floats:
    """Return the distance of each point from the nearest line."""
    if len(points) == 0:
        return np.empty(0)
    shapes = shapely.points(points)
    nearest = tree.nearest(shapes)
    return shapely.distance(shapes, lines[nearest])


def _connectors(
    near: Sequence[tuple[Floats, Ints]],
    whole: Floats,
    loose: Floats,
    reaches: Sequence[float],
) -> Floats:
    """Return segments from the loose ends of sources to the nearest place of the loose outline.

    An end on the outline needs none: there the line can change over, or runs on along the source.
    """
    found = [np.empty((0, 2, 2))]
    if len(loose) == 0:
        return found[0]
    outline = shapely.linestrings(loose)
    tree = shapely.STRtree(outline)
    all_outlines = shapely.linestrings(whole)
    everything = shapely.STRtree(all_outlines)
    for (ends, _), reach in zip(near, reaches):
        if len(ends) == 0:
            continue
        places, count = np.unique(ends.reshape(-1, 2), axis=0, return_counts=True)
        dangling = places[count == 1]
        if len(dangling) == 0:
            continue
        on_line = _distance(everything, all_outlines, dangling) <= SAME_PLACE
        points = shapely.points(dangling[~on_line])
        if len(points) == 0:
            continue
        nearest = tree.nearest(points)
        away = shapely.distance(points, outline[nearest])
        wanted = (away > SAME_PLACE) & (away <= reach * (1.0 + 1e-6) + SAME_PLACE)
        lines = shapely.shortest_line(points[wanted], outline[nearest[wanted]])
        found.append(shapely.get_coordinates(lines).reshape(-1, 2, 2))
    return np.concatenate(found)


def _network(
    noded: shapely.Geometry, parts: _Segments, outline: Floats, assessed: Floats
) -> Network:
    points, of = shapely.get_coordinates(shapely.get_parts(as_shapes([noded])), return_index=True)
    tails = np.flatnonzero((of[:-1] == of[1:]) & (points[:-1] != points[1:]).any(axis=1))
    segments = _unique(np.stack([points[tails], points[tails + 1]], axis=1))
    places, inverse = np.unique(segments.reshape(-1, 2), axis=0, return_inverse=True)
    inverse = inverse.reshape(-1, 2)
    on_line, source, name = _owners(segments, parts)
    return Network(
        places,
        inverse[:, 0],
        inverse[:, 1],
        on_line,
        source,
        name,
        np.unique(_complex(parts.ends.reshape(-1, 2))),
        shapely.linestrings(outline),
        shapely.linestrings(assessed),
    )


def _owners(segments: Floats, parts: _Segments) -> tuple[Bools, Ints, Ints]:
    """Return, for noded segments, whether an outline runs there, and which source and line."""
    tree = shapely.STRtree(shapely.linestrings(parts.ends))
    middle = tree.query(
        shapely.points(segments.mean(axis=1)), predicate="dwithin", distance=SAME_PLACE
    )
    segment, part = middle
    lines = shapely.linestrings(parts.ends[part])
    both = np.ones(len(segment), dtype=bool)
    for at in (0, 1):
        both &= shapely.distance(shapely.points(segments[segment, at]), lines) <= SAME_PLACE
    segment, part = segment[both], part[both]
    on_line = np.zeros(len(segments), dtype=bool)
    on_line[segment[parts.owner[part] == LINE]] = True
    source = np.full(len(segments), np.iinfo(np.int64).max)
    referenced = parts.owner[part] >= 0
    segment, part = segment[referenced], part[referenced]
    np.minimum.at(source, segment, parts.owner[part])
    name = np.full(len(segments), np.iinfo(np.int64).max)
    mine = parts.owner[part] == source[segment]
    np.minimum.at(name, segment[mine], parts.name[part[mine]])
    none = source == np.iinfo(np.int64).max
    return on_line, np.where(none, -1, source), np.where(none, -1, name)


def _complex(points: Floats) -> NDArray[np.complex128]:
    return points[:, 0] + 1j * points[:, 1]

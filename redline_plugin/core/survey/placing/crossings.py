"""Where roads, paths, rivers and administrative borders cross the line, from one side to the other.

What only reaches the line, ends at it, or runs along it and leaves on the side that it came from
does not cross it. A road that data cut in two at the line does: it comes from both sides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.placing.course import Course, Paths
from redline_plugin.core.survey.placing.near import (
    contacts,
    inside_of,
    may_be_near,
    near_edges,
    within,
)
from redline_plugin.core.survey.placing.spans import Spans, nothing
from redline_plugin.core.survey.placing.things import Things
from redline_plugin.core.survey.rules import BORDER, CROSSED, SurveyRules

ON_LINE = 0.01
"""m. What is this near to the line is on it: references carry rounded coordinates."""
_ONE_PLACE = 0.5
"""m along the line between contacts that are one crossing."""
_LOOK = 0.05
"""m beyond a contact, to see on which side of the line a thing is."""
_SEEN = 0.2
"""m along the line from a contact to where a thing is seen; less than half of _ONE_PLACE."""
_PARALLEL = 1e-9
_ROUNDED = 1e-9
_SHORE = 0.05
"""m. An area that the line enters by less than this lies beside it."""


@dataclass(frozen=True)
class Crossings:
    """Crossings, in the order of kinds and of the line.

    Attributes:
        kind: (n,) of rules.CROSSED.
        start, stop: (n,) from where to where on the line's axis, the first copies of arcs; one place for
            a line that crosses, the two banks for an area.
    """

    kind: tuple[str, ...]
    start: Floats
    stop: Floats

    def __len__(self) -> int:
        return len(self.kind)


def crossings(
    course: Course, paths: Paths, things: Things, rules: SurveyRules, feedback: Feedback
) -> Crossings:
    """Return all crossings that the rules ask a marker for.

    Args:
        course: the line.
        paths: its segments.
        things: what may cross it; of borders given as areas, the outlines.
        rules: which kinds need one.
        feedback: cancel.
    """
    kinds: list[str] = []
    starts, stops = [], []
    for kind in CROSSED:
        shapes = things.kind(kind)
        if rules.crossing(kind) is None or len(shapes) == 0:
            continue
        stop_if_cancelled(feedback)
        area = shapely.get_dimensions(shapes) == 2
        lines, areas = shapes[~area], shapes[area]
        if kind == BORDER:
            lines, areas = np.concatenate([lines, shapely.boundary(areas)]), areas[:0]
        for found in (
            _of_lines(course, paths, lines, feedback),
            _of_areas(course, paths, areas, feedback),
        ):
            kinds += [kind] * len(found)
            starts.append(found.start)
            stops.append(found.stop)
    if not kinds:
        return Crossings((), np.empty(0), np.empty(0))
    return Crossings(tuple(kinds), np.concatenate(starts), np.concatenate(stops))


def _of_areas(course: Course, paths: Paths, areas: Shapes, feedback: Feedback) -> Spans:
    """Return where the line passes through areas."""
    areas = shapely.buffer(areas, -_SHORE, join_style="mitre")
    areas = areas[~shapely.is_empty(areas)]
    if len(areas) == 0:
        return nothing()
    first = Spans(course.origin, course.origin + course.length)
    edges = near_edges(paths, shapely.boundary(areas), 1e-6, feedback)
    found = inside_of(paths, first, areas, edges).merged(_ONE_PLACE)
    arc = course.arc_of(found.start)
    whole = found.stop - found.start >= course.length[arc] - 1e-3
    return Spans(found.start[~whole], found.stop[~whole])


def _of_lines(course: Course, paths: Paths, lines: Shapes, feedback: Feedback) -> Spans:
    """Return where lines cross the line."""
    lines = shapely.get_parts(lines)
    if len(lines) == 0 or len(paths.at) == 0:
        return nothing()
    points, owner = shapely.get_coordinates(lines, return_index=True)
    steps = np.hypot(*np.diff(points, axis=0).T)
    steps[owner[1:] != owner[:-1]] = 1.0
    along = np.concatenate([[0.0], np.cumsum(steps)])
    tail = np.flatnonzero((owner[1:] == owner[:-1]) & (steps > 0.0))
    tail = tail[may_be_near(points[tail], points[tail + 1], paths, ON_LINE)]
    if len(tail) == 0:
        return nothing()
    start, end = points[tail], points[tail + 1]
    number, path, low, high = contacts(paths, start, end, ON_LINE)
    if len(number) == 0:
        return nothing()
    stop_if_cancelled(feedback)
    on_line = Spans(paths.at[path] + low, paths.at[path] + high).merged(_ONE_PLACE)
    begin, finish, hit = within(
        start[number], end[number], paths.start[path], paths.end[path], ON_LINE
    )
    tails = along[tail[number]]
    runs = Spans(tails[hit] + begin[hit], tails[hit] + finish[hit]).merged(2.0 * _LOOK)
    ends = np.flatnonzero(np.append(owner[1:] != owner[:-1], True))
    bounds = Spans(along[np.concatenate([[0], ends[:-1] + 1])], along[ends])
    looks = _looks(runs, bounds, _is_ring(points, ends))
    place, left = _side(paths, _point_at(points, along, looks))
    met = _met(paths, path, start[number], end[number])
    return _crossed(course, _narrowed(on_line, met), on_line, place, left)


def _met(paths: Paths, path: Ints, start: Floats, end: Floats) -> Floats:
    """Return where on the axis segments of the line and of things meet, pair by pair, in order."""
    way, other = paths.end[path] - paths.start[path], end - start
    offset = start - paths.start[path]
    across = way[:, 0] * other[:, 1] - way[:, 1] * other[:, 0]
    level = np.abs(across) < _PARALLEL * paths.length[path] * np.hypot(*other.T)
    divisor = np.where(level, 1.0, across)
    share = (offset[:, 0] * other[:, 1] - offset[:, 1] * other[:, 0]) / divisor
    along = (offset[:, 0] * way[:, 1] - offset[:, 1] * way[:, 0]) / divisor
    hit = ~level & (np.abs(share - 0.5) <= 0.5 + _ROUNDED) & (np.abs(along - 0.5) <= 0.5 + _ROUNDED)
    return np.sort(paths.at[path[hit]] + np.clip(share[hit], 0.0, 1.0) * paths.length[path[hit]])


def _narrowed(touched: Spans, met: Floats) -> Spans:
    """Return contacts from their first to their last place where the two meet.

    Those that never meet, since rounding left a gap, are taken at their middle if they are short.
    """
    first = np.searchsorted(met, touched.start - ON_LINE)
    last = np.searchsorted(met, touched.stop + ON_LINE, side="right")
    met = np.append(met, 0.0)
    short = touched.stop - touched.start <= _ONE_PLACE
    middle = (touched.start + touched.stop) / 2.0
    start = np.where(short, middle, touched.start)
    stop = np.where(short, middle, touched.stop)
    meets = last > first
    return Spans(
        np.where(meets, met[first], start), np.where(meets, met[np.maximum(last - 1, 0)], stop)
    )


def _is_ring(points: Floats, ends: Ints) -> Bools:
    first = points[np.concatenate([[0], ends[:-1] + 1])]
    found: Bools = (first == points[ends]).all(axis=1)
    return found


def _looks(runs: Spans, bounds: Spans, ring: Bools) -> Floats:
    """Return places along things, just before and just behind where they are on the line."""
    of = np.searchsorted(bounds.start, runs.start, side="right") - 1
    low, high = bounds.start[of], bounds.stop[of]
    found = []
    for place, gone in (
        (runs.start - _LOOK, runs.start - _LOOK < low),
        (runs.stop + _LOOK, runs.stop + _LOOK > high),
    ):
        # A ring goes on at its other end; a thing that ends at the line has no other side.
        turned = np.where(gone & ring[of], low + np.mod(place - low, high - low), place)
        found.append(turned[~gone | ring[of]])
    return np.concatenate(found)


def _point_at(points: Floats, along: Floats, place: Floats) -> Floats:
    at = np.clip(np.searchsorted(along, place, side="right") - 1, 0, len(along) - 2)
    step = along[at + 1] - along[at]
    share = (place - along[at]) / np.where(step > 0.0, step, 1.0)
    found: Floats = points[at] + (points[at + 1] - points[at]) * np.clip(share, 0.0, 1.0)[:, None]
    return found


def _side(paths: Paths, points: Floats) -> tuple[Floats, Ints]:
    """Return, of points beside the line, the nearest place on its axis, and 1 for left of it, else -1.

    Beside a vertex, the segment of the two counts that the point is farther off to the side of. A
    point that is still on the line gets 0.
    """
    shapes = shapely.points(points)
    point, path = paths.tree.query_nearest(shapes, all_matches=True)
    start, length = paths.start[path], np.where(paths.length > 0.0, paths.length, 1.0)[path]
    way = (paths.end[path] - start) / length[:, None]
    offset = points[point] - start
    along = np.clip(np.einsum("ij,ij->i", offset, way), 0.0, length)
    across = way[:, 0] * offset[:, 1] - way[:, 1] * offset[:, 0]
    order = np.lexsort((-np.abs(across), point))
    first = order[np.flatnonzero(np.diff(point[order], prepend=-1))]
    away = np.hypot(*(offset[first] - way[first] * along[first, None]).T)
    side = np.where(away < 0.9 * ON_LINE, 0, np.sign(across[first]).astype(np.int64))
    return paths.at[path[first]] + along[first], side


def _crossed(course: Course, crossing: Spans, on_line: Spans, place: Floats, left: Ints) -> Spans:
    """Return where things cross: of contacts with the line, those that they leave to both sides.

    Args:
        course: the line.
        crossing: of each contact, from where to where they meet.
        on_line: the contacts.
        place, left: where things are seen just beyond them, and on which side.
    """
    # A thing at a small angle is seen farther along the line than it touches it, and so is one
    # beside a corner of the line.
    wide = Spans(on_line.start - _SEEN, on_line.stop + _SEEN)
    contact = wide.span_of(place)
    sides = np.zeros((len(on_line), 2), dtype=bool)
    seen = contact >= 0
    sides[contact[seen & (left > 0)], 0] = True
    sides[contact[seen & (left < 0)], 1] = True
    start, stop, sides = _around(course, crossing, on_line, sides)
    both = sides.all(axis=1)
    return Spans(start[both], stop[both])


def _around(
    course: Course, crossing: Spans, on_line: Spans, sides: Bools
) -> tuple[Floats, Floats, Bools]:
    """Make one of contacts at both ends of a closed arc, which are one place."""
    start, stop, sides = crossing.start.copy(), crossing.stop.copy(), sides.copy()
    gone = np.zeros(len(start), dtype=bool)
    arc = course.arc_of(on_line.start)
    at_end = course.line.closed[arc] & (
        on_line.stop >= course.origin[arc] + course.length[arc] - _ONE_PLACE / 2.0
    )
    for last in np.flatnonzero(at_end).tolist():
        first = int(np.searchsorted(arc, arc[last]))
        origin, length = course.origin[arc[last]], course.length[arc[last]]
        if first != last and on_line.start[first] <= origin + _ONE_PLACE / 2.0:
            stop[last] = stop[first] + length
            sides[last] |= sides[first]
            gone[first] = True
    return start[~gone], stop[~gone], sides[~gone]

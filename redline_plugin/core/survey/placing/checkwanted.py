"""Whether crossings and corners have their markers, found without knowing how these were placed."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.placing import notkept
from redline_plugin.core.survey.placing.checkcorners import Along, corners
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.standing import Checked, Standing
from redline_plugin.core.survey.rules import BORDER, BOTH, CROSSED, THING_TITLES, Crossing
from redline_plugin.core.text import msg, title

_TOUCH = 0.01
_ROUND = 0.4
"""m round a contact that is looked at, to see whether a thing leaves it to both sides."""
_ON_SIDE = 1e-6
_SLACK = 0.6
"""m by which the place of a crossing is uncertain: those within half a metre of one another are one."""
_AT_CORNER = 0.02


def wanted(
    about: Checked, standing: Standing, points: Points | None, feedback: Feedback
) -> list[NotKept]:
    """Return crossings and corners without their markers.

    Args:
        about: the line and what is round it.
        standing: the markers in force.
        points: turning points; None: corners are not looked at.
        feedback: cancel.
    """
    along = Along(about.line, standing)
    found = []
    for kind in CROSSED:
        rule, shapes = about.rules.crossing(kind), about.things.kind(kind)
        if rule is not None and len(shapes):
            for arc, start, stop in _bare(along, rule, shapes, feedback):
                found.append(_missing(along, rule, arc, start, stop))
    if points is not None:
        found += corners(about, along, points)
    return found


def _bare(
    along: Along, rule: Crossing, shapes: Shapes, feedback: Feedback
) -> list[tuple[int, float, float]]:
    """Return crossings without their markers: arc, and from where to where along it."""
    arcs = along.arcs
    area = shapely.get_dimensions(shapes) == 2
    lines, areas = shapes[~area], shapes[area]
    if rule.kind == BORDER:
        lines, areas = np.concatenate([lines, shapely.boundary(areas)]), areas[:0]
    found = []
    tree = shapely.STRtree(arcs)
    thing, arc = tree.query(lines, predicate="dwithin", distance=_TOUCH)
    for number in np.unique(arc).tolist():
        stop_if_cancelled(feedback)
        together = shapely.union_all(lines[thing[arc == number]])
        found += [(number, *place) for place in _crossed(along, rule, number, together)]
    thing, arc = tree.query(areas, predicate="intersects")
    for number in np.unique(arc).tolist():
        stop_if_cancelled(feedback)
        inner = shapely.buffer(shapely.union_all(areas[thing[arc == number]]), -0.05)
        found += [
            (number, *place)
            for place in _passed(arcs[number], inner)
            if not _has(along, rule, number, *place)
        ]
    return found


def _crossed(
    along: Along, rule: Crossing, number: int, thing: BaseGeometry
) -> list[tuple[float, float]]:
    """Return where a thing crosses an arc from side to side and has no marker."""
    arc = along.arcs[number]
    band = shapely.buffer(arc, _TOUCH, quad_segs=2)
    found = []
    # What is on the line, in parts that hang together.
    near = shapely.get_parts(shapely.buffer(shapely.intersection(thing, band), 2.0 * _TOUCH))
    for contact in near[~shapely.is_empty(near)]:
        low, high = _along(arc, shapely.intersection(arc, contact))
        if not along.line.closed[number] and (low < _ROUND or high > arc.length - _ROUND):
            # At a junction, which has a marker of its own.
            continue
        # Where the two meet, if they do; rounding may leave a gap of less than the band.
        meet = shapely.intersection(thing, shapely.intersection(arc, contact))
        if not shapely.is_empty(meet):
            low, high = _along(arc, meet)
        if _has(along, rule, number, low, high):
            continue
        # It crosses when it goes on from there to both sides; what only reaches the line, or cuts
        # off a bit of a corner, does not.
        here = shapely.buffer(contact, _ROUND)
        gone = shapely.get_parts(shapely.intersection(thing, shapely.boundary(here)))
        sides = shapely.get_parts(split(here, arc))
        if sum(bool(shapely.dwithin(gone, side, _ON_SIDE).any()) for side in sides) > 1:
            found.append((low, high))
    return _joined(found, 0.5)


def _along(arc: BaseGeometry, shape: BaseGeometry) -> tuple[float, float]:
    """Return from where to where along an arc a shape on it is."""
    at = shapely.line_locate_point(arc, shapely.points(shapely.get_coordinates(shape)))
    return float(at.min()), float(at.max())


def _passed(arc: BaseGeometry, area: BaseGeometry) -> list[tuple[float, float]]:
    found = []
    for part in shapely.get_parts(shapely.intersection(arc, area)):
        if 0.0 < part.length < arc.length - 1e-3:
            ends = shapely.points(shapely.get_coordinates(part)[[0, -1]])
            low, high = np.sort(shapely.line_locate_point(arc, ends)).tolist()
            found.append(
                (low, high) if high - low <= part.length + 1e-3 else (high, low + arc.length)
            )
    return _joined(found, 0.5)


def _joined(spans: list[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + gap:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _has(along: Along, rule: Crossing, arc: int, start: float, stop: float) -> bool:
    """Return whether a crossing has its marker, or one on each side."""
    within = rule.within_m.number + _SLACK
    sides = [(start - within, start + _SLACK), (stop - _SLACK, stop + within)]
    if rule.sides != BOTH:
        sides = [(start - within, stop + within)]
    return all(along.any(arc, low, high) for low, high in sides)


def _missing(along: Along, rule: Crossing, arc: int, start: float, stop: float) -> NotKept:
    line = along.line
    x, y = along.point(arc, np.mod((start + stop) / 2.0, along.long[arc]))
    what = msg(
        "No marker within {within} m along the line of this crossing ({thing}).",
        within=f"{rule.within_m.number:g}",
        thing=title(THING_TITLES[rule.kind]),
    )
    side = max(int(line.left[arc]), int(line.right[arc]))
    code = line.blocks[side].code if side >= 0 else ""
    return NotKept(notkept.CROSSING, (x, y), None, rule.within_m.number, what, "", code)

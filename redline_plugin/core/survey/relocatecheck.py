"""Whether a line may be moved: no crossing, no ring turned over, no new error of topology.

What is wrong is told with the markers whose moves brought it about. What was wrong before and still
is, is no fault of a move.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Ints
from redline_plugin.core.check.engine import Finding, run
from redline_plugin.core.check.polygons import Polygons
from redline_plugin.core.check.rule import Severity
from redline_plugin.core.check.topology import TOPOLOGY
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Muted, stop_if_cancelled
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import block_shape, ring_points
from redline_plugin.core.survey.relocateland import losses
from redline_plugin.core.survey.relocateshape import Conflict, Moved, movers_of
from redline_plugin.core.text import msg, title

RULES = tuple(
    rule for rule in TOPOLOGY if rule.severity is Severity.ERROR or rule.id == "selfcontact"
)
"""Rules that a move may not break. Blocks may touch themselves, but no move may bring that about."""
_NEAR = 1.0
"""m. Errors are looked for in blocks whose boxes come this near to what moved."""
_SAME = 1e-3
"""m. A finding this near to a moved segment is of it."""


def conflicts_of(moved: Moved, protected: Shapes, feedback: Feedback) -> list[Conflict]:
    """Return what is wrong with a moved line: what is quick to see is looked for first, and told alone.

    Args:
        moved: the line.
        protected: polygons of which nothing that is in the red line may come out.
        feedback: asked whether to stop.

    Raises:
        CancelledError: the user stopped.
    """
    if not moved.moved.any():
        return []
    found = _meetings(moved)
    stop_if_cancelled(feedback)
    found = found or _turned(moved) or losses(moved, protected)
    stop_if_cancelled(feedback)
    return found or _errors(moved, feedback)


def _meetings(moved: Moved) -> list[Conflict]:
    """Return pairs of segments that meet now and did not, one of them moved."""
    line = moved.before
    tail = line.tails()
    changed = moved.moved[tail] | moved.moved[tail + 1]
    tail = tail[changed | _near_boxes(moved, tail, tail[changed])]
    start, end = moved.points[tail], moved.points[tail + 1]
    own = np.flatnonzero(moved.moved[tail] | moved.moved[tail + 1])
    segments = shapely.linestrings(np.stack([start, end], axis=1))
    one, other = shapely.STRtree(segments).query(segments[own], predicate="intersects")
    one = own[one]
    is_own = np.zeros(len(tail), dtype=bool)
    is_own[own] = True
    # A pair of moved ones comes twice, any segment meets itself.
    once = (one < other) | (~is_own[other])
    one, other = one[once & (one != other)], other[once & (one != other)]
    names = moved.names
    ends = np.stack([names[tail], names[tail + 1]], axis=1)
    # Those that share an end may meet there. Were one to lie on the other, it would run through the
    # end of that, and meet what follows there.
    apart = ~(ends[one][:, :, None] == ends[other][:, None, :]).any(axis=(1, 2))
    one, other = one[apart], other[apart]
    old = shapely.linestrings(np.stack([line.points[tail], line.points[tail + 1]], axis=1))
    new = ~shapely.intersects(old[one], old[other])
    found: dict[tuple[int, ...], None] = {}
    for a, b in zip(tail[one[new]].tolist(), tail[other[new]].tolist()):
        found[movers_of(moved, np.array([a, a + 1, b, b + 1]))] = None
    why = msg("The line would cross or touch itself or another part of the line.")
    return [Conflict(movers, why) for movers in found if movers]


def _near_boxes(moved: Moved, tail: Ints, own: Ints) -> Bools:
    """Return which segments' boxes meet the box of all that moved: a first sieve."""
    ends = np.stack([moved.points[own], moved.points[own + 1]])
    west, south = ends.min(axis=(0, 1))
    east, north = ends.max(axis=(0, 1))
    a, b = moved.points[tail], moved.points[tail + 1]
    return np.asarray(
        (np.maximum(a[:, 0], b[:, 0]) >= west)
        & (np.minimum(a[:, 0], b[:, 0]) <= east)
        & (np.maximum(a[:, 1], b[:, 1]) >= south)
        & (np.minimum(a[:, 1], b[:, 1]) <= north)
    )


def _turned(moved: Moved) -> list[Conflict]:
    """Return rings that turned over or lost their area."""
    after = moved.after
    arcs = set(moved.arcs.tolist())
    found = []
    for block, rings in zip(after.blocks, zip(after.rings, after.outer)):
        for uses, outer in zip(*rings):
            if not arcs.intersection(arc for arc, _ in uses):
                continue
            x, y = (points := ring_points(after, uses) - after.points[0]).T
            area = float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2.0
            # Blocks are on the right: outer rings run clockwise.
            if (area < 0.0) == outer and area != 0.0 and len(points) > 3:
                continue
            vertices = np.concatenate(
                [np.arange(after.starts[arc], after.starts[arc + 1]) for arc, _ in uses]
            )
            movers = movers_of(moved, vertices)
            if movers:
                found.append(
                    Conflict(
                        movers, msg("A ring of block {block} would turn over.", block=block.code)
                    )
                )
    return found


def _errors(moved: Moved, feedback: Feedback) -> list[Conflict]:
    """Return errors of topology that were not there before."""
    after = moved.after
    blocks = _blocks_near(after, moved.segments)
    codes = [after.blocks[number].code for number in blocks]
    findings = []
    for line in (moved.before, after):
        shapes = as_shapes([block_shape(line, number) for number in blocks])
        report = run(RULES, Polygons(shapes, codes), {}, Muted(feedback))
        findings.append(report.findings)
    size = float(np.hypot(*(moved.points - moved.before.points).T).max())
    fresh = [finding for finding in findings[1] if not _was_there(finding, findings[0], size)]
    return [
        Conflict(
            movers,
            msg("{rule}: {what}", rule=title(finding.rule.title), what=finding.message),
            proven=False,
        )
        for finding in fresh
        if (movers := _movers_at(finding, moved))
    ]


def _blocks_near(line: Line, segments: Shapes) -> list[int]:
    """Return the blocks whose boxes come near to moved segments."""
    boxes = []
    for rings in line.rings:
        arcs = np.unique([arc for uses in rings for arc, _ in uses])
        points = np.concatenate([line.points[line.arc(arc)] for arc in arcs.tolist()])
        boxes.append(shapely.box(*(points.min(axis=0) - _NEAR), *(points.max(axis=0) + _NEAR)))
    tree = shapely.STRtree(as_shapes(boxes))
    return np.unique(tree.query(segments)[1]).tolist()


def _was_there(finding: Finding, before: Sequence[Finding], size: float) -> bool:
    """Return whether the same rule told the same blocks of this place before."""
    return any(
        old.rule.id == finding.rule.id
        and {old.first, old.second} == {finding.first, finding.second}
        and (
            old.shape is None
            or finding.shape is None
            or shapely.dwithin(old.shape, finding.shape, 2.0 * size + _SAME)
        )
        for old in before
    )


def _movers_at(finding: Finding, moved: Moved) -> tuple[int, ...]:
    """Return the movers of the moved segments at a finding, or of the nearest one."""
    tail = moved.tails
    if finding.shape is None:
        return movers_of(moved, np.concatenate([tail, tail + 1]))
    away = shapely.distance(moved.segments, finding.shape)
    here = tail[away <= max(_SAME, float(away.min()))]
    return movers_of(moved, np.concatenate([here, here + 1]))

"""All places where a rule is not kept: what the placing could not do, and what the check finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.keeping import SAME_M
from redline_plugin.core.survey.line import OUTSIDE, Line
from redline_plugin.core.survey.marker import RETIRED, WITNESS
from redline_plugin.core.survey.placing.check import Checked, check
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.place import Placement
from redline_plugin.core.survey.placing.rows import Row

_SAME_M = 1.0
"""m. So near to one another, exceptions of one rule are one."""


def exceptions_of(
    placement: Placement, points: Points | None, rows: Sequence[Row], feedback: Feedback
) -> list[NotKept]:
    """Return all exceptions, those first whose reason the placing knows.

    Args:
        placement: what was placed.
        points: turning points that it was placed with.
        rows: the markers.
        feedback: progress and cancel.
    """
    scene = placement.scene
    about = Checked(scene.line, scene.rules, scene.things, scene.slopes, scene.terrains)
    placed = [row for row in rows if np.isfinite(row.place).all()]
    markers = [row.marker for row in placed]
    places = np.array([row.place for row in placed], dtype=np.float64).reshape(-1, 2)
    found = check(about, markers, places, points, feedback)
    known = _named(scene.line, placement.not_kept, placed)
    return known + _named(scene.line, [one for one in found if not _is_told(one, known)], placed)


def _is_told(one: NotKept, known: Sequence[NotKept]) -> bool:
    places = [
        place for other in known if other.rule == one.rule for place in (other.place, *other.ends)
    ]
    if not places:
        return False
    away = np.array(places)[:, None, :] - np.array([one.place, *one.ends])[None, :, :]
    return bool((np.hypot(away[..., 0], away[..., 1]) <= _SAME_M).any())


def _named(line: Line, some: Sequence[NotKept], rows: Sequence[Row]) -> list[NotKept]:
    """Return exceptions with the marker that stands there, and the block."""
    if not some or line.count == 0:
        return list(some)
    places = np.array([one.place for one in some])
    arcs = line.nearest(places)[0].tolist()
    on_line = [row for row in rows if row.marker.kind != WITNESS and row.marker.state != RETIRED]
    there = _at(places, np.array([row.place for row in on_line]).reshape(-1, 2))
    found = []
    for one, arc, at in zip(some, arcs, there):
        sides = [int(side) for side in (line.right[arc], line.left[arc]) if side != OUTSIDE]
        marker = on_line[at].marker.marker if at >= 0 else ""
        # A stretch begins at a marker; what is told of one has its number already.
        number = one.marker or (marker if one.ends else "")
        found.append(replace(one, marker=number, block=one.block or line.blocks[sides[0]].code))
    return found


def _at(places: Floats, markers: Floats) -> list[int]:
    """Return the marker at each place, -1 for none."""
    found = np.full(len(places), -1, dtype=np.int64)
    if len(markers):
        tree = shapely.STRtree(shapely.points(markers))
        place, marker = tree.query_nearest(
            shapely.points(places), max_distance=SAME_M, all_matches=False
        )
        found[place] = marker
    return found.tolist()

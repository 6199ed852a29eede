"""Whether markers stand where markers can, found without knowing how they were placed."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.marker import ELECTRONIC, SOLID, WITNESS, WITNESSED
from redline_plugin.core.survey.placing import notkept
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.standing import EDGE_M, SLACK_M, Checked, Standing, told
from redline_plugin.core.survey.rules import KEPT_OFF, THING_TITLES
from redline_plugin.core.text import msg, title


def too_near(about: Checked, standing: Standing, feedback: Feedback) -> list[NotKept]:
    """Return markers that stand on or too near to what they are to keep off."""
    posts = [at for at, one in enumerate(standing.markers) if one.kind in (SOLID, WITNESS)]
    found = []
    for kind in KEPT_OFF:
        metres, shapes = about.rules.clearance_m(kind), about.things.kind(kind)
        if metres is None or len(shapes) == 0 or not posts:
            continue
        stop_if_cancelled(feedback)
        points = shapely.points(standing.places[posts])
        tree = shapely.STRtree(points)
        shape, point = tree.query(shapes, predicate="dwithin", distance=metres)
        away = shapely.distance(shapes[shape], points[point])
        # In an area, or on a line, even where no distance is asked for.
        wrong = (away < metres - 1e-6) | (away == 0.0)
        for at in np.unique(point[wrong]).tolist():
            nearest = float(away[point == at].min())
            what = msg(
                "{away} m from the nearest one ({thing}), {metres} m asked for.",
                away=f"{nearest:.2f}",
                thing=title(THING_TITLES[kind]),
                metres=f"{metres:g}",
            )
            number = posts[at]
            found.append(
                told(kind, standing.markers[number], standing.places[number], nearest, metres, what)
            )
    return found


def too_steep(about: Checked, standing: Standing) -> list[NotKept]:
    """Return markers on ground that is too steep for one."""
    steepest = about.rules.markers.steepest_deg
    posts = [at for at, one in enumerate(standing.markers) if one.kind in (SOLID, WITNESS)]
    if about.slopes is None or steepest is None or not posts:
        return []
    # On the edge of cells the gentlest counts.
    slope = about.slopes.around(standing.places[posts], EDGE_M)
    slope = np.where(np.isnan(slope), 0.0, slope).min(axis=1)
    found = []
    for at in np.flatnonzero(slope > steepest.number).tolist():
        what = msg(
            "The ground rises by {slope} degrees, at most {steepest} allowed.",
            slope=f"{slope[at]:.1f}",
            steepest=f"{steepest.number:g}",
        )
        number = posts[at]
        found.append(
            told(
                notkept.STEEP,
                standing.markers[number],
                standing.places[number],
                float(slope[at]),
                steepest.number,
                what,
            )
        )
    return found


def kinds(about: Checked, standing: Standing) -> list[NotKept]:
    """Return points without two witnesses in reach, and electronic markers that are not allowed."""
    rules = about.rules.markers
    reach = rules.witness_reach_m.number
    beside: dict[str, list[float]] = {}
    where = {marker.marker: standing.places[at] for at, marker in enumerate(standing.markers)}
    for at, marker in enumerate(standing.markers):
        if marker.kind == WITNESS and marker.of_marker in where:
            away = float(np.hypot(*(standing.places[at] - where[marker.of_marker])))
            beside.setdefault(marker.of_marker, []).append(away)
    found = []
    for at, marker in enumerate(standing.markers):
        place = standing.places[at]
        if marker.kind == WITNESSED:
            near = [away for away in beside.get(marker.marker, ()) if away <= reach + SLACK_M]
            if len(near) < 2:
                what = msg(
                    "{count} witness markers within {reach} m.", count=len(near), reach=f"{reach:g}"
                )
                found.append(told(notkept.WITNESS, marker, place, float(len(near)), 2.0, what))
        if marker.kind == ELECTRONIC and not bool(rules.electronic.value):
            what = msg("The rule set allows no electronic markers.")
            found.append(told(notkept.ELECTRONIC, marker, place, None, None, what))
    return found

"""Why each marker stands where it does: what it was wanted for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.marker import CORNER
from redline_plugin.core.survey.placing.known import on_axis
from redline_plugin.core.survey.placing.scene import Scene
from redline_plugin.core.survey.placing.sites import Cause, Site, Want, metres, named
from redline_plugin.core.survey.placing.wants import one_copy
from redline_plugin.core.survey.rules import THING_TITLES
from redline_plugin.core.text import Message, msg, title

_HERE_M = 0.5
"""m. What crosses this near to a marker crosses at it."""
_SLACK = 1e-5


def explain(
    scene: Scene,
    sites: list[Site],
    anchor_places: Sequence[float],
    anchor_sites: Sequence[int],
    wants: Sequence[Want],
) -> None:
    """Tell each site what it was wanted for.

    Args:
        scene: the line.
        sites: all that have a marker.
        anchor_places, anchor_sites: where on the axis sites are that must be, junctions on each arc.
        wants: stretches that each hold a site.
    """
    course = scene.course
    known = set(anchor_sites)
    rest = [number for number in range(len(sites)) if number not in known]
    arcs = np.array([sites[number].arc for number in rest], dtype=np.int64)
    measures = np.array([sites[number].measure for number in rest])
    place, index = on_axis(
        course, np.concatenate([np.array(anchor_places), course.at(arcs, measures)])
    )
    site = np.concatenate([np.array(anchor_sites, dtype=np.int64), np.array(rest, dtype=np.int64)])
    site = site[index]
    spans, turns = one_copy(course, wants)
    first = np.searchsorted(place, spans.start - _SLACK)
    last = np.searchsorted(place, spans.stop + _SLACK, side="right")
    for number, want in enumerate(wants):
        turn = float(turns[number])
        here = range(int(first[number]), int(last[number]))
        # Of two that are equally far, to the millimetre, the first.
        best = min(here, key=lambda at: round(want.away(float(place[at]) - turn), 3), default=None)
        if best is None:
            continue
        found = sites[int(site[best])]
        away = want.away(float(place[best]) - turn)
        if want.reason == CORNER and not found.causes:
            found.moved = away
        found.causes.append(Cause(want.reason, _sentence(want, away)))
    _between(scene, sites, place, site)


def _between(scene: Scene, sites: list[Site], place: Floats, site: Ints) -> None:
    """Tell the sites that nothing but the spacing asks for how far their neighbours are."""
    arc = scene.course.arc_of(place)
    used = scene.course.used(place)
    # Of the two copies on a closed arc one has both neighbours.
    inner = np.flatnonzero((arc[1:-1] == arc[:-2]) & (arc[1:-1] == arc[2:])) + 1
    for at in inner.tolist():
        found = sites[int(site[at])]
        if not found.causes:
            before, after = place[at] - place[at - 1], place[at + 1] - place[at]
            spacings = used[at + 1] - used[at - 1]
            found.between = (float(before), float(after), float(spacings))


def _sentence(want: Want, away: float) -> Message:
    if want.angle is not None:
        return msg(
            "For a corner of {angle} degrees, {away} m along the line from here, where nothing can "
            "stand ({things}).",
            angle=f"{want.angle:.0f}",
            away=metres(away),
            things=named(want.because),
        )
    thing = title(THING_TITLES[want.reason])
    if away < _HERE_M:
        return msg("Crossing ({thing}) here.", thing=thing)
    return msg(
        "Crossing ({thing}) {away} m along the line from here, at most {limit} m.",
        thing=thing,
        away=metres(away),
        limit=f"{want.limit:g}",
    )

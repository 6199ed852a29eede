"""What a check is about: the line, what is round it, and the markers in force on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import Terrains, nodes_of
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    DAMAGED,
    LOST,
    MEASURED,
    RETIRED,
    WITNESS,
    Marker,
)
from redline_plugin.core.survey.placing import notkept
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.slopes import Slopes
from redline_plugin.core.survey.placing.things import Things
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.text import Message, msg

ON_LINE = 1e-6
"""m. A designed place that is farther from the line than this is off it."""
SLACK_M = 1e-3
"""m by which lengths may be over."""
EDGE_M = 2e-3
"""m from a place to the cells of a raster that it may be in."""
_MEASURED = {MEASURED, ACCEPTED, DAMAGED, LOST}


@dataclass(frozen=True)
class Standing:
    """Markers that are in force.

    Attributes:
        markers, places: of all of them, (n,) and (n, 2).
        arc, measure: (n,) the nearest place on the line.
        node: (n,) the junction that each is at, -1 for none.
        counts: (n,) whether it is a place on the line: no witness, and not off it.
    """

    markers: Sequence[Marker]
    places: Floats
    arc: Ints
    measure: Floats
    node: Ints
    counts: Ints


@dataclass(frozen=True)
class Checked:
    """What is asked about: the line and what is round it, as they are given to the placing."""

    line: Line
    rules: SurveyRules
    things: Things
    slopes: Slopes | None = None
    terrains: Terrains | None = None


def standing_of(
    about: Checked, markers: Sequence[Marker], places: Floats
) -> tuple[Standing, list[NotKept]]:
    """Return the markers in force, and which of them are off the line."""
    line = about.line
    here = [at for at, marker in enumerate(markers) if marker.state != RETIRED]
    force = [markers[at] for at in here]
    where = np.asarray(places, dtype=np.float64).reshape(-1, 2)[here]
    count = len(force)
    if count == 0 or line.count == 0:
        none = np.empty(0, dtype=np.int64)
        return Standing([], where[:0], none, np.empty(0), none, none), []
    arc, measure, away = line.nearest(where)
    long = line.measure[line.starts[1:] - 1][arc]
    first, last = nodes_of(line)
    node = np.where(measure <= SLACK_M, first[arc], -1)
    node = np.where((node < 0) & (measure >= long - SLACK_M), last[arc], node)
    node = np.where(line.closed[arc], -1, node)
    kinds = line.kind_at(arc, measure)
    counts = []
    found = []
    for at, marker in enumerate(force):
        if marker.kind == WITNESS:
            continue
        allowed = ON_LINE
        if marker.state in _MEASURED:
            allowed = about.rules.accuracy(line.kinds[int(kinds[at])]).most_m.number
        if away[at] <= allowed:
            counts.append(at)
        else:
            what = msg(
                "{away} m off the line, {allowed} m allowed.",
                away=f"{away[at]:.3f}",
                allowed=f"{allowed:g}",
            )
            found.append(told(notkept.OFF_LINE, marker, where[at], float(away[at]), allowed, what))
    standing = Standing(force, where, arc, measure, node, np.array(counts, dtype=np.int64))
    return standing, found


def told(
    rule: str,
    marker: Marker,
    place: Floats,
    value: float | None,
    limit: float | None,
    why: Message,
) -> NotKept:
    """Return what is to be told of a marker."""
    x, y = float(place[0]), float(place[1])
    return NotKept(rule, (x, y), value, limit, why, marker.marker, marker.block)

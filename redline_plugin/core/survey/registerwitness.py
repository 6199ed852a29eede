"""A pair of witness markers for a point on the line, as the placing finds it, in an open register."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.linefile import arcs_near
from redline_plugin.core.survey.marker import PLANNED, WITNESS, Marker
from redline_plugin.core.survey.placing.course import Paths
from redline_plugin.core.survey.placing.things import Things
from redline_plugin.core.survey.placing.witnesses import pairs
from redline_plugin.core.survey.registerplaces import Places, offset_of, xy_of
from redline_plugin.core.survey.registersteps import Row
from redline_plugin.core.text import msg

_WAY_M = 5.0
"""m from a point over which the direction of the line is measured."""


def witness_rows(register: Places, point: Row) -> list[Row]:
    """Return the rows of two witness markers beside a point.

    The slope of the ground is not known here.

    Raises:
        InputError: there are no two places within the rules' reach.
    """
    x, y = xy_of(point)
    reach = register.rules.markers.witness_reach_m.number
    (pair,) = pairs(
        np.array([[x, y]]),
        [_ways(register, point)],
        _paths(register, x, y, reach),
        Things(register.checks.things(x, y, reach)),
        register.rules,
        None,
        Quiet(),
    )
    if pair is None:
        raise InputError(
            Problem(
                msg(
                    "No pair of witness markers can stand within {reach} m of it.",
                    reach=f"{reach:g}",
                ),
                point["marker"],
                msg("Make it an electronic marker."),
            )
        )
    numbers = _numbers(register, point["marker"])
    return [_row(register, point, next(numbers), one.x, one.y) for one in pair]


def _ways(register: Places, point: Row) -> list[float]:
    """Return the azimuths of the line as it leaves a point, degrees."""
    arc, measure = point["arc"], point["measure"]
    node = register.walk.node(arc, measure)
    if node is None or register.walk.arc(arc).closed:
        here = register.walk.arc(arc)
        way = min(_WAY_M, here.length / 4.0)
        places = (measure + way, measure - way)
        if here.closed:
            places = (places[0] % here.length, places[1] % here.length)
        ends = [here.at(place) for place in places]
    else:
        ends = []
        for number in register.walk.arcs_at(node):
            here = register.walk.arc(number)
            way = min(_WAY_M, here.length / 2.0)
            ends.append(here.at(way if here.first == node else here.length - way))
    return [offset_of(xy_of(point), end)["offset_deg"] for end in ends]


def _paths(register: Places, x: float, y: float, reach: float) -> Paths:
    """Return the segments of the line that come near to a place."""
    found: list[Floats] = []
    for number in arcs_near(register.store, x, y, reach):
        points = register.walk.arc(number).points
        low = np.minimum(points[:-1], points[1:]) - reach
        high = np.maximum(points[:-1], points[1:]) + reach
        near = ((low <= (x, y)) & (high >= (x, y))).all(axis=1) & (points[:-1] != points[1:]).any(
            axis=1
        )
        found.append(np.stack([points[:-1][near], points[1:][near]], axis=1))
    segments = np.concatenate([np.empty((0, 2, 2)), *found])
    length = np.hypot(*(segments[:, 1] - segments[:, 0]).T)
    return Paths(segments[:, 0], segments[:, 1], np.cumsum(length + 1.0) - length - 1.0)


def _numbers(register: Places, point: str) -> Iterator[str]:
    """Yield the point's number with (1), (2) and so on; one that was given before is not given again."""
    for number in count(1):
        text = f"{point}({number})"
        if register.key_of(text) is None and not register.is_used_up(text):
            yield text


def _row(register: Places, point: Row, number: str, x: float, y: float) -> Row:
    record = Marker(
        marker=number,
        engraved="",
        block=point["block"],
        blocks=point["blocks"],
        county=point["county"],
        kind=WITNESS,
        state=PLANNED,
        reasons=point["reasons"],
        why=register.say(msg("Witness of {number}.", number=point["marker"])),
        boundary=point["boundary"],
        terrain=point["terrain"],
        of_marker=point["marker"],
    )
    return {
        **record.__dict__,
        **register.located(x, y),
        **offset_of((x, y), xy_of(point)),
        "ring": point["ring"],
        "along_m": point["along_m"],
    }

"""What a new register finds out about all of its markers at once: distances, coordinates, warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.geodesy.belts import Belt
from redline_plugin.core.survey.coordinates import coordinates_of
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import Terrains
from redline_plugin.core.survey.marker import (
    DAMAGED,
    LOST,
    RETIRED,
    SOLID,
    WITNESS,
    WITNESSED,
    Marker,
)
from redline_plugin.core.survey.registerchecks import (
    ENGRAVED_TWICE,
    MEASURED_STATES,
    NO_PAIR,
    NOT_ENGRAVED,
    OFF_LINE,
    ON_LINE,
    SAME_PLACE,
    SPACING,
    STANDING_STATES,
    TOO_STEEP,
    WITNESS_FAR,
    joined,
    too_near,
)
from redline_plugin.core.survey.registerrings import DECIMALS, Ring
from redline_plugin.core.survey.registerspacing import TOO_LONG, spacings
from redline_plugin.core.survey.rules import KEPT_OFF, SurveyRules
from redline_plugin.core.text import msg

Placed = tuple[Marker, "tuple[float, float]", int, float]
"""A marker, where it is, its arc and the distance along that, m. A witness, or what is off the line, has
arc -1; a retired one may be nowhere: (nan, nan)."""

_NAMED = 10


@dataclass(frozen=True)
class First:
    """What was found.

    Attributes:
        columns: of each marker, those that take the place of what it came with.
        belt: of all coordinates, 0 for none.
        rings, begins: as :class:`Spacings` has them.
    """

    columns: list[dict[str, Any]]
    belt: int
    rings: list[list[Ring]]
    begins: list[list[float]]


def first_look(
    line: Line,
    rules: SurveyRules,
    markers: Sequence[Placed],
    terrains: Terrains | None,
    things: Mapping[str, Shapes],
    crs: str,
    feedback: Feedback,
) -> First:
    """Return what the line, the rules and the things around tell of markers.

    Raises:
        InputError: a number stands at more than one marker, or a block is not one of the line's.
    """
    _check(line, [marker for marker, *_ in markers])
    places = np.array([place for _, place, *_ in markers], dtype=np.float64).reshape(-1, 2)
    codes = {block.code: at for at, block in enumerate(line.blocks)}
    arc = np.array([arc for *_, arc, _ in markers], dtype=np.int64)
    measure = np.array([along for *_, along in markers], dtype=np.float64)
    standing = np.array(
        [marker.kind != WITNESS and marker.state != RETIRED for marker, *_ in markers], dtype=bool
    ) & (arc >= 0)
    owner = np.array([codes[marker.block] for marker, *_ in markers], dtype=np.int64)
    found = spacings(line, rules, owner, arc, measure, standing, terrains, feedback)
    feedback.progress(0.3)
    belt, located = _located(line, rules, markers, places, crs)
    near = _too_near(rules, markers, places, things, feedback)
    warnings = _warnings(line, rules, markers, places, found.too_long, standing)
    points = {marker.marker: at for at, (marker, *_) in enumerate(markers)}
    columns: list[dict[str, Any]] = []
    for at, (marker, *_) in enumerate(markers):
        # A witness marker is listed with its point.
        of = points.get(marker.of_marker, at) if marker.kind == WITNESS else at
        ring, along = int(found.ring[of]), float(found.along_m[of])
        columns.append(
            {
                **located.get(at, {}),
                "next_m": _number(found.next_m[at]),
                "limit_m": _number(found.limit_m[at]),
                "ring": ring or None,
                "along_m": _number(along),
                "warnings": joined(warnings[at] | near.get(at, set())),
            }
        )
    return First(columns, belt, found.rings, found.begins)


def _check(line: Line, markers: Sequence[Marker]) -> None:
    counts = Counter(marker.marker for marker in markers)
    twice = [number for number, count in counts.items() if count > 1]
    problems = []
    if twice:
        problems.append(
            Problem(
                msg(
                    "Numbers stand at more than one feature: {numbers}.",
                    numbers=", ".join(twice[:_NAMED]),
                ),
                remedy=msg("A number is given once; change or delete the others."),
            )
        )
    known = {block.code for block in line.blocks}
    unknown = sorted({marker.block for marker in markers} - known)
    if unknown:
        problems.append(
            Problem(
                msg(
                    "Markers are of blocks that the line does not have: {blocks}.",
                    blocks=", ".join(unknown[:_NAMED]),
                )
            )
        )
    if problems:
        raise InputError(problems)


def _located(
    line: Line, rules: SurveyRules, markers: Sequence[Placed], places: Floats, crs: str
) -> tuple[int, dict[int, dict[str, Any]]]:
    """Return the belt of all coordinates, and coordinates for markers that came without."""
    turning = rules.turning
    width, prefixed = int(turning.belt_width.number), bool(turning.belt_prefix.value)
    seconds, metres = int(turning.second_decimals.number), int(turning.metre_decimals.number)
    number = next((marker.belt for marker, *_ in markers if marker.belt), None)
    if number is None:
        # Markers may come later, anywhere on the line.
        ends = np.array([line.points.min(axis=0), line.points.max(axis=0)])
        number = coordinates_of(ends, crs, belt_width=width, prefixed=prefixed).belt
    missing = [
        at
        for at, (marker, *_) in enumerate(markers)
        if (marker.longitude is None or marker.easting is None or not marker.longitude_dms)
        and np.isfinite(places[at]).all()
    ]
    if not missing:
        return number, {}
    belt = Belt(width, number, prefixed)
    found = coordinates_of(
        places[missing], crs, belt=belt, second_decimals=seconds, metre_decimals=metres
    )
    return number, {
        at: {
            "longitude": float(found.longitude[n]),
            "latitude": float(found.latitude[n]),
            "longitude_dms": found.longitude_dms[n],
            "latitude_dms": found.latitude_dms[n],
            "easting": float(found.easting[n]),
            "northing": float(found.northing[n]),
            "belt": found.belt,
        }
        for n, at in enumerate(missing)
    }


def _too_near(
    rules: SurveyRules,
    markers: Sequence[Placed],
    places: Floats,
    things: Mapping[str, Shapes],
    feedback: Feedback,
) -> dict[int, set[str]]:
    """Return which markers stand too near to which kinds of things."""
    stands = np.array(
        [marker.kind in (SOLID, WITNESS) and marker.state != RETIRED for marker, *_ in markers],
        dtype=bool,
    )
    number = np.flatnonzero(stands)
    found: dict[int, set[str]] = {}
    for kind in KEPT_OFF:
        metres = rules.clearance_m(kind)
        shapes = things.get(kind)
        if metres is None or shapes is None or len(shapes) == 0 or len(number) == 0:
            continue
        stop_if_cancelled(feedback)
        around = places[number]
        boxes = shapely.box(*(around - metres).T, *(around + metres).T)
        hit, of = shapely.STRtree(shapes).query(boxes)
        near = too_near(shapely.points(around[hit]), shapes[of], metres)
        for at in np.unique(hit[near]).tolist():
            found.setdefault(int(number[at]), set()).add(kind)
    return found


def _warnings(
    line: Line,
    rules: SurveyRules,
    markers: Sequence[Placed],
    places: Floats,
    too_long: Bools,
    standing: Bools,
) -> list[set[str]]:
    """Return warnings of all kinds but those of things."""
    arc = np.array([arc for *_, arc, _ in markers], dtype=np.int64)
    measure = np.array([along for *_, along in markers], dtype=np.float64)
    away = np.zeros(len(markers))
    if standing.any():
        away[standing] = np.hypot(
            *(places[standing] - line.place(arc[standing], measure[standing])).T
        )
    engraved = Counter(marker.engraved for marker, *_ in markers)
    witnesses = Counter(
        marker.of_marker
        for marker, *_ in markers
        if marker.kind == WITNESS and marker.state not in (RETIRED, LOST)
    )
    shared = _at_one_place(places, standing)
    steepest = rules.markers.steepest_deg
    reach = rules.markers.witness_reach_m.number
    found = []
    for at, (marker, *_) in enumerate(markers):
        here: set[str] = set()
        found.append(here)
        if marker.state == RETIRED:
            continue
        if marker.state in (DAMAGED, LOST):
            here.add(marker.state)
        if marker.engraved:
            if engraved[marker.engraved] > 1:
                here.add(ENGRAVED_TWICE)
        elif marker.state in STANDING_STATES and marker.kind in (SOLID, WITNESS):
            here.add(NOT_ENGRAVED)
        stands = marker.kind in (SOLID, WITNESS)
        if stands and steepest is not None and (marker.slope_deg or 0.0) > steepest.number:
            here.add(TOO_STEEP)
        if marker.kind == WITNESS:
            if (marker.offset_m or 0.0) > reach + TOO_LONG:
                here.add(WITNESS_FAR)
            continue
        if marker.kind == WITNESSED and witnesses[marker.marker] < 2:
            here.add(NO_PAIR)
        measured = marker.state in MEASURED_STATES
        allowed = rules.accuracy(marker.boundary).most_m.number if measured else ON_LINE
        if arc[at] < 0 or away[at] > allowed:
            here.add(OFF_LINE)
        if too_long[at]:
            here.add(SPACING)
        if at in shared:
            here.add(SAME_PLACE)
    return found


def _at_one_place(places: Floats, standing: Bools) -> set[int]:
    """Return the standing markers that are where another one is."""
    number = np.flatnonzero(standing)
    if len(number) == 0:
        return set()
    points = shapely.points(places[number])
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=ON_LINE)
    return set(number[one[one != other]].tolist())


def _number(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), DECIMALS)

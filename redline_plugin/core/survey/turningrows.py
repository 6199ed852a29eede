"""Rows of the layer of turning points: what each point is, where, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.geodesy.belts import Belt
from redline_plugin.core.survey.coordinates import Coordinates, coordinates_of
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.marker import REASON_TITLES, START, TurningPoint
from redline_plugin.core.survey.rules import TurningRules
from redline_plugin.core.survey.sides import Ring, Sides
from redline_plugin.core.survey.turning import Places
from redline_plugin.core.survey.turningnumbers import Numbered
from redline_plugin.core.text import Translate

PointRow = tuple[TurningPoint, tuple[float, float]]
"""A point and its place; (nan, nan) where none is known."""


def point_rows(
    line: Line,
    places: Places,
    rings: Sequence[Ring],
    sides: Sides,
    numbered: Numbered,
    rules: TurningRules,
    belt: Belt | None,
    translate: Translate,
) -> tuple[list[PointRow], Coordinates]:
    """Return the points in the order of blocks, rings and points, retired ones last.

    Also where those that are not retired are, in the same order.

    Args:
        line, places, rings, sides, numbered: as they belong together.
        rules: of the coordinates.
        belt: None for the one that the middle of the points lies in, retired ones aside.
        translate: for the sentence that says why.

    Raises:
        InputError: there is no belt there.
    """
    codes, starts, follows = _by_place(line, places, rings, sides, numbered)
    rows: list[PointRow] = []
    for place in numbered.order.tolist():
        reasons = [
            reason
            for reason in REASON_TITLES
            if reason in places.reasons[place] or (reason == START and place in starts)
        ]
        block = line.blocks[numbered.block[place]]
        point = TurningPoint(
            point=numbered.number[place],
            block=block.code,
            blocks=",".join(codes[place]),
            county=block.county,
            ring=int(numbered.ring[place]),
            serial=int(numbered.serial[place]),
            reasons=",".join(reasons),
            why=", ".join(translate(REASON_TITLES[reason]) for reason in reasons),
            boundary=line.kinds[follows[place]],
            angle_deg=round(float(places.angle[place]), 2),
            longitude=math.nan,
            latitude=math.nan,
            longitude_dms="",
            latitude_dms="",
            easting=math.nan,
            northing=math.nan,
            belt=0,
        )
        x, y = places.points[place].tolist()
        rows.append((point, (x, y)))
    rows, at = _placed(rows, line.crs, rules, belt)
    if len(numbered.retired) and len(rows):
        belt = Belt(int(rules.belt_width.number), at.belt, bool(rules.belt_prefix.value))
    return rows + _placed(numbered.retired, line.crs, rules, belt)[0], at


def _by_place(
    line: Line, places: Places, rings: Sequence[Ring], sides: Sides, numbered: Numbered
) -> tuple[list[list[str]], set[int], list[int]]:
    """Return by place the codes of its blocks, which places begin a ring, and the kind that follows."""
    codes: list[list[str]] = [[] for _ in places.points]
    follows = [0] * len(places.points)
    for ring in rings:
        code = line.blocks[ring.block].code
        for place in ring.places.tolist():
            if code not in codes[place]:
                codes[place].append(code)
    for ring_at, sequence, place, kind in zip(
        sides.ring.tolist(), sides.sequence.tolist(), sides.start.tolist(), sides.kind.tolist()
    ):
        ring = rings[ring_at]
        told = (numbered.block[place], numbered.ring[place], numbered.serial[place])
        if told == (ring.block, ring.number, sequence):
            follows[place] = kind
    return codes, {int(ring.places[0]) for ring in rings}, follows


def _placed(
    rows: Sequence[PointRow], crs: str, rules: TurningRules, belt: Belt | None
) -> tuple[list[PointRow], Coordinates]:
    """Return the rows with their coordinates, all in one belt, and these of the rows with a place."""
    where: Floats = np.array([place for _, place in rows], dtype=np.float64).reshape(-1, 2)
    known = np.flatnonzero(np.isfinite(where).all(axis=1))
    at = coordinates_of(
        where[known],
        crs,
        belt=belt,
        belt_width=int(rules.belt_width.number),
        prefixed=bool(rules.belt_prefix.value),
        second_decimals=int(rules.second_decimals.number),
        metre_decimals=int(rules.metre_decimals.number),
    )
    found = list(rows)
    for number, row in enumerate(known.tolist()):
        point, place = rows[row]
        found[row] = (
            replace(
                point,
                longitude=float(at.longitude[number]),
                latitude=float(at.latitude[number]),
                longitude_dms=at.longitude_dms[number],
                latitude_dms=at.latitude_dms[number],
                easting=float(at.easting[number]),
                northing=float(at.northing[number]),
                belt=at.belt,
            ),
            place,
        )
    return found, at

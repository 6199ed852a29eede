"""What is wrong with a marker now: found for one when it or a neighbour changes, for all when asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import shapely

from redline_plugin.core.boundary.collapse import Bools
from redline_plugin.core.boundary.sessionfile import shape_of
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    DAMAGED,
    LOST,
    MEASURED,
    RETIRED,
    SET,
    SOLID,
    WITNESS,
    WITNESSED,
)
from redline_plugin.core.survey.registerrings import DECIMALS
from redline_plugin.core.survey.registerspacing import TOO_LONG
from redline_plugin.core.survey.registerwalk import Spot, Stretch, Walk
from redline_plugin.core.survey.rules import KEPT_OFF, PATH, RIVER, ROAD, WATER, SurveyRules
from redline_plugin.core.text import N_

SPACING, OFF_LINE, SAME_PLACE = "spacing", "off line", "same place"
NUMBER_TWICE, ENGRAVED_TWICE, NOT_ENGRAVED = "number twice", "engraved twice", "not engraved"
TOO_STEEP, WITNESS_FAR, NO_PAIR = "too steep", "witness far", "no pair"

WARNING_TITLES = {
    LOST: N_("lost"),
    DAMAGED: N_("damaged"),
    NUMBER_TWICE: N_("number given twice"),
    ENGRAVED_TWICE: N_("engraved number given twice"),
    OFF_LINE: N_("not on the line"),
    WATER: N_("in water or too near to it"),
    RIVER: N_("in a river or too near to it"),
    ROAD: N_("on a road or too near to it"),
    PATH: N_("on a path or too near to it"),
    SPACING: N_("too far to the next marker"),
    SAME_PLACE: N_("at the same place as another one"),
    TOO_STEEP: N_("too steep for a marker to stand"),
    WITNESS_FAR: N_("witness too far from its point"),
    NO_PAIR: N_("fewer than two witness markers"),
    NOT_ENGRAVED: N_("no engraved number yet"),
}
"""Ids of warnings, as the column ``warnings`` joins them by commas, the gravest one first."""

ON_LINE = 1e-6
"""m. Farther from the line than this a designed place is off it."""

STANDING_STATES = {SET, MEASURED, ACCEPTED, DAMAGED}
MEASURED_STATES = {MEASURED, ACCEPTED, DAMAGED, LOST}
"""States in which the place may be the measured one, which is off the line as far as is accurate."""
_NEAR = (
    "select geom from things where kind = ? and id in (select id from rtree_things_geom"
    " where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)"
)
_ROAD_REACH = (100.0, 1000.0, 10000.0, 100000.0)
"""m. How far to look for the nearest road, in turn."""


class Checks:
    """Finds distances and warnings of single markers of an open register."""

    def __init__(
        self,
        store: sqlite3.Connection,
        walk: Walk,
        rules: SurveyRules,
        settings: Mapping[str, str],
    ) -> None:
        self._store = store
        self._walk = walk
        self._rules = rules
        self._known = set(filter(None, settings.get("things", "").split(",")))
        self._clearance = {
            kind: metres
            for kind in KEPT_OFF
            if kind in self._known and (metres := rules.clearance_m(kind)) is not None
        }

    def of(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the columns that depend on a marker's surroundings: distances and warnings."""
        found: dict[str, Any] = {"next_m": None, "limit_m": None}
        warnings: set[str] = set()
        if row["state"] == RETIRED or row["geom"] is None:
            return {**found, "warnings": ""}
        if row["state"] in (DAMAGED, LOST):
            warnings.add(row["state"])
        warnings |= self._numbers(row)
        x, y = shapely.get_coordinates(shape_of(row["geom"]))[0]
        if row["kind"] in (SOLID, WITNESS):
            warnings |= {kind for kind in self._clearance if self.too_near(kind, x, y)}
            steepest = self._rules.markers.steepest_deg
            if steepest is not None and (row["slope_deg"] or 0.0) > steepest.number:
                warnings.add(TOO_STEEP)
        if row["kind"] == WITNESS:
            if (row["offset_m"] or 0.0) > self._rules.markers.witness_reach_m.number + TOO_LONG:
                warnings.add(WITNESS_FAR)
            return {**found, "warnings": joined(warnings)}
        if row["kind"] == WITNESSED and self._witnesses(row["marker"]) < 2:
            warnings.add(NO_PAIR)
        if row["arc"] is None:
            return {**found, "warnings": joined({*warnings, OFF_LINE})}
        arc = self._walk.arc(row["arc"])
        away = shapely.distance(shapely.Point(x, y), shapely.Point(arc.at(row["measure"])))
        if away > self.allowed_off(row["state"], row["boundary"]):
            warnings.add(OFF_LINE)
        of_line, told = self._line(row)
        return {**of_line, "warnings": joined(warnings | told)}

    def allowed_off(self, state: str, boundary: str) -> float:
        """Return how far from the line a marker may be: a measured one as far as is accurate."""
        if state in MEASURED_STATES:
            return self._rules.accuracy(boundary).most_m.number
        return ON_LINE

    def too_near(self, kind: str, x: float, y: float) -> bool:
        """Return whether a place is nearer to a thing of a kind than the rules allow, or in it."""
        metres = self._clearance[kind]
        shapes = as_shapes(self._things(kind, x, y, metres))
        return len(shapes) > 0 and bool(too_near(shapely.Point(x, y), shapes, metres).any())

    def things(self, x: float, y: float, reach: float) -> dict[str, Shapes]:
        """Return what markers keep off, as far as it comes within reach of a place."""
        return {
            kind: as_shapes(self._things(kind, x, y, reach + metres))
            for kind, metres in self._clearance.items()
        }

    def road_m(self, x: float, y: float) -> float | None:
        """Return the distance to the nearest road; None where roads are not known or far."""
        if ROAD not in self._known:
            return None
        for reach in _ROAD_REACH:
            shapes = self._things(ROAD, x, y, reach)
            if shapes:
                nearest = float(min(shapely.distance(shapely.Point(x, y), one) for one in shapes))
                if nearest <= reach:
                    return round(nearest, 2)
        return None

    def _things(self, kind: str, x: float, y: float, reach: float) -> list[Any]:
        found = self._store.execute(_NEAR, (kind, x - reach, x + reach, y - reach, y + reach))
        return [shape_of(blob) for (blob,) in found]

    def _numbers(self, row: Mapping[str, Any]) -> set[str]:
        found = set()
        if self._count("marker", row["marker"]) > 1:
            found.add(NUMBER_TWICE)
        if row["engraved"]:
            if self._count("engraved", row["engraved"]) > 1:
                found.add(ENGRAVED_TWICE)
        elif row["state"] in STANDING_STATES and row["kind"] in (SOLID, WITNESS):
            found.add(NOT_ENGRAVED)
        return found

    def _count(self, column: str, number: str) -> int:
        # One of two columns of ours.
        query = f"select count(*) from markers where {column} = ?"  # noqa: S608 # nosec B608
        return int(self._store.execute(query, (number,)).fetchone()[0])

    def _witnesses(self, number: str) -> int:
        query = (
            "select count(*) from markers where of_marker = ? and kind = 'witness'"
            " and state not in ('retired', 'lost')"
        )
        return int(self._store.execute(query, (number,)).fetchone()[0])

    def _line(self, row: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
        """Return what the line says of a marker on its own ring, and warnings of all its rings."""
        found: dict[str, Any] = {"next_m": None, "limit_m": None, "ring": None, "along_m": None}
        warnings = set()
        for spot in self._walk.spots(row["arc"], row["measure"]):
            stretch = self._walk.ahead(spot, row["id"])
            limit = self._walk.limit(stretch)
            late = limit is not None and stretch.length > limit + TOO_LONG
            if spot.block == row["block"] and found["ring"] is None:
                found = {
                    "next_m": None if stretch.marker is None else round(stretch.length, DECIMALS),
                    "limit_m": None if limit is None else round(limit, DECIMALS),
                    "ring": spot.ring + 1,
                    "along_m": self._walk.along(spot),
                }
            elif self._told_by_the_next(row, spot, stretch):
                late = False
            if late:
                warnings.add(SPACING)
        if self._walk.here(row["arc"], row["measure"], row["id"]) is not None:
            warnings.add(SAME_PLACE)
        return found, warnings

    def _told_by_the_next(self, row: Mapping[str, Any], spot: Spot, stretch: Stretch) -> bool:
        """Return whether a stretch on another block's ring is within an arc beside the marker's own.

        Then it is a stretch of the own ring too, the same or the next marker's, and told there.
        """
        if len(stretch.pieces) != 1 or stretch.marker is None or spot.block == row["block"]:
            return False
        if stretch.owner != row["block"]:
            return False
        arc = self._walk.arc(stretch.pieces[0].arc)
        return row["block"] in (arc.left, arc.right)


def too_near(points: Any, shapes: Any, metres: float) -> Bools:
    """Return which points are nearer to shapes than a clearance, or in them; both as arrays, pair by pair.

    A place just at the clearance is free, and one on the edge of an area that asks for none.
    """
    away = shapely.distance(points, shapes)
    found: Bools = (away < metres - ON_LINE) | (
        (away == 0.0) & shapely.contains_properly(shapes, points)
    )
    return found


def joined(warnings: Sequence[str] | set[str]) -> str:
    """Return warnings as a column holds them."""
    return ",".join(warning for warning in WARNING_TITLES if warning in warnings)

"""Finding places on the line of a register, and what is next to them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from redline_plugin.core.boundary.sessionfile import blob_of, shape_of
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.belts import Belt
from redline_plugin.core.survey.coordinates import coordinates_of
from redline_plugin.core.survey.linefile import arcs_near
from redline_plugin.core.survey.marker import RETIRED, WITNESS
from redline_plugin.core.survey.numbers import code_order
from redline_plugin.core.survey.registersteps import Row, Steps
from redline_plugin.core.survey.registerwalk import Spot, Stretch
from redline_plugin.core.text import msg

APART = 0.1
"""m. Nearer to one another along the line two markers cannot be."""
ON_POINT = 1e-3
"""m. A marker this near to a turning point stands at it."""
_MARKER_NEAR = (
    "select id, state, geom from markers where id in (select id from rtree_markers_geom"
    " where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)"
)
_POINT_NEAR = (
    "select point, geom from turning_points where state <> 'retired' and id in (select id from"
    " rtree_turning_points_geom where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)"
)


@dataclass(frozen=True)
class Place:
    """A place on the line: its arc, the distance along it, the point, and how far that was, m."""

    arc: int
    measure: float
    x: float
    y: float
    away: float = 0.0


@dataclass(frozen=True)
class Neighbours:
    """What lies next to a place on a ring, in the order of its walk; None: the ring has no other marker.

    Attributes:
        before, after: keys.
        before_m, after_m: along the line to them; before_limit_m, after_limit_m: the longest allowed.
    """

    before: int | None
    before_m: float
    before_limit_m: float | None
    after: int | None
    after_m: float
    after_limit_m: float | None


class Places(Steps):
    """Reads places; nothing here changes the register."""

    def place_near(self, x: float, y: float, reach: float, snap: float = 0.0) -> Place | None:
        """Return the place of the line that is nearest, a turning point first if one is within ``snap``.

        Args:
            x, y: in the register's CRS.
            reach: how far the line may be, m.
            snap: how far a turning point may be, m.

        Returns:
            None when the line is farther away than ``reach``.
        """
        best: Place | None = None
        for number in arcs_near(self.store, x, y, reach):
            best = self._nearer(best, number, 0.0, math.inf, x, y)
        if best is None or best.away > reach:
            return None
        for _, at in self._points_near(x, y, snap) if snap > 0.0 else ():
            return self.place_near(at[0], at[1], APART)
        return best

    def neighbours(self, place: Place, block: str = "", own: int = 0) -> Neighbours:
        """Return what is next to a place on a block's ring (that of its first block for ""); ``own`` is passed over."""
        spot = self._spot(place, block)
        behind, ahead = self.walk.behind(spot, own), self.walk.ahead(spot, own)
        return Neighbours(
            behind.marker,
            behind.length,
            self.walk.limit(behind),
            ahead.marker,
            ahead.length,
            self.walk.limit(ahead),
        )

    def slide(self, key: int, x: float, y: float, *, past: bool = False) -> Place:
        """Return where a marker comes when it is drawn towards a point: on the line, between its neighbours.

        Args:
            key: of the marker.
            x, y: where it is drawn to.
            past: whether it may pass its neighbours, on the whole ring.
        """
        row = self.on_line(key)
        spot = self.own_spot(row)
        best: Place | None = None
        if past:
            for arc, _ in self.walk.rings(spot.block).uses[spot.ring]:
                best = self._nearer(best, arc, 0.0, math.inf, x, y)
        else:
            for piece_arc, low, high in self.room(spot, key):
                best = self._nearer(best, piece_arc, low, high, x, y)
        if best is None:
            return Place(row["arc"], row["measure"], *xy_of(row))
        return best

    def way_to_next(self, key: int) -> list[tuple[float, float]]:
        """Return the vertices of the line from a marker to the next one on its ring; none when it is alone.

        Raises:
            InputError: the marker does not stand on the line.
        """
        stretch = self.walk.ahead(self.own_spot(self.on_line(key)), key)
        found: list[tuple[float, float]] = []
        for piece in stretch.pieces if stretch.marker is not None else ():
            arc = self.walk.arc(piece.arc)
            inner = arc.points[(arc.measure > piece.low) & (arc.measure < piece.high)]
            part = [
                arc.at(piece.low),
                *((float(x), float(y)) for x, y in inner),
                arc.at(piece.high),
            ]
            found += part[::-1] if piece.backwards else part
        return found

    def located(self, x: float, y: float) -> dict[str, Any]:
        """Return the columns that a place alone gives: geometry, coordinates, distance to a road."""
        turning = self.rules.turning
        found = coordinates_of(
            np.array([[x, y]]),
            self.crs,
            belt=self.belt(),
            second_decimals=int(turning.second_decimals.number),
            metre_decimals=int(turning.metre_decimals.number),
        )
        return {
            "geom": blob_of(shapely.Point(x, y), self.srs),
            "longitude": float(found.longitude[0]),
            "latitude": float(found.latitude[0]),
            "longitude_dms": found.longitude_dms[0],
            "latitude_dms": found.latitude_dms[0],
            "easting": float(found.easting[0]),
            "northing": float(found.northing[0]),
            "belt": found.belt,
            "road_m": self.checks.road_m(x, y),
        }

    def belt(self) -> Belt:
        """Return the belt of all coordinates in the register."""
        turning = self.rules.turning
        return Belt(
            int(turning.belt_width.number),
            int(self.settings["belt"]),
            bool(turning.belt_prefix.value),
        )

    def on_line_at(self, place: Place) -> dict[str, Any]:
        """Return the columns that a place on the line gives."""
        boundary, terrain = self.walk.arc(place.arc).here(place.measure)
        point = next((name for name, _ in self._points_near(place.x, place.y, ON_POINT)), "")
        return {
            **self.located(place.x, place.y),
            "arc": place.arc,
            "measure": place.measure,
            "boundary": boundary,
            "terrain": terrain,
            # The slope of another place is not known here.
            "slope_deg": None,
            "point": point,
        }

    def on_line(self, key: int) -> Row:
        row = self.row(key)
        if row["arc"] is None or row["kind"] == WITNESS or row["state"] == RETIRED:
            raise InputError(Problem(msg("This marker does not stand on the line."), row["marker"]))
        return row

    def own_spot(self, row: Row) -> Spot:
        found = self.walk.spot_of(row["block"], row["arc"], row["measure"])
        if found is None:
            raise InputError(
                Problem(msg("Its place is not on the line of its block."), row["marker"])
            )
        return found

    def spots(self, place: Place) -> list[Spot]:
        return self.walk.spots(place.arc, place.measure)

    def _spot(self, place: Place, block: str) -> Spot:
        spots = self.spots(place)
        wanted = block or self.blocks_at(place)[0]
        return next((spot for spot in spots if spot.block == wanted), spots[0])

    def blocks_at(self, place: Place) -> list[str]:
        """Return the blocks at a place; the first one numbers what stands there."""
        found = self.walk.blocks(place.arc, place.measure)
        return [found[at] for at in code_order(found)]

    def room(self, spot: Spot, own: int) -> list[tuple[int, float, float]]:
        """Return the parts of arcs between a marker's neighbours, a little off these."""
        found = []
        found += _parts(self.walk.behind(spot, own), forward=False)
        found += _parts(self.walk.ahead(spot, own), forward=True)
        return found

    def has_room(self, spot: Spot, own: int, place: Place) -> bool:
        wanted = set(self.spots(place))
        for arc, low, high in self.room(spot, own):
            if arc == place.arc and low - APART <= place.measure <= high + APART:
                return True
            # The same node, as another arc's end.
            for end in (low, high):
                if self.walk.node(arc, end) is not None and wanted & set(self.walk.spots(arc, end)):
                    return True
        return False

    def way(self, spot: Spot, there: Spot) -> float:
        """Return how far it is from one place of a ring to another, the shorter way; negative against the walk."""
        whole = self.walk.rings(spot.block).lengths[spot.ring]
        way = (self.walk.along(there) - self.walk.along(spot)) % whole
        return way if way <= whole / 2.0 else way - whole

    def marker_near(self, x: float, y: float, reach: float) -> int | None:
        """Return the key of the nearest marker within reach, None for none; retired ones come last."""
        rows = self.store.execute(_MARKER_NEAR, (x - reach, x + reach, y - reach, y + reach))
        best: tuple[bool, float, int] | None = None
        for key, state, blob in rows:
            at = shapely.get_coordinates(shape_of(blob))[0]
            away = math.hypot(at[0] - x, at[1] - y)
            if away <= reach:
                found = (state == RETIRED, away, int(key))
                best = found if best is None else min(best, found)
        return None if best is None else best[2]

    def _nearer(
        self, best: Place | None, number: int, low: float, high: float, x: float, y: float
    ) -> Place | None:
        arc = self.walk.arc(number)
        measure = arc.near(x, y, low, high)
        at = arc.at(measure)
        away = math.hypot(at[0] - x, at[1] - y)
        return best if best is not None and best.away <= away else Place(number, measure, *at, away)

    def _points_near(
        self, x: float, y: float, reach: float
    ) -> list[tuple[str, tuple[float, float]]]:
        """Return turning points within reach, the nearest first."""
        rows = self.store.execute(_POINT_NEAR, (x - reach, x + reach, y - reach, y + reach))
        found = []
        for name, blob in rows:
            at = shapely.get_coordinates(shape_of(blob))[0]
            away = math.hypot(at[0] - x, at[1] - y)
            if away <= reach:
                found.append((away, name, (float(at[0]), float(at[1]))))
        return [(name, at) for _, name, at in sorted(found)]


def offset_of(witness: tuple[float, float], point: tuple[float, float]) -> dict[str, float]:
    """Return distance (m) and azimuth (degrees from grid north, clockwise) from a witness to its point."""
    east, north = point[0] - witness[0], point[1] - witness[1]
    return {
        "offset_m": round(math.hypot(east, north), 3),
        "offset_deg": round(math.degrees(math.atan2(east, north)) % 360.0, 4),
    }


def xy_of(row: Row) -> tuple[float, float]:
    """Return where a row's marker is."""
    x, y = shapely.get_coordinates(shape_of(row["geom"]))[0]
    return float(x), float(y)


def _parts(stretch: Stretch, *, forward: bool) -> list[tuple[int, float, float]]:
    """Return a stretch as parts of arcs, a little short of the marker at its end."""
    found = [(piece.arc, piece.low, piece.high) for piece in stretch.pieces]
    if found and stretch.marker is not None:
        arc, low, high = found[-1]
        gap = min(APART, high - low)
        up = stretch.pieces[-1].backwards != forward
        found[-1] = (arc, low, high - gap) if up else (arc, low + gap, high)
    return found

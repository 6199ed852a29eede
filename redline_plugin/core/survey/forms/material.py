"""What one run of forms works on: markers, signs, points, blocks, all in one plane."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.errors import InputError
from redline_plugin.core.geodesy.belts import Belt
from redline_plugin.core.survey.coordinates import coordinates_of
from redline_plugin.core.survey.forms.things import Floats
from redline_plugin.core.survey.marker import RETIRED, Marker, Sign, TurningPoint
from redline_plugin.core.survey.rules import SurveyRules, TurningRules
from redline_plugin.core.text import Message, msg

Record = TypeVar("Record", Marker, Sign, TurningPoint)
_STALE_M = 0.05
"""Stored coordinates that are farther off were not made of the point's place."""
_NAMED = 10


@dataclass(frozen=True)
class Placed:
    """Records with their places, (n, 2) in the plane, m."""

    records: Sequence[Any]
    places: Floats

    def __len__(self) -> int:
        return len(self.records)

    def standing(self) -> Placed:
        """Return those that are not retired."""
        kept = [at for at, each in enumerate(self.records) if each.state != RETIRED]
        return Placed([self.records[at] for at in kept], self.places[kept])


NOTHING = Placed((), np.empty((0, 2)))


@dataclass(frozen=True)
class BlockInfo:
    """A block: its code, name, county, the code of the red line, and its land."""

    code: str
    name: str
    county: str
    county_name: str
    red_line_code: str
    shape: BaseGeometry | None


@dataclass(frozen=True)
class Side:
    """A side of a ring, from a turning point to the next, clockwise, as redline:turningpoints tells.

    Attributes:
        block, ring, sequence: which one.
        start, end: numbers of its turning points.
        length_m: in the plane; ellipsoid_m: on the ellipsoid.
        azimuth_deg: from grid north, clockwise.
        boundary: kind of the line along it; neighbour: code of the block beyond, "" for none.
    """

    block: str
    ring: int
    sequence: int
    start: str
    end: str
    length_m: float
    ellipsoid_m: float
    azimuth_deg: float
    boundary: str
    neighbour: str


@dataclass(frozen=True)
class Office:
    """Who filled the forms in and who reviewed them, and when; "" is left for a pen."""

    filled_by: str = ""
    filled_on: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""


@dataclass(frozen=True)
class Material:
    """Everything.

    Attributes:
        crs: of all places, projected, m.
        belt: that eastings are written in.
        markers, signs, points: with coordinates made of their places.
        signs_given: whether there was a layer of signs; without one nobody knows of any.
        sides: of the rings of turning points; empty without that layer.
        blocks: by code, in the order of the layer.
        rules: the rule set.
        office: names and dates.
    """

    crs: str
    belt: Belt
    markers: Placed
    signs: Placed
    signs_given: bool
    points: Placed
    sides: Sequence[Side]
    blocks: dict[str, BlockInfo]
    rules: SurveyRules
    office: Office

    def block_names(self, codes: str) -> str:
        """Return codes (joined by commas) with the names of their blocks."""
        found = []
        for code in (part.strip() for part in codes.split(",")):
            block = self.blocks.get(code)
            found.append(f"{code} {block.name}" if block and block.name else code)
        return ", ".join(part for part in found if part)

    def county(self, record: Any) -> str:
        """Return the name of a record's county, its code when there is none."""
        block = self.blocks.get(record.block)
        code = record.county or (block.county if block else "")
        for other in (block, *self.blocks.values()):
            if other and other.county == code and other.county_name:
                return other.county_name
        return str(code)


def belt_of(records: Sequence[Any], places: Floats, crs: str, rules: TurningRules) -> Belt:
    """Return the belt that records are written in: the one they carry, else that of their middle.

    Raises:
        InputError: there is no belt there.
    """
    width, prefixed = int(rules.belt_width.number), bool(rules.belt_prefix.value)
    carried = {each.belt for each in records if each.belt}
    if len(carried) == 1:
        try:
            return Belt(width, int(carried.pop()), prefixed)
        except InputError:
            pass
    middle = (places.min(axis=0) + places.max(axis=0))[None, :] / 2.0
    found = coordinates_of(middle, crs, belt_width=width, prefixed=prefixed)
    return Belt(width, found.belt, prefixed)


def located(
    records: Sequence[Record], places: Floats, crs: str, belt: Belt, rules: TurningRules
) -> tuple[Placed, Message | None]:
    """Return records with the coordinates of their places, and a warning when theirs were others.

    The place on the map is what counts: who moves a point in QGIS does not change its columns.

    Args:
        records: as they were read, with or without coordinates.
        places: (n, 2).
        crs: of the places.
        belt: to write eastings in.
        rules: how many decimals.
    """
    at = coordinates_of(
        places,
        crs,
        belt=belt,
        second_decimals=int(rules.second_decimals.number),
        metre_decimals=int(rules.metre_decimals.number),
    )
    found, stale = [], []
    for number, record in enumerate(records):
        new = replace(
            record,
            longitude=float(at.longitude[number]),
            latitude=float(at.latitude[number]),
            longitude_dms=at.longitude_dms[number],
            latitude_dms=at.latitude_dms[number],
            easting=float(at.easting[number]),
            northing=float(at.northing[number]),
            belt=belt.number,
        )
        found.append(new)
        if record.belt == belt.number and _apart(record, new) > _STALE_M:
            stale.append(number_of(record))
    if not stale:
        return Placed(found, places), None
    return Placed(found, places), msg(
        "The coordinates in the table of {numbers} are not those of the point on the map ({count} in "
        "all); those of the map are written.",
        numbers=", ".join(stale[:_NAMED]),
        count=len(stale),
    )


def number_of(record: Any) -> str:
    """Return the number of a marker, sign or turning point."""
    for name in ("marker", "sign", "point"):
        if hasattr(record, name) and not (name == "point" and isinstance(record, Marker)):
            return str(getattr(record, name))
    raise TypeError(type(record))


def _apart(one: Any, other: Any) -> float:
    if one.easting is None or one.northing is None:
        return 0.0
    apart = math.hypot(one.easting - other.easting, one.northing - other.northing)
    return 0.0 if math.isnan(apart) else apart

"""What a marker, a sign, a turning point is: one row of the layers that the survey's steps hand on."""

from __future__ import annotations

from dataclasses import dataclass, fields

from redline_plugin.core.survey.rules import ANY
from redline_plugin.core.text import N_

SOLID, ELECTRONIC, WITNESSED, WITNESS = "solid", "electronic", "witnessed", "witness"
KIND_TITLES = {
    SOLID: N_("marker"),
    ELECTRONIC: N_("electronic marker"),
    WITNESSED: N_("point with witness markers"),
    WITNESS: N_("witness marker"),
}
"""Kinds of a marker. WITNESSED is the point on the line, at which nothing stands; its WITNESS
markers stand beside it and carry its number with (1) and (2)."""

PLANNED, SET, MEASURED, ACCEPTED = "planned", "set", "measured", "accepted"
DAMAGED, LOST, RETIRED = "damaged", "lost", "retired"
STATE_TITLES = {
    PLANNED: N_("planned"),
    SET: N_("set"),
    MEASURED: N_("measured"),
    ACCEPTED: N_("approved"),
    DAMAGED: N_("damaged"),
    LOST: N_("lost"),
    RETIRED: N_("retired"),
}
"""States of a marker. A retired one stands nowhere; its number is not given again."""

CORNER, JUNCTION, COUNTY, SOURCE, START = "corner", "junction", "county", "source", "start"
ROAD, PATH, RIVER, BORDER = "road", "path", "river", "border"
SPACING, SHAPE, BY_HAND = "spacing", "shape", "by hand"
VILLAGE, VISIBLE, CROSSROADS = "village", "access", "crossroads"
REASON_TITLES = {
    JUNCTION: N_("blocks meet"),
    COUNTY: N_("counties meet"),
    SOURCE: N_("the kind of boundary changes"),
    CORNER: N_("corner"),
    ROAD: N_("road crosses"),
    PATH: N_("path crosses"),
    RIVER: N_("river crosses"),
    BORDER: N_("administrative border crosses"),
    SPACING: N_("longest spacing"),
    SHAPE: N_("course of the line"),
    START: N_("beginning of a ring"),
    VILLAGE: N_("village nearby"),
    VISIBLE: N_("people reach the line"),
    CROSSROADS: N_("main road junction nearby"),
    BY_HAND: N_("placed by hand"),
}
"""Why a turning point, a marker or a sign is where it is; several may hold, joined by commas."""


@dataclass(frozen=True)
class TurningPoint:
    """A turning point 拐点.

    Attributes:
        point: its number, unique in the layer.
        block: code of the block that it is numbered by; blocks: of all that it belongs to, joined
            by commas; county: of ``block``.
        ring, serial: ring of ``block`` (1 is the first outer one) and place in it, from 1.
        reasons: ids of REASON_TITLES joined by commas; why: the same in words.
        boundary: kind of boundary that follows it in its ring.
        angle_deg: change of direction there, 0 (straight) to 180.
        longitude, latitude: degrees on CGCS2000; the _dms are text, the easting (as the rules have it)
            and northing in metres, belt its number.
        state: PLANNED or RETIRED.
    """

    point: str
    block: str
    blocks: str
    county: str
    ring: int
    serial: int
    reasons: str
    why: str
    boundary: str
    angle_deg: float
    longitude: float
    latitude: float
    longitude_dms: str
    latitude_dms: str
    easting: float
    northing: float
    belt: int
    state: str = PLANNED


@dataclass(frozen=True)
class Marker:
    """A marker 界桩.

    Attributes:
        marker: its number, unique; engraved: what is cut into it, unique too ("" not given yet).
        block, blocks, county: as of a turning point.
        kind: of KIND_TITLES; state: of STATE_TITLES.
        reasons, why: as of a turning point; why may say more (moved so far, because of what).
        boundary, terrain: kind of boundary and class of terrain there; slope_deg: None unknown.
        point: number of the turning point that it stands at, "".
        next_m: along the line to the next marker (None: there is none, or it is a witness);
            limit_m: the longest that the rules allow on that stretch.
        moved_m: along the line from where it was wanted, 0 for not at all.
        of_marker: of a witness, the number of its point; offset_m, offset_deg: from the witness to
            the point, azimuth in degrees from grid north, clockwise.
        road_m: to the nearest road; crew, visit: who sets it, and as which on the way (0: no route).
        photos: file names joined by ";"; remark.
    """

    marker: str
    engraved: str
    block: str
    blocks: str
    county: str
    kind: str
    state: str
    reasons: str
    why: str
    boundary: str = ANY
    terrain: str = ANY
    slope_deg: float | None = None
    point: str = ""
    next_m: float | None = None
    limit_m: float | None = None
    moved_m: float = 0.0
    of_marker: str = ""
    offset_m: float | None = None
    offset_deg: float | None = None
    longitude: float | None = None
    latitude: float | None = None
    longitude_dms: str = ""
    latitude_dms: str = ""
    easting: float | None = None
    northing: float | None = None
    belt: int | None = None
    road_m: float | None = None
    crew: int = 0
    visit: int = 0
    photos: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Sign:
    """A sign 标识牌.

    Attributes:
        sign: its number, unique; block, blocks, county, reasons, why, state: as of a marker.
        serves: names of the villages, roads, junctions that it serves; weight: what they count.
        content: text for the board.
    """

    sign: str
    block: str
    blocks: str
    county: str
    state: str
    reasons: str
    why: str
    serves: str
    weight: float
    content: str = ""
    longitude: float | None = None
    latitude: float | None = None
    longitude_dms: str = ""
    latitude_dms: str = ""
    easting: float | None = None
    northing: float | None = None
    belt: int | None = None
    road_m: float | None = None
    photos: str = ""
    remark: str = ""


TITLES = {
    "point": N_("Turning point"),
    "marker": N_("Marker number"),
    "engraved": N_("Engraved number"),
    "sign": N_("Sign number"),
    "block": N_("Block"),
    "blocks": N_("Blocks"),
    "county": N_("County"),
    "ring": N_("Ring"),
    "serial": N_("Serial number"),
    "kind": N_("Kind"),
    "state": N_("State"),
    "reasons": N_("Reasons (codes)"),
    "why": N_("Why here"),
    "boundary": N_("Kind of boundary"),
    "terrain": N_("Terrain"),
    "slope_deg": N_("Slope [degrees]"),
    "angle_deg": N_("Change of direction [degrees]"),
    "next_m": N_("To the next marker [m]"),
    "limit_m": N_("Longest allowed [m]"),
    "moved_m": N_("Moved along the line [m]"),
    "of_marker": N_("Witness of"),
    "offset_m": N_("Distance to its point [m]"),
    "offset_deg": N_("Azimuth to its point [degrees]"),
    "longitude": N_("Longitude [degrees]"),
    "latitude": N_("Latitude [degrees]"),
    "longitude_dms": N_("Longitude"),
    "latitude_dms": N_("Latitude"),
    "easting": N_("Easting [m]"),
    "northing": N_("Northing [m]"),
    "belt": N_("Belt"),
    "road_m": N_("To the nearest road [m]"),
    "crew": N_("Crew"),
    "visit": N_("Order of setting"),
    "photos": N_("Photos"),
    "remark": N_("Remark"),
    "serves": N_("Serves"),
    "weight": N_("Weight"),
    "content": N_("Text of the sign"),
}
"""Titles of the columns, for layers, tables and docks."""

_WHOLE = {"ring", "serial", "belt", "crew", "visit"}
_REAL = {
    *("slope_deg", "angle_deg", "next_m", "limit_m", "moved_m", "offset_m", "offset_deg"),
    *("longitude", "latitude", "easting", "northing", "road_m", "weight"),
}


def columns(record: type) -> tuple[tuple[str, type], ...]:
    """Return name and kind (str, int, float) of the columns of a record's layer, in order."""
    return tuple(
        (each.name, int if each.name in _WHOLE else float if each.name in _REAL else str)
        for each in fields(record)
    )

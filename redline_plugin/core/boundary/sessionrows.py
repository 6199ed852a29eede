"""What a session's file holds, as rows: stretches, choices, decisions, and how they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redline_plugin.core.boundary.sessionfile import FIELDS

COLUMNS = ["id", "geom", *(name for name, _ in FIELDS["stretches"])]
ALL = (
    "select id, geom, rank, kind, name, length_m, offset_mean_m, offset_max_m, "
    "area_in_m2, area_out_m2, state, fitted, place, left_block, right_block, west, "
    "south, east, north from stretches order by rank, id"
)
BY_KEY = (
    "select id, geom, rank, kind, name, length_m, offset_mean_m, offset_max_m, "
    "area_in_m2, area_out_m2, state, fitted, place, left_block, right_block, west, "
    "south, east, north from stretches where id = ?"
)
GEOMETRY = {
    "stretches": "select geom from stretches where id = ?",
    "choice_line": "select geom from choice_line where id = ?",
    "choice_in": "select geom from choice_in where id = ?",
    "choice_out": "select geom from choice_out where id = ?",
}
NEAR = {
    "blocks": (
        "select number, geom from blocks where id in (select id from rtree_blocks_geom"
        " where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)"
    ),
    "assessed": (
        "select number, geom from assessed where id in (select id from rtree_assessed_geom"
        " where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)"
    ),
}
AT = {name: at for at, name in enumerate(COLUMNS)}


@dataclass(frozen=True)
class Row:
    """One stretch in the list: what the user sees of it before looking at the map.

    Attributes:
        id: key.
        rank: what needs an eye first has the lowest.
        kind: id of the source's kind, "assessment" for the assessed line.
        name: of the source.
        length_m, offset_mean_m, offset_max_m: of the line and its distance from the assessed one.
        area_in_m2, area_out_m2: moved at its place.
        state: of the decision: OPEN, ACCEPTED, CHANGED, DRAWN or KEPT_LINE.
        fitted: "fitted", "kept" or "unresolved", as the fit left it.
        place: of its choices, -1 for none.
        blocks: numbers of the blocks on either side, 0 for outside.
        bounds: west, south, east, north.
    """

    id: int
    rank: int
    kind: str
    name: str
    length_m: float
    offset_mean_m: float
    offset_max_m: float
    area_in_m2: float
    area_out_m2: float
    state: str
    fitted: str
    place: int
    blocks: tuple[int, int]
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True)
class Option:
    """One choice at a place: numbers for the list; geometry is read when it is shown."""

    id: int
    place: int
    kinds: tuple[str, ...]
    area_in_m2: float
    area_out_m2: float
    length_m: float
    on_sources_m: float
    offset_mean_m: float
    offset_max_m: float
    taken: bool
    assessed: bool


@dataclass(frozen=True)
class Decision:
    """One step of the log."""

    id: int
    when: str
    who: str
    what: str
    stretch: int
    why: str
    undone: bool


def plain(values: Sequence[Any] | None) -> list[Any] | None:
    """Return a row for the log; its geometry as text."""
    if values is None:
        return None
    return [value.hex() if isinstance(value, bytes) else value for value in values]


def row_of(values: Sequence[Any]) -> Row:
    """Return a stretch from the values of :data:`COLUMNS`."""

    def of(name: str) -> Any:
        return values[AT[name]]

    return Row(
        of("id"),
        of("rank"),
        of("kind"),
        of("name") or "",
        of("length_m"),
        of("offset_mean_m"),
        of("offset_max_m"),
        of("area_in_m2"),
        of("area_out_m2"),
        of("state"),
        of("fitted"),
        of("place"),
        (of("left_block"), of("right_block")),
        (of("west"), of("south"), of("east"), of("north")),
    )

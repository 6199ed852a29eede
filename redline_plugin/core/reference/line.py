"""A reference line: geometry and where it comes from, the fields that the fit understands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from redline_plugin.core.text import Message

NATURAL = "natural"
SETBACK = "setback"

FIELDS: tuple[tuple[str, type], ...] = (
    ("kind", str),
    ("name", str),
    ("origin", str),
    ("width_m", float),
    ("length_m", float),
)


@dataclass(frozen=True)
class ReferenceLine:
    """One line (or, of setbacks, one zone).

    Attributes:
        geometry: in the plane of its layer.
        kind: id of the kind of source, NATURAL or SETBACK here.
        name: what it is called, "".
        origin: how it was made, for people.
        width_m: distance from the water, None where that has no meaning.
    """

    geometry: BaseGeometry
    kind: str
    name: Message | str
    origin: Message
    width_m: float | None = None


@dataclass(frozen=True)
class Made:
    """Lines, the CRS they are in (WKT), and what the user should know."""

    lines: Sequence[ReferenceLine]
    crs: str
    notes: Sequence[Message] = ()

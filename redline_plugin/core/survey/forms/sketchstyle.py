"""How a location sketch looks: colours, widths and sizes, as plain data for whoever paints it."""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.survey.forms import things

MARKER, NEIGHBOUR, SIGN, SUBJECT_SIGN = "marker", "neighbour", "sign", "subject sign"


@dataclass(frozen=True)
class Look:
    """Colours as #rrggbb ("" for none), the width of lines in mm, dashes in widths of the line."""

    line: str = ""
    width: float = 0.0
    fill: str = ""
    dashes: tuple[float, ...] = ()
    casing: str = ""
    """Colour of a line drawn under it, a little wider."""


LOOKS = {
    things.WATER: Look("#4f9acb", 0.2, "#d5eaf7"),
    things.PARCEL: Look("#c4c4c4", 0.12),
    things.OTHER: Look("#7b6a9a", 0.3, dashes=(3.0, 2.0)),
    things.RIVER: Look("#3c8cc4", 0.4),
    things.ROAD: Look("#f3d9a4", 0.55, casing="#8a6a3a"),
    things.BLOCK: Look("#d11b1b", 0.6),
}
"""Lines and areas, in the order in which they are drawn."""

TINT = "#fdf0ee"
"""Inside of the red line, under everything else."""

TEXTS = {
    things.WATER: ("#1f5f8b", 2.4),
    things.OTHER: ("#54457a", 2.2),
    things.RIVER: ("#1f5f8b", 2.3),
    things.ROAD: ("#6b4e20", 2.2),
    things.VILLAGE: ("#222222", 2.5),
    NEIGHBOUR: ("#9c1010", 2.4),
    SIGN: ("#12508a", 2.2),
    SUBJECT_SIGN: ("#12508a", 3.0),
    MARKER: ("#9c1010", 3.0),
}
"""Colour and height (mm) of labels."""

MARKS = {
    things.VILLAGE: 1.5,
    things.OTHER: 1.4,
    NEIGHBOUR: 2.0,
    SIGN: 2.4,
    MARKER: 3.4,
    SUBJECT_SIGN: 3.8,
}
"""Diameter of marks, mm."""

INK, PAPER = "#222222", "#ffffff"

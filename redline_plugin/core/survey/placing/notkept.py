"""Rules that are not kept somewhere: the same few columns for whatever found them."""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.survey.rules import PATH, RIVER, ROAD, WATER
from redline_plugin.core.text import N_, Message

SPACING, CORNER, JUNCTION, CROSSING = "spacing", "corner", "junction", "crossing"
STEEP, OFF_LINE, WITNESS, ELECTRONIC, BARE = "steep", "off line", "witness", "electronic", "bare"

RULE_TITLES = {
    SPACING: N_("longest spacing"),
    CORNER: N_("a marker at each corner"),
    JUNCTION: N_("a marker where blocks meet"),
    CROSSING: N_("a marker at each crossing"),
    BARE: N_("a marker on each ring"),
    ROAD: N_("distance from roads"),
    PATH: N_("distance from paths"),
    RIVER: N_("distance from rivers"),
    WATER: N_("distance from water"),
    STEEP: N_("steepest ground"),
    OFF_LINE: N_("on the line"),
    WITNESS: N_("witness markers"),
    ELECTRONIC: N_("electronic markers"),
}
"""Rules by id: those of spacing and place, and the distances by kind of thing."""

COLUMNS: tuple[tuple[str, type], ...] = (
    ("rule", str),
    ("marker", str),
    ("block", str),
    ("value", float),
    ("limit", float),
    ("why", str),
)
"""Columns of a layer of exceptions."""


@dataclass(frozen=True)
class NotKept:
    """One place where a rule is not kept.

    Attributes:
        rule: id of RULE_TITLES.
        place: (x, y).
        value, limit: what is there, and what the rule allows or asks for; None for neither.
        why: in words.
        marker, block: number and code, "" for none.
        ends: other places that it is about too, such as the far end of a spacing.
    """

    rule: str
    place: tuple[float, float]
    value: float | None
    limit: float | None
    why: Message
    marker: str = ""
    block: str = ""
    ends: tuple[tuple[float, float], ...] = ()

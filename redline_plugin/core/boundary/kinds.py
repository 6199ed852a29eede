"""Kinds of sources of the red line's edges: stable ids and titles."""

from __future__ import annotations

from redline_plugin.core.text import N_

NATURAL = "natural"
PROTECTED = "protectedarea"
SETBACK = "setback"
PARCEL = "parcel"
ADMINISTRATIVE = "administrative"
ROAD = "road"
MANUAL = "manual"
ASSESSMENT = "assessment"

KIND_TITLES = {
    PROTECTED: N_("Protected area"),
    NATURAL: N_("Natural line"),
    SETBACK: N_("Set distance from water"),
    PARCEL: N_("Parcel"),
    ADMINISTRATIVE: N_("Administrative border"),
    ROAD: N_("Road"),
    MANUAL: N_("Drawn by hand"),
    ASSESSMENT: N_("Assessed line"),
}
"""Kinds of an edge's source, in the order of priority that Redline proposes."""

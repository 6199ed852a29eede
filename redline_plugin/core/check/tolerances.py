"""The tolerances of the rules of topology, each with where its default was seen."""

from __future__ import annotations

from redline_plugin.core.check.rule import ANALOG, OWN, Tolerance
from redline_plugin.core.text import N_

_FARMLAND = N_("quality check of farmland rights databases (CBJY-QC)")
_NATURAL_RESOURCES = N_("check program of natural resources data (ERDIAO), at 1:10 000")
_GENERAL = N_("default of a general quality check program (QCPP)")
_REDLINE = ""

NEAR_VERTEX = Tolerance(
    "NEAR_VERTEX", N_("Least distance of two vertices [m]"), 0.001, "m", _GENERAL, ANALOG
)
CONTACT = Tolerance(
    "CONTACT", N_("A ring touches itself when nearer than [m]"), 0.001, "m", _FARMLAND, ANALOG
)
OVERLAP_AREA = Tolerance(
    "OVERLAP_AREA", N_("Area from which an overlap counts [m2]"), 1e-4, "m2", _REDLINE, OWN
)
GAP_LEAST_AREA = Tolerance(
    "GAP_LEAST_AREA", N_("Area from which a gap counts [m2]"), 1e-4, "m2", _REDLINE, OWN
)
GAP_AREA = Tolerance(
    "GAP_AREA",
    N_("A hole smaller than this is a gap [m2]"),
    400.0,
    "m2",
    _NATURAL_RESOURCES,
    ANALOG,
)
GAP_WIDTH = Tolerance(
    "GAP_WIDTH", N_("A hole narrower than this is a gap [m]"), 0.5, "m", _GENERAL, ANALOG
)
TINY_AREA = Tolerance("TINY_AREA", N_("Least area of a polygon [m2]"), 1.0, "m2", _GENERAL, ANALOG)
SLIVER_AREA = Tolerance(
    "SLIVER_AREA", N_("A sliver is smaller than [m2]"), 400.0, "m2", _NATURAL_RESOURCES, ANALOG
)
SLIVER_ROUNDNESS = Tolerance(
    "SLIVER_ROUNDNESS", N_("A sliver is less round than [0 to 1]"), 0.3, "1", _REDLINE, OWN
)
NARROW_WIDTH = Tolerance(
    "NARROW_WIDTH", N_("Least width of a polygon [m]"), 0.5, "m", _GENERAL, ANALOG
)
NECK_WIDTH = Tolerance("NECK_WIDTH", N_("A neck is narrower than [m]"), 0.5, "m", _GENERAL, ANALOG)
SHARP_ANGLE = Tolerance(
    "SHARP_ANGLE", N_("A sharp angle is less than [degrees]"), 10.0, "degree", _GENERAL, ANALOG
)
SPIKE_WIDTH = Tolerance(
    "SPIKE_WIDTH", N_("A spike is narrower at its foot than [m]"), 0.5, "m", _REDLINE, OWN
)
STAIR_LENGTH = Tolerance(
    "STAIR_LENGTH", N_("Stair steps have edges up to [m]"), 45.0, "m", _REDLINE, OWN
)
STAIR_TURNS = Tolerance(
    "STAIR_TURNS",
    N_("Stair steps have at least so many turns"),
    4.0,
    "1",
    _REDLINE,
    OWN,
    whole=True,
)
SHORT_LINE = Tolerance(
    "SHORT_LINE", N_("A short line is shorter than [m]"), 0.2, "m", _NATURAL_RESOURCES, ANALOG
)

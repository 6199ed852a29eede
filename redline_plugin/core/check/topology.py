"""The rules of topology for a layer of polygons."""

from __future__ import annotations

from redline_plugin.core.check import tolerances as limits
from redline_plugin.core.check.rule import Rule, Severity, lazily
from redline_plugin.core.text import N_

_POLYGONS = frozenset({"polygons"})
_HERE = "redline_plugin.core.check."
_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

TOPOLOGY = (
    Rule(
        "invalid",
        N_("Geometry that is missing or not valid"),
        N_("The geometry of feature {first} is not valid: {note}."),
        _ERROR,
        "1",
        "Point",
        lazily(_HERE + "shaperules", "invalid"),
        (),
        _POLYGONS,
    ),
    Rule(
        "duplicatefeature",
        N_("Duplicate features"),
        N_("Features {first} and {second} have the same geometry, of {value} m2."),
        _ERROR,
        "m2",
        "Polygon",
        lazily(_HERE + "shaperules", "duplicate_features"),
        (),
        _POLYGONS,
    ),
    Rule(
        "duplicatering",
        N_("Duplicate rings"),
        N_("A ring of feature {first}, {value} m long, is there twice."),
        _ERROR,
        "m",
        "LineString",
        lazily(_HERE + "shaperules", "duplicate_rings"),
        (),
        _POLYGONS,
    ),
    Rule(
        "overlap",
        N_("Overlaps"),
        N_("Features {first} and {second} overlap by {value} m2."),
        _ERROR,
        "m2",
        "Polygon",
        lazily(_HERE + "coveragerules", "overlaps"),
        (limits.OVERLAP_AREA,),
        _POLYGONS,
    ),
    Rule(
        "gap",
        N_("Gaps"),
        N_(
            "A hole of {value} m2 beside feature {first} is smaller than {GAP_AREA} m2 or narrower "
            "than {GAP_WIDTH} m."
        ),
        _ERROR,
        "m2",
        "Polygon",
        lazily(_HERE + "coveragerules", "closed_gaps"),
        (limits.GAP_LEAST_AREA, limits.GAP_AREA, limits.GAP_WIDTH),
        _POLYGONS,
    ),
    Rule(
        "opengap",
        N_("Gaps along a shared boundary"),
        N_(
            "Between feature {first} and its neighbour {second} a strip up to {value} m wide is "
            "left open."
        ),
        _ERROR,
        "m",
        "LineString",
        lazily(_HERE + "coveragerules", "open_gaps"),
        (limits.GAP_LEAST_AREA, limits.GAP_AREA, limits.GAP_WIDTH),
        _POLYGONS,
    ),
    Rule(
        "tiny",
        N_("Tiny polygons"),
        N_("A polygon of feature {first} has {value} m2, less than {TINY_AREA} m2."),
        _ERROR,
        "m2",
        "Polygon",
        lazily(_HERE + "shaperules", "tiny"),
        (limits.TINY_AREA,),
        _POLYGONS,
    ),
    Rule(
        "narrow",
        N_("Narrow polygons"),
        N_("A polygon of feature {first} is {value} m wide, less than {NARROW_WIDTH} m."),
        _ERROR,
        "m",
        "Polygon",
        lazily(_HERE + "shaperules", "narrow"),
        (limits.NARROW_WIDTH,),
        _POLYGONS,
    ),
    Rule(
        "sliver",
        N_("Slivers"),
        N_(
            "A polygon of feature {first} has {value} m2, less than {SLIVER_AREA} m2, and is less "
            "round than {SLIVER_ROUNDNESS}."
        ),
        _WARNING,
        "m2",
        "Polygon",
        lazily(_HERE + "shaperules", "slivers"),
        (limits.SLIVER_AREA, limits.SLIVER_ROUNDNESS),
        _POLYGONS,
    ),
    Rule(
        "spike",
        N_("Spikes"),
        N_("The outline of feature {first} has a spike, {value} m wide at its foot."),
        _ERROR,
        "m",
        "Point",
        lazily(_HERE + "vertexrules", "spikes"),
        (limits.SHARP_ANGLE, limits.SPIKE_WIDTH),
        _POLYGONS,
    ),
    Rule(
        "sharpangle",
        N_("Sharp angles"),
        N_(
            "The outline of feature {first} has an angle of {value} degrees, less than "
            "{SHARP_ANGLE}."
        ),
        _WARNING,
        "degree",
        "Point",
        lazily(_HERE + "vertexrules", "sharp_angles"),
        (limits.SHARP_ANGLE, limits.SPIKE_WIDTH),
        _POLYGONS,
    ),
    Rule(
        "stairs",
        N_("Stair steps"),
        N_(
            "The outline of feature {first} runs in stair steps: {value} right-angled turns, with "
            "edges up to {STAIR_LENGTH} m."
        ),
        _WARNING,
        "1",
        "LineString",
        lazily(_HERE + "vertexrules", "stairs"),
        (limits.STAIR_LENGTH, limits.STAIR_TURNS),
        _POLYGONS,
    ),
    Rule(
        "selfcontact",
        N_("Self-contacts"),
        N_("The outline of feature {first} touches itself; the distance is {value} m."),
        _WARNING,
        "m",
        "Point",
        lazily(_HERE + "nearitself", "self_contacts"),
        (limits.CONTACT,),
        _POLYGONS,
    ),
    Rule(
        "neck",
        N_("Narrow necks"),
        N_("Feature {first} has a neck {value} m wide, less than {NECK_WIDTH} m."),
        _WARNING,
        "m",
        "LineString",
        lazily(_HERE + "nearitself", "necks"),
        (limits.NECK_WIDTH, limits.CONTACT),
        _POLYGONS,
    ),
    Rule(
        "duplicatevertex",
        N_("Duplicate vertices"),
        N_("A vertex of feature {first} is there twice in a row."),
        _WARNING,
        "m",
        "Point",
        lazily(_HERE + "vertexrules", "repeated_vertices"),
        (),
        _POLYGONS,
    ),
    Rule(
        "nearvertex",
        N_("Vertices too near to each other"),
        N_(
            "Two vertices at feature {first} are {value} m apart, less than {NEAR_VERTEX} m, and "
            "not the same."
        ),
        _WARNING,
        "m",
        "Point",
        lazily(_HERE + "vertexrules", "near_vertices"),
        (limits.NEAR_VERTEX,),
        _POLYGONS,
    ),
    Rule(
        "shortline",
        N_("Short lines"),
        N_("An edge of feature {first} is {value} m long, less than {SHORT_LINE} m."),
        _WARNING,
        "m",
        "LineString",
        lazily(_HERE + "vertexrules", "short_lines"),
        (limits.SHORT_LINE, limits.NEAR_VERTEX),
        _POLYGONS,
    ),
)
"""All rules, in the order of the report."""

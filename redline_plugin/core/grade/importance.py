"""The classes of importance: three as in the Guide, or more, and their codes.

The code of the highest class is always 3, of the next 2, of the lowest 1, however many there are, so
that overlays find the same classes in every raster and a clipped copy keeps its meaning. Classes
between "important" and "generally important" have the codes 4 to 7, from the higher to the lower.
"""

from __future__ import annotations

from redline_plugin.core.declare.model import ClassEntry
from redline_plugin.core.grade.classes import (
    EXTREME,
    FUNCTION_COLOURS,
    FUNCTION_TITLES,
    GENERAL,
    MIDDLE,
)
from redline_plugin.core.text import N_

BETWEEN = (4, 5, 6, 7)
"""Codes of the classes under "important" and above "generally important", from the higher down."""

IMPORTANCE_TITLES = {
    EXTREME: FUNCTION_TITLES[EXTREME],
    MIDDLE: FUNCTION_TITLES[MIDDLE],
    4: N_("Moderately important"),
    5: N_("Moderately important, second step"),
    6: N_("Moderately important, third step"),
    7: N_("Moderately important, fourth step"),
    GENERAL: FUNCTION_TITLES[GENERAL],
}
"""By code, from the highest down. 中等重要 is read in the national work; the steps are Redline's own."""

IMPORTANCE_COLOURS = {
    EXTREME: FUNCTION_COLOURS[EXTREME],
    MIDDLE: FUNCTION_COLOURS[MIDDLE],
    4: (176, 215, 150),
    5: (191, 223, 168),
    6: (204, 230, 183),
    7: (215, 235, 195),
    GENERAL: FUNCTION_COLOURS[GENERAL],
}

PERCENT_TITLES = {
    EXTREME: N_("Extremely important: share of value [%]"),
    MIDDLE: N_("At least important: share of value [%]"),
    4: N_("At least moderately important: share of value [%]"),
    5: N_("At least class 5: share of value [%]"),
    6: N_("At least class 6: share of value [%]"),
    7: N_("At least class 7: share of value [%]"),
}
BREAK_TITLES = {
    EXTREME: N_("Break: extremely important"),
    MIDDLE: N_("Break: important"),
    4: N_("Break: moderately important"),
    5: N_("Break: class 5"),
    6: N_("Break: class 6"),
    7: N_("Break: class 7"),
}

_PERCENT_KEYS = {EXTREME: "extreme_percent", MIDDLE: "important_percent"}
_BREAK_KEYS = {EXTREME: "break_extreme", MIDDLE: "break_important"}


def codes_of(breaks: int) -> tuple[int, ...]:
    """Return the codes of the classes that so many breaks part, 2 to 6, from the highest down."""
    return (EXTREME, MIDDLE, *BETWEEN[: breaks - 2], GENERAL)


def entries_of(breaks: int) -> tuple[ClassEntry, ...]:
    """Return the classes that so many breaks part, with titles and colours."""
    return tuple(
        ClassEntry(code, IMPORTANCE_TITLES[code], IMPORTANCE_COLOURS[code])
        for code in codes_of(breaks)
    )


def percent_key(code: int) -> str:
    """Return the name under which a record holds the share down to a class, in per cent."""
    return _PERCENT_KEYS.get(code, f"percent_class_{code}")


def break_key(code: int) -> str:
    """Return the name under which a record holds the lowest break of a class."""
    return _BREAK_KEYS.get(code, f"break_class_{code}")


PERCENT_KEYS = {percent_key(code): text for code, text in PERCENT_TITLES.items()}
"""Titles of the shares by their names in a record."""
BREAK_KEYS = {break_key(code): text for code, text in BREAK_TITLES.items()}
"""Titles of the breaks by their names in a record."""

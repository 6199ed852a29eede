"""Directions in words: the 8 or 16 winds of the compass."""

from __future__ import annotations

from redline_plugin.core.text import N_

WINDS = (
    N_("north"),
    N_("north-northeast"),
    N_("northeast"),
    N_("east-northeast"),
    N_("east"),
    N_("east-southeast"),
    N_("southeast"),
    N_("south-southeast"),
    N_("south"),
    N_("south-southwest"),
    N_("southwest"),
    N_("west-southwest"),
    N_("west"),
    N_("west-northwest"),
    N_("northwest"),
    N_("north-northwest"),
)
COUNTS = (8, 16)


def wind(azimuth_deg: float, count: int = 8) -> str:
    """Return the wind (untranslated) nearest to an azimuth.

    Args:
        azimuth_deg: degrees from north, clockwise.
        count: 8 or 16 winds.
    """
    step = 360.0 / count
    return WINDS[int((azimuth_deg % 360.0) / step + 0.5) % count * (len(WINDS) // count)]

"""Ranges of numbers, and putting them into words."""

from __future__ import annotations

import math

from redline_plugin.core.text import Message, msg


def within(value: float, limits: tuple[float | None, float | None]) -> bool:
    """Return whether a value lies in a range, both limits in; NaN and infinity never do."""
    low, high = limits
    return (
        (low is None or value >= low) and (high is None or value <= high) and math.isfinite(value)
    )


def between(low: float | None, high: float | None) -> Message:
    """Put a range into words."""
    if low is None and high is None:
        return msg("any value")
    if high is None:
        return msg("at least {low:g}", low=low)
    if low is None:
        return msg("at most {high:g}", high=high)
    return msg("{low:g} to {high:g}", low=low, high=high)

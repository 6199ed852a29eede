"""Numbers as people read them."""

from __future__ import annotations

import math
import re

DASH = "–"
_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"(?<=[A-Za-z])-?[1-9](?![0-9A-Za-z.])")


def number(value: object, digits: int = 5) -> str:
    """Return a number in so many significant digits, with commas; a dash when it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return DASH
    if isinstance(value, int):
        return f"{value:,}"
    size = abs(value)
    if size != 0 and not 1e-4 <= size < 1e12:
        return f"{value:.{digits}g}"
    if size >= 10**digits:
        return f"{value:,.0f}"
    decimals = digits - 1 - (math.floor(math.log10(size)) if size else 0)
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if decimals > 0 else text


def exact(value: object) -> str:
    """Return a number as it was given, to 12 digits; other things as text."""
    if isinstance(value, float):
        return f"{value:.12g}"
    return "" if value is None else str(value)


def area_km2(square_metres: object) -> str:
    """Return an area in km2: two decimals, more where it is small."""
    if not isinstance(square_metres, (int, float)) or not math.isfinite(square_metres):
        return DASH
    area = square_metres / 1e6
    return f"{area:,.2f}" if area >= 1 or area == 0 else f"{area:.4f}"


def percent(share: object, decimals: int = 2) -> str:
    """Return a share of 0 to 1 in per cent, without the sign."""
    if isinstance(share, bool) or not isinstance(share, (int, float)) or not math.isfinite(share):
        return DASH
    return f"{100 * share:.{decimals}f}"


def file_size(size: object) -> str:
    """Return a file's size in the unit that suits it."""
    if isinstance(size, bool) or not isinstance(size, (int, float)) or size < 0:
        return DASH
    amount = float(size)
    for unit in ("B", "KB", "MB", "GB"):
        if amount < 1024:
            return f"{amount:.0f} {unit}" if unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1024
    return f"{amount:.1f} TB"


def unit_text(unit: str) -> str:
    """Return a unit with raised powers: ``t hm-2 a-1`` becomes ``t hm⁻² a⁻¹``."""
    return _POWER.sub(lambda found: found.group().translate(_POWERS), "" if unit == "1" else unit)

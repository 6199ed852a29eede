"""Writing SVG: elements as text, every attribute and every label escaped."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

INK = "#22302a"
"""Of lines and letters."""

Value = object


def element(name: str, attributes: dict[str, Value], *children: str) -> str:
    """Return an element; ``children`` are elements or escaped text. ``_`` in names stands for ``-``."""
    written = "".join(
        f' {key.replace("_", "-")}="{escape(plain(value))}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def plain(value: Value) -> str:
    """Return an attribute's text; decimals to a hundredth, which is finer than any screen."""
    if isinstance(value, float):
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text
    return str(value)


def label(x: float, y: float, text: str, **attributes: Value) -> str:
    """Return a line of text."""
    return element("text", {"x": x, "y": y, **attributes}, escape(text))


def line(x1: float, y1: float, x2: float, y2: float, width: float = 1.0) -> str:
    """Return a straight line."""
    return element(
        "path",
        {"d": f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}", "stroke": INK, "stroke_width": width},
    )


def document(width: float, height: float, name: str, body: Sequence[str]) -> str:
    """Return a picture of that size; ``name`` is read out to those who do not see it."""
    return element(
        "svg",
        {
            "viewBox": f"0 0 {plain(float(width))} {plain(float(height))}",
            "width": float(width),
            "height": float(height),
            "role": "img",
            "aria_label": name,
        },
        *body,
    )


def nice_step(span: float, most: int) -> float:
    """Return a step of 1, 2 or 5 times a power of ten that cuts ``span`` into at most ``most``."""
    if not (span > 0 and math.isfinite(span)):
        return 1.0
    raw = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in (1.0, 2.0, 5.0, 10.0):
        if factor * power >= raw * (1 - 1e-9):
            return factor * power
    return 10.0 * power


def round_below(value: float) -> float:
    """Return the largest number of 1, 2 or 5 times a power of ten that is not above ``value``."""
    power = 10.0 ** math.floor(math.log10(value))
    factor = max(factor for factor in (1.0, 2.0, 5.0) if factor * power <= value or factor == 1.0)
    return factor * power


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return round numbers from ``low`` to ``high``, at most ``most`` + 1 of them."""
    step = nice_step(high - low, most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def tick_text(value: float, step: float) -> str:
    """Return a tick's number with as many decimals as the step needs."""
    if value != 0 and not 1e-4 <= abs(step) < 1e9:
        return f"{value:.3g}"
    decimals = max(0, -math.floor(math.log10(step) + 1e-9)) if step > 0 else 0
    text = f"{value:,.{decimals}f}"
    return text.replace("-", "−") if float(text.replace(",", "")) else text.lstrip("-")

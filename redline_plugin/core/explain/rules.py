"""The gradings' rules applied to one value, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from redline_plugin.core.explain.tree import figure
from redline_plugin.core.grade.classes import (
    EXTREME,
    FUNCTION_TITLES,
    GENERAL,
    MIDDLE,
    SENSITIVITY_TITLES,
)
from redline_plugin.core.grade.cumulative import Mode, Rule, legacy_steps
from redline_plugin.core.grade.sensitivity import Limits, classify
from redline_plugin.core.text import N_, Message, msg, title

Ruling = tuple[int, list[Message]]
"""The class, and the sentences that say why."""


def rule_of_function(value: float, parameters: Mapping[str, Any]) -> Ruling | None:
    """Grade a value of a function as the record says; None when the record lacks a number.

    ``value`` is the pixel's own, so it compares exactly with the breaks, which are pixels' values.
    """
    names = ("break_extreme", "break_important", "extreme_percent", "important_percent")
    extreme, important, first, second = (_number(parameters, name) for name in names)
    if extreme is None or important is None or first is None or second is None:
        return None
    sentences = []
    graded = value
    if parameters.get("mode") == Mode.LEGACY.value:
        maximum = _number(parameters, "maximum")
        if not maximum:
            return None
        graded = float(legacy_steps(np.array([max(value, 0.0)]), maximum)[0])
        sentences.append(
            msg(
                "By the Guide's integers, Int({value} / {maximum} × 100) is {step}.",
                value=figure(value),
                maximum=figure(maximum),
                step=figure(graded),
            )
        )
    inclusive = parameters.get("rule") != Rule.EXCLUSIVE.value
    in_extreme = graded >= extreme if inclusive else graded > extreme
    in_important = graded >= important if inclusive else graded > important
    found = EXTREME if in_extreme else MIDDLE if in_important else GENERAL
    texts = _INCLUSIVE if inclusive else _EXCLUSIVE
    if value <= 0:
        sentence = msg(
            "{value} is not above 0, so there is no service: {title}.",
            value=figure(value),
            title=title(FUNCTION_TITLES[GENERAL]),
        )
    else:
        sentence = Message(
            texts[found],
            {
                "value": figure(graded),
                "upper": figure(extreme),
                "limit": figure(extreme if found == EXTREME else important),
                "percent": f"{first if found == EXTREME else second:g}",
                "title": title(FUNCTION_TITLES[found]),
            },
        )
    return found, [*sentences, sentence]


_INCLUSIVE = {
    EXTREME: N_(
        "{value} is at or above {limit}, where the sum of the values from the highest down reaches "
        "{percent} % of the whole: {title}."
    ),
    MIDDLE: N_(
        "{value} is below {upper} and at or above {limit}, where the sum of the values from the "
        "highest down reaches {percent} % of the whole: {title}."
    ),
    GENERAL: N_(
        "{value} is below {limit}, where the sum of the values from the highest down reaches "
        "{percent} % of the whole: {title}."
    ),
}
_EXCLUSIVE = {
    EXTREME: N_(
        "{value} is above {limit}, where the sum of the values from the highest down passes "
        "{percent} % of the whole: {title}."
    ),
    MIDDLE: N_(
        "{value} is not above {upper} but above {limit}, where the sum of the values from the "
        "highest down passes {percent} % of the whole: {title}."
    ),
    GENERAL: N_(
        "{value} is not above {limit}, where the sum of the values from the highest down passes "
        "{percent} % of the whole: {title}."
    ),
}


def rule_of_sensitivity(value: float, parameters: Mapping[str, Any]) -> Ruling | None:
    """Grade a value of a sensitivity as the record says; None when the record lacks a number."""
    middle, extreme = _number(parameters, "middle"), _number(parameters, "extreme")
    if middle is None or extreme is None:
        return None
    rounded = bool(parameters.get("rounded_to_one_decimal"))
    found = int(classify(np.array([value]), Limits(middle, extreme, rounded))[0])
    fields = {
        "middle": f"{middle:g}",
        "extreme": f"{extreme:g}",
        "title": title(SENSITIVITY_TITLES[found]),
    }
    if not rounded:
        return found, [Message(_LIMITS[found], {**fields, "value": figure(value)})]
    tenths = f"{np.rint(value * 10) / 10:.1f}"
    return found, [
        msg("{value} is {rounded} on one decimal.", value=figure(value), rounded=tenths),
        Message(_TENTHS[found], {**fields, "value": tenths}),
    ]


_LIMITS = {
    EXTREME: N_("{value} is above {extreme}: {title}."),
    MIDDLE: N_("{value} lies from {middle} to {extreme}: {title}."),
    GENERAL: N_("{value} is below {middle}: {title}."),
}
_TENTHS = {
    EXTREME: _LIMITS[EXTREME],
    MIDDLE: N_("{value} is above {middle} and up to {extreme}: {title}."),
    GENERAL: N_("{value} is not above {middle}: {title}."),
}


def _number(parameters: Mapping[str, Any], name: str) -> float | None:
    value = parameters.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value)

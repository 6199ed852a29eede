"""The gradings' rules applied to one value, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from redline_plugin.core.explain.tree import figure
from redline_plugin.core.grade.classes import (
    EXTREME,
    GENERAL,
    MIDDLE,
    NODATA_CLASS,
    SENSITIVITY_TITLES,
)
from redline_plugin.core.grade.importance import (
    IMPORTANCE_TITLES,
    break_key,
    codes_of,
    percent_key,
)
from redline_plugin.core.grade.legacy import legacy_steps
from redline_plugin.core.grade.rule import MAX_BREAKS, MIN_BREAKS, Mode, NotPositive, Rule
from redline_plugin.core.grade.sensitivity import Limits, classify
from redline_plugin.core.text import N_, Message, msg, title

Ruling = tuple[int, list[Message]]
"""The class, and the sentences that say why."""


def rule_of_function(value: float, parameters: Mapping[str, Any]) -> Ruling | None:
    """Grade a value of a function as the record says; None when the record lacks a number.

    ``value`` is the pixel's own, so it compares exactly with the breaks, which are pixels' values.
    The class is 0 for a value that was left out.
    """
    breaks = _descending(parameters, break_key)
    percents = _descending(parameters, percent_key)
    if len(breaks) < MIN_BREAKS or len(breaks) != len(percents):
        return None
    codes = codes_of(len(breaks))
    sentences = []
    graded = value
    if parameters.get("mode") == Mode.LEGACY.value:
        maximum, cap = _number(parameters, "maximum"), _number(parameters, "cap")
        if not maximum:
            return None
        graded = float(legacy_steps(np.array([max(value, 0.0)]), maximum, cap)[0])
        sentences.append(_step(value, maximum, cap, graded))
    inclusive = parameters.get("rule") != Rule.EXCLUSIVE.value
    place = next(
        (n for n, limit in enumerate(breaks) if (graded >= limit if inclusive else graded > limit)),
        len(breaks),
    )
    found = codes[place]
    if value <= 0 and parameters.get("not_positive") == NotPositive.LEFT_OUT.value:
        left_out = msg(
            "{value} is not above 0, and such pixels were left out: no class.", value=figure(value)
        )
        return NODATA_CLASS, [left_out]
    if value <= 0:
        sentence = msg(
            "{value} is not above 0, so there is no service: {title}.",
            value=figure(value),
            title=title(IMPORTANCE_TITLES[GENERAL]),
        )
    else:
        texts = _INCLUSIVE if inclusive else _EXCLUSIVE
        limit = min(place, len(breaks) - 1)
        sentence = Message(
            texts[found if found in (EXTREME, GENERAL) else MIDDLE],
            {
                "value": figure(graded),
                "upper": figure(breaks[max(limit - 1, 0)]),
                "limit": figure(breaks[limit]),
                "percent": f"{percents[limit]:g}",
                "title": title(IMPORTANCE_TITLES[found]),
            },
        )
    return found, [*sentences, sentence]


def _descending(parameters: Mapping[str, Any], key: Callable[[int], str]) -> list[float]:
    """Return a record's numbers of all breaks, from the highest class down to the first lacking."""
    found = []
    for code in codes_of(MAX_BREAKS)[:-1]:
        value = _number(parameters, key(code))
        if value is None:
            break
        found.append(value)
    return found


def _step(value: float, maximum: float, cap: float | None, graded: float) -> Message:
    """Tell how a value became one of the Guide's integers."""
    if cap is not None and value > cap:
        return msg(
            "By the Guide's integers, {value} counts as the cap {cap}, so it is {step}.",
            value=figure(value),
            cap=figure(cap),
            step=figure(graded),
        )
    return msg(
        "By the Guide's integers, Int({value} / {maximum} × 100) is {step}.",
        value=figure(value),
        maximum=figure(maximum if cap is None else cap),
        step=figure(graded),
    )


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

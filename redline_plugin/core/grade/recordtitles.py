"""Titles of what the record of a grading holds, for reports and explanations."""

from __future__ import annotations

from redline_plugin.core.grade.importance import BREAK_KEYS, PERCENT_KEYS
from redline_plugin.core.grade.rule import (
    NOT_POSITIVE_TITLES,
    PRACTICE_TITLES,
    Mode,
    Rule,
)
from redline_plugin.core.text import N_

PARAMETER_TITLES = {
    "practice": N_("Breaks"),
    **PERCENT_KEYS,
    "rule": N_("The value that crosses a limit"),
    "mode": N_("Values"),
    "not_positive": N_("Pixels of 0 and below"),
    **BREAK_KEYS,
    "maximum": N_("Highest value, for the integers"),
    "cap_percentile": N_("Cap for the integers: percentile [%]"),
    "cap": N_("Cap for the integers: higher values count as this"),
    "capped_pixels": N_("Pixels above the cap"),
    "middle": N_("Limit: sensitive"),
    "extreme": N_("Limit: extremely sensitive"),
    "rounded_to_one_decimal": N_("Rounded to one decimal before"),
}
"""By the parameter's name in the record."""

VALUE_TITLES = {
    **{practice.value: text for practice, text in PRACTICE_TITLES.items()},
    Rule.INCLUSIVE.value: N_("belongs to the higher class (inclusive)"),
    Rule.EXCLUSIVE.value: N_("does not (exclusive)"),
    Mode.EXACT.value: N_("exact"),
    Mode.LEGACY.value: N_("the Guide's integers, Int(value / max × 100)"),
    **{choice.value: text for choice, text in NOT_POSITIVE_TITLES.items()},
    "True": N_("yes"),
    "False": N_("no"),
}
"""By the word that stands in the record."""

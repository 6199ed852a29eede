"""What decides the classes of a function: breaks, ties, integers, what is left out (fact sheet 3.1)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from redline_plugin.core.errors import Problem
from redline_plugin.core.grade.importance import BETWEEN, break_key, codes_of, percent_key
from redline_plugin.core.text import N_, msg

NO_CAP = 100.0
"""The percentile of the maximum itself: nothing is cut off."""

GUIDE_PERCENTS = (50.0, 80.0)
"""The Guide's (general knowledge, sure; its text was not found): three classes."""

NATIONAL_PERCENTS = (50.0, 75.0, 90.0)
"""Read in national ten-year assessment work (S5, S6): four classes."""

MIN_BREAKS, MAX_BREAKS = 2, 2 + len(BETWEEN)


class Rule(enum.Enum):
    """Whether the value that crosses the limit still belongs to the higher class."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class Mode(enum.Enum):
    """Exact values, or the Guide's integers ``Int(value / max * 100)``."""

    EXACT = "exact"
    LEGACY = "legacy"


class Practice(enum.Enum):
    """Whose breaks they are."""

    GUIDE = "guide"
    NATIONAL = "national"
    OWN = "own"


class NotPositive(enum.Enum):
    """What becomes of pixels whose value is not above 0."""

    GENERAL = "general"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class CumulativeRule:
    """What decides the classes.

    Attributes:
        extreme_percent: share of the summed value that is extremely important, %.
        important_percent: share that is at least important, %.
        rule: inclusive is the default: published national shares lie just above the limits.
        mode: exact values, or the Guide's legacy integers.
        lower_percents: further cumulative shares, rising, %: each parts one more class.
        cap_percentile: legacy integers only: values above this percentile of the pixels above 0
            count as that percentile, %; 100 is the maximum, so nothing is cut off. Redline's own
            offer, in no norm.
        not_positive: whether pixels of 0 and below are in the lowest class or get none.
    """

    extreme_percent: float = GUIDE_PERCENTS[0]
    important_percent: float = GUIDE_PERCENTS[1]
    rule: Rule = Rule.INCLUSIVE
    mode: Mode = Mode.EXACT
    lower_percents: tuple[float, ...] = ()
    cap_percentile: float = NO_CAP
    not_positive: NotPositive = NotPositive.GENERAL

    @property
    def percents(self) -> tuple[float, ...]:
        """All cumulative shares, as given, from the highest class down, %."""
        return (self.extreme_percent, self.important_percent, *self.lower_percents)

    @property
    def codes(self) -> tuple[int, ...]:
        """Codes of the classes, from the highest down: one more than there are shares."""
        return codes_of(len(self.percents))

    @property
    def practice(self) -> Practice:
        """Whose breaks these are."""
        known = {GUIDE_PERCENTS: Practice.GUIDE, NATIONAL_PERCENTS: Practice.NATIONAL}
        return known.get(self.percents, Practice.OWN)

    @property
    def capped(self) -> bool:
        """Whether high values are cut off before they are scaled."""
        return self.cap_percentile != NO_CAP

    def problems(self) -> list[Problem]:
        """Return what is wrong with the choices."""
        found = []
        percents = self.percents
        if len(percents) > MAX_BREAKS:
            found.append(too_few_or_many(len(percents)))
        if not all(low < high for low, high in zip((0.0, *percents), (*percents, 100.0))):
            found.append(
                Problem(
                    msg(
                        "The limits must rise from above 0 to below 100 %: {limits}.",
                        limits=", ".join(f"{percent:g}" for percent in percents),
                    )
                )
            )
        if not 0.0 < self.cap_percentile <= NO_CAP:
            found.append(
                Problem(
                    msg(
                        "The percentile of the cap must be above 0 and at most 100, not {value:g}.",
                        value=self.cap_percentile,
                    )
                )
            )
        elif self.capped and self.mode is not Mode.LEGACY:
            found.append(
                Problem(
                    msg("A cap at a percentile works only with the Guide's integers."),
                    remedy=msg("Choose the Guide's integers, or set the percentile to 100."),
                )
            )
        return found

    def record(self) -> dict[str, Any]:
        """Return the choices for the provenance."""
        return {
            "practice": self.practice.value,
            **{percent_key(code): share for code, share in zip(self.codes, self.percents)},
            "rule": self.rule.value,
            "mode": self.mode.value,
            "cap_percentile": self.cap_percentile if self.mode is Mode.LEGACY else None,
            "not_positive": self.not_positive.value,
        }


@dataclass(frozen=True)
class Breaks:
    """Where the classes part.

    Attributes:
        extreme, important: the crossing values (in legacy mode: integers 0 to 100).
        value_shares: the share of the summed value in each class, by code.
        positive_pixels: how many pixels have a value above 0.
        maximum: legacy mode: the highest value.
        lower: the crossing values of the lower shares.
        cap: legacy mode with a cap: the value at which higher ones are cut off.
        capped_pixels: how many pixels have a value above the cap.
    """

    extreme: float
    important: float
    value_shares: dict[int, float]
    positive_pixels: int
    maximum: float | None
    lower: tuple[float, ...] = ()
    cap: float | None = None
    capped_pixels: int = 0

    @property
    def values(self) -> tuple[float, ...]:
        """All crossing values, from the highest class down."""
        return (self.extreme, self.important, *self.lower)

    def record(self) -> dict[str, Any]:
        """Return the breaks for the provenance."""
        return {
            **{
                break_key(code): value
                for code, value in zip(codes_of(len(self.values)), self.values)
            },
            "maximum": self.maximum,
            "cap": self.cap,
            "capped_pixels": None if self.cap is None else self.capped_pixels,
        }


PRACTICE_TITLES = {
    Practice.GUIDE: N_(
        "the Guide's, three classes at 50 and 80 % (general knowledge, sure; its text was not found)"
    ),
    Practice.NATIONAL: N_("national work's, four classes at 50, 75 and 90 % (read in S5 and S6)"),
    Practice.OWN: N_("the user's own breaks"),
}
NOT_POSITIVE_TITLES = {
    NotPositive.GENERAL: N_("are generally important"),
    NotPositive.LEFT_OUT: N_("are left out (Redline's advice, in no norm)"),
}


def too_few_or_many(count: int) -> Problem:
    """Return the problem of a number of breaks that cannot be."""
    return Problem(
        msg(
            "There must be {least} to {most} limits, not {count}.",
            least=MIN_BREAKS,
            most=MAX_BREAKS,
            count=count,
        )
    )


def share(percent: float) -> Fraction:
    """Return per cent as an exact fraction, through the decimal text: 80.1 % is 801/1000."""
    return Fraction(repr(float(percent))) / 100

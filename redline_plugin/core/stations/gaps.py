"""Which periods count when days are missing, and means over the years that count."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import Certainty, Coefficient, Option, Reference
from redline_plugin.core.stations.dates import lengths
from redline_plugin.core.text import N_

COMPLETE_PERCENT = Coefficient(
    "COMPLETE_PERCENT",
    N_("Share of days that must be there for a period to count"),
    90.0,
    (1.0, 100.0),
    "%",
    Reference(
        N_("Redline"),
        N_("no public text gives a number; 90 lets one day of a half-month be missing"),
        Certainty.ADVICE,
    ),
)


class GapRule(enum.Enum):
    """What is left out when a half-month or month has too few days."""

    PERIODS = "periods"
    YEARS = "years"


GAP_RULES = (
    Option(
        GapRule.PERIODS.value,
        N_("that half-month or month only, of that year"),
        Reference(N_("Redline"), "", Certainty.ADVICE),
    ),
    Option(
        GapRule.YEARS.value,
        N_("the whole year"),
        Reference(N_("Redline"), "", Certainty.ADVICE),
    ),
)


class AbsentDays(enum.Enum):
    """What sums make of days without a record in half-months or months that count."""

    SCALED = "scaled"
    OBSERVED = "observed"


ABSENT_DAYS = (
    Option(
        AbsentDays.SCALED.value,
        N_("counted in: sums are scaled to all days of the period"),
        Reference(N_("Redline"), N_("as the wind field of RWEQ is"), Certainty.ADVICE),
    ),
    Option(
        AbsentDays.OBSERVED.value,
        N_("left out: sums as observed"),
        Reference(N_("Redline"), N_("sums are too low"), Certainty.ADVICE),
    ),
)


@dataclass(frozen=True)
class Gaps:
    """The rule for gaps: per cent of days needed, what is left out, and what sums make of it."""

    percent: float = COMPLETE_PERCENT.default
    rule: GapRule = GapRule.PERIODS
    absent: AbsentDays = AbsentDays.SCALED


@dataclass(frozen=True)
class Counted:
    """Which periods of which years count.

    Attributes:
        used: shape (years, periods).
        observed: days with a value, same shape.
        days: days in the period, same shape.
        span: years from the first to the last.
        scaled: whether sums stand for all days of their period.
    """

    used: NDArray[np.bool_]
    observed: NDArray[np.int64]
    days: NDArray[np.int64]
    span: int
    scaled: bool = True

    @property
    def whole_years(self) -> int:
        """Return the number of years in which all periods count."""
        return int(np.count_nonzero(self.used.all(axis=1)))

    @property
    def years_left_out(self) -> int:
        """Return the number of years, first to last, in which some period or all do not count."""
        return self.span - self.whole_years

    @property
    def periods_used(self) -> int:
        """Return the number of periods that count."""
        return int(np.count_nonzero(self.used))

    @property
    def days_used(self) -> int:
        """Return the number of days, with a record or without, of the periods that count."""
        return int(self.days[self.used].sum())

    @property
    def days_absent(self) -> int:
        """Return the number of days without a record in the periods that count."""
        return self.days_used - int(self.observed[self.used].sum())

    @property
    def factors(self) -> NDArray[np.float64]:
        """Return days of a period over its days with a record, shape (years, periods)."""
        return self.days / np.maximum(self.observed, 1)

    def total(self, values: NDArray) -> NDArray[np.float64]:
        """Return the mean over the years of sums, by period, scaled where the rule says so.

        Args:
            values: sums over the days that have a record, shape (years, periods).
        """
        return self.mean(values * self.factors if self.scaled else values)

    def added(self, values: NDArray) -> NDArray[np.float64]:
        """Return how much of :meth:`total` scaling has added, by period."""
        return self.total(values) - self.mean(values)

    def mean(self, values: NDArray) -> NDArray[np.float64]:
        """Return the mean over the years that count, by period; NaN where none does.

        Args:
            values: shape (years, periods); what does not count may be NaN.
        """
        number = np.count_nonzero(self.used, axis=0)
        total = np.where(self.used, values, 0.0).sum(axis=0, dtype=np.float64)
        return np.where(number > 0, total / np.maximum(number, 1), np.nan)


def count_days(
    present: NDArray[np.bool_], years: NDArray[np.int64], starts: NDArray, gaps: Gaps
) -> Counted:
    """Find the periods that count.

    Args:
        present: which days have a value, shape (years, 366).
        years: shape (years,), in order.
        starts: first place of each period.
        gaps: the rule.
    """
    days = lengths(starts, years)
    observed = np.add.reduceat(present.astype(np.int64), starts, axis=1)
    used = observed * 100.0 >= gaps.percent * days - 1e-9
    if gaps.rule is GapRule.YEARS:
        used &= used.all(axis=1, keepdims=True)
    span = int(years[-1] - years[0]) + 1 if len(years) else 0
    return Counted(used, observed, days, span, gaps.absent is AbsentDays.SCALED)


def sums(values: NDArray, starts: NDArray) -> NDArray[np.float64]:
    """Return the sum of each period over the days that have a value, shape (years, periods)."""
    filled = np.where(np.isnan(values), 0.0, values).astype(np.float64)
    return np.add.reduceat(filled, starts, axis=1)

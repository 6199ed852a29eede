"""Rainfall erosivity 降雨侵蚀力 from daily rain by half-months (fact sheet 1.3 a)."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from redline_plugin.core.declare.model import GUIDE, Certainty, Coefficient, Option, Reference
from redline_plugin.core.stations.dates import HALF_MONTH_STARTS
from redline_plugin.core.stations.gaps import Counted, Gaps, count_days, sums
from redline_plugin.core.text import N_

HALF_MONTHS = 24


class Method(enum.Enum):
    """Two models of half-month erosivity."""

    GUIDE = "guide"
    ZHANG = "zhang"


_SEEN = Reference(
    GUIDE,
    N_("appendix A, soil and water conservation; read in code that applies the Guide"),
    Certainty.SEEN,
)
_ZHANG = Reference(N_("Zhang Wenbo 2002"), N_("read in papers that apply it"), Certainty.SEEN)

METHODS = (
    Option(Method.GUIDE.value, N_("Guide: fixed coefficients for two seasons"), _SEEN),
    Option(Method.ZHANG.value, N_("Zhang Wenbo: coefficients from the station's own rain"), _ZHANG),
)
THRESHOLDS = (
    Option("12", N_("12 mm (Zhang Wenbo 2002, 2003)"), _ZHANG),
    Option(
        "10",
        N_("10 mm (later rules of CSLE monitoring)"),
        Reference(N_("CSLE monitoring rules"), "", Certainty.MEDIUM),
    ),
    Option("own", N_("My own, below"), Reference(N_("Redline"), "", Certainty.USER)),
)
_MONTHS = Reference(GUIDE, N_("appendix A, soil and water conservation"), Certainty.HIGH)
WARM_FIRST = Coefficient(
    "WARM_FIRST", N_("Guide: first month of the warm season"), 5, (1, 12), "", _MONTHS
)
WARM_LAST = Coefficient(
    "WARM_LAST", N_("Guide: last month of the warm season"), 9, (1, 12), "", _MONTHS
)
WARM_ALPHA = Coefficient(
    "WARM_ALPHA", N_("Guide: coefficient of the warm season"), 0.3937, (0.0, 10.0), "1", _SEEN
)
COLD_ALPHA = Coefficient(
    "COLD_ALPHA", N_("Guide: coefficient of the cold season"), 0.3101, (0.0, 10.0), "1", _SEEN
)
REGRESSION_LIMIT = Coefficient(
    "REGRESSION_LIMIT",
    N_("Zhang Wenbo: his coefficients are from rains of at least"),
    12.0,
    (0.1, 200.0),
    "mm",
    _ZHANG,
)
EXPONENT = Coefficient("EXPONENT", N_("Guide: exponent"), 1.7265, (0.1, 5.0), "1", _SEEN)


@dataclass(frozen=True)
class ErosivityRule:
    """How erosivity is computed.

    Attributes:
        method: the model.
        threshold: least daily rain that enters the sum, mm.
        warm_alpha: the Guide's coefficient of the warm season.
        cold_alpha: the Guide's coefficient of the other months.
        exponent: the Guide's.
        warm_first: first month of the warm season, 1 to 12.
        warm_last: its last month; before the first, the season goes over the turn of the year.
        regression_limit: least daily rain in Zhang's P_d and P_y, mm.
    """

    method: Method = Method.GUIDE
    threshold: float = 12.0
    warm_alpha: float = WARM_ALPHA.default
    cold_alpha: float = COLD_ALPHA.default
    exponent: float = EXPONENT.default
    warm_first: int = int(WARM_FIRST.default)
    warm_last: int = int(WARM_LAST.default)
    regression_limit: float = REGRESSION_LIMIT.default


@dataclass(frozen=True)
class Erosivity:
    """A station's erosivity.

    Attributes:
        annual: R, MJ mm hm-2 h-1 a-1, NaN where a half-month never counts, or ``unfitted``.
        half_months: means of the 24 half-months, same unit.
        erosive_days: mean number of erosive days a year.
        mean_rain: mean of erosive daily rains, mm, NaN without any.
        annual_rain: mean yearly total of erosive daily rains, mm.
        regression_mean: P_d of Zhang's model, mm, NaN for the Guide's or without such rains.
        regression_annual: P_y of Zhang's model, mm.
        alpha: coefficient of Zhang's model, NaN likewise.
        beta: exponent of Zhang's model, NaN likewise.
        added: how much of R stands for days without a record, same unit.
        unfitted: whether there are erosive rains but none for Zhang's coefficients.
        counted: which half-months of which years were used.
    """

    annual: float
    half_months: NDArray[np.float64]
    erosive_days: float
    mean_rain: float
    annual_rain: float
    regression_mean: float
    regression_annual: float
    alpha: float
    beta: float
    added: float
    unfitted: bool
    counted: Counted


def guide_alpha(rule: ErosivityRule) -> NDArray[np.float64]:
    """Return the Guide's coefficient of each half-month, shape (24,)."""
    months = np.arange(HALF_MONTHS) // 2 + 1
    warm = (months - rule.warm_first) % 12 <= (rule.warm_last - rule.warm_first) % 12
    return np.where(warm, rule.warm_alpha, rule.cold_alpha)


def zhang_coefficients(mean_rain: ArrayLike, annual_rain: ArrayLike) -> tuple[NDArray, NDArray]:
    """Return alpha and beta of Zhang Wenbo's model.

    ``beta = 0.8363 + 18.144 / P_d + 24.455 / P_y``, ``alpha = 21.586 * beta ** -7.1891``.

    Args:
        mean_rain: P_d, mean of daily rains of at least 12 mm, mm.
        annual_rain: P_y, mean yearly total of the same rains, mm.
    """
    beta = 0.8363 + 18.144 / np.asarray(mean_rain) + 24.455 / np.asarray(annual_rain)
    return 21.586 * beta**-7.1891, beta


def erosivity(
    rain: NDArray, years: NDArray[np.int64], rule: ErosivityRule, gaps: Gaps
) -> Erosivity:
    """Compute one station's erosivity, ``R = sum over k of mean over i of alpha * sum P ** beta``.

    Args:
        rain: daily rain in mm, shape (years, 366), NaN for missing.
        years: shape (years,), in order.
        rule: model, threshold, coefficients.
        gaps: which half-months count.
    """
    counted = count_days(~np.isnan(rain), years, HALF_MONTH_STARTS, gaps)
    amounts = _from(rain, rule.threshold)
    mean_rain, annual_rain = _mean_rain(amounts, counted)
    p_day = p_year = alpha = beta = math.nan
    unfitted = False
    factor: NDArray[np.float64] | float = 0.0
    powers = amounts
    if rule.method is Method.GUIDE:
        factor = guide_alpha(rule)
        powers = amounts**rule.exponent
    elif math.isfinite(mean_rain):
        p_day, p_year = _mean_rain(_from(rain, rule.regression_limit), counted)
        unfitted = math.isnan(p_day)
        if not unfitted:
            alpha, beta = (float(value) for value in zhang_coefficients(p_day, p_year))
        factor = alpha
        powers = amounts**beta
    by_year = sums(powers, HALF_MONTH_STARTS)
    half_months = counted.total(by_year) * factor
    return Erosivity(
        annual=float(half_months.sum()),
        half_months=half_months,
        erosive_days=float(counted.total(sums(amounts > 0, HALF_MONTH_STARTS)).sum()),
        mean_rain=mean_rain,
        annual_rain=annual_rain,
        regression_mean=p_day,
        regression_annual=p_year,
        alpha=alpha,
        beta=beta,
        added=float((counted.added(by_year) * factor).sum()),
        unfitted=unfitted,
        counted=counted,
    )


def _from(rain: NDArray, limit: float) -> NDArray[np.float64]:
    """Return daily rains of at least ``limit`` mm, 0 for the other days."""
    with np.errstate(invalid="ignore"):
        # In the data's own precision: 10.1 in the file must not be less than a threshold of 10.1.
        return np.where(rain >= rain.dtype.type(limit), rain, 0.0).astype(np.float64)


def _mean_rain(amounts: NDArray[np.float64], counted: Counted) -> tuple[float, float]:
    """Return the mean of the rains and their mean yearly total, mm; NaN and 0 without any."""
    totals = sums(amounts, HALF_MONTH_STARTS)
    number = int(sums(amounts > 0, HALF_MONTH_STARTS)[counted.used].sum())
    mean = float(totals[counted.used].sum()) / number if number else math.nan
    return mean, float(counted.total(totals).sum())

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
WARM_MONTHS = (5, 6, 7, 8, 9)
"""May to September (general knowledge, sure); the others are the cold season."""

_WARM = np.isin(np.arange(HALF_MONTHS) // 2 + 1, WARM_MONTHS)


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
WARM_ALPHA = Coefficient(
    "WARM_ALPHA", N_("Guide: coefficient, May to September"), 0.3937, (0.0, 10.0), "1", _SEEN
)
COLD_ALPHA = Coefficient(
    "COLD_ALPHA", N_("Guide: coefficient, October to April"), 0.3101, (0.0, 10.0), "1", _SEEN
)
EXPONENT = Coefficient("EXPONENT", N_("Guide: exponent"), 1.7265, (0.1, 5.0), "1", _SEEN)


@dataclass(frozen=True)
class ErosivityRule:
    """How erosivity is computed: model, least erosive daily rain in mm, coefficients."""

    method: Method = Method.GUIDE
    threshold: float = 12.0
    warm_alpha: float = WARM_ALPHA.default
    cold_alpha: float = COLD_ALPHA.default
    exponent: float = EXPONENT.default


@dataclass(frozen=True)
class Erosivity:
    """A station's erosivity.

    Attributes:
        annual: R, MJ mm hm-2 h-1 a-1, NaN where a half-month never counts.
        half_months: means of the 24 half-months, same unit.
        erosive_days: mean number of erosive days a year.
        mean_rain: mean of erosive daily rains, mm, NaN without any.
        annual_rain: mean yearly total of erosive daily rains, mm.
        alpha: coefficient of Zhang's model, NaN for the Guide's or without erosive rain.
        beta: exponent of Zhang's model, NaN likewise.
        counted: which half-months of which years were used.
    """

    annual: float
    half_months: NDArray[np.float64]
    erosive_days: float
    mean_rain: float
    annual_rain: float
    alpha: float
    beta: float
    counted: Counted


def guide_alpha(rule: ErosivityRule) -> NDArray[np.float64]:
    """Return the Guide's coefficient of each half-month, shape (24,)."""
    return np.where(_WARM, rule.warm_alpha, rule.cold_alpha)


def zhang_coefficients(mean_rain: ArrayLike, annual_rain: ArrayLike) -> tuple[NDArray, NDArray]:
    """Return alpha and beta of Zhang Wenbo's model.

    ``beta = 0.8363 + 18.144 / P_d + 24.455 / P_y``, ``alpha = 21.586 * beta ** -7.1891``.

    Args:
        mean_rain: P_d, mean of erosive daily rains, mm.
        annual_rain: P_y, mean yearly total of erosive daily rains, mm.
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
    starts = HALF_MONTH_STARTS
    counted = count_days(~np.isnan(rain), years, starts, gaps)
    with np.errstate(invalid="ignore"):
        # In the data's own precision: 10.1 in the file must not be less than a threshold of 10.1.
        erosive = rain >= rain.dtype.type(rule.threshold)
    amounts = np.where(erosive, rain, 0.0).astype(np.float64)
    days = np.add.reduceat(erosive.astype(np.int64), starts, axis=1)
    totals = sums(amounts, starts)
    number = int(days[counted.used].sum())
    mean_rain = float(totals[counted.used].sum()) / number if number else math.nan
    annual_rain = float(counted.mean(totals).sum())
    alpha = beta = math.nan
    if rule.method is Method.GUIDE:
        half_months = counted.mean(sums(amounts**rule.exponent, starts)) * guide_alpha(rule)
    elif number:
        alpha, beta = (float(value) for value in zhang_coefficients(mean_rain, annual_rain))
        powers = np.where(erosive, amounts, 1.0) ** beta
        half_months = counted.mean(sums(np.where(erosive, powers, 0.0), starts)) * alpha
    else:
        half_months = counted.mean(totals)
    return Erosivity(
        annual=float(half_months.sum()),
        half_months=half_months,
        erosive_days=float(counted.mean(days).sum()),
        mean_rain=mean_rain,
        annual_rain=annual_rain,
        alpha=alpha,
        beta=beta,
        counted=counted,
    )

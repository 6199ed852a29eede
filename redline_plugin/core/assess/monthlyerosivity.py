"""Rainfall erosivity 降雨侵蚀力 from monthly rain: fallbacks (fact sheet 1.3)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import MONTHLY_PRECIPITATION
from redline_plugin.core.climate.series import sum_of
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

WISCHMEIER = "wischmeier"
ZHANG_FU = "zhangfu"
ZHANG_FU_MEAN = "zhangfumean"

_ZHANG_FU = N_("Zhang Wenbo and Fu Jinsheng 2003, modified Fournier index")


def _annual(rain: NDArray) -> NDArray:
    # A year without rain has no erosivity; the smallest number keeps 0/0 away.
    return np.maximum(sum_of(rain), np.finfo(np.float32).tiny)


def modified_fournier_index(rain: NDArray) -> NDArray:
    """Return F, the sum of P_m^2 / P over the months, in mm; from shape (12, ...) to (...)."""
    annual = _annual(rain)
    total = np.zeros_like(annual)
    for month in rain:
        # Divided first: the square of a month could leave single precision's range.
        total += month / annual * month
    return total


def wischmeier_erosivity(rain: NDArray) -> NDArray:
    """Return the sum of 1.735 * 10^(1.5 lg(P_m^2 / P) - 0.8188), as printed, in its own unit.

    Args:
        rain: mean precipitation of the months, mm, shape (12, ...); a month of 0 adds 0.
    """
    annual = _annual(rain)
    total = np.zeros_like(annual)
    for month in rain:
        ratio = month / annual * month
        total += ratio * np.sqrt(ratio)
    return total * (1.735 * 10**-0.8188)


def monthly_erosivity(
    rain: NDArray,
    *,
    formula: str,
    unit_factor: float,
    alpha: float,
    beta: float,
    alpha_mean: float,
    beta_mean: float,
) -> NDArray:
    """Return R in MJ mm hm-2 h-1 a-1 from monthly precipitation in mm, shape (12, ...).

    Args:
        rain: sums of the months.
        formula: id of the formula.
        unit_factor: for Wischmeier's, from its unit to MJ mm hm-2 h-1 a-1.
        alpha: for Zhang and Fu's, months of one year.
        beta: its exponent.
        alpha_mean: for Zhang and Fu's, mean months of many years.
        beta_mean: its exponent.
    """
    if formula == WISCHMEIER:
        return wischmeier_erosivity(rain) * unit_factor
    if formula == ZHANG_FU:
        return alpha * np.power(modified_fournier_index(rain), beta)
    return alpha_mean * np.power(modified_fournier_index(rain), beta_mean)


def _fournier(rain: NDArray, **_: object) -> NDArray:
    return modified_fournier_index(rain)


def _no_rain(rain: NDArray, **_: object) -> NDArray:
    return rain.max(axis=0) == 0


MODEL = Model(
    id="monthlyerosivity",
    title=N_("Rainfall erosivity from monthly rain"),
    group=Group.CLIMATE,
    about=N_(
        "Annual rainfall erosivity R where only monthly rain is at hand. It stands in for the "
        "Guide's method from daily rain, which is to be preferred."
    ),
    equation=(
        "R = f·Σ 1.735·10^(1.5·lg(Pₘ²/P) − 0.8188)  |  R = α·F^β  |  R = α'·F^β', F = Σ Pₘ²/P"
    ),
    reference=Reference(
        N_("Papers that estimate R from monthly rain; not the Guide's method"),
        N_("ChinaXiv-201811.00038 (Wischmeier), ChinaXiv-201911.00021 (Zhang and Fu)"),
        Certainty.SEEN,
    ),
    inputs=(MONTHLY_PRECIPITATION,),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Rainfall erosivity R"),
            "MJ mm hm-2 h-1 a-1",
            monthly_erosivity,
            (0, None),
            ramp="rain",
            term="RAINFALL_EROSIVITY",
        ),
        RasterOutput(
            "FOURNIER_INDEX",
            N_("Modified Fournier index F"),
            "mm",
            _fournier,
            (0, None),
            optional=True,
            ramp="rain",
        ),
    ),
    coefficients=(
        Coefficient(
            "UNIT_FACTOR",
            N_("Wischmeier: from the formula's unit to MJ mm hm-2 h-1 a-1"),
            17.02,
            (0.001, 1000),
            "1",
            Reference(
                N_("Foster and others 1981, conversion of USLE units"),
                N_("that the formula gives US units is inferred from the size of its results"),
                Certainty.MEDIUM,
            ),
        ),
        Coefficient(
            "ALPHA",
            N_("Zhang and Fu, months of one year: α"),
            0.1833,
            (0, None),
            "1",
            Reference(_ZHANG_FU, "ChinaXiv-201911.00021", Certainty.SEEN),
        ),
        Coefficient(
            "BETA",
            N_("Zhang and Fu, months of one year: β"),
            1.9957,
            (0.1, 4),
            "1",
            Reference(_ZHANG_FU, "ChinaXiv-201911.00021", Certainty.SEEN),
        ),
        Coefficient(
            "ALPHA_MEAN",
            N_("Zhang and Fu, mean months of many years: α'"),
            0.3589,
            (0, None),
            "1",
            Reference(_ZHANG_FU, "", Certainty.MEDIUM),
        ),
        Coefficient(
            "BETA_MEAN",
            N_("Zhang and Fu, mean months of many years: β'"),
            1.9462,
            (0.1, 4),
            "1",
            Reference(_ZHANG_FU, "", Certainty.MEDIUM),
        ),
    ),
    choices=(
        Choice(
            "FORMULA",
            N_("Formula"),
            (
                Option(
                    WISCHMEIER,
                    N_("Wischmeier, mean months"),
                    Reference(N_("Wischmeier"), "ChinaXiv-201811.00038", Certainty.SEEN),
                ),
                Option(
                    ZHANG_FU,
                    N_("Zhang and Fu, months of one year"),
                    Reference(_ZHANG_FU, "ChinaXiv-201911.00021", Certainty.SEEN),
                ),
                Option(
                    ZHANG_FU_MEAN,
                    N_("Zhang and Fu, mean months of many years"),
                    Reference(_ZHANG_FU, "", Certainty.MEDIUM),
                ),
            ),
            WISCHMEIER,
            help=N_("The formulas differ by a factor of two and more; name the one you used."),
        ),
    ),
    checks=(
        Check(_no_rain, N_("{count} pixels have no rain in any month; their erosivity is 0.")),
    ),
    symbols={
        "MONTHLY_PRECIPITATION": "Pₘ",
        "UNIT_FACTOR": "f",
        "ALPHA": "α",
        "BETA": "β",
        "ALPHA_MEAN": "α'",
        "BETA_MEAN": "β'",
    },
    notes=(
        N_(
            "A fallback only: the Guide's R comes from daily rain by half-months. Do not put R "
            "from different methods into one map."
        ),
        N_(
            "Wischmeier's formula is often printed without a unit. Its results have the size of "
            "US units (100 ft tonf in acre-1 h-1 a-1); times 17.02 they agree with daily methods. "
            "Set the factor to 1 to get the printed number."
        ),
        N_(
            "Zhang and Fu have two pairs of coefficients. The pair 0.1833 and 1.9957 is for the "
            "index of single years; with mean months of many years it gives too little. Run it "
            "for each year and average the results."
        ),
    ),
    tags=("RUSLE", "R", "Wischmeier", "Fournier", N_("erosion")),
)

"""Wind field Wf of RWEQ 风场强度因子 (fact sheet 1.4 a)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.series import everywhere, has_gap, least_share
from redline_plugin.core.climate.sources import BY_USER, OWN_RULE, RWEQ
from redline_plugin.core.climate.winds import (
    OBSERVATIONS,
    are_whole_periods,
    factor_by_power,
    wind_field,
)
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Coefficient,
    Group,
    Model,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

SHORTEST_MONTH = 27
"""Fewer days are no month, nor are they a year. Redline's own limit."""


def _wind_field(
    wind: NDArray, *, threshold: float, height: float, days: float, minimum_share: float
) -> NDArray:
    return wind_field(wind, threshold, height, days, minimum_share)


def _gaps(wind: NDArray, **_: object) -> NDArray:
    return has_gap(wind)


def _calm(wind: NDArray, *, threshold: float, height: float, **_: object) -> NDArray:
    return np.fmax.reduce(wind, axis=0) * factor_by_power(height) <= threshold


def _not_whole(wind: NDArray, *, days: float, **_: object) -> NDArray:
    return everywhere(wind, len(wind) > days and not are_whole_periods(len(wind), days))


def _too_few(wind: NDArray, *, days: float, **_: object) -> NDArray:
    return everywhere(wind, len(wind) < 0.9 * days)


def _no_month(wind: NDArray, *, days: float, **_: object) -> NDArray:
    return everywhere(wind, days < SHORTEST_MONTH)


MODEL = Model(
    id="windfield",
    title=N_("Wind field (RWEQ)"),
    group=Group.CLIMATE,
    about=N_(
        "The force of the wind above the threshold at which sand moves, summed over the "
        "observations of one period (a month or a year) and scaled to its days."
    ),
    equation="Wf = Σ u₂·(u₂ − u₁)²·N_d/N",
    reference=Reference(
        RWEQ,
        N_("weather factor; u₂·(u₂ − 5)² read in public code, N_d/N from memory"),
        Certainty.SEEN,
    ),
    inputs=(OBSERVATIONS,),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Wind field Wf"),
            "m3/s3",
            _wind_field,
            (0, None),
            ramp="sand",
            term="WIND_FIELD",
        ),
    ),
    coefficients=(
        Coefficient(
            "THRESHOLD",
            N_("Threshold of sand-moving wind at 2 m"),
            5,
            (0, 30),
            "m/s",
            Reference(RWEQ, N_("read in public code"), Certainty.SEEN),
        ),
        Coefficient(
            "HEIGHT", N_("Height of the wind above the ground"), 2, (0.5, 500), "m", BY_USER
        ),
        Coefficient("DAYS", N_("Days of the period"), 365, (1, 366), "d", BY_USER),
        least_share(Certainty.ADVICE, OWN_RULE.document),
    ),
    checks=(
        Check(_gaps, N_("In {count} pixels ({share:.1f} %) some observations are missing.")),
        Check(
            _calm,
            N_("In {count} pixels ({share:.1f} %) no observation is above the threshold: Wf is 0."),
        ),
        Check(
            _not_whole,
            N_(
                "The rasters are more than the days of the period and no whole multiple of them: a "
                "year's rasters with the days of a month? The result is scaled to these days."
            ),
        ),
        Check(
            _too_few,
            N_(
                "The rasters are fewer than the days of the period: a month's rasters with the days "
                "of a year? The result is scaled to these days."
            ),
        ),
        Check(
            _no_month,
            N_("The period has fewer than 27 days: it is neither a month nor a year."),
        ),
    ),
    symbols={"WIND_OBSERVATIONS": "u₂", "THRESHOLD": "u₁", "HEIGHT": "z", "DAYS": "N_d"},
    notes=(
        N_(
            "Give the days that belong to the observations: 365 for a year, 31 for January. All that "
            "the weather factor takes must be of this same period, and have the same days there."
        ),
        N_(
            "For months run it month by month and give the twelve results to the tool Monthly "
            "weather factor."
        ),
        N_(
            "Daily or monthly means hide the gusts: the cube of the mean is less than the mean of "
            "the cubes. Hourly data, or 4 observations a day, are better."
        ),
        N_(
            "The threshold holds at 2 m. Wind from another height is brought there by the power "
            "law (exponent 1/7) when its height is given: 10 m for most stations and grids."
        ),
    ),
    tags=("RWEQ", "Wf", N_("wind erosion")),
)

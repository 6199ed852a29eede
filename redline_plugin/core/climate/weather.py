"""Weather factor WF of RWEQ for one period: its kernels, and what its two models declare alike."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.air import density_by_polynomial, density_by_pressure
from redline_plugin.core.climate.sources import RWEQ
from redline_plugin.core.declare.model import Certainty, Choice, Coefficient, Option, Reference
from redline_plugin.core.text import N_

POLYNOMIAL = "polynomial"
PRESSURE = "pressure"

LEAST_DEMAND = 0.1
MOST_DEMAND = 12.0
MOST_RAIN = 60.0
"""mm per day as the mean of a period; beyond, the sum is of another period. Redline's own limits."""


def air_density(formula: str) -> Callable[[NDArray, NDArray], NDArray]:
    """Return the function of elevation and temperature that a choice of :data:`DENSITY` names."""
    return density_by_polynomial if formula == POLYNOMIAL else density_by_pressure


def soil_wetness(
    demand: NDArray, rain: NDArray, irrigation: NDArray | None, rain_days: NDArray, days: float
) -> NDArray:
    """Return SW = [ETp - (R + I) * Rd / Nd] / ETp, not clamped; arrays of one shape.

    Args:
        demand: potential evapotranspiration ETp of the period, mm.
        rain: R, mm.
        irrigation: I, mm, None for none.
        rain_days: Rd, days with rain.
        days: Nd, days of the period.

    Returns:
        1 where nothing wets the soil, even without demand; minus infinity where there is water and
        no demand.
    """
    water = rain if irrigation is None else rain + irrigation
    wet = water * (rain_days / days)
    # A dry period keeps 1 down to no demand at all; 0/0 is thus 0, not undefined.
    return 1 - np.where(wet == 0, wet, wet / demand)


def weather_factor(
    field: NDArray, air: NDArray, wetness: NDArray, snow: NDArray | None, gravity: float
) -> NDArray:
    """Return WF = Wf * rho / g * SW * SD in kg/m; arrays of one shape.

    Args:
        field: Wf, m3/s3.
        air: density, kg/m3.
        wetness: SW, 0 to 1.
        snow: snow factor SD, 0 to 1, None for 1.
        gravity: m/s2.
    """
    factor = field * air * wetness / gravity
    return factor if snow is None else factor * snow


GRAVITY = Coefficient(
    "GRAVITY",
    N_("Acceleration of gravity g"),
    9.8,
    (9.7, 9.9),
    "m/s2",
    Reference(N_("General knowledge"), "", Certainty.HIGH),
)

DENSITY = Choice(
    "DENSITY",
    N_("Formula of the air density"),
    (
        Option(
            POLYNOMIAL,
            N_("Polynomial of elevation"),
            Reference(RWEQ, N_("ρ = 348·(1.013 − 0.1183·EL + 0.0048·EL²)/T"), Certainty.HIGH),
        ),
        Option(
            PRESSURE,
            N_("From pressure at elevation"),
            Reference(
                N_("Public code that applies RWEQ"),
                N_("ρ = 1.293·273/(273 + t)·p/101.3"),
                Certainty.CONFLICT,
            ),
        ),
    ),
    POLYNOMIAL,
    help=N_(
        "At 1200 m and 15 degC they give 1.0603 and 1.0410 kg/m3. The standard atmosphere "
        "agrees with the first."
    ),
)

WETNESS_IS_DRYNESS = N_("SW is named wetness and is 1 for dry soil.")

NO_SNOW = N_("No snow factor was given: it is taken as 1.")

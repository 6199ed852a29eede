"""Weather factor WF of RWEQ 气候因子 (fact sheet 1.4 a)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.air import density_by_polynomial, density_by_pressure
from redline_plugin.core.climate.inputs import ELEVATION, TEMPERATURES, TOO_WARM
from redline_plugin.core.climate.sources import BY_USER, RWEQ
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

POLYNOMIAL = "polynomial"
PRESSURE = "pressure"


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


def weather_parts(
    field: NDArray,
    elevation: NDArray,
    temperature: NDArray,
    demand: NDArray,
    rain: NDArray,
    rain_days: NDArray,
    irrigation: NDArray | None,
    snow: NDArray | None,
    *,
    density: str,
    gravity: float,
    days: float,
) -> Mapping[str, NDArray]:
    """Return WF in kg/m and what it is made of, and flags for the checks.

    Args:
        field: Wf, m3/s3.
        elevation: m.
        temperature: mean of the period, degC.
        demand: potential evapotranspiration of the period, mm.
        rain: of the period, mm.
        rain_days: days with rain in the period.
        irrigation: of the period, mm, None for none.
        snow: snow factor SD, 0 to 1, None for 1.
        density: id of the air density's formula.
        gravity: m/s2.
        days: of the period.
    """
    formula = density_by_polynomial if density == POLYNOMIAL else density_by_pressure
    air = formula(elevation, temperature)
    raw = soil_wetness(demand, rain, irrigation, rain_days, days)
    wetness = np.clip(raw, 0, 1)
    factor = field * air * wetness / gravity
    if snow is not None:
        factor = factor * snow
    return {
        "WEATHER_FACTOR": factor,
        "AIR_DENSITY": air,
        "SOIL_WETNESS": wetness,
        "clamped": raw < 0,
        "snowless": np.full(factor.shape, snow is None),
        "too_many_days": rain_days > days,
        "no_demand": demand == 0,
    }


MODEL = Model(
    id="weatherfactor",
    title=N_("Weather factor (RWEQ)"),
    group=Group.CLIMATE,
    about=N_(
        "How much sand the weather of one period (a month or a year) could move: wind force, air "
        "density, how dry the soil is, and the time without snow."
    ),
    equation="WF = Wf·(ρ/g)·SW·SD, SW = [ETp − (R + I)·(R_d/N_d)]/ETp",
    reference=Reference(
        RWEQ, N_("weather factor; read in public code that applies it"), Certainty.SEEN
    ),
    inputs=(
        RasterInput("WIND_FIELD", N_("Wind field Wf of the period"), "m3/s3", (0, None)),
        ELEVATION,
        RasterInput(
            "TEMPERATURE",
            N_("Mean temperature of the period"),
            "degC",
            TEMPERATURES,
            hints=(TOO_WARM,),
        ),
        RasterInput(
            "POTENTIAL_EVAPOTRANSPIRATION",
            N_("Potential evapotranspiration of the period"),
            "mm",
            (0, 6000),
        ),
        RasterInput("PRECIPITATION", N_("Precipitation of the period"), "mm", (0, 15000)),
        RasterInput("RAIN_DAYS", N_("Days with rain in the period"), "d", (0, 366)),
        RasterInput(
            "IRRIGATION",
            N_("Irrigation of the period"),
            "mm",
            (0, 15000),
            help=N_("Left out: none."),
            optional=True,
        ),
        RasterInput(
            "SNOW_FACTOR",
            N_("Snow factor SD of the period"),
            "1",
            (0, 1),
            help=N_("Left out: 1, no snow."),
            optional=True,
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Weather factor WF"),
            "kg/m",
            itemgetter("WEATHER_FACTOR"),
            (0, None),
            ramp="sand",
            term="WEATHER_FACTOR",
        ),
        RasterOutput(
            "AIR_DENSITY",
            N_("Air density ρ"),
            "kg/m3",
            itemgetter("AIR_DENSITY"),
            (0, None),
            optional=True,
        ),
        RasterOutput(
            "SOIL_WETNESS",
            N_("Soil wetness SW"),
            "1",
            itemgetter("SOIL_WETNESS"),
            (0, 1),
            optional=True,
            ramp="water",
        ),
    ),
    coefficients=(
        Coefficient(
            "GRAVITY",
            N_("Acceleration of gravity g"),
            9.8,
            (9.7, 9.9),
            "m/s2",
            Reference(N_("General knowledge"), "", Certainty.HIGH),
        ),
        Coefficient("DAYS", N_("Days of the period"), 30, (1, 366), "d", BY_USER),
    ),
    choices=(
        Choice(
            "DENSITY",
            N_("Formula of the air density"),
            (
                Option(
                    POLYNOMIAL,
                    N_("Polynomial of elevation"),
                    Reference(
                        RWEQ, N_("ρ = 348·(1.013 − 0.1183·EL + 0.0048·EL²)/T"), Certainty.HIGH
                    ),
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
        ),
    ),
    checks=(
        Check(
            itemgetter("clamped"),
            N_(
                "In {count} pixels ({share:.1f} %) rain exceeds the demand; soil wetness is cut at 0."
            ),
        ),
        Check(
            itemgetter("no_demand"),
            N_(
                "{count} pixels have no evaporative demand; soil wetness is 0 there if there is "
                "rain, 1 if not."
            ),
        ),
        Check(
            itemgetter("too_many_days"),
            N_(
                "In {count} pixels there are more days with rain than days in the period. Look at "
                "the days of the period."
            ),
        ),
        Check(itemgetter("snowless"), N_("No snow factor was given: it is taken as 1.")),
    ),
    shared=weather_parts,
    symbols={
        "WIND_FIELD": "Wf",
        "ELEVATION": "EL",
        "TEMPERATURE": "T",
        "POTENTIAL_EVAPOTRANSPIRATION": "ETp",
        "PRECIPITATION": "R",
        "RAIN_DAYS": "R_d",
        "IRRIGATION": "I",
        "SNOW_FACTOR": "SD",
        "GRAVITY": "g",
        "DAYS": "N_d",
        "WEATHER_FACTOR": "WF",
        "AIR_DENSITY": "ρ",
        "SOIL_WETNESS": "SW",
    },
    notes=(
        N_(
            "All inputs must be of one and the same period: rain, demand and rain days of that "
            "month, not of the year. Run it month by month and sum the results; the Guide's own "
            "time step is not known."
        ),
        N_("SW is named wetness and is 1 for dry soil."),
        N_("g is 9.8 and ρ about 1: some public scripts pass 10 for both."),
    ),
    tags=("RWEQ", "WF", N_("wind erosion")),
)

"""Reference evapotranspiration by Penman and Monteith (FAO-56, eq. 6)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import (
    ELEVATION,
    MONTHLY_HUMIDITY,
    MONTHLY_MAX_TEMPERATURE,
    MONTHLY_MIN_TEMPERATURE,
    MONTHLY_WIND,
)
from redline_plugin.core.climate.months import DAYS, MIDDLE
from redline_plugin.core.climate.penman import (
    net_radiation,
    psychrometric_constant,
    reference_evapotranspiration,
    saturation_pressure,
)
from redline_plugin.core.climate.petoutputs import pet_outputs, pet_parts
from redline_plugin.core.climate.sources import FAO56
from redline_plugin.core.climate.sun import extraterrestrial_radiation, one_per_row
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Group,
    Hint,
    Model,
    RasterInput,
    Reference,
)
from redline_plugin.core.text import N_

MJ_PER_DAY = 0.0864
"""MJ m-2 d-1 in one W/m2."""


def penman_parts(
    t_min: NDArray,
    t_max: NDArray,
    humidity: NDArray,
    wind: NDArray,
    radiation: NDArray,
    elevation: NDArray,
    *,
    latitude: NDArray,
) -> Mapping[str, NDArray]:
    """Return monthly and annual ET0 in mm, and flags for the checks.

    Args:
        t_min: monthly means of the daily minima, degC, shape (12, rows, columns).
        t_max: monthly means of the daily maxima, degC, same shape.
        humidity: monthly mean relative humidity, 0 to 1, same shape.
        wind: monthly mean at 2 m, m/s, same shape.
        radiation: monthly mean of short-wave radiation, W/m2, same shape.
        elevation: m, shape (rows, columns).
        latitude: degrees, shape (rows, columns).
    """
    places = one_per_row(latitude)
    gamma = psychrometric_constant(elevation)
    months = np.empty_like(t_min)
    beyond = np.zeros(elevation.shape, dtype=bool)
    for number, month in enumerate(months):
        low, high = t_min[number], t_max[number]
        before, after = number - 1, (number + 1) % 12
        # Equation 43 on mean temperatures; the year is closed, December is followed by January.
        soil_heat = 0.035 * (t_min[after] + t_max[after] - t_min[before] - t_max[before])
        sky = extraterrestrial_radiation(places, MIDDLE[number]).astype(month.dtype)
        solar = radiation[number] * MJ_PER_DAY
        beyond |= solar > sky
        saturated = (saturation_pressure(low) + saturation_pressure(high)) / 2
        vapour = humidity[number] * saturated
        net = net_radiation(low, high, vapour, solar, sky, elevation)
        rate = reference_evapotranspiration(low, high, vapour, wind[number], net, soil_heat, gamma)
        month[...] = rate * DAYS[number]
    dew = months.min(axis=0) < 0
    np.maximum(months, 0, out=months)
    return {
        **pet_parts(months),
        "dew": dew,
        "beyond": beyond,
        "crossed": (t_min > t_max).any(axis=0),
    }


MODEL = Model(
    id="penmanpet",
    title=N_("Reference evapotranspiration (Penman-Monteith)"),
    group=Group.CLIMATE,
    about=N_(
        "Monthly reference evapotranspiration by FAO's standard method from temperature, humidity, "
        "wind and radiation, and its annual sum."
    ),
    equation=("ET₀ = [0.408·Δ·(Rₙ − G) + γ·900/(T + 273)·u₂·(eₛ − eₐ)] / [Δ + γ·(1 + 0.34·u₂)]"),
    reference=Reference(
        FAO56,
        N_("equations 6 to 8, 11 to 13, 19, 21 to 25 and 37 to 43"),
        Certainty.HIGH,
    ),
    inputs=(
        MONTHLY_MIN_TEMPERATURE,
        MONTHLY_MAX_TEMPERATURE,
        MONTHLY_HUMIDITY,
        MONTHLY_WIND,
        RasterInput(
            "MONTHLY_RADIATION",
            N_("Monthly mean short-wave radiation"),
            "W/m2",
            (0, 600),
            help=N_(
                "Downward short-wave radiation at the ground, mean over day and night, January "
                "first."
            ),
            bands=12,
            hints=(
                Hint(
                    45,
                    None,
                    N_(
                        "The mean lies below 45 W/m2: this looks like MJ per m2 and day. Divide "
                        "it by 0.0864."
                    ),
                ),
                Hint(
                    None,
                    450,
                    N_("The mean lies above 450 W/m2: this looks like a sum or a noon value."),
                ),
            ),
        ),
        ELEVATION,
    ),
    outputs=pet_outputs(),
    checks=(
        Check(
            itemgetter("beyond"),
            N_(
                "In {count} pixels the radiation of a month is more than reaches the top of the "
                "air. Look at its unit and at the order of the months."
            ),
        ),
        Check(
            itemgetter("crossed"),
            N_(
                "In {count} pixels the minimum temperature of a month lies above its maximum. Are "
                "the two inputs exchanged?"
            ),
        ),
        Check(
            itemgetter("dew"),
            N_("{count} pixels have months with more dew than evaporation; these count 0."),
        ),
    ),
    shared=penman_parts,
    needs_latitude=True,
    symbols={
        "MONTHLY_MIN_TEMPERATURE": "Tmin",
        "MONTHLY_MAX_TEMPERATURE": "Tmax",
        "MONTHLY_HUMIDITY": "RH",
        "MONTHLY_WIND": "u₂",
        "MONTHLY_RADIATION": "Rₛ",
        "ELEVATION": "z",
    },
    notes=(
        N_(
            "Actual vapour pressure comes from mean relative humidity (equation 19). Dew point or "
            "the extremes of humidity would be more exact."
        ),
        N_(
            "The ratio of radiation to a clear sky's is kept within 0.3 and 1 (the lower limit is "
            "ASCE's of 2005)."
        ),
        N_("Wind must be at 2 m: convert it first."),
    ),
    tags=("ET0", "PET", "FAO", N_("evaporation")),
)

"""Biodiversity maintenance 生物多样性维护 by net primary productivity (fact sheet 1.5 b)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess import production
from redline_plugin.core.assess.inputs import (
    ELEVATION,
    FUNCTION_LAND,
    FUNCTION_LAND_NOTE,
    NPP,
    PRECIPITATION,
    TEMPERATURE,
)
from redline_plugin.core.assess.scaling import LIMITS_NOTE, OUTSIDE_MESSAGE, beyond, unit_range
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Group,
    Kind,
    Model,
    RasterOutput,
    Reference,
    Statistic,
)
from redline_plugin.core.text import N_


def biodiversity_index(
    production_mean: NDArray, precipitation: NDArray, temperature: NDArray, altitude: NDArray
) -> NDArray:
    """Return Sbio = NPP * Fpre * Ftem * (1 - Falt); any shape.

    Args:
        production_mean: multi-year mean net primary productivity, gC m-2 a-1 or normalised.
        precipitation: mean annual precipitation, normalised to 0 to 1.
        temperature: mean annual temperature, normalised to 0 to 1.
        altitude: elevation, normalised to 0 to 1.
    """
    return production_mean * precipitation * temperature * (1 - altitude)


def _factors(
    npp: NDArray,
    precipitation: NDArray,
    temperature: NDArray,
    elevation: NDArray,
    land: NDArray | None = None,  # noqa: ARG001
    *,
    npp_scaling: str,
    precipitation_minimum: float,
    precipitation_maximum: float,
    temperature_minimum: float,
    temperature_maximum: float,
    elevation_minimum: float,
    elevation_maximum: float,
    npp_minimum: float = np.nan,
    npp_maximum: float = np.nan,
) -> Mapping[str, NDArray]:
    # Land that the table leaves out is nodata before it comes here.
    scaled, outside = production.scaled_production(npp, npp_scaling, npp_minimum, npp_maximum)
    far = beyond(precipitation, precipitation_minimum, precipitation_maximum)
    far |= beyond(temperature, temperature_minimum, temperature_maximum)
    far |= beyond(elevation, elevation_minimum, elevation_maximum)
    return {
        "NPPmean": scaled,
        "Fpre": unit_range(precipitation, precipitation_minimum, precipitation_maximum),
        "Ftem": unit_range(temperature, temperature_minimum, temperature_maximum),
        "Falt": unit_range(elevation, elevation_minimum, elevation_maximum),
        "outside": far if outside is None else far | outside,
    }


def _index(factors: Mapping[str, NDArray]) -> NDArray:
    return biodiversity_index(factors["NPPmean"], factors["Fpre"], factors["Ftem"], factors["Falt"])


def _outside(factors: Mapping[str, NDArray]) -> NDArray:
    return factors["outside"]


MODEL = Model(
    id="biodiversityindex",
    title=N_("Biodiversity maintenance (NPP index)"),
    group=Group.FUNCTION,
    about=N_(
        "Index of how much life an area can hold: plant production, times rain, times warmth, less "
        "with altitude. It says nothing about single species; use a species distribution model or "
        "a map of habitats where there is one."
    ),
    equation="Sbio = NPPmean·Fpre·Ftem·(1 − Falt)",
    reference=Reference(
        GUIDE,
        N_("appendix A, biodiversity, net primary productivity method; read in a paper"),
        Certainty.SEEN,
    ),
    inputs=(NPP, PRECIPITATION, TEMPERATURE, ELEVATION, FUNCTION_LAND),
    outputs=(
        RasterOutput("OUTPUT", N_("Biodiversity index"), "1", _index, (0, None), ramp="life"),
    ),
    choices=(production.SCALING,),
    statistics=(
        *production.STATISTICS,
        Statistic(
            "PRECIPITATION_MINIMUM",
            N_("Lowest precipitation of the area"),
            "PRECIPITATION",
            Kind.MINIMUM,
        ),
        Statistic(
            "PRECIPITATION_MAXIMUM",
            N_("Highest precipitation of the area"),
            "PRECIPITATION",
            Kind.MAXIMUM,
        ),
        Statistic(
            "TEMPERATURE_MINIMUM",
            N_("Lowest temperature of the area"),
            "TEMPERATURE",
            Kind.MINIMUM,
        ),
        Statistic(
            "TEMPERATURE_MAXIMUM",
            N_("Highest temperature of the area"),
            "TEMPERATURE",
            Kind.MAXIMUM,
        ),
        Statistic(
            "ELEVATION_MINIMUM", N_("Lowest elevation of the area"), "ELEVATION", Kind.MINIMUM
        ),
        Statistic(
            "ELEVATION_MAXIMUM", N_("Highest elevation of the area"), "ELEVATION", Kind.MAXIMUM
        ),
    ),
    checks=(Check(_outside, OUTSIDE_MESSAGE),),
    shared=_factors,
    symbols={"NPP": "NPPmean", "PRECIPITATION": "P", "TEMPERATURE": "T", "ELEVATION": "h"},
    notes=(
        LIMITS_NOTE,
        FUNCTION_LAND_NOTE,
        N_(
            "The driest, the coldest and the highest pixel of the area get 0, whatever lives "
            "there: wetlands in deserts and high mountains deserve a look by an expert."
        ),
    ),
    tags=("NPP", "Sbio"),
)

"""Windbreak and sand fixation 防风固沙 by net primary productivity (fact sheet 1.4 b)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess import erodibility as k_factor
from redline_plugin.core.assess import production
from redline_plugin.core.assess.inputs import (
    FUNCTION_LAND,
    FUNCTION_LAND_NOTE,
    FUNCTION_LAND_TABLE,
    NPP,
    SLOPE,
    SOIL_ERODIBILITY,
)
from redline_plugin.core.assess.scaling import (
    LIMITS_NOTE,
    MINMAX,
    NONE,
    OUTSIDE_MESSAGE,
    RULE_LIKELY,
    UNSETTLED,
    beyond,
    unit_range,
)
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Choice,
    Group,
    Kind,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
    Statistic,
    TableFile,
)
from redline_plugin.core.text import N_

_ROUGHNESS_SCALING = Choice(
    "ROUGHNESS_SCALING",
    N_("Surface roughness D"),
    (
        Option(MINMAX, N_("Normalised by the lowest and highest value of the area"), RULE_LIKELY),
        Option(NONE, N_("As it is: 1 on flat land, more on slopes"), UNSETTLED),
    ),
    MINMAX,
    N_(
        "Normalised, the flattest land of the area gets an index of 0, also on a sandy plain; such "
        "pixels are counted. As it is, D changes the index by little on gentle slopes."
    ),
)

_LAND = replace(
    FUNCTION_LAND,
    table=replace(
        FUNCTION_LAND_TABLE,
        others=(
            TableFile(
                "sandfixation",
                N_("As for the wind erosion equation"),
                "sand_fixation_land.csv",
                Reference(
                    N_("Redline's own rule"),
                    N_("bare and sandy land count, wetlands do not"),
                    Certainty.ADVICE,
                ),
            ),
        ),
    ),
)


def sand_fixation_index(
    production_mean: NDArray, erodibility: NDArray, climatic_erosivity: NDArray, roughness: NDArray
) -> NDArray:
    """Return Sws = NPP * K * Fq * D; any shape.

    Args:
        production_mean: multi-year mean net primary productivity, gC m-2 a-1 or normalised.
        erodibility: soil erodibility K, normalised to 0 to 1 (see the model's choice).
        climatic_erosivity: Fq, normalised to 0 to 1.
        roughness: D, at least 1, or normalised to 0 to 1.
    """
    return production_mean * erodibility * climatic_erosivity * roughness


def surface_roughness(slope: NDArray) -> NDArray[np.float64]:
    """Return D = 1 / cos(slope) of a slope in degrees, below 90; any shape.

    In double precision: on gentle slopes D differs from 1 by millionths, and normalising looks at
    just this difference.
    """
    roughness: NDArray[np.float64] = np.deg2rad(slope, dtype=np.float64)
    np.cos(roughness, out=roughness)
    return np.divide(1.0, roughness, out=roughness)


def _roughness_at(slope: float) -> float:
    return 1.0 / math.cos(math.radians(slope))


def _factors(
    npp: NDArray,
    erodibility: NDArray,
    climatic_erosivity: NDArray,
    slope: NDArray,
    land: NDArray | None = None,  # noqa: ARG001
    *,
    npp_scaling: str,
    erodibility_scaling: str,
    roughness_scaling: str,
    erosivity_minimum: float,
    erosivity_maximum: float,
    npp_minimum: float = np.nan,
    npp_maximum: float = np.nan,
    erodibility_minimum: float = np.nan,
    erodibility_maximum: float = np.nan,
    slope_minimum: float = np.nan,
    slope_maximum: float = np.nan,
) -> Mapping[str, NDArray]:
    # Land that the table leaves out is nodata before it comes here.
    scaled, outside = production.scaled_production(npp, npp_scaling, npp_minimum, npp_maximum)
    k, outside_k = k_factor.scaled_erodibility(
        erodibility, erodibility_scaling, erodibility_minimum, erodibility_maximum
    )
    far = beyond(climatic_erosivity, erosivity_minimum, erosivity_maximum)
    for more in (outside, outside_k):
        if more is not None:
            far |= more
    roughness = surface_roughness(slope)
    flattest = np.zeros(slope.shape, dtype=bool)
    if roughness_scaling == MINMAX:
        # D rises with the slope, so its limits are those of the slope.
        roughness = unit_range(
            roughness, _roughness_at(slope_minimum), _roughness_at(slope_maximum)
        )
        far |= beyond(slope, slope_minimum, slope_maximum)
        flattest = slope <= float(slope_minimum)
    return {
        "NPPmean": scaled,
        "K": k,
        "Fq": unit_range(climatic_erosivity, erosivity_minimum, erosivity_maximum),
        "D": roughness.astype(slope.dtype),
        "outside": far,
        "flattest": flattest,
    }


def _index(factors: Mapping[str, NDArray]) -> NDArray:
    return sand_fixation_index(factors["NPPmean"], factors["K"], factors["Fq"], factors["D"])


def _outside(factors: Mapping[str, NDArray]) -> NDArray:
    return factors["outside"]


def _flattest(factors: Mapping[str, NDArray]) -> NDArray:
    return factors["flattest"]


def _needs_slope(choices: Mapping[str, str]) -> bool:
    return choices[_ROUGHNESS_SCALING.name] == MINMAX


MODEL = Model(
    id="sandfixationindex",
    title=N_("Windbreak and sand fixation (NPP index)"),
    group=Group.FUNCTION,
    about=N_(
        "Index of how much an ecosystem holds sand against the wind: plant production, times the "
        "erodibility of the soil, times the wind's climatic erosivity, times the roughness of the "
        "ground. An index for ranking, not an amount."
    ),
    equation="Sws = NPPmean·K·Fq·D, D = 1/cos θ",
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, windbreak and sand fixation, net primary productivity method; read in a "
            "paper"
        ),
        Certainty.SEEN,
    ),
    inputs=(
        NPP,
        SOIL_ERODIBILITY,
        RasterInput(
            "CLIMATIC_EROSIVITY",
            N_("Climatic erosivity of the wind"),
            "1",
            (0, None),
            help=N_("Multi-year mean; it is normalised here, so its scale does not matter."),
        ),
        replace(SLOPE, valid=(0, 89)),
        _LAND,
    ),
    outputs=(
        RasterOutput("OUTPUT", N_("Sand fixation index"), "1", _index, (0, None), ramp="sand"),
    ),
    choices=(production.SCALING, k_factor.SCALING, _ROUGHNESS_SCALING),
    statistics=(
        *production.STATISTICS,
        *k_factor.STATISTICS,
        Statistic(
            "EROSIVITY_MINIMUM",
            N_("Lowest climatic erosivity of the area"),
            "CLIMATIC_EROSIVITY",
            Kind.MINIMUM,
        ),
        Statistic(
            "EROSIVITY_MAXIMUM",
            N_("Highest climatic erosivity of the area"),
            "CLIMATIC_EROSIVITY",
            Kind.MAXIMUM,
        ),
        Statistic(
            "SLOPE_MINIMUM",
            N_("Lowest slope of the area"),
            "SLOPE",
            Kind.MINIMUM,
            used=_needs_slope,
        ),
        Statistic(
            "SLOPE_MAXIMUM",
            N_("Highest slope of the area"),
            "SLOPE",
            Kind.MAXIMUM,
            used=_needs_slope,
        ),
    ),
    checks=(
        Check(_outside, OUTSIDE_MESSAGE),
        Check(
            _flattest,
            N_(
                "{count} pixels ({share:.1f} %) get an index of 0 only because they are the flattest "
                "land of the area. If sandy plains are among them, do not normalise the surface "
                "roughness."
            ),
        ),
    ),
    shared=_factors,
    symbols={
        "NPP": "NPPmean",
        "SOIL_ERODIBILITY": "K",
        "CLIMATIC_EROSIVITY": "Fq",
        "SLOPE": "θ",
    },
    notes=(
        LIMITS_NOTE,
        FUNCTION_LAND_NOTE,
        N_(
            "The wind erosion equation counts bare and sandy land and leaves wetlands out. Choose the "
            "other table to compare the index with it on the same land."
        ),
    ),
    tags=("NPP", "Sws", N_("wind erosion")),
)

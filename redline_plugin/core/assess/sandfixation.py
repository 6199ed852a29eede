"""Windbreak and sand fixation 防风固沙 by the revised wind erosion equation (fact sheet 1.4 a)."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    CodeTable,
    Coefficient,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil.inputs import (
    ERODIBLE_FRACTION,
    PER_CENT_HINT,
    SOIL_CRUST,
    SOIL_ROUGHNESS,
)
from redline_plugin.core.text import N_

TRANSPORT = 109.8
FIELD_LENGTH = 150.71
EXPONENT = 0.3711
# SL is proportional to B * q * exp(-q) with q = (z/s)**2, and q to B**0.7422. Its derivative by B is
# zero at q = 1.7422 / 0.7422: from there on a stronger wind would blow away less.
TURNING = math.sqrt((1 + 2 * EXPONENT) / (2 * EXPONENT))


def maximum_transport(factors: NDArray) -> NDArray:
    """Return Qmax = 109.8 * B in kg/m; ``factors`` is B = WF * EF * SCF * K' * C in kg/m."""
    return TRANSPORT * factors


def critical_length(factors: NDArray) -> NDArray:
    """Return s = 150.71 * B ** -0.3711 in m, infinite where B is 0; any shape."""
    return FIELD_LENGTH / np.power(factors, EXPONENT)


def wind_erosion(transport: NDArray, length: NDArray, distance: float) -> NDArray:
    """Return SL = 2 z / s**2 * Qmax * exp(-(z/s)**2) in kg/m2; any shape.

    Args:
        transport: Qmax, kg/m.
        length: s, m; where it is infinite nothing is blown away.
        distance: z, m.
    """
    return _erosion_at(transport, float(distance) / length, float(distance))


def _erosion_at(transport: NDArray, ratio: NDArray, distance: float) -> NDArray:
    # 2 z / s**2 is 2 / z * (z/s)**2, which stays finite where s is infinite.
    squared = np.square(ratio)
    return (2.0 / distance) * transport * squared * np.exp(-squared)


def _intermediates(
    weather: NDArray,
    erodible: NDArray,
    crust: NDArray,
    roughness: NDArray,
    cover: NDArray,
    ecosystem: NDArray | None = None,  # noqa: ARG001
    *,
    distance: float,
) -> Mapping[str, NDArray]:
    # Land that the table leaves out is nodata before it comes here.
    distance = float(distance)
    bare = weather * erodible * crust * roughness
    found: dict[str, NDArray] = {}
    for suffix, factors in (("_pot", bare), ("", bare * cover)):
        transport, length = maximum_transport(factors), critical_length(factors)
        ratio = distance / length
        found[f"B{suffix}"] = factors
        found[f"Qmax{suffix}"] = transport
        found[f"s{suffix}"] = length
        found[f"z/s{suffix}"] = ratio
        found[f"SL{suffix}"] = _erosion_at(transport, ratio, distance)
    return found


def _fixed(parts: Mapping[str, NDArray]) -> NDArray:
    return parts["SL_pot"] - parts["SL"]


def _potential(parts: Mapping[str, NDArray]) -> NDArray:
    return parts["SL_pot"]


def _actual(parts: Mapping[str, NDArray]) -> NDArray:
    return parts["SL"]


def _potential_turned(parts: Mapping[str, NDArray]) -> NDArray:
    return parts["z/s_pot"] > TURNING


def _actual_turned(parts: Mapping[str, NDArray]) -> NDArray:
    return parts["z/s"] > TURNING


def _negative(parts: Mapping[str, NDArray]) -> NDArray:
    return parts["SL_pot"] < parts["SL"]


MODEL = Model(
    id="sandfixation",
    title=N_("Windbreak and sand fixation (RWEQ)"),
    group=Group.FUNCTION,
    about=N_(
        "Sand that vegetation keeps from being blown away: wind erosion of bare ground less actual "
        "wind erosion, by the revised wind erosion equation. Where the difference is negative the "
        "result is 0, and these pixels are counted."
    ),
    equation=(
        "SR = SL_pot − SL, SL = 2z/s²·Qmax·exp(−(z/s)²), Qmax = 109.8·B, s = 150.71·B^(−0.3711), "
        "B = WF·EF·SCF·K'·C; SL_pot: C = 1"
    ),
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, windbreak and sand fixation, model method; read in papers and code that "
            "apply the Guide"
        ),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "WEATHER_FACTOR",
            N_("Weather factor WF"),
            "kg/m",
            (0, None),
            help=N_("Of the whole period that is assessed; its wind, not yet the soil and cover."),
        ),
        ERODIBLE_FRACTION,
        SOIL_CRUST,
        SOIL_ROUGHNESS,
        RasterInput(
            "WIND_COVER",
            N_("Vegetation factor C of the wind erosion equation"),
            "1",
            (0, 1),
            help=N_("1 on bare ground, near 0 under dense cover. It is not the vegetation cover."),
            hints=(PER_CENT_HINT,),
        ),
        RasterInput(
            "ECOSYSTEM",
            N_("Ecosystem classes"),
            optional=True,
            table=CodeTable(
                "SAND_FIXATION_LAND",
                N_("Land that can fix sand"),
                "sand_fixation_land.csv",
                "1",
                (1, 1),
            ),
            help=N_("If given, classes without a 1 in the table (built-up, wet) are left out."),
        ),
    ),
    outputs=(
        RasterOutput("OUTPUT", N_("Sand fixed"), "kg/m2", _fixed, (0, None), ramp="sand"),
        RasterOutput(
            "POTENTIAL_EROSION",
            N_("Potential wind erosion"),
            "kg/m2",
            _potential,
            (0, None),
            optional=True,
            ramp="erosion",
        ),
        RasterOutput(
            "ACTUAL_EROSION",
            N_("Actual wind erosion"),
            "kg/m2",
            _actual,
            (0, None),
            optional=True,
            ramp="erosion",
        ),
    ),
    coefficients=(
        Coefficient(
            "DISTANCE",
            N_("Downwind distance z"),
            50,
            (1, 10000),
            "m",
            Reference(
                N_("Two published codes of the equation"),
                N_("50 m in both; a third has 900 m, at which erosion vanishes"),
                Certainty.CONFLICT,
            ),
        ),
    ),
    checks=(
        Check(
            _potential_turned,
            N_(
                "{count} pixels ({share:.1f} %) have a potential erosion beyond the equation's turning "
                "point (z/s above 1.5321): there more wind gives less erosion. Check the weather "
                "factor and the distance z."
            ),
        ),
        Check(
            _actual_turned,
            N_(
                "{count} pixels ({share:.1f} %) have an actual erosion beyond the equation's turning "
                "point (z/s above 1.5321): there more wind gives less erosion. Check the weather "
                "factor and the distance z."
            ),
        ),
        Check(
            _negative,
            N_(
                "{count} pixels ({share:.1f} %) would lose more sand with vegetation than without, "
                "which the equation only gives beyond its turning point; they are set to 0."
            ),
        ),
    ),
    shared=_intermediates,
    symbols={
        "WEATHER_FACTOR": "WF",
        "ERODIBLE_FRACTION": "EF",
        "SOIL_CRUST": "SCF",
        "SOIL_ROUGHNESS": "K'",
        "WIND_COVER": "C",
        "DISTANCE": "z",
    },
    notes=(
        N_("1 kg/m2 is 1000 t/km2, or 10 t/hm2."),
        N_(
            "The equation is not linear. The sum of twelve monthly runs is not the run of the "
            "year's sum, and no source read gives the Guide's time step: use the same one for all "
            "that you compare."
        ),
        N_(
            "With z = 50 m the equation turns at B = 61.7 kg/m, with z = 900 m already at 0.03 "
            "kg/m."
        ),
    ),
    tags=("RWEQ", N_("wind erosion"), "SR", "SL"),
)

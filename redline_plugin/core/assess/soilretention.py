"""Soil retention 水土保持 by the revised universal soil loss equation (fact sheet 1.3 a)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import (
    FUNCTION_LAND,
    RAINFALL_EROSIVITY,
    SOIL_ERODIBILITY,
)
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Group,
    Hint,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

# Each takes the land that counts last, which the equation does not have: the framework has already left
# out the other land.


def soil_retention(
    r: NDArray,
    k: NDArray,
    ls: NDArray,
    c: NDArray,
    land: NDArray | None = None,  # noqa: ARG001
) -> NDArray:
    """Return A_c = A_p - A_r = R * K * LS * (1 - C) in t hm-2 a-1; arrays of one shape."""
    return r * k * ls * (1 - c)


def potential_erosion(
    r: NDArray,
    k: NDArray,
    ls: NDArray,
    c: NDArray,  # noqa: ARG001
    land: NDArray | None = None,  # noqa: ARG001
) -> NDArray:
    """Return A_p = R * K * LS in t hm-2 a-1: erosion if the ground were bare."""
    return r * k * ls


def actual_erosion(
    r: NDArray,
    k: NDArray,
    ls: NDArray,
    c: NDArray,
    land: NDArray | None = None,  # noqa: ARG001
) -> NDArray:
    """Return A_r = R * K * LS * C in t hm-2 a-1."""
    return r * k * ls * c


MODEL = Model(
    id="soilretention",
    title=N_("Soil retention (RUSLE)"),
    group=Group.FUNCTION,
    about=N_(
        "Soil that vegetation keeps from being washed away: potential erosion of bare ground less "
        "actual erosion."
    ),
    equation="A = R·K·LS·(1 − C)",
    reference=Reference(
        GUIDE,
        N_("appendix A, soil and water conservation; read in papers that apply the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        RAINFALL_EROSIVITY,
        SOIL_ERODIBILITY,
        RasterInput(
            "SLOPE_LENGTH_STEEPNESS",
            N_("Slope length and steepness LS"),
            "1",
            (0, 1000),
            hints=(
                Hint(
                    None,
                    60,
                    N_(
                        "The mean is above 60: it looks like a relief or a slope length in m. LS "
                        "has no unit and is about 1 on the unit plot."
                    ),
                ),
            ),
        ),
        RasterInput(
            "COVER_MANAGEMENT",
            N_("Cover factor C"),
            "1",
            (0, 1),
            help=N_("1 on bare ground, near 0 under dense cover. It is not the vegetation cover."),
            hints=(
                Hint(
                    None,
                    1.5,
                    N_("The mean is above 1: it looks like per cent. Divide it by 100."),
                ),
                Hint(
                    None,
                    0.6,
                    N_(
                        "The mean is above 0.6, as on bare land: it may be the vegetation cover, "
                        "which runs the other way."
                    ),
                ),
            ),
        ),
        FUNCTION_LAND,
    ),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Soil retention"), "t hm-2 a-1", soil_retention, (0, None), ramp="soil"
        ),
        RasterOutput(
            "POTENTIAL_EROSION",
            N_("Potential soil erosion"),
            "t hm-2 a-1",
            potential_erosion,
            (0, None),
            optional=True,
            ramp="erosion",
        ),
        RasterOutput(
            "ACTUAL_EROSION",
            N_("Actual soil erosion"),
            "t hm-2 a-1",
            actual_erosion,
            (0, None),
            optional=True,
            ramp="erosion",
        ),
    ),
    symbols={
        "RAINFALL_EROSIVITY": "R",
        "SOIL_ERODIBILITY": "K",
        "SLOPE_LENGTH_STEEPNESS": "LS",
        "COVER_MANAGEMENT": "C",
    },
    notes=(
        N_("1 t/hm2 is 100 t/km2. Some papers print the factors in km2-based units."),
        N_(
            "Give the ecosystem classes to leave out built-up, bare and sandy land. By the cover factor "
            "alone a town (C = 0.01) holds more soil than a forest with 60 % cover (C = 0.02). Farmland "
            "counts. Which land counts is Redline's own rule: copy the table to change it."
        ),
        N_(
            "Lakes and rivers are among the wetlands, whose C is 0: on steep banks they seem to hold "
            "much soil. Where that disturbs, leave wetlands out in the table."
        ),
    ),
    tags=("RUSLE", "USLE", N_("soil loss"), N_("erosion")),
)

"""Erodible fraction EF 土壤可蚀性因子 of RWEQ (fact sheet 1.4)."""

from __future__ import annotations

from typing import Optional

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Group,
    Hint,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil import erodibility, wind
from redline_plugin.core.soil.inputs import (
    CLAY,
    MATTER_PER_CARBON,
    ORGANIC_MATTER,
    PARTS,
    SAND,
    SILT,
    organic_choice,
)
from redline_plugin.core.text import N_

Calcium = Optional[NDArray]

# The soils that the equation was made from (Fryrear et al. 1994), in per cent.
SAND_RANGE = (5.5, 93.6)
SILT_RANGE = (0.5, 69.5)
CLAY_RANGE = (5.0, 39.3)
MATTER_RANGE = (0.18, 4.79)
CALCIUM_RANGE = (0.0, 25.2)


def erodible_fraction(
    sand: NDArray,
    silt: NDArray,
    clay: NDArray,
    content: NDArray,
    calcium: Calcium,
    *,
    organic: str,
    matter_per_carbon: float,
) -> NDArray:
    """Return EF; arrays of one shape, in %; no calcium carbonate when ``calcium`` is None."""
    matter = erodibility.organic_matter(content, organic, matter_per_carbon)
    return wind.erodible_fraction(sand, silt, clay, matter, calcium)


def _outside(values: NDArray, limits: tuple[float, float]) -> NDArray:
    return (values < limits[0]) | (values > limits[1])


def _texture_outside(
    sand: NDArray,
    silt: NDArray,
    clay: NDArray,
    _content: NDArray,
    _calcium: Calcium,
    **_names: object,
) -> NDArray:
    return _outside(sand, SAND_RANGE) | _outside(silt, SILT_RANGE) | _outside(clay, CLAY_RANGE)


def _matter_outside(
    _sand: NDArray,
    _silt: NDArray,
    _clay: NDArray,
    content: NDArray,
    _calcium: Calcium,
    *,
    organic: str,
    matter_per_carbon: float,
) -> NDArray:
    return _outside(erodibility.organic_matter(content, organic, matter_per_carbon), MATTER_RANGE)


def _calcium_outside(
    sand: NDArray,
    _silt: NDArray,
    _clay: NDArray,
    _content: NDArray,
    calcium: Calcium,
    **_names: object,
) -> NDArray:
    if calcium is None:
        return np.zeros(np.shape(sand), bool)
    return _outside(calcium, CALCIUM_RANGE)


MODEL = Model(
    id="erodiblefraction",
    title=N_("Erodible fraction of soil (RWEQ)"),
    group=Group.SOIL,
    about=N_(
        "Share of the soil surface in grains and clods that wind can carry, from texture, organic "
        "matter and calcium carbonate. Without a raster of calcium carbonate it counts as 0. Soils "
        "outside the range that the equation was made from are counted."
    ),
    equation="EF = (29.09 + 0.31·sa + 0.17·si + 0.33·sa/cl − 2.59·OM − 0.95·CaCO3)/100",
    reference=Reference(
        N_("RWEQ (Fryrear et al.)"),
        N_("equation read in public code; some codes omit the division by 100 (sources differ)"),
        Certainty.SEEN,
    ),
    inputs=(
        SAND,
        SILT,
        CLAY,
        ORGANIC_MATTER,
        RasterInput(
            "CALCIUM_CARBONATE",
            N_("Calcium carbonate"),
            "%",
            (0, 100),
            optional=True,
            help=N_("Per cent by weight. Left out, it counts as 0, which makes EF larger."),
            hints=(
                Hint(
                    None,
                    40.0,
                    N_("The mean is above 40 %: it looks like g/kg. Give per cent, a tenth of it."),
                ),
            ),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Erodible fraction"),
            "1",
            erodible_fraction,
            (0, 1),
            ramp="sand",
            term="ERODIBLE_FRACTION",
        ),
    ),
    coefficients=(MATTER_PER_CARBON,),
    choices=(organic_choice("matter"),),
    checks=(
        Check(
            _texture_outside,
            N_(
                "{count} pixels ({share:.1f} % of the valid ones) have a texture outside the soils that "
                "the equation was made from: sand 5.5 to 93.6 %, silt 0.5 to 69.5 %, clay 5 to 39.3 %. "
                "Their EF is an extrapolation."
            ),
        ),
        Check(
            _matter_outside,
            N_(
                "{count} pixels ({share:.1f} % of the valid ones) have organic matter outside the soils "
                "that the equation was made from, 0.18 to 4.79 %. Their EF is an extrapolation."
            ),
        ),
        Check(
            _calcium_outside,
            N_(
                "{count} pixels ({share:.1f} % of the valid ones) have calcium carbonate above 25.2 %, "
                "outside the soils that the equation was made from. Their EF is an extrapolation."
            ),
        ),
    ),
    wholes=PARTS,
    symbols={
        "SAND": "sa",
        "SILT": "si",
        "CLAY": "cl",
        "ORGANIC_MATTER": "OM",
        "CALCIUM_CARBONATE": "CaCO3",
    },
    notes=(
        N_(
            "The ranges of the soils are from general knowledge of Fryrear's paper of 1994, not read."
        ),
        N_(
            "The equation subtracts organic matter; one public code adds it and uses fractions. "
            "Redline uses per cent and subtracts."
        ),
        N_("Pixels without clay have no value: the equation divides by it."),
    ),
    tags=("RWEQ", "EF", N_("wind erosion"), N_("sand fixation")),
)

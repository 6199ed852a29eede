"""Sensitivity to soil erosion 水土流失敏感性 (fact sheet 2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    CodeTable,
    Coefficient,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

_LIMITS = Reference(
    N_("Guide 2017, appendix B, soil erosion"),
    N_("limits as default values in code that applies the Guide"),
    Certainty.SEEN,
)


def score_rising(values: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 1 below ``low``, 3 from ``low`` to ``high`` (both in), 5 above; any shape."""
    return np.where(values > high, np.float32(5), np.where(values < low, np.float32(1), 3)).astype(
        np.float32
    )


def score_cover(cover: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 5 for cover up to ``low`` (in), 1 from ``high`` (in), 3 between; any shape."""
    # The limits are decimals; in single precision 0.2 read from a file is not 0.2 in double.
    low, high = cover.dtype.type(low), cover.dtype.type(high)
    return np.where(cover <= low, np.float32(5), np.where(cover >= high, np.float32(1), 3)).astype(
        np.float32
    )


def geometric_mean_of_scores(*scores: NDArray) -> NDArray[np.float32]:
    """Return the n-th root of the product of scores 1, 3, 5; any shape."""
    product = scores[0].astype(np.float64)
    for score in scores[1:]:
        product = product * score
    return np.power(product, 1.0 / len(scores)).astype(np.float32)


def soil_erosion_sensitivity(
    rainfall_erosivity: NDArray,
    texture_score: NDArray,
    relief: NDArray,
    vegetation_cover: NDArray,
    *,
    erosivity_low: float,
    erosivity_high: float,
    relief_low: float,
    relief_high: float,
    cover_low: float,
    cover_high: float,
) -> NDArray[np.float32]:
    """Return SS = (R * K * LS * C) ** (1/4) of the factors' scores, 1 to 5.

    Args:
        rainfall_erosivity: R, MJ mm hm-2 h-1 a-1.
        texture_score: score of the soil texture, 1, 3 or 5.
        relief: relief amplitude, m.
        vegetation_cover: fraction, 0 to 1.
        erosivity_low: limit between score 1 and 3 of R.
        erosivity_high: limit between score 3 and 5 of R.
        relief_low: limit between score 1 and 3 of the relief, m.
        relief_high: limit between score 3 and 5 of the relief, m.
        cover_low: cover up to this scores 5.
        cover_high: cover from this on scores 1.
    """
    return geometric_mean_of_scores(
        score_rising(rainfall_erosivity, erosivity_low, erosivity_high),
        texture_score,
        score_rising(relief, relief_low, relief_high),
        score_cover(vegetation_cover, cover_low, cover_high),
    )


MODEL = Model(
    id="soilerosionsensitivity",
    title=N_("Soil erosion sensitivity"),
    group=Group.SENSITIVITY,
    about=N_(
        "Each factor is scored 1 (general), 3 (sensitive) or 5 (extremely sensitive); the index is "
        "the geometric mean of the four scores."
    ),
    equation="SS = (R·K·LS·C)^(1/4)",
    reference=Reference(
        N_("Guide for delineating ecological protection red lines, 2017 (环办生态〔2017〕48号)"),
        N_("appendix B, soil erosion; formula read in a paper that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "RAINFALL_EROSIVITY", N_("Rainfall erosivity R"), "MJ mm hm-2 h-1 a-1", (0, 100000)
        ),
        RasterInput(
            "SOIL_TEXTURE",
            N_("Soil texture classes"),
            table=CodeTable(
                "TEXTURE_SCORES",
                N_("Score of the soil texture"),
                "soil_texture_erosion_scores.csv",
                "1",
                (1, 5),
            ),
            help=N_(
                "Codes of the Chinese texture system, as in the table of scores. Codes without a "
                "score are left out and told."
            ),
        ),
        RasterInput("RELIEF", N_("Relief amplitude"), "m", (0, 9000)),
        RasterInput(
            "VEGETATION_COVER",
            N_("Vegetation cover"),
            "1",
            (0, 1),
            help=N_("A fraction from 0 to 1, not per cent and not raw NDVI."),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Soil erosion sensitivity index"), "1", soil_erosion_sensitivity, (1, 5)
        ),
    ),
    coefficients=(
        Coefficient(
            "EROSIVITY_LOW",
            N_("Erosivity: from here sensitive"),
            100,
            (0, None),
            "MJ mm hm-2 h-1 a-1",
            _LIMITS,
        ),
        Coefficient(
            "EROSIVITY_HIGH",
            N_("Erosivity: above this extremely sensitive"),
            600,
            (0, None),
            "MJ mm hm-2 h-1 a-1",
            _LIMITS,
        ),
        Coefficient("RELIEF_LOW", N_("Relief: from here sensitive"), 50, (0, None), "m", _LIMITS),
        Coefficient(
            "RELIEF_HIGH",
            N_("Relief: above this extremely sensitive"),
            300,
            (0, None),
            "m",
            _LIMITS,
        ),
        Coefficient(
            "COVER_LOW", N_("Cover: up to this extremely sensitive"), 0.2, (0, 1), "1", _LIMITS
        ),
        Coefficient(
            "COVER_HIGH", N_("Cover: from here only generally sensitive"), 0.6, (0, 1), "1", _LIMITS
        ),
    ),
    notes=(
        N_(
            "The erosivity limits 100 and 600 come from rules of 2003 and older units. With R in "
            "SI units nearly all of humid China scores 5; set limits that fit your R."
        ),
        N_("Do not resample or smooth scores; the index takes few, discrete values."),
    ),
    tags=(N_("erosion"), "SS"),
)

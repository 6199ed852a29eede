"""Sensitivity to soil erosion 水土流失敏感性 (fact sheet 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import RAINFALL_EROSIVITY, RELIEF_HINT, VEGETATION_COVER
from redline_plugin.core.assess.scores import geometric_mean_of_scores, score_cover, score_rising
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    CodeTable,
    Coefficient,
    Group,
    Hint,
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


def soil_erosion_scores(
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
) -> Mapping[str, NDArray]:
    """Return the factors' scores R, K, LS and C, and SS = (R * K * LS * C) ** (1/4), 1 to 5.

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
    scores = {
        "R": score_rising(rainfall_erosivity, erosivity_low, erosivity_high),
        "K": texture_score,
        "LS": score_rising(relief, relief_low, relief_high),
        "C": score_cover(vegetation_cover, cover_low, cover_high),
    }
    return {**scores, "SS": geometric_mean_of_scores(*scores.values())}


def soil_erosion_sensitivity(*factors: NDArray, **limits: Any) -> NDArray[np.float32]:
    """Return SS alone, of what :func:`soil_erosion_scores` takes."""
    return _index(soil_erosion_scores(*factors, **limits))


def _index(scores: Mapping[str, NDArray]) -> NDArray[np.float32]:
    return scores["SS"]


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
        GUIDE,
        N_("appendix B, soil erosion; formula read in a paper that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        replace(
            RAINFALL_EROSIVITY,
            hints=(
                *RAINFALL_EROSIVITY.hints,
                Hint(
                    None,
                    600,
                    N_(
                        "The mean is above 600, so most of the area scores 5 by the default "
                        "limits: these come from rules of 2003 and older units. Set limits that "
                        "fit your R."
                    ),
                ),
            ),
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
        RasterInput("RELIEF", N_("Relief amplitude"), "m", (0, 9000), hints=(RELIEF_HINT,)),
        VEGETATION_COVER,
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Soil erosion sensitivity index"),
            "1",
            _index,
            (1, 5),
            ramp="sensitivity",
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
    shared=soil_erosion_scores,
    parts={
        "R": N_("Score of the rainfall erosivity"),
        "K": N_("Score of the soil texture"),
        "LS": N_("Score of the relief"),
        "C": N_("Score of the vegetation cover"),
    },
    symbols={
        "RAINFALL_EROSIVITY": "R",
        "SOIL_TEXTURE": "K",
        "RELIEF": "LS",
        "VEGETATION_COVER": "C",
    },
    rising=(
        ("EROSIVITY_LOW", "EROSIVITY_HIGH"),
        ("RELIEF_LOW", "RELIEF_HIGH"),
        ("COVER_LOW", "COVER_HIGH"),
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

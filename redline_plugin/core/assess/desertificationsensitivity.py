"""Sensitivity to desertification 土地沙化敏感性 (fact sheet 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import VEGETATION_COVER
from redline_plugin.core.assess.scores import (
    geometric_mean_of_scores,
    score_cover,
    score_rising_up_to,
)
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
    N_("Guide 2017, appendix B, desertification"),
    N_("limits as default values in code that applies the Guide"),
    Certainty.SEEN,
)


def desertification_scores(
    dryness: NDArray,
    wind_days: NDArray,
    texture_score: NDArray,
    vegetation_cover: NDArray,
    *,
    dryness_low: float,
    dryness_high: float,
    wind_days_low: float,
    wind_days_high: float,
    cover_low: float,
    cover_high: float,
) -> Mapping[str, NDArray]:
    """Return the factors' scores I, W, K and C, and D = (I * W * K * C) ** (1/4); any shape.

    Args:
        dryness: dryness index I; infinite (no rain) scores 5.
        wind_days: W, days with sand-driving wind.
        texture_score: score of the soil texture, 1, 3 or 5.
        vegetation_cover: fraction, 0 to 1.
        dryness_low: dryness up to this scores 1.
        dryness_high: dryness from this on scores 5.
        wind_days_low: days up to this score 1.
        wind_days_high: days from this on score 5.
        cover_low: cover up to this scores 5.
        cover_high: cover from this on scores 1.
    """
    scores = {
        "I": score_rising_up_to(dryness, dryness_low, dryness_high),
        "W": score_rising_up_to(wind_days, wind_days_low, wind_days_high),
        "K": texture_score,
        "C": score_cover(vegetation_cover, cover_low, cover_high),
    }
    return {**scores, "D": geometric_mean_of_scores(*scores.values())}


def desertification_sensitivity(*factors: NDArray, **limits: Any) -> NDArray[np.float32]:
    """Return D alone, of what :func:`desertification_scores` takes."""
    return _index(desertification_scores(*factors, **limits))


def _index(scores: Mapping[str, NDArray]) -> NDArray[np.float32]:
    return scores["D"]


MODEL = Model(
    id="desertificationsensitivity",
    title=N_("Desertification sensitivity"),
    group=Group.SENSITIVITY,
    about=N_(
        "How easily land turns to sand: dryness, days with sand-driving wind, soil texture and "
        "vegetation cover are scored 1, 3 or 5; the index is the geometric mean of the four scores."
    ),
    equation="D = (I·W·K·C)^(1/4)",
    reference=Reference(
        GUIDE,
        N_("appendix B, desertification; formula read in a paper that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "DRYNESS",
            N_("Dryness index I"),
            "1",
            (0, None),
            help=N_(
                "0.16 times the accumulated temperature of days of 10 °C and more, by the rain of "
                "the same days."
            ),
            hints=(
                Hint(
                    None,
                    200,
                    N_(
                        "The mean is above 200: it looks like a temperature in tenths of a degree "
                        "or rain in cm. The dryness index runs from below 1 to some tens."
                    ),
                ),
            ),
        ),
        RasterInput(
            "WIND_DAYS",
            N_("Days with wind of 6 m/s and more"),
            "d",
            (0, 366),
            help=N_("In winter and spring: December, and January to May; mean of the years."),
            hints=(
                Hint(
                    None,
                    183,
                    N_(
                        "The mean is above 183, the days from December to May: it looks like the sum "
                        "of several years, or like tenths of a day."
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
                "soil_texture_desertification_scores.csv",
                "1",
                (1, 5),
            ),
            help=N_(
                "Codes of the Chinese texture system, as in the table of scores. Codes without a "
                "score are left out and told."
            ),
        ),
        VEGETATION_COVER,
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Desertification sensitivity index"),
            "1",
            _index,
            (1, 5),
            ramp="sensitivity",
        ),
    ),
    coefficients=(
        Coefficient(
            "DRYNESS_LOW",
            N_("Dryness: up to this only generally sensitive"),
            1.5,
            (0, None),
            "1",
            _LIMITS,
        ),
        Coefficient(
            "DRYNESS_HIGH",
            N_("Dryness: from here extremely sensitive"),
            16,
            (0, None),
            "1",
            _LIMITS,
        ),
        Coefficient(
            "WIND_DAYS_LOW",
            N_("Wind days: up to this only generally sensitive"),
            10,
            (0, 366),
            "d",
            _LIMITS,
        ),
        Coefficient(
            "WIND_DAYS_HIGH",
            N_("Wind days: from here extremely sensitive"),
            30,
            (0, 366),
            "d",
            _LIMITS,
        ),
        Coefficient(
            "COVER_LOW", N_("Cover: up to this extremely sensitive"), 0.2, (0, 1), "1", _LIMITS
        ),
        Coefficient(
            "COVER_HIGH", N_("Cover: from here only generally sensitive"), 0.6, (0, 1), "1", _LIMITS
        ),
    ),
    shared=desertification_scores,
    parts={
        "I": N_("Score of the dryness"),
        "W": N_("Score of the wind"),
        "K": N_("Score of the soil texture"),
        "C": N_("Score of the vegetation cover"),
    },
    symbols={
        "DRYNESS": "I",
        "WIND_DAYS": "W",
        "SOIL_TEXTURE": "K",
        "VEGETATION_COVER": "C",
    },
    rising=(
        ("DRYNESS_LOW", "DRYNESS_HIGH"),
        ("WIND_DAYS_LOW", "WIND_DAYS_HIGH"),
        ("COVER_LOW", "COVER_HIGH"),
    ),
    notes=(
        N_(
            "The limits of the wind days hold for winter and spring together; days of the whole "
            "year are more and score too high."
        ),
        N_("Do not resample or smooth scores; the index takes few, discrete values."),
    ),
    tags=(N_("desertification"), N_("sand"), N_("wind erosion")),
)

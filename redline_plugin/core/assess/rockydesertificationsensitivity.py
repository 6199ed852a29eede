"""Sensitivity to rocky desertification 石漠化敏感性 (fact sheet 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import SLOPE, VEGETATION_COVER
from redline_plugin.core.assess.scores import (
    geometric_mean_of_scores,
    score_cover,
    score_rising_up_to,
)
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Hint,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

LEFT_OUT = "leftout"
SCORED = "scored"

_LIMITS = Reference(
    N_("Guide 2017, appendix B, rocky desertification"),
    N_("limits as default values in code that applies the Guide"),
    Certainty.SEEN,
)


def rocky_desertification_scores(
    carbonate_share: NDArray,
    slope: NDArray,
    vegetation_cover: NDArray,
    karst: NDArray | None = None,
    *,
    other_land: str,
    carbonate_low: float,
    carbonate_high: float,
    slope_low: float,
    slope_high: float,
    cover_low: float,
    cover_high: float,
) -> Mapping[str, NDArray]:
    """Return the factors' scores D, P and C, S = (D * P * C) ** (1/3), and what is left out.

    Args:
        carbonate_share: D, share of carbonate rock outcrop, %; any shape.
        slope: P, degrees.
        vegetation_cover: C, fraction, 0 to 1.
        karst: above 0 is karst; 0 and NaN are not. None: wherever there is carbonate rock.
        other_land: ``leftout``: NaN where there is no karst; ``scored``: scored like the rest.
        carbonate_low: shares up to this score 1.
        carbonate_high: shares from this on score 5.
        slope_low: slopes up to this score 1.
        slope_high: slopes from this on score 5.
        cover_low: cover up to this scores 5.
        cover_high: cover from this on scores 1.

    Returns:
        Of the arrays' shape: the scores and S by these signs, and ``left_out``: where there is no
        karst and S therefore NaN.
    """
    scores = {
        "D": score_rising_up_to(carbonate_share, carbonate_low, carbonate_high),
        "P": score_rising_up_to(slope, slope_low, slope_high),
        "C": score_cover(vegetation_cover, cover_low, cover_high),
    }
    index = geometric_mean_of_scores(*scores.values())
    if other_land == LEFT_OUT:
        left_out = _no_karst(carbonate_share, karst)
        np.copyto(index, np.float32(np.nan), where=left_out)
    else:
        left_out = np.zeros(index.shape, dtype=bool)
    return {**scores, "S": index, "left_out": left_out}


def rocky_desertification_sensitivity(*factors: Any, **names: Any) -> NDArray[np.float32]:
    """Return S alone, of what :func:`rocky_desertification_scores` takes."""
    return _index(rocky_desertification_scores(*factors, **names))


def _no_karst(carbonate_share: NDArray, karst: NDArray | None) -> NDArray[np.bool_]:
    without = carbonate_share <= 0
    if karst is not None:
        without |= ~(karst > 0)
    return without


def _index(scores: Mapping[str, NDArray]) -> NDArray[np.float32]:
    return scores["S"]


def _left_out(scores: Mapping[str, NDArray]) -> NDArray[np.bool_]:
    return scores["left_out"]


MODEL = Model(
    id="rockydesertificationsensitivity",
    title=N_("Rocky desertification sensitivity"),
    group=Group.SENSITIVITY,
    about=N_(
        "How easily karst land turns to bare rock: share of carbonate rock, slope and vegetation "
        "cover are scored 1, 3 or 5; the index is the geometric mean of the three scores. Land "
        "without carbonate rock is left out."
    ),
    equation="S = (D·P·C)^(1/3)",
    reference=Reference(
        GUIDE,
        N_("appendix B, rocky desertification; formula read in a paper that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "CARBONATE_SHARE",
            N_("Share of carbonate rock outcrop"),
            "%",
            (0, 100),
            help=N_("Carbonate rock at the surface, in per cent of the area."),
            hints=(
                Hint(
                    1.001,
                    None,
                    N_(
                        "It looks like fractions, unless hardly any rock is there. The share must be "
                        "in per cent."
                    ),
                    percent=100,
                ),
            ),
        ),
        SLOPE,
        VEGETATION_COVER,
        RasterInput(
            "KARST",
            N_("Karst area"),
            optional=True,
            lenient=True,
            codes=True,
            help=N_("If given, only pixels with a value above 0 are karst."),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Rocky desertification sensitivity index"),
            "1",
            _index,
            (1, 5),
            ramp="sensitivity",
        ),
    ),
    coefficients=(
        Coefficient(
            "CARBONATE_LOW",
            N_("Carbonate rock: up to this only generally sensitive"),
            30,
            (0, 100),
            "%",
            _LIMITS,
        ),
        Coefficient(
            "CARBONATE_HIGH",
            N_("Carbonate rock: from here extremely sensitive"),
            70,
            (0, 100),
            "%",
            _LIMITS,
        ),
        Coefficient(
            "SLOPE_LOW",
            N_("Slope: up to this only generally sensitive"),
            8,
            (0, 90),
            "degrees",
            _LIMITS,
        ),
        Coefficient(
            "SLOPE_HIGH",
            N_("Slope: from here extremely sensitive"),
            25,
            (0, 90),
            "degrees",
            _LIMITS,
        ),
        Coefficient(
            "COVER_LOW", N_("Cover: up to this extremely sensitive"), 0.2, (0, 1), "1", _LIMITS
        ),
        Coefficient(
            "COVER_HIGH", N_("Cover: from here only generally sensitive"), 0.6, (0, 1), "1", _LIMITS
        ),
    ),
    choices=(
        Choice(
            "OTHER_LAND",
            N_("Land without carbonate rock"),
            (
                Option(
                    LEFT_OUT,
                    N_("Left out: it cannot turn to karst rock"),
                    Reference(N_("Redline"), certainty=Certainty.ADVICE),
                ),
                Option(
                    SCORED,
                    N_("Scored like the rest, with 1 for the rock"),
                    Reference(
                        N_("Guide 2017, appendix B, rocky desertification"),
                        N_("the table as it stands"),
                        Certainty.SEEN,
                    ),
                ),
            ),
            LEFT_OUT,
            N_(
                "Steep bare land without carbonate rock would score 2.9, which is sensitive by "
                "both sets of limits."
            ),
        ),
    ),
    checks=(
        Check(
            _left_out,
            N_("{count} pixels ({share:.1f} %) have no carbonate rock and are left out."),
        ),
    ),
    shared=rocky_desertification_scores,
    parts={
        "D": N_("Score of the carbonate rock"),
        "P": N_("Score of the slope"),
        "C": N_("Score of the vegetation cover"),
    },
    symbols={"CARBONATE_SHARE": "D", "SLOPE": "P", "VEGETATION_COVER": "C"},
    rising=(
        ("CARBONATE_LOW", "CARBONATE_HIGH"),
        ("SLOPE_LOW", "SLOPE_HIGH"),
        ("COVER_LOW", "COVER_HIGH"),
    ),
    notes=(N_("Do not resample or smooth scores; the index takes few, discrete values."),),
    tags=(N_("karst"), N_("desertification")),
)

"""Sensitivity to salinization 盐渍化敏感性 (fact sheet 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import PRECIPITATION
from redline_plugin.core.assess.scores import (
    geometric_mean_of_scores,
    score_falling,
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
    N_("Guide 2017, appendix B, salinization"),
    N_("limits as default values in code that applies the Guide"),
    Certainty.SEEN,
)
_DAILY = N_("The mean is below 100: it looks like mm per day. Evaporation must be in mm per year.")
_TENTHS = N_(
    "The mean is above 6000: it looks like tenths of mm, as stations report evaporation. It must be "
    "in mm per year."
)


def salinization_scores(
    evaporation: NDArray | None,
    potential_evapotranspiration: NDArray | None,
    precipitation: NDArray,
    groundwater_salinity: NDArray,
    groundwater_depth: NDArray,
    texture_score: NDArray,
    *,
    ratio_low: float,
    ratio_high: float,
    salinity_low: float,
    salinity_high: float,
    depth_low: float,
    depth_high: float,
) -> Mapping[str, NDArray]:
    """Return the factors' scores I, M, D and K, and S = (I * M * D * K) ** (1/4); any shape.

    Args:
        evaporation: of pans, mm a-1; None: take the potential evapotranspiration.
        potential_evapotranspiration: mm a-1; not used where pan evaporation is given.
        precipitation: mm a-1; where it is 0 and evaporation is not, I scores 5.
        groundwater_salinity: M, g/L.
        groundwater_depth: D, m below ground.
        texture_score: score of the soil texture, 1, 3 or 5.
        ratio_low: evaporation by precipitation up to this scores 1.
        ratio_high: evaporation by precipitation from this on scores 5.
        salinity_low: salinity up to this scores 1.
        salinity_high: salinity from this on scores 5.
        depth_low: depth up to this scores 5.
        depth_high: depth from this on scores 1.
    """
    # The model's ``one_of`` sees to it that one of the two is there.
    lost = cast(NDArray, potential_evapotranspiration if evaporation is None else evaporation)
    scores = {
        "I": score_rising_up_to(lost / precipitation, ratio_low, ratio_high),
        "M": score_rising_up_to(groundwater_salinity, salinity_low, salinity_high),
        "D": score_falling(groundwater_depth, depth_low, depth_high),
        "K": texture_score,
    }
    return {**scores, "S": geometric_mean_of_scores(*scores.values())}


def salinization_sensitivity(*factors: Any, **limits: Any) -> NDArray[np.float32]:
    """Return S alone, of what :func:`salinization_scores` takes."""
    return _index(salinization_scores(*factors, **limits))


def _index(scores: Mapping[str, NDArray]) -> NDArray[np.float32]:
    return scores["S"]


MODEL = Model(
    id="salinizationsensitivity",
    title=N_("Salinization sensitivity"),
    group=Group.SENSITIVITY,
    about=N_(
        "How easily soil turns salty: evaporation by rain, salinity and depth of the groundwater, "
        "and soil texture are scored 1, 3 or 5; the index is the geometric mean of the four scores."
    ),
    equation=N_("S = (I·M·D·K)^(1/4), I = evaporation / precipitation"),
    reference=Reference(
        GUIDE,
        N_("appendix B, salinization; formula read in code that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "EVAPORATION",
            N_("Mean annual pan evaporation"),
            "mm/a",
            (0, 20000),
            optional=True,
            help=N_(
                "As stations measure it; the limits were used with it. Give this or the potential "
                "evapotranspiration; if both are given, this is taken."
            ),
            hints=(Hint(100, None, _DAILY), Hint(None, 6000, _TENTHS)),
        ),
        RasterInput(
            "POTENTIAL_EVAPOTRANSPIRATION",
            N_("Mean annual potential evapotranspiration"),
            "mm/a",
            (0, 20000),
            optional=True,
            help=N_(
                "In place of pan evaporation, of which it is roughly half to four fifths: the "
                "ratio to rain, and so the score, comes out lower."
            ),
            hints=(Hint(100, None, _DAILY), Hint(None, 6000, _TENTHS)),
        ),
        PRECIPITATION,
        RasterInput(
            "GROUNDWATER_SALINITY",
            N_("Salinity of the groundwater"),
            "g/L",
            (0, 100000),
            hints=(
                Hint(
                    None,
                    100,
                    N_("The mean is above 100: it looks like mg/L. The salinity must be in g/L."),
                ),
            ),
        ),
        RasterInput(
            "GROUNDWATER_DEPTH",
            N_("Depth of the groundwater"),
            "m",
            (-1000, 9000),
            help=N_("Below ground, as a positive number."),
            hints=(
                Hint(
                    0,
                    None,
                    N_(
                        "The mean is below 0: depths seem to be counted as negative numbers. They "
                        "must be positive below ground."
                    ),
                ),
                Hint(
                    None,
                    200,
                    N_(
                        "The mean is above 200: it looks like the height of the groundwater above "
                        "the sea, or like cm. Its depth below ground in m is needed."
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
                "soil_texture_salinization_scores.csv",
                "1",
                (1, 5),
            ),
            help=N_(
                "Codes of the Chinese texture system, as in the table of scores. Codes without a "
                "score are left out and told."
            ),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Salinization sensitivity index"),
            "1",
            _index,
            (1, 5),
            ramp="sensitivity",
        ),
    ),
    coefficients=(
        Coefficient(
            "RATIO_LOW",
            N_("Evaporation by rain: up to this only generally sensitive"),
            3,
            (0, None),
            "1",
            _LIMITS,
        ),
        Coefficient(
            "RATIO_HIGH",
            N_("Evaporation by rain: from here extremely sensitive"),
            15,
            (0, None),
            "1",
            _LIMITS,
        ),
        Coefficient(
            "SALINITY_LOW",
            N_("Groundwater salinity: up to this only generally sensitive"),
            5,
            (0, None),
            "g/L",
            _LIMITS,
        ),
        Coefficient(
            "SALINITY_HIGH",
            N_("Groundwater salinity: from here extremely sensitive"),
            25,
            (0, None),
            "g/L",
            _LIMITS,
        ),
        Coefficient(
            "DEPTH_LOW",
            N_("Groundwater depth: up to this extremely sensitive"),
            1,
            (0, None),
            "m",
            _LIMITS,
        ),
        Coefficient(
            "DEPTH_HIGH",
            N_("Groundwater depth: from here only generally sensitive"),
            5,
            (0, None),
            "m",
            _LIMITS,
        ),
    ),
    shared=salinization_scores,
    parts={
        "I": N_("Score of evaporation by precipitation"),
        "M": N_("Score of the groundwater's salinity"),
        "D": N_("Score of the groundwater's depth"),
        "K": N_("Score of the soil texture"),
    },
    one_of=(("EVAPORATION", "POTENTIAL_EVAPOTRANSPIRATION"),),
    symbols={
        "EVAPORATION": "E",
        "POTENTIAL_EVAPOTRANSPIRATION": "ETp",
        "PRECIPITATION": "P",
        "GROUNDWATER_SALINITY": "M",
        "GROUNDWATER_DEPTH": "D",
        "SOIL_TEXTURE": "K",
    },
    rising=(
        ("RATIO_LOW", "RATIO_HIGH"),
        ("SALINITY_LOW", "SALINITY_HIGH"),
        ("DEPTH_LOW", "DEPTH_HIGH"),
    ),
    notes=(
        N_(
            "One published code grades this index with breaks up to 7, which it cannot reach: its "
            "highest value is 5."
        ),
        N_("Do not resample or smooth scores; the index takes few, discrete values."),
    ),
    tags=(N_("salinity"), N_("groundwater")),
)

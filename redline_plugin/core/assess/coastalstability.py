"""Coastal erosion sensitivity 海岸侵蚀敏感性, for coastal ecological stability (fact sheet 1.6)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.scores import score_rising_from
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    ClassEntry,
    CodeTable,
    Coefficient,
    Group,
    Hint,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.grade.classes import (
    CLASSES,
    EXTREME,
    GENERAL,
    MIDDLE,
    NODATA_CLASS,
    SENSITIVITY_COLOURS,
    SENSITIVITY_TITLES,
)
from redline_plugin.core.text import N_

SCORE_ONE = "scoreone"
LEFT_OUT = "leftout"

_DRAFT = N_("Draft guide for resource and environment assessment, 2019 (双评价)")
_LIMITS = Reference(_DRAFT, N_("coastal erosion; default values in published code"), Certainty.SEEN)


def retreat_score(
    rate: NDArray, low: NDArray, high: NDArray, *, other_coasts: str = SCORE_ONE
) -> NDArray[np.float32]:
    """Return 1 below ``low``, 3 from ``low`` to below ``high``, 5 from ``high`` on.

    Args:
        rate: retreat of the shoreline, m a-1, any shape; below 0 where land grows.
        low: limit between score 1 and 3 of the coast's type, same shape; NaN where it has none.
        high: limit between score 3 and 5, same shape.
        other_coasts: ``scoreone``: coasts without limits score 1; ``leftout``: they are NaN.
    """
    single = rate.astype(np.float32, copy=False)
    passed = (single >= low).view(np.uint8) + (single >= high).view(np.uint8)
    score: NDArray[np.float32] = np.multiply(passed, np.float32(2), dtype=np.float32)
    score += 1
    unlimited = np.isnan(low)
    other = np.float32(1 if other_coasts == SCORE_ONE else np.nan)
    np.copyto(
        score, np.where(unlimited, other, np.float32(np.nan)), where=unlimited | np.isnan(single)
    )
    return score


def erosion_index(
    type_score: NDArray,
    surge_score: NDArray,
    wave_score: NDArray,
    rate_score: NDArray,
    *,
    weights: tuple[float, float, float],
) -> NDArray[np.float64]:
    """Return ((weighted mean of the three scores) + rate score) / 2, 1 to 5; any shape.

    Rounded to six decimals: the weights are decimals, and their binary error must not move a pixel
    that lies on a limit to the next class.
    """
    first, second, third = weights
    total = first + second + third
    weighted = (
        first * type_score.astype(np.float64) + second * surge_score + third * wave_score
    ) / (total if total > 0 else np.nan)
    return np.round((weighted + rate_score) / 2, 6)


def _scores(
    coast: NDArray,
    surge: NDArray,
    waves: NDArray,
    rate: NDArray,
    *,
    other_coasts: str,
    type_weight: float,
    surge_weight: float,
    wave_weight: float,
    surge_low: float,
    surge_high: float,
    wave_low: float,
    wave_high: float,
    index_middle: float,
    index_extreme: float,
) -> Mapping[str, NDArray]:
    type_score, low, high = coast
    surge_score = score_rising_from(surge, surge_low, surge_high)
    wave_score = score_rising_from(waves, wave_low, wave_high)
    rate_score = retreat_score(rate, low, high, other_coasts=other_coasts)
    index = erosion_index(
        type_score,
        surge_score,
        wave_score,
        rate_score,
        weights=(type_weight, surge_weight, wave_weight),
    )
    return {
        "type": type_score,
        "surge": surge_score,
        "waves": wave_score,
        "retreat": rate_score,
        "index": index.astype(np.float32),
        "class": _classes(index, index_middle, index_extreme),
        "no_limits": np.isnan(low),
    }


def _classes(index: NDArray, middle: float, extreme: float) -> NDArray[np.uint8]:
    classes = np.full(index.shape, GENERAL, dtype=np.uint8)
    classes[index > middle] = MIDDLE
    classes[index > extreme] = EXTREME
    classes[np.isnan(index)] = NODATA_CLASS
    return classes


SIGNS = (N_("index"), N_("type"), N_("surge"), N_("waves"), N_("retreat"))
"""What the equation calls its numbers, for those who read it translated."""


def _index(scores: Mapping[str, NDArray]) -> NDArray:
    return scores["index"]


def _class(scores: Mapping[str, NDArray]) -> NDArray:
    return scores["class"]


def _without_limits(scores: Mapping[str, NDArray]) -> NDArray:
    return scores["no_limits"]


MODEL = Model(
    id="coastalstability",
    title=N_("Coastal stability (erosion sensitivity)"),
    group=Group.FUNCTION,
    about=N_(
        "How easily a coast is washed away: type of coast, storm surge, waves and retreat of the "
        "shoreline are scored 1, 3 or 5. This scheme is not in the Guide, which names coastal "
        "stability but gives no formula for it; it comes from a draft of 2019. Higher means that "
        "the coast erodes more easily."
    ),
    equation=N_("index = (0.2·type + 0.4·surge + 0.4·waves + retreat) / 2"),
    reference=Reference(_DRAFT, N_("coastal erosion, as read in published code"), Certainty.SEEN),
    inputs=(
        RasterInput(
            "COAST_TYPE",
            N_("Type of coast"),
            table=CodeTable(
                "COAST_TYPES",
                N_("Score of the type of coast, and limits of the retreat"),
                "coast_types.csv",
                "1",
                (0, 1000),
                columns=("value", "retreat_low", "retreat_high"),
            ),
            help=N_("Class codes, as in the table of types of coast."),
        ),
        RasterInput(
            "STORM_SURGE",
            N_("Highest rise of water by storm surges"),
            "m",
            (0, 1000),
            hints=(Hint(None, 20, N_("The mean is above 20: it looks like cm. It must be in m.")),),
        ),
        RasterInput(
            "WAVE_HEIGHT",
            N_("Mean wave height"),
            "m",
            (0, 1000),
            hints=(Hint(None, 10, N_("The mean is above 10: it looks like cm. It must be in m.")),),
        ),
        RasterInput(
            "RETREAT_RATE",
            N_("Retreat of the shoreline"),
            "m/a",
            (-1000, 1000),
            lenient=True,
            help=N_(
                "Positive where the sea takes land. Needed only on coasts whose type has limits "
                "in the table."
            ),
            hints=(
                Hint(
                    None, 100, N_("The mean is above 100: it looks like cm or mm. It must be in m.")
                ),
            ),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Coastal erosion index"), "1", _index, (1, 5), ramp="sensitivity"
        ),
        RasterOutput(
            "CLASSES",
            N_("Coastal erosion sensitivity class"),
            "",
            _class,
            optional=True,
            classes=tuple(
                ClassEntry(value, SENSITIVITY_TITLES[value], SENSITIVITY_COLOURS[value])
                for value in CLASSES
            ),
        ),
    ),
    coefficients=(
        Coefficient("TYPE_WEIGHT", N_("Weight of the type of coast"), 0.2, (0, 1), "1", _LIMITS),
        Coefficient("SURGE_WEIGHT", N_("Weight of the storm surge"), 0.4, (0, 1), "1", _LIMITS),
        Coefficient("WAVE_WEIGHT", N_("Weight of the waves"), 0.4, (0, 1), "1", _LIMITS),
        Coefficient(
            "SURGE_LOW", N_("Storm surge: from here sensitive"), 1.5, (0, None), "m", _LIMITS
        ),
        Coefficient(
            "SURGE_HIGH",
            N_("Storm surge: from here extremely sensitive"),
            3,
            (0, None),
            "m",
            _LIMITS,
        ),
        Coefficient(
            "WAVE_LOW", N_("Wave height: from here sensitive"), 0.4, (0, None), "m", _LIMITS
        ),
        Coefficient(
            "WAVE_HIGH",
            N_("Wave height: from here extremely sensitive"),
            1,
            (0, None),
            "m",
            _LIMITS,
        ),
        Coefficient("INDEX_MIDDLE", N_("Index: above this sensitive"), 2, (1, 5), "1", _LIMITS),
        Coefficient(
            "INDEX_EXTREME",
            N_("Index: above this extremely sensitive"),
            3.5,
            (1, 5),
            "1",
            _LIMITS,
        ),
    ),
    choices=(
        Choice(
            "OTHER_COASTS",
            N_("Coasts whose type has no limits of retreat"),
            (
                Option(
                    SCORE_ONE,
                    N_("Their retreat scores 1"),
                    Reference(N_("Redline"), certainty=Certainty.ADVICE),
                ),
                Option(
                    LEFT_OUT,
                    N_("Left out"),
                    Reference(N_("Redline"), certainty=Certainty.ADVICE),
                ),
            ),
            SCORE_ONE,
            N_(
                "The source has limits for sandy and muddy coasts only. Rock and walls hardly "
                "retreat."
            ),
        ),
    ),
    checks=(
        Check(
            _without_limits,
            N_(
                "{count} pixels ({share:.1f} %) are coasts whose type has no limits of retreat; see "
                "what is chosen for them."
            ),
        ),
    ),
    shared=_scores,
    parts={
        "type": N_("Score of the type of coast"),
        "surge": N_("Score of the storm surge"),
        "waves": N_("Score of the waves"),
        "retreat": N_("Score of the retreat"),
        "index": N_("Coastal erosion index"),
    },
    rising=(
        ("SURGE_LOW", "SURGE_HIGH"),
        ("WAVE_LOW", "WAVE_HIGH"),
        ("INDEX_MIDDLE", "INDEX_EXTREME"),
    ),
    notes=(
        N_(
            "The published code numbers the classes from the most to the least sensitive. Here 3 "
            "is the most sensitive class, as everywhere in Redline."
        ),
        N_(
            "A coast that erodes easily needs protection, but the index does not measure what "
            "mangroves, reefs or wetlands do for the coast. Ask an expert before taking it as the "
            "importance of the function."
        ),
        N_(
            "It is an index with limits of its own: use the class output, not the grading by "
            "cumulative value."
        ),
        N_("The weights are divided by their sum, so that the index stays between 1 and 5."),
    ),
    tags=(N_("coast"), N_("sea"), N_("erosion")),
)

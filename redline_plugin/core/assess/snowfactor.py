"""Snow factor SD of RWEQ 雪盖因子 (fact sheet 1.4 a)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.series import (
    has_gap,
    least_share,
    valid_count,
    where_enough,
)
from redline_plugin.core.climate.sources import BY_USER, OWN_RULE, RWEQ
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}


def snow_factor(depth: NDArray, *, unit: str, threshold: float, minimum_share: float) -> NDArray:
    """Return 1 - the share of bands with more snow than the threshold; NaN where bands are too few.

    Args:
        depth: snow depth at one time a band, shape (bands, ...), NaN where unknown.
        unit: of the depth: mm, cm or m.
        threshold: mm.
        minimum_share: least share of bands with a value, per cent.
    """
    # The limit goes to the depth's unit and precision, or 2.54 cm would not equal 25.4 mm.
    limit = depth.dtype.type(threshold / _MILLIMETRES[unit])
    covered = np.zeros(depth.shape[1:], dtype=np.float32)
    for band in depth:
        covered += band > limit
    count = valid_count(depth)
    return where_enough(1 - covered / count, count, depth.shape[0], minimum_share)


def _gaps(depth: NDArray, **_: object) -> NDArray:
    return has_gap(depth)


MODEL = Model(
    id="snowfactor",
    title=N_("Snow factor (RWEQ)"),
    group=Group.CLIMATE,
    about=N_(
        "The share of time without a snow cover that shelters the soil from wind: 1 less the "
        "probability of more than 25.4 mm of snow."
    ),
    equation="SD = 1 − P(depth > 25.4 mm)",
    reference=Reference(RWEQ, N_("weather factor, snow cover"), Certainty.HIGH),
    inputs=(
        RasterInput(
            "SNOW_DEPTH",
            N_("Snow depth"),
            "",
            (0, 20000),
            help=N_(
                "One raster for each day (or other time) of the period. Snow-free ground must be "
                "0: where a product has no value instead, fill it first."
            ),
            bands=0,
            lenient=True,
        ),
    ),
    outputs=(
        RasterOutput("OUTPUT", N_("Snow factor SD"), "1", snow_factor, (0, 1), term="SNOW_FACTOR"),
    ),
    coefficients=(
        Coefficient(
            "THRESHOLD",
            N_("Snow deeper than this shelters the soil"),
            25.4,
            (0, 1000),
            "mm",
            Reference(RWEQ, N_("weather factor, snow cover"), Certainty.HIGH),
        ),
        least_share(Certainty.ADVICE, OWN_RULE.document),
    ),
    choices=(
        Choice(
            "UNIT",
            N_("Unit of the snow depth"),
            (
                Option("cm", N_("cm"), BY_USER),
                Option("mm", N_("mm"), BY_USER),
                Option("m", N_("m"), BY_USER),
            ),
            "cm",
            help=N_("The long-term snow depth series of China is in cm."),
        ),
    ),
    checks=(Check(_gaps, N_("In {count} pixels ({share:.1f} %) some times have no value.")),),
    symbols={"SNOW_DEPTH": "depth", "THRESHOLD": "25.4 mm"},
    notes=(
        N_(
            "It is depth of snow, not its water equivalent: 25.4 mm of snow hold some 3 to 8 mm of "
            "water."
        ),
    ),
    tags=("RWEQ", "SD", N_("snow")),
)

"""Soil erodibility in the index method: whether it is normalised (fact sheet 1.3 b)."""

from __future__ import annotations

from collections.abc import Mapping

from numpy.typing import NDArray

from redline_plugin.core.assess.scaling import (
    MINMAX,
    NONE,
    RULE_LIKELY,
    UNSETTLED,
    beyond,
    unit_range,
)
from redline_plugin.core.declare.model import Choice, Kind, Option, Statistic
from redline_plugin.core.text import N_

SCALING = Choice(
    "ERODIBILITY_SCALING",
    N_("Soil erodibility K"),
    (
        Option(MINMAX, N_("Normalised by the lowest and highest value of the area"), RULE_LIKELY),
        Option(NONE, N_("As it is"), UNSETTLED),
    ),
    MINMAX,
)


def _needs_limits(choices: Mapping[str, str]) -> bool:
    return choices[SCALING.name] == MINMAX


STATISTICS = (
    Statistic(
        "ERODIBILITY_MINIMUM",
        N_("Lowest erodibility of the area"),
        "SOIL_ERODIBILITY",
        Kind.MINIMUM,
        used=_needs_limits,
    ),
    Statistic(
        "ERODIBILITY_MAXIMUM",
        N_("Highest erodibility of the area"),
        "SOIL_ERODIBILITY",
        Kind.MAXIMUM,
        used=_needs_limits,
    ),
)


def scaled_erodibility(
    erodibility: NDArray, scaling: str, minimum: float, maximum: float
) -> tuple[NDArray, NDArray | None]:
    """Return K as the choice says, and where it lies beyond the limits (None: no limits).

    Args:
        erodibility: K in SI units, any shape.
        scaling: ``minmax`` or ``none``.
        minimum: lowest value of the area, needed for ``minmax``.
        maximum: highest value of the area, needed for ``minmax``.
    """
    if scaling == NONE:
        return erodibility, None
    return unit_range(erodibility, minimum, maximum), beyond(erodibility, minimum, maximum)

"""Net primary productivity in the index method: whether and how it is normalised (fact sheet 1.2)."""

from __future__ import annotations

from collections.abc import Mapping

from numpy.typing import NDArray

from redline_plugin.core.assess.scaling import MAXIMUM, MINMAX, NONE, UNSETTLED, beyond, unit_range
from redline_plugin.core.declare.model import Choice, Kind, Option, Statistic
from redline_plugin.core.text import N_

SCALING = Choice(
    "NPP_SCALING",
    N_("Net primary productivity"),
    (
        Option(NONE, N_("As it is, in gC per m2 and year"), UNSETTLED),
        Option(MAXIMUM, N_("Divided by the highest value of the area"), UNSETTLED),
        Option(MINMAX, N_("Normalised by the lowest and highest value of the area"), UNSETTLED),
    ),
    NONE,
    N_(
        "Dividing by the highest value keeps the ranking of the pixels. Taking off the lowest "
        "value changes it: the least productive pixel then gets 0."
    ),
)


def _needs_minimum(choices: Mapping[str, str]) -> bool:
    return choices[SCALING.name] == MINMAX


def _needs_maximum(choices: Mapping[str, str]) -> bool:
    return choices[SCALING.name] != NONE


STATISTICS = (
    Statistic(
        "NPP_MINIMUM",
        N_("Lowest net primary productivity of the area"),
        "NPP",
        Kind.MINIMUM,
        used=_needs_minimum,
    ),
    Statistic(
        "NPP_MAXIMUM",
        N_("Highest net primary productivity of the area"),
        "NPP",
        Kind.MAXIMUM,
        used=_needs_maximum,
    ),
)


def scaled_production(
    npp: NDArray, scaling: str, minimum: float, maximum: float
) -> tuple[NDArray, NDArray | None]:
    """Return NPP as the choice says, and where it lies beyond the limits (None: no limits).

    Args:
        npp: gC m-2 a-1, any shape.
        scaling: ``none``, ``maximum`` or ``minmax``.
        minimum: lowest value of the area, needed for ``minmax``.
        maximum: highest value of the area, needed for ``maximum`` and ``minmax``.
    """
    if scaling == NONE:
        return npp, None
    if scaling == MAXIMUM:
        return unit_range(npp, 0.0, maximum), beyond(npp, 0.0, maximum)
    return unit_range(npp, minimum, maximum), beyond(npp, minimum, maximum)

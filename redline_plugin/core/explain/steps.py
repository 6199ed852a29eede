"""Scores that stand in the equations of the sensitivities, which their kernels compute in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.scores import (
    score_cover,
    score_falling,
    score_rising,
    score_rising_up_to,
)
from redline_plugin.core.declare.model import Model
from redline_plugin.core.text import N_

Arrays = Mapping[str, Optional[NDArray]]


@dataclass(frozen=True)
class Scored:
    """A factor that is scored: its sign in the equation, what it is, and by which two limits.

    ``name`` is that of the input, or "" where it is made of several.
    """

    sign: str
    name: str
    title: str
    score: Callable[[NDArray, float, float], NDArray]
    limits: str


def _evaporation_by_rain(given: Arrays) -> NDArray | None:
    lost = given.get("EVAPORATION")
    lost = given.get("POTENTIAL_EVAPOTRANSPIRATION") if lost is None else lost
    rain = given.get("PRECIPITATION")
    return None if lost is None or rain is None else lost / rain


_COVER_TITLE = N_("Score of the vegetation cover")
_COVER = Scored("C", "VEGETATION_COVER", _COVER_TITLE, score_cover, "COVER")
_SCORED: Mapping[str, tuple[Scored, ...]] = {
    "soilerosionsensitivity": (
        Scored(
            "R",
            "RAINFALL_EROSIVITY",
            N_("Score of the rainfall erosivity"),
            score_rising,
            "EROSIVITY",
        ),
        Scored("LS", "RELIEF", N_("Score of the relief"), score_rising, "RELIEF"),
        _COVER,
    ),
    "desertificationsensitivity": (
        Scored("I", "DRYNESS", N_("Score of the dryness"), score_rising_up_to, "DRYNESS"),
        Scored("W", "WIND_DAYS", N_("Score of the wind"), score_rising_up_to, "WIND_DAYS"),
        _COVER,
    ),
    "rockydesertificationsensitivity": (
        Scored(
            "D",
            "CARBONATE_SHARE",
            N_("Score of the carbonate rock"),
            score_rising_up_to,
            "CARBONATE",
        ),
        Scored("P", "SLOPE", N_("Score of the slope"), score_rising_up_to, "SLOPE"),
        _COVER,
    ),
    "salinizationsensitivity": (
        Scored("I", "", N_("Score of evaporation by precipitation"), score_rising_up_to, "RATIO"),
        Scored(
            "M",
            "GROUNDWATER_SALINITY",
            N_("Score of the groundwater's salinity"),
            score_rising_up_to,
            "SALINITY",
        ),
        Scored(
            "D",
            "GROUNDWATER_DEPTH",
            N_("Score of the groundwater's depth"),
            score_falling,
            "DEPTH",
        ),
    ),
}


def steps_of(
    model: Model, arrays: Sequence[NDArray | None], names: Mapping[str, Any]
) -> list[tuple[Scored, NDArray]]:
    """Return the scores of a model's factors, of the arrays' shape."""
    given = {item.name: values for item, values in zip(model.inputs, arrays)}
    found = []
    for scored in _SCORED.get(model.id, ()):
        with np.errstate(all="ignore"):
            values = given.get(scored.name) if scored.name else _evaporation_by_rain(given)
            if values is not None:
                low, high = (names[f"{scored.limits.lower()}_{end}"] for end in ("low", "high"))
                found.append((scored, scored.score(values, low, high)))
    return found

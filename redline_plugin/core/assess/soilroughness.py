"""Roughness K' 地表糙度 of the wind erosion equation RWEQ (fact sheet 1.4 a)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import COVER_HINTS, RELIEF_HINT
from redline_plugin.core.assess.slope import ELEVATION
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
from redline_plugin.core.terrain.amplitude import SQUARE, extent_of, relief_amplitude
from redline_plugin.core.terrain.halo import affordable, inner
from redline_plugin.core.text import N_

ZERO = "zero"
COVER = "cover"

TURNING_POINT = (2.41 * 0.934 / 1.86) ** (1 / (1 - 0.934))
"""From this Kr on, about 18, K' rises again with the height difference."""


def ridge_roughness(relief: NDArray, distance: NDArray | float) -> NDArray:
    """Return Kr = 0.2 dH^2 / L.

    Args:
        relief: height difference dH within the distance, m, any shape.
        distance: L, m.
    """
    return relief * relief * (0.2 / distance)


def random_roughness(cover: NDArray) -> NDArray:
    """Return Crr = 17.46 (0.025 + 2.464 FVC^3.56)^0.738; cover is a fraction, any shape."""
    return 17.46 * (0.025 + 2.464 * cover**3.56) ** 0.738


def soil_roughness(ridge: NDArray, random: NDArray | float = 0.0) -> NDArray:
    """Return K' = exp(1.86 Kr - 2.41 Kr^0.934 - 0.127 Crr), no unit.

    Args:
        ridge: Kr, any shape.
        random: Crr, same shape.
    """
    return np.exp(1.86 * ridge - 2.41 * ridge**0.934 - 0.127 * random)


def _halo(cell_width: float, cell_height: float, *, distance: float, **_: object) -> int:
    extent = extent_of(SQUARE, distance, cell_width, cell_height, least=1)
    return affordable(max(extent), cell_width, cell_height)


def _ridge(
    elevation: NDArray | None,
    relief: NDArray | None,
    *,
    cell_width: NDArray[np.float64],
    cell_height: NDArray[np.float64],
    distance: float,
    halo: int,
) -> NDArray:
    if relief is not None:
        return ridge_roughness(inner(relief, halo), distance)
    # One of the two is needed, so elevation is there.
    found = relief_amplitude(
        cast(NDArray, elevation),
        cell_width,
        cell_height,
        halo,
        neighbourhood=SQUARE,
        size=distance,
        least=1,
    )
    return ridge_roughness(found, _span(cell_width, cell_height, distance, halo))


def _span(
    cell_width: NDArray[np.float64], cell_height: NDArray[np.float64], distance: float, halo: int
) -> NDArray:
    """Return the true distance between the outermost pixels of each row's window, m."""
    rows = slice(halo, len(cell_width) - halo)
    spans = []
    for width, height in zip(cell_width[rows, 0].tolist(), cell_height[rows, 0].tolist()):
        up, down, left, right = extent_of(SQUARE, distance, width, height, least=1)
        spans.append(((up + down) * height + (left + right) * width) / 2)
    return np.array(spans, np.float32)[:, None]


def _kernel(
    elevation: NDArray | None,
    relief: NDArray | None,
    cover: NDArray | None,
    *,
    crr: str,
    **names: Any,
) -> NDArray:
    ridge = _ridge(elevation, relief, **names)
    if crr == ZERO or cover is None:
        return soil_roughness(ridge)
    return soil_roughness(ridge, random_roughness(inner(cover, names["halo"])))


def _rises_again(
    elevation: NDArray | None,
    relief: NDArray | None,
    cover: NDArray | None,  # noqa: ARG001
    *,
    crr: str,  # noqa: ARG001
    **names: Any,
) -> NDArray:
    return _ridge(elevation, relief, **names) > TURNING_POINT


def _everywhere(
    elevation: NDArray | None, relief: NDArray | None, halo: int, applies: bool
) -> NDArray:
    given = cast(NDArray, elevation if relief is None else relief)
    return np.full(inner(given, halo).shape, applies)


def _cover_missing(
    elevation: NDArray | None,
    relief: NDArray | None,
    cover: NDArray | None,
    *,
    crr: str,
    halo: int,
    **_: object,
) -> NDArray:
    return _everywhere(elevation, relief, halo, crr == COVER and cover is None)


def _cover_unused(
    elevation: NDArray | None,
    relief: NDArray | None,
    cover: NDArray | None,
    *,
    crr: str,
    halo: int,
    **_: object,
) -> NDArray:
    return _everywhere(elevation, relief, halo, crr == ZERO and cover is not None)


MODEL = Model(
    id="soilroughness",
    title=N_("Soil roughness K′ (RWEQ)"),
    group=Group.TERRAIN,
    about=N_(
        "How far rough ground lowers wind erosion, from 0 to 1: by the height difference within a "
        "distance, and, if that is chosen, by the random roughness that goes with vegetation cover."
    ),
    equation="K′ = exp(1.86·Kr − 2.41·Kr^0.934 − 0.127·Crr), Kr = 0.2·ΔH²/L",
    reference=Reference(
        "Fryrear et al. 1998, RWEQ", N_("as read in code that applies it"), Certainty.SEEN
    ),
    inputs=(
        replace(
            ELEVATION,
            optional=True,
            help=N_(
                "Gives the height difference within the distance L. Not used if relief is given."
            ),
        ),
        RasterInput(
            "RELIEF",
            N_("Relief amplitude"),
            "m",
            (0, 9000),
            optional=True,
            help=N_("Instead of elevation: height difference within a window of the side L."),
            hints=(RELIEF_HINT,),
        ),
        RasterInput(
            "VEGETATION_COVER",
            N_("Vegetation cover"),
            "1",
            (0, 1),
            optional=True,
            help=N_(
                "A fraction from 0 to 1. Needed only if the random roughness Crr comes from the "
                "cover."
            ),
            hints=COVER_HINTS,
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Soil roughness K′"),
            "1",
            _kernel,
            (0, 1),
            ramp="terrain",
            term="SOIL_ROUGHNESS",
        ),
    ),
    coefficients=(
        Coefficient(
            "DISTANCE",
            N_("Distance L within which the height difference is taken"),
            250,
            (1, 10000),
            "m",
            Reference(N_("Redline"), N_("the base grid of the assessment"), Certainty.ADVICE),
        ),
    ),
    choices=(
        Choice(
            "CRR",
            N_("Random roughness Crr"),
            (
                Option(
                    ZERO,
                    N_("Crr is 0"),
                    Reference(N_("Most papers that apply RWEQ in China"), "", Certainty.HIGH),
                ),
                Option(
                    COVER,
                    N_("From the vegetation cover"),
                    Reference(
                        N_("Public code that applies RWEQ"),
                        N_("Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738"),
                        Certainty.CONFLICT,
                    ),
                ),
            ),
            ZERO,
            help=N_(
                "From the cover, K′ is 0.86 times as large on bare ground and 0.01 times under full "
                "cover: vegetation then counts twice, here and in C, and lowers the potential "
                "erosion, too."
            ),
        ),
    ),
    checks=(
        Check(
            _rises_again,
            N_(
                "On {count} pixels ({share:.1f} %) the ground is so rough that the equation turns: K′ "
                "rises again with the height difference. It was made for fields; use it on plains."
            ),
        ),
        Check(
            _cover_missing,
            N_(
                "The random roughness was to come from the vegetation cover, which was not given: "
                "Crr is 0."
            ),
        ),
        Check(
            _cover_unused,
            N_(
                "Vegetation cover was given and is not used: the random roughness Crr is 0 by "
                "choice. Leave the cover out, for its gaps are gaps in the result."
            ),
        ),
    ),
    one_of=(("ELEVATION", "RELIEF"),),
    halo=_halo,
    needs_cell_size=True,
    symbols={"ELEVATION": "z", "RELIEF": "ΔH", "DISTANCE": "L", "VEGETATION_COVER": "FVC"},
    notes=(
        N_(
            "With elevation, the window has whole pixels, three by three at least, and L is the "
            "distance between its outermost pixels, close to the one given."
        ),
        N_(
            "Random roughness: most papers set Crr = 0. One code takes it from the cover as "
            "Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738 (sources differ)."
        ),
    ),
    tags=("RWEQ", N_("wind erosion"), N_("roughness")),
)

"""Surface roughness D 地表粗糙度 of the windbreak index (fact sheet 1.4 b)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import SLOPE
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Group,
    Model,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_


def terrain_roughness(slope: NDArray) -> NDArray:
    """Return D = 1 / cos(slope), no unit: true surface by its plan; slope in degrees, any shape."""
    return 1 / np.cos(np.radians(slope))


MODEL = Model(
    id="terrainroughness",
    title=N_("Surface roughness of the terrain"),
    group=Group.TERRAIN,
    about=N_(
        "How much larger the sloping surface is than its plan: the roughness factor D of the "
        "windbreak and sand fixation index."
    ),
    equation="D = 1 / cos θ",
    reference=Reference(GUIDE, N_("appendix A, windbreak and sand fixation, NPP"), Certainty.HIGH),
    inputs=(replace(SLOPE, valid=(0, 89)),),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Surface roughness D"),
            "1",
            terrain_roughness,
            (1, None),
            ramp="terrain",
            term="TERRAIN_ROUGHNESS",
        ),
    ),
    symbols={"SLOPE": "θ"},
    notes=(
        N_("This is not the roughness K′ of the wind erosion equation, which has its own tool."),
    ),
    tags=("D", N_("roughness"), N_("sand fixation")),
)

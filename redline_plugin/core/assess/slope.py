"""Slope 坡度 in degrees, from elevation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess import inputs
from redline_plugin.core.declare.model import (
    Certainty,
    Choice,
    Group,
    Model,
    Option,
    RasterOutput,
    Reference,
)
from redline_plugin.core.terrain.gradient import HORN, ZEVENBERGEN_THORNE, slope_degrees
from redline_plugin.core.text import N_

ELEVATION = replace(
    inputs.ELEVATION,
    help=N_("A terrain model. Heights in m, whatever the unit of the map."),
)
"""What the terrain factors start from."""


def _halo(cell_width: float, cell_height: float, **_: object) -> int:  # noqa: ARG001
    return 1


def slope(
    elevation: NDArray,
    *,
    cell_width: NDArray[np.float64],
    cell_height: NDArray[np.float64],
    slope_method: str,
    halo: int = 1,  # noqa: ARG001
) -> NDArray:
    """Return the slope in degrees, shape (rows, columns).

    Args:
        elevation: m, shape (rows + 2, columns + 2).
        cell_width: m, shape (rows + 2, 1).
        cell_height: m, same shape.
        slope_method: see :func:`slope_degrees`.
        halo: 1.
    """
    return slope_degrees(elevation, cell_width, cell_height, slope_method)


MODEL = Model(
    id="slope",
    title=N_("Slope"),
    group=Group.TERRAIN,
    about=N_(
        "Slope of the ground in degrees, from each pixel's neighbours. Pixel sizes are taken in m "
        "row by row, so that elevation in geographic coordinates gives the right slope, too."
    ),
    equation="θ = arctan √((∂z/∂x)² + (∂z/∂y)²)",
    reference=Reference("Horn 1981", N_("Hill shading and the reflectance map"), Certainty.HIGH),
    inputs=(ELEVATION,),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Slope"), "degrees", slope, (0, 90), ramp="terrain", term="SLOPE"
        ),
    ),
    choices=(
        Choice(
            "SLOPE_METHOD",
            N_("Method"),
            (
                Option(
                    HORN,
                    N_("Horn: eight neighbours; what GDAL, GRASS and ArcGIS use"),
                    Reference("Horn 1981", "", Certainty.HIGH),
                ),
                Option(
                    ZEVENBERGEN_THORNE,
                    N_("Zevenbergen and Thorne: four neighbours; for smooth ground"),
                    Reference("Zevenbergen & Thorne 1987", "", Certainty.HIGH),
                ),
            ),
            HORN,
        ),
    ),
    halo=_halo,
    needs_cell_size=True,
    symbols={"ELEVATION": "z"},
    notes=(
        N_(
            "At the edge and beside gaps, missing neighbours are extrapolated from the next pixels, "
            "so that an even slope keeps its value up to the edge. A single pixel without any "
            "neighbour has no slope."
        ),
        N_("Slope depends on the pixel: on 250 m pixels mountains look much gentler than on 30 m."),
    ),
    tags=("DEM", N_("gradient"), N_("degrees")),
)

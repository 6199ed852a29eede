"""Relief amplitude 地形起伏度 (fact sheet 1.3, L and S)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.slope import ELEVATION
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterOutput,
    Reference,
)
from redline_plugin.core.terrain.amplitude import (
    CELLS,
    CIRCLE,
    SQUARE,
    extent_of,
    relief_amplitude,
)
from redline_plugin.core.terrain.halo import affordable
from redline_plugin.core.text import N_

_CODE = Reference(
    N_("Code that applies the Guide (CUGGISRS/spj)"), N_("window of the relief"), Certainty.SEEN
)
_OWN = Reference(N_("Redline"), N_("advice"), Certainty.ADVICE)


def _halo(
    cell_width: float, cell_height: float, *, neighbourhood: str, window_size: float, **_: object
) -> int:
    extent = extent_of(neighbourhood, window_size, cell_width, cell_height)
    return affordable(max(extent), cell_width, cell_height)


def relief(
    elevation: NDArray,
    *,
    cell_width: NDArray[np.float64],
    cell_height: NDArray[np.float64],
    neighbourhood: str,
    window_size: float,
    halo: int,
) -> NDArray:
    """Return the relief amplitude in m, shape (rows, columns).

    Args:
        elevation: m, with the halo on every side.
        cell_width: m, shape (rows and halos, 1).
        cell_height: m, same shape.
        neighbourhood: see :func:`relief_amplitude`.
        window_size: side or diameter in m, if the window is given in m.
        halo: cells.
    """
    return relief_amplitude(
        elevation, cell_width, cell_height, halo, neighbourhood=neighbourhood, size=window_size
    )


MODEL = Model(
    id="reliefamplitude",
    title=N_("Relief amplitude"),
    group=Group.TERRAIN,
    about=N_(
        "The highest less the lowest elevation within a window around each pixel. At regional "
        "scale it stands for slope length and steepness."
    ),
    equation="ΔH = max(z) − min(z)",
    reference=Reference(
        GUIDE,
        N_("appendix A, soil and water conservation, and appendix B, soil erosion"),
        Certainty.HIGH,
    ),
    inputs=(ELEVATION,),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Relief amplitude"), "m", relief, (0, None), ramp="terrain", term="RELIEF"
        ),
    ),
    coefficients=(
        Coefficient(
            "WINDOW_SIZE",
            N_("Size of the window, if it is given in m"),
            450,
            (1, 30000),
            "m",
            _OWN,
        ),
    ),
    choices=(
        Choice(
            "NEIGHBOURHOOD",
            N_("Window"),
            (
                Option(
                    CELLS,
                    N_(
                        "Square by the pixel's size: 15 pixels below 30 m, 12 below 50 m, 9 below 100 m, else 3"
                    ),
                    _CODE,
                ),
                Option(SQUARE, N_("Square with a side in m"), _OWN),
                Option(CIRCLE, N_("Circle with a diameter in m"), _OWN),
            ),
            CELLS,
            help=N_(
                "In m, the pixels count whose centres are at most half the size away. 12 pixels "
                "reach one further to the south and east."
            ),
        ),
    ),
    halo=_halo,
    needs_cell_size=True,
    symbols={"ELEVATION": "z"},
    notes=(
        N_(
            "The amplitude grows with the window. The limits 50 m and 300 m of soil erosion "
            "sensitivity, and comparisons between places, need one window and one pixel size."
        ),
        N_("At the edge and beside gaps the window has fewer pixels, and the amplitude is less."),
    ),
    tags=("DEM", N_("relief"), N_("elevation range")),
)

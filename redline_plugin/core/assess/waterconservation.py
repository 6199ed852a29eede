"""Water conservation 水源涵养 by water balance 水量平衡方程 (fact sheet 1.1 a)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import PRECIPITATION
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    CodeTable,
    Group,
    Hint,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
    TableFile,
)
from redline_plugin.core.text import N_


def water_conservation_depth(
    precipitation: NDArray, evapotranspiration: NDArray, runoff_percent: NDArray
) -> NDArray:
    """Return P - R - ET in mm a-1, with the surface runoff R = P * alpha.

    Args:
        precipitation: P, mm a-1, any shape.
        evapotranspiration: ET, mm a-1, same shape.
        runoff_percent: mean surface runoff coefficient alpha of the ecosystem, %, same shape.
    """
    return precipitation * (1 - runoff_percent * 0.01) - evapotranspiration


def water_conservation_volume(
    precipitation: NDArray,
    evapotranspiration: NDArray,
    runoff_percent: NDArray,
    pixel_area: NDArray[np.float64],
) -> NDArray:
    """Return the water conserved in each pixel in m3 a-1: depth (mm) * area (m2) / 1000."""
    depth = water_conservation_depth(precipitation, evapotranspiration, runoff_percent)
    return np.maximum(depth, 0) * (pixel_area * 1e-3).astype(depth.dtype)


def _depth(
    precipitation: NDArray,
    evapotranspiration: NDArray,
    runoff_percent: NDArray,
    pixel_area: NDArray[np.float64],  # noqa: ARG001
) -> NDArray:
    return water_conservation_depth(precipitation, evapotranspiration, runoff_percent)


MODEL = Model(
    id="waterconservation",
    title=N_("Water conservation (water balance)"),
    group=Group.FUNCTION,
    about=N_(
        "Mean annual depth of water that an ecosystem keeps: rain less surface runoff less "
        "evapotranspiration. Land without a runoff coefficient (farmland, built-up, bare land) is "
        "left out. Where evapotranspiration exceeds rain the result is 0, and these pixels are "
        "counted."
    ),
    equation="TQ = (P − P·α − ET)",
    reference=Reference(
        GUIDE,
        N_("appendix A, water conservation, model method; read in papers that apply the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        PRECIPITATION,
        RasterInput(
            "EVAPOTRANSPIRATION",
            N_("Mean annual evapotranspiration"),
            "mm/a",
            (0, 5000),
            help=N_("Actual, not potential; multi-year mean of yearly sums."),
            hints=(
                Hint(
                    20,
                    None,
                    N_(
                        "The mean is below 20: it looks like mm per day. Evapotranspiration must "
                        "be in mm per year."
                    ),
                ),
                Hint(
                    None,
                    1600,
                    N_(
                        "The mean is above 1600: it looks like potential evapotranspiration, or "
                        "like the whole numbers of a satellite product (MOD16 stores 0.1 mm)."
                    ),
                ),
            ),
        ),
        RasterInput(
            "ECOSYSTEM",
            N_("Ecosystem classes"),
            table=CodeTable(
                "RUNOFF_COEFFICIENTS",
                N_("Mean surface runoff coefficient"),
                "runoff_coefficients.csv",
                "%",
                (0, 100),
                others=(
                    TableFile(
                        "national2017",
                        N_("National study of 2017"),
                        "runoff_coefficients_national2017.csv",
                        Reference(
                            "Gong Shihan 2017, doi 10.5846/stxb201512012406",
                            N_("table of runoff coefficients"),
                            Certainty.CONFLICT,
                        ),
                    ),
                ),
            ),
            help=N_("Class codes, as in the table of runoff coefficients."),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Water conservation depth"), "mm/a", _depth, (0, None), ramp="water"
        ),
        RasterOutput(
            "VOLUME",
            N_("Water conserved per pixel"),
            "m3/a",
            water_conservation_volume,
            (0, None),
            optional=True,
            ramp="water",
        ),
    ),
    needs_pixel_area=True,
    symbols={"PRECIPITATION": "P", "EVAPOTRANSPIRATION": "ET", "ECOSYSTEM": "α"},
    notes=(
        N_("Grade the depth, not the volume: grading weighs each pixel by its area itself."),
        N_(
            "The default coefficients are the Guide's as read in code that applies it; a national "
            "study of 2017 has others (sources differ): choose its table, or copy one to change it."
        ),
    ),
    tags=(N_("water balance"), N_("runoff"), "TQ"),
)

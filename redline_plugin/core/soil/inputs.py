"""What several soil models take, declared once."""

from __future__ import annotations

from redline_plugin.core.declare.model import (
    Certainty,
    Choice,
    Coefficient,
    Hint,
    Option,
    RasterInput,
    Reference,
)
from redline_plugin.core.text import N_

FRACTION_HINT = Hint(
    1.0, None, N_("The mean is below 1: it looks like a fraction from 0 to 1. Give per cent.")
)
MASS_HINT = Hint(
    None, 100.0, N_("The mean is above 100: it looks like g/kg. Give per cent, a tenth of it.")
)
PER_CENT_HINT = Hint(
    None, 1.0, N_("The mean is above 1: it looks like per cent. Divide it by 100.")
)
PARTS = (("SAND", "SILT", "CLAY"),)
"""What must sum to 100 %."""

ERODIBLE_FRACTION = RasterInput(
    "ERODIBLE_FRACTION",
    N_("Erodible fraction of the soil EF"),
    "1",
    (0, 1),
    hints=(PER_CENT_HINT,),
)
SOIL_CRUST = RasterInput(
    "SOIL_CRUST", N_("Soil crust factor SCF"), "1", (0, 1), hints=(PER_CENT_HINT,)
)
SOIL_ROUGHNESS = RasterInput(
    "SOIL_ROUGHNESS",
    N_("Soil roughness factor K'"),
    "1",
    (0, None),
    hints=(
        Hint(
            None,
            10.0,
            N_(
                "The mean is above 10: it looks like a roughness or a relief in cm or m. The factor "
                "has no unit and is about 1 or less."
            ),
        ),
    ),
)
_GENERAL = N_("general knowledge of soil science")

SAND = RasterInput(
    "SAND",
    N_("Sand, 0.05 to 2 mm"),
    "%",
    (0, 100),
    help=N_("Per cent of the fine earth, 0 to 100; values in g/kg are ten times larger."),
    hints=(FRACTION_HINT, MASS_HINT),
)
SILT = RasterInput(
    "SILT",
    N_("Silt, 0.002 to 0.05 mm"),
    "%",
    (0, 100),
    help=N_("Per cent of the fine earth, 0 to 100."),
    hints=(FRACTION_HINT, MASS_HINT),
)
CLAY = RasterInput(
    "CLAY",
    N_("Clay, below 0.002 mm"),
    "%",
    (0, 100),
    help=N_("Per cent of the fine earth, 0 to 100."),
    hints=(FRACTION_HINT, MASS_HINT),
)
ORGANIC_CARBON = RasterInput(
    "ORGANIC_CARBON",
    N_("Organic carbon"),
    "%",
    (0, 100),
    help=N_("Per cent by weight. If the raster holds organic matter, say so below."),
    hints=(
        Hint(0.04, None, N_("The mean is below 0.04 %: it looks like a fraction. Give per cent.")),
        Hint(
            None,
            8.0,
            N_("The mean is above 8 %: it looks like g/kg. Give per cent, a tenth of it."),
        ),
    ),
)
ORGANIC_MATTER = RasterInput(
    "ORGANIC_MATTER",
    N_("Organic matter"),
    "%",
    (0, 100),
    help=N_("Per cent by weight. If the raster holds organic carbon, say so below."),
    hints=(
        Hint(0.07, None, N_("The mean is below 0.07 %: it looks like a fraction. Give per cent.")),
        Hint(
            None,
            15.0,
            N_("The mean is above 15 %: it looks like g/kg. Give per cent, a tenth of it."),
        ),
    ),
)
MATTER_PER_CARBON = Coefficient(
    "MATTER_PER_CARBON",
    N_("Organic matter per organic carbon"),
    1.724,
    (1, 3),
    "1",
    Reference(N_("van Bemmelen factor"), _GENERAL, Certainty.HIGH),
)
SUM_TOLERANCE = Coefficient(
    "SUM_TOLERANCE",
    N_("Sand, silt and clay: allowed departure of their sum from 100 %"),
    5.0,
    (0, 100),
    "%",
    Reference(N_("Redline's own rule"), "", Certainty.ADVICE),
)


def organic_choice(default: str) -> Choice:
    """Return the choice between organic carbon and organic matter."""
    reference = Reference(N_("The data's own description"), "", Certainty.USER)
    return Choice(
        "ORGANIC",
        N_("What the organic raster holds"),
        (
            Option("carbon", N_("Organic carbon"), reference),
            Option("matter", N_("Organic matter"), reference),
        ),
        default,
    )

"""Rasters that several models take, declared once."""

from __future__ import annotations

from redline_plugin.core.climate.inputs import TOO_HIGH
from redline_plugin.core.declare.model import CodeTable, Hint, RasterInput
from redline_plugin.core.text import N_

PRECIPITATION = RasterInput(
    "PRECIPITATION",
    N_("Mean annual precipitation"),
    "mm/a",
    (0, 15000),
    help=N_("Multi-year mean of yearly sums; not mm per day."),
    hints=(
        Hint(
            60,
            None,
            N_(
                "The mean is below 60: it looks like mm per day or m per year, unless this is a "
                "desert. Precipitation must be in mm per year."
            ),
        ),
        Hint(
            None,
            6000,
            N_(
                "The mean is above 6000: it looks like tenths of mm. Precipitation must be in mm "
                "per year."
            ),
        ),
    ),
)

TEMPERATURE = RasterInput(
    "TEMPERATURE",
    N_("Mean annual temperature"),
    "degC",
    (-60, 400),
    hints=(
        Hint(
            None,
            45,
            N_(
                "The mean is above 45: it looks like kelvin or tenths of a degree. Temperature "
                "must be in °C."
            ),
        ),
    ),
)

ELEVATION = RasterInput("ELEVATION", N_("Elevation"), "m", (-500, 9000), hints=(TOO_HIGH,))

_SLOPE_IN_PER_CENT = N_("It looks like per cent. The slope must be in degrees.")

SLOPE = RasterInput(
    "SLOPE",
    N_("Slope"),
    "degrees",
    (0, 90),
    hints=(
        Hint(None, 50, _SLOPE_IN_PER_CENT),
        Hint(None, 90, _SLOPE_IN_PER_CENT, percent=99.5),
        Hint(
            1.58,
            None,
            N_(
                "It looks like radians, unless all of the land is nearly flat. The slope must be in "
                "degrees."
            ),
            percent=100,
        ),
    ),
)

SOIL_ERODIBILITY = RasterInput(
    "SOIL_ERODIBILITY",
    N_("Soil erodibility K"),
    "t hm2 h hm-2 MJ-1 mm-1",
    (0, 0.2),
    help=N_("In SI units; values in US units are 7.59 times larger."),
    hints=(
        Hint(
            None,
            0.1,
            N_(
                "The mean is above 0.1: it looks like US units. Multiply by 0.1317 to get SI units."
            ),
        ),
    ),
)

RAINFALL_EROSIVITY = RasterInput(
    "RAINFALL_EROSIVITY",
    N_("Rainfall erosivity R"),
    "MJ mm hm-2 h-1 a-1",
    (0, 100000),
    hints=(
        Hint(
            10,
            None,
            N_(
                "The mean is below 10: it looks like the monthly or half-monthly erosivity, or "
                "like other units. The yearly sum in MJ mm hm-2 h-1 is needed."
            ),
        ),
    ),
)

RELIEF_HINT = Hint(
    None,
    3000,
    N_(
        "The mean is above 3000: it looks like feet, decimetres or heights. A relief in m is needed."
    ),
)

COVER_HINTS = (
    Hint(None, 1, N_("The cover may be in per cent. Divide it by 100.")),
    Hint(
        -0.001,
        None,
        N_(
            "A cover is never negative: it looks like NDVI, which the tool Vegetation cover from NDVI "
            "turns into a cover."
        ),
        percent=1,
    ),
)

VEGETATION_COVER = RasterInput(
    "VEGETATION_COVER",
    N_("Vegetation cover"),
    "1",
    (0, 1),
    help=N_("A fraction from 0 to 1, not per cent and not raw NDVI."),
    hints=COVER_HINTS,
)

NPP = RasterInput(
    "NPP",
    N_("Net primary productivity"),
    "gC m-2 a-1",
    (0, 32700),
    help=N_("Multi-year mean of yearly sums, in grams of carbon."),
    hints=(
        Hint(
            20,
            None,
            N_(
                "The mean is below 20: it looks like kg or t of carbon. Net primary productivity "
                "must be in gC per m2 and year."
            ),
        ),
        Hint(
            None,
            2000,
            N_(
                "The mean is above 2000: it looks like the whole numbers of a satellite product "
                "(MOD17 stores 0.1 gC), or like the filling value. Multiply it by its scale."
            ),
        ),
    ),
)

FUNCTION_LAND_TABLE = CodeTable(
    "FUNCTION_LAND", N_("Land that counts for the function"), "function_land.csv", "1", (1, 1)
)

FUNCTION_LAND = RasterInput(
    "ECOSYSTEM",
    N_("Ecosystem classes"),
    optional=True,
    table=FUNCTION_LAND_TABLE,
    help=N_(
        "If given, classes without a 1 in the table (built-up, bare and sandy land) are left out."
    ),
)
"""Which land counts: the kernel gets 1 or None, the framework leaves out the other land."""

FUNCTION_LAND_NOTE = N_(
    "Give the ecosystem classes to leave out built-up, bare and sandy land, also when the lowest and "
    "highest values of the area are sought; without them all land is ranked. Which land counts is "
    "Redline's own rule: copy the table to change it."
)
"""For the indices by net primary productivity."""

"""Rasters of climate that several models take, declared once."""

from __future__ import annotations

from redline_plugin.core.declare.model import Hint, RasterInput
from redline_plugin.core.text import N_

TEMPERATURES = (-90.0, 60.0)
"""Valid range of any temperature of the air, degC."""

TOO_WARM = Hint(
    None,
    45,
    N_("The mean lies above 45 degC: this looks like kelvin or tenths of a degree. Convert it."),
)

MONTHLY_PRECIPITATION = RasterInput(
    "MONTHLY_PRECIPITATION",
    N_("Monthly precipitation"),
    "mm/month",
    (0, 5000),
    help=N_("Sums of the months, January first; not mm per day."),
    bands=12,
    hints=(
        Hint(
            15,
            None,
            N_(
                "The mean of a month lies below 15 mm: outside deserts this looks like mm per day "
                "or m. Convert it to mm per month."
            ),
        ),
        Hint(
            None,
            900,
            N_("The mean of a month lies above 900 mm: this looks like tenths of a millimetre."),
        ),
    ),
)

MONTHLY_TEMPERATURE = RasterInput(
    "MONTHLY_TEMPERATURE",
    N_("Monthly mean temperature"),
    "degC",
    TEMPERATURES,
    help=N_("Means of the months, January first."),
    bands=12,
    hints=(TOO_WARM,),
)

MONTHLY_MIN_TEMPERATURE = RasterInput(
    "MONTHLY_MIN_TEMPERATURE",
    N_("Monthly mean of daily minimum temperature"),
    "degC",
    TEMPERATURES,
    help=N_("Means of the months, January first; not the lowest value of the month."),
    bands=12,
    hints=(TOO_WARM,),
)

MONTHLY_MAX_TEMPERATURE = RasterInput(
    "MONTHLY_MAX_TEMPERATURE",
    N_("Monthly mean of daily maximum temperature"),
    "degC",
    TEMPERATURES,
    help=N_("Means of the months, January first; not the highest value of the month."),
    bands=12,
    hints=(TOO_WARM,),
)

MONTHLY_HUMIDITY = RasterInput(
    "MONTHLY_HUMIDITY",
    N_("Monthly mean relative humidity"),
    "1",
    (0, 1),
    help=N_("A fraction from 0 to 1, January first; not per cent."),
    bands=12,
    hints=(
        Hint(None, 1, N_("The mean lies above 1: this looks like per cent. Divide it by 100.")),
    ),
)

TOO_WINDY = Hint(
    None, 15, N_("The mean lies above 15 m/s: this looks like km/h or tenths of m/s. Convert it.")
)

MONTHLY_WIND = RasterInput(
    "MONTHLY_WIND",
    N_("Monthly mean wind speed at 2 m"),
    "m/s",
    (0, 100),
    help=N_("At 2 m above the ground, January first; stations and grids mostly give it at 10 m."),
    bands=12,
    hints=(TOO_WINDY,),
)

TOO_HIGH = Hint(
    None,
    6500,
    N_("The mean is above 6500: the heights may be in feet or decimetres. Elevation must be in m."),
)

ELEVATION = RasterInput("ELEVATION", N_("Elevation"), "m", (-500, 9000), hints=(TOO_HIGH,))

TOO_MUCH_FOR_A_FRACTION = Hint(
    None,
    1,
    N_("The mean lies above 1: this looks like per cent, or like days. A fraction is needed."),
)

TOO_MANY_DAYS = N_(
    "The mean lies above the days that there are: this looks like the rain in mm. The number of days "
    "is needed."
)

IN_CUBIC_METRES = N_("This looks like m3 per hm2, of which 10 are 1 mm. Convert it to mm.")

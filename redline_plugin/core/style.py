"""Colour ramps of rasters.

No public text gives colours for assessments, so these are Redline's own choice. In all but two,
darker is more, steadily, so that they also read in grey and for people who see red and green
alike. ``temperature`` parts at a pale middle, and in ``terrain`` what is higher is lighter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]

VALUE = "value"


@dataclass(frozen=True)
class Ramp:
    """Colours by position from 0 to 1, rising, and what they are for."""

    note: str
    colours: tuple[tuple[float, Colour], ...]


RAMPS: Mapping[str, Ramp] = {
    VALUE: Ramp(
        "any quantity; the order of viridis, turned round",
        (
            (0.0, (250, 231, 85)),
            (0.25, (122, 200, 98)),
            (0.5, (45, 146, 139)),
            (0.75, (62, 86, 140)),
            (1.0, (62, 12, 84)),
        ),
    ),
    "water": Ramp(
        "water conserved: pale green to deep blue",
        (
            (0.0, (237, 247, 226)),
            (0.3, (173, 221, 196)),
            (0.65, (64, 155, 195)),
            (1.0, (10, 56, 122)),
        ),
    ),
    "soil": Ramp(
        "soil kept: cream to dark brown",
        (
            (0.0, (255, 246, 217)),
            (0.3, (250, 211, 136)),
            (0.65, (205, 128, 54)),
            (1.0, (92, 45, 12)),
        ),
    ),
    "sand": Ramp(
        "sand held in place: pale yellow to olive brown",
        (
            (0.0, (254, 249, 215)),
            (0.3, (238, 217, 130)),
            (0.65, (178, 150, 62)),
            (1.0, (84, 66, 22)),
        ),
    ),
    "life": Ramp(
        "habitat and species: pale to deep green",
        (
            (0.0, (243, 250, 233)),
            (0.3, (184, 222, 158)),
            (0.65, (66, 152, 92)),
            (1.0, (2, 64, 48)),
        ),
    ),
    "sensitivity": Ramp(
        "an index from 1 to 5: pale yellow to dark red",
        (
            (0.0, (255, 246, 209)),
            (0.25, (253, 212, 126)),
            (0.5, (243, 148, 76)),
            (0.75, (205, 68, 50)),
            (1.0, (112, 12, 38)),
        ),
    ),
    "rain": Ramp(
        "rain: near white to deep blue",
        (
            (0.0, (240, 246, 252)),
            (0.3, (178, 208, 234)),
            (0.65, (72, 138, 194)),
            (1.0, (18, 40, 108)),
        ),
    ),
    "temperature": Ramp(
        "cold to warm: blue, pale yellow, red; blue and red differ for all eyes",
        (
            (0.0, (38, 72, 152)),
            (0.25, (124, 176, 214)),
            (0.5, (250, 244, 204)),
            (0.75, (238, 146, 82)),
            (1.0, (158, 18, 38)),
        ),
    ),
    "terrain": Ramp(
        "height, slope, relief: dark green over ochre to pale; higher is lighter",
        (
            (0.0, (28, 74, 68)),
            (0.3, (96, 134, 92)),
            (0.6, (190, 172, 112)),
            (1.0, (243, 230, 216)),
        ),
    ),
    "vegetation": Ramp(
        "bare to covered: sand to dark green, told apart by lightness, not by red and green",
        (
            (0.0, (248, 236, 208)),
            (0.3, (212, 207, 132)),
            (0.65, (106, 158, 76)),
            (1.0, (12, 78, 44)),
        ),
    ),
    "erosion": Ramp(
        "soil lost, or what drives it: cream over orange to dark violet",
        (
            (0.0, (255, 248, 230)),
            (0.3, (249, 207, 154)),
            (0.65, (212, 112, 80)),
            (1.0, (84, 16, 58)),
        ),
    ),
}

TERMS: Mapping[str, str] = {
    "PRECIPITATION": "rain",
    "MONTHLY_PRECIPITATION": "rain",
    "ACCUMULATED_PRECIPITATION": "rain",
    "EVAPOTRANSPIRATION": "water",
    "POTENTIAL_EVAPOTRANSPIRATION": "water",
    "MONTHLY_HUMIDITY": "water",
    "TEMPERATURE": "temperature",
    "MONTHLY_TEMPERATURE": "temperature",
    "MONTHLY_MIN_TEMPERATURE": "temperature",
    "MONTHLY_MAX_TEMPERATURE": "temperature",
    "ACCUMULATED_TEMPERATURE": "temperature",
    "ELEVATION": "terrain",
    "SLOPE": "terrain",
    "RELIEF": "terrain",
    "SLOPE_LENGTH_STEEPNESS": "terrain",
    "NDVI": "vegetation",
    "VEGETATION_COVER": "vegetation",
    "NPP": "vegetation",
    "RAINFALL_EROSIVITY": "erosion",
    "COVER_MANAGEMENT": "erosion",
    "CLIMATIC_EROSIVITY": "sand",
    "WEATHER_FACTOR": "sand",
    "MONTHLY_WIND": "sand",
    "WIND_DAYS": "sand",
    "WIND_COVER": "sand",
    "SOIL_ERODIBILITY": "soil",
    "ERODIBLE_FRACTION": "soil",
    "SOIL_CRUST": "soil",
    "SOIL_ROUGHNESS": "soil",
    "SAND": "soil",
    "SILT": "soil",
    "CLAY": "soil",
    "ORGANIC_CARBON": "soil",
    "ORGANIC_MATTER": "soil",
    "CALCIUM_CARBONATE": "soil",
}
"""Ramps of inputs by the name that models share for them."""

CATEGORIES: tuple[Colour, ...] = (
    (68, 119, 170),
    (238, 170, 68),
    (34, 136, 68),
    (204, 102, 119),
    (136, 204, 238),
    (153, 153, 51),
    (136, 68, 136),
    (221, 204, 119),
    (68, 170, 153),
    (170, 85, 51),
    (187, 187, 187),
    (51, 34, 136),
    (187, 221, 153),
    (238, 136, 102),
    (102, 102, 102),
    (221, 153, 204),
)
"""Colours of classes that have none of their own, to be told apart by all eyes as far as possible."""


def ramp_of(ramp: str) -> Ramp:
    """Return a ramp by its id, the one for any quantity when there is no such id."""
    return RAMPS.get(ramp, RAMPS[VALUE])


def ramp_of_term(term: str) -> str:
    """Return the id of the ramp for a term that models share, the one for any quantity if unknown."""
    return TERMS.get(term, VALUE)


def stops(ramp: str, low: float, high: float) -> list[tuple[float, Colour]]:
    """Return the ramp's colours with the values they stand for, ``low`` at its begin."""
    return [(low + place * (high - low), colour) for place, colour in ramp_of(ramp).colours]


def shades(ramp: str, count: int) -> NDArray[np.uint8]:
    """Return ``count`` colours evenly along the ramp, shape (count, 3)."""
    colours = ramp_of(ramp).colours
    places = [place for place, _ in colours]
    wanted = np.linspace(0.0, 1.0, count)
    parts = [
        np.interp(wanted, places, [colour[part] for _, colour in colours]) for part in range(3)
    ]
    return np.rint(np.stack(parts, axis=1)).astype(np.uint8)


def category(number: int) -> Colour:
    """Return the colour of the class at a place in a legend, counted from 0."""
    return CATEGORIES[number % len(CATEGORIES)]


def as_hex(colour: Colour) -> str:
    """Return a colour as style sheets write it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)

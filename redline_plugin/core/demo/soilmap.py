"""The soil map: properties of the soil units, as rasters and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.demo.files import write_text
from redline_plugin.core.demo.noise import Field
from redline_plugin.core.demo.soil import UNITS

MATTER_PER_CARBON = 1.724
OUTSIDE = 255
"""Nodata of whole per cent."""


@dataclass(frozen=True)
class _More:
    """What a soil's texture does not tell: title, calcium carbonate in %, colour on the map."""

    title: str
    calcium: float
    colour: tuple[int, int, int]


_MORE = (
    _More("Fluvo-aquic soil", 5.0, (214, 196, 140)),
    _More("Riverbank sand", 2.5, (245, 232, 180)),
    _More("Paddy soil", 0.3, (150, 180, 200)),
    _More("Purple soil", 7.5, (150, 100, 140)),
    _More("Yellow earth", 0.0, (232, 200, 80)),
    _More("Red clay", 0.2, (200, 100, 70)),
    _More("Yellow-cinnamon soil", 1.2, (210, 165, 90)),
    _More("Yellow-brown earth", 0.1, (170, 140, 80)),
    _More("Skeletal soil", 0.8, (190, 185, 175)),
)

CLASSES: Mapping[int, tuple[str, tuple[int, int, int]]] = {
    0: ("", (0, 0, 0)),
    **{n: (unit.name, more.colour) for n, (unit, more) in enumerate(zip(UNITS, _MORE), 1)},
}
"""Name and colour of each code of the soil map."""


def soil_codes(soils: NDArray[np.uint8], inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the code, index + 1, of each pixel; 0 outside."""
    return np.where(inside, soils + np.uint8(1), np.uint8(0))


def whole_per_cent(name: str, codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return ``sand``, ``silt`` or ``clay`` of each pixel, 255 outside."""
    table = [OUTSIDE, *(int(getattr(unit, name)) for unit in UNITS)]
    return np.array(table, np.uint8)[codes]


def organic_carbon(codes: NDArray[np.uint8], nodata: float) -> Field:
    """Return organic carbon, %."""
    return np.array([nodata, *(unit.carbon for unit in UNITS)], np.float32)[codes]


def organic_matter(codes: NDArray[np.uint8], nodata: float) -> Field:
    """Return organic matter, %."""
    matter = [round(unit.carbon * MATTER_PER_CARBON, 2) for unit in UNITS]
    return np.array([nodata, *matter], np.float32)[codes]


def calcium_carbonate(codes: NDArray[np.uint8], nodata: float) -> Field:
    """Return calcium carbonate, %."""
    return np.array([nodata, *(more.calcium for more in _MORE)], np.float32)[codes]


def write_soil_units(path: Path) -> None:
    """Write the table that goes with the soil map.

    Raises:
        OutputError: it cannot be written.
    """
    lines = [
        "# Soil units 土壤单元 of the demo county: properties in per cent; all made up.",
        "# version: 1",
        "code,sand,silt,clay,organic_carbon,calcium_carbonate,title,title_zh,source,certainty,note",
    ]
    for code, (unit, more) in enumerate(zip(UNITS, _MORE), 1):
        numbers = (unit.sand, unit.silt, unit.clay, unit.carbon, more.calcium)
        cells = [code, *(f"{number:g}" for number in numbers), more.title, unit.name]
        lines.append(",".join(map(str, (*cells, "Redline's demo county", "advice", "made up"))))
    write_text(path, lines)

"""Parameters and fields that the algorithms of climate stations share."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterNumber

from redline_plugin.compat import NUMBER, TEXT, WHOLE
from redline_plugin.core.declare.model import Coefficient, Option, Reference
from redline_plugin.core.stations.places import Station
from redline_plugin.core.stations.variables import Variable
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr

REAL = QgsProcessingParameterNumber.Type.Double

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """One field of a layer of stations: name, title for people, kind."""

    name: str
    title: str
    kind: str = NUMBER


def source_text(reference: Reference) -> str:
    """Return where a fact comes from and how sure it is."""
    place = ", ".join(tr(part) for part in (reference.document, reference.section) if part)
    return tr("Source: {place} ({certainty}).").format(
        place=place, certainty=tr(reference.certainty.value)
    )


def coefficient_parameter(item: Coefficient, whole: bool = False) -> QgsProcessingParameterNumber:
    """Return the parameter of a coefficient, with its source as help; ``whole`` for an integer."""
    low, high = item.valid
    number = QgsProcessingParameterNumber(
        item.name,
        f"{tr(item.title)} [{item.unit}]" if item.unit else tr(item.title),
        QgsProcessingParameterNumber.Type.Integer if whole else REAL,
        item.default,
        minValue=-math.inf if low is None else low,
        maxValue=math.inf if high is None else high,
    )
    number.setHelp(source_text(item.reference))
    return number


def choice_parameter(
    name: str, text: str, options: Sequence[Option], default: int = 0
) -> QgsProcessingParameterEnum:
    """Return the parameter of a choice, with the sources of its options as help."""
    choice = QgsProcessingParameterEnum(
        name, text, [tr(option.title) for option in options], defaultValue=default
    )
    lines = (f"{tr(option.title)} — {source_text(option.reference)}" for option in options)
    choice.setHelp("<br>".join(lines))
    return choice


def column_name(role: str) -> str:
    """Return the name of the parameter for a column."""
    return f"{role.upper()}_COLUMN"


def unit_name(variable: Variable) -> str:
    """Return the name of the parameter for a unit."""
    return f"{variable.name.upper()}_UNIT"


ELEVATION_OF_STATIONS = "elev"
PLACE_FIELDS = (
    ("station", N_("Station"), TEXT),
    ("name", N_("Name of the station"), TEXT),
    ("lon", N_("Longitude [°]"), NUMBER),
    ("lat", N_("Latitude [°]"), NUMBER),
    (ELEVATION_OF_STATIONS, N_("Elevation [m]"), NUMBER),
)


_KINDS = {TEXT: str, WHOLE: int, NUMBER: float}


def layout_of(fields: Sequence[Field]) -> list[tuple[str, type, str]]:
    """Return name, kind and title of a layer's fields: the station's place, then the given ones."""
    return [
        *((name, _KINDS[kind], tr(text)) for name, text, kind in PLACE_FIELDS),
        *((field.name, _KINDS[field.kind], field.title) for field in fields),
    ]


def values_of(station: Station, fields: Sequence[Field], row: Row) -> list[Any]:
    """Return a station's values in the order of :func:`layout_of`; None where there is no number."""
    values = [station.longitude, station.latitude, station.elevation]
    values += [row.get(field.name, math.nan) for field in fields]
    known = (value if math.isfinite(value) else None for value in values)
    return [station.id, station.name or None, *known]

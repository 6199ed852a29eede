"""Reads what ``redline:surveyresults`` compares: the layer of markers and what a crew measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from redline_plugin.core.background import in_background
from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.marker import KIND_TITLES as MARKER_KINDS
from redline_plugin.core.survey.marker import STATE_TITLES, WITNESS
from redline_plugin.core.survey.rules import ANY
from redline_plugin.core.text import Message, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.planarlayers import source_of, wkt_of

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.measuredtable import Table
    from redline_plugin.core.survey.results import Designed
    from redline_plugin.processing.vectors import Row

_NAMED = 10


@dataclass(frozen=True)
class Markers:
    """The layer of the markers.

    Attributes:
        title: of the layer.
        rows: all rows that can be used, with the layer's own geometry and attributes.
        fields: name and kind of its fields.
        number: name of the field of numbers.
        designed: the same rows as the core compares them.
        plane: CRS of their places: that of the line, or of the layer, or of its belt.
    """

    title: str
    rows: list[Row]
    fields: list[tuple[str, type]]
    number: str
    designed: Designed
    plane: str


def read_markers(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    names: tuple[str, str, str],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line | None,
) -> Markers:
    """Read the design.

    Args:
        names: of the parameters of the layer, its field of numbers, its field of kinds of boundary.
        line: gives the plane and, where the layer has none, the kinds of boundary.

    Raises:
        InputError: no such field, a number twice, no marker that can be used.
    """
    from redline_plugin.core.survey.results import Designed
    from redline_plugin.core.survey.rowsplaces import places_of
    from redline_plugin.processing.vectors import read_rows
    from redline_plugin.processing.vectorsink import kinds_of

    source = source_of(algorithm, parameters, names[0], context)
    if source is None:
        raise InputError(
            Problem(
                msg("A layer is needed."), algorithm.parameterDefinition(names[0]).description()
            )
        )
    title = source.sourceName() or algorithm.parameterDefinition(names[0]).description()
    number, boundary = (
        _field(algorithm, parameters, name, context, source.fields().names(), title)
        for name in names[1:]
    )
    if not number:
        raise InputError(
            Problem(
                msg(
                    "It has no field {field}; it has {fields}.",
                    field=algorithm.parameterDefinition(names[1]).defaultValue(),
                    fields=", ".join(source.fields().names()) or "–",
                ),
                title,
                msg("Choose the field of the markers' numbers."),
            )
        )
    rows = list(read_rows(source, feedback))
    plane = _plane(source, line, feedback, title)
    numbers = [_number(row, number) for row in rows]
    found = places_of(
        [row.geometry for row in rows],
        numbers,
        [row.fid for row in rows],
        wkt_of(source),
        plane,
        title,
    )
    for warning in found.warnings:
        feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
    if not found.rows:
        raise InputError(Problem(msg("The layer has no marker that can be used."), title))
    used = [rows[at] for at in found.rows]
    kinds = _boundaries(used, boundary, line, found.places, feedback, title)
    designed = Designed(
        tuple(numbers[at] for at in found.rows),
        tuple(row.text("engraved") for row in used),
        found.places,
        tuple(kinds),
        tuple(row.text("block") for row in used),
        tuple(_id_of(row.text("kind"), MARKER_KINDS) for row in used),
        tuple(_id_of(row.text("state"), STATE_TITLES) for row in used),
    )
    fields = kinds_of(algorithm, parameters, names[0], context)
    return Markers(title, used, fields, number, designed, plane)


def on_the_line(designed: Designed) -> list[int]:
    """Return the markers that stand on the line: not witness markers, none that is retired."""
    from redline_plugin.core.survey.marker import RETIRED

    return [
        at
        for at, (kind, state) in enumerate(zip(designed.kinds, designed.states))
        if kind != WITNESS and state != RETIRED
    ]


def read_measured(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    names: tuple[str, str],
    chosen: dict[str, str],
    context: QgsProcessingContext,
    feedback: Feedback,
) -> Table:
    """Read what was measured: a file, or a layer of the project.

    Args:
        names: of the parameters of the file and of the layer; one of them is given.
        chosen: names of columns by role.

    Raises:
        InputError: none or both are given, or it cannot be read.
    """
    from redline_plugin.core.survey.measured import read_table

    file, layer = names
    path = str(algorithm.parameterAsString(parameters, file, context) or "")
    with_layer = parameters.get(layer) not in (None, "")
    if bool(path) == with_layer:
        raise InputError(
            Problem(
                msg("Both a file and a layer of measurements are given.")
                if path
                else msg("A file or a layer of measurements is needed."),
                algorithm.parameterDefinition(file).description(),
                msg("Give one of them."),
            )
        )
    if path:
        return in_background(lambda _: read_table(path, chosen), Part(feedback, 0.15, 0.2))
    return _table_of_layer(algorithm, parameters, layer, context, feedback)


def name_of_measured(path: str, table: Table) -> str:
    """Return what people call what was measured."""
    return Path(path.partition("|")[0]).name if path else table.name


def _table_of_layer(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: Feedback,
) -> Table:
    from redline_plugin.core.survey.measuredlayer import table_of
    from redline_plugin.processing.vectors import read_rows

    source = algorithm.parameterAsSource(parameters, name, context)
    title = algorithm.parameterDefinition(name).description()
    if source is None:
        raise InputError(
            Problem(
                msg("“{value}” cannot be opened as a vector layer.", value=parameters[name]),
                title,
                msg("Check the path and the layer's name."),
            )
        )
    return table_of(
        source.sourceName() or title,
        wkt_of(source) if source.sourceCrs().isValid() else "",
        tuple(source.fields().names()),
        ((row.fid, row.geometry, row.attributes) for row in read_rows(source, feedback)),
    )


def _field(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: list[str],
    layer: str,
) -> str:
    """Return the field of a parameter; "" for a default one that the layer does not have."""
    field = str(algorithm.parameterAsString(parameters, name, context))
    definition = algorithm.parameterDefinition(name)
    if field in fields:
        return field
    if field and field != definition.defaultValue():
        raise InputError(
            Problem(
                msg(
                    "It has no field {field}; it has {fields}.",
                    field=field,
                    fields=", ".join(fields) or "–",
                ),
                msg("{layer}, {parameter}", layer=layer, parameter=definition.description()),
            )
        )
    return ""


def _number(row: Row, field: str) -> str:
    """Return a marker's number; one that a spreadsheet made a decimal is whole again."""
    value = row.attributes.get(field)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return row.text(field)


def _plane(source: Any, line: Line | None, feedback: Feedback, title: str) -> str:
    """Return the CRS to measure differences in."""
    if line is not None:
        return line.crs
    from redline_plugin.core.boundary.planar import planar_problems
    from redline_plugin.core.geodesy.belts import belt_of_extent
    from redline_plugin.core.geodesy.transform import to_longitude_latitude

    extent = source.sourceExtent()
    bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if not planar_problems(wkt_of(source), title, bounds):
        return wkt_of(source)
    import numpy as np

    corners = to_longitude_latitude(np.array([bounds[:2], bounds[2:]]), wkt_of(source))
    belt = belt_of_extent(float(corners[0, 0]), float(corners[1, 0]))
    feedback.info(
        msg(
            "{layer} is in degrees; differences are measured in {width}-degree belt {number} "
            "(EPSG:{code}).",
            layer=title,
            width=belt.width,
            number=belt.number,
            code=belt.epsg,
        )
    )
    crs = QgsCoordinateReferenceSystem(f"EPSG:{belt.epsg}")
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))


def _id_of(text: str, titles: dict[str, str]) -> str:
    """Return the id that a text is, or is the title of; the text itself for none."""
    if text in titles:
        return text
    return next((key for key, title in titles.items() if text and text in (title, tr(title))), text)


def _boundaries(
    rows: list[Row],
    field: str,
    line: Line | None,
    places: Any,
    feedback: Feedback,
    title: str,
) -> list[str]:
    """Return the kind of boundary of each marker: its own, else that of the line there."""
    found = [_id_of(row.text(field), KIND_TITLES) if field else "" for row in rows]
    strange = sorted({text for text in found if text and text not in (ANY, *KIND_TITLES)})
    if strange:
        feedback.warn(
            msg(
                "{layer}: these are no kinds of boundary, and count as unknown: {values}. Known are "
                "{known}.",
                layer=title,
                values=", ".join(f"“{text}”" for text in strange[:_NAMED]),
                known=", ".join(KIND_TITLES),
            )
        )
    unknown = [at for at, kind in enumerate(found) if kind not in KIND_TITLES]
    of_line = [ANY] * len(unknown)
    if line is not None and unknown:
        arc, measure, _ = line.nearest(places[unknown])
        of_line = [line.kinds[int(kind)] for kind in line.kind_at(arc, measure)]
    for at, kind in zip(unknown, of_line):
        found[at] = kind
    if all(kind == ANY for kind in found):
        feedback.info(_no_kinds(title))
    return found


def _no_kinds(title: str) -> Message:
    return msg(
        "{layer}: no marker says its kind of boundary; the limit for any kind holds for all.",
        layer=title,
    )

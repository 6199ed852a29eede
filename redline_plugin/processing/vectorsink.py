"""Vector outputs of our algorithms, written by GDAL: whole or not at all, a million in seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
)

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.processing.base import load_instead

_TABLE = re.compile(r"""^ogr:dbname=(['"])(?P<path>.+?)\1\s+table=(['"])(?P<table>.+?)\3""")
_KINDS = {1: bool, 2: int, 3: int, 4: int, 5: int, 6: float}
"""Qt's numbers of types (bool, int, uint, long, ulong, double), the same in Qt 5 and Qt 6."""


def kinds_of(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> list[tuple[str, type]]:
    """Return name and kind of the fields of a vector parameter; dates and all others are text."""
    source = algorithm.parameterAsSource(parameters, name, context)
    # The feature's own key is not a field to copy: the new layer makes its own.
    return [
        (field.name(), _KINDS.get(int(getattr(field.type(), "value", field.type())), str))
        for field in source.fields()
        if field.name().lower() != "fid"
    ]


def is_table(place: str) -> bool:
    """Return whether a destination is one table of a GeoPackage, which keeps its others."""
    return _TABLE.match(place) is not None


def place_problems(place: str, layer_name: str = "") -> list[Problem]:
    """Return what stands against writing to a destination, to be told before any work.

    Args:
        place: what ``parameterAsOutputLayer`` gives.
        layer_name: of the layer in a new file; empty: the file's name.
    """
    from redline_plugin.core.vector.destination import file_problems

    table = _TABLE.match(place)
    if table:
        return check_writable(_path_of(table))
    if re.match(r"^\w{2,}:", place):
        return [
            Problem(
                msg(
                    "Results are written to files, not to “{place}”.",
                    place=place.split(":", maxsplit=1)[0],
                ),
                remedy=msg("Save to a file and import it then."),
            )
        ]
    return check_writable(Path(place)) or file_problems(Path(place), layer_name)


def input_problems(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    place: str,
    context: QgsProcessingContext,
) -> list[Problem]:
    """Return a problem when a destination is a layer that the algorithm reads."""
    table = _TABLE.match(place)
    path, wanted = (str(_path_of(table)), table["table"]) if table else (place, None)
    if not Path(path).is_file():
        return []
    for definition in algorithm.parameterDefinitions():
        kinds = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)
        if not isinstance(definition, kinds) or not parameters.get(definition.name()):
            continue
        layer = algorithm.parameterAsVectorLayer(parameters, definition.name(), context)
        file, _, rest = (layer.source() if layer is not None else "").partition("|")
        read = re.search(r"layername=([^|]*)", rest)
        if not _is_file(file) or not Path(file).samefile(path):
            continue
        if wanted is None or read is None or read[1] == wanted:
            return [
                Problem(
                    msg("The output would overwrite an input."), place, msg("Choose another name.")
                )
            ]
    return []


def write_vector(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: Any,
    geometry_type: str,
    crs: str,
    rows: Any,
    record: Mapping[str, object],
    feedback: Feedback,
    layer_name: str = "",
) -> str:
    """Write the layer of a vector destination and return where it is.

    Args:
        algorithm, parameters, name, context: the destination parameter (VectorDestination).
        fields: name and type (int, float, str, bool) of each, and a title if there is one.
        geometry_type: "Point", "LineString", "Polygon", or a multi one.
        crs: any text that PROJ understands.
        rows: of geometry (Shapely) and values in the order of ``fields``; read once.
        record: provenance.
        feedback: asked whether to stop.
        layer_name: of the layer in a new file; empty: the file's name.

    Raises:
        InputError: the destination cannot serve.
        OutputError: it cannot be written; nothing is left half-written.
    """
    from redline_plugin.core.vector.write import write_file, write_table

    place = str(algorithm.parameterAsOutputLayer(parameters, name, context))
    problems = place_problems(place, layer_name) + input_problems(
        algorithm, parameters, place, context
    )
    if problems:
        raise InputError(problems)
    table = _TABLE.match(place)
    if table is None:
        path = Path(place)
        layer = layer_name or path.stem
        write_file(path, layer, crs, geometry_type, fields, rows, record, feedback)
        return place
    path = _path_of(table)
    write_table(path, table["table"], crs, geometry_type, fields, rows, record, feedback)
    result = f"{path}|layername={table['table']}"
    load_instead(context, place, result)
    return result


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except OSError:
        # What stands for a layer in memory, with all its fields, is longer than any file's name.
        return False


def _path_of(table: re.Match[str]) -> Path:
    return Path(table["path"].replace("\\'", "'"))

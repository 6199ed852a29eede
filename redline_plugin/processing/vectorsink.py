"""Vector outputs of our algorithms, written by GDAL: whole or not at all, a million in seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg

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


def place_problems(place: str) -> list[Problem]:
    """Return what stands against writing to a destination, to be told before any work."""
    from redline_plugin.core.vector.write import file_problems

    table = _TABLE.match(place)
    if table:
        return check_writable(Path(table["path"]))
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
    return check_writable(Path(place)) or file_problems(Path(place))


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
) -> str:
    """Write the layer of a vector destination and return where it is.

    Args:
        algorithm, parameters, name, context: the destination parameter (VectorDestination).
        fields: name and type (int, float, str, bool) of each.
        geometry_type: "Point", "LineString", "Polygon", or a multi one.
        crs: any text that PROJ understands.
        rows: of geometry (Shapely) and values in the order of ``fields``; read once.
        record: provenance.
        feedback: asked whether to stop.

    Raises:
        InputError: the destination cannot serve.
        OutputError: it cannot be written; nothing is left half-written.
    """
    from redline_plugin.core.vector.write import write_file, write_table

    place = algorithm.parameterAsOutputLayer(parameters, name, context)
    problems = place_problems(place)
    if problems:
        raise InputError(problems)
    table = _TABLE.match(place)
    if table:
        write_table(
            Path(table["path"]), table["table"], crs, geometry_type, fields, rows, record, feedback
        )
        return f"{table['path']}|layername={table['table']}"
    path = Path(place)
    write_file(path, path.stem, crs, geometry_type, fields, rows, record, feedback)
    return place

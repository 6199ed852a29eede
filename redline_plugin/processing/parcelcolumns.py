"""A million parcels read into the plane of the red line, with the few fields that are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.processing.planarlayers import source_of, wkt_of

_COLUMN_FORMATS = (".gpkg", ".fgb", ".gdb")
"""Formats whose text is UTF-8 in any case, so that GDAL and QGIS read the same."""


@dataclass(frozen=True)
class ParcelColumns:
    """Parts of parcels.

    Attributes:
        shapes: (n,) valid polygons in the plane.
        fids: (n,) of the feature that each is a part of.
        columns: name of the field's parameter to (n,) values.
    """

    shapes: Any
    fids: Any
    columns: Mapping[str, Any]

    def text(self, name: str) -> list[str]:
        """Return a column as text, "" for NULL and for a field that is not given."""
        values = self.columns.get(name)
        if values is None:
            return [""] * len(self.shapes)
        return ["" if value is None else str(value).strip() for value in values]


def read_parcels(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    field_parameters: Sequence[str],
    context: QgsProcessingContext,
    feedback: Feedback,
    crs: str,
) -> ParcelColumns:
    """Read parcels and the fields that parameters name; a field that is not there counts as none.

    Raises:
        InputError: the layer cannot be read, or has no usable polygon.
    """
    import numpy as np

    from redline_plugin.core.boundary.planar import planar
    from redline_plugin.core.delineate.shapes import as_shapes
    from redline_plugin.processing.vectors import read_rows

    source = source_of(algorithm, parameters, name, context)
    title = algorithm.parameterDefinition(name).description()
    if source is None:
        raise InputError(Problem(msg("A layer is needed."), title))
    there = source.fields().names()
    fields = {
        parameter: algorithm.parameterAsString(parameters, parameter, context)
        for parameter in field_parameters
    }
    fields = {parameter: field for parameter, field in fields.items() if field in there}
    file = _file_of(algorithm, parameters, name, context)
    if file is None:
        rows = list(read_rows(source, feedback))
        shapes = as_shapes([row.geometry for row in rows])
        fids = np.array([int(row.fid) for row in rows], dtype=np.int64)
        columns: dict[str, Any] = {
            parameter: np.array([row.attributes[field] for row in rows], dtype=object)
            for parameter, field in fields.items()
        }
    else:
        from redline_plugin.core.vector.columns import read_columns

        found = read_columns(file[0], file[1], sorted(set(fields.values())), feedback)
        shapes, fids = found.shapes, found.fids
        columns = {parameter: found.fields[field] for parameter, field in fields.items()}
    parts = planar(shapes, _Names(fids), wkt_of(source), crs, msg("parcels"))
    for warning in parts.warnings:
        feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
    if len(parts.shapes) == 0:
        raise InputError(
            Problem(msg("The layer has no polygon that can be used."), source.sourceName() or title)
        )
    return ParcelColumns(
        parts.shapes,
        fids[parts.owners],
        {parameter: values[parts.owners] for parameter, values in columns.items()},
    )


class _Names(Sequence):
    """Features called by their ids, made only when one is told of."""

    def __init__(self, fids: Any) -> None:
        self._fids = fids

    def __len__(self) -> int:
        return len(self._fids)

    def __getitem__(self, at: Any) -> Any:
        return str(self._fids[at])


def _file_of(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> tuple[Path, str] | None:
    """Return file and layer when GDAL may read them in QGIS's stead: all features, as they are saved."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition) and (
        value.selectedFeaturesOnly or value.featureLimit >= 0
    ):
        return None
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if (
        not isinstance(layer, QgsVectorLayer)
        or layer.providerType() != "ogr"
        or layer.subsetString()
        or layer.isEditable()
    ):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(str(parts.get("path") or ""))
    if path.suffix.lower() not in _COLUMN_FORMATS or not path.exists():
        return None
    return path, str(parts.get("layerName") or "")

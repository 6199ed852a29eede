"""The project's layers as plain facts, so that suggesting and judging need no widgets."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes

from redline_plugin.ui.origins import Origin

_FILES = {"gdal", "ogr"}


class Kind(enum.Enum):
    """What fits an input."""

    RASTER = "raster"
    POLYGON = "polygon"
    FOLDER = "folder"
    FILE = "file"


@dataclass(frozen=True)
class LayerFacts:
    """One layer: id and name in the project, kind, GDAL name ("" when it is no file), origin."""

    id: str
    name: str
    kind: Kind
    uri: str = ""
    origin: Origin | None = None


def kind_of(layer: QgsMapLayer) -> Kind | None:
    """Return which input a layer fits, None when none: services, points, lines, tables, broken."""
    if not layer.isValid():
        return None
    if isinstance(layer, QgsRasterLayer):
        return Kind.RASTER if layer.providerType() == "gdal" else None
    if isinstance(layer, QgsVectorLayer):
        polygon = QgsWkbTypes.GeometryType.PolygonGeometry
        return Kind.POLYGON if QgsWkbTypes.geometryType(layer.wkbType()) == polygon else None
    return None


def project_layers(project: QgsProject) -> list[LayerFacts]:
    """Return the facts of all layers that fit some input, origins unknown, in order of name."""
    found = []
    for layer in project.mapLayers().values():
        kind = kind_of(layer)
        if kind is not None:
            uri = layer.source() if layer.providerType() in _FILES else ""
            found.append(LayerFacts(layer.id(), layer.name(), kind, uri))
    return sorted(found, key=lambda facts: (facts.name, facts.id))


def with_origins(
    layers: Iterable[LayerFacts], origins: Mapping[str, Origin | None]
) -> list[LayerFacts]:
    """Return the layers with what is known about their files."""
    return [LayerFacts(one.id, one.name, one.kind, one.uri, origins.get(one.uri)) for one in layers]

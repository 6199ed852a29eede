"""Putting a demo county's files into the project, named so that the dock finds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsFillSymbol,
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from redline_plugin.i18n import tr
from redline_plugin.ui.layers import Kind

VECTORS = "VECTORS"
_RELIEF = "ELEVATION"
_SUN = (315.0, 45.0)
_SYMBOLS = {
    "COUNTIES": {"style": "no", "outline_color": "#222222", "outline_style": "dash dot"},
    "PROTECTED_AREAS": {"color": "79,157,79,90", "outline_color": "#2e6b2e"},
}
"""How polygons are drawn: colours of the map, the same on every theme."""


def add_demo_layers(
    project: QgsProject, results: Mapping[str, Any], terms: Mapping[str, tuple[str, Kind]]
) -> int:
    """Add the files that steps need, polygons on top, in one group; return how many.

    Args:
        project: to add to.
        results: of ``redline:democounty``: file by term, and the GeoPackage of the polygons.
        terms: title and kind of each term that steps take.
    """
    layers: list[tuple[str, QgsMapLayer]] = []
    for term, (title, kind) in terms.items():
        if kind is Kind.POLYGON and VECTORS in results:
            uri = f"{results[VECTORS]}|layername={term.lower()}"
            layers.insert(0, (term, QgsVectorLayer(uri, title, "ogr")))
        elif kind is Kind.RASTER and term in results:
            layers.append((term, QgsRasterLayer(str(results[term]), title, "gdal")))
    layers = [(term, layer) for term, layer in layers if layer.isValid()]
    if not layers:
        return 0
    group = project.layerTreeRoot().insertGroup(0, tr("Demo county"))
    project.addMapLayers([layer for _, layer in layers], False)
    for term, layer in layers:
        node = group.addLayer(layer)
        node.setExpanded(False)
        # A dozen rasters over each other show the last one only, and take long to draw.
        node.setItemVisibilityChecked(isinstance(layer, QgsVectorLayer) or term == _RELIEF)
        _style(term, layer)
    return len(layers)


def _style(term: str, layer: QgsMapLayer) -> None:
    """Draw terrain as relief and polygons so that it shows through them."""
    if term == _RELIEF:
        layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, *_SUN))
    elif term in _SYMBOLS:
        symbol = QgsFillSymbol.createSimple(_SYMBOLS[term])
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))

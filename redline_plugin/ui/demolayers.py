"""Putting a demo county's files into the project, named so that the dock finds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
SPECIES = "SPECIES_POINTS"
READY = frozenset(
    {
        *("ELEVATION", "SLOPE", "RELIEF", "PRECIPITATION", "EVAPOTRANSPIRATION", "TEMPERATURE"),
        *("ECOSYSTEM", "RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "SOIL_TEXTURE"),
        *("SLOPE_LENGTH_STEEPNESS", "COVER_MANAGEMENT", "VEGETATION_COVER"),
    }
)
"""Rasters of the demo county that are assessed as they are; others are raw data."""
_RELIEF = "ELEVATION"
_SUN = (315.0, 45.0)
_SYMBOLS = {
    "COUNTIES": {"style": "no", "outline_color": "#222222", "outline_style": "dash dot"},
    "PROTECTED_AREAS": {"color": "79,157,79,90", "outline_color": "#2e6b2e"},
}
"""How polygons are drawn: colours of the map, the same on every theme."""

_Layers = Sequence[tuple[str, QgsMapLayer]]


def add_demo_layers(
    project: QgsProject, results: Mapping[str, Any], terms: Mapping[str, tuple[str, Kind]]
) -> int:
    """Add the files that steps need and return how many: polygons on top, raw data below.

    Raw data are many and seldom looked at; they come into a collapsed group of their own.

    Args:
        project: to add to.
        results: of ``redline:democounty``: file by term, and the GeoPackage of the polygons.
        terms: title and kind of each term that steps take.
    """
    ready: list[tuple[str, QgsMapLayer]] = []
    raw: list[tuple[str, QgsMapLayer]] = []
    for term, (title, kind) in terms.items():
        if kind is Kind.POLYGON and VECTORS in results:
            ready.insert(0, (term, _vector(results, term, title)))
        elif kind is Kind.RASTER and term in results:
            layer = QgsRasterLayer(str(results[term]), title, "gdal")
            (ready if term in READY else raw).append((term, layer))
    if VECTORS in results:
        raw.insert(0, (SPECIES, _vector(results, SPECIES, tr("Presences of species"))))
    first = _add_group(project, tr("Demo county"), ready, 0)
    second = _add_group(project, tr("Raw data"), raw, 1 if first else 0, folded=True)
    return first + second


def _vector(results: Mapping[str, Any], term: str, title: str) -> QgsVectorLayer:
    return QgsVectorLayer(f"{results[VECTORS]}|layername={term.lower()}", title, "ogr")


def _add_group(
    project: QgsProject, title: str, candidates: _Layers, place: int, folded: bool = False
) -> int:
    """Add the layers that can be read as one group; return how many."""
    layers = [(term, layer) for term, layer in candidates if layer.isValid()]
    if not layers:
        return 0
    group = project.layerTreeRoot().insertGroup(place, title)
    group.setExpanded(not folded)
    project.addMapLayers([layer for _, layer in layers], False)
    for term, layer in layers:
        node = group.addLayer(layer)
        node.setExpanded(False)
        # A dozen rasters over each other show the last one only, and take long to draw.
        shown = isinstance(layer, QgsVectorLayer) or term == _RELIEF
        node.setItemVisibilityChecked(shown and not folded)
        _style(term, layer)
    return len(layers)


def _style(term: str, layer: QgsMapLayer) -> None:
    """Draw terrain as relief and polygons so that it shows through them."""
    if term == _RELIEF:
        layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, *_SUN))
    elif term in _SYMBOLS:
        symbol = QgsFillSymbol.createSimple(_SYMBOLS[term])
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))

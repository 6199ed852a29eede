"""How markers look: colours of states, shapes of kinds, in the list as on the map."""

from __future__ import annotations

from functools import cache

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from redline_plugin.core.survey.marker import (
    ACCEPTED,
    DAMAGED,
    ELECTRONIC,
    LOST,
    MEASURED,
    PLANNED,
    RETIRED,
    SET,
    SOLID,
    STATE_TITLES,
    WITNESS,
    WITNESSED,
)
from redline_plugin.i18n import tr

STATE_COLOURS = {
    PLANNED: QColor("#ffffff"),
    SET: QColor("#f5b301"),
    MEASURED: QColor("#3d8edb"),
    ACCEPTED: QColor("#2e9e4f"),
    DAMAGED: QColor("#e0591c"),
    LOST: QColor("#c2185b"),
    RETIRED: QColor("#a0a0a0"),
}
"""Colours that stay apart for the colour-blind, too: they differ in lightness."""
WARNED = QColor("#d7191c")
LINE = QColor("#c4161c")

_SHAPES = {SOLID: "square", ELECTRONIC: "circle", WITNESSED: "diamond", WITNESS: "triangle"}
_EDGE = QColor("#303030")
_CHIP = 14
_LABELS_TO = 20_000.0
"""Labels are shown at this scale and larger ones; whole numbers at a quarter of it."""
_DOTS_FROM = 250_000.0
"""At smaller scales markers are small dots without outlines, kinds and warnings."""


@cache
def state_icon(state: str) -> QIcon:
    """Return a dot in the colour of a state."""
    return QIcon(_picture("circle", STATE_COLOURS.get(state, QColor(0, 0, 0, 0))))


@cache
def kind_icon(kind: str) -> QIcon:
    """Return the shape of a kind."""
    return QIcon(_picture(_SHAPES.get(kind, "square"), QColor("#8a8a8a")))


def _picture(shape: str, colour: QColor) -> QPixmap:
    scale = 3
    picture = QPixmap(_CHIP * scale, _CHIP * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setBrush(colour)
    painter.setPen(QPen(_EDGE, 0.8))
    low, high, middle = 2.0, _CHIP - 2.0, _CHIP / 2.0
    if shape == "circle":
        painter.drawEllipse(QPointF(middle, middle), middle - 2.0, middle - 2.0)
    else:
        corners = {
            "square": [(low, low), (high, low), (high, high), (low, high)],
            "diamond": [(middle, 1.0), (high + 1.0, middle), (middle, high + 1.0), (1.0, middle)],
            "triangle": [(middle, low), (high, high), (low, high)],
        }[shape]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.end()
    return picture


def style_markers(layer: QgsVectorLayer) -> None:
    """Give the layer of markers its look: state by colour, kind by shape, a ring round warnings, numbers."""
    categories = [
        QgsRendererCategory(state, _marker_symbol(colour), tr(STATE_TITLES[state]))
        for state, colour in STATE_COLOURS.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("state", categories))
    settings = QgsPalLayerSettings()
    # The number's last part is enough where the block is known by the map.
    settings.fieldName = (
        f'if(@map_scale <= {_LABELS_TO / 4.0}, "marker", regexp_substr("marker", \'([^-]+)$\'))'
    )
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.AroundPoint
    settings.dist = 1.2
    settings.scaleVisibility = True
    settings.minimumScale = _LABELS_TO
    settings.maximumScale = 1.0
    settings.setFormat(_text(8.0, QColor("#202020")))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def style_points(layer: QgsVectorLayer) -> None:
    """Give the layer of turning points its look: little crosses, only where there is room."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "cross", "size": "1.6", "color": "#6a1b9a", "outline_color": "#6a1b9a"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(_LABELS_TO)


def style_signs(layer: QgsVectorLayer) -> None:
    """Give the layer of signs its look."""
    symbol = QgsMarkerSymbol.createSimple(
        {
            "name": "pentagon",
            "size": "3.4",
            "color": "#00897b",
            "outline_color": "#ffffff",
            "outline_width": "0.3",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_line(layer: QgsVectorLayer) -> None:
    """Give the layer of the line its look."""
    symbol = QgsLineSymbol.createSimple({"color": LINE.name(), "width": "0.5"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_blocks(layer: QgsVectorLayer) -> None:
    """Give the layer of blocks its look."""
    symbol = QgsFillSymbol.createSimple({"color": "215,25,28,28", "outline_style": "no"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _marker_symbol(colour: QColor) -> QgsMarkerSymbol:
    small = f"@map_scale > {_DOTS_FROM}"
    shape = QgsSimpleMarkerSymbolLayer()
    shape.setColor(colour)
    shape.setStrokeColor(_EDGE)
    shape.setStrokeWidth(0.25)
    shape.setSize(2.6)
    names = " ".join(f"WHEN '{kind}' THEN '{name}'" for kind, name in _SHAPES.items())
    _set(shape, QgsSymbolLayer.Property.PropertyName, f"CASE \"kind\" {names} ELSE 'square' END")
    _set(
        shape,
        QgsSymbolLayer.Property.PropertySize,
        f"if({small}, 1.2, if(\"kind\" = 'witness', 2.0, 2.6))",
    )
    _set(shape, QgsSymbolLayer.Property.PropertyStrokeWidth, f"if({small}, 0, 0.25)")
    ring = QgsSimpleMarkerSymbolLayer()
    ring.setColor(QColor(0, 0, 0, 0))
    ring.setStrokeColor(WARNED)
    ring.setStrokeWidth(0.5)
    ring.setSize(5.0)
    _set(ring, QgsSymbolLayer.Property.PropertyLayerEnabled, f"\"warnings\" <> '' and not {small}")
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, ring)
    symbol.appendSymbolLayer(shape)
    return symbol


def _set(layer: QgsSymbolLayer, name: QgsSymbolLayer.Property, expression: str) -> None:
    layer.setDataDefinedProperty(name, QgsProperty.fromExpression(expression))


def _text(size: float, colour: QColor) -> QgsTextFormat:
    found = QgsTextFormat()
    found.setSize(size)
    found.setColor(colour)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(255, 255, 255, 220))
    found.setBuffer(halo)
    return found

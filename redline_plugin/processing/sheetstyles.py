"""How the layers of the survey maps look."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsBilinearRasterResampler,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsHillshadeRenderer,
    QgsInvertedPolygonRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo

from redline_plugin.core.survey.marker import ELECTRONIC, KIND_TITLES, SOLID, WITNESS, WITNESSED
from redline_plugin.i18n import tr

FAMILIES = (
    *("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei"),
    *("WenQuanYi Micro Hei", "Noto Sans SC", "SimSun"),
)
"""Fonts with Chinese letters, the ones that look best first."""

RED, DARK_RED, BLUE = "#c62828", "#8e1b1b", "#1557a6"
HERE = "\"sheet\" = attribute(@atlas_feature, 'sheet')"
"""What stands on the sheet of the page."""
PAGE = "$id = @atlas_featureid"
"""The sheet of the page itself; a sheet of two counties is there twice."""

_MARKERS = {
    SOLID: {"name": "circle", "color": RED, "outline_color": "#ffffff", "size": "2.6"},
    ELECTRONIC: {"name": "circle", "color": "#ffffff", "outline_color": RED, "size": "2.6"},
    WITNESSED: {"name": "cross2", "color": RED, "outline_color": RED, "size": "2.4"},
    WITNESS: {"name": "triangle", "color": RED, "outline_color": "#ffffff", "size": "2.8"},
}
_QUADRANTS = {"nw": 0, "ne": 2, "sw": 6, "se": 8}


def chinese_family() -> str:
    """Return a font of this machine that has Chinese letters; the first name when there is none."""
    for name in FAMILIES:
        if QFontInfo(QFont(name)).family().casefold() == name.casefold():
            return name
    return FAMILIES[0]


def style_blocks(layer: QgsVectorLayer) -> None:
    """Outline in red over a hint of it; the code of the block inside."""
    symbol = QgsFillSymbol.createSimple(
        {"color": "198,40,40,22", "outline_color": RED, "outline_width": "0.7"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    _label(layer, '"code"', 9.0, DARK_RED, bold=True, placement="inside")


def style_markers(layer: QgsVectorLayer, kinds: set[str]) -> None:
    """A sign for each kind of marker that there is; numbers on the sheet of the page."""
    categories = [
        QgsRendererCategory(
            kind,
            QgsMarkerSymbol.createSimple({"outline_width": "0.35", **_MARKERS[kind]}),
            tr(title),
        )
        for kind, title in KIND_TITLES.items()
        if kind in kinds
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    _label(layer, f"if({HERE}, \"label\", '')", 8.0, DARK_RED, bold=True, priority=9)


def style_points(layer: QgsVectorLayer, numbered: bool) -> None:
    """Small dots; numbers at large scales."""
    symbol = {"name": "circle", "color": "#ffffff", "outline_color": DARK_RED, "size": "1.2"}
    layer.setRenderer(
        QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({**symbol, "outline_width": "0.25"}))
    )
    if numbered:
        _label(layer, f"if({HERE}, \"label\", '')", 5.5, DARK_RED, priority=3)


def style_signs(layer: QgsVectorLayer) -> None:
    """Blue squares with their numbers."""
    symbol = {"name": "square", "color": BLUE, "outline_color": "#ffffff", "size": "3"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(symbol)))
    _label(layer, f"if({HERE}, \"label\", '')", 8.0, BLUE, bold=True, priority=8)


def style_villages(layer: QgsVectorLayer) -> None:
    """Rings with names."""
    symbol = {"name": "circle", "color": "#ffffff", "outline_color": "#333333", "size": "1.7"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(symbol)))
    _label(layer, f"if({HERE}, \"name\", '')", 8.5, "#222222", priority=6)


def style_corners(layer: QgsVectorLayer) -> None:
    """No sign, but the degrees of the page's sheet, each outside of its corner."""
    symbol = QgsMarkerSymbol.createSimple({"size": "0", "outline_style": "no"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    settings = _settings(f"if({HERE}, \"label\", '')", 8.0, "#222222")
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    # Numbers of QGIS's quadrants.
    cases = " ".join(f"when \"corner\" = '{name}' then {at}" for name, at in _QUADRANTS.items())
    _define(settings, QgsPalLayerSettings.Property.OffsetQuad, f"case {cases} end")
    settings.obstacle = False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def style_sheets(layer: QgsVectorLayer) -> None:
    """The page's sheet in a strong line, the county's others in a thin one."""
    strong = {"style": "no", "outline_color": "#111111", "outline_width": "0.6"}
    thin = {"style": "no", "outline_color": "#555555", "outline_width": "0.15"}
    layer.setRenderer(
        _by_page(QgsFillSymbol.createSimple(strong), QgsFillSymbol.createSimple(thin))
    )


def style_mask(layer: QgsVectorLayer) -> None:
    """What is not on the page's sheet is covered by a veil."""
    veil = QgsFillSymbol.createSimple({"color": "255,255,255,175", "outline_style": "no"})
    layer.setRenderer(QgsInvertedPolygonRenderer(_by_page(veil, None)))


def style_index(layer: QgsVectorLayer) -> None:
    """In the overview: sheets as an index, the page's one filled."""
    here = {"color": "255,193,7,190", "outline_color": "#111111", "outline_width": "0.4"}
    thin = {"style": "no", "outline_color": "#777777", "outline_width": "0.12"}
    layer.setRenderer(_by_page(QgsFillSymbol.createSimple(here), QgsFillSymbol.createSimple(thin)))


def style_overview(layer: QgsVectorLayer) -> None:
    """In the overview: blocks in red without a label."""
    symbol = {"color": "198,40,40,110", "outline_color": RED, "outline_width": "0.1"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(symbol)))


def style_roads(layer: QgsVectorLayer) -> None:
    """A pale line in a dark one."""
    symbol = QgsLineSymbol.createSimple({"line_color": "#7a5230", "line_width": "0.7"})
    inner = QgsLineSymbol.createSimple({"line_color": "#ffe9c4", "line_width": "0.4"})
    symbol.appendSymbolLayer(inner.symbolLayer(0).clone())
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_rivers(layer: QgsVectorLayer) -> None:
    """A blue line."""
    _single(layer, QgsLineSymbol.createSimple({"line_color": "#3f8fcf", "line_width": "0.35"}))


def style_water(layer: QgsVectorLayer) -> None:
    """Blue land."""
    symbol = {"color": "#cfe5f6", "outline_color": "#3f8fcf", "outline_width": "0.2"}
    _single(layer, QgsFillSymbol.createSimple(symbol))


def style_counties(layer: QgsVectorLayer) -> None:
    """A border of dashes and dots."""
    symbol = {"style": "no", "outline_color": "#4a4a4a", "outline_width": "0.55"}
    _single(layer, QgsFillSymbol.createSimple({**symbol, "outline_style": "dash dot"}))


def style_relief(layer: QgsRasterLayer) -> None:
    """A pale hillshade, lit from the north-west."""
    shade = QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0)
    shade.setMultiDirectional(True)
    shade.setOpacity(0.28)
    layer.setRenderer(shade)
    filters = layer.resampleFilter()
    if filters is not None:
        filters.setZoomedInResampler(QgsBilinearRasterResampler())


def _single(layer: QgsVectorLayer, symbol: QgsSymbol) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabelsEnabled(False)


def _by_page(here: QgsSymbol, other: QgsSymbol | None) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(here, 0, 0, PAGE))
    if other is not None:
        root.appendChild(QgsRuleBasedRenderer.Rule(other, 0, 0, f"not ({PAGE})"))
    return QgsRuleBasedRenderer(root)


def _settings(expression: str, points: float, colour: str, bold: bool = False) -> Any:
    font = QFont(chinese_family())
    font.setBold(bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(points)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.6)
    halo.setColor(QColor(255, 255, 255, 220))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text)
    return settings


def _define(settings: Any, name: Any, expression: str) -> None:
    properties = settings.dataDefinedProperties()
    properties.setProperty(name, QgsProperty.fromExpression(expression))
    settings.setDataDefinedProperties(properties)


def _label(
    layer: QgsVectorLayer,
    expression: str,
    points: float,
    colour: str,
    *,
    bold: bool = False,
    priority: int = 5,
    placement: str = "beside",
) -> None:
    settings = _settings(expression, points, colour, bold)
    settings.priority = priority
    if placement == "beside":
        settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
        settings.dist = 1.0
        _define(settings, QgsPalLayerSettings.Property.PredefinedPositionOrder, "'TR,BR,TL,BL,R,L'")
    else:
        settings.placement = QgsPalLayerSettings.Placement.Horizontal
        settings.centroidInside = True
        settings.labelPerPart = True
        settings.fitInPolygonOnly = False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)

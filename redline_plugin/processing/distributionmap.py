"""``redline:distributionmap``: the red line as a map sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsRasterLayer,
    QgsRectangle,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.standard.reasons import BY_ID, REASONS
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.picture import Drawing, LegendEntry, Sheet

COLOURS = {
    "waterconservation": "#2f78b7",
    "biodiversity": "#2e8b57",
    "soilretention": "#8a5a2b",
    "sandfixation": "#d9a441",
    "coastalstability": "#3fb8af",
    "soilerosion": "#c8553d",
    "desertification": "#e0913a",
    "rockydesertification": "#8d7b8f",
    "salinization": "#b57edc",
    "protectedarea": "#4f9d4f",
}
"""Colour of the blocks by their main reason."""

_ALPHA = 165
_BORDER = 0.06


class DistributionMap(RedlineAlgorithm):
    """``redline:distributionmap``."""

    ID = "distributionmap"
    TITLE = N_("Map of the red line")
    GROUP = Group.PACKAGE
    ABOUT = N_(
        "Draws the blocks by their main reason, over hillshade, with county borders and protected "
        "areas, legend, scale and north arrow, into a PNG."
    )
    TAGS = (N_("map"), N_("picture"))

    INPUT = "INPUT"
    ELEVATION = "ELEVATION"
    COUNTIES = "COUNTIES"
    PROTECTED_AREAS = "PROTECTED_AREAS"
    TITLE_TEXT = "TITLE"
    DPI = "DPI"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.INPUT, tr("Red-line blocks"), polygons)
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer(self.ELEVATION, tr("Elevation"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterVectorLayer(
                self.COUNTIES, tr("Counties"), polygons, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorLayer(
                self.PROTECTED_AREAS, tr("Protected areas"), polygons, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.TITLE_TEXT, tr("Title"), tr("Ecological protection red line"), optional=True
            )
        )
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.DPI,
                tr("Dots per inch"),
                QgsProcessingParameterNumber.Type.Integer,
                200,
                minValue=72,
                maxValue=600,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Map"), "PNG (*.png)")
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        problems = output_problems([path], [])
        layers = {
            name: self._copy(parameters, name, context)
            for name in (self.INPUT, self.COUNTIES, self.PROTECTED_AREAS)
        }
        blocks = layers[self.INPUT]
        if blocks is None:
            problems.append(
                Problem(
                    msg(
                        "“{value}” cannot be opened as a polygon layer.",
                        value=parameters[self.INPUT],
                    ),
                    self.INPUT,
                )
            )
        if problems or blocks is None:
            raise InputError(problems)
        legend = _style_blocks(blocks)
        shown: list[QgsMapLayer] = []
        for name, style, text in (
            (self.COUNTIES, _outline("#222222", 0.5, "dash dot"), N_("County border")),
            (
                self.PROTECTED_AREAS,
                _outline("#0b5d1e", 0.35, "solid"),
                N_("Outline of protected areas"),
            ),
        ):
            layer = layers[name]
            if layer is not None:
                layer.setRenderer(QgsSingleSymbolRenderer(style))
                shown.append(layer)
                legend.append(LegendEntry(tr(text), QColor(0, 0, 0, 0), style.color()))
        shown.append(blocks)
        elevation = self._hillshade(parameters, context)
        if elevation is not None:
            shown.append(elevation)
        feedback.progress(0.2)
        frame = layers[self.COUNTIES] or blocks
        crs = blocks.crs()
        sheet = Sheet(
            title=self.parameterAsString(parameters, self.TITLE_TEXT, context),
            layers=shown,
            extent=_extent(frame, crs, context),
            crs=crs,
            legend=legend,
            legend_title=tr("Legend"),
            notes=(
                tr("Coordinate system: {name} ({id})").format(
                    name=crs.description(), id=crs.authid()
                ),
            ),
            dpi=self.parameterAsInt(parameters, self.DPI, context),
        )
        image = Drawing(sheet).draw()
        with atomic_folder_of(path) as folder:
            if not image.save(str(folder / path.name), "PNG"):
                raise OutputError(Problem(msg("The picture could not be written."), str(path)))
        feedback.progress(1.0)
        return {self.OUTPUT: str(path)}

    def _copy(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsVectorLayer | None:
        """Return a layer of our own to style, never the user's."""
        if parameters.get(name) in (None, ""):
            return None
        layer = self.parameterAsVectorLayer(parameters, name, context)
        return None if layer is None else layer.clone()

    def _hillshade(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsRasterLayer | None:
        path = self.raster_path(parameters, self.ELEVATION, context)
        if path is None:
            return None
        layer = QgsRasterLayer(path, "elevation", "gdal")
        if not layer.isValid():
            raise InputError(
                Problem(msg("“{value}” cannot be opened as a raster.", value=path), self.ELEVATION)
            )
        renderer = QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0)
        renderer.setZFactor(1.5)
        layer.setRenderer(renderer)
        layer.setOpacity(0.75)
        return layer


def _style_blocks(layer: QgsVectorLayer) -> list[LegendEntry]:
    """Colour the blocks by main reason; return the legend of the reasons that occur."""
    index = layer.fields().indexOf("main_reason")
    present = layer.uniqueValues(index) if index >= 0 else set()
    categories, legend = [], []
    for reason in REASONS:
        if reason.id not in present:
            continue
        fill = QColor(COLOURS[reason.id])
        fill.setAlpha(_ALPHA)
        symbol = QgsFillSymbol.createSimple(
            {
                "color": f"{fill.red()},{fill.green()},{fill.blue()},{fill.alpha()}",
                "outline_color": "200,20,30",
                "outline_width": "0.18",
            }
        )
        text = tr(BY_ID[reason.id].title)
        categories.append(QgsRendererCategory(reason.id, symbol, text))
        legend.append(LegendEntry(text, fill, QColor(200, 20, 30)))
    if categories:
        layer.setRenderer(QgsCategorizedSymbolRenderer("main_reason", categories))
    else:
        layer.setRenderer(
            QgsSingleSymbolRenderer(
                QgsFillSymbol.createSimple(
                    {"color": "200,20,30,120", "outline_color": "200,20,30", "outline_width": "0.3"}
                )
            )
        )
        legend.append(LegendEntry(tr("Red line"), QColor(200, 20, 30, 120), QColor(200, 20, 30)))
    return legend


def _outline(colour: str, width: float, style: str) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple(
        {
            "color": "0,0,0,0",
            "style": "no",
            "outline_color": colour,
            "outline_width": str(width),
            "outline_style": style,
        }
    )
    symbol.setColor(QColor(colour))
    return symbol


def _extent(
    layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext
) -> QgsRectangle:
    from qgis.core import QgsCoordinateTransform

    extent = QgsCoordinateTransform(
        layer.crs(), crs, context.transformContext()
    ).transformBoundingBox(layer.extent())
    extent.grow(_BORDER * max(extent.width(), extent.height()) / 2)
    return extent

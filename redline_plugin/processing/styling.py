"""How results look when QGIS loads them: the declared ramp, or the classes with their titles."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

from redline_plugin.core.declare.model import ClassEntry, RasterOutput
from redline_plugin.core.style import stops
from redline_plugin.i18n import tr
from redline_plugin.processing.bandlegend import label_when_in_legend

CUT_LOW, CUT_HIGH = 0.02, 0.98
SAMPLE_PIXELS = 250_000


def classes_renderer(layer: QgsRasterLayer, classes: Sequence[ClassEntry]) -> None:
    """Show a class raster in the declared colours, each class with its title."""
    entries = [
        QgsPalettedRasterRenderer.Class(entry.value, QColor(*entry.colour), tr(entry.title))
        for entry in classes
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))


def ramp_renderer(
    layer: QgsRasterLayer, ramp: str, limits: tuple[float, float] | None = None
) -> None:
    """Show numbers in a ramp, between ``limits`` or without the outer 2 % on each side."""
    provider = layer.dataProvider()
    if limits is None:
        limits = _middle_values(layer)
    low, high = (float(value) for value in limits)
    if not high > low:
        high = low + max(abs(low), 1.0) * 1e-6
    function = QgsColorRampShader(low, high)
    function.setColorRampType(QgsColorRampShader.Type.Interpolated)
    function.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(value, QColor(*colour), f"{value:.4g}")
            for value, colour in stops(ramp, low, high)
        ]
    )
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(provider, 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    layer.setRenderer(renderer)


def _middle_values(layer: QgsRasterLayer) -> tuple[float, float]:
    """Return between which values all lie but 2 % on each side, by a sample of the layer.

    The provider's own cumulative cut would have GDAL leave its histogram in an ``.aux.xml`` beside
    the file.
    """
    factor = min(1.0, math.sqrt(SAMPLE_PIXELS / max(1, layer.width() * layer.height())))
    width, height = (max(1, round(size * factor)) for size in (layer.width(), layer.height()))
    provider = layer.dataProvider()
    block = provider.block(1, provider.extent(), width, height)
    if not block.isValid() or not block.convert(Qgis.DataType.Float64):
        return 0.0, 1.0
    values = np.frombuffer(bytes(block.data()), dtype=np.float64)
    kept = np.isfinite(values)
    if block.hasNoDataValue():
        kept &= values != block.noDataValue()
    if not kept.any():
        return 0.0, 1.0
    low, high = np.percentile(values[kept], (100 * CUT_LOW, 100 * CUT_HIGH))
    return float(low), float(high)


@dataclass(frozen=True)
class Look:
    """How a result is shown: by classes, or by a ramp between limits or its own values."""

    classes: tuple[ClassEntry, ...] = ()
    ramp: str = "value"
    limits: tuple[float, float] | None = None


def look_of(output: RasterOutput) -> Look:
    """Return how an output is shown; indices of sensitivity always on their whole scale."""
    low, high = output.valid
    limits = None
    if output.ramp == "sensitivity" and low is not None and high is not None:
        limits = (low, high)
    return Look(output.classes, output.ramp, limits)


def apply_look(layer: QgsRasterLayer, look: Look) -> None:
    """Show a layer so."""
    if look.classes:
        classes_renderer(layer, look.classes)
    else:
        ramp_renderer(layer, look.ramp, look.limits)


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles one output when it is loaded; runs on the main thread.

    QGIS owns and deletes it, with the context of the run, but keeps no reference to its Python part.
    """

    kept: list[_Styler] = []

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        # Those of runs whose results were never loaded are gone by now.
        self.kept[:] = [one for one in self.kept if not sip.isdeleted(one)]
        self.kept.append(self)

    def postProcessLayer(
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            apply_look(layer, self._look)
            label_when_in_legend(layer)
        if self in self.kept:
            self.kept.remove(self)


def style_when_loaded(
    looks: Mapping[str, Look], results: Mapping[str, Any], context: QgsProcessingContext
) -> None:
    """See to it that results get their look if QGIS is going to load them."""
    for name, look in looks.items():
        path = str(results.get(name, ""))
        if path and context.willLoadLayerOnCompletion(path):
            context.layerToLoadOnCompletionDetails(path).setPostProcessor(_Styler(look))

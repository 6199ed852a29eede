"""How results look when QGIS loads them: the declared ramp, or the classes with their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
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
        limits = provider.cumulativeCut(1, CUT_LOW, CUT_HIGH, provider.extent(), SAMPLE_PIXELS)
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

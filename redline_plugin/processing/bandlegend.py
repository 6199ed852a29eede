"""The line with the band's name above a legend, in the user's language.

Files describe their bands in English, whoever makes them, so that equal inputs give equal files. QGIS
shows that description in the legend; there it gets a label, which the project keeps.
"""

from __future__ import annotations

import re

import qgis.utils
from qgis.core import QgsMapLayerLegendUtils, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer

from redline_plugin.i18n import tr

_NUMBERED = re.compile(r"(.*\D) (\d+)")
_BAND_LINE = 0
_BETWEEN = ": "


def words_of(description: str) -> str:
    """Return a band's description in the user's language; what nobody translated as it is.

    Gradings write two titles with a colon between them, bands of a stack end with their number.
    """
    whole = tr(description)
    if whole != description:
        return whole
    if _BETWEEN in description:
        first, _, rest = description.partition(_BETWEEN)
        return tr("{title}: {value}").format(title=words_of(first), value=words_of(rest))
    numbered = _NUMBERED.fullmatch(description)
    return f"{words_of(numbered[1])} {numbered[2]}" if numbered else description


def label_when_in_legend(layer: QgsRasterLayer) -> None:
    """Label a layer's band once the layer is in the project's tree.

    QGIS 3.22 puts it there before it is styled, later versions at the end of the run.
    """
    layer_id = layer.id()
    QTimer.singleShot(0, lambda: label_band(layer_id))


def label_band(layer_id: str) -> None:
    """Give the line of a layer's band in the legend its translated name."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer_id)
    layer = QgsProject.instance().mapLayer(layer_id)
    if node is None or not isinstance(layer, QgsRasterLayer) or layer.renderer() is None:
        return
    bands = layer.renderer().usesBands()
    # "Band 1: Slope", in the language of QGIS but for the description.
    number, colon, description = layer.bandName(bands[0] if bands else 1).partition(_BETWEEN)
    words = words_of(description)
    if not colon or words == description:
        return
    QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, _BAND_LINE, f"{number}{colon}{words}")
    view = qgis.utils.iface.layerTreeView() if qgis.utils.iface is not None else None
    if view is not None:
        view.layerTreeModel().refreshLayerLegend(node)

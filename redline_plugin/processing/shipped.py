"""Models that come with the plugin: ``models/*.model3``, shown in the user's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import GROUP_TITLES, Group
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RESOURCES, help_url
from redline_plugin.processing.modelalgorithm import input_title

FOLDER = Path(__file__).parent / "models"

TITLES = {
    "redlinecounty": N_("Red line of a county, from rasters to a checked package"),
}
ABOUT = {
    "redlinecounty": N_(
        "Assesses water conservation, soil retention and soil erosion sensitivity, grades them, "
        "unites the extreme classes with the protected areas, splits the blocks at county borders, "
        "draws a map, writes a submission package and verifies it. Open it in the Graphical Modeler "
        "to see or change a step."
    ),
}
PARAMETER_TITLES = {
    "PROTECTED_AREAS": N_("Protected areas"),
    "COUNTIES": N_("Counties"),
    "ELEVATION": N_("Elevation"),
    "MIN_PATCH": N_("Smallest patch kept [km2]"),
    "YSDM": N_("Element code YSDM (10 characters)"),
    "ESTABLISHED": N_("Date of establishment (SLSJ)"),
    "RED_LINE": N_("Red-line blocks"),
    "PACKAGE": N_("Package (folder)"),
    "MAP": N_("Map"),
}


def parameter_title(name: str) -> str:
    """Return the title of a shipped model's parameter: a model input's, or one of its own."""
    for model in models().values():
        for item in model.inputs:
            if item.name == name:
                return input_title(item)
    # QGIS names a model's output "step:NAME".
    return tr(PARAMETER_TITLES.get(name.rpartition(":")[2], name))


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model file with a stable id, a title and parameters in the user's language."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.loaded = self.fromFile(str(path))
        self._translate()

    def createInstance(self) -> ShippedModel:
        return ShippedModel(self._path)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        super().initAlgorithm(configuration or {})
        self._translate()

    def _translate(self) -> None:
        for definition in self.parameterDefinitions():
            definition.setDescription(parameter_title(definition.name()))

    def displayName(self) -> str:
        return tr(TITLES.get(self.name(), self.name()))

    def group(self) -> str:
        return tr(GROUP_TITLES[Group.PACKAGE])

    def groupId(self) -> str:
        return Group.PACKAGE.value

    def shortDescription(self) -> str:
        return tr(ABOUT.get(self.name(), ""))

    def shortHelpString(self) -> str:
        return f"<p>{self.shortDescription()}</p>"

    def helpUrl(self) -> str:
        return help_url(self.name())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / "redline.svg")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

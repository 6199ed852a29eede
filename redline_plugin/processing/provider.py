"""The provider: all models of the registry, all other algorithms, and the shipped models."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from redline_plugin.core.assess.registry import models
from redline_plugin.core.version import version
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RESOURCES
from redline_plugin.processing.grading import GradeFunction, GradeSensitivity
from redline_plugin.processing.modelalgorithm import ModelAlgorithm

SHIPPED_MODELS = Path(__file__).parent / "models"
ALGORITHMS = (GradeFunction, GradeSensitivity)


class RedlineProvider(QgsProcessingProvider):
    """Redline in the Processing toolbox."""

    def id(self) -> str:
        return "redline"

    def name(self) -> str:
        return tr("Redline")

    def longName(self) -> str:
        return tr("Redline: ecological protection red lines")

    def versionInfo(self) -> str:
        return version()

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / "redline.svg")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def loadAlgorithms(self) -> None:
        for model in models().values():
            self.addAlgorithm(ModelAlgorithm(model))
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for path in sorted(SHIPPED_MODELS.glob("*.model3")):
            shipped = QgsProcessingModelAlgorithm()
            if shipped.fromFile(str(path)):
                self.addAlgorithm(shipped)

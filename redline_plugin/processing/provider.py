"""The provider: all models of the registry, all other algorithms, and the shipped models."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from redline_plugin.core.assess.registry import models
from redline_plugin.core.version import version
from redline_plugin.i18n import tr
from redline_plugin.processing.assessmentreport import AssessmentReport
from redline_plugin.processing.base import RESOURCES
from redline_plugin.processing.checktopology import CheckTopology
from redline_plugin.processing.copytables import CopyTables
from redline_plugin.processing.delineate import Delineate
from redline_plugin.processing.democounty import DemoCounty
from redline_plugin.processing.distributionmap import DistributionMap
from redline_plugin.processing.ecosystemlimits import EcosystemLimits
from redline_plugin.processing.edgematch import EdgeMatch
from redline_plugin.processing.explainpixel import ExplainPixel
from redline_plugin.processing.fittoparcels import FitToParcels
from redline_plugin.processing.fittoreference import FitToReference
from redline_plugin.processing.fixtopology import FixTopology
from redline_plugin.processing.forestline import ForestLine
from redline_plugin.processing.grading import GradeFunction, GradeSensitivity
from redline_plugin.processing.markerforms import MarkerForms
from redline_plugin.processing.modelalgorithm import ModelAlgorithm
from redline_plugin.processing.placemarkers import PlaceMarkers
from redline_plugin.processing.placesigns import PlaceSigns
from redline_plugin.processing.setbacks import Setbacks
from redline_plugin.processing.shipped import FOLDER, ShippedModel
from redline_plugin.processing.smoothboundary import SmoothBoundary
from redline_plugin.processing.snowline import SnowLine
from redline_plugin.processing.species import SpeciesSuitability
from redline_plugin.processing.speciesrichness import SpeciesRichness
from redline_plugin.processing.stationsclimate import StationClimate
from redline_plugin.processing.stationserosivity import StationErosivity
from redline_plugin.processing.stationsinterpolate import InterpolateStations
from redline_plugin.processing.submission import ExportSubmission, VerifySubmission
from redline_plugin.processing.surveyareas import SurveyAreas
from redline_plugin.processing.surveyresults import SurveyResults
from redline_plugin.processing.surveyroute import SurveyRoute
from redline_plugin.processing.surveysheets import SurveySheets
from redline_plugin.processing.turningpoints import TurningPoints
from redline_plugin.processing.watersheddivides import WatershedDivides

ALGORITHMS = (
    StationErosivity,
    StationClimate,
    InterpolateStations,
    SpeciesSuitability,
    SpeciesRichness,
    GradeFunction,
    GradeSensitivity,
    Delineate,
    WatershedDivides,
    EcosystemLimits,
    ForestLine,
    SnowLine,
    Setbacks,
    SmoothBoundary,
    FitToReference,
    FitToParcels,
    CheckTopology,
    FixTopology,
    EdgeMatch,
    TurningPoints,
    SurveyAreas,
    SurveyResults,
    PlaceMarkers,
    PlaceSigns,
    SurveyRoute,
    SurveySheets,
    MarkerForms,
    ExportSubmission,
    VerifySubmission,
    DistributionMap,
    AssessmentReport,
    ExplainPixel,
    CopyTables,
    DemoCounty,
)


def register() -> RedlineProvider:
    """Make the provider known to QGIS and return it; the caller keeps it.

    It is loaded twice: a model finds the outputs of its steps only when these are in the registry
    already, and a provider enters the registry after its first load.
    """
    provider = RedlineProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()
    return provider


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
        for path in sorted(FOLDER.glob("*.model3")):
            shipped = ShippedModel(path)
            if shipped.loaded:
                self.addAlgorithm(shipped)
            else:
                QgsMessageLog.logMessage(
                    tr("{path} cannot be loaded.").format(path=path), "Redline"
                )

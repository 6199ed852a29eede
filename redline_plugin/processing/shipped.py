"""Models that come with the plugin: ``models/*.model3``, shown in the user's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
)
from qgis.PyQt.QtGui import QIcon

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import GROUP_TITLES, Group
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RESOURCES, help_url
from redline_plugin.processing.modelalgorithm import input_title, table_titles

FOLDER = Path(__file__).parent / "models"

TITLES = {
    "redlinecounty": N_("Red line of a county, from rasters to a checked package"),
    "boundaryofacounty": N_("Boundary of a county: references, smoothing, fit, check"),
    "surveyofacounty": N_("Survey of a county: points, markers, signs, routes, forms"),
    "wholeassessment": N_("Whole assessment: all functions and sensitivities, from raw data"),
    "waterconservationfromraw": N_("Water conservation, from raw data to classes"),
    "soilretentionfromraw": N_("Soil retention, from raw data to classes"),
    "sandfixationfromraw": N_("Sand fixation, from raw data to classes"),
    "waterconservationindexfromraw": N_("Water conservation (NPP index), from raw data to classes"),
    "soilretentionindexfromraw": N_("Soil retention (NPP index), from raw data to classes"),
    "sandfixationindexfromraw": N_("Sand fixation (NPP index), from raw data to classes"),
    "biodiversityindexfromraw": N_("Biodiversity (NPP index), from raw data to classes"),
    "coastalstabilityfromraw": N_("Coastal stability, from raw data to classes"),
    "soilerosionsensitivityfromraw": N_("Soil erosion sensitivity, from raw data to classes"),
    "desertificationsensitivityfromraw": N_(
        "Desertification sensitivity, from raw data to classes"
    ),
    "rockydesertificationsensitivityfromraw": N_(
        "Rocky desertification sensitivity, from raw data to classes"
    ),
    "salinizationsensitivityfromraw": N_("Salinization sensitivity, from raw data to classes"),
}
_ONE = N_(
    "Makes the factors from raw data, the index from the factors, the classes from the index, and a "
    "report with areas per county. Every step has its defaults; open the model in the Graphical "
    "Modeler to see or change one."
)
ABOUT = {
    **dict.fromkeys(TITLES, _ONE),
    "redlinecounty": N_(
        "Assesses water conservation, soil retention and soil erosion sensitivity, grades them, "
        "unites the extreme classes with the protected areas, splits the blocks at county borders, "
        "draws a map, writes a submission package and verifies it. Open it in the Graphical Modeler "
        "to see or change a step."
    ),
    "boundaryofacounty": N_(
        "Makes divides and set distances from water, takes saw teeth out of the blocks, fits them to "
        "divides, water, protected areas, county borders and parcels, and checks the topology. The "
        "distances and the tolerance are the user's; open it in the Graphical Modeler to add other "
        "references."
    ),
    "surveyofacounty": N_(
        "Makes turning points, places markers and signs by the survey rule set, gives each crew its "
        "route, and writes registers and forms. The rule set is the user's: without one, the example "
        "is used, none of whose numbers is from the technical regulation."
    ),
    "wholeassessment": N_(
        "Makes all factors from raw data, assesses four functions and four sensitivities, grades "
        "them, gives the highest class of each kind and what made it so, and writes one report with "
        "areas per county. Factors that several assessments need are made once; rainfall erosivity, "
        "warmth, wind and rain days come from the stations' daily series, with elevation where that "
        "lessens the error. Sand fixation is assessed month by month, biodiversity by the NPP index "
        "(a species model is run by itself), the coast only where its four rasters are given."
    ),
}
PARAMETER_TITLES = {
    "BLOCKS": N_("Red-line blocks"),
    "RIVERS": N_("Rivers (lines or polygons)"),
    "LAKES": N_("Lakes"),
    "PARCELS": N_("Parcels"),
    "MIN_BASIN": N_("Smallest basin [km2]"),
    "RIVER_DISTANCE": N_("Distance from rivers [m]"),
    "LAKE_DISTANCE": N_("Distance from lakes [m]"),
    "TOLERANCE": N_("Tolerance [m]"),
    "FITTED": N_("Fitted blocks"),
    "ROADS": N_("Roads"),
    "VILLAGES": N_("Villages"),
    "RULES": N_("Survey rule set"),
    "CREWS": N_("Number of crews"),
    "POINTS": N_("Turning points"),
    "SIDES": N_("Sides between turning points"),
    "MARKERS": N_("Markers, with access and order"),
    "EXCEPTIONS": N_("Exceptions"),
    "REGISTER": N_("Marker register"),
    "SIGNS": N_("Signs"),
    "UNSERVED": N_("Not served by a sign"),
    "ROUTES": N_("Routes of the crews"),
    "FORMS": N_("Registers and forms (folder)"),
    "TOPOLOGY": N_("Report of the topology"),
    "STRETCHES": N_("Stretches of the line with their sources"),
    "PROTECTED_AREAS": N_("Protected areas"),
    "COUNTIES": N_("Counties"),
    "ELEVATION": N_("Elevation"),
    "MIN_PATCH": N_("Smallest patch kept [km2]"),
    "YSDM": N_("Element code YSDM (10 characters)"),
    "ESTABLISHED": N_("Date of establishment (SLSJ)"),
    "RED_LINE": N_("Red-line blocks"),
    "PACKAGE": N_("Package (folder)"),
    "MAP": N_("Map"),
    "REPORT": N_("Report"),
    "GRID": N_("Grid of the results (empty: that of each step's first input)"),
    "TABLES": N_("Folder with one's own tables and coefficients"),
    "KEEP": N_("Folder to keep all steps in (empty: they are temporary)"),
    "DAILY": N_("Daily series of stations (CSV)"),
    "STATIONS": N_("Table of stations (CSV; empty where the series hold the places)"),
    "LAND_COVER_CLASSES_SET": N_("Land-cover product"),
    "WATER_CONSERVATION": N_("Classes: water conservation"),
    "SOIL_RETENTION": N_("Classes: soil retention"),
    "SAND_FIXATION": N_("Classes: sand fixation"),
    "BIODIVERSITY": N_("Classes: biodiversity"),
    "COASTAL_STABILITY": N_("Classes: coastal stability"),
    "SOIL_EROSION": N_("Classes: soil erosion sensitivity"),
    "DESERTIFICATION": N_("Classes: desertification sensitivity"),
    "ROCKY_DESERTIFICATION": N_("Classes: rocky desertification sensitivity"),
    "SALINIZATION": N_("Classes: salinization sensitivity"),
    "WATER_CONSERVATION_INDEX": N_("Index: water conservation"),
    "SOIL_RETENTION_INDEX": N_("Index: soil retention"),
    "SAND_FIXATION_INDEX": N_("Index: sand fixation"),
    "BIODIVERSITY_INDEX": N_("Index: biodiversity"),
    "SOIL_EROSION_INDEX": N_("Index: soil erosion sensitivity"),
    "DESERTIFICATION_INDEX": N_("Index: desertification sensitivity"),
    "ROCKY_DESERTIFICATION_INDEX": N_("Index: rocky desertification sensitivity"),
    "SALINIZATION_INDEX": N_("Index: salinization sensitivity"),
    "FUNCTION": N_("Highest importance of functions"),
    "FUNCTION_WHICH": N_("Which functions reach the highest importance"),
    "SENSITIVITY": N_("Highest sensitivity"),
    "SENSITIVITY_WHICH": N_("Which sensitivities reach the highest class"),
}
_CANCELLED = N_("Cancelled. The steps that were done have written their results, no others.")

PARAMETER_HELP = {
    "KEEP": N_(
        "“Why here?” follows a result back to the raw data as long as the files of all steps are "
        "there. Choose an empty folder; files of an earlier run in it are replaced."
    ),
    "COAST_TYPE": N_("Only with a coast: give all four rasters of the coast, or none."),
}
CHOICES = {"LAND_COVER_CLASSES_SET": ("landcovermapping", "LAND_COVER")}
"""Parameters that choose one of a model's shipped tables: the model, and the input with the table."""


def table_choices(model_id: str, name: str) -> list[str]:
    """Return the titles of an input's shipped tables."""
    table = models()[model_id].input(name).table
    return table_titles(table) if table is not None else []


def parameter_title(name: str) -> str:
    """Return the title of a shipped model's parameter: a model input's, or one of its own."""
    # QGIS names a model's output "step:NAME".
    step, _, own = name.rpartition(":")
    if step or own in PARAMETER_TITLES:
        return tr(PARAMETER_TITLES.get(own, own))
    for model in models().values():
        for item in model.inputs:
            if item.name == own:
                return input_title(item)
    return own


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
            optional = definition.flags() & definition.Flag.FlagOptional
            if optional and definition.name() in PARAMETER_HELP:
                definition.setHelp(tr(PARAMETER_HELP[definition.name()]))
            if definition.name() in CHOICES:
                definition.setOptions(table_choices(*CHOICES[definition.name()]))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Run the steps; QGIS would take a model that was cancelled for done."""
        try:
            results: dict[str, Any] = super().processAlgorithm(parameters, context, feedback)
        except QgsProcessingException:
            if not feedback.isCanceled():
                raise
        if feedback.isCanceled():
            raise QgsProcessingException(tr(_CANCELLED))
        return results

    def displayName(self) -> str:
        return tr(TITLES.get(self.name(), self.name()))

    def group(self) -> str:
        return tr(GROUP_TITLES[Group.MODEL])

    def groupId(self) -> str:
        return Group.MODEL.value

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

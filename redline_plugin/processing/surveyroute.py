"""``redline:surveyroute``: how markers are reached, and in which order crews set them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.routecost import RULE_TITLES, TOBLER
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.layerfields import BLOCK_CODE, add_field
from redline_plugin.processing.surveyrouteinputs import read_route_inputs
from redline_plugin.processing.surveyroutework import (
    OWN_FIELDS,
    ROUTE_FIELDS,
    Done,
    Settings,
    marker_rows,
    route_rows,
    tell,
    work,
)
from redline_plugin.processing.surveythings import output_problems
from redline_plugin.processing.vectorsink import kinds_of, write_vector


class SurveyRoute(RedlineAlgorithm):
    """``redline:surveyroute``."""

    ID = "surveyroute"
    TITLE = N_("Access and order of setting")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Tells of each marker or sign how far the nearest road is, how steep the ground is, and "
        "whether the next one along the line can be seen from it. Shares them out among crews by equal "
        "work and orders each crew's round trip: straight from one to the next, at the pace of Tobler's "
        "hiking function or Naismith's rule. Each route is given with its length and with the length "
        "that no route is shorter than."
    )
    TAGS = (N_("marker"), N_("survey"), N_("route"), N_("visibility"), N_("access"))

    MARKERS, NUMBER_FIELD, BLOCK_FIELD = "MARKERS", "NUMBER_FIELD", "BLOCK_FIELD"
    ROADS, BLOCKS, BLOCKS_FIELD = "ROADS", "BLOCKS", "BLOCKS_FIELD"
    ELEVATION, SLOPE = "ELEVATION", "SLOPE"
    INSTRUMENT, TARGET = "INSTRUMENT", "TARGET"
    CREWS, BASES, BASE_NAME, RULE, MINUTES = "CREWS", "BASES", "BASE_NAME", "RULE", "MINUTES"
    DONE_TOO = "DONE_TOO"
    OUTPUT, ROUTES = "OUTPUT", "ROUTES"
    VISITED, LENGTH, LEAST, LONGEST = "VISITED", "LENGTH", "LEAST", "LONGEST"
    SEEN, HIDDEN = "SEEN", "HIDDEN"
    RULES = tuple(RULE_TITLES)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        point = QgsProcessing.SourceType.TypeVectorPoint
        line = QgsProcessing.SourceType.TypeVectorLine
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.MARKERS, tr("Markers or signs"), [point])
        )
        add_field(self, self.NUMBER_FIELD, tr("Field: number"), self.MARKERS, "marker")
        add_field(self, self.BLOCK_FIELD, tr("Field: code of the block"), self.MARKERS, "block")
        self.addParameter(QgsProcessingParameterFeatureSource(self.ROADS, tr("Roads"), [line]))
        blocks = QgsProcessingParameterFeatureSource(
            self.BLOCKS,
            tr("Red-line blocks, for the order along the line"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        blocks.setHelp(
            tr(
                "With them, the next marker is the next one along the ring of the block. Without, it is "
                "the one with the next number of the block, and the last has none."
            )
        )
        self.addParameter(blocks)
        add_field(
            self,
            self.BLOCKS_FIELD,
            tr("Field: code of the block, in blocks"),
            self.BLOCKS,
            BLOCK_CODE,
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                self.ELEVATION, tr("Elevation [m], for sight and climbs"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                self.SLOPE, tr("Slope [degrees] (empty: from the elevation)"), optional=True
            )
        )
        for name, title in (
            (self.INSTRUMENT, tr("Height of the instrument [m]")),
            (self.TARGET, tr("Height of the target [m]")),
        ):
            self.addParameter(
                QgsProcessingParameterNumber(
                    name, title, QgsProcessingParameterNumber.Type.Double, 1.5, minValue=0.0
                )
            )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.CREWS,
                tr("Number of crews"),
                QgsProcessingParameterNumber.Type.Integer,
                1,
                minValue=1,
            )
        )
        bases = QgsProcessingParameterFeatureSource(
            self.BASES, tr("Bases, where crews begin and end"), [point], optional=True
        )
        bases.setHelp(
            tr(
                "Without them, each crew begins at the place on a road nearest to one of its markers."
            )
        )
        self.addParameter(bases)
        add_field(self, self.BASE_NAME, tr("Field: name of the base"), self.BASES, "MC")
        rule = QgsProcessingParameterEnum(
            self.RULE,
            tr("Pace"),
            [tr(title) for title in RULE_TITLES.values()],
            defaultValue=self.RULES.index(TOBLER),
        )
        rule.setHelp(
            tr(
                "By the difference in height between two markers, up and down half each. Without an "
                "elevation model all is level."
            )
        )
        self.addParameter(rule)
        minutes = QgsProcessingParameterNumber(
            self.MINUTES,
            tr("Work at each marker [minutes]"),
            QgsProcessingParameterNumber.Type.Double,
            30.0,
            minValue=0.0,
        )
        minutes.setHelp(tr("An example of Redline's own; crews get equal shares of walk and work."))
        self.addParameter(minutes)
        done = QgsProcessingParameterBoolean(
            self.DONE_TOO, tr("Visit markers that are set, too"), defaultValue=False
        )
        done.setHelp(
            tr(
                "Where the layer has the columns state and kind of Redline's markers, those that are "
                "set, measured or accepted are left out otherwise. Retired ones, electronic ones and "
                "points that only have witness markers are never visited."
            )
        )
        self.addParameter(done)
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Markers with access and order"), point
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(self.ROUTES, tr("Routes"), line, optional=True)
        )
        for name, title in (
            (self.VISITED, tr("Markers on the routes")),
            (self.LENGTH, tr("Length of all routes [m]")),
            (self.LEAST, tr("No routes are shorter than [m]")),
            (self.LONGEST, tr("Hours of the crew with most work")),
            (self.SEEN, tr("Markers that see the next")),
            (self.HIDDEN, tr("Markers that do not see the next")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        problems = output_problems(self, parameters, (self.OUTPUT, self.ROUTES), context)
        if problems:
            raise InputError(problems)
        inputs = read_route_inputs(self, parameters, context, Part(feedback, 0.0, 0.1))
        settings = Settings(
            self.parameterAsInt(parameters, self.CREWS, context),
            self.RULES[self.parameterAsEnum(parameters, self.RULE, context)],
            self.parameterAsDouble(parameters, self.MINUTES, context),
            self.parameterAsDouble(parameters, self.INSTRUMENT, context),
            self.parameterAsDouble(parameters, self.TARGET, context),
        )
        records = provenance.InputRecords(inputs.rasters)
        try:
            done = in_background(
                lambda relay: work(inputs, settings, relay), Part(feedback, 0.1, 0.9)
            )
            made_from = records.result(feedback)
        except BaseException:
            records.cancel()
            raise
        tell(inputs, settings, done, feedback)
        results = self._results(done)
        record = provenance.provenance(
            "redline:surveyroute",
            asdict(settings),
            made_from,
            {name.lower(): value for name, value in results.items()},
        )
        own = {name for name, *_ in OWN_FIELDS}
        kept = [
            field
            for field in kinds_of(self, parameters, self.MARKERS, context)
            if field[0] not in own
        ]
        results[self.OUTPUT] = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            [*kept, *((name, kind, tr(title)) for name, kind, title in OWN_FIELDS)],
            "Point",
            inputs.crs,
            marker_rows(inputs, done, [name for name, *_ in kept]),
            record,
            feedback,
        )
        if self.parameterAsOutputLayer(parameters, self.ROUTES, context):
            results[self.ROUTES] = write_vector(
                self,
                parameters,
                self.ROUTES,
                context,
                [(name, kind, tr(title)) for name, kind, title in ROUTE_FIELDS],
                "LineString",
                inputs.crs,
                route_rows(inputs, done),
                record,
                feedback,
            )
        return results

    def _results(self, done: Done) -> dict[str, Any]:
        return {
            self.VISITED: sum(len(route.visits) for route in done.routes),
            self.LENGTH: sum(route.metres for route in done.routes),
            self.LEAST: sum(route.least_m for route in done.routes),
            self.LONGEST: max((route.minutes for route in done.routes), default=0.0) / 60.0,
            self.SEEN: int((done.access.known & done.access.seen).sum()),
            self.HIDDEN: int((done.access.known & ~done.access.seen).sum()),
        }

"""``redline:turningpoints``: the line's turning points 拐点, numbered, with coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.compat import is_null
from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.marker import TurningPoint
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import read_layer
from redline_plugin.processing.surveylayers import (
    add_line_parameters,
    read_line,
    read_records,
    read_rules,
    write_records,
)
from redline_plugin.processing.turningpointswork import Done, side_fields, side_rows, tell, work
from redline_plugin.processing.vectorsink import input_problems, place_problems, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.geodesy.belts import Belt
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.turningnumbers import Previous


class TurningPoints(RedlineAlgorithm):
    """``redline:turningpoints``."""

    ID = "turningpoints"
    TITLE = N_("Turning points")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Makes the turning points 拐点 of the red line: the fewest places from whose polyline the line "
        "is nowhere farther than the rule set's tolerance. Junctions of blocks, corners, changes of the "
        "kind of boundary and crossings with administrative borders always stay. Neighbours share "
        "their points. They are numbered ring by ring, clockwise from the north-west point, and get "
        "CGCS2000 coordinates in degrees, minutes and seconds and in Gauss-Kruger metres. With an "
        "earlier layer, points keep their numbers, and those of points that are gone are retired."
    )
    TAGS = (N_("turning point"), N_("survey"), N_("generalise"), N_("coordinates"))

    BORDERS, EXISTING, BELT = "BORDERS", "EXISTING", "BELT"
    OUTPUT, SIDES = "OUTPUT", "SIDES"
    COUNT, RETIRED, KEPT_NUMBERS = "COUNT", "RETIRED", "KEPT_NUMBERS"
    LARGEST_DEPARTURE, MEAN_DEPARTURE = "LARGEST_DEPARTURE", "MEAN_DEPARTURE"
    PUT_BACK = "PUT_BACK"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        point = QgsProcessing.SourceType.TypeVectorPoint
        line = QgsProcessing.SourceType.TypeVectorLine
        area = QgsProcessing.SourceType.TypeVectorPolygon
        add_line_parameters(self)
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.BORDERS, tr("Administrative borders"), [line, area], optional=True
            )
        )
        existing = QgsProcessingParameterFeatureSource(
            self.EXISTING,
            tr("Earlier turning points, whose numbers are kept"),
            [point],
            optional=True,
        )
        existing.setHelp(
            tr(
                "A layer that this tool made before. A point within 1 cm of an earlier one has its "
                "number; what is gone stays in the result as retired."
            )
        )
        self.addParameter(existing)
        belt = QgsProcessingParameterNumber(
            self.BELT,
            tr("Belt number (empty: by longitude)"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=13,
            maxValue=45,
        )
        belt.setHelp(
            tr(
                "25 to 45 for belts of 3 degrees, 13 to 23 for 6; the rule set says how wide they are."
            )
        )
        self.add_advanced(belt)
        self.addParameter(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Turning points"), point)
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.SIDES, tr("Sides between turning points"), line, optional=True
            )
        )
        for name, title in (
            (self.COUNT, tr("Number of turning points")),
            (self.RETIRED, tr("Number of retired points")),
            (self.KEPT_NUMBERS, tr("Numbers kept")),
            (self.LARGEST_DEPARTURE, tr("Largest distance between line and sides [m]")),
            (self.MEAN_DEPARTURE, tr("Mean distance of the line from the sides [m]")),
            (self.PUT_BACK, tr("Points put back so that sides do not meet")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.survey.numbers import pattern_problems

        self._check_places(parameters, context)
        rules = read_rules(self, parameters, context, feedback)
        belt = self._belt(parameters, context, rules)
        line = read_line(self, parameters, context, feedback)
        problems = pattern_problems(str(rules.turning.number.value), line.blocks)
        if problems:
            raise InputError(problems)
        borders = read_layer(
            self,
            parameters,
            self.BORDERS,
            context,
            feedback,
            msg("administrative borders"),
            line.crs,
            lines=True,
        )
        previous = self._previous(parameters, context, feedback, line)
        done = in_background(
            lambda inner: work(
                line,
                rules,
                None if borders is None else borders.planar.shapes,
                previous,
                belt,
                inner,
            ),
            Part(feedback, 0.1, 0.8),
        )
        tell(done, line, rules, previous, feedback)
        return self._publish(done, line, rules, parameters, context, Part(feedback, 0.8, 1.0))

    def _check_places(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        places = [
            place
            for name in (self.OUTPUT, self.SIDES)
            if (place := self.parameterAsOutputLayer(parameters, name, context))
        ]
        problems = [
            problem
            for place in places
            for problem in place_problems(place) + input_problems(self, parameters, place, context)
        ]
        if len(set(places)) < len(places):
            problems.append(
                Problem(
                    msg("Both results would be written there."),
                    places[0],
                    msg("Choose another name for one of them."),
                )
            )
        if problems:
            raise InputError(problems)

    def _belt(
        self, parameters: dict[str, Any], context: QgsProcessingContext, rules: SurveyRules
    ) -> Belt | None:
        from redline_plugin.core.geodesy.belts import Belt

        value = parameters.get(self.BELT)
        if is_null(value) or value == "":
            return None
        return Belt(
            int(rules.turning.belt_width.number),
            self.parameterAsInt(parameters, self.BELT, context),
            bool(rules.turning.belt_prefix.value),
        )

    def _previous(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        line: Line,
    ) -> Previous | None:
        from redline_plugin.core.survey.turningnumbers import Previous

        rows = read_records(
            self, parameters, self.EXISTING, context, feedback, TurningPoint, "point", line.crs
        )
        return None if rows is None else Previous(rows.records, rows.places, rows.lost)

    def _publish(
        self,
        done: Done,
        line: Line,
        rules: SurveyRules,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        results: dict[str, Any] = {
            self.COUNT: len(done.places.points),
            self.RETIRED: len(done.numbered.retired),
            self.KEPT_NUMBERS: int(done.numbered.kept.sum()),
            self.LARGEST_DEPARTURE: done.places.largest_departure,
            self.MEAN_DEPARTURE: done.places.mean_departure,
            self.PUT_BACK: done.places.put_back,
        }
        record = provenance.provenance(
            "redline:turningpoints",
            {
                "rules": {"id": rules.id, "version": rules.version, "status": rules.status},
                "tolerance_m": rules.turning.tolerance_m.number,
                "corner_deg": rules.turning.corner_deg.number,
                "corner_base_m": rules.turning.corner_base_m.number,
                "belt": f"{done.belt.width}°/{done.belt.number}",
            },
            [],
            {name.lower(): value for name, value in results.items()},
        )
        results[self.OUTPUT] = write_records(
            self,
            parameters,
            self.OUTPUT,
            context,
            TurningPoint,
            line.crs,
            done.rows,
            record,
            feedback,
        )
        if self.parameterAsOutputLayer(parameters, self.SIDES, context):
            results[self.SIDES] = write_vector(
                self,
                parameters,
                self.SIDES,
                context,
                side_fields(),
                "LineString",
                line.crs,
                side_rows(done, line),
                record,
                feedback,
            )
        return results

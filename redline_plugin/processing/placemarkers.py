"""``redline:placemarkers``: where markers 界桩 stand, as few as the rules allow, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.compat import is_null
from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.marker import RETIRED, TITLES, WITNESS, Marker
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.placemarkersinputs import (
    SLOPE,
    MarkerInputs,
    add_input_parameters,
    read_inputs,
    rules_text,
)
from redline_plugin.processing.placemarkerstold import tell
from redline_plugin.processing.placemarkerswork import Done, place, write_register
from redline_plugin.processing.surveylayers import (
    add_line_parameters,
    read_line,
    read_rules,
    write_records,
)
from redline_plugin.processing.surveythings import output_problems
from redline_plugin.processing.vectorsink import write_vector

if TYPE_CHECKING:
    from redline_plugin.core.geodesy.belts import Belt
    from redline_plugin.core.survey.line import Line


class PlaceMarkers(RedlineAlgorithm):
    """``redline:placemarkers``."""

    ID = "placemarkers"
    TITLE = N_("Place markers")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Places markers 界桩 on the red line, as few as the rule set allows: where blocks meet, at "
        "sharp corners, beside crossings with roads, paths, rivers and administrative borders, and "
        "between them so that none is farther from the next than the boundary's kind and the terrain "
        "allow. None stands on a road, in water or on ground that is too steep: it moves along the "
        "line, or a pair of witness markers with distances and azimuths takes its place, or an "
        "electronic one. Each says why it stands there, and the result says why fewer cannot be. An "
        "independent check lists every place where a rule is not kept. With an earlier layer, markers "
        "that still serve keep their numbers, what is no longer needed is retired."
    )
    TAGS = (N_("marker"), N_("boundary stone"), N_("survey"), N_("spacing"))

    BELT = "BELT"
    OUTPUT, EXCEPTIONS, REGISTER = "OUTPUT", "EXCEPTIONS", "REGISTER"
    COUNT, LOWER_BOUND, EXCEPTIONS_COUNT = "COUNT", "LOWER_BOUND", "EXCEPTIONS_COUNT"
    NEW, RETIRED_COUNT = "NEW", "RETIRED"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        point = QgsProcessing.SourceType.TypeVectorPoint
        add_line_parameters(self)
        add_input_parameters(self)
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
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Markers"), point)
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.EXCEPTIONS, tr("Exceptions"), point, optional=True
            )
        )
        register = QgsProcessingParameterFileDestination(
            self.REGISTER,
            tr("Marker register"),
            tr("Marker register (*.gpkg)"),
            optional=True,
            createByDefault=False,
        )
        register.setHelp(
            tr(
                "A GeoPackage with the line, the markers, the rule set and what is round the line, for "
                "the marker dock."
            )
        )
        self.addParameter(register)
        for name, title in (
            (self.COUNT, tr("Number of markers")),
            (self.LOWER_BOUND, tr("Markers that are needed at least")),
            (self.EXCEPTIONS_COUNT, tr("Number of exceptions")),
            (self.NEW, tr("Number of new markers")),
            (self.RETIRED_COUNT, tr("Number of retired markers")),
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
        line = read_line(self, parameters, context, Part(feedback, 0.0, 0.1))
        problems = pattern_problems(str(rules.markers.number.value), line.blocks)
        if problems:
            raise InputError(problems)
        inputs = read_inputs(self, parameters, context, Part(feedback, 0.1, 0.2), line, rules)
        files = {} if inputs.slope is None else {SLOPE: inputs.slope}
        records = provenance.InputRecords(files)
        try:
            done = in_background(
                lambda inner: place(line, rules, inputs, belt, inner), Part(feedback, 0.2, 0.8)
            )
            made_from = records.result(feedback)
        except BaseException:
            records.cancel()
            raise
        tell(done.placement, done.rows, done.not_kept, feedback)
        self._tell_belt(done, feedback)
        results = self._results(done)
        record = provenance.provenance(
            "redline:placemarkers",
            {
                "rules": {"id": rules.id, "version": rules.version, "status": rules.status},
                **{
                    path: value.value
                    for path, value in rules.values()
                    if path.startswith(("markers.", "terrains"))
                },
                "belt": f"{done.belt.width}°/{done.belt.number}",
            },
            made_from,
            {name.lower(): value for name, value in results.items()},
        )
        return self._publish(
            done, line, inputs, results, record, parameters, context, Part(feedback, 0.8, 1.0)
        )

    def _check_places(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from redline_plugin.core.atomic import check_writable

        problems = output_problems(self, parameters, (self.OUTPUT, self.EXCEPTIONS), context)
        register = self.parameterAsFileOutput(parameters, self.REGISTER, context)
        if register:
            path = Path(register)
            if path.suffix.lower() != ".gpkg":
                problems.append(
                    Problem(
                        msg("A register is a GeoPackage; its name must end with .gpkg."), str(path)
                    )
                )
            elif str(path) in (
                self.parameterAsOutputLayer(parameters, name, context)
                for name in (self.OUTPUT, self.EXCEPTIONS)
            ):
                problems.append(
                    Problem(
                        msg("Both results would be written there."),
                        str(path),
                        msg("Choose another name for one of them."),
                    )
                )
            else:
                problems += check_writable(path)
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

    @staticmethod
    def _tell_belt(done: Done, feedback: Feedback) -> None:
        from redline_plugin.core.geodesy.belts import outside_belt

        outside = outside_belt(done.belt, *done.between)
        if outside is not None:
            feedback.warn(outside)

    def _results(self, done: Done) -> dict[str, Any]:
        force = [row.marker for row in done.rows if row.marker.state != RETIRED]
        before = set(done.placement.existing.numbers())
        return {
            self.COUNT: sum(marker.kind != WITNESS for marker in force),
            self.LOWER_BOUND: done.placement.fewest,
            self.EXCEPTIONS_COUNT: len(done.not_kept),
            self.NEW: sum(
                marker.kind != WITNESS and marker.marker not in before for marker in force
            ),
            self.RETIRED_COUNT: len(done.rows) - len(force),
        }

    def _publish(
        self,
        done: Done,
        line: Line,
        inputs: MarkerInputs,
        results: dict[str, Any],
        record: dict[str, Any],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        import shapely

        from redline_plugin.core.survey.placing.notkept import COLUMNS

        found = dict(results)
        found[self.OUTPUT] = write_records(
            self,
            parameters,
            self.OUTPUT,
            context,
            Marker,
            line.crs,
            ((row.marker, row.place) for row in done.rows),
            record,
            feedback,
        )
        titles = {**{name: tr(text) for name, text in TITLES.items()}, **_titles()}
        if self.parameterAsOutputLayer(parameters, self.EXCEPTIONS, context):
            found[self.EXCEPTIONS] = write_vector(
                self,
                parameters,
                self.EXCEPTIONS,
                context,
                [(name, kind, titles[name]) for name, kind in COLUMNS],
                "Point",
                line.crs,
                (
                    (
                        shapely.Point(*one.place),
                        (
                            one.rule,
                            one.marker,
                            one.block,
                            one.value,
                            one.limit,
                            one.why.render(tr),
                        ),
                    )
                    for one in done.not_kept
                ),
                record,
                feedback,
            )
        register = self.parameterAsFileOutput(parameters, self.REGISTER, context)
        if register:
            text = rules_text(self, parameters, context)
            in_background(
                lambda inner: write_register(Path(register), text, done, line, inputs, inner),
                feedback,
            )
            found[self.REGISTER] = register
        return found


def _titles() -> dict[str, str]:
    return {
        "rule": tr("Rule"),
        "value": tr("Value"),
        "limit": tr("Limit of the rule"),
        "why": tr("Why"),
    }

"""``redline:surveyresults``: field results against the design; accepted markers move, and the line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.measuredroles import ROLES
from redline_plugin.core.survey.resultschoices import HOWS, REPEATS
from redline_plugin.core.text import N_, msg
from redline_plugin.processing import surveyresultsparameters as names
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import read_layer
from redline_plugin.processing.surveylayers import INPUT, read_line, read_rules
from redline_plugin.processing.surveyresultsread import (
    Markers,
    name_of_measured,
    on_the_line,
    read_markers,
    read_measured,
)
from redline_plugin.processing.surveyresultsreport import (
    Done,
    common_shift,
    numbers_of,
    report_of,
    write_report,
)
from redline_plugin.processing.vectorsink import input_problems, place_problems

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.measuredtable import Table
    from redline_plugin.core.survey.relocate import Relocated
    from redline_plugin.core.survey.results import Results
    from redline_plugin.core.survey.rules import SurveyRules


class SurveyResults(RedlineAlgorithm):
    """``redline:surveyresults``."""

    ID = "surveyresults"
    TITLE = N_("Survey results")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Takes what a crew measured, from the file of a receiver or a layer, and compares it with the "
        "designed markers: the difference of each, along and across the line, against the accuracy "
        "that the rule set asks for; what was not measured, is not on the list, or is unlike all "
        "others; and whether all are shifted together, as a wrong datum or belt does it. Accepted "
        "markers move to their measured places. If you say so, the red line moves with them: what "
        "neighbours share moves once, no move may break the topology or take protected land out, and "
        "each block's area is accounted for before and after."
    )
    TAGS = (N_("marker"), N_("survey"), N_("GNSS"), N_("RTK"), N_("acceptance"))

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        names.add_parameters(self)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.processing.surveyresultspublish import publish

        moves_line = self.parameterAsEnum(parameters, names.MOVE, context) == names.LINE
        self._check(parameters, context, moves_line=moves_line)
        rules = read_rules(self, parameters, context, feedback)
        line = (
            read_line(self, parameters, context, feedback)
            if parameters.get(INPUT) not in (None, "")
            else None
        )
        markers = read_markers(
            self,
            parameters,
            (names.MARKERS, names.NUMBER_FIELD, names.BOUNDARY_FIELD),
            context,
            Part(feedback, 0.1, 0.15),
            line,
        )
        chosen = {
            role: str(self.parameterAsString(parameters, names.column_name(role), context) or "")
            for role in ROLES
        }
        table = read_measured(
            self, parameters, (names.MEASURED, names.MEASURED_LAYER), chosen, context, feedback
        )
        results = self._compared(
            parameters, context, Part(feedback, 0.2, 0.4), rules, line, markers, table, chosen
        )
        on_line = on_the_line(markers.designed)
        done = Done(
            rules,
            line,
            markers,
            results,
            common_shift(results),
            on_line,
            self._moved(parameters, context, feedback, line, results, on_line)
            if moves_line and line is not None
            else None,
        )
        file = str(self.parameterAsString(parameters, names.MEASURED, context) or "")
        report = report_of(done, name_of_measured(file, table))
        for message in report.how:
            feedback.info(message)
        for message in report.warnings:
            feedback.warn(message)
        for problem in report.left_out[:20]:
            feedback.warn(msg("{where}: {what}", where=problem.where, what=problem.what))
        made = publish(self, parameters, context, Part(feedback, 0.8, 1.0), done)
        page = str(self.parameterAsFileOutput(parameters, names.REPORT, context) or "")
        if page:
            write_report(Path(page), report)
            made[names.REPORT] = page
        return {**made, **numbers_of(done)}

    def _check(
        self, parameters: dict[str, Any], context: QgsProcessingContext, *, moves_line: bool
    ) -> None:
        """Say all that stands against the run before any work."""
        problems: list[Problem] = []
        places = [
            str(place)
            for name in (*names.LAYERS, names.HISTORY)
            if (place := self.parameterAsOutputLayer(parameters, name, context))
        ]
        for place in places:
            if place.lower().endswith(".csv"):
                problems += check_writable(Path(place))
            else:
                problems += place_problems(place)
                problems += input_problems(self, parameters, place, context)
        page = str(self.parameterAsFileOutput(parameters, names.REPORT, context) or "")
        if page:
            problems += check_writable(Path(page))
            places.append(page)
        for place in sorted({place for place in places if places.count(place) > 1}):
            problems.append(
                Problem(
                    msg("Several results would be written there."),
                    place,
                    msg("Choose another name for one of them."),
                )
            )
        if moves_line and parameters.get(INPUT) in (None, ""):
            problems.append(
                Problem(
                    msg("To move the line, its blocks are needed."),
                    self.parameterDefinition(INPUT).description(),
                    msg("Give them, or let only the markers move."),
                )
            )
        register = str(self.parameterAsString(parameters, names.REGISTER, context) or "")
        if register:
            problems += _register_problems(Path(register))
        if problems:
            raise InputError(problems)

    def _compared(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        rules: SurveyRules,
        line: Line | None,
        markers: Markers,
        table: Table,
        chosen: dict[str, str],
    ) -> Results:
        from redline_plugin.core.survey.measured import measured_of
        from redline_plugin.core.survey.measuredrepeats import one_each
        from redline_plugin.core.survey.results import compare

        crs = self.parameterAsCrs(parameters, names.CRS_MEASURED, context)
        wkt = str(crs.toWkt(type(crs).WktVariant.WKT_PREFERRED)) if crs.isValid() else ""
        repeats = REPEATS[self.parameterAsEnum(parameters, names.REPEATS, context)]
        reach = self.parameterAsDouble(parameters, names.REACH, context)
        share = self.parameterAsDouble(parameters, names.SHARE, context)
        designed = markers.designed

        def work(_: Feedback) -> Results:
            measured = measured_of(
                table,
                chosen,
                designed.numbers,
                designed.engraved,
                designed.places,
                markers.plane,
                wkt,
            )
            once = one_each(measured, repeats)
            return compare(designed, once, rules, line, reach_m=reach, share=share)

        return in_background(work, feedback)

    def _moved(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        line: Line,
        results: Results,
        on_line: list[int],
    ) -> Relocated:
        import numpy as np

        from redline_plugin.core.survey.marker import ACCEPTED
        from redline_plugin.core.survey.relocate import OnTheLine, relocate

        protected = read_layer(
            self,
            parameters,
            names.PROTECTED,
            context,
            feedback,
            msg("protected areas"),
            line.crs,
        )
        how = HOWS[self.parameterAsEnum(parameters, names.HOW, context)]
        reach = self.parameterAsDouble(parameters, names.REACH, context)
        designed = results.designed
        targets = np.full((len(on_line), 2), np.nan)
        for place, at in enumerate(on_line):
            if results.verdict[at] == ACCEPTED:
                targets[place] = results.once.measured.places[results.row[at]]
        markers = OnTheLine(
            tuple(designed.numbers[at] for at in on_line), designed.places[on_line], targets
        )
        shapes = None if protected is None else protected.planar.shapes
        return in_background(
            lambda inner: relocate(line, markers, how, shapes, inner, reach_m=reach),
            Part(feedback, 0.4, 0.8),
        )


def _register_problems(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a register, before any work."""
    from redline_plugin.core.survey.register import Register

    try:
        Register(path).close()
    except InputError as error:
        return error.problems
    return ()

"""``redline:placesigns``: where signs 标识牌 stand, and what each of them serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.compat import is_null
from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.marker import LOST, RETIRED, Sign
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.layerfields import add_field
from redline_plugin.processing.surveylayers import (
    INPUT,
    add_line_parameters,
    read_line,
    read_records,
    read_rules,
    write_records,
)
from redline_plugin.processing.surveysigns import SignInputs, read_sign_inputs
from redline_plugin.processing.surveysignstold import UNSERVED_FIELDS, tell, unserved_rows
from redline_plugin.processing.surveythings import output_problems
from redline_plugin.processing.vectorsink import write_vector

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.signs import SignPlan
    from redline_plugin.processing.surveylayers import RecordRows

_TEMPLATE = N_(
    "Ecological protection red line\n{name}\nArea: {area_km2} km2\nMain function: {function}\n"
    "County: {county}\nNumber: {sign}"
)


@dataclass(frozen=True)
class _Done:
    plan: SignPlan
    rows: list[Any]


class PlaceSigns(RedlineAlgorithm):
    """``redline:placesigns``."""

    ID = "placesigns"
    TITLE = N_("Place signs")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Places signs 标识牌 on the red line: at main road junctions near it, near villages, and where "
        "roads and paths cross or reach it. A sign serves what is within its reach and, with an "
        "elevation model, what it can be seen from. Without a budget, the fewest signs that serve all "
        "that can be served are chosen; with one, those that serve most. The result says how far it "
        "may be from the best one, why each sign stands where it does, and what no sign serves, and "
        "why. Signs that are there keep their places and numbers."
    )
    TAGS = (N_("sign"), N_("survey"), N_("visibility"), N_("covering"))

    ROADS, ROAD_NAME, CLASS_FIELD = "ROADS", "ROAD_NAME", "CLASS_FIELD"
    MAIN_CLASSES, PATHS = "MAIN_CLASSES", "PATHS"
    VILLAGES, VILLAGE_NAME, PEOPLE_FIELD = "VILLAGES", "VILLAGE_NAME", "PEOPLE_FIELD"
    ELEVATION, WATER, FORBIDDEN = "ELEVATION", "WATER", "FORBIDDEN"
    EXISTING, BUDGET = "EXISTING", "BUDGET"
    TEMPLATE, FUNCTION_FIELD = "TEMPLATE", "FUNCTION_FIELD"
    ROAD_END, INNER = "ROAD_END", "INNER"
    OUTPUT, UNSERVED = "OUTPUT", "UNSERVED"
    COUNT, NEW, LEAST, FULL = "COUNT", "NEW", "LEAST", "FULL"
    WEIGHT, BOUND, GAP = "WEIGHT", "BOUND", "GAP"
    DEMANDS, UNSERVED_COUNT = "DEMANDS", "UNSERVED_COUNT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        point = QgsProcessing.SourceType.TypeVectorPoint
        line = QgsProcessing.SourceType.TypeVectorLine
        area = QgsProcessing.SourceType.TypeVectorPolygon
        add_line_parameters(self)
        self._add_layer(self.ROADS, tr("Roads"), [line])
        add_field(self, self.ROAD_NAME, tr("Field: name of the road"), self.ROADS, "MC")
        add_field(self, self.CLASS_FIELD, tr("Field: class of the road"), self.ROADS, "")
        classes = QgsProcessingParameterString(
            self.MAIN_CLASSES, tr("Classes that are main roads"), "", optional=True
        )
        classes.setHelp(
            tr("With commas between them. Without any, all roads are main roads at junctions.")
        )
        self.addParameter(classes)
        self._add_layer(self.PATHS, tr("Paths"), [line])
        self._add_layer(self.VILLAGES, tr("Villages (points or polygons)"), [point, area])
        add_field(self, self.VILLAGE_NAME, tr("Field: name of the village"), self.VILLAGES, "MC")
        add_field(self, self.PEOPLE_FIELD, tr("Field: number of people"), self.VILLAGES, "RK")
        elevation = QgsProcessingParameterRasterLayer(
            self.ELEVATION, tr("Elevation [m], for what can be seen"), optional=True
        )
        elevation.setHelp(
            tr(
                "With it, a sign serves only what it can be seen from: the line of sight over the "
                "ground, with the heights of eye and sign of the rule set, the earth's curvature and "
                "refraction. Trees and houses count only in a model of surfaces."
            )
        )
        self.addParameter(elevation)
        self._add_layer(self.WATER, tr("Rivers and water (lines or polygons)"), [line, area])
        self._add_layer(self.FORBIDDEN, tr("Areas without signs"), [area])
        self._add_layer(self.EXISTING, tr("Signs that are there"), [point])
        budget = QgsProcessingParameterNumber(
            self.BUDGET,
            tr("The most signs (empty: as the rule set says)"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=0,
        )
        budget.setHelp(tr("Signs that are there count. 0 is no limit."))
        self.addParameter(budget)
        template = QgsProcessingParameterString(
            self.TEMPLATE, tr("Text of the sign"), tr(_TEMPLATE), multiLine=True, optional=True
        )
        template.setHelp(
            tr(
                "Filled with {sign}, {name}, {block}, {county}, {function}, {area_km2}, {area_ha}, "
                "{area_mu}, or any field of the blocks in braces. A line all of whose values are "
                "empty is left out. Areas are those on the ellipsoid."
            )
        )
        self.addParameter(template)
        add_field(
            self, self.FUNCTION_FIELD, tr("Field: main function of the block"), INPUT, "main_reason"
        )
        end = QgsProcessingParameterDistance(
            self.ROAD_END,
            tr("A road that ends this near to the line reaches it [m]"),
            50.0,
            minValue=0.0,
        )
        end.setHelp(tr("No public text gives a number; this one is Redline's own."))
        self.add_advanced(end)
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.INNER, tr("Signs between two blocks, too"), defaultValue=True
            )
        )
        self.addParameter(QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Signs"), point))
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.UNSERVED, tr("Not served"), point, optional=True
            )
        )
        for name, title in (
            (self.COUNT, tr("Number of signs")),
            (self.NEW, tr("Number of new signs")),
            (self.LEAST, tr("New signs that are needed at least")),
            (self.FULL, tr("New signs that would serve all")),
            (self.WEIGHT, tr("Weight served")),
            (self.BOUND, tr("Largest weight possible")),
            (self.GAP, tr("Gap to the best [%]")),
            (self.DEMANDS, tr("What asks for a sign")),
            (self.UNSERVED_COUNT, tr("Not served")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def _add_layer(self, name: str, title: str, kinds: list[Any]) -> None:
        self.addParameter(QgsProcessingParameterFeatureSource(name, title, kinds, optional=True))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.survey.numbers import pattern_problems

        problems = output_problems(self, parameters, (self.OUTPUT, self.UNSERVED), context)
        if problems:
            raise InputError(problems)
        rules = read_rules(self, parameters, context, feedback)
        line = read_line(self, parameters, context, Part(feedback, 0.0, 0.1))
        problems = pattern_problems(str(rules.signs.number.value), line.blocks)
        if problems:
            raise InputError(problems)
        inputs = read_sign_inputs(self, parameters, context, feedback, line)
        existing = read_records(
            self, parameters, self.EXISTING, context, feedback, Sign, "sign", line.crs
        )
        budget = int(rules.signs.budget.number)
        if not is_null(parameters.get(self.BUDGET)) and parameters.get(self.BUDGET) != "":
            budget = self.parameterAsInt(parameters, self.BUDGET, context)
        inner = self.parameterAsBool(parameters, self.INNER, context)
        end_m = self.parameterAsDouble(parameters, self.ROAD_END, context)
        rasters = {} if inputs.elevation is None else {self.ELEVATION: inputs.elevation}
        records = provenance.InputRecords(rasters)
        try:
            done = in_background(
                lambda relay: _work(line, rules, inputs, existing, budget, end_m, inner, relay),
                Part(feedback, 0.1, 0.9),
            )
            made_from = records.result(feedback)
        except BaseException:
            records.cancel()
            raise
        tell(done.plan, rules.signs, budget, feedback)
        results = _results(done.plan)
        record = provenance.provenance(
            "redline:placesigns",
            {
                "rules": {"id": rules.id, "version": rules.version, "status": rules.status},
                **{
                    path.split(".")[-1]: value.value
                    for path, value in rules.values()
                    if path.startswith("signs.")
                },
                "budget": budget,
                "road_end_m": end_m,
                "between_blocks": inner,
            },
            made_from,
            {name.lower(): value for name, value in results.items()},
        )
        return self._publish(done, line, results, record, parameters, context, feedback)

    def _publish(
        self,
        done: _Done,
        line: Line,
        results: dict[str, Any],
        record: dict[str, Any],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        found = dict(results)
        found[self.OUTPUT] = write_records(
            self,
            parameters,
            self.OUTPUT,
            context,
            Sign,
            line.crs,
            done.rows,
            record,
            feedback,
        )
        if self.parameterAsOutputLayer(parameters, self.UNSERVED, context):
            found[self.UNSERVED] = write_vector(
                self,
                parameters,
                self.UNSERVED,
                context,
                [(name, kind, tr(title)) for name, kind, title in UNSERVED_FIELDS],
                "Point",
                line.crs,
                unserved_rows(done.plan),
                record,
                feedback,
            )
        return found


def _work(
    line: Line,
    rules: SurveyRules,
    inputs: SignInputs,
    existing: RecordRows[Sign] | None,
    budget: int,
    end_m: float,
    inner: bool,
    feedback: Feedback,
) -> _Done:
    """Do all that is between reading and writing."""
    import numpy as np

    from redline_plugin.core.raster.source import RasterSource
    from redline_plugin.core.survey.access import road_access
    from redline_plugin.core.survey.accessraster import PointRaster
    from redline_plugin.core.survey.signs import Standing, Things, place_signs
    from redline_plugin.core.survey.signsboard import block_areas
    from redline_plugin.core.survey.signsnetwork import line_pieces
    from redline_plugin.core.survey.signsrows import Boards, sign_rows
    from redline_plugin.core.survey.signssites import Sight
    from redline_plugin.core.survey.signszones import zones

    standing = [] if existing is None else existing.records
    places = np.empty((0, 2)) if existing is None else existing.places
    serving = np.array([each.state not in (LOST, RETIRED) for each in standing], dtype=bool)
    ground = None
    if inputs.elevation is not None:
        ground = PointRaster(RasterSource(inputs.elevation, name=inputs.elevation_title), line.crs)
    try:
        plan = place_signs(
            line,
            rules.signs,
            Things(
                inputs.villages,
                inputs.ways,
                zones(line_pieces(line, inner), inputs.ways, inputs.water, inputs.forbidden, rules),
            ),
            Standing(places, serving),
            None
            if ground is None
            else Sight(ground, rules.signs.eye_height_m.number, rules.signs.sign_height_m.number),
            Part(feedback, 0.0, 0.9),
            budget=budget,
            end_m=end_m,
            inner=inner,
        )
    finally:
        if ground is not None:
            ground.close()
    road_m = None
    if inputs.ways is not None and (~inputs.ways.path).any() and plan.signs:
        road_m, _ = road_access(
            np.array([sign.place for sign in plan.signs]), inputs.ways.lines[~inputs.ways.path]
        )
    boards = Boards(inputs.template, block_areas(line), inputs.fields, inputs.function)
    lost = [] if existing is None else existing.lost
    rows = sign_rows(plan, line, standing, lost, boards, rules, road_m, tr)
    return _Done(plan, rows)


def _results(plan: SignPlan) -> dict[str, Any]:
    return {
        PlaceSigns.COUNT: len(plan.signs),
        PlaceSigns.NEW: plan.new,
        PlaceSigns.LEAST: plan.least_new,
        PlaceSigns.FULL: plan.full_new,
        PlaceSigns.WEIGHT: plan.weight,
        PlaceSigns.BOUND: plan.most_weight,
        PlaceSigns.GAP: round(100.0 * plan.gap, 6),
        PlaceSigns.DEMANDS: len(plan.demands),
        PlaceSigns.UNSERVED_COUNT: len(plan.unserved),
    }

"""``redline:edgematch``: two neighbours' red lines matched at their border."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.fixtopology import OWN_FIELDS
from redline_plugin.processing.planarlayers import PlanarLayer, read_layer, read_plane
from redline_plugin.processing.vectorsink import kinds_of, place_problems, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.boundary.edgematch import Matched, Side

PLACE_FIELDS = (
    ("kind", str),
    ("offset_m", float),
    ("area_m2", float),
    ("features_a", str),
    ("features_b", str),
    ("state", str),
    ("proposal", str),
)


class EdgeMatch(RedlineAlgorithm):
    """``redline:edgematch``."""

    ID = "edgematch"
    TITLE = N_("Match red lines at a border")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Joins the red lines of two neighbours at their border 接边: what overlaps or hangs over is "
        "given to the side that it lies on, gaps up to the border are filled where both sides go on, "
        "and ends that reach the border at two places are moved to the middle between them. Places "
        "over the tolerance, blocks that nothing continues and blocks whose attributes do not fit "
        "are listed for a decision. Lines that were matched run exactly along the border."
    )
    TAGS = (N_("edge matching"), N_("border"), N_("county"))

    INPUT_A = "INPUT_A"
    INPUT_B = "INPUT_B"
    BORDER = "BORDER"
    TOLERANCE = "TOLERANCE"
    FIELD_A = "FIELD_A"
    FIELD_B = "FIELD_B"
    OUTPUT_A = "OUTPUT_A"
    OUTPUT_B = "OUTPUT_B"
    PLACES = "PLACES"
    MATCHED = "MATCHED"
    TO_DECIDE = "TO_DECIDE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        area = QgsProcessing.SourceType.TypeVectorPolygon
        line = QgsProcessing.SourceType.TypeVectorLine
        for name, title, kinds in (
            (self.INPUT_A, tr("Red-line blocks of A"), [area]),
            (self.INPUT_B, tr("Red-line blocks of B"), [area]),
            (self.BORDER, tr("Border between A and B"), [line, area]),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, title, kinds))
        tolerance = QgsProcessingParameterDistance(
            self.TOLERANCE, tr("Tolerance [m]"), 300.0, self.INPUT_A, minValue=0.001
        )
        tolerance.setHelp(
            tr(
                "How far a line may lie from the border, and two ends from each other along it. "
                "300 m is the edge-match buffer of a check program of natural resources data "
                "(ERDIAO), an analog; no public text gives a number for red lines."
            )
        )
        self.addParameter(tolerance)
        for name, title, layer in (
            (self.FIELD_A, tr("Field of A that must be equal to join two blocks"), self.INPUT_A),
            (self.FIELD_B, tr("Field of B that must be equal to join two blocks"), self.INPUT_B),
        ):
            self.addParameter(QgsProcessingParameterField(name, title, None, layer, optional=True))
        for name, title, kind in (
            (self.OUTPUT_A, tr("Matched blocks of A"), area),
            (self.OUTPUT_B, tr("Matched blocks of B"), area),
            (self.PLACES, tr("Places at the border"), QgsProcessing.SourceType.TypeVectorPoint),
        ):
            self.addParameter(QgsProcessingParameterVectorDestination(name, title, kind))
        self.addOutput(QgsProcessingOutputNumber(self.MATCHED, tr("Places matched")))
        self.addOutput(QgsProcessingOutputNumber(self.TO_DECIDE, tr("Places to decide")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.boundary.edgefaces import MATCHED
        from redline_plugin.core.boundary.edgematch import edgematch
        from redline_plugin.core.geodesy.area import polygon_areas

        fields = [
            self.parameterAsString(parameters, name, context)
            for name in (self.FIELD_A, self.FIELD_B)
        ]
        problems = [
            problem
            for name in (self.OUTPUT_A, self.OUTPUT_B, self.PLACES)
            for problem in place_problems(
                str(self.parameterAsOutputLayer(parameters, name, context))
            )
        ]
        if bool(fields[0]) != bool(fields[1]):
            problems.append(
                Problem(msg("Give a field of both layers, or of none."), tr(self.TITLE))
            )
        if problems:
            raise InputError(problems)
        one = read_plane(self, parameters, self.INPUT_A, context, feedback, msg("blocks of A"))
        other = read_layer(
            self, parameters, self.INPUT_B, context, feedback, msg("blocks of B"), one.crs
        )
        border = read_layer(
            self, parameters, self.BORDER, context, feedback, msg("border"), one.crs, lines=True
        )
        if other is None or border is None:
            raise InputError(Problem(msg("A layer is needed."), tr(self.TITLE)))
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        layers = (one, other)
        blocks = [
            [layer.planar.shapes[layer.planar.owners == at] for at in range(len(layer.rows))]
            for layer in layers
        ]
        done = in_background(
            lambda inner: edgematch(
                blocks[0],
                blocks[1],
                border.planar.shapes,
                tolerance,
                [[row.text(field) for row in layer.rows] for layer, field in zip(layers, fields)],
                inner,
                lambda shapes: polygon_areas(list(shapes), one.crs),
            ),
            Part(feedback, 0.1, 0.9),
        )
        matched = sum(place.state == MATCHED for place in done.places)
        left = len(done.places) - matched
        record = provenance.provenance(
            "redline:edgematch",
            {"tolerance_m": tolerance, "field_a": fields[0], "field_b": fields[1]},
            [],
            {"matched": matched, "to_decide": left},
        )
        results: dict[str, Any] = {
            output: self._write_side(
                parameters, source, output, context, layer, side, one.crs, record, feedback
            )
            for source, output, layer, side in (
                (self.INPUT_A, self.OUTPUT_A, one, done.first),
                (self.INPUT_B, self.OUTPUT_B, other, done.second),
            )
        }
        results[self.PLACES] = self._write_places(
            parameters, context, layers, done, record, feedback
        )
        feedback.info(
            msg(
                "{matched} places were matched, {left} are left for a decision.",
                matched=matched,
                left=left,
            )
        )
        return {**results, self.MATCHED: matched, self.TO_DECIDE: left}

    def _write_side(
        self,
        parameters: dict[str, Any],
        source: str,
        output: str,
        context: QgsProcessingContext,
        layer: PlanarLayer,
        side: Side,
        crs: str,
        record: Any,
        feedback: Feedback,
    ) -> str:
        own = [name for name, _ in OWN_FIELDS]
        kept = [one for one in kinds_of(self, parameters, source, context) if one[0] not in own]
        sums = (side.before_m2, side.after_m2, side.added_m2, side.removed_m2)
        single = all(shape.geom_type == "Polygon" for shape in side.shapes)
        rows = (
            (
                None if shape.is_empty else shape,
                (
                    *(row.attributes[name] for name, _ in kept),
                    *(float(area[at]) for area in sums),
                ),
            )
            for at, (row, shape) in enumerate(zip(layer.rows, side.shapes))
        )
        return write_vector(
            self,
            parameters,
            output,
            context,
            [*kept, *OWN_FIELDS],
            "Polygon" if single else "MultiPolygon",
            crs,
            rows,
            record,
            feedback,
        )

    def _write_places(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layers: tuple[PlanarLayer, PlanarLayer],
        done: Matched,
        record: Any,
        feedback: Feedback,
    ) -> str:
        import shapely

        one, other = layers
        cut = len(one.rows)
        rows = (
            (
                shapely.Point(place.point),
                (
                    place.kind,
                    place.offset_m,
                    place.area_m2,
                    ", ".join(one.rows[at].fid for at in place.features if at < cut),
                    ", ".join(other.rows[at - cut].fid for at in place.features if at >= cut),
                    place.state,
                    place.proposal.render(tr),
                ),
            )
            for place in done.places
        )
        return write_vector(
            self,
            parameters,
            self.PLACES,
            context,
            PLACE_FIELDS,
            "Point",
            one.crs,
            rows,
            record,
            feedback,
        )

"""``redline:smoothboundary``: blocks without the saw teeth of pixels."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import read_layer, read_plane
from redline_plugin.processing.vectorsink import kinds_of, write_vector

AREA_FIELD = "area_m2"


class SmoothBoundary(RedlineAlgorithm):
    """``redline:smoothboundary``."""

    ID = "smoothboundary"
    TITLE = N_("Smooth the boundary")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Takes the saw teeth 锯齿 of pixels out of outlines. Each block keeps its area, edges that "
        "neighbours share stay shared, edges along protected areas and borders do not move, and no "
        "vertex moves farther than the tolerance. (Segment collapse of Kronenfeld and others 2020.)"
    )
    TAGS = (N_("smooth"), N_("simplify"), N_("saw teeth"), N_("generalise"))

    INPUT = "INPUT"
    TOLERANCE = "TOLERANCE"
    PROTECTED_AREAS = "PROTECTED_AREAS"
    BORDERS = "BORDERS"
    SMOOTH_SHARED = "SMOOTH_SHARED"
    OUTPUT = "OUTPUT"
    VERTICES_BEFORE = "VERTICES_BEFORE"
    VERTICES_AFTER = "VERTICES_AFTER"
    LARGEST_OFFSET = "LARGEST_OFFSET"
    LARGEST_CHANGE = "LARGEST_CHANGE"
    OWN_FIELDS = (
        (AREA_FIELD, float),
        ("smooth_added_m2", float),
        ("smooth_removed_m2", float),
        ("smooth_offset_m", float),
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        area = QgsProcessing.SourceType.TypeVectorPolygon
        line = QgsProcessing.SourceType.TypeVectorLine
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Red-line blocks"), [area])
        )
        tolerance = QgsProcessingParameterDistance(
            self.TOLERANCE, tr("Tolerance [m]"), 45.0, self.INPUT, minValue=0.0
        )
        tolerance.setHelp(
            tr(
                "How far an old vertex may lie from the new line, and a new one from the old. One and "
                "a half pixels of 30 m by default, an example of Redline's own: no public text gives "
                "a number."
            )
        )
        self.addParameter(tolerance)
        for name, title, kinds in (
            (self.PROTECTED_AREAS, tr("Protected areas, whose edges do not move"), [area]),
            (self.BORDERS, tr("Borders that do not move"), [area, line]),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSource(name, title, kinds, optional=True)
            )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.SMOOTH_SHARED, tr("Smooth edges between two blocks too"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Smoothed blocks"), area)
        )
        for name, title in (
            (self.VERTICES_BEFORE, tr("Vertices before")),
            (self.VERTICES_AFTER, tr("Vertices after")),
            (self.LARGEST_OFFSET, tr("Largest offset [m]")),
            (self.LARGEST_CHANGE, tr("Largest change of a block's area [m2]")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        import numpy as np
        import shapely

        from redline_plugin.core.boundary.smooth import smooth

        blocks = read_plane(self, parameters, self.INPUT, context, feedback, msg("red-line blocks"))
        keep: list[Any] = []
        for name, words, lines in (
            (self.PROTECTED_AREAS, msg("protected areas"), False),
            (self.BORDERS, msg("borders"), True),
        ):
            layer = read_layer(
                self, parameters, name, context, feedback, words, blocks.crs, lines=lines
            )
            keep += [] if layer is None else list(layer.planar.shapes)
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        shared = self.parameterAsBool(parameters, self.SMOOTH_SHARED, context)
        done = in_background(
            lambda inner: smooth(
                list(blocks.planar.shapes),
                tolerance,
                blocks.crs,
                keep,
                inner,
                smooth_borders=shared,
            ),
            Part(feedback, 0.1, 0.9),
        )
        change = np.abs(done.after_m2 - done.before_m2)
        owners = blocks.planar.owners
        record = provenance.provenance(
            "redline:smoothboundary",
            {"tolerance_m": tolerance, "smooth_shared": shared, "kept_shapes": len(keep)},
            [],
            {"vertices": list(done.vertices), "largest_offset_m": float(done.offset_m.max())},
        )
        own = [name for name, _ in self.OWN_FIELDS]
        kept_fields = [
            field
            for field in kinds_of(self, parameters, self.INPUT, context)
            if field[0] not in own
        ]

        def rows() -> Any:
            for feature in np.unique(owners):
                parts = np.flatnonzero(owners == feature)
                attributes = blocks.rows[feature].attributes
                shapes = done.polygons[parts]
                yield (
                    shapes[0] if len(shapes) == 1 else shapely.multipolygons(shapes),
                    (
                        *(attributes[name] for name, _ in kept_fields),
                        float(done.after_m2[parts].sum()),
                        float(done.added_m2[parts].sum()),
                        float(done.removed_m2[parts].sum()),
                        float(done.offset_m[parts].max()),
                    ),
                )

        single = len(np.unique(owners)) == len(owners)
        place = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            [*kept_fields, *self.OWN_FIELDS],
            "Polygon" if single else "MultiPolygon",
            blocks.crs,
            rows(),
            record,
            feedback,
        )
        feedback.info(
            msg(
                "{before} vertices became {after}; the largest offset is {offset} m, and no block's "
                "area changed by more than {change} m2.",
                before=done.vertices[0],
                after=done.vertices[1],
                offset=f"{done.offset_m.max():.2f}",
                change=f"{change.max():.2f}",
            )
        )
        if done.kept_lines:
            feedback.warn(
                msg(
                    "{count} stretches stayed as they were: any smoother line would have met another "
                    "one.",
                    count=done.kept_lines,
                )
            )
        return {
            self.OUTPUT: place,
            self.VERTICES_BEFORE: done.vertices[0],
            self.VERTICES_AFTER: done.vertices[1],
            self.LARGEST_OFFSET: float(done.offset_m.max()),
            self.LARGEST_CHANGE: float(change.max()),
        }

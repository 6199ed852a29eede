"""``redline:fixtopology``: the fixes of topology that are safe."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.check.rule import ANALOG, OWN, Tolerance
from redline_plugin.core.check.tolerances import SHARP_ANGLE, SPIKE_WIDTH
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.checktopology import tolerance_parameter
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import read_layer, source_of
from redline_plugin.processing.vectorsink import kinds_of, place_problems, write_vector

TOLERANCES = (
    Tolerance(
        "XY_TOLERANCE",
        N_("Vertices nearer than this become one [m]"),
        0.001,
        "m",
        N_("quality check of farmland rights databases (CBJY-QC)"),
        ANALOG,
    ),
    Tolerance("MAX_AREA", N_("Largest place to give away [m2]"), 10.0, "m2", "", OWN),
    Tolerance("MAX_WIDTH", N_("Widest place to give away [m]"), 0.1, "m", "", OWN),
    SPIKE_WIDTH,
    SHARP_ANGLE,
)
STEP_FIELDS = (
    ("rule", str),
    ("feature", str),
    ("before", str),
    ("after", str),
    ("state", str),
)
OWN_FIELDS = (
    ("before_m2", float),
    ("after_m2", float),
    ("added_m2", float),
    ("removed_m2", float),
)


class FixTopology(RedlineAlgorithm):
    """``redline:fixtopology``."""

    ID = "fixtopology"
    TITLE = N_("Fix topology")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Makes the fixes that are safe: duplicate and too near vertices become one, spikes are cut "
        "off, polygons are split where they touch themselves, and small overlaps and gaps go whole "
        "to the neighbour with the longest shared edge. Shared edges stay shared, edges of protected "
        "areas do not move, and each fix is listed with what was there before and after. What is "
        "not safe is left and listed. A second run changes nothing."
    )
    TAGS = (N_("repair"), N_("topology"), N_("overlap"), N_("gap"))

    INPUT = "INPUT"
    PROTECTED_AREAS = "PROTECTED_AREAS"
    OUTPUT = "OUTPUT"
    FIXES = "FIXES"
    MADE = "MADE"
    LEFT = "LEFT"
    ADDED = "ADDED"
    REMOVED = "REMOVED"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        area = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Polygons to fix"), [area])
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.PROTECTED_AREAS,
                tr("Protected areas, whose edges do not move"),
                [area],
                optional=True,
            )
        )
        for tolerance in TOLERANCES:
            parameter: QgsProcessingParameterNumber = tolerance_parameter(tolerance)
            self.add_advanced(parameter)
        self.addParameter(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Fixed polygons"), area)
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.FIXES,
                tr("Fixes made and left"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
            )
        )
        for name, title in (
            (self.MADE, tr("Fixes made")),
            (self.LEFT, tr("Places left")),
            (self.ADDED, tr("Area added [m2]")),
            (self.REMOVED, tr("Area removed [m2]")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        import shapely

        from redline_plugin.core.boundary.planar import planar_problems
        from redline_plugin.core.check.fix import fix
        from redline_plugin.core.delineate.shapes import as_shapes
        from redline_plugin.core.geodesy.area import polygon_areas
        from redline_plugin.processing.vectors import read_rows

        source = source_of(self, parameters, self.INPUT, context)
        if source is None:
            raise InputError(Problem(msg("A layer is needed."), tr("Polygons to fix")))
        extent = source.sourceExtent()
        crs = source.sourceCrs().toWkt()
        problems = planar_problems(
            crs,
            source.sourceName() or self.INPUT,
            (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
        )
        wanted = [
            name for name in (self.OUTPUT, self.FIXES) if parameters.get(name) not in (None, "")
        ]
        for name in wanted:
            problems += place_problems(str(self.parameterAsOutputLayer(parameters, name, context)))
        if problems:
            raise InputError(problems)
        settings = {
            one.name: self.parameterAsDouble(parameters, one.name, context) for one in TOLERANCES
        }
        rows = list(read_rows(source, feedback))
        areas = read_layer(
            self, parameters, self.PROTECTED_AREAS, context, feedback, msg("protected areas"), crs
        )
        protected = as_shapes([]) if areas is None else areas.planar.shapes
        done = in_background(
            lambda inner: fix(
                [row.geometry for row in rows],
                protected,
                settings,
                inner,
                lambda shapes: polygon_areas(list(shapes), crs),
            ),
            Part(feedback, 0.1, 0.9),
        )
        made = sum(step.made for step in done.steps)
        left = len(done.steps) - made
        record = provenance.provenance(
            "redline:fixtopology",
            {**settings, "protected_shapes": len(protected)},
            [],
            {"made": made, "left": left, "rounds": done.rounds},
        )
        own = [name for name, _ in OWN_FIELDS]
        kept = [one for one in kinds_of(self, parameters, self.INPUT, context) if one[0] not in own]
        sums = (done.before_m2, done.after_m2, done.added_m2, done.removed_m2)
        many = any(shape is not None and len(shapely.get_parts(shape)) > 1 for shape in done.shapes)
        results: dict[str, Any] = {
            self.OUTPUT: write_vector(
                self,
                parameters,
                self.OUTPUT,
                context,
                [*kept, *OWN_FIELDS],
                "MultiPolygon" if many else "Polygon",
                crs,
                (
                    (
                        shape,
                        (
                            *(row.attributes[name] for name, _ in kept),
                            *(float(area[at]) for area in sums),
                        ),
                    )
                    for at, (row, shape) in enumerate(zip(rows, done.shapes))
                ),
                record,
                feedback,
            )
        }
        if self.FIXES in wanted:
            results[self.FIXES] = write_vector(
                self,
                parameters,
                self.FIXES,
                context,
                STEP_FIELDS,
                "Point",
                crs,
                (
                    (
                        shapely.Point(step.place),
                        (
                            step.kind,
                            rows[step.feature].fid,
                            step.before.render(tr),
                            step.after.render(tr),
                            "fixed" if step.made else "left",
                        ),
                    )
                    for step in done.steps
                ),
                record,
                feedback,
            )
        feedback.info(
            msg(
                "{made} fixes were made, {left} places were left; {added} m2 were added and "
                "{removed} m2 removed.",
                made=made,
                left=left,
                added=f"{done.added_m2.sum():.4f}",
                removed=f"{done.removed_m2.sum():.4f}",
            )
        )
        return {
            **results,
            self.MADE: made,
            self.LEFT: left,
            self.ADDED: float(done.added_m2.sum()),
            self.REMOVED: float(done.removed_m2.sum()),
        }

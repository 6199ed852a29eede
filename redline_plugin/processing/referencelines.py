"""What the algorithms that make reference lines share: parameters, reading, writing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.vectorsink import write_vector

if TYPE_CHECKING:
    from redline_plugin.core.reference.line import Made

TOLERANCE_HELP = N_(
    "How far a line may lie from the edges of cells; land on both sides keeps its area. No public "
    "text gives a number. With 0 the lines follow the cells."
)


class ReferenceLines(RedlineAlgorithm):
    """Base of the algorithms whose result is a layer of reference lines."""

    GROUP = Group.BOUNDARY

    OUTPUT = "OUTPUT"
    COUNT = "COUNT"
    LENGTH = "LENGTH"

    def add_raster(self, name: str, title: str, *, optional: bool = False, text: str = "") -> None:
        """Add a raster parameter."""
        parameter = QgsProcessingParameterRasterLayer(name, title, optional=optional)
        if text:
            parameter.setHelp(text)
        self.addParameter(parameter)

    def add_area(self, name: str, title: str, default: float | None, text: str) -> None:
        """Add an area; the help says where the default comes from."""
        parameter = QgsProcessingParameterNumber(
            name,
            title,
            QgsProcessingParameterNumber.Type.Double,
            default,
            minValue=0.0,
            maxValue=math.inf,
        )
        parameter.setHelp(text)
        self.addParameter(parameter)

    def add_tolerance(self, name: str, default: float) -> None:
        """Add the distance that a line may keep from the edges of cells, in metres."""
        parameter = QgsProcessingParameterDistance(
            name, tr("Lines may leave the cells' edges by [m]"), default, minValue=0.0
        )
        parameter.setHelp(tr(TOLERANCE_HELP))
        self.addParameter(parameter)

    def add_lines(self, title: str) -> None:
        """Add the output, and the numbers that tell of it."""
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, title, QgsProcessing.SourceType.TypeVectorLine
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of lines")))
        self.addOutput(QgsProcessingOutputNumber(self.LENGTH, tr("Length of all lines [m]")))

    def raster_source(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> RasterSource | None:
        """Return the raster of a parameter, None when it is not given."""
        path = self.raster_path(parameters, name, context)
        if path is None:
            return None
        return RasterSource(path, name=self.parameterDefinition(name).description())

    def needed_raster(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> RasterSource:
        """Return the raster of a parameter that must be given."""
        source = self.raster_source(parameters, name, context)
        if source is None:
            raise InputError(
                Problem(msg("A value is needed."), self.parameterDefinition(name).description())
            )
        return source

    @staticmethod
    def beside(work: Callable[[Feedback], Made], feedback: Feedback) -> Made:
        """Run ``work`` beside this thread, so that a cancel need not wait for a step of it."""
        return in_background(work, Part(feedback, 0.0, 0.95))

    def check_output(
        self, parameters: dict[str, Any], context: QgsProcessingContext, inputs: list[str]
    ) -> None:
        """Refuse, before any work, an output that cannot be written or is an input."""
        place = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        problems = output_problems([Path(place)], inputs) if Path(place).suffix else []
        if problems:
            raise InputError(problems)

    def publish(
        self,
        made: Made,
        settings: Mapping[str, object],
        rasters: Mapping[str, str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        """Write the lines and return the results."""
        from redline_plugin.core.reference.line import FIELDS

        for note in made.notes:
            feedback.info(note)
        length = float(sum(line.geometry.length for line in made.lines))
        records = provenance.InputRecords(dict(rasters))
        record = provenance.provenance(
            f"redline:{self.ID}",
            dict(settings),
            records.result(),
            {"lines": len(made.lines), "length_m": length},
        )
        rows = (
            (
                line.geometry,
                (
                    line.kind,
                    line.name if isinstance(line.name, str) else line.name.render(tr),
                    line.origin.render(tr),
                    line.width_m,
                    float(line.geometry.length),
                ),
            )
            for line in made.lines
        )
        place = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            FIELDS,
            "LineString",
            made.crs,
            rows,
            record,
            feedback,
        )
        feedback.info(
            msg("{count} lines, {length} km.", count=len(made.lines), length=f"{length / 1e3:.3f}")
        )
        return {self.OUTPUT: place, self.COUNT: len(made.lines), self.LENGTH: length}

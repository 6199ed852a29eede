"""``redline:watersheddivides``: divides between basins, from a DEM."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.referencelines import ReferenceLines


class WatershedDivides(ReferenceLines):
    """``redline:watersheddivides``."""

    ID = "watersheddivides"
    TITLE = N_("Watershed divides")
    ABOUT = N_(
        "Draws the divides between basins above a size, one of the natural lines of article (五). "
        "Pits are filled to their lowest outlet, water goes the steepest way (D8), and where two "
        "channels with that much land meet, each ends a basin. A raster of more than nine million "
        "cells is taken coarser."
    )
    TAGS = (N_("watershed"), N_("basin"), N_("ridge"), "DEM")

    ELEVATION = "ELEVATION"
    MIN_AREA = "MIN_AREA"
    TOLERANCE = "TOLERANCE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_raster(self.ELEVATION, tr("Elevation [m]"))
        self.add_area(
            self.MIN_AREA,
            tr("Smallest basin [km2]"),
            10.0,
            tr("No public text gives a number; the default is an example of Redline's own."),
        )
        self.add_tolerance(self.TOLERANCE, 60.0)
        self.add_lines(tr("Watershed divides"))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.reference.natural import watershed_divides

        elevation = self.needed_raster(parameters, self.ELEVATION, context)
        self.check_output(parameters, context, [elevation.path])
        least = 1e6 * self.parameterAsDouble(parameters, self.MIN_AREA, context)
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        made = self.beside(
            lambda inner: watershed_divides(elevation, least, tolerance, inner), feedback
        )
        return self.publish(
            made,
            {"least_m2": least, "tolerance_m": tolerance},
            {self.ELEVATION: elevation.path},
            parameters,
            context,
            feedback,
        )

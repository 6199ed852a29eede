"""``redline:forestline``: limits of forest, or its upper limit, from land cover and a DEM."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.codelists import code_list
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.referencelines import ReferenceLines


class ForestLine(ReferenceLines):
    """``redline:forestline``."""

    ID = "forestline"
    TITLE = N_("Forest line")
    ABOUT = N_(
        "Draws the limits of forest in a land cover raster; with elevation only the upper limit, "
        "where the land beyond is higher: the forest line 林线 of article (五). Patches of forest and "
        "gaps in it under a minimum area are left out."
    )
    TAGS = (N_("forest"), N_("tree line"), N_("land cover"))

    CLASSES = "CLASSES"
    CODES = "CODES"
    ELEVATION = "ELEVATION"
    MIN_AREA = "MIN_AREA"
    TOLERANCE = "TOLERANCE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_raster(self.CLASSES, tr("Land cover"))
        codes = QgsProcessingParameterString(self.CODES, tr("Codes of forest, with commas"), "20")
        codes.setHelp(tr("GlobeLand30: 20. CLCD: 2. ESA WorldCover: 10. GLC_FCS30: 50-92."))
        self.addParameter(codes)
        self.add_raster(
            self.ELEVATION,
            tr("Elevation [m]"),
            optional=True,
            text=tr("Without it all limits of forest are drawn, not only the upper one."),
        )
        self.add_area(
            self.MIN_AREA,
            tr("Smallest patch [hm2]"),
            10.0,
            tr("No public text gives a number; the default is an example of Redline's own."),
        )
        self.add_tolerance(self.TOLERANCE, 45.0)
        self.add_lines(tr("Forest line"))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.reference.natural import forest_line

        classes = self.needed_raster(parameters, self.CLASSES, context)
        elevation = self.raster_source(parameters, self.ELEVATION, context)
        rasters = {self.CLASSES: classes.path}
        if elevation is not None:
            rasters[self.ELEVATION] = elevation.path
        self.check_output(parameters, context, list(rasters.values()))
        text = self.parameterAsString(parameters, self.CODES, context)
        codes = code_list(text, self.parameterDefinition(self.CODES).description())
        least = 1e4 * self.parameterAsDouble(parameters, self.MIN_AREA, context)
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        made = self.beside(
            lambda inner: forest_line(classes, codes, elevation, least, tolerance, inner), feedback
        )
        return self.publish(
            made,
            {"codes": text, "least_m2": least, "tolerance_m": tolerance},
            rasters,
            parameters,
            context,
            feedback,
        )

"""``redline:ecosystemlimits``: lines between ecosystems, from land cover."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.codelists import code_groups
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.referencelines import ReferenceLines


class EcosystemLimits(ReferenceLines):
    """``redline:ecosystemlimits``."""

    ID = "ecosystemlimits"
    TITLE = N_("Limits of ecosystems")
    ABOUT = N_(
        "Draws the lines between ecosystems of a class raster, one of the natural lines of article "
        "(五). Patches under a minimum area take the class of the neighbour with the longest common "
        "edge, so that lines run between what counts."
    )
    TAGS = (N_("ecosystem"), N_("land cover"), N_("ecotone"))

    CLASSES = "CLASSES"
    GROUPS = "GROUPS"
    MIN_AREA = "MIN_AREA"
    TOLERANCE = "TOLERANCE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_raster(self.CLASSES, tr("Land cover or ecosystems"))
        groups = QgsProcessingParameterString(
            self.GROUPS, tr("Codes taken together"), "", optional=True
        )
        groups.setHelp(
            tr(
                "Codes with commas, groups with semicolons: “10,80; 20,30” takes 80 as 10 and 30 as "
                "20. Codes that are in no group stay as they are."
            )
        )
        self.addParameter(groups)
        self.add_area(
            self.MIN_AREA,
            tr("Smallest patch [hm2]"),
            10.0,
            tr("No public text gives a number; the default is an example of Redline's own."),
        )
        self.add_tolerance(self.TOLERANCE, 45.0)
        self.add_lines(tr("Limits of ecosystems"))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.reference.natural import ecosystem_limits

        classes = self.needed_raster(parameters, self.CLASSES, context)
        self.check_output(parameters, context, [classes.path])
        text = self.parameterAsString(parameters, self.GROUPS, context)
        groups = code_groups(text, self.parameterDefinition(self.GROUPS).description())
        least = 1e4 * self.parameterAsDouble(parameters, self.MIN_AREA, context)
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        made = self.beside(
            lambda inner: ecosystem_limits(classes, groups, least, tolerance, inner), feedback
        )
        return self.publish(
            made,
            {"groups": text, "least_m2": least, "tolerance_m": tolerance},
            {self.CLASSES: classes.path},
            parameters,
            context,
            feedback,
        )

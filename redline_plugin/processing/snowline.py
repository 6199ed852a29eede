"""``redline:snowline``: the line of a height, or of a share of time with snow."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterNumber

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.referencelines import ReferenceLines


class SnowLine(ReferenceLines):
    """``redline:snowline``."""

    ID = "snowline"
    TITLE = N_("Snow line")
    ABOUT = N_(
        "Draws the snow line 雪线 of article (五): the contour of a height, or, better, of a share of "
        "time with snow in a raster of snow persistence. Give one of the two; the height and the "
        "share are the user's."
    )
    TAGS = (N_("snow"), N_("contour"), "DEM")

    ELEVATION = "ELEVATION"
    HEIGHT = "HEIGHT"
    SNOW = "SNOW"
    SHARE = "SHARE"
    MIN_AREA = "MIN_AREA"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_raster(self.ELEVATION, tr("Elevation [m]"), optional=True)
        self._add_level(
            self.HEIGHT,
            tr("Height of the snow line [m]"),
            tr("From a local survey or study; it differs by thousands of metres between ranges."),
        )
        self.add_raster(
            self.SNOW,
            tr("Snow persistence (share of time with snow)"),
            optional=True,
            text=tr("As a fraction or in per cent; give the share below in the same unit."),
        )
        self._add_level(
            self.SHARE,
            tr("Share of time with snow at the line"),
            tr("In the unit of the raster. No public text gives a number."),
        )
        self.add_area(
            self.MIN_AREA,
            tr("Smallest area within a closed line [hm2]"),
            10.0,
            tr("No public text gives a number; the default is an example of Redline's own."),
        )
        self.add_lines(tr("Snow line"))

    def _add_level(self, name: str, title: str, text: str) -> None:
        level = QgsProcessingParameterNumber(
            name, title, QgsProcessingParameterNumber.Type.Double, optional=True
        )
        level.setHelp(text)
        self.addParameter(level)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.reference.natural import snow_line

        raster, level = self._chosen(parameters, context)
        source = self.needed_raster(parameters, raster, context)
        self.check_output(parameters, context, [source.path])
        at = self.parameterAsDouble(parameters, level, context)
        origin = (
            msg("contour of {level} m", level=f"{at:g}")
            if raster == self.ELEVATION
            else msg("snow during {level} of the time", level=f"{at:g}")
        )
        least = 1e4 * self.parameterAsDouble(parameters, self.MIN_AREA, context)
        made = self.beside(lambda inner: snow_line(source, at, least, origin, inner), feedback)
        return self.publish(
            made,
            {"from": raster, "level": at, "least_m2": least},
            {raster: source.path},
            parameters,
            context,
            feedback,
        )

    def _chosen(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, str]:
        pairs = ((self.ELEVATION, self.HEIGHT), (self.SNOW, self.SHARE))
        given = [pair for pair in pairs if parameters.get(pair[0]) not in (None, "")]
        if len(given) != 1:
            raise InputError(
                Problem(msg("Give either elevation or snow persistence, one of the two."))
            )
        raster, level = given[0]
        if parameters.get(level) in (None, ""):
            raise InputError(
                Problem(
                    msg("A value is needed."),
                    self.parameterDefinition(level).description(),
                )
            )
        return raster, level

"""What the algorithms about species share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm

GRID = "GRID"
OVERVIEWS = "OVERVIEWS"


class SpeciesAlgorithm(RedlineAlgorithm):
    """What the algorithms about species share: parameters, and reading vector layers."""

    GROUP = Group.FUNCTION

    def add_rasters(self, name: str, title: str, optional: bool, about: str = "") -> None:
        rasters = QgsProcessingParameterMultipleLayers(
            name, title, QgsProcessing.SourceType.TypeRaster, optional=optional
        )
        rasters.setHelp(about)
        self.addParameter(rasters)

    def add_number(
        self,
        name: str,
        title: str,
        default: float | None,
        low: float,
        high: float,
        about: str,
        whole: bool = False,
    ) -> None:
        number = QgsProcessingParameterNumber(
            name,
            title,
            QgsProcessingParameterNumber.Type.Integer
            if whole
            else QgsProcessingParameterNumber.Type.Double,
            default,
            optional=default is None,
            minValue=low,
            maxValue=high,
        )
        number.setHelp(about)
        self.add_advanced(number)

    def add_storage(self) -> None:
        grid = QgsProcessingParameterRasterLayer(
            GRID, tr("Grid of the result (empty: that of the first input)"), optional=True
        )
        grid.setHelp(tr("Inputs on other grids are brought to it on the fly."))
        self.add_advanced(grid)
        self.add_run_parameters()
        self.add_advanced(
            QgsProcessingParameterBoolean(OVERVIEWS, tr("Build overviews"), defaultValue=False)
        )

    def add_table(self, name: str, title: str) -> None:
        self.addParameter(
            QgsProcessingParameterFileDestination(
                name, title, "CSV (*.csv)", optional=True, createByDefault=False
            )
        )

    def number(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> float | None:
        """Return a number that may be left empty."""
        if parameters.get(name) in (None, ""):
            return None
        return float(self.parameterAsDouble(parameters, name, context))

    def table(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> Path | None:
        """Return the path of a CSV output, None when it is not asked for."""
        text = self.parameterAsFileOutput(parameters, name, context)
        return Path(text) if text else None

    def block_options(
        self, parameters: dict[str, Any], context: QgsProcessingContext, path: Path
    ) -> Any:
        from redline_plugin.core.species.blocks import BlockOptions

        grid = self.raster_paths(parameters, [GRID], context).get(GRID)
        return BlockOptions(
            grid=Grid.of_file(grid) if grid else None,
            compression=self.compression(parameters, context, path),
            overviews=self.parameterAsBool(parameters, OVERVIEWS, context),
        )

    def features(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        """Return a vector layer's features, None when it is not given.

        Raises:
            InputError: it cannot be opened, or has no CRS.
        """
        if parameters.get(name) in (None, ""):
            return None
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise InputError(
                Problem(
                    msg("“{value}” cannot be opened as a vector layer.", value=parameters[name]),
                    name,
                    msg("Check the path and the layer's name."),
                )
            )
        if not source.sourceCrs().isValid():
            raise InputError(
                Problem(
                    msg("The layer has no coordinate reference system."),
                    source.sourceName() or name,
                    msg("Assign its CRS, then try again."),
                )
            )
        return source

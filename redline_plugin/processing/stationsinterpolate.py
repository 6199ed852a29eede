"""``redline:interpolatestations``: from a layer of stations to a raster."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import QUANTITY, RasterSource
from redline_plugin.core.stations.grids import grid_of
from redline_plugin.core.stations.interpolate import Interpolated, RunOptions, interpolate
from redline_plugin.core.stations.methods import (
    METHOD_TITLES,
    Method,
    Settings,
)
from redline_plugin.core.stations.observations import Observations
from redline_plugin.core.stations.places import LEAST_ELEVATION, MOST_ELEVATION
from redline_plugin.core.stations.report import write_report
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.stationsfields import ELEVATION_OF_STATIONS
from redline_plugin.processing.stationsparameters import (
    CELL_SIZE,
    CRS,
    EXTENT,
    GRID,
    NEIGHBOURS_NAME,
    NUGGET,
    POWER,
    SHAPE_TITLES,
    SMOOTHING,
    VARIOGRAM,
    grid_parameters,
    number_parameters,
    observations_of,
)


class InterpolateStations(RedlineAlgorithm):
    """``redline:interpolatestations``."""

    ID = "interpolatestations"
    TITLE = N_("Interpolate station values")
    GROUP = Group.CLIMATE
    ABOUT = N_(
        "Makes a raster of a number that stations have, by inverse distance, thin-plate spline or "
        "ordinary kriging, and tells how large the error is at stations that are left out one at a "
        "time. With an elevation raster, values follow a line on elevation and only the rest is "
        "interpolated, as suits temperature. Several fields give one band each, such as twelve "
        "months. In a geographic CRS distances are measured on a conic projection fitted to the "
        "area, not in degrees."
    )
    TAGS = (N_("kriging"), N_("spline"), "IDW", N_("stations"), N_("climate"))

    INPUT = "INPUT"
    FIELD = "FIELD"
    METHOD = "METHOD"
    NOT_NEGATIVE = "NOT_NEGATIVE"
    ELEVATION = "ELEVATION"
    ELEVATION_IF_BETTER = "ELEVATION_IF_BETTER"
    ELEVATION_FIELD = "ELEVATION_FIELD"
    ID_FIELD = "ID_FIELD"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    CHOSEN = "CHOSEN_METHOD"
    NUMBERS = (
        ("STATIONS", N_("Stations estimated without themselves")),
        ("MEAN_ERROR", N_("Mean error")),
        ("MEAN_ABSOLUTE_ERROR", N_("Mean absolute error")),
        ("ROOT_MEAN_SQUARE_ERROR", N_("Root mean square error")),
        ("R2", N_("R2 at stations left out")),
        ("LAPSE", N_("Change per metre of elevation")),
        ("LAPSE_R2", N_("R2 of the line on elevation")),
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        points = QgsProcessing.SourceType.TypeVectorPoint
        numeric = QgsProcessingParameterField.DataType.Numeric
        self.addParameter(QgsProcessingParameterFeatureSource(self.INPUT, tr("Stations"), [points]))
        self.addParameter(
            QgsProcessingParameterField(
                self.FIELD,
                tr("Values: one field, or several for one band each"),
                parentLayerParameterName=self.INPUT,
                type=numeric,
                allowMultiple=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.METHOD,
                tr("Method"),
                [tr(METHOD_TITLES[method]) for method in Method],
                defaultValue=0,
            )
        )
        for parameter in grid_parameters():
            self.addParameter(parameter)
        elevation = QgsProcessingParameterRasterLayer(
            self.ELEVATION, tr("Elevation [m], where values follow it"), optional=True
        )
        elevation.setHelp(tr("For temperature. The result has no value where it has none."))
        self.addParameter(elevation)
        clamp = QgsProcessingParameterBoolean(
            self.NOT_NEGATIVE, tr("Negative results become 0"), False
        )
        clamp.setHelp(tr("For rain, wind and erosivity. They are counted."))
        self.addParameter(clamp)
        for parameter in number_parameters():
            self.add_advanced(parameter)
        helps = QgsProcessingParameterBoolean(
            self.ELEVATION_IF_BETTER, tr("Elevation only where it lessens the error"), False
        )
        helps.setHelp(
            tr(
                "Each field is interpolated with elevation and without; the one with the smaller "
                "error at stations left out is taken."
            )
        )
        self.add_advanced(helps)
        height = QgsProcessingParameterField(
            self.ELEVATION_FIELD,
            tr("Field: elevation of the station [m]"),
            parentLayerParameterName=self.INPUT,
            type=numeric,
            optional=True,
        )
        height.setHelp(tr("Empty or NULL: taken from the elevation raster."))
        self.add_advanced(height)
        self.add_advanced(
            QgsProcessingParameterField(
                self.ID_FIELD,
                tr("Field: name of the station in the report"),
                parentLayerParameterName=self.INPUT,
                optional=True,
            )
        )
        self.add_run_parameters()
        self.addParameter(
            QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Interpolated values"))
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                tr("Report of errors by station"),
                "CSV (*.csv)",
                optional=True,
                createByDefault=False,
            )
        )
        for name, text in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(text)))
        self.addOutput(QgsProcessingOutputString(self.CHOSEN, tr("Method used")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        rasters = self.raster_paths(parameters, [self.ELEVATION, GRID], context)
        found, origin = self._stations(parameters, context)
        grid = self._grid(parameters, context, rasters)
        output = self.output_raster(parameters, self.OUTPUT, context) or Path()
        text = self.parameterAsFileOutput(parameters, self.REPORT, context)
        report = Path(text) if text else None
        problems = output_problems([output], list(rasters.values()))
        if report is not None:
            problems += check_writable(report)
        if problems:
            raise InputError(problems)
        elevation = None
        if self.ELEVATION in rasters:
            elevation = RasterSource(
                rasters[self.ELEVATION],
                name=self.ELEVATION,
                resampling=QUANTITY,
                valid=(LEAST_ELEVATION, MOST_ELEVATION),
            )
        result = interpolate(
            found,
            grid,
            output,
            self._settings(parameters, context),
            feedback,
            elevation,
            {self.INPUT: origin, **rasters},
            RunOptions(compression=self.compression(parameters, context, output)),
        )
        if report is not None:
            write_report(result.fields, report, tr)
        return self._results(result, output, report)

    def _results(self, result: Interpolated, output: Path, report: Path | None) -> dict[str, Any]:
        """Return the outputs; of several fields, the numbers of the one with the worst R2."""
        worst = min(
            result.fields,
            key=lambda item: item.errors.r2 if math.isfinite(item.errors.r2) else math.inf,
        )
        lapse = worst.lapse
        numbers = (
            worst.errors.count,
            worst.errors.mean,
            worst.errors.absolute,
            worst.errors.root,
            worst.errors.r2,
            lapse.slope if lapse else math.nan,
            lapse.r2 if lapse else math.nan,
        )
        results: dict[str, Any] = {
            name: number
            for (name, _), number in zip(self.NUMBERS, numbers)
            if math.isfinite(number)
        }
        results[self.OUTPUT] = str(output)
        results[self.CHOSEN] = worst.method.value
        if report is not None:
            results[self.REPORT] = str(report)
        return results

    def _settings(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Settings:
        return Settings(
            method=list(Method)[self.parameterAsEnum(parameters, self.METHOD, context)],
            power=self.parameterAsDouble(parameters, POWER, context),
            neighbours=self.parameterAsInt(parameters, NEIGHBOURS_NAME, context),
            smoothing=self.parameterAsDouble(parameters, SMOOTHING, context),
            shape=list(SHAPE_TITLES)[self.parameterAsEnum(parameters, VARIOGRAM, context)],
            nugget=self.parameterAsBool(parameters, NUGGET, context),
            not_negative=self.parameterAsBool(parameters, self.NOT_NEGATIVE, context),
            elevation_if_better=self.parameterAsBool(parameters, self.ELEVATION_IF_BETTER, context),
        )

    def _stations(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[Observations, str]:
        """Read the stations on this thread; the rest of the work is on plain arrays."""
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise InputError(Problem(msg("The layer of stations cannot be opened."), self.INPUT))
        crs = source.sourceCrs()
        if not crs.isValid():
            raise InputError(
                Problem(
                    msg("The layer of stations has no coordinate reference system."),
                    source.sourceName(),
                    msg("Assign its CRS, then try again."),
                )
            )
        # parameterAsFields is deprecated in newer QGIS and the only way in older.
        newer = hasattr(self, "parameterAsStrings")
        fields = self.parameterAsStrings if newer else self.parameterAsFields
        names = list(fields(parameters, self.FIELD, context))
        height = self.parameterAsString(parameters, self.ELEVATION_FIELD, context)
        label = self.parameterAsString(parameters, self.ID_FIELD, context)
        known = source.fields().names()
        if not height and ELEVATION_OF_STATIONS in known:
            # The field that Redline's own station layers have.
            height = ELEVATION_OF_STATIONS
        unknown = [name for name in (*names, height, label) if name and name not in known]
        if unknown or not names:
            raise InputError(
                [Problem(msg("The layer has no field “{field}”.", field=name)) for name in unknown]
                or [Problem(msg("No field is chosen."), self.FIELD)]
            )
        observations = observations_of(source, names, height, label)
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        # Only a file has a name worth keeping; that of a layer in memory is a list of its fields.
        is_file = layer is not None and layer.providerType() == "ogr"
        return observations, layer.source() if is_file else f"memory:{source.sourceName()}"

    def _grid(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        rasters: dict[str, str],
    ) -> Grid:
        """Return the grid of the result: that of a raster, else a new one."""
        cell = self.parameterAsDouble(parameters, CELL_SIZE, context)
        given = bool(parameters.get(EXTENT)) and cell > 0
        if GRID in rasters:
            return Grid.of_file(rasters[GRID])
        if given:
            crs = self.parameterAsCrs(parameters, CRS, context)
            if not crs.isValid():
                crs = self.parameterAsSource(parameters, self.INPUT, context).sourceCrs()
            box = self.parameterAsExtent(parameters, EXTENT, context, crs)
            extent = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            return grid_of(extent, cell, crs.toWkt())
        if self.ELEVATION in rasters:
            return Grid.of_file(rasters[self.ELEVATION])
        raise InputError(
            Problem(
                msg("The grid of the result is not known."),
                GRID,
                msg("Give a raster whose grid is taken, or an extent and a size of pixels."),
            )
        )

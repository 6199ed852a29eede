"""``redline:delineate``: from classes and protected areas to blocks."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
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
from redline_plugin.core.standard.reasons import FUNCTION, PROTECTED, REASONS
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing import delineaterules
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.readrules import read_rules
from redline_plugin.processing.vectorsink import is_table, place_problems, write_vector

LAYER = "red_line"
CLASS_PARAMETERS = {
    "waterconservation": "WATER_CONSERVATION",
    "biodiversity": "BIODIVERSITY",
    "soilretention": "SOIL_RETENTION",
    "sandfixation": "SAND_FIXATION",
    "coastalstability": "COASTAL_STABILITY",
    "soilerosion": "SOIL_EROSION",
    "desertification": "DESERTIFICATION",
    "rockydesertification": "ROCKY_DESERTIFICATION",
    "salinization": "SALINIZATION",
}
"""Parameter of the class raster of each reason."""

FIELDS: tuple[tuple[str, type], ...] = (
    ("block", int),
    ("patch", int),
    ("county", str),
    ("county_name", str),
    ("functions", str),
    ("sensitivities", str),
    ("protected", str),
    ("main_reason", str),
    ("area_m2", float),
    ("reasons", str),
    ("protected_kinds", str),
    ("protected_levels", str),
    ("protected_zones", str),
    ("manual", str),
    ("disputed", str),
    ("flags", str),
    ("block_name", str),
    ("block_code", str),
    ("patch_code", str),
)


class Delineate(RedlineAlgorithm):
    """``redline:delineate``."""

    ID = "delineate"
    TITLE = N_("Delineate red-line blocks")
    GROUP = Group.DELINEATE
    ABOUT = N_(
        "Unites the extreme classes (3) of all given rasters with the protected areas, drops patches "
        "and fills holes under a minimum area, splits at county borders, and gives blocks that know "
        "why they are in. Rule tables say which classes and protected areas enter; disputed land is "
        "kept, flagged or left out by a policy; blocks get names and codes. Nothing is taken out of "
        "a protected area, except what lies outside all counties, and a patch that touches one "
        "stays. Areas are on the ellipsoid."
    )
    TAGS = (N_("overlay"), N_("union"), N_("block"))

    PROTECTED_AREAS = "PROTECTED_AREAS"
    PROTECTED_NAME = "PROTECTED_NAME"
    PROTECTED_ZONE = "PROTECTED_ZONE"
    PROTECTED_KIND = "PROTECTED_KIND"
    PROTECTED_LEVEL = "PROTECTED_LEVEL"
    COUNTIES = "COUNTIES"
    COUNTY_CODE = "COUNTY_CODE"
    COUNTY_NAME = "COUNTY_NAME"
    MIN_PATCH = "MIN_PATCH"
    MIN_HOLE = "MIN_HOLE"
    CONNECTIVITY = "CONNECTIVITY"
    MIN_PIECE = "MIN_PIECE"
    KEEP_OUTSIDE = "KEEP_OUTSIDE"
    OUTPUT = "OUTPUT"
    ACCOUNT = "ACCOUNT"
    BLOCKS = "BLOCKS"
    AREA = "AREA"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for reason in REASONS:
            if reason.kind == PROTECTED:
                continue
            kind = (
                tr("Importance classes: {title}")
                if reason.kind == FUNCTION
                else tr("Sensitivity classes: {title}")
            )
            self.addParameter(
                QgsProcessingParameterRasterLayer(
                    CLASS_PARAMETERS[reason.id],
                    kind.format(title=tr(reason.title)),
                    optional=True,
                )
            )
        self._add_polygons(self.PROTECTED_AREAS, tr("Protected areas"))
        self._add_field(self.PROTECTED_NAME, tr("Field: name"), self.PROTECTED_AREAS, "BHQMC")
        self._add_field(self.PROTECTED_ZONE, tr("Field: zone"), self.PROTECTED_AREAS, "FQ")
        self._add_field(self.PROTECTED_KIND, tr("Field: kind"), self.PROTECTED_AREAS, "LX")
        self._add_field(self.PROTECTED_LEVEL, tr("Field: level"), self.PROTECTED_AREAS, "BHQJB")
        delineaterules.add_entering(self)
        self._add_polygons(self.COUNTIES, tr("Counties"))
        self._add_field(self.COUNTY_CODE, tr("Field: county code"), self.COUNTIES, "XZQDM")
        self._add_field(self.COUNTY_NAME, tr("Field: county name"), self.COUNTIES, "XZQMC")
        patch = self._area(self.MIN_PATCH, tr("Smallest patch kept [km2]"), 1.0)
        patch.setHelp(
            tr(
                "1 km2 was seen in adjustment practice; the Guide of 2017 gives no number. 0 keeps "
                "all."
            )
        )
        self.addParameter(patch)
        hole = self._area(self.MIN_HOLE, tr("Holes smaller than this are filled [km2]"), 0.0)
        hole.setHelp(tr("No public text gives a number; 0 fills none."))
        self.addParameter(hole)
        delineaterules.add_patch_rules(self)
        delineaterules.add_disputed(self)
        delineaterules.add_naming(self)
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.CONNECTIVITY,
                tr("Pixels form a patch"),
                [tr("over edges only (4)"), tr("over edges and corners (8)")],
                defaultValue=0,
            )
        )
        piece = self._area(
            self.MIN_PIECE, tr("Smallest piece cut off by a county border [km2]"), 0.01
        )
        piece.setHelp(
            tr(
                "Pixels that straddle a border leave many tiny pieces; those under this and free of "
                "protected land go out. Redline's own rule, in no norm."
            )
        )
        self.add_advanced(piece)
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.KEEP_OUTSIDE, tr("Keep land outside all counties"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Red-line blocks"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.ACCOUNT,
                tr("Account of areas"),
                "CSV (*.csv)",
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.BLOCKS, tr("Number of blocks")))
        self.addOutput(QgsProcessingOutputNumber(self.AREA, tr("Area of the red line [m2]")))

    def _add_polygons(self, name: str, title: str) -> None:
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                name, title, [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )

    def _add_field(self, name: str, title: str, parent: str, default: str) -> None:
        self.addParameter(
            QgsProcessingParameterField(
                name, title, default, parentLayerParameterName=parent, optional=True
            )
        )

    @staticmethod
    def _area(name: str, title: str, default: float) -> QgsProcessingParameterNumber:
        return QgsProcessingParameterNumber(
            name,
            title,
            QgsProcessingParameterNumber.Type.Double,
            default,
            minValue=0.0,
            maxValue=math.inf,
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.delineate.account import account_csv
        from redline_plugin.core.delineate.delineate import delineate
        from redline_plugin.core.delineate.inputs import Options

        paths = self.raster_paths(parameters, list(CLASS_PARAMETERS.values()), context)
        read = [*paths.values(), *self._layer_files(parameters, context)]
        account = self._check_places(parameters, context, read)
        classes = {
            reason: RasterSource(paths[name], name=name)
            for reason, name in CLASS_PARAMETERS.items()
            if name in paths
        }
        protected, protected_crs = self._protected(parameters, context, feedback)
        counties, counties_crs = self._counties(parameters, context, feedback)
        rules = read_rules(
            self,
            parameters,
            context,
            self._source,
            self._protected_fields(parameters, context),
            feedback,
        )
        options = Options(
            min_patch_m2=1e6 * self.parameterAsDouble(parameters, self.MIN_PATCH, context),
            min_hole_m2=1e6 * self.parameterAsDouble(parameters, self.MIN_HOLE, context),
            keep_outside=self.parameterAsBool(parameters, self.KEEP_OUTSIDE, context),
            min_piece_m2=1e6 * self.parameterAsDouble(parameters, self.MIN_PIECE, context),
            connectivity=(4, 8)[self.parameterAsEnum(parameters, self.CONNECTIVITY, context)],
            **rules.options,
        )
        records = provenance.InputRecords(paths)
        try:
            # Large overlays cannot be interrupted; beside this thread they need not be waited for.
            result = in_background(
                lambda inner: delineate(
                    classes,
                    protected,
                    counties,
                    protected_crs,
                    counties_crs,
                    options,
                    inner,
                    more=rules.more,
                    naming=rules.naming,
                ),
                Part(feedback, 0.0, 0.95),
            )
            record = provenance.provenance(
                "redline:delineate",
                {
                    "min_patch_m2": options.min_patch_m2,
                    "min_hole_m2": options.min_hole_m2,
                    "connectivity": options.connectivity,
                    "keep_outside": options.keep_outside,
                    "min_piece_m2": options.min_piece_m2,
                    "protected_areas": len(protected),
                    "counties": len(counties),
                    **rules.record,
                },
                records.result(),
                {"blocks": len(result.blocks), "area_m2": result.area_m2},
            )
        except BaseException:
            records.cancel()
            raise
        names = [name for name, _ in FIELDS]
        place = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            FIELDS,
            "Polygon",
            result.crs,
            (
                (block.geometry, [block.attributes()[name] for name in names])
                for block in result.blocks
            ),
            record,
            feedback,
            LAYER,
        )
        results: dict[str, Any] = {
            self.OUTPUT: place,
            self.BLOCKS: len(result.blocks),
            self.AREA: result.area_m2,
        }
        if account is not None:
            account_csv(result.account, account, tr)
            results[self.ACCOUNT] = str(account)
        return results

    def _layer_files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """Return the files of the polygon layers: the output must not be one of them."""
        layers = (
            self.parameterAsVectorLayer(parameters, name, context)
            for name in (self.PROTECTED_AREAS, self.COUNTIES, *delineaterules.LAYERS)
        )
        return [str(layer.source()) for layer in layers if layer is not None]

    def _check_places(
        self, parameters: dict[str, Any], context: QgsProcessingContext, inputs: list[str]
    ) -> Path | None:
        """Check where the results go; return where the account goes."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        text = self.parameterAsFileOutput(parameters, self.ACCOUNT, context)
        account = Path(text) if text else None
        # A table may go into the file that its inputs are tables of.
        files = [] if is_table(output) else [Path(output)]
        problems = output_problems([*files, *([account] if account else [])], inputs)
        if files and files[0].suffix.lower() != ".gpkg":
            problems.append(
                Problem(
                    msg("Blocks are written to a GeoPackage; the name must end with .gpkg."), output
                )
            )
        else:
            found = place_problems(output, LAYER)
            problems += [problem for problem in found if problem not in problems]
        if problems:
            raise InputError(problems)
        return account

    def _protected(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> tuple[list[Any], str]:
        from redline_plugin.core.delineate.inputs import ProtectedArea
        from redline_plugin.processing.vectors import read_rows

        source = self._source(parameters, self.PROTECTED_AREAS, context)
        if source is None:
            return [], ""
        name = self.parameterAsString(parameters, self.PROTECTED_NAME, context)
        zone = self.parameterAsString(parameters, self.PROTECTED_ZONE, context)
        kind = self.parameterAsString(parameters, self.PROTECTED_KIND, context)
        level = self.parameterAsString(parameters, self.PROTECTED_LEVEL, context)
        areas = [
            ProtectedArea(
                row.geometry,
                row.text(name) or row.fid,
                row.text(zone),
                row.fid,
                row.text(kind),
                row.text(level),
            )
            for row in read_rows(source, feedback)
        ]
        return areas, source.sourceCrs().toWkt()

    def _protected_fields(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[str, str, list[str] | None]:
        """Return the fields of kind and level, and all fields of the layer; None without one."""
        source = self._source(parameters, self.PROTECTED_AREAS, context)
        return (
            self.parameterAsString(parameters, self.PROTECTED_KIND, context),
            self.parameterAsString(parameters, self.PROTECTED_LEVEL, context),
            None if source is None else source.fields().names(),
        )

    def _counties(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> tuple[list[Any], str]:
        from redline_plugin.core.delineate.inputs import County
        from redline_plugin.processing.vectors import read_rows

        source = self._source(parameters, self.COUNTIES, context)
        if source is None:
            return [], ""
        code = self.parameterAsString(parameters, self.COUNTY_CODE, context)
        name = self.parameterAsString(parameters, self.COUNTY_NAME, context)
        if code not in source.fields().names():
            raise InputError(
                Problem(
                    msg("The counties have no field “{field}” for their code.", field=code),
                    self.COUNTIES,
                    msg("Choose the field that holds the six-digit code."),
                )
            )
        counties = [
            County(row.geometry, row.text(code)[:6], row.text(name), row.fid)
            for row in read_rows(source, feedback)
        ]
        return counties, source.sourceCrs().toWkt()

    def _source(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        if parameters.get(name) in (None, ""):
            return None
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise InputError(
                Problem(
                    msg("“{value}” cannot be opened as a polygon layer.", value=parameters[name]),
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

"""``redline:fittoparcels``: the red line on whole parcels, and what each parcel is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.parcelcolumns import ParcelColumns, read_parcels
from redline_plugin.processing.planarlayers import PlanarLayer, read_layer, read_plane
from redline_plugin.processing.vectorsink import kinds_of, place_problems, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.boundary.parcels import OnParcels


class FitToParcels(RedlineAlgorithm):
    """``redline:fittoparcels``."""

    ID = "fittoparcels"
    TITLE = N_("Fit the red line to parcels")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Puts the red line on the edges of parcels of the land survey or the geographic census: a "
        "parcel that the line cuts goes in or out as a whole, by the share of it that is in or by the "
        "rule for its land use. Protected land that was in stays in, and land in no parcel keeps the "
        "assessed line. Each parcel of the red line gets its block, share, ecosystem type, main "
        "function, land use and tenure."
    )
    TAGS = (N_("parcel"), N_("cadastre"), N_("land survey"))

    INPUT, BLOCK_FIELD, FUNCTION_FIELD = "INPUT", "BLOCK_FIELD", "FUNCTION_FIELD"
    PARCELS, PARCEL_FIELD = "PARCELS", "PARCEL_FIELD"
    LAND_USE, TENURE = "LAND_USE", "TENURE"
    SHARE, RULES = "SHARE", "RULES"
    PROTECTED_AREAS, ECOSYSTEM = "PROTECTED_AREAS", "ECOSYSTEM"
    OUTPUT, PARCELS_OUTPUT = "OUTPUT", "PARCELS_OUTPUT"
    ADDED, REMOVED, ON_PARCELS, DECIDED = "ADDED", "REMOVED", "ON_PARCELS", "DECIDED"

    OWN_FIELDS = (("area_m2", float), ("parcel_added_m2", float), ("parcel_removed_m2", float))
    PARCEL_FIELDS = (
        ("parcel", str),
        ("block", str),
        ("inside", bool),
        ("decision", str),
        ("rule", str),
        ("share", float),
        ("ecosystem", int),
        ("function", str),
        ("land_use", str),
        ("tenure", str),
        ("area_m2", float),
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        area = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Red-line blocks"), [area])
        )
        self._add_field(self.BLOCK_FIELD, tr("Field: block"), self.INPUT, "block")
        self._add_field(self.FUNCTION_FIELD, tr("Field: main function"), self.INPUT, "main_reason")
        self.addParameter(QgsProcessingParameterFeatureSource(self.PARCELS, tr("Parcels"), [area]))
        self._add_field(self.PARCEL_FIELD, tr("Field: parcel number"), self.PARCELS, "TBBH")
        self._add_field(self.LAND_USE, tr("Field: land use code"), self.PARCELS, "DLBM")
        self._add_field(self.TENURE, tr("Field: tenure"), self.PARCELS, "QSXZ")
        share = QgsProcessingParameterNumber(
            self.SHARE,
            tr("A parcel is in from this share of its area on"),
            QgsProcessingParameterNumber.Type.Double,
            0.5,
            minValue=0.0,
            maxValue=1.0,
        )
        share.setHelp(tr("No public text gives a number; a half is an example of Redline's own."))
        self.addParameter(share)
        rules = QgsProcessingParameterFile(
            self.RULES,
            tr("Rules by land use"),
            QgsProcessingParameterFile.Behavior.File,
            "csv",
            optional=True,
        )
        rules.setHelp(
            tr(
                "CSV with the columns code, decision and share. The decision is share, in, out or cut "
                "(the line runs on through the parcel); a code holds for all that begin with it, the "
                "longest one counts. Public texts disagree on farmland and construction land, so there "
                "is no table by default."
            )
        )
        self.addParameter(rules)
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.PROTECTED_AREAS,
                tr("Protected areas, out of which nothing is taken"),
                [area],
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                self.ECOSYSTEM, tr("Ecosystem types, for the parcels"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Red-line blocks on parcels"), area
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.PARCELS_OUTPUT, tr("Parcels of the red line"), area, optional=True
            )
        )
        for name, title in (
            (self.ADDED, tr("Area taken in [m2]")),
            (self.REMOVED, tr("Area given up [m2]")),
            (self.ON_PARCELS, tr("Share of the line on edges of parcels")),
            (self.DECIDED, tr("Parcels decided")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def _add_field(self, name: str, title: str, parent: str, default: str) -> None:
        self.addParameter(
            QgsProcessingParameterField(
                name, title, default, parentLayerParameterName=parent, optional=True
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.boundary.parcelrules import Rules, read_rules
        from redline_plugin.core.boundary.parcels import fit_to_parcels

        self._check_places(parameters, context)
        share = self.parameterAsDouble(parameters, self.SHARE, context)
        table = self.parameterAsFile(parameters, self.RULES, context)
        rules = read_rules(Path(table), share) if table else Rules((), share)
        blocks = read_plane(self, parameters, self.INPUT, context, feedback, msg("red-line blocks"))
        parcels = read_parcels(
            self,
            parameters,
            self.PARCELS,
            (self.PARCEL_FIELD, self.LAND_USE, self.TENURE),
            context,
            Part(feedback, 0.0, 0.2),
            blocks.crs,
        )
        protected = read_layer(
            self,
            parameters,
            self.PROTECTED_AREAS,
            context,
            feedback,
            msg("protected areas"),
            blocks.crs,
        )
        result = in_background(
            lambda inner: fit_to_parcels(
                blocks.planar.shapes,
                parcels.shapes,
                parcels.text(self.LAND_USE),
                rules,
                blocks.crs,
                None if protected is None else protected.planar.shapes,
                inner,
            ),
            Part(feedback, 0.2, 0.8),
        )
        for warning in result.warnings:
            feedback.warn(warning.what)
        return self._publish(result, blocks, parcels, share, table, parameters, context, feedback)

    def _check_places(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        places = [
            self.parameterAsOutputLayer(parameters, name, context)
            for name in (self.OUTPUT, self.PARCELS_OUTPUT)
        ]
        problems = [problem for place in places if place for problem in place_problems(place)]
        if problems:
            raise InputError(problems)

    def _publish(
        self,
        result: OnParcels,
        blocks: PlanarLayer,
        parcels: ParcelColumns,
        share: float,
        table: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        import numpy as np

        decided = int(
            np.count_nonzero(~np.isin(np.array(result.decided.decision), ("inside", "outside")))
        )
        record = provenance.provenance(
            "redline:fittoparcels",
            {"share": share, "rules": Path(table).name if table else ""},
            [],
            {"decided": decided, "on_parcels": result.on_parcels},
        )
        results: dict[str, Any] = {
            self.ADDED: float(result.added_m2.sum()),
            self.REMOVED: float(result.removed_m2.sum()),
            self.ON_PARCELS: result.on_parcels,
            self.DECIDED: decided,
        }
        own = [name for name, _ in self.OWN_FIELDS]
        kept = [
            field
            for field in kinds_of(self, parameters, self.INPUT, context)
            if field[0] not in own
        ]
        results[self.OUTPUT] = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            [*kept, *self.OWN_FIELDS],
            "MultiPolygon",
            blocks.crs,
            self._block_rows(result, blocks, [name for name, _ in kept]),
            record,
            feedback,
        )
        if self.parameterAsOutputLayer(parameters, self.PARCELS_OUTPUT, context):
            results[self.PARCELS_OUTPUT] = write_vector(
                self,
                parameters,
                self.PARCELS_OUTPUT,
                context,
                self.PARCEL_FIELDS,
                "MultiPolygon",
                blocks.crs,
                self._parcel_rows(result, blocks, parcels, parameters, context, feedback),
                record,
                feedback,
            )
        feedback.info(
            msg(
                "{count} parcels were decided; {added} m2 came in, {removed} m2 went out, and "
                "{share} % of the line runs along parcels.",
                count=decided,
                added=f"{result.added_m2.sum():.2f}",
                removed=f"{result.removed_m2.sum():.2f}",
                share=f"{100.0 * result.on_parcels:.2f}",
            )
        )
        return results

    @staticmethod
    def _block_rows(result: OnParcels, blocks: PlanarLayer, names: list[str]) -> Any:
        import numpy as np
        import shapely

        from redline_plugin.core.delineate.shapes import polygon_parts

        owners = blocks.planar.owners
        for feature in np.unique(owners):
            parts = np.flatnonzero(owners == feature)
            shapes = polygon_parts(result.blocks[parts])
            if len(shapes) == 0:
                continue
            attributes = blocks.rows[feature].attributes
            yield (
                shapely.multipolygons(shapes),
                (
                    *(attributes[name] for name in names),
                    float(result.after_m2[parts].sum()),
                    float(result.added_m2[parts].sum()),
                    float(result.removed_m2[parts].sum()),
                ),
            )

    def _parcel_rows(
        self,
        result: OnParcels,
        blocks: PlanarLayer,
        parcels: ParcelColumns,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> Any:
        import numpy as np

        from redline_plugin.core.boundary.parcelrules import DECISION_TITLES
        from redline_plugin.core.geodesy.area import polygon_areas
        from redline_plugin.core.raster.source import RasterSource
        from redline_plugin.core.vector.zonal import majorities

        decided = result.decided
        wanted = np.flatnonzero(decided.share > 0.0)
        shapes = parcels.shapes[wanted]
        areas = polygon_areas(list(shapes), blocks.crs)
        path = self.raster_path(parameters, self.ECOSYSTEM, context)
        ecosystems: list[int | None] = [None] * len(wanted)
        if path is not None:
            title = self.parameterDefinition(self.ECOSYSTEM).description()
            ecosystems = majorities(shapes, blocks.crs, RasterSource(path, name=title), feedback)
        block_name = self.parameterAsString(parameters, self.BLOCK_FIELD, context)
        function = self.parameterAsString(parameters, self.FUNCTION_FIELD, context)
        rows = [blocks.rows[owner] for owner in blocks.planar.owners]
        titles = {
            "inside": tr("inside"),
            "outside": tr("outside"),
            **{key: tr(title) for key, title in DECISION_TITLES.items()},
        }
        numbers = parcels.text(self.PARCEL_FIELD)
        uses, tenures = parcels.text(self.LAND_USE), parcels.text(self.TENURE)
        for at, shape, area, ecosystem in zip(wanted, shapes, areas, ecosystems):
            row = rows[decided.block[at]]
            yield (
                shape,
                (
                    numbers[at] or str(parcels.fids[at]),
                    row.text(block_name) or row.fid,
                    bool(decided.inside[at]),
                    titles[decided.decision[at]],
                    decided.rule[at] or None,
                    float(decided.share[at]),
                    ecosystem,
                    row.text(function) or None,
                    uses[at] or None,
                    tenures[at] or None,
                    float(area),
                ),
            )

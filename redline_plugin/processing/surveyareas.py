"""``redline:surveyareas``: areas of the red line by block, county and kind of land, that add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, check_writable
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.layerfields import (
    BLOCK_CODE,
    BLOCK_NAME,
    COUNTY_CODE,
    add_field,
    field_of,
)
from redline_plugin.processing.planarlayers import PlanarLayer, read_layer, source_of, wkt_of
from redline_plugin.processing.surveyareatable import (
    UNIT_TITLES,
    Names,
    labels_of,
    moved_text,
    table_csv,
    tell,
)
from redline_plugin.processing.vectorsink import place_problems, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.survey.areas import AreaTable, Cut


class SurveyAreas(RedlineAlgorithm):
    """``redline:surveyareas``."""

    ID = "surveyareas"
    TITLE = N_("Areas of the red line")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Measures the red line by block, county and, if parcels are given, kind of land, in square "
        "metres, hectares, square kilometres and mu. Areas are those on the ellipsoid by the formula "
        "of the national land survey, or those of the plane; every row says which. Rounded parts "
        "add up to the rounded whole: what is missing goes to the largest remainders, and the table "
        "says which rows were moved by how much."
    )
    TAGS = (N_("area"), N_("table"), N_("ellipsoid"))

    INPUT, BLOCK_FIELD = "INPUT", "BLOCK_FIELD"
    NAME_FIELD, COUNTY_FIELD = "NAME_FIELD", "COUNTY_FIELD"
    COUNTIES, CODE_FIELD, COUNTY_NAME_FIELD = "COUNTIES", "CODE_FIELD", "COUNTY_NAME_FIELD"
    PARCELS, KIND_FIELD = "PARCELS", "KIND_FIELD"
    FORMULA = "FORMULA"
    DECIMALS = {
        "m2": "DECIMALS_M2",
        "ha": "DECIMALS_HA",
        "km2": "DECIMALS_KM2",
        "mu": "DECIMALS_MU",
    }
    OUTPUT, TABLE = "OUTPUT", "TABLE"
    AREA, PERIMETER, MOVED = "AREA", "PERIMETER", "MOVED"
    _PLACES = {"m2": 2, "ha": 4, "km2": 4, "mu": 2}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        area = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Red-line blocks"), [area])
        )
        add_field(self, self.BLOCK_FIELD, tr("Field: code of the block"), self.INPUT, BLOCK_CODE)
        add_field(self, self.NAME_FIELD, tr("Field: name of the block"), self.INPUT, BLOCK_NAME)
        county = tr("Field: code of the county")
        add_field(self, self.COUNTY_FIELD, county, self.INPUT, COUNTY_CODE)
        counties = QgsProcessingParameterFeatureSource(
            self.COUNTIES, tr("Counties"), [area], optional=True
        )
        counties.setHelp(
            tr("Blocks are cut by them; without them, a block is of the county of its field.")
        )
        self.addParameter(counties)
        code = tr("Counties: field of the code")
        add_field(self, self.CODE_FIELD, code, self.COUNTIES, "XZQDM")
        name = tr("Counties: field of the name")
        add_field(self, self.COUNTY_NAME_FIELD, name, self.COUNTIES, "XZQMC")
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.PARCELS, tr("Parcels, to tell kinds of land"), [area], optional=True
            )
        )
        add_field(self, self.KIND_FIELD, tr("Field: kind of land"), self.PARCELS, "DLBM")
        self.addParameter(
            QgsProcessingParameterEnum(
                self.FORMULA,
                tr("Areas"),
                [
                    tr("On the CGCS2000 ellipsoid, by the national land survey's formula"),
                    tr("In the plane of the projection"),
                ],
                defaultValue=0,
            )
        )
        for unit, parameter in self.DECIMALS.items():
            self.add_advanced(
                QgsProcessingParameterNumber(
                    parameter,
                    tr("Decimals: {title}").format(title=tr(UNIT_TITLES[unit])),
                    QgsProcessingParameterNumber.Type.Integer,
                    self._PLACES[unit],
                    minValue=0,
                    maxValue=8,
                )
            )
        self.addParameter(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Measured parts"), area)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.TABLE, tr("Table of areas"), "CSV (*.csv)", optional=True
            )
        )
        for output, text in (
            (self.AREA, tr("Area of the whole [m2]")),
            (self.PERIMETER, tr("Length of its outline [m]")),
            (self.MOVED, tr("Parts moved so that square metres add up")),
        ):
            self.addOutput(QgsProcessingOutputNumber(output, text))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.survey.areas import ELLIPSOID, PLANAR, cut, table_of

        formula = (ELLIPSOID, PLANAR)[self.parameterAsEnum(parameters, self.FORMULA, context)]
        table_path = self.parameterAsFileOutput(parameters, self.TABLE, context)
        blocks = self._blocks(parameters, context, feedback, formula, table_path)
        counties, parcels = (
            read_layer(self, parameters, name, context, feedback, what, blocks.crs)
            for name, what in ((self.COUNTIES, msg("counties")), (self.PARCELS, msg("parcels")))
        )
        labels = labels_of(
            blocks,
            counties,
            parcels,
            self._texts(blocks, counties, parcels, parameters, context),
        )
        decimals = {
            unit: self.parameterAsInt(parameters, name, context)
            for unit, name in self.DECIMALS.items()
        }

        def work(inner: Feedback) -> tuple[Cut, AreaTable]:
            parts = cut(
                blocks.planar.shapes,
                labels.block,
                None if counties is None else counties.planar.shapes,
                labels.county,
                None if parcels is None else parcels.planar.shapes,
                labels.kind,
                blocks.crs,
                formula,
                inner,
            )
            return parts, table_of(parts, blocks.crs, formula, decimals, inner)

        parts, table = in_background(work, Part(feedback, 0.1, 0.9))
        tell(parts, table, decimals, formula, feedback)
        return self._write(
            parts,
            table,
            labels.names,
            decimals,
            formula,
            blocks,
            table_path,
            parameters,
            context,
            feedback,
        )

    def _blocks(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        formula: str,
        table: str,
    ) -> PlanarLayer:
        """Read the blocks once nothing stands against the run."""
        from redline_plugin.core.boundary.planar import planar_problems
        from redline_plugin.core.survey.areas import PLANAR

        problems = place_problems(self.parameterAsOutputLayer(parameters, self.OUTPUT, context))
        if table:
            problems.extend(check_writable(Path(table)))
        source = source_of(self, parameters, self.INPUT, context)
        if source is None:
            raise InputError(Problem(msg("A layer is needed."), tr("Red-line blocks")))
        if formula == PLANAR:
            extent = source.sourceExtent()
            problems.extend(
                planar_problems(
                    wkt_of(source),
                    source.sourceName(),
                    (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
                )
            )
        if problems:
            raise InputError(problems)
        crs = wkt_of(source)
        blocks = read_layer(
            self, parameters, self.INPUT, context, feedback, msg("red-line blocks"), crs
        )
        if blocks is None or len(blocks.planar.shapes) == 0:
            raise InputError(
                Problem(msg("The layer has no polygon that can be used."), source.sourceName())
            )
        return blocks

    def _texts(
        self,
        blocks: PlanarLayer,
        counties: PlanarLayer | None,
        parcels: PlanarLayer | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> dict[str, list[str]]:
        """Return the texts of each field's parameter, one for each feature of its layer."""
        problems: list[Problem] = []
        found: dict[str, list[str]] = {}
        for name, layer in (
            ("BLOCK_FIELD", blocks),
            ("NAME_FIELD", blocks),
            ("COUNTY_FIELD", blocks),
            ("CODE_FIELD", counties),
            ("COUNTY_NAME_FIELD", counties),
            ("KIND_FIELD", parcels),
        ):
            if layer is not None:
                field = field_of(
                    self, parameters, name, context, layer.title, layer.fields, problems
                )
                found[name] = [row.text(field) for row in layer.rows]
        if problems:
            raise InputError(problems)
        return found

    def _write(
        self,
        parts: Cut,
        table: AreaTable,
        names: Names,
        decimals: dict[str, int],
        formula: str,
        blocks: PlanarLayer,
        table_path: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        from redline_plugin.core.survey.areas import FORMULA_TITLES

        title = tr(FORMULA_TITLES[formula])
        fields = [
            ("county", str, tr("County code")),
            ("county_name", str, tr("County")),
            ("block", str, tr("Block code")),
            ("name", str, tr("Block")),
            ("kind", str, tr("Kind of land")),
            *((f"area_{unit}", float, tr(text)) for unit, text in UNIT_TITLES.items()),
            ("perimeter_m", float, tr("Length of the outline [m]")),
            ("formula", str, tr("Formula")),
            ("moved", str, tr("Moved by rounding")),
        ]
        record = provenance.provenance(
            "redline:surveyareas",
            {"formula": formula, **{f"decimals_{unit}": n for unit, n in decimals.items()}},
            [],
            {"moved": {unit: rounded.count for unit, rounded in table.moved.items()}},
        )

        def rows() -> Iterator[tuple[Any, Sequence[Any]]]:
            for shape, row in zip(parts.shapes, table.parts):
                yield (
                    shape,
                    (
                        *(text or None for text in names.of(row)),
                        *(row.areas[unit] for unit in UNIT_TITLES),
                        round(row.perimeter_m, 2),
                        title,
                        moved_text(row, decimals) or None,
                    ),
                )

        results: dict[str, Any] = {
            self.OUTPUT: write_vector(
                self,
                parameters,
                self.OUTPUT,
                context,
                fields,
                "MultiPolygon",
                blocks.crs,
                rows(),
                record,
                feedback,
            ),
            self.AREA: table.rows[0].areas["m2"],
            self.PERIMETER: table.rows[0].perimeter_m,
            self.MOVED: table.moved["m2"].count,
        }
        if table_path:
            path = Path(table_path)
            with atomic_folder_of(path) as folder:
                (folder / path.name).write_bytes(table_csv(table, names, decimals, title))
            results[self.TABLE] = table_path
        return results

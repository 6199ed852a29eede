"""``redline:speciesrichness``: several species as one index of biodiversity."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.speciesbase import SpeciesAlgorithm
from redline_plugin.processing.styling import Look, style_when_loaded


class SpeciesRichness(SpeciesAlgorithm):
    """``redline:speciesrichness``."""

    ID = "speciesrichness"
    TITLE = N_("Species together: biodiversity index")
    ABOUT = N_(
        "Puts suitability maps of several species together, Redline's own or finished ones from "
        "MaxEnt and the like: the weighted sum of their suitability, or, with the user's cut-off, "
        "the weighted count of species that a place suits. Inside known core ranges the suitability "
        "is 1. The index is graded by “Grade an ecological function”. Weights and cut-off are the "
        "user's: no public text gives them."
    )
    TAGS = (N_("biodiversity"), N_("richness"), N_("MaxEnt"), N_("habitat"))

    INPUT = "INPUT"
    METHOD = "METHOD"
    CUT_OFF = "CUT_OFF"
    SCALE = "SCALE"
    WEIGHTS = "WEIGHTS"
    RANGES = "RANGES"
    RANGES_FIELD = "RANGES_FIELD"
    LEAST_VALID = "LEAST_VALID"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_rasters(
            self.INPUT,
            tr("Suitability of species"),
            False,
            tr("A raster per species; its file name, without suffix, is the species' name."),
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.METHOD,
                tr("Index"),
                [tr("weighted sum of suitability"), tr("weighted count of species")],
                defaultValue=0,
            )
        )
        cut_off = QgsProcessingParameterNumber(
            self.CUT_OFF,
            tr("Cut-off: suitability from which a species counts"),
            QgsProcessingParameterNumber.Type.Double,
            None,
            optional=True,
            minValue=0.0,
            maxValue=1.0,
        )
        cut_off.setHelp(
            tr("Needed for the count, and the user's own: no public text gives one. After scaling.")
        )
        self.addParameter(cut_off)
        scale = QgsProcessingParameterNumber(
            self.SCALE,
            tr("Value that stands for 1 in the rasters"),
            QgsProcessingParameterNumber.Type.Double,
            1.0,
            minValue=1e-9,
            maxValue=math.inf,
        )
        scale.setHelp(tr("100 for per cent, 1000 for thousandths. A value beyond it is an error."))
        self.addParameter(scale)
        weights = QgsProcessingParameterFile(
            self.WEIGHTS, tr("Table of weights"), extension="csv", optional=True
        )
        weights.setHelp(
            tr(
                "A CSV file with the columns species and weight, and if wanted protection, which "
                "the table of the species repeats. Empty: all species weigh 1."
            )
        )
        self.addParameter(weights)
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.RANGES,
                tr("Known core ranges"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.RANGES_FIELD,
                tr("Field: name of the species in the core ranges"),
                parentLayerParameterName=self.RANGES,
                optional=True,
            )
        )
        self.add_number(
            self.LEAST_VALID,
            tr("Species of which a pixel needs a value"),
            None,
            1,
            1e6,
            tr("Empty: all. With fewer, a species without a value adds nothing there."),
            whole=True,
        )
        self.add_storage()
        self.addParameter(
            QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Biodiversity index"))
        )
        self.add_table(self.REPORT, tr("Table of the species"))
        for name, text in (
            ("VALID_PIXELS", N_("Valid pixels")),
            ("MINIMUM", N_("Lowest value")),
            ("MAXIMUM", N_("Highest value")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(text)))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        from redline_plugin.core.species.richness import Recipe
        from redline_plugin.core.species.richnessreport import richness_csv
        from redline_plugin.core.species.richnessrun import species_names, species_richness
        from redline_plugin.core.species.weights import load_weights

        output = self.output_raster(parameters, self.OUTPUT, context) or Path()
        report = self.table(parameters, self.REPORT, context)
        least = self.number(parameters, self.LEAST_VALID, context)
        recipe = Recipe(
            self.parameterAsDouble(parameters, self.SCALE, context),
            self._cut_off(parameters, context),
            None if least is None else int(least),
        )
        file = self.parameterAsFile(parameters, self.WEIGHTS, context)
        ranges, crs = self._ranges(parameters, context, feedback)
        tally = species_richness(
            species_names(self.raster_list(parameters, self.INPUT, context)),
            output,
            recipe,
            feedback,
            load_weights(Path(file)) if file else None,
            ranges,
            crs,
            self.block_options(parameters, context, output),
            [report] if report else [],
        )
        results: dict[str, Any] = {
            self.OUTPUT: str(output),
            "VALID_PIXELS": tally.valid,
            "MINIMUM": tally.low,
            "MAXIMUM": tally.high,
        }
        if report is not None:
            richness_csv(tally, report, recipe.cut_off is not None, tr)
            results[self.REPORT] = str(report)
        style_when_loaded({self.OUTPUT: Look(ramp="life")}, results, context)
        return results

    def _cut_off(self, parameters: dict[str, Any], context: QgsProcessingContext) -> float | None:
        if self.parameterAsEnum(parameters, self.METHOD, context) == 0:
            return None
        cut_off = self.number(parameters, self.CUT_OFF, context)
        if cut_off is None:
            raise InputError(
                Problem(
                    msg("A count of species needs a cut-off, and no public text gives one."),
                    self.CUT_OFF,
                    msg("Choose it by what is known of the species, and say so in the report."),
                )
            )
        return cut_off

    def _ranges(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> tuple[list[Any], str]:
        source = self.features(parameters, self.RANGES, context)
        if source is None:
            return [], ""
        need_libraries()
        import shapely

        from redline_plugin.core.species.ranges import CoreRange
        from redline_plugin.processing.vectors import read_rows

        field = self.parameterAsString(parameters, self.RANGES_FIELD, context)
        ranges = [
            CoreRange(row.text(field), bytes(shapely.to_wkb(row.geometry)))
            for row in read_rows(source, feedback)
            if row.geometry is not None and not row.geometry.is_empty
        ]
        return ranges, source.sourceCrs().toWkt()

"""``redline:speciessuitability``: from presence points to suitability, species by species."""

from __future__ import annotations

import contextlib
import html
import math
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)

from redline_plugin.core.atomic import made_folder
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.species.settings import REFERENCES
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.modelalgorithm import reference_text
from redline_plugin.processing.speciesbase import SpeciesAlgorithm
from redline_plugin.processing.speciesparameters import (
    BIAS,
    MASK,
    add_advanced,
    add_choices,
    settings_of,
)
from redline_plugin.processing.styling import Look, style_when_loaded


class SpeciesSuitability(SpeciesAlgorithm):
    """``redline:speciessuitability``."""

    ID = "speciessuitability"
    TITLE = N_("Suitability for species")
    ABOUT = N_(
        "Learns from presence points and rasters of the environment where each species finds what it "
        "needs, and draws a map of it, 0 to 1. The number is a relative suitability, not the "
        "probability that the species is there: presences without absences cannot give that. Each "
        "model is tested on points that it has not seen; a species that cannot be modelled is "
        "listed, and does not end the run of the others. No public text gives a limit from which "
        "a place counts as habitat; that stays the user's."
    )
    TAGS = (N_("biodiversity"), N_("habitat"), N_("MaxEnt"), N_("logistic"))

    INPUT = "INPUT"
    SPECIES_FIELD = "SPECIES_FIELD"
    ENVIRONMENT = "ENVIRONMENT"
    CATEGORIES = "CATEGORIES"
    OUTPUT = "OUTPUT"
    OUTPUT_FOLDER = "OUTPUT_FOLDER"
    METRICS = "METRICS"
    VARIABLES = "VARIABLES"

    def shortHelpString(self) -> str:
        sources = [reference_text(REFERENCES[name]) for name in ("FAMILY", "METHOD", "AUC")]
        return f"<p>{tr(self.ABOUT)}</p><p>{html.escape(' '.join(sources))}</p>"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        points = [QgsProcessing.SourceType.TypeVectorPoint]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Presences of species"), points)
        )
        field = QgsProcessingParameterField(
            self.SPECIES_FIELD,
            tr("Field: name of the species"),
            parentLayerParameterName=self.INPUT,
            optional=True,
        )
        field.setHelp(tr("Empty: all points are of one species, called as the layer is."))
        self.addParameter(field)
        self.add_rasters(
            self.ENVIRONMENT,
            tr("Environment: rasters of numbers"),
            True,
            tr("Every band is a predictor. The first raster gives the grid."),
        )
        self.add_rasters(
            self.CATEGORIES,
            tr("Environment: rasters of classes"),
            True,
            tr("Codes, such as land cover or soil; each class gets a coefficient of its own."),
        )
        add_choices(self)
        add_advanced(self)
        self.add_storage()
        output = QgsProcessingParameterRasterDestination(
            self.OUTPUT, tr("Suitability of a single species"), optional=True, createByDefault=False
        )
        self.addParameter(output)
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.OUTPUT_FOLDER, tr("Folder for a raster per species"), optional=True
            )
        )
        self.add_table(self.METRICS, tr("Table of the models"))
        self.add_table(self.VARIABLES, tr("Table of importance and coefficients"))
        for name, text in _NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(text)))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.species.environment import Layer, layer_name
        from redline_plugin.core.species.report import metrics_csv, variables_csv
        from redline_plugin.core.species.run import Request, model_species

        output = self.output_raster(parameters, self.OUTPUT, context)
        folder = None if output is not None else self._folder(parameters, context)
        tables: dict[str, Path] = {}
        for name in (self.METRICS, self.VARIABLES):
            table = self.table(parameters, name, context)
            if table is not None:
                tables[name] = table
        rasters = self.raster_paths(parameters, [MASK, BIAS], context)
        layers = [
            Layer(path, layer_name(path), name == self.CATEGORIES)
            for name in (self.ENVIRONMENT, self.CATEGORIES)
            for path in self.raster_list(parameters, name, context)
        ]
        request = Request(
            self._points(parameters, context, feedback),
            layers,
            folder,
            output,
            rasters.get(MASK),
            rasters.get(BIAS),
            list(tables.values()),
        )
        settings = settings_of(self, parameters, context)
        options = self.block_options(parameters, context, output or folder or Path())
        with contextlib.nullcontext() if folder is None else made_folder(folder):
            modelled = model_species(request, feedback, settings, options)
        if self.METRICS in tables:
            metrics_csv(modelled, tables[self.METRICS], tr)
        if self.VARIABLES in tables:
            variables_csv(modelled.species, tables[self.VARIABLES], tr)
        results: dict[str, Any] = {name: str(path) for name, path in tables.items()}
        if output is not None:
            results[self.OUTPUT] = str(output)
            style_when_loaded({self.OUTPUT: Look(ramp="life", limits=(0.0, 1.0))}, results, context)
        else:
            results[self.OUTPUT_FOLDER] = str(folder)
        aucs = [result.held_out.mean for result in modelled.species if result.held_out.by_fold]
        deviations = [s.held_out.sd for s in modelled.species if len(s.held_out.by_fold) > 1]
        results["AUC"] = _mean(aucs)
        results["AUC_SD"] = _mean(deviations)
        results["LOWEST_AUC"] = min(aucs, default=None)
        results["TRAINING_AUC"] = _mean([result.training_auc for result in modelled.species])
        results["SPECIES"] = len(modelled.species)
        results["FAILED"] = len(modelled.failures)
        results["BACKGROUND_PIXELS"] = modelled.background
        return results

    def _folder(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        text = self.parameterAsFileOutput(parameters, self.OUTPUT_FOLDER, context)
        return Path(text) if text else None

    def _points(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> Any:
        import shapely

        from redline_plugin.core.species.presences import Points
        from redline_plugin.processing.vectors import read_rows

        source = self.features(parameters, self.INPUT, context)
        if source is None:
            raise InputError(Problem(msg("A value is needed."), self.INPUT))
        field = self.parameterAsString(parameters, self.SPECIES_FIELD, context)
        if field and field not in source.fields().names():
            raise InputError(
                Problem(
                    msg("The presences have no field “{field}”.", field=field),
                    source.sourceName() or self.INPUT,
                    msg("Choose the field that names the species."),
                )
            )
        single = source.sourceName() or "species"
        names: list[str] = []
        places: list[tuple[float, float]] = []
        for row in read_rows(source, feedback):
            name = row.text(field) if field else single
            found = [] if row.geometry is None else shapely.get_coordinates(row.geometry).tolist()
            for x, y in found or [(math.nan, math.nan)]:
                names.append(name)
                places.append((x, y))
        x, y = np.array(places, dtype=np.float64).reshape(-1, 2).T
        return Points(names, x, y, source.sourceCrs().toWkt())


_NUMBERS = {
    "AUC": N_("Held-out AUC, mean of the species"),
    "AUC_SD": N_("Standard deviation of the held-out AUC over folds, mean of the species"),
    "LOWEST_AUC": N_("Lowest held-out AUC of a species"),
    "TRAINING_AUC": N_("Training AUC, mean of the species"),
    "SPECIES": N_("Species modelled"),
    "FAILED": N_("Species that could not be modelled"),
    "BACKGROUND_PIXELS": N_("Pixels of the background"),
}


def _mean(values: list[float]) -> float | None:
    return float(np.mean(values)) if values else None

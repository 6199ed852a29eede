"""A declared model as a Processing algorithm: nothing here is written per model."""

from __future__ import annotations

import html
import math
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.declare.job import Band, Job, between
from redline_plugin.core.declare.model import Coefficient, Model, RasterInput, Reference
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.declare.table import default_path
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.grid import Grid
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm

GRID = "GRID"
OVERVIEWS = "OVERVIEWS"
VALID_PIXELS = "VALID_PIXELS"
CLAMPED_PIXELS = "CLAMPED_PIXELS"


class ModelAlgorithm(RedlineAlgorithm):
    """One assessment model in the toolbox."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self._model = model
        self.ID = model.id
        self.TITLE = model.title
        self.GROUP = model.group
        self.ABOUT = model.about
        self.TAGS = model.tags

    @property
    def model(self) -> Model:
        """The declaration."""
        return self._model

    def createInstance(self) -> ModelAlgorithm:
        return ModelAlgorithm(self._model)

    def shortHelpString(self) -> str:
        return help_html(self._model)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for item in self._model.inputs:
            raster = QgsProcessingParameterRasterLayer(item.name, input_title(item))
            raster.setHelp(input_help(item))
            self.addParameter(raster)
        for item in self._model.inputs:
            if item.table is not None:
                table = QgsProcessingParameterFile(
                    item.table.name,
                    tr("Table: {title}").format(title=tr(item.table.title)),
                    extension="csv",
                    optional=True,
                )
                table.setHelp(
                    tr("A copy of {path}, edited. Empty: that table itself.").format(
                        path=default_path(item.table)
                    )
                )
                self.add_advanced(table)
        for coefficient in self._model.coefficients:
            self.add_advanced(_number(coefficient))
        grid = QgsProcessingParameterRasterLayer(
            GRID, tr("Grid of the result (empty: that of the first input)"), optional=True
        )
        grid.setHelp(tr("Inputs on other grids are brought to it on the fly."))
        self.add_advanced(grid)
        self.add_run_parameters()
        self.add_advanced(
            QgsProcessingParameterBoolean(OVERVIEWS, tr("Build overviews"), defaultValue=False)
        )
        for output in self._model.outputs:
            self.addParameter(
                QgsProcessingParameterRasterDestination(
                    output.name,
                    f"{tr(output.title)} [{output.unit}]",
                    optional=output.optional,
                    createByDefault=not output.optional,
                )
            )
        self.addOutput(QgsProcessingOutputNumber(VALID_PIXELS, tr("Valid pixels")))
        self.addOutput(QgsProcessingOutputNumber(CLAMPED_PIXELS, tr("Pixels set to a limit")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        names = [item.name for item in self._model.inputs]
        paths = self.raster_paths(parameters, [*names, GRID], context)
        grid = paths.pop(GRID, None)
        tables = {}
        for item in self._model.inputs:
            if item.table is not None:
                file = self.parameterAsFile(parameters, item.table.name, context)
                if file:
                    tables[item.table.name] = Path(file)
        outputs = {}
        for output in self._model.outputs:
            path = self.output_raster(parameters, output.name, context)
            if path is not None:
                outputs[output.name] = path
        job = Job(
            self._model,
            {name: Band(path) for name, path in paths.items()},
            outputs,
            {
                c.name: self.parameterAsDouble(parameters, c.name, context)
                for c in self._model.coefficients
            },
            tables,
        )
        options = RunOptions(
            grid=Grid.of_file(grid) if grid else None,
            compression=self.compression(parameters, context, next(iter(outputs.values()), Path())),
            overviews=self.parameterAsBool(parameters, OVERVIEWS, context),
        )
        tally = run_jobs([job], feedback, options)[0]
        results: dict[str, Any] = {name: str(path) for name, path in outputs.items()}
        main = tally.outputs[next(iter(outputs))]
        results[VALID_PIXELS] = main.valid
        results[CLAMPED_PIXELS] = main.raised + main.lowered
        return results


def _number(coefficient: Coefficient) -> QgsProcessingParameterNumber:
    low, high = coefficient.valid
    number = QgsProcessingParameterNumber(
        coefficient.name,
        f"{tr(coefficient.title)} [{coefficient.unit}]",
        QgsProcessingParameterNumber.Type.Double,
        coefficient.default,
        minValue=-math.inf if low is None else low,
        maxValue=math.inf if high is None else high,
    )
    number.setHelp(reference_text(coefficient.reference))
    return number


def input_title(item: RasterInput) -> str:
    """Return an input's title with its unit."""
    return tr(item.title) + (f" [{item.unit}]" if item.unit else "")


def input_help(item: RasterInput) -> str:
    """Return an input's help: what it is and which values are valid."""
    parts = [tr(item.help)] if item.help else []
    if item.valid != (None, None):
        parts.append(
            tr("Valid: {range}; other values are left out and counted.").format(
                range=between(*item.valid).render(tr)
            )
        )
    return " ".join(parts)


def reference_text(reference: Reference) -> str:
    """Return where a fact comes from and how sure it is."""
    place = ", ".join(tr(part) for part in (reference.document, reference.section) if part)
    return tr("Source: {place} ({certainty}).").format(
        place=place, certainty=tr(reference.certainty.value)
    )


def help_html(model: Model) -> str:
    """Return the help of a model's algorithm, made from its declaration."""
    parts = [
        f"<p>{html.escape(tr(model.about))}</p>",
        f"<p><b>{html.escape(model.equation)}</b></p>",
        f"<p>{html.escape(reference_text(model.reference))}</p>",
        f"<h3>{html.escape(tr('Inputs'))}</h3><ul>",
    ]
    for item in model.inputs:
        parts.append(
            f"<li><b>{html.escape(input_title(item))}</b> {html.escape(input_help(item))}</li>"
        )
    parts.append("</ul>")
    if model.coefficients:
        parts.append(f"<h3>{html.escape(tr('Coefficients'))}</h3><ul>")
        for c in model.coefficients:
            parts.append(
                f"<li>{html.escape(tr(c.title))}: {c.default:g} {html.escape(c.unit)}. "
                f"{html.escape(reference_text(c.reference))}</li>"
            )
        parts.append("</ul>")
    if model.notes:
        notes = "".join(f"<li>{html.escape(tr(note))}</li>" for note in model.notes)
        parts.append(f"<h3>{html.escape(tr('Notes'))}</h3><ul>{notes}</ul>")
    return "".join(parts)

"""Steps and inputs as people see them: titles, units and help from the algorithms themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.i18n import tr
from redline_plugin.ui.layers import Kind
from redline_plugin.ui.steps import Step

_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@dataclass(frozen=True)
class InputView:
    """One input of a step.

    Attributes:
        parameter: of the algorithm.
        term: what goes there.
        title: with unit, in the user's language.
        help: a sentence more, or "".
        kind: what fits.
        needed: whether the step cannot run without it.
        one_of: whether it is one of several of which at least one is needed.
        several: whether the algorithm takes a list; one raster of many bands is one.
    """

    parameter: str
    term: str
    title: str
    help: str
    kind: Kind
    needed: bool
    one_of: bool
    several: bool = False

    @property
    def short_title(self) -> str:
        """The title without its unit."""
        return self.title.rpartition(" [")[0] or self.title


@dataclass(frozen=True)
class StepView:
    """One step.

    Attributes:
        step: its declaration.
        title: in the user's language.
        about: one sentence or more.
        help: HTML.
        inputs: in the order of the algorithm's dialog.
        asked: titles of what only the dialog can ask for.
    """

    step: Step
    title: str
    about: str
    help: str
    inputs: tuple[InputView, ...]
    asked: tuple[str, ...]


def _kind(definition: QgsProcessingParameterDefinition) -> Kind:
    if isinstance(
        definition, (QgsProcessingParameterRasterLayer, QgsProcessingParameterMultipleLayers)
    ):
        return Kind.RASTER
    if isinstance(definition, QgsProcessingParameterFile):
        folder = definition.behavior() == QgsProcessingParameterFile.Behavior.Folder
        return Kind.FOLDER if folder else Kind.FILE
    return Kind.POLYGON


def _input(step: Step, definition: QgsProcessingParameterDefinition) -> InputView:
    name = definition.name()
    return InputView(
        name,
        step.inputs[name],
        definition.description(),
        definition.help(),
        _kind(definition),
        not definition.flags() & _OPTIONAL,
        name in step.one_of,
        isinstance(definition, QgsProcessingParameterMultipleLayers),
    )


def _is_asked(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether the dialog needs a value that has no default."""
    optional = bool(definition.flags() & _OPTIONAL)
    return not (optional or definition.isDestination() or definition.defaultValue() is not None)


def algorithm_of(step: Step) -> QgsProcessingAlgorithm | None:
    """Return the step's algorithm, None when it is not registered."""
    return QgsApplication.processingRegistry().algorithmById(step.algorithm)


def view(step: Step) -> StepView | None:
    """Return how a step is shown, None when its algorithm is not registered."""
    algorithm = algorithm_of(step)
    if algorithm is None:
        return None
    definitions: list[Any] = algorithm.parameterDefinitions()
    title = algorithm.displayName()
    if step.title:
        title = tr(step.title).format(subject=tr(step.subject))
    return StepView(
        step,
        title,
        algorithm.shortDescription(),
        algorithm.shortHelpString(),
        tuple(_input(step, one) for one in definitions if one.name() in step.inputs),
        tuple(
            one.description()
            for one in definitions
            if one.name() not in step.inputs and _is_asked(one)
        ),
    )

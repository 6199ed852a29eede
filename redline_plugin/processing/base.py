"""The base of all algorithms: identity, help, checks of parameters, errors, cancel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProperty,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QLocale, QUrl
from qgis.PyQt.QtGui import QIcon

from redline_plugin.core.declare.model import GROUP_TITLES, Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.writer import AUTO, COMPRESSIONS, ZSTD
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.failures import sentence_of
from redline_plugin.processing.feedback import QgisFeedback

RESOURCES = Path(__file__).parents[1] / "resources"

COMPRESSION = "COMPRESSION"
_COMPRESSION_TITLES = (
    N_("Automatic: ZSTD for temporary results, deflate for others"),
    N_("Deflate: every program reads it"),
    N_("ZSTD: fast, for working rasters"),
    N_("None"),
)


def help_url(algorithm_id: str) -> str:
    """Return the place of an algorithm in the help that comes with the plugin, for offline use."""
    language = QLocale(QgsApplication.locale()).name().split("_")[0]
    page = RESOURCES / "help" / f"{language}.html"
    if not page.is_file():
        page = RESOURCES / "help" / "en.html"
    url = QUrl.fromLocalFile(str(page))
    url.setFragment(algorithm_id)
    return str(url.toString())


def _is_given(value: Any) -> bool:
    """Tell whether a parameter has a value; qgis_process makes QGIS's NULL of an empty one."""
    return value is not None and value not in ("", NULL)


def load_instead(context: QgsProcessingContext, asked: str, made: str) -> None:
    """Have QGIS load what was made when it was to load the destination that was asked for."""
    layers = context.layersToLoadOnCompletion()
    if asked in layers and asked != made:
        layers[made] = layers.pop(asked)
        context.setLayersToLoadOnCompletion(layers)


def files_of_text(text: str) -> list[str]:
    """Cut a list of files that is written as one text, with semicolons between them.

    A file's own name may hold semicolons: pieces are put together again where only that makes up
    the name of a file that is there.
    """
    pieces = text.split(";")
    found: list[str] = []
    start = 0
    while start < len(pieces):
        stop = next(
            (
                stop
                for stop in range(start + 1, len(pieces) + 1)
                if Path(";".join(pieces[start:stop])).is_file()
            ),
            start + 1,
        )
        found.append(";".join(pieces[start:stop]))
        start = stop
    return found


def _is_raster(definition: QgsProcessingParameterDefinition) -> bool:
    return isinstance(definition, QgsProcessingParameterRasterLayer) or (
        isinstance(definition, QgsProcessingParameterMultipleLayers)
        and definition.layerType() == QgsProcessing.SourceType.TypeRaster
    )


class RedlineAlgorithm(QgsProcessingAlgorithm):
    """What all Redline algorithms share; subclasses fill the class attributes and ``compute``."""

    ID = ""
    TITLE = ""
    GROUP = Group.FUNCTION
    ABOUT = ""
    TAGS: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._output_places: dict[str, str] = {}

    def createInstance(self) -> RedlineAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:
        return tr(self.TITLE)

    def group(self) -> str:
        return tr(GROUP_TITLES[self.GROUP])

    def groupId(self) -> str:
        return self.GROUP.value

    def tags(self) -> list[str]:
        return ["redline", "生态保护红线", *(tr(tag) for tag in self.TAGS)]

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / f"{self.GROUP.value}.svg")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def shortDescription(self) -> str:
        return tr(self.ABOUT)

    def shortHelpString(self) -> str:
        return f"<p>{tr(self.ABOUT)}</p>"

    def helpUrl(self) -> str:
        return help_url(self.ID)

    def parameterAsOutputLayer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str:
        """Return where an output goes: in one run always the same place.

        QGIS makes up another temporary name each time it is asked, and would load them all. A
        vector layer in memory is a temporary file, too: GDAL writes our layers.
        """
        if name not in self._output_places:
            place = super().parameterAsOutputLayer(parameters, name, context)
            if place.startswith("memory:"):
                file = QgsProcessingUtils.generateTempFilename(f"{name}.gpkg")
                load_instead(context, place, file)
                place = file
            self._output_places[name] = place
        return self._output_places[name]

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        """Do the work and return the results by output name."""
        raise QgsProcessingException(f"{self.ID} has no work to do")

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Run ``compute``; the one place where errors become QGIS's.

        A cancelled run is one of them: who calls it must not take it for done.
        """
        self._output_places.clear()
        try:
            return self.compute(parameters, context, QgisFeedback(feedback))
        except Exception as error:
            problem = sentence_of(error, feedback)
        # QGIS never lets go of this one and of what its traceback and its cause hold: raised there,
        # it would keep all arrays in memory and all files open.
        raise QgsProcessingException(problem)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Check every parameter's kind at once, in words.

        Rasters are only checked for being given: QGIS's own check would load each as a layer, which
        samples it and leaves an .aux.xml beside the user's file. The core looks into the files.
        """
        problems = []
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name(), definition.defaultValue())
            if _is_raster(definition) and value not in (None, ""):
                continue
            if definition.isDestination() or definition.checkValueIsAcceptable(value, context):
                continue
            problems.append(self._value_problem(definition, value).render(tr))
        if problems:
            return False, "\n".join(problems)
        return True, ""

    @staticmethod
    def _value_problem(definition: QgsProcessingParameterDefinition, value: Any) -> Problem:
        what = f"{definition.description()} ({definition.name()})"
        if value is None or value == "":
            return Problem(msg("A value is needed."), what)
        if isinstance(definition, QgsProcessingParameterNumber):
            return Problem(
                msg(
                    "“{value}” is not a number from {low:g} to {high:g}.",
                    value=value,
                    low=definition.minimum(),
                    high=definition.maximum(),
                ),
                what,
            )
        return Problem(msg("“{value}” does not fit here.", value=value), what)

    def add_run_parameters(self) -> None:
        """Add the advanced parameters that decide how outputs are stored."""
        compression = QgsProcessingParameterEnum(
            COMPRESSION,
            tr("Compression of outputs"),
            [tr(title) for title in _COMPRESSION_TITLES],
            defaultValue=0,
        )
        self.add_advanced(compression)

    def add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        """Add a parameter that stands under "Advanced"."""
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def compression(
        self, parameters: dict[str, Any], context: QgsProcessingContext, path: Path
    ) -> str:
        """Return the codec for an output."""
        chosen = COMPRESSIONS[self.parameterAsEnum(parameters, COMPRESSION, context)]
        if chosen == AUTO and Path(QgsProcessingUtils.tempFolder()) in Path(path).parents:
            return ZSTD
        return chosen

    def raster_path(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str | None:
        """Return the file behind a raster parameter, None when it is not given.

        Raises:
            InputError: the layer cannot be opened, or is not a file that GDAL reads.
        """
        value = parameters.get(name)
        if not _is_given(value):
            return None
        where = f"{self.parameterDefinition(name).description()} ({name})"
        return self._file_of(value, where, context)

    @staticmethod
    def _file_of(value: Any, where: str, context: QgsProcessingContext) -> str:
        if isinstance(value, QgsProperty):
            value = value.staticValue()
        if isinstance(value, QgsRasterLayer):
            layer = value
        else:
            layer = QgsProcessingUtils.mapLayerFromString(
                str(value), context, allowLoadingNewLayers=False
            )
            if layer is None:
                # A path: the core looks into it, and says what is wrong with it.
                return str(value)
        if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
            raise InputError(
                Problem(
                    msg("“{value}” cannot be opened as a raster.", value=value),
                    where,
                    msg("Check the path; is the file complete?"),
                )
            )
        if layer.providerType() != "gdal":
            raise InputError(
                Problem(
                    msg(
                        "The layer “{layer}” comes from a service ({kind}), not from a file.",
                        layer=layer.name(),
                        kind=layer.providerType(),
                    ),
                    where,
                    msg("Export it to a GeoTIFF first."),
                )
            )
        return str(layer.source())

    def raster_paths(
        self, parameters: dict[str, Any], names: list[str], context: QgsProcessingContext
    ) -> dict[str, str]:
        """Return the files behind raster parameters that are given, with all problems at once."""
        found: dict[str, str] = {}
        problems: list[Problem] = []
        for name in names:
            try:
                path = self.raster_path(parameters, name, context)
            except InputError as error:
                problems.extend(error.problems)
                continue
            if path is not None:
                found[name] = path
        if problems:
            raise InputError(problems)
        return found

    def raster_list(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> list[str]:
        """Return the files behind a parameter of several rasters, in the order given.

        Raises:
            InputError: all layers that cannot be opened, or are not files that GDAL reads.
        """
        value = parameters.get(name)
        if not _is_given(value):
            return []
        # One string may name several, as qgis_process and models write lists.
        values = value if isinstance(value, (list, tuple)) else files_of_text(str(value))
        names = {f"{name} {number}": item for number, item in enumerate(values, start=1) if item}
        found: list[str] = []
        problems: list[Problem] = []
        for label, item in names.items():
            try:
                found.append(self._file_of(item, label, context))
            except InputError as error:
                problems.extend(error.problems)
        if problems:
            raise InputError(problems)
        return found

    def output_raster(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> Path | None:
        """Return the path of a raster output, None when it is not asked for.

        Raises:
            InputError: the name is not one of a GeoTIFF.
        """
        text = self.parameterAsOutputLayer(parameters, name, context)
        if not text:
            return None
        path = Path(text)
        if path.suffix.lower() not in (".tif", ".tiff"):
            raise InputError(
                Problem(
                    msg("Outputs are GeoTIFF; the name must end with .tif."),
                    str(path),
                )
            )
        return path

"""Vector parameters of the boundary's algorithms, read into the plane of the red line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
)

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import Message, msg

if TYPE_CHECKING:
    from redline_plugin.core.boundary.planar import Planar
    from redline_plugin.processing.vectors import Row


@dataclass(frozen=True)
class PlanarLayer:
    """A layer in the plane.

    Attributes:
        title: what the user calls it.
        crs: of the coordinates, WKT.
        rows: the features as they were read, with the layer's own coordinates.
        planar: their parts in the plane; owners are indices into ``rows``.
        fields: names of the fields, in order.
    """

    title: str
    crs: str
    rows: Sequence[Row]
    planar: Planar
    fields: tuple[str, ...]


def wkt_of(source: QgsProcessingFeatureSource) -> str:
    """Return a layer's CRS as WKT 2, which GDAL takes for what it is."""
    variant = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
    return str(source.sourceCrs().toWkt(variant))


def source_of(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> QgsProcessingFeatureSource | None:
    """Return the source of a vector parameter; None when an optional one is not given.

    Raises:
        InputError: it cannot be opened, or has no CRS.
    """
    if parameters.get(name) in (None, ""):
        return None
    title = algorithm.parameterDefinition(name).description()
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InputError(
            Problem(
                msg("“{value}” cannot be opened as a vector layer.", value=parameters[name]),
                title,
                msg("Check the path and the layer's name."),
            )
        )
    if not source.sourceCrs().isValid():
        raise InputError(
            Problem(
                msg("The layer has no coordinate reference system."),
                source.sourceName() or title,
                msg("Assign its CRS, then try again."),
            )
        )
    return source


def read_plane(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: Feedback,
    layer: Message,
) -> PlanarLayer:
    """Read the polygon layer that gives the plane: its CRS must be projected, in metres.

    Raises:
        InputError: it has no usable polygon, or its CRS does not serve.
    """
    from redline_plugin.core.boundary.planar import planar_problems

    source = source_of(algorithm, parameters, name, context)
    if source is None:
        raise InputError(
            Problem(msg("A layer is needed."), algorithm.parameterDefinition(name).description())
        )
    extent = source.sourceExtent()
    problems = planar_problems(
        wkt_of(source),
        source.sourceName() or name,
        (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
    )
    if problems:
        raise InputError(problems)
    found = _read(source, wkt_of(source), feedback, layer, lines=False)
    if len(found.planar.shapes) == 0:
        raise InputError(
            [
                Problem(msg("The layer has no polygon that can be used."), found.title),
                *found.planar.warnings,
            ]
        )
    return found


def read_layer(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: Feedback,
    layer: Message,
    crs: str,
    *,
    lines: bool = False,
) -> PlanarLayer | None:
    """Read a layer into the plane of ``crs``; None when an optional one is not given.

    Raises:
        InputError: it cannot be opened or has no CRS.
    """
    source = source_of(algorithm, parameters, name, context)
    return None if source is None else _read(source, crs, feedback, layer, lines=lines)


def _read(
    source: QgsProcessingFeatureSource,
    crs: str,
    feedback: Feedback,
    layer: Message,
    *,
    lines: bool,
) -> PlanarLayer:
    from redline_plugin.core.boundary.planar import planar
    from redline_plugin.processing.vectors import read_rows

    rows = list(read_rows(source, feedback))
    found = planar(
        [row.geometry for row in rows],
        [row.fid for row in rows],
        wkt_of(source),
        crs,
        layer,
        lines=lines,
    )
    for warning in found.warnings:
        feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
    return PlanarLayer(source.sourceName(), crs, rows, found, tuple(source.fields().names()))

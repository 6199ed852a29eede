"""Fields of a layer as parameters: their defaults may be missing, what the user names may not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterField

from redline_plugin.core.errors import Problem
from redline_plugin.core.text import msg
from redline_plugin.processing.base import RedlineAlgorithm

BLOCK_CODE, BLOCK_NAME, COUNTY_CODE = "block_code", "block_name", "county"
"""Fields of blocks as delineation makes them: the defaults."""
_ELSE = {BLOCK_CODE: "block", BLOCK_NAME: "name", COUNTY_CODE: "county_code"}
"""What is taken where the layer lacks a default."""


def add_field(
    algorithm: RedlineAlgorithm, name: str, title: str, parent: str, default: str
) -> None:
    """Add the parameter of a field of the layer ``parent``."""
    algorithm.addParameter(
        QgsProcessingParameterField(
            name, title, default, parentLayerParameterName=parent, optional=True
        )
    )


def field_of(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    layer: str,
    fields: Sequence[str],
    problems: list[Problem],
) -> str:
    """Return the field of a parameter; "" for a default one that the layer does not have.

    For blocks, a plainer name (block, name, county_code) is taken where the default is missing.

    Args:
        algorithm, parameters, name, context: the parameter.
        layer: title of the layer; fields: that it has.
        problems: gets one when the user named a field that is not there.
    """
    field = str(algorithm.parameterAsString(parameters, name, context))
    if field in fields:
        return field
    definition = algorithm.parameterDefinition(name)
    if field == definition.defaultValue() and _ELSE.get(field) in fields:
        return _ELSE[field]
    if field and field != definition.defaultValue():
        problems.append(
            Problem(
                msg(
                    "It has no field {field}; it has {fields}.",
                    field=field,
                    fields=", ".join(fields) or "–",
                ),
                msg("{layer}, {parameter}", layer=layer, parameter=definition.description()),
            )
        )
    return ""


def known_field(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: Sequence[str],
) -> str:
    """Return what :func:`field_of` returned for a layer that has been read: it has no problem."""
    return field_of(algorithm, parameters, name, context, "", fields, [])

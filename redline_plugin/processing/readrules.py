"""Reading what the rules' parameters of ``redline:delineate`` say."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.standard.exceptionrules import (
    DECISIONS,
    KINDS,
    KINDS_FILE,
    LINEAR,
    POLICIES,
    POLICIES_FILE,
    load_land_use,
    load_policy,
)
from redline_plugin.core.standard.loader import load_profile
from redline_plugin.core.standard.overlayrules import (
    CLASSES_FILE,
    LEVELS_FILE,
    PROTECTED_FILE,
    load_classes,
    load_protected,
    tables_used,
)
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.delineaterules import (
    BRIDGE,
    CORRIDOR,
    DELIMITER,
    DISPUTED_LAYERS,
    ENTERING,
    LAND_USE,
    LAND_USE_CODE,
    LINEAR_WIDTH,
    LINEAR_WIDTH_FIELD,
    MANUAL,
    MANUAL_NAME,
    MIN_EXCEPTION,
    NATURAL_UNIT_NAME,
    NATURAL_UNITS,
    PATCH_CODE,
    POLICY,
    PROTECTED_RULES,
    TABLES,
    UNKNOWN_PROTECTED,
    WITHOUT_UNIT,
    decision_parameter,
)

_ALL_CLASSES = {1: (3,), 2: (2, 3)}
Source = Callable[[dict[str, Any], str, QgsProcessingContext], Any]


@dataclass(frozen=True)
class Rules:
    """What the parameters say: for ``delineate``, and for its provenance."""

    options: dict[str, Any]
    more: Any
    naming: Any
    record: dict[str, Any]


def read_rules(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    source: Source,
    protected_fields: tuple[str, str, list[str] | None],
    feedback: Feedback,
) -> Rules:
    """Read the parameters of this module.

    Args:
        algorithm, parameters, context: as in ``compute``.
        source: opens a layer parameter, None when it is not given.
        protected_fields: fields of kind and level, and the fields of the layer (None without one).
        feedback: asked whether to stop.

    Raises:
        InputError: tables or layers are wrong.
    """
    from redline_plugin.core.delineate.preflight import More

    text = algorithm.parameterAsFile(parameters, TABLES, context)
    folder = Path(text) if text else None
    if folder is not None and not folder.is_dir():
        raise InputError(Problem(msg("There is no such folder."), str(folder)))
    options: dict[str, Any] = {
        "classes": load_classes(folder),
        "corridor_m": algorithm.parameterAsDouble(parameters, CORRIDOR, context),
        "bridge_m": algorithm.parameterAsDouble(parameters, BRIDGE, context),
        "min_exception_m2": algorithm.parameterAsDouble(parameters, MIN_EXCEPTION, context),
        "unknown_enters": algorithm.parameterAsEnum(parameters, UNKNOWN_PROTECTED, context) == 0,
    }
    tables = [CLASSES_FILE]
    fixed = _ALL_CLASSES.get(algorithm.parameterAsEnum(parameters, ENTERING, context))
    if fixed is not None:
        options["classes"] = dict.fromkeys(options["classes"], fixed)
        tables = []
    kind, level, names = protected_fields
    if algorithm.parameterAsEnum(parameters, PROTECTED_RULES, context) == 1 and names is not None:
        options["protected_rules"] = load_protected(folder)
        options["look_at_level"] = _look_at_level(kind, level, names, feedback)
        tables += [PROTECTED_FILE, LEVELS_FILE]
    disputed = _disputed(algorithm, parameters, context, source, folder, feedback)
    if disputed:
        policy = list(POLICIES)[algorithm.parameterAsEnum(parameters, POLICY, context)]
        options["exceptions"] = _decisions(algorithm, parameters, context, policy, folder)
        tables += [KINDS_FILE, POLICIES_FILE]
    manual, manual_crs = _manual(algorithm, parameters, context, source, feedback)
    naming = _naming(algorithm, parameters, context, source, feedback)
    record = {
        "classes": {reason: list(classes) for reason, classes in options["classes"].items()},
        "corridor_m": options["corridor_m"],
        "bridge_m": options["bridge_m"],
        "protected_rules": "protected_rules" in options,
        "unknown_protected_enter": options["unknown_enters"],
        "exceptions": options.get("exceptions", {}),
        "min_exception_m2": options["min_exception_m2"],
        "code_delimiter": naming.delimiter,
        "patch_code": naming.patch_code,
        "without_unit": naming.without_unit,
        "tables": tables_used(folder, tables),
    }
    return Rules(options, More(manual, manual_crs, disputed), naming, record)


def _look_at_level(kind: str, level: str, names: list[str], feedback: Feedback) -> bool:
    if kind not in names:
        raise InputError(
            Problem(
                msg("The protected areas have no field “{field}” for their kind.", field=kind),
                "PROTECTED_KIND",
                msg("Choose the field that holds it, or take all of the layer in."),
            )
        )
    if level in names:
        return True
    feedback.warn(msg("The protected areas have no field of levels; levels are not looked at."))
    return False


def _decisions(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    policy: str,
    folder: Path | None,
) -> dict[str, str]:
    decisions = load_policy(policy, folder)
    for kind in KINDS:
        chosen = algorithm.parameterAsEnum(parameters, decision_parameter(kind), context)
        if chosen > 0:
            decisions[kind] = DECISIONS[chosen - 1]
    return decisions


def _disputed(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    source: Source,
    folder: Path | None,
    feedback: Feedback,
) -> list[tuple[list[Any], str]]:
    from redline_plugin.core.delineate.inputs import DisputedLand
    from redline_plugin.processing.vectors import read_rows

    found = []
    width = algorithm.parameterAsDouble(parameters, LINEAR_WIDTH, context)
    width_field = algorithm.parameterAsString(parameters, LINEAR_WIDTH_FIELD, context)
    for kind, name in DISPUTED_LAYERS.items():
        layer = source(parameters, name, context)
        if layer is None:
            continue
        land = [
            DisputedLand(
                row.geometry,
                kind,
                tr(KINDS[kind]),
                row.fid,
                _number(row.text(width_field), width) if kind == LINEAR else 0.0,
            )
            for row in read_rows(layer, feedback)
        ]
        found.append((land, layer.sourceCrs().toWkt()))
    layer = source(parameters, LAND_USE, context)
    if layer is not None:
        code = algorithm.parameterAsString(parameters, LAND_USE_CODE, context)
        if code not in layer.fields().names():
            raise InputError(
                Problem(
                    msg("The land-use parcels have no field “{field}” for their code.", field=code),
                    LAND_USE,
                    msg("Choose the field that holds it."),
                )
            )
        codes = load_land_use(folder)
        land = [
            DisputedLand(row.geometry, kind, row.text(code), row.fid)
            for row in read_rows(layer, feedback)
            for kind in (codes.kind_of(row.text(code)),)
            if kind
        ]
        found.append((land, layer.sourceCrs().toWkt()))
    return found


def _number(text: str, otherwise: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return otherwise
    return value if math.isfinite(value) and value > 0.0 else otherwise


def _manual(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    source: Source,
    feedback: Feedback,
) -> tuple[list[Any], str]:
    from redline_plugin.core.delineate.inputs import ProtectedArea
    from redline_plugin.processing.vectors import read_rows

    layer = source(parameters, MANUAL, context)
    if layer is None:
        return [], ""
    name = algorithm.parameterAsString(parameters, MANUAL_NAME, context)
    rows = read_rows(layer, feedback)
    areas = [ProtectedArea(row.geometry, row.text(name), "", row.fid) for row in rows]
    return areas, layer.sourceCrs().toWkt()


def _naming(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    source: Source,
    feedback: Feedback,
) -> Any:
    from redline_plugin.core.delineate.inputs import NaturalUnit
    from redline_plugin.core.delineate.naming import BY_COUNTY, NOTHING, Naming
    from redline_plugin.processing.vectors import read_rows

    layer = source(parameters, NATURAL_UNITS, context)
    units, crs = [], ""
    if layer is not None:
        name = algorithm.parameterAsString(parameters, NATURAL_UNIT_NAME, context)
        if name not in layer.fields().names():
            raise InputError(
                Problem(
                    msg("The natural units have no field “{field}” for their name.", field=name),
                    NATURAL_UNITS,
                    msg("Choose the field that holds it."),
                )
            )
        rows = read_rows(layer, feedback)
        units = [NaturalUnit(row.geometry, row.text(name), row.fid) for row in rows]
        crs = layer.sourceCrs().toWkt()
    without = (BY_COUNTY, NOTHING)[algorithm.parameterAsEnum(parameters, WITHOUT_UNIT, context)]
    return Naming(
        load_profile(),
        units,
        crs,
        without,
        algorithm.parameterAsString(parameters, DELIMITER, context),
        algorithm.parameterAsString(parameters, PATCH_CODE, context),
    )

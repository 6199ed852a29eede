"""Parameters of ``redline:delineate`` for its rules: what enters, disputed land, names and codes."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from redline_plugin.core.standard.exceptionrules import (
    CONSTRUCTION,
    FARMLAND,
    KINDS,
    LINEAR,
    PLANTATION,
    POLICIES,
    WIND_SOLAR,
)
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm

TABLES = "TABLES"
ENTERING = "ENTERING_CLASSES"
PROTECTED_RULES = "PROTECTED_RULES"
UNKNOWN_PROTECTED = "UNKNOWN_PROTECTED"
MANUAL, MANUAL_NAME = "MANUAL", "MANUAL_NAME"
DISPUTED_LAYERS = {
    FARMLAND: "FARMLAND",
    PLANTATION: "PLANTATIONS",
    CONSTRUCTION: "CONSTRUCTION_LAND",
    LINEAR: "LINEAR_WORKS",
    WIND_SOLAR: "WIND_SOLAR",
}
"""Parameter of the layer of each kind of disputed land."""
LINEAR_WIDTH, LINEAR_WIDTH_FIELD = "LINEAR_WIDTH", "LINEAR_WIDTH_FIELD"
LAND_USE, LAND_USE_CODE = "LAND_USE", "LAND_USE_CODE"
POLICY = "EXCEPTION_POLICY"
MIN_EXCEPTION = "MIN_EXCEPTION"
CORRIDOR, BRIDGE = "MIN_CORRIDOR", "BRIDGE"
NATURAL_UNITS, NATURAL_UNIT_NAME = "NATURAL_UNITS", "NATURAL_UNIT_NAME"
WITHOUT_UNIT = "WITHOUT_UNIT"
DELIMITER, PATCH_CODE = "CODE_DELIMITER", "PATCH_CODE"

LAYERS = (MANUAL, *DISPUTED_LAYERS.values(), LAND_USE, NATURAL_UNITS)


def decision_parameter(kind: str) -> str:
    """Return the parameter that decides about a kind, whatever the policy says."""
    return f"{DISPUTED_LAYERS[kind]}_DECISION"


def add_entering(algorithm: RedlineAlgorithm) -> None:
    """Add what enters, for classes and protected areas."""
    rules = QgsProcessingParameterEnum(
        PROTECTED_RULES,
        tr("Protected areas enter"),
        [tr("all of the layer"), tr("by the tables of kinds, zones and levels")],
        defaultValue=0,
    )
    rules.setHelp(
        tr(
            "The tables hold the kinds, zones and levels of section 7.2 of the Guide (recalled); "
            "“Copy tables and coefficients” writes them for editing."
        )
    )
    algorithm.addParameter(rules)
    unknown = QgsProcessingParameterEnum(
        UNKNOWN_PROTECTED,
        tr("Protected areas that no rule knows"),
        [tr("are taken in"), tr("stay out")],
        defaultValue=0,
    )
    unknown.setHelp(tr("They are listed with their number and area either way."))
    algorithm.add_advanced(unknown)
    entering = QgsProcessingParameterEnum(
        ENTERING,
        tr("Classes that enter"),
        [tr("by the table (3 of each, as it comes)"), tr("3 of all rasters"), tr("2 and 3 of all")],
        defaultValue=0,
    )
    algorithm.add_advanced(entering)
    tables = QgsProcessingParameterFile(
        TABLES,
        tr("Folder with one's own rule tables"),
        QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    tables.setHelp(
        tr(
            "Tables of the names overlay_classes.csv, overlay_protected.csv, overlay_levels.csv, "
            "exception_kinds.csv and exception_policies.csv are taken from there."
        )
    )
    algorithm.add_advanced(tables)


def add_disputed(algorithm: RedlineAlgorithm) -> None:
    """Add land added by decision, and disputed land with its policy."""
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    _add_layer(algorithm, MANUAL, tr("Land added by decision"), polygons)
    _add_field(algorithm, MANUAL_NAME, tr("Field: name of the decision"), MANUAL, "MC")
    for kind, name in DISPUTED_LAYERS.items():
        any_kind = QgsProcessing.SourceType.TypeVectorAnyGeometry
        _add_layer(algorithm, name, tr(KINDS[kind]), any_kind if kind == LINEAR else polygons)
    width = _length(LINEAR_WIDTH, tr("Width of linear works drawn as lines [m]"))
    width.setHelp(tr("To both sides together; used where the field below has no value."))
    algorithm.addParameter(width)
    _add_field(
        algorithm, LINEAR_WIDTH_FIELD, tr("Field: width [m]"), DISPUTED_LAYERS[LINEAR], "width_m"
    )
    _add_layer(algorithm, LAND_USE, tr("Land-use parcels"), polygons)
    _add_field(algorithm, LAND_USE_CODE, tr("Field: land-use code"), LAND_USE, "DLBM")
    policy = QgsProcessingParameterEnum(
        POLICY,
        tr("Policy for disputed land"),
        [tr(title) for title in POLICIES.values()],
        defaultValue=0,
    )
    policy.setHelp(
        tr(
            "Sources conflict: the Guide of 2017 takes farmland and construction land out at the "
            "edges, a draft measure takes it in and manages it, practice decided case by case. "
            "Nothing is ever taken out of a protected area."
        )
    )
    algorithm.addParameter(policy)
    for kind, title in KINDS.items():
        algorithm.add_advanced(
            QgsProcessingParameterEnum(
                decision_parameter(kind),
                tr("Decision for: {kind}").format(kind=tr(title)),
                [
                    tr("as the policy says"),
                    tr("keep"),
                    tr("keep and flag"),
                    tr("leave out at the edge"),
                    tr("leave out"),
                ],
                defaultValue=0,
            )
        )
    smallest = _length(MIN_EXCEPTION, tr("Smallest disputed land left out of a block [m2]"), 400.0)
    smallest.setHelp(tr("What is smaller is flagged only. Redline's own rule, in no norm."))
    algorithm.add_advanced(smallest)


def add_patch_rules(algorithm: RedlineAlgorithm) -> None:
    """Add corridors' width and the bridging distance."""
    corridor = _length(CORRIDOR, tr("Parts of patches narrower than this go out [m]"))
    corridor.setHelp(
        tr(
            "Takes whiskers 龙须状 away: a pixel stays where a square or disc of this width fits. "
            "Protected land stays. No public text gives a number; 0 keeps all."
        )
    )
    algorithm.addParameter(corridor)
    bridge = _length(BRIDGE, tr("Patches as near as this are joined [m]"))
    bridge.setHelp(
        tr(
            "Measured along rows and columns. Only gaps between two patches are bridged, not bays of "
            "one. No public text gives a number; 0 joins none."
        )
    )
    algorithm.addParameter(bridge)


def add_naming(algorithm: RedlineAlgorithm) -> None:
    """Add names and codes."""
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    _add_layer(algorithm, NATURAL_UNITS, tr("Natural units, for names"), polygons)
    _add_field(algorithm, NATURAL_UNIT_NAME, tr("Field: natural unit"), NATURAL_UNITS, "MC")
    algorithm.add_advanced(
        QgsProcessingParameterEnum(
            WITHOUT_UNIT,
            tr("Names of blocks in no natural unit begin with"),
            [tr("the county's name"), tr("the function")],
            defaultValue=0,
        )
    )
    delimiter = QgsProcessingParameterString(
        DELIMITER, tr("Sign between the parts of the block code"), "", optional=True
    )
    delimiter.setHelp(tr("County, type, serial (6 + 2 + 4). Public texts do not tell the sign."))
    algorithm.add_advanced(delimiter)
    pattern = QgsProcessingParameterString(
        PATCH_CODE, tr("Pattern of patch codes"), "", optional=True
    )
    pattern.setHelp(
        tr(
            "Fields: county, type, serial, number, block_code, patch, in braces. Public texts do not "
            "tell the national pattern; empty gives no patch codes."
        )
    )
    algorithm.add_advanced(pattern)


def _add_layer(algorithm: RedlineAlgorithm, name: str, title: str, kind: Any) -> None:
    algorithm.addParameter(QgsProcessingParameterFeatureSource(name, title, [kind], optional=True))


def _add_field(
    algorithm: RedlineAlgorithm, name: str, title: str, parent: str, default: str
) -> None:
    algorithm.addParameter(
        QgsProcessingParameterField(
            name, title, default, parentLayerParameterName=parent, optional=True
        )
    )


def _length(name: str, title: str, default: float = 0.0) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(
        name, title, QgsProcessingParameterNumber.Type.Double, default, minValue=0.0
    )

"""What differs between QGIS 3.22 and 4, in one place."""

from __future__ import annotations

from typing import Any

from qgis.core import NULL, Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

_META_TYPES_SINCE = 33800

TEXT = "QString"
WHOLE = "Int"
NUMBER = "Double"


def is_null(value: Any) -> bool:
    """Return whether an attribute is NULL: Qt 5 has a null QVariant for it, Qt 6 None."""
    return value is None or value == NULL


def make_field(name: str, kind: str, comment: str = "") -> QgsField:
    """Return a field of a kind: TEXT, WHOLE or NUMBER.

    QGIS takes the types of QMetaType since 3.38 and those of QVariant before.
    """
    if Qgis.QGIS_VERSION_INT >= _META_TYPES_SINCE:
        found = QgsField(name, getattr(QMetaType.Type, kind))
    else:
        found = QgsField(name, getattr(QVariant, {TEXT: "String"}.get(kind, kind)))
    found.setComment(comment)
    return found

"""What differs between QGIS 3.22 and 4, in one place."""

from __future__ import annotations

from typing import Any

from qgis.core import NULL

TEXT = "QString"
WHOLE = "Int"
NUMBER = "Double"


def is_null(value: Any) -> bool:
    """Return whether an attribute is NULL: Qt 5 has a null QVariant for it, Qt 6 None."""
    return value is None or value == NULL

"""Icons by meaning; colours are the theme's own."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from redline_plugin.processing.base import RESOURCES
from redline_plugin.ui.board import InputState, Stand

_STANDS = {
    Stand.MISSING: "/mIconWarning.svg",
    Stand.READY: "/mActionStart.svg",
    Stand.DONE: "/mIconSuccess.svg",
    Stand.FAILED: "/mIconCritical.svg",
}


def plugin_icon() -> QIcon:
    """Return Redline's own icon."""
    return QIcon(str(RESOURCES / "icons" / "redline.svg"))


def demo_icon() -> QIcon:
    """Return the icon of the demo county."""
    return QIcon(str(RESOURCES / "icons" / "demo.svg"))


def stand_icon(stand: Stand) -> QIcon:
    """Return the icon of a step's state."""
    return QgsApplication.getThemeIcon(_STANDS[stand])


def input_icon(state: InputState) -> QIcon:
    """Return the icon of an input's state; empty for an optional one that is not given."""
    if state.given is not None:
        return QgsApplication.getThemeIcon("/mIconSuccess.svg")
    return QgsApplication.getThemeIcon("/mIconWarning.svg") if state.missing else QIcon()

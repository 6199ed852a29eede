"""Redline: ecological protection red lines 生态保护红线 in QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redline_plugin.plugin import RedlinePlugin


def classFactory(iface: object) -> RedlinePlugin:
    """Return the plugin; QGIS calls this, with None for ``iface`` when there is no desktop."""
    from redline_plugin.plugin import RedlinePlugin

    return RedlinePlugin(iface)

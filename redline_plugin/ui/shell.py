"""Everything that Redline puts into QGIS's window, and how it is taken out again."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction

from redline_plugin.i18n import tr
from redline_plugin.ui.dock import RedlineDock
from redline_plugin.ui.look import plugin_icon

ACTION_NAME = "RedlineToggleDock"


class Shell:
    """The dock, with its entry in the Plugins menu and its button in the toolbar."""

    def __init__(self, iface: Any) -> None:
        """Put everything in; ``iface`` is QGIS's interface."""
        self._iface = iface
        window = iface.mainWindow()
        self._menu = tr("Redline 生态保护红线")
        self.dock = RedlineDock(window, iface.messageBar())
        self.action = QAction(plugin_icon(), tr("Red line, step by step"), window)
        self.action.setObjectName(ACTION_NAME)
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Shows the steps from rasters to a checked package"))
        # Before the dock is added: its visibility, also as restored by QGIS, checks the action.
        self.dock.setToggleVisibilityAction(self.action)
        iface.addPluginToMenu(self._menu, self.action)
        iface.addToolBarIcon(self.action)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)

    def close(self) -> None:
        """Take everything out."""
        self.dock.close_down()
        self._iface.removeToolBarIcon(self.action)
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.action.deleteLater()

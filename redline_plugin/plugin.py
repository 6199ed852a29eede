"""Registers what Redline brings to QGIS and takes all of it back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from redline_plugin.i18n import install_translator
from redline_plugin.processing.provider import RedlineProvider, register

if TYPE_CHECKING:
    from redline_plugin.ui.boundary import Boundary
    from redline_plugin.ui.markers import Markers
    from redline_plugin.ui.shell import Shell
    from redline_plugin.ui.whyhere import WhyHere


class RedlinePlugin:
    """The plugin object that QGIS holds."""

    def __init__(self, iface: Any) -> None:
        """Take QGIS's interface; it is None under ``qgis_process``."""
        self._iface = iface
        self._provider: RedlineProvider | None = None
        self._shell: Shell | None = None
        self._whyhere: WhyHere | None = None
        self._boundary: Boundary | None = None
        self._markers: Markers | None = None
        self._translator = install_translator()

    def initProcessing(self) -> None:
        """Register the algorithms; all that ``qgis_process`` asks for."""
        if self._provider is None:
            self._provider = register()

    def initGui(self) -> None:
        """Register algorithms, menu and docks."""
        self.initProcessing()
        if self._iface is not None:
            # Widgets are imported only where there is a desktop.
            from redline_plugin.ui.boundary import Boundary
            from redline_plugin.ui.markers import Markers
            from redline_plugin.ui.shell import Shell
            from redline_plugin.ui.whyhere import WhyHere

            self._shell = Shell(self._iface)
            self._whyhere = WhyHere(self._iface)
            self._boundary = Boundary(self._iface)
            self._markers = Markers(self._iface)

    def unload(self) -> None:
        """Take everything back."""
        if self._markers is not None:
            self._markers.close()
            self._markers = None
        if self._boundary is not None:
            self._boundary.close()
            self._boundary = None
        if self._whyhere is not None:
            self._whyhere.close()
            self._whyhere = None
        if self._shell is not None:
            self._shell.close()
            self._shell = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        # QGIS forgets only the modules it saw imported. After an update the old ones would stay
        # and mix with the new: models of the old class are not models of the new one.
        for name in [name for name in sys.modules if name.startswith("redline_plugin.")]:
            del sys.modules[name]

"""Load the plugin from a folder of plugins into a fresh QGIS, as the plugin manager does.

    python -I load_zip.py PLUGINS WORK

Run by test_zip.py in a process of its own. WORK holds the input rasters a.tif to d.tif, and takes
the output. Prints one JSON object about what happened; the test judges it.
"""

from __future__ import annotations

import json
import sys
import traceback
from typing import Any
from unittest.mock import MagicMock

import qgis.utils
from qgis.core import QgsApplication, QgsProcessingFeedback
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow

NAME = "redline_plugin"
INPUTS = ("RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "SLOPE_LENGTH_STEEPNESS", "COVER_MANAGEMENT")


def desktop() -> tuple[MagicMock, QMainWindow]:
    """Return a stand-in for QGIS's desktop with a real window, canvas and docks."""
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    iface = MagicMock()
    iface.mainWindow.return_value = window
    iface.mapCanvas.return_value = canvas
    iface.addDockWidget.side_effect = window.addDockWidget
    iface.removeDockWidget.side_effect = window.removeDockWidget
    return iface, window


def show_exception(kind: Any, value: Any, trace: Any, *_: Any, **__: Any) -> None:
    """Print what QGIS would show in a window that nobody could close here."""
    traceback.print_exception(kind, value, trace)


def load_and_unload(plugins: str, work: str, run: bool) -> dict[str, Any]:
    """Enable, list, run one algorithm, unload; return what was seen."""
    registry = QgsApplication.processingRegistry()
    told: dict[str, Any] = {
        "available": NAME in qgis.utils.available_plugins,
        "loaded": qgis.utils.loadPlugin(NAME),
        "started": qgis.utils.startPlugin(NAME),
    }
    told["file"] = getattr(sys.modules.get(NAME), "__file__", "")
    provider = registry.providerById("redline")
    told["algorithms"] = sorted(one.id() for one in provider.algorithms()) if provider else []
    if run and provider:
        import processing

        inputs = {key: f"{work}/{letter}.tif" for key, letter in zip(INPUTS, "abcd")}
        told["result"] = processing.run(
            "redline:soilretention",
            {**inputs, "OUTPUT": f"{work}/out.tif"},
            feedback=QgsProcessingFeedback(),
        )["OUTPUT"]
    provider = None
    told["unloaded"] = qgis.utils.unloadPlugin(NAME)
    told["left"] = [one.id() for one in registry.providers() if one.id() == "redline"] + [
        name for name in sys.modules if name.split(".")[0] == NAME
    ]
    return told


def main() -> None:
    """Do it twice: what a first unload leaves behind shows in the second load."""
    plugins, work = sys.argv[1:]
    app = QgsApplication([], True)
    app.initQgis()
    sys.path.insert(0, f"{QgsApplication.pkgDataPath()}/python/plugins")
    from processing.core.Processing import Processing

    Processing.initialize()
    qgis.utils.showException = show_exception
    iface, window = desktop()
    qgis.utils.iface = iface
    qgis.utils.plugin_paths = [plugins]
    sys.path.insert(0, plugins)
    qgis.utils.updateAvailablePlugins()
    rounds = [load_and_unload(plugins, work, run) for run in (True, False)]
    # No event loop runs here, which else does what deleteLater() asked for.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    docks = [
        str(child.objectName()) for child in window.children() if child.inherits("QDockWidget")
    ]
    print(json.dumps({"rounds": rounds, "docks": docks}))
    sys.stdout.flush()
    window.deleteLater()
    app.exitQgis()


main()

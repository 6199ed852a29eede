"""Loading leaves a dock, unloading leaves nothing."""

from __future__ import annotations

import threading

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QWidget

from redline_plugin.ui.dock import OBJECT_NAME
from redline_plugin.ui.shell import ACTION_NAME, Shell


def flush():
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def inventory(iface, project, layer):
    """Count everything that a plugin could leave behind."""
    window = iface.window
    signals = (
        project.layersAdded,
        project.layersRemoved,
        project.readProject,
        project.cleared,
    )
    return {
        "docks": len(window.findChildren(QDockWidget)),
        "actions": len(window.findChildren(QAction)),
        "widgets": len(window.findChildren(QWidget)),
        "menus": len(iface.menus),
        "tools": len(iface.tools.actions()),
        "project": [project.receivers(signal) for signal in signals],
        "layer": [layer.receivers(layer.nameChanged), layer.receivers(layer.dataSourceChanged)],
        "top": len(QgsApplication.topLevelWidgets()),
        "threads": sum(t.name.startswith("redline-origins") for t in threading.enumerate()),
    }


def test_three_times_in_and_out_leaves_nothing(provider, project, iface, raster, rested):
    layer = raster("降水量")
    # The first time, Qt and QGIS make things of their own that stay.
    Shell(iface).close()
    flush()
    before = inventory(iface, project, layer)
    for _ in range(3):
        shell = Shell(iface)
        rested(shell.dock)
        during = inventory(iface, project, layer)
        assert during["docks"] == before["docks"] + 1
        assert during["menus"] == 1
        assert during["tools"] == before["tools"] + 1
        assert all(a > b for a, b in zip(during["project"], before["project"]))
        assert during["layer"] > before["layer"]
        shell.close()
        flush()
        assert inventory(iface, project, layer) == before
        assert iface.menus == {}
    assert iface.window.findChild(QAction, ACTION_NAME) is None
    assert iface.window.findChild(QgsDockWidget, OBJECT_NAME) is None
    # Nobody listens any more.
    layer.setName("降水")
    project.clear()
    flush()


def test_the_action_shows_and_hides_the_dock(provider, project, iface):
    shell = Shell(iface)
    flush()
    assert shell.dock.isVisible()
    assert shell.action.isChecked()
    shell.action.trigger()
    flush()
    assert not shell.dock.isVisible()
    assert not shell.action.isChecked()
    shell.action.trigger()
    flush()
    assert shell.dock.isVisible()
    shell.close()


def test_the_plugin_has_an_icon(provider, project, iface):
    shell = Shell(iface)
    assert not shell.action.icon().isNull()
    assert shell.action.icon().availableSizes() or shell.action.icon().pixmap(16, 16).width() == 16
    shell.close()


def test_a_dialog_that_is_open_goes_with_the_dock(provider, project, iface, monkeypatch):
    shell = Shell(iface)
    dialog = QWidget(iface.window)
    dialog.show()
    monkeypatch.setattr("redline_plugin.ui.dock.open_dialog", lambda *_: dialog)
    shell.dock.open_step("map")
    shell.close()
    assert not dialog.isVisible()

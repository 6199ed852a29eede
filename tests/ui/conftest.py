"""A window that stands for QGIS, and layers as steps make them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow
from support.rasters import write

from redline_plugin.core.provenance import KEY
from redline_plugin.core.raster.writer import METADATA_DOMAIN


class StubIface:
    """As much of QGIS's interface as the plugin uses, on a real window."""

    def __init__(self):
        self.window = QMainWindow()
        self.window.resize(1000, 768)
        self.bar = QgsMessageBar(self.window)
        self.menus = {}
        self.tools = self.window.addToolBar("Plugins")

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def addPluginToMenu(self, name, action):
        self.menus.setdefault(name, []).append(action)

    def removePluginMenu(self, name, action):
        self.menus[name].remove(action)
        if not self.menus[name]:
            del self.menus[name]

    def addToolBarIcon(self, action):
        self.tools.addAction(action)

    def removeToolBarIcon(self, action):
        self.tools.removeAction(action)


def flush():
    """Let Qt deliver what waits, deletions too."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def iface(qgis_app):
    stub = StubIface()
    stub.window.show()
    yield stub
    stub.window.close()
    stub.window.deleteLater()
    flush()


@pytest.fixture
def project(qgis_app):
    found = QgsProject.instance()
    found.clear()
    yield found
    found.clear()
    flush()


@pytest.fixture
def dock(provider, project, iface):
    from redline_plugin.ui.shell import Shell

    shell = Shell(iface)
    settle(shell.dock)
    yield shell.dock
    shell.close()
    flush()


def settle(dock, seconds=5.0):
    """Wait until the dock shows the project as it is."""
    end = time.monotonic() + seconds
    flush()
    while dock.busy:
        assert time.monotonic() < end, "the dock does not come to rest"
        QCoreApplication.processEvents()
        time.sleep(0.005)
    flush()


@pytest.fixture
def rested():
    return settle


@pytest.fixture
def raster(project, tmp_path):
    """Add a raster layer; with a record it is one that an algorithm made."""

    def add(name, record=None, band="", file=None):
        path = Path(file or tmp_path / f"{len(list(tmp_path.iterdir()))}.tif")
        write(path, np.ones((4, 4), np.float32))
        if record is not None:
            stamp(path, record, band)
        layer = QgsRasterLayer(str(path), name)
        assert layer.isValid()
        project.addMapLayer(layer)
        return layer

    return add


def stamp(path, record, band=""):
    """Put a record of provenance into a raster."""
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
    dataset.GetRasterBand(1).SetDescription(band)


def made_by(algorithm, created="2026-01-01T00:00:00+00:00", inputs=()):
    """Return a record as the core writes it."""
    return {
        "algorithm": f"redline:{algorithm}",
        "created": created,
        "inputs": [{"name": "INPUT", "path": str(path)} for path in inputs],
    }


@pytest.fixture
def record():
    return made_by


@pytest.fixture
def polygons(project, tmp_path):
    """Add a polygon layer in a GeoPackage; with a record it is one that an algorithm made."""

    def add(name, record=None):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.gpkg"
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = source.CreateLayer("red_line", None, ogr.wkbPolygon)
        if record is not None:
            layer.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
        layer = source = None
        found = QgsVectorLayer(f"{path}|layername=red_line", name, "ogr")
        assert found.isValid()
        project.addMapLayer(found)
        return found

    return add

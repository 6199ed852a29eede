"""What all tests share."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# Machines differ in speed: a slow example is no failure. The same examples every time are.
settings.register_profile("redline", deadline=None, derandomize=True)
settings.load_profile("redline")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's folder."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def no_layer_outlives_qgis(qgis_app):
    """Delete layers before QGIS and GDAL end; to close a file later is a segmentation fault.

    A test's own layer may live on: QGIS keeps the exceptions of algorithms for good, with them the
    frames that ran them, and pytest those of tests that failed.
    """
    yield
    from qgis.core import QgsMapLayer
    from qgis.PyQt import sip

    gc.collect()
    layers = [found for found in gc.get_objects() if issubclass(type(found), QgsMapLayer)]
    for layer in layers:
        if not sip.isdeleted(layer) and sip.ispyowned(layer):
            sip.delete(layer)


@pytest.fixture(scope="session")
def laos() -> Path:
    """Real climate, terrain and soil, which lies beside the checkout and is not part of it."""
    folder = ROOT.parent / "shared" / "data" / "laos"
    if not folder.is_dir():
        pytest.skip("the Laos rasters are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """Redline's algorithms, registered as the plugin registers them."""
    from qgis.core import QgsApplication

    from redline_plugin.processing.dependencies import need_libraries
    from redline_plugin.processing.provider import register

    need_libraries()
    found = register()
    yield found
    QgsApplication.processingRegistry().removeProvider(found)

"""What made a layer, read from its file."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from qgis.PyQt.QtCore import QCoreApplication
from support.rasters import write

from redline_plugin.ui import origins
from redline_plugin.ui.origins import Origin, Origins, read_all, read_origin


def test_a_result_tells_what_made_it(raster, record):
    layer = raster("x", record("soilretention"), band="Soil retention")
    assert read_origin(layer.source()) == Origin(
        "redline:soilretention", "2026-01-01T00:00:00+00:00", "Soil retention"
    )


def test_classes_tell_what_was_graded(raster, record):
    index = raster("x", record("soilretention"))
    classes = raster("y", record("gradefunction", inputs=[index.source(), "/gone.tif"]))
    assert read_origin(classes.source()).of == ("redline:soilretention",)


def test_polygons_tell_what_made_them(polygons, record):
    assert read_origin(polygons("红线", record("delineate")).source()).algorithm == (
        "redline:delineate"
    )
    assert read_origin(polygons("other").source()) is None


@pytest.mark.parametrize("content", ["", "no raster"])
def test_what_cannot_be_read_has_no_origin(tmp_path, content):
    path = tmp_path / "x.tif"
    path.write_text(content)
    assert read_origin(str(path)) is None
    assert read_origin(str(tmp_path / "gone.tif")) is None
    assert read_origin("") is None


def test_foreign_metadata_under_our_name_is_no_origin(raster):
    from osgeo import gdal

    layer = raster("x")
    for text in ("no json", '"text"', "[1]"):
        dataset = gdal.Open(layer.source(), gdal.GA_Update)
        dataset.SetMetadataItem("PROVENANCE", text, "REDLINE")
        dataset = None
        assert read_origin(layer.source()) is None


def test_only_files_that_changed_are_opened(tmp_path, monkeypatch):
    path = tmp_path / "x.tif"
    write(path, np.ones((2, 2), np.float32))
    first = read_all([str(path)], {}, threading.Event())
    monkeypatch.setattr(origins, "read_origin", lambda uri: Origin("read again"))
    assert read_all([str(path)], first, threading.Event()) == first
    changed = {str(path): (first[str(path)][0] - 1, None)}
    assert read_all([str(path)], changed, threading.Event())[str(path)][1] == Origin("read again")


def test_reading_is_done_on_another_thread(qgis_app, tmp_path, monkeypatch):
    path = tmp_path / "x.tif"
    write(path, np.ones((2, 2), np.float32))
    seen = []
    go = threading.Event()

    def slow(uri):
        seen.append(threading.current_thread())
        assert go.wait(5)
        return Origin("redline:soilretention")

    monkeypatch.setattr(origins, "read_origin", slow)
    told = []
    reader = Origins()
    reader.changed.connect(lambda: told.append(threading.current_thread()))
    reader.look([str(path)])
    assert reader.busy
    assert reader.known() == {}
    # Asked again meanwhile: it is read once more afterwards, and not changed by that.
    reader.look([str(path)])
    go.set()
    while reader.busy:
        QCoreApplication.processEvents()
    assert reader.known()[str(path)] == Origin("redline:soilretention")
    assert seen[0] is not threading.main_thread()
    assert told == [threading.main_thread()]
    reader.close()


def test_closing_while_reading_is_quiet(qgis_app, tmp_path):
    reader = Origins()
    reader.look([str(tmp_path / f"{n}.tif") for n in range(100)])
    reader.close()
    QCoreApplication.processEvents()

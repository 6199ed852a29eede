"""What all algorithms share."""

import errno
import gc
import weakref

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from redline_plugin.core.errors import CancelledError, InputError, Problem
from redline_plugin.core.text import msg
from redline_plugin.core.version import version
from redline_plugin.processing.base import RedlineAlgorithm


class Raster:
    """Something large."""


class Failing(RedlineAlgorithm):
    ID = TITLE = "failing"

    def __init__(self, error, held):
        super().__init__()
        self.error = error
        self.held = held

    def initAlgorithm(self, configuration=None):
        pass

    def createInstance(self):
        return Failing(self.error, self.held)

    def compute(self, parameters, context, feedback):
        raster = Raster()
        self.held.append(weakref.ref(raster))
        self.open(raster)

    def open(self, raster):
        cause = OSError("disk")
        raise self.error() from cause


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (lambda: InputError(Problem(msg("Not a raster."))), "Not a raster."),
        (lambda: ValueError("a fault of ours"), "(ValueError: a fault of ours)"),
        (ZeroDivisionError, "(ZeroDivisionError: –)"),
        (CancelledError, "Cancelled. No output was written."),
        (MemoryError, "not enough memory"),
        (lambda: RuntimeError("GDAL: Out of memory in x"), "not enough memory"),
        (lambda: RuntimeError("/a.tif: No space left on device"), "The disk is full."),
        (lambda: OSError(errno.ENOSPC, "No space left on device", "/b.csv"), "/b.csv: The disk is"),
        (lambda: OSError(errno.ENOSPC, "x"), "The disk is full."),
        (lambda: PermissionError(errno.EACCES, "Denied", "/c.csv"), "/c.csv: This file can no"),
        (lambda: QgsProcessingException("of QGIS"), "of QGIS"),
    ],
)
def test_a_run_that_failed_holds_nothing(error, told, qgis_app):
    held = []
    algorithm = Failing(error, held)
    algorithm.initAlgorithm()
    feedback = QgsProcessingFeedback(False)
    _, worked = algorithm.run({}, QgsProcessingContext(), feedback)
    assert not worked
    unknown = isinstance(error(), (ValueError, ZeroDivisionError))
    *before, last = feedback.textLog().strip().splitlines()
    assert told in last
    # Only of what is unknown a traceback is kept, and none is in the sentence.
    assert ("Traceback" in "".join(before)) == unknown
    assert ("Please report it at https://" in last) == unknown
    assert ("Redline " + version() in last) == unknown
    assert "File " not in last
    gc.collect()
    assert [one() for one in held] == [None]


def test_a_list_in_one_text_and_names_with_semicolons(tmp_path, monkeypatch):
    from redline_plugin.processing.base import files_of_text

    monkeypatch.chdir(tmp_path)
    for name in ("a.tif", "b;1.tif", "c;d;e.tif", "f"):
        (tmp_path / name).write_text("")
    for names in (
        ["a.tif"],
        ["b;1.tif"],
        ["a.tif", "b;1.tif", "f"],
        ["c;d;e.tif", "b;1.tif", "a.tif"],
        ["layer", "a.tif", "gone.tif", "c;d;e.tif"],
        ["f", "b;1.tif"],
    ):
        assert files_of_text(";".join(names)) == names
    assert files_of_text("b;2.tif") == ["b", "2.tif"]

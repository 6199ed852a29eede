"""What all algorithms share."""

import gc
import weakref

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from redline_plugin.core.errors import CancelledError, InputError, Problem
from redline_plugin.core.text import msg
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
        (lambda: ValueError("a fault of ours"), "ValueError: a fault of ours"),
        (CancelledError, ""),
    ],
    ids=["input", "fault", "cancelled"],
)
def test_a_run_that_failed_holds_nothing(error, told, qgis_app):
    held = []
    algorithm = Failing(error, held)
    algorithm.initAlgorithm()
    feedback = QgsProcessingFeedback(False)
    _, worked = algorithm.run({}, QgsProcessingContext(), feedback)
    assert worked == (not told)
    assert feedback.textLog().strip().endswith(told)
    gc.collect()
    assert [one() for one in held] == [None]

"""Looks of results, from the background task to the project, as in the desktop."""

import gc
import time

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication
from support.rasters import write

from redline_plugin.processing.styling import Look, _Styler, style_when_loaded


@pytest.fixture(autouse=True)
def nothing_kept():
    _Styler.kept.clear()
    QgsProject.instance().clear()
    yield
    QgsProject.instance().clear()


def context_for(*paths):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for path in paths:
        details = QgsProcessingContext.LayerDetails("result", QgsProject.instance(), "OUTPUT")
        context.addLayerToLoadOnCompletion(path, details)
    return context


def run_in_background(algorithm, parameters, context, feedback):
    """Run in a thread of QGIS's own, as the toolbox does; returns whether that went well."""
    ended = []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda worked, _: ended.append(worked))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 60
    while not ended:
        assert time.monotonic() < end, "the task does not end"
        QCoreApplication.processEvents()
        time.sleep(0.005)
    return ended[0]


def test_a_result_of_the_toolbox_is_in_the_project_in_its_look(provider, tmp_path):
    from processing.gui.Postprocessing import handleAlgorithmResults

    steps = np.linspace(1, 100, 81).reshape(9, 9).astype("float32")
    elevation = write(tmp_path / "elevation.tif", steps)
    for number in range(3):
        output = str(tmp_path / f"slope{number}.tif")
        context, feedback = context_for(), QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("redline:slope")
        result = QgsProcessingOutputLayerDefinition(output, QgsProject.instance())
        parameters = {"ELEVATION": elevation, "OUTPUT": result}
        assert run_in_background(algorithm, parameters, context, feedback), feedback.textLog()
        assert len(_Styler.kept) == 1
        gc.collect()
        assert handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
        assert _Styler.kept == []
        del context
        gc.collect()
    layers = QgsProject.instance().mapLayers().values()
    assert [one.renderer().type() for one in layers] == ["singlebandpseudocolor"] * 3


def test_looks_of_results_that_are_never_loaded_are_dropped(provider):
    for _ in range(3):
        context = context_for("a.tif", "b.tif")
        looks = {"A": Look(ramp="water"), "B": Look(ramp="soil")}
        style_when_loaded(looks, {"A": "a.tif", "B": "b.tif"}, context)
        # Only the look of the run before last could be left.
        assert len(_Styler.kept) == 2
        del context
        gc.collect()


def test_a_look_that_takes_the_place_of_another(provider):
    context = context_for("a.tif")
    for ramp in ("water", "soil"):
        style_when_loaded({"A": Look(ramp=ramp)}, {"A": "a.tif"}, context)
    details = context.layerToLoadOnCompletionDetails("a.tif")
    assert details.postProcessor() is _Styler.kept[-1]

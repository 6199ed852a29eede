"""Looks of results, from the background task to the project, as in the desktop."""

import gc
import time

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsLayerTreeModel,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from support.rasters import read, write

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


def test_the_band_in_the_legend_is_in_the_user_s_language(provider, tmp_path, monkeypatch):
    from processing.gui.Postprocessing import handleAlgorithmResults

    from redline_plugin.processing import bandlegend

    chinese = {"Slope": "坡度", "Importance of function": "功能重要性", "Sand fixed": "固沙量"}
    monkeypatch.setattr(bandlegend, "tr", lambda text: chinese.get(text, text))
    assert bandlegend.words_of("Importance of function: Sand fixed") == "功能重要性: 固沙量"
    assert bandlegend.words_of("Sand fixed 3") == "固沙量 3"
    assert bandlegend.words_of("wf 3") == "wf 3"
    steps = np.linspace(1, 100, 81).reshape(9, 9).astype("float32")
    output = str(tmp_path / "slope.tif")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("redline:slope")
    context, feedback = context_for(), QgsProcessingFeedback(False)
    parameters = {
        "ELEVATION": write(tmp_path / "e.tif", steps),
        "OUTPUT": QgsProcessingOutputLayerDefinition(output, QgsProject.instance()),
    }
    assert run_in_background(algorithm, parameters, context, feedback), feedback.textLog()
    assert handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
    for _ in range(5):
        QCoreApplication.processEvents()
    root = QgsProject.instance().layerTreeRoot()
    node = next(one for one in root.findLayers() if one.layer().source() == output)
    tree = QgsLayerTreeModel(root)
    shown = [one.data(0) for one in tree.layerLegendNodes(node)]
    assert shown[0].endswith(": 坡度")
    # The file itself is the same in all languages.
    assert gdal.Open(output).GetRasterBand(1).GetDescription() == "Slope"


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


def test_no_side_car_is_left_by_loading_and_styling(run, tmp_path):
    from redline_plugin.core.assess.registry import models
    from redline_plugin.processing.styling import apply_look, look_of

    rng = np.random.default_rng(3)
    elevation = write(tmp_path / "e.tif", (1000 * rng.random((60, 70))).astype("float32"))
    output = str(tmp_path / "slope.tif")
    run("slope", {"ELEVATION": elevation, "OUTPUT": output})
    layer = QgsRasterLayer(output)
    apply_look(layer, look_of(models()["slope"].outputs[0]))
    renderer = layer.renderer()
    values = read(output)
    low, high = np.percentile(values[values != -9999], (2, 98))
    assert renderer.classificationMin() == pytest.approx(low, rel=1e-6)
    assert renderer.classificationMax() == pytest.approx(high, rel=1e-6)
    # Files are closed, and side-cars written, when the layer goes.
    del renderer, layer
    gc.collect()
    assert not list(tmp_path.glob("*.aux.xml"))

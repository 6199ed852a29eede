"""The explanation as an algorithm: text, JSON, HTML, points in any CRS, errors in words."""

from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedPointXY,
)
from support.chains import make_chain, middle

from redline_plugin.processing.explainpixel import ExplainPixel


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    return make_chain(tmp_path_factory.mktemp("chain"))


@pytest.fixture
def run(qgis_app, qgis_processing, feedback):
    """Run the algorithm; returns its results and what it told."""

    def run_it(**parameters):
        told = feedback()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = ExplainPixel().create()
        ok, message = algorithm.checkParameterValues(parameters, context)
        assert ok, message
        results, succeeded = algorithm.run(parameters, context, told)
        return (results if succeeded else None), told

    return run_it


def point(column, row, epsg=None):
    """A place as the dialog writes it."""
    x, y = middle(column, row)
    if epsg is None:
        return f"{x},{y}"
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem.fromEpsgId(4524),
        QgsCoordinateReferenceSystem.fromEpsgId(epsg),
        QgsProject.instance(),
    )
    there = transform.transform(QgsPointXY(x, y))
    return f"{there.x()!r},{there.y()!r} [EPSG:{epsg}]"


@pytest.mark.parametrize("epsg", [None, 4524, 4490, 3857])
def test_text_and_numbers(run, chain, epsg):
    results, told = run(RASTER=str(chain.importance), POINT=point(4, 5, epsg))
    assert results["VALUE"] == results["RECOMPUTED"] == chain.values["importance"][5, 4]
    retained = float(chain.values["retention"][5, 4])
    assert f"= {retained:.7g}" in results["TEXT"]
    assert "A = R·K·LS·(1 − C)" in told.told


def test_a_layer_and_a_referenced_point(run, chain):
    layer = QgsRasterLayer(str(chain.retention), "x")
    place = QgsReferencedPointXY(QgsPointXY(*middle(4, 5)), layer.crs())
    results, _ = run(RASTER=layer, POINT=place, DEPTH=0)
    assert results["VALUE"] == pytest.approx(float(chain.values["retention"][5, 4]))


def test_steps_back(run, chain):
    none, _ = run(RASTER=str(chain.importance), POINT=point(4, 5), DEPTH=0)
    assert "A = R" not in none["TEXT"]


def test_files(run, chain, tmp_path):
    page, data = tmp_path / "为何.html", tmp_path / "why.json"
    results, _ = run(
        RASTER=str(chain.importance),
        POINT=point(4, 5),
        HTML=str(page),
        JSON=str(data),
        CHECK_FILES=True,
    )
    assert (results["HTML"], results["JSON"]) == (str(page), str(data))
    found = json.loads(data.read_text(encoding="utf-8"))
    assert found[1]["value"] == float(chain.values["retention"][5, 4])
    notes = found[1]["groups"]["inputs"][0]["notes"]
    assert "the file is the same as then" in notes
    assert "A = R·K·LS·(1 − C)" in page.read_text(encoding="utf-8")


def test_no_result_has_no_numbers(run, chain):
    results, _ = run(RASTER=str(chain.retention), POINT=point(1, 0))
    assert "VALUE" not in results
    assert "1.5 is outside the valid range" in results["TEXT"]


def test_a_place_outside_is_told(run, chain):
    results, _ = run(RASTER=str(chain.retention), POINT="1,1")
    assert "outside this raster" in results["TEXT"]


def test_what_is_no_raster_is_an_error_in_words(run, tmp_path):
    path = tmp_path / "x.tif"
    path.write_text("no raster")
    results, told = run(RASTER=str(path), POINT="1,1")
    assert results is None
    assert any("Cannot be read as a raster" in text for text in told.warned)


def test_the_raster_is_not_overwritten(run, chain):
    results, told = run(RASTER=str(chain.retention), POINT=point(4, 5), HTML=str(chain.retention))
    assert results is None
    assert any("would overwrite" in text for text in told.warned)


def test_it_has_an_icon_and_texts():
    algorithm = ExplainPixel().create()
    assert not algorithm.icon().isNull()
    assert algorithm.name() == "explainpixel"
    assert algorithm.shortHelpString()

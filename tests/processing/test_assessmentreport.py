"""The report as an algorithm: paths, layers, counties, language."""

from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr, osr
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputHtml,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QIcon
from support.rasters import BELT, TRANSFORM, write

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import CumulativeRule, grade_by_cumulative_value
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.processing import assessmentreport
from redline_plugin.processing.assessmentreport import AssessmentReport, spoken


@pytest.fixture(scope="module")
def rasters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    values = np.random.default_rng(1).random((30, 40)).astype("float32") * 100
    index = write(folder / "index.tif", values)
    classes = folder / "classes.tif"
    grade_by_cumulative_value(RasterSource(index), classes, CumulativeRule(), Quiet())
    return index, str(classes)


@pytest.fixture(scope="module")
def counties(tmp_path_factory):
    path = tmp_path_factory.mktemp("counties") / "counties.gpkg"
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(BELT)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("counties", reference, ogr.wkbPolygon)
    for name in ("XZQDM", "XZQMC", "other"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    x0, dx, _, y0, _, dy = TRANSFORM
    for code, name, first, last in (("110101", "西县", -1, 15), ("110102", "东县", 15, 41)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["XZQDM"], feature["XZQMC"], feature["other"] = code, name, name + "二"
        west, east, south, north = x0 + first * dx, x0 + last * dx, y0 + 31 * dy, y0 - dy
        feature.SetGeometry(
            ogr.CreateGeometryFromWkt(
                f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},"
                f"{west} {south}))"
            )
        )
        layer.CreateFeature(feature)
    layer = source = None
    return str(path)


@pytest.fixture
def ask(qgis_app, feedback):
    """Run the algorithm; returns the report's text."""

    def run(parameters, told=None):
        algorithm = AssessmentReport().create()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        good, why = algorithm.checkParameterValues(parameters, context)
        assert good, why
        results, _ = algorithm.run(parameters, context, told or feedback(), catchExceptions=False)
        return Path(results["OUTPUT"]).read_text(encoding="utf-8") if results else None

    return run


def test_identity(qgis_app):
    algorithm = AssessmentReport().create()
    assert algorithm.name() == "assessmentreport"
    assert algorithm.groupId() == "report"
    assert Path(algorithm.svgIconPath()).is_file()
    assert not QIcon(algorithm.svgIconPath()).isNull()
    assert len(algorithm.shortHelpString()) > 60
    needed = [
        each.name()
        for each in algorithm.parameterDefinitions()
        if not each.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    ]
    assert needed == ["RESULTS", "LANGUAGE", "OUTPUT"]
    assert isinstance(algorithm.outputDefinition("OUTPUT"), QgsProcessingOutputHtml)


def test_from_paths_with_counties(ask, rasters, counties, tmp_path):
    text = ask(
        {
            "RESULTS": list(rasters),
            "COUNTIES": counties + "|layername=counties",
            "TITLE": "某县 <评估>",
            "LANGUAGE": 2,
            "OUTPUT": str(tmp_path / "报告.html"),
        }
    )
    assert "<h1>某县 &lt;评估&gt;</h1>" in text
    assert "By county" in text
    assert "西县" in text
    assert "东县" in text
    HTMLParser().feed(text)


def test_another_field_names_the_counties(ask, rasters, counties, tmp_path):
    text = ask(
        {
            "RESULTS": rasters[1],
            "COUNTIES": counties,
            "COUNTY_CODE": "",
            "COUNTY_NAME": "other",
            "OUTPUT": str(tmp_path / "a.html"),
        }
    )
    assert "西县二" in text


def test_from_layers_and_from_one_string(ask, rasters, tmp_path):
    layer = QgsRasterLayer(rasters[0], "指数")
    QgsProject.instance().addMapLayer(layer)
    try:
        by_layer = ask({"RESULTS": [layer.id()], "OUTPUT": str(tmp_path / "a.html")})
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    by_text = ask({"RESULTS": ";".join(rasters), "OUTPUT": str(tmp_path / "b.html")})
    assert by_layer.count("<section") == 1
    assert by_text.count("<section") == 2


def test_the_language_is_chosen_whatever_qgis_speaks(ask, rasters, tmp_path):
    chinese = ask({"RESULTS": [rasters[1]], "LANGUAGE": 1, "OUTPUT": str(tmp_path / "a.html")})
    english = ask({"RESULTS": [rasters[1]], "LANGUAGE": 2, "OUTPUT": str(tmp_path / "b.html")})
    assert 'lang="zh-CN"' in chinese
    assert "极重要" in chinese
    assert "Extremely important" not in chinese
    assert 'lang="en"' in english
    assert "Extremely important" in english


def test_without_a_translation_it_is_english(monkeypatch, tmp_path, qgis_app):
    monkeypatch.setattr(assessmentreport, "FOLDER", tmp_path)
    translate, language = spoken("zh")
    assert language == "en"
    assert translate("Important") == "Important"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"RESULTS": []}, "at least one raster"),
        ({"RESULTS": ["/nowhere/a.tif", "/nowhere/b.tif"]}, "/nowhere/b.tif"),
        ({"COUNTIES": "/nowhere/counties.gpkg"}, "cannot be opened as a polygon layer"),
        ({"OUTPUT": "/nowhere/a.html"}, "folder does not exist"),
    ],
)
def test_what_is_wrong_is_told(qgis_app, feedback, rasters, tmp_path, change, says):
    parameters = {"RESULTS": list(rasters), "OUTPUT": str(tmp_path / "a.html"), **change}
    algorithm = AssessmentReport().create()
    with pytest.raises(QgsProcessingException, match=says):
        algorithm.run(parameters, QgsProcessingContext(), feedback(), catchExceptions=False)


def test_a_cancelled_run_leaves_nothing(ask, feedback, rasters, tmp_path):
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        ask({"RESULTS": list(rasters), "OUTPUT": str(tmp_path / "a.html")}, feedback(cancel_at=20))
    assert list(tmp_path.iterdir()) == []

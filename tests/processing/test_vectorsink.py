"""Vector destinations of Redline's algorithms: files, tables, temporary ones, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorDestination,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from redline_plugin.core.vector.write import layers_of
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.vectorsink import is_table, kinds_of, write_vector

RECORD = {"algorithm": "redline:test"}


class Copy(RedlineAlgorithm):
    """Writes three boxes with the fields of its input."""

    ID = "test_copy"
    TITLE = "Copy"

    def initAlgorithm(self, configuration=None):
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", "In", [polygons], optional=True)
        )
        self.addParameter(QgsProcessingParameterVectorDestination("OUTPUT", "Out", polygons))

    def compute(self, parameters, context, feedback):
        fields = [("n", int)]
        if parameters.get("INPUT"):
            fields += kinds_of(self, parameters, "INPUT", context)
        rest = [None] * (len(fields) - 1)
        place = write_vector(
            self,
            parameters,
            "OUTPUT",
            context,
            fields,
            "MultiPolygon",
            "EPSG:4490",
            ((shapely.box(110 + n, 30, 111 + n, 31), [n, *rest]) for n in range(3)),
            RECORD,
            feedback,
        )
        assert self.parameterAsOutputLayer(parameters, "OUTPUT", context) is not None
        return {"OUTPUT": place}


@pytest.fixture(scope="module", autouse=True)
def algorithm(provider):
    if provider.algorithm(Copy.ID) is None:
        provider.addAlgorithm(Copy())
    return Copy.ID


def count(place):
    layer = QgsVectorLayer(place, "x", "ogr")
    assert layer.isValid()
    return layer.featureCount()


def table_of(path, name):
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


@pytest.mark.parametrize("name", ["a.gpkg", "红 线.shp", "c.geojson", "d.fgb"])
def test_a_file(run, tmp_path, name):
    made = run("test_copy", {"OUTPUT": str(tmp_path / name)})
    assert Path(made["OUTPUT"]) == tmp_path / name
    assert count(made["OUTPUT"]) == 3
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("place", ["memory:", "TEMPORARY_OUTPUT"])
def test_a_temporary_layer(run, place):
    made = run("test_copy", {"OUTPUT": place})
    found = made["OUTPUT"]
    assert (
        found if isinstance(found, QgsVectorLayer) else QgsVectorLayer(found)
    ).featureCount() == 3


def test_a_table_of_a_geopackage(run, tmp_path):
    path = tmp_path / "it's all.gpkg"
    run("test_copy", {"OUTPUT": str(path)})
    escaped = str(path).replace("'", "\\'")
    for _ in range(2):
        made = run("test_copy", {"OUTPUT": table_of(escaped, "红线")})
        assert made["OUTPUT"] == f"{path}|layername=红线"
        assert count(made["OUTPUT"]) == 3
    assert sorted(layers_of(path)) == sorted(["红线", "it's all"])


def test_other_layers_are_not_lost(run, tmp_path):
    path = tmp_path / "all.gpkg"
    run("test_copy", {"OUTPUT": str(path)})
    run("test_copy", {"OUTPUT": str(path)})
    run("test_copy", {"OUTPUT": table_of(path, "parcels")})
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"other layers.*parcels.*Save to GeoPackage"):
        run("test_copy", {"OUTPUT": str(path)})
    assert path.read_bytes() == before


def test_an_input_is_not_overwritten(run, tmp_path):
    path = tmp_path / "in.gpkg"
    run("test_copy", {"OUTPUT": str(path)})
    run("test_copy", {"OUTPUT": table_of(path, "second")})
    for place in (str(path), table_of(path, "second")):
        with pytest.raises(QgsProcessingException, match="would overwrite an input"):
            run("test_copy", {"INPUT": f"{path}|layername=second", "OUTPUT": place})
    made = run(
        "test_copy", {"INPUT": f"{path}|layername=second", "OUTPUT": table_of(path, "third")}
    )
    assert count(made["OUTPUT"]) == 3


@pytest.mark.parametrize("place", ["postgis:dbname='x' table=\"a\" (geom)", "a.dwg"])
def test_what_cannot_be_written_is_told(run, tmp_path, place):
    given = place if ":" in place else str(tmp_path / place)
    with pytest.raises(QgsProcessingException, match=r"written to files|Vector layers are written"):
        run("test_copy", {"OUTPUT": given})


@pytest.mark.parametrize("place", ["TEMPORARY_OUTPUT", "memory:", "table"])
def test_one_layer_is_loaded_when_done(provider, qgis_app, tmp_path, feedback, place):
    project = QgsProject()
    if place == "table":
        place = table_of(tmp_path / "a.gpkg", "t")
    context = QgsProcessingContext()
    context.setProject(project)
    results, ok = provider.algorithm("test_copy").run(
        {"OUTPUT": QgsProcessingOutputLayerDefinition(place, project)}, context, feedback()
    )
    assert ok
    assert list(context.layersToLoadOnCompletion()) == [results["OUTPUT"]]


def test_a_file_that_qgis_shows_is_replaced_within(run, tmp_path):
    path = tmp_path / "shown.gpkg"
    fields = QgsFields()
    fields.append(QgsField("n"))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "shown"
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        QgsWkbTypes.Type.MultiPolygon,
        QgsCoordinateReferenceSystem("EPSG:4490"),
        QgsProject.instance().transformContext(),
        options,
    )
    feature = QgsFeature(fields)
    feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((0 0,1 0,1 1,0 0)))"))
    writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    del writer
    layer = QgsVectorLayer(f"{path}|layername=shown", "x", "ogr")
    assert len(list(layer.getFeatures())) == 1
    run("test_copy", {"OUTPUT": str(path)})
    layer.dataProvider().reloadData()
    again = QgsVectorLayer(f"{path}|layername=shown", "y", "ogr")
    assert len(list(again.getFeatures())) == 3
    del layer, again
    assert count(str(path)) == 3


def test_tables_are_known_by_their_name():
    assert is_table(table_of("/a/b.gpkg", "t"))
    assert not is_table("/a/b.gpkg")

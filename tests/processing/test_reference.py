"""Reference lines, smoothing and whole parcels on the demo county, as a user runs them."""

from __future__ import annotations

import sqlite3

import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from redline_plugin.core.gdalsetup import gdal, gdal_exceptions

SIZE = 200


@pytest.fixture(scope="module")
def county(provider, tmp_path_factory):
    import processing
    from qgis.core import QgsProcessingContext

    return processing.run(
        "redline:democounty",
        {"SIZE": SIZE, "OUTPUT": str(tmp_path_factory.mktemp("参照 线"))},
        context=QgsProcessingContext(),
    )


def layer(county, name):
    return f"{county['VECTORS']}|layername={name}"


def features(path, name=""):
    found = QgsVectorLayer(path if not name else f"{path}|layername={name}", "x", "ogr")
    assert found.isValid(), path
    names = found.fields().names()
    return [
        (
            shapely.from_wkb(bytes(feature.geometry().asWkb())),
            dict(zip(names, feature.attributes())),
        )
        for feature in found.getFeatures()
    ]


def test_watershed_divides(run, county, tmp_path):
    done = run(
        "watersheddivides",
        {"ELEVATION": county["ELEVATION"], "MIN_AREA": 2.0, "OUTPUT": str(tmp_path / "岭.gpkg")},
    )
    lines = features(done["OUTPUT"])
    assert done["COUNT"] == len(lines) > 0
    assert done["LENGTH"] == pytest.approx(sum(shape.length for shape, _ in lines))
    assert {row["kind"] for _, row in lines} == {"natural"}
    assert all("2 km2" in row["origin"] for _, row in lines)


def test_limits_of_ecosystems_and_the_forest_line(run, county, tmp_path):
    done = run(
        "ecosystemlimits",
        {
            "CLASSES": county["LAND_COVER"],
            "GROUPS": "20，30；10",
            "OUTPUT": str(tmp_path / "e.gpkg"),
        },
    )
    assert done["COUNT"] > 0
    assert not any("30" in row["name"] for _, row in features(done["OUTPUT"]))
    whole = run("forestline", {"CLASSES": county["LAND_COVER"], "OUTPUT": str(tmp_path / "f.gpkg")})
    upper = run(
        "forestline",
        {
            "CLASSES": county["LAND_COVER"],
            "ELEVATION": county["ELEVATION"],
            "OUTPUT": str(tmp_path / "u.gpkg"),
        },
    )
    assert 0.0 < upper["LENGTH"] < whole["LENGTH"]
    with pytest.raises(QgsProcessingException, match="codes of forest"):
        run(
            "forestline",
            {"CLASSES": county["LAND_COVER"], "CODES": "77", "OUTPUT": str(tmp_path / "n.gpkg")},
        )
    with pytest.raises(QgsProcessingException, match="whole numbers"):
        run(
            "ecosystemlimits",
            {"CLASSES": county["LAND_COVER"], "GROUPS": "a,b", "OUTPUT": str(tmp_path / "n.gpkg")},
        )
    assert not (tmp_path / "n.gpkg").exists()


def test_snow_line(run, county, tmp_path):
    out = str(tmp_path / "雪.gpkg")
    done = run("snowline", {"ELEVATION": county["ELEVATION"], "HEIGHT": 900, "OUTPUT": out})
    assert done["COUNT"] > 0
    with pytest.raises(QgsProcessingException, match="Nothing lies at 9000; values are"):
        run("snowline", {"ELEVATION": county["ELEVATION"], "HEIGHT": 9000, "OUTPUT": out})
    with pytest.raises(QgsProcessingException, match="one of the two"):
        run("snowline", {"OUTPUT": out})
    with pytest.raises(QgsProcessingException, match="Height of the snow line"):
        run("snowline", {"ELEVATION": county["ELEVATION"], "OUTPUT": out})


def test_set_distances_need_the_users_numbers(run, county, tmp_path):
    table = tmp_path / "距离.csv"
    table.write_text("low,high,distance_m\n,3,30\n3,,100\n", "utf-8")
    common = {
        "RIVERS": layer(county, "rivers"),
        "LAKES": layer(county, "lake"),
        "LIMITS": str(tmp_path / "界.gpkg"),
        "OUTPUT": str(tmp_path / "区.gpkg"),
    }
    with pytest.raises(QgsProcessingException) as error:
        run("setbacks", common)
    assert "have no distance" in str(error.value)
    assert "Distance from lakes" in str(error.value)
    done = run("setbacks", {**common, "RIVER_TABLE": str(table), "LAKE_DISTANCE": 200})
    zones = features(done["OUTPUT"])
    assert {row["width_m"] for _, row in zones} == {30.0, 100.0, 200.0}
    assert {row["kind"] for _, row in zones} == {"setback"}
    waters = [shape for shape, _ in features(county["VECTORS"], "rivers")]
    for shape, row in features(done["LIMITS"]):
        if row["width_m"] == 100.0:
            away = shapely.distance(shape, shapely.union_all(waters))
            assert away <= 100.0


def test_smoothed_blocks_keep_their_areas_and_attributes(run, county, tmp_path):
    source = tmp_path / "块.gpkg"
    write_stairs(source)
    done = run(
        "smoothboundary",
        {"INPUT": str(source), "TOLERANCE": 45, "OUTPUT": str(tmp_path / "平滑.gpkg")},
    )
    assert done["VERTICES_AFTER"] < 0.5 * done["VERTICES_BEFORE"]
    ((shape, row),) = features(done["OUTPUT"])
    ((before, old),) = features(str(source))
    assert shape.area == pytest.approx(before.area, abs=1e-5)
    assert row["name"] == old["name"] == "块"
    assert row["area_m2"] == pytest.approx(shape.area, rel=1e-3)
    assert row["smooth_offset_m"] <= 45.0


def test_a_geographic_red_line_is_refused_with_the_belt(run, tmp_path):
    source = tmp_path / "度.gpkg"
    write_polygons(source, "EPSG:4490", [shapely.box(110.1, 30, 110.2, 30.1)])
    with pytest.raises(QgsProcessingException, match="EPSG:4525"):
        run("smoothboundary", {"INPUT": str(source), "OUTPUT": str(tmp_path / "x.gpkg")})


@gdal_exceptions()
def write_polygons(path, crs, shapes):
    from redline_plugin.core.feedback import Quiet
    from redline_plugin.core.vector.write import write_file

    rows = ((shape, ("块", number)) for number, shape in enumerate(shapes))
    write_file(path, path.stem, crs, "Polygon", [("name", str), ("block", int)], rows, {}, Quiet())


def write_stairs(path):
    steps = [
        shapely.box(500000 + 30 * i, 3500000 + 30 * (i // 3), 500030 + 30 * i, 3502000)
        for i in range(60)
    ]
    write_polygons(path, "EPSG:4546", [shapely.union_all(steps)])


def test_whole_parcels(run, county, tmp_path):
    parcels = features(county["VECTORS"], "parcels")
    middle = shapely.union_all([shape for shape, _ in parcels]).centroid
    crs = QgsVectorLayer(layer(county, "parcels"), "x", "ogr").crs().toWkt()
    source = tmp_path / "红线.gpkg"
    write_polygons(source, crs, [middle.buffer(1200.0)])
    done = run(
        "fittoparcels",
        {
            "INPUT": str(source),
            "FUNCTION_FIELD": "name",
            "PARCELS": layer(county, "parcels"),
            "PROTECTED_AREAS": layer(county, "protected_areas"),
            "ECOSYSTEM": county["ECOSYSTEM"],
            "OUTPUT": str(tmp_path / "落地.gpkg"),
            "PARCELS_OUTPUT": str(tmp_path / "图斑.gpkg"),
        },
    )
    ((shape, row),) = features(done["OUTPUT"])
    assert row["area_m2"] == pytest.approx(shape.area, rel=1e-3)
    assert done["ON_PARCELS"] > 0.5
    assert done["DECIDED"] > 0
    rows = features(done["PARCELS_OUTPUT"])
    given = {row["TBBH"]: (shape, row) for shape, row in parcels}
    for _, one in rows:
        whole, old = given[one["parcel"]]
        assert one["land_use"] == old["DLBM"]
        assert one["tenure"] == old["QSXZ"]
        assert one["block"] == "0"
        assert one["function"] == "块"
        if one["decision"] == "by share of its area":
            assert bool(one["inside"]) == (one["share"] >= 0.5)
            if one["inside"]:
                assert shapely.difference(whole, shape).area < 1e-6
    assert {one["ecosystem"] for _, one in rows} - {None}


def test_a_table_of_a_geopackage_leaves_the_others(run, county, tmp_path):
    target = tmp_path / "库.gpkg"
    write_stairs(target)
    source = tmp_path / "块.gpkg"
    write_stairs(source)
    run(
        "smoothboundary",
        {"INPUT": str(source), "OUTPUT": f"ogr:dbname='{target}' table=\"平滑\" (geom)"},
    )
    with sqlite3.connect(target) as store:
        names = {name for (name,) in store.execute("select table_name from gpkg_contents")}
    assert names == {"库", "平滑"}
    with pytest.raises(QgsProcessingException, match="which would all be lost"):
        run("smoothboundary", {"INPUT": str(source), "OUTPUT": str(target)})
    with gdal_exceptions():
        assert gdal.OpenEx(str(target)).GetLayerCount() == 2


def test_the_line_on_references(run, county, tmp_path):
    parcels = features(county["VECTORS"], "parcels")
    middle = shapely.union_all([shape for shape, _ in parcels]).centroid
    crs = QgsVectorLayer(layer(county, "parcels"), "x", "ogr").crs().toWkt()
    source = tmp_path / "红线.gpkg"
    write_polygons(source, crs, [middle.buffer(1500.0)])
    setbacks = run(
        "setbacks",
        {
            "RIVERS": layer(county, "rivers"),
            "RIVER_DISTANCE": 50,
            "LIMITS": str(tmp_path / "s.gpkg"),
        },
    )
    parameters = {
        "INPUT": str(source),
        "PROTECTEDAREA": [layer(county, "protected_areas")],
        "SETBACK": [setbacks["LIMITS"]],
        "PARCEL": [layer(county, "parcels")],
        "PARCEL_TOLERANCE": 250,
        "OUTPUT": str(tmp_path / "落地.gpkg"),
        "STRETCHES": str(tmp_path / "段.gpkg"),
        "ACCOUNT": str(tmp_path / "账.csv"),
        "SESSION": str(tmp_path / "会话.gpkg"),
    }
    done = run("fittoreference", parameters)
    assert done["SHARE"] > 0.1
    ((shape, row),) = features(done["OUTPUT"])
    assert row["name"] == "块"
    assert row["fit_added_m2"] == pytest.approx(done["ADDED"])
    rows = features(done["STRETCHES"])
    assert sum(line.length for line, _ in rows) == pytest.approx(shape.length, rel=1e-9)
    assert {"parcel"} <= {one["source"] for _, one in rows}
    edges = shapely.union_all([shape.boundary for shape, _ in parcels])
    for line, one in rows:
        if one["source"] == "parcel":
            points = shapely.points(shapely.get_coordinates(line))
            assert shapely.distance(points, edges).max() < 1e-6
    assert "落地" in done["OUTPUT"]
    text = (tmp_path / "账.csv").read_text("utf-8-sig")
    assert "before (m2)" in text
    from redline_plugin.core.boundary.session import Session

    session = Session(tmp_path / "会话.gpkg")
    assert session.progress() == (0, len(rows))
    session.close()
    with pytest.raises(QgsProcessingException, match="no kind of reference “parcels”"):
        run("fittoreference", {**parameters, "ORDER": "parcels"})
    with pytest.raises(QgsProcessingException, match="no reference line"):
        run("fittoreference", {"INPUT": str(source), "OUTPUT": str(tmp_path / "y.gpkg")})


def test_dirty_layers_are_fixed_or_listed(run, tmp_path, feedback):
    """Bow-ties, Z, multipart, duplicates, empty ones, another CRS, offsets of a billionth."""
    red_line = tmp_path / "红线.gpkg"
    block = shapely.box(500000, 3500000, 501000, 3501000)
    write_polygons(red_line, "EPSG:4546", [block, shapely.box(503000, 3500000, 503500, 3500500)])
    tie = (
        "POLYGON ((500990 3500000, 501040 3500400, 501040 3500000, 500990 3500400, 500990 3500000))"
    )
    edge = "POLYGON Z ((500980 3500400 9, 501030 3500400 9, 501030 3500800 9, 500980 3500800 9, 500980 3500400 9))"
    moved = edge.replace("501030 ", "501030.000000001 ")
    multi = "MULTIPOLYGON (((500980 3500800, 501030 3500800, 501030 3501000, 500980 3501000, 500980 3500800)), ((502000 3500000, 502010 3500000, 502010 3500010, 502000 3500000)))"
    parcels = tmp_path / "图斑.gpkg"
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4546"),
        QgsCoordinateReferenceSystem("EPSG:4490"),
        QgsProject.instance().transformContext(),
    )
    layer = QgsVectorLayer("MultiPolygonZ?crs=EPSG:4490&field=TBBH:string", "图斑", "memory")
    rows = []
    for number, wkt in enumerate((tie, edge, edge, moved, multi, "")):
        feature = QgsFeature(layer.fields())
        feature["TBBH"] = str(number)
        shape = QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry()
        if wkt:
            shape.transform(to_degrees)
            shape.convertToMultiType()
            feature.setGeometry(shape)
        rows.append(feature)
    layer.dataProvider().addFeatures(rows)
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(parcels), QgsProject.instance().transformContext(), options
    )
    told = feedback()
    done = run(
        "fittoreference",
        {
            "INPUT": str(red_line),
            "PARCEL": [str(parcels)],
            "PARCEL_TOLERANCE": 60,
            "OUTPUT": str(tmp_path / "结果.gpkg"),
            "STRETCHES": str(tmp_path / "段.gpkg"),
        },
        told,
    )
    shapes = [shape for shape, _ in features(done["OUTPUT"])]
    assert len(shapes) == 2
    assert all(shape.is_valid and not shape.has_z for shape in shapes)
    assert done["SHARE"] > 0.1
    assert any("no geometry" in text for text in told.warned)
    assert any("was not valid" in text for text in told.warned)

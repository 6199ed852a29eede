"""From the demo county to a package that passes, through the toolbox."""

import json
from types import SimpleNamespace

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject

SIZE = 240


@pytest.fixture(scope="module")
def chain(provider, tmp_path_factory):
    import processing

    folder = tmp_path_factory.mktemp("示范 县 50%")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    files = processing.run(
        "redline:democounty", {"SIZE": SIZE, "OUTPUT": str(folder / "县")}, context=context
    )
    vectors = files["VECTORS"] + "|layername="
    terms = (
        "PRECIPITATION",
        "EVAPOTRANSPIRATION",
        "ECOSYSTEM",
        "RAINFALL_EROSIVITY",
        "SOIL_ERODIBILITY",
        "SLOPE_LENGTH_STEEPNESS",
        "COVER_MANAGEMENT",
        "SOIL_TEXTURE",
        "RELIEF",
        "VEGETATION_COVER",
        "ELEVATION",
    )
    parameters = {
        **{term: files[term] for term in terms},
        "PROTECTED_AREAS": vectors + "protected_areas",
        "COUNTIES": vectors + "counties",
        "YSDM": "9999999999",
        "ESTABLISHED": "2025-06-01",
        "delineate:RED_LINE": str(folder / "红线.gpkg"),
        "export:PACKAGE": str(folder / "成果"),
        "map:MAP": str(folder / "图.png"),
    }
    processing.run("redline:redlinecounty", parameters, context=context)
    return SimpleNamespace(
        folder=folder,
        package=folder / "成果",
        blocks=str(folder / "红线.gpkg"),
        map=folder / "图.png",
        vectors=vectors,
        files=files,
    )


def features(path):
    source = ogr.Open(path)
    return [feature.items() for feature in source.GetLayer(0)]


def test_every_output_is_there(chain):
    picture = gdal.Open(str(chain.map))
    assert (picture.RasterXSize, picture.RasterYSize) == (2339, 1654)
    assert picture.ReadAsArray()[:3].std() > 20
    for name in ("report.html", "areas.csv", "manifest.json", "map.png", "矢量数据/STBHHX.shp"):
        assert (chain.package / name).stat().st_size > 0


def test_areas_of_blocks_add_up_to_the_table(chain):
    blocks = features(chain.blocks)
    total = sum(row["area_m2"] for row in blocks) / 1e6
    last = (chain.package / "areas.csv").read_text("utf-8-sig").splitlines()[-1].split(",")
    assert int(last[4]) == len(blocks)
    # Each block is rounded to 0.0001 km2 in the layout, and to 0.0001 m on the ground.
    assert float(last[5]) == pytest.approx(total, abs=1e-4 * (len(blocks) + 1))


def test_every_block_has_a_county_and_a_reason(chain):
    for row in features(chain.blocks):
        assert row["county"] in ("990101", "990102")
        assert row["main_reason"]
        assert json.loads(row["reasons"])[row["main_reason"]] > 0


def test_blocks_carry_what_made_them(chain):
    from redline_plugin.core.provenance import read_layer_provenance

    record = read_layer_provenance(chain.blocks)
    assert record["algorithm"] == "redline:delineate"
    assert {entry["name"] for entry in record["inputs"]} == {
        "WATER_CONSERVATION",
        "SOIL_RETENTION",
        "SOIL_EROSION",
    }
    assert all(len(entry["sha256"]) == 64 for entry in record["inputs"])
    assert {entry["made_by"] for entry in record["inputs"]} == {
        "redline:gradefunction",
        "redline:gradesensitivity",
    }


def test_the_package_passes_and_a_changed_byte_is_named(chain, run, tmp_path):
    import shutil

    findings = tmp_path / "f.json"
    found = run("verifysubmission", {"INPUT": str(chain.package), "OUTPUT": str(findings)})
    assert (found["PASSED"], found["ERRORS"]) == (1, 0)
    assert json.loads(findings.read_text("utf-8"))
    copy = tmp_path / "改动"
    shutil.copytree(chain.package, copy)
    table = copy / "areas.csv"
    data = bytearray(table.read_bytes())
    data[-20] ^= 1
    table.write_bytes(data)
    found = run("verifysubmission", {"INPUT": str(copy), "OUTPUT": str(findings)})
    assert found["PASSED"] == 0
    assert "areas.csv" in findings.read_text("utf-8")
    with pytest.raises(QgsProcessingException, match="does not pass"):
        run("verifysubmission", {"INPUT": str(copy), "STOP": True})


def test_export_needs_what_delineation_writes(chain, run, tmp_path):
    with pytest.raises(QgsProcessingException) as caught:
        run(
            "exportsubmission",
            {
                "INPUT": chain.vectors + "parcels",
                "YSDM": "9999999999",
                "ESTABLISHED": "2025-06-01",
                "OUTPUT": str(tmp_path / "p"),
            },
        )
    assert "no field “main_reason”" in str(caught.value)
    assert not (tmp_path / "p").exists()


def test_export_twice_gives_the_same_bytes(chain, run, tmp_path):
    parameters = {
        "INPUT": chain.blocks,
        "YSDM": "9999999999",
        "ESTABLISHED": "2025-06-01",
        "PACKAGE_NAME": "示范",
        "MAP": str(chain.map),
    }
    folders = [tmp_path / name for name in ("一", "二")]
    for folder in folders:
        run("exportsubmission", {**parameters, "OUTPUT": str(folder)})
    files = [
        {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in folders
    ]
    assert files[0] == files[1]


def test_delineation_says_what_is_wrong_with_its_layers(chain, run, tmp_path):
    parameters = {
        "PROTECTED_AREAS": chain.vectors + "nothing",
        "OUTPUT": str(tmp_path / "b.gpkg"),
    }
    with pytest.raises(QgsProcessingException, match="PROTECTED_AREAS"):
        run("delineate", parameters)
    counties = {
        "COUNTIES": chain.vectors + "counties",
        "PROTECTED_AREAS": chain.vectors + "protected_areas",
        "OUTPUT": str(tmp_path / "b.gpkg"),
    }
    with pytest.raises(QgsProcessingException, match="no field “CODE” for their code"):
        run("delineate", {**counties, "COUNTY_CODE": "CODE"})
    with pytest.raises(QgsProcessingException, match=r"must end with \.gpkg"):
        run("delineate", {**counties, "OUTPUT": str(tmp_path / "b.shp")})
    assert list(tmp_path.iterdir()) == []


def test_the_account_adds_up(chain, run, tmp_path):
    import csv

    classes = tmp_path / "c.tif"
    index = run(
        "soilretention",
        {
            **{
                n: chain.files[n]
                for n in (
                    "RAINFALL_EROSIVITY",
                    "SOIL_ERODIBILITY",
                    "SLOPE_LENGTH_STEEPNESS",
                    "COVER_MANAGEMENT",
                )
            },
            "OUTPUT": str(tmp_path / "i.tif"),
        },
    )["OUTPUT"]
    run("gradefunction", {"INPUT": index, "OUTPUT": str(classes)})
    found = run(
        "delineate",
        {
            "SOIL_RETENTION": str(classes),
            "PROTECTED_AREAS": chain.vectors + "protected_areas",
            "COUNTIES": chain.vectors + "counties",
            "MIN_PATCH": 0.5,
            "OUTPUT": str(tmp_path / "b.gpkg"),
            "ACCOUNT": str(tmp_path / "a.csv"),
        },
    )
    rows = list(csv.reader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()))[1:]
    signs = {"+": 1, "-": -1, "": 0}
    total = sum(signs[row[2]] * float(row[4]) for row in rows)
    final = next(float(row[4]) for row in rows if row[0] == "final")
    assert total == pytest.approx(final, abs=0.1)
    assert final == pytest.approx(found["AREA"], abs=0.1)
    assert final == pytest.approx(sum(f["area_m2"] for f in features(found["OUTPUT"])), abs=0.1)


def test_the_model_stands_in_the_toolbox_with_its_outputs(provider):
    model = provider.algorithm("redlinecounty")
    names = {d.name(): d.description() for d in model.parameterDefinitions()}
    assert names["delineate:RED_LINE"] == "Red-line blocks"
    assert names["PRECIPITATION"] == "Mean annual precipitation [mm/a]"
    assert model.displayName() == "Red line of a county, from rasters to a checked package"


def test_gbk_whatever_qgis_did_to_gdal(chain, run, tmp_path):
    # QGIS sets this for its process as soon as it has read a Shapefile.
    before = gdal.GetConfigOption("SHAPE_ENCODING")
    gdal.SetConfigOption("SHAPE_ENCODING", "")
    try:
        run(
            "exportsubmission",
            {
                "INPUT": chain.blocks,
                "YSDM": "9999999999",
                "ESTABLISHED": "2025-06-01",
                "ENCODING": 1,
                "BELT": "geographic",
                "OUTPUT": str(tmp_path / "包"),
            },
        )
        found = run("verifysubmission", {"INPUT": str(tmp_path / "包")})
    finally:
        gdal.SetConfigOption("SHAPE_ENCODING", before)
    assert (found["PASSED"], found["ERRORS"]) == (1, 0)
    table = (tmp_path / "包" / "矢量数据" / "STBHHX.dbf").read_bytes()
    assert "生态保护红线".encode("gbk") in table
    assert "生态保护红线".encode() not in table

"""Rules, disputed land, names and codes of ``redline:delineate`` on the demo county."""

from __future__ import annotations

import csv
import json
from types import SimpleNamespace

import pytest
from osgeo import ogr
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject

SIZE = 240


@pytest.fixture(scope="module")
def county(provider, tmp_path_factory):
    import processing

    folder = tmp_path_factory.mktemp("rules")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def run(name, parameters):
        return processing.run(f"redline:{name}", parameters, context=context)

    files = run("democounty", {"SIZE": SIZE, "OUTPUT": str(folder / "county")})
    terms = (
        "RAINFALL_EROSIVITY",
        "SOIL_ERODIBILITY",
        "SLOPE_LENGTH_STEEPNESS",
        "COVER_MANAGEMENT",
    )
    index = run(
        "soilretention",
        {**{term: files[term] for term in terms}, "OUTPUT": str(folder / "index.tif")},
    )["OUTPUT"]
    run("gradefunction", {"INPUT": index, "OUTPUT": str(folder / "classes.tif")})
    vectors = files["VECTORS"] + "|layername="
    common = {
        "SOIL_RETENTION": str(folder / "classes.tif"),
        "PROTECTED_AREAS": vectors + "protected_areas",
        "COUNTIES": vectors + "counties",
        "MIN_PATCH": 0.2,
    }
    return SimpleNamespace(run=run, common=common, vectors=vectors)


def delineated(county, folder, **more):
    place, account = folder / "blocks.gpkg", folder / "account.csv"
    parameters = {**county.common, **more, "OUTPUT": str(place), "ACCOUNT": str(account)}
    result = county.run("delineate", parameters)
    source = ogr.Open(str(place))
    rows = [feature.items() for feature in source.GetLayer(0)]
    with account.open(encoding="utf-8-sig", newline="") as text:
        table = {line[0]: line[2:] for line in csv.reader(text)}
    return SimpleNamespace(result=result, rows=rows, table=table, place=place)


def test_rules_change_nothing_unless_they_are_asked_for(county, tmp_path):
    found = delineated(county, tmp_path)
    assert "protected_out" not in found.table
    assert not {"narrow", "bridged"} & set(found.table)
    assert all(row["flags"] == "" and row["disputed"] == "" for row in found.rows)
    codes = [row["block_code"] for row in found.rows]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 12 and code[:6] in ("990101", "990102") for code in codes)
    assert all(row["block_name"].endswith("生态保护红线") for row in found.rows)


def test_all_rules_at_once(county, tmp_path):
    from redline_plugin.core.provenance import read_layer_provenance

    found = delineated(
        county,
        tmp_path,
        ENTERING_CLASSES=2,
        PROTECTED_RULES=1,
        UNKNOWN_PROTECTED=1,
        MIN_CORRIDOR=300.0,
        BRIDGE=300.0,
        LAND_USE=county.vectors + "parcels",
        LINEAR_WORKS=county.vectors + "roads",
        LINEAR_WIDTH=12.0,
        EXCEPTION_POLICY=1,
        FARMLAND_DECISION=4,
        NATURAL_UNITS=county.vectors + "counties",
        NATURAL_UNIT_NAME="XZQMC",
        CODE_DELIMITER="-",
        PATCH_CODE="{county}{number:06}",
    )
    table, rows = found.table, found.rows
    signs = {"+": 1, "-": -1, "": 0}
    closing = sum(signs[sign] * float(area) for sign, _, area in list(table.values())[1:])
    assert closing == pytest.approx(float(table["final"][2]), abs=1.0)
    assert float(table["exception:farmland"][2]) > 0
    assert float(table["narrow"][2]) > 0
    assert float(table["protected_out"][2]) > 0
    flagged = [row for row in rows if "farmland" in row["flags"].split(",")]
    assert flagged
    for row in flagged:
        told = json.loads(row["disputed"])["farmland"]
        assert told["share"] == pytest.approx(told["m2"] / row["area_m2"], abs=1e-5)
    assert {"国家级", "省级"} == {
        level for row in rows for level in row["protected_levels"].split(";")
    } - {""}
    zones = {zone for row in rows for zone in row["protected_zones"].split(";")}
    assert "核心区" in zones
    assert "一般游憩区" not in zones
    assert all(row["block_code"].count("-") == 2 for row in rows)
    assert len({row["patch_code"] for row in rows}) == len(rows)
    record = read_layer_provenance(str(found.place))
    assert record["parameters"]["exceptions"] == {
        "farmland": "out",
        "plantation": "flag",
        "construction": "edge",
        "linear": "flag",
        "windsolar": "edge",
    }
    assert "overlay_protected.csv" in record["parameters"]["tables"]


def test_what_is_wrong_is_said_before_the_work(county, tmp_path):
    wrong = [
        ({"PROTECTED_RULES": 1, "PROTECTED_KIND": "NONE"}, "“NONE” for their kind"),
        ({"LAND_USE": county.vectors + "parcels", "LAND_USE_CODE": "NONE"}, "for their code"),
        (
            {"NATURAL_UNITS": county.vectors + "counties", "NATURAL_UNIT_NAME": "NONE"},
            "for their name",
        ),
        ({"PATCH_CODE": "{other}"}, "pattern of patch codes"),
        ({"TABLES": str(tmp_path / "none")}, "no such folder"),
    ]
    for parameters, text in wrong:
        with pytest.raises(QgsProcessingException, match=text):
            delineated(county, tmp_path, **parameters)
    assert list(tmp_path.iterdir()) == []

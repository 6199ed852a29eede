"""Station algorithms in QGIS: files in, layers and rasters out, chained."""

import csv

import numpy as np
import pytest
from qgis.core import (
    NULL,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)
from support.climate import weather, write_csv, write_table
from support.rasters import read, write

from redline_plugin.core.provenance import read_layer_provenance, read_provenance
from redline_plugin.processing.stationsclimate import StationClimate
from redline_plugin.processing.stationserosivity import StationErosivity
from redline_plugin.processing.stationsinterpolate import InterpolateStations

STATIONS = 12


@pytest.fixture(scope="session", autouse=True)
def algorithms(provider):
    for kind in (StationErosivity, StationClimate, InterpolateStations):
        if provider.algorithm(kind.ID) is None:
            provider.addAlgorithm(kind())


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("气象 data")
    rng = np.random.default_rng(4)
    places = [
        (
            54000 + n,
            round(110 + float(rng.random()), 3),
            round(34 + float(rng.random()), 3),
            100 * n,
        )
        for n in range(STATIONS)
    ]
    rows = [row for n in range(STATIONS) for row in weather(n, 2001, 2002)]
    return (
        str(write_csv(folder / "日值.csv", rows, encoding="gbk")),
        str(write_table(folder / "stations.csv", places)),
    )


def features(place):
    layer = QgsVectorLayer(place, "s", "ogr")
    assert layer.isValid()
    names = layer.fields().names()
    return [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()], layer


def erosivity(run, files, output, **more):
    daily, table = files
    return run(
        "stationerosivity",
        {"INPUT": [daily], "STATIONS": table, "OUTPUT": str(output), **more},
    )


def test_erosivity_of_files(run, files, tmp_path, feedback):
    told = feedback()
    daily, table = files
    found = run(
        "stationerosivity",
        {"INPUT": [daily], "STATIONS": table, "OUTPUT": str(tmp_path / "站.gpkg")},
        told,
    )
    assert found["STATION_COUNT"] == STATIONS
    rows, layer = features(found["OUTPUT"])
    assert layer.crs().authid() == "EPSG:4490"
    assert [row["station"] for row in rows] == [str(54000 + n) for n in range(STATIONS)]
    for row in rows:
        assert row["R"] == pytest.approx(sum(row[f"r_{n:02d}"] for n in range(1, 25)))
        assert row["R"] > 100
        assert (row["years"], row["years_out"], row["parts"]) == (2, 0, 48)
    assert any("24 years were used whole" in text for text in told.told)
    record = read_layer_provenance(found["OUTPUT"])
    assert record["algorithm"] == "stationerosivity"
    assert record["parameters"]["threshold"] == 12
    assert {item["name"] for item in record["inputs"]} == {"INPUT 1", "STATIONS"}


def test_choices_change_the_result(run, files, tmp_path):
    def total(**more):
        rows, _ = features(erosivity(run, files, tmp_path / "r.gpkg", **more)["OUTPUT"])
        return sum(row["R"] for row in rows)

    usual = total()
    assert total(THRESHOLD=1) > usual
    assert total(THRESHOLD=2, OWN_THRESHOLD=12) == usual
    assert total(THRESHOLD=2, OWN_THRESHOLD=30) < usual
    assert total(METHOD=1) != usual
    assert total(WARM_ALPHA=0.7874, COLD_ALPHA=0.6202) == pytest.approx(2 * usual)
    assert total(RAIN_UNIT=1) < usual
    assert total(WARM_FIRST=4, WARM_LAST=10) > usual
    assert total(WARM_FIRST=10, WARM_LAST=4) < usual
    assert total(METHOD=1, THRESHOLD=1) > total(METHOD=1)
    assert total(METHOD=1, REGRESSION_LIMIT=20) != total(METHOD=1)


def test_any_vector_format(run, files, tmp_path):
    found = erosivity(run, files, tmp_path / "r.shp")
    rows, layer = features(found["OUTPUT"])
    assert len(rows) == STATIONS
    assert "parts_out" in layer.fields().names()
    assert erosivity(run, files, "memory:")["STATION_COUNT"] == STATIONS


def test_climate_of_files(run, files, tmp_path, feedback):
    daily, table = files
    told = feedback()
    found = run(
        "stationclimate",
        {
            "INPUT": [daily],
            "STATIONS": table,
            "TMIN_COLUMN": "",
            "MIN_TEMPERATURE_COLUMN": "tmin",
            "OUTPUT": str(tmp_path / "c.gpkg"),
        },
        told,
    )
    rows, layer = features(found["OUTPUT"])
    names = layer.fields().names()
    for name in ("precip", "temp", "wind_days", "dryness", "acc_temp", "acc_rain"):
        assert name in names
    for name in ("raind", "wf", "sd"):
        assert name in names
    for name in ("precip", "temp", "tmin", "tmax", "wind", "humid", "raind", "sd", "wf"):
        assert [f"{name}_{n:02d}" in names for n in range(1, 13)] == [True] * 12
    assert all(len(name) <= 10 for name in names)
    row = rows[0]
    assert row["precip"] == pytest.approx(sum(row[f"precip_{n:02d}"] for n in range(1, 13)))
    assert row["raind"] == pytest.approx(sum(row[f"raind_{n:02d}"] for n in range(1, 13)))
    assert row["wf"] == pytest.approx(sum(row[f"wf_{n:02d}"] for n in range(1, 13)))
    assert row["sd_07"] == 1
    assert 0 < row["sd_01"] < 1
    assert row["sd_01"] < row["sd"] < 1
    assert row["tmin_07"] < row["temp_07"] < row["tmax_07"]
    assert 0.2 < row["humid_01"] < 1
    assert row["dryness"] == pytest.approx(0.16 * row["acc_temp"] / row["acc_rain"])
    assert any("Wind speed: 24 years of 12 stations" in text for text in told.told)


@pytest.fixture(scope="module")
def gappy(tmp_path_factory):
    """One station of steady rain, two days a month without a record."""
    folder = tmp_path_factory.mktemp("gaps")
    rows = [
        {
            "station": row["station"],
            "date": row["date"],
            "rain": "" if row["date"][8:] in ("07", "22") else 11.0 + (row["date"][8:] > "20"),
        }
        for row in weather(1, 2001, 2001)
    ]
    places = write_table(folder / "st.csv", [(54001, 110, 34, "")])
    return str(write_csv(folder / "rain.csv", rows)), str(places)


@pytest.mark.parametrize("chosen", [0, 1])
def test_days_without_a_record(run, gappy, tmp_path, feedback, chosen):
    told = feedback()
    daily, table = gappy
    common = {"INPUT": [daily], "STATIONS": table, "ABSENT_DAYS": chosen}
    found = run("stationclimate", {**common, "OUTPUT": str(tmp_path / "c.gpkg")}, told)
    (row,), _ = features(found["OUTPUT"])
    assert row["raind"] == pytest.approx(365 if chosen == 0 else 341)
    words = " ".join(told.told + told.warned)
    assert "Rain: 24 days without a record (6.6 %)" in words
    assert ("added 24 to 341 at station 54001" in words) == (chosen == 0)
    assert ("too low by about as much" in words) == (chosen == 1)
    record = read_layer_provenance(found["OUTPUT"])
    assert record["parameters"]["absent_days"] == ("scaled", "observed")[chosen]
    told = feedback()
    found = run("stationerosivity", {**common, "OUTPUT": str(tmp_path / "r.gpkg")}, told)
    (row,), _ = features(found["OUTPUT"])
    assert (row["r_added"] > 0) == (chosen == 0)
    assert ("Rainfall erosivity R: scaling" in " ".join(told.told + told.warned)) == (chosen == 0)


def test_zhangs_limit_is_warned_of(run, gappy, tmp_path, feedback):
    daily, table = gappy
    common = {"INPUT": [daily], "STATIONS": table, "METHOD": 1}

    def words(**more):
        told = feedback()
        found = run(
            "stationerosivity", {**common, "OUTPUT": str(tmp_path / "r.gpkg"), **more}, told
        )
        (row,), _ = features(found["OUTPUT"])
        return " ".join(told.told + told.warned), row

    text, row = words()
    assert "Zhang" not in text
    assert row["p_day_reg"] == row["p_day"] == 12
    text, row = words(THRESHOLD=1)
    assert "Rains from 10 mm are summed, but Zhang Wenbo's coefficients" in text
    assert row["p_day_reg"] == 12
    assert row["p_day"] < 12
    text, row = words(THRESHOLD=1, REGRESSION_LIMIT=20)
    assert "no rain reaches 20 mm" in text
    assert row["R"] == NULL


def test_climate_takes_what_there_is(run, files, tmp_path):
    rows = [{k: row[k] for k in ("station", "date", "wind")} for row in weather(1, 2001, 2001)]
    daily = write_csv(tmp_path / "wind.csv", rows)
    places = write_table(tmp_path / "st.csv", [(54001, 110, 34, "")])
    found = run(
        "stationclimate",
        {"INPUT": [str(daily)], "STATIONS": str(places), "OUTPUT": str(tmp_path / "c.gpkg")},
    )
    (row,), _ = features(found["OUTPUT"])
    assert "precip" not in row
    assert row["wind_01"] > 0
    with pytest.raises(QgsProcessingException, match="No column was recognised"):
        run(
            "stationclimate",
            {"INPUT": [str(places)], "STATIONS": str(places), "OUTPUT": "memory:"},
        )


def test_problems_come_with_their_lines(run, files, tmp_path):
    rows = weather(0, 2001, 2001)
    rows[3]["rain"] = -1
    rows[9]["date"] = "2001-02-31"
    daily = write_csv(tmp_path / "bad.csv", rows)
    with pytest.raises(QgsProcessingException) as caught:
        erosivity(run, (str(daily), files[1]), tmp_path / "r.gpkg")
    assert "bad.csv:5: Rain: -1" in str(caught.value)
    assert "bad.csv:11: “2001-02-31”" in str(caught.value)
    assert not (tmp_path / "r.gpkg").exists()
    found = erosivity(run, (str(daily), files[1]), tmp_path / "r.gpkg", LENIENT=True)
    assert found["STATION_COUNT"] == 1


@pytest.fixture(scope="module")
def stations(files, provider, tmp_path_factory):
    import processing

    daily, table = files
    place = str(tmp_path_factory.mktemp("s") / "stations.gpkg")
    return processing.run(
        "redline:stationclimate", {"INPUT": [daily], "STATIONS": table, "OUTPUT": place}
    )["OUTPUT"]


BOX = "110.0,111.0,34.0,35.0 [EPSG:4490]"


def test_a_raster_of_stations(run, stations, tmp_path):
    found = run(
        "interpolatestations",
        {
            "INPUT": stations,
            "FIELD": "precip",
            "METHOD": 3,
            "EXTENT": BOX,
            "CELL_SIZE": 0.05,
            "ID_FIELD": "station",
            "NOT_NEGATIVE": True,
            "OUTPUT": str(tmp_path / "降水.tif"),
            "REPORT": str(tmp_path / "e.csv"),
        },
    )
    assert read(found["OUTPUT"]).shape == (20, 20)
    assert found["STATIONS"] == STATIONS
    assert found["CHOSEN_METHOD"] == "kriging"
    assert found["ROOT_MEAN_SQUARE_ERROR"] >= found["MEAN_ABSOLUTE_ERROR"]
    assert "LAPSE" not in found
    rows = list(csv.reader((tmp_path / "e.csv").read_text("utf-8-sig").splitlines()))
    assert sorted(row[1] for row in rows[1:]) == [str(54000 + n) for n in range(STATIONS)]
    record = read_provenance(found["OUTPUT"])
    assert record["inputs"][0]["path"] == stations.partition("|")[0]
    assert record["parameters"]["NOT_NEGATIVE"] is True


def test_twelve_months_in_one_raster(run, stations, tmp_path):
    found = run(
        "interpolatestations",
        {
            "INPUT": stations,
            "FIELD": [f"temp_{n:02d}" for n in range(1, 13)],
            "EXTENT": BOX,
            "CELL_SIZE": 0.1,
            "OUTPUT": str(tmp_path / "t.tif"),
        },
    )
    values = read(found["OUTPUT"])
    assert values.shape == (12, 10, 10)
    assert values[6].mean() > values[0].mean() + 10


def test_elevation_and_grids(run, stations, tmp_path):
    height = np.linspace(0, 1100, 400, dtype="float32").reshape(20, 20)
    dem = write(tmp_path / "dem.tif", height, (110, 0.05, 0, 35, 0, -0.05), 4490)
    common = {"INPUT": stations, "FIELD": ["temp"], "METHOD": 1}
    found = run(
        "interpolatestations",
        {
            **common,
            "ELEVATION": dem,
            "ELEVATION_FIELD": "elev",
            "OUTPUT": str(tmp_path / "a.tif"),
        },
    )
    assert read(found["OUTPUT"]).shape == (20, 20)
    assert np.isfinite(found["LAPSE"])
    grid = write(tmp_path / "g.tif", np.zeros((5, 6), "uint8"), (110, 0.1, 0, 35, 0, -0.1), 4490)
    found = run("interpolatestations", {**common, "GRID": grid, "OUTPUT": str(tmp_path / "b.tif")})
    assert read(found["OUTPUT"]).shape == (5, 6)
    projected = run(
        "interpolatestations",
        {
            **common,
            "EXTENT": BOX,
            "CELL_SIZE": 5000,
            "CRS": "EPSG:4547",
            "OUTPUT": str(tmp_path / "p.tif"),
        },
    )
    assert read(projected["OUTPUT"]).shape[0] in range(20, 26)


def test_what_is_missing_is_said(run, stations, tmp_path):
    output = {"INPUT": stations, "OUTPUT": str(tmp_path / "o.tif")}
    with pytest.raises(QgsProcessingException, match="grid of the result is not known"):
        run("interpolatestations", {**output, "FIELD": "temp"})
    with pytest.raises(QgsProcessingException, match="no field “nothing”"):
        run(
            "interpolatestations",
            {**output, "FIELD": "nothing", "EXTENT": BOX, "CELL_SIZE": 0.1},
        )
    assert list(tmp_path.iterdir()) == []


def test_cancel_in_time(run, stations, feedback, tmp_path):
    import time

    told = feedback(cancel_at=25)
    started = time.monotonic()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "interpolatestations",
            {
                "INPUT": stations,
                "FIELD": "precip",
                "METHOD": 3,
                "EXTENT": BOX,
                "CELL_SIZE": 0.0001,
                "OUTPUT": str(tmp_path / "o.tif"),
            },
            told,
        )
    assert time.monotonic() - started < 10
    assert list(tmp_path.iterdir()) == []


def test_stations_and_interpolation_in_one_model(provider, files, tmp_path):
    import processing

    model = QgsProcessingModelAlgorithm("m", "g")
    for name in ("DAILY", "TABLE"):
        model.addModelParameter(
            QgsProcessingParameterFile(name, name), QgsProcessingModelParameter(name)
        )
    value = QgsProcessingModelChildParameterSource
    first = QgsProcessingModelChildAlgorithm("redline:stationerosivity")
    first.setChildId("first")
    first.addParameterSources("INPUT", [value.fromModelParameter("DAILY")])
    first.addParameterSources("STATIONS", [value.fromModelParameter("TABLE")])
    model.addChildAlgorithm(first)
    second = QgsProcessingModelChildAlgorithm("redline:interpolatestations")
    second.setChildId("second")
    second.addParameterSources("INPUT", [value.fromChildOutput("first", "OUTPUT")])
    for name, fixed in (("FIELD", "R"), ("EXTENT", BOX), ("CELL_SIZE", 0.1)):
        second.addParameterSources(name, [value.fromStaticValue(fixed)])
    output = QgsProcessingModelOutput("R", "R")
    output.setChildId("second")
    output.setChildOutputName("OUTPUT")
    second.setModelOutputs({"R": output})
    model.addChildAlgorithm(second)
    daily, table = files
    # Versions of QGIS name a model's outputs differently.
    (name,) = (item.name() for item in model.parameterDefinitions() if item.isDestination())
    path = str(tmp_path / "r.tif")
    found = processing.run(model, {"DAILY": daily, "TABLE": table, name: path})
    assert found[name] == path
    assert read(path).shape == (10, 10)

"""What a user has is not lost: outputs never take the place of folders or of what was read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException
from support.climate import weather, write_csv, write_table
from support.rasters import read, write


@pytest.fixture
def elevation(tmp_path):
    values = np.random.default_rng(1).random((20, 20)).astype("float32") * 100
    return write(tmp_path / "e.tif", values)


def test_a_folder_in_the_place_of_a_file_stays(run, tmp_path, elevation):
    folder = tmp_path / "多年资料"
    folder.mkdir()
    (folder / "x").write_text("kept", "utf-8")
    raster_folder = tmp_path / "o.tif"
    raster_folder.mkdir()
    for more in ({"REPORT": str(folder)}, {"OUTPUT": str(raster_folder)}):
        with pytest.raises(QgsProcessingException, match="There is a folder of this name"):
            run("slope", {"ELEVATION": elevation, "OUTPUT": str(tmp_path / "s.tif"), **more})
    assert (folder / "x").read_text("utf-8") == "kept"
    assert raster_folder.is_dir()
    with pytest.raises(QgsProcessingException, match="There is a folder of this name"):
        run("assessmentreport", {"RESULTS": [elevation], "OUTPUT": str(folder)})
    assert (folder / "x").exists()


@pytest.mark.parametrize("name", ["REPORT", "OUTPUT"])
def test_an_output_is_never_what_was_read(run, tmp_path, elevation, name):
    before = Path(elevation).read_bytes()
    grid = write(tmp_path / "grid.tif", np.ones((20, 20), "float32"))
    given = {"ELEVATION": elevation, "GRID": grid, "OUTPUT": str(tmp_path / "s.tif")}
    for place in (elevation, grid):
        with pytest.raises(QgsProcessingException, match="would overwrite an input"):
            run("slope", {**given, name: place})
    assert Path(elevation).read_bytes() == before
    assert (read(grid) == 1).all()


def test_a_report_is_html_and_has_a_name_of_its_own(run, tmp_path, elevation):
    output = str(tmp_path / "s.tif")
    for report in (output, str(tmp_path / "r.txt")):
        with pytest.raises(QgsProcessingException, match=r"Two outputs have one name|HTML"):
            run("slope", {"ELEVATION": elevation, "OUTPUT": output, "REPORT": report})


def test_daily_series_are_not_overwritten(run, tmp_path):
    daily = write_csv(tmp_path / "in.csv", weather(1, 2001, 2001) + weather(2, 2001, 2001))
    table = write_table(tmp_path / "s.csv", [(54001, 110, 34, 100), (54002, 110.2, 34.1, 200)])
    before = daily.read_bytes(), table.read_bytes()
    for place in (daily, table):
        with pytest.raises(QgsProcessingException, match="would overwrite an input"):
            run(
                "stationerosivity",
                {"INPUT": [str(daily)], "STATIONS": str(table), "OUTPUT": str(place)},
            )
    assert (daily.read_bytes(), table.read_bytes()) == before


def test_the_layers_that_blocks_are_made_from_stay(run, tmp_path):
    from osgeo import ogr

    made = run("democounty", {"SIZE": 160, "OUTPUT": str(tmp_path / "县")})
    vectors = made["VECTORS"]
    classes = write(
        tmp_path / "c.tif",
        np.full((160, 160), 3, "uint8"),
        (36470000.0, 375.0, 0, 3610000.0, 0, -375.0),
        nodata=0,
    )
    with pytest.raises(QgsProcessingException, match="would overwrite an input"):
        run(
            "delineate",
            {
                "SOIL_RETENTION": classes,
                "COUNTIES": f"{vectors}|layername=counties",
                "OUTPUT": vectors,
            },
        )
    source = ogr.Open(vectors)
    assert source.GetLayerCount() >= 8


def test_an_empty_folder_of_tables_is_not_taken_for_ones_own(run, tmp_path, elevation):
    (tmp_path / "空").mkdir()
    with pytest.raises(QgsProcessingException, match="holds none for this model"):
        run(
            "slopelengthsteepness",
            {
                "ELEVATION": elevation,
                "TABLES": str(tmp_path / "空"),
                "OUTPUT": str(tmp_path / "o.tif"),
            },
        )


def test_progress_with_a_report_never_goes_back(run, tmp_path, elevation, feedback):
    told = feedback()
    seen = []
    told.progressChanged.connect(seen.append)
    run(
        "slope",
        {
            "ELEVATION": elevation,
            "OUTPUT": str(tmp_path / "s.tif"),
            "REPORT": str(tmp_path / "r.html"),
        },
        told,
    )
    assert seen == sorted(seen)
    assert seen[-1] == 100

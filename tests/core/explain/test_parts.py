"""Inputs that are parts of files: variables of a netCDF file, raster tables of a GeoPackage."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from support.chains import SHAPE, entry, factors, run_model, said
from support.parts import DEGREES, geopackage, netcdf
from support.rasters import TRANSFORM, read

from redline_plugin.core.explain.tree import Stand
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.grade.cumulative import CumulativeRule, grade_by_cumulative_value
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.report.assessment import write_assessment_report
from redline_plugin.core.text import untranslated

NAMES = ("RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "SLOPE_LENGTH_STEEPNESS", "COVER_MANAGEMENT")
KINDS = {
    "GPKG": (geopackage, "inputs.gpkg", TRANSFORM),
    "netCDF": (netcdf, "inputs 入.nc", DEGREES),
}


@pytest.fixture(params=list(KINDS))
def parts(request, tmp_path):
    """All four inputs of soil retention in one file; its names, values and result."""
    if gdal.GetDriverByName(request.param) is None:
        pytest.skip(f"this GDAL has no {request.param}")
    save, name, transform = KINDS[request.param]
    raw = tmp_path / "raw"
    raw.mkdir()
    _, arrays = factors(raw)
    folder = tmp_path / "all"
    folder.mkdir()
    values = {name: np.maximum(arrays[name], np.float32(0.001)) for name in NAMES}
    names = save(folder / name, values)
    output = run_model("soilretention", names, folder)
    return folder, folder / name, names, values, output, transform


def test_the_record_names_the_parts(parts):
    _, file, names, _, output, _ = parts
    record = read_provenance(str(output))
    assert {item["name"]: item["source"] for item in record["inputs"]} == names
    assert {item["path"] for item in record["inputs"]} == {str(file)}


def test_each_input_is_read_from_its_own_part(parts, at):
    _, _, _, values, output, transform = parts
    stored = read(output)
    for row in range(0, SHAPE[0], 3):
        for column in range(2, SHAPE[1], 3):
            found = at(output, column, row, transform=transform, hashes=True)
            for name in NAMES:
                assert entry(found, name).value == values[name][row, column]
            assert found.recomputed == found.value == stored[row, column]
    notes = [str(note.text) for note in entry(found, "COVER_MANAGEMENT").notes]
    assert notes == ["the file is the same as then"]


def test_moved_files_are_found_beside_the_result(parts, at, tmp_path):
    folder, file, _, values, output, transform = parts
    there = tmp_path / "另一 处"
    shutil.move(str(folder), str(there))
    found = at(there / output.name, 4, 5, transform=transform)
    assert found.recomputed == found.value
    line = entry(found, "COVER_MANAGEMENT")
    assert line.value == values["COVER_MANAGEMENT"][5, 4]
    assert line.stand is Stand.MARKED
    assert f"found beside the result: {there / file.name}" in str(line.notes[0].text)
    (there / file.name).unlink()
    assert "the file is no longer there" in said(at(there / output.name, 4, 5, transform=transform))


def test_the_report_shows_the_parts(parts, tmp_path):
    _, file, names, values, output, _ = parts
    classes = tmp_path / "classes.tif"
    grade_by_cumulative_value(RasterSource(str(output)), classes, CumulativeRule(), Quiet())
    # The index of a grading may be a part, too.
    graded = tmp_path / "graded.tif"
    index = names["SLOPE_LENGTH_STEEPNESS"]
    grade_by_cumulative_value(RasterSource(index), graded, CumulativeRule(), Quiet())
    page = tmp_path / "a.html"
    write_assessment_report([output, classes, graded], page, untranslated, "en", Quiet())
    text = page.read_text("utf-8")
    for name in NAMES:
        assert f"{values[name].max():.5g}" in text.replace(",", "")
    # Each input and result has its histogram, and the index that is a part has it with breaks.
    assert text.count("Histogram of the index, with the breaks") >= 2
    assert file.name in text


def test_a_grading_of_a_part_is_told(parts, at, tmp_path):
    _, file, names, values, _, transform = parts
    index = names["SLOPE_LENGTH_STEEPNESS"]
    graded = tmp_path / "graded.tif"
    grade_by_cumulative_value(RasterSource(index), graded, CumulativeRule(), Quiet())
    for column in range(SHAPE[1]):
        found = at(graded, column, 5, transform=transform)
        assert found.recomputed == found.value == read(graded)[5, column]
        assert entry(found, "INPUT").value == values["SLOPE_LENGTH_STEEPNESS"][5, column]
    file.unlink()
    assert "the file is no longer there" in said(at(graded, 4, 5, transform=transform))

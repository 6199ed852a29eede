import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.sensitivity import SETS, Limits, LimitSet, grade_by_limits
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.source import RasterSource


def grade(folder, values, limits):
    path = write(folder / "i.tif", values, nodata=-9999)
    rows = grade_by_limits(RasterSource(path), folder / "c.tif", limits, Quiet())
    return read(folder / "c.tif").tolist(), rows


def test_the_two_sets_and_ones_own(tmp_path):
    values = np.array([[-9999, 1, 2.04, 2.06, 2.3, 2.5, 3.7, 4.04, 4.06]], "float32")
    assert grade(tmp_path, values, SETS[LimitSet.A])[0] == [[0, 1, 1, 2, 2, 2, 2, 2, 3]]
    assert grade(tmp_path, values, SETS[LimitSet.B])[0] == [[0, 1, 1, 1, 1, 2, 3, 3, 3]]
    classes, rows = grade(tmp_path, values, Limits(2.0, 2.5))
    assert classes == [[0, 1, 2, 2, 2, 2, 3, 3, 3]]
    assert [(row.value, row.pixels) for row in rows] == [(3, 3), (2, 4), (1, 1)]
    assert rows[0].value_share is None


def test_classes_have_colours_and_no_side_car(tmp_path):
    from osgeo import gdal

    grade(tmp_path, np.array([[1, 3, 5]], "float32"), SETS[LimitSet.A])
    dataset = gdal.Open(str(tmp_path / "c.tif"))
    table = dataset.GetRasterBand(1).GetColorTable()
    colours = [table.GetColorEntry(value) for value in range(4)]
    assert colours[0][3] == 0
    assert len(set(colours)) == 4
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.tif", "i.tif"]


def test_the_record_tells_the_band_and_what_it_said_of_itself(tmp_path):
    from osgeo import gdal

    path = write(tmp_path / "i.tif", np.array([[[1, 3, 5]], [[5, 5, 1]]], "float32"))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(2).SetDescription("指数 {x}")
    dataset.GetRasterBand(2).SetUnitType("t/hm2")
    dataset = None
    for band, told in ((1, {"title": "", "unit": ""}), (2, {"title": "指数 {x}", "unit": "t/hm2"})):
        grade_by_limits(RasterSource(path, band), tmp_path / "c.tif", SETS[LimitSet.B], Quiet())
        record = read_provenance(str(tmp_path / "c.tif"))
        assert [(item["name"], item["band"]) for item in record["inputs"]] == [("INPUT", band)]
        assert record["parameters"]["index"] == told
        assert record["parameters"]["middle"] == 2.33
    assert read(tmp_path / "c.tif").tolist() == [[3, 3, 1]]


def test_limits_must_rise(tmp_path):
    with pytest.raises(InputError, match="must rise"):
        grade(tmp_path, np.ones((1, 1), "float32"), Limits(3, 3))


def test_nothing_valid(tmp_path):
    with pytest.raises(InputError, match="No pixel of the raster is valid"):
        grade(tmp_path, np.full((3, 3), -9999, "float32"), SETS[LimitSet.A])
    assert not (tmp_path / "c.tif").exists()

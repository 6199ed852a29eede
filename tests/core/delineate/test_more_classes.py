"""Rasters graded into more than three classes enter by the same classes as those of three."""

from __future__ import annotations

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.assess.combinations import combine
from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.delineate.delineate import delineate
from redline_plugin.core.delineate.inputs import Options
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import (
    CumulativeRule,
    NotPositive,
    grade_by_cumulative_value,
)
from redline_plugin.core.raster.source import RasterSource

VALUES = np.array([[100, 80, 60, 40], [20, 10, 5, 5], [0, 0, 0, -1]], "float32")
NATIONAL = CumulativeRule(50.0, 75.0, lower_percents=(90.0,))


def graded(folder, how, name):
    index = write(folder / "index.tif", VALUES)
    grade_by_cumulative_value(RasterSource(index), folder / name, how, Quiet())
    return RasterSource(str(folder / name))


@pytest.mark.parametrize("entering", [(3,), (2, 3)])
def test_four_classes_give_the_red_line_of_three(tmp_path, entering):
    three = graded(tmp_path, CumulativeRule(50.0, 75.0), "three.tif")
    four = graded(tmp_path, NATIONAL, "four.tif")
    assert 4 in read(four.path)
    options = Options(min_patch_m2=0.0, classes={"soilretention": entering})
    first, second = (delineate({"soilretention": one}, options=options) for one in (three, four))
    assert first.area_m2 == second.area_m2 > 0
    assert [block.geometry.wkt for block in first.blocks] == [
        block.geometry.wkt for block in second.blocks
    ]


def test_what_was_left_out_is_not_assessed(tmp_path):
    left = graded(tmp_path, CumulativeRule(not_positive=NotPositive.LEFT_OUT), "left.tif")
    result = delineate({"soilretention": left}, options=Options(min_patch_m2=0.0))
    kept = graded(tmp_path, CumulativeRule(), "kept.tif")
    assert (
        result.area_m2
        == delineate({"soilretention": kept}, options=Options(min_patch_m2=0.0)).area_m2
    )


def test_a_four_without_a_record_may_be_the_highest_and_is_refused(tmp_path):
    source = graded(tmp_path, NATIONAL, "four.tif")
    other = write(tmp_path / "other.tif", read(source.path), nodata=0)
    with pytest.raises(InputError, match="2 pixels hold no class; one of them holds 4"):
        delineate({"soilretention": RasterSource(other)}, options=Options(0.0))


@pytest.mark.parametrize(("how", "told"), [(NATIONAL, True), (CumulativeRule(), False)])
def test_the_highest_class_tells_of_classes_between(tmp_path, how, told):
    source = graded(tmp_path, how, "c.tif")
    inputs = {"SOIL_RETENTION": Band(source.path)}
    feedback = Quiet()
    highest = tmp_path / "highest.tif"
    run_jobs([Job(models()["highestfunction"], inputs, {"OUTPUT": highest})], feedback)
    codes = read(source.path)
    assert np.array_equal(read(highest), np.where(codes == 4, 1, codes))
    text = " ".join(map(str, feedback.warnings))
    assert ("2 pixels" in text and "from 4 to 7" in text) == told


def test_classes_between_count_as_general_in_the_highest_class():
    codes = np.array([0, 1, 4, 5, 6, 7, 2, 3, np.nan])
    found = combine((codes, None))
    assert found["highest"].tolist() == [0, 1, 1, 1, 1, 1, 2, 3, 0]
    assert found["extreme"].tolist() == [0, 1, 1, 1, 1, 1, 1, 2, 0]
    found = combine((codes, np.array([2, 4, 2, 4, 3, 0, 4, 4, 7.0])))
    assert found["highest"].tolist() == [2, 1, 2, 1, 3, 1, 2, 3, 1]
    assert found["which"].tolist() == [2, 3, 2, 3, 2, 1, 1, 1, 2]

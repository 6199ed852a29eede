"""The choices of ``redline:gradefunction``: breaks, cap, what is left out."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer
from support.rasters import read, write

from redline_plugin.core.errors import InputError
from redline_plugin.core.grade.importance import entries_of
from redline_plugin.core.provenance import read_provenance
from redline_plugin.processing.gradingpractice import own_breaks
from redline_plugin.processing.styling import Look, apply_look

VALUES = np.array([[100, 80, 60, 40, 20, 10, 5, 5, 0, -9999]], "float32")


@pytest.fixture
def grade(run, tmp_path):
    def with_choices(**choices):
        return run(
            "gradefunction",
            {
                "INPUT": write(tmp_path / "i.tif", VALUES, nodata=-9999),
                "OUTPUT": str(tmp_path / "c.tif"),
                "REPORT": str(tmp_path / "r.csv"),
                **choices,
            },
        )

    return with_choices


def test_as_before_unless_something_is_chosen(grade):
    found = grade()
    assert read(found["OUTPUT"]).tolist() == [[3, 3, 2, 2, 1, 1, 1, 1, 1, 0]]
    assert (found["BREAKS"], found["LEFT_OUT_PIXELS"]) == ("80.0, 40.0", 0)
    noted = read_provenance(found["OUTPUT"])["parameters"]
    assert (noted["practice"], noted["not_positive"]) == ("guide", "general")


def test_four_classes_and_pixels_left_out(grade, tmp_path):
    found = grade(PRACTICE=1, NOT_POSITIVE=1)
    assert read(found["OUTPUT"]).tolist() == [[3, 3, 2, 4, 4, 1, 1, 1, 0, 0]]
    assert found["BREAKS"] == "80.0, 60.0, 20.0"
    assert found["LEFT_OUT_PIXELS"] == 1
    lines = (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()
    assert lines[3] == "4,Moderately important,2,0.001800,25.0000,18.7500"
    assert lines[-1] == "0,Left out: value not above 0,1,0.000900,,"
    layer = QgsRasterLayer(found["OUTPUT"], "c")
    apply_look(layer, Look(entries_of(3)))
    assert [int(one.value) for one in layer.renderer().classes()] == [3, 2, 4, 1]


def test_breaks_of_ones_own(grade):
    found = grade(PRACTICE=2, OWN_BREAKS="30；50，75 90")
    assert read(found["OUTPUT"]).tolist() == [[3, 2, 4, 5, 5, 1, 1, 1, 1, 0]]
    assert read_provenance(found["OUTPUT"])["parameters"]["practice"] == "own"


def test_a_cap(grade):
    found = grade(MODE=1, CAP_PERCENTILE=75)
    noted = read_provenance(found["OUTPUT"])["parameters"]
    assert (noted["cap"], noted["maximum"], noted["capped_pixels"]) == (60.0, 100.0, 2)
    with pytest.raises(QgsProcessingException, match="only with the Guide's integers"):
        grade(CAP_PERCENTILE=75)


def test_a_list_that_is_not_used_is_told(grade, run, tmp_path, feedback):
    told = feedback()
    run(
        "gradefunction",
        {
            "INPUT": write(tmp_path / "i.tif", VALUES, nodata=-9999),
            "OWN_BREAKS": "10, 20",
            "OUTPUT": str(tmp_path / "c.tif"),
        },
        told,
    )
    assert any("10, 20, is not used" in text for text in told.warned)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("50; half, x", "“half” is no number.*“x” is no number"),
        ("", "2 to 6 limits, not 0"),
        ("50", "2 to 6 limits, not 1"),
        ("1 2 3 4 5 6 7", "2 to 6 limits, not 7"),
    ],
)
def test_a_list_that_is_none(text, said):
    with pytest.raises(InputError, match=f"(?s){said}"):
        own_breaks(text)


def test_a_list_must_rise(grade):
    assert own_breaks("50%、80％") == (50.0, 80.0)
    with pytest.raises(QgsProcessingException, match="must rise"):
        grade(PRACTICE=2, OWN_BREAKS="80, 50")

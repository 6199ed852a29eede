"""What files are called in a report, names of marks in charts, drawings that a page shares."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rasters import write

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.records import read_subject
from redline_plugin.core.report.assessment import write_assessment_report
from redline_plugin.core.report.charts import Mark, _marks, _text_width
from redline_plugin.core.report.look import look_at
from redline_plugin.core.report.picture import _ABOVE, _LEFT, _PLAIN, _filtered
from redline_plugin.core.report.room import Room, kept_path
from redline_plugin.core.report.shared import Shared
from redline_plugin.core.text import untranslated


@pytest.fixture
def room():
    return Room(untranslated, "en", Quiet(), [])


def test_a_file_that_nobody_named_is_called_by_what_made_it(world, room):
    water, classes = read_subject(world.water), read_subject(world.water_classes)
    title = f"{water.model.title}: {water.output.title}"
    for name in ("OUTPUT.tif", "WATER_CONSERVATION.tif", "SLOPE_2.tiff"):
        assert room.file_title(f"/x/{name}", water) == title
        assert room.file_title(f"C:\\x\\{name}", water) == title
        assert room.file_title(f"/x/{name}", None, "waterconservation") == water.model.title
        assert room.file_title(f"/x/{name}", None) == name
        assert room.file_title(f"/x/{name}", classes) == "Grade an ecological function"
    for name in ("output.tif", "water.tif", "Output.tif", "OUTPUT.vrt", "A b.tif"):
        assert room.file_title(f"/x/{name}", water) == name


def test_the_path_of_what_is_not_kept_is_not_told():
    assert kept_path("/t/processing_aBc123/9f0/OUTPUT.tif") == ""
    assert kept_path("C:\\Temp\\processing_aBc123\\9f0\\OUTPUT.tif") == ""
    for path in ("/data/OUTPUT.tif", "/data/processing_x.tif", "/my processing_1/a.tif"):
        assert kept_path(path) == path


@pytest.mark.parametrize("kept", [True, False])
def test_steps_of_a_model_are_told_apart(world, tmp_path, kept):
    folder = tmp_path / ("kept" if kept else "processing_aBcDeF")
    folder.mkdir()
    place = folder / "OUTPUT.tif"
    place.write_bytes(Path(world.water).read_bytes())
    page = tmp_path / "r.html"
    write_assessment_report([place], page, untranslated, "en", Quiet())
    text = page.read_text("utf-8")
    assert "Water conservation (water balance): Water conservation depth" in text
    assert (str(place) in text) is kept
    assert ">OUTPUT.tif<" not in text


class StopsAt(Quiet):
    def __init__(self, number):
        super().__init__()
        self.left = number

    def cancelled(self):
        self.left -= 1
        return self.left < 0


def test_a_report_stops_wherever_it_is_asked_to(world, tmp_path):
    counting = StopsAt(10**6)
    page = tmp_path / "r.html"
    write_assessment_report([world.retention], page, untranslated, "en", counting)
    asked = 10**6 - counting.left
    # Per raster once is not enough: every band that is read asks.
    assert asked > 12
    page.unlink()
    for number in range(asked):
        with pytest.raises(CancelledError):
            write_assessment_report([world.retention], page, untranslated, "en", StopsAt(number))
        assert not list(tmp_path.iterdir())


@given(
    places=st.lists(st.floats(45, 330), min_size=1, max_size=2),
    names=st.lists(st.sampled_from(["Important 2.5", "极重要 350.25"]), min_size=2, max_size=2),
)
def test_lines_do_not_cross_names(places, names):
    marks = [Mark(place, name) for place, name in zip(places, names)]
    parts = _marks(marks, places, 42.0, 344.0, 180.0)
    lines = [
        tuple(map(float, found))
        for part in parts
        for found in re.findall(r'd="M([\d.]+) ([\d.]+)L', part)
    ]
    assert sorted(x for x, _ in lines) == pytest.approx(sorted(places), abs=0.01)
    for part in parts[len(marks) :: 2]:
        x, y = (float(re.search(rf' {name}="([\d.]+)"', part)[1]) for name in "xy")
        text = re.search(">([^<]+)<", part)[1]
        start = 'text-anchor="start"' in part
        low, high = (x, x + _text_width(text)) if start else (x - _text_width(text), x)
        assert low >= 40.0
        assert high <= 346.0
        crossed = [1 for at, top in lines if low < at < high and top < y - 2]
        assert not crossed


@given(st.integers(0, 2**32 - 1), st.integers(1, 9), st.integers(1, 9))
def test_filters_of_pictures_can_be_undone(seed, rows, columns):
    indices = np.random.default_rng(seed).integers(0, 256, (rows, columns)).astype(np.uint8)
    for kind in (_PLAIN, _LEFT, _ABOVE):
        raw = np.frombuffer(_filtered(indices, kind), np.uint8).reshape(rows, columns + 1)
        assert (raw[:, 0] == kind).all()
        body = raw[:, 1:]
        if kind != _PLAIN:
            body = np.cumsum(body, axis=1 if kind == _LEFT else 0, dtype=np.uint8)
        assert (body == indices).all()


def test_what_is_shared_is_there_once():
    shared = Shared()
    assert shared.svg() == ""
    first, other = shared.outline("M0 0l1 1z"), shared.outline("M0 0l2 2z")
    assert shared.outline("M0 0l1 1z") == first != other
    text = shared.svg()
    assert text.count("M0 0l1 1z") == 1
    assert f'<path id="{first}" d=' in text


def test_a_long_look_asks_at_every_block(tmp_path):
    path = write(tmp_path / "a.tif", np.ones((100, 90), "float32"))
    asked = StopsAt(10**6)
    look_at(path, feedback=asked)
    # Rows of blocks; within one, columns are read together.
    blocks = 7
    assert 10**6 - asked.left == blocks
    for number in range(blocks):
        with pytest.raises(CancelledError):
            look_at(path, feedback=StopsAt(number))

"""What is wrong with inputs: told at once, or listed and worked around."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Polygon

from redline_plugin.core.delineate.account import account_csv
from redline_plugin.core.delineate.delineate import delineate
from redline_plugin.core.delineate.inputs import County, Options, ProtectedArea
from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.raster.source import RasterSource

WEST, NORTH = 36_500_000.0, 4_000_000.0
SQUARE = shapely.box(WEST + 50, NORTH - 250, WEST + 150, NORTH - 150)
ONE = Options(0.0)


@pytest.fixture
def classes(make_raster, picture):
    return {"waterconservation": make_raster(picture("##. ##. ..."), name="water")}


def text_of(classes, *arguments, **keywords):
    with pytest.raises(InputError) as caught:
        delineate(classes, *arguments, **keywords)
    return str(caught.value)


def test_all_problems_at_once(make_raster, picture, classes, tmp_path):
    elsewhere = make_raster(
        picture("# #"), transform=(WEST + 9e4, 100.0, 0.0, NORTH, 0.0, -100.0), name="far"
    )
    text = text_of(
        {
            **classes,
            "soilerosion": elsewhere,
            "biodiversity": RasterSource(str(tmp_path / "none.tif")),
            "beauty": RasterSource("x.tif"),
        },
        [ProtectedArea(SQUARE, "P")],
        [County(None, "1")],
        protected_crs="EPSG:0",
        options=Options(-1.0, float("nan"), 6),
    )
    for part in [
        "far: Does not overlap",
        "none.tif",
        "beauty is no function or sensitivity",
        "minimum area of a patch must be 0 or more, not -1.0",
        "minimum area of a hole must be 0 or more, not nan",
        "Connectivity must be 4 or 8, not 6",
        "This is not a coordinate reference system: EPSG:0",
        "None of the counties can be used",
    ]:
        assert part in text


def test_no_raster_at_all():
    assert "No class raster was given" in text_of({})


def test_a_raster_without_a_crs(make_raster, picture):
    source = make_raster(picture("#"))
    dataset = gdal.OpenEx(source.path, gdal.OF_RASTER | gdal.OF_UPDATE)
    dataset.SetProjection("")
    dataset = None
    assert "no coordinate reference system" in text_of({"waterconservation": source})


def test_values_that_are_no_class_are_counted(make_raster):
    wrong = make_raster(np.array([[3, 1, 7], [2, 9, 9]]), name="ungraded")
    shares = make_raster(np.array([[0.5, 1.0, 3.0]] * 2), dtype="Float32", name="shares")
    text = text_of({"waterconservation": wrong, "soilerosion": shares})
    assert "ungraded: 3 pixels hold no class; one of them holds 7" in text
    assert "shares: 2 pixels hold no class; one of them holds 0.5" in text


def test_nothing_is_told_with_its_cause(make_raster, picture):
    none = make_raster(picture("..? ..?"), name="plain")
    assert "no raster has an extreme class" in text_of({"waterconservation": none})
    small = make_raster(picture("#.# ..."))
    text = text_of({"waterconservation": small}, options=Options(1e6))
    assert "all 2 patches (0.02 km2) are under the minimum of 1 km2" in text


def test_everything_outside_the_counties(classes):
    far = County(shapely.box(WEST + 1e4, NORTH, WEST + 2e4, NORTH + 1e4), "1")
    assert "lie outside the counties" in text_of(classes, (), [far], options=ONE)


def test_rasters_without_extreme_or_any_class_are_warned_of(make_raster, picture, classes):
    result = delineate(
        {
            **classes,
            "soilerosion": make_raster(picture("... ..."), name="calm"),
            "salinization": make_raster(picture("??? ???"), name="void"),
        },
        options=ONE,
    )
    told = [str(problem.what) for problem in result.warnings]
    assert [problem.where for problem in result.warnings] == ["calm", "void"]
    assert told[0].startswith("Has no extreme class (3)")
    assert told[1].startswith("Has no class at all")


def test_protected_areas_alone(make_raster, picture):
    result = delineate(
        {"waterconservation": make_raster(picture("... ..."))},
        [ProtectedArea(SQUARE, "P")],
        options=ONE,
    )
    assert [block.main_reason for block in result.blocks] == ["protectedarea"]
    assert any("the protected areas alone" in str(w.what) for w in result.warnings)


def test_bad_features_are_named_and_do_not_end_the_run(classes):
    bow = Polygon(
        [(WEST, NORTH), (WEST + 100, NORTH + 100), (WEST + 100, NORTH), (WEST, NORTH + 100)]
    )
    areas = [
        ProtectedArea(SQUARE, "good", fid="7"),
        ProtectedArea(None, "null", fid="8"),
        ProtectedArea(Polygon(), "empty", fid="9"),
        ProtectedArea(LineString([(0, 0), (1, 1)]), "line"),
        ProtectedArea(bow, "bow", fid="11"),
        ProtectedArea(Polygon([(WEST, NORTH), (WEST + 1, NORTH), (WEST, NORTH)]), "flat"),
        ProtectedArea(shapely.force_3d(SQUARE.buffer(-1), 5.0), ""),
    ]
    result = delineate(classes, areas, options=ONE)
    told = {problem.where: str(problem.what) for problem in result.warnings}
    assert "has no geometry" in told["null (8)"]
    assert "has no geometry" in told["empty (9)"]
    assert "it is a LineString, no polygon" in told["line (#4)"]
    assert "not valid (Self-intersection" in told["bow (11)"]
    assert "was repaired" in told["bow (11)"]
    assert "has no area" in told["flat (#6)"]
    assert "1 protected areas have no name" in told[""]
    assert all(block.geometry.is_valid for block in result.blocks)
    assert not any(block.geometry.has_z for block in result.blocks)
    # The bow tie is two triangles of half a square each.
    expected = polygon_areas([SQUARE, shapely.make_valid(bow)], result.crs).sum()
    assert result.account["protected"].area_m2 == pytest.approx(expected, rel=1e-9)


def test_areas_in_another_crs_are_brought_over(classes):
    metres = shapely.box(WEST + 50, NORTH - 150, WEST + 250, NORTH - 50)
    degrees = shapely.transform(metres, lambda xy: to_longitude_latitude(xy, "EPSG:4524"))
    there = delineate(
        classes, [ProtectedArea(degrees, "P")], protected_crs="EPSG:4490", options=ONE
    )
    here = delineate(classes, [ProtectedArea(metres, "P")], options=ONE)
    for row in ("protected", "protected_added", "final"):
        assert there.account[row].area_m2 == pytest.approx(here.account[row].area_m2, rel=1e-6)
    assert len(there.blocks) == len(here.blocks) == 1


def test_areas_that_do_not_meet_the_rasters_are_warned_of(classes):
    far = ProtectedArea(shapely.box(WEST + 5e4, NORTH, WEST + 5.1e4, NORTH + 1e3), "P")
    result = delineate(classes, [far], options=ONE)
    assert any("lies on the rasters" in str(w.what) for w in result.warnings)
    assert len(result.blocks) == 2


class Stopping(Quiet):
    """Says stop when asked for the nth time; counts the asking."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.asked = 0

    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked > self.limit


def test_a_cancel_is_heard_wherever_it_comes(classes, tmp_path):
    arguments = (classes, [ProtectedArea(SQUARE, "P")], [County(SQUARE, "1")])
    patient = Stopping(10**9)
    options = Options(0.0, 1.0, keep_outside=True)
    delineate(*arguments, options=options, feedback=patient, work_folder=tmp_path, strip_rows=1)
    assert patient.asked > 10
    for limit in range(patient.asked):
        with pytest.raises(CancelledError):
            delineate(
                *arguments,
                options=options,
                feedback=Stopping(limit),
                work_folder=tmp_path,
                strip_rows=1,
            )
    assert list(tmp_path.iterdir()) == []


def test_progress_only_grows(classes):
    class Watching(Quiet):
        seen: list[float] = []

        def progress(self, fraction: float) -> None:
            self.seen.append(fraction)

    feedback = Watching()
    counties = [County(SQUARE, "1")]
    delineate(
        classes,
        [ProtectedArea(SQUARE, "P")],
        counties,
        options=ONE,
        feedback=feedback,
        strip_rows=1,
    )
    assert feedback.seen == sorted(feedback.seen)
    assert feedback.seen[0] > 0.0
    assert feedback.seen[-1] == pytest.approx(1.0)


def test_a_work_folder_that_is_not_there(classes, tmp_path):
    with pytest.raises(OutputError, match="No folder for working rasters"):
        delineate(classes, options=ONE, work_folder=tmp_path / "none")


def test_a_damaged_raster_is_named(make_raster, tmp_path):
    source = make_raster(np.random.default_rng(1).integers(1, 4, (400, 400)))
    damaged = tmp_path / "河 100%.tif"
    gdal.Translate(str(damaged), source.path, creationOptions=["COMPRESS=DEFLATE"])
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2))
    text = ""
    try:
        delineate({"waterconservation": RasterSource(str(damaged))}, options=ONE)
    except InputError as error:
        text = str(error)
    assert "河 100%.tif" in text


def test_the_account_is_a_table_that_spreadsheets_read(classes, tmp_path):
    result = delineate(classes, [ProtectedArea(SQUARE, "P")], options=ONE)
    path = tmp_path / "account.csv"
    account_csv(result.account, path, lambda text: {"item": "项目"}.get(text, text))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert lines[0] == "id,项目,sign,count,area (m2)"
    assert lines[1].startswith("extreme:waterconservation,Extreme by Water conservation,,,4")
    assert any(line.startswith("final,The red line,,,") for line in lines)
    with pytest.raises(OutputError):
        account_csv(result.account, Path(tmp_path / "none" / "account.csv"))

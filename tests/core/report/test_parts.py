"""Parts of the report that are functions of numbers."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rasters import TRANSFORM, wkt, write

from redline_plugin.core.errors import Problem
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.report import counties as counting
from redline_plugin.core.report.countytable import total_of
from redline_plugin.core.report.look import figures_of, look_at, thin
from redline_plugin.core.report.numbers import area_km2, file_size, number, percent, unit_text
from redline_plugin.core.report.picture import class_picture, value_picture
from redline_plugin.core.report.svg import nice_step, round_below, tick_text, ticks


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (3, "3"),
        (1234567, "1,234,567"),
        (0.0184512, "0.018451"),
        (387.2664, "387.27"),
        (2646.21, "2,646.2"),
        (123456.7, "123,457"),
        (-0.5, "-0.5"),
        (1.5e-7, "1.5e-07"),
        (2e13, "2e+13"),
        (float("nan"), "–"),
        (None, "–"),
        ("x", "–"),
        (True, "–"),
    ],
)
def test_numbers(value, text):
    assert number(value) == text


def test_other_texts():
    assert area_km2(1_234_567_890) == "1,234.57"
    assert area_km2(900) == "0.0009"
    assert percent(0.12345) == "12.35"
    assert file_size(900) == "900 B"
    assert file_size(3 * 1024**2) == "3.0 MB"
    assert file_size(None) == "–"
    assert unit_text("t hm2 h hm-2 MJ-1 mm-1") == "t hm² h hm⁻² MJ⁻¹ mm⁻¹"
    assert unit_text("m3/a") == "m³/a"
    assert unit_text("1") == ""
    assert unit_text("%") == "%"


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 9))
def test_ticks_are_round_few_and_inside(low, span, most):
    found = ticks(low, low + span, most)
    assert len(found) <= most + 1
    step = nice_step(span, most)
    assert all(low - step * 1e-6 <= value <= low + span + step * 1e-6 for value in found)
    texts = [tick_text(value, step) for value in found]
    assert len(set(texts)) == len(texts)


@given(st.floats(1e-6, 1e9))
def test_a_scale_bar_is_round_and_fits(room):
    length = round_below(room)
    assert room / 2.5 - 1e-9 * room <= length <= room * (1 + 1e-12)
    assert f"{length:e}"[0] in "125"


@pytest.mark.parametrize(
    ("unit", "total"),
    [
        ("mm/a", ("m3/a", 1000.0)),
        ("t hm-2 a-1", ("t a-1", 1e4)),
        ("gC m-2 a-1", ("gC a-1", 1.0)),
        ("kg m-2", ("kg", 1.0)),
        ("t km-2 a-1", ("t a-1", 1e6)),
        ("MJ mm hm-2 h-1 a-1", None),
        ("t hm2 h hm-2 MJ-1 mm-1", None),
        ("1", None),
        ("degC", None),
        ("", None),
    ],
)
def test_only_what_can_be_added_up_is(unit, total):
    assert total_of(unit) == total


def decoded(link):
    import base64
    import io

    from PIL import Image

    data = base64.b64decode(link.partition(",")[2])
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))


def test_pictures_have_the_ramps_colours():
    from redline_plugin.core.style import shades

    values = np.array([[0.0, 5.0, 10.0, np.nan, 20.0, -3.0]])
    valid = np.isfinite(values)
    pixels = decoded(value_picture(values, valid, "water", 0.0, 10.0))
    colours = shades("water", 3)
    assert (pixels[0, 0, :3] == colours[0]).all()
    assert (pixels[0, 1, :3] == colours[1]).all()
    assert (pixels[0, 2, :3] == colours[2]).all()
    assert pixels[0, 3, 3] == 0
    assert (pixels[0, 4, :3] == colours[2]).all()
    assert (pixels[0, 5, :3] == colours[0]).all()
    codes = np.array([[1, 2, 3, 9]])
    painted = {1: (1, 2, 3), 3: (200, 100, 50), 9: (0, 0, 255)}
    pixels = decoded(class_picture(codes, codes < 9, painted))
    assert tuple(pixels[0, 0]) == (1, 2, 3, 255)
    assert pixels[0, 1, 3] == 0
    assert tuple(pixels[0, 2]) == (200, 100, 50, 255)
    assert pixels[0, 3, 3] == 0


def test_a_look_takes_the_part_around_and_tells_what_it_left_out(tmp_path):
    values = np.arange(400, dtype="float32").reshape(20, 20)
    values[0, 0] = -9999
    path = write(tmp_path / "a.tif", values, nodata=-9999)
    x0, dx, _, y0, _, dy = TRANSFORM
    around = Grid(wkt(), (x0 + 4 * dx, dx, 0, y0 + 6 * dy, 0, dy), 5, 7)
    seen = look_at(path, 1, around, (None, 200.0))
    assert (seen.values == values[6:13, 4:9]).all()
    assert seen.outside == np.count_nonzero(values[6:13, 4:9] > 200)
    assert look_at(path).nodata == 1
    far = Grid(wkt(), (x0 + 1e6, dx, 0, y0, 0, dy), 5, 7)
    assert look_at(path, 1, far).values.shape == (20, 20)


@pytest.mark.parametrize("tiled", [True, False])
def test_a_sample_takes_the_middle_pixels(tmp_path, monkeypatch, tiled):
    from redline_plugin.core.report import look

    values = np.arange(70 * 90, dtype="float32").reshape(70, 90)
    options = ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16") if tiled else ()
    path = write(tmp_path / "a.tif", values, options=options)
    monkeypatch.setattr(look, "WHOLE_PIXELS", 1000)
    monkeypatch.setattr(look, "SAMPLE_PIXELS", 700)
    monkeypatch.setattr(look, "_READ_COLUMNS", 32)
    seen = look_at(path)
    rows, columns = seen.values.shape
    assert not seen.whole
    assert rows * columns == pytest.approx(700, rel=0.1)
    row = ((np.arange(rows) + 0.5) * 70 / rows).astype(int)
    column = ((np.arange(columns) + 0.5) * 90 / columns).astype(int)
    assert (seen.values == values[np.ix_(row, column)]).all()
    assert seen.grid.bounds == pytest.approx(Grid.of_file(path).bounds)


def test_codes_are_not_read_from_averaged_overviews(tmp_path, monkeypatch):
    from osgeo import gdal

    from redline_plugin.core.report import look

    codes = np.where(np.indices((256, 256)).sum(axis=0) % 2, 10, 20).astype("uint8")
    path = write(tmp_path / "codes.tif", codes)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.BuildOverviews("AVERAGE", [2, 4])
    dataset = None
    monkeypatch.setattr(look, "WHOLE_PIXELS", 1000)
    monkeypatch.setattr(look, "SAMPLE_PIXELS", 900)
    assert set(np.unique(look_at(path, codes=True).values)) <= {10, 20}
    assert set(np.unique(look_at(path).values)) == {15}


def test_figures_leave_far_tails_out_of_the_chart_only(tmp_path):
    values = np.full((60, 60), 1.0, "float32")
    values[:, 1::2] = 2.0
    values[0, 0] = 1e6
    path = write(tmp_path / "a.tif", values)
    seen = look_at(path)
    found = figures_of([seen])
    assert found.high == 1e6
    assert found.edges[-1] == 2.0
    assert found.beyond == 1
    assert found.bins.sum() + found.beyond == found.count == 3600
    assert figures_of([seen], [50.0]).edges[-1] == 50.0
    thinned, _ = thin(seen, 7)
    assert thinned.shape == (7, 7)


@pytest.mark.parametrize("strip", [40, 333, 10**7])
@pytest.mark.parametrize("part", [60, 10**6])
def test_counts_do_not_depend_on_the_strips(tmp_path, monkeypatch, strip, part):
    import shapely

    rng = np.random.default_rng(1)
    codes = rng.integers(0, 4, (33, 40)).astype("uint8")
    where = {"transform": (100.0, 0.5, 0, 60.0, 0, -0.5), "epsg": 4490}
    path = write(tmp_path / "c.tif", codes, nodata=0, **where)
    grid = Grid.of_file(path)
    shape = shapely.Point(109, 52).buffer(7.3)
    area = counting.Area("round", np.array([shape], dtype=object))
    other = counting.Area("box", np.array([shapely.box(90, 40, 104, 70)], dtype=object))
    monkeypatch.setattr(counting, "STRIP_PIXELS", strip)
    monkeypatch.setattr(counting, "PART_PIXELS", part)
    table = counting.count_by_county(path, 1, [area, other], True, Quiet())
    columns, rows = np.meshgrid(np.arange(40), np.arange(33))
    points = shapely.points(100.25 + 0.5 * columns, 59.75 - 0.5 * rows)
    areas = grid.row_areas()[:, None] * np.ones(codes.shape)
    inside = [shapely.contains(shape, points), columns < 8]
    for count, mask in zip(table.counties, inside):
        for code in (1, 2, 3):
            here = mask & (codes == code)
            pixels, square_metres = count.by_code[code]
            assert pixels == np.count_nonzero(here)
            assert square_metres == pytest.approx(areas[here].sum(), rel=1e-12)
    both = inside[0] & inside[1] & (codes > 0)
    assert table.shared_pixels == np.count_nonzero(both) > 0
    assert table.outside.pixels == np.count_nonzero(~(inside[0] | inside[1]) & (codes > 0))
    values = counting.count_by_county(path, 1, [area], False, Quiet()).counties[0]
    kept = inside[0] & (codes > 0)
    assert values.mean == pytest.approx((codes * areas)[kept].sum() / areas[kept].sum())


def test_counties_in_another_crs_are_brought_to_the_grid(tmp_path):
    import shapely

    from redline_plugin.core.delineate.inputs import County
    from redline_plugin.core.geodesy.transform import to_longitude_latitude

    path = write(tmp_path / "v.tif", np.ones((30, 30), "float32"))
    grid = Grid.of_file(path)
    west, south, east, north = grid.bounds
    middle = (west + east) / 2
    corners = np.array([(west, south), (middle, south), (middle, north), (west, north)])
    degrees = shapely.Polygon(to_longitude_latitude(corners, grid.crs))
    shapes = counting.CountyShapes([County(degrees, "", "半县", "1")], wkt(4490))
    brought = counting.bring(shapes, grid)
    table = counting.count_by_county(path, 1, brought.areas, False, Quiet())
    assert table.counties[0].name == "半县"
    assert table.counties[0].pixels == pytest.approx(450, abs=15)
    assert all(isinstance(each, Problem) for each in brought.warnings)


def test_a_report_without_counties_needs_no_shapely():
    code = (
        "import sys; import redline_plugin.core.report.assessment; "
        "assert 'shapely' not in sys.modules; assert 'qgis' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

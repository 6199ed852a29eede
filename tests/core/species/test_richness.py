"""Several species as one index."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal, ogr, osr
from support.rasters import TRANSFORM, read, wkt, write

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.plan import Plan
from redline_plugin.core.species.blocks import BlockOptions
from redline_plugin.core.species.ranges import CoreRange
from redline_plugin.core.species.richness import Recipe, combine
from redline_plugin.core.species.richnessreport import richness_csv
from redline_plugin.core.species.richnessrun import species_richness
from redline_plugin.core.species.weights import Weight

NODATA = -9999.0


def told(feedback):
    return "\n".join(str(message) for message in feedback.messages + feedback.warnings)


@pytest.fixture
def rasters(tmp_path):
    rng = np.random.default_rng(4)
    found = {}
    for name in ("大熊猫", "雪豹", "wolf"):
        values = rng.random((90, 70)).astype("float32")
        values[rng.random((90, 70)) < 0.1] = NODATA
        found[name] = write(tmp_path / f"{name}.tif", values, nodata=NODATA)
    return found


def run(rasters, output, recipe=None, feedback=None, **more):
    return species_richness(rasters, output, recipe or Recipe(), feedback or Quiet(), **more)


def by_hand(values, weights, cut_off, least):
    """Pixel by pixel, from the words of the rule."""
    rows, columns = values[0].shape
    found = np.full((rows, columns), NODATA)
    for y in range(rows):
        for x in range(columns):
            here = [(float(v[y, x]), w) for v, w in zip(values, weights) if v[y, x] != NODATA]
            if len(here) >= least:
                found[y, x] = sum(w * s if cut_off is None else w * (s >= cut_off) for s, w in here)
    return found


@pytest.mark.parametrize("cut_off", [None, 0.5, 0.0])
@pytest.mark.parametrize("least", [None, 1, 2])
def test_against_the_rule_by_hand(rasters, tmp_path, cut_off, least):
    table = [Weight("雪豹", 2.5), Weight("大熊猫", 3.0), Weight("wolf", 0.5)]
    tally = run(rasters, tmp_path / "r.tif", Recipe(1.0, cut_off, least), table=table)
    values = [read(path) for path in rasters.values()]
    expected = by_hand(values, [3.0, 2.5, 0.5], cut_off, 3 if least is None else least)
    found = read(tmp_path / "r.tif")
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert tally.valid == (expected != NODATA).sum()
    assert tally.low == pytest.approx(expected[expected != NODATA].min(), abs=1e-6)
    assert tally.high == pytest.approx(expected.max(), abs=1e-6)
    assert (tally.partial > 0) == (least is not None)


def test_the_limit_itself_counts():
    values = np.array([[0.4999, 0.5, 0.5001]])
    assert combine([values], [None], [2.0], 0.5, 1).tolist() == [[0.0, 2.0, 2.0]]


@given(
    st.lists(st.floats(0, 1, width=32), min_size=4, max_size=4),
    st.lists(st.floats(0, 9), min_size=4, max_size=4),
    st.integers(0, 3),
    st.floats(0, 1),
)
def test_more_of_a_species_is_never_less(suitability, weights, index, more):
    arrays = [np.array([[value]]) for value in suitability]
    for cut_off in (None, 0.5):
        before = combine(arrays, [None] * 4, weights, cut_off, 4)
        grown = [a.copy() for a in arrays]
        grown[index] = np.minimum(grown[index] + more, 1.0)
        assert (combine(grown, [None] * 4, weights, cut_off, 4) >= before - 1e-12).all()
        scaled = combine(arrays, [None] * 4, [3 * w for w in weights], cut_off, 4)
        np.testing.assert_allclose(scaled, 3 * before)


def test_windows_and_threads_do_not_matter(rasters, tmp_path):
    ranges = [CoreRange("雪豹", triangle()), CoreRange("wolf", square(3, 3, 60, 80))]
    results = []
    for number, (window, piece, threads) in enumerate(
        [((70, 90), (512, 512), 1), ((32, 16), (16, 16), 3), ((70, 7), (33, 5), 2)]
    ):
        grid = Grid.of_file(rasters["wolf"])
        options = BlockOptions(
            windows=Plan(windows_of(grid, *window), (16, 16), piece), threads=threads
        )
        path = tmp_path / f"{number}.tif"
        run(rasters, path, ranges=ranges, ranges_crs=wkt(), options=options)
        results.append(read(path))
    assert np.array_equal(results[0], results[1])
    assert np.array_equal(results[0], results[2])


def at(column, row):
    return TRANSFORM[0] + 30 * column, TRANSFORM[3] - 30 * row


def polygon(*corners, crs=None):
    text = ", ".join(f"{x!r} {y!r}" for x, y in (at(*c) for c in (*corners, corners[0])))
    geometry = ogr.CreateGeometryFromWkt(f"POLYGON (({text}))")
    if crs is not None:
        source, target = osr.SpatialReference(), osr.SpatialReference()
        source.ImportFromEPSG(4524)
        target.ImportFromEPSG(crs)
        for reference in (source, target):
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        geometry.Transform(osr.CoordinateTransformation(source, target))
    return bytes(geometry.ExportToWkb())


def square(x0, y0, x1, y1, crs=None):
    return polygon((x0, y0), (x1, y0), (x1, y1), (x0, y1), crs=crs)


def triangle():
    return polygon((2, 2), (61, 11), (20, 83))


@pytest.mark.parametrize("crs", [None, 4490])
def test_core_ranges_are_fully_suited_even_without_a_value(tmp_path, crs):
    values = np.full((20, 20), 0.25, "float32")
    values[5:8, 5:8] = NODATA
    paths = {
        "a": write(tmp_path / "a.tif", values, nodata=NODATA),
        "b": write(tmp_path / "b.tif", np.full((20, 20), 0.5, "float32")),
    }
    feedback = Quiet()
    # Its edge runs through pixels whose middles are in on one side and out on the other.
    ranges = [
        CoreRange("a", square(5.4, 5.4, 9.6, 7.6, crs)),
        CoreRange("nobody", square(0, 0, 2, 2, crs)),
    ]
    tally = run(
        paths,
        tmp_path / "r.tif",
        feedback=feedback,
        ranges=ranges,
        ranges_crs=wkt(crs or 4524),
    )
    expected = np.full((20, 20), 0.75)
    expected[5:8, 5:8] = NODATA
    expected[5:8, 5:10] = 1.5
    np.testing.assert_allclose(read(tmp_path / "r.tif"), expected, atol=1e-6)
    assert tally.species[0].core == 15
    assert "no raster are left out: nobody" in told(feedback)


def test_ranges_need_a_species_when_there_are_several(rasters, tmp_path):
    with pytest.raises(InputError, match="which species"):
        run(rasters, tmp_path / "r.tif", ranges=[CoreRange("", triangle())], ranges_crs=wkt())
    with pytest.raises(InputError, match="No core range belongs"):
        run(rasters, tmp_path / "r.tif", ranges=[CoreRange("x", triangle())], ranges_crs=wkt())
    with pytest.raises(InputError, match="core ranges cannot be brought"):
        run(rasters, tmp_path / "r.tif", ranges=[CoreRange("wolf", triangle())], ranges_crs="no")
    one = {"wolf": rasters["wolf"]}
    tally = run(one, tmp_path / "r.tif", ranges=[CoreRange("", triangle())], ranges_crs=wkt())
    assert tally.species[0].core > 1000


@pytest.mark.parametrize("scale", [100.0, 1000.0])
def test_scaled_integers_of_other_programs(tmp_path, scale):
    values = np.array([[0, 25, 50], [100, 75, 255]], "int16") * int(scale / 100)
    values[1, 2] = -1
    paths = {"a": write(tmp_path / "a.tif", values, nodata=-1)}
    run(paths, tmp_path / "r.tif", Recipe(scale))
    np.testing.assert_allclose(
        read(tmp_path / "r.tif"), [[0, 0.25, 0.5], [1, 0.75, NODATA]], atol=1e-7
    )
    with pytest.raises(InputError, match=r"is 2\.5 after division by") as caught:
        run(paths, tmp_path / "s.tif", Recipe(scale / 10 if scale == 100 else 100.0))
    assert caught.value.problems[0].where == "a"


def test_an_ascii_grid_of_maxent(tmp_path):
    path = tmp_path / "雪豹.asc"
    path.write_text(
        "ncols 3\nnrows 2\nxllcorner 36500000\nyllcorner 3599940\ncellsize 30\n"
        "NODATA_value -9999\n0.1 0.2 0.3\n-9999 0.5 1.0\n"
    )
    (tmp_path / "雪豹.prj").write_text(wkt())
    run({"雪豹": str(path)}, tmp_path / "r.tif")
    np.testing.assert_allclose(
        read(tmp_path / "r.tif"), [[0.1, 0.2, 0.3], [NODATA, 0.5, 1.0]], atol=1e-6
    )


def test_an_undeclared_nodata_value_is_an_error_with_its_place(tmp_path):
    values = np.full((9, 9), 0.5, "float32")
    values[4, 7] = -9999
    with pytest.raises(InputError, match=r"a: The value -9999 at column 7, row 4 is -9999"):
        run({"a": write(tmp_path / "a.tif", values)}, tmp_path / "r.tif")
    assert not (tmp_path / "r.tif").exists()
    # Rounding of the program that wrote it is none.
    values[4, 7] = 1.00001
    tally = run({"a": write(tmp_path / "b.tif", values)}, tmp_path / "r.tif")
    assert tally.high == 1.0


def test_all_problems_with_the_recipe_at_once(rasters, tmp_path):
    with pytest.raises(InputError) as caught:
        run(rasters, tmp_path / "no" / "r.tif", Recipe(0.0, 1.5, 4))
    text = str(caught.value)
    for part in ("folder does not exist", "values of 4 species; there are 3", "1.5", "above 0"):
        assert part in text
    with pytest.raises(InputError, match="no suitability raster"):
        run({}, tmp_path / "r.tif")


def test_no_pixel_with_enough_species(tmp_path):
    left, right = np.full((2, 8, 8), NODATA, "float32")
    left[:, :4] = right[:, 4:] = 0.5
    paths = {
        "a": write(tmp_path / "a.tif", left, nodata=NODATA),
        "b": write(tmp_path / "b.tif", right, nodata=NODATA),
    }
    with pytest.raises(InputError, match="values of enough species"):
        run(paths, tmp_path / "r.tif")
    assert run(paths, tmp_path / "r.tif", Recipe(least_valid=1)).valid == 64


def test_another_grid_and_the_account(rasters, tmp_path):
    coarse = tmp_path / "coarse.tif"
    gdal.Warp(str(coarse), rasters["wolf"], xRes=90, yRes=90)
    feedback = Quiet()
    paths = {"雪豹": rasters["雪豹"], "coarse": str(coarse)}
    table = [Weight("雪豹", 2.0, "一级")]
    tally = run(paths, tmp_path / "r.tif", Recipe(1.0, 0.5), feedback, table=table)
    assert "coarse is on another grid" in told(feedback)
    assert "with weight 1: coarse" in told(feedback)
    richness_csv(tally, tmp_path / "t.csv", True, str)
    lines = (tmp_path / "t.csv").read_text("utf-8-sig").splitlines()
    assert lines[1].startswith("雪豹,2,一级,")
    assert int(lines[1].split(",")[6]) == (read(rasters["雪豹"]) >= 0.5).sum()
    made = read_provenance(str(tmp_path / "r.tif"))
    assert made["algorithm"] == "redline:speciesrichness"
    assert made["parameters"]["cut_off"] == 0.5
    assert made["results"]["term"] == "BIODIVERSITY"
    assert made["results"]["species"][0]["protection"] == "一级"
    assert made["warnings"]


def test_cancel_leaves_nothing(rasters, tmp_path):
    class Stop(Quiet):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        run(rasters, tmp_path / "r.tif", feedback=Stop())
    assert not list(tmp_path.glob("r.tif")) + list(tmp_path.glob(".*"))

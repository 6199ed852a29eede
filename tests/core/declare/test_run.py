"""Running declared models: masks, independence of blocks, whole outputs, all problems at once."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rasters import TRANSFORM, read, wkt, write

from redline_plugin.core import atomic
from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.finish import NODATA
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.plan import Plan

RETENTION = models()["soilretention"]
TERMS = tuple(item.name for item in RETENTION.inputs if not item.optional)
HIGHEST = {"RAINFALL_EROSIVITY": 9000, "SOIL_ERODIBILITY": 0.1, "SLOPE_LENGTH_STEEPNESS": 50}
X0, DX, _, Y0, _, DY = TRANSFORM


def factors(folder, shape=(37, 41), seed=1, holes=0.1, **where):
    """Write four factors with holes; return their bands and values."""
    rng = np.random.default_rng(seed)
    bands, values = {}, {}
    for term in TERMS:
        data = (rng.random(shape) * HIGHEST.get(term, 1)).astype("float32")
        data[rng.random(shape) < holes] = -9999
        values[term] = data
        bands[term] = Band(write(folder / f"{term}.tif", data, nodata=-9999, **where))
    return bands, values


def job(bands, folder, *names):
    return Job(RETENTION, bands, {n: folder / f"{n}.tif" for n in names or ("OUTPUT",)})


def left_in(folder):
    return sorted(p.name for p in folder.iterdir() if p.name not in {f"{t}.tif" for t in TERMS})


def test_against_the_equation_in_double_precision(tmp_path):
    bands, values = factors(tmp_path)
    tally = run_jobs([job(bands, tmp_path)], Quiet())[0]
    r, k, ls, c = (values[term].astype("float64") for term in TERMS)
    valid = (r >= 0) & (k >= 0) & (ls >= 0) & (c >= 0)
    found = read(tmp_path / "OUTPUT.tif")
    assert np.array_equal(found == NODATA, ~valid)
    np.testing.assert_allclose(found[valid], (r * k * ls * (1 - c))[valid], rtol=1e-6)
    counted = tally.outputs["OUTPUT"]
    assert counted.valid == valid.sum()
    assert (counted.low, counted.high) == (found[valid].min(), found[valid].max())
    for term in TERMS:
        assert tally.inputs[term].nodata == (values[term] == -9999).sum()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    width=st.integers(1, 45),
    height=st.integers(1, 45),
    threads=st.integers(1, 5),
    shift=st.sampled_from([0.0, 11.0]),
)
def test_bit_for_bit_whatever_the_blocks_and_threads(tmp_path, width, height, threads, shift):
    bands, _ = factors(tmp_path, seed=3)
    # One input on a grid of its own, so that resampling is under the same promise.
    rng = np.random.default_rng(5)
    coarse = rng.random((20, 20)).astype("float32")
    bands["COVER_MANAGEMENT"] = Band(
        write(tmp_path / "c.tif", coarse, (X0 - 30 + shift, 83.0, 0, Y0 + 40, 0, -79.0), nodata=-1)
    )
    whole, parts = tmp_path / "whole.tif", tmp_path / "parts.tif"
    first = run_jobs([Job(RETENTION, bands, {"OUTPUT": whole})], Quiet(), RunOptions(threads=1))
    grid = Grid.of_file(bands[TERMS[0]].path)
    windows = Plan(windows_of(grid, width, height), (16, 16))
    again = run_jobs(
        [Job(RETENTION, bands, {"OUTPUT": parts})],
        Quiet(),
        RunOptions(threads=threads, windows=windows),
    )
    assert read(whole).tobytes() == read(parts).tobytes()
    assert first == again


def test_same_file_bytes_whatever_the_threads(tmp_path):
    bands, _ = factors(tmp_path, shape=(300, 300))
    sizes = set()
    for threads in (1, 4):
        path = tmp_path / f"{threads}.tif"
        run_jobs([Job(RETENTION, bands, {"OUTPUT": path})], Quiet(), RunOptions(threads=threads))
        sizes.add(path.stat().st_size)
    assert len(sizes) == 1


@given(factor=st.floats(1, 3), term=st.sampled_from(TERMS[:3]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_retention_rises_with_each_factor(factor, term):
    rng = np.random.default_rng(1)
    arrays = {t: rng.random(50) for t in TERMS}
    kernel = RETENTION.outputs[0].kernel
    base = kernel(*arrays.values())
    more = kernel(*{**arrays, term: arrays[term] * factor}.values())
    assert np.all(more >= base)
    np.testing.assert_allclose(more, base * factor)


def test_several_jobs_in_one_pass_equal_several_runs(tmp_path):
    bands, _ = factors(tmp_path)
    together = [
        Job(RETENTION, bands, {"OUTPUT": tmp_path / "a.tif"}),
        Job(RETENTION, bands, {"POTENTIAL_EROSION": tmp_path / "b.tif"}),
    ]
    run_jobs(together, Quiet())
    run_jobs([job(bands, tmp_path, "OUTPUT", "POTENTIAL_EROSION")], Quiet())
    assert np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "OUTPUT.tif"))
    assert np.array_equal(read(tmp_path / "b.tif"), read(tmp_path / "POTENTIAL_EROSION.tif"))


def test_each_of_several_jobs_keeps_its_own_record(tmp_path):
    bands, _ = factors(tmp_path, holes=0)
    odd = np.full((37, 41), 0.5, "float32")
    odd[0, :9] = 7
    second = {**bands, "COVER_MANAGEMENT": Band(write(tmp_path / "c2.tif", odd))}
    run_jobs(
        [
            Job(RETENTION, bands, {"OUTPUT": tmp_path / "a.tif"}),
            Job(RETENTION, second, {"OUTPUT": tmp_path / "b.tif"}),
        ],
        Quiet(),
    )
    first, other = (read_provenance(str(tmp_path / name)) for name in ("a.tif", "b.tif"))
    paths = [[entry["path"] for entry in record["inputs"]] for record in (first, other)]
    assert [Path(path).name for path in paths[1]][-1] == "c2.tif"
    assert paths[0] != paths[1]
    assert first["warnings"] == []
    assert [w["fields"]["name"]["fields"]["name"] for w in other["warnings"]] == [
        "COVER_MANAGEMENT"
    ]


def test_provenance_is_inside(tmp_path):
    import hashlib

    bands, _ = factors(tmp_path)
    run_jobs([job(bands, tmp_path)], Quiet())
    record = read_provenance(str(tmp_path / "OUTPUT.tif"))
    assert record["algorithm"] == "redline:soilretention"
    assert [(entry["name"], entry["band"]) for entry in record["inputs"]] == [
        (term, 1) for term in TERMS
    ]
    for entry in record["inputs"]:
        data = Path(entry["path"]).read_bytes()
        assert entry["size"] == len(data)
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    assert record["results"]["outputs"]["OUTPUT"]["valid_pixels"] > 0
    assert record["parameters"]["grid"]["width"] == 41


def test_a_chosen_grid_and_overviews(tmp_path):
    from osgeo import gdal

    bands, _ = factors(tmp_path, shape=(600, 700), holes=0)
    grid = Grid(wkt(), (X0 + 300, DX, 0, Y0 - 300, 0, DY), 550, 520)
    run_jobs([job(bands, tmp_path)], Quiet(), RunOptions(grid=grid, overviews=True))
    dataset = gdal.Open(str(tmp_path / "OUTPUT.tif"))
    assert (dataset.RasterXSize, dataset.RasterYSize) == (550, 520)
    assert dataset.GetGeoTransform() == grid.transform
    assert dataset.GetRasterBand(1).GetOverviewCount() == 1
    assert dataset.GetRasterBand(1).GetUnitType() == "t hm-2 a-1"


def test_paths_with_chinese_spaces_and_percent(tmp_path):
    folder = tmp_path / "生态 保护%20红线 100%"
    folder.mkdir()
    bands, _ = factors(folder)
    run_jobs([Job(RETENTION, bands, {"OUTPUT": folder / "水土 保持%1.tif"})], Quiet())
    assert left_in(folder) == ["水土 保持%1.tif"]
    assert read(folder / "水土 保持%1.tif").shape == (37, 41)


def test_what_is_told(tmp_path):
    bands, _ = factors(tmp_path, holes=0)
    coarse = np.random.default_rng(1).random((5, 5)).astype("float32")
    bands["COVER_MANAGEMENT"] = Band(
        write(tmp_path / "c.tif", coarse, (X0 + 15, 250.0, 0, Y0, 0, -250.0))
    )
    feedback = Quiet()
    run_jobs([job(bands, tmp_path)], feedback)
    text = "\n".join(str(m) for m in feedback.messages)
    assert (
        "(COVER_MANAGEMENT) is on another grid; it is brought to the chosen one by bilinear" in text
    )
    assert "Soil retention: " in text


def test_all_problems_at_once_before_any_work(tmp_path):
    bands, _ = factors(tmp_path)
    bands["RAINFALL_EROSIVITY"] = Band(str(tmp_path / "none.tif"))
    bands["SOIL_ERODIBILITY"] = Band(
        write(tmp_path / "k2.tif", np.ones((4, 4), "float32"), epsg=None)
    )
    far = write(tmp_path / "far.tif", np.ones((4, 4), "float32"), (0, 30, 0, 0, 0, -30))
    bands["COVER_MANAGEMENT"] = Band(far)
    with pytest.raises(InputError) as caught:
        run_jobs([Job(RETENTION, bands, {"OUTPUT": tmp_path / "no" / "a.tif"})], Quiet())
    text = str(caught.value)
    for words in (
        "Rainfall erosivity R (RAINFALL_EROSIVITY) cannot be read as a raster",
        "Soil erodibility K (SOIL_ERODIBILITY): The raster has no coordinate reference system.",
        "(COVER_MANAGEMENT): Does not overlap Slope length and steepness LS (SLOPE_LENGTH_STEEPNESS)",
        "The output folder does not exist",
    ):
        assert words in text


def test_coefficients_outputs_and_tables_are_checked(tmp_path):
    model = models()["soilerosionsensitivity"]
    band = Band(write(tmp_path / "a.tif", np.ones((4, 4), "float32")))
    with pytest.raises(InputError) as caught:
        run_jobs(
            [
                Job(
                    model,
                    {"RELIEF": band},
                    {"OUTPUT": Path(band.path)},
                    {"COVER_LOW": 3.0},
                    {"TEXTURE_SCORES": tmp_path / "none.csv"},
                )
            ],
            Quiet(),
        )
    text = str(caught.value)
    for words in (
        "RAINFALL_EROSIVITY) is missing",
        "(COVER_LOW) is 3; it must be 0 to 1.",
        "The output would overwrite an input.",
        "The table cannot be read",
    ):
        assert words in text


def test_nothing_valid_is_an_error_and_no_file(tmp_path):
    bands, _ = factors(tmp_path, holes=1.1)
    with pytest.raises(InputError, match=r"No pixel is valid.*\(SOIL_ERODIBILITY\) 100.0 %"):
        run_jobs([job(bands, tmp_path)], Quiet())
    assert left_in(tmp_path) == []


class CancelAt(Quiet):
    def __init__(self, fraction):
        super().__init__()
        self.at = fraction

    def cancelled(self):
        return self.fraction >= self.at


def test_cancel_half_way_leaves_nothing(tmp_path):
    bands, _ = factors(tmp_path, shape=(400, 400))
    grid = Grid.of_file(bands[TERMS[0]].path)
    with pytest.raises(CancelledError):
        run_jobs(
            [job(bands, tmp_path)],
            CancelAt(0.5),
            RunOptions(windows=Plan(windows_of(grid, 64, 64), (64, 64))),
        )
    assert left_in(tmp_path) == []


def test_cancel_keeps_the_file_that_was_there(tmp_path):
    bands, _ = factors(tmp_path)
    (tmp_path / "OUTPUT.tif").write_text("before")
    with pytest.raises(CancelledError):
        run_jobs([job(bands, tmp_path)], CancelAt(0.0))
    assert (tmp_path / "OUTPUT.tif").read_text() == "before"


def test_kill_half_way_leaves_nothing_under_the_name(tmp_path):
    bands, _ = factors(tmp_path, shape=(600, 600))
    paths = {term: band.path for term, band in bands.items()}
    script = f"""
import sys, time
sys.path.insert(0, {str(Path(__file__).parents[3])!r})
from pathlib import Path
from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.plan import Plan
class Slow(Quiet):
    def progress(self, fraction):
        print(fraction, flush=True)
        time.sleep(0.02)
bands = {{t: Band(p) for t, p in {paths!r}.items()}}
grid = Grid.of_file(bands["RAINFALL_EROSIVITY"].path)
run_jobs([Job(models()["soilretention"], bands, {{"OUTPUT": Path({str(tmp_path / "OUTPUT.tif")!r})}})],
         Slow(), RunOptions(windows=Plan(windows_of(grid, 16, 16), (16, 16))))
"""
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    for line in child.stdout:
        if float(line) > 0.1:
            break
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert not (tmp_path / "OUTPUT.tif").exists()
    left = left_in(tmp_path)
    assert len(left) == 1
    assert left[0].startswith(".")
    # The next run a day later sweeps what the killed one left.
    old = time.time() - 2 * atomic.STALE_SECONDS
    os.utime(tmp_path / left[0], (old, old))
    run_jobs([job(bands, tmp_path)], Quiet())
    assert left_in(tmp_path) == ["OUTPUT.tif"]


def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch):
    # Permission bits do not stop root, so the refusal is played.
    bands, _ = factors(tmp_path)

    def refuse(*args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(atomic.tempfile, "mkstemp", refuse)
    with pytest.raises(InputError, match=r"Cannot write into this folder \(permission is denied\)"):
        run_jobs([job(bands, tmp_path)], Quiet())


@pytest.mark.skipif(
    not Path("/dev/full").exists() or os.name != "posix" or os.geteuid() != 0,
    reason="a small file system can only be mounted by root",
)
def test_a_full_disk(tmp_path):
    bands, _ = factors(tmp_path, shape=(1500, 1500), holes=0)
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(small)], check=False
    )
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")
    try:
        with pytest.raises(OutputError, match="The disk is full"):
            run_jobs([Job(RETENTION, bands, {"OUTPUT": small / "a.tif"})], Quiet())
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", str(small)], check=True)

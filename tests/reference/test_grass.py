"""Slope, S and LS beside GRASS GIS: r.slope.aspect and r.watershed.

Slope is the same. LS is not, and these tests show where r.watershed's comes from (its slope_length.c
and sg_factor.c of releases 7 and 8), so that nobody takes the gap for an error here:

- It adds each step down a slope twice, once where the slope leaves a cell and once where it enters
  the next. On a plane with cells of 30 m, length grows by 60 m a cell, to 2 n + 1 cells after n steps.
- Its angle is not the cell's but the mean from the slope's top: the height above the cell divided
  by that double length. On a plane this is near half of the true gradient.
- It halves the ratio of rill to interrill erosion where no rill percentage is given (0.5 at 0 %).
- It counts slope length in feet by 72.6, which is 22.128 m, and knows S of McCool 1987 only.

By the published formulas of S and L, with *its* angle and length, r.watershed's numbers come out here.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import gdal
from scipy import ndimage, stats
from support.rasters import read, write

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.terrain import lsfactor

UTM = 32648
CELL = 30.0
LONGEST = 300.0
UNIT_PLOT_IN_FEET = 72.6 * 0.3048
"""r.watershed's length of the unit plot, m."""
ANGLE = 12.0
INNER = (slice(2, -2), slice(2, -2))
OURS = ("OUTPUT", "SLOPE", "SLOPE_LENGTH", "LENGTH_FACTOR", "STEEPNESS_FACTOR")

COMMANDS = """
r.in.gdal -o input={dem} output=dem --overwrite --quiet
g.region raster=dem
r.slope.aspect elevation=dem slope=slope precision=DCELL --overwrite --quiet
r.out.gdal -c -f input=slope output={slope} type=Float64 nodata=-9999 --overwrite --quiet
r.watershed -s elevation=dem length_slope=ls slope_steepness=s max_slope_length={longest} \
    threshold=1000000 --overwrite --quiet
r.out.gdal -c -f input=ls output={ls} type=Float64 nodata=-9999 --overwrite --quiet
r.out.gdal -c -f input=s output={s} type=Float64 nodata=-9999 --overwrite --quiet
"""


def run_grass(folder, commands):
    """Run shell commands in a location that is gone afterwards."""
    script = folder / "commands.sh"
    script.write_text(f"set -e\n{commands}", "utf-8")
    foreign = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "GISBASE", "GISRC"}
    environment = {name: value for name, value in os.environ.items() if name not in foreign}
    done = subprocess.run(
        ["grass", "--tmp-location", f"EPSG:{UTM}", "--exec", "sh", str(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=environment,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def with_gaps(path):
    values = read(path).astype("float64")
    return np.where(values == -9999, np.nan, values)


def hills(rows, columns, seed):
    """Random hills, about 100 m high and 1 km wide."""
    rng = np.random.default_rng(seed)
    rough = ndimage.gaussian_filter(rng.normal(size=(rows, columns)), 9)
    fine = ndimage.gaussian_filter(rng.normal(size=(rows, columns)), 3)
    return 400 + 60 * rough / rough.std() + 6 * fine / fine.std()


@pytest.fixture(scope="module")
def grounds(tmp_path_factory):
    """GRASS's results and ours on a plane, a cone and hills, by the ground's name."""
    if shutil.which("grass") is None:
        pytest.skip("GRASS GIS is not installed: there is no grass on PATH")
    folder = tmp_path_factory.mktemp("grass")
    y, x = np.indices((110, 130))
    far = np.hypot(x - 64, y - 54)
    heights = {
        "plane": 1500 - CELL * np.tan(np.radians(ANGLE)) * x,
        "cone": 1500 - CELL * 0.3 * far,
        "hills": hills(110, 130, 1),
    }
    found = {}
    commands = ""
    for name, height in heights.items():
        paths = {kind: folder / f"{name} {kind}.tif" for kind in ("dem", "slope", "ls", "s")}
        transform = (500_000.0, CELL, 0.0, 2_000_000.0, 0.0, -CELL)
        write(paths["dem"], height, transform, UTM)
        quoted = {kind: shlex.quote(str(path)) for kind, path in paths.items()}
        commands += COMMANDS.format(longest=LONGEST, **quoted)
        found[name] = paths
    run_grass(folder, commands)
    return {
        name: SimpleNamespace(
            grass=SimpleNamespace(**{k: with_gaps(paths[k]) for k in ("slope", "ls", "s")}),
            ours=ours(folder / name, paths["dem"], steepness=lsfactor.MCCOOL_1987),
            default=ours(folder / f"{name} default", paths["dem"]),
        )
        for name, paths in found.items()
    }


def ours(folder, dem, steepness=lsfactor.MCCOOL_LIU):
    folder.mkdir()
    outputs = {name: folder / f"{name}.tif" for name in OURS}
    job = Job(
        models()["slopelengthsteepness"],
        {"ELEVATION": Band(str(dem))},
        outputs,
        {"MAX_LENGTH": LONGEST},
        choices={"STEEPNESS_METHOD": steepness},
    )
    run_jobs([job], Quiet())
    return SimpleNamespace(**{name.lower(): with_gaps(path) for name, path in outputs.items()})


def halved_exponent(slope):
    """The exponent m of r.watershed: by our formula, with half of the ratio of rill erosion."""
    exponent = lsfactor.length_exponent(slope, lsfactor.MCCOOL_1989)
    ratio = 0.5 * exponent / (1 - exponent)
    return ratio / (1 + ratio)


def angle_of(steepness):
    """The angle in degrees that S of McCool 1987 is made from."""
    steep = (steepness + 0.5) / 16.8
    sine = np.where(np.tan(np.arcsin(steep)) >= 0.09, steep, (steepness - 0.03) / 10.8)
    return np.degrees(np.arcsin(sine))


def length_of(ls, steepness):
    """The slope length in m that r.watershed's L is made from."""
    exponent = halved_exponent(angle_of(steepness))
    return UNIT_PLOT_IN_FEET * (ls / steepness) ** (1 / exponent)


@pytest.mark.parametrize("name", ["plane", "cone", "hills"])
def test_slope_is_that_of_grass(grounds, name):
    grass, found = grounds[name].grass.slope, grounds[name].ours.slope
    # GRASS leaves the outermost ring out.
    there = np.isfinite(grass)
    assert there[1:-1, 1:-1].all()
    assert np.abs(grass - found)[there].max() < 1e-4


def test_slope_of_real_ground_is_that_of_grass(grounds, laos, tmp_path):
    assert grounds
    dem = tmp_path / "dem.tif"
    gdal.Warp(
        str(dem),
        str(laos / "elevation.tif"),
        dstSRS=f"EPSG:{UTM}",
        xRes=5000,
        yRes=5000,
        resampleAlg="bilinear",
        dstNodata=-9999,
        outputType=gdal.GDT_Float32,
    )
    places = {kind: shlex.quote(str(tmp_path / f"{kind}.tif")) for kind in ("dem", "slope")}
    lines = COMMANDS.split("r.watershed", 1)[0]
    run_grass(tmp_path, lines.format(**places))
    output = tmp_path / "ours.tif"
    run_jobs([Job(models()["slope"], {"ELEVATION": Band(str(dem))}, {"OUTPUT": output})], Quiet())
    grass, found = with_gaps(tmp_path / "slope.tif"), with_gaps(output)
    there = np.isfinite(grass)
    assert there.sum() > 8_000
    # Ours has the edges of the country, too.
    assert np.isfinite(found[there]).all()
    assert np.isfinite(found).sum() > there.sum()
    assert np.abs(grass - found)[there].max() < 1e-4


@pytest.mark.parametrize("name", ["plane", "cone", "hills"])
def test_s_of_the_slope_of_grass_is_ours(grounds, name):
    ground = grounds[name]
    slope = ground.grass.slope[INNER]
    # Where the definition jumps, the eighth digit of the angle may decide.
    for method, steps, factor in (
        (lsfactor.MCCOOL_1987, (np.degrees(np.arctan(0.09)),), ground.ours.steepness_factor),
        (lsfactor.MCCOOL_LIU, (5, 10), ground.default.steepness_factor),
    ):
        clear = np.all([np.abs(slope - step) > 1e-3 for step in steps], axis=0)
        assert clear.mean() > 0.99
        expected = lsfactor.steepness_factor(slope, method)
        np.testing.assert_allclose(factor[INNER][clear], expected[clear], atol=5e-5)


@pytest.mark.parametrize("name", ["plane", "cone", "hills"])
def test_our_ls_is_the_published_formula(grounds, name):
    found = grounds[name].default
    sine = np.sin(np.radians(found.slope))
    ratio = sine / 0.0896 / (3 * sine**0.8 + 0.56)
    steep = np.where(found.slope < 10, 16.8 * sine - 0.5, 21.91 * sine - 0.96)
    steep = np.where(found.slope < 5, 10.8 * sine + 0.03, steep)
    expected = (found.slope_length / 22.13) ** (ratio / (1 + ratio)) * steep
    np.testing.assert_allclose(found.output, expected, rtol=2e-5)
    assert found.slope_length.max() <= LONGEST


def test_our_ls_on_a_plane(grounds):
    found = grounds["plane"].ours
    row = found.slope_length[55]
    # Half a cell for the topmost, one more for each step.
    np.testing.assert_allclose(row[:10], CELL * (np.arange(10) + 0.5))
    assert (row[10:-1] == LONGEST).all()
    # The lowest cell, at the edge, has no lower neighbour: a pit, where a slope ends.
    assert row[-1] == CELL
    assert np.abs(found.slope[INNER] - ANGLE).max() < 1e-5
    s = 16.8 * np.sin(np.radians(ANGLE)) - 0.5
    np.testing.assert_allclose(found.steepness_factor[INNER], s, rtol=1e-6)
    assert s == pytest.approx(2.993, abs=5e-4)


def test_r_watershed_counts_steps_twice_on_a_plane(grounds):
    grass = grounds["plane"].grass
    steps = np.arange(1, grass.s.shape[1] - 2)
    length = CELL * (2 * steps + 1)
    height = CELL * np.tan(np.radians(ANGLE)) * steps
    # Beyond the longest slope, both are cut in the same ratio.
    shorter = np.minimum(1, LONGEST / length)
    length, height = length * shorter, height * shorter
    slope = np.degrees(np.arctan2(height, length))
    # The outermost cell drains off the map, so that the top is the second column.
    # GRASS keeps heights in whole millimetres.
    s, ls = grass.s[55, 2:-1], grass.ls[55, 2:-1]
    np.testing.assert_allclose(s, lsfactor.steepness_factor(slope, lsfactor.MCCOOL_1987), rtol=3e-4)
    metres = length * lsfactor.UNIT_LENGTH / UNIT_PLOT_IN_FEET
    expected = s * lsfactor.length_factor(metres, halved_exponent(slope))
    np.testing.assert_allclose(ls, expected, rtol=3e-4)
    # Far down, half of the gradient, and less than half of S.
    assert np.tan(np.radians(slope[-1])) == pytest.approx(np.tan(np.radians(ANGLE)) / 2, rel=0.01)
    assert s[-1] == pytest.approx(1.27, abs=0.02)
    assert s[-1] < 0.45 * grounds["plane"].ours.steepness_factor[55, -3]


def test_our_factors_with_its_slope_and_length_are_those_of_r_watershed(grounds):
    ground = grounds["hills"].grass
    # Where L is near 1 or the exponent near 0, length cannot be told from LS.
    sure = (ground.s > 0.2)[INNER]
    assert sure.mean() > 0.5
    s, ls = ground.s[INNER][sure], ground.ls[INNER][sure]
    slope, length = angle_of(s), length_of(ls, s)
    np.testing.assert_allclose(s, lsfactor.steepness_factor(slope, lsfactor.MCCOOL_1987), rtol=1e-5)
    # A length is made of whole steps across and aslant, or is the longest that counts: no other
    # exponent and no other unit length would bring all cells onto these few numbers.
    across, aslant = np.meshgrid(np.arange(12), np.arange(9))
    steps = np.unique(CELL * (across + aslant * 2**0.5))
    steps = np.append(steps[steps < LONGEST], LONGEST)
    off = np.abs(length[:, None] - steps).min(axis=1)
    assert off.max() < 0.05
    assert length.max() > LONGEST - 0.05
    with_whole_ratio = lsfactor.length_exponent(slope, lsfactor.MCCOOL_1989)
    other = UNIT_PLOT_IN_FEET * (ls / s) ** (1 / with_whole_ratio)
    assert np.abs(other[:, None] - steps).min(axis=1).mean() > 1


def test_r_watershed_ranks_hills_alike_and_lower(grounds):
    grass, found = grounds["hills"].grass, grounds["hills"].ours
    ls, s = grass.ls[INNER].ravel(), grass.s[INNER].ravel()
    assert stats.spearmanr(ls, found.output[INNER].ravel())[0] > 0.4
    assert stats.spearmanr(s, found.steepness_factor[INNER].ravel())[0] > 0.4
    assert s.mean() < 0.6 * found.steepness_factor[INNER].mean()
    assert ls.mean() < 0.5 * found.output[INNER].mean()

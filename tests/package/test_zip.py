"""The zip, not the checkout, in QGIS with a fresh profile: enable, list, run one, unload."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, osr

ALGORITHMS = {
    "redline:delineate",
    "redline:democounty",
    "redline:exportsubmission",
    "redline:gradefunction",
    "redline:gradesensitivity",
    "redline:redlinecounty",
    "redline:soilerosionsensitivity",
    "redline:soilretention",
    "redline:verifysubmission",
    "redline:waterconservation",
}
VALUES = {"a": 4000.0, "b": 0.03, "c": 2.5, "d": 0.2}
RETAINED = 4000.0 * 0.03 * 2.5 * (1 - 0.2)


@pytest.fixture(scope="module")
def plugins(built_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of plugins with the unpacked zip in it, at a path as users have them."""
    folder = tmp_path_factory.mktemp("zip") / "插件 100%"
    with zipfile.ZipFile(built_zip) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with four small rasters, a.tif to d.tif."""
    folder = tmp_path_factory.mktemp("work")
    system = osr.SpatialReference()
    system.SetFromUserInput("EPSG:4524")
    for name, value in VALUES.items():
        raster = gdal.GetDriverByName("GTiff").Create(
            str(folder / f"{name}.tif"), 20, 10, 1, gdal.GDT_Float32
        )
        raster.SetGeoTransform((36_500_000.0, 30.0, 0.0, 3_400_000.0, 0.0, -30.0))
        raster.SetProjection(system.ExportToWkt())
        raster.GetRasterBand(1).WriteArray(np.full((10, 20), value, "float32"))
        raster = None  # closes the file
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """This environment without anything that leads to the checkout or to another profile."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QGIS", "PYTEST", "PYTHON", "REDLINE"))
    }
    return {
        **kept,
        "HOME": str(tmp_path),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def values(path: Path) -> np.ndarray[Any, Any]:
    raster = gdal.Open(str(path))
    return np.asarray(raster.ReadAsArray())


def test_the_desktop_loads_runs_and_unloads_it(
    plugins: Path, work: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    command = [sys.executable, "-I", str(Path(__file__).with_name("load_zip.py"))]
    done = subprocess.run(
        [*command, str(plugins), str(work)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert "Traceback" not in done.stderr
    for one in told["rounds"]:
        assert one["available"], done.stderr
        assert one["loaded"], done.stderr
        assert one["started"], done.stderr
        assert Path(one["file"]).is_relative_to(plugins)
        assert set(one["algorithms"]) >= ALGORITHMS
        assert one["unloaded"], done.stderr
        assert one["left"] == []
    assert told["docks"] == []
    result = values(Path(told["rounds"][0]["result"]))
    assert result.shape == (10, 20)
    np.testing.assert_allclose(result, RETAINED, rtol=1e-6)


def test_qgis_process_enables_lists_and_runs_it(
    plugins: Path, work: Path, environment: dict[str, str], root: Path, tmp_path: Path
) -> None:
    environment = {
        **environment,
        "QGIS_PLUGINPATH": str(plugins),
        "REDLINE_PROFILE": str(tmp_path / "profile"),
    }

    def qgis_process(*arguments: str) -> str:
        done = subprocess.run(
            [str(root / "scripts" / "qgis_process"), *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "* redline_plugin" in qgis_process("plugins")
    listed = qgis_process("list")
    for algorithm in ALGORITHMS:
        assert algorithm.split(":")[1] in listed
    output = tmp_path / "土壤保持 100%.tif"
    names = ("RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "SLOPE_LENGTH_STEEPNESS", "COVER_MANAGEMENT")
    inputs = [f"--{name}={work / letter}.tif" for name, letter in zip(names, "abcd")]
    qgis_process("run", "redline:soilretention", *inputs, f"--OUTPUT={output}")
    np.testing.assert_allclose(values(output), RETAINED, rtol=1e-6)

"""Where the programs are that are compared, and which versions they have."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "benchmarks" / "work"
PYTHON = ROOT / ".venv" / "bin" / "python"
PEERS = ROOT / "benchmarks" / ".venv" / "bin" / "python"
QGIS_PROCESS = ROOT / "scripts" / "qgis_process"
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that has the qgis and osgeo modules; a Python ahead of it on PATH may not."""


def environment() -> dict[str, str]:
    """Return the variables every contestant runs with."""
    return {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


def answer(*command: str) -> str | None:
    """Return the first line that a command prints, or None when it fails or is not there."""
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment()}
    )
    lines = done.stdout.strip().splitlines()
    return lines[0] if done.returncode == 0 and lines else None


def module_version(python: str | Path, module: str, attribute: str = "__version__") -> str | None:
    """Return the version of a module in one of the Pythons, None when it is not there."""
    return answer(str(python), "-c", f"import {module}; print({module}.{attribute})")


def versions() -> dict[str, str | None]:
    """Return the versions of all that takes part; None where it is missing."""
    return {
        "Redline": answer(
            str(PYTHON), "-c", "from redline_plugin.core.version import version; print(version())"
        ),
        "QGIS": module_version(SYSTEM_PYTHON, "qgis.core", "Qgis.version()"),
        "GDAL": module_version(PYTHON, "osgeo.gdal", "VersionInfo('RELEASE_NAME')"),
        "NumPy": module_version(PYTHON, "numpy"),
        "pygeoprocessing": module_version(PEERS, "pygeoprocessing"),
        "rasterio": module_version(PEERS, "rasterio"),
        "GDAL in rasterio": module_version(PEERS, "rasterio", "__gdal_version__"),
        "numexpr": module_version(PEERS, "numexpr"),
    }

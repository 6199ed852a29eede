"""A good package, made once; each test gets its own copy to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from shapely.geometry import Polygon, box

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.package.blocks import Block
from redline_plugin.core.package.export import export_submission
from redline_plugin.core.package.options import ExportOptions
from redline_plugin.core.standard.loader import load_profile

EAST, NORTH = 36_520_000.0, 3_300_000.0


def make(folder: Path, crs: str = "EPSG:4524", **options: object) -> Path:
    hole = [(EAST + 1000, NORTH + 1000), (EAST + 2000, NORTH + 1000), (EAST + 2000, NORTH + 2000)]
    water = {"functions": ("waterconservation",), "main_reason": "waterconservation"}
    soil = {"sensitivities": ("soilerosion",), "main_reason": "soilerosion"}
    shell = box(EAST, NORTH, EAST + 3000, NORTH + 3000).exterior
    blocks = [
        Block(Polygon(shell, [hole]), 1, "500101", "示例县", **water),
        Block(box(EAST + 3000, NORTH, EAST + 6000, NORTH + 2000), 2, "500102", "另一县", **soil),
        Block(box(EAST, NORTH + 5000, EAST + 700, NORTH + 5900), 3, "500101", "示例县", **water),
    ]
    chosen = ExportOptions("2006030100", "20240131", bsm_layer_code="1310", **options)
    export_submission(blocks, crs, load_profile(), chosen, folder, Quiet())
    return folder


@pytest.fixture(scope="session")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("verify") / "成果 50% 包")


@pytest.fixture
def package(_whole: Path, tmp_path: Path) -> Path:
    """A good package."""
    return Path(shutil.copytree(_whole, tmp_path / _whole.name))


@pytest.fixture
def maker(tmp_path: Path) -> Callable[..., Path]:
    """Make another package in a folder of its own; options as for the export."""
    return lambda **options: make(tmp_path / "other", **options)

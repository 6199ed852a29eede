"""Blocks of two counties, with a shared edge, a hole, and one that is in by protection alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from shapely.geometry import Point, Polygon, box

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.package.blocks import Block
from redline_plugin.core.package.export import ExportResult, export_submission
from redline_plugin.core.package.options import ExportOptions
from redline_plugin.core.standard.loader import load_profile
from redline_plugin.core.standard.profile import Profile

CRS = "EPSG:4524"
EAST, NORTH = 36_520_000.0, 3_300_000.0


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load_profile()


@pytest.fixture
def blocks() -> list[Block]:
    hole = [(EAST + 1000, NORTH + 1000), (EAST + 2000, NORTH + 1000), (EAST + 2000, NORTH + 2000)]
    shell = box(EAST, NORTH, EAST + 3000, NORTH + 3000)
    return [
        Block(
            Polygon(shell.exterior, [hole]), 1, "500101", "示例县",
            ("waterconservation", "biodiversity"), ("soilerosion",), ("某自然保护区",),
            "waterconservation", {"waterconservation": 6e6, "biodiversity": 2e6},
        ),
        Block(
            box(EAST + 3000, NORTH, EAST + 6000, NORTH + 2000.123456), 2, "500102", "另一县",
            (), ("soilerosion",), (), "soilerosion", {"soilerosion": 6e6},
        ),
        Block(
            Point(EAST, NORTH + 10_000).buffer(900), 3, "500101", "示例县",
            (), (), ("某国家公园",), "protectedarea", {"protectedarea": 2.5e6},
        ),
        Block(
            box(EAST, NORTH + 5000, EAST + 700, NORTH + 5900), 4, "500101", "示例县",
            ("waterconservation",), (), (), "waterconservation", {},
        ),
    ]  # fmt: skip


@pytest.fixture
def options() -> ExportOptions:
    return ExportOptions(
        ysdm="2006030100", established="20240131", bsm_layer_code="1310",
        provenance={"algorithm": "redline:delineate", "inputs": [{"path": "a.tif"}]},
    )  # fmt: skip


Export = Callable[..., ExportResult]


@pytest.fixture
def export(tmp_path: Path, blocks: list[Block], options: ExportOptions, profile: Profile) -> Export:
    """Export to a folder with an awkward name; parameters replace the usual ones."""

    def run(
        chosen: list[Block] | None = None,
        crs: str = CRS,
        options: ExportOptions = options,
        folder: Path = tmp_path / "成果 50% 包",
        feedback: Quiet | None = None,
    ) -> ExportResult:
        given = blocks if chosen is None else chosen
        return export_submission(given, crs, profile, options, folder, feedback or Quiet())

    return run

"""How long a county's forms take: registers, DOCX and PDF with sketches and QR codes, all in one run.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m benchmarks.survey_forms [--markers 5000] [--parts docx pdf]

Made-up land: blocks with winding edges, roads, rivers, lakes, villages and parcels all around, so that
each sketch has as much in it as one of a real county. Prints wall and processor time, and what one form
takes.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

CRS = "EPSG:4524"
CORNER = np.array([36_480_000.0, 3_560_000.0])
SIDE = 45_000.0
BLOCKS = 36
CONTEXT = {"roads": 500, "rivers": 300, "lakes": 40, "villages": 400}
PARCEL = 250.0
DEFAULT = ("workbook", "csv", "docx", "pdf", "gpx", "dxf", "receiver")


def blob(rng: np.random.Generator, middle: np.ndarray, radius: float) -> shapely.Polygon:
    """Return an area with a winding edge of 2,000 vertices."""
    turn = np.linspace(0.0, 2.0 * np.pi, 2000, endpoint=False)
    wave = sum(
        rng.uniform(0.2, 1.0) / n * np.sin(n * turn + rng.uniform(0, 6)) for n in range(2, 40)
    )
    away = radius * (1.0 + 0.12 * wave)
    return shapely.Polygon(middle + away[:, None] * np.c_[np.cos(turn), np.sin(turn)])


def walk(rng: np.random.Generator, length: int) -> shapely.LineString:
    """Return a line that wanders."""
    heading = rng.uniform(0, 2 * np.pi) + np.cumsum(rng.normal(0, 0.3, length))
    steps = np.c_[np.cos(heading), np.sin(heading)] * 120.0
    return shapely.LineString(CORNER + rng.uniform(0, SIDE, 2) + np.cumsum(steps, axis=0))


def blocks_of(rng: np.random.Generator) -> list[shapely.Polygon]:
    """Return the blocks, one in each field of a grid."""
    across = int(np.sqrt(BLOCKS))
    field = SIDE / across
    return [
        blob(rng, CORNER + (np.array([column, row]) + 0.5) * field, field * 0.36)
        for row in range(across)
        for column in range(across)
    ]


def markers_of(
    blocks: list[shapely.Polygon], count: int
) -> Iterator[tuple[shapely.Point, tuple[Any, ...]]]:
    """Yield markers along the blocks, evenly."""
    lengths = np.array([block.length for block in blocks])
    shares = np.floor(np.cumsum(lengths) / lengths.sum() * count + 1e-9).astype(int)
    for number, (block, share) in enumerate(zip(blocks, np.diff(shares, prepend=0)), start=1):
        code = f"990101-{number:02d}"
        for serial in range(share):
            point = block.exterior.interpolate(serial / share, normalized=True)
            name = f"{code}-{serial + 1:04d}"
            yield point, (name, f"{number}{serial + 1:04d}", code, "solid", "planned", "corner")


def write(path: Path, kind: str, fields: Any, rows: Iterable[Any]) -> str:
    """Write a layer; return its path."""
    from redline_plugin.core.feedback import Quiet
    from redline_plugin.core.vector.write import write_file

    write_file(path, path.stem, CRS, kind, fields, rows, {}, Quiet())
    return str(path)


def county(folder: Path, count: int) -> dict[str, Any]:
    """Make the layers; return the parameters that name them."""
    rng = np.random.default_rng(1)
    blocks = blocks_of(rng)
    named = [("MC", str)]
    places = CORNER + rng.uniform(0, SIDE, (CONTEXT["villages"], 2))
    lakes = [blob(rng, CORNER + rng.uniform(0, SIDE, 2), 400.0) for _ in range(CONTEXT["lakes"])]
    corner = np.arange(0.0, SIDE, PARCEL)
    grid = CORNER + np.stack(np.meshgrid(corner, corner), axis=-1).reshape(-1, 2)
    parcels = shapely.box(*grid.T, *(grid + PARCEL).T)
    text = [(name, str) for name in ("marker", "engraved", "block", "kind", "state", "why")]
    return {
        "BLOCKS": write(
            folder / "blocks.gpkg",
            "Polygon",
            [("block", str), ("name", str)],
            [(block, (f"990101-{n:02d}", f"斑块{n}")) for n, block in enumerate(blocks, start=1)],
        ),
        "MARKERS": write(folder / "markers.gpkg", "Point", text, markers_of(blocks, count)),
        "ROADS": write(
            folder / "roads.gpkg",
            "LineString",
            named,
            [(walk(rng, 60), (f"X{n:03d}县道",)) for n in range(CONTEXT["roads"])],
        ),
        "RIVERS": write(
            folder / "rivers.gpkg",
            "LineString",
            named,
            [(walk(rng, 90), (f"青溪{n}号",)) for n in range(CONTEXT["rivers"])],
        ),
        "WATER": write(
            folder / "lakes.gpkg", "Polygon", named, [(lake, ("平湖",)) for lake in lakes]
        ),
        "VILLAGES": write(
            folder / "villages.gpkg",
            "Point",
            named,
            [(shapely.Point(place), (f"上河村{n}",)) for n, place in enumerate(places)],
        ),
        "PARCELS": write(
            folder / "parcels.gpkg", "Polygon", named, [(parcel, ("",)) for parcel in parcels]
        ),
    }


def run(count: int, parts: list[str], pdf_files: list[str]) -> None:
    """Make the county and its forms; print what it took."""
    from redline_plugin.processing import formparameters as names
    from redline_plugin.processing.markerforms import MarkerForms

    ids, files = list(names.PART_TITLES), list(names.PDF_TITLES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parameters = {
            **county(folder, count),
            "LANGUAGE": names.LANGUAGES.index("zh"),
            "PARTS": [ids.index(part) for part in parts],
            "PDF_FILES": [files.index(file) for file in pdf_files],
            "OUTPUT": str(folder / "forms"),
        }
        algorithm = MarkerForms()
        algorithm.initAlgorithm({})
        wall, cpu = time.perf_counter(), time.process_time()
        results, fine = algorithm.run(
            parameters, QgsProcessingContext(), QgsProcessingFeedback(False)
        )
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        if not fine:
            raise SystemExit("it failed")
        made = [path for path in (folder / "forms").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in made) / 2**20
        free = shutil.disk_usage(folder).free / 2**30
        print(
            f"{results['FORMS']} forms, {len(made)} files, {size:.0f} MiB: {wall:.1f} s wall, "
            f"{cpu:.1f} s of processors, {wall / count * 1000:.1f} ms a form ({free:.0f} GiB free)"
        )


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markers", type=int, default=5000)
    parser.add_argument("--parts", nargs="+", default=list(DEFAULT))
    parser.add_argument("--pdf-files", nargs="+", default=["each", "block"])
    given = parser.parse_args()
    application = QgsApplication([], True)
    run(given.markers, given.parts, given.pdf_files)
    application.exitQgis()


if __name__ == "__main__":
    main()

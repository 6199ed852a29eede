"""The boundary's cases: overlay, whole parcels, class rasters to polygons, snapping.

python -m benchmarks boundary --help
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import gdal

from benchmarks import boundarychecks, boundarydata, tools
from benchmarks.processes import Usage, run_all

PARCELS = (500, 400)
PROVINCE = (1000, 1000)
AREAS = 300
RASTER = 8000
MINIMUM_M2 = 1e6
PIXEL_M2 = 900.0
TOLERANCE = 100.0
"""Of the snapping, metres: one pixel of the demo county at this size."""
COUNTY = 600
REDLINE, NATIVE, GEOPANDAS = "Redline", "QGIS", "geopandas"


@dataclass
class Runs:
    """One contestant: its commands, what it must make, and what its runs took.

    Attributes:
        name: who.
        commands: run one after the other.
        told: file of what it measured itself (``s``, ``count``, ``area``), None for nothing.
        outputs: removed before each run.
        once: whether it runs in the first round only, since it is very slow.
    """

    name: str
    commands: Sequence[Sequence[str]]
    told: Path | None = None
    outputs: Sequence[Path] = ()
    once: bool = False
    usages: list[Usage] = field(default_factory=list)
    answers: list[dict[str, float]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """Median time of the work itself, or of the whole process where it does not tell."""
        if self.answers:
            return statistics.median(answer["s"] for answer in self.answers)
        return self.wall

    @property
    def wall(self) -> float:
        """Median time of the whole processes."""
        return statistics.median(usage.wall_s for usage in self.usages)

    @property
    def peak(self) -> float:
        """Highest peak of memory, MiB."""
        return max(usage.peak_mib for usage in self.usages)


class Bench:
    """Where data lies, how often each contestant runs, and the log."""

    def __init__(self, data: Path, rounds: int, seed: int) -> None:
        self.data, self.rounds, self.seed = data, rounds, seed
        self.out = data / "out"
        self.out.mkdir(parents=True, exist_ok=True)
        self.log = data / "boundary.log"
        self.log.write_bytes(b"")

    def run(self, contestants: Sequence[Runs]) -> None:
        """Let all run in turn, round after round."""
        for number in range(self.rounds):
            for one in contestants:
                if number == 0 or not one.once:
                    self._run(one)

    def _run(self, one: Runs) -> None:
        for path in [*one.outputs, *([one.told] if one.told else [])]:
            path.unlink(missing_ok=True)
        usage = run_all(one.commands, tools.environment(), self.log)
        made = [*one.outputs, *([one.told] if one.told else [])]
        if usage.code or not all(path.exists() for path in made):
            raise SystemExit(f"{one.name}: failed, see {self.log}")
        one.usages.append(usage)
        if one.told:
            one.answers.append(json.loads(one.told.read_text()))
        say(f"  {one.name}: {usage.wall_s:.2f} s in all, {usage.peak_mib:.0f} MiB")

    def make(self, *command: str) -> None:
        """Run what makes data; not counted."""
        usage = run_all([list(command)], tools.environment(), self.log)
        if usage.code:
            raise SystemExit(f"{command[0]}: failed, see {self.log}")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _work(script: str, *arguments: object, python: object = tools.PYTHON) -> list[str]:
    return [str(python), str(tools.WORK / script), *(str(argument) for argument in arguments)]


def overlay(bench: Bench) -> str:
    """Intersection and union of parcels and protected areas."""
    parcels, areas = bench.data / "parcels.gpkg", bench.data / "protected_areas.gpkg"
    boundarydata.make_parcels(parcels, *PARCELS, bench.seed)
    boundarydata.make_discs(areas, *PARCELS, AREAS, bench.seed)
    has_geopandas = tools.module_version(tools.PEERS, "geopandas") is not None
    rows = []
    for what in ("intersection", "union"):
        told = {name: bench.out / f"{what}_{name}.json" for name in (REDLINE, NATIVE, GEOPANDAS)}
        contestants = [
            Runs(
                REDLINE,
                [_work("boundary_core.py", what, told[REDLINE], parcels, areas)],
                told[REDLINE],
            ),
            Runs(
                NATIVE,
                [
                    _work(
                        "boundary_native.py",
                        *(f"native:{what}", told[NATIVE], parcels, areas),
                        python=tools.SYSTEM_PYTHON,
                    )
                ],
                told[NATIVE],
            ),
        ]
        if has_geopandas:
            command = _work(
                "boundary_geopandas.py",
                *(what, told[GEOPANDAS], parcels, areas),
                python=tools.PEERS,
            )
            contestants.append(Runs(GEOPANDAS, [command], told[GEOPANDAS], once=what == "union"))
        bench.run(contestants)
        ours = contestants[0]
        rows += [
            (
                what,
                one.name,
                f"{one.seconds:.2f}",
                f"{one.seconds / ours.seconds:.1f}",
                f"{one.wall:.1f}",
                f"{one.peak:.0f}",
                f"{one.answers[0]['count']:.0f}",
                f"{one.answers[0]['area'] / 1e6:.6f}",
            )
            for one in contestants
        ]
    head = ("", "", "overlay s", "ratio", "process s", "peak MiB", "pieces", "area km2")
    text = table(head, rows)
    return text if has_geopandas else f"{text}\n\ngeopandas is not installed and was left out."


def parcels(bench: Bench) -> str:
    """A million parcels on the red line, by the algorithm in qgis_process."""
    land, blocks = bench.data / "province_parcels.gpkg", bench.data / "province_blocks.gpkg"
    boundarydata.make_parcels(land, *PROVINCE, bench.seed)
    boundarydata.make_stairs(blocks, *PROVINCE, 90.0, bench.seed)
    outputs = [bench.out / "on_parcels.gpkg", bench.out / "parcels_inside.gpkg"]
    command = [
        *(str(tools.QGIS_PROCESS), "run", "redline:fittoparcels"),
        *(f"--INPUT={blocks}", f"--PARCELS={land}"),
        *(f"--OUTPUT={outputs[0]}", f"--PARCELS_OUTPUT={outputs[1]}"),
    ]
    one = Runs("redline:fittoparcels", [command], None, outputs)
    bench.run([one])
    count = PROVINCE[0] * PROVINCE[1]
    dataset = gdal.OpenEx(str(outputs[1]))
    written = dataset.GetLayer(0).GetFeatureCount()
    return table(
        ("", "parcels", "parcels of the red line", "process s", "peak MiB"),
        [(one.name, f"{count:,}", f"{written:,}", f"{one.wall:.1f}", f"{one.peak:.0f}")],
    )


def classes(bench: Bench) -> str:
    """Class 3 of a raster to polygons without small patches."""
    raster = bench.data / "classes.tif"
    boundarydata.make_classes(raster, RASTER, bench.seed)
    ours, theirs, extreme = (
        bench.out / f"{name}.gpkg" for name in ("patches", "patches_by_gdal", "extreme_by_gdal")
    )
    sieved, alone = bench.out / "sieved.tif", bench.out / "alone.tif"
    pixels = int(np.ceil(MINIMUM_M2 / PIXEL_M2))
    gdal_python = [tools.SYSTEM_PYTHON, "-m"]
    sieve = [
        *(*gdal_python, "osgeo_utils.gdal_sieve", "-q", "-8", "-st", str(pixels)),
        *("-of", "GTiff", str(raster), str(sieved)),
    ]

    def polygonize(source: Path, target: Path) -> list[str]:
        return [
            *(*gdal_python, "osgeo_utils.gdal_polygonize", "-q", str(source)),
            *("-f", "GPKG", str(target), "patches", "DN"),
        ]

    calc = [
        *(*gdal_python, "osgeo_utils.gdal_calc", "--quiet", "--overwrite", "-A", str(sieved)),
        *("--calc=3*(A==3)", "--NoDataValue=0", "--type=Byte", f"--outfile={alone}"),
    ]
    contestants = [
        Runs(
            f"{REDLINE}, core",
            [_work("boundary_patches.py", raster, MINIMUM_M2, ours)],
            None,
            [ours],
        ),
        Runs(
            "gdal_sieve, gdal_polygonize (all classes)",
            [sieve, polygonize(sieved, theirs)],
            None,
            [sieved, theirs],
        ),
        Runs(
            "gdal_sieve, gdal_calc, gdal_polygonize (class 3 alone)",
            [sieve, calc, polygonize(alone, extreme)],
            None,
            [sieved, alone, extreme],
        ),
    ]
    bench.run(contestants)
    counts = [
        boundarychecks.small_patches(ours, MINIMUM_M2),
        boundarychecks.small_patches(theirs, MINIMUM_M2, "DN"),
        boundarychecks.small_patches(extreme, MINIMUM_M2, "DN"),
    ]
    first = contestants[0].wall
    return table(
        ("", "process s", "ratio", "peak MiB", "patches of class 3", "under the minimum"),
        [
            (one.name, f"{one.wall:.1f}", f"{one.wall / first:.1f}", f"{one.peak:.0f}", *count)
            for one, count in zip(contestants, counts)
        ],
    )


def _county(bench: Bench) -> tuple[Path, Path, Path]:
    """Make the demo county, blocks of it, and its references as one layer of valid polygons."""
    county = bench.data / "county"
    blocks, references = bench.data / "county_blocks.gpkg", bench.data / "county_references.gpkg"
    vectors = county / "vectors.gpkg"
    process = [str(tools.QGIS_PROCESS), "run"]
    if not blocks.exists():
        terms = ("rainfall_erosivity", "soil_erodibility", "slope_length_steepness")
        index, graded = bench.data / "retention.tif", bench.data / "graded.tif"
        bench.make(
            *process, "redline:democounty", f"--SIZE={COUNTY}", "--SEED=1", f"--OUTPUT={county}"
        )
        bench.make(
            *(*process, "redline:soilretention", f"--OUTPUT={index}"),
            *(f"--{term.upper()}={county / term}.tif" for term in (*terms, "cover_management")),
        )
        bench.make(*process, "redline:gradefunction", f"--INPUT={index}", f"--OUTPUT={graded}")
        bench.make(
            *(*process, "redline:delineate", f"--SOIL_RETENTION={graded}", "--MIN_PATCH=0.25"),
            f"--PROTECTED_AREAS={vectors}|layername=protected_areas",
            f"--COUNTIES={vectors}|layername=counties",
            f"--OUTPUT={blocks}",
        )
    if not references.exists():
        shapes = np.concatenate(
            [boundarychecks.raw(vectors, name) for name in ("parcels", "protected_areas")]
        )
        parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shapes)))
        parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
        boundarydata.write(references, "references", parts, {})
    return blocks, references, vectors


def snapping(bench: Bench) -> str:
    """The fit against native:snapgeometries, on the demo county's parcels and protected areas."""
    blocks, references, vectors = _county(bench)
    fitted = bench.out / "fitted.gpkg"
    command = [
        *(str(tools.QGIS_PROCESS), "run", "redline:fittoreference", f"--INPUT={blocks}"),
        f"--PROTECTEDAREA={vectors}|layername=protected_areas",
        f"--PARCEL={vectors}|layername=parcels",
        *(f"--PROTECTEDAREA_TOLERANCE={TOLERANCE}", f"--PARCEL_TOLERANCE={TOLERANCE}"),
        f"--OUTPUT={fitted}",
    ]
    contestants = [Runs("redline:fittoreference", [command], None, [fitted])]
    for behaviour, title in ((0, "prefer nodes"), (1, "closest point")):
        told = bench.out / f"snapped_{behaviour}.json"
        snapped = told.with_suffix(".gpkg")
        work = _work(
            "boundary_native.py",
            *("native:snapgeometries", told, blocks, references),
            *(f"TOLERANCE={TOLERANCE}", f"BEHAVIOR={behaviour}", snapped),
            python=tools.SYSTEM_PYTHON,
        )
        contestants.append(Runs(f"native:snapgeometries, {title}", [work], told, [snapped]))
    bench.run(contestants)
    known = boundarychecks.raw(references)
    files = [("assessed line, before", blocks, "")]
    files += [(one.name, one.outputs[0], f"{one.wall:.1f}") for one in contestants]
    rows = []
    for name, path, seconds in files:
        found = boundarychecks.quality(boundarychecks.raw(path), known, TOLERANCE)
        rows.append(
            (
                *(name, found.count, found.invalid, found.slivers),
                *(f"{found.overlap_m2:.2f}", f"{found.gap_m2:.2f}"),
                f"{100.0 * found.on_reference:.1f}",
                f"{100.0 * found.on_reference / found.within:.1f}",
                seconds,
            )
        )
    return table(
        (
            *("", "polygons", "invalid", "slivers", "overlap m2", "gaps m2"),
            *("on a reference %", "of what is within tolerance %", "process s"),
        ),
        rows,
    )


CASES: dict[str, tuple[str, Callable[[Bench], str]]] = {
    "overlay": ("200,000 parcels and 300 protected areas", overlay),
    "parcels": ("1,000,000 parcels on the red line", parcels),
    "classes": ("Class raster of 64 million pixels to polygons", classes),
    "snapping": ("The fit and native:snapgeometries, demo county", snapping),
}


def main(arguments: Sequence[str]) -> int:
    """Run the cases and print their tables."""
    gdal.UseExceptions()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser(prog="scripts/bench boundary", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each runs (3)")
    parser.add_argument("--seed", type=int, default=1, help="of the synthetic data (1)")
    parser.add_argument("--cases", nargs="+", choices=tuple(CASES), default=tuple(CASES))
    parser.add_argument("--data", type=Path, default=cache / "redline-benchmarks" / "boundary")
    options = parser.parse_args(arguments)
    bench = Bench(options.data, options.rounds, options.seed)
    parts = []
    for name in options.cases:
        title, work = CASES[name]
        say(title)
        parts.append(f"### {title}\n\n{work(bench)}\n")
    text = "\n".join(parts)
    (options.data / "boundary.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

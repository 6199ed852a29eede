"""The figures as Markdown and JSON: medians, ratios, and what became of the aims."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import cases
from benchmarks.processes import Usage


@dataclass(frozen=True)
class Row:
    """One contestant's runs in one case. ``differing`` counts pixels; None: not compared."""

    name: str
    note: str
    runs: Sequence[Usage]
    differing: int | None
    failed: str | None = None

    @property
    def wall_s(self) -> float:
        """Median wall time."""
        return statistics.median(run.wall_s for run in self.runs)

    @property
    def cpu_s(self) -> float:
        """Median processor time."""
        return statistics.median(run.cpu_s for run in self.runs)

    @property
    def peak_mib(self) -> float:
        """Highest peak of memory."""
        return max(run.peak_mib for run in self.runs)


@dataclass(frozen=True)
class Result:
    """A case and its rows."""

    id: str
    title: str
    pixels: int
    rows: Sequence[Row]

    @property
    def inputs(self) -> str:
        """The inputs' codec, for the cases that are named after it."""
        return self.id.rsplit("_", 1)[-1]

    def find(self, name: str, note: str = "") -> Row | None:
        """Return the row of a contestant that ran."""
        for row in self.rows:
            if row.name == name and row.runs and row.note.startswith(note):
                return row
        return None


@dataclass(frozen=True)
class Aim:
    """``over`` should take at least (at most, if it is the limit) ``factor`` times ``under``."""

    text: str
    over: Row | None
    under: Row | None
    factor: float
    at_most: bool = False

    @property
    def ratio(self) -> float | None:
        """What came out; None when one of the two did not run."""
        if self.over is None or self.under is None:
            return None
        return self.over.wall_s / self.under.wall_s

    @property
    def verdict(self) -> str:
        """Met, missed, or not run."""
        if self.ratio is None:
            return "not run"
        met = self.ratio <= self.factor if self.at_most else self.ratio >= self.factor
        return "met" if met else "missed"


PEERS = (cases.QGIS, cases.GDAL_CALC, cases.PYGEOPROCESSING)


def aims(results: Mapping[str, Result]) -> list[Aim]:
    """Return the aims of the project's plan, against what was measured."""
    found: list[Aim] = []
    deflate, zstd = results.get("rusle_deflate"), results.get("rusle_zstd")
    for ours in (cases.ALGORITHM, cases.CORE):
        if deflate:
            for peer in PEERS:
                text = f"RUSLE, deflate output: {peer} / {ours}"
                found.append(Aim(text, deflate.find(peer, "deflate"), deflate.find(ours), 2.0))
        if deflate and zstd:
            for peer in PEERS:
                text = f"RUSLE, {peer} with deflate / {ours} with zstd rasters"
                found.append(Aim(text, deflate.find(peer, "deflate"), zstd.find(ours), 3.0))
        for result in (deflate, zstd):
            for stored in (cases.DEFLATE, cases.ZSTD):
                if result and result.find(ours, stored):
                    over, under = result.find(ours, stored), result.find(cases.LIMIT, stored)
                    text = f"RUSLE, {result.inputs} to {stored}: {ours} / the codec's limit"
                    found.append(Aim(text, over, under, 1.2, at_most=True))
            if result is deflate and result:
                text = f"RUSLE, deflate output: {ours} / {cases.RASTERIO} (level)"
                found.append(
                    Aim(text, result.find(ours), result.find(cases.RASTERIO), 1.1, at_most=True)
                )
        for name in ("chain_erosion", "chain_models"):
            chain = results.get(name)
            if chain and chain.find(ours):
                text = f"{name}: three runs of {cases.QGIS} / {ours}"
                found.append(Aim(text, chain.find(cases.QGIS), chain.find(ours), 5.0))
        graded = results.get("grading")
        if graded:
            text = f"Grading: {cases.SORT} / {ours}"
            found.append(Aim(text, graded.find(cases.SORT), graded.find(ours), 4.0))
    return found


def peak(results: Mapping[str, Result]) -> float:
    """Return the highest peak of memory of any run of Redline."""
    peaks = [
        row.peak_mib
        for result in results.values()
        for row in result.rows
        if row.name in (cases.ALGORITHM, cases.CORE) and row.runs
    ]
    return max(peaks, default=0.0)


def others_share(results: Mapping[str, Result]) -> float | None:
    """Return which share of the processors other processes took while contestants ran."""
    runs = [
        run
        for result in results.values()
        for row in result.rows
        for run in row.runs
        if run.others_s is not None
    ]
    if not runs:
        return None
    wall = sum(run.wall_s for run in runs) * (os.cpu_count() or 1)
    return sum(run.others_s or 0.0 for run in runs) / wall


def markdown(results: Mapping[str, Result], versions: Mapping[str, str | None], rounds: int) -> str:
    """Return the report as text."""
    used = ", ".join(f"{name} {text}" for name, text in versions.items() if text)
    lines = [
        f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}; {used}.",
        f"Medians of {rounds} interleaved rounds; whole processes, files in the page cache.",
    ]
    share = others_share(results)
    if share is not None:
        lines.append(
            f"Other processes took {100 * share:.0f} % of the machine meanwhile"
            + ("." if share < 0.05 else ": wall times are too long, ratios uncertain.")
        )
    for result in results.values():
        lines += ["", *_table(result)]
    lines += ["", *_aims_table(results)]
    return "\n".join(lines) + "\n"


def _table(result: Result) -> list[str]:
    lines = [
        f"### {result.title}, {result.pixels / 1e6:.0f} million pixels",
        "",
        "| | output | wall s | (least to most) | CPU s | peak MiB | wall / algorithm | "
        "wall / core | result |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    algorithm, core = result.find(cases.ALGORITHM), result.find(cases.CORE)
    for row in result.rows:
        if not row.runs:
            lines.append(f"| {row.name} | {row.note} | | | | | | | {row.failed} |")
            continue
        walls = [run.wall_s for run in row.runs]
        lines.append(
            f"| {row.name} | {row.note} | {row.wall_s:.2f} | {min(walls):.2f} to {max(walls):.2f} "
            f"| {row.cpu_s:.2f} | {row.peak_mib:.0f} | {_ratio(row, algorithm)} "
            f"| {_ratio(row, core)} | {_same(row)} |"
        )
    return lines


def _ratio(row: Row, base: Row | None) -> str:
    return "" if base is None else f"{row.wall_s / base.wall_s:.2f}"


def _same(row: Row) -> str:
    if row.differing is None:
        return ""
    return "same" if row.differing == 0 else f"{row.differing} pixels differ"


def _aims_table(results: Mapping[str, Result]) -> list[str]:
    lines = ["### Aims", "", "| ratio of wall times | aim | measured | |", "|---|---|---|---|"]
    for aim in aims(results):
        sign = "≤" if aim.at_most else "≥"
        ratio = "" if aim.ratio is None else f"{aim.ratio:.2f}"
        lines.append(f"| {aim.text} | {sign} {aim.factor:g} | {ratio} | {aim.verdict} |")
    highest = peak(results)
    met = "met" if highest < 500 else "missed"
    lines.append(f"| Highest peak memory of Redline, MiB | < 500 | {highest:.0f} | {met} |")
    return lines


def as_json(
    results: Mapping[str, Result], versions: Mapping[str, str | None], settings: Mapping[str, Any]
) -> str:
    """Return every run's figures."""
    return json.dumps(
        {
            "settings": dict(settings),
            "versions": dict(versions),
            "processors": os.cpu_count(),
            "system": platform.platform(),
            "cases": [
                {
                    "id": result.id,
                    "title": result.title,
                    "pixels": result.pixels,
                    "contestants": [
                        {
                            "name": row.name,
                            "note": row.note,
                            "differing_pixels": row.differing,
                            "failed": row.failed,
                            "runs": [asdict(run) for run in row.runs],
                        }
                        for row in result.rows
                    ],
                }
                for result in results.values()
            ],
            "aims": [
                {"aim": aim.text, "factor": aim.factor, "ratio": aim.ratio, "verdict": aim.verdict}
                for aim in aims(results)
            ],
            "peak_mib": peak(results),
        },
        indent=1,
    )


def write(folder: Path, text: str, figures: str) -> None:
    """Write both files."""
    (folder / "benchmark.md").write_text(text, encoding="utf-8")
    (folder / "benchmark.json").write_text(figures, encoding="utf-8")

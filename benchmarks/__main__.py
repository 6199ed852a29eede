"""Make the data, run every contestant in turn, write the report: python -m benchmarks --help.

The boundary's cases are apart: python -m benchmarks boundary --help.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal

from benchmarks import boundary, cases, check, landscape, report, tools
from benchmarks.cases import Case, Contestant
from benchmarks.processes import Usage, run_all

CHUNK = 16 * 1024 * 1024


def arguments() -> argparse.Namespace:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--size", type=int, default=8000, help="pixels on a side (8000)")
    parser.add_argument(
        "--grade-size", type=int, help="pixels on a side for grading (twice --size)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each runs (3)")
    parser.add_argument("--seed", type=int, default=1, help="of the synthetic rasters (1)")
    parser.add_argument(
        "--cases",
        nargs="+",
        choices=(
            "rusle_deflate",
            "rusle_zstd",
            "chain_erosion",
            "chain_models",
            "erodibility",
            "rweq",
            "factor_chain",
            "grading",
        ),
        help="some of the cases only",
    )
    parser.add_argument("--only", help="only contestants whose name or note contains this")
    parser.add_argument("--data", type=Path, default=cache / "redline-benchmarks")
    parser.add_argument("--report", type=Path, help="folder for benchmark.md and .json (data)")
    options = parser.parse_args()
    options.grade_size = options.grade_size or 2 * options.size
    return options


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def prepare(options: argparse.Namespace) -> dict[str, tuple[Case, int]]:
    """Make what is missing of the data and return the cases that are asked for, with sizes."""
    wanted = options.cases
    found: dict[str, tuple[Case, int]] = {}

    def folder(size: int) -> Path:
        path: Path = options.data / f"{size}_{options.seed}"
        path.mkdir(parents=True, exist_ok=True)
        return path

    def make(data: Path, layers: Sequence[landscape.Layer], size: int, *codecs: str) -> None:
        for layer in layers:
            say(f"data: {layer.name}, {size} x {size}")
            landscape.make(data, layer, size, options.seed, codecs)

    out = options.data / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    if not wanted or set(wanted) - {"grading"}:
        data = folder(options.size)
        make(data, landscape.RUSLE, options.size, "deflate", "zstd")
        landscape.make_expected(data, options.size)
        for case in (
            cases.rusle(data, out, cases.DEFLATE),
            cases.rusle(data, out, cases.ZSTD),
            cases.erosion_chain(data, out),
        ):
            found[case.id] = case, options.size
        if not wanted or "chain_models" in wanted:
            make(data, landscape.OTHERS, options.size, "zstd")
            found["chain_models"] = cases.models_chain(data, out), options.size
        if not wanted or {"erodibility", "rweq", "factor_chain"} & set(wanted):
            make(data, [*landscape.SOIL, *landscape.WIND], options.size, "deflate")
            for case in (
                cases.erodibility(data, out),
                cases.sand_fixation(data, out),
                cases.factor_chain(data, out),
            ):
                found[case.id] = case, options.size
    if not wanted or "grading" in wanted:
        data = folder(options.grade_size)
        make(data, [landscape.INDEX], options.grade_size, "zstd")
        found["grading"] = cases.grading(data, out), options.grade_size
    return {name: entry for name, entry in found.items() if not wanted or name in wanted}


def warm(paths: Sequence[Path]) -> None:
    """Read files once, so that all contestants find them in the page cache."""
    for path in paths:
        with path.open("rb") as stream:
            while stream.read(CHUNK):
                pass


class Contest:
    """One case, round after round."""

    def __init__(self, case: Case, size: int, log: Path, versions: dict[str, str | None]) -> None:
        self.case, self.size, self.log = case, size, log
        self.runs: dict[str, list[Usage]] = {c.key: [] for c in case.contestants}
        self.differing: dict[str, int | None] = {}
        self.failed = {
            c.key: f"not run: {c.needs} is missing"
            for c in case.contestants
            if versions.get(c.needs) is None
        }
        self.expected = list(case.expected) if case.expected is not None else None

    def round(self, number: int, only: str | None) -> None:
        """Let everyone run once."""
        for contestant in self.case.contestants:
            skip = only and only.lower() not in contestant.key.lower()
            if skip or contestant.key in self.failed or (number and contestant.once):
                continue
            self._run(contestant)

    def _run(self, contestant: Contestant) -> None:
        usage = run_all(contestant.commands, tools.environment(), self.log)
        if usage.code or not all(path.exists() for path in contestant.outputs):
            self.failed[contestant.key] = f"failed, see {self.log}"
            say(f"  {contestant.key}: failed, see {self.log}")
            return
        say(
            f"  {contestant.key}: {usage.wall_s:.2f} s, {usage.cpu_s:.2f} CPU s, "
            f"{usage.peak_mib:.0f} MiB"
        )
        self.runs[contestant.key].append(usage)
        if not contestant.limit and contestant.key not in self.differing:
            self._check(contestant)
        # Gone before the next one starts, so that nobody pays for another's unwritten pages.
        for path in contestant.outputs:
            for entry in path.parent.glob(f"{path.name}*"):
                entry.unlink()

    def _check(self, contestant: Contestant) -> None:
        if self.expected is None:
            self.expected = []
            for path in contestant.outputs:
                kept = path.with_name(f"expected_{path.name}")
                shutil.copyfile(path, kept)
                self.expected.append(kept)
        pairs = zip(contestant.outputs[-len(self.expected) :], self.expected)
        self.differing[contestant.key] = sum(check.differing_pixels(*pair) for pair in pairs)

    def result(self) -> report.Result:
        """Return the figures."""
        rows = [
            report.Row(
                c.name,
                c.note,
                [] if c.key in self.failed else self.runs[c.key],
                self.differing.get(c.key),
                self.failed.get(c.key, "not asked for"),
            )
            for c in self.case.contestants
        ]
        return report.Result(self.case.id, self.case.title, self.size**2, rows)


def main() -> int:
    if sys.argv[1:2] == ["boundary"]:
        return boundary.main(sys.argv[2:])
    gdal.UseExceptions()
    options = arguments()
    versions = tools.versions()
    for name, text in versions.items():
        say(f"{name}: {text or 'missing'}")
    contests = prepare(options)
    log = options.data / "benchmark.log"
    log.write_bytes(b"")
    results = {}
    for name, (case, size) in contests.items():
        say(case.title)
        contest = Contest(case, size, log, versions)
        warm(case.inputs)
        for number in range(options.rounds):
            contest.round(number, options.only)
        results[name] = contest.result()
        shutil.rmtree(options.data / "out")
        (options.data / "out").mkdir()
    text = report.markdown(results, versions, options.rounds)
    settings = {
        name: getattr(options, name) for name in ("size", "grade_size", "rounds", "seed", "cases")
    }
    folder = options.report or options.data
    folder.mkdir(parents=True, exist_ok=True)
    report.write(folder, text, report.as_json(results, versions, settings))
    print(text)
    say(f"report: {folder / 'benchmark.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Redline's grading by plain Python: redline_grade.py INPUT OUTPUT COMPRESSION."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.classes import GradeOptions
from redline_plugin.core.grade.cumulative import CumulativeRule, grade_by_cumulative_value
from redline_plugin.core.raster.source import RasterSource


def main() -> None:
    source, output, compression = sys.argv[1:]
    threads = int(os.environ["THREADS"]) if "THREADS" in os.environ else None
    grading = grade_by_cumulative_value(
        RasterSource(source),
        Path(output),
        CumulativeRule(),
        Quiet(),
        GradeOptions(threads=threads, compression=compression),
    )
    print("breaks", repr(grading.breaks.extreme), repr(grading.breaks.important))


if __name__ == "__main__":
    main()

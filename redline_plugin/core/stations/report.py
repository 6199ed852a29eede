"""The errors at stations left out, as a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.stations.methods import Fitted
from redline_plugin.core.text import N_, Translate, untranslated

REPORT_COLUMNS = (
    N_("Field"),
    N_("Station"),
    N_("x"),
    N_("y"),
    N_("Observed"),
    N_("Estimated without it"),
    N_("Error"),
)


def write_report(fields: Sequence[Fitted], path: Path, translate: Translate = untranslated) -> None:
    """Write a CSV of every station: observed, estimated without it, error.

    Raises:
        OutputError: cannot be written.
    """
    with (
        atomic_folder_of(path) as folder,
        (folder / path.name).open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        writer = csv.writer(stream)
        writer.writerow([translate(name) for name in REPORT_COLUMNS])
        for item in fields:
            for number, station in enumerate(item.sample.ids):
                x, y = item.sample.places[number]
                observed, estimated = item.sample.values[number], item.left_out[number]
                known = np.isfinite(estimated)
                writer.writerow(
                    [
                        item.field,
                        station,
                        f"{x:.10g}",
                        f"{y:.10g}",
                        f"{observed:.10g}",
                        f"{estimated:.10g}" if known else "",
                        f"{estimated - observed:.10g}" if known else "",
                    ]
                )

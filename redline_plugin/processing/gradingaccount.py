"""The account of the classes of a grading, as a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.grade.classes import NODATA_CLASS, ClassRow, LeftOut
from redline_plugin.i18n import tr


def write_account(rows: Sequence[ClassRow], left_out: LeftOut | None, path: Path) -> None:
    """Write a row for each class, and one of class 0 for what was left out by choice."""
    with (
        atomic_folder_of(path) as folder,
        (folder / path.name).open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        writer = csv.writer(stream)
        writer.writerow(
            [
                tr("Class"),
                tr("Title"),
                tr("Pixels"),
                tr("Area [km2]"),
                tr("Share of area [%]"),
                tr("Share of value [%]"),
            ]
        )
        for row in rows:
            value_share = "" if row.value_share is None else f"{100 * row.value_share:.4f}"
            writer.writerow(
                [
                    row.value,
                    tr(row.title),
                    row.pixels,
                    f"{row.area_m2 / 1e6:.6f}",
                    f"{100 * row.area_share:.4f}",
                    value_share,
                ]
            )
        if left_out is not None:
            writer.writerow(
                [
                    NODATA_CLASS,
                    tr("Left out: value not above 0"),
                    left_out.pixels,
                    f"{left_out.area_m2 / 1e6:.6f}",
                    "",
                    "",
                ]
            )

"""The account of several species put together, as CSV."""

from __future__ import annotations

import csv
from pathlib import Path

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.species.richness import RichnessTally
from redline_plugin.core.text import N_, Translate

_COLUMNS = (
    N_("Species"),
    N_("Weight"),
    N_("Protection"),
    N_("Pixels with a value"),
    N_("Lowest suitability"),
    N_("Highest suitability"),
    N_("Pixels from the cut-off on"),
    N_("Pixels in core ranges"),
)


def richness_csv(tally: RichnessTally, path: Path, counted: bool, translate: Translate) -> None:
    """Write a line per species.

    Args:
        tally: of the run.
        path: of the table.
        counted: whether a cut-off was used; else its column stays empty.
        translate: for the header.
    """
    with (
        atomic_folder_of(path) as folder,
        (folder / path.name).open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        writer = csv.writer(stream)
        writer.writerow([translate(name) for name in _COLUMNS])
        for item in tally.species:
            writer.writerow(
                [
                    item.name,
                    f"{item.weight:.10g}",
                    item.protection,
                    item.pixels,
                    f"{item.low:.6f}" if item.pixels else "",
                    f"{item.high:.6f}" if item.pixels else "",
                    item.suited if counted else "",
                    item.core,
                ]
            )

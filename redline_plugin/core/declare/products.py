"""Class rasters whose codes are those of another product than the chosen table's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.declare.table import FOLDER, Lookup, load_table
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import AlignedReader
from redline_plugin.core.text import Message, joined, msg, title

UNLISTED_SHARE = 0.5
"""Told, when so many of the pixels have codes that the chosen table does not list: Redline's own."""

FITTING_SHARE = 0.95
"""Another table fits, when it lists so many of them. Redline's own limit."""

_LEAST_PIXELS = 100
_KINDS = 1000


@dataclass
class Codes:
    """How often each code was met in samples."""

    counts: Counter[float] = field(default_factory=Counter)

    def add(self, reader: AlignedReader, window: Window) -> None:
        """Count the codes of a window."""
        values, inside = reader.look(window)
        found, counts = np.unique(values[reader.present(values, inside)], return_counts=True)
        # More kinds than that are no classes; the run tells so.
        for code, count in zip(found[:_KINDS].tolist(), counts[:_KINDS].tolist()):
            self.counts[float(code)] += count

    def listed_share(self, lookup: Lookup) -> float:
        """Return the share of the pixels whose code has a row in a table."""
        codes = np.array(list(self.counts))
        counts = np.array(list(self.counts.values()))
        return float(counts[~lookup.unlisted(codes)].sum() / counts.sum())


def other_product(item: RasterInput, chosen: Lookup, codes: Codes) -> list[Message]:
    """Return which shipped tables fit the codes, where the chosen one does not.

    Args:
        item: a class input whose table has alternatives.
        chosen: the table that is used.
        codes: of the samples.
    """
    table = item.table
    if table is None or sum(codes.counts.values()) < _LEAST_PIXELS:
        return []
    listed = codes.listed_share(chosen)
    if 1.0 - listed < UNLISTED_SHARE:
        return []
    shipped = [(title(table.title), table.file), *((title(o.title), o.file) for o in table.others)]
    fitting = [
        msg("“{title}” ({file})", title=called, file=file)
        for called, file in shipped
        if str(FOLDER / file) != chosen.path
        and codes.listed_share(load_table(table, FOLDER / file)) >= FITTING_SHARE
    ]
    if not fitting:
        return []
    return [
        msg(
            "{name}: about {share:.0f} % of the samples have codes that the chosen table does not "
            "list. Tables that list them: {tables}. Is another product chosen than this raster's?",
            name=item.called,
            share=100.0 * (1.0 - listed),
            tables=joined(fitting),
        )
    ]

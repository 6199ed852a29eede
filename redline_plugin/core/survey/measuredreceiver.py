"""The layer that ``redline:markerforms`` makes for a receiver, as it comes back: what was filled in.

Its points are those of the design until somebody measures: a row that nobody touched is no
measurement. Whoever measures types eastings and northings, or moves the points.
"""

from __future__ import annotations

import numpy as np

from redline_plugin.core.errors import Problem
from redline_plugin.core.survey.measuredtable import Table
from redline_plugin.core.text import msg

_DESIGN = ("design_longitude", "design_latitude")
_TYPED = ("easting", "northing")
_UNMOVED = 1e-9
"""Degrees, a tenth of a millimetre."""


def filled_in(table: Table) -> Table:
    """Return the rows that were measured, when this is such a layer; any other table as it is.

    Where coordinates were typed they are the places, since the points then still are the design's;
    a row whose point alone was moved is listed then, for nobody can tell which of the two is meant.
    """
    if table.points is None or not {*_DESIGN, *_TYPED} <= set(table.head):
        return table
    of = {name: at for at, name in enumerate(table.head)}
    typed = np.all([[bool(cell) for cell in table.columns[of[name]]] for name in _TYPED], axis=0)
    design = np.array(
        [[float(cell or "nan") for cell in table.columns[of[name]]] for name in _DESIGN]
    ).T
    moved = ~(np.abs(table.points - design).max(axis=1) <= _UNMOVED)
    taken = typed if typed.any() else moved
    rows = np.flatnonzero(taken)
    doubtful = np.flatnonzero(moved & ~taken)
    untouched = int((~moved & ~taken).sum())
    return Table(
        table.name,
        table.head,
        tuple([column[row] for row in rows] for column in table.columns),
        tuple(table.lines[row] for row in rows),
        (
            *table.how,
            msg(
                "It is a layer for a receiver; {count} rows are as they were made, and count as not "
                "measured.",
                count=untouched,
            ),
        ),
        (
            *table.left_out,
            *(
                Problem(
                    msg("Its point was moved, but no easting and northing typed as in other rows."),
                    table.where(row),
                )
                for row in doubtful.tolist()
            ),
        ),
        None if typed.any() else table.points[rows],
        "" if typed.any() else table.crs,
    )

"""Which things of a layer are those of an earlier one: they are at the same place."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Floats, Ints

SAME_M = 0.01
"""m. Layers keep a millimetre at the worst, and tables of degrees, minutes and seconds with four
decimals 3 mm; nothing in the field is told apart at a centimetre."""


def same_places(new: Floats, old: Floats, within: float = SAME_M) -> Ints:
    """Return for each new place the old one at the same place, -1 for none, each old one once.

    The nearest go together first; of equally near ones those that stand first.

    Args:
        new: (n, 2); old: (m, 2), in metres.
        within: how near the same place is, m.
    """
    found = np.full(len(new), -1, dtype=np.int64)
    if len(new) == 0 or len(old) == 0:
        return found
    tree = shapely.STRtree(shapely.points(old))
    here, there = tree.query(shapely.points(new), predicate="dwithin", distance=within)
    away = np.hypot(*(new[here] - old[there]).T)
    given = np.zeros(len(old), dtype=bool)
    for at in np.lexsort((here, there, away)).tolist():
        if found[here[at]] < 0 and not given[there[at]]:
            found[here[at]] = there[at]
            given[there[at]] = True
    return found

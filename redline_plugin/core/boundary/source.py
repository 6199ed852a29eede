"""What the fit takes: reference lines with a kind, a priority and a tolerance, and the user's choices."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.errors import Problem
from redline_plugin.core.text import msg

XY_TOLERANCE = 0.001
"""m. Seen in checks of farmland rights (CBJY-QC; fact sheet, submission 6.2), an analog."""


@dataclass(frozen=True)
class Source:
    """Reference lines of one kind.

    Attributes:
        id: unique among the sources of a fit.
        kind: one of :data:`redline_plugin.core.boundary.kinds.KIND_TITLES`.
        priority: 1 is the first; sources of equal priority are told apart by their id.
        tolerance_m: how far the red line may move to them.
        lines: (n,) lines, in the plane of the red line.
        names: (n,) what each is called, "" for nothing.
    """

    id: str
    kind: str
    priority: int
    tolerance_m: float
    lines: Shapes
    names: tuple[str, ...]


@dataclass(frozen=True)
class FitOptions:
    """The user's choices.

    Attributes:
        xy_tolerance_m: vertices this near are one; offsets between layers that should share an edge.
        most_moved: largest share of a block's area that may come in and go out together; None for
            no limit.
    """

    xy_tolerance_m: float = XY_TOLERANCE
    most_moved: float | None = None

    def problems(self, sources: Sequence[Source]) -> list[Problem]:
        """Return what is wrong with the choices."""
        found = []
        if not 0.0 < self.xy_tolerance_m <= 1.0:
            found.append(
                Problem(
                    msg(
                        "The XY tolerance must be more than 0 and at most 1 m, not {value}.",
                        value=self.xy_tolerance_m,
                    )
                )
            )
        if self.most_moved is not None and not 0.0 <= self.most_moved <= 1.0:
            found.append(
                Problem(
                    msg(
                        "The share of a block that may move must be 0 to 1, not {value}.",
                        value=self.most_moved,
                    )
                )
            )
        for source in sources:
            if not (math.isfinite(source.tolerance_m) and source.tolerance_m > 0.0):
                found.append(
                    Problem(
                        msg(
                            "The tolerance must be more than 0 m, not {value}.",
                            value=source.tolerance_m,
                        ),
                        source.id,
                    )
                )
        return found


def ordered(sources: Sequence[Source]) -> list[Source]:
    """Return sources by priority; those without lines are left out."""
    return sorted(
        (source for source in sources if len(source.lines)),
        key=lambda source: (source.priority, source.id),
    )


def as_lines(shapes: Shapes, names: Sequence[str]) -> tuple[Shapes, tuple[str, ...]]:
    """Return the lines of lines, and the outlines of polygons, each with its name."""
    edges = shapes.copy()
    areal = shapely.get_dimensions(shapes) == 2
    edges[areal] = shapely.boundary(shapes[areal])
    parts, owner = shapely.get_parts(edges, return_index=True)
    long = shapely.length(parts) > 0.0
    return parts[long], tuple(np.asarray(names, dtype=object)[owner[long]])

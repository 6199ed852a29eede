"""Slope length: from the divide down to each cell, along the path or by the area above.

Both are exact in a block with a halo, though a way may come from far outside of it. Slope length
counts up to a maximal length only, and a way of n steps is at least n times the smallest step long.
So a way that comes from beyond ``steps`` cells has reached the maximal length whatever is out
there; one that begins nearer is inside the block as a whole. Likewise a way that brings water from
beyond ``steps`` cells has that many cells on it alone, so that the area is large enough. Two cells
more on each side let the outermost of these know who drains into them: that takes the neighbours of
their neighbours. Where a large area makes a channel, all that lies below is a channel, too; hence a
cell that is not has none above, and only the cell's own state has to be right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.terrain.flow import (
    Descent,
    Edges,
    longest_way,
    steepest_descent,
    upstream_sum,
)
from redline_plugin.core.terrain.halo import whole

MARGIN = 2
"""Cells of the halo beyond the steps that count."""

GENTLE = 0.05
"""Below this gradient, 5 %, the other cut-off factor applies."""

_ROOM = 1.01
# Rows nearer to a pole have smaller cells than the one asked about; within a halo, hardly.


def steps_of_length(length: float, cell_width: float, cell_height: float) -> int:
    """Return in how many steps a way is longer than ``length`` in m, whatever its directions."""
    return whole(length / min(cell_width, cell_height)) + 2


def steps_of_area(area: float, cell_width: float, cell_height: float) -> int:
    """Return how many cells have an area of more than ``area`` in m2."""
    return whole(_ROOM * area / (cell_width * cell_height)) + 2


@dataclass(frozen=True)
class Ends:
    """Where slopes end.

    Attributes:
        gentle: a slope ends where its angle falls below this share of the angle above, and the
            gradient is less than 5 %.
        steep: the same, from 5 %.
        channel: where there is a channel or water, shape (rows, columns); None: nowhere.
        channel_area: with more than this area above it, in m2, a cell is a channel; 0: none is.
    """

    gentle: float
    steep: float
    channel: NDArray[np.bool_] | None = None
    channel_area: float = 0.0


def flow_path_length(
    elevation: NDArray, cell_width: NDArray, cell_height: NDArray, steps: int, ends: Ends
) -> NDArray:
    """Return the longest way from a divide to each cell's centre, m.

    The method of Hickey (2000) and Van Remortel et al. (2001): a cell into which nothing drains is
    a divide and has half of its step as length; each step to the steepest lower neighbour adds the
    horizontal distance of the centres; of several ways that meet, the longest counts. A way ends,
    and a cell starts anew with one step of its own, where the slope falls as :class:`Ends` says,
    in pits, on flats and at channels. Unlike there, pits are not filled.

    Args:
        elevation: m, shape (rows, columns); NaN where there is none.
        cell_width: m, shape (rows, 1).
        cell_height: m, same shape.
        steps: ways of up to so many steps are told exactly.
        ends: where slopes end.

    Returns:
        m, shape (rows, columns), NaN where the elevation is.
    """
    descent = steepest_descent(elevation, cell_width, cell_height)
    edges = descent.edges
    cell = np.sqrt(cell_width * cell_height).astype(elevation.dtype)
    own = np.repeat(cell.ravel(), elevation.shape[1])
    own[edges.source] = edges.length
    start = own / 2
    start[edges.target] = own[edges.target]
    kept = edges.where(
        _goes_on(descent, ends) & _no_channel(descent, cell_width * cell_height, steps, ends)
    )
    start[kept.target] = 0
    length = longest_way(start, kept, steps).reshape(elevation.shape)
    length[np.isnan(elevation)] = np.nan
    return length


def _goes_on(descent: Descent, ends: Ends) -> NDArray[np.bool_]:
    """Return for each way whether its lower end is still steep enough."""
    edges = descent.edges
    below = descent.gradient.ravel()[edges.target]
    angle = np.arctan(descent.gradient).ravel()
    factor = np.where(below < GENTLE, angle.dtype.type(ends.gentle), angle.dtype.type(ends.steep))
    kept: NDArray[np.bool_] = (angle[edges.target] >= angle[edges.source] * factor) & (below > 0)
    return kept


def _no_channel(
    descent: Descent, cell_area: NDArray, steps: int, ends: Ends
) -> NDArray[np.bool_] | np.bool_:
    """Return for each way whether neither end is a channel."""
    channel = None if ends.channel is None else ends.channel.ravel()
    if ends.channel_area > 0:
        large = _area_above(descent.edges, cell_area, descent.gradient.shape, steps)
        by_area = large > ends.channel_area
        channel = by_area if channel is None else channel | by_area
    if channel is None:
        return np.bool_(True)
    return ~(channel[descent.edges.source] | channel[descent.edges.target])


def _area_above(
    edges: Edges, cell_area: NDArray, shape: tuple[int, ...], steps: int
) -> NDArray[np.float64]:
    """Return the area that drains through each cell, its own in it, m2, flat."""
    return upstream_sum(np.repeat(cell_area.ravel().astype(np.float64), shape[1]), edges, steps)


@dataclass(frozen=True)
class Contribution:
    """What drains into each cell.

    Attributes:
        area: above the cell, without its own, m2, shape (rows, columns).
        contour: across which it leaves the cell, by the cell's size: 1, or 2 ** 0.5 on a diagonal.
    """

    area: NDArray[np.float64]
    contour: NDArray


def contribution(
    elevation: NDArray,
    cell_width: NDArray,
    cell_height: NDArray,
    steps: int,
    channel: NDArray[np.bool_] | None,
) -> Contribution:
    """Return the area above each cell up to channels, exact where it is less than ``steps`` cells.

    Args:
        elevation: m, shape (rows, columns); NaN where there is none.
        cell_width: m, shape (rows, 1).
        cell_height: m, same shape.
        steps: see above.
        channel: where there is a channel or water; nothing drains into it or out of it. Or None.
    """
    descent = steepest_descent(elevation, cell_width, cell_height)
    edges, shape = descent.edges, elevation.shape
    cell_area = cell_width * cell_height
    contour = np.ones(elevation.size, elevation.dtype)
    contour[edges.source[_diagonal(edges, shape[1])]] = 2**0.5
    if channel is not None:
        kept = _no_channel(descent, cell_area, steps, Ends(0, 0, channel))
        edges = edges.where(np.broadcast_to(kept, edges.source.shape))
    # Kept through the sums, what is not needed any more would be a part of their peak.
    del descent
    area = _area_above(edges, cell_area, shape, steps).reshape(shape) - cell_area
    area[np.isnan(elevation)] = np.nan
    return Contribution(area, contour.reshape(shape))


def _diagonal(edges: Edges, columns: int) -> NDArray[np.bool_]:
    """Return which ways lead to a diagonal neighbour."""
    side = np.abs(edges.target - edges.source)
    found: NDArray[np.bool_] = (side != 1) & (side != columns)
    return found

"""What a crew wants to know of each marker: the road, the slope, and whether the next one is in sight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.survey.access import NONE, road_access
from redline_plugin.core.survey.accessraster import PointRaster
from redline_plugin.core.survey.sight import sights


@dataclass(frozen=True)
class Access:
    """Of n markers.

    Attributes:
        road_m: (n,) to the nearest road, NaN without roads; road_places: (n, 2) where that is, None
            without any.
        slope_deg: (n,) NaN where it is not known.
        height_m: (n,) of the ground, None without an elevation model; NaN where it has no data.
        following: (n,) position of the next marker, access.NONE for none.
        sight_m: (n,) straight distance to it, NaN without one.
        known: (n,) whether it is known if the next is seen; seen: (n,) whether it is.
        hidden_by_m: (n,) how far the ground rises above the line of sight, NaN where it does not.
        hidden_at_m: (n,) how far from the marker.
    """

    road_m: Floats
    road_places: Floats | None
    slope_deg: Floats
    height_m: Floats | None
    following: Ints
    sight_m: Floats
    known: Bools
    seen: Bools
    hidden_by_m: Floats
    hidden_at_m: Floats


def access_of(
    places: Floats,
    roads: Shapes,
    following: Ints,
    elevation: PointRaster | None,
    slope: PointRaster | None,
    instrument_m: float,
    target_m: float,
    feedback: Feedback,
) -> Access:
    """Look at each marker.

    Args:
        places: (n, 2), m.
        roads: lines, may be empty.
        following: as of the result.
        elevation: m, None for none.
        slope: degrees; None to take it from the elevation, if there is one.
        instrument_m, target_m: heights above the ground.
        feedback: cancel, progress.

    Raises:
        CancelledError: the user stopped.
    """
    count = len(places)
    nothing = np.full(count, np.nan)
    road_m, road_places = nothing.copy(), None
    if len(roads):
        road_m, road_places = road_access(places, roads)
    stop_if_cancelled(feedback)
    feedback.progress(0.3)
    slopes = nothing.copy()
    if slope is not None:
        slopes = slope.of_cell(places)
    elif elevation is not None:
        slopes = elevation.slope(places)
    stop_if_cancelled(feedback)
    feedback.progress(0.5)
    sight_m, by, at = nothing.copy(), nothing.copy(), nothing.copy()
    known, seen = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    paired = np.flatnonzero(following != NONE)
    eyes, targets = places[paired], places[following[paired]]
    sight_m[paired] = np.hypot(*(targets - eyes).T)
    if elevation is not None:
        looked = sights(elevation, eyes, targets, instrument_m, target_m, Part(feedback, 0.5, 1.0))
        known[paired] = looked.known
        seen[paired] = looked.known & looked.seen
        hidden = ~looked.seen
        by[paired[hidden]], at[paired[hidden]] = looked.above_m[hidden], looked.at_m[hidden]
    return Access(
        road_m,
        road_places,
        slopes,
        None if elevation is None else elevation.bilinear(places),
        following,
        sight_m,
        known,
        seen,
        by,
        at,
    )

"""Rings of which no place must have a marker: where to begin, so that as few as possible suffice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.placing.candidates import between
from redline_plugin.core.survey.placing.fill import Filled, Filler
from redline_plugin.core.survey.placing.reach import SAME, STUCK

_TRIED = 6
"""Of all beginnings with which as few suffice, so many that serve best are filled."""


@dataclass(frozen=True)
class Begun:
    """Where a ring begins.

    Attributes:
        place: of its first marker, in spacings used up, on the first copy of the arc.
        rest: what the others are; None where free places do not suffice.
    """

    place: float
    rest: Filled | None


def begin_rings(
    filler: Filler, origin: Floats, length: Floats, feedback: Feedback
) -> list[Begun | None]:
    """Return how to place markers on rings, None where nothing is free on one.

    Where free places do not suffice, a ring begins at the one of its places that :mod:`reach` says
    it must be enough to try, with which the farthest placement gets by with the fewest electronic
    markers.

    Args:
        filler: of their track.
        origin, length: (r,) where each ring's first copy begins, and how long it is, in spacings.
        feedback: progress and cancel.
    """
    turned = [_starts(filler, float(o), float(n)) for o, n in zip(origin, length)]
    owner = np.repeat(np.arange(len(origin)), [len(starts) for starts in turned])
    begin = np.concatenate([np.empty(0), *turned])
    count = filler.least(begin, begin + length[owner]).count
    found: list[Begun | None] = [None] * len(origin)
    tried_of, tried_at = [], []
    for ring in range(len(origin)):
        stop_if_cancelled(feedback)
        mine = np.flatnonzero(owner == ring)
        enough = mine[count[mine] != STUCK]
        if len(mine) == 0:
            continue
        if len(enough) == 0:
            found[ring] = Begun(float(begin[mine[0]]), None)
            continue
        fewest = int(count[enough].min())
        best = begin[enough[np.argmin(count[enough])]]
        starts = _well(filler, float(best), float(origin[ring]), float(length[ring]), fewest)
        tried_of += [ring] * len(starts)
        tried_at += starts.tolist()
    _fill(filler, length, np.array(tried_of, dtype=np.int64), np.array(tried_at), found, feedback)
    return found


def electronic_ring(filler: Filler, origin: float, length: float) -> list[Filled]:
    """Return the markers of a ring that free places do not suffice for: the first one, and the rest."""
    wanted = filler.track.wanted.stop
    ends = wanted[(wanted >= origin) & (wanted < origin + length)]
    starts = np.unique(np.concatenate([_starts(filler, origin, length), ends]))
    if len(starts) == 0:
        starts = np.array([origin])
    electronic = ~filler.track.free.inside(starts, slack=SAME)
    known = [filler.with_electronic(start, start + length) for start in starts.tolist()]
    keys = [
        (int(found.electronic.sum()) + int(own), len(found.place))
        for found, own in zip(known, electronic.tolist())
    ]
    at = min(range(len(keys)), key=keys.__getitem__)
    first = Filled(starts[at : at + 1], electronic[at : at + 1], 1, 0.0)
    start = float(starts[at])
    return [first, filler.fill_electronic(start, start + length, known[at])]


def _starts(filler: Filler, origin: float, length: float) -> Floats:
    """Return the places of which one is in some best placement: see :mod:`reach`."""
    free, wanted = filler.track.free, filler.track.wanted
    low = np.searchsorted(free.stop, origin - SAME)
    high = np.searchsorted(free.stop, origin + length - SAME)
    ends = free.stop[low:high]
    here = (wanted.stop >= origin) & (wanted.stop < origin + length)
    last = wanted.stop[here]
    span = np.searchsorted(free.start, last + SAME, side="right") - 1
    last = np.minimum(last[span >= 0], free.stop[span[span >= 0]])
    last = last[last >= origin]
    found = np.unique(np.concatenate([ends, last]))
    if len(found):
        return found
    # All of it is free, and nothing is wanted; or nothing is free.
    return np.array([origin]) if bool(free.inside(np.array([origin]), slack=SAME)[0]) else found


def _well(filler: Filler, best: float, origin: float, length: float, fewest: int) -> Floats:
    """Return beginnings that need no more markers, those first that serve best.

    Any placement has a marker within one spacing behind a place, so those are looked at.
    """
    reach = min(1.0, length)
    places = between(
        filler.track,
        best - 2.0 * SAME,
        best + reach + 2.0 * SAME,
        filler.special,
        np.array([best]),
        anywhere=False,
    )
    places = np.unique(np.where(places >= origin + length, places - length, places))
    places = places[places >= origin]
    enough = places[filler.least(places, places + length).count == fewest]
    here = filler.valuer.of(enough)
    order = np.lexsort((enough, here.soft, here.witness, ~here.kept))
    return enough[order[:_TRIED]] if len(enough) else np.array([best])


def _fill(
    filler: Filler,
    length: Floats,
    ring: Floats,
    begin: Floats,
    found: list[Begun | None],
    feedback: Feedback,
) -> None:
    """Fill rings from all beginnings, and keep the best of each."""
    if len(begin) == 0:
        return
    end = begin + length[ring]
    ahead = filler.least(begin, end)
    filled = filler.fill(begin, end, ahead, feedback)
    here = filler.valuer.of(begin)
    least_cost: dict[int, float] = {}
    for number, (of, rest) in enumerate(zip(ring.tolist(), filled)):
        # The beginning is a marker too: it counts like those behind it (see choose).
        base = float(rest.fewest + 2)
        own = here.soft[number] + base * (not here.kept[number]) + base**2 * here.witness[number]
        if rest.cost + own < least_cost.get(of, np.inf):
            least_cost[of] = float(rest.cost + own)
            found[of] = Begun(float(begin[number]), rest)

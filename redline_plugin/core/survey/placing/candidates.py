"""Places that markers are chosen from: all that can matter for the number, and those that serve well."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.placing.reach import SAME, Least, Track
from redline_plugin.core.survey.placing.spans import ranges

STEPS = 8
"""Parts that the stretch where a marker may stand is cut into, for places to try."""
_ONE = 1e-7
"""Spacings. Candidates nearer than this (0.1 mm) are one."""


@dataclass(frozen=True)
class Windows:
    """Where each marker of the least placements may stand.

    Attributes:
        chain, step: (p,) the marker: its chain, and its number there, from 1.
        early, late: (p,) from where to where, in spacings used up.
        share: (p,) its place if all were evenly apart.
    """

    chain: Ints
    step: Ints
    early: Floats
    late: Floats
    share: Floats


def windows(begin: Floats, end: Floats, ahead: Least, back: Least) -> Windows:
    """Return the windows of chains that free places suffice for.

    No placement gets farther with k markers than the one that gets farthest; none with n that ends
    in time has its k-th before that of the one that comes farthest from the end.

    Args:
        begin, end: (c,) of the chains.
        ahead: their least placements from the beginning.
        back: from the end, on the mirrored track.
    """
    whole = ahead.count[ahead.chain] > 0
    chain, step = ahead.chain[whole], ahead.step[whole]
    order = np.lexsort((-back.step, back.chain))
    order = order[back.count[back.chain[order]] > 0]
    late, early = ahead.place[whole], -back.place[order]
    share = begin[chain] + (end - begin)[chain] * step / (ahead.count[chain] + 1)
    return Windows(chain, step, np.minimum(early, late), late, share)


def tried(track: Track, at: Windows, special: Floats) -> tuple[Ints, Floats]:
    """Return chain and place of all candidates in windows, in order.

    Args:
        track: that they are on.
        at: the windows.
        special: places that serve well, or where planned markers are, in order.
    """
    parts = np.arange(1, STEPS) / STEPS
    steps = at.early[:, None] + (at.late - at.early)[:, None] * parts[None, :]
    chain = [at.chain, at.chain, at.chain, np.repeat(at.chain, len(parts))]
    place = [at.early, at.late, np.clip(at.share, at.early, at.late), steps.ravel()]
    for known in (track.free.start, track.free.stop, special):
        first = np.searchsorted(known, at.early - SAME, side="left")
        many = np.searchsorted(known, at.late + SAME, side="right") - first
        chain.append(np.repeat(at.chain, many))
        place.append(known[ranges(first, many)])
    return in_order(track, np.concatenate(chain), np.concatenate(place))


def between(
    track: Track, begin: float, end: float, special: Floats, more: Floats, *, anywhere: bool
) -> Floats:
    """Return candidates all along one chain.

    Args:
        track: that it is on.
        begin, end: of the chain.
        special: as for :func:`tried`.
        more: further places, such as those of a placement that is known.
        anywhere: whether places are wanted too that are not free.
    """
    count = max(2, int(np.ceil((end - begin) * STEPS)) + 1)
    known = np.concatenate(
        [track.free.start, track.free.stop, special, more, np.linspace(begin, end, count)]
    )
    known = known[(known > begin + SAME) & (known < end - SAME)]
    if anywhere:
        return one_each(np.sort(known))
    return in_order(track, np.zeros(len(known), dtype=np.int64), known)[1]


def in_order(track: Track, chain: Ints, place: Floats) -> tuple[Ints, Floats]:
    """Return what is free of places, in order, each once."""
    free = track.free.inside(place, slack=SAME)
    chain, place = chain[free], place[free]
    order = np.lexsort((place, chain))
    chain, place = chain[order], place[order]
    new = np.ones(len(place), dtype=bool)
    new[1:] = (np.diff(place) > _ONE) | (np.diff(chain) != 0)
    # Of places that are one, the last must stay: the farthest reach counts to the last digit.
    last = np.append(new[1:], True) if len(new) else new
    keep = new | last
    return chain[keep], place[keep]


def one_each(place: Floats) -> Floats:
    """Return places in order without those that repeat another one."""
    if len(place) == 0:
        return place
    return place[np.concatenate([[True], np.diff(place) > SAME])]


def near_one(place: Floats, known: Floats, within: float) -> tuple[Ints, Bools]:
    """Return the nearest of known places (in order) to each place, and whether it is so near."""
    if len(known) == 0:
        return np.zeros(len(place), dtype=np.int64), np.zeros(len(place), dtype=bool)
    after = np.clip(np.searchsorted(known, place), 1, max(len(known) - 1, 1))
    after = np.minimum(after, len(known) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(known[after] - place) < np.abs(place - known[before]), after, before)
    return nearest, np.abs(known[nearest] - place) <= within

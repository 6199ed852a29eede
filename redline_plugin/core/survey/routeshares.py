"""Places shared out among crews: equal work, and near to one another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.survey.route import round_trip
from redline_plugin.core.survey.routecost import Walk

_SLACK = 0.02
"""Share of a crew's work by which a cut between crews may shift to a longer leg."""
_ROUNDS, _SETTLED = 40, 20
_PACE = 0.7
_EVEN = 0.005
_ENOUGH = 20_000
_COMPACT = 0.03
"""Share of the longest crew's time that compact cells may cost."""


def shares(walk: Walk, crews: int, work_minutes: float, feedback: Feedback) -> list[Ints]:
    """Return the places of each crew, so that the crew with most work has as little as possible.

    Two ways are tried, and judged by quick trips: cells of a power diagram round moving centres, whose
    sizes are changed until the work in them is equal (F. Aurenhammer, F. Hoffmann and B. Aronov,
    Algorithmica 20, 1998), and stretches of one trip through all places. Cells are compact, so that
    crews do not cross one another's ground; stretches are taken only if they are clearly shorter.

    Args:
        walk: minutes between places, at least as many as crews.
        crews: how many.
        work_minutes: at each place.
        feedback: cancel, progress.

    Raises:
        CancelledError: the user stopped.
    """
    if crews == 1:
        return [np.arange(len(walk.places))]
    trip = np.array(round_trip(walk, Part(feedback, 0.0, 0.4), 0))
    legs = walk.legs([*trip.tolist(), int(trip[0])])
    stretches = _stretches(trip, legs, crews, work_minutes)
    # What a place costs: the work, and half of the legs to and from it.
    cost = np.empty(len(trip))
    cost[trip] = work_minutes + (legs + np.roll(legs, 1)) / 2.0
    # Many places are thinned along the trip for it.
    thin = trip[:: -(-len(trip) // _ENOUGH)]
    cells = _cells(walk.places, cost + 1e-9, thin, stretches, Part(feedback, 0.4, 0.6))
    found = stretches
    if min(len(cell) for cell in cells) > 0:
        by_cells = _most(walk, cells, work_minutes, Part(feedback, 0.6, 0.8))
        by_stretches = _most(walk, stretches, work_minutes, Part(feedback, 0.8, 1.0))
        if by_cells <= by_stretches * (1.0 + _COMPACT):
            found = cells
    feedback.progress(1.0)
    # The crews in the order of the trip, whichever way the places were shared out.
    place = np.argsort(trip)
    return sorted(found, key=lambda group: int(place[group].min()))


def _stretches(trip: Ints, legs: Floats, crews: int, work_minutes: float) -> list[Ints]:
    """Cut a trip into stretches of equal work; cuts fall on long legs."""
    # It begins behind its longest leg.
    first = (int(np.argmax(legs)) + 1) % len(trip)
    trip, legs = np.roll(trip, -first), np.roll(legs, -first)
    done = np.cumsum(legs[:-1] + work_minutes)
    whole = float(done[-1]) + work_minutes
    cuts = [0]
    for crew in range(1, crews):
        wanted, slack = whole * crew / crews, whole * _SLACK / crews
        low = int(np.searchsorted(done, wanted - slack))
        high = int(np.searchsorted(done, wanted + slack))
        # A crew has a marker at least, and leaves one for each crew to come.
        low = min(max(low, cuts[-1]), len(trip) - 1 - (crews - crew))
        high = min(max(high, low), len(trip) - 1 - (crews - crew))
        cuts.append(low + int(np.argmax(legs[low : high + 1])) + 1)
    return [trip[start:stop] for start, stop in zip(cuts, [*cuts[1:], len(trip)])]


def _cells(
    all_places: Floats, costs: Floats, thin: Ints, start: Sequence[Ints], feedback: Feedback
) -> list[Ints]:
    """Return compact groups of about equal cost.

    A place belongs to the centre with the smallest squared distance less the centre's weight.
    One centre after the other gets the weight that gives it its share; in the first rounds they move
    to the middle of theirs.

    Args:
        all_places: (n, 2).
        costs: (n,) above 0.
        thin: those of them that centres and weights are found by.
        start: groups to begin with.
        feedback: cancel, progress.
    """
    places, cost = all_places[thin], costs[thin]
    crews = len(start)
    centres = np.array([all_places[group].mean(axis=0) for group in start])
    away = np.stack([((places - centre) ** 2).sum(axis=1) for centre in centres])
    weight = np.zeros(crews)
    target = cost.sum() / crews
    best = (np.inf, weight)
    for round_ in range(_ROUNDS):
        stop_if_cancelled(feedback)
        feedback.progress(round_ / _ROUNDS)
        for crew in range(crews):
            # The weight with which this one would have its share, all others as they are.
            others = np.delete(away - weight[:, None], crew, axis=0).min(axis=0)
            needed = away[crew] - others
            order = np.argsort(needed, kind="stable")
            full = int(np.searchsorted(np.cumsum(cost[order]), target))
            wanted = float(needed[order[min(full, len(order) - 1)]])
            weight[crew] += _PACE * (wanted - weight[crew])
        owner = np.argmin(away - weight[:, None], axis=0)
        load = np.bincount(owner, cost, minlength=crews)
        worst = float(load.max() / target - 1.0)
        if round_ < _SETTLED:
            for crew in np.flatnonzero(load > 0.0).tolist():
                mine = owner == crew
                centres[crew] = np.average(places[mine], axis=0, weights=cost[mine])
                away[crew] = ((places - centres[crew]) ** 2).sum(axis=1)
            continue
        if worst < best[0]:
            best = (worst, weight.copy())
        if worst < _EVEN:
            break
    far = np.stack([((all_places - centre) ** 2).sum(axis=1) for centre in centres])
    owner = np.argmin(far - best[1][:, None], axis=0)
    return [np.flatnonzero(owner == crew) for crew in range(crews)]


def _most(walk: Walk, groups: Sequence[Ints], work_minutes: float, feedback: Feedback) -> float:
    """Return the minutes of the crew with most work, by quick trips without bases."""
    found = 0.0
    for at, group in enumerate(groups):
        own = walk.part(group)
        order = round_trip(own, Part(feedback, at / len(groups), (at + 1) / len(groups)), 0)
        found = max(found, float(own.legs([*order, order[0]]).sum()) + work_minutes * len(group))
    return round(found, 6)

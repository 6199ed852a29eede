"""The best choice of sites for one part of the problem: by whole-number programming, or by branching.

The first aim is the weight that is served, the second the number of signs. SciPy has a solver of
whole-number programs (HiGHS) since version 1.9. Without it, small parts are still solved for good by
branch and bound, and large ones by the greedy choice, whose distance from the best is told.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack, identity, vstack

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.survey.signscover import (
    Choice,
    Cover,
    fewest,
    greedy,
    most,
    tolerance,
    without_idle,
)

SECONDS = 0.8
"""Longest run of the solver for one step: it lets nothing else run meanwhile, not even a cancel."""

_LOOKS = 300_000
"""Demands that branch and bound looks at before it gives up: a second."""
_DEEPEST = 300
"""Demands of a part that is tried at all; each is a call within the one before."""

_OPTIMAL, _LIMIT, _INFEASIBLE = 0, 1, 2

Solver = Callable[[Cover, int], Choice]


def best_solver() -> Solver:
    """Return the best solver that is installed."""
    return by_program if _milp() is not None else by_branching


def _milp() -> Any:
    """Return SciPy's solver of whole-number programs, None where SciPy is older."""
    try:
        from scipy.optimize import milp
    except ImportError:
        return None
    return milp


def by_program(cover: Cover, at_most: int) -> Choice:
    """Return the best choice of at most so many sites, by whole-number programming."""
    first = greedy(cover, at_most)
    apart = _apart(cover)
    if at_most >= cover.sites or cover.weight(first) >= cover.total - tolerance(cover.total):
        # Most often all demands can be served, and only the number is to be found.
        everything = _program(
            np.ones(cover.sites),
            [(cover.serves.T, 1.0, np.inf), (apart, -np.inf, 1.0)],
            cover.sites,
        )
        if everything.values is not None:
            chosen = without_idle(cover, np.flatnonzero(everything.values > 0.5).tolist())
            if _is_allowed(cover, chosen) and cover.weight(chosen) >= cover.total - tolerance(
                cover.total
            ):
                chosen = min(chosen, first, key=lambda each: _rank(cover, each))
                least = max(fewest(cover), math.ceil(everything.bound - 1e-6))
                if len(chosen) <= at_most:
                    return Choice(
                        tuple(chosen), cover.weight(chosen), cover.total, min(least, len(chosen))
                    )
    return _of_weight(cover, at_most, first, apart)


def _of_weight(cover: Cover, at_most: int, first: list[int], apart: csr_matrix) -> Choice:
    """Return the choice that serves most, and with the fewest sites of those that do."""
    sites, demands = cover.serves.shape
    served = hstack([-cover.serves.T, identity(demands)]).tocsr()
    room = csr_matrix((len(apart.indptr) - 1, demands))
    number = csr_matrix(np.concatenate([np.ones(sites), np.zeros(demands)])[None, :])
    rules = [
        (served, -np.inf, 0.0),
        (hstack([apart, room]).tocsr(), -np.inf, 1.0),
        (number, 0.0, float(at_most)),
    ]
    worth = np.concatenate([np.zeros(sites), cover.weights])
    heaviest = _program(-worth, rules, sites)
    options = [first]
    if heaviest.values is not None:
        options.append(np.flatnonzero(heaviest.values[:sites] > 0.5).tolist())
    options = [without_idle(cover, each) for each in options if _is_allowed(cover, each)]
    best = min(options, key=lambda each: _rank(cover, each))
    weight = cover.weight(best)
    bound = max(weight, min(most(cover, first, at_most), -heaviest.bound))
    count = _program(
        np.concatenate([np.ones(sites), np.zeros(demands)]),
        [*rules, (csr_matrix(worth[None, :]), weight - tolerance(weight), np.inf)],
        sites,
    )
    if count.values is not None:
        chosen = without_idle(cover, np.flatnonzero(count.values[:sites] > 0.5).tolist())
        if _is_allowed(cover, chosen):
            best = min(best, chosen, key=lambda each: _rank(cover, each))
    least = max(0, math.ceil(count.bound - 1e-6)) if math.isfinite(count.bound) else 0
    return Choice(tuple(best), cover.weight(best), bound, min(least, len(best)))


def _rank(cover: Cover, chosen: list[int]) -> tuple[float, int, list[int]]:
    """Return what orders choices: the weight they leave, their number, and a last resort."""
    left = cover.total - cover.weight(chosen)
    step = tolerance(cover.total)
    return round(left / step) * step, len(chosen), chosen


def _is_allowed(cover: Cover, chosen: list[int]) -> bool:
    inside = np.zeros(cover.sites, dtype=bool)
    inside[chosen] = True
    return not (inside[cover.near[:, 0]] & inside[cover.near[:, 1]]).any()


@dataclass(frozen=True)
class _Solved:
    """Values of the best solution found, None for none, and a bound on what is minimised."""

    values: Floats | None
    bound: float


def _program(cost: Floats, rules: list[tuple[csr_matrix, float, float]], whole: int) -> _Solved:
    """Minimise; the first ``whole`` variables are 0 or 1, the others from 0 to 1."""
    from scipy.optimize import Bounds, LinearConstraint

    kept = [rule for rule in rules if rule[0].shape[0]]
    low = np.concatenate([np.full(rule.shape[0], least) for rule, least, _ in kept])
    high = np.concatenate([np.full(rule.shape[0], top) for rule, _, top in kept])
    result = _milp()(
        cost,
        integrality=(np.arange(len(cost)) < whole).astype(int),
        bounds=Bounds(0.0, 1.0),
        constraints=LinearConstraint(vstack([rule for rule, _, _ in kept]).tocsc(), low, high),
        options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
    )
    if result.status == _INFEASIBLE:
        return _Solved(None, math.inf)
    bound = getattr(result, "mip_dual_bound", None)
    if result.status == _OPTIMAL and result.x is not None:
        bound = result.fun if bound is None else bound
    return _Solved(result.x, -math.inf if bound is None else float(bound))


def _apart(cover: Cover) -> csr_matrix:
    """Return rows of sites of which one may be chosen: sets of which any two are too near.

    Larger sets than pairs make the program both smaller and tighter.
    """
    near = cover.neighbours()
    done: set[tuple[int, int]] = set()
    groups: list[list[int]] = []
    for one, other in cover.near.tolist():
        if (one, other) in done:
            continue
        group = [one, other]
        for site in sorted(near[one] & near[other]):
            if near[site].issuperset(group):
                group.append(site)
        group.sort()
        done.update((a, b) for at, a in enumerate(group) for b in group[at + 1 :])
        groups.append(group)
    rows = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    columns = np.array([site for group in groups for site in group], dtype=np.int64)
    return csr_matrix((np.ones(len(columns)), (rows, columns)), shape=(len(groups), cover.sites))


def by_branching(cover: Cover, at_most: int) -> Choice:
    """Return the best choice of at most so many sites, by branch and bound, or the greedy one.

    One demand after the other, that with the fewest sites first, gets each of its sites, or none.
    """
    first = greedy(cover, at_most)
    search = _Search(cover, at_most, first)
    search.run()
    chosen = without_idle(cover, search.best)
    weight = cover.weight(chosen)
    if search.complete:
        return Choice(tuple(chosen), weight, weight, len(chosen))
    bound = most(cover, first, at_most)
    # Only what serves all is known to need so many.
    least = fewest(cover) if weight >= cover.total - tolerance(cover.total) else 0
    return Choice(tuple(chosen), weight, max(weight, bound), min(least, len(chosen)))


class _Search:
    """Branch and bound over sets held as bits of whole numbers."""

    def __init__(self, cover: Cover, at_most: int, first: list[int]) -> None:
        self._weights = cover.weights.tolist()
        self._serves = [_bits(cover.demands(site).tolist()) for site in range(cover.sites)]
        self._near = [_bits(sorted(each)) for each in cover.neighbours()]
        by_demand = cover.serves.tocsc()
        self._sites = [
            by_demand.indices[by_demand.indptr[demand] : by_demand.indptr[demand + 1]].tolist()
            for demand in range(len(self._weights))
        ]
        self._at_most = at_most
        self._slack = tolerance(cover.total)
        self.best = list(first)
        self._left = cover.total - cover.weight(first)
        self._looks = _LOOKS
        self.complete = len(self._weights) <= _DEEPEST

    def run(self) -> None:
        """Search; ``best`` is the best choice then, if ``complete``."""
        everything = (1 << len(self._weights)) - 1
        if self.complete:
            self._branch([], everything, (1 << len(self._serves)) - 1, 0.0)

    def _branch(self, chosen: list[int], open_: int, free: int, lost: float) -> None:
        if self._looks < 0:
            self.complete = False
            return
        if lost > self._left + self._slack:
            return
        if not open_:
            better = lost < self._left - self._slack
            if better or len(chosen) < len(self.best):
                self.best, self._left = list(chosen), lost
            return
        demand, sites, needed, unserved = self._look(open_, free, self._at_most - len(chosen))
        least = lost + unserved
        if least > self._left + self._slack:
            return
        if least >= self._left - self._slack and len(chosen) + needed >= len(self.best):
            return
        sites.sort(key=lambda site: -bin(self._serves[site] & open_).count("1"))
        if len(chosen) < self._at_most:
            for site in sites:
                self._branch(
                    [*chosen, site],
                    open_ & ~self._serves[site],
                    free & ~self._near[site] & ~(1 << site),
                    lost,
                )
                # The branches that follow are those without it.
                free &= ~(1 << site)
        self._branch(chosen, open_ & ~(1 << demand), free, lost + self._weights[demand])

    def _look(self, open_: int, free: int, room: int) -> tuple[int, list[int], int, float]:
        """Return the next demand, its sites, and what is needed at least: signs, weight unserved."""
        options = []
        open_demands = _each(open_)
        self._looks -= len(open_demands)
        for demand in open_demands:
            sites = [site for site in self._sites[demand] if free >> site & 1]
            options.append((len(sites), -self._weights[demand], demand, sites))
        options.sort(key=lambda each: each[:3])
        taken = 0
        needed = 0
        unserved = 0.0
        alone: list[float] = []
        for count, _, demand, sites in options:
            mask = _bits(sites)
            if count == 0:
                unserved += self._weights[demand]
            elif not taken & mask:
                taken |= mask
                needed += 1
                alone.append(self._weights[demand])
        if needed > room:
            # Each of these needs a sign of its own; the lightest go without.
            unserved += sum(sorted(alone)[: needed - room])
            needed = room
        _, _, demand, sites = options[0]
        return demand, sites, needed, unserved


def _bits(members: list[int]) -> int:
    found = 0
    for member in members:
        found |= 1 << member
    return found


def _each(bits: int) -> list[int]:
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found

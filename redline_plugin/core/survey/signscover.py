"""Which sites to choose: the problem, cut into parts that do not touch one another, and its answers.

To serve all demands with the fewest signs is the problem of covering sets, to serve most with so many
signs that of the largest cover (R. Church and C. ReVelle, The maximal covering location problem,
Papers in Regional Science 32, 1974). Two signs too near to one another may not both be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.collapse import Floats, Ints


@dataclass(frozen=True)
class Cover:
    """A problem, or a part of one.

    Attributes:
        serves: (n, m) sparse, which of n sites serves which of m demands; each is served by some.
        weights: (m,) positive.
        near: (k, 2) pairs of sites of which only one may be chosen, the lower one first.
    """

    serves: csr_matrix
    weights: Floats
    near: Ints

    @property
    def sites(self) -> int:
        """How many sites there are."""
        return int(self.serves.shape[0])

    @property
    def total(self) -> float:
        """What all demands weigh."""
        return float(self.weights.sum())

    def weight(self, chosen: Sequence[int]) -> float:
        """Return what the demands weigh that some sites serve."""
        return float(self.weights[self.reached(chosen)].sum())

    def reached(self, chosen: Sequence[int]) -> np.ndarray:
        """Return (m,) which demands some sites serve."""
        found = np.zeros(len(self.weights), dtype=bool)
        for site in chosen:
            found[self.demands(site)] = True
        return found

    def demands(self, site: int) -> Ints:
        """Return the demands of a site."""
        return self.serves.indices[self.serves.indptr[site] : self.serves.indptr[site + 1]]

    def neighbours(self) -> list[set[int]]:
        """Return, for each site, those that stand too near."""
        found: list[set[int]] = [set() for _ in range(self.sites)]
        for one, other in self.near.tolist():
            found[one].add(other)
            found[other].add(one)
        return found

    def parts(self) -> list[tuple[Cover, Ints]]:
        """Return the parts that do not touch one another, each with the sites that it has."""
        count, demands = self.serves.shape
        served = self.serves.tocoo()
        rows = np.concatenate([served.row, self.near[:, 0]])
        columns = np.concatenate([served.col + count, self.near[:, 1]])
        size = count + demands
        links = coo_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(size, size))
        number, label = connected_components(links, directed=False)
        found = []
        order = np.argsort(label[:count], kind="stable")
        cuts = np.searchsorted(label[:count][order], np.arange(number + 1))
        wanted = np.argsort(label[count:], kind="stable")
        stops = np.searchsorted(label[count:][wanted], np.arange(number + 1))
        of_pair = label[self.near[:, 0]] if len(self.near) else np.empty(0, dtype=np.int64)
        by_pair = np.argsort(of_pair, kind="stable")
        pairs = np.searchsorted(of_pair[by_pair], np.arange(number + 1))
        place = np.empty(count, dtype=np.int64)
        for at in range(number):
            sites = order[cuts[at] : cuts[at + 1]]
            mine = wanted[stops[at] : stops[at + 1]]
            if len(sites) == 0 or len(mine) == 0:
                continue
            place[sites] = np.arange(len(sites))
            near = place[self.near[by_pair[pairs[at] : pairs[at + 1]]]]
            part = Cover(self.serves[sites][:, mine].tocsr(), self.weights[mine], near)
            found.append((part, sites.astype(np.int64)))
        # Parts begin with their first site: the order of the whole.
        return sorted(found, key=lambda each: int(each[1][0]))


@dataclass(frozen=True)
class Choice:
    """An answer, and how far it may be from the best one.

    Attributes:
        chosen: sites, in order.
        weight: what they serve; most_weight: no choice (of as many signs) serves more.
        least_count: no choice that serves as much has fewer.
    """

    chosen: tuple[int, ...]
    weight: float
    most_weight: float
    least_count: int

    @property
    def exact(self) -> bool:
        """Whether it is proven that there is none better."""
        return self.weight >= self.most_weight - tolerance(self.most_weight) and (
            len(self.chosen) <= self.least_count
        )


def tolerance(weight: float) -> float:
    """Return how far sums of weights may differ by rounding."""
    return 1e-9 * max(1.0, abs(weight))


def too_near(places: Floats, apart_m: float) -> Ints:
    """Return (k, 2) pairs of places nearer to one another than a distance."""
    if apart_m <= 0.0 or len(places) < 2:
        return np.empty((0, 2), dtype=np.int64)
    pairs = cKDTree(places).query_pairs(apart_m * (1.0 - 1e-12), output_type="ndarray")
    away = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T)
    pairs = pairs[away < apart_m - 1e-6]
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].astype(np.int64)


def greedy(cover: Cover, at_most: int) -> list[int]:
    """Choose the site that adds most, again and again, then leave out what adds nothing any more.

    Where no two sites are too near, at least 1 - 1/e of the largest weight is served (G. Nemhauser,
    L. Wolsey and M. Fisher, Mathematical Programming 14, 1978).
    """
    left = cover.weights.copy()
    free = np.ones(cover.sites, dtype=bool)
    near = cover.neighbours()
    by_demand = cover.serves.tocsc()
    gain = np.asarray(cover.serves @ left).ravel()
    chosen: list[int] = []
    while len(chosen) < at_most:
        # Sums that were lessened bit by bit are compared with what rounding allows.
        best = float(np.max(np.where(free, gain, 0.0), initial=0.0))
        if best <= tolerance(cover.total):
            break
        site = int(np.flatnonzero(free & (gain >= best - tolerance(best)))[0])
        chosen.append(site)
        free[[site, *near[site]]] = False
        for demand in cover.demands(site).tolist():
            if left[demand] > 0.0:
                served = by_demand.indices[by_demand.indptr[demand] : by_demand.indptr[demand + 1]]
                gain[served] -= left[demand]
                left[demand] = 0.0
    return without_idle(cover, chosen)


def without_idle(cover: Cover, chosen: Sequence[int]) -> list[int]:
    """Return a choice without the sites all of whose demands others serve, the least useful first."""
    times = np.zeros(len(cover.weights), dtype=np.int64)
    for site in chosen:
        times[cover.demands(site)] += 1
    kept = list(chosen)
    for site in sorted(chosen, key=lambda each: float(cover.weights[cover.demands(each)].sum())):
        mine = cover.demands(site)
        if (times[mine] > 1).all():
            times[mine] -= 1
            kept.remove(site)
    return sorted(kept)


def fewest(cover: Cover) -> int:
    """Return a number of signs that is needed at least to serve all demands.

    Demands of which no two have a site in common each need a sign of their own.
    """
    by_demand = cover.serves.tocsc()
    sizes = np.diff(by_demand.indptr)
    taken = np.zeros(cover.sites, dtype=bool)
    found = 0
    for demand in np.argsort(sizes, kind="stable").tolist():
        sites = by_demand.indices[by_demand.indptr[demand] : by_demand.indptr[demand + 1]]
        if not taken[sites].any():
            # Every site that serves this one is used up, so that no later demand shares it.
            taken[sites] = True
            found += 1
    return found


def most(cover: Cover, chosen: Sequence[int], at_most: int) -> float:
    """Return a weight that no choice of so many sites serves more than.

    What a choice serves and what so many more sites would add to it at best (M. Minoux, 1978): adding
    sites never helps more than adding the best of them alone.
    """
    left = np.where(cover.reached(chosen), 0.0, cover.weights)
    gain = np.sort(np.asarray(cover.serves @ left).ravel())[::-1]
    bound = cover.weight(chosen) + float(gain[:at_most].sum())
    alone = np.sort(np.asarray(cover.serves @ cover.weights).ravel())[::-1]
    return min(cover.total, bound, float(alone[:at_most].sum()))

"""Signs moved to where they serve best, when their number is settled.

Many choices have the same number of signs and serve the same. Of these, one is wanted whose signs
stand near to what they serve: at the road that crosses, not eight hundred metres on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csc_matrix, csr_matrix

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.survey.signscover import Cover

_ROUNDS = 20


def nearer(
    cover: Cover, chosen: Sequence[int], distances: csr_matrix, shares: Floats
) -> tuple[int, ...]:
    """Return as many sites that serve the same demands, or more, from less far.

    One sign after the other goes to the site with the smallest sum of distances from each demand to
    its nearest sign, until none moves.

    Args:
        cover: the problem.
        chosen: sites.
        distances: like ``cover.serves``, with the distance of each pair, above 0.
        shares: (m,) how much each demand's distance counts.
    """
    away = [
        dict(
            zip(
                distances.indices[start:stop].tolist(),
                distances.data[start:stop].tolist(),
            )
        )
        for start, stop in zip(distances.indptr[:-1], distances.indptr[1:])
    ]
    near = cover.neighbours()
    by_demand = cover.serves.tocsc()
    share = shares.tolist()
    where = set(chosen)
    serving: dict[int, set[int]] = {}
    for site in chosen:
        for demand in away[site]:
            serving.setdefault(demand, set()).add(site)

    def rest(demand: int, site: int) -> float:
        """Return how far a demand is from the nearest other sign."""
        return min(
            (away[other][demand] for other in serving.get(demand, ()) if other != site),
            default=np.inf,
        )

    def cost(rival: int, site: int) -> float:
        """Return the sum of distances with ``rival`` in place of ``site``, less a constant."""
        found = 0.0
        for demand, distance in away[rival].items():
            other = rest(demand, site)
            found += share[demand] * (
                min(distance - other, 0.0) if np.isfinite(other) else distance
            )
        return round(found, 6)

    for _ in range(_ROUNDS):
        moved = False
        for site in sorted(where):
            only = [demand for demand in away[site] if not np.isfinite(rest(demand, site))]
            if not only:
                continue
            rivals = _common(by_demand, only)
            rivals = {each for each in rivals if not (near[each] - {site}) & where} - where
            best = min(rivals, key=lambda each: (cost(each, site), each), default=site)
            if cost(best, site) < cost(site, site):
                for demand in away[site]:
                    serving[demand].discard(site)
                for demand in away[best]:
                    serving.setdefault(demand, set()).add(best)
                where = (where - {site}) | {best}
                moved = True
        if not moved:
            break
    return tuple(sorted(where))


def _common(by_demand: csc_matrix, demands: Sequence[int]) -> set[int]:
    """Return the sites that serve all of some demands."""
    found: set[int] | None = None
    for demand in demands:
        sites = by_demand.indices[by_demand.indptr[demand] : by_demand.indptr[demand + 1]]
        found = set(sites.tolist()) if found is None else found & set(sites.tolist())
    return found or set()

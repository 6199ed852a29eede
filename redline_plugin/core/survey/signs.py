"""Signs 标识牌: what asks for them, where they can stand, and the fewest that serve all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.rules import SignRules
from redline_plugin.core.survey.signsbudget import choose
from redline_plugin.core.survey.signscover import Cover, too_near
from redline_plugin.core.survey.signsdemand import Demand, Villages, demands_of
from redline_plugin.core.survey.signsnetwork import Ways, arcs_used, line_pieces
from redline_plugin.core.survey.signsplaces import nearer
from redline_plugin.core.survey.signssites import (
    Served,
    Sight,
    Sites,
    candidates,
    reduced,
    served_by,
)
from redline_plugin.core.survey.signssolve import best_solver
from redline_plugin.core.survey.signswhy import why_not
from redline_plugin.core.text import Message


@dataclass(frozen=True)
class Things:
    """What lies round the line, in its plane.

    Attributes:
        villages, ways: None for none.
        zones: (z,) areas in which no sign can stand, clearances included.
    """

    villages: Villages | None
    ways: Ways | None
    zones: Shapes


@dataclass(frozen=True)
class Standing:
    """Signs that are there: (e, 2) places, and (e,) which of them serve (not lost or retired)."""

    places: Floats
    serving: Bools


@dataclass(frozen=True)
class PlacedSign:
    """A sign.

    Attributes:
        place: x, y.
        standing: its position among those that are there, None for a new one.
        arc, measure: of a new one.
        demands: of those that it is the nearest sign of, position and distance in m.
        weight: what these count.
    """

    place: tuple[float, float]
    standing: int | None
    arc: int
    measure: float
    demands: tuple[tuple[int, float], ...]
    weight: float


@dataclass(frozen=True)
class SignPlan:
    """The signs, and how good they are.

    Attributes:
        demands: all; unserved: position and reason of those that no sign serves.
        signs: those that are there, in their order, then the new ones from north to south.
        sites: places on the line that were chosen from; parts: of the problem.
        weight: that is served; most_weight: no so many signs serve more.
        new, least_new: new signs; as many at least serve as much. 0 is told under a budget.
        total_weight: of all demands.
        servable_weight: of those that some place serves.
        full_new: new signs that all demands which can be served need.
        blind: pairs of place and demand without an elevation, that count as seen.
        serving: signs that are there and serve.
        limited: whether a budget kept something that can be served from being served.
    """

    demands: tuple[Demand, ...]
    unserved: tuple[tuple[int, Message], ...]
    signs: tuple[PlacedSign, ...]
    sites: int
    parts: int
    weight: float
    most_weight: float
    new: int
    least_new: int
    total_weight: float
    servable_weight: float
    full_new: int
    blind: int
    serving: int
    limited: bool

    @property
    def gap(self) -> float:
        """How far the choice may be from the best one: of the weight, or of the number, 0 to 1."""
        weight = 1.0 - self.weight / self.most_weight if self.most_weight > 0.0 else 0.0
        count = 1.0 - self.least_new / self.new if self.new and not self.limited else 0.0
        return max(weight, count, 0.0)


def place_signs(
    line: Line,
    rules: SignRules,
    things: Things,
    standing: Standing,
    sight: Sight | None,
    feedback: Feedback,
    *,
    budget: int,
    end_m: float,
    inner: bool = True,
) -> SignPlan:
    """Place signs.

    Args:
        line: the red line.
        rules: distances, weights.
        things: what lies round it.
        standing: signs that are there; they stay, and what they serve asks for no other.
        sight: None when nothing is known of the ground: all in reach is seen then.
        feedback: cancel, progress.
        budget: the most signs in all, those there included; 0 for no limit.
        end_m: a road or path that ends this near to the line reaches it.
        inner: whether signs stand between two blocks, too.

    Raises:
        CancelledError: the user stopped.
    """
    reach = rules.reach_m.number
    pieces = line_pieces(line, inner)
    demands = demands_of(things.villages, things.ways, pieces, rules, end_m)
    weights = np.array([demand.weight for demand in demands])
    stop_if_cancelled(feedback)
    serving = np.flatnonzero(standing.serving)
    old = served_by(standing.places[serving], demands, reach, sight, Part(feedback, 0.05, 0.1))
    done = np.zeros(len(demands), dtype=bool)
    done[old.demand] = True
    open_ = np.flatnonzero(~done)
    sites, served = _sites(
        line, [demands[at] for at in open_], reach, things.zones, sight, inner, feedback
    )
    apart = rules.least_apart_m.number
    crowded = _near_any(sites.places, standing.places[serving], apart)
    limit = None if budget <= 0 else max(0, budget - len(serving))
    cover, site_of, demand_of = _cover(sites, served, crowded, weights[open_], apart)
    chosen = choose(cover, limit, best_solver(), Part(feedback, 0.6, 0.9))
    shares = np.array([demands[at].share for at in open_[demand_of]])
    moved = nearer(cover, chosen.sites, _distances(served, site_of, demand_of, cover), shares)
    picked = site_of[np.array(moved, dtype=np.int64)]
    signs, reached = _signs(demands, standing, serving, old, sites, served, picked, open_)
    feedback.progress(1.0)
    unserved = tuple(
        (
            at,
            why_not(
                demands[at], place, served, crowded, rules, limit, len(picked), chosen.full_count
            ),
        )
        for place, at in enumerate(open_.tolist())
        if not reached[at]
    )
    servable = weights[done].sum() + cover.total
    return SignPlan(
        tuple(demands),
        unserved,
        signs,
        len(sites.arc),
        chosen.parts,
        float(weights[reached].sum()),
        float(weights[done].sum()) + chosen.most_weight,
        len(picked),
        chosen.least_count,
        float(weights.sum()),
        float(servable),
        chosen.full_count,
        old.blind + served.blind,
        len(serving),
        limit is not None and chosen.full_count > limit,
    )


def _sites(
    line: Line,
    demands: Sequence[Demand],
    reach: float,
    zones: Shapes,
    sight: Sight | None,
    inner: bool,
    feedback: Feedback,
) -> tuple[Sites, Served]:
    """Return the places to choose from, and what they serve."""
    stepped = sight is not None
    sites = candidates(
        line,
        arcs_used(line, inner),
        demands,
        reach,
        zones,
        stepped,
        Part(feedback, 0.1, 0.4),
    )
    served = served_by(sites.places, demands, reach, sight, Part(feedback, 0.4, 0.6))
    keep = reduced(sites, served, np.array([demand.share for demand in demands]))
    number = np.cumsum(keep) - 1
    inside = keep[served.place]
    return sites.part(np.flatnonzero(keep)), Served(
        number[served.place[inside]],
        served.demand[inside],
        served.distance_m[inside],
        served.hidden,
        served.near,
        served.blind,
    )


def _near_any(places: Floats, others: Floats, apart: float) -> Bools:
    """Return which places are nearer than a distance to any of others."""
    if len(places) == 0 or len(others) == 0:
        return np.zeros(len(places), dtype=bool)
    return np.asarray(cKDTree(others).query(places)[0] < apart - 1e-6)


def _cover(
    sites: Sites, served: Served, crowded: Bools, weights: Floats, apart: float
) -> tuple[Cover, Ints, Ints]:
    """Return the problem, and which sites and demands it is about."""
    inside = ~crowded[served.place]
    site_of, row = np.unique(served.place[inside], return_inverse=True)
    demand_of, column = np.unique(served.demand[inside], return_inverse=True)
    serves = csr_matrix((np.ones(len(row)), (row, column)), shape=(len(site_of), len(demand_of)))
    serves.sort_indices()
    near = too_near(sites.places[site_of], apart)
    return Cover(serves, weights[demand_of], near), site_of, demand_of


def _distances(served: Served, site_of: Ints, demand_of: Ints, cover: Cover) -> csr_matrix:
    """Return the distances of the problem's sites from the demands that they serve."""
    number = np.full(int(served.place.max(initial=-1)) + 1, -1)
    number[site_of] = np.arange(len(site_of))
    row = number[served.place]
    inside = row >= 0
    column = np.searchsorted(demand_of, served.demand[inside])
    # A stored 0 would be taken for no entry.
    found = csr_matrix(
        (served.distance_m[inside] + 1e-9, (row[inside], column)), cover.serves.shape
    )
    found.sort_indices()
    return found


def _signs(
    demands: Sequence[Demand],
    standing: Standing,
    serving: Ints,
    old: Served,
    sites: Sites,
    served: Served,
    picked: Ints,
    open_: Ints,
) -> tuple[tuple[PlacedSign, ...], Bools]:
    """Return the signs, each with the demands that it is the nearest of, and what is served."""
    north = np.lexsort((sites.places[picked, 0], -sites.places[picked, 1]))
    picked = picked[north]
    best: dict[int, tuple[float, int]] = {}

    def offer(demand: int, distance: float, sign: int) -> None:
        if demand not in best or (distance, sign) < best[demand]:
            best[demand] = (distance, sign)

    for place, demand, distance in zip(
        old.place.tolist(), old.demand.tolist(), old.distance_m.tolist()
    ):
        offer(demand, distance, int(serving[place]))
    number = {int(site): len(standing.places) + at for at, site in enumerate(picked)}
    for place, demand, distance in zip(
        served.place.tolist(), served.demand.tolist(), served.distance_m.tolist()
    ):
        if place in number:
            offer(int(open_[demand]), distance, number[place])
    mine: dict[int, list[tuple[int, float]]] = {}
    for demand in sorted(best):
        distance, sign = best[demand]
        mine.setdefault(sign, []).append((demand, distance))
    places = np.concatenate([standing.places.reshape(-1, 2), sites.places[picked]])
    found = []
    for sign, place in enumerate(places.tolist()):
        new = sign - len(standing.places)
        has = tuple(mine.get(sign, ()))
        found.append(
            PlacedSign(
                (place[0], place[1]),
                sign if new < 0 else None,
                int(sites.arc[picked[new]]) if new >= 0 else -1,
                float(sites.measure[picked[new]]) if new >= 0 else 0.0,
                has,
                sum(demands[at].weight for at, _ in has),
            )
        )
    reached = np.zeros(len(demands), dtype=bool)
    reached[list(best)] = True
    return tuple(found), reached

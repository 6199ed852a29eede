"""Sites for the whole line: each part by itself, and a budget shared out among the parts.

With the best weight of each part for every number of signs known, sharing out is a knapsack that is
solved exactly by dynamic programming; with bounds in place of weights it gives a bound on the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.signscover import Choice, Cover, tolerance
from redline_plugin.core.survey.signssolve import Solver


@dataclass(frozen=True)
class Chosen:
    """Sites chosen for the whole.

    Attributes:
        sites: in order.
        weight, most_weight, least_count: as of a :class:`Choice`.
        parts: how many parts there were.
        full_count: signs that all demands that can be served need, as far as it was found.
    """

    sites: tuple[int, ...]
    weight: float
    most_weight: float
    least_count: int
    parts: int
    full_count: int


def choose(cover: Cover, budget: int | None, solver: Solver, feedback: Feedback) -> Chosen:
    """Choose sites: as few as serve all that can be served, or those that serve most.

    Args:
        cover: the problem.
        budget: the most sites; None for no limit.
        solver: for one part.
        feedback: cancel, progress.
    """
    parts = cover.parts()
    whole: list[Choice] = []
    for number, (part, _) in enumerate(parts):
        stop_if_cancelled(feedback)
        whole.append(solver(part, part.sites))
        feedback.progress((number + 1) / len(parts) * (0.5 if budget is not None else 1.0))
    full = sum(len(choice.chosen) for choice in whole)
    if budget is None or full <= budget:
        return Chosen(
            _sites(parts, [choice.chosen for choice in whole]),
            sum(choice.weight for choice in whole),
            sum(choice.most_weight for choice in whole),
            sum(choice.least_count for choice in whole),
            len(parts),
            full,
        )
    curves: list[list[Choice]] = []
    for number, ((part, _), last) in enumerate(zip(parts, whole)):
        curve: list[Choice] = []
        for count in range(1, min(len(last.chosen), budget + 1)):
            stop_if_cancelled(feedback)
            # One sign more never serves less; a solver that was stopped may have missed that.
            found = solver(part, count)
            if curve and curve[-1].weight > found.weight:
                found = Choice(
                    curve[-1].chosen, curve[-1].weight, found.most_weight, found.least_count
                )
            curve.append(found)
        if len(last.chosen) <= budget:
            curve.append(last)
        curves.append(curve)
        feedback.progress(0.5 + (number + 1) / len(parts) * 0.5)
    numbers, weight = _shared([[each.weight for each in curve] for curve in curves], budget)
    _, bound = _shared([[each.most_weight for each in curve] for curve in curves], budget)
    picked = [curve[number - 1].chosen if number else () for curve, number in zip(curves, numbers)]
    return Chosen(_sites(parts, picked), weight, max(bound, weight), 0, len(parts), full)


def _sites(parts: list[tuple[Cover, Ints]], chosen: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted(int(of[site]) for (_, of), sites in zip(parts, chosen) for site in sites))


def _shared(curves: list[list[float]], budget: int) -> tuple[list[int], float]:
    """Return how many signs each part gets, and the sum of weights then.

    Args:
        curves: of each part, its weight with 1, 2, … signs.
        budget: signs to share out.
    """
    best: Floats = np.zeros(budget + 1)
    given: list[Ints] = []
    for curve in curves:
        found, number = best.copy(), np.zeros(budget + 1, dtype=np.int64)
        for count, weight in enumerate(curve, start=1):
            with_it = best[: budget + 1 - count] + weight
            better = with_it > found[count:] + tolerance(weight)
            found[count:][better] = with_it[better]
            number[count:][better] = count
        best = found
        given.append(number)
    left = budget
    numbers = []
    for number in reversed(given):
        numbers.append(int(number[left]))
        left -= numbers[-1]
    return numbers[::-1], float(best[budget])

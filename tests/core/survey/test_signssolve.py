"""The choice of sites against every choice there is."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey import signssolve
from redline_plugin.core.survey.signsbudget import choose
from redline_plugin.core.survey.signscover import (
    Cover,
    fewest,
    greedy,
    most,
    too_near,
    without_idle,
)
from redline_plugin.core.survey.signssolve import best_solver, by_branching, by_program

SOLVERS = [by_branching, by_program]
every_solver = pytest.mark.parametrize("solver", SOLVERS)
needs_milp = pytest.mark.skipif(signssolve._milp() is None, reason="this SciPy has no milp")


def cover_of(rows, weights, near=()):
    serves = csr_matrix(np.array(rows, dtype=float))
    return Cover(
        serves, np.array(weights, dtype=float), np.array(near, dtype=np.int64).reshape(-1, 2)
    )


@st.composite
def covers(draw):
    sites, demands = draw(st.integers(1, 8)), draw(st.integers(1, 7))
    rows = draw(
        st.lists(
            st.lists(st.booleans(), min_size=demands, max_size=demands),
            min_size=sites,
            max_size=sites,
        )
    )
    table = np.array(rows, dtype=bool)
    # Every demand has a site.
    for demand in np.flatnonzero(~table.any(axis=0)).tolist():
        table[demand % sites, demand] = True
    weights = draw(
        st.lists(st.sampled_from([1.0, 1.0, 2.0, 0.1, 50.3]), min_size=demands, max_size=demands)
    )
    pairs = list(itertools.combinations(range(sites), 2))
    near = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else []
    return cover_of(table, weights, sorted(near))


def allowed(cover, chosen):
    return not any(one in chosen and other in chosen for one, other in cover.near.tolist())


def best_by_trying(cover, at_most):
    """The largest weight, and the fewest sites that serve it."""
    found = (0.0, 0)
    for count in range(min(at_most, cover.sites) + 1):
        for chosen in itertools.combinations(range(cover.sites), count):
            weight = round(cover.weight(chosen), 6)
            if allowed(cover, chosen) and weight > found[0]:
                found = (weight, count)
    return found


@every_solver
@given(cover=covers(), at_most=st.integers(0, 9))
@settings(max_examples=120)
def test_nothing_is_better(solver, cover, at_most):
    if solver is by_program and signssolve._milp() is None:
        return
    choice = solver(cover, at_most)
    weight, count = best_by_trying(cover, at_most)
    assert allowed(cover, choice.chosen)
    assert len(choice.chosen) <= at_most
    assert choice.weight == pytest.approx(cover.weight(choice.chosen))
    assert choice.weight == pytest.approx(weight)
    assert len(choice.chosen) == count
    assert choice.most_weight >= weight - 1e-6
    assert choice.least_count <= count
    assert choice.exact


@given(cover=covers(), budget=st.integers(0, 9))
@settings(max_examples=120)
def test_the_whole_is_as_good_as_trying_all(cover, budget):
    for solver in SOLVERS:
        if solver is by_program and signssolve._milp() is None:
            continue
        done = choose(cover, budget, solver, Quiet())
        weight, _ = best_by_trying(cover, budget)
        assert len(done.sites) <= budget
        assert done.weight == pytest.approx(cover.weight(done.sites))
        assert done.weight == pytest.approx(weight)
        assert done.most_weight == pytest.approx(weight)
        free = choose(cover, None, solver, Quiet())
        assert (round(free.weight, 6), len(free.sites)) == best_by_trying(cover, cover.sites)
        assert free.least_count == len(free.sites) == free.full_count


@given(cover=covers(), budget=st.integers(0, 7))
@settings(max_examples=100)
def test_bounds_and_the_greedy_choice(cover, budget):
    chosen = greedy(cover, budget)
    weight, _ = best_by_trying(cover, budget)
    assert allowed(cover, chosen)
    assert len(chosen) <= budget
    assert most(cover, chosen, budget) >= weight - 1e-6
    if not len(cover.near):
        # Nemhauser, Wolsey and Fisher.
        assert cover.weight(chosen) >= (1.0 - 1.0 / np.e) * weight - 1e-9
        assert fewest(cover) <= best_by_trying(cover, cover.sites)[1]


@given(cover=covers())
@settings(max_examples=60)
def test_more_signs_never_serve_less(cover):
    weights = [
        choose(cover, budget, best_solver(), Quiet()).weight for budget in range(cover.sites + 1)
    ]
    assert all(later >= sooner - 1e-9 for sooner, later in zip(weights, weights[1:]))


def greedy_trap(weights=None):
    """Two sites serve all; the greedy choice takes half of both first, then a half of what is left."""
    columns = [0, 1, 1, 2, 2, 2, 2]
    rows = [[row == wanted for row in (0, 1) for _ in columns] for wanted in (0, 1)] + [
        [column == wanted for _ in (0, 1) for column in columns] for wanted in (2, 1, 0)
    ]
    return cover_of(rows, np.ones(14) if weights is None else weights)


@every_solver
def test_better_than_the_greedy_choice(solver):
    if solver is by_program and signssolve._milp() is None:
        pytest.skip("this SciPy has no milp")
    cover = greedy_trap()
    assert greedy(cover, cover.sites) == [2, 3, 4]
    assert solver(cover, cover.sites).chosen == (0, 1)
    assert solver(cover, 2).chosen == (0, 1)
    assert solver(cover, 2).weight == 14.0
    best = solver(cover, 1)
    assert (best.chosen, best.weight) == ((2,), 8.0)


def quick_best(cover, at_most):
    """As best_by_trying, with whole numbers for sets."""
    serves = [sum(1 << int(d) for d in cover.demands(site)) for site in range(cover.sites)]
    near = [sum(1 << other for other in each) for each in cover.neighbours()]
    weights = cover.weights.tolist()
    best = (0.0, 0)
    for some in range(1 << cover.sites):
        members = [site for site in range(cover.sites) if some >> site & 1]
        if len(members) > at_most or any(near[site] & some for site in members):
            continue
        reached = 0
        for site in members:
            reached |= serves[site]
        weight = round(sum(w for d, w in enumerate(weights) if reached >> d & 1), 6)
        if (weight, -len(members)) > (best[0], -best[1]):
            best = (weight, len(members))
    return best


@every_solver
def test_nothing_is_better_in_denser_cases(solver):
    if solver is by_program and signssolve._milp() is None:
        pytest.skip("this SciPy has no milp")
    missed = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        table = rng.random((9, 12)) < 0.3
        table[rng.integers(0, 9, 12), np.arange(12)] = True
        pairs = [(a, b) for a in range(9) for b in range(a + 1, 9) if rng.random() < 0.06]
        cover = cover_of(table, rng.integers(1, 9, 12), pairs)
        for at_most in (2, 3, 9):
            choice = solver(cover, at_most)
            best = quick_best(cover, at_most)
            assert (round(choice.weight, 6), len(choice.chosen)) == best
            first = greedy(cover, at_most)
            missed += (round(cover.weight(first), 6), len(first)) != best
    assert missed > 20


def test_a_budget_is_shared_out_among_parts():
    # Three parts of which only one of two may stand, and two with a small weight.
    cover = cover_of(
        np.eye(8, dtype=bool),
        [5.0, 0.3, 4.0, 0.6, 3.0, 0.2, 0.4, 0.1],
        [(0, 1), (2, 3), (4, 5)],
    )
    for solver in SOLVERS:
        if solver is by_program and signssolve._milp() is None:
            continue
        for budget, weight in ((1, 5.0), (2, 9.0), (3, 12.0), (4, 12.4), (5, 12.5), (6, 12.5)):
            done = choose(cover, budget, solver, Quiet())
            assert done.weight == pytest.approx(weight)
            assert len(done.sites) <= budget


def test_parts_do_not_touch():
    cover = cover_of(
        [[1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 1]],
        [1, 2, 3, 4],
        [(2, 3)],
    )
    parts = cover.parts()
    assert [sites.tolist() for _, sites in parts] == [[0, 1], [2, 3, 4]]
    assert [part.weights.tolist() for part, _ in parts] == [[1, 2], [3, 4]]
    assert parts[1][0].near.tolist() == [[0, 1]]
    assert parts[0][0].serves.toarray().tolist() == [[1, 0], [1, 1]]


def test_idle_sites_are_left_out():
    cover = cover_of([[1, 1, 0], [0, 1, 1], [1, 0, 0], [0, 0, 1]], [1, 1, 1])
    assert without_idle(cover, [0, 1, 2, 3]) == [0, 1]


@every_solver
def test_a_spacing_that_lets_not_all_be_served(solver):
    if solver is by_program and signssolve._milp() is None:
        pytest.skip("this SciPy has no milp")
    # Each demand has a site of its own, but of the first two only one may stand.
    cover = cover_of([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [1, 5, 2], [(0, 1)])
    choice = solver(cover, cover.sites)
    assert choice.chosen == (1, 2)
    assert choice.weight == 7.0
    assert choice.exact


def test_large_parts_get_the_greedy_choice_and_an_honest_bound():
    rng = np.random.default_rng(3)
    places = np.sort(rng.uniform(0, 40_000, 900))
    demands = np.sort(rng.uniform(0, 40_000, 400))
    table = np.abs(places[:, None] - demands[None, :]) < 300.0
    table = table[:, table.any(axis=0)]
    cover = cover_of(table, np.ones(table.shape[1]))
    choice = by_branching(cover, cover.sites)
    assert choice.weight == cover.total
    assert choice.least_count <= len(choice.chosen) <= 1.35 * choice.least_count
    # On a line, the greedy choice from one end is the best one: intervals.
    best, at, centres = 0, -np.inf, demands[(np.abs(places[:, None] - demands) < 300.0).any(axis=0)]
    for demand in centres.tolist():
        if abs(at - demand) >= 300.0:
            at = places[(places < demand + 300.0) & (places > demand - 300.0)].max()
            best += 1
    assert choice.least_count <= best <= len(choice.chosen)
    if signssolve._milp() is not None:
        assert len(choose(cover, None, by_program, Quiet()).sites) == best


def test_places_too_near():
    places = np.array([[0.0, 0.0], [100.0, 0.0], [199.0, 0.0], [400.0, 0.0]])
    assert too_near(places, 100.0).tolist() == [[1, 2]]
    assert too_near(places, 0.0).tolist() == []


def test_without_milp_branching_is_used(monkeypatch):
    monkeypatch.setattr(signssolve, "_milp", lambda: None)
    assert best_solver() is by_branching


def test_cancel():
    class Stop(Quiet):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        choose(cover_of([[1]], [1]), None, best_solver(), Stop())

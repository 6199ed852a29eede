"""The fewest markers of chains and rings, against brute force over whole numbers.

All ends of intervals are whole parts of a spacing. Markers pushed on as far as they go then stand at
whole parts, too, so the best over whole parts is the best over all places.
"""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.placing.candidates import tried, windows
from redline_plugin.core.survey.placing.choose import EVEN, Candidates, Chooser
from redline_plugin.core.survey.placing.fill import Filler
from redline_plugin.core.survey.placing.reach import STUCK, Track, least, with_electronic
from redline_plugin.core.survey.placing.rings import begin_rings, electronic_ring
from redline_plugin.core.survey.placing.spans import Spans

PARTS = 6
"""Of a spacing."""


def spans(pairs) -> Spans:
    found = np.array(pairs, dtype=np.float64).reshape(-1, 2) / PARTS
    return Spans(found[:, 0], found[:, 1])


@st.composite
def tracks(draw, longest=40):
    """Free intervals and wanted ones on whole parts, and how long the chain is."""
    length = draw(st.integers(1, longest))
    free = np.array(draw(st.lists(st.booleans(), min_size=length + 1, max_size=length + 1)))
    wants = draw(
        st.lists(
            st.tuples(st.integers(0, length), st.integers(0, 8)).map(
                lambda pair: (pair[0], min(pair[0] + pair[1], length))
            ),
            max_size=4,
        )
    )
    # A run of free parts is an interval.
    edges = np.flatnonzero(np.diff(np.concatenate([[0], free.astype(int), [0]])))
    return length, free, edges.reshape(-1, 2) - (0, 1), wants


def brute(length, free, wants, electronic=False):
    """Return the least (electronic, markers) between markers at 0 and ``length``; None for none."""
    best = {0: (0, 0)}
    for at in range(1, length + 1):
        ways = []
        for before in range(max(0, at - PARTS), at):
            passed = any(before < low and high < at for low, high in wants)
            if before in best and not passed:
                ways.append(best[before])
        if not ways:
            continue
        e, n = min(ways)
        if at == length:
            return e, n
        if free[at]:
            best[at] = (e, n + 1)
        elif electronic:
            best[at] = (e + 1, n + 1)
    return None


@settings(max_examples=400)
@given(tracks())
def test_a_chain_has_the_fewest_markers(case):
    length, free, pairs, wants = case
    track = Track.of(spans(pairs), spans(wants))
    end = np.array([length / PARTS])
    found = least(track, np.zeros(1), end)
    expected = brute(length, free, wants)
    assert found.count[0] == (STUCK if expected is None else expected[1])
    back = least(track.mirrored(), -end, np.zeros(1))
    assert back.count[0] == found.count[0]
    if expected is not None:
        places = [0.0, *found.place, end[0]]
        assert max(np.diff(places)) <= 1.0 + 1e-9


@settings(max_examples=300)
@given(tracks())
def test_electronic_markers_are_as_few_as_can_be_and_then_all(case):
    length, free, pairs, wants = case
    track = Track.of(spans(pairs), spans(wants))
    found = with_electronic(track, 0.0, length / PARTS)
    e, n = brute(length, free, wants, electronic=True)
    assert (int(found.electronic.sum()), len(found.place)) == (e, n)
    places = np.array([0.0, *found.place, length / PARTS])
    assert np.diff(places).max() <= 1.0 + 1e-9
    on_free = track.free.inside(found.place, slack=1e-9)
    assert (on_free | found.electronic).all()
    for low, high in np.array(wants).reshape(-1, 2) / PARTS:
        assert ((places >= low - 1e-9) & (places <= high + 1e-9)).any()


def test_many_chains_at_once_are_as_each_by_itself():
    rng = np.random.default_rng(3)
    low = np.sort(rng.uniform(0, 300, 400)).reshape(-1, 2)
    start = rng.uniform(0, 300, 30)
    track = Track.of(Spans(low[:, 0], low[:, 1]), Spans(start, start + rng.uniform(0, 0.5, 30)))
    begin = low[rng.integers(0, 190, 50), 1]
    end = begin + rng.uniform(0.5, 20.0, 50)
    together = least(track, begin, end)
    for number in range(50):
        alone = least(track, begin[number : number + 1], end[number : number + 1])
        assert alone.count[0] == together.count[number]
        assert (alone.place == together.place[together.chain == number]).all()


class Plain:
    """Values all places alike, but for a number that each has."""

    def __init__(self, free, soft=None):
        self.free = free
        self.soft = soft or {}

    def of(self, place):
        soft = np.array([self.soft.get(round(one * PARTS, 6), 0.5) for one in place])
        no = np.zeros(len(place), dtype=bool)
        return Candidates(place, soft, ~self.free.inside(place, slack=1e-9), no, ~no)


def ring_track(length, pairs, wants):
    """The track of a ring that stands on the axis twice."""
    twice = [(low + k * length, high + k * length) for k in (-1, 0, 1, 2) for low, high in wants]
    twice = [(max(low, 0), min(high, 2 * length)) for low, high in twice]
    twice = [pair for pair in twice if pair[0] <= pair[1]]
    free = Spans(
        *(
            np.concatenate([part, part + length])
            for part in np.array(pairs, dtype=float).reshape(-1, 2).T
        )
    )
    free = free.merged().merged(0.0)
    return Track.of(Spans(free.start / PARTS, free.stop / PARTS), spans(twice))


def brute_ring(length, free, wants, electronic=False):
    """Return the least (electronic, markers) of a ring; ``wants`` may pass its beginning."""
    best = None
    for start in range(length):
        if not free[start] and not electronic:
            continue
        turned = np.roll(free, -start)
        moved = []
        for low, high in wants:
            inside = any((at - start) % length == 0 for at in range(low, high + 1))
            if not inside:
                first = (low - start) % length
                moved.append((first, first + high - low))
        found = brute(length, np.append(turned, True), moved, electronic)
        if found is not None:
            own = (found[0] + (not free[start]), found[1] + 1)
            best = own if best is None else min(best, own)
    return best


@settings(max_examples=250)
@given(tracks(longest=26), st.integers(0, 25))
def test_a_ring_begins_where_it_needs_the_fewest(case, turn):
    length, free, _, wants = case
    length += 1
    wants = [((low + turn) % length, (low + turn) % length + high - low) for low, high in wants]
    wants = [pair for pair in wants if pair[1] - pair[0] < length]
    # Free parts one by one: an interval ends at each of them, too.
    pairs = [(at, at) for at in np.flatnonzero(free)]
    runs = [(at, at + 1) for at in range(length - 1) if free[at] and free[at + 1]]
    track = ring_track(length, [*pairs, *runs], wants)
    filler = Filler(track, Plain(track.free), np.empty(0))
    found = begin_rings(filler, np.zeros(1), np.array([length / PARTS]), Quiet())[0]
    expected = brute_ring(length, free, wants)
    if expected is None:
        assert found is None or found.rest is None
        e, n = brute_ring(length, free, wants, electronic=True)
        first, rest = electronic_ring(filler, 0.0, length / PARTS)
        assert first.electronic.sum() + rest.electronic.sum() == e
        assert 1 + len(rest.place) == n
    else:
        assert 1 + found.rest.fewest == expected[1]
        assert len(found.rest.place) == found.rest.fewest


def test_a_ring_that_is_free_all_around_may_begin_anywhere():
    free = Spans(np.array([0.0]), np.array([10.0]))
    filler = Filler(Track(free, spans([])), Plain(free), np.empty(0))
    found = begin_rings(filler, np.zeros(1), np.array([5.0]), Quiet())[0]
    assert found.rest.fewest == 4
    places = np.array([found.place, *found.rest.place, found.place + 5.0])
    assert np.allclose(np.diff(places), 1.0)


@settings(max_examples=150)
@given(st.integers(0, 10**6), st.integers(2, 12), st.floats(1.2, 5.5))
def test_the_choice_is_the_best_of_all_with_the_fewest(seed, count, end):
    rng = np.random.default_rng(seed)
    place = np.sort(rng.uniform(0.0, end, count))
    here = Candidates(
        place,
        rng.uniform(0.0, 0.6, count),
        rng.random(count) < 0.3,
        rng.random(count) < 0.3,
        rng.random(count) < 0.5,
    )
    start = rng.uniform(0.0, end, 2)
    wanted = Spans(start, start + rng.uniform(0.0, 0.7, 2))
    wanted = Spans(wanted.start, np.minimum(wanted.stop, end))
    track = Track.of(Spans(np.zeros(1), np.array([end])), wanted)
    best = None
    for chosen in range(2**count):
        take = np.flatnonzero([chosen >> bit & 1 for bit in range(count)])
        at = np.concatenate([[0.0], place[take], [end]])
        if np.diff(at).max() > 1.0:
            continue
        if not all(
            ((at >= low) & (at <= high)).any() for low, high in zip(wanted.start, wanted.stop)
        ):
            continue
        key = (
            here.electronic[take].sum(),
            len(take),
            here.witness[take].sum(),
            (~here.kept[take]).sum(),
            here.soft[take].sum() + EVEN * (np.diff(at) ** 2).sum(),
        )
        if best is None or key < best[0]:
            best = (key, take)
    taken, cost = Chooser(track).best(0.0, end, here, count)
    if best is None:
        assert not np.isfinite(cost)
    else:
        assert taken.tolist() == best[1].tolist()


@settings(max_examples=150)
@given(tracks())
def test_candidates_hold_a_least_placement_and_windows_all_of_them(case):
    length, free, pairs, wants = case
    track = Track.of(spans(pairs), spans(wants))
    begin, end = np.zeros(1), np.array([length / PARTS])
    ahead = least(track, begin, end)
    if ahead.count[0] <= 0:
        return
    back = least(track.mirrored(), -end, -begin)
    found = windows(begin, end, ahead, back)
    assert (found.early <= found.late + 1e-9).all()
    _, place = tried(track, found, np.empty(0))
    here = Plain(track.free).of(place)
    taken, cost = Chooser(track).best(0.0, end[0], here, int(ahead.count[0]))
    assert np.isfinite(cost)
    assert len(taken) == ahead.count[0]
    # Every placement with as few has its k-th marker in the k-th window.
    inner = [at for at in range(1, length) if free[at]]
    for chosen in combinations_of(inner, int(ahead.count[0]), 300):
        at = np.array([0, *chosen, length])
        if np.diff(at).max() > PARTS or any(
            not ((at >= low) & (at <= high)).any() for low, high in wants
        ):
            continue
        middle = at[1:-1] / PARTS
        assert (middle >= found.early - 1e-9).all()
        assert (middle <= found.late + 1e-9).all()


def combinations_of(items, count, most):
    return itertools.islice(itertools.combinations(items, count), most)


def test_good_places_are_taken():
    free = Spans(np.array([0.0]), np.array([1.8]))
    filler = Filler(Track(free, spans([])), Plain(free, {5.0: 0.0}), np.array([5.0 / PARTS]))
    begin, end = np.zeros(1), np.array([1.5])
    found = filler.fill(begin, end, filler.least(begin, end), Quiet())[0]
    assert found.place.tolist() == [5.0 / PARTS]


def test_gaps_are_cut_out_where_nothing_can_stand():
    track = Track.of(spans([(0, 4), (12, 20), (40, 60)]), spans([]))
    cuts, gaps = Filler(track, Plain(track.free), np.empty(0)).gaps(0.0, 50.0 / PARTS)
    assert np.allclose(np.array(gaps) * PARTS, [(4, 12), (20, 40)])
    assert np.allclose(np.array(cuts) * PARTS, [4, 12, 20, 40])

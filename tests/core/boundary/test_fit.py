"""The fit: what must hold on any partition, and lines whose fit is known."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from support.boundary import CRS, X, Y, circle, disc, one_source, world

from redline_plugin.core.boundary.fit import Fit, fit
from redline_plugin.core.boundary.kinds import NATURAL, PARCEL, PROTECTED
from redline_plugin.core.boundary.network import outline_of
from redline_plugin.core.boundary.source import FitOptions, Source
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet


def area(shapes: np.ndarray) -> float:
    return float(shapely.area(shapes).sum())


seeds = st.integers(0, 10**6)


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_no_gap_no_overlap_and_accounts_close(seed: int) -> None:
    blocks, sources, park = world(seed)
    done = fit(blocks, sources, CRS, protected=park)
    assert shapely.is_valid(done.blocks).all()
    assert area(done.blocks) == pytest.approx(shapely.union_all(done.blocks).area, abs=1e-4)
    account = done.account
    assert account.after_m2 == pytest.approx(
        account.before_m2 + account.added_m2 - account.removed_m2, abs=0.05
    )
    lost = shapely.intersection(
        shapely.difference(shapely.union_all(blocks), shapely.union_all(done.blocks)), park[0]
    )
    assert lost.area < 1e-4
    assert len(polygon_parts(done.blocks)) == len(blocks)
    holes = [len(shapely.get_rings([b])) for b in blocks]
    assert [len(shapely.get_rings([b])) for b in done.blocks] == holes


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_the_line_has_the_references_coordinates_and_stays_within_tolerance(seed: int) -> None:
    blocks, sources, _ = world(seed)
    done = fit(blocks, sources, CRS)
    outline = shapely.union_all(shapely.boundary(blocks))
    edges = outline_of(done.blocks)
    around = np.hypot(*(edges[:, 1] - edges[:, 0]).T).sum()
    assert sum(one.length_m for one in done.stretches) == pytest.approx(around, rel=1e-9)
    for one in done.stretches:
        dense = shapely.segmentize(one.geometry, 1.0)
        away = shapely.distance(shapely.points(shapely.get_coordinates(dense)), outline)
        assert one.offset_max_m <= away.max() + 1.0
        assert 0.0 <= one.offset_mean_m <= one.offset_max_m + 1e-9
        if one.source >= 0:
            source = done.sources[one.source]
            points = shapely.points(shapely.get_coordinates(one.geometry))
            assert shapely.distance(points, shapely.union_all(source.lines)).max() < 1e-6
            # Each turn of the fit keeps to the tolerance; a second one may go on a little from there.
            assert away.max() <= 2.0 * source.tolerance_m


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_a_second_fit_changes_nothing(seed: int) -> None:
    blocks, sources, park = world(seed)
    once = fit(blocks, sources, CRS, protected=park, candidates=False)
    again = fit(once.blocks, sources, CRS, protected=park, candidates=False)
    assert area(shapely.symmetric_difference(once.blocks, again.blocks)) < 1e-4


@given(seeds, st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_no_order_matters(seed: int, random) -> None:  # type: ignore[no-untyped-def]
    blocks, sources, park = world(seed)
    order = list(range(len(blocks)))
    random.shuffle(order)
    mixed = []
    for source in random.sample(sources, len(sources)):
        turn = list(range(len(source.lines)))
        random.shuffle(turn)
        lines = source.lines[turn]
        lines[::2] = shapely.reverse(lines[::2])
        mixed.append(
            Source(
                source.id,
                source.kind,
                source.priority,
                source.tolerance_m,
                lines,
                tuple(source.names[i] for i in turn),
            )
        )
    one = fit(blocks, sources, CRS, protected=park)
    other = fit(blocks[order], mixed, CRS, protected=park)
    assert shapely.equals_exact(
        shapely.normalize(one.blocks[order]), shapely.normalize(other.blocks), 0.0
    ).all()
    lengths = [stretch.length_m for stretch in one.stretches]
    assert lengths == pytest.approx([stretch.length_m for stretch in other.stretches], rel=1e-12)
    states = [stretch.state for stretch in one.stretches]
    assert states == [stretch.state for stretch in other.stretches]
    assert one.share_on_references == pytest.approx(other.share_on_references, rel=1e-12)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_a_choice_can_be_exchanged_by_union_and_difference(seed: int) -> None:
    blocks, sources, _ = world(seed)
    done = fit(blocks, sources, CRS)
    whole = shapely.union_all(done.blocks)
    by_place: dict[int, list] = {}
    for choice in done.choices:
        by_place.setdefault(choice.place, []).append(choice)
    for choices in list(by_place.values())[:4]:
        taken = [choice for choice in choices if choice.chosen]
        assert len(taken) <= 1
        for other in choices[:3]:
            land = whole
            if taken:
                land = shapely.union(shapely.difference(land, taken[0].taken), taken[0].given)
            land = shapely.difference(shapely.union(land, other.taken), other.given)
            assert land.is_valid
            expected = whole.area - (taken[0].area_in_m2 - taken[0].area_out_m2 if taken else 0.0)
            assert land.area == pytest.approx(
                expected + other.area_in_m2 - other.area_out_m2, abs=1e-3
            )


def test_a_ring_within_the_tolerance_is_taken_whole() -> None:
    done = fit(disc(20), one_source(circle(610).exterior), CRS)
    assert shapely.symmetric_difference(done.blocks[0], circle(610)).area < 1e-6
    assert done.share_on_references == 1.0
    assert {one.name for one in done.stretches} == {"ring"}


def test_a_ring_beyond_the_tolerance_is_not() -> None:
    block = disc(20)
    done = fit(block, one_source(circle(900).exterior), CRS)
    assert done.blocks[0].equals(block[0])
    assert done.share_on_references == 0.0
    assert {one.state for one in done.stretches} == {"kept"}


def test_the_line_changes_over_where_a_reference_ends() -> None:
    half = shapely.intersection(circle(610).exterior, shapely.box(X, Y - 2000, X + 900, Y))
    done = fit(disc(20), one_source(half), CRS)
    assert 0.35 < done.share_on_references < 0.5
    assert shapely.is_valid(done.blocks).all()
    ends = [one for one in done.stretches if one.source >= 0]
    assert sum(one.length_m for one in ends) == pytest.approx(half.length, rel=0.02)


def test_a_small_block_does_not_vanish_and_two_blocks_do_not_merge() -> None:
    near = np.concatenate(
        [disc(4), shapely.transform(disc(4), lambda p: p + np.array([290.0, 0.0]))]
    )
    lines = [shapely.LineString([(X, Y - y), (X + 3000, Y - y)]) for y in range(600, 1300, 25)]
    done = fit(near, [Source("r", NATURAL, 1, 300.0, as_shapes(lines), ("",) * len(lines))], CRS)
    assert len(polygon_parts([shapely.union_all(done.blocks)])) == 2
    assert (shapely.area(done.blocks) > 0.0).all()


def test_the_limit_of_moved_land_is_kept_and_told() -> None:
    block = disc(20)
    done = fit(block, one_source(circle(610).exterior), CRS, FitOptions(most_moved=0.01))
    moved = done.account.added_m2 + done.account.removed_m2
    assert moved[0] <= 0.01 * block[0].area
    assert "more than the limit" in str(done.warnings[0].what)
    free = fit(block, one_source(circle(610).exterior), CRS, FitOptions(most_moved=0.9))
    assert free.warnings == ()


def test_of_two_references_the_first_by_priority_is_taken() -> None:
    inner, outer = circle(590).exterior, circle(610).exterior
    for first, expected in ((inner, 590), (outer, 610)):
        second = outer if first is inner else inner
        done = fit(
            disc(20),
            [
                Source("a", PARCEL, 2, 60.0, as_shapes([second]), ("",)),
                Source("b", PROTECTED, 1, 60.0, as_shapes([first]), ("",)),
            ],
            CRS,
        )
        assert area(done.blocks) == pytest.approx(circle(expected).area, rel=1e-9)
        other = [c for c in done.choices if not c.chosen and c.on_sources_m > 0.9 * c.length_m]
        assert len(other) == 1


def test_edges_a_billionth_apart_are_one() -> None:
    block = disc(20)
    ring = shapely.get_coordinates(circle(610).exterior)
    crooked = ring + np.random.default_rng(1).uniform(-1e-9, 1e-9, ring.shape)
    crooked[-1] = crooked[0]
    done = fit(
        block,
        [
            Source("a", PROTECTED, 1, 60.0, as_shapes([shapely.LinearRing(ring)]), ("",)),
            Source("b", PARCEL, 2, 60.0, as_shapes([shapely.LinearRing(crooked)]), ("",)),
        ],
        CRS,
    )
    points = set(map(tuple, shapely.get_coordinates(done.blocks[0])))
    assert points == set(map(tuple, ring))


def test_nonsense_is_refused_and_cancel_stops() -> None:
    with pytest.raises(InputError) as error:
        fit(disc(5), one_source(circle(10).exterior, -1.0), CRS, FitOptions(0.0, 2.0))
    assert len(error.value.problems) == 3

    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        fit(disc(5), one_source(circle(100).exterior), CRS, feedback=Stop())


def test_without_references_the_line_stays() -> None:
    block = disc(9)
    done = fit(block, [], CRS)
    assert isinstance(done, Fit)
    assert done.blocks[0].equals(block[0])


def test_parts_of_one_block_stay_its_parts() -> None:
    parts = np.concatenate(
        [disc(6), shapely.transform(disc(6), lambda p: p + np.array([700.0, 0.0]))]
    )
    lines = [shapely.LineString([(X, Y - y), (X + 3000, Y - y)]) for y in range(500, 1300, 50)]
    source = Source("r", NATURAL, 1, 40.0, as_shapes(lines), ("",) * len(lines))
    done = fit(as_shapes([shapely.multipolygons(parts)]), [source], CRS)
    assert len(done.blocks) == 1
    assert done.blocks[0].geom_type == "MultiPolygon"
    assert len(done.blocks[0].geoms) == 2
    account = done.account
    assert account.after_m2 == pytest.approx(
        account.before_m2 + account.added_m2 - account.removed_m2, abs=0.05
    )
    assert done.share_on_references > 0.1


def test_no_block_is_an_error_with_a_sentence() -> None:
    with pytest.raises(InputError, match="no block"):
        fit(as_shapes([]), one_source(circle(10).exterior), CRS)

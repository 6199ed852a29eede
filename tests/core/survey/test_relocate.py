"""The line moved to accepted markers: topology, neighbours, junctions, accounts, a second run."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.linefile import block_shape
from redline_plugin.core.survey.relocate import OnTheLine, relocate
from redline_plugin.core.survey.relocateaccount import Account, account_of
from redline_plugin.core.survey.relocateland import land_between, most_moved
from redline_plugin.core.survey.relocateshape import with_points, with_vertices
from redline_plugin.core.survey.resultschoices import HOWS, SPREAD, VERTEX

CRS = "EPSG:4524"
X, Y = 36_500_000.0, 3_570_000.0
ORIGIN = np.array([X, Y])


def line_from(polygons, owners=None, stretches=None, kinds=()) -> Line:
    owners = np.arange(len(polygons)) if owners is None else np.array(owners)
    blocks = [Block(f"B{at}", "", "") for at in range(int(owners.max()) + 1)]
    return line_of(as_shapes(polygons), owners, blocks, CRS, stretches, kinds)


def box(west, south, east, north):
    return shapely.box(X + west, Y + south, X + east, Y + north)


def markers(places, targets, numbers=None) -> OnTheLine:
    """Make markers at places; None as a target stays."""
    targets = [(np.nan, np.nan) if target is None else target for target in targets]
    return OnTheLine(
        tuple(numbers or (f"M{at:03d}" for at in range(len(places)))),
        np.array(places, dtype=float).reshape(-1, 2) + ORIGIN,
        np.array(targets, dtype=float).reshape(-1, 2) + ORIGIN,
    )


def shapes_of(line: Line):
    return as_shapes([block_shape(line, at) for at in range(len(line.blocks))])


def on_outline(line: Line, x, y) -> bool:
    arcs = shapely.multilinestrings(line.lines())
    return bool(shapely.distance(arcs, shapely.Point(X + x, Y + y)) == 0.0)


def check_coverage(line: Line, tolerance=1e-5) -> None:
    """Blocks are valid, do not overlap, leave no gap: their union has the area of their sum."""
    shapes = shapes_of(line)
    assert shapely.is_valid(shapes).all()
    assert shapely.union_all(shapes).area == pytest.approx(
        float(shapely.area(shapes).sum()), abs=tolerance
    )
    for at in range(len(shapes)):
        for other in range(at):
            assert shapely.intersection(shapes[at], shapes[other]).area < tolerance


TWO = [box(0, 0, 100, 100), box(100, 0, 200, 100)]


def test_a_shared_arc_moves_once_for_both_neighbours():
    line = line_from(TWO)
    done = relocate(line, markers([(100, 50)], [(103, 52)]))
    assert done.moved == (0,)
    west, east = shapes_of(done.line)
    assert on_outline(done.line, 103, 52)
    assert shapely.area(west) == pytest.approx(10_150.0)
    assert shapely.area(east) == pytest.approx(9_850.0)
    check_coverage(done.line)
    account = done.account
    assert account.added_m2[0] == pytest.approx(account.removed_m2[1], abs=1e-3)
    assert account.removed_m2[0] == pytest.approx(0.0, abs=1e-3)
    assert account.most_moved_m == pytest.approx([np.hypot(3, 2)] * 2, rel=0.2)
    assert account.changed == (0, 1)
    assert "B1 loses" in str(account.warnings()[0])


def test_a_junction_takes_all_its_arcs_with_it():
    line = line_from(TWO)
    done = relocate(line, markers([(100, 0)], [(97, -4)]))
    check_coverage(done.line)
    ends = [done.line.points[done.line.arc(arc)][[0, -1]] for arc in range(done.line.count)]
    there = sum((end == [X + 97, Y - 4]).all() for pair in ends for end in pair)
    assert there == 3
    assert not on_outline(done.line, 100, 0)


def test_only_the_vertex_moves_and_the_line_stays_with_the_other_markers():
    line = line_from([box(0, 0, 100, 100)])
    # The second stands between two vertices, of which the first moves.
    done = relocate(line, markers([(0, 0), (0, 40), (50, 100)], [(2, 1), None, None]))
    ring = shapely.get_coordinates(block_shape(done.line, 0)) - [X, Y]
    assert {(2.0, 1.0), (0.0, 40.0), (0.0, 100.0), (100.0, 0.0)} <= {tuple(p) for p in ring}
    assert on_outline(done.line, 0, 40)
    assert on_outline(done.line, 0, 70)
    assert not on_outline(done.line, 0, 20)


def test_the_shift_spreads_linearly_up_to_the_next_markers():
    line = line_from([shapely.segmentize(box(0, 0, 100, 100), 10.0)])
    places = [(0, 50), (0, 0), (0, 80), (100, 100)]
    done = relocate(line, markers(places, [(4, 52), None, None, None]), SPREAD)
    ring = shapely.get_coordinates(block_shape(done.line, 0)) - [X, Y]
    by = {round(float(y), 3): float(x) for x, y in ring if x < 30 and 0.0 < y < 100.0}
    # 50 m below it is the corner, 30 m above it the next marker.
    for old in (10.0, 20.0, 30.0, 40.0):
        share = old / 50.0
        assert by[round(old + 2 * share, 3)] == pytest.approx(4 * share)
    for old in (60.0, 70.0):
        share = (80.0 - old) / 30.0
        assert by[round(old + 2 * share, 3)] == pytest.approx(4 * share)
    assert by[52.0] == 4.0
    assert by[80.0] == by[90.0] == 0.0
    assert on_outline(done.line, 60, 100)


def test_on_a_ring_with_one_marker_the_shift_is_zero_half_way_round():
    ring = shapely.Point(X, Y).buffer(100.0, quad_segs=32)
    line = line_from([ring])
    done = relocate(line, markers([(100, 0)], [(110, 0)]), SPREAD)
    new = shapely.get_coordinates(block_shape(done.line, 0)) - [X, Y]
    assert new[:, 0].max() == 110.0
    assert new[:, 0].min() == pytest.approx(-100.0, abs=0.2)
    quarter = new[np.argmax(new[:, 1])]
    assert quarter[0] == pytest.approx(5.0, abs=0.3)
    assert quarter[1] == pytest.approx(100.0, abs=0.01)


def test_a_shift_stops_at_a_junction_that_does_not_move():
    two = [shapely.segmentize(shape, 10.0) for shape in TWO]
    done = relocate(line_from(two), markers([(100, 50)], [(104, 50)]), SPREAD)
    assert on_outline(done.line, 100, 0)
    assert on_outline(done.line, 100, 100)
    assert on_outline(done.line, 104, 50)
    assert on_outline(done.line, 102, 25)
    check_coverage(done.line)


def test_a_moved_junction_pulls_on_all_its_arcs():
    two = [shapely.segmentize(shape, 10.0) for shape in TWO]
    places = [(100, 0), (50, 0), (150, 0), (100, 50)]
    done = relocate(line_from(two), markers(places, [(100, -8), None, None, None]), SPREAD)
    for x, y in ((100, -8), (80, -4.8), (120, -4.8), (100, 16), (50, 0), (150, 0), (100, 50)):
        assert on_outline(done.line, x, y), (x, y)
    check_coverage(done.line)


@pytest.mark.parametrize("how", HOWS)
def test_a_move_that_would_cross_the_line_is_refused_and_the_others_go_through(how):
    strip = box(0, 0, 100, 4)
    done = relocate(
        line_from([strip]),
        markers([(50, 0), (100, 2), (50, 4)], [(50, 6), (103, 2), None]),
        how,
    )
    assert done.moved == (1,)
    ((refused, why),) = done.refused
    assert refused == 0
    assert "cross or touch" in str(why)
    check_coverage(done.line)


def test_of_two_moves_in_conflict_the_farther_one_is_refused():
    strip = box(0, 0, 100, 4)
    done = relocate(line_from([strip]), markers([(50, 0), (50, 4)], [(50, 3), (50, 2.5)]))
    assert done.moved == (1,)
    assert [at for at, _ in done.refused] == [0]


def test_what_goes_only_together_is_not_lost():
    strip = box(0, 0, 100, 4)
    # The lower edge crosses the old upper one, but not where that goes.
    done = relocate(line_from([strip]), markers([(50, 0), (50, 4)], [(50, 6), (50, 12)]))
    assert done.moved == (0, 1)
    check_coverage(done.line)


def test_a_move_that_another_one_stood_in_the_way_of_is_made_alone():
    # The upper marker would take out protected land. That is seen when the lower one, which goes
    # farther and would cross the other's line, is dropped already.
    park = as_shapes([box(0, 30, 100, 40)])
    wanted = markers([(50, 0), (50, 40)], [(50, 26), (50, 22)])
    done = relocate(line_from([box(0, 0, 100, 40)]), wanted, protected=park)
    assert done.moved == (0,)
    assert [at for at, _ in done.refused] == [1]
    check_coverage(done.line)


def test_an_island_does_not_jump_over_a_border():
    island = box(90, 40, 98, 60)
    west = shapely.difference(TWO[0], island)
    line = line_from([west, TWO[1], island])
    corners = [(90, 40), (98, 40), (98, 60), (90, 60)]
    done = relocate(line, markers(corners, [(x + 20, y) for x, y in corners]))
    check_coverage(done.line)
    assert len(done.refused) == 4


def test_a_block_does_not_turn_over():
    small = shapely.Polygon([(X, Y), (X + 10, Y), (X + 5, Y + 6)])
    done = relocate(line_from([small]), markers([(5, 6)], [(5, -6)]))
    assert done.moved == ()
    assert "turn over" in str(done.refused[0][1])
    assert done.line.points.tolist() == line_from([small]).points.tolist()


def test_a_move_that_makes_an_error_of_topology_is_refused_with_the_rule():
    done = relocate(line_from([box(0, 0, 100, 100)]), markers([(50, 0)], [(50, 99.9999)]))
    assert done.moved == ()
    assert str(done.refused[0][1]).startswith("Self-contacts: ")
    spike = relocate(
        line_from([box(0, 0, 100, 100)]),
        markers([(50, 0), (50.2, 0), (49.8, 0)], [(50, -30), None, None]),
    )
    assert spike.moved == ()
    assert str(spike.refused[0][1]).startswith("Spikes: The outline of feature B0")


def test_errors_that_were_there_before_refuse_nothing():
    spiked = shapely.Polygon(
        [
            (X, Y),
            (X + 49.9, Y),
            (X + 50, Y - 30),
            (X + 50.1, Y),
            (X + 100, Y),
            (X + 100, Y + 100),
            (X, Y + 100),
        ]
    )
    done = relocate(line_from([spiked]), markers([(100, 100)], [(101, 101)]))
    assert done.moved == (0,)


def test_protected_land_does_not_come_out_but_may_change_its_block():
    park = as_shapes([box(0, 0, 50, 200), box(90, 0, 110, 100)])
    line = line_from(TWO)
    places = [(0, 50), (100, 50), (200, 50)]
    done = relocate(line, markers(places, [(2, 50), (95, 50), (198, 50)]), protected=park)
    assert done.moved == (1, 2)
    assert "protected area out" in str(done.refused[0][1])
    lost = shapely.difference(
        shapely.union_all(shapes_of(line)), shapely.union_all(shapes_of(done.line))
    )
    assert shapely.intersection(lost, park[0]).area == 0.0
    out = relocate(line, markers(places, [(-2, 50), None, None]), protected=park)
    assert out.moved == (0,)


def test_protected_land_is_kept_where_a_whole_ring_moves_away():
    line = line_from([box(0, 0, 10, 10)])
    corners = [(0, 0), (10, 0), (10, 10), (0, 10)]
    away = markers(corners, [(x + 40, y) for x, y in corners])
    assert len(relocate(line, away).moved) == 4
    done = relocate(line, away, protected=as_shapes([box(2, 2, 4, 4)]))
    left = block_shape(done.line, 0)
    assert shapely.difference(box(2, 2, 4, 4), left).area == 0.0


def test_markers_off_the_line_and_at_one_place():
    line = line_from([box(0, 0, 100, 100)])
    done = relocate(line, markers([(50, -0.3), (0, 50), (30, -3)], [(50, -1), (0, 50), (30, -4)]))
    assert done.moved == (0,)
    assert on_outline(done.line, 50, -1)
    ((off, why),) = done.off
    assert off == 2
    assert "too far to move it" in str(why)
    comes = markers([(30, -0.8)], [(30, -0.3)])
    assert relocate(line, comes).moved == (0,)
    near = relocate(line, markers([(50, 0), (50, 0)], [(50, -0.2), (50, -0.4)]))
    assert near.moved == (0,)
    assert "same place as M000" in str(near.refused[0][1])
    far = relocate(line, markers([(50, 0), (50, 0)], [(50, -1), (50, -2)]))
    assert (far.moved, [at for at, _ in far.off]) == ((0,), [1])


def test_nothing_to_move_gives_the_same_line():
    line = line_from(TWO)
    for given_markers in (
        markers([], []),
        markers([(100, 50)], [None]),
        markers([(100, 50)], [(100, 50)]),
    ):
        done = relocate(line, given_markers)
        assert done.line is line
        assert done.account.changed == ()
        assert (done.account.net_m2 == 0.0).all()


def test_kinds_stay_with_their_segments():
    stretch = as_shapes([shapely.LineString([(X, Y), (X + 100, Y)])])
    line = line_from([box(0, 0, 100, 100)], stretches=stretch, kinds=["natural"])
    done = relocate(line, markers([(50, 0)], [(50, -3)]))
    natural = done.line.kinds.index("natural")
    lengths = np.diff(done.line.measure)
    of = done.line.kind[:-1] == natural
    assert lengths[of].sum() == pytest.approx(2 * np.hypot(50, 3))


def test_areas_on_the_ellipsoid_against_geographiclib():
    library = pytest.importorskip("geographiclib.geodesic")
    line = line_from([shapely.segmentize(box(0, 0, 3000, 2000), 20.0)])
    done = relocate(line, markers([(1000, 0), (3000, 1000)], [(1000, -30), (2980, 1000)]))
    for number, area in ((0, done.account.before_m2), (1, done.account.after_m2)):
        dense = shapely.segmentize(block_shape((line, done.line)[number], 0), 5.0)
        degrees = to_longitude_latitude(shapely.get_coordinates(dense)[:-1], CRS)
        ring = library.Geodesic(6378137.0, 1.0 / 298.257222101).Polygon()
        for longitude, latitude in degrees.tolist():
            ring.AddPoint(latitude, longitude)
        assert area[0] == pytest.approx(abs(ring.Compute()[2]), rel=1e-9)


def test_the_account_adds_up_after_rounding():
    rng = np.random.default_rng(5)
    before = rng.uniform(1e4, 1e6, 7)
    added, removed = rng.uniform(0, 10, 7), rng.uniform(0, 10, 7)
    added[3] = removed[3] = 0.0
    account = Account(
        tuple("abcdefg"), before, before + added - removed, added, removed, added + removed
    )
    b, a, r, after = account.rounded()
    assert np.round(b + a - r - after, 6).tolist() == [0.0] * 7
    assert b.sum() + a.sum() - r.sum() == pytest.approx(after.sum(), abs=1e-6)
    assert round(float(b.sum()), 2) == round(float(before.sum()), 2)
    assert (a >= 0).all()
    assert (r >= 0).all()
    assert np.abs(a - added).max() < 0.0101
    assert (a[3], r[3]) == (0.0, 0.0)
    # Seven times four thousandths are three hundredths; noise makes no negative area.
    nearly = np.full(7, 0.00499999)
    same = np.full(7, 100.004)
    account = Account(tuple("abcdefg"), same, same + 0.0050001, nearly, np.zeros(7), nearly)
    b, a, r, after = account.rounded()
    assert round(float(b.sum()), 2) == 700.03
    assert a.tolist() == [0.01] * 7
    assert r.tolist() == [0.0] * 7


def test_land_between_lines_is_what_polygons_say():
    old = line_from(TWO)
    new = with_points(old, old.points + np.where(old.points == [X + 100, Y], [5.0, 7.0], 0.0))
    moved = old.points.copy()
    moved[(old.points == [X + 100, Y]).all(axis=1)] = [X + 107, Y - 5]
    new = with_points(old, moved)
    land = land_between(old, new)
    for at in range(2):
        gained = shapely.difference(block_shape(new, at), block_shape(old, at)).area
        lost = shapely.difference(block_shape(old, at), block_shape(new, at)).area
        area = shapely.area(land.faces)
        assert area[land.after == at].sum() == pytest.approx(gained, abs=1e-6)
        assert area[land.before == at].sum() == pytest.approx(lost, abs=1e-6)
    assert most_moved(old, new, 0) == pytest.approx(np.hypot(7, 5), rel=0.3)


def test_vertices_are_put_in_once_and_not_beside_others():
    line = line_from([box(0, 0, 100, 100)])
    measure = np.array([0.0, 30.0, 30.004, 99.995, 250.0, 399.999])
    arc = np.zeros(6, dtype=np.int64)
    longer, vertex = with_vertices(line, arc, measure)
    assert len(longer.points) == len(line.points) + 2
    assert longer.measure[vertex] == pytest.approx([0.0, 30.0, 30.0, 100.0, 250.0, 400.0])
    assert vertex[1] == vertex[2]
    assert np.abs(shapely.area(block_shape(longer, 0)) - 1e4) < 1e-6
    assert (np.diff(longer.measure) > 0.0).all()
    again, same = with_vertices(longer, arc, measure)
    assert again is longer
    assert same.tolist() == vertex.tolist()


def test_cancel_stops_the_work():
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        relocate(line_from(TWO), markers([(100, 50)], [(103, 52)]), feedback=Stop())


def coverage(seed: int) -> Line:
    """Return blocks that are patches of a map of cells with crooked edges, some of them islands."""
    rng = np.random.default_rng(seed)
    size = int(rng.integers(3, 6))
    nodes = np.stack(np.meshgrid(np.arange(size + 1), np.arange(size + 1)), axis=-1) * 60.0
    nodes = nodes + rng.uniform(-18, 18, nodes.shape) + [X, Y]
    cells = shapely.polygons(
        np.stack([nodes[:-1, :-1], nodes[:-1, 1:], nodes[1:, 1:], nodes[1:, :-1]], axis=2).reshape(
            -1, 4, 2
        )
    )
    owner = rng.integers(-1, 3, size * size)
    parts, owners = [], []
    for block in range(3):
        found = polygon_parts([shapely.union_all(cells[owner == block])])
        parts += list(found)
        owners += [block] * len(found)
    if not parts:
        return line_from([cells[0]])
    numbers = np.unique(owners, return_inverse=True)[1]
    return line_from(parts, numbers)


@given(
    st.integers(0, 10**6), st.sampled_from([0.5, 5.0, 30.0]), st.sampled_from(HOWS), st.booleans()
)
@settings(max_examples=70)
def test_any_coverage_stays_one_and_a_second_run_changes_nothing(seed, size, how, guarded):
    rng = np.random.default_rng(seed)
    line = coverage(seed)
    arc = rng.integers(0, line.count, 14)
    measure = rng.uniform(0, 1, 14) * line.measure[line.starts[arc + 1] - 1]
    corner = rng.random(14) < 0.5
    measure[corner] = line.measure[
        line.starts[arc[corner]] + rng.integers(0, np.diff(line.starts)[arc[corner]])
    ]
    places = np.unique(np.round(line.place(arc, measure), 3), axis=0)
    # Markers nearer to one another than a centimetre stand at one vertex.
    near = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1)) < 0.05
    places = places[~np.triu(near, 1).any(axis=0)]
    targets = places + rng.normal(0.0, size, places.shape)
    targets[rng.random(len(places)) < 0.3] = np.nan
    numbers = tuple(f"M{at:02d}" for at in range(len(places)))
    given_markers = OnTheLine(numbers, places, targets)
    park = as_shapes([shapely.Point(X + 120, Y + 120).buffer(70.0)]) if guarded else None
    done = relocate(line, given_markers, how, park)

    check_coverage(done.line)
    # Every moved marker is on the line, and so are those that stay.
    arcs = shapely.multilinestrings(done.line.lines())
    for at in done.moved:
        assert shapely.distance(arcs, shapely.Point(targets[at])) == 0.0
    stays = np.setdiff1d(np.arange(len(places)), done.moved)
    assert shapely.distance(arcs, shapely.points(places[stays])).max(initial=0.0) < 0.02
    wanted = set(np.flatnonzero(np.isfinite(targets[:, 0])).tolist())
    assert wanted == {*done.moved, *(at for at, _ in done.refused)}
    # Blocks keep their parts and their holes.
    for old, new in zip(shapes_of(line), shapes_of(done.line)):
        assert shapely.get_num_geometries(old) == shapely.get_num_geometries(new)
        assert shapely.get_num_interior_rings(shapely.get_parts(old)).tolist() == (
            shapely.get_num_interior_rings(shapely.get_parts(new)).tolist()
        )
    account = done.account
    closes = account.before_m2 + account.added_m2 - account.removed_m2 - account.after_m2
    assert np.abs(closes).max() < 1e-6
    for at, (old, new) in enumerate(zip(shapes_of(line), shapes_of(done.line))):
        gained, lost = shapely.difference(new, old).area, shapely.difference(old, new).area
        assert account.added_m2[at] == pytest.approx(gained, rel=1e-3, abs=0.02)
        assert account.removed_m2[at] == pytest.approx(lost, rel=1e-3, abs=0.02)
    if park is not None:
        out = shapely.difference(
            shapely.union_all(shapes_of(line)), shapely.union_all(shapes_of(done.line))
        )
        assert shapely.intersection(out, park[0]).area < 1e-3

    # Read back from its polygons, with the markers where they are now, nothing is left to do.
    moved = places.copy()
    moved[list(done.moved)] = targets[list(done.moved)]
    parts, owners = shapely.get_parts(shapes_of(done.line), return_index=True)
    again = line_of(parts, owners, line.blocks, CRS)
    second = relocate(again, OnTheLine(numbers, moved, targets), how, park)
    assert second.moved == ()
    assert second.line is again
    assert [at for at, _ in second.refused] == [at for at, _ in done.refused]


@pytest.mark.parametrize("seed", [0, 11, 48, 51, 117])
def test_the_order_of_markers_does_not_matter(seed):
    line = coverage(seed)
    rng = np.random.default_rng(seed)
    places = np.unique(line.points[:-1], axis=0)
    targets = places + rng.normal(0.0, 40.0, places.shape)
    numbers = [f"M{at:02d}" for at in range(len(places))]
    order = rng.permutation(len(places))
    one = relocate(line, OnTheLine(tuple(numbers), places, targets))
    other = relocate(
        line, OnTheLine(tuple(numbers[at] for at in order), places[order], targets[order])
    )
    assert one.refused
    assert shapely.equals_exact(
        shapely.normalize(shapes_of(one.line)), shapely.normalize(shapes_of(other.line)), 0.0
    ).all()
    assert {numbers[at] for at in one.moved} == {numbers[order[at]] for at in other.moved}


def test_account_of_unmoved_lines_is_exactly_nothing():
    line = line_from(TWO)
    account = account_of(line, line)
    assert (account.before_m2 == account.after_m2).all()
    assert (account.added_m2 == 0.0).all()
    assert account.warnings() == []


def test_vertex_is_the_first_and_default_way():
    assert HOWS[0] == VERTEX

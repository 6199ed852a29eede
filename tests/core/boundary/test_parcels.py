"""Whole parcels: against a decision parcel by parcel, and what must hold of any parcels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.boundary.parcelrules import Rule, Rules, read_rules
from redline_plugin.core.boundary.parcels import OnParcels, fit_to_parcels
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet

CRS = "EPSG:4547"
X, Y = 500000.0, 3500000.0


def quads(seed: int, size: int = 12, step: float = 50.0, jitter: float = 15.0) -> np.ndarray:
    """Return a coverage of crooked quadrilaterals."""
    rng = np.random.default_rng(seed)
    x, y = np.meshgrid(np.arange(size + 1) * step, np.arange(size + 1) * step)
    x = X + x + rng.uniform(-jitter, jitter, x.shape)
    y = Y + y + rng.uniform(-jitter, jitter, y.shape)
    nodes = np.stack([x, y], axis=-1)
    rings = np.stack([nodes[:-1, :-1], nodes[:-1, 1:], nodes[1:, 1:], nodes[1:, :-1]], axis=2)
    return shapely.polygons(rings.reshape(-1, 4, 2))


def blob(seed: int, x: float = 300.0, y: float = 300.0, radius: float = 180.0) -> shapely.Polygon:
    rng = np.random.default_rng(seed)
    turn = np.linspace(0.0, 2.0 * np.pi, 60)[:-1]
    far = radius * (1.0 + 0.2 * np.sin(3 * turn + rng.uniform(0, 6)) + 0.05 * rng.random(len(turn)))
    return shapely.Polygon(np.c_[X + x + far * np.cos(turn), Y + y + far * np.sin(turn)])


def run(
    blocks: list, parcels: np.ndarray, rules: Rules | None = None, uses=None, kept=()
) -> OnParcels:  # type: ignore[no-untyped-def]
    return fit_to_parcels(
        as_shapes(blocks),
        parcels,
        uses or [""] * len(parcels),
        rules or Rules(),
        CRS,
        as_shapes(kept),
    )


@given(st.integers(0, 10**6), st.sampled_from([0.2, 0.5, 0.8]))
@settings(max_examples=30, deadline=None)
def test_a_block_becomes_the_parcels_with_enough_of_their_area_in_it(
    seed: int, share: float
) -> None:
    parcels, block = quads(seed), blob(seed)
    done = run([block], parcels, Rules((), share))
    shares = [shapely.intersection(p, block).area / p.area for p in parcels]
    assert np.allclose(done.decided.share, shares, atol=1e-12)
    chosen = parcels[np.array(shares) >= min(share, 1.0 - 1e-9)]
    expected = shapely.union_all(chosen)
    assert shapely.symmetric_difference(done.blocks[0], expected).area < 1e-6
    corners = set(map(tuple, shapely.get_coordinates(parcels)))
    assert set(map(tuple, shapely.get_coordinates(done.blocks[0]))) <= corners
    assert done.on_parcels == 1.0


@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_two_blocks_never_overlap_and_no_order_matters(seed: int, random) -> None:  # type: ignore[no-untyped-def]
    half = shapely.box(X - 1000, Y - 1000, X + 310.0, Y + 2000)
    whole = blob(seed)
    blocks = [shapely.intersection(whole, half), shapely.difference(whole, half)]
    park = blob(seed + 1, 250.0, 330.0, 90.0)
    parcels = quads(seed)
    done = run(blocks, parcels, kept=[park])
    assert shapely.intersection(*done.blocks).area < 1e-6
    lost = shapely.difference(shapely.intersection(whole, park), shapely.union_all(done.blocks))
    assert lost.area < 1e-6
    order = list(range(len(parcels)))
    random.shuffle(order)
    again = run(blocks[::-1], parcels[order], kept=[park])
    one, other = shapely.normalize(done.blocks), shapely.normalize(again.blocks[::-1])
    assert shapely.equals_exact(one, other, 0.0).all()


@pytest.mark.parametrize("seed", [45275, 203050, 794891])
def test_new_vertices_close_together_at_a_corner_do_not_cut_it(seed: int) -> None:
    half = shapely.box(X - 1000, Y - 1000, X + 310.0, Y + 2000)
    whole, park = blob(seed), blob(seed + 1, 250.0, 330.0, 90.0)
    blocks = [shapely.intersection(whole, half), shapely.difference(whole, half)]
    done = run(blocks, quads(seed), kept=[park])
    assert shapely.is_valid(done.blocks).all()
    lost = shapely.difference(shapely.intersection(whole, park), shapely.union_all(done.blocks))
    assert lost.area < 1e-6


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_a_second_fit_changes_nothing_and_accounts_close(seed: int) -> None:
    parcels = quads(seed)
    done = run([blob(seed)], parcels)
    assert done.after_m2 == pytest.approx(
        done.before_m2 + done.added_m2 - done.removed_m2, abs=0.01
    )
    again = run(list(done.blocks), parcels)
    assert shapely.symmetric_difference(done.blocks[0], again.blocks[0]).area == 0.0
    assert not again.added_m2.any()
    assert not again.removed_m2.any()


@given(st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_edges_off_by_a_billionth_leave_no_hairs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    crooked = shapely.polygons(
        [
            shapely.get_coordinates(parcel)[:-1] + rng.uniform(-1e-9, 1e-9, (4, 2))
            for parcel in quads(seed)
        ]
    )
    done = run([blob(seed)], crooked)
    assert len(polygon_parts(done.blocks)) == 1
    assert len(done.blocks[0].interiors) == 0
    assert shapely.is_valid(done.blocks[0])


def test_rules_by_land_use() -> None:
    parcels = shapely.box(X + 100.0 * np.arange(4), Y, X + 100.0 * np.arange(4) + 100.0, Y + 100.0)
    block = shapely.box(X - 200, Y, X + 400, Y + 60)  # 60 % of each
    rules = Rules(
        (Rule("01", "out"), Rule("0103", "in"), Rule("20", "cut"), Rule("03", "share", 0.7))
    )
    done = run([block], parcels, rules, ["0101", "0103", "2001", "0301"])
    assert done.decided.inside.tolist() == [False, True, True, False]
    assert done.decided.cut.tolist() == [False, False, True, False]
    assert done.decided.rule == ("01", "0103", "20", "03")
    parts = [shapely.intersection(done.blocks[0], parcel).area for parcel in parcels]
    assert parts == pytest.approx([0.0, 10000.0, 6000.0, 0.0])


@pytest.mark.parametrize(("share", "inside"), [(0.6, True), (0.6000001, False)])
def test_a_parcel_of_just_the_share_is_in(share: float, inside: bool) -> None:
    parcel = as_shapes([shapely.box(0, 0, 128, 1000)])
    done = run([shapely.box(-500, 0, 128, 600)], parcel, Rules((), share))
    assert bool(done.decided.inside[0]) is inside


def test_land_in_no_parcel_keeps_the_assessed_line() -> None:
    parcels = quads(3)
    gap = parcels[60]
    done = run([blob(3)], np.delete(parcels, 60))
    before = shapely.intersection(blob(3), gap).area
    assert shapely.intersection(done.blocks[0], gap).area == pytest.approx(before, abs=1e-6)


def test_warnings_name_what_is_lost() -> None:
    parcels = as_shapes([shapely.box(0, 0, 1000, 1000)])
    lost = run([shapely.box(100, 100, 300, 300)], parcels)
    assert shapely.is_empty(lost.blocks[0])
    assert lost.after_m2[0] == 0.0
    assert "nothing is left" in str(lost.warnings[0].what)
    away = run([shapely.box(5000, 0, 6000, 10)], parcels)
    assert "No parcel meets" in str(away.warnings[0].what)


def test_tables_of_rules(tmp_path: Path) -> None:
    path = tmp_path / "规则.csv"
    path.write_bytes(
        "# 省定\ncode,decision,share,note\n01,out,,耕地\n03,share,0.3,林地\n".encode("gbk")
    )
    assert read_rules(path, 0.5) == Rules((Rule("01", "out", 0.5), Rule("03", "share", 0.3)), 0.5)
    path.write_text("code,decision,share\n01,maybe,\n02,share,7\n03,in,\n03,out,\n", "utf-8")
    with pytest.raises(InputError) as error:
        read_rules(path, 0.5)
    assert all(word in str(error.value) for word in ("maybe", "“7”", "two rows"))
    path.write_text("a,b\n", "utf-8")
    with pytest.raises(InputError, match="decision"):
        read_rules(path, 0.5)


def test_cancel() -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        fit_to_parcels(as_shapes([blob(1)]), quads(1), [""] * 144, Rules(), CRS, feedback=Stop())

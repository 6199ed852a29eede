"""The whole delineation against a twin that labels the whole array and knows no strips."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import ndimage

from redline_plugin.core.delineate.delineate import delineate
from redline_plugin.core.delineate.inputs import Options, ProtectedArea
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.errors import InputError
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.grid import Grid


@st.composite
def two_layers(draw):
    """Draw two class rasters of one shape, from sparse to dense: all kinds of patches and holes."""
    shape = draw(st.tuples(st.integers(1, 11), st.integers(1, 10)))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    layers = []
    for _ in range(2):
        share = draw(st.sampled_from([0.1, 0.35, 0.5, 0.7]))
        layer = rng.choice(np.array([0, 1, 2], dtype=np.uint8), shape)
        layer[rng.random(shape) < share] = 3
        layers.append(layer)
    return layers


CLASSES = two_layers()
# In hundredths of km2, which is one pixel: limits are hit exactly, so half a pixel is taken off.
LIMITS = st.sampled_from([0.0, 5_000.0, 15_000.0, 25_000.0, 45_000.0, 85_000.0, 155_000.0])
HALVES = st.integers(-3, 22).map(lambda n: n * 50.0 + (n % 3) * 7.0)


def components(mask, connectivity):
    structure = ndimage.generate_binary_structure(2, 1 if connectivity == 4 else 2)
    labels, count = ndimage.label(mask, structure)
    return [labels == number for number in range(1, count + 1)]


def squares(mask, grid):
    row, column = np.nonzero(mask)
    x0, dx, _, y0, _, dy = grid.transform
    return shapely.box(x0 + column * dx, y0 + (row + 1) * dy, x0 + (column + 1) * dx, y0 + row * dy)


def twin(layers, areas, options, grid, protected):
    """Return what stays, and the dropped, spared and filled components' areas in m2."""
    extreme = np.any([layer == 3 for layer in layers], axis=0)
    assessed = np.any([layer > 0 for layer in layers], axis=0)
    kept = np.zeros_like(extreme)
    dropped, spared, filled, filled_no_data = [], [], [], []
    for patch in components(extreme, options.connectivity):
        area = areas[patch].sum()
        small = area < options.min_patch_m2
        touches = shapely.intersects(protected, squares(patch, grid)).any()
        if small and not touches:
            dropped.append(area)
            continue
        kept |= patch
        if small:
            spared.append(area)
    for hole in components(~kept, 12 - options.connectivity):
        at_edge = hole[0].any() or hole[-1].any() or hole[:, 0].any() or hole[:, -1].any()
        area = areas[hole].sum()
        if area < options.min_hole_m2 and not at_edge:
            kept = kept | hole
            (filled if assessed[hole].all() else filled_no_data).append(area)
    return kept, dropped, spared, filled, filled_no_data


def run(sources, protected, options, rows=None):
    areas = [ProtectedArea(protected, "P")] if not protected.is_empty else []
    try:
        return delineate(sources, areas, options=options, strip_rows=rows)
    except InputError as error:
        if "Nothing is in the red line" in str(error):
            return None
        raise


def plain(result):
    return (
        None
        if result is None
        else (
            [(shapely.to_wkb(b.geometry), b.attributes()) for b in result.blocks],
            result.account.table(),
        )
    )


@settings(max_examples=120)
@given(
    layers=CLASSES,
    min_patch=LIMITS,
    min_hole=LIMITS,
    connectivity=st.sampled_from([4, 8]),
    rows=st.integers(1, 12),
    box=st.one_of(st.none(), st.tuples(HALVES, HALVES, st.integers(1, 500), st.integers(1, 500))),
)
def test_equals_the_twin_for_any_strip(
    make_raster, layers, min_patch, min_hole, connectivity, rows, box
):
    # Gaps that a protected area closes are no matter of pixels; other tests look at them.
    options = Options(min_patch, 0.0 if box else min_hole, connectivity)
    first, second = make_raster(layers[0]), make_raster(layers[1])
    sources = {"waterconservation": first, "soilerosion": second}
    protected = shapely.Polygon()
    grid = Grid.of_file(first.path)
    if box:
        west, north = grid.transform[0] + box[0], grid.transform[3] - box[1]
        protected = shapely.box(west, north - box[3], west + box[2], north)
    result = run(sources, protected, options, rows)
    assert plain(result) == plain(run(sources, protected, options))

    with gdal_exceptions():
        pixels = PixelAreas(grid)
    areas = pixels.rows(0, grid.height) * pixels.unit_m2
    kept, dropped, spared, filled, filled_no_data = twin(layers, areas, options, grid, protected)
    if result is None:
        assert not kept.any()
        assert protected.is_empty
        return
    account = result.account
    assert account["union"].area_m2 == areas[(layers[0] == 3) | (layers[1] == 3)].sum()
    for row_id, expected in [
        ("dropped", dropped),
        ("spared", spared),
        ("filled", filled),
        ("filled_nodata", filled_no_data),
    ]:
        assert account[row_id].count == len(expected)
        assert account[row_id].area_m2 == sum(expected)
    expected = shapely.union_all([*squares(kept, grid), protected])
    found = shapely.union_all([block.geometry for block in result.blocks])
    assert shapely.area(shapely.symmetric_difference(found, expected)) < 1e-6 * 10_000
    assert sum(shapely.area(b.geometry) for b in result.blocks) - found.area < 1e-6 * 10_000
    for block in result.blocks:
        assert block.geometry.geom_type == "Polygon"
        assert block.geometry.is_valid
    for reason, layer in zip(sources, layers):
        inside = areas[(layer == 3) & kept].sum()
        assert account[f"final:{reason}"].area_m2 == inside


@settings(max_examples=60)
@given(
    layers=CLASSES,
    min_patch=LIMITS,
    min_hole=LIMITS,
    connectivity=st.sampled_from([4, 8]),
    box=st.tuples(HALVES, HALVES, st.integers(1, 500), st.integers(1, 500)),
)
def test_more_input_never_gives_less_line(
    make_raster, layers, min_patch, min_hole, connectivity, box
):
    assume((layers[0] == 3).any())
    options = Options(min_patch, min_hole, connectivity)
    first, second = make_raster(layers[0]), make_raster(layers[1])
    x0, _, _, y0, _, _ = Grid.of_file(first.path).transform
    protected = shapely.box(x0 + box[0], y0 - box[1] - box[3], x0 + box[0] + box[2], y0 - box[1])
    less = run({"waterconservation": first}, shapely.Polygon(), options)
    more = run({"waterconservation": first, "soilerosion": second}, shapely.Polygon(), options)
    most = run({"waterconservation": first, "soilerosion": second}, protected, options)
    land = [
        shapely.union_all([block.geometry for block in (result.blocks if result else [])])
        for result in (less, more, most)
    ]
    assert shapely.difference(land[0], land[1]).area < 1e-6 * 10_000
    assert shapely.difference(land[1], land[2]).area < 1e-6 * 10_000
    assert shapely.difference(protected, land[2]).area < 1e-6 * 10_000
    final = most.account
    signed = sum(row.sign * row.area_m2 for row in final.rows)
    assert abs(signed - final.final_m2) < 1e-9 * final.final_m2
    assert abs(sum(b.area_m2 for b in most.blocks) - final.final_m2) < 1e-9 * final.final_m2
    for block in most.blocks:
        assert block.geometry.is_valid
        assert block.reasons
        assert block.main_reason in block.reasons

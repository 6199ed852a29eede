"""Hand-made rasters with known answers. A pixel is 100 m, one hundredth of a km2."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely

from redline_plugin.core.delineate.delineate import delineate
from redline_plugin.core.delineate.inputs import County, Options, ProtectedArea
from redline_plugin.core.feedback import Quiet

WEST, NORTH = 36_500_000.0, 4_000_000.0
PIXEL_M2 = 10_000.0


def place(column, row, columns=1, rows=1):
    """Return a box in pixels from the upper left corner."""
    x, y = WEST + 100.0 * column, NORTH - 100.0 * row
    return shapely.box(x, y - 100.0 * rows, x + 100.0 * columns, y)


def pixels(areas_m2):
    return round(areas_m2 / PIXEL_M2, 4)


FIVE = """
    ...........
    .##....#...
    .##.....#..
    ...........
    .###.......
    .#.#.......
    .###.......
    ...........
"""


def run(make_raster, picture, drawing, **keywords):
    options = keywords.pop("options", Options(0.0))
    classes = {"waterconservation": make_raster(picture(drawing))}
    return delineate(classes, options=options, **keywords)


def test_patches_under_the_minimum_go_out_and_the_account_tells(make_raster, picture):
    result = run(make_raster, picture, FIVE, options=Options(2.5 * PIXEL_M2, 0.0, 8))
    assert [pixels(block.area_m2) for block in result.blocks] == [4.0, 8.0]
    account = result.account
    assert pixels(account["union"].area_m2) == 14.0
    assert (account["dropped"].count, pixels(account["dropped"].area_m2)) == (1, 2.0)
    assert pixels(result.area_m2) == 12.0
    assert len(result.blocks[1].geometry.interiors) == 1


@pytest.mark.parametrize(
    ("connectivity", "blocks", "patches"), [(4, 4, [1, 2, 3, 4]), (8, 4, [1, 2, 2, 3])]
)
def test_corners_join_patches_but_not_polygons(make_raster, picture, connectivity, blocks, patches):
    result = run(make_raster, picture, FIVE, options=Options(0.0, 0.0, connectivity))
    assert len(result.blocks) == blocks
    assert [block.patch for block in result.blocks] == patches


@pytest.mark.parametrize(("connectivity", "kept"), [(4, 0), (8, 1)])
def test_a_diagonal_pair_counts_together_only_over_corners(
    make_raster, picture, connectivity, kept
):
    options = Options(1.5 * PIXEL_M2, 0.0, connectivity)
    result = run(make_raster, picture, FIVE, options=options)
    corner = sum(1 for block in result.blocks if pixels(block.area_m2) == 1.0)
    assert corner == 2 * kept


def test_a_patch_of_just_the_minimum_stays(make_raster, picture):
    whole = run(make_raster, picture, "### ###")
    exact = run(make_raster, picture, "### ###", options=Options(whole.account["union"].area_m2))
    assert len(exact.blocks) == 1


def test_holes_under_the_minimum_are_filled_by_kind(make_raster, picture):
    drawing = """
        ######
        #.##?#
        ####?#
        ######
        ......
    """
    none = run(make_raster, picture, drawing)
    assert len(none.blocks[0].geometry.interiors) == 2
    one = run(make_raster, picture, drawing, options=Options(0.0, 1.5 * PIXEL_M2))
    assert (one.account["filled"].count, one.account["filled_nodata"].count) == (1, 0)
    assert pixels(one.area_m2) == 22.0
    both = run(make_raster, picture, drawing, options=Options(0.0, 2.5 * PIXEL_M2))
    assert (both.account["filled"].count, both.account["filled_nodata"].count) == (1, 1)
    assert pixels(both.account["filled_nodata"].area_m2) == 2.0
    assert pixels(both.blocks[0].reasons["waterconservation"]) == 21.0
    assert pixels(both.blocks[0].area_m2) == 24.0


def test_a_bay_is_no_hole(make_raster, picture):
    result = run(make_raster, picture, "### #.# #.#", options=Options(0.0, 100 * PIXEL_M2))
    assert pixels(result.area_m2) == 7.0


def test_protected_land_keeps_its_edges_and_spares_what_it_touches(make_raster, picture):
    # The area ends on the corner of the 2 x 2 patch: a contact in one point is enough.
    area = shapely.Polygon(
        [(WEST + 300, NORTH - 300), (WEST + 737.5, NORTH - 311.1), (WEST + 850, NORTH - 620)]
    )
    options = Options(100 * PIXEL_M2, 0.0, 8)
    result = run(make_raster, picture, FIVE, options=options, protected=[ProtectedArea(area, "甲")])
    assert result.account["spared"].count == 1
    assert pixels(result.account["spared"].area_m2) == 4.0
    assert sorted(b.main_reason for b in result.blocks) == ["protectedarea", "waterconservation"]
    block = next(b for b in result.blocks if b.main_reason == "protectedarea")
    assert block.geometry.equals(area)
    assert {tuple(point) for point in shapely.get_coordinates(area)} == {
        tuple(point) for point in shapely.get_coordinates(block.geometry)
    }
    assert block.protected == ("甲",)
    assert block.patch == next(b.patch for b in result.blocks if b is not block)


def test_reasons_say_what_is_where(make_raster, picture):
    water = make_raster(picture("###.. ###.. ....."))
    erosion = make_raster(picture("..##. ..##. ....."))
    soil = make_raster(picture("##... ..... ....."))
    protected = [ProtectedArea(place(3, 1, 2, 2), "乙", "核心区"), ProtectedArea(place(4, 2), "甲")]
    result = delineate(
        {"soilerosion": erosion, "waterconservation": water, "soilretention": soil},
        protected,
        options=Options(0.0),
    )
    (block,) = result.blocks
    assert block.functions == ("waterconservation", "soilretention")
    assert block.sensitivities == ("soilerosion",)
    assert block.protected == ("乙", "甲")
    assert block.main_reason == "waterconservation"
    assert {key: pixels(area) for key, area in block.reasons.items()} == {
        "waterconservation": 6.0,
        "soilretention": 2.0,
        "soilerosion": 4.0,
        "protectedarea": 4.0,
    }
    attributes = block.attributes()
    assert attributes["functions"] == "waterconservation,soilretention"
    assert attributes["protected"] == "乙;甲"
    assert list(json.loads(str(attributes["reasons"]))) == list(block.reasons)
    account = result.account
    assert pixels(account["zone:核心区"].area_m2) == 4.0
    assert pixels(account["protected_added"].area_m2) == 3.0
    assert pixels(account["final:protectedarea"].area_m2) == 4.0
    signed = sum(row.sign * row.area_m2 for row in account.rows)
    assert signed == pytest.approx(account.final_m2, rel=1e-12)


def test_of_equal_reasons_the_first_of_the_policy_is_the_main_one(make_raster, picture):
    drawing = picture("## ##")
    result = delineate(
        {"soilerosion": make_raster(drawing), "biodiversity": make_raster(drawing)},
        options=Options(0.0),
    )
    assert result.blocks[0].main_reason == "biodiversity"


def test_blocks_are_numbered_from_the_north_west(make_raster, picture):
    result = run(make_raster, picture, "#...# ..... ..#.. #....")
    corners = [block.geometry.bounds for block in result.blocks]
    assert [block.block for block in result.blocks] == [1, 2, 3, 4]
    assert [(round(b[0] - WEST), round(NORTH - b[3])) for b in corners] == [
        (0, 0),
        (400, 0),
        (200, 200),
        (0, 300),
    ]


COUNTIES = [
    County(place(-1, -1, 3.5, 9), "410002", "B"),
    County(place(2.5, -1, 9, 9), "410001", "A"),
]


def test_counties_cut_blocks_and_each_piece_has_reasons(make_raster, picture):
    options = Options(0.0, min_piece_m2=0.0)
    drawing = "##### ##### ..... ....."
    result = run(make_raster, picture, drawing, counties=COUNTIES, options=options)
    assert [(b.county, b.county_name, b.patch) for b in result.blocks] == [
        ("410002", "B", 1),
        ("410001", "A", 1),
    ]
    assert [pixels(block.area_m2) for block in result.blocks] == [5.0, 5.0]
    assert all(b.reasons["waterconservation"] <= b.area_m2 for b in result.blocks)
    assert all(b.main_reason == "waterconservation" for b in result.blocks)


def test_a_sliver_takes_the_reasons_under_it_or_the_nearest(make_raster, picture):
    # A border 5 m beside the patch's edge cuts off a piece without a single centre; the piece of
    # the filled hole in the next row has no reason under it.
    options = Options(0.0, 5 * PIXEL_M2, min_piece_m2=0.0)
    sliver = [County(place(-1, -1, 1.05, 9), "1", "W"), County(place(0.05, -1, 9, 9), "2", "E")]
    result = run(make_raster, picture, "#### #.## ####", counties=sliver, options=options)
    west = next(block for block in result.blocks if block.county == "1")
    assert west.main_reason == "waterconservation"
    assert west.reasons == {"waterconservation": west.area_m2}
    court = [County(place(1.2, 1.2, 0.5, 0.5), "1", "C"), County(place(-1, -1, 9, 9), "2", "E")]
    result = run(make_raster, picture, "#### #.## ####", counties=court, options=options)
    inner = next(block for block in result.blocks if block.county == "1")
    assert inner.reasons == {"waterconservation": 0.0}
    assert inner.main_reason == "waterconservation"


def test_outside_all_counties_goes_out_or_stays_as_chosen(make_raster, picture):
    only = [County(place(0, 0, 2, 2), "410001", "A")]
    out = run(make_raster, picture, "#### ####", counties=only)
    assert [block.county for block in out.blocks] == ["410001"]
    assert pixels(out.account["outside_counties"].area_m2) == 4.0
    assert any("outside all counties" in str(w.what) for w in out.warnings)
    kept = run(
        make_raster, picture, "#### ####", counties=only, options=Options(0.0, keep_outside=True)
    )
    assert [block.county for block in kept.blocks] == ["410001", ""]
    assert any("without a county" in str(w.what) for w in kept.warnings)


def test_the_order_of_inputs_changes_nothing(make_raster, picture):
    water, erosion = make_raster(picture(FIVE)), make_raster(picture(FIVE)[:, ::-1].copy())
    areas = [
        ProtectedArea(shapely.Point(WEST + 420, NORTH - 180).buffer(150), "甲"),
        ProtectedArea(shapely.Point(WEST + 520, NORTH - 280).buffer(170), "乙"),
        ProtectedArea(place(8.2, 6.1, 1.3, 1.7), "丙"),
    ]
    counties = [*COUNTIES, County(place(4, 2, 2, 2), "410000", "0")]
    options = Options(2.5 * PIXEL_M2, 1.5 * PIXEL_M2, 8, min_piece_m2=0.0)
    one = delineate(
        {"waterconservation": water, "soilerosion": erosion}, areas, counties, options=options
    )
    other = delineate(
        {"soilerosion": erosion, "waterconservation": water},
        areas[::-1],
        counties[::-1],
        options=options,
    )
    assert [b.attributes() for b in one.blocks] == [b.attributes() for b in other.blocks]
    assert [shapely.to_wkb(b.geometry) for b in one.blocks] == [
        shapely.to_wkb(b.geometry) for b in other.blocks
    ]
    assert one.account.table() == other.account.table()


def test_a_raster_on_another_grid_is_read_by_nearest(make_raster, picture):
    coarse = make_raster(
        picture("#. .."), transform=(WEST, 200.0, 0.0, NORTH, 0.0, -200.0), name="coarse"
    )
    fine = make_raster(picture(".... .... .... ...#"))
    feedback = Quiet()
    result = delineate(
        {"waterconservation": fine, "soilerosion": coarse}, options=Options(0.0), feedback=feedback
    )
    assert [pixels(block.area_m2) for block in result.blocks] == [4.0, 1.0]
    assert any("nearest" in str(message) for message in feedback.messages)


def test_the_grid_is_the_first_given_raster_s_or_the_chosen_one(make_raster, make_grid, picture):
    coarse = make_raster(picture("#. .."), transform=(WEST, 200.0, 0.0, NORTH, 0.0, -200.0))
    fine = make_raster(picture(".... .... .... ...#"))
    first = delineate({"soilerosion": coarse, "waterconservation": fine}, options=Options(0.0))
    assert first.grid.width == 2
    chosen = delineate({"soilerosion": coarse}, options=Options(0.0), grid=make_grid(1, 1))
    assert pixels(chosen.area_m2) == 1.0


@pytest.mark.parametrize("nodata", [None, 0, 255])
@pytest.mark.parametrize("dtype", ["Byte", "Float32", "Int16"])
def test_classes_of_any_type_and_nodata(make_raster, picture, nodata, dtype):
    values = picture("##. ?.# +..").astype(np.float64)
    if nodata == 255:
        values[values == 0] = 255
    source = make_raster(values, nodata=nodata, dtype=dtype)
    result = delineate({"sandfixation": source}, options=Options(0.0))
    assert sorted(pixels(block.area_m2) for block in result.blocks) == [1.0, 2.0]


def test_a_geographic_grid(make_raster, picture):
    source = make_raster(
        picture("##. ##. ..."), epsg=4490, transform=(105.0, 0.01, 0.0, 31.0, 0.0, -0.01)
    )
    area = ProtectedArea(shapely.box(105.02, 30.97, 105.03, 30.98), "P")
    result = delineate({"biodiversity": source}, [area], options=Options(4.2e6))
    # Touches at one corner, so the four pixels would stay whatever the minimum.
    assert len(result.blocks) == 2
    assert result.account["spared"].count == 0
    assert 1.05e6 < result.blocks[0].area_m2 / 4 < 1.07e6

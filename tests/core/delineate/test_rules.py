"""What enters by the rules, land by decision, disputed land, names and codes."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.delineate.delineate import delineate
from redline_plugin.core.delineate.inputs import (
    County,
    DisputedLand,
    NaturalUnit,
    Options,
    ProtectedArea,
)
from redline_plugin.core.delineate.naming import NOTHING, Naming
from redline_plugin.core.delineate.preflight import More
from redline_plugin.core.errors import InputError
from redline_plugin.core.standard.exceptionrules import KINDS
from redline_plugin.core.standard.loader import load_profile
from redline_plugin.core.standard.overlayrules import load_protected

WEST, NORTH, PIXEL = 36_500_000.0, 4_000_000.0, 100.0
KEEP_ALL = Options(min_patch_m2=0.0)


def place(column, row, columns=1.0, rows=1.0):
    west, north = WEST + column * PIXEL, NORTH - row * PIXEL
    return shapely.box(west, north - rows * PIXEL, west + columns * PIXEL, north)


def red(result):
    return shapely.union_all([block.geometry for block in result.blocks])


def adds_up(result):
    account = result.account
    signed = sum(row.sign * row.area_m2 for row in account.rows)
    assert signed == pytest.approx(account.final_m2, abs=1e-3)
    return account


def out_of(kind="farmland", decision="out", smallest=0.0, **more):
    return Options(min_patch_m2=0.0, exceptions={kind: decision}, min_exception_m2=smallest, **more)


def land(*shapes, kind="farmland"):
    return More(
        disputed=[([DisputedLand(shape, kind, fid=str(n)) for n, shape in enumerate(shapes)], "")]
    )


def test_classes_enter_as_chosen(make_raster, picture):
    sources = {
        "biodiversity": make_raster(picture("#+.. #+..")),
        "soilerosion": make_raster(picture("..+# ..+#")),
        "desertification": make_raster(picture("...# ....")),
    }
    options = Options(0.0, classes={"biodiversity": (2, 3), "desertification": ()})
    result = delineate(sources, options=options)
    assert red(result).equals(shapely.union(place(0, 0, 2, 2), place(3, 0, 1, 2)))
    titles = {row.id: str(row.title) for row in adds_up(result).rows}
    assert titles["extreme:biodiversity"].startswith("Classes 2, 3 of")
    assert titles["extreme:soilerosion"].startswith("Extreme by")
    assert "No class of it enters" in str(result.warnings)
    with pytest.raises(InputError, match="1, 2 and 3"):
        delineate(sources, options=Options(classes={"biodiversity": (4,)}))


def test_protected_areas_enter_by_kind_zone_and_level(make_raster, picture):
    def area(column, kind, zone="", level="省级"):
        return ProtectedArea(place(column, 0), f"P{column}", zone, str(column), kind, level)

    areas = [
        area(0, "自然保护区", "实验区"),
        area(1, "森林公园", "一般游憩区"),
        area(2, "森林公园", "生态保育区"),
        area(3, "自然保护区", "", "县级"),
        area(4, "动物园"),
        area(5, "动物园"),
    ]
    source = {"biodiversity": make_raster(picture(".......#"))}

    def run(**more):
        return delineate(source, areas, options=Options(0.0, **more))

    assert red(run()).area == pytest.approx(7e4)
    assert "protected_out" not in {row.id for row in run().account.rows}
    rules = load_protected()
    taken = run(protected_rules=rules)
    assert red(taken).area == pytest.approx(5e4)
    account = adds_up(taken)
    assert account["protected_out"].count == 2
    assert account["protected_out"].area_m2 == pytest.approx(2e4, rel=2e-3)
    told = [str(problem.what) for problem in taken.warnings]
    assert sum("“动物园” of 2 protected areas" in text for text in told) == 1
    assert any("“一般游憩区”" in text and "stay out by the rules" in text for text in told)
    left = run(protected_rules=rules, unknown_enters=False)
    assert red(left).area == pytest.approx(3e4)
    assert left.account["protected_out"].count == 4
    assert red(run(protected_rules=rules, look_at_level=False)).area == pytest.approx(6e4)
    first = taken.blocks[0]
    assert first.kinds == ("自然保护区",)
    assert (first.zones, first.levels, first.protected) == (("实验区",), ("省级",), ("P0",))


def test_land_by_decision_is_a_reason_and_is_not_left_out(make_raster, picture):
    source = {
        "biodiversity": make_raster(
            picture(
                "###.... ###....",
            )
        )
    }
    more = More(
        manual=[ProtectedArea(place(5, 0.3, 1, 1), "会议纪要", fid="7")],
        disputed=[([DisputedLand(place(2, 0, 5, 2), "farmland")], "")],
    )
    result = delineate(source, options=out_of(), more=more)
    first, second = result.blocks
    assert first.geometry.equals(place(0, 0, 2, 2))
    assert second.geometry.equals(place(5, 0.3, 1, 1))
    assert (second.main_reason, second.manual, second.protected) == ("manual", ("会议纪要",), ())
    assert second.reasons["manual"] == pytest.approx(second.area_m2)
    assert second.flags == ("farmland",)
    account = adds_up(result)
    assert account["protected"].area_m2 == 0.0
    assert account["final:manual"].area_m2 == pytest.approx(second.area_m2)


def test_disputed_land_is_left_out_with_its_own_edges(make_raster, picture):
    source = {"biodiversity": make_raster(picture(" ".join(["######"] * 4)))}
    field = shapely.Polygon(
        [(WEST + x, NORTH - y) for x, y in [(103.3, 90.1), (291.7, 120.9), (240.2, 260.4)]]
    )
    result = delineate(source, options=out_of(), more=land(field))
    (block,) = result.blocks
    ring = shapely.Polygon(block.geometry.interiors[0])
    assert set(ring.exterior.coords) == set(field.exterior.coords)
    account = adds_up(result)
    assert account["exception:farmland"].count == 1
    assert account["exception:farmland"].area_m2 == pytest.approx(field.area, rel=2e-3)
    assert block.flags == ()
    assert block.disputed == {"farmland": 0.0}


@pytest.mark.parametrize(
    ("decision", "gone", "flags"),
    [
        ("keep", 0.0, ()),
        ("flag", 0.0, ("farmland",)),
        ("edge", 1.0, ("farmland",)),
        ("out", 3.0, ()),
    ],
)
def test_decisions(make_raster, picture, decision, gone, flags):
    source = {"biodiversity": make_raster(picture(" ".join(["######"] * 4)))}
    inner, edge = place(1, 1, 2, 1), place(5, 1, 3, 1)
    result = delineate(source, options=out_of(decision=decision), more=land(inner, edge))
    (block,) = result.blocks
    assert block.geometry.area == pytest.approx((24 - gone) * 1e4)
    assert block.flags == flags
    told = json.loads(str(block.attributes()["disputed"]))
    if gone < 3:
        assert told["farmland"]["m2"] == pytest.approx((3 - gone) * 1e4, rel=2e-3)
        assert told["farmland"]["share"] == pytest.approx((3 - gone) / (24 - gone), abs=1e-5)
    assert adds_up(result)["disputed:farmland"].area_m2 == pytest.approx(
        (3 - gone) * 1e4, rel=2e-3, abs=1e-3
    )


def test_small_disputed_land_stays_and_small_remains_go(make_raster, picture):
    source = {"biodiversity": make_raster(picture("######## ########"))}
    strip, speck = place(5, 0, 2.9, 2), place(1, 0.5, 0.1, 0.1)
    options = out_of(smallest=200.0, min_piece_m2=5000.0)
    result = delineate(source, options=options, more=land(strip, speck))
    # The 10 m between the strip and the edge are 2000 m2: a sliver, which goes out.
    assert red(result).equals(place(0, 0, 5, 2))
    assert result.blocks[0].flags == ("farmland",)
    account = adds_up(result)
    assert account["exception_remains"].count == 1
    assert account["exception_remains"].area_m2 == pytest.approx(2000, rel=2e-3)


def test_lines_are_land_of_their_width(make_raster, picture):
    source = {"biodiversity": make_raster(picture("####### ####### #######"))}
    middle = NORTH - 150.0
    road = shapely.LineString([(WEST - 500, middle), (WEST + 2000, middle)])
    lines = [DisputedLand(road, "linear", "G1", "1", 20.0), DisputedLand(road, "linear", "G2", "2")]
    more = More(disputed=[(lines, "")])
    result = delineate(source, options=out_of("linear"), more=more)
    assert len(result.blocks) == 2
    assert red(result).area == pytest.approx(700 * 280)
    assert any("a line without a width" in str(warning) for warning in result.warnings)


def test_all_disputed_leaves_nothing(make_raster, picture):
    source = {"biodiversity": make_raster(picture("##"))}
    with pytest.raises(InputError, match="the policy leaves out"):
        delineate(source, options=out_of(), more=land(place(-1, -1, 5, 5)))


SEEDS = st.integers(0, 10_000)


@settings(max_examples=60)
@given(seed=SEEDS, decision=st.sampled_from(["out", "edge"]), smallest=st.sampled_from([0, 3000]))
def test_properties_of_leaving_out(make_raster, seed, decision, smallest):
    """Protected land is whole, what is left was in before, and what went out is disputed land."""
    rng = np.random.default_rng(seed)
    classes = rng.choice(np.array([1, 3, 3], dtype=np.uint8), (8, 9))

    def triangle():
        corners = rng.uniform(-100, 1000, 2) + rng.uniform(0, 400, (3, 2))
        return shapely.Polygon(np.array([WEST, NORTH]) + corners * (1, -1))

    protected = [ProtectedArea(triangle(), f"P{n}") for n in range(rng.integers(0, 4))]
    kinds = rng.choice(list(KINDS), 8)
    fields = [DisputedLand(triangle(), str(kind)) for kind in kinds]
    choices = {str(kind): decision for kind in KINDS if kind != "linear"}
    options = Options(0.0, exceptions=choices, min_exception_m2=smallest, min_piece_m2=0.0)
    source = {"biodiversity": make_raster(classes)}
    try:
        before = red(delineate(source, protected, options=Options(0.0, min_piece_m2=0.0)))
        result = delineate(source, protected, options=options, more=More(disputed=[(fields, "")]))
    except InputError as error:
        if "Nothing is in" not in str(error):
            raise
        return
    after = red(result)
    land_ = shapely.union_all([field.geometry for field in fields if field.kind in choices])
    shield = shapely.union_all([area.geometry for area in protected])
    assert shapely.difference(shield, after).area < 1e-3
    assert shapely.difference(after, before).area < 1e-3
    gone = shapely.difference(before, after)
    assert shapely.difference(gone, land_).area < 1e-3
    assert all(block.geometry.is_valid for block in result.blocks)
    if decision == "out" and not smallest:
        assert shapely.intersection(after, shapely.difference(land_, shield)).area < 1e-3
    for one, other in zip(result.blocks, result.blocks[1:]):
        assert shapely.intersection(one.geometry, other.geometry).area < 1e-6
    adds_up(result)
    turned = More(disputed=[(fields[::-1], "")])
    again = delineate(source, protected[::-1], options=options, more=turned)
    assert [b.attributes() for b in again.blocks] == [b.attributes() for b in result.blocks]
    assert [b.geometry.wkb for b in again.blocks] == [b.geometry.wkb for b in result.blocks]


def named(make_raster, picture, counties=True, protected=(), **choices):
    sources = {
        "waterconservation": make_raster(picture("##.##.#. ##.##...")),
        "soilerosion": make_raster(picture("......## ........")),
    }
    borders = [
        County(place(-1, -1, 5, 5), "990101", "甲县"),
        County(place(4, -1, 9, 5), "990102", "乙县"),
    ]
    return delineate(
        sources,
        protected,
        borders if counties else [],
        options=Options(0.0, min_piece_m2=0.0),
        naming=Naming(load_profile(), **choices),
    )


def test_names_and_codes(make_raster, picture):
    units = [
        NaturalUnit(place(-1, -1, 2.6, 5), "青垣山"),
        NaturalUnit(place(1.6, -1, 1, 5), "洛水"),
        NaturalUnit(place(1.6, -1, 1, 5), ""),
    ]
    result = named(make_raster, picture, units=units, patch_code="{county}{number:06}")
    found = [(b.county, b.main_reason, b.name, b.code, b.patch_code) for b in result.blocks]
    assert (
        found
        == [
            (
                "990101",
                "waterconservation",
                "青垣山水源涵养生态保护红线",
                "990101110001",
                "990101000001",
            ),
            (
                "990101",
                "waterconservation",
                "甲县水源涵养生态保护红线",
                "990101110002",
                "990101000002",
            ),
            (
                "990102",
                "waterconservation",
                "乙县水源涵养生态保护红线",
                "990102110001",
                "990102000001",
            ),
            ("990102", "soilerosion", "乙县水土流失生态保护红线", "990102210001", "990102000002"),
        ]
        or found[3][1] == "waterconservation"
    )
    assert any("have no name" in str(warning) for warning in result.warnings)
    codes = [block.code for block in result.blocks]
    assert len(set(codes)) == len(codes)


def test_the_unit_with_the_largest_overlap_in_all_its_parts(make_raster, picture):
    units = [
        NaturalUnit(place(0, 0, 0.9, 2), "大"),
        NaturalUnit(place(0.9, 0, 0.6, 2), "小"),
        NaturalUnit(place(1.5, 0, 0.5, 2), "小"),
    ]
    for order in (units, units[::-1]):
        assert named(make_raster, picture, units=order).blocks[0].name.startswith("小水源涵养")


def test_names_without_units_and_of_protected_land_alone(make_raster, picture):
    area = [ProtectedArea(place(2, 5), "甲县湿地公园")]
    result = named(make_raster, picture, protected=area, without_unit=NOTHING, delimiter="-")
    assert result.blocks[0].name == "水源涵养生态保护红线"
    assert result.blocks[0].code == "990101-11-0001"
    alone = named(make_raster, picture, counties=False, protected=area).blocks[-1]
    assert alone.name == "甲县湿地公园生态保护红线"
    assert alone.code == ""


def test_patterns_of_patch_codes(make_raster, picture):
    for wrong in ("{other}", "{county", "{0}", "{number:x9q}"):
        with pytest.raises(InputError, match="pattern of patch codes"):
            named(make_raster, picture, patch_code=wrong)
    result = named(make_raster, picture, patch_code="{county}")
    assert any("more than once" in str(warning) for warning in result.warnings)

"""What stands in the fields of forms, and around markers."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import shapely
from support.forms import BELT, CRS, ENGLISH, X, Y, at, marker, material, sign, square

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.forms import page as pages
from redline_plugin.core.survey.forms.around import around_of
from redline_plugin.core.survey.forms.formvalues import (
    FIELDS,
    Around,
    marker_values,
    nearest_villages,
    place_text,
    qr_text,
    sign_values,
)
from redline_plugin.core.survey.forms.material import Placed, belt_of, located
from redline_plugin.core.survey.forms.outfolder import RECORD, folder_problems
from redline_plugin.core.survey.forms.references import Reference
from redline_plugin.core.survey.forms.things import PARCEL, VILLAGE, Things
from redline_plugin.core.survey.rulesfile import load_rules

AROUND = Around(
    references=(Reference("road", "G1", 123.45, 44.96), Reference("river", "", 9.0, 270.0)),
    village=Reference("village", "Hecun", 95.4, 0.0),
    signs=(),
    photos={1: Path("x/A-1-1.jpg"), 3: Path("A-1_3.JPG"), 6: Path("A-1-6.png")},
    scale=5000,
)


def test_the_fields_of_a_marker() -> None:
    found = material()
    values = marker_values(found.markers.records[0], AROUND, found, ENGLISH)
    assert set(values) <= set(FIELDS)
    assert values["number"] == "A-1"
    assert values["block"] == "A Upper, B Lower"
    assert values["place"] == "Xichong, 95 m north of Hecun"
    assert values["sign"] == "□ Yes    ■ No"
    assert (values["reference1_distance"], values["reference1_direction"]) == (
        "123.5",
        "northeast 45.0°",
    )
    assert (values["reference1_object"], values["reference2_object"]) == ("G1 (road)", "river")
    assert "reference3_distance" not in values
    assert values["photos"] == "A-1-1, A-1_3"
    assert (values["northing"], values["easting"]) == ("3400000.000", "35501000.000")
    assert (values["filled_by"], values["filled_on"], values["reviewed_on"]) == (
        "Li",
        "2025-11-20",
        "",
    )
    assert "belt 35, central meridian 105°E" in values["note"]


def test_a_sketch_of_ones_own_has_no_scale() -> None:
    found = material()
    values = marker_values(found.markers.records[0], AROUND, found, ENGLISH)
    assert values["scale"] == ""
    assert "1:" not in values["note"]
    drawn = Around(scale=5000, photos={1: Path("a-1.jpg")})
    values = marker_values(found.markers.records[0], drawn, found, ENGLISH)
    assert values["scale"] == "1:5000"
    assert "Sketch 1:5000" in values["note"]


@pytest.mark.parametrize(
    ("signs", "boxes"),
    [(None, "□ Yes    □ No"), ((), "□ Yes    ■ No"), (("S-1", "S-2"), "■ Yes (S-1, S-2)    □ No")],
)
def test_who_has_no_layer_of_signs_claims_nothing(signs, boxes: str) -> None:
    found = material()
    values = marker_values(found.markers.records[0], Around(signs=signs), found, ENGLISH)
    assert values["sign"] == boxes


def test_a_witness_tells_where_its_point_is() -> None:
    found = material()
    values = marker_values(found.markers.records[2], Around(), found, ENGLISH)
    assert values["remark"] == (
        "near the ford\nWitness marker: its point B-0 lies 12.35 m from here, east 90.0°."
    )


def test_the_fields_of_a_sign() -> None:
    signs = Placed([sign("S-1", block="A", content="Keep off", remark="old")], at((3, 4)))
    found = material(signs=signs)
    values = sign_values(found.signs.records[0], Around(), found, ENGLISH)
    assert set(values) <= set(FIELDS)
    assert (values["number"], values["content"], values["remark"]) == ("S-1", "Keep off", "old")
    assert (values["block"], values["red_line_code"]) == ("A Upper", "HX-A")
    assert values["county"] == "511325" or values["county"] == "Xichong"


def test_every_field_that_a_page_shows_is_filled() -> None:
    for page in pages.PAGES:
        assert set(pages.fields_of(page)) <= set(FIELDS)
        assert pages.height_of(page) <= 297.0 - 2 * pages.TOP
        for row in page.rows:
            edges = [(cell.x, cell.x + cell.width) for cell in row.cells]
            assert edges == sorted(edges)
            assert edges[-1][1] == pytest.approx(pages.WIDTH)


@pytest.mark.parametrize(
    ("distance", "text"),
    [(0.4, "C Hecun"), (95.6, "C, 96 m north of Hecun"), (1234.0, "C, 1230 m north of Hecun")],
)
def test_a_place_is_as_exact_as_it_is_far(distance: float, text: str) -> None:
    assert place_text("C", Reference("village", "Hecun", distance, 0.0), ENGLISH) == text
    assert place_text("C", None, ENGLISH) == "C"


def test_the_nearest_village_is_seen_from_itself() -> None:
    villages = Things(
        VILLAGE, "village", as_shapes([shapely.Point(X, Y), shapely.Point(X + 10, Y)]), ["V", ""]
    )
    near = nearest_villages(at((300, 400), (50_000, 0)), [villages])
    assert near[1] is None
    assert near[0] is not None
    assert (near[0].name, near[0].distance_m) == ("V", 500.0)
    assert near[0].azimuth_deg == pytest.approx(np.degrees(np.arctan2(300, 400)))


def test_what_lies_around() -> None:
    markers = Placed([marker("A-1"), marker("A-2")], at((0, 0), (500, 0)))
    signs = Placed([sign(f"S-{n}") for n in (2, 1, 3, 4)], at((6, 8), (-3, 0), (0, 11), (9, 9)))
    parcels = Things(PARCEL, "parcel", as_shapes([square(20, 20, 30)]), [""])
    villages = Things(VILLAGE, "village", as_shapes([shapely.Point(X, Y + 40)]), ["V"])
    found = around_of(
        markers,
        [parcels, villages],
        signs,
        10.0,
        1000.0,
        {"A-2": {1: Path("p")}},
        [500, 1000],
        Quiet(),
    )
    assert found["A-1"].signs == ("S-1", "S-2")
    assert found["A-2"].signs == ()
    # A parcel is no object that is seen on the ground.
    assert [each.kind for each in found["A-1"].references] == ["village"]
    assert (found["A-1"].photos, found["A-2"].photos) == ({}, {1: Path("p")})
    assert (found["A-1"].scale, found["A-2"].scale) == (500, 1000)
    alone = around_of(markers, [], None, 10.0, 1000.0, {}, [0, 0], Quiet())
    assert alone["A-1"].signs is None


def test_the_code_says_number_place_and_block() -> None:
    found = material()
    lines = qr_text("A-1", found.markers.records[0]).splitlines()
    assert (lines[0], lines[2]) == ("A-1", "A,B")
    assert re.fullmatch(r"E105\.01\d{6} N30\.7\d{7}", lines[1])


# --- coordinates ---------------------------------------------------------------------------------

TURNING = load_rules("example").turning


def test_the_place_on_the_map_counts_and_is_told() -> None:
    right = marker("A-1", easting=X + 0.01, northing=Y, belt=35)
    moved = marker("A-2", easting=X + 3.0, northing=Y, belt=35)
    other = marker("A-3", easting=1.0, northing=Y, belt=36)
    placed, warning = located([right, moved, other], at((0, 0), (0, 0), (0, 0)), CRS, BELT, TURNING)
    assert [record.easting for record in placed.records] == [X, X, X]
    assert placed.records[0].longitude == pytest.approx(105.0)
    assert warning is not None
    assert "A-2 " in str(warning)
    assert "1 in all" in str(warning)
    assert located([right], at((0, 0)), CRS, BELT, TURNING)[1] is None


def test_the_belt_is_the_one_that_records_carry_else_that_of_their_middle() -> None:
    where = at((0, 0))
    assert belt_of([marker("a")], where, CRS, TURNING) == BELT
    assert belt_of([marker("a", belt=36)], where, CRS, TURNING).number == 36
    assert belt_of([marker("a", belt=36), marker("b", belt=35)], where, CRS, TURNING) == BELT
    assert belt_of([marker("a", belt=99)], where, CRS, TURNING) == BELT
    with pytest.raises(InputError):
        belt_of([], np.array([[0.0, 10.0]]), "EPSG:4326", TURNING)


# --- folder --------------------------------------------------------------------------------------


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert folder_problems(folder) == []
    folder.mkdir()
    assert folder_problems(folder) == []
    (folder / "letter.txt").write_text("x", encoding="utf-8")
    assert "left as it is" in folder_problems(folder)[0].render()
    (folder / RECORD).write_text('{"algorithm": "redline:other"}', encoding="utf-8")
    assert folder_problems(folder)
    (folder / RECORD).write_text('{"algorithm": "redline:markerforms"}', encoding="utf-8")
    assert folder_problems(folder) == []
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "not a folder" in folder_problems(tmp_path / "file")[0].render()
    assert "does not exist" in folder_problems(tmp_path / "none" / "out")[0].render()
    (tmp_path / "link").symlink_to(folder)
    assert folder_problems(tmp_path / "link")

"""Receivers' files: encodings, heads, columns, coordinates in every form, and rows that break."""

from __future__ import annotations

import codecs

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import osr

from redline_plugin.core.errors import InputError
from redline_plugin.core.survey.coordinates import latitudes_dms, longitudes_dms
from redline_plugin.core.survey.measured import Measured, measured_of, read_table
from redline_plugin.core.survey.measuredcolumns import UNLISTED, Matcher
from redline_plugin.core.survey.measuredvalues import (
    key_of,
    moments_of,
    number_of,
    numbers_of,
    packed_angles,
)

PLANE = "EPSG:4524"  # 3-degree belt 36, eastings with the belt's number
NUMBERS = [f"990101-{serial:04d}" for serial in range(1, 9)]
DESIGN = np.array([[36_500_000.0 + 517.3 * k, 3_570_000.0 + 311.9 * k] for k in range(8)])
TRUE = DESIGN + np.array([[0.11, -0.07]])


def proj(points, source, target):
    """Transform (n, 2) points by PROJ itself, x before y; return x and y."""
    references = []
    for code in (source, target):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(code)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        references.append(reference)
    way = osr.CoordinateTransformation(*references)
    return np.array(way.TransformPoints(np.asarray(points).tolist()))[:, :2].T


LONGITUDE, LATITUDE = proj(TRUE, 4524, 4490)


def read(path, content, encoding="utf-8", chosen=None, crs="", engraved=(), suffix=".csv"):
    file = path / f"测量{suffix}"
    file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    table = read_table(str(file), chosen or {})
    return measured_of(table, chosen or {}, NUMBERS, engraved, DESIGN, PLANE, crs)


def told(measured: Measured) -> str:
    return "\n".join(str(each) for each in (*measured.how, *measured.warnings))


def rows(*columns, head="", separator=","):
    lines = [separator.join(str(cell) for cell in row) for row in zip(*columns)]
    return "\n".join(filter(None, [head, *lines])) + "\n"


def easting(values=TRUE[:, 0]):
    return [f"{value:.3f}" for value in values]


def northing(values=TRUE[:, 1]):
    return [f"{value:.3f}" for value in values]


FORMS = {
    "utf-8, named east and north": (
        rows(NUMBERS, easting(), northing(), head="Point ID,Easting,Northing"),
        "utf-8",
    ),
    "gbk, Chinese names": (
        rows(NUMBERS, northing(), easting(), head="点名,北坐标X(m),东坐标Y(m)"),
        "gbk",
    ),
    "utf-16 with a mark": (rows(NUMBERS, northing(), easting(), head="点名,N,E"), "utf-16"),
    "utf-8 with a mark, tabs": (
        rows(NUMBERS, northing(), easting(), head="点名\tN\tE", separator="\t"),
        "utf-8-sig",
    ),
    "decimal commas and semicolons": (
        rows(
            NUMBERS,
            [x.replace(".", ",") for x in easting()],
            [y.replace(".", ",") for y in northing()],
            head="点号;东坐标;北坐标",
            separator=";",
        ),
        "gbk",
    ),
    "thousands in quotation marks": (
        rows(
            NUMBERS,
            [f'"{value:,.3f}"' for value in TRUE[:, 0]],
            [f'"{value:,.3f}"' for value in TRUE[:, 1]],
            head="点号,东坐标,北坐标",
        ),
        "gbk",
    ),
    "spaces between": (
        rows(NUMBERS, northing(), easting(), ["812.3"] * 8, separator="   "),
        "utf-8",
    ),
    "no head, CASS order": (
        rows(NUMBERS, ["jz"] * 8, easting(), northing(), ["812.345"] * 8),
        "gbk",
    ),
    "no head, with a mark": (rows(NUMBERS, northing(), easting()), "utf-8-sig"),
    "full-width digits": (
        rows(NUMBERS, easting(), northing(), head="点号,东坐标,北坐标").translate(
            {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789."}
        ),
        "gbk",
    ),
    "titles above the head": (
        "工程名称:红线,,\n\n" + rows(NUMBERS, easting(), northing(), head="点号,东坐标,北坐标"),
        "gbk",
    ),
    "eastings without the belt": (
        rows(NUMBERS, easting(TRUE[:, 0] - 36e6), northing(), head="name,e,n"),
        "utf-8",
    ),
    "x is north": (rows(NUMBERS, northing(), easting(), head="点名,X,Y"), "gbk"),
    "x is east": (rows(NUMBERS, easting(), northing(), head="点名,X,Y"), "gbk"),
    "decimal degrees": (
        rows(
            NUMBERS,
            [f"{value:.9f}" for value in LATITUDE],
            [f"{value:.9f}" for value in LONGITUDE],
            head="name,lat,lon",
        ),
        "utf-8",
    ),
    "degrees, minutes, seconds": (
        rows(NUMBERS, latitudes_dms(LATITUDE, 5), longitudes_dms(LONGITUDE, 5), head="点名,B,L"),
        "gbk",
    ),
    "signs of a typewriter": (
        rows(
            NUMBERS,
            [text.replace("′", "'").replace("″", '"') for text in longitudes_dms(LONGITUDE, 5)],
            [text.replace("′", "'").replace("″", '"') for text in latitudes_dms(LATITUDE, 5)],
            head="点名,经度,纬度",
        ),
        "gbk",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_places(tmp_path, form):
    content, encoding = FORMS[form]
    found = read(tmp_path, content, encoding)
    assert found.of.tolist() == list(range(8))
    assert np.abs(found.places - TRUE).max() < 1.5e-3
    assert found.left_out == ()


def test_degrees_minutes_seconds_without_signs_are_told_from_decimal_degrees(tmp_path):
    def packed(values):
        found = []
        for value in values:
            minutes, second = divmod(round(value * 3600, 6), 60)
            degree, minute = divmod(int(minutes), 60)
            found.append(f"{degree}.{minute:02d}{f'{second:09.6f}'.replace('.', '')}")
        return found

    content = rows(NUMBERS, packed(LATITUDE), packed(LONGITUDE), head="点名,纬度,经度")
    found = read(tmp_path, content)
    assert np.abs(found.places - TRUE).max() < 1.5e-3
    assert "103.2705 is" in told(found)


def test_exchanged_columns_are_told_as_a_warning_when_their_names_say_otherwise(tmp_path):
    wrong = read(tmp_path, rows(NUMBERS, northing(), easting(), head="点名,东坐标,北坐标"))
    assert np.abs(wrong.places - TRUE).max() < 1e-3
    assert len(wrong.warnings) == 1
    assert "东坐标 holds the northings" in str(wrong.warnings[0])
    # X is north for Chinese surveyors: told, but nothing to be warned of.
    usual = read(tmp_path, rows(NUMBERS, northing(), easting(), head="点名,X,Y"))
    assert usual.warnings == ()
    assert "Column X holds the northings" in told(usual)


def test_exchanged_longitudes_and_latitudes_are_told_too(tmp_path):
    cells = [[f"{value:.9f}" for value in side] for side in (LATITUDE, LONGITUDE)]
    found = read(tmp_path, rows(NUMBERS, *cells, head="name,longitude,latitude"))
    assert np.abs(found.places - TRUE).max() < 1e-3
    assert len(found.warnings) == 1


def test_eastings_of_two_belts_in_one_file_are_each_read_in_their_own(tmp_path):
    east = proj(TRUE, 4524, 4525)
    x, y = TRUE.T.copy()
    x[4:], y[4:] = east[0][4:], east[1][4:]
    found = read(tmp_path, rows(NUMBERS, easting(x), northing(y), head="点名,E,N"))
    assert np.abs(found.places - TRUE).max() < 2e-3


def test_six_degree_belts_by_their_number_and_by_nearness(tmp_path):
    x, y = proj(TRUE, 4524, 4496)
    assert int(x[0] // 1e6) == 18
    # Without a number, the belts of one central meridian are the same.
    for shown, words in ((x, "6-degree belts"), (x - 18e6, "central meridian 105°")):
        found = read(tmp_path, rows(NUMBERS, easting(shown), northing(y), head="点名,E,N"))
        assert np.abs(found.places - TRUE).max() < 2e-3
        assert words in told(found)


def test_a_given_crs_is_used_and_one_that_does_not_fit_is_refused(tmp_path):
    x, y = proj(TRUE, 4524, 32648)
    content = rows(NUMBERS, easting(x), northing(y), head="点名,E,N")
    found = read(tmp_path, content, crs="EPSG:32648")
    assert np.abs(found.places - TRUE).max() < 2e-3
    with pytest.raises(InputError, match=r"are metres, but .* has degrees"):
        read(tmp_path, content, crs="EPSG:4490")
    with pytest.raises(InputError, match="another belt"):
        read(
            tmp_path,
            rows(NUMBERS, easting(), northing(), head="点名,E,N"),
            crs="EPSG:4525",
        )
    # The CRS of the same belt serves in either form.
    plain = read(tmp_path, rows(NUMBERS, easting(), northing(), head="点名,E,N"), crs="EPSG:4545")
    assert np.abs(plain.places - TRUE).max() < 1e-3


def test_places_far_from_the_design_are_warned_of(tmp_path):
    content = rows(NUMBERS, easting(), northing(TRUE[:, 1] + 50_000.0), head="点名,E,N")
    found = read(tmp_path, content)
    assert "50.0 km from the design" in str(found.warnings[0])


def test_a_file_that_gives_places_twice_uses_its_metres_and_tells_when_they_differ(tmp_path):
    degrees = [[f"{value:.9f}" for value in side] for side in (LATITUDE, LONGITUDE)]
    same = rows(NUMBERS, northing(), easting(), *degrees, head="点名,N,E,B,L")
    assert read(tmp_path, same).warnings == ()
    degrees[0] = [f"{value + 0.0001:.9f}" for value in LATITUDE]
    other = read(tmp_path, rows(NUMBERS, northing(), easting(), *degrees, head="点名,N,E,B,L"))
    assert np.abs(other.places - TRUE).max() < 1e-3
    assert "11.0" in str(other.warnings[0])


def test_all_columns_with_units(tmp_path):
    head = "点名,N,E,高程(m),HRMS(mm),卫星数,PDOP,日期,时间,测量员,备注,照片编号"
    content = rows(
        NUMBERS, northing(), easting(), ["812.5"] * 8, ["12"] * 8, ["18"] * 8, ["1.4"] * 8,
        ["2024-05-03"] * 8, ["10:20:30"] * 8, ["张三"] * 8, ["完好"] * 8, ["a.jpg;b.jpg"] * 8,
        head=head,
    )  # fmt: skip
    found = read(tmp_path, content, "gbk")
    assert found.height.tolist() == [812.5] * 8
    assert found.accuracy == pytest.approx([0.012] * 8)
    assert found.satellites.tolist() == [18.0] * 8
    assert found.pdop.tolist() == [1.4] * 8
    assert found.time[0] == "2024-05-03 10:20:30"
    assert (found.who[0], found.remark[0], found.photos[0]) == ("张三", "完好", "a.jpg;b.jpg")
    assert found.where[0].endswith(".csv:2")


def test_chosen_columns_by_name_and_by_place(tmp_path):
    content = rows(["a"] * 8, NUMBERS, easting(), northing(), head="甲,乙,丙,丁")
    chosen = {"number": "乙", "x": "3", "y": "丁"}
    found = read(tmp_path, content, chosen=chosen)
    assert found.of.tolist() == list(range(8))
    assert np.abs(found.places - TRUE).max() < 1e-3
    with pytest.raises(InputError, match=r"no column “戊”.*甲, 乙, 丙, 丁"):
        read(tmp_path, content, chosen={**chosen, "y": "戊"})
    with pytest.raises(InputError, match="Only one of the two"):
        read(tmp_path, content, chosen={"number": "乙", "x": "丙"})


def test_the_column_with_numbers_of_the_design_is_taken_and_told(tmp_path):
    serial = [str(k) for k in range(1, 9)]
    content = rows(serial, northing(), easting(), NUMBERS, head="点号,N,E,编码")
    found = read(tmp_path, content)
    assert found.of.tolist() == list(range(8))
    assert "stand in column 编码" in told(found)


def test_of_columns_with_the_name_of_a_number_that_of_the_design_is_taken(tmp_path):
    serial = [str(k) for k in range(1, 9)]
    serial[3] = NUMBERS[0]
    content = rows(serial, northing(), easting(), NUMBERS, head="点名,N,E,编号")
    assert read(tmp_path, content).of.tolist() == list(range(8))
    content = rows(NUMBERS, northing(), easting(), serial, head="编号,N,E,点号")
    assert read(tmp_path, content).of.tolist() == list(range(8))


def test_numbers_are_matched_as_people_type_them_but_never_guessed(tmp_path):
    typed = [
        "990101-1",
        "990101 - 0002",
        "９９０１０１－０００３",
        "990101_0004",
        "J5",
        "77",
        "",
        "x",
    ]
    engraved = ["J1", "J2", "J3", "J4", "J5", "6", "7", "8"]
    found = read(tmp_path, rows(typed, easting(), northing(), head="点名,E,N"), engraved=engraved)
    assert found.of.tolist() == [0, 1, 2, 3, 4, UNLISTED, UNLISTED]
    assert "5 numbers are written otherwise" in told(found)
    assert [str(each.what) for each in found.left_out] == [
        "The row has no number; it was left out."
    ]
    assert found.left_out[0].where.endswith(":8")
    both = Matcher(["A-01", "A-1", "B-1"])
    assert [both.of(text) for text in ("A-01", "A-1", "A-001", "a-1", "B-01")] == [0, 1, -1, 1, 2]
    assert Matcher(["1", "2"]).of("1.0") == 0


BROKEN = {
    "empty": (b"", "is empty"),
    "only a mark": (codecs.BOM_UTF8 + b"\r\n", "is empty"),
    "only a head": ("点名,N,E\n".encode(), "no row below"),
    "one column": (b"a\nb\nc\n", "at least three columns"),
    "wrong separator": (b"p/1/2\nq/3/4\n", "at least three columns"),
    "a workbook": (b"PK\x03\x04" + bytes(50), "no text in UTF-8"),
    "bytes": (bytes(range(256)), "no text in UTF-8"),
    "decimal commas and commas": (
        b"name,e,n\nA,36500000,12,3570000,34\nB,36500001,12,3570001,34\n",
        "Every row has more cells.*semicolons",
    ),
    "no coordinates": ("点名,甲,乙\nA,p,q\nB,p,q\n".encode("gbk"), "No columns were recognised"),
    "no number": ("东坐标,北坐标,高程\n1,2,3\n".encode("gbk"), "No column was recognised"),
    "nothing to read": ("点名,东坐标,北坐标\nA,,\nB,,\n".encode("gbk"), "No columns were"),
    "no place in any CRS": (b"name,e,n\nA,1e12,1e12\nB,1e12,1e12\n", "no place in any CRS"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_breaks_is_told_with_a_way_out(tmp_path, case):
    content, words = BROKEN[case]
    with pytest.raises(InputError, match=words):
        read(tmp_path, content)


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read_table(str(tmp_path / "无.csv"), {})
    with pytest.raises(InputError, match="folder"):
        read_table(str(tmp_path), {})


def test_bad_rows_are_listed_and_the_others_go_on(tmp_path):
    x, y = easting(), northing()
    x[2], y[3], x[4] = "abc", "", "0"
    lines = rows(NUMBERS, x, y, head="点名,E,N").split("\n")
    lines[6] += ",多,余"
    lines.insert(3, "")
    lines.insert(4, ",,")
    lines.insert(5, "# a note")
    found = read(tmp_path, "\r\n".join(lines))
    assert found.of.tolist() == [0, 1, 6, 7]
    assert {each.where.rsplit(":", 1)[1] for each in found.left_out} == {"7", "8", "9", "10"}
    assert "990101-0003 has no place" in "\n".join(str(each.what) for each in found.left_out)


def test_a_quotation_mark_that_is_never_closed_is_an_error_in_words(tmp_path):
    content = rows(
        NUMBERS, easting(), northing(), ['"' + "x" * 200_000, *"bcdefgh"], head="点名,E,N,备注"
    )
    with pytest.raises(InputError, match="Cannot be read as CSV"):
        read(tmp_path, content)


def test_a_hundred_thousand_rows_with_a_number_twice(tmp_path):
    count = 100_000
    design = np.column_stack(
        [36_500_000.0 + np.arange(count) % 300, 3_570_000.0 + np.arange(count)]
    )
    names = [f"{k:06d}" for k in range(count)]
    file = tmp_path / "big.csv"
    file.write_text(
        "点名,X,Y\n" + "".join(f"{n},{y:.3f},{x:.3f}\n" for n, (x, y) in zip(names, design)), "gbk"
    )
    found = measured_of(read_table(str(file), {}), {}, names, [], design, PLANE)
    assert found.count == count
    assert np.abs(found.places - design).max() < 1e-3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", 12.5),
        (" 12,5 ", 12.5),
        ("1,234,567.5", 1234567.5),
        ("1.234.567,5", 1234567.5),
        ("1,234,567", 1234567.0),
        ("１２．５", 12.5),
        ("12.5m", 12.5),
        ("−3.5", -3.5),
        ("1e3", 1000.0),
    ],
)
def test_numbers(text, value):
    assert number_of(text) == value
    assert numbers_of([text, "", "abc"])[0] == value


@pytest.mark.parametrize("text", ["", "abc", "1.2.3x", "--5", "12:30", "nan", "inf"])
def test_what_is_no_number(text):
    assert np.isnan(number_of(text))
    assert np.isnan(numbers_of([text]))[0]


@given(st.integers(0, 179), st.integers(0, 59), st.integers(0, 59_999_999))
def test_packed_angles_are_what_they_say(degrees, minutes, micro):
    seconds = micro / 1e6
    text = f"{degrees}.{minutes:02d}{micro:08d}"
    assert packed_angles(np.array([float(text)]))[0] == pytest.approx(
        degrees + minutes / 60 + seconds / 3600, abs=2e-9
    )


def test_minutes_of_sixty_are_no_packed_angle():
    assert np.isnan(packed_angles(np.array([103.60, 103.2960, 103.99]))).all()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-05-01 10:20:30", "2024-05-01 10:20:31"),
        ("2024/5/1 9:05", "2024/5/1 10:04"),
        ("2024年5月1日 9时", "2024年5月2日 8时"),
        ("20240501102030", "20240501102031"),
        ("20240501", "20240502"),
        ("2024-05-01T10:20:30.25Z", "2024-05-01T10:20:30.5Z"),
        ("2024-05-01 上午 9:00", "2024-05-01 下午 1:00"),
        ("5/1/2024 8:00", "5/2/2024 7:00"),
        ("31/5/2024", "1/6/2024"),
    ],
)
def test_times_are_in_order(earlier, later):
    first, second = moments_of([earlier, later])
    assert first < second


@pytest.mark.parametrize("text", ["", "10:20", "soon", "2024-13-45 10:00:00"])
def test_what_is_no_time(text):
    assert np.isnan(moments_of([text])[0])


def test_keys():
    assert key_of(" Ａ－０１ ") == key_of("a-01") == "a-01"
    assert key_of("12.0") == "12"
    assert key_of("12.50") == "12.50"

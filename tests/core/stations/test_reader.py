"""Daily files: encodings, separators, dates, codes, units, and what is wrong with them."""

import datetime
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.climate import weather, write_csv, write_table

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.stations import store
from redline_plugin.core.stations.dates import (
    HALF_MONTH_STARTS,
    MONTH_STARTS,
    lengths,
    parse_date,
    parse_parts,
)
from redline_plugin.core.stations.opening import DailyFormat
from redline_plugin.core.stations.places import PlaceFormat, Station, read_table
from redline_plugin.core.stations.reader import read_daily
from redline_plugin.core.stations.variables import (
    HUMIDITY,
    RAIN,
    SNOW,
    TEMPERATURE,
    VARIABLES,
    WIND,
    simple,
)

PLACES = [("54001", 110.5, 34.25, 400), ("54002", 111, 35, 900.5)]


def table(tmp_path, places=PLACES, how=None, **options):
    return read_table(
        write_table(tmp_path / "st.csv", places, **options),
        {},
        how or PlaceFormat(),
        False,
        Quiet(),
    )


def read(tmp_path, paths, needed=(RAIN,), optional=(), feedback=None, places=PLACES, **how):
    paths = paths if isinstance(paths, list) else [paths]
    return read_daily(
        paths,
        needed,
        optional,
        DailyFormat(**how),
        feedback or Quiet(),
        None if places is None else table(tmp_path, places),
    )


def rain_file(tmp_path, rows, names=("station", "date", "rain"), **how):
    return write_csv(tmp_path / "日值 rain.csv", rows, names, **how)


def cells(data, variable=RAIN):
    """Every value that is there, by station, year, and place in the year."""
    return {
        (series.station.id, int(year), int(day)): float(series.values[variable][row, day])
        for series in data
        for row, year in enumerate(series.years)
        for day in np.flatnonzero(~np.isnan(series.values[variable][row]))
    }


@given(st.dates(datetime.date(1850, 1, 1), datetime.date(2100, 12, 31)))
def test_every_date_in_every_form(day):
    place = parse_date(day.isoformat())
    year, number = divmod(place, 366)
    month = int(np.searchsorted(MONTH_STARTS, number, side="right"))
    assert (year, month, number - MONTH_STARTS[month - 1] + 1) == (day.year, day.month, day.day)
    for text in (
        day.strftime("%Y%m%d"),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f" {day.isoformat()} 00:00:00 ",
        f"{day.year}/{day.month}/{day.day} 0:00",
    ):
        assert parse_date(text) == place
    assert parse_parts(str(day.year), f"{day.month:02d}", f"{day.day}.0") == place


@pytest.mark.parametrize(
    "text",
    ["", "2001-02-29", "2001-13-01", "2001-00-10", "2001131", "31/1/2001", "1700-01-01", "x"],
)
def test_what_is_no_date(text):
    assert parse_date(text) is None


def test_days_of_half_months_and_months():
    half = lengths(HALF_MONTH_STARTS, np.array([2000, 2001, 1900]))
    assert half.sum(axis=1).tolist() == [366, 365, 365]
    assert half[:, 2].tolist() == [15, 15, 15]
    assert half[:, 3].tolist() == [14, 13, 13]
    assert half[0, :2].tolist() == [15, 16]
    assert lengths(MONTH_STARTS, np.array([2000, 2001]))[:, 1].tolist() == [29, 28]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path, encoding, separator):
    path = rain_file(
        tmp_path,
        [["54001", "2001-01-31", "12.5"], ["54001", "2001/2/1", ""]],
        ("站号", "日期", "降水量(mm)"),
        encoding=encoding,
        separator=separator,
    )
    assert cells(read(tmp_path, path)) == {("54001", 2001, 30): 12.5}


def test_a_date_in_three_columns_and_coordinates_beside_it(tmp_path):
    path = rain_file(
        tmp_path,
        [["A", 2001, 1, 31, 2, "110.50", 34, 12.5], ["A", 2001, "02", 1, 4, "110.50", 34, ""]],
        ("区站号", "年", "月", "日", "20-20时降水量", "经度", "纬度", "海拔"),
    )
    data = read(tmp_path, path, places=None)
    (series,) = data
    assert (series.station.longitude, series.station.latitude, series.station.elevation) == (
        110.5,
        34.0,
        12.5,
    )
    assert cells(data) == {("A", 2001, 30): 2.0, ("A", 2001, 31): 4.0}


def test_a_little_move_is_one_place_whatever_the_order(tmp_path):
    rows = [["A", "2001-01-01", 1, 110.5, 34], ["A", "2001-01-02", 1, 110.54, 34.02]]
    names = ("station", "date", "rain", "lon", "lat")
    found = []
    for order in (rows, rows[::-1]):
        (series,) = read(tmp_path, rain_file(tmp_path, order, names), places=None)
        found.append(series.station)
    assert found[0] == found[1]
    assert found[0].longitude == pytest.approx(110.52)
    rows[1][3] = 112
    with pytest.raises(InputError, match="two places far apart"):
        read(tmp_path, rain_file(tmp_path, rows, names), places=None)


def test_columns_by_the_users_names(tmp_path):
    path = rain_file(tmp_path, [["54001", "x", "2001-01-31", 3]], ("a", "rain", "c", "d"))
    chosen = {"station": "a", "date": "c", "rain": "d"}
    assert list(cells(read(tmp_path, path, columns=chosen)).values()) == [3.0]
    with pytest.raises(InputError) as caught:
        read(tmp_path, path, columns={**chosen, "date": "nothing"})
    assert "no column “nothing”" in str(caught.value)
    assert "a, rain, c, d" in str(caught.value)


def test_usual_names_do_not_clash():
    seen = {}
    for variable in VARIABLES:
        for name in variable.names:
            assert simple(name) == name
            assert seen.setdefault(name, variable) is variable


def test_codes_of_the_weather_service(tmp_path):
    rows = [
        ["54001", f"2001-01-{day:02d}", value]
        for day, value in enumerate(
            ["32766", "32744", "32700", "31123", "30007", "32005", "微量", "NaN", "120", "999999"],
            1,
        )
    ]
    told = Quiet()
    data = read(tmp_path, rain_file(tmp_path, rows), units={"rain": RAIN.units[1]}, feedback=told)
    found = {day + 1: value for (_, _, day), value in cells(data).items()}
    assert found == pytest.approx({3: 0, 4: 12.3, 5: 0.7, 6: 0.5, 7: 0, 9: 12})
    assert "32700" in str(told.messages[0])


def test_tenths_are_the_same_numbers_as_decimals(tmp_path):
    values = [n / 10 for n in range(0, 900, 7)]
    start = datetime.date(2001, 1, 1)
    dates = [(start + datetime.timedelta(n)).isoformat() for n in range(len(values))]
    in_mm = rain_file(tmp_path, [["54001", d, v] for d, v in zip(dates, values)])
    first = cells(read(tmp_path, in_mm))
    tenths = rain_file(tmp_path, [["54001", d, round(v * 10)] for d, v in zip(dates, values)])
    told = Quiet()
    assert cells(read(tmp_path, tenths, units={"rain": RAIN.units[1]}, feedback=told)) == first
    assert not [w for w in told.warnings if "decimals" in str(w)]
    read(
        tmp_path,
        rain_file(tmp_path, [["54001", "20010101", "1.5"]]),
        units={"rain": RAIN.units[1]},
        feedback=told,
    )
    assert "have decimals" in str(told.warnings[-1])


def test_units_of_the_others(tmp_path):
    path = rain_file(
        tmp_path,
        [["54001", "2001-01-01", 5, 60, 123, -45]],
        ("station", "date", "snow", "rh", "wind", "temp"),
    )
    data = read(
        tmp_path,
        path,
        (),
        VARIABLES,
        units={"wind": WIND.units[1], "temperature": TEMPERATURE.units[1]},
    )
    found = {v: next(iter(cells(data, v).values())) for v in (SNOW, HUMIDITY, WIND, TEMPERATURE)}
    assert found == pytest.approx({SNOW: 50, HUMIDITY: 0.6, WIND: 12.3, TEMPERATURE: -4.5})


def test_all_problems_at_once_with_their_lines(tmp_path):
    path = rain_file(
        tmp_path,
        [
            ["54001", "2001-01-01", "-3"],
            ["54001", "2001-02-30", "1"],
            ["", "2001-01-02", "1"],
            ["54001", "2001-01-03", "wet"],
            ["54001", "2001-01-03", "2001"],
            ["54001"],
            [],
            ["54009", "2001-01-05", "1"],
            ["54001", "2001-01-06", "1"],
            ["54001", "20010106", "2"],
        ],
    )
    with pytest.raises(InputError) as caught:
        read(tmp_path, path)
    text = str(caught.value)
    for line, part in (
        (2, "-3 (unit: mm) cannot be"),
        (2, "Rain is never negative"),
        (3, "“2001-02-30”: There is no such date"),
        (4, "no station"),
        (5, "“wet” is not a number"),
        (6, "2001 (unit: mm) cannot be; possible is 0 to 2000 mm"),
        (6, "“2001-01-03”: This day was given before"),
        (7, "1 cells; the header has 3"),
        (9, "54009 is not in the station table"),
        (11, "“20010106”: This day was given before"),
    ):
        assert any(f"日值 rain.csv:{line}:" in row and part in row for row in text.splitlines()), (
            line,
            part,
            text,
        )
    assert len(caught.value.problems) == 9


def test_lenient_leaves_out_and_tells(tmp_path):
    rows = [
        ["54001", "2001-01-01", "-3"],
        ["54001", "2001-01-02", "5"],
        ["54001", "2001-01-03", "6"],
        ["54001", "2001-01-03", "7"],
        ["54009", "2001-01-05", "1"],
    ]
    found = []
    for order in (rows, rows[::-1]):
        told = Quiet()
        found.append(cells(read(tmp_path, rain_file(tmp_path, order), lenient=True, feedback=told)))
        assert "that were left out: 3." in str(told.warnings[-1])
    # Which of two values of one day is right, nobody knows.
    assert found[0] == found[1] == {("54001", 2001, 1): 5.0}


def test_long_lists_of_problems_are_cut(tmp_path):
    rows = [["54001", "20010101", -1] for _ in range(500)]
    with pytest.raises(InputError) as caught:
        read(tmp_path, rain_file(tmp_path, rows))
    first, other = caught.value.problems
    assert "cannot be" in str(first.what)
    assert "500 in all" in str(first.what)
    assert "rain.csv:2, 日值 rain.csv:3, 日值 rain.csv:4." in str(first.what)
    assert "given before" in str(other.what)
    assert "499 in all" in str(other.what)


def test_near_equal_problems_are_told_once(tmp_path):
    few = [["54001", f"2001-01-{day:02}", -day] for day in range(1, 4)]
    with pytest.raises(InputError) as caught:
        read(tmp_path, rain_file(tmp_path, few))
    assert len(caught.value.problems) == 3
    four = [*few, ["54001", "2001-01-04", -4], ["54001", "2001-01-05", "wet"]]
    with pytest.raises(InputError) as caught:
        read(tmp_path, rain_file(tmp_path, four))
    first, other = map(str, (problem.what for problem in caught.value.problems))
    assert "-1 (unit: mm) cannot be" in first
    assert "4 in all" in first
    assert other.removeprefix("Rain: ") == "“wet” is not a number."


def test_problems_beyond_what_is_worded_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr("redline_plugin.core.stations.findings.WORDED", 10)
    rows = [["54001", "20010101", -1] for _ in range(500)]
    with pytest.raises(InputError, match=r"And 989 more\."):
        read(tmp_path, rain_file(tmp_path, rows))


def test_rows_longer_than_the_header_are_problems(tmp_path):
    rows = [
        ["54001", "2001-01-01", "1"],
        ["54001", "2001-01-02", "1", "234"],
        ["54001", "2001-01-03", "1", "", " "],
    ]
    path = rain_file(tmp_path, rows)
    with pytest.raises(InputError) as caught:
        read(tmp_path, path)
    (problem,) = caught.value.problems
    assert "rain.csv:3: The row has 4 cells; the header has 3." in str(caught.value)
    assert "quotation marks" in str(problem.remedy)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="Cannot be read"):
        read(tmp_path, tmp_path / "nothing.csv")
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    with pytest.raises(InputError, match="No table was found"):
        read(tmp_path, empty)
    header = rain_file(tmp_path, [])
    with pytest.raises(InputError, match="No station with daily values"):
        read(tmp_path, header)
    mixed = tmp_path / "mixed.csv"
    mixed.write_bytes(b"station,date,rain\n" + b"54001,2001-01-01,1\n" * 5000 + b"\xff,x,x\n")
    with pytest.raises(InputError, match="does not fit the encoding"):
        read(tmp_path, mixed)
    with pytest.raises(InputError, match="No column was recognised for: Rain"):
        read(tmp_path, rain_file(tmp_path, [["54001", "20010101"]], ("station", "date")))
    with pytest.raises(InputError, match="no columns with longitude and latitude"):
        read(tmp_path, rain_file(tmp_path, [["54001", "20010101", 1]]), places=None)


def test_elements_in_separate_files(tmp_path):
    rain = write_csv(tmp_path / "pre.csv", [["54001", "20010101", 1]], ("station", "date", "rain"))
    temp = write_csv(tmp_path / "tem.csv", [["54001", "20010101", 9]], ("station", "date", "temp"))
    data = read(tmp_path, [rain, temp], (RAIN,), (TEMPERATURE,))
    assert data.variables == (RAIN, TEMPERATURE)
    assert list(cells(data).values()) == [1.0]
    assert list(cells(data, TEMPERATURE).values()) == [9.0]
    with pytest.raises(InputError, match=r"pre\.csv:2: “20010101”: This day was given before"):
        read(tmp_path, [rain, temp, rain], (RAIN,), (TEMPERATURE,))


def test_the_order_of_rows_does_not_matter(tmp_path):
    rows = weather(1) + weather(2)
    first = read(tmp_path, write_csv(tmp_path / "a.csv", rows), (RAIN,), VARIABLES[1:])
    random.Random(3).shuffle(rows)
    second = read(tmp_path, write_csv(tmp_path / "b.csv", rows), (RAIN,), VARIABLES[1:])
    for one, two in zip(first, second):
        assert one.station == two.station
        assert np.array_equal(one.years, two.years)
        for variable in first.variables:
            np.testing.assert_array_equal(one.values[variable], two.values[variable])
    assert len(cells(first)) == 2 * (365 * 3)


def test_memory_beyond_the_promise_lies_in_files(monkeypatch):
    small = store.DailyStore(2, memory=0)
    large = store.DailyStore(2)
    stations = np.arange(5000) % 7
    dates = 366 * (2000 + np.arange(5000) // 100) + np.arange(5000) % 366
    values = {0: np.arange(5000.0), 1: np.full(5000, np.nan)}
    for kept in (small, large):
        assert not kept.add(stations, dates, values).any()
        assert kept.add(stations[:9], dates[:9], {0: values[0][:9]}).all()
    assert isinstance(small._values[0], np.memmap)
    for station in range(7):
        years = large.years(station)
        np.testing.assert_array_equal(
            small.values(station, 0, years), large.values(station, 0, years)
        )
    assert np.isnan(small.values(0, 1, small.years(0))).all()


def test_cancel_while_reading(tmp_path):
    class Stop(Quiet):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        read(tmp_path, write_csv(tmp_path / "a.csv", weather(1)), feedback=Stop())


def test_the_station_table(tmp_path):
    found = table(
        tmp_path,
        [("54001.0", "11628", "3954", "100312")],
        PlaceFormat(degrees_minutes=True, elevation_tenths=True),
    )
    assert found["54001"].longitude == pytest.approx(116 + 28 / 60)
    assert found["54001"].latitude == pytest.approx(39.9)
    assert found["54001"].elevation == pytest.approx(31.2)
    with pytest.raises(InputError) as caught:
        table(
            tmp_path,
            [
                ("1", "11628", "39.9", ""),
                ("2", "39.9", "116.5", ""),
                ("3", "east", "39.9", "99999"),
                ("", "110", "30", ""),
                ("4", "110", "30", ""),
                ("4", "111", "30", ""),
            ],
        )
    lines = str(caught.value).splitlines()
    assert "degrees and minutes" in lines[0]
    assert lines[0].startswith("st.csv:2:")
    assert "each other's column" in lines[1]
    assert "decimal degrees, for example" in lines[2]
    assert "not an elevation" in lines[3]
    assert "no station" in lines[4]
    assert "there twice with different places; first in line 6" in lines[5]


def test_a_station_may_stand_twice_with_the_same_place(tmp_path):
    for height in ("", 400):
        found = table(tmp_path, [("54001", 110.5, 34.25, height)] * 2)
        assert list(found) == ["54001"]
    unknown = [Station("1", 110.0, 30.0, float("nan")) for _ in range(2)]
    assert len(set(unknown)) == 1
    assert unknown[0] != Station("1", 110.0, 30.0, 5.0)
    assert unknown[0] != Station("1", 110.0, 31.0)


def test_stations_without_values_are_told(tmp_path):
    told = Quiet()
    read(tmp_path, rain_file(tmp_path, [["54001", "20010101", 1]]), feedback=told)
    assert "54002" in str(told.warnings[0])

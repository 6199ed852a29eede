import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.declare.model import CodeTable
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.errors import InputError

TABLE = CodeTable("T", "Score", "none.csv", "1", (0, 10))


def table(folder, text, encoding="utf-8"):
    path = folder / "表.csv"
    path.write_bytes(text.encode(encoding))
    return load_table(TABLE, path)


def test_numbers_by_code(tmp_path):
    lookup = table(tmp_path, "# note\ncode,value,title\n1,2.5,a\n3,,b\n\n65535,7,c\n")
    codes = np.array([[1, 3], [65535, 2]], "uint16")
    np.testing.assert_array_equal(lookup.apply(codes), [[2.5, np.nan], [7, np.nan]])
    assert lookup.unlisted(codes).tolist() == [[False, False], [False, True]]


@pytest.mark.parametrize("dtype", ["uint8", "int16", "int32", "float32", "float64"])
def test_codes_of_any_type_and_codes_that_are_none(tmp_path, dtype):
    lookup = table(tmp_path, "code,value\n0,1\n200,2\n")
    odd = [0, 200, 9] if dtype == "uint8" else [0, 200 if dtype != "int8" else 9, -5]
    found = lookup.apply(np.array(odd, dtype))
    assert found[:2].tolist() == [1, 2]
    assert np.isnan(found[2])


@given(st.lists(st.floats(width=32), min_size=1, max_size=20))
def test_no_number_at_all_breaks_it(codes):
    values = np.full(65537, np.nan, "float32")
    values[4] = 1
    from redline_plugin.core.declare.table import Lookup

    lookup = Lookup(values, ~np.isnan(values), "x")
    found = lookup.apply(np.array(codes, "float32"))
    assert [bool(v == 1) for v in found] == [c == 4 for c in codes]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_files_as_spreadsheets_save_them(tmp_path, encoding):
    assert table(tmp_path, "code,value,title\r\n1,2,森林\r\n", encoding).values[1] == 2


def test_all_that_is_wrong_at_once_with_line_numbers(tmp_path):
    text = "code,value\n1,abc\n1.5,2\n,3\n4,11\n5,1\n5,2\n70000,1\n6,nan\n"
    with pytest.raises(InputError) as caught:
        table(tmp_path, text)
    lines = str(caught.value).splitlines()
    assert [line.split(" ")[0] for line in lines] == [f"表.csv:{n}:" for n in (2, 3, 4, 5, 7, 8, 9)]
    for words in (
        "“abc” is not a number",
        "not 1.5",
        "missing",
        "between 0 and 10, not 11",
        "Code 5 is there twice",
        "not 70000",
        "“nan” is not a number",
    ):
        assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("# only\n", "empty"),
        ("kode,value\n1,2\n", "no column code"),
        ("code,value\n", "no rows"),
    ],
)
def test_tables_that_are_none(tmp_path, text, words):
    with pytest.raises(InputError, match=words):
        table(tmp_path, text)


def test_a_table_of_scores_has_only_those(tmp_path):
    scores = CodeTable("T", "Score", "none.csv", "1", (1, 5), ("value", "limit"), allowed=(1, 3, 5))
    path = tmp_path / "scores.csv"
    # The other columns are free, and no score at all leaves the class out.
    path.write_text("code,value,limit\n1,1,2\n2,3,4\n3,5,\n4,,2\n", "utf-8")
    assert load_table(scores, path).first[1:4].tolist() == [1, 3, 5]
    path.write_text("code,value,limit\n1,2,2\n2,3,4\n3,4.5,2\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_table(scores, path)
    first, second = str(caught.value).splitlines()
    assert first == "scores.csv:2: Score must be one of 1, 3, 5, not 2."
    assert second == "scores.csv:4: Score must be one of 1, 3, 5, not 4.5."


def test_no_file(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_table(TABLE, tmp_path / "none.csv")


def test_rows_longer_than_the_header_are_problems(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("code,value,note\n1,2,a\n# c\n2,3,b, and c\n3,4,d,,\n4,1,,,x\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_table(CodeTable("T", "T", "x.csv"), path)
    text = str(caught.value).splitlines()
    assert len(text) == 2
    assert text[0].startswith("t.csv:4: The row has 4 cells; the header has 3.")
    assert text[1].startswith("t.csv:6: The row has 5 cells")

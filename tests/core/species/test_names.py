"""File names and tables of weights, as people write them."""

import pytest

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.species.names import file_names, safe_name
from redline_plugin.core.species.richnessrun import species_names
from redline_plugin.core.species.weights import load_weights, matching_key, weights_for


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("大熊猫", "大熊猫"),
        ("Ailuropoda melanoleuca", "Ailuropoda_melanoleuca"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc", "etc"),
        ("con", "con_"),
        ("COM1.x", "COM1.x_"),
        ("x.", "x"),
        ("\u0000\n", "species"),
        ("", "species"),
        ("雪" * 100, "雪" * 40),
    ],
)
def test_names_are_safe(name, safe):
    assert safe_name(name) == safe


def test_names_that_become_alike_are_told_apart():
    found = file_names(["Panthera uncia", "panthera_uncia", "Panthera/uncia", "雪豹"])
    assert len({name.casefold() for name in found.values()}) == 4
    assert found["Panthera uncia"] == "Panthera_uncia"
    assert found["雪豹"] == "雪豹"


def test_names_from_files():
    assert species_names(["/a/豹.tif", "/b/豹.asc", "/c/狼.tif"]) == {
        "豹": "/a/豹.tif",
        "豹_2": "/b/豹.asc",
        "狼": "/c/狼.tif",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_table_in_the_encodings_of_spreadsheets(tmp_path, encoding):
    path = tmp_path / "权重.csv"
    path.write_text(
        "# 我的权重\nspecies,weight,protection,note\n大熊猫,3,一级,旗舰种\n\nGrus nigricollis.tif,1.5,,\n",
        encoding=encoding,
    )
    table = load_weights(path)
    assert [(row.name, row.weight, row.protection) for row in table] == [
        ("大熊猫", 3.0, "一级"),
        ("Grus nigricollis.tif", 1.5, ""),
    ]
    feedback = Quiet()
    found = weights_for(["Grus_nigricollis", "大熊猫"], table, feedback)
    assert [row.weight for row in found] == [1.5, 3.0]
    assert not feedback.warnings


def test_every_wrong_line_is_named(tmp_path):
    path = tmp_path / "w.csv"
    path.write_text("file,weight\na,-1\nb,many\n,2\nc,1\nC.tif,2\nd,nan\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_weights(path)
    assert [p.where for p in caught.value.problems] == [
        "w.csv:2",
        "w.csv:3",
        "w.csv:4",
        "w.csv:6",
        "w.csv:7",
    ]


@pytest.mark.parametrize("text", ["name,weight\na,1\n", "species,value\na,1\n", "species,weight\n"])
def test_tables_that_lack_something(tmp_path, text):
    path = tmp_path / "w.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError):
        load_weights(path)


def test_what_does_not_fit_is_told(tmp_path):
    path = tmp_path / "w.csv"
    path.write_text("species,weight\na,2\nz,5\n", "utf-8")
    feedback = Quiet()
    found = weights_for(["a", "b"], load_weights(path), feedback)
    assert [row.weight for row in found] == [2.0, 1.0]
    told = " ".join(str(message) for message in feedback.warnings)
    assert "with weight 1: b" in told
    assert "without a raster: z" in told
    with pytest.raises(InputError, match="No raster has the name"):
        weights_for(["x", "y"], load_weights(path), feedback)
    path.write_text("species,weight\na,0\n", "utf-8")
    with pytest.raises(InputError, match="All weights are 0"):
        weights_for(["a"], load_weights(path), feedback)


def test_without_a_table_all_weigh_the_same_and_that_is_told():
    feedback = Quiet()
    assert [row.weight for row in weights_for(["a", "b"], None, feedback)] == [1.0, 1.0]
    assert "weigh the same" in str(feedback.messages[0])


def test_spellings_of_one_species():
    assert matching_key("Grus nigricollis") == matching_key("GRUS_NIGRICOLLIS.TIF")
    assert matching_key("ＡＢ") == matching_key("ab")

"""Choices, class outputs, counted conditions, tables of several columns, a province's own set."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
import pytest

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.coefficients import coefficient_set_text, load_coefficient_set
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    ClassEntry,
    CodeTable,
    Coefficient,
    Hint,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
    TableFile,
)
from redline_plugin.core.declare.table import FOLDER, load_table
from redline_plugin.core.errors import InputError

from .conftest import NODATA, model_of

HERE = Reference("test", certainty=Certainty.ADVICE)
A = RasterInput("A", "A", "mm/a", (0, 1e6))
WAY = Choice("WAY", "Way", (Option("plus", "Plus", HERE), Option("times", "Times", HERE)), "plus")
NUMBER = Coefficient("NUMBER", "Number", 3, (0, 10), "1", HERE)


def by_way(a, *, way, number):
    return a + number if way == "plus" else a * number


MODEL = model_of([A], by_way, choices=(WAY,), coefficients=(NUMBER,))


def test_the_kernel_gets_the_option(run):
    assert run(MODEL, {"A": [[2.0]]}).out.item() == 5
    found = run(MODEL, {"A": [[2.0]]}, choices={"WAY": "times"}, coefficients={"NUMBER": 4.0})
    assert found.out.item() == 8
    assert found.record["parameters"]["choices"] == {"WAY": "times"}
    assert found.record["parameters"]["coefficients"] == {"NUMBER": 4.0}


def test_names_and_options_that_the_model_does_not_have(run):
    with pytest.raises(InputError) as caught:
        run(
            MODEL,
            {"A": [[2.0]]},
            choices={"WAY": "minus", "HOW": "x"},
            coefficients={"NUMBRE": 3.0, "NUMBER": float("inf")},
            statistics={"A_MIN": 1.0},
        )
    text = str(caught.value)
    for name in ("HOW", "NUMBRE", "A_MIN"):
        assert f"probe has nothing of the name {name}." in text
    assert "WAY has no option “minus”. Its options are: plus, times." in text
    assert "Number (NUMBER) is inf; it must be 0 to 10." in text


def test_limits_that_must_rise(run):
    low, high = (
        Coefficient(name, name, default, (0, None), "1", HERE)
        for name, default in (("LOW", 1), ("HIGH", 2))
    )
    model = model_of(
        [A], lambda a, *, low, high: a, coefficients=(low, high), rising=(("LOW", "HIGH"),)
    )
    assert run(model, {"A": [[2.0]]}).out.item() == 2
    with pytest.raises(InputError, match=r"LOW, HIGH must rise; they are 3, 2\."):
        run(model, {"A": [[2.0]]}, coefficients={"LOW": 3.0})


def test_rows_that_are_a_hint_only_are_told_when_used(run, tmp_path):
    file = tmp_path / "t.csv"
    file.write_text(
        "code,value,certainty\n1,10,seen\n2,20,memory L\n3,30,memory L\n4,,memory L\n", "utf-8"
    )
    codes = RasterInput("CODES", "Codes", table=CodeTable("T", "T", str(file)))
    model = model_of([codes], lambda t: t)
    found = run(model, {"CODES": np.array([[1, 2, 2, 1]], "uint8")})
    assert any("a hint only were used for codes (pixels): 2 (2)." in w for w in found.warnings)
    assert found.record["results"]["inputs"]["CODES"]["codes_unsure"] == {"2": 2}
    assert not any("hint" in w for w in run(model, {"CODES": np.array([[1, 1]], "uint8")}).warnings)


def test_much_that_a_table_leaves_out_is_a_warning(run):
    codes = RasterInput("CODES", "Codes", table=CodeTable("T", "T", "runoff_coefficients.csv"))
    model = model_of([codes], lambda t: t)
    much = run(model, {"CODES": np.array([[1, 2, 3, 19]], "uint8")})
    assert any("(25.0 % of those with a class)" in text for text in much.warnings)
    little = run(model, {"CODES": np.array([[1, 2] * 4 + [3, 19]], "uint8")})
    assert not little.warnings
    assert any("(10.0 % of those with a class)" in text for text in little.told)


def test_a_provinces_set_stands_between_default_and_run(run, tmp_path):
    file = tmp_path / "coefficients.csv"
    file.write_text(
        "# version: 2024-1\nmodel,name,value\nprobe,NUMBER,7\nprobe,WAY,times\n", "utf-8"
    )
    own = load_coefficient_set(file, {"probe": MODEL})
    assert run(MODEL, {"A": [[2.0]]}, coefficient_set=own).out.item() == 14
    found = run(MODEL, {"A": [[2.0]]}, coefficient_set=own, coefficients={"NUMBER": 1.0})
    assert found.out.item() == 2
    assert found.record["parameters"]["coefficient_set"]["version"] == "2024-1"
    assert len(found.record["parameters"]["coefficient_set"]["sha256"]) == 64


def test_what_is_wrong_in_a_set_is_told_by_line(tmp_path):
    file = tmp_path / "coefficients.csv"
    file.write_bytes(
        "model,name,value\nprobe,NUMBER,70\nprobe,WAY,minus\nprobe,数,1\nother,X,1\n"
        "probe,NUMBER,many\nprobe,NUMBER,\n".encode("gbk")
    )
    with pytest.raises(InputError) as caught:
        load_coefficient_set(file, {"probe": MODEL})
    lines = str(caught.value).splitlines()
    assert lines[0] == "coefficients.csv:2: Number (NUMBER) is 70; it must be 0 to 10."
    assert lines[1].startswith("coefficients.csv:3: WAY has no option “minus”. Its options are")
    assert lines[2] == "coefficients.csv:4: probe has no coefficient “数”."
    assert lines[3] == "coefficients.csv:5: There is no model “other”."
    assert "coefficients.csv:6: “many” is not a number." in lines
    assert sum("there twice" in line for line in lines) == 2


def test_the_shipped_set_reads_back_as_the_defaults(tmp_path):
    file = tmp_path / "coefficients.csv"
    file.write_text(coefficient_set_text(models()), "utf-8-sig")
    own = load_coefficient_set(file, models())
    for model in models().values():
        for item in model.coefficients:
            assert own.numbers[model.id, item.name] == pytest.approx(item.default)
        for choice in model.choices:
            assert own.options[model.id, choice.name] == choice.default
    assert own.version == "1"


CLASSES = (ClassEntry(1, "Low", (0, 0, 255)), ClassEntry(7, "High", (255, 0, 0)))


def test_class_outputs_are_bytes_with_their_colours(run):
    from osgeo import gdal

    model = model_of(
        [A], lambda a: np.where(a > 1, 7, np.where(a > 0.5, 1, np.nan)), classes=CLASSES
    )
    found = run(model, {"A": [[0.2, 0.7, 3, np.nan, 9]]})
    assert found.out.dtype == np.uint8
    assert found.out.tolist() == [[0, 1, 7, 0, 7]]
    tally = found.tally.outputs["OUTPUT"]
    assert (tally.classes, tally.undefined, tally.valid) == ({1: 1, 7: 2}, 1, 3)
    dataset = gdal.Open(str(found.paths["OUTPUT"]))
    band = dataset.GetRasterBand(1)
    assert band.GetNoDataValue() == 0
    assert band.GetColorTable().GetColorEntry(7) == (255, 0, 0, 255)
    assert found.record["results"]["outputs"]["OUTPUT"]["classes"] == {"1": 1, "7": 2}


def test_conditions_are_counted_and_told(run):
    check = Check(lambda a: a > 10, "{count} pixels ({share:.1f} %) are above 10.")
    model = model_of([A], lambda a: a, checks=(check,))
    found = run(model, {"A": [[1, 11, 12, np.nan, 3]]}, plan=(2, 1))
    assert found.tally.checks == [2]
    assert "2 pixels (50.0 %) are above 10." in found.warnings
    assert found.record["results"]["checks"] == [2]
    texts = [warning["text"] for warning in found.record["warnings"]]
    assert "{count} pixels ({share:.1f} %) are above 10." in texts
    assert not any("above 10" in text for text in run(model, {"A": [[1.0]]}).warnings)


def test_shared_arithmetic_is_done_once_and_serves_all(run):
    calls = []

    def shared(a):
        calls.append(1)
        return {"double": a * 2, "square": a * a}

    outputs = (
        RasterOutput("OUTPUT", "Double", "1", lambda s: s["double"]),
        RasterOutput("SQUARE", "Square", "1", lambda s: s["square"], optional=True),
    )
    model = model_of(
        [A],
        None,
        outputs=outputs,
        shared=shared,
        checks=(Check(lambda s: s["square"] > 5, "{count}{share}"),),
    )
    found = run(model, {"A": [[1, 2, 3.0]]})
    assert found.values["OUTPUT"].tolist() == [[2, 4, 6]]
    assert found.values["SQUARE"].tolist() == [[1, 4, 9]]
    assert found.tally.checks == [1]
    assert len(calls) == 1


def test_a_table_of_several_columns(run, tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("code,sand,clay\n1,60,20\n2,,5\n3,30,\n", "utf-8")
    codes = RasterInput(
        "CODES", "Codes", table=CodeTable("T", "T", str(file), "%", (0, 100), ("sand", "clay"))
    )
    model = model_of([codes], lambda t: t[0] + np.nan_to_num(t[1]))
    found = run(model, {"CODES": np.array([[1, 2, 3, 9]], "uint8")})
    # Without a first number a class is left out; a missing second one is the kernel's business.
    assert found.out.tolist() == [[80, NODATA, 30, NODATA]]
    counted = found.tally.inputs["CODES"]
    assert (counted.without_value, dict(counted.unlisted)) == (1, {9: 1})


def test_another_shipped_table_is_chosen_by_its_id(run):
    other = TableFile("erosion", "Other", "soil_texture_erosion_scores.csv", HERE)
    table = CodeTable("T", "T", "runoff_coefficients.csv", others=(other,))
    model = model_of([RasterInput("CODES", "Codes", table=table)], lambda t: t)
    codes = {"CODES": np.array([[11, 12]], "uint8")}
    np.testing.assert_allclose(run(model, codes).out, [[8.2, 4.78]], rtol=1e-6)
    found = run(model, codes, table_sets={"T": "erosion"})
    assert found.out.tolist() == [[1, 1]]
    assert found.record["parameters"]["tables"]["T"]["file"] == "soil_texture_erosion_scores.csv"
    assert found.record["parameters"]["tables"]["T"]["version"] == "1"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_shipped_tables_have_a_version_and_rows_with_sources(path):
    from redline_plugin.core.declare.table import decoded, read_rows, table_version

    assert table_version(decoded(path.read_bytes())), path
    for line, row in read_rows(path, ("code", "title", "title_zh", "source", "certainty")):
        for column in ("code", "title", "title_zh", "source", "certainty"):
            assert row[column], f"{path.name}:{line} {column}"


def test_a_table_without_version_is_read(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("code,value\n1,2\n", "utf-8")
    found = load_table(CodeTable("T", "T", "x.csv"), file)
    assert (found.version, len(found.sha256)) == ("", 64)


HINTS = (Hint(50, None, "It looks like mm per day."), Hint(None, 9000, "Too much."))


@pytest.mark.parametrize(
    ("value", "told"), [(3.0, True), (49.9, True), (50.1, False), (9500.0, True)]
)
def test_a_mean_that_looks_like_another_unit_is_told(run, value, told):
    model = model_of([RasterInput("A", "A", "mm/a", (0, 1e6), hints=HINTS)], lambda a: a)
    found = run(model, {"A": np.array([[value, value * 1.0001]])})
    assert any("A (A): the mean of samples is" in text for text in found.warnings) is told


def test_a_fill_that_is_not_declared_is_no_wrong_unit(run):
    values = np.full((30, 30), 900.0)
    values[:, 14:] = -777
    values[0, 0] = -3
    model = model_of([RasterInput("A", "A", "mm/a", (0, 1e6), hints=HINTS)], lambda a: a)
    found = run(model, {"A": values})
    assert not any("mean of samples" in text for text in found.warnings)
    assert any("about 53 % of the samples are -777" in text for text in found.warnings)


def test_an_input_that_misses_much_is_named(run):
    b = RasterInput("B", "B", "1")
    model = model_of([A, b], lambda a, b: a + b)
    some = np.random.default_rng(0).random((40, 40))
    holes = some.copy()
    holes[:, :15] = np.nan
    assert any(
        "A (A) alone leaves out about 38 %" in w
        for w in run(model, {"A": holes, "B": some}).warnings
    )
    assert not any("alone" in w for w in run(model, {"A": holes, "B": holes}).warnings)


def test_an_undeclared_nodata_inside_the_valid_range_is_suspected(run):
    b = RasterInput("B", "B", "1")
    model = model_of([A, b], lambda a, b: a + b)
    some = np.random.default_rng(0).random((40, 40)) + 1
    edge, zeros = some.copy(), some.copy()
    edge[:, 25:] = np.nan
    zeros[:, 25:] = 0
    found = run(model, {"A": zeros, "B": edge})
    assert any("A (A) is 0 nearly everywhere outside the other inputs" in w for w in found.warnings)
    assert not any("nearly everywhere" in w for w in run(model, {"A": some, "B": edge}).warnings)


def test_a_result_of_one_value_or_of_little_is_told(run):
    assert any(
        "All pixels have one result" in w for w in run(MODEL, {"A": np.ones((3, 3))}).warnings
    )
    few = np.full((30, 30), np.nan)
    few[0, :5] = range(5)
    assert any("Only 0.56 % of the pixels" in w for w in run(MODEL, {"A": few}).warnings)


def test_models_of_the_registry_are_whole():
    assert isinstance(models(), MappingProxyType)
    for name, model in models().items():
        assert name == model.id
        names = [i.name for i in model.inputs] + [c.name for c in model.coefficients]
        names += [c.name for c in model.choices] + [s.name for s in model.statistics]
        names += [o.name for o in model.outputs] + [i.table.name for i in model.inputs if i.table]
        assert len(set(names)) == len(names), name
        for choice in model.choices:
            assert choice.default in [option.id for option in choice.options]
        for statistic in model.statistics:
            assert model.input(statistic.input)

"""What holds for every declared model around its arithmetic: grids, kernels, records, messages."""

from __future__ import annotations

import hashlib
import re
import string
from pathlib import Path

import numpy as np
import pytest
from support.models import NODATA, assert_in_range, call, every_model, is_valid
from support.plausible import DEGREES, METRES, OVER_METRES, plane_values, random_values

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band
from redline_plugin.core.declare.run import RunOptions
from redline_plugin.core.declare.table import chosen_path
from redline_plugin.core.errors import InputError
from redline_plugin.core.text import Message, title


def near(output, values, expected):
    """The share of pixels where two results are one but for rounding."""
    if output.classes:
        return (values == expected).mean()
    scale = np.abs(expected[expected != NODATA]).max()
    return np.isclose(values, expected, rtol=2e-3, atol=1e-4 * scale).mean()


@pytest.mark.parametrize("where", [METRES.moved(0.5), OVER_METRES], ids=["half a pixel", "CRS"])
@every_model
def test_inputs_on_other_grids_are_brought_to_the_chosen_one(model, where, bench):
    """Planes stay planes, whatever grid they are on."""
    here = METRES.pixels()
    there = where.pixels() if where.epsg == METRES.epsg else METRES.pixels_of(where)
    expected = bench.run(
        model, bench.inputs(model, **{i.name: plane_values(model, i, *here) for i in model.inputs})
    )
    options = RunOptions(grid=METRES.grid())
    found = bench.run(
        model,
        bench.inputs(
            model, where, **{i.name: plane_values(model, i, *there) for i in model.inputs}
        ),
        options,
    )
    classes = any(item.is_class for item in model.inputs)
    for output in model.outputs:
        values = found.values[output.name]
        assert_in_range(output, values)
        # At limits of classes and of scores, half a pixel is another class.
        least = 0.9 if classes or output.classes else 0.99
        assert near(output, values, expected.values[output.name]) > least, output.name
    assert found.record()["parameters"]["resampled"] == sorted(item.name for item in model.inputs)
    told = "\n".join(map(str, found.told))
    for item in model.inputs:
        method = "nearest-neighbour" if item.is_class else "bilinear"
        assert re.search(rf"\({item.name}.*\) is on another grid.* by {method}", told, re.MULTILINE)


@every_model
@pytest.mark.parametrize("where", [METRES, DEGREES], ids=["metres", "degrees"])
def test_a_pixel_alone_has_the_value_it_has_among_others(model, where, bench):
    """So do rows and columns: no kernel adds or rounds in an order that depends on the piece."""
    if model.halo:
        pytest.skip("it looks at neighbours; see the windows")
    arrays, names, _ = bench.kernel_arguments(model, bench.inputs(model, where))
    whole = call(model, arrays, names)
    parts = [np.s_[..., r : r + 1, c : c + 1] for r in range(0, 37, 9) for c in range(0, 40, 7)]
    for part in [*parts, np.s_[..., 5:6, :], np.s_[..., :, 7:8]]:
        cut_names = {
            name: value[(part[0], part[1], part[2] if value.shape[-1] > 1 else np.s_[:])]
            if isinstance(value, np.ndarray)
            else value
            for name, value in names.items()
        }
        found = call(model, [None if a is None else a[part] for a in arrays], cut_names)
        for name, values in found.items():
            np.testing.assert_array_equal(values, whole[name][part], f"{name} {part}")


@every_model
def test_kernels_change_nothing_that_they_are_given(model, bench):
    arrays, names, _ = bench.kernel_arguments(model, bench.inputs(model))
    given = [array for array in (*arrays, *names.values()) if isinstance(array, np.ndarray)]
    before = [array.copy() for array in given]
    first = call(model, arrays, names)
    for array in given:
        array.setflags(write=False)
    again = call(model, arrays, names)
    for array, copy in zip(given, before):
        np.testing.assert_array_equal(array, copy)
    for name, values in first.items():
        np.testing.assert_array_equal(values, again[name])


@every_model
def test_the_record_names_everything_that_made_the_result(model, bench, plain):
    found, inputs = plain(model), bench.inputs(model)
    for output in model.outputs:
        made = found.record(output.name)
        assert made["algorithm"] == f"redline:{model.id}"
        assert made["output"] == output.name
        expected = [
            (item.name, band.band, sha256(band.path))
            for item in model.inputs
            for band in inputs[item.name]
        ]
        assert [(e["name"], e["band"], e["sha256"]) for e in made["inputs"]] == expected
        used = made["parameters"]
        assert used["choices"] == {choice.name: choice.default for choice in model.choices}
        assert used["coefficients"] == {c.name: c.default for c in model.coefficients}
        tables = {item.table.name: item.table for item in model.inputs if item.table}
        assert set(used["tables"]) == set(tables)
        for name, table in tables.items():
            path = bench.tables(model).get(name) or chosen_path(table, "")
            assert used["tables"][name]["sha256"] == sha256(path)
            assert used["tables"][name]["version"] == "1"
        for statistic in model.statistics:
            needed = statistic.used is None or statistic.used(used["choices"])
            assert (statistic.name in used["statistics"]) == needed
        for entry in used["statistics"].values():
            assert np.isfinite(entry["value"])
            assert entry["given"] is False
        counted = made["results"]["outputs"][output.name]
        valid = is_valid(output, found.values[output.name])
        assert counted["valid_pixels"] == valid.sum()
        if not output.classes:
            values = found.values[output.name][valid]
            assert counted["minimum"] == values.min()
            assert counted["maximum"] == values.max()
            assert counted["mean"] == pytest.approx(values.mean(dtype=float), rel=1e-6)
        # What was warned of can be told again, in another language.
        again = [stored_message(entry).render() for entry in made["warnings"]]
        assert again == [str(warning) for warning in found.warnings]


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def stored_message(entry):
    return Message(
        entry["text"],
        {
            name: stored_message(value) if isinstance(value, dict) else value
            for name, value in entry["fields"].items()
        },
    )


@every_model
def test_all_that_is_told_can_be_told(model, plain):
    found = plain(model)
    for message in (*found.told, *found.warnings):
        assert "{" not in message.render()
        # Fields are filled after translation.
        assert "{" not in message.render(lambda text: text.upper() if "{" not in text else text)
    for check in model.checks:
        fields = {name for _, name, _, _ in string.Formatter().parse(check.message) if name}
        assert fields <= {"count", "share"}
        assert "count" in fields or not fields
        assert "{" not in Message(check.message, {"count": 12, "share": 3.25}).render()
    for item in model.inputs:
        for hint in item.hints:
            assert title(hint.text).render() == hint.text


@every_model
def test_plausible_inputs_look_right_and_wrong_units_do_not(model, bench):
    told = bench.told(model, bench.inputs(model))
    # R in today's units is above the limits of old rules: that is meant to be told.
    assert not [
        text
        for text in told
        if "looks like" in text or ("mean of samples" in text and "rules of 2003" not in text)
    ]
    for item in model.inputs:
        for hint in item.hints:
            values = random_values(model, item) * 0 + (
                2 * hint.high
                if hint.low is None
                else hint.low / 2
                if hint.low > 0
                else 2 * hint.low
                if hint.low
                else -1
            )
            if item.scale:
                scale = next(c.default for c in model.coefficients if c.name == item.scale)
                values *= scale
            told = bench.told(model, bench.inputs(model, **{item.name: values}))
            assert any(f"({item.name}): " in text and hint.text in text for text in told)


EMPTY = [
    (
        "vegetationcover",
        {
            "choices": {"END_MEMBERS": "given"},
            "coefficients": {"NDVI_SOIL": 0.6, "NDVI_VEGETATION": 0.4},
        },
        "not above that of bare soil",
    ),
    (
        "biodiversityindex",
        {"statistics": {"PRECIPITATION_MINIMUM": 3000.0, "PRECIPITATION_MAXIMUM": 100.0}},
        "precipitation",
    ),
    (
        "coastalstability",
        {"coefficients": {"TYPE_WEIGHT": 0, "SURGE_WEIGHT": 0, "WAVE_WEIGHT": 0}},
        "no result",
    ),
]


@pytest.mark.parametrize(("name", "numbers", "told"), EMPTY, ids=[name for name, *_ in EMPTY])
def test_an_equation_without_any_result_is_not_told_as_missing_inputs(name, numbers, told, bench):
    model = models()[name]
    with pytest.raises(InputError) as caught:
        bench.run(model, bench.inputs(model), **numbers)
    text = "\n".join([str(caught.value), *map(str, bench.feedback.warnings)])
    assert "No pixel is valid in all inputs" not in text
    assert told in text.lower()


def test_a_stack_is_resampled_if_any_of_its_bands_is(bench):
    model = models()["monthlyerosivity"]
    months = random_values(model, model.inputs[0])
    files = [bench.save(month, METRES) for month in months]
    files[3] = bench.save(np.pad(months[3], 3, mode="edge"), METRES.moved(0.5))
    found = bench.run(model, {model.inputs[0].name: [Band(path) for path in files]})
    assert any("[4]) is on another grid" in str(message) for message in found.told)
    assert found.record()["parameters"]["resampled"] == [model.inputs[0].name]


def test_a_code_that_is_no_whole_number_is_told_as_it_is(bench):
    model = models()["windcover"]
    codes = random_values(model, model.input("ECOSYSTEM")).astype("float32")
    codes[3, 3] = 1.5
    found = bench.run(model, bench.inputs(model, ECOSYSTEM=codes))
    assert found.out[3, 3] == NODATA
    assert any("left out (pixels): 1.5 (1)." in str(warning) for warning in found.warnings)

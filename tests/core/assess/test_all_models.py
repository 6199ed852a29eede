"""What holds for every declared model, whatever it computes.

A new model is tested by being there: its inputs get plausible values from its declaration, or from
the table in :mod:`support.plausible` where the declared range is far wider than what occurs.
"""

from __future__ import annotations

import re

import numpy as np
import pytest
from support.models import MODELS, NODATA, assert_in_range, cut, every_model, is_valid
from support.plausible import DEGREES, METRES, SHAPE, random_values, usual

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.run import RunOptions
from redline_plugin.core.declare.table import chosen_path, load_table
from redline_plugin.core.errors import InputError

# One pixel alone in a piece, rows and columns of one pixel, blocks of odd sizes, and many threads.
PLANS = {
    "corner": ((SHAPE[1] - 1, SHAPE[0] - 1), (SHAPE[1] - 1, SHAPE[0] - 1), 1),
    "blocks": ((13, 11), (5, 4), 3),
}


@every_model
@pytest.mark.parametrize("where", [METRES, DEGREES], ids=["metres", "degrees"])
def test_windows_pieces_and_threads_change_no_bit(model, where, bench, plain):
    expected = plain(model, where)
    for name, (window, piece, threads) in PLANS.items():
        plan = RunOptions(windows=cut(where, window, piece, threads))
        found = bench.run(model, bench.inputs(model, where), plan)
        for output, values in expected.values.items():
            np.testing.assert_array_equal(found.values[output], values, f"{output}, {name}")
        counts, expected_counts = found.tally.as_dict(), expected.tally.as_dict()
        for tally in (counts, expected_counts):
            for one in tally["outputs"].values():
                # The sum is added up in the order of windows.
                one["mean"] = one["mean"] and float(f"{one['mean']:.6g}")
        assert counts == expected_counts
        assert (
            found.record()["parameters"]["statistics"]
            == (expected.record()["parameters"]["statistics"])
        )


@every_model
def test_values_are_finite_and_in_the_declared_range(model, plain):
    found = plain(model)
    for output in model.outputs:
        assert_in_range(output, found.values[output.name])


def gap(values, place):
    """A copy without a value in one pixel: NaN, or a code that no table has."""
    holed = values.copy()
    if values.dtype.kind == "f":
        # In a stack one band of many is enough.
        holed[(values.shape[0] // 2, *place) if values.ndim == 3 else place] = np.nan
    else:
        holed[place] = 254
    return holed


def apart(count):
    """Pixels that lie as far apart as may be, none at the edge."""
    columns = 4
    return [(6 + 12 * (n // columns), 5 + 10 * (n % columns)) for n in range(count)]


@every_model
def test_a_gap_in_one_input_is_a_gap_in_the_result_and_nowhere_else(model, bench, plain):
    expected = plain(model)
    strict = [item for item in model.inputs if not item.lenient]
    places = dict(zip((item.name for item in strict), apart(len(strict))))
    holed = {item.name: gap(random_values(model, item), places[item.name]) for item in strict}
    if not holed:
        pytest.skip("all inputs are lenient")
    found = bench.run(model, bench.inputs(model, **holed))
    rows, columns = zip(*places.values())
    elsewhere = np.ones(SHAPE, bool)
    elsewhere[rows, columns] = False
    for output in model.outputs:
        values = found.values[output.name]
        assert not is_valid(output, values)[..., rows, columns].any(), output.name
        if model.statistics or model.halo:
            # The extremes of the area, or the neighbours, may have gone with the pixel.
            valid, before = (is_valid(output, v) for v in (values, expected.values[output.name]))
            np.testing.assert_array_equal(valid[..., elsewhere], before[..., elsewhere])
        else:
            np.testing.assert_array_equal(
                values[..., elsewhere], expected.values[output.name][..., elsewhere]
            )


@every_model
def test_a_value_outside_the_valid_range_is_a_gap_and_is_told(model, bench):
    for item in model.inputs:
        low, high = item.valid
        if item.is_class or (low is None and high is None) or item.lenient:
            continue
        values = random_values(model, item)
        place = (values.shape[0] // 2, 8, 8) if values.ndim == 3 else (8, 8)
        values[place] = high * 1.5 + 1 if high is not None else low - 1
        found = bench.run(model, bench.inputs(model, **{item.name: values}))
        for output in model.outputs:
            assert not is_valid(output, found.values[output.name])[..., 8, 8].any()
        assert found.tally.inputs[item.name].outside == 1
        assert any(f"({item.name}): 1 pixels" in str(warning) for warning in found.warnings)


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        # Where nothing is known of karst there is none, and such land is left out.
        ("rockydesertificationsensitivity.KARST", 0),
        ("slopelengthsteepness.CHANNELS", 0),
        ("highestfunction.SOIL_RETENTION", 0),
        ("highestsensitivity.SALINIZATION", 0),
    ],
)
def test_a_missing_code_counts_as_none(name, taken, bench):
    model = models()[name.split(".")[0]]
    item = model.input(name.split(".")[1])
    codes = random_values(model, item)
    codes[4:9, 6:11] = taken
    expected = bench.run(model, bench.inputs(model, **{item.name: codes}))
    holed = codes.astype("float32")
    holed[4:9, 6:11] = np.nan
    found = bench.run(model, bench.inputs(model, **{item.name: holed}))
    for output in model.outputs:
        np.testing.assert_array_equal(found.values[output.name], expected.values[output.name])


def test_a_coast_without_limits_of_retreat_needs_no_retreat(bench, plain):
    model = models()["coastalstability"]
    coast = random_values(model, model.input("COAST_TYPE"))
    nothing = np.full(SHAPE, np.nan, "float32")
    found = bench.run(model, bench.inputs(model, RETREAT_RATE=nothing))
    limited = coast >= 4
    np.testing.assert_array_equal(found.out == NODATA, limited)
    np.testing.assert_array_equal(found.out[~limited], plain(model).out[~limited])


@pytest.mark.parametrize(
    "model",
    [m for m in MODELS if any(i.is_stack and i.lenient for i in m.inputs)],
    ids=lambda m: m.id,
)
def test_some_bands_of_a_series_may_be_missing(model, bench, plain):
    item = model.inputs[0]
    values = random_values(model, item)
    values[2, 5, 5] = np.nan  # five of six: above 80 per cent
    values[1:3, 10, 10] = np.nan  # four of six: below
    values[:, 20, 20] = np.nan
    found = bench.run(model, bench.inputs(model, **{item.name: values}))
    assert found.out[5, 5] != NODATA
    assert found.out[10, 10] == NODATA
    assert found.out[20, 20] == NODATA
    same = np.ones(SHAPE, bool)
    same[[5, 10, 20], [5, 10, 20]] = False
    np.testing.assert_array_equal(found.out[same], plain(model).out[same])
    # The order of the bands tells nothing.
    turned = bench.run(model, bench.inputs(model, **{item.name: values[::-1]}))
    np.testing.assert_allclose(turned.out, found.out, rtol=1e-6)
    enough = bench.run(
        model, bench.inputs(model, **{item.name: values}), coefficients={"MINIMUM_SHARE": 60}
    )
    assert enough.out[10, 10] != NODATA


OPTIONS = [
    (model, choice, option)
    for model in MODELS
    for choice in model.choices
    for option in choice.options
]


@pytest.mark.parametrize(
    ("model", "choice", "option"), OPTIONS, ids=[f"{m.id}-{c.name}-{o.id}" for m, c, o in OPTIONS]
)
def test_every_option_runs(model, choice, option, bench, plain):
    found = bench.run(model, bench.inputs(model), choices={choice.name: option.id})
    for output in model.outputs:
        assert_in_range(output, found.values[output.name])
    assert found.record()["parameters"]["choices"][choice.name] == option.id
    if option.id == choice.default:
        np.testing.assert_array_equal(found.out, plain(model).out)


@pytest.mark.parametrize("model", [m for m in MODELS if len(m.choices) > 1], ids=lambda m: m.id)
def test_options_go_together(model, bench):
    # All the last ones, against all the defaults of the other tests.
    chosen = {choice.name: choice.options[-1].id for choice in model.choices}
    found = bench.run(model, bench.inputs(model), choices=chosen)
    for output in model.outputs:
        assert_in_range(output, found.values[output.name])


SETS = [
    (model, item.table, other)
    for model in MODELS
    for item in model.inputs
    if item.table
    for other in item.table.others
]


@pytest.mark.parametrize(
    ("model", "table", "other"), SETS, ids=[f"{m.id}-{o.id}" for m, _, o in SETS]
)
def test_every_shipped_table_runs_with_its_own_codes(model, table, other, bench):
    item = next(one for one in model.inputs if one.table is table)
    lookup = load_table(table, chosen_path(table, other.id))
    codes = np.flatnonzero(~np.isnan(lookup.first)).astype("uint16")
    values = np.resize(codes, SHAPE)
    found = bench.run(
        model, bench.inputs(model, **{item.name: values}), table_sets={table.name: other.id}
    )
    for output in model.outputs:
        assert_in_range(output, found.values[output.name], least=SHAPE[0] * SHAPE[1])
    used = found.record()["parameters"]["tables"][table.name]
    assert used["file"] == other.file
    assert used["shipped"] is True


@every_model
def test_every_output_can_be_asked_for_alone(model, bench, plain):
    for output in model.outputs:
        found = bench.run(model, bench.inputs(model), outputs=[output.name])
        assert list(found.values) == [output.name]
        np.testing.assert_array_equal(found.values[output.name], plain(model).values[output.name])
        assert found.record(output.name)["output"] == output.name


@every_model
def test_optional_inputs_can_be_left_out(model, bench):
    optional = [item.name for item in model.inputs if item.optional]
    left = [{name} for name in optional]
    for names in model.one_of:
        # Each of them alone.
        left += [set(names) - {name} for name in names]
    if not model.one_of:
        left.append(set(optional))
    for missing in left:
        if any(set(names) <= missing for names in model.one_of):
            continue
        found = bench.run(model, bench.inputs(model, **dict.fromkeys(missing)))
        assert_in_range(model.outputs[0], found.out)
        assert {entry["name"] for entry in found.record()["inputs"]} == {
            item.name for item in model.inputs if item.name not in missing
        }


@every_model
def test_inputs_that_are_needed_are_asked_for_all_at_once(model, bench):
    needed = [item.name for item in model.inputs if not item.optional]
    if not needed and not model.one_of:
        pytest.skip("nothing is needed")
    with pytest.raises(InputError) as caught:
        bench.run(model, {})
    text = str(caught.value)
    for name in needed:
        assert f"({name}) is missing" in text
    for names in model.one_of:
        called = ", ".join(f"{model.input(name).title} ({name})" for name in names)
        assert f"One of {called} is needed." in text


REFUSED = {
    # More pixels around each one than there is memory for.
    ("slopelengthsteepness", "CHANNEL_AREA", 10_000_000): "pixels around each one; at most",
    # Bare soil as green as full cover, or greener.
    ("vegetationcover", "SOIL_PERCENT", 100): "not above that of bare soil",
    ("vegetationcover", "VEGETATION_PERCENT", 0): "not above that of bare soil",
    ("vegetationcover", "NDVI_SOIL", 1): "not above that of bare soil",
    ("vegetationcover", "NDVI_VEGETATION", -1): "not above that of bare soil",
    ("monthlyvegetationcover", "SOIL_PERCENT", 100): "not above that of bare soil",
    ("monthlyvegetationcover", "VEGETATION_PERCENT", 0): "not above that of bare soil",
    ("monthlyvegetationcover", "NDVI_SOIL", 1): "not above that of bare soil",
    ("monthlyvegetationcover", "NDVI_VEGETATION", -1): "not above that of bare soil",
}
# Numbers that only count with an option that is not the default.
WITH = {
    "FIXED_LENGTH": {"LENGTH_METHOD": "fixed"},
    "WINDOW_SIZE": {"NEIGHBOURHOOD": "square"},
    "LATENT_HEAT": {"FORMULA": "joules"},
    "ALPHA": {"FORMULA": "zhangfu"},
    "BETA": {"FORMULA": "zhangfu"},
    "ALPHA_MEAN": {"FORMULA": "zhangfumean"},
    "BETA_MEAN": {"FORMULA": "zhangfumean"},
    "NDVI_SOIL": {"END_MEMBERS": "given"},
    "NDVI_VEGETATION": {"END_MEMBERS": "given"},
}
NUMBERS = [(model, number) for model in MODELS for number in model.coefficients]


@pytest.mark.parametrize(("model", "number"), NUMBERS, ids=[f"{m.id}-{c.name}" for m, c in NUMBERS])
def test_every_number_may_be_at_its_limits(model, number, bench):
    low, high = number.valid
    assert low is None or low <= number.default
    assert high is None or number.default <= high
    for value in (low, high if high is not None else 100 * number.default):
        how = {"coefficients": {number.name: value}, "choices": WITH.get(number.name, {})}
        why = REFUSED.get((model.id, number.name, value))
        if _is_beyond_its_partner(model, number, value):
            why = "must rise"
        if why is not None:
            with pytest.raises(InputError, match=why):
                bench.run(model, bench.inputs(model), **how)
            continue
        found = bench.run(model, bench.inputs(model), **how)
        for output in model.outputs:
            # A limit may well leave nothing; then that is told.
            empty = f"{output.title}: no pixel has a value." in map(str, found.warnings)
            assert_in_range(output, found.values[output.name], least=0 if empty else 1)
        assert found.record()["parameters"]["coefficients"][number.name] == value
    for value in (None if low is None else low - 1e-3, None if high is None else high * 1.001 + 1):
        if value is not None:
            with pytest.raises(InputError, match=re.escape(f"({number.name}) is ")):
                bench.run(model, bench.inputs(model), coefficients={number.name: value})


def _is_beyond_its_partner(model, number, value):
    """Whether a limit at that value stands on the wrong side of the next one of its group."""
    defaults = {c.name: c.default for c in model.coefficients}
    for names in model.rising:
        if number.name in names:
            numbers = [value if name == number.name else defaults[name] for name in names]
            return any(low >= high for low, high in zip(numbers, numbers[1:]))
    return False


@every_model
def test_single_and_double_precision_agree(model, bench, plain):
    doubles = {
        item.name: values.astype("float64")
        for item in model.inputs
        if (values := random_values(model, item)).dtype.kind == "f"
    }
    found = bench.run(model, bench.inputs(model, **doubles))
    for output in model.outputs:
        values, expected = found.values[output.name], plain(model).values[output.name]
        if output.classes:
            np.testing.assert_array_equal(values, expected)
            continue
        np.testing.assert_array_equal(values == NODATA, expected == NODATA)
        # Differences of large numbers are as good as the numbers, not as their difference.
        scale = np.abs(expected[expected != NODATA]).max()
        np.testing.assert_allclose(values, expected, rtol=1e-4, atol=1e-6 * scale)


@every_model
def test_whole_numbers_are_taken_as_they_are(model, bench):
    """Rasters of 16-bit whole numbers give what the same numbers as floats give."""
    whole = {
        item.name: np.rint(random_values(model, item))
        for item in model.inputs
        if not item.is_class and usual(model, item)[1] >= 4 and "RADIATION" not in item.name
    }
    found = [
        bench.run(model, bench.inputs(model, **{n: v.astype(kind) for n, v in whole.items()}))
        for kind in ("int16", "float32")
    ]
    for output in model.outputs:
        np.testing.assert_array_equal(*(one.values[output.name] for one in found))

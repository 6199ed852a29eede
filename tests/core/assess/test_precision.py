"""Single precision stays single: half the memory, and half the time for what is only copied.

NumPy 2 makes a double of a single and a scalar of its own, where NumPy 1 did not.
"""

import numpy as np
import pytest
from support.models import MODELS, call
from support.plausible import DEGREES, METRES

CASES = [(model, None, None) for model in MODELS] + [
    (model, choice.name, option.id)
    for model in MODELS
    for choice in model.choices
    for option in choice.options
    if option.id != choice.default
]


@pytest.mark.parametrize("where", [METRES, DEGREES], ids=["metres", "degrees"])
@pytest.mark.parametrize(
    ("model", "choice", "option"),
    CASES,
    ids=["-".join(filter(None, (m.id, c, o))) for m, c, o in CASES],
)
def test_singles_stay_singles(model, choice, option, where, bench):
    chosen = {choice: option} if choice else {}
    arrays, names, _ = bench.kernel_arguments(model, bench.inputs(model, where), choices=chosen)
    assert {array.dtype.char for array in arrays if array is not None} <= set("fB?")
    found = call(model, arrays, names)
    with np.errstate(all="ignore"):
        shared = {} if model.shared is None else model.shared(*arrays, **names)
    for name, values in {**shared, **found}.items():
        if values.dtype.kind == "f":
            assert values.dtype == np.float32, name
        else:
            assert values.dtype.itemsize == 1, name

"""One bench for the tests of all models."""

from __future__ import annotations

import pytest
from support.models import Bench, cut
from support.plausible import METRES, SHAPE

from redline_plugin.core.declare.run import RunOptions


@pytest.fixture(scope="session")
def bench(tmp_path_factory):
    """Files of inputs, and runs on them."""
    return Bench(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def plain(bench):
    """A run of each model with all inputs and outputs in one piece, made once."""
    made = {}

    def get(model, where=METRES):
        key = model.id, where.name
        if key not in made:
            whole = RunOptions(windows=cut(where, SHAPE[::-1], SHAPE[::-1], 1))
            made[key] = bench.run(model, bench.inputs(model, where), whole)
        return made[key]

    return get

"""A small country with known species."""

from __future__ import annotations

import numpy as np
import pytest
from support.rasters import write
from support.species import SIDE, Country, field

from redline_plugin.core.species.environment import Layer


@pytest.fixture
def country(tmp_path) -> Country:
    rng = np.random.default_rng(7)
    values = {
        "rain": (900 + 250 * field(rng, 3)).astype("float32"),
        "warmth": (14 + 4 * field(rng, 3)).astype("float32"),
        "noise": rng.normal(size=(SIDE, SIDE)).astype("float32"),
    }
    layers = [Layer(write(tmp_path / f"{n}.tif", v), n) for n, v in values.items()]
    return Country(layers, values, rng)


@pytest.fixture
def suited(country) -> np.ndarray:
    """A known answer to rain and warmth."""
    z = (country.values["rain"] - 900) / 250, (country.values["warmth"] - 14) / 4
    return np.exp(-2.0 * (z[0] - 0.5) ** 2 - 1.0 * (z[1] + 0.3) ** 2).astype("float64")

"""A real chain of results, and a look at a pixel of it."""

from __future__ import annotations

import pytest
from support.chains import make_chain, middle
from support.rasters import TRANSFORM

from redline_plugin.core.explain.explain import explain
from redline_plugin.core.explain.tree import Place


@pytest.fixture
def chain(tmp_path):
    return make_chain(tmp_path)


@pytest.fixture
def at():
    """Explain a pixel of a raster, by column and row."""

    def explain_it(path, column, row, transform=TRANSFORM, **more):
        x, y = middle(column, row, transform)
        return explain(Place(str(path), x, y), **more)

    return explain_it

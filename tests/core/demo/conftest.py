"""One small county for all tests of the folder."""

from __future__ import annotations

import pytest

from redline_plugin.core.demo import CountyFiles, make_county
from redline_plugin.core.demo.world import World, make_world
from redline_plugin.core.feedback import Quiet

SEED, SIZE = 20170207, 140


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> CountyFiles:
    return make_county(tmp_path_factory.mktemp("县 100%"), SEED, SIZE)


@pytest.fixture(scope="session")
def world() -> World:
    return make_world(SEED, SIZE, Quiet())

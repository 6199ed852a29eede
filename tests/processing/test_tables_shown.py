"""Parameters of tables: what users must look at is in sight, and no help tells this machine's paths."""

from pathlib import Path

import pytest

from redline_plugin.core.assess.registry import models
from redline_plugin.processing.base import RESOURCES
from redline_plugin.processing.modelalgorithm import ModelAlgorithm, tables_of


@pytest.mark.parametrize("model", models().values(), ids=lambda model: model.id)
def test_tables_of_a_model(model, qgis_app):
    algorithm = ModelAlgorithm(model)
    algorithm.initAlgorithm()
    for table in tables_of(model):
        definition = algorithm.parameterDefinition(table.name)
        advanced = bool(definition.flags() & definition.Flag.FlagAdvanced)
        assert advanced != table.is_example
        assert f"shipped with Redline: {table.file}" in definition.help()
    for definition in algorithm.parameterDefinitions():
        assert str(Path(RESOURCES).parent) not in definition.help()


def test_the_soil_map_s_table_is_the_users_own(qgis_app):
    assert [t.name for model in models().values() for t in tables_of(model) if t.is_example] == [
        "SOIL_PROPERTIES"
    ]

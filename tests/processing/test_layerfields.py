"""Which field of a layer a parameter means: named, default, or the plainer name of a default."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingParameterVectorLayer

from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import BLOCK_CODE, add_field, field_of


class Fields(RedlineAlgorithm):
    ID = "fields"

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterVectorLayer("LAYER", "Layer"))
        add_field(self, "FIELD", "Field", "LAYER", BLOCK_CODE)


@pytest.mark.parametrize(
    ("asked", "fields", "found"),
    [
        (None, ["fid", "block", "block_code"], "block_code"),
        (None, ["fid", "block", "name"], "block"),
        (None, ["fid", "name"], ""),
        ("block", ["fid", "block", "block_code"], "block"),
        ("HXBM", ["HXBM", "block"], "HXBM"),
    ],
)
def test_the_field_that_counts(asked, fields, found, qgis_app):
    algorithm = Fields()
    algorithm.initAlgorithm()
    problems = []
    parameters = {} if asked is None else {"FIELD": asked}
    context = QgsProcessingContext()
    assert field_of(algorithm, parameters, "FIELD", context, "blocks", fields, problems) == found
    assert problems == []


@pytest.mark.parametrize("asked", ["code", "block_name"])
def test_a_field_that_was_named_must_be_there(asked, qgis_app):
    algorithm = Fields()
    algorithm.initAlgorithm()
    problems = []
    context = QgsProcessingContext()
    fields = ["name", "block_code"]
    assert field_of(algorithm, {"FIELD": asked}, "FIELD", context, "blocks", fields, problems) == ""
    assert [problem.render() for problem in problems] == [
        f"blocks, Field: It has no field {asked}; it has name, block_code."
    ]

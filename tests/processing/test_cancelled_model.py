"""A ready-made model that is cancelled is told to be so, and not taken for done."""

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
)

from redline_plugin.processing.shipped import ShippedModel


@pytest.fixture
def model(provider):
    found = provider.algorithm("soilerosionsensitivityfromraw")
    assert isinstance(found, ShippedModel)
    return found


def test_before_the_first_step(model, feedback):
    told = feedback()
    told.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        model.run({}, QgsProcessingContext(), told, catchExceptions=False)


def test_in_a_step(model, feedback, monkeypatch):
    def step(self, parameters, context, feedback):
        feedback.cancel()
        raise QgsProcessingException("Error encountered while running Slope")

    monkeypatch.setattr(QgsProcessingModelAlgorithm, "processAlgorithm", step)
    told = feedback()
    results, ok = model.run({}, QgsProcessingContext(), told)
    assert not ok
    assert results == {}
    assert "Cancelled. The steps" in told.warned[-1]
    assert not any("Error encountered" in text for text in told.warned)


def test_a_failure_keeps_its_own_words(model, feedback):
    told = feedback()
    _, ok = model.run({}, QgsProcessingContext(), told)
    assert not ok
    assert not any("Cancelled" in text for text in told.warned)
    assert any("Error encountered while running" in text for text in told.warned)

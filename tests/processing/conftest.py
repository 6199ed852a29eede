"""Redline's algorithms registered in a QGIS without a desktop."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject


class Feedback(QgsProcessingFeedback):
    """Keeps what is told; cancels itself at a share of the progress."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.told = []
        self.warned = []
        if cancel_at is not None:
            self.progressChanged.connect(
                lambda value: self.cancel() if value >= cancel_at else None
            )

    def pushInfo(self, text):
        self.told.append(text)

    def pushWarning(self, text):
        self.warned.append(text)

    def reportError(self, text, fatalError=False):
        self.warned.append(text)


@pytest.fixture
def run(provider):
    """Run an algorithm by its short id; returns its results."""
    import processing

    def run_it(name, parameters, feedback=None):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        return processing.run(
            f"redline:{name}",
            parameters,
            feedback=feedback or Feedback(),
            context=context,
        )

    return run_it


@pytest.fixture
def feedback():
    """Make a feedback; ``cancel_at`` in per cent."""
    return Feedback

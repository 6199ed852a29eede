"""Which layer or file the user chose for a term; kept in the project, saved with it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject

SCOPE = "Redline"
FOLDER = "inputs"
_LAYER = "layer:"
_FILE = "file:"
_NOTHING = "nothing"


@dataclass(frozen=True)
class Choice:
    """What the user chose: a layer's id, or a path, or (both empty) nothing on purpose."""

    layer: str = ""
    path: str = ""


class Assignments:
    """Reads and writes the project's entries."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project

    def chosen(self, term: str) -> Choice | None:
        """Return the choice for a term, None when there was none or it cannot be read."""
        text, _ = self._project.readEntry(SCOPE, f"{FOLDER}/{term}", "")
        if text.startswith(_LAYER):
            return Choice(layer=text[len(_LAYER) :])
        if text.startswith(_FILE):
            return Choice(path=self._project.readPath(text[len(_FILE) :]))
        return Choice() if text == _NOTHING else None

    def choose_layer(self, term: str, layer_id: str) -> None:
        """Keep a layer for a term; an empty id says that none is to be suggested."""
        self._write(term, _LAYER + layer_id if layer_id else _NOTHING)

    def choose_path(self, term: str, path: str) -> None:
        """Keep a file or folder for a term; relative to the project when the project says so."""
        self._write(term, _FILE + self._project.writePath(path) if path else _NOTHING)

    def _write(self, term: str, text: str) -> None:
        self._project.writeEntry(SCOPE, f"{FOLDER}/{term}", text)

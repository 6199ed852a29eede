"""What can be done with markers: actions with their icons, keys and wishes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QWidget

from redline_plugin.i18n import tr

SELECT, ADD, MOVE = "select", "add", "move"
TOOLS = (SELECT, ADD, MOVE)

Wish = tuple[str, str, str, str, Any]
"""Name, text, tool tip beyond the text, icon, key."""


def wishes() -> tuple[Wish, ...]:
    """Return all actions in the order in which the dock shows them."""
    return (
        (SELECT, tr("Select"), tr("a click on the map selects"), "mActionSelect", "V"),
        (ADD, tr("Add"), tr("a click on the line adds a marker"), "mActionCapturePoint", "A"),
        (
            MOVE,
            tr("Move"),
            tr("draws a marker along the line; with Shift past its neighbours"),
            "mActionMoveFeaturePoint",
            "M",
        ),
        ("zoom", tr("Zoom to it"), "", "mActionZoomToSelected", "Z"),
        ("next", tr("Next warning"), "", "mActionArrowDown", "N"),
        ("undo", tr("Undo"), "", "mActionUndo", QKeySequence.StandardKey.Undo),
        ("redo", tr("Redo"), "", "mActionRedo", QKeySequence.StandardKey.Redo),
        ("state", tr("State"), "", "mActionToggleEditing", "S"),
        ("kind", tr("Kind"), "", "mActionSvgAnnotation", "K"),
        (
            "renumber",
            tr("Renumber…"),
            tr("gives the selected markers new numbers along their ring"),
            "mActionNewAttribute",
            "R",
        ),
        (
            "engrave",
            tr("Engraved number"),
            tr("goes to the field for the number that is cut into the marker"),
            "mActionLabel",
            "E",
        ),
        ("photos", tr("Photos…"), "", "mActionAddImage", "P"),
        (
            "retire",
            tr("Retire"),
            tr("it stands nowhere; its row and its number stay"),
            "mActionHideSelectedLayers",
            "T",
        ),
        (
            "delete",
            tr("Delete"),
            tr("for what never stood; its number is not given again"),
            "mActionDeleteSelectedFeatures",
            QKeySequence.StandardKey.Delete,
        ),
    )


def make_actions(owner: QObject, content: QWidget) -> dict[str, QAction]:
    """Make the actions; their keys work while the focus is in ``content``."""
    found = {}
    group = QActionGroup(owner)
    group.setExclusive(True)
    for name, text, more, icon, keys in wishes():
        action = QAction(QgsApplication.getThemeIcon(f"/{icon}.svg"), text, owner)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        label = text.rstrip("…")
        tip = tr("{action} ({key})").format(action=label, key=shown)
        action.setToolTip(f"{tip}: {more}" if more else tip)
        if name in TOOLS:
            action.setCheckable(True)
            group.addAction(action)
        content.addAction(action)
        found[name] = action
    return found

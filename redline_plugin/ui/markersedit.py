"""What the marker dock does: each button and each tool on the map is one step in the register."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsPointXY
from qgis.PyQt.QtCore import QObject, QPoint, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog

from redline_plugin.core.errors import RedlineError
from redline_plugin.core.survey.marker import RETIRED, WITNESS
from redline_plugin.i18n import tr
from redline_plugin.ui.markersactions import ADD, MOVE, SELECT
from redline_plugin.ui.markerstold import distances_text
from redline_plugin.ui.markerstools import AddTool, MoveTool, SelectTool

if TYPE_CHECKING:
    from redline_plugin.core.survey.register import Place, Register
    from redline_plugin.ui.markersdock import MarkersDock
    from redline_plugin.ui.markersmap import MarkerMarks

REACH_PIXELS = 12
"""How near to the line, or to a marker, a click must be."""
_SNAP_PIXELS = 8


class MarkerEdits(QObject):
    """Takes the wishes of dock and map, and makes them steps of the open register."""

    done = pyqtSignal()
    """A step was made, undone, or made again."""
    failed = pyqtSignal(str)

    def __init__(self, canvas: Any, dock: MarkersDock, marks: MarkerMarks) -> None:
        super().__init__()
        self.register: Register | None = None
        self._canvas, self._dock, self._marks = canvas, dock, marks
        self._before: Any = None
        self._drawn: int = 0
        self.pointing = False
        """Whether the map is pointed at: then it does not move by itself."""
        self.tools: dict[str, Any] = {
            SELECT: SelectTool(canvas),
            ADD: AddTool(canvas),
            MOVE: MoveTool(canvas),
        }
        for tool in self.tools.values():
            tool.ended.connect(lambda: self.take_tool(""))
            tool.delete_asked.connect(lambda: self.ask("delete"))
        self.tools[SELECT].clicked.connect(self._click)
        self.tools[ADD].pointed.connect(self._point)
        self.tools[ADD].placed.connect(self._add)
        self.tools[MOVE].pressed.connect(self._press)
        self.tools[MOVE].drawn.connect(self._draw)
        self.tools[MOVE].released.connect(self._release)
        self.tools[MOVE].given_up.connect(self._give_up)
        canvas.mapToolSet.connect(self._tool_changed)

    def remove(self) -> None:
        """Take the tools off the canvas for good."""
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        for tool in self.tools.values():
            self._canvas.unsetMapTool(tool)
            tool.deleteLater()

    def take_tool(self, name: str) -> None:
        """Put a tool on the map; "" gives the map's own tool back."""
        self._marks.show_ghost(None, "", QPoint())
        if name and self.register is not None:
            if self._canvas.mapTool() not in self.tools.values():
                self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tools[name])
            self._dock.tell(
                {
                    SELECT: tr("Click on a marker; with Ctrl more of them. Esc ends."),
                    ADD: tr("Click on the line. Esc ends."),
                    MOVE: tr(
                        "Draw a marker along the line; with Shift past its neighbours. Esc ends."
                    ),
                }[name]
            )
        else:
            for tool in self.tools.values():
                self._canvas.unsetMapTool(tool)
            if self._before is not None:
                self._canvas.setMapTool(self._before)
                self._before = None
            self._dock.tell("")
        self._dock.check_tool(name)

    def ask(self, name: str) -> None:
        """Do what an action of the dock wishes."""
        keys = self._dock.selected()
        if name == "undo":
            self._turn(lambda register: register.undo(), tr("There is nothing to undo."))
        elif name == "redo":
            self._turn(lambda register: register.redo(), tr("There is nothing to redo."))
        elif name == "zoom":
            self.zoom()
        elif not keys:
            self._dock.tell(tr("Select a marker first."))
        elif name == "delete":
            self._step(lambda register: register.delete(keys, who(), self._why()))
        elif name == "retire":
            self._step(lambda register: register.retire(keys, who(), self._why()))
        elif name == "renumber":
            self._ask_renumber(keys)
        elif name == "photos":
            self.ask_photos()

    def set_state(self, state: str) -> None:
        """Bring the selected markers into a state."""
        keys = self._dock.selected()
        if keys:
            self._step(lambda register: register.set_state(keys, state, who(), self._why()))

    def set_kind(self, kind: str) -> None:
        """Change the kind of the selected markers."""
        keys = self._dock.selected()
        if keys:
            self._step(lambda register: register.change_kind(keys, kind, who(), self._why()))

    def show_states(self) -> None:
        """Offer the states that can follow for all that is selected."""
        if self.register is not None:
            self._dock.show_states(self.register.following(self._dock.selected()))

    def engrave(self, number: str) -> None:
        """Note the engraved number of the current marker."""
        key = self._dock.current()
        if key and not self._step(lambda r: r.engrave(key, number.strip(), who(), self._why())):
            self.done.emit()  # The field shows the number that holds.

    def remark(self, text: str) -> None:
        """Note a remark on the current marker."""
        key = self._dock.current()
        if key:
            self._step(lambda register: register.remark(key, text, who(), self._why()))

    def renumber(self, keys: list[int], serial: int) -> bool:
        """Give markers new numbers along their ring; return whether that worked."""
        return self._step(lambda register: register.renumber(keys, serial, who(), self._why()))

    def attach(self, files: list[Path]) -> bool:
        """Add photos to the current marker; return whether that worked."""
        key = self._dock.current()
        return bool(key) and self._step(
            lambda register: register.attach(key, files, who(), self._why())
        )

    def detach(self, name: str) -> None:
        """Take a photo off the current marker."""
        key = self._dock.current()
        if key:
            self._step(lambda register: register.detach(key, name, who(), self._why()))

    def ask_photos(self) -> None:
        """Let the user choose photos for the current marker."""
        from redline_plugin.core.survey.registerphotos import PICTURES

        pattern = " ".join(f"*{suffix}" for suffix in PICTURES)
        files, _ = QFileDialog.getOpenFileNames(
            self._dock,
            tr("Photos of the marker"),
            "",
            tr("Pictures ({pattern})").format(pattern=pattern),
        )
        if files:
            self.attach([Path(file) for file in files])

    def zoom(self) -> None:
        """Move the map to the selected markers."""
        if self.register is None:
            return
        places = [self.register.position(key) for key in self._dock.selected()]
        there = [place for place in places if place is not None]
        if there:
            self._marks.zoom(there, 150.0)
            self._marks.flash(there[0])

    def _ask_renumber(self, keys: list[int]) -> None:
        serial, taken = QInputDialog.getInt(
            self._dock,
            tr("Renumber"),
            tr("{count} markers get new numbers along their ring. First serial number:").format(
                count=len(keys)
            ),
            1,
            1,
            999_999,
        )
        if taken:
            self.renumber(keys, serial)

    def _click(self, point: QgsPointXY, more: bool) -> None:
        key = self._marker_at(point)
        if key is None:
            return
        self._choose(key, more)

    def _choose(self, key: int, more: bool = False) -> None:
        """Select what was pointed at on the map."""
        self.pointing = True
        if more:
            self._dock.toggle(key)
        else:
            self._dock.select([key])
        self.pointing = False

    def _marker_at(self, point: QgsPointXY) -> int | None:
        at = self._marks.plane.to_register(point)
        if at is None or self.register is None:
            return None
        return self.register.marker_near(*at, self._marks.plane.metres(REACH_PIXELS, point))

    def _place_at(self, point: QgsPointXY) -> Place | None:
        at = self._marks.plane.to_register(point)
        if at is None or self.register is None:
            return None
        metres = self._marks.plane.metres
        return self.register.place_near(
            *at, metres(REACH_PIXELS, point), metres(_SNAP_PIXELS, point)
        )

    def _point(self, point: QgsPointXY, at: QPoint) -> None:
        place = self._place_at(point)
        self._show(place, at, "", 0)

    def _show(self, place: Place | None, at: QPoint, block: str, own: int) -> None:
        """Show a place on the map, and how far its neighbours are."""
        if place is None or self.register is None:
            self._marks.show_ghost(None, "", at)
            return
        near = self.register.neighbours(place, block, own)
        alone = near.before is None
        text = distances_text(
            None if alone else near.before_m, near.before_limit_m, near.after_m, near.after_limit_m
        )
        self._marks.show_ghost((place.x, place.y), text, at)

    def _add(self, point: QgsPointXY) -> None:
        place = self._place_at(point)
        if place is None:
            self._dock.tell(tr("The line is not here; click nearer to it."))
            return
        found: list[int] = []
        self._marks.show_ghost(None, "", QPoint())
        self.pointing = True
        if self._step(lambda register: found.append(register.add(place, who(), self._why()))):
            self._choose(found[0])
        self.pointing = False

    def _press(self, point: QgsPointXY) -> None:
        self._drawn = self._marker_at(point) or 0
        if self._drawn:
            self._choose(self._drawn)

    def _draw(self, point: QgsPointXY, at: QPoint, past: bool) -> None:
        register, key = self.register, self._drawn
        xy = self._marks.plane.to_register(point)
        if register is None or not key or xy is None:
            return
        row = register.row(key)
        if row["kind"] == WITNESS:
            self._marks.show_ghost(xy, "", at)
            return
        try:
            place = register.slide(key, *xy, past=past)
        except RedlineError as error:
            self._dock.tell(error.render(tr))
            return
        self._show(place, at, row["block"], key)

    def _release(self, point: QgsPointXY, past: bool) -> None:
        register, key, self._drawn = self.register, self._drawn, 0
        xy = self._marks.plane.to_register(point)
        self._marks.show_ghost(None, "", QPoint())
        if register is None or not key or xy is None:
            return

        def work(one: Register) -> None:
            if one.row(key)["kind"] == WITNESS:
                one.move_witness(key, *xy, who(), self._why())
            else:
                one.move(key, one.slide(key, *xy, past=past), who(), self._why(), past=past)

        self.pointing = True
        self._step(work)
        self.pointing = False

    def _give_up(self) -> None:
        self._drawn = 0
        self._marks.show_ghost(None, "", QPoint())

    def _why(self) -> str:
        return str(self._dock.why.text()).strip()

    def _step(self, work: Callable[[Register], Any]) -> bool:
        """Make a step; what went wrong is told. The reason typed goes with a step that was made."""
        if self.register is None:
            return False
        register = self.register
        try:
            work(register)
        except RedlineError as error:
            self.failed.emit(error.render(tr))
            return False
        self._dock.take_why()
        self._dock.tell("")
        self.done.emit()
        return True

    def _turn(self, work: Callable[[Register], Any], nothing: str) -> None:
        if self.register is None:
            return
        register = self.register
        try:
            step = work(register)
        except RedlineError as error:
            self.failed.emit(error.render(tr))
            return
        if step is None:
            self._dock.tell(nothing)
            return
        self._dock.tell("")
        self.done.emit()
        there = [key for key in register.changed if register.row_or_none(key) is not None]
        standing = [key for key in there if register.row(key)["state"] != RETIRED]
        if there:
            self._dock.select((standing or there)[:1])

    def _tool_changed(self, new: Any, _old: Any = None) -> None:
        name = next((name for name, tool in self.tools.items() if tool is new), "")
        self._dock.check_tool(name)
        if not name:
            self._marks.show_ghost(None, "", QPoint())


def who() -> str:
    """Return who edits, as QGIS or the system knows them."""
    return str(QgsApplication.userFullName() or getpass.getuser())

"""One input of the selected step: its title, and which layer or file it is."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from redline_plugin.i18n import tr
from redline_plugin.ui.board import How, InputState
from redline_plugin.ui.layers import Kind
from redline_plugin.ui.look import input_icon
from redline_plugin.ui.views import InputView

_SERVICES = ["wms", "wcs", "arcgismapserver", "arcgisimageserver", "virtualraster"]
_ICON = 16


class InputRow(QWidget):
    """Title with unit, status, and a box to say which layer or file it is.

    ``layer_chosen`` and ``path_chosen`` tell the term and the layer's id or the path; they come
    only from the user's hand, never from showing a state.
    """

    layer_chosen = pyqtSignal(str, str)
    path_chosen = pyqtSignal(str, str)

    def __init__(self, item: InputView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self._showing = False
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.status = QLabel()
        self.status.setFixedSize(QSize(_ICON, _ICON))
        self.layers: QgsMapLayerComboBox | None = None
        self.file: QgsFileWidget | None = None
        box = self._file_box() if item.kind in (Kind.FOLDER, Kind.FILE) else self._layer_box()
        box.setAccessibleName(item.title)
        box.setToolTip(item.help)
        self.title.setBuddy(box)
        self.title.setToolTip(item.help)

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.status, 1, 0)
        grid.addWidget(box, 1, 1)
        grid.setColumnStretch(1, 1)

    def show_state(self, state: InputState) -> None:
        """Show what is given and whether the step waits for it."""
        given = state.given
        self.status.setPixmap(input_icon(state).pixmap(QSize(_ICON, _ICON)))
        note = _note(self._item, state)
        self.status.setToolTip(note)
        self.status.setAccessibleName(note)
        self.title.setText(
            tr("{title} · {note}").format(title=self._item.title, note=note)
            if note
            else self._item.title
        )
        self._showing = True
        if self.layers is not None:
            layer = QgsProject.instance().mapLayer(given.layer) if given is not None else None
            if layer is not None:
                self.layers.setLayer(layer)
            else:
                # The first entry is "(no layer)"; setLayer(None) would leave the box blank.
                self.layers.setCurrentIndex(0)
        if self.file is not None:
            self.file.setFilePath(given.path if given is not None else "")
        self._showing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the panel instead of changing a box that has no focus."""
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _layer_box(self) -> QWidget:
        box = QgsMapLayerComboBox(self)
        box.setFilters(
            QgsMapLayerProxyModel.Filter.RasterLayer
            if self._item.kind is Kind.RASTER
            else QgsMapLayerProxyModel.Filter.PolygonLayer
        )
        box.setExcludedProviders(_SERVICES)
        box.setAllowEmptyLayer(True, tr("(no layer)"))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.activated.connect(self._layer_picked)
        self.layers = box
        return box

    def _file_box(self) -> QWidget:
        box = QgsFileWidget(self)
        folder = self._item.kind is Kind.FOLDER
        box.setStorageMode(
            QgsFileWidget.StorageMode.GetDirectory if folder else QgsFileWidget.StorageMode.GetFile
        )
        box.setDialogTitle(self._item.title)
        box.fileChanged.connect(self._path_picked)
        self.file = box
        return box

    def _layer_picked(self, _index: int) -> None:
        layer = self.layers.currentLayer() if self.layers is not None else None
        self.layer_chosen.emit(self._item.term, layer.id() if layer is not None else "")

    def _path_picked(self, path: str) -> None:
        if not self._showing:
            self.path_chosen.emit(self._item.term, path)


def _note(item: InputView, state: InputState) -> str:
    if state.missing:
        return tr("one of these is needed") if item.one_of else tr("missing")
    if state.given is None:
        return tr("optional")
    return tr("suggested by its name") if state.given.how is How.NAME else ""

"""The dock: the steps, what each lacks, and the way into each algorithm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import Qgis, QgsMapLayer, QgsProject
from qgis.gui import QgsDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from redline_plugin.core.errors import RedlineError
from redline_plugin.i18n import tr
from redline_plugin.ui import verdict
from redline_plugin.ui.assignments import Assignments
from redline_plugin.ui.board import Board
from redline_plugin.ui.connections import Connections
from redline_plugin.ui.demolayers import add_demo_layers
from redline_plugin.ui.detail import DetailPanel
from redline_plugin.ui.launch import open_dialog
from redline_plugin.ui.layers import project_layers, with_origins
from redline_plugin.ui.look import demo_icon, plugin_icon, stand_icon
from redline_plugin.ui.origins import Origins
from redline_plugin.ui.steplist import StepList, tooltip
from redline_plugin.ui.steps import DEMO, run_all_step, sections
from redline_plugin.ui.views import StepView, view

OBJECT_NAME = "RedlineDock"
_DEBOUNCE_MS = 150
_MESSAGE_S = 8


class Content(QWidget):
    """What is inside the dock; takes F1 before the main window does."""

    def __init__(self, dock: RedlineDock) -> None:
        super().__init__(dock)
        self._dock = dock

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F1:
            self._dock.explain()
            return True
        return super().event(event)


class RedlineDock(QgsDockWidget):
    """Shows the project's state; every button opens an algorithm."""

    def __init__(
        self, parent: QWidget | None = None, message_bar: QgsMessageBar | None = None
    ) -> None:
        super().__init__(tr("Redline 生态保护红线"), parent)
        self.setObjectName(OBJECT_NAME)
        self._project = QgsProject.instance()
        self._assignments = Assignments(self._project)
        self._message_bar = message_bar
        self._dialogs: list[Any] = []
        self._stale = True
        self._closed = False
        self._layers: dict[str, Connections] = {}

        listed = [
            (section, [one for step in section.steps if (one := view(step)) is not None])
            for section in sections()
        ]
        self.views = {one.step.id: one for _, views in listed for one in views}
        beside = {step.id: one for step in (run_all_step(), DEMO) if (one := view(step))}
        self._all_views = {**self.views, **beside}

        self.run_all = self._button(tr("Run all (model)"), run_all_step().id)
        self.make_demo = self._button(tr("Make the demo county"), DEMO.id)
        self.make_demo.setIcon(demo_icon())
        self.help = QToolButton(self)
        self.help.setText("?")
        self.help.setToolTip(tr("Explain the selected step (F1)"))
        self.help.setAccessibleName(tr("Explain the selected step (F1)"))
        self.help.clicked.connect(self.explain)
        self.steps = StepList(self)
        self.steps.fill([(tr(section.title), views, section.folded) for section, views in listed])
        self.detail = DetailPanel(self)
        self._lay_out()

        self.steps.step_selected.connect(self._select)
        self.steps.step_opened.connect(self.open_step)
        self.detail.open_asked.connect(self.open_step)
        self.detail.layer_chosen.connect(self._choose_layer)
        self.detail.path_chosen.connect(self._choose_path)

        self._origins = Origins(self)
        self._origins.changed.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self.look)
        self.visibilityChanged.connect(self._shown)
        self._signals = Connections()
        self._signals.add(self._project.layersAdded, self._watch)
        # Before they go: disconnecting from a layer that is deleted already is a crash.
        self._signals.add(self._project.layersWillBeRemoved["QStringList"], self._unwatch)
        self._signals.add(self._project.layersRemoved, self.schedule)
        self._signals.add(self._project.readProject, self.schedule)
        self._signals.add(self._project.cleared, self.schedule)
        self._watch(list(self._project.mapLayers().values()))
        self.board = self._take_stock()
        first = next((views for section, views in listed if views and not section.folded), [])
        if first:
            self.steps.select(first[0].step.id)
        self.refresh()
        self.schedule()

    def close_down(self) -> None:
        """Let go of the project, of threads and of open dialogs; the dock can then be deleted."""
        self._closed = True
        self._timer.stop()
        self._signals.close()
        for connections in self._layers.values():
            connections.close()
        self._layers.clear()
        self._origins.close()
        for dialog in list(self._dialogs):
            dialog.close()
        self._dialogs.clear()

    @property
    def busy(self) -> bool:
        """Whether something is still to be read or shown."""
        return self._timer.isActive() or self._origins.busy

    def schedule(self, *_: Any) -> None:
        """Refresh soon: many signals in a row become one refresh."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Show the project as it is now, with what is known of the layers' files."""
        self.board = self._take_stock()
        titles = {name: one.title for name, one in self.views.items()}
        states = {name: self.board.state(one) for name, one in self.views.items()}
        self.steps.show_states(titles, states)
        whole = self._all_views.get(run_all_step().id)
        if whole is not None:
            state = self.board.inputs_state(whole)
            self.run_all.setIcon(stand_icon(state.stand))
            self.run_all.setToolTip(tooltip(whole.title, state))
        self._show_detail()

    def open_step(self, step_id: str) -> None:
        """Open a step's algorithm, filled in as far as the project tells."""
        shown = self._all_views.get(step_id)
        if shown is None:
            return
        self.refresh()

        def finished(used: Mapping[str, Any], results: Mapping[str, Any]) -> None:
            # An algorithm that runs in the background may outlive the dock.
            if not self._closed:
                self._keep_results(shown, used, results)

        try:
            dialog = open_dialog(shown.step.algorithm, self.board.parameters(shown), finished)
        except RedlineError as error:
            self._tell(error.render(tr))
            return
        self._dialogs.append(dialog)
        dialog.destroyed.connect(lambda *_: self._forget(dialog))

    def add_demo_layers(self, results: Mapping[str, Any]) -> int:
        """Put a demo county's files, by term, into the project; return how many were added."""
        items = [item for one in self._all_views.values() for item in one.inputs]
        terms = {item.term: (item.short_title, item.kind) for item in items}
        return add_demo_layers(self._project, results, terms)

    def explain(self) -> None:
        """Show the help of the selected step beside it."""
        shown = self.views.get(self.steps.current_step())
        if shown is not None:
            place = self.detail.mapToGlobal(QPoint(12, 12))
            QWhatsThis.showText(place, f"<h3>{shown.title}</h3>{shown.help}", self.detail)

    def _button(self, text: str, step_id: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(60)
        shown = self._all_views.get(step_id)
        button.setEnabled(shown is not None)
        button.setToolTip(shown.about if shown is not None else "")
        button.clicked.connect(lambda: self.open_step(step_id))
        return button

    def _lay_out(self) -> None:
        content = Content(self)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.run_all, 1)
        top.addWidget(self.make_demo, 1)
        top.addWidget(self.help)
        splitter = QSplitter(Qt.Orientation.Vertical, content)
        splitter.addWidget(self.steps)
        splitter.addWidget(self.detail)
        splitter.setChildrenCollapsible(False)
        # The list takes what it needs, the selected step gets the rest.
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(4, 4, 4, 4)
        whole.addLayout(top)
        whole.addWidget(splitter, 1)
        self.setWidget(content)
        self.setWindowIcon(plugin_icon())

    def _take_stock(self) -> Board:
        layers = with_origins(project_layers(self._project), self._origins.known())
        return Board(
            list(self._all_views.values()),
            layers,
            self._assignments,
            verdict.load(self._project),
        )

    def look(self) -> None:
        """Look at the project now, and at its layers' files as soon as they are read."""
        self._stale = False
        self._origins.look(layer.uri for layer in project_layers(self._project))
        self.refresh()

    def _shown(self, visible: bool) -> None:
        if visible and self._stale:
            self._timer.start()

    def _watch(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if layer.id() not in self._layers:
                connections = Connections()
                connections.add(layer.nameChanged, self.schedule)
                connections.add(layer.dataSourceChanged, self.schedule)
                self._layers[layer.id()] = connections
        self.schedule()

    def _unwatch(self, layer_ids: list[str]) -> None:
        for layer_id in layer_ids:
            connections = self._layers.pop(layer_id, None)
            if connections is not None:
                connections.close()

    def _select(self, step_id: str) -> None:
        self.detail.show_step(self.views[step_id])
        self._show_detail()

    def _show_detail(self) -> None:
        shown = self.views.get(self.steps.current_step())
        if shown is not None:
            self.detail.show_step(shown)
            self.detail.show_states(self.board.inputs(shown))

    def _choose_layer(self, term: str, layer_id: str) -> None:
        self._assignments.choose_layer(term, layer_id)
        self.refresh()

    def _choose_path(self, term: str, path: str) -> None:
        self._assignments.choose_path(term, path)
        self.refresh()

    def _keep_results(
        self, shown: StepView, used: Mapping[str, Any], results: Mapping[str, Any]
    ) -> None:
        """Keep what a run gave and no layer tells: files, a verdict, a demo county's layers."""
        step = shown.step
        if step.saved_as and results.get(step.saved_as):
            self._assignments.choose_path(step.makes, str(results[step.saved_as]))
        if step.id == run_all_step().id:
            self._keep_files_of_model(results)
        if step.id == DEMO.id:
            count = self.add_demo_layers(results)
            self._tell(
                tr("{count} layers of the demo county were added.").format(count=count),
                Qgis.MessageLevel.Success,
            )
        found = verdict.from_results(str(used.get("INPUT") or ""), results)
        if found is not None:
            verdict.save(self._project, found)
        self.schedule()

    def _keep_files_of_model(self, results: Mapping[str, Any]) -> None:
        made = {step.makes for one in self.views.values() if (step := one.step).saved_as}
        for name, value in results.items():
            # QGIS names a model's output "step:NAME".
            term = name.rpartition(":")[2].lower()
            if term in made and isinstance(value, str):
                self._assignments.choose_path(term, value)

    def _forget(self, dialog: Any) -> None:
        if dialog in self._dialogs:
            self._dialogs.remove(dialog)

    def _tell(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        if self._message_bar is not None:
            self._message_bar.pushMessage(tr("Redline"), text, level, _MESSAGE_S)

"""Boxes of text that are as tall as their text, up to a limit."""

from __future__ import annotations

import html
from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPalette, QResizeEvent, QTextOption
from qgis.PyQt.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from redline_plugin.core.explain.tree import Finding, Stand
from redline_plugin.i18n import tr

_SIGNS = {Stand.GOOD: "✓", Stand.MARKED: "!", Stand.LACKING: "✗"}
_ON_LIGHT = {Stand.GOOD: "#1a6b33", Stand.MARKED: "#8a5a00", Stand.LACKING: "#b3261e"}
_ON_DARK = {Stand.GOOD: "#7fd699", Stand.MARKED: "#f0c36d", Stand.LACKING: "#ff9a8f"}
_DARK = 128


class FittingText(QTextBrowser):
    """Read-only text that can be selected, by keys too, and is no taller than it needs."""

    def __init__(self, name: str, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().contentsChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _fit(self) -> None:
        # Themes put more around the text than the frame.
        around = max(self.height() - self.viewport().height(), 2 * self.frameWidth())
        needed = int(self.document().size().height()) + around + 1
        most = self.fontMetrics().lineSpacing() * self._most_lines + 8
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed > most else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(max(self.fontMetrics().lineSpacing() + 8, min(needed, most)))


class AnswerText(FittingText):
    """The answer in sentences, each with a sign and a colour that its theme can be read in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The answer"), 9, parent)
        self._findings: tuple[Finding, ...] = ()
        self.viewport().setAutoFillBackground(False)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show sentences."""
        self._findings = tuple(findings)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        dark = is_dark(self.palette())
        colours = _ON_DARK if dark else _ON_LIGHT
        lines = []
        for finding in self._findings:
            sign = _SIGNS.get(finding.stand, "")
            text = html.escape(f"{sign} {finding.text.render(tr)}".strip())
            colour = colours.get(
                finding.stand, self.palette().color(QPalette.ColorRole.Text).name()
            )
            lines.append(f'<p style="margin:0 0 3px 0;color:{colour}">{text}</p>')
        self.setHtml("".join(lines))


def is_dark(palette: QPalette) -> bool:
    """Return whether text is light on a dark ground."""
    ground: QColor = palette.color(QPalette.ColorRole.Base)
    return ground.lightness() < _DARK

"""Paints location sketches as pictures, on any thread."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.survey.forms.sketch import Sketch
from redline_plugin.core.survey.forms.sketchdraw import draw_sketch
from redline_plugin.core.survey.forms.sketchstyle import PAPER
from redline_plugin.processing.formfonts import installed

_UNITS = 20
"""Of the painter, in a millimetre, for texts: sizes of fonts are whole numbers."""
_VEIL = 204


class QtCanvas:
    """A canvas (core.survey.forms.canvas) that is a picture."""

    def __init__(self) -> None:
        self._family = installed()[0]
        self._fonts: dict[int, tuple[QFont, QFontMetricsF]] = {}
        self._painter = QPainter()
        self._colours: dict[str, QColor] = {}
        self._veil = QColor(PAPER)
        self._veil.setAlpha(_VEIL)

    def image(self, sketch: Sketch, dots_per_mm: float) -> QImage:
        """Return a sketch as a picture."""
        image = QImage(
            round(sketch.width * dots_per_mm),
            round(sketch.height * dots_per_mm),
            QImage.Format.Format_RGB32,
        )
        image.fill(QColor(PAPER))
        self._painter.begin(image)
        try:
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.scale(dots_per_mm, dots_per_mm)
            draw_sketch(self, sketch)
        finally:
            self._painter.end()
        return image

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        self._painter.save()
        self._painter.translate(x, y)
        self._painter.setClipRect(QRectF(0, 0, width, height))

    def unclip(self) -> None:
        self._painter.restore()

    def lines(
        self,
        shapes: Sequence[BaseGeometry],
        colour: str,
        width: float,
        dashes: Sequence[float] = (),
    ) -> None:
        pen = QPen(self._colour(colour))
        pen.setWidthF(width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
        if dashes:
            pen.setDashPattern(list(dashes))
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw(shapes)

    def areas(self, shapes: Sequence[BaseGeometry], fill: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(self._colour(fill)))
        self._draw(shapes)

    def _draw(self, shapes: Sequence[BaseGeometry]) -> None:
        for shape in shapes:
            # Held while it is drawn: what constGet gives is only lent.
            geometry = QgsGeometry()
            geometry.fromWkb(shape.wkb)
            geometry.constGet().draw(self._painter)

    def polygon(
        self, points: Sequence[tuple[float, float]], fill: str, line: str = "", width: float = 0.0
    ) -> None:
        self._paint(fill, line, width)
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def disc(
        self, x: float, y: float, radius: float, fill: str, line: str = "", width: float = 0.0
    ) -> None:
        self._paint(fill, line, width)
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def veil(self, x: float, y: float, width: float, height: float) -> None:
        self._painter.fillRect(QRectF(x, y, width, height), self._veil)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        height: float,
        size: float,
        colour: str,
        start: bool = False,
    ) -> None:
        font, metrics = self._font(size)
        wide = metrics.horizontalAdvance(text) / _UNITS
        if wide > width:
            font, metrics = self._font(size * width / wide)
        self._painter.save()
        self._painter.scale(1.0 / _UNITS, 1.0 / _UNITS)
        self._painter.setFont(font)
        self._painter.setPen(self._colour(colour))
        side = Qt.AlignmentFlag.AlignLeft if start else Qt.AlignmentFlag.AlignHCenter
        box = QRectF(x * _UNITS, y * _UNITS, width * _UNITS, height * _UNITS)
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
        self._painter.restore()

    def _paint(self, fill: str, line: str, width: float) -> None:
        if line:
            pen = QPen(self._colour(line))
            pen.setWidthF(width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            self._painter.setPen(pen)
        else:
            self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(self._colour(fill)) if fill else Qt.BrushStyle.NoBrush)

    def _colour(self, colour: str) -> QColor:
        if colour not in self._colours:
            self._colours[colour] = QColor(colour)
        return self._colours[colour]

    def _font(self, size: float) -> tuple[QFont, QFontMetricsF]:
        pixels = max(1, int(size * _UNITS))
        if pixels not in self._fonts:
            font = QFont(self._family)
            font.setPixelSize(pixels)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[pixels] = font, QFontMetricsF(font)
        return self._fonts[pixels]

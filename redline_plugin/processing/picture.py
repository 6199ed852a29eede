"""A map sheet as a picture, drawn with a painter: works on any thread, unlike print layouts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

MILLIMETRES_PER_INCH = 25.4
_NICE = (1.0, 2.0, 5.0)


@dataclass(frozen=True)
class LegendEntry:
    """One line of the legend: text, fill and outline."""

    text: str
    fill: QColor
    line: QColor


@dataclass(frozen=True)
class Sheet:
    """What a map sheet shows.

    Attributes:
        title: above the map.
        layers: top first.
        extent: of the map, in ``crs``.
        crs: of the map.
        legend: entries, top first.
        legend_title: above them.
        notes: lines under the map.
        width_mm: of the sheet.
        height_mm: of the sheet.
        dpi: of the picture.
    """

    title: str
    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    legend: Sequence[LegendEntry]
    legend_title: str
    notes: Sequence[str]
    width_mm: float = 297.0
    height_mm: float = 210.0
    dpi: int = 200


class Drawing:
    """Draws a sheet; lengths are in millimetres."""

    MARGIN = 10.0
    TITLE = 16.0
    SIDE = 62.0
    NOTE = 5.0

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._scale = sheet.dpi / MILLIMETRES_PER_INCH
        self.image = QImage(
            round(sheet.width_mm * self._scale),
            round(sheet.height_mm * self._scale),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self.image.setDotsPerMeterX(round(sheet.dpi / MILLIMETRES_PER_INCH * 1000))
        self.image.setDotsPerMeterY(round(sheet.dpi / MILLIMETRES_PER_INCH * 1000))

    def draw(self) -> QImage:
        """Draw everything and return the picture."""
        self.image.fill(QColor("white"))
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self._draw(painter)
        finally:
            painter.end()
        return self.image

    def _draw(self, painter: QPainter) -> None:
        sheet = self._sheet
        notes_height = self.NOTE * len(sheet.notes) + 2.0
        frame = QRectF(
            self.MARGIN,
            self.MARGIN + self.TITLE,
            sheet.width_mm - 2 * self.MARGIN - self.SIDE,
            sheet.height_mm - 2 * self.MARGIN - self.TITLE - notes_height,
        )
        self._text(
            painter,
            QRectF(self.MARGIN, self.MARGIN - 2, sheet.width_mm - 2 * self.MARGIN, self.TITLE),
            sheet.title,
            20,
            Qt.AlignmentFlag.AlignCenter,
            bold=True,
        )
        settings = self._map(painter, frame)
        painter.setPen(self._pen("black", 0.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._rect(frame))
        side = QRectF(frame.right() + 6, frame.top(), self.SIDE - 6, frame.height())
        self._north(painter, QPointF(side.left() + side.width() / 2, side.top() + 2))
        self._legend(painter, QRectF(side.left(), side.top() + 30, side.width(), side.height()))
        self._scale_bar(painter, QPointF(side.left(), frame.bottom() - 8), settings, side.width())
        for number, note in enumerate(sheet.notes):
            self._text(
                painter,
                QRectF(
                    self.MARGIN,
                    frame.bottom() + 1.5 + number * self.NOTE,
                    sheet.width_mm - 2 * self.MARGIN,
                    self.NOTE,
                ),
                note,
                8,
            )

    def _map(self, painter: QPainter, frame: QRectF) -> QgsMapSettings:
        sheet = self._sheet
        settings = QgsMapSettings()
        settings.setLayers(list(sheet.layers))
        settings.setDestinationCrs(sheet.crs)
        settings.setExtent(sheet.extent)
        size = QSize(round(frame.width() * self._scale), round(frame.height() * self._scale))
        settings.setOutputSize(size)
        settings.setOutputDpi(sheet.dpi)
        settings.setBackgroundColor(QColor("white"))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor("white"))
        map_painter = QPainter(image)
        job = QgsMapRendererCustomPainterJob(settings, map_painter)
        job.renderSynchronously()
        map_painter.end()
        painter.drawImage(QPointF(frame.left() * self._scale, frame.top() * self._scale), image)
        return settings

    def _legend(self, painter: QPainter, area: QRectF) -> None:
        top = area.top()
        self._text(
            painter,
            QRectF(area.left(), top, area.width(), 7),
            self._sheet.legend_title,
            11,
            bold=True,
        )
        top += 8
        for entry in self._sheet.legend:
            swatch = QRectF(area.left(), top + 1, 9, 5)
            painter.setPen(QPen(entry.line, 0.4 * self._scale))
            painter.setBrush(entry.fill)
            painter.drawRect(self._rect(swatch))
            self._text(painter, QRectF(area.left() + 12, top, area.width() - 12, 7), entry.text, 9)
            top += 8

    def _north(self, painter: QPainter, top: QPointF) -> None:
        half, height = 4.0, 16.0
        tip, base = QPointF(top.x(), top.y() + 6), top.y() + 6 + height
        left = QPolygonF([tip, QPointF(tip.x() - half, base), QPointF(tip.x(), base - 4)])
        right = QPolygonF([tip, QPointF(tip.x() + half, base), QPointF(tip.x(), base - 4)])
        painter.setPen(self._pen("black", 0.3))
        for shape, colour in ((left, "black"), (right, "white")):
            painter.setBrush(QColor(colour))
            painter.drawPolygon(
                QPolygonF([QPointF(p.x() * self._scale, p.y() * self._scale) for p in shape])
            )
        self._text(
            painter,
            QRectF(top.x() - 5, top.y() - 1, 10, 6),
            "N",
            12,
            Qt.AlignmentFlag.AlignCenter,
            bold=True,
        )

    def _scale_bar(
        self, painter: QPainter, at: QPointF, settings: QgsMapSettings, width: float
    ) -> None:
        measure = QgsDistanceArea()
        measure.setSourceCrs(self._sheet.crs, QgsProject.instance().transformContext())
        measure.setEllipsoid(self._sheet.crs.ellipsoidAcronym())
        extent = settings.visibleExtent()
        middle = extent.center().y()
        metres = measure.measureLine(
            QgsPointXY(extent.xMinimum(), middle), QgsPointXY(extent.xMaximum(), middle)
        )
        per_mm = metres / (settings.outputSize().width() / self._scale)
        length = nice_length(per_mm * width * 0.7)
        bar = length / per_mm
        painter.setPen(self._pen("black", 0.3))
        for part, colour in ((0.0, "black"), (0.5, "white")):
            painter.setBrush(QColor(colour))
            painter.drawRect(self._rect(QRectF(at.x() + bar * part, at.y(), bar / 2, 2)))
        unit, factor = ("km", 1000.0) if length >= 2000 else ("m", 1.0)
        for share, text in ((0.0, "0"), (1.0, f"{length / factor:g} {unit}")):
            self._text(
                painter,
                QRectF(at.x() + bar * share - 10, at.y() + 2.5, 20, 5),
                text,
                8,
                Qt.AlignmentFlag.AlignCenter,
            )

    def _text(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        points: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        bold: bool = False,
    ) -> None:
        """Write one line, made smaller until it fits."""
        rect = self._rect(area)
        font = QFont(painter.font())
        font.setBold(bold)
        pixels = points / 72 * self._sheet.dpi
        font.setPixelSize(round(pixels))
        while pixels > 8 and QFontMetricsF(font).horizontalAdvance(text) > rect.width():
            pixels *= 0.95
            font.setPixelSize(round(pixels))
        painter.setFont(font)
        painter.setPen(QColor("black"))
        painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, text)

    def _rect(self, area: QRectF) -> QRectF:
        s = self._scale
        return QRectF(area.left() * s, area.top() * s, area.width() * s, area.height() * s)

    def _pen(self, colour: str, width: float) -> QPen:
        return QPen(QColor(colour), width * self._scale)


def nice_length(most: float) -> float:
    """Return the largest of 1, 2, 5 times a power of ten that is not above ``most``."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in _NICE if step * power <= most)

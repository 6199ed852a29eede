"""Photos for forms: turned upright, made small, and told of when they cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.PyQt.QtCore import QBuffer, QIODevice, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QImageReader, QPainter

from redline_plugin.core.errors import Problem
from redline_plugin.core.survey.forms.docxtemplate import Picture
from redline_plugin.core.text import msg

LONGEST = 720
"""Pixels; 50 mm of paper at 360 dots per inch."""
SKETCH_LONGEST = 1200
_QUALITY = 85


def read_photos(
    files: Mapping[str, Path], longest: Mapping[str, int]
) -> tuple[dict[str, Picture], list[Problem]]:
    """Read photos, as JPEG.

    Args:
        files: by key.
        longest: by key, pixels of the longer side; LONGEST where none is given.

    Returns:
        Those that could be read, and what is wrong with the others.
    """
    found: dict[str, Picture] = {}
    problems = []
    for key, path in files.items():
        image, reason = _read(path, longest.get(key, LONGEST))
        if image is None:
            problems.append(
                Problem(msg("The photo cannot be read ({reason}).", reason=reason), str(path))
            )
        else:
            found[key] = _jpeg(image)
    return found, problems


def _read(path: Path, longest: int) -> tuple[QImage | None, str]:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    # What it holds counts, not how it is called.
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        # A JPEG of any size is read as a small one at once.
        reader.setScaledSize(
            size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        return None, str(reader.errorString())
    return _opaque(image), ""


def _opaque(image: QImage) -> QImage:
    """Return a picture on white: a JPEG has no transparency."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    found = QImage(image.size(), QImage.Format.Format_RGB32)
    found.fill(QColor("#ffffff"))
    painter = QPainter(found)
    painter.drawImage(0, 0, image)
    painter.end()
    return found


def _jpeg(image: QImage) -> Picture:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)
    return Picture(bytes(buffer.data()), "jpeg", image.width(), image.height())

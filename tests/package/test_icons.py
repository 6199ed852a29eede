"""The list of icons and the folder of icons are equal, and Qt can draw each."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.PyQt.QtGui import QColor, QIcon, QImage

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "redline_plugin" / "resources" / "icons"
ICONS = sorted(FOLDER.iterdir())


def test_the_list_and_the_folder_are_equal() -> None:
    tree = ElementTree.parse(ROOT / "resources.qrc")  # noqa: S314, the project's own file
    listed = [entry.text for entry in tree.iter("file")]
    assert listed == [path.relative_to(ROOT).as_posix() for path in ICONS]


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.name)
@pytest.mark.parametrize("size", [16, 24, 64])
def test_each_icon_can_be_drawn(path: Path, size: int) -> None:
    image: QImage = QIcon(str(path)).pixmap(size, size).toImage()
    assert image.width() == size
    colours = {
        QColor(image.pixel(x, y)).name()
        for x in range(size)
        for y in range(size)
        if image.pixelColor(x, y).alpha() > 200
    }
    assert len(colours) > 2, "an empty or a one-coloured picture"


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.name)
def test_an_icon_needs_nothing_from_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "href" not in text
    assert "<image" not in text
    assert len(text) < 4096

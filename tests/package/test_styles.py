"""The shipped styles are those that the declarations say."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from qgis.core import QgsRasterLayer, QgsStyle
from support.rasters import write

from redline_plugin.core.style import RAMPS


def test_the_styles_are_up_to_date(root):
    done = subprocess.run(
        [sys.executable, str(root / "scripts" / "styles"), "--check"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("tail", "title"), [("", "Extremely important"), (".zh", "极重要")])
def test_a_style_can_be_loaded(qgis_app, root, tmp_path, tail, title):
    path = write(tmp_path / "x.tif", np.array([[1, 2, 3]], np.uint8), nodata=0)
    layer = QgsRasterLayer(path, "x")
    _, ok = layer.loadNamedStyle(
        str(root / "redline_plugin" / "resources" / "styles" / f"gradefunction{tail}.qml")
    )
    assert ok
    assert (3, title) in [(int(one.value), one.label) for one in layer.renderer().classes()]


def test_the_ramps_can_be_imported(qgis_app, root):
    style = QgsStyle()
    style.createMemoryDatabase()
    assert style.importXml(str(root / "redline_plugin" / "resources" / "styles" / "ramps.xml"))
    assert set(style.colorRampNames()) == {f"Redline {name}" for name in RAMPS}

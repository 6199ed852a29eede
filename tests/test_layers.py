"""Each floor of the house knows only the floors under it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "redline_plugin"
VENDOR = PACKAGE / "vendor"  # libraries of others, put there by scripts/vendor
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if VENDOR not in path.parents)
CORE = "redline_plugin.core"

# Folder or module -> the parts of redline_plugin that it may import besides itself. The longest
# prefix counts. i18n and compat are small helpers of the two shells, processing and ui; verify is
# the shell of a command line, for people without QGIS.
MAY_IMPORT = {
    "redline_plugin": {"redline_plugin.plugin"},
    "redline_plugin.plugin": {
        CORE, "redline_plugin.processing", "redline_plugin.ui",
        "redline_plugin.i18n", "redline_plugin.compat",
    },
    "redline_plugin.ui": {
        CORE, "redline_plugin.processing", "redline_plugin.i18n", "redline_plugin.compat",
    },
    "redline_plugin.processing": {CORE, "redline_plugin.i18n", "redline_plugin.compat"},
    "redline_plugin.i18n": {CORE, "redline_plugin.compat"},
    "redline_plugin.compat": {CORE},
    "redline_plugin.verify": {CORE},
    CORE: {"redline_plugin.vendor"},
}  # fmt: skip
# Within core the writer of a package and its verifier must not know each other.
STRANGERS = [(f"{CORE}.package", f"{CORE}.verify"), (f"{CORE}.verify", f"{CORE}.package")]
CORE_LIBRARIES = {"jinja2", "numpy", "osgeo", "scipy", "shapely", "yaml"}
# Optional, and only inside the function that needs it.
CORE_OPTIONAL = {"dask", "distributed"}
WITHOUT_QGIS = {CORE, "redline_plugin.verify"}
SHELL_LIBRARIES = CORE_LIBRARIES | {"processing", "qgis"}
FORBIDDEN_EVERYWHERE = {"PyQt5", "PyQt6", "sip"}


def module_name(path: Path, package: Path = PACKAGE) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, name: str) -> Iterator[str]:
    """Yield the full names that a module imports, anywhere in it."""
    base = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = node.module or ""
            if node.level:
                above = base.split(".")[: len(base.split(".")) - node.level + 1]
                start = ".".join([*above, start] if start else above)
            yield from (f"{start}.{alias.name}" for alias in node.names)


def inside(name: str, part: str) -> bool:
    return name == part or name.startswith(part + ".")


def allowed_for(name: str) -> tuple[str, set[str]]:
    """Return the floor that a module stands on and the floors that it may know."""
    floor = max((one for one in MAY_IMPORT if inside(name, one)), key=len)
    if floor == "redline_plugin" and name != floor:
        raise AssertionError(f"{name} stands on no floor: add it to MAY_IMPORT")
    return floor, MAY_IMPORT[floor]


def arrows_up(path: Path, name: str) -> list[str]:
    """Return the imports of a module that its floor does not allow."""
    floor, allowed = allowed_for(name)
    wrong = []
    for target in imports(path, name):
        top = target.split(".")[0]
        if top in FORBIDDEN_EVERYWHERE:
            wrong.append(target)
        elif top == "redline_plugin":
            own = target == floor if floor == "redline_plugin" else inside(target, floor)
            fine = own or any(inside(target, part) for part in allowed)
            strange = any(inside(name, me) and inside(target, other) for me, other in STRANGERS)
            if strange or not fine:
                wrong.append(target)
        elif top not in sys.stdlib_module_names:
            qgis_free = floor in WITHOUT_QGIS
            if top not in (CORE_LIBRARIES | CORE_OPTIONAL if qgis_free else SHELL_LIBRARIES):
                wrong.append(target)
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_only_what_its_floor_may(path: Path) -> None:
    assert arrows_up(path, module_name(path)) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("redline_plugin/core/a.py", "from qgis.core import QgsProject"),
        ("redline_plugin/core/a.py", "import pandas"),
        ("redline_plugin/core/a.py", "from redline_plugin.processing import provider"),
        ("redline_plugin/core/a.py", "from ..processing import provider"),
        ("redline_plugin/core/a.py", "from redline_plugin import i18n"),
        ("redline_plugin/core/a.py", "def f():\n    from redline_plugin.ui import dock"),
        ("redline_plugin/core/verify/a.py", "from redline_plugin.core.package import codes"),
        ("redline_plugin/core/package/a.py", "from ..verify import rules"),
        ("redline_plugin/processing/a.py", "from redline_plugin.ui.dock import Dock"),
        ("redline_plugin/processing/a.py", "from redline_plugin.plugin import RedlinePlugin"),
        ("redline_plugin/ui/a.py", "from PyQt5.QtCore import Qt"),
        ("redline_plugin/verify.py", "from qgis.core import QgsProject"),
        ("redline_plugin/verify.py", "from redline_plugin.i18n import tr"),
        ("redline_plugin/__init__.py", "from redline_plugin.core import errors"),
    ],
)
def test_an_arrow_up_is_found(tmp_path: Path, name: str, line: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(line, encoding="utf-8")
    assert arrows_up(path, module_name(path, tmp_path / "redline_plugin"))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("redline_plugin/core/a.py", "import json, numpy\nfrom osgeo import gdal"),
        ("redline_plugin/core/grade/a.py", "from ..raster import grid\nfrom . import b"),
        ("redline_plugin/processing/a.py", "from redline_plugin.core.errors import Problem"),
        ("redline_plugin/ui/a.py", "from redline_plugin.processing import provider"),
    ],
)
def test_an_arrow_down_is_fine(tmp_path: Path, name: str, line: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(line, encoding="utf-8")
    assert arrows_up(path, module_name(path, tmp_path / "redline_plugin")) == []


def test_core_imports_in_a_python_without_qgis() -> None:
    names = [name for name in map(module_name, MODULES) if allowed_for(name)[0] in WITHOUT_QGIS]
    assert len(names) > 10
    code = f"""
import importlib, sys

class NoQgis:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "PyQt5", "PyQt6", "sip", "processing"):
            raise ModuleNotFoundError("blocked: " + name)

sys.meta_path.insert(0, NoQgis())
try:
    import qgis.core
except ModuleNotFoundError:
    pass
else:
    raise SystemExit("qgis was not blocked: this test proves nothing")
for name in {names!r}:
    importlib.import_module(name)
print(len({names!r}))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(names)

"""Libraries of others: put in place as the plugin's own modules, with their licences."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

NAMES = ("segno", "xlsxwriter")


@pytest.fixture
def vendor(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("vendor")


def test_what_is_there_is_what_is_pinned(vendor: ModuleType, root: Path) -> None:
    assert vendor.is_current(root)
    lines = (root / vendor.REQUIREMENTS).read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin.split("==")[0] for pin in pins] == list(NAMES)
    assert all(" --hash=sha256:" in pin for pin in pins)


def test_nothing_imports_the_libraries_by_their_own_names(vendor: ModuleType, root: Path) -> None:
    modules = sorted((root / vendor.TARGET).rglob("*.py"))
    assert len(modules) > 20
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            assert not [name for name in names if name.split(".")[0] in NAMES], path


def test_they_work_without_being_installed(root: Path, tmp_path: Path) -> None:
    code = f"""
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {NAMES!r}:
            raise ModuleNotFoundError("blocked: " + name)
sys.meta_path.insert(0, Blocked())
before = list(sys.path)
from redline_plugin.vendor import segno, xlsxwriter
assert sys.path == before
book = xlsxwriter.Workbook("a.xlsx")
sheet = book.add_worksheet()
sheet.write_string(0, 0, "=1")
book.close()
print(len(segno.make_qr("x").matrix))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == "21\n"
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")


def wheel(folder: Path, files: dict[str, str]) -> Path:
    path = folder / "lib-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_a_wheel_is_unpacked_with_its_licence_and_relative_imports(
    vendor: ModuleType, tmp_path: Path
) -> None:
    source = "import sys\nfrom lib import b\nfrom lib.sub.c import d\nfrom library import e\n"
    path = wheel(
        tmp_path,
        {
            "lib/__init__.py": "from lib.a import x\n",
            "lib/a.py": source,
            "lib/sub/c.py": "from lib.a import sys\n",
            "lib/a.pyi": "",
            "lib-1.0.data/data/man.1": "",
            "lib-1.0.dist-info/METADATA": "",
            "lib-1.0.dist-info/licenses/LICENSE.md": "free",
        },
    )
    vendor.unpack(path, tmp_path / "out")
    found = {
        item.relative_to(tmp_path / "out").as_posix(): item.read_text(encoding="utf-8")
        for item in (tmp_path / "out").rglob("*")
        if item.is_file()
    }
    assert found == {
        "lib/__init__.py": "from .a import x\n",
        "lib/a.py": "import sys\nfrom . import b\nfrom .sub.c import d\nfrom library import e\n",
        "lib/sub/c.py": "from ..a import sys\n",
        "lib/LICENSE.md": "free",
    }


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"lib/__init__.py": ""}, "no licence"),
        ({"lib-1.0.dist-info/LICENSE": ""}, "no package lib"),
        ({"lib/__init__.py": "import lib.a\n", "lib-1.0.dist-info/LICENSE": ""}, "not expected"),
    ],
)
def test_a_wheel_that_is_not_as_expected_is_refused(
    vendor: ModuleType, tmp_path: Path, files: dict[str, str], words: str
) -> None:
    with pytest.raises(vendor.VendorError, match=words):
        vendor.unpack(wheel(tmp_path, files), tmp_path)


def test_marks_for_the_scanner_are_looked_at_again_when_a_library_changes(
    vendor: ModuleType,
) -> None:
    marked = vendor.marked("segno/encoder.py", "def f(a):\n    assert a\n    return a\n")
    assert marked == "def f(a):\n    assert a  # nosec B101\n    return a\n"
    with pytest.raises(vendor.VendorError, match="look at SAFE"):
        vendor.marked("segno/encoder.py", "def f(a):\n    return a\n")


def test_the_scanner_finds_nothing_in_them(root: Path, vendor: ModuleType) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "--recursive", "--quiet", str(root / vendor.TARGET)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout

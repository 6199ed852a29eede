"""The zip holds what QGIS and the plugin repository want, and nothing else."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]


@pytest.fixture
def package(script: Load, tmp_path: Path, root: Path) -> ModuleType:
    """The script, set on a small copy of the repository."""
    module = script("package")
    copy = tmp_path / "repository"
    folder = copy / "redline_plugin"
    (folder / "resources" / "i18n").mkdir(parents=True)
    shutil.copy(root / "redline_plugin" / "metadata.txt", folder)
    shutil.copy(root / "LICENSE", copy)
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (copy / "scripts").mkdir()
    for name in ("vendor", "requirements-vendor.txt"):
        shutil.copy(root / "scripts" / name, copy / "scripts")
    (folder / "vendor").mkdir()
    made = script("vendor").made_from(copy)
    (folder / "vendor" / ".made").write_text(made, encoding="ascii")
    module.ROOT, module.PACKAGE = copy, folder
    return module


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


@pytest.fixture
def files(built_zip: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(built_zip) as archive:
        yield archive


def test_everything_is_under_the_package(files: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in files.namelist()} == {"redline_plugin"}
    assert files.testzip() is None


def test_what_must_be_in_is_in(files: zipfile.ZipFile) -> None:
    inside = set(files.namelist())
    assert {
        "redline_plugin/__init__.py",
        "redline_plugin/LICENSE",
        "redline_plugin/metadata.txt",
        "redline_plugin/resources/icons/redline.svg",
        "redline_plugin/resources/i18n/redline_zh.qm",
        "redline_plugin/resources/forms/marker_zh.docx",
        "redline_plugin/vendor/xlsxwriter/LICENSE.txt",
        "redline_plugin/vendor/segno/LICENSE",
    } <= inside
    licence = files.read("redline_plugin/LICENSE").decode()
    assert "GNU GENERAL PUBLIC LICENSE" in licence
    assert "Version 2, June 1991" in licence


def test_what_must_stay_out_is_out(files: zipfile.ZipFile) -> None:
    for name in files.namelist():
        parts = Path(name).parts
        assert not any(part.startswith(".") for part in parts), name
        assert "__pycache__" not in parts, name
        assert "tests" not in parts, name
        assert not name.endswith((".pyc", ".ts", ".part")), name


def test_all_modules_of_the_checkout_are_in(built_zip: Path, root: Path) -> None:
    modules = {path.relative_to(root).as_posix() for path in root.glob("redline_plugin/**/*.py")}
    assert {name for name in names(built_zip) if name.endswith(".py")} == modules


def test_the_same_files_give_the_same_bytes(package: ModuleType, tmp_path: Path) -> None:
    one = package.build(tmp_path / "one").read_bytes()
    (package.PACKAGE / "__init__.py").touch()
    (package.PACKAGE / "metadata.txt").chmod(0o600)
    assert package.build(tmp_path / "two").read_bytes() == one


def test_left_behind_files_stay_out(package: ModuleType, tmp_path: Path) -> None:
    for name in (".hidden", "a.py~", "a.orig", "__pycache__/a.pyc", ".git/config"):
        path = package.PACKAGE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert names(package.build(tmp_path)) == [
        "redline_plugin/LICENSE",
        "redline_plugin/__init__.py",
        "redline_plugin/metadata.txt",
    ]


def test_a_dead_link_ends_the_build(package: ModuleType, tmp_path: Path) -> None:
    (package.PACKAGE / "gone.py").symlink_to("nowhere.py")
    with pytest.raises(package.BuildError, match=r"gone\.py is a dead link"):
        package.build(tmp_path)
    assert list(tmp_path.glob("*.zip*")) == []


def test_a_translation_that_is_not_compiled_ends_the_build(
    package: ModuleType, tmp_path: Path
) -> None:
    source = package.PACKAGE / "resources" / "i18n" / "redline_zh.ts"
    source.write_text("<TS/>", encoding="utf-8")
    with pytest.raises(package.BuildError, match=r"redline_zh\.qm is missing or old"):
        package.build(tmp_path)
    source.with_suffix(".qm").write_bytes(b"compiled")
    assert "redline_plugin/resources/i18n/redline_zh.qm" in names(package.build(tmp_path))


@pytest.mark.parametrize("change", ["missing", "other pin"])
def test_libraries_that_are_not_the_pinned_ones_end_the_build(
    package: ModuleType, tmp_path: Path, change: str
) -> None:
    if change == "missing":
        shutil.rmtree(package.PACKAGE / "vendor")
    else:
        pins = package.ROOT / "scripts" / "requirements-vendor.txt"
        pins.write_text(pins.read_text(encoding="utf-8") + "other==1\n", encoding="utf-8")
    with pytest.raises(package.BuildError, match=r"redline_plugin/vendor is missing or old"):
        package.build(tmp_path)
    assert list(tmp_path.glob("*.zip*")) == []


def test_a_byte_order_mark_ends_the_build(package: ModuleType, tmp_path: Path) -> None:
    metadata = package.PACKAGE / "metadata.txt"
    metadata.write_bytes(b"\xef\xbb\xbf" + metadata.read_bytes())
    with pytest.raises(package.BuildError, match="byte order mark"):
        package.build(tmp_path)


def test_a_zip_too_large_for_the_repository_is_not_left(
    package: ModuleType, tmp_path: Path
) -> None:
    package.LARGEST = 100
    with pytest.raises(package.BuildError, match="the repository takes 100"):
        package.build(tmp_path)
    assert list(tmp_path.glob("*.zip*")) == []

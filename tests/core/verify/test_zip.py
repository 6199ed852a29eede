"""Packages in a zip: names in any encoding, and nothing dangerous is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.verify import staging
from redline_plugin.core.verify.findings import Verdict
from redline_plugin.core.verify.verify import verify_package
from tests.core.verify.spoil import AREAS, flip


def verify(package: Path) -> Verdict:
    return verify_package(package, Quiet())


def rules(verdict: Verdict) -> set[str]:
    return {finding.rule for finding in verdict.findings}


def zipped(package: Path, inside: str = "") -> Path:
    path = package.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(package.rglob("*")):
            archive.write(file, inside + file.relative_to(package).as_posix())
    return path


@pytest.mark.parametrize("inside", ["", "成果/"])
def test_a_zip_passes_with_and_without_its_folder(package: Path, inside: str) -> None:
    verdict = verify(zipped(package, inside))
    assert verdict.findings == (), verdict.text()


def test_a_spoiled_file_in_a_zip_is_found(package: Path) -> None:
    flip(AREAS)(package)
    assert rules(verify(zipped(package))) >= {"RL-F05"}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_zip_without_the_utf8_mark_is_read(package: Path, encoding: str) -> None:
    """Archives made on a Chinese Windows: names as bytes, and nothing says in which encoding."""
    words = {"矢量数据": "V", "登记表": "F"}
    plain = {word: sign * len(word.encode(encoding)) for word, sign in words.items()}
    path = package.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(p for p in package.rglob("*") if p.is_file()):
            name = file.relative_to(package).as_posix()
            for word, sign in plain.items():
                name = name.replace(word, sign)
            archive.write(file, name)
    data = path.read_bytes()
    for word, sign in plain.items():
        assert sign.encode() in data
        data = data.replace(sign.encode(), word.encode(encoding))
    path.write_bytes(data)
    verdict = verify(path)
    assert verdict.findings == (), verdict.text()


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../../evil", "C:\\evil"])
def test_a_path_that_climbs_out_of_a_zip_is_not_unpacked(package, tmp_path, name: str) -> None:
    path = zipped(package)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"x")
    verdict = verify(path)
    assert "RL-F02" in rules(verdict)
    assert not (tmp_path / "evil").exists()


def test_links_double_names_and_encrypted_members_of_a_zip(package: Path) -> None:
    path = zipped(package)
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(AREAS, b"other")
    verdict = verify(path)
    files = {finding.file for finding in verdict.findings if finding.rule == "RL-F06"}
    assert files == {"link", AREAS}
    data = bytearray(path.read_bytes())
    start = data.find(b"PK\x01\x02")
    data[start + 8] |= 1
    path.write_bytes(data)
    assert any("encrypted" in str(f.what) for f in verify(path).findings)


def test_a_bomb_is_not_unpacked(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(package)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\x00" * (12 << 20))
    assert "RL-F07" in rules(verify(path))


def test_limits_of_size_and_number(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "MOST_BYTES", 50_000)
    assert "RL-F07" in rules(verify(package))
    monkeypatch.undo()
    monkeypatch.setattr(staging, "MOST_FILES", 5)
    assert "RL-F07" in rules(verify(package))


def test_a_damaged_zip_is_said(package: Path) -> None:
    path = zipped(package)
    data = bytearray(path.read_bytes())
    start = data.find("矢量数据/STBHHX.dbf".encode()) + 60
    data[start : start + 40] = b"\x00" * 40
    path.write_bytes(data)
    assert "RL-F05" in rules(verify(path))
    path.write_bytes(data[:-30])
    with pytest.raises(InputError):
        verify(path)

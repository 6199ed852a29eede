"""The scan finds what the plugin repository would block."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

# Put together here so that no scanner takes this test for the thing itself.
KEY = "AKIA" + "IOSFODNN7ABCDEFG"


def scan(root: Path, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "scripts" / "repo_scan"), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_each_kind_of_finding_is_named(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("p/code.py", 'exec("1")\n')
        archive.writestr("p/broken.py", "def f(:\n")
        archive.writestr("p/key.txt", f"aws = '{KEY}'\n")
        archive.writestr("p/metadata.txt", f"about={KEY}\n")
        archive.writestr("p/.hidden", "")
        archive.writestr("p/run.bat", "")
    done = scan(root, path)
    assert done.returncode == 1, done.stderr
    lines = done.stdout.splitlines()
    for start in (
        "./p/code.py:1: B102",
        "./p/broken.py: ",
        "p/key.txt:1: AWS",
        "p/.hidden: ",
        "p/run.bat: ",
    ):
        assert any(line.startswith(start) for line in lines), (start, lines)
    assert not any("metadata.txt" in line for line in lines)
    assert lines[-1] == f"repo_scan: {len(lines) - 1} findings in bad.zip"


def test_a_clean_zip_passes(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "good.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("p/code.py", "VALUE = 1\n")
    done = scan(root, path)
    assert (done.returncode, done.stdout) == (0, "repo_scan: 0 findings in good.zip\n")

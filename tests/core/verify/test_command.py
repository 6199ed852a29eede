"""``python -m redline_plugin.verify``: exit codes, text, JSON, and no QGIS."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from redline_plugin.verify import main


def test_exit_codes_and_json(package: Path, tmp_path: Path, capsys) -> None:
    target = tmp_path / "v.json"
    assert main([str(package), "--json", str(target)]) == 0
    assert "passes: 3 blocks" in capsys.readouterr().out
    assert json.loads(target.read_text(encoding="utf-8"))["passed"] is True
    (package / "areas.csv").write_text("x")
    assert main([str(package), "--json", str(target), "--profile", "stbhhx_yizhangtu"]) == 1
    assert "RL-F05" in capsys.readouterr().out
    verdict = json.loads(target.read_text(encoding="utf-8"))
    assert verdict["passed"] is False
    assert verdict["errors"] == len(
        [each for each in verdict["findings"] if each["severity"] == "error"]
    )
    assert main([str(tmp_path / "nothing")]) == 2
    assert "no such folder" in capsys.readouterr().err
    assert main([str(package), "--profile", "nothing"]) == 2
    assert main([str(package), "--json", str(tmp_path / "no" / "v.json")]) == 2
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_it_runs_as_a_module(package: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "redline_plugin.verify", str(package)],
        check=False, cwd=root, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "成果 50% 包 passes" in done.stdout

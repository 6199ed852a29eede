"""Photos by the number and the type in their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.forms.photofiles import photos_of


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_numbers_and_types_are_found(tmp_path: Path) -> None:
    make(
        tmp_path,
        *("A-1-1.jpg", "a-1_2.JPG", "下/A-1-6.png", "A-1-7.jpg", "A-1.jpg", "A-10-1.jpg"),
        *("B_1-3.webp", ".A-1-3.jpg", "A-1-4.txt", "A-1-1-5.jpg"),
    )
    found = photos_of(tmp_path, ["A-1", "B/1", "A-1-1"], Quiet())
    assert {number: {kind: path.name for kind, path in kinds.items()}
            for number, kinds in found.files.items()} == {
        "A-1": {1: "A-1-1.jpg", 2: "a-1_2.JPG", 6: "A-1-6.png"},
        "B/1": {3: "B_1-3.webp"},
        "A-1-1": {5: "A-1-1-5.jpg"},
    }  # fmt: skip
    assert found.warnings == ()


def test_doubles_are_told_and_the_first_counts(tmp_path: Path) -> None:
    make(tmp_path, "b/A-1.jpg", "a/A-1.png", "A_1.jpg")
    found = photos_of(tmp_path, ["A"], Quiet())
    assert found.files["A"][1] == tmp_path / "A_1.jpg"
    assert "A-1.png, A-1.jpg (2 in all)" in str(found.warnings[0])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        photos_of(tmp_path / "none", ["A"], Quiet())


def test_it_stops_when_asked(tmp_path: Path) -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        photos_of(tmp_path, ["A"], Stop())

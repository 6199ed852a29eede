"""The Chinese texts are complete, current and filled with the same fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = """
from redline_plugin.core.text import N_, msg
TITLE = N_("Water")
def f(name):
    if name:
        return msg("{name} is missing.", name=name)
    return tr("Two " "pieces" + " of three") + text.tr("{n} of {m}").format(n=1, m=2)
"""


@pytest.fixture
def translations(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("translations")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "redline_plugin"
    (folder / "core").mkdir(parents=True)
    (folder / "core" / "a.py").write_text(SOURCE, encoding="utf-8")
    return folder


def test_the_chinese_is_complete(translations: ModuleType) -> None:
    problems = translations.check(translations.PACKAGE, translations.FILE)
    assert not problems, "\n".join(problems)


def test_literals_of_all_markers_are_found(translations: ModuleType, package: Path) -> None:
    (package / "b.py").write_text('tr("Water")\ntr(name)\nother("No")\n', encoding="utf-8")
    found = translations.extract(package)
    assert found.problems == []
    assert found.texts == {
        "Water": ["b.py", "core/a.py"],
        "{name} is missing.": ["core/a.py"],
        "Two pieces of three": ["core/a.py"],
        "{n} of {m}": ["core/a.py"],
    }


def test_what_can_not_be_translated_is_a_problem(translations: ModuleType, package: Path) -> None:
    (package / "b.py").write_text(
        'tr(f"{n} of it")\nmsg("{a} and {b}", a=1)\nmsg("{c}", **all)\ntr("")\n', encoding="utf-8"
    )
    assert [text.split(":")[1] for text in translations.extract(package).problems] == [
        "1", "2", "4",
    ]  # fmt: skip


def filled(translations: ModuleType, package: Path, file: Path, **changes: str) -> list[str]:
    texts = {
        "Water": "水",
        "{name} is missing.": "缺少{name}。",
        "Two pieces of three": "三之二",
        "{n} of {m}": "{m}之{n}",
        **changes,
    }
    translations.write(file, translations.render(translations.extract(package), texts))
    return list(translations.check(package, file))


def test_a_complete_file_passes(translations: ModuleType, package: Path, tmp_path: Path) -> None:
    assert filled(translations, package, tmp_path / "zh.ts") == []


def test_each_lack_is_found(translations: ModuleType, package: Path, tmp_path: Path) -> None:
    file = tmp_path / "zh.ts"
    assert filled(translations, package, file, Water="") == ["'Water': not translated"]
    (one,) = filled(translations, package, file, **{"{n} of {m}": "{m}之几"})
    assert "other fields" in one
    assert filled(translations, package, file) == []
    (package / "b.py").write_text('tr("New")\n', encoding="utf-8")
    problems = translations.check(package, file)
    assert problems[0] == "'New': not translated"
    assert "out of date" in problems[1]


def test_a_vanished_text_keeps_its_translation(
    translations: ModuleType, package: Path, tmp_path: Path
) -> None:
    file = tmp_path / "zh.ts"
    filled(translations, package, file, Gone="没了", Never="")
    assert '<source>Gone</source>\n        <translation type="vanished">没了<' in file.read_text(
        encoding="utf-8"
    )
    assert "Never" not in file.read_text(encoding="utf-8")
    assert translations.check(package, file) == []
    assert translations.read(file)["Gone"] == "没了"


def test_marks_of_xml_and_line_ends_survive(
    translations: ModuleType, package: Path, tmp_path: Path
) -> None:
    text = 'a < b & "c"\n\n<b>d</b>'
    (package / "b.py").write_text(f"tr({text!r})\n", encoding="utf-8")
    file = tmp_path / "zh.ts"
    assert filled(translations, package, file, **{text: text}) == []
    assert translations.read(file)[text] == text


def test_an_unchanged_file_is_not_written(
    translations: ModuleType, package: Path, tmp_path: Path
) -> None:
    file = tmp_path / "zh.ts"
    filled(translations, package, file)
    before = file.stat().st_mtime_ns
    filled(translations, package, file)
    assert file.stat().st_mtime_ns == before

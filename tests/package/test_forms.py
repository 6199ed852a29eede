"""The templates of forms that the plugin ships are those that scripts/build_forms makes."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from redline_plugin.core.survey.forms import page as pages
from redline_plugin.core.survey.forms.docxtemplate import DocxTemplate, template_problems
from redline_plugin.core.survey.forms.formvalues import FIELDS

FORMS = [f"{page.id}_{language}" for page in pages.PAGES for language in ("zh", "en")]


def test_they_are_current(root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(root / "scripts" / "build_forms"), str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in FORMS:
        made = zipfile.ZipFile(tmp_path / f"{name}.docx")
        shipped = zipfile.ZipFile(root / "redline_plugin" / "resources" / "forms" / f"{name}.docx")
        with made, shipped:
            assert made.namelist() == shipped.namelist()
            for part in made.namelist():
                assert made.read(part) == shipped.read(part), f"{name}: run scripts/build_forms"


@pytest.mark.parametrize("name", FORMS)
def test_they_ask_for_all_that_their_page_shows(root: Path, name: str) -> None:
    page = pages.MARKER if name.startswith("marker") else pages.SIGN
    path = root / "redline_plugin" / "resources" / "forms" / f"{name}.docx"
    template = DocxTemplate(path)
    assert template_problems(template, set(FIELDS), set(pages.PICTURES)) == []
    assert template.fields == set(pages.fields_of(page))
    assert set(template.pictures) == set(pages.PICTURES)
    width, height = template.pictures[pages.SKETCH]
    assert (width, height) == pytest.approx(page.picture_size(pages.SKETCH), abs=0.01)
    # Word's own rules, as python-docx knows them.
    table = docx.Document(str(path)).tables[0]
    assert len(table.rows) == len(page.rows)

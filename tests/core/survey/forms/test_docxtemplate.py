"""Templates as Word leaves them: split placeholders, shared pictures, headers; read by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from redline_plugin.core.errors import InputError
from redline_plugin.core.survey.forms.docxtemplate import (
    DocxTemplate,
    Picture,
    template_problems,
)
from redline_plugin.core.survey.forms.qr import qr_picture

PHOTO = Picture(b"\xff\xd8\xff\xe0 not a whole JPEG", "jpeg", 400, 100)


def word(text: str) -> bytes:
    """Return a document of one paragraph, made by python-docx."""
    document = docx.Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def template(path: Path, data: bytes, changes: Mapping[str, tuple[str, str]] | None = None) -> Path:
    """Write a document with texts of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if changes and name in changes:
                old, new = changes[name]
                assert old in content.decode()
                content = content.decode().replace(old, new).encode()
            target.writestr(name, content)
    return path


def filled(path: Path, values: Mapping[str, str], pictures=None) -> docx.document.Document:
    target = path.with_name("filled.docx")
    DocxTemplate(path).write(target, values, pictures or {})
    return docx.Document(str(target))


def test_a_field_is_filled_with_whatever_it_is(tmp_path: Path) -> None:
    path = template(tmp_path / "a.docx", word("No. {{number}} / {{ place }}."))
    document = filled(path, {"number": 'A<1> & "界桩"\x00\x07', "place": "a\nb"})
    assert document.paragraphs[0].text == 'No. A<1> & "界桩" / a\nb.'


def test_a_field_without_a_value_is_empty(tmp_path: Path) -> None:
    assert (
        filled(template(tmp_path / "a.docx", word("[{{number}}]")), {}).paragraphs[0].text == "[]"
    )


@pytest.mark.parametrize(
    "runs",
    [
        ["{{number}}"],
        ["{{", "number", "}}"],
        ["No. {", "{num", "ber}", "} of {{number", "}}"],
        ["{{", "number}} and {{", "number}}"],
    ],
)
def test_a_split_placeholder_keeps_the_looks_of_its_first_run(
    tmp_path: Path, runs: list[str]
) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for at, text in enumerate(runs):
        paragraph.add_run(text).bold = at == 0
    stream = io.BytesIO()
    document.save(stream)
    path = template(tmp_path / "a.docx", stream.getvalue())
    assert DocxTemplate(path).fields == {"number"}
    found = filled(path, {"number": "A-1"}).paragraphs[0]
    assert found.text == "".join(runs).replace("{{number}}", "A-1")
    assert found.runs[0].bold


def test_braces_of_others_stay(tmp_path: Path) -> None:
    text = "{a} }} {{ two words }} {{"
    path = template(tmp_path / "a.docx", word(text))
    assert DocxTemplate(path).fields == set()
    assert filled(path, {}).paragraphs[0].text == text


def test_a_placeholder_does_not_reach_over_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{num")
    document.add_paragraph("ber}}")
    stream = io.BytesIO()
    document.save(stream)
    assert DocxTemplate(template(tmp_path / "a.docx", stream.getvalue())).fields == set()


def test_headers_are_filled_too(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Head {{number}}"
    stream = io.BytesIO()
    document.save(stream)
    found = filled(template(tmp_path / "a.docx", stream.getvalue()), {"number": "A-1"})
    assert found.sections[0].header.paragraphs[0].text == "Head A-1"


def with_pictures(path: Path, keys: list[str]) -> Path:
    """Write a template with pictures of one file, which Word keeps once, 40 x 20 mm each."""
    document = docx.Document()
    png = io.BytesIO(qr_picture("x").data)
    for key in keys:
        shape = (
            document.add_paragraph()
            .add_run()
            .add_picture(png, docx.shared.Mm(40), docx.shared.Mm(20))
        )
        shape._inline.docPr.set("descr", f"{{{{{key}}}}}")
    stream = io.BytesIO()
    document.save(stream)
    path.write_bytes(stream.getvalue())
    return path


def test_pictures_that_share_a_file_are_filled_apart(tmp_path: Path) -> None:
    path = with_pictures(tmp_path / "a.docx", ["sketch", "photo_e", "photo_s"])
    read = DocxTemplate(path)
    assert read.pictures == dict.fromkeys(("sketch", "photo_e", "photo_s"), (40.0, 20.0))
    qr = qr_picture("A-1")
    document = filled(path, {}, {"sketch": qr, "photo_e": PHOTO})
    shown = [
        document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob
        for shape in document.inline_shapes
    ]
    assert shown == [qr.data, PHOTO.data, qr_picture("x").data]
    sizes = [(shape.width.mm, shape.height.mm) for shape in document.inline_shapes]
    # A square in a frame of 40 x 20, a wide one, and the empty frame as it was.
    assert sizes == [pytest.approx((20, 20)), pytest.approx((40, 10)), (40, 20)]
    with zipfile.ZipFile(path.with_name("filled.docx")) as archive:
        assert 'Extension="jpeg"' in archive.read("[Content_Types].xml").decode()
        assert archive.testzip() is None


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    path = with_pictures(tmp_path / "a.docx", ["sketch"])
    found = []
    for name in ("one.docx", "two.docx"):
        DocxTemplate(path).write(tmp_path / name, {"a": "b"}, {"sketch": PHOTO})
        found.append((tmp_path / name).read_bytes())
    assert found[0] == found[1]


def test_what_nobody_fills_in_is_told(tmp_path: Path) -> None:
    path = template(tmp_path / "a.docx", word("{{number}} {{numbr}}"))
    problems = template_problems(DocxTemplate(path), {"number", "place"}, set())
    assert len(problems) == 1
    assert "There is no field {{numbr}}" in problems[0].render()
    assert "number, place" in problems[0].render()
    path = with_pictures(tmp_path / "b.docx", ["map"])
    problems = template_problems(DocxTemplate(path), set(), {"sketch"})
    assert "There is no picture {{map}}" in problems[0].render()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"text", None, "folder", "zip"])
def test_what_is_no_document_is_told(tmp_path: Path, content: bytes | str | None) -> None:
    path = tmp_path / "a.docx"
    if content == "folder":
        path.mkdir()
    elif content == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "x")
    elif isinstance(content, bytes):
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.docx"):
        DocxTemplate(path)

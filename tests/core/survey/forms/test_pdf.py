"""PDF pages: read back by other libraries, letters as text, the font as a font."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdf
import pytest
import shapely
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from support.forms import ENGLISH

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.forms import page as pages
from redline_plugin.core.survey.forms import things as kinds
from redline_plugin.core.survey.forms.docxtemplate import Picture
from redline_plugin.core.survey.forms.pagedraw import FormDrawer
from redline_plugin.core.survey.forms.pdffile import PdfFile
from redline_plugin.core.survey.forms.qr import qr_picture
from redline_plugin.core.survey.forms.sketch import Points, SketchMap
from redline_plugin.core.survey.forms.sketchstyle import MARKER, NEIGHBOUR
from redline_plugin.core.survey.forms.things import Things
from redline_plugin.core.survey.forms.truetype import (
    CURVE,
    LINE,
    MOVE,
    Element,
    font_file,
    glyph_of,
)
from redline_plugin.core.survey.forms.typeface import Typeface

K = 0.5522847498


def outline(letter: str) -> tuple[Sequence[Element], float]:
    """Return a square for every letter, a disc for o, nothing for a blank."""
    if letter == " ":
        return (), 300.0
    if letter == "o":
        return disc(250.0, 350.0, 200.0), 500.0
    wide = 1000.0 if ord(letter) > 0x2E80 else 500.0
    corners = [(50.0, 0.0), (50.0, 700.0), (wide - 50.0, 700.0), (wide - 50.0, 0.0)]
    return [(MOVE, (corners[0],)), *((LINE, (corner,)) for corner in corners[1:])], wide


def disc(x: float, y: float, r: float) -> list[Element]:
    k = r * K
    return [
        (MOVE, ((x + r, y),)),
        (CURVE, ((x + r, y + k), (x + k, y + r), (x, y + r))),
        (CURVE, ((x - k, y + r), (x - r, y + k), (x - r, y))),
        (CURVE, ((x - r, y - k), (x - k, y - r), (x, y - r))),
        (CURVE, ((x + k, y - r), (x + r, y - k), (x + r, y))),
    ]


def sketch(width: float, height: float):
    road = Things(
        kinds.ROAD, "road", as_shapes([shapely.LineString([(-9e3, 5), (9e3, 5)])]), ["G1"]
    )
    points = Points(NEIGHBOUR, np.zeros((1, 2)), ["A-1"])
    return SketchMap([road], [points]).sketch(np.zeros(2), "A-1", MARKER, 1000, width, height)


def values(number: str) -> dict[str, str]:
    found = dict.fromkeys(pages.fields_of(pages.MARKER), "")
    found.update(number=number, place="西充县 上河村", remark="one\ntwo", note="belt 35")
    return found


@pytest.fixture
def drawer() -> FormDrawer:
    return FormDrawer(pages.MARKER, ENGLISH, Typeface(outline))


def written(path: Path, drawer: FormDrawer, numbers: Sequence[str], pictures=None) -> Path:
    size = pages.MARKER.picture_size(pages.SKETCH)
    shown = pictures or {pages.SKETCH: sketch(*size), pages.QR: qr_picture("A-1")}
    file = PdfFile(path, "界桩 A", drawer._typeface)
    for number in numbers:
        file.add(drawer.draw(values(number), shown))
    file.finish()
    return path


def test_every_page_has_its_text(tmp_path: Path, drawer: FormDrawer) -> None:
    read = pypdf.PdfReader(written(tmp_path / "a.pdf", drawer, ["A-1", "界-2"]), strict=True)
    assert read.metadata is not None
    assert read.metadata.title == "界桩 A"
    assert len(read.pages) == 2
    for page, number in zip(read.pages, ("A-1", "界-2")):
        text = page.extract_text()
        for part in (number, "西充县 上河村", "one", "two", "G1", "1:1000", pages.MARKER.title):
            assert part in text
        assert [float(side) for side in page.mediabox] == pytest.approx(
            [0, 0, 595.3, 841.9], abs=0.1
        )


def test_all_labels_of_the_form_are_there(tmp_path: Path, drawer: FormDrawer) -> None:
    text = pypdf.PdfReader(written(tmp_path / "a.pdf", drawer, ["A-1"])).pages[0].extract_text()
    plain = "".join(text.split())
    for row in pages.MARKER.rows:
        for cell in row.cells:
            if cell.kind in (pages.LABEL, pages.HEAD):
                assert "".join(cell.key.split()) in plain


def test_pictures_come_as_they_are(tmp_path: Path, drawer: FormDrawer) -> None:
    photo = Picture(b"\xff\xd8 a JPEG \xff\xd9", "jpeg", 40, 30)
    qr = qr_picture("A-1")
    path = written(tmp_path / "a.pdf", drawer, ["A-1"], {pages.QR: qr, "photo_e": photo})
    images = pypdf.PdfReader(path).pages[0]["/Resources"]["/XObject"]
    assert images["/photo_e"]._data == photo.data
    assert (images["/qr"]["/Width"], images["/qr"]["/BitsPerComponent"]) == (qr.width, 1)
    rows = images["/qr"].get_data()
    assert len(rows) == qr.height * ((qr.width + 7) // 8)
    # The border is white.
    assert rows[:8] == b"\xff" * 8


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (
        written(tmp_path / name, FormDrawer(pages.MARKER, ENGLISH, Typeface(outline)), ["A-1"])
        for name in ("a.pdf", "b.pdf")
    )
    assert one.read_bytes() == two.read_bytes()


def test_a_file_holds_the_glyphs_that_it_uses_and_no_more(
    tmp_path: Path, drawer: FormDrawer
) -> None:
    drawer.draw(values("垃圾桶"), {})
    read = pypdf.PdfReader(written(tmp_path / "a.pdf", drawer, ["A-1"]))
    font = read.pages[0]["/Resources"]["/Font"]["/F"]
    assert font["/Subtype"] == "/Type0"
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    data = TTFont(io.BytesIO(descriptor["/FontFile2"].get_data()))
    names = drawer._typeface
    there = {
        names.letter(number)
        for number, name in enumerate(data.getGlyphOrder())
        if data["glyf"][name].numberOfContours
    }
    assert "桶" not in there
    assert {"西", "1", "G"} <= there


def test_outlines_survive_in_the_font() -> None:
    glyphs = {0: glyph_of((), 500.0), 1: glyph_of(outline("x")[0], 500.0)}
    glyphs[3] = glyph_of(disc(250.0, 350.0, 200.0), 505.0)
    font = TTFont(io.BytesIO(font_file(glyphs, 880, -120)), checkChecksums=2)
    assert font["maxp"].numGlyphs == 4
    assert (font["head"].unitsPerEm, font["hhea"].ascent, font["hhea"].descent) == (1000, 880, -120)
    order = font.getGlyphOrder()
    assert [font["hmtx"][name][0] for name in order] == [500, 500, 0, 505]
    areas = []
    for name in order:
        pen = AreaPen()
        font.getGlyphSet()[name].draw(pen)
        areas.append(abs(pen.value))
    assert areas[1] == pytest.approx(400 * 700)
    assert areas[2] == 0
    assert areas[3] == pytest.approx(np.pi * 200**2, rel=2e-3)


def test_text_is_made_to_fit_its_cell(drawer: FormDrawer) -> None:
    long = values("A-1")
    long["place"] = "西充县上河村" * 60
    content = zlib.decompress(drawer.draw(long, {}).packed).decode()
    # 360 letters in one cell: smaller, in several lines, none lost.
    assert content.count(drawer._typeface.codes("村", set())) == 60
    sizes = [float(size) for size in re.findall(r"(\S+) 0 0 -\S+ \S+ \S+ Tm", content)]
    assert 40.0 < min(sizes) < 200.0

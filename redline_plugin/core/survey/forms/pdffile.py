"""PDF files of forms: pages, pictures, and a font of the letters that they use (ISO 32000-1).

Written as they come, so that a file of thousands of pages takes no memory; the same pages give the same
bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.survey.forms.docxtemplate import Picture
from redline_plugin.core.survey.forms.pdfcanvas import POINTS_PER_UNIT
from redline_plugin.core.survey.forms.truetype import UNITS, font_file
from redline_plugin.core.survey.forms.typeface import ASCENT, DESCENT, Typeface

_A4 = (595.276, 841.89)
_LEVEL = 5
_CATALOG, _PAGES, _FONT, _STATES, _INFO = 1, 2, 3, 4, 5
"""Numbers of the objects that every file has; the others follow."""
_VEIL = 0.8
_AT_ONCE = 100
"""Entries that a block of a character map may have."""
_PNG_HEAD = 8
_NAME = "RDLNAA+Redline"


@dataclass(frozen=True)
class PdfPage:
    """A page that was drawn: its content, packed, its glyphs and its pictures.

    Attributes:
        packed: content, packed by zlib; shared: what all pages of its kind have before it, too.
        used: numbers of its glyphs.
        pictures: by name.
    """

    packed: bytes
    shared: bytes
    used: frozenset[int]
    pictures: Mapping[str, Picture]


def packed(content: bytes) -> bytes:
    """Return a page's content packed, with its unit set to hundredths of a millimetre."""
    scale = f"{POINTS_PER_UNIT:.8f}"
    head = f"q {scale} 0 0 -{scale} 0 {_A4[1]} cm\n".encode("ascii")
    return zlib.compress(head + content + b"Q\n", _LEVEL)


class PdfFile:
    """A PDF that gets page after page."""

    def __init__(self, path: Path, title: str, typeface: Typeface) -> None:
        """Begin a file.

        Raises:
            OSError: it cannot be written.
        """
        self._typeface = typeface
        self._stream = path.open("wb")
        self._places: dict[int, int] = {}
        self._next = _INFO + 1
        self._pages: list[int] = []
        self._shared: dict[bytes, int] = {}
        self._used: set[int] = set()
        self._place = 0
        self._put(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        text = title.encode("utf-16-be", "replace").hex().upper()
        self._object(_INFO, f"<</Title<FEFF{text}>/Producer(Redline)>>".encode("ascii"))

    def add(self, page: PdfPage) -> None:
        """Add a page."""
        shared = self._shared.get(page.shared)
        if shared is None:
            shared = self._stream_object("/Filter/FlateDecode", page.shared)
            self._shared[page.shared] = shared
        content = self._stream_object("/Filter/FlateDecode", page.packed)
        pictures = "".join(
            f"/{name} {self._picture(picture)} 0 R" for name, picture in page.pictures.items()
        )
        number = self._new()
        self._object(
            number,
            (
                f"<</Type/Page/Parent {_PAGES} 0 R/MediaBox[0 0 {_A4[0]} {_A4[1]}]"
                f"/Contents[{shared} 0 R {content} 0 R]/Resources<</Font<</F {_FONT} 0 R>>"
                f"/ExtGState<</Veil {_STATES} 0 R>>/XObject<<{pictures}>>>>>>"
            ).encode("ascii"),
        )
        self._pages.append(number)
        self._used |= page.used

    def finish(self) -> None:
        """Write what is left: the font, the list of pages, where everything stands.

        Raises:
            OSError: it cannot be written.
        """
        self._object(_STATES, f"<</Type/ExtGState/ca {_VEIL}>>".encode("ascii"))
        self._font()
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._object(
            _PAGES, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode("ascii")
        )
        self._object(_CATALOG, f"<</Type/Catalog/Pages {_PAGES} 0 R>>".encode("ascii"))
        start = self._place
        rows = [f"{self._places[number]:010d} 00000 n \n" for number in range(1, self._next)]
        self._put(
            (
                f"xref\n0 {self._next}\n0000000000 65535 f \n{''.join(rows)}"
                f"trailer\n<</Size {self._next}/Root {_CATALOG} 0 R/Info {_INFO} 0 R>>\n"
                f"startxref\n{start}\n%%EOF\n"
            ).encode("ascii")
        )
        self._stream.close()

    def close(self) -> None:
        """Let go of the file, whole or not."""
        self._stream.close()

    def _font(self) -> None:
        used = sorted(self._used)
        glyphs = self._typeface.glyphs(used)
        data = font_file(glyphs, ASCENT, DESCENT)
        file = self._stream_object(
            f"/Length1 {len(data)}/Filter/FlateDecode", zlib.compress(data, _LEVEL)
        )
        low_x, low_y = (min(glyph.box[at] for glyph in glyphs.values()) for at in (0, 1))
        high_x, high_y = (max(glyph.box[at] for glyph in glyphs.values()) for at in (2, 3))
        descriptor, font = self._new(), self._new()
        self._object(
            descriptor,
            (
                f"<</Type/FontDescriptor/FontName/{_NAME}/Flags 4/FontBBox[{low_x} {low_y} {high_x} "
                f"{high_y}]/ItalicAngle 0/Ascent {ASCENT}/Descent {DESCENT}/CapHeight 700/StemV 80"
                f"/FontFile2 {file} 0 R>>"
            ).encode("ascii"),
        )
        widths = " ".join(f"{number}[{glyphs[number].advance}]" for number in used)
        self._object(
            font,
            (
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{_NAME}/CIDSystemInfo<</Registry(Adobe)"
                f"/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW {UNITS}"
                f"/W[{widths}]/CIDToGIDMap/Identity>>"
            ).encode("ascii"),
        )
        names = self._stream_object(
            "/Filter/FlateDecode", zlib.compress(self._unicode(used).encode("ascii"), _LEVEL)
        )
        self._object(
            _FONT,
            (
                f"<</Type/Font/Subtype/Type0/BaseFont/{_NAME}/Encoding/Identity-H"
                f"/DescendantFonts[{font} 0 R]/ToUnicode {names} 0 R>>"
            ).encode("ascii"),
        )

    def _unicode(self, used: Sequence[int]) -> str:
        """Return the map from glyphs to letters, by which text is searched and copied."""
        blocks = []
        for start in range(0, len(used), _AT_ONCE):
            part = used[start : start + _AT_ONCE]
            rows = "".join(
                f"<{number:04X}> <{self._typeface.letter(number).encode('utf-16-be').hex().upper()}>\n"
                for number in part
            )
            blocks.append(f"{len(part)} beginbfchar\n{rows}endbfchar\n")
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{''.join(blocks)}endcmap CMapName currentdict /CMap defineresource pop end end\n"
        )

    def _picture(self, picture: Picture) -> int:
        size = f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
        if picture.kind == "jpeg":
            return self._stream_object(
                f"{size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", picture.data
            )
        bits, data = _png_data(picture.data)
        return self._stream_object(
            f"{size}/ColorSpace/DeviceGray/BitsPerComponent {bits}/Filter/FlateDecode/DecodeParms"
            f"<</Predictor 15/Colors 1/BitsPerComponent {bits}/Columns {picture.width}>>",
            data,
        )

    def _new(self) -> int:
        self._next += 1
        return self._next - 1

    def _stream_object(self, entries: str, data: bytes) -> int:
        number = self._new()
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
        self._object(number, b"".join((head, data, b"\nendstream")))
        return number

    def _object(self, number: int, body: bytes) -> None:
        self._places[number] = self._place
        self._put(b"".join((f"{number} 0 obj\n".encode("ascii"), body, b"\nendobj\n")))

    def _put(self, data: bytes) -> None:
        self._stream.write(data)
        self._place += len(data)


def _png_data(data: bytes) -> tuple[int, bytes]:
    """Return the bits of a pixel and the packed rows of a grey PNG: a PDF takes them as they are."""
    place, bits, found = _PNG_HEAD, 8, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            bits = body[8]
        elif kind == b"IDAT":
            found += body
        place += 12 + length
    return bits, found

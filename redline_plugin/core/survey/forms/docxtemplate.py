"""A DOCX template of an office, filled: ``{{field}}`` in its text, pictures by their alternative text.

A template is read once and taken apart into what stays and what is filled in; a filled document then
is a matter of joining texts. Word and WPS may split a placeholder over several runs of text; it is
put together again in the first of them, whose looks it keeps. A picture whose alternative text is
``{{sketch}}`` is replaced by the sketch, as large as its frame allows; where there is nothing to put
in, it stays.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.survey.forms.cleantext import xml_text
from redline_plugin.core.text import msg

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TEXT = re.compile(r"<w:t(?:\s[^>]*)?>(?P<inner>[^<]*)</w:t>|(?P<end></w:p>)")
_FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_DRAWING = re.compile(r"<w:drawing>.*?</w:drawing>", re.DOTALL)
_ALTERNATIVE = re.compile(r'(<wp:docPr\b[^>]*?\bdescr=")\s*\{\{\s*(\w+)\s*\}\}\s*(")')
_EMBED = re.compile(r'\br:embed="([^"]+)"')
_EXTENT = re.compile(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")(\d+)("[^>]*?\bcy=")(\d+)(")')
_SLOT = re.compile("\x01([^\x01]*)\x01")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
EMU_PER_MM = 36000.0
_TYPES_OF = {"png": "image/png", "jpeg": "image/jpeg"}
_DATE = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Picture:
    """A picture file: its bytes, "png" or "jpeg", and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


@dataclass(frozen=True)
class _Frame:
    """Where a template wants a picture: size in EMU, and the relation of what stands there now."""

    key: str
    width: int
    height: int
    relation: str


@dataclass
class _Part:
    """One XML part: its pieces (text, slot, text, slot, ..., text) and its frames."""

    name: str
    pieces: list[str]
    frames: list[_Frame] = field(default_factory=list)

    @property
    def relations(self) -> str:
        folder, _, file = self.name.rpartition("/")
        return f"{folder}/_rels/{file}.rels"


class DocxTemplate:
    """A template that was read.

    Attributes:
        path: of the file.
        fields: names of the fields in its text.
        pictures: size of the frame of each picture, mm.
    """

    def __init__(self, path: Path) -> None:
        """Read a template.

        Raises:
            InputError: it is no DOCX file, or cannot be read.
        """
        self.path = Path(path)
        self._static: list[tuple[str, bytes]] = []
        self._parts: list[_Part] = []
        self._relations: dict[str, str] = {}
        contents = _read(self.path)
        for name, data in contents.items():
            if _FILLED.fullmatch(name):
                self._parts.append(_taken_apart(name, data.decode("utf-8")))
        with_pictures = {part.relations for part in self._parts if part.frames}
        for name, data in contents.items():
            if name in with_pictures:
                self._relations[name] = data.decode("utf-8")
            elif name == TYPES:
                self._static.insert(0, (name, _with_types(data.decode("utf-8")).encode("utf-8")))
            elif not _FILLED.fullmatch(name):
                self._static.append((name, data))
        self.fields = {
            slot[2:] for part in self._parts for slot in part.pieces[1::2] if slot.startswith("t:")
        }
        self.pictures = {
            frame.key: (frame.width / EMU_PER_MM, frame.height / EMU_PER_MM)
            for part in self._parts
            for frame in part.frames
        }

    def parts(
        self, values: Mapping[str, str], pictures: Mapping[str, Picture]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield names and contents of the parts of a filled document, in the order of the file.

        Args:
            values: text of each field; line breaks stay, and a field without a value is empty.
            pictures: by key; a frame without one keeps what the template shows there.
        """
        yield from self._static
        shown = {}
        for part in self._parts:
            frames = {frame.key: frame for frame in part.frames}
            texts = list(part.pieces)
            for at in range(1, len(texts), 2):
                what, _, rest = texts[at].partition(":")
                texts[at] = (
                    xml_text(values.get(rest, "")).replace("\n", _BREAK)
                    if what == "t"
                    else _of_frame(what, frames[rest], pictures.get(rest))
                )
            yield part.name, "".join(texts).encode("utf-8")
            if not frames:
                continue
            there = {key: pictures[key] for key in frames if key in pictures}
            shown.update(there)
            added = "".join(
                f'<Relationship Id="{_relation(key)}" Type="{_IMAGE}" '
                f'Target="{_media(key, picture)}"/>'
                for key, picture in there.items()
            )
            relations = self._relations.get(part.relations, "")
            yield (
                part.relations,
                relations.replace("</Relationships>", f"{added}</Relationships>").encode("utf-8"),
            )
        for key, picture in shown.items():
            yield f"word/{_media(key, picture)}", picture.data

    def write(self, path: Path, values: Mapping[str, str], pictures: Mapping[str, Picture]) -> None:
        """Write a filled document; the same values give the same bytes. Args as :meth:`parts`."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            for name, data in self.parts(values, pictures):
                info = zipfile.ZipInfo(name, _DATE)
                # Pictures are compressed already.
                packed = name.startswith("word/media/")
                info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
                archive.writestr(info, data)


def template_problems(
    template: DocxTemplate, fields: set[str], pictures: set[str]
) -> list[Problem]:
    """Return what a template asks for that nobody fills in: a slip of the pen would stay empty."""
    problems = []
    for what, asked, known in (
        (msg("field"), template.fields, fields),
        (msg("picture"), set(template.pictures), pictures),
    ):
        for name in sorted(asked - known):
            problems.append(
                Problem(
                    msg("There is no {what} {name}.", what=what, name=f"{{{{{name}}}}}"),
                    str(template.path),
                    msg("There are: {names}.", names=", ".join(sorted(known))),
                )
            )
    return problems


def _read(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            contents = {name: archive.read(name) for name in archive.namelist()}
    except OSError as error:
        raise InputError(
            Problem(
                msg("The template cannot be read ({reason}).", reason=os_reason(error)), str(path)
            )
        ) from error
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise InputError(_no_docx(path)) from error
    if MAIN not in contents or TYPES not in contents:
        raise InputError(_no_docx(path))
    return contents


def _no_docx(path: Path) -> Problem:
    return Problem(
        msg("This is not a DOCX document."),
        str(path),
        msg("Save it as DOCX (Word document), without a password."),
    )


def _taken_apart(name: str, xml: str) -> _Part:
    part = _Part(name, [])

    def framed(match: re.Match[str]) -> str:
        drawing = match[0]
        alternative, embed = _ALTERNATIVE.search(drawing), _EMBED.search(drawing)
        extent = _EXTENT.search(drawing)
        if alternative is None or embed is None or extent is None:
            return drawing
        key = alternative[2]
        part.frames.append(_Frame(key, int(extent[2]), int(extent[4]), embed[1]))
        drawing = drawing.replace(f"{{{{{key}}}}}", key)
        drawing = _EMBED.sub(f'r:embed="\x01r:{key}\x01"', drawing, count=1)
        return _EXTENT.sub(f"\\g<1>\x01x:{key}\x01\\g<3>\x01y:{key}\x01\\g<5>", drawing)

    xml = _DRAWING.sub(framed, xml)
    part.pieces = _SLOT.split(_slotted(xml))
    return part


def _slotted(xml: str) -> str:
    """Return XML with each ``{{field}}`` in its text turned into one slot."""
    pieces: list[str] = []
    done = 0
    paragraph: list[re.Match[str]] = []
    for match in _TEXT.finditer(xml):
        if match["end"] is None:
            paragraph.append(match)
            continue
        for text, inner in zip(paragraph, _joined([text["inner"] for text in paragraph])):
            pieces.append(xml[done : text.start()])
            changed = inner != text["inner"]
            pieces.append(f'<w:t xml:space="preserve">{inner}</w:t>' if changed else text[0])
            done = text.end()
        paragraph = []
    pieces.append(xml[done:])
    return "".join(pieces)


def _joined(texts: list[str]) -> list[str]:
    """Return the texts of one paragraph, each placeholder as a slot in the text it begins in."""
    whole = "".join(texts)
    borders = [0]
    for text in texts:
        borders.append(borders[-1] + len(text))
    found = [""] * len(texts)
    done = 0

    def keep(stop: int) -> None:
        for at in range(len(texts)):
            low, high = max(done, borders[at]), min(stop, borders[at + 1])
            if low < high:
                found[at] += whole[low:high]

    for match in _FIELD.finditer(whole):
        keep(match.start())
        first = next(at for at in range(len(texts)) if borders[at + 1] > match.start())
        found[first] += f"\x01t:{match[1]}\x01"
        done = match.end()
    keep(len(whole))
    return found


def _with_types(types: str) -> str:
    """Return the list of content types with those of the pictures that may come."""
    for kind, content in _TYPES_OF.items():
        if not re.search(rf'<Default\b[^>]*\bExtension="{kind}"', types, re.IGNORECASE):
            default = f'<Default Extension="{kind}" ContentType="{content}"/>'
            types = re.sub(r"(<Types\b[^>]*>)", rf"\g<1>{default}", types, count=1)
    return types


def _of_frame(what: str, frame: _Frame, picture: Picture | None) -> str:
    """Return the relation (r), the width (x) or the height (y) of what a frame shows."""
    if what == "r":
        return frame.relation if picture is None else _relation(frame.key)
    if picture is None:
        return str(frame.width if what == "x" else frame.height)
    scale = min(frame.width / picture.width, frame.height / picture.height)
    return str(int((picture.width if what == "x" else picture.height) * scale))


def _relation(key: str) -> str:
    return f"rIdRedline_{key}"


def _media(key: str, picture: Picture) -> str:
    return f"media/redline_{key}.{picture.kind}"

"""Reading a CSV file as it comes: encoding, separator, header, rows in bounded memory."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.text import msg

AUTO = "auto"
ENCODINGS = (AUTO, "utf-8", "gb18030")
CHUNK_ROWS = 20_000
_SAMPLE_BYTES = 1 << 16
_SEPARATORS = ("\t", ";", ",")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file: the line of the first, and the rows as lists of texts."""

    first_line: int
    rows: list[list[str]]


@dataclass(frozen=True)
class TextFile:
    """A CSV file whose header has been read."""

    path: Path
    encoding: str
    separator: str
    header: tuple[str, ...]
    size: int

    def too_long(self, row: list[str], line: int) -> Problem | None:
        """Return a problem where a row has more cells than the header, other than empty ones."""
        width = len(self.header)
        if len(row) <= width or not any(cell.strip() for cell in row[width:]):
            return None
        return Problem(
            msg("The row has {count} cells; the header has {width}.", count=len(row), width=width),
            self.where(line),
            msg(
                "Is there a separator inside a text or a number? Put the cell in quotation marks, or "
                "name the column in the header."
            ),
        )

    def where(self, line: int) -> str:
        """Return file and line, for people."""
        return f"{self.path.name}:{line}"

    def chunks(self) -> Iterator[tuple[Chunk, int]]:
        """Yield rows after the header, and how many bytes have been read so far.

        Raises:
            InputError: the encoding does not fit, or the file cannot be read as CSV.
        """
        with self.path.open("rb") as raw:
            text = io.TextIOWrapper(raw, encoding=self.encoding, newline="")
            reader = csv.reader(text, delimiter=self.separator)
            line = 1
            try:
                next(reader, None)
                line = reader.line_num + 1
                while True:
                    rows = list(itertools.islice(reader, CHUNK_ROWS))
                    if not rows:
                        return
                    yield Chunk(line, rows), raw.tell()
                    line = reader.line_num + 1
            except UnicodeDecodeError as error:
                raise InputError(
                    Problem(
                        msg("Its text does not fit the encoding {name}.", name=self.encoding),
                        self.where(line),
                        msg("Choose another encoding, or save the file as CSV UTF-8."),
                    )
                ) from error
            except csv.Error as error:
                raise InputError(
                    Problem(
                        msg("Cannot be read as CSV ({reason}).", reason=error),
                        self.where(reader.line_num),
                        msg("Save it as CSV again."),
                    )
                ) from error


def open_text(path: Path, encoding: str = AUTO) -> TextFile:
    """Look into a CSV file.

    Args:
        path: of the file.
        encoding: a name that Python knows; ``auto`` is what a byte order mark says, else UTF-8
            where it fits, else GB18030, of which GBK is a part.

    Raises:
        InputError: it cannot be opened, or has no header.
    """
    path = Path(path)
    try:
        with path.open("rb") as stream:
            sample = stream.read(_SAMPLE_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise InputError(
            Problem(
                msg("Cannot be read ({reason}).", reason=os_reason(error)),
                str(path),
                msg("Check the path."),
            )
        ) from error
    chosen = _encoding(sample, encoding)
    try:
        text = codecs.getincrementaldecoder(chosen)().decode(sample)
    except UnicodeDecodeError:
        text = ""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=lambda sign: (first.count(sign), sign == ","))
    header = next(csv.reader([first], delimiter=separator), [])
    names = tuple(name.strip() for name in header)
    if len(names) < 2 or not text.splitlines()[0].strip():
        raise InputError(
            Problem(
                msg("No table was found: its first line must name the columns."),
                f"{path.name}:1",
                msg("Save it as CSV with commas, semicolons or tabs, in UTF-8 or GBK."),
            )
        )
    return TextFile(path, chosen, separator, names, size)


def _encoding(sample: bytes, wanted: str) -> str:
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    if wanted != AUTO:
        return wanted
    try:
        # The sample may end within a character, which an incremental decoder lets pass.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"

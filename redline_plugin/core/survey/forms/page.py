"""Pages of the registration forms as tables of cells; the PDF and the DOCX templates follow them.

Fields and their order: fact sheet, submission 4.4 (界桩登记表 and 标识牌登记表, standard version, with the
QR code and the five photos of the app version).
"""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.text import N_

WIDTH = 180.0
"""mm, of the table on an A4 sheet."""
PAGE = (210.0, 297.0)
LEFT, TOP = 15.0, 12.0
TITLE_HEIGHT = 13.0
NOTE_HEIGHT = 5.0

LABEL, VALUE, PICTURE, HEAD = "label", "value", "picture", "head"
"""Kinds of cells: what the form says, what is filled in, a picture, the head of a column."""

SKETCH, QR = "sketch", "qr"
PHOTOS = {
    "photo_e": N_("East"),
    "photo_s": N_("South"),
    "photo_w": N_("West"),
    "photo_n": N_("North"),
    "photo_centre": N_("Centre"),
}
"""Photos of types 1 to 5, in this order (fact sheet, submission 1.2)."""
PICTURES = (SKETCH, QR, *PHOTOS)
PADDING = 1.0
"""mm between a picture and the edges of its cell."""

_NAME = 28.0
_REST = WIDTH - _NAME


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes:
        x, width: mm from the left edge of the table.
        kind: LABEL, VALUE, PICTURE or HEAD.
        key: text to be translated of a LABEL or HEAD, name of a field or of a picture of others.
        rows: how many rows it takes.
        start: whether its text begins at the left; else it stands in the middle.
    """

    x: float
    width: float
    kind: str
    key: str
    rows: int = 1
    start: bool = False


@dataclass(frozen=True)
class Row:
    """One row, mm high."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Page:
    """A form: title, rows, and what stands under the table (a field)."""

    id: str
    title: str
    rows: tuple[Row, ...]
    note: str = "note"

    def picture_size(self, key: str) -> tuple[float, float]:
        """Return width and height that a picture may have, mm."""
        for row in self.rows:
            for cell in row.cells:
                if cell.kind == PICTURE and cell.key == key:
                    return cell.width - 2 * PADDING, row.height - 2 * PADDING
        raise KeyError(key)


def _one(height: float, label: str, key: str, start: bool = True) -> Row:
    return Row(height, (Cell(0, _NAME, LABEL, label), Cell(_NAME, _REST, VALUE, key, start=start)))


def _two(height: float, *cells: tuple[str, str]) -> Row:
    (first, first_key), (second, second_key) = cells
    half = WIDTH / 2.0
    return Row(
        height,
        (
            Cell(0, _NAME, LABEL, first),
            Cell(_NAME, half - _NAME, VALUE, first_key),
            Cell(half, _NAME, LABEL, second),
            Cell(half + _NAME, half - _NAME, VALUE, second_key),
        ),
    )


def _references() -> tuple[Row, ...]:
    widths = (12.0, 30.0, 44.0, 66.0)
    starts = [_NAME + sum(widths[:at]) for at in range(len(widths))]
    heads = (N_("No."), N_("Distance [m]"), N_("Direction from the marker"), N_("Object"))
    head = Row(
        5.5,
        (
            Cell(0, _NAME, LABEL, N_("Position relative to reference objects"), rows=5),
            *(Cell(x, w, HEAD, text) for x, w, text in zip(starts, widths, heads)),
        ),
    )
    rows = tuple(
        Row(
            5.5,
            tuple(
                Cell(x, w, VALUE, f"reference{number}_{key}")
                for x, w, key in zip(starts, widths, ("number", "distance", "direction", "object"))
            ),
        )
        for number in (1, 2, 3, 4)
    )
    return (head, *rows)


def _coordinates() -> tuple[Row, ...]:
    name, value = 24.0, _REST / 2.0 - 24.0
    pairs = (
        ((N_("Longitude"), "longitude"), (N_("Latitude"), "latitude")),
        ((N_("X (north) [m]"), "northing"), (N_("Y (east) [m]"), "easting")),
    )
    return tuple(
        Row(
            6.5,
            (
                *((Cell(0, _NAME, LABEL, N_("Coordinates"), rows=2),) if at == 0 else ()),
                Cell(_NAME, name, HEAD, first[0]),
                Cell(_NAME + name, value, VALUE, first[1]),
                Cell(_NAME + _REST / 2.0, name, HEAD, second[0]),
                Cell(_NAME + _REST / 2.0 + name, value, VALUE, second[1]),
            ),
        )
        for at, (first, second) in enumerate(pairs)
    )


def _pictures(sketch_height: float) -> tuple[Row, ...]:
    third = _REST / 3.0
    names = (*PHOTOS.items(), (QR, N_("QR code")))
    rows = [
        Row(
            sketch_height,
            (
                Cell(0, _NAME, LABEL, N_("Location sketch")),
                Cell(_NAME, _REST, PICTURE, SKETCH),
            ),
        )
    ]
    for start in (0, 3):
        part = names[start : start + 3]
        places = [_NAME + third * at for at in range(3)]
        label = (Cell(0, _NAME, LABEL, N_("Photos on site"), rows=4),) if start == 0 else ()
        rows.append(
            Row(
                4.5,
                (*label, *(Cell(x, third, HEAD, text) for x, (_, text) in zip(places, part))),
            )
        )
        rows.append(
            Row(30.0, tuple(Cell(x, third, PICTURE, key) for x, (key, _) in zip(places, part)))
        )
    return tuple(rows)


def _end(remark_height: float) -> tuple[Row, ...]:
    return (
        _one(remark_height, N_("Remark"), "remark"),
        _two(7.0, (N_("Filled in by"), "filled_by"), (N_("Date"), "filled_on")),
        _two(7.0, (N_("Reviewed by"), "reviewed_by"), (N_("Date"), "reviewed_on")),
    )


MARKER = Page(
    "marker",
    N_("Registration form of a marker of the ecological protection red line"),
    (
        _two(6.5, (N_("Marker number"), "number"), (N_("Engraved number"), "engraved")),
        _one(6.5, N_("Where it stands"), "place"),
        _two(6.5, (N_("Red-line block"), "block"), (N_("Kind of marker"), "kind")),
        _one(6.5, N_("With a sign"), "sign", start=False),
        *_references(),
        *_coordinates(),
        _one(6.5, N_("Photo numbers"), "photos"),
        *_pictures(82.0),
        *_end(11.0),
    ),
)
"""生态保护红线界桩登记表."""

SIGN = Page(
    "sign",
    N_("Registration form of a sign of the ecological protection red line"),
    (
        _two(6.5, (N_("Block (patch) number"), "block"), (N_("Sign number"), "number")),
        _one(6.5, N_("Red-line code"), "red_line_code", start=False),
        _one(6.5, N_("Where it stands"), "place"),
        _one(20.0, N_("Content of the sign"), "content"),
        *_coordinates(),
        _one(6.5, N_("Photo numbers"), "photos"),
        *_pictures(86.0),
        *_end(14.0),
    ),
)
"""生态保护红线标识牌登记表."""

PAGES = (MARKER, SIGN)


def fields_of(page: Page) -> tuple[str, ...]:
    """Return the names of the fields that a page shows, without pictures."""
    return (
        *(cell.key for row in page.rows for cell in row.cells if cell.kind == VALUE),
        page.note,
    )


def height_of(page: Page) -> float:
    """Return how high title, table and note are together, mm."""
    return TITLE_HEIGHT + sum(row.height for row in page.rows) + NOTE_HEIGHT

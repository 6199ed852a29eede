"""What an explanation is made of: plain data, which windows, texts and files show alike."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass

from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.text import Message, msg, title

DIGITS = 7
"""Significant digits shown: those of single precision."""


class Stand(enum.Enum):
    """How something is to be read."""

    PLAIN = "plain"
    GOOD = "good"
    MARKED = "marked"
    LACKING = "lacking"


@dataclass(frozen=True)
class Finding:
    """A sentence, and how it is to be read."""

    text: Message
    stand: Stand = Stand.PLAIN


@dataclass(frozen=True)
class Place:
    """A place in one band of a raster, in the raster's own CRS."""

    path: str
    x: float
    y: float
    band: int = 1


@dataclass(frozen=True)
class Pixel:
    """One pixel of a grid."""

    grid: Grid
    column: int
    row: int

    @property
    def window(self) -> Window:
        """The pixel as a window."""
        return Window(self.column, self.row, 1, 1)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in the grid's CRS."""
        x0, dx, _, y0, _, dy = self.grid.transform
        return (
            x0 + self.column * dx,
            y0 + (self.row + 1) * dy,
            x0 + (self.column + 1) * dx,
            y0 + self.row * dy,
        )

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the pixel in the grid's CRS."""
        west, south, east, north = self.bounds
        return (west + east) / 2, (south + north) / 2


def pixel_at(grid: Grid, x: float, y: float) -> Pixel | None:
    """Return the pixel that holds a place, None outside the grid.

    A place on the border of two pixels belongs to the one east and south of it.
    """
    x0, dx, _, y0, _, dy = grid.transform
    column, row = math.floor((x - x0) / dx), math.floor((y - y0) / dy)
    if 0 <= column < grid.width and 0 <= row < grid.height:
        return Pixel(grid, column, row)
    return None


@dataclass(frozen=True)
class Entry:
    """One line of the tree.

    Attributes:
        title: what it is.
        name: stable name: of the parameter, the coefficient, the group.
        symbol: its sign in the equation.
        value: the number, None when there is none.
        text: shown in place of the number, or beside it, as a class's title.
        unit: of the number, "" for none.
        notes: more about it.
        stand: how it is to be read.
        children: lines under it.
        place: where the raster behind it can be explained in turn.
    """

    title: Message
    name: str = ""
    symbol: str = ""
    value: float | None = None
    text: Message | None = None
    unit: str = ""
    notes: tuple[Finding, ...] = ()
    stand: Stand = Stand.PLAIN
    children: tuple[Entry, ...] = ()
    place: Place | None = None

    @property
    def shown(self) -> Message:
        """The value as people read it."""
        return shown(self.value, self.text)


@dataclass(frozen=True)
class Explanation:
    """Why a pixel has its value.

    Attributes:
        place: as asked.
        title: what the raster holds.
        pixel: the pixel there, None outside the raster.
        algorithm: id of what made the raster, "" when Redline did not.
        method: title of what made it.
        value: what is stored, None for no data.
        text: title of its class.
        unit: of the value.
        colour: of its class.
        recomputed: what the inputs give now, None when they give nothing.
        findings: the answer in sentences, the most important first.
        equation: as declared.
        substituted: the equation with its numbers, "" where these cannot be put in.
        signs: the numbers by their signs, for those equations.
        groups: what it was made from, by kind.
    """

    place: Place
    title: Message
    pixel: Pixel | None = None
    algorithm: str = ""
    method: Message | None = None
    value: float | None = None
    text: Message | None = None
    unit: str = ""
    colour: tuple[int, int, int] | None = None
    recomputed: float | None = None
    findings: tuple[Finding, ...] = ()
    equation: str = ""
    substituted: str = ""
    signs: tuple[Message, ...] = ()
    groups: tuple[Entry, ...] = ()

    @property
    def equation_lines(self) -> tuple[Message, ...]:
        """The equation, and under it the numbers."""
        lines = []
        if self.equation:
            # Some have words in them, which are translated; the others stay as they are.
            lines.append(title(self.equation))
        if self.substituted:
            left, _, rest = self.substituted.partition(" = ")
            lines.append(Message("{left} = {rest}", {"left": title(left), "rest": rest}))
        return (*lines, *self.signs)

    @property
    def shown(self) -> Message:
        """The value as people read it."""
        if self.value is None:
            return msg("no data")
        return shown(self.value, self.text)


def figure(value: float) -> str:
    """Return a number in the digits that single precision has."""
    return f"{value:.{DIGITS}g}".replace("-", "−")


def shown(value: float | None, text: Message | None) -> Message:
    """Return a number with what it stands for."""
    if value is None or math.isnan(value):
        return text or msg("–")
    if text is None:
        return plain(figure(value))
    return msg("{value}: {title}", value=figure(value), title=text)


def plain(text: str) -> Message:
    """Turn a text that no language changes, as a name or a number, into a message."""
    return Message(text.replace("{", "{{").replace("}", "}}"))


def with_unit(text: object, unit: str) -> Message:
    """Put a unit after a number; "1" is none."""
    if unit in ("", "1"):
        return Message("{text}", {"text": text})
    return Message("{text} {unit}", {"text": text, "unit": unit})

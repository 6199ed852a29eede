"""What drawings are drawn on: a picture or the page of a PDF, in millimetres with y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shapely.geometry.base import BaseGeometry


class Canvas(Protocol):
    """Colours are #rrggbb, "" for none; lengths are millimetres."""

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Draw inside of a rectangle only, and measure from its corner, until :meth:`unclip`."""

    def unclip(self) -> None:
        """End what :meth:`clip` began."""

    def lines(
        self,
        shapes: Sequence[BaseGeometry],
        colour: str,
        width: float,
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw lines, round at their ends; dashes in widths of the line."""

    def areas(self, shapes: Sequence[BaseGeometry], fill: str) -> None:
        """Fill areas."""

    def polygon(
        self, points: Sequence[tuple[float, float]], fill: str, line: str = "", width: float = 0.0
    ) -> None:
        """Draw a small polygon."""

    def disc(
        self, x: float, y: float, radius: float, fill: str, line: str = "", width: float = 0.0
    ) -> None:
        """Draw a disc."""

    def veil(self, x: float, y: float, width: float, height: float) -> None:
        """Make what lies under a rectangle pale, so that text on it can be read."""

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        height: float,
        size: float,
        colour: str,
        start: bool = False,
    ) -> None:
        """Write one line into a box, smaller when it does not fit.

        Args:
            text: to write.
            x, y, width, height: of the box.
            size: of the letters' em.
            colour: of them.
            start: whether it begins at the left; else it stands in the middle.
        """

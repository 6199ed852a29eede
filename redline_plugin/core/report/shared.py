"""Drawings that a page holds once and shows in many places: pictures of rasters, outlines."""

from __future__ import annotations

from redline_plugin.core.report.svg import element


class Shared:
    """Collects drawings by what they are; the page carries them all in one hidden SVG."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def picture(self, link: str) -> str:
        """Return the id of a raster's picture, one unit wide and high."""
        return self._id(
            element("image", {"width": 1, "height": 1, "preserveAspectRatio": "none", "href": link})
        )

    def outline(self, path: str) -> str:
        """Return the id of an outline, given as an SVG path; whoever uses it says how it looks."""
        return self._id(element("path", {"d": path}))

    def _id(self, drawing: str) -> str:
        return self._ids.setdefault(drawing, f"d{len(self._ids) + 1}")

    def svg(self) -> str:
        """Return the hidden SVG, "" when nothing is shared."""
        if not self._ids:
            return ""
        parts = [drawing.replace(" ", f' id="{name}" ', 1) for drawing, name in self._ids.items()]
        hidden = {"width": 0, "height": 0, "aria_hidden": "true", "style": "position:absolute"}
        return element("svg", hidden, element("defs", {}, *parts))

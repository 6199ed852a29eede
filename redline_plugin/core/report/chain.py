"""How a raster was made, back to what Redline did not make: a tree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import Model
from redline_plugin.core.records import (
    Given,
    Subject,
    algorithm_id,
    read_subject,
    same_file,
)
from redline_plugin.core.report.room import Room

_DEEPEST = 8


def chain_of(subject: Subject, room: Room) -> dict[str, Any] | None:
    """Return the tree below a raster, None when none of its inputs was made by Redline."""
    node = _node(subject, room, frozenset())
    return node if any(child["method"] for child in node["children"]) else None


def _node(subject: Subject, room: Room, above: frozenset[str]) -> dict[str, Any]:
    key = same_file(subject.path)
    known = room.subject_at(str(subject.path))
    children = []
    if len(above) < _DEEPEST and key not in above:
        children = [_child(given, room, above | {key}) for given in subject.inputs]
    return {
        "title": room.heading(subject),
        "file": room.file_title(str(subject.path), subject),
        "method": room.method(subject),
        "equation": room.translate(subject.model.equation) if subject.model is not None else "",
        "anchor": known.anchor if known is not None else "",
        "gone": False,
        "children": children,
    }


def _child(given: Given, room: Room, above: frozenset[str]) -> dict[str, Any]:
    made = room.subject_at(given.path)
    there = Path(given.path).is_file()
    if made is None and there:
        try:
            made = read_subject(Path(given.path))
        except RuntimeError:
            made = None
    title = room.heading_of_input(given)
    if made is not None and made.algorithm:
        return {**_node(made, room, above), "title": title}
    # The file is gone or is not Redline's; the record may still tell what made it.
    model: Model | None = models().get(algorithm_id(given.made_by))
    return {
        "title": title,
        "file": room.file_title(given.path, None, algorithm_id(given.made_by)),
        "method": room.method_of(algorithm_id(given.made_by)),
        "equation": room.translate(model.equation) if model is not None else "",
        "anchor": "",
        "gone": not there,
        "children": [],
    }

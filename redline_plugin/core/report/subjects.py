"""The rasters that a report tells of, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from redline_plugin.core.errors import InputError
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.records import Subject, read_subject, same_file


def gather(paths: Sequence[Path], depth: int) -> tuple[list[Subject], list[Path]]:
    """Return the results, each class raster after its index, then what they were made of.

    Args:
        paths: of the results.
        depth: how many steps back inputs that Redline made get a section of their own.

    Returns:
        The subjects, and those of ``paths`` that cannot be read.
    """
    found: dict[str, Subject] = {}
    unreadable: list[Path] = []
    for path in paths:
        key = same_file(path)
        if key in found:
            continue
        try:
            found[key] = read_subject(path, f"r{len(found) + 1}", 0)
        except RuntimeError:
            unreadable.append(path)
    ordered = _after_index(list(found.values()))
    now = ordered
    for level in range(1, depth + 1):
        now = list(_made_by_redline(now, found, level))
        ordered = [*ordered, *now]
    return ordered, unreadable


def _after_index(subjects: list[Subject]) -> list[Subject]:
    keys = {same_file(each.path): each for each in subjects}
    classes: dict[str, list[Subject]] = {}
    for each in subjects:
        if each.index is not None and same_file(each.index.path) in keys:
            classes.setdefault(same_file(each.index.path), []).append(each)
    moved = {each.anchor for group in classes.values() for each in group}
    ordered: list[Subject] = []
    for each in subjects:
        if each.anchor not in moved:
            ordered.append(each)
            ordered += classes.get(same_file(each.path), [])
    # A raster that is said to be graded from itself, or in a circle, stays where it was.
    return ordered + [each for each in subjects if each not in ordered]


def _made_by_redline(
    subjects: Sequence[Subject], found: dict[str, Subject], level: int
) -> Iterator[Subject]:
    for subject in subjects:
        for given in subject.inputs:
            for path in given.files:
                key = same_file(path)
                if key in found or not Path(path).is_file():
                    continue
                try:
                    made = read_subject(Path(path), f"r{len(found) + 1}", level)
                    Grid.of_file(path)
                except (RuntimeError, InputError):
                    continue
                if made.algorithm:
                    found[key] = made
                    yield made

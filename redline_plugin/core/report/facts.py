"""What rasters tell of themselves, read so that nothing missing or odd in it can stop a report."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import Model, RasterInput, RasterOutput
from redline_plugin.core.errors import InputError
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import Translate

PREFIX = "redline:"
INDEX_INPUT = "INPUT"
"""What gradings call the index that they grade."""

_SPEC = re.compile(r"[,]?(\.\d{1,2})?[a-zA-Z%]?")


@dataclass(frozen=True)
class Given:
    """One input of a run: the bands it was given, in order.

    Attributes:
        name: of the parameter.
        bands: path and band of each.
        records: what is stored of each.
        declared: from the model, None when it has none of that name.
    """

    name: str
    bands: tuple[tuple[str, int], ...]
    records: tuple[Mapping[str, Any], ...]
    declared: RasterInput | None = None

    @property
    def path(self) -> str:
        """The first band's file."""
        return self.bands[0][0]

    @property
    def files(self) -> list[str]:
        """The files, each once."""
        return list(dict.fromkeys(path for path, _ in self.bands))

    @property
    def made_by(self) -> str:
        """The algorithm that made the first file, as noted when it was used, "" when not Redline's."""
        return str(self.records[0].get("made_by") or "")


@dataclass(frozen=True)
class Subject:
    """One raster that the report tells of.

    Attributes:
        path: of the file.
        record: its provenance, empty when it carries none.
        anchor: of its section.
        level: 0 for a result asked for, 1 for what that was made of, and so on.
        bands: how many it has.
        description: of the first band, as written, in English.
        unit: of the first band.
    """

    path: Path
    record: Mapping[str, Any]
    anchor: str
    level: int = 0
    bands: int = 1
    description: str = ""
    unit: str = ""
    inputs: tuple[Given, ...] = field(default=())

    @property
    def algorithm(self) -> str:
        """Id of the algorithm without the provider's, "" when unknown."""
        return algorithm_id(self.record.get("algorithm"))

    @property
    def model(self) -> Model | None:
        """The declaration of what made it, None for other algorithms."""
        return models().get(self.algorithm)

    @property
    def output(self) -> RasterOutput | None:
        """Which of the model's outputs it is."""
        if self.model is None:
            return None
        name = self.record.get("output", "OUTPUT")
        return next((each for each in self.model.outputs if each.name == name), None)

    def part(self, *keys: str) -> Mapping[str, Any]:
        """Return a part of the record, empty when it is not there or is no mapping."""
        found: Any = self.record
        for key in keys:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    @property
    def class_rows(self) -> list[Mapping[str, Any]]:
        """The account of classes that gradings store."""
        return mappings(self.part("results").get("classes"))

    @property
    def counts(self) -> Mapping[str, Any]:
        """What the run counted of this output."""
        return self.part("results", "outputs", str(self.record.get("output", "OUTPUT")))

    @property
    def index(self) -> Given | None:
        """For a raster of classes: the index it was graded from."""
        if not self.class_rows:
            return None
        return next((given for given in self.inputs if given.name == INDEX_INPUT), None)


def algorithm_id(name: object) -> str:
    """Return an algorithm's id without the provider's."""
    text = str(name or "")
    return text[len(PREFIX) :] if text.startswith(PREFIX) else text


def mappings(value: object) -> list[Mapping[str, Any]]:
    """Return those things of a list that are mappings."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return []
    return [each for each in value if isinstance(each, Mapping)]


def same_file(path: str | Path) -> str:
    """Return what tells files apart."""
    return str(Path(path).resolve())


@gdal_exceptions()
def read_subject(path: Path, anchor: str, level: int) -> Subject:
    """Read what a raster says.

    Raises:
        RuntimeError: it cannot be opened.
    """
    dataset = gdal.OpenEx(str(path), gdal.OF_RASTER)
    if not dataset.RasterCount:
        raise RuntimeError("no bands")
    band = dataset.GetRasterBand(1)
    record = _record(str(path))
    model = models().get(algorithm_id(record.get("algorithm")))
    return Subject(
        path,
        record,
        anchor,
        level,
        dataset.RasterCount,
        band.GetDescription(),
        band.GetUnitType(),
        _given(record, model),
    )


def _record(path: str) -> Mapping[str, Any]:
    try:
        found = read_provenance(path)
    except ValueError:
        return {}
    return found if isinstance(found, Mapping) else {}


def _given(record: Mapping[str, Any], model: Model | None) -> tuple[Given, ...]:
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for entry in mappings(record.get("inputs")):
        if entry.get("name") and entry.get("path"):
            by_name.setdefault(str(entry["name"]), []).append(entry)
    declared = {item.name: item for item in model.inputs} if model else {}
    names = [
        *(name for name in declared if name in by_name),
        *(n for n in by_name if n not in declared),
    ]
    return tuple(
        Given(
            name,
            tuple((str(entry["path"]), _band(entry.get("band"))) for entry in by_name[name]),
            tuple(by_name[name]),
            declared.get(name),
        )
        for name in names
    )


def _band(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 1


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


def sentence(stored: object, translate: Translate) -> str:
    """Return a stored message in the reader's language; a text that does not fit it as it is.

    The file it comes from may be anybody's, so only plain fields are filled in.
    """
    if not isinstance(stored, Mapping):
        return str(stored)
    text = str(stored.get("text", ""))
    values = stored.get("fields")
    filled = {
        str(name): sentence(value, translate) if isinstance(value, Mapping) else value
        for name, value in (values if isinstance(values, Mapping) else {}).items()
    }
    said = translate(text)
    try:
        fields = list(string.Formatter().parse(said))
        if all(
            name is None or (name in filled and _SPEC.fullmatch(spec or "") and not conversion)
            for _, name, spec, conversion in fields
        ):
            return said.format(**filled)
    except (ValueError, TypeError, IndexError, KeyError):
        pass
    return said

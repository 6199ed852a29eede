"""What rasters tell of themselves, read so that nothing missing or odd in it can stop a reader."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import Model, RasterInput, RasterOutput
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.provenance import read_provenance
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
        title: for the index of a grading: what it said of itself then, "" for nothing.
        unit: likewise.
    """

    name: str
    bands: tuple[tuple[str, int], ...]
    records: tuple[Mapping[str, Any], ...]
    declared: RasterInput | None = None
    title: str = ""
    unit: str = ""

    @property
    def path(self) -> str:
        """The first band's file."""
        return self.bands[0][0]

    @property
    def sources(self) -> tuple[tuple[str, int], ...]:
        """What GDAL opens for each band, and the band: the file, or a part of it by its name."""
        return tuple(
            (str(entry.get("source") or path), band)
            for (path, band), entry in zip(self.bands, self.records)
        )

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
    """One raster, and what it says of itself.

    Attributes:
        path: of the file.
        record: its provenance, empty when it carries none.
        anchor: of its section in a report, "" outside of reports.
        level: 0 for a result asked for, 1 for what that was made of, and so on.
        bands: how many it has.
        description: of the first band, as written, in English.
        unit: of the first band.
    """

    path: Path
    record: Mapping[str, Any]
    anchor: str = ""
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
        return _part(self.record, *keys)

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


def _part(record: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    found: Any = record
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


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
def read_subject(path: str | Path, anchor: str = "", level: int = 0) -> Subject:
    """Read what a raster says; ``path`` may be any name that GDAL opens.

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
        Path(path),
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
    noted = _part(record, "parameters", "index")
    index = [str(noted.get(key) or "") for key in ("title", "unit")]
    return tuple(
        Given(
            name,
            tuple((str(entry["path"]), _band(entry.get("band"))) for entry in by_name[name]),
            tuple(by_name[name]),
            declared.get(name),
            *(index if name == INDEX_INPUT else ()),
        )
        for name in names
    )


def _band(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 1


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

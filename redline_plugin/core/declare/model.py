"""The declaration of an assessment model.

One object says what the model takes, what it gives, by which equation, from which source and how
sure that is. Processing parameters, their help, the checks before a run, the manual's page and the
metadata of the output all come from it. To add a model is to add one file with one of these.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from redline_plugin.core.text import N_, Message, msg
from redline_plugin.core.text import title as text_of

Kernel = Callable[..., NDArray]


class Certainty(enum.Enum):
    """How sure a fact is; shown to the user wherever the fact is used."""

    SEEN = N_("read in the source")
    HIGH = N_("general knowledge, sure")
    MEDIUM = N_("general knowledge, likely")
    LOW = N_("general knowledge, a hint only")
    CONFLICT = N_("sources differ")
    ADVICE = N_("Redline's own rule, in no norm")
    USER = N_("chosen by the user")


class Group(enum.Enum):
    """Where an algorithm stands in the toolbox: the value is the stable group id."""

    CLIMATE = "climate"
    TERRAIN = "terrain"
    SOIL = "soil"
    COVER = "cover"
    FUNCTION = "function"
    SENSITIVITY = "sensitivity"
    GRADE = "grade"
    DELINEATE = "delineate"
    BOUNDARY = "boundary"
    SURVEY = "survey"
    PACKAGE = "package"
    REPORT = "report"
    MODEL = "model"
    DEMO = "demo"


GROUP_TITLES = {
    Group.CLIMATE: N_("Factors: climate"),
    Group.TERRAIN: N_("Factors: terrain"),
    Group.SOIL: N_("Factors: soil"),
    Group.COVER: N_("Factors: vegetation and land cover"),
    Group.FUNCTION: N_("Ecological functions"),
    Group.SENSITIVITY: N_("Ecological sensitivity"),
    Group.GRADE: N_("Grading"),
    Group.DELINEATE: N_("Delineation"),
    Group.BOUNDARY: N_("Boundary"),
    Group.SURVEY: N_("Survey and markers"),
    Group.PACKAGE: N_("Submission package"),
    Group.REPORT: N_("Reports and tables"),
    Group.MODEL: N_("Ready-made models"),
    Group.DEMO: N_("Sample data"),
}


@dataclass(frozen=True)
class Reference:
    """Where a fact comes from."""

    document: str
    section: str = ""
    certainty: Certainty = Certainty.SEEN


GUIDE = N_("Guide for delineating ecological protection red lines, 2017 (环办生态〔2017〕48号)")
"""The document most models refer to."""


@dataclass(frozen=True)
class TableFile:
    """One of several tables that come with the plugin, where sources differ."""

    id: str
    title: str
    file: str
    reference: Reference


@dataclass(frozen=True)
class CodeTable:
    """A table from class codes to numbers: a CSV file that users copy and edit.

    Attributes:
        name: parameter name for the user's own file.
        title: what the number is.
        file: name in ``resources/tables``, the default.
        unit: unit of the number.
        valid: lowest and highest value allowed.
        columns: the columns with numbers. With one, the kernel gets an array of its numbers, shape
            (rows, columns); with several, one of shape (len(columns), rows, columns), in which a
            single number may be NaN. A code whose first column is empty is left out.
        others: further tables to choose from, by the parameter ``{name}_SET``.
        allowed: the only numbers that the first column may have, such as the scores 1, 3 and 5; empty:
            any that are valid.
        is_example: whether the default only shows how such a table looks, and users need their own.
    """

    name: str
    title: str
    file: str
    unit: str = "1"
    valid: tuple[float | None, float | None] = (None, None)
    columns: tuple[str, ...] = ("value",)
    others: tuple[TableFile, ...] = ()
    allowed: tuple[float, ...] = ()
    is_example: bool = False


@dataclass(frozen=True)
class Hint:
    """A sign of a wrong unit: the mean of the values lies outside what such a quantity has.

    Attributes:
        low: means below this are suspect, None for no limit.
        high: means above this are suspect, None for no limit.
        text: what it looks like and what to do, marked for translation.
        percent: looked at is not the mean but the value that so many per cent do not exceed: 100 is
            the highest. It says nothing where all values are 0.
    """

    low: float | None
    high: float | None
    text: str
    percent: float | None = None


@dataclass(frozen=True)
class RasterInput:
    """A raster that the model takes.

    Attributes:
        name: parameter name, the field's standard term in upper case.
        title: what people call it.
        unit: unit of its values, "" for classes.
        valid: lowest and highest valid value; pixels outside are nodata, counted and told.
        table: given for class rasters; the kernel then gets the table's numbers.
        help: one sentence more.
        bands: how many bands the kernel gets, as shape (bands, rows, columns). 1: a plain raster of
            shape (rows, columns). 12: months, from one raster of 12 bands or 12 rasters. 0: any
            number of bands, at least one.
        optional: may be left out; the kernel then gets None.
        lenient: a pixel without a value does not make the result nodata; the kernel gets NaN there.
            A stack (``bands`` other than 1) that is not lenient needs all of its bands valid.
        hints: signs of a wrong unit, told before the run.
        codes: values are codes of classes, which must never be interpolated; so they are with a
            table, too.
        scale: name of the coefficient that values are divided by; hints and ``fill_from`` are of
            what comes out.
        fill_from: one value at or below this, over much of the area, is suspected to stand for
            nodata that is not declared.
    """

    name: str
    title: str
    unit: str = ""
    valid: tuple[float | None, float | None] = (None, None)
    table: CodeTable | None = None
    help: str = ""
    bands: int = 1
    optional: bool = False
    lenient: bool = False
    hints: tuple[Hint, ...] = ()
    codes: bool = False
    scale: str = ""
    fill_from: float | None = None

    @property
    def called(self) -> Message:
        """What messages call it: the title that the dialog shows, and the parameter's name."""
        return msg("{title} ({name})", title=text_of(self.title), name=self.name)

    @property
    def is_class(self) -> bool:
        """Whether values are codes, which must never be interpolated."""
        return self.codes or self.table is not None

    @property
    def is_stack(self) -> bool:
        """Whether the kernel gets several bands."""
        return self.bands != 1


@dataclass(frozen=True)
class Coefficient:
    """A number that the model uses and the user may change; the kernel gets it by its name."""

    name: str
    title: str
    default: float
    valid: tuple[float | None, float | None]
    unit: str
    reference: Reference


@dataclass(frozen=True)
class Option:
    """One way of several, with where it comes from."""

    id: str
    title: str
    reference: Reference


@dataclass(frozen=True)
class Choice:
    """A decision the user takes where sources differ; the kernel gets the option's id by name."""

    name: str
    title: str
    options: tuple[Option, ...]
    default: str
    help: str = ""

    def index(self, option_id: str) -> int:
        """Return the place of an option."""
        return [option.id for option in self.options].index(option_id)


class Kind(enum.Enum):
    """Statistics of a whole raster."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    QUANTILE = "quantile"


@dataclass(frozen=True)
class Statistic:
    """A number that is found in a pass over an input before the model runs.

    It is taken over the pixels that are valid in all inputs: the assessed area. The kernel gets it
    by its name in lower case. The user may give it instead (a province's range for a county's run).

    Attributes:
        name: parameter name.
        title: what it is.
        input: the input's name; its values after the code table, if it has one.
        kind: which statistic.
        percent: for quantiles: name of the coefficient that gives the per cent.
        used: given the run's choices by name, whether it is needed; None: always.
    """

    name: str
    title: str
    input: str
    kind: Kind
    percent: str = ""
    used: Callable[[Mapping[str, str]], bool] | None = None


@dataclass(frozen=True)
class ClassEntry:
    """One class of a class raster: code 1 to 254, title, colour (red, green, blue)."""

    value: int
    title: str
    colour: tuple[int, int, int]


@dataclass(frozen=True)
class RasterOutput:
    """A raster that the model gives.

    Attributes:
        name: parameter name; ``OUTPUT`` for the main one.
        title: what people call it.
        unit: unit of its values.
        kernel: pure function of arrays: the inputs in order, then by name (lower case) coefficients,
            choices, statistics, and what the model needs. Where the model has ``shared``, it gets
            that function's result alone. Shape (rows, columns), or (bands, rows, columns).
        valid: values outside are clamped to it and counted.
        optional: whether it is only made when asked for.
        bands: number of bands; 12 for months.
        classes: given for a class raster: it is then uint8 with nodata 0; the kernel gives codes.
        ramp: id of the colour ramp it is shown in, see :mod:`redline_plugin.core.style`.
        term: the name under which other models take it as input, "" for none.
    """

    name: str
    title: str
    unit: str
    kernel: Kernel
    valid: tuple[float | None, float | None] = (None, None)
    optional: bool = False
    bands: int = 1
    classes: tuple[ClassEntry, ...] = ()
    ramp: str = "value"
    term: str = ""


@dataclass(frozen=True)
class Check:
    """Pixels that deserve a warning, counted while the model runs.

    Attributes:
        kernel: takes what the outputs' kernels take, gives where it applies, shape (rows, columns).
        message: marked for translation; may use ``{count}`` and ``{share}`` (of valid pixels, %).
    """

    kernel: Callable[..., NDArray]
    message: str


@dataclass(frozen=True)
class Model:
    """One assessment model.

    Attributes:
        id: of the algorithm, lower case letters; never changes.
        title: what people call it.
        group: where it stands in the toolbox.
        about: what it does, for people.
        equation: in one line.
        reference: where it comes from.
        inputs: what it takes, in the order of the kernels' arguments.
        outputs: what it gives.
        coefficients: numbers.
        choices: ways.
        statistics: found in a first pass.
        checks: counted while it runs.
        shared: computes once per piece what several outputs and checks need: inputs and names as
            for a kernel, gives a mapping of arrays by name, which "Why here?" shows, too, but for
            flags (booleans). A name that stands in the equation is the value's sign.
        parts: titles of those values of ``shared`` that are shown, by name; empty: all are shown.
        halo: for models that look at neighbours: pixels needed on each side, from the smallest
            width and height in m that a pixel has, and the names. The kernels then get float arrays
            larger by this on every side, NaN where there is no value (class codes: NaN, too), and
            its number by the name ``halo``; they give the inner part.
        one_of: names of optional inputs of which at least one is needed, group by group.
        rising: names of coefficients that must rise from the first to the last, group by group.
        wholes: names of inputs in per cent that are parts of one whole, group by group.
        needs_pixel_area: the kernels get ``pixel_area`` in m2, shape (rows, 1).
        needs_cell_size: the kernels get ``cell_width`` in m, shape (rows, 1) (with the halo's rows),
            and ``cell_height`` in m, of the same shape.
        needs_latitude: the kernels get ``latitude`` in degrees, shape (rows, columns).
        symbols: for "Why here?": inputs' and coefficients' names to their signs in the equation.
        notes: traps, for people.
        tags: search words.
    """

    id: str
    title: str
    group: Group
    about: str
    equation: str
    reference: Reference
    inputs: tuple[RasterInput, ...]
    outputs: tuple[RasterOutput, ...]
    coefficients: tuple[Coefficient, ...] = ()
    choices: tuple[Choice, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    checks: tuple[Check, ...] = ()
    shared: Callable[..., Mapping[str, NDArray]] | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    halo: Callable[..., int] | None = None
    one_of: tuple[tuple[str, ...], ...] = ()
    rising: tuple[tuple[str, ...], ...] = ()
    wholes: tuple[tuple[str, ...], ...] = ()
    needs_pixel_area: bool = False
    needs_cell_size: bool = False
    needs_latitude: bool = False
    symbols: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = field(default=())
    tags: tuple[str, ...] = field(default=())

    def input(self, name: str) -> RasterInput:
        """Return the input of that name."""
        return next(item for item in self.inputs if item.name == name)

    def output(self, name: str) -> RasterOutput:
        """Return the output of that name."""
        return next(item for item in self.outputs if item.name == name)


Names = Mapping[str, Any]
"""What kernels get by name."""

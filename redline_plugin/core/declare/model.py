"""The declaration of an assessment model.

One object says what the model takes, what it gives, by which equation, from which source and how
sure that is. Processing parameters, their help, the checks before a run, the manual's page and the
metadata of the output all come from it. To add a model is to add one file with one of these.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field

from numpy.typing import NDArray

from redline_plugin.core.text import N_

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

    FUNCTION = "function"
    SENSITIVITY = "sensitivity"
    GRADE = "grade"
    DELINEATE = "delineate"
    PACKAGE = "package"
    DEMO = "demo"


GROUP_TITLES = {
    Group.FUNCTION: N_("Ecological functions"),
    Group.SENSITIVITY: N_("Ecological sensitivity"),
    Group.GRADE: N_("Grading"),
    Group.DELINEATE: N_("Delineation"),
    Group.PACKAGE: N_("Submission package"),
    Group.DEMO: N_("Sample data"),
}


@dataclass(frozen=True)
class Reference:
    """Where a fact comes from."""

    document: str
    section: str = ""
    certainty: Certainty = Certainty.SEEN


@dataclass(frozen=True)
class CodeTable:
    """A table from class codes to numbers: a CSV file that users copy and edit.

    Attributes:
        name: parameter name for the user's own file.
        title: what the number is.
        file: name in ``resources/tables``, the default.
        unit: unit of the number.
        valid: lowest and highest value allowed.
    """

    name: str
    title: str
    file: str
    unit: str = "1"
    valid: tuple[float | None, float | None] = (None, None)


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
    """

    name: str
    title: str
    unit: str = ""
    valid: tuple[float | None, float | None] = (None, None)
    table: CodeTable | None = None
    help: str = ""

    @property
    def is_class(self) -> bool:
        """Whether values are codes, which must never be interpolated."""
        return self.table is not None


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
class RasterOutput:
    """A raster that the model gives.

    Attributes:
        name: parameter name; ``OUTPUT`` for the main one.
        title: what people call it.
        unit: unit of its values.
        kernel: pure function of arrays: the inputs in order, then by name (lower case) the
            coefficients and, when the model asks for it, ``pixel_area`` in m2, shape (rows, 1).
        valid: values outside are clamped to it and counted.
        optional: whether it is only made when asked for.
    """

    name: str
    title: str
    unit: str
    kernel: Kernel
    valid: tuple[float | None, float | None] = (None, None)
    optional: bool = False


@dataclass(frozen=True)
class Model:
    """One assessment model."""

    id: str
    title: str
    group: Group
    about: str
    equation: str
    reference: Reference
    inputs: tuple[RasterInput, ...]
    outputs: tuple[RasterOutput, ...]
    coefficients: tuple[Coefficient, ...] = ()
    needs_pixel_area: bool = False
    notes: tuple[str, ...] = field(default=())
    tags: tuple[str, ...] = field(default=())

    def input(self, name: str) -> RasterInput:
        """Return the input of that name."""
        return next(item for item in self.inputs if item.name == name)

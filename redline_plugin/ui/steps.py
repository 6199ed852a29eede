"""The steps of the work, as data: which algorithm, what goes in, what comes out.

A *term* names one thing that steps take or make: a raster of the standard (``PRECIPITATION``), or
something made here (``index_soilretention``, ``classes_soilretention``, ``blocks``). Steps that
take the same term take the same layer. Titles, units, help and kinds of the inputs are not here:
they come from the algorithms, and those of the assessment from the models' declarations.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import Group, Model
from redline_plugin.core.standard.reasons import BY_ID
from redline_plugin.core.text import N_
from redline_plugin.processing.delineate import CLASS_PARAMETERS

PROVIDER = "redline"
BLOCKS = "blocks"
MAP = "map"
PACKAGE = "package"


@dataclass(frozen=True)
class Mark:
    """How a layer shows that it was made by a step.

    Attributes:
        algorithms: ids in the layer's provenance, any of them.
        band: name of the raster's band, "" for any; tells apart the outputs of one algorithm.
        of: ids of the algorithm that made the layer's own input, empty for any.
    """

    algorithms: tuple[str, ...]
    band: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        id: stable.
        algorithm: full id of the algorithm that it opens.
        inputs: the algorithm's parameter to the term that goes there.
        makes: the term that comes out, "" for none.
        mark: how layers of that term are recognised; None when it is no layer.
        saved_as: output of the algorithm that is the file of ``makes``, "" when it is a layer.
        one_of: parameters of which at least one is needed, although each is optional.
        title: marked for translation, with ``{subject}``; "" takes the algorithm's title.
        subject: marked for translation.
    """

    id: str
    algorithm: str
    inputs: Mapping[str, str]
    makes: str = ""
    mark: Mark | None = None
    saved_as: str = ""
    one_of: tuple[str, ...] = ()
    title: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Section:
    """Steps under one heading."""

    title: str
    steps: tuple[Step, ...] = field(default=())


def _full(name: str) -> str:
    return f"{PROVIDER}:{name}"


def reason_of(model: Model) -> str:
    """Return the reason for the red line that a model's index speaks for, "" for none.

    ``soilerosionsensitivity`` speaks for ``soilerosion``; a function's model has the reason's id.
    """
    name = model.id[: -len("sensitivity")] if model.id.endswith("sensitivity") else model.id
    return name if name in BY_ID else ""


def _assess(model: Model) -> Step:
    return Step(
        id=f"assess_{model.id}",
        algorithm=_full(model.id),
        inputs={item.name: item.name for item in model.inputs},
        makes=f"index_{model.id}",
        mark=Mark((_full(model.id),), band=model.outputs[0].title),
    )


def _grade(model: Model) -> Step:
    algorithm = "gradesensitivity" if model.group is Group.SENSITIVITY else "gradefunction"
    return Step(
        id=f"grade_{model.id}",
        algorithm=_full(algorithm),
        inputs={"INPUT": f"index_{model.id}"},
        makes=f"classes_{reason_of(model)}",
        mark=Mark((_full(algorithm),), of=(_full(model.id),)),
        title=N_("Grade: {subject}"),
        subject=BY_ID[reason_of(model)].title,
    )


def _delineate() -> Step:
    classes = {name: f"classes_{reason}" for reason, name in CLASS_PARAMETERS.items()}
    return Step(
        id="delineate",
        algorithm=_full("delineate"),
        inputs={**classes, "PROTECTED_AREAS": "PROTECTED_AREAS", "COUNTIES": "COUNTIES"},
        makes=BLOCKS,
        # The shipped model's last layer is written by the same algorithm.
        mark=Mark((_full("delineate"),)),
        one_of=tuple(classes),
    )


def _order(model: Model) -> tuple[int, int]:
    reasons = list(BY_ID)
    reason = reason_of(model)
    return (
        list(Group).index(model.group),
        reasons.index(reason) if reason else len(reasons),
    )


@functools.lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """Return all steps in the order of the work."""
    ordered = sorted(models().values(), key=_order)
    return (
        Section(N_("Assess"), tuple(_assess(model) for model in ordered)),
        Section(N_("Grade"), tuple(_grade(model) for model in ordered if reason_of(model))),
        Section(
            N_("Delineate and hand in"),
            (
                _delineate(),
                Step(
                    id="map",
                    algorithm=_full("distributionmap"),
                    inputs={
                        "INPUT": BLOCKS,
                        "ELEVATION": "ELEVATION",
                        "COUNTIES": "COUNTIES",
                        "PROTECTED_AREAS": "PROTECTED_AREAS",
                    },
                    makes=MAP,
                    saved_as="OUTPUT",
                ),
                Step(
                    id="export",
                    algorithm=_full("exportsubmission"),
                    inputs={"INPUT": BLOCKS, "MAP": MAP},
                    makes=PACKAGE,
                    saved_as="OUTPUT",
                ),
                Step(
                    id="verify",
                    algorithm=_full("verifysubmission"),
                    inputs={"INPUT": PACKAGE},
                    one_of=("INPUT",),
                ),
            ),
        ),
    )


def all_steps() -> tuple[Step, ...]:
    """Return all steps without their sections."""
    return tuple(step for section in sections() for step in section.steps)


def run_all_step() -> Step:
    """Return the whole way as one step: the shipped model, whose parameters are the terms."""
    rasters = {item.name: item.name for model in models().values() for item in model.inputs}
    layers = {name: name for name in ("ELEVATION", "PROTECTED_AREAS", "COUNTIES")}
    return Step(
        id="county",
        algorithm=_full("redlinecounty"),
        inputs={**rasters, **layers},
    )


DEMO = Step(id="demo", algorithm=_full("democounty"), inputs={})


def marks(steps: Iterable[Step]) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of each term that steps make; several models may speak for one reason."""
    found: dict[str, tuple[Mark, ...]] = {}
    for step in steps:
        if step.makes and step.mark is not None:
            found[step.makes] = (*found.get(step.makes, ()), step.mark)
    return found

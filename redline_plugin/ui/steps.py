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
from redline_plugin.core.declare.model import GROUP_TITLES, Group, Model, RasterOutput
from redline_plugin.core.standard.reasons import BY_ID, SENSITIVITY
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
    """Steps under one heading; folded ones show only the heading until it is opened."""

    title: str
    steps: tuple[Step, ...] = field(default=())
    folded: bool = False


def _full(name: str) -> str:
    return f"{PROVIDER}:{name}"


_BY_MONTHS = "monthly"
_SUFFIXES = ("sensitivity", "index")


def reason_of(model: Model) -> str:
    """Return the reason for the red line that a model's index speaks for, "" for none.

    ``soilerosionsensitivity`` speaks for ``soilerosion``, and so do all models of a function:
    ``sandfixation``, ``monthlysandfixation`` and ``sandfixationindex``.
    """
    if model.group not in (Group.FUNCTION, Group.SENSITIVITY):
        return ""
    name = model.id[len(_BY_MONTHS) :] if model.id.startswith(_BY_MONTHS) else model.id
    for suffix in _SUFFIXES:
        name = name[: -len(suffix)] if name.endswith(suffix) else name
    return name if name in BY_ID else ""


def _assess(model: Model) -> Step:
    reason = reason_of(model)
    shown = _own_classes(model) or model.outputs[0]
    # A factor has the name under which other models take it.
    makes = shown.term
    if reason:
        makes = f"classes_{reason}" if shown.classes else f"index_{reason}"
    return Step(
        id=f"assess_{model.id}",
        algorithm=_full(model.id),
        inputs={item.name: item.name for item in model.inputs},
        makes=makes,
        mark=Mark((_full(model.id),), band=shown.title),
        one_of=tuple(name for names in model.one_of for name in names),
    )


def _own_classes(model: Model) -> RasterOutput | None:
    """Return the output with classes of a model that grades by limits of its own."""
    if not reason_of(model):
        return None
    return next((output for output in model.outputs if output.classes), None)


def _grade(reason: str, speakers: list[Model]) -> Step:
    sensitive = BY_ID[reason].kind == SENSITIVITY
    algorithm = "gradesensitivity" if sensitive else "gradefunction"
    made_by = [_full(model.id) for model in speakers]
    if reason == "biodiversity":
        made_by.append(_full("speciesrichness"))
    return Step(
        id=f"grade_{reason}",
        algorithm=_full(algorithm),
        inputs={"INPUT": f"index_{reason}"},
        makes=f"classes_{reason}",
        mark=Mark((_full(algorithm),), of=tuple(made_by)),
        title=N_("Grade: {subject}"),
        subject=BY_ID[reason].title,
    )


def _highest(model: Model) -> Step:
    """Return the step that unites the classes of all functions, or of all sensitivities."""
    return Step(
        id=f"unite_{model.id}",
        algorithm=_full(model.id),
        inputs={item.name: f"classes_{_REASON_OF_INPUT[item.name]}" for item in model.inputs},
        makes=f"classes_{model.id}",
        mark=Mark((_full(model.id),), band=model.outputs[0].title),
        one_of=tuple(item.name for item in model.inputs),
    )


_REASON_OF_INPUT = {name: reason for reason, name in CLASS_PARAMETERS.items()}


def _stations() -> tuple[Step, ...]:
    """Return the way from station series to rasters; its files are asked for in the dialogs."""
    return tuple(
        Step(id=name, algorithm=_full(name), inputs={})
        for name in ("stationerosivity", "stationclimate", "interpolatestations")
    )


def _species() -> tuple[Step, ...]:
    return (
        Step(id="speciessuitability", algorithm=_full("speciessuitability"), inputs={}),
        Step(
            id="speciesrichness",
            algorithm=_full("speciesrichness"),
            inputs={},
            makes="index_biodiversity",
            mark=Mark((_full("speciesrichness"),)),
        ),
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


def _boundary() -> tuple[Step, ...]:
    """Return the steps that put the line on the ground; the reference lines are the user's choice."""
    return (
        Step(
            id="smoothboundary",
            algorithm=_full("smoothboundary"),
            inputs={"INPUT": BLOCKS, "PROTECTED_AREAS": "PROTECTED_AREAS", "BORDERS": "COUNTIES"},
        ),
        Step(id="fittoreference", algorithm=_full("fittoreference"), inputs={"INPUT": BLOCKS}),
    )


def _order(model: Model) -> tuple[int, str]:
    reasons = list(BY_ID)
    reason = reason_of(model)
    return (reasons.index(reason) if reason else len(reasons), model.id)


def _of(group: Group) -> list[Model]:
    return sorted((m for m in models().values() if m.group is group), key=_order)


def _factors(group: Group) -> Section:
    steps = tuple(_assess(model) for model in _of(group))
    if group is Group.CLIMATE:
        steps = (*_stations(), *steps)
    return Section(GROUP_TITLES[group], steps, folded=True)


def _grading() -> tuple[Step, ...]:
    speakers: dict[str, list[Model]] = {}
    for model in models().values():
        if reason_of(model) and _own_classes(model) is None:
            speakers.setdefault(reason_of(model), []).append(model)
    return tuple(_grade(reason, speakers[reason]) for reason in BY_ID if reason in speakers)


FACTOR_GROUPS = (Group.CLIMATE, Group.TERRAIN, Group.SOIL, Group.COVER)


@functools.lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """Return all steps in the order of the work."""
    return (
        *(_factors(group) for group in FACTOR_GROUPS),
        Section(N_("Assess functions"), (*(_assess(m) for m in _of(Group.FUNCTION)), *_species())),
        Section(N_("Assess sensitivity"), tuple(_assess(m) for m in _of(Group.SENSITIVITY))),
        Section(N_("Grade"), (*_grading(), *(_highest(m) for m in _of(Group.GRADE)))),
        Section(
            N_("Delineate and hand in"),
            (
                _delineate(),
                *_boundary(),
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
                Step(
                    id="report",
                    algorithm=_full("assessmentreport"),
                    inputs={"COUNTIES": "COUNTIES"},
                ),
            ),
        ),
    )


def all_steps() -> tuple[Step, ...]:
    """Return all steps without their sections."""
    return tuple(step for section in sections() for step in section.steps)


COUNTY_MODELS = ("waterconservation", "soilretention", "soilerosionsensitivity")
"""What the model of a county assesses."""


def run_all_step() -> Step:
    """Return the whole way as one step: the shipped model, whose parameters are the terms."""
    rasters = {item.name: item.name for name in COUNTY_MODELS for item in models()[name].inputs}
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

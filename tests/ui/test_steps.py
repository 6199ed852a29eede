"""The declaration of the steps against the algorithms that they open."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.core import QgsApplication

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import Group
from redline_plugin.ui.steps import (
    COUNTY_MODELS,
    DEMO,
    all_steps,
    marks,
    reason_of,
    run_all_step,
    sections,
)
from redline_plugin.ui.views import view

STEPS = [*all_steps(), run_all_step(), DEMO]


def test_every_model_has_a_step_and_every_reason_a_grading():
    ids = [step.id for step in all_steps()]
    assert len(ids) == len(set(ids))
    for name, model in models().items():
        prefix = "unite" if model.group is Group.GRADE else "assess"
        assert f"{prefix}_{name}" in ids
        if reason_of(model) and name != "coastalstability":
            assert f"grade_{reason_of(model)}" in ids


def test_a_function_is_graded_whichever_model_made_its_index():
    by_id = {step.id: step for step in all_steps()}
    for reason in ("waterconservation", "soilretention", "sandfixation"):
        makers = {step.id for step in all_steps() if step.makes == f"index_{reason}"}
        assert {f"assess_{reason}", f"assess_{reason}index"} <= makers
        assert set(by_id[f"grade_{reason}"].mark.of) == {
            maker.replace("assess_", "redline:") for maker in makers
        }
    assert "redline:monthlysandfixation" in by_id["grade_sandfixation"].mark.of


def test_coastal_stability_has_classes_of_its_own():
    step = next(step for step in all_steps() if step.id == "assess_coastalstability")
    assert step.makes == "classes_coastalstability"
    assert step.mark.band == models()["coastalstability"].output("CLASSES").title
    assert not any(step.id == "grade_coastalstability" for step in all_steps())


def test_the_order_is_the_order_of_the_work():
    known = set()
    for step in all_steps():
        for term in step.inputs.values():
            # Indices, classes and blocks are made before they are taken; factors may be given.
            assert term.isupper() or term in known or term not in marks(all_steps()), step.id
        known.add(step.makes)
    assert all(section.steps for section in sections())


def test_factors_are_folded_and_fit_what_takes_them():
    folded = [section for section in sections() if section.folded]
    assert len(folded) == 4
    made = {step.makes for section in folded for step in section.steps if step.makes}
    taken = {term for step in all_steps() for term in step.inputs.values()}
    assert {"RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "SLOPE_LENGTH_STEEPNESS", "SLOPE"} <= made
    # What no model takes is an end in itself.
    assert {"RELIEF", "VEGETATION_COVER", "WEATHER_FACTOR", "DRYNESS"} <= made & taken


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_a_step_names_what_its_algorithm_has(provider, step):
    algorithm = QgsApplication.processingRegistry().algorithmById(step.algorithm)
    assert algorithm is not None
    names = {definition.name() for definition in algorithm.parameterDefinitions()}
    assert set(step.inputs) <= names
    assert set(step.one_of) <= set(step.inputs)
    if step.saved_as:
        assert algorithm.outputDefinition(step.saved_as) is not None


def test_the_model_gets_all_that_its_steps_take(provider):
    assessed = {item.name for name in COUNTY_MODELS for item in models()[name].inputs}
    taken = assessed | {"ELEVATION", "PROTECTED_AREAS", "COUNTIES"}
    assert taken == {item.term for item in view(run_all_step()).inputs}


def test_inputs_of_an_assessment_are_those_of_the_declaration(provider):
    step = next(step for step in all_steps() if step.id == "assess_soilretention")
    shown = view(step)
    model = models()["soilretention"]
    assert [item.parameter for item in shown.inputs] == [item.name for item in model.inputs]
    assert [item.needed for item in shown.inputs] == [not item.optional for item in model.inputs]
    assert shown.inputs[0].title == "Rainfall erosivity R [MJ mm hm-2 h-1 a-1]"
    assert shown.inputs[0].short_title == "Rainfall erosivity R"


def test_export_tells_what_only_its_dialog_asks(provider):
    step = next(step for step in all_steps() if step.id == "export")
    assert any("YSDM" in title for title in view(step).asked)
    assert not any("Package" in title for title in view(step).asked)


def test_a_model_speaks_for_a_reason():
    model = models()["soilerosionsensitivity"]
    assert reason_of(model) == "soilerosion"
    assert reason_of(models()["soilretention"]) == "soilretention"
    assert reason_of(models()["sandfixationindex"]) == "sandfixation"
    assert reason_of(models()["soilerodibility"]) == ""
    helper = dataclasses.replace(model, id="rainfallerosivity", group=Group.FUNCTION)
    assert reason_of(helper) == ""


def test_an_unknown_algorithm_has_no_view(provider):
    step = dataclasses.replace(DEMO, algorithm="redline:nosuchthing")
    assert view(step) is None

"""What a run leaves in its outputs of how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from redline_plugin.core import provenance
from redline_plugin.core.declare.job import Job
from redline_plugin.core.declare.prepare import Preparation, Prepared
from redline_plugin.core.declare.tally import RunTally
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import Message


def input_records(jobs: Sequence[Job]) -> provenance.InputRecords:
    """Begin to hash all inputs of some jobs."""
    return provenance.InputRecords(
        {
            f"{place}.{item.name}.{number}": band.path
            for place, job in enumerate(jobs)
            for item in job.model.inputs
            for number, band in enumerate(job.bands(item))
        }
    )


def record(
    place: int,
    preparation: Preparation,
    records: provenance.InputRecords,
    tally: RunTally,
    statistics: Mapping[str, float],
    warnings: Sequence[Message],
    feedback: Feedback,
) -> dict[str, Any]:
    """Put together what is stored with the outputs of the job in that place.

    Raises:
        CancelledError: the user asked to stop while inputs were still hashed.
    """
    item = preparation.jobs[place]
    job = item.job
    model = job.model
    grid = preparation.grid
    resampled = {
        declared.name
        for declared in item.given()
        if any(
            preparation.infos[key].grid.offset_to(grid) is None for key in item.keys[declared.name]
        )
    }
    parameters: dict[str, Any] = {
        "coefficients": {c.name: job.coefficient(c) for c in model.coefficients},
        "choices": {c.name: job.choice(c) for c in model.choices},
        "statistics": {
            **{name: {"value": value, "given": False} for name, value in statistics.items()},
            **{name: {"value": value, "given": True} for name, value in job.statistics.items()},
        },
        "tables": _tables(item),
        "grid": {
            "width": grid.width,
            "height": grid.height,
            "transform": grid.transform,
            "crs": grid.spatial_reference.GetName(),
        },
        "resampled": sorted(resampled),
    }
    if job.coefficient_set is not None:
        parameters["coefficient_set"] = {
            "file": job.coefficient_set.path,
            "version": job.coefficient_set.version,
            "sha256": job.coefficient_set.sha256,
        }
    made = provenance.provenance(
        f"redline:{model.id}", parameters, _inputs(place, job, records, feedback), tally.as_dict()
    )
    made["warnings"] = [warning.as_dict() for warning in warnings]
    return made


def _tables(item: Prepared) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for declared in item.given():
        table = declared.table
        if table is not None:
            lookup = item.lookups[declared.name]
            shipped = table.name not in item.job.tables
            found[table.name] = {
                "file": Path(lookup.path).name if shipped else lookup.path,
                "version": lookup.version,
                "sha256": lookup.sha256,
                "shipped": shipped,
            }
    return found


def _inputs(
    place: int, job: Job, records: provenance.InputRecords, feedback: Feedback
) -> list[dict[str, Any]]:
    hashed = {entry["name"]: entry for entry in records.result(feedback)}
    return [
        {**hashed[f"{place}.{item.name}.{number}"], "name": item.name, "band": band.band}
        for item in job.model.inputs
        for number, band in enumerate(job.bands(item))
    ]

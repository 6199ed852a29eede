"""Redline's core by plain Python: redline_jobs.py FOLDER CODEC COMPRESSION MODEL:OUTPUT=PATH ...

Inputs are found by their names; several outputs, also of several models, are one pass.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from pathlib import Path

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.feedback import Quiet


def main() -> None:
    folder, codec, compression, *wanted = sys.argv[1:]
    outputs: dict[str, dict[str, Path]] = defaultdict(dict)
    for text in wanted:
        what, path = text.split("=", 1)
        model, name = what.split(":")
        outputs[model][name] = Path(path)
    jobs = []
    for model, paths in outputs.items():
        declared = models()[model]
        places = {
            item.name: Path(folder) / f"{item.name.lower()}_{codec}.tif" for item in declared.inputs
        }
        # Optional inputs are left out where the landscape has none.
        inputs = {name: Band(str(path)) for name, path in places.items() if path.exists()}
        jobs.append(Job(declared, inputs, paths))
    threads = int(os.environ["THREADS"]) if "THREADS" in os.environ else None
    run_jobs(jobs, Quiet(), RunOptions(compression=compression, threads=threads))


if __name__ == "__main__":
    main()

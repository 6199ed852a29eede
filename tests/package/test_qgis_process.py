"""The checkout's algorithms inside the program qgis_process itself, as scripts/demo runs them.

Only here is Redline loaded into a program that brings its own GEOS, with names that a Shapely wheel
has too.
"""

import os
import subprocess


def test_shapely_and_qgis_do_not_mix_their_geos(root, tmp_path):
    environment = {**os.environ, "REDLINE_PROFILE": str(tmp_path / "profile")}
    done = subprocess.run(
        [
            str(root / "scripts" / "qgis_process"), "run", "redline:democounty",
            "--SIZE=120", f"--OUTPUT={tmp_path / '演示 县'}",
        ],
        capture_output=True, text=True, check=False, timeout=300, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "演示 县" / "vectors.gpkg").stat().st_size > 100_000

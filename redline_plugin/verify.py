"""Verify a package without QGIS: ``python -m redline_plugin.verify PACKAGE [--json FILE]``.

Exit code 0: the package passes; 1: it fails; 2: it is no package, or the call is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from redline_plugin.core.errors import RedlineError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.standard.loader import load_profile
from redline_plugin.core.verify.verify import verify_package

PASSED, FAILED, NO_PACKAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m redline_plugin.verify",
        description="Check a red-line submission package.",
    )
    parser.add_argument("package", type=Path, help="folder of a package, or the zip of it")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the verdict as JSON, too")
    parser.add_argument(
        "--profile",
        metavar="ID_OR_FILE",
        help="profile to check against (default: the one that the package names)",
    )
    options = parser.parse_args(arguments)
    try:
        profile = load_profile(options.profile) if options.profile else None
        verdict = verify_package(options.package, Quiet(), profile)
        print(verdict.text())
        if options.json is not None:
            options.json.write_text(verdict.json(), encoding="utf-8")
    except (RedlineError, OSError) as error:
        print(error, file=sys.stderr)
        return NO_PACKAGE
    return PASSED if verdict.passed else FAILED


if __name__ == "__main__":
    sys.exit(main())

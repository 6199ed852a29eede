"""The reference pages say what the algorithms say."""

import subprocess
import sys


def test_the_manual_is_up_to_date(root):
    done = subprocess.run(
        [sys.executable, str(root / "scripts" / "manual"), "--check"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_help_names_every_algorithm_in_both_languages(root, provider):
    for language in ("en", "zh"):
        page = (root / "redline_plugin/resources/help" / f"{language}.html").read_text("utf-8")
        for algorithm in provider.algorithms():
            assert f'id="{algorithm.name()}"' in page
            assert algorithm.helpUrl().endswith(f"#{algorithm.name()}")

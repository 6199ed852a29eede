"""metadata.txt says what QGIS and the plugin repository ask for."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

from redline_plugin.core.version import version


@pytest.fixture
def general(root: Path) -> configparser.SectionProxy:
    # QGIS reads it this way, with interpolation: a lone % would break it there.
    parser = configparser.ConfigParser()
    parser.read(root / "redline_plugin" / "metadata.txt", encoding="utf-8")
    for value in parser["general"].values():
        assert value
    return parser["general"]


def test_what_the_repository_demands_is_there(general: configparser.SectionProxy) -> None:
    for key in (
        "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
        "repository", "tracker", "homepage",
    ):  # fmt: skip
        assert general.get(key), key
    for key in ("repository", "tracker", "homepage"):
        assert general[key].startswith("https://"), key


def test_the_range_of_versions(general: configparser.SectionProxy) -> None:
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general["supportsQt6"] == "True"


def test_qgis_process_may_load_it(general: configparser.SectionProxy) -> None:
    assert general["hasProcessingProvider"] == "yes"


def test_the_icon_is_there(general: configparser.SectionProxy, root: Path) -> None:
    assert (root / "redline_plugin" / general["icon"]).is_file()


def test_both_languages_tell_what_it_is(general: configparser.SectionProxy) -> None:
    assert re.search(r"[a-z]{4,}", general["about"])
    assert "生态保护红线" in general["about"]


def test_the_version_is_one(general: configparser.SectionProxy, root: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])
    assert version() == general["version"]
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{general['version']}]" in changes


def test_the_top_level_link_leads_to_it(root: Path) -> None:
    assert (root / "metadata.txt").samefile(root / "redline_plugin" / "metadata.txt")


def test_it_is_plain_utf_8(root: Path) -> None:
    data = (root / "redline_plugin" / "metadata.txt").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    data.decode("utf-8")

"""The repository's scripts as modules, and the zip that QGIS installs."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def script(root: Path) -> Callable[[str], ModuleType]:
    """Return a function that loads a Python script of the repository as a module, anew."""

    def load(name: str) -> ModuleType:
        loader = SourceFileLoader(f"script_{name}", str(root / "scripts" / name))
        spec = importlib.util.spec_from_loader(loader.name, loader)
        assert spec is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[loader.name] = module  # dataclasses look their module up there
        loader.exec_module(module)
        return module

    return load


@pytest.fixture(scope="session")
def built_zip(
    script: Callable[[str], ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The zip to test: the one that REDLINE_TEST_ZIP names, else one built from the checkout."""
    given = os.environ.get("REDLINE_TEST_ZIP")
    if given:
        return Path(given).resolve()
    path: Path = script("package").build(tmp_path_factory.mktemp("dist"))
    return path

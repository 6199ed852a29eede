"""All assessment models: every module of this folder that has a ``MODEL``."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import MappingProxyType

from redline_plugin.core import assess
from redline_plugin.core.declare.model import Model


@functools.lru_cache(maxsize=1)
def models() -> MappingProxyType[str, Model]:
    """Return the models by id, in order of their ids."""
    found = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(assess.__path__)):
        model = getattr(importlib.import_module(f"{assess.__name__}.{module}"), "MODEL", None)
        if isinstance(model, Model):
            found[model.id] = model
    return MappingProxyType(found)

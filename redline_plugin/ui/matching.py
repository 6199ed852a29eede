"""Suggesting a layer for a term: by what made it, or by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from redline_plugin.ui.layers import Kind, LayerFacts
from redline_plugin.ui.origins import Origin
from redline_plugin.ui.steps import Mark

_SEPARATORS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return a name in small letters, half-width, words separated by one space."""
    return _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def weight(name: str, alias: str) -> int:
    """Return how well a layer's name fits an alias: 0 not at all, more for longer aliases.

    A Chinese alias may stand anywhere in the name; one in Latin letters must be whole words.
    """
    name, alias = plain(name), plain(alias)
    if not alias:
        return 0
    if name == alias:
        return 1000 + len(alias)
    found = f" {alias} " in f" {name} " if alias.isascii() else alias in name
    return len(alias) if found else 0


def by_name(
    layers: Iterable[LayerFacts], names: Mapping[str, Sequence[str]], kinds: Mapping[str, Kind]
) -> dict[str, str]:
    """Return the layer's id suggested for each term.

    A layer stands for the one term that it fits best: "rainfall erosivity" is not rainfall. Layers
    that Redline made are never taken for raw material.

    Args:
        layers: of the project.
        names: what each term is called.
        kinds: of layer that each term needs.
    """
    best: dict[str, tuple[int, str]] = {}
    for layer in layers:
        if layer.origin is not None:
            continue
        fits = {
            term: max((weight(layer.name, alias) for alias in aliases), default=0)
            for term, aliases in names.items()
            if kinds.get(term) is layer.kind
        }
        top = max(fits.values(), default=0)
        for term, value in fits.items():
            if value and value == top and value > best.get(term, (0, ""))[0]:
                best[term] = (value, layer.id)
    return {term: layer_id for term, (_, layer_id) in best.items()}


def carries(origin: Origin | None, mark: Mark) -> bool:
    """Return whether a layer was made by the step with this mark."""
    return (
        origin is not None
        and origin.algorithm in mark.algorithms
        and (not mark.band or origin.band == mark.band)
        and (not mark.of or any(one in mark.of for one in origin.of))
    )


def by_origin(layers: Iterable[LayerFacts], marks: Mapping[str, Sequence[Mark]]) -> dict[str, str]:
    """Return the layer's id for each term that steps make: the newest with the step's mark."""
    best: dict[str, tuple[str, str]] = {}
    for layer in layers:
        if layer.origin is None:
            continue
        for term, wanted in marks.items():
            made = (layer.origin.created, layer.id)
            if any(carries(layer.origin, mark) for mark in wanted) and made > best.get(
                term, ("", "")
            ):
                best[term] = made
    return {term: layer_id for term, (_, layer_id) in best.items()}

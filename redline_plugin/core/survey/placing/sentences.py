"""Why markers stand where they do, in sentences with numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.survey.marker import ELECTRONIC, REASON_TITLES, SPACING, WITNESSED
from redline_plugin.core.survey.placing.scene import Scene
from redline_plugin.core.survey.placing.sites import NOWHERE, Site, metres, named
from redline_plugin.core.text import Message, Translate, msg


@dataclass(frozen=True)
class Words:
    """How sentences are written: the translation, and whether in Chinese."""

    translate: Translate
    chinese: bool = False


def reasons_of(site: Site) -> list[str]:
    """Return the ids of a site's reasons, in their order."""
    given = {cause.reason for cause in site.causes} or {SPACING}
    return [reason for reason in REASON_TITLES if reason in given]


def why(scene: Scene, site: Site, kind: str, terrain: str, words: Words) -> str:
    """Return all sentences on a site, with kind of boundary and terrain there."""
    sentences = [cause.what for cause in site.causes]
    if not sentences:
        sentences = [_spacing(scene, site, kind, terrain, words)]
    if site.kind in (WITNESSED, ELECTRONIC) and site.known == NOWHERE:
        sentences.append(_instead(scene, site))
    space = "" if words.chinese else " "
    return space.join(sentence.render(words.translate) for sentence in sentences)


def _spacing(scene: Scene, site: Site, kind: str, terrain: str, words: Words) -> Message:
    """Return how far the neighbours would be from one another without a marker."""
    names = {each.id: each.zh if words.chinese else each.en for each in scene.rules.terrains}
    texts = [words.translate(KIND_TITLES[kind])] if kind in KIND_TITLES else []
    texts += [names[terrain]] if terrain in names else []
    where = ("、" if words.chinese else ", ").join(texts)
    if site.between is None:
        return msg("Longest spacing.")
    before, after, spacings = site.between
    numbers = {
        "before": metres(before),
        "after": metres(after),
        "whole": metres(before + after),
        "limit": metres((before + after) / spacings),
    }
    if not where:
        return msg(
            "Longest spacing: {before} m and {after} m to its neighbours, without it {whole} m from one "
            "to the other, {limit} m allowed.",
            **numbers,
        )
    return msg(
        "Longest spacing: {before} m and {after} m to its neighbours, without it {whole} m from one to "
        "the other, {limit} m allowed ({where}).",
        **numbers,
        where=where,
    )


def _instead(scene: Scene, site: Site) -> Message:
    """Return why no solid marker stands at a site."""
    place = scene.course.at(np.array([site.arc]), np.array([site.measure]))
    things = named(scene.kept.causes(float(place[0])))
    if site.pair is not None:
        return msg(
            "Nothing can stand here ({things}): witness markers {one} m and {other} m away.",
            things=things,
            one=metres(site.pair[0].offset, 2),
            other=metres(site.pair[1].offset, 2),
        )
    return msg(
        "Nothing can stand here ({things}), nor a pair of witness markers within {reach} m.",
        things=things,
        reach=f"{scene.rules.markers.witness_reach_m.number:g}",
    )

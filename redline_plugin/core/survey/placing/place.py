"""Placing markers 界桩 on a line: as few as the rules allow, and why each stands there.

The line is cut at the places that must have a marker: junctions, corners, earlier markers that stay
(:mod:`anchors`). The chains between them do not touch one another, so each is solved by itself, and
the least numbers add up. Crossings and corners whose markers move want a marker on a stretch
(:mod:`wants`); :mod:`reach` says why no placement does with fewer, :mod:`choose` takes the one that
serves best.
"""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.feedback import Feedback, Part, Quiet
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.placing.anchors import anchors_of
from redline_plugin.core.survey.placing.corners import Points, no_points
from redline_plugin.core.survey.placing.crossings import crossings
from redline_plugin.core.survey.placing.existing import Existing, OnLine, on_line
from redline_plugin.core.survey.placing.explain import explain
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.scene import Scene, scene_of
from redline_plugin.core.survey.placing.sites import Site
from redline_plugin.core.survey.placing.slopes import Slopes
from redline_plugin.core.survey.placing.things import Things
from redline_plugin.core.survey.placing.wants import wants_of
from redline_plugin.core.survey.placing.work import Work
from redline_plugin.core.survey.rules import SurveyRules


@dataclass(frozen=True)
class Placement:
    """Where markers stand.

    Attributes:
        scene: what was looked at.
        sites: all places that have a marker; none of them twice.
        not_kept: rules that cannot be kept, and where.
        fewest: how few markers there can be at the least (see :mod:`reach`).
        existing, here: the earlier layer, and what becomes of it.
        corners, thinned: corners that asked for a marker, and those that need none beside a sharper one.
        crossings: how many crossings asked for one.
    """

    scene: Scene
    sites: list[Site]
    not_kept: list[NotKept]
    fewest: int
    existing: Existing
    here: OnLine
    corners: int
    thinned: int
    crossings: int


def place_markers(
    line: Line,
    rules: SurveyRules,
    things: Things,
    slopes: Slopes | None = None,
    points: Points | None = None,
    existing: Existing | None = None,
    feedback: Feedback | None = None,
) -> Placement:
    """Place markers on a line.

    Args:
        line: the boundaries of the blocks.
        rules: that are to be kept.
        things: roads, water and the like, by kind.
        slopes: of the ground; None when they are not known.
        points: turning points; those that are sharp enough ask for a marker.
        existing: an earlier layer of markers.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    points, existing = points or no_points(), existing or Existing()
    scene = scene_of(line, rules, things, slopes, Part(feedback, 0.0, 0.3))
    here = on_line(scene.course, rules, existing)
    anchors = anchors_of(scene, points, existing, here, feedback)
    crossed = crossings(scene.course, scene.paths, things, rules, feedback)
    feedback.progress(0.4)
    work = Work(scene, points, here, anchors, [*wants_of(scene, crossed), *anchors.wants])
    work.prepare(feedback)
    feedback.progress(0.5)
    work.fill(Part(feedback, 0.5, 1.0))
    explain(scene, work.sites, work.place, work.site, work.wants)
    return Placement(
        scene,
        work.sites,
        work.not_kept,
        work.fewest,
        existing,
        here,
        anchors.corners,
        anchors.thinned,
        len(crossed),
    )

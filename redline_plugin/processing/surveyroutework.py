"""The work of ``redline:surveyroute``, what it tells of it, and the rows of its layers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.marker import TITLES
from redline_plugin.core.survey.routecost import PLAIN
from redline_plugin.core.text import N_, msg
from redline_plugin.processing.surveyrouteinputs import RouteInputs

if TYPE_CHECKING:
    from redline_plugin.core.survey.accessmarkers import Access
    from redline_plugin.core.survey.routecrews import CrewRoute

OWN_FIELDS = (
    ("road_m", float, TITLES["road_m"]),
    ("slope_deg", float, TITLES["slope_deg"]),
    ("next", str, N_("Next along the line")),
    ("sight_m", float, N_("Straight distance to the next [m]")),
    ("sees_next", bool, N_("Sees the next")),
    ("hidden_by_m", float, N_("Ground above the line of sight [m]")),
    ("hidden_at_m", float, N_("Distance of what hides it [m]")),
    ("crew", int, TITLES["crew"]),
    ("visit", int, TITLES["visit"]),
)
ROUTE_FIELDS = (
    ("crew", int, TITLES["crew"]),
    ("base", str, N_("Base")),
    ("markers", int, N_("Number of markers")),
    ("first", str, N_("First marker")),
    ("last", str, N_("Last marker")),
    ("hours", float, N_("Hours, work included")),
    ("length_m", float, N_("Length [m]")),
    ("walk_m", float, N_("On foot, off roads [m]")),
    ("least_m", float, N_("No route is shorter than [m]")),
)


@dataclass(frozen=True)
class Settings:
    """How crews go: how many, their pace, minutes at each marker, heights of what is aimed with."""

    crews: int
    rule: str
    minutes: float
    instrument_m: float
    target_m: float


@dataclass(frozen=True)
class Done:
    """What was found of each marker, and the routes."""

    access: Access
    routes: list[CrewRoute]


def work(inputs: RouteInputs, settings: Settings, feedback: Feedback) -> Done:
    """Do all that is between reading and writing."""
    import numpy as np

    from redline_plugin.core.raster.source import RasterSource
    from redline_plugin.core.survey.access import next_by_number, next_on_line
    from redline_plugin.core.survey.accessmarkers import access_of
    from redline_plugin.core.survey.accessraster import PointRaster
    from redline_plugin.core.survey.routecrews import crew_routes

    if inputs.line is None:
        following = next_by_number(inputs.numbers, inputs.blocks, inputs.chained)
    else:
        following = next_on_line(inputs.line, inputs.places, inputs.blocks, inputs.chained)
    opened = {
        name: PointRaster(RasterSource(path), inputs.crs) for name, path in inputs.rasters.items()
    }
    try:
        access = access_of(
            inputs.places,
            inputs.roads,
            following,
            opened.get("ELEVATION"),
            opened.get("SLOPE"),
            settings.instrument_m,
            settings.target_m,
            Part(feedback, 0.0, 0.4),
        )
    finally:
        for raster in opened.values():
            raster.close()
    visited = np.flatnonzero(inputs.visited)
    if len(visited) == 0:
        return Done(access, [])
    routes = crew_routes(
        inputs.places[visited],
        None if access.height_m is None else access.height_m[visited],
        access.road_m[visited],
        None if access.road_places is None else access.road_places[visited],
        inputs.bases,
        min(settings.crews, len(visited)),
        settings.rule,
        settings.minutes,
        Part(feedback, 0.4, 1.0),
    )
    return Done(
        access, [replace(route, visits=tuple(visited[list(route.visits)])) for route in routes]
    )


def tell(inputs: RouteInputs, settings: Settings, done: Done, feedback: Feedback) -> None:
    """Tell how good the routes are, and what is not known."""
    import numpy as np

    access, routes = done.access, done.routes
    if not routes:
        feedback.warn(msg("No marker is to be visited; there is no route."))
    elif len(routes) < settings.crews:
        feedback.warn(
            msg(
                "There are only {count} markers to visit for {crews} crews.",
                count=len(routes),
                crews=settings.crews,
            )
        )
    if routes:
        length, least = sum(each.metres for each in routes), sum(each.least_m for each in routes)
        hours = [each.minutes / 60.0 for each in routes]
        feedback.info(
            msg(
                "{count} markers on {routes} routes of {km} km in all, {share} % above the {least} km that "
                "none can be shorter than. The best routes are above that bound themselves: by some 12 % "
                "for scattered places, by more along lines. The crews have {low} to {high} hours of walk "
                "and work.",
                count=sum(len(each.visits) for each in routes),
                routes=len(routes),
                km=f"{length / 1000.0:.1f}",
                least=f"{least / 1000.0:.1f}",
                share=f"{100.0 * (length / least - 1.0) if least > 0.0 else 0.0:.1f}",
                low=f"{min(hours):.1f}",
                high=f"{max(hours):.1f}",
            )
        )
    paired = np.isfinite(access.sight_m)
    if "ELEVATION" in inputs.rasters:
        feedback.info(
            msg(
                "{seen} markers see the next one along the line, {hidden} do not.",
                seen=int((access.known & access.seen).sum()),
                hidden=int((access.known & ~access.seen).sum()),
            )
        )
        unknown = int((paired & ~access.known).sum())
        if unknown:
            feedback.warn(
                msg(
                    "For {count} markers there is no elevation here or at the next one; whether that is "
                    "seen is not known.",
                    count=unknown,
                )
            )
    elif settings.rule != PLAIN:
        feedback.info(msg("There is no elevation model; all is taken for level."))
    if inputs.line is not None:
        off = sum(chained and not has for chained, has in zip(inputs.chained, paired.tolist()))
        if off:
            feedback.info(
                msg(
                    "{count} markers have no next one along the line: they stand off it, or alone on "
                    "their ring.",
                    count=off,
                )
            )
    if len(inputs.roads) == 0:
        feedback.warn(msg("The layer of roads has no line that can be used; there is no access."))


def marker_rows(
    inputs: RouteInputs, done: Done, kept: list[str]
) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the markers: their own values, then those of OWN_FIELDS."""
    access = done.access
    crew = [0] * len(inputs.places)
    visit = [0] * len(inputs.places)
    for number, route in enumerate(done.routes, start=1):
        for order, marker in enumerate(route.visits, start=1):
            crew[marker], visit[marker] = number, order
    columns = zip(
        inputs.markers.rows,
        inputs.markers.shapes,
        access.road_m.tolist(),
        access.slope_deg.tolist(),
        access.following.tolist(),
        access.sight_m.tolist(),
        access.known.tolist(),
        access.seen.tolist(),
        access.hidden_by_m.tolist(),
        access.hidden_at_m.tolist(),
    )
    for at, (row, shape, road, slope, after, sight, known, seen, by, where) in enumerate(columns):
        yield (
            point_of(shape),
            (
                *(row.attributes[name] for name in kept),
                _value(road),
                _value(slope),
                inputs.numbers[after] if after >= 0 else None,
                _value(sight),
                seen if known else None,
                _value(by),
                _value(where),
                crew[at],
                visit[at],
            ),
        )


def point_of(shape: Any) -> Any:
    """Return a point, that of a multipoint of one."""
    return shape if shape.geom_type == "Point" else shape.geoms[0]


def _value(number: float) -> float | None:
    return None if math.isnan(number) else number


def route_rows(inputs: RouteInputs, done: Done) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the routes with the values of ROUTE_FIELDS."""
    import shapely

    for number, route in enumerate(done.routes, start=1):
        stops = [tuple(inputs.places[marker].tolist()) for marker in route.visits]
        yield (
            shapely.LineString([route.base, *stops, route.base]),
            (
                number,
                None if route.base_number is None else inputs.base_names[route.base_number],
                len(route.visits),
                inputs.numbers[route.visits[0]],
                inputs.numbers[route.visits[-1]],
                route.minutes / 60.0,
                route.metres,
                route.off_road_m,
                route.least_m,
            ),
        )

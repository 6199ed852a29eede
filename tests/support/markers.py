"""Small red lines, things and rule sets for the tests of placing markers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from scipy import ndimage

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.placing.check import Checked, check
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.existing import Existing
from redline_plugin.core.survey.placing.place import Placement, place_markers
from redline_plugin.core.survey.placing.rows import Row, marker_rows
from redline_plugin.core.survey.placing.sentences import Words
from redline_plugin.core.survey.placing.slopes import Slopes
from redline_plugin.core.survey.placing.things import Things
from redline_plugin.core.survey.rules import (
    ANY,
    USER,
    Clearance,
    Crossing,
    Spacing,
    SurveyRules,
    Value,
)
from redline_plugin.core.survey.rulesfile import load_rules
from redline_plugin.core.survey.turning import turning_points
from support.boundary import world
from support.rasters import write

CRS = "EPSG:4524"
X, Y = 36_500_000.0, 3_500_000.0


def value(number) -> Value:
    return Value(number, USER)


def rules(
    spacing: float = 300.0,
    clearances=(),
    crossings=(),
    spacings=(),
    **markers,
) -> SurveyRules:
    """A rule set: longest spacing, (kind, metres) kept off, (kind, within, sides) crossed, the rest by name."""
    found = load_rules()
    given = {
        name: each if each is None else value(each)
        for name, each in {
            "angle_deg": 60.0,
            "least_apart_m": 0.0,
            "most_moved_m": 30.0,
            "witness_reach_m": 60.0,
            "witness": True,
            "electronic": True,
            "steepest_deg": None,
            **markers,
        }.items()
    }
    return replace(
        found,
        markers=replace(
            found.markers,
            **given,
            spacings=(
                Spacing(ANY, ANY, value(spacing)),
                *(Spacing(kind, terrain, value(most)) for kind, terrain, most in spacings),
            ),
            clearances=tuple(Clearance(kind, value(metres)) for kind, metres in clearances),
            crossings=tuple(Crossing(kind, value(m), sides) for kind, m, sides in crossings),
        ),
    )


def at(points) -> np.ndarray:
    return np.asarray(points, dtype=np.float64) + np.array([X, Y])


def polygon(points) -> shapely.Polygon:
    return shapely.Polygon(at(points))


def way(*points) -> shapely.LineString:
    return shapely.LineString(at(points))


def box(x0, y0, x1, y1) -> shapely.Polygon:
    return shapely.box(X + x0, Y + y0, X + x1, Y + y1)


def line_with(*polygons, kinds=None, counties=None) -> Line:
    counties = counties or ["990101"] * len(polygons)
    blocks = [Block(f"9901011100{n:02d}", "", county) for n, county in enumerate(counties, start=1)]
    stretches, names = (
        (None, ()) if kinds is None else (as_shapes([k[0] for k in kinds]), [k[1] for k in kinds])
    )
    return line_of(as_shapes(polygons), np.arange(len(polygons)), blocks, CRS, stretches, names)


def things(**of) -> Things:
    """road=[...], water=[...] and so on, in the plane."""
    return Things({kind: as_shapes(shapes) for kind, shapes in of.items()})


def corners_of(line: Line, given: SurveyRules) -> Points:
    found = turning_points(line, given)
    return Points(
        found.arc,
        found.measure,
        found.angle,
        tuple(f"J{number}" for number in range(len(found.arc))),
    )


def rows_of(placement: Placement, points=()) -> list[Row]:
    return marker_rows(placement, list(points), Words(str))


def checked(placement: Placement, points=None, rows=None):
    """What the independent check finds."""
    scene = placement.scene
    rows = rows_of(placement) if rows is None else rows
    about = Checked(scene.line, scene.rules, scene.things, scene.slopes, scene.terrains)
    return check(
        about,
        [row.marker for row in rows],
        np.array([row.place for row in rows]).reshape(-1, 2),
        points,
    )


def placed(line, given, around=None, slopes=None, points=None, existing=None) -> Placement:
    return place_markers(line, given, around or Things(), slopes, points, existing, Quiet())


def places_of(placement: Placement) -> np.ndarray:
    """Where the markers are, without witnesses, in metres from (X, Y)."""
    line = placement.scene.line
    arcs = np.array([site.arc for site in placement.sites])
    measures = np.array([site.measure for site in placement.sites])
    return line.place(arcs, measures) - (X, Y)


def existing_of(rows, change=lambda marker: marker):
    rows = [row for row in rows if np.isfinite(row.place).all()]
    return Existing(
        [change(row.marker) for row in rows],
        np.array([row.place for row in rows]).reshape(-1, 2),
    )


KINDS = ("road", "path", "river", "border")


def a_world(seed: int):
    """Blocks of pixels with holes and neighbours, things across them, and how they slope."""
    rng = np.random.default_rng(seed)
    blocks = world(seed, 24)[0]
    shift = (X - 500000.0, Y - 3500000.0)
    blocks = [shapely.transform(block, lambda points: points + shift) for block in blocks]
    line = line_with(
        *blocks, counties=["990101", "990102"] * (len(blocks) // 2) + ["990101"] * (len(blocks) % 2)
    )
    size = 720.0

    def wave():
        t = np.linspace(-50.0, size + 50.0, 40)
        y = -rng.uniform(0, size) + rng.uniform(5, 60) * np.sin(t / rng.uniform(30, 120))
        return way(*(np.c_[t, y] if rng.random() < 0.5 else np.c_[-y, -t]))

    def blob():
        place = at([rng.uniform(0, size, 2) * (1, -1)])[0]
        return shapely.Point(*place).buffer(rng.uniform(15, 90))

    around = things(
        road=[wave(), wave()],
        path=[wave()],
        river=[wave(), wave().buffer(4.0)],
        water=[blob(), blob()],
        border=[wave(), box(-100, -400, 300, 100)],
    )
    return line, around, rng


def slopes_of(rng, folder):
    values = 14.0 + 60.0 * (ndimage.gaussian_filter(rng.random((40, 40)), 2.0) - 0.5) * 4.0
    path = write(
        folder / f"slope{rng.integers(10**9)}.tif",
        np.clip(values, 0, 60).astype(np.float32),
        transform=(X - 120.0, 30.0, 0.0, Y + 120.0, 0.0, -30.0),
    )
    return Slopes(RasterSource(path), CRS, elevation=False)


def some_rules(rng, **more):
    sides = ["one", "both"]
    return rules(
        float(rng.choice([90.0, 250.0, 800.0])),
        clearances=[
            ("road", 5.0),
            ("path", 1.0),
            ("river", float(rng.choice([0.0, 5.0, 40.0]))),
            ("water", 2.0),
        ],
        crossings=[
            (kind, float(rng.choice([20.0, 50.0])), str(rng.choice(sides))) for kind in KINDS
        ],
        spacings=[("any", "flat", 70.0), ("any", "mountain", 400.0)],
        angle_deg=float(rng.choice([50.0, 80.0, 180.0])),
        least_apart_m=float(rng.choice([0.0, 60.0])),
        most_moved_m=float(rng.choice([0.0, 30.0])),
        steepest_deg=float(rng.choice([20.0, 60.0])),
        **more,
    )

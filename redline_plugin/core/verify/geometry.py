"""Check the geometries of one layer, alone and against each other, and their areas."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.standard.profile import SQUARE_METRES, Profile
from redline_plugin.core.text import msg
from redline_plugin.core.verify.crs import Frame
from redline_plugin.core.verify.ellipsoid import gauss_kruger_inverse, polygon_area
from redline_plugin.core.verify.findings import Findings
from redline_plugin.core.verify.layers import Layer, Row
from redline_plugin.core.verify.values import feature_name

_METRES_PER_DEGREE = 111_320.0
_MILLION = 1_000_000.0
_ASK_EVERY = 200


def check_geometries(
    layer: Layer, frame: Frame | None, profile: Profile, findings: Findings, feedback: Feedback
) -> None:
    """Check a layer's geometries by the rules G03 to G10, and areas by A01."""
    sound: list[tuple[Row, BaseGeometry]] = []
    for index, row in enumerate(layer.rows):
        if index % _ASK_EVERY == 0:
            stop_if_cancelled(feedback)
        if _check_one(row, layer, profile, findings) and row.geometry is not None:
            sound.append((row, row.geometry))
    if not sound:
        return
    shapes = [shape for _row, shape in sound]
    if frame is None or not _check_place(layer, shapes, frame, profile, findings):
        for rule in ("RL-A01", "RL-G03", "RL-G08", "RL-G09", "RL-G10"):
            findings.skip(rule, msg("The CRS does not fit the coordinates, or is not usable."))
        return
    scale = 1.0 if frame.meridian is not None else _METRES_PER_DEGREE
    _check_distances(layer, sound, scale, profile, findings)
    _check_areas(layer, sound, frame, profile, findings, feedback)
    _check_overlaps(layer, sound, frame, profile, findings, feedback)


def _check_one(row: Row, layer: Layer, profile: Profile, findings: Findings) -> bool:
    """Return whether a geometry can be worked with."""
    where = (layer.file, feature_name(row, profile))
    shape = row.geometry
    if not row.kind or (shape is not None and shape.is_empty):
        findings.add("RL-G05", msg("The block has no geometry."), *where)
        return False
    if shape is None and row.kind in {"POLYGON", "MULTIPOLYGON"}:
        findings.add("RL-G07", msg("The geometry cannot be read."), *where)
        return False
    if shape is None or shape.geom_type not in {"Polygon", "MultiPolygon"}:
        findings.add("RL-G06", msg("The block is of type {type}.", type=row.kind), *where)
        return False
    if not np.isfinite(shapely.get_coordinates(shape)).all():
        findings.add("RL-G07", msg("Coordinates are not numbers."), *where)
        return False
    parts = len(shapely.get_parts(shape))
    if parts > 1:
        findings.add(
            "RL-G06",
            msg("The block has {count} parts.", count=parts),
            *where,
            remedy=msg("One block is one connected polygon; split it and number again."),
        )
    if not shape.is_valid:
        reason = shapely.is_valid_reason(shape)
        findings.add("RL-G07", msg("The geometry is not valid: {reason}.", reason=reason), *where)
        return False
    return True


def _check_place(
    layer: Layer, shapes: list[BaseGeometry], frame: Frame, profile: Profile, findings: Findings
) -> bool:
    """Return whether the coordinates can be those of the CRS (G04); tell what is beyond (G03)."""
    points = shapely.get_coordinates(shapes)
    if frame.meridian is None:
        if np.abs(points[:, 0]).max() > 180.0 or np.abs(points[:, 1]).max() > 90.0:
            findings.add("RL-G04", msg("Coordinates are no longitudes and latitudes."), layer.file)
            return False
        return True
    numbers = {int(value) for value in np.unique(points[:, 0] // _MILLION)}
    if numbers != {frame.prefix}:
        findings.add(
            "RL-G04",
            msg(
                "Eastings begin with {found}, by the CRS they begin with {expected}.",
                found=", ".join(str(value) for value in sorted(numbers)),
                expected=frame.prefix,
            ),
            layer.file,
            remedy=msg("Coordinates and CRS do not belong together; assign the right one."),
        )
        return False
    longitudes = np.degrees(gauss_kruger_inverse(points, frame.meridian, frame.false_easting)[:, 0])
    beyond = float(np.abs(longitudes - frame.meridian).max()) - max(frame.widths) / 2.0
    if beyond > profile.tolerance("belt_excess"):
        findings.add(
            "RL-G03",
            msg("The data reach {beyond:.4f}° beyond their belt.", beyond=beyond),
            layer.file,
        )
    return True


def _check_distances(
    layer: Layer,
    sound: list[tuple[Row, BaseGeometry]],
    scale: float,
    profile: Profile,
    findings: Findings,
) -> None:
    least = profile.tolerance("vertex_distance")
    for row, shape in sound:
        points, ring = shapely.get_coordinates(shapely.get_rings(shape), return_index=True)
        steps = np.hypot(*np.diff(points, axis=0).T)[ring[:-1] == ring[1:]] * scale
        count = int(np.count_nonzero(steps < least))
        if count:
            findings.add(
                "RL-G08",
                msg(
                    "{count} neighbouring vertices are nearer than {least} m.",
                    count=count,
                    least=least,
                ),
                layer.file,
                feature_name(row, profile),
                value=f"{steps.min():.6f} m",
            )


def _check_areas(
    layer: Layer,
    sound: list[tuple[Row, BaseGeometry]],
    frame: Frame,
    profile: Profile,
    findings: Findings,
    feedback: Feedback,
) -> None:
    spec = profile.area_field
    unit = SQUARE_METRES[spec.unit]
    half = 0.5 * 10.0 ** -(spec.decimals or 0)
    for index, (row, shape) in enumerate(sound):
        if index % _ASK_EVERY == 0:
            stop_if_cancelled(feedback)
        square_metres = polygon_area(shape, frame.meridian, frame.false_easting)
        where = (layer.file, feature_name(row, profile))
        if square_metres < profile.tolerance("smallest_block"):
            findings.add("RL-G10", msg("The block has {area:.3f} m2.", area=square_metres), *where)
        stored = _decimal(row.values.get(spec.code))
        if stored is None:
            continue
        area = square_metres / unit
        allowed = half * (1.0 + 1e-6) + area * profile.tolerance("area_relative")
        if not math.isclose(float(stored), area, rel_tol=0.0, abs_tol=allowed):
            findings.add(
                "RL-A01",
                msg(
                    "The stored area is {stored} {unit}, the geometry has {area} {unit}.",
                    stored=stored,
                    area=f"{area:.{(spec.decimals or 0) + 2}f}",
                    unit=spec.unit,
                ),
                *where,
                spec.code,
                stored,
                msg("Export again; areas are computed from what is written."),
            )


def _decimal(text: str | None) -> Decimal | None:
    try:
        value = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def _check_overlaps(
    layer: Layer,
    sound: list[tuple[Row, BaseGeometry]],
    frame: Frame,
    profile: Profile,
    findings: Findings,
    feedback: Feedback,
) -> None:
    shapes = np.array([shape for _row, shape in sound], dtype=object)
    limit = profile.tolerance("overlap")
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = [(i, j) for i, j in zip(first.tolist(), second.tolist()) if i < j]
    for index, (i, j) in enumerate(sorted(pairs)):
        if index % _ASK_EVERY == 0:
            stop_if_cancelled(feedback)
        if shapely.touches(shapes[i], shapes[j]):
            continue
        common = [
            part
            for part in shapely.get_parts(shapely.intersection(shapes[i], shapes[j]))
            if part.geom_type in {"Polygon", "MultiPolygon"}
        ]
        area = math.fsum(polygon_area(part, frame.meridian, frame.false_easting) for part in common)
        if area > limit:
            findings.add(
                "RL-G09",
                msg(
                    "The block overlaps {other} by {area:.2f} m2; {limit} m2 are allowed.",
                    other=feature_name(sound[j][0], profile),
                    area=area,
                    limit=limit,
                ),
                layer.file,
                feature_name(sound[i][0], profile),
                value=f"{area:.2f} m2",
            )

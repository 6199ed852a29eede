"""Ways to spoil a package: each returns a function that changes what lies in its folder."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import shapely
from shapely.geometry import Polygon

from redline_plugin.core.gdalsetup import gdal_exceptions, ogr, osr

GPKG, SHP, DBF = "矢量数据/STBHHX.gpkg", "矢量数据/STBHHX.shp", "矢量数据/STBHHX.dbf"
PRJ, CPG, SHX = "矢量数据/STBHHX.prj", "矢量数据/STBHHX.cpg", "矢量数据/STBHHX.shx"
AREAS, FORM, MANIFEST = "areas.csv", "登记表.csv", "manifest.json"
FIRST, LAST = "500101131000000001", "500102131000000001"
Spoil = Callable[[Path], object]


def rehash(folder: Path) -> None:
    """Make the manifest agree with the files again, so that the rules on content are reached."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"] = [
        {
            "path": file.relative_to(folder).as_posix(),
            "size": file.stat().st_size,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    ]
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def edit(**changes: object) -> Spoil:
    """Change top-level values of the manifest; ``a__b`` reaches into a mapping."""

    def run(folder: Path) -> None:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        for key, value in changes.items():
            *path, last = key.split("__")
            target = manifest
            for part in path:
                target = target[part]
            target[last] = value
        (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")

    return run


def flip(name: str) -> Spoil:
    """Change one bit in the middle of a file."""

    def run(folder: Path) -> None:
        data = bytearray((folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / name).write_bytes(data)

    return run


def swap(name: str, old: str, new: str, encoding: str = "utf-8") -> Spoil:
    """Replace a text in a file once."""

    def run(folder: Path) -> None:
        data = (folder / name).read_bytes()
        assert old.encode(encoding) in data, "nothing to spoil"
        (folder / name).write_bytes(data.replace(old.encode(encoding), new.encode(encoding), 1))

    return run


def remove(*names: str) -> Spoil:
    return lambda folder: [(folder / name).unlink() for name in names]


def write(name: str, data: bytes) -> Spoil:
    return lambda folder: (folder / name).write_bytes(data)


def sql(*statements: str) -> Spoil:
    """Run SQL on the GeoPackage."""

    def run(folder: Path) -> None:
        connection = sqlite3.connect(folder / GPKG)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return run


def both(field: str, value: object, identifier: str = FIRST) -> Spoil:
    """Set a value in both formats by OGR."""
    return lambda folder: [_set(folder / name, field, value, identifier) for name in (GPKG, SHP)]


def only(name: str, field: str, value: object, identifier: str = FIRST) -> Spoil:
    return lambda folder: _set(folder / name, field, value, identifier)


@gdal_exceptions()
def _set(path: Path, field: str, value: object, identifier: str) -> None:
    dataset = ogr.Open(str(path), 1)
    layer = dataset.GetLayerByName("STBHHX")
    for feature in layer:
        if feature["BSM"] == identifier:
            feature[field] = value
            layer.SetFeature(feature)
            return
    raise AssertionError("nothing to spoil")


def shape(change: Callable[[shapely.Geometry], shapely.Geometry | None], *names: str) -> Spoil:
    """Change the geometry of the last block in the files (both formats when none is named)."""

    @gdal_exceptions()
    def run(folder: Path) -> None:
        for name in names or (GPKG, SHP):
            dataset = ogr.Open(str(folder / name), 1)
            layer = dataset.GetLayerByName("STBHHX")
            for feature in layer:
                if feature["BSM"] == LAST:
                    old = shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb()))
                    new = change(old)
                    feature.SetGeometry(None if new is None else ogr.CreateGeometryFromWkb(new.wkb))
                    layer.SetFeature(feature)
            layer = dataset = None

    return run


@gdal_exceptions()
def crs(code: int, *names: str, **parameters: float) -> Spoil:
    """Name another CRS in the files (with parameters changed), coordinates as they are."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    for parameter, value in parameters.items():
        reference.SetProjParm(parameter, value)
        reference.SetProjCS("changed")
        code = 99_999
    esri = reference.Clone()
    esri.MorphToESRI()
    wkt, esri_wkt = reference.ExportToWkt(), esri.ExportToWkt()
    name = reference.GetName().replace("'", "")

    def run(folder: Path) -> None:
        if PRJ in (names or (PRJ,)):
            (folder / PRJ).write_text(esri_wkt)
        if GPKG in (names or (GPKG,)):
            owner = "NONE" if code == 99_999 else "EPSG"
            row = f"('{name}', {code}, '{owner}', {code}, '{wkt}', NULL)"
            sql(
                f"INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES {row}",  # noqa: S608
                f"UPDATE gpkg_contents SET srs_id = {code}",  # noqa: S608
                f"UPDATE gpkg_geometry_columns SET srs_id = {code}",  # noqa: S608  # noqa: S608
            )(folder)

    return run


def dbf_column(name: str, offset: int, value: bytes) -> Spoil:
    """Change bytes in the description of a column of the DBF."""

    def run(folder: Path) -> None:
        data = bytearray((folder / DBF).read_bytes())
        start = 32
        while data[start : start + 11].split(b"\x00")[0] != name.encode():
            start += 32
        data[start + offset : start + offset + len(value)] = value
        (folder / DBF).write_bytes(data)

    return run


def raw(identifier: str, place: str, value: bytes) -> Spoil:
    """Write bytes into a cell of the DBF that OGR would not write."""

    def run(folder: Path) -> None:
        data = bytearray((folder / DBF).read_bytes())
        header, width = struct.unpack_from("<HH", data, 8)
        offset, start = 1, 32
        while data[start : start + 11].split(b"\x00")[0] != place.encode():
            offset += data[start + 16]
            start += 32
        for at in range(header, len(data) - width + 1, width):
            if data[at + 1 : at + 19] == identifier.encode():
                cell = data[start + 16]
                data[at + offset : at + offset + cell] = value.ljust(cell)[:cell]
        (folder / DBF).write_bytes(data)

    return run


def rebuilt_gpkg(columns: Callable[[list[str]], list[str]]) -> Spoil:
    """Make the table of the GeoPackage anew with other column definitions."""

    def run(folder: Path) -> None:
        connection = sqlite3.connect(folder / GPKG)
        (ddl,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'STBHHX'"
        ).fetchone()
        inner = ddl[ddl.index("(") + 1 : ddl.rindex(")")]
        parts = [part.strip() for part in inner.replace("\n", " ").split(", ")]
        new = columns(parts)
        names = [part.split()[0].strip('"') for part in parts]
        kept = [name for name in names if any(p.split()[0].strip('"') == name for p in new)]
        listed = ", ".join(f'"{name}"' for name in kept)
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'STBHHX'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("ALTER TABLE STBHHX RENAME TO old")
        connection.execute(f"CREATE TABLE STBHHX ({', '.join(new)})")
        connection.execute(f"INSERT INTO STBHHX ({listed}) SELECT {listed} FROM old")  # noqa: S608
        connection.execute("DROP TABLE old")
        connection.commit()
        connection.close()

    return run


def chain(*steps: Spoil) -> Spoil:
    return lambda folder: [step(folder) for step in steps]


def moved(shape_: shapely.Geometry) -> shapely.Geometry:
    points = shapely.get_coordinates(shape_)
    points[1] += 20.0
    points[-1] = points[0]
    return Polygon(points)


def bow_tie(shape_: shapely.Geometry) -> shapely.Geometry:
    points = shapely.get_coordinates(shape_)
    points[[1, 2]] = points[[2, 1]]
    return Polygon(points)


def doubled(shape_: shapely.Geometry) -> shapely.Geometry:
    points = shapely.get_coordinates(shape_).tolist()
    points.insert(1, [points[0][0], points[0][1] + 0.0004])
    return Polygon(points)


def swapped(parts: list[str]) -> list[str]:
    at = [i for i, part in enumerate(parts) if part.startswith(('"LXDM"', '"SLDM"'))]
    parts[at[0]], parts[at[1]] = parts[at[1]], parts[at[0]]
    return parts


def retyped(old: str, new: str) -> Callable[[list[str]], list[str]]:
    def change(parts: list[str]) -> list[str]:
        assert any(old in part for part in parts), parts
        return [part.replace(old, new) for part in parts]

    return change

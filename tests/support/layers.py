"""Layers in memory for the tests of algorithms, and layers that they made."""

from __future__ import annotations

import shapely
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer
from shapely.geometry import LineString, Point, box

BASE = (36_500_000.0, 3_570_000.0)
CRS = "EPSG:4524"


def layer(kind, rows, fields="", crs=CRS, base=BASE, name="图层"):
    """Make a layer of (geometry, values ...); ``fields`` like "block:string&people:int"."""
    wanted = "&".join(f"field={field}" for field in fields.split("&") if field)
    made = QgsVectorLayer(f"{kind}?crs={crs}&{wanted}", name, "memory")
    features = []
    for shape, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        if shape is not None:
            moved = shapely.transform(shape, lambda xy: xy + base)
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(moved))
            feature.setGeometry(geometry)
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def rows_of(uri, base=BASE):
    """Return (geometry, attributes by name) of a layer that was written."""
    found = QgsVectorLayer(str(uri), "x", "ogr")
    assert found.isValid(), uri
    names = found.fields().names()
    return [
        (
            None
            if feature.geometry().isNull()
            else shapely.transform(
                shapely.from_wkb(bytes(feature.geometry().asWkb())), lambda xy: xy - base
            ),
            dict(zip(names, feature.attributes())),
        )
        for feature in found.getFeatures()
    ]


BLOCK_FIELDS = "block:string&name:string&county_code:string&main_reason:string&保护对象:string"


def blocks(**how):
    """Two blocks of two counties side by side."""
    return layer(
        "Polygon",
        [
            (box(0, 0, 4000, 3000), "B1", "青山红线", "990101", "waterconservation", "珙桐"),
            (box(4000, 0, 7000, 3000), "B2", "绿水红线", "990102", "其他", None),
        ],
        BLOCK_FIELDS,
        **how,
    )


def roads(**how):
    """A road that crosses both blocks, and a junction south of them."""
    return layer(
        "LineString",
        [
            (LineString([(-600, 1500), (7600, 1500)]), "G210", 1),
            (LineString([(2000, -400), (2000, -100)]), NULL, 3),
            (LineString([(2000, -100), (2600, -100)]), NULL, 3),
            (LineString([(2000, -100), (1400, -100)]), NULL, 3),
        ],
        "MC:string&DLDJ:int",
        **how,
    )


def villages(**how):
    """Villages in the south-west and the north."""
    return layer(
        "Point",
        [(Point(-300, -300), "张家村", 2400), (Point(5000, 3500), "李家村", NULL)],
        "MC:string&RK:int",
        **how,
    )

"""Parcels of rasters that are small enough to count."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.demo.coverage import Place
from redline_plugin.core.demo.parcels import Parcels, make_parcels

PLACE = Place(0.0, 1200.0, 30.0)


def _parcels(codes: np.ndarray) -> Parcels:
    counties = np.zeros((40, 40), np.int32)
    counties[2:-2, 2:20] = 1
    counties[2:-2, 20:-2] = 2
    none = np.zeros(counties.shape, bool)
    return make_parcels(1, codes.astype(np.uint8), counties, none, none, PLACE)


def test_specks_go_to_their_neighbour_and_patches_stay() -> None:
    codes = np.full((40, 40), 1)
    codes[10, 10] = 20
    codes[25:28, 8:11] = 20
    parcels = _parcels(codes)
    bare = parcels.outlines[parcels.use == 10]
    assert len(bare) == 1
    assert shapely.area(bare)[0] == pytest.approx(9 * 900.0, rel=0.15)


def test_no_parcel_lies_in_two_counties() -> None:
    codes = np.random.default_rng(5).integers(1, 21, (40, 40))
    parcels = _parcels(codes)
    for outline, number in zip(parcels.outlines, parcels.county):
        assert parcels.counties[int(number)].covers(outline)
    assert parcels.counties[1].area == pytest.approx(36 * 18 * 900.0, rel=1e-3)
    total = shapely.area(parcels.outlines).sum()
    assert total == pytest.approx(sum(c.area for c in parcels.counties.values()), rel=1e-12)


def test_fields_are_smaller_than_woods() -> None:
    fields, woods = _parcels(np.full((40, 40), 17)), _parcels(np.full((40, 40), 2))
    assert len(fields.outlines) > 3 * len(woods.outlines)
    assert set(fields.tenure) == {"30"}

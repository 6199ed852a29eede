from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from scipy import ndimage

from redline_plugin.core.delineate.components import (
    Components,
    area_where,
    areas_of,
    flag_labels,
    label,
)

MASKS = npst.arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 9)))


@pytest.mark.parametrize("connectivity", [4, 8])
@given(mask=MASKS, rows=st.integers(1, 13), seed=st.integers(0, 9))
def test_strips_find_what_the_whole_raster_has(connectivity, mask, rows, seed):
    rng = np.random.default_rng(seed)
    marked = rng.random(mask.shape) < 0.2
    areas = rng.integers(1, 1000, mask.shape).astype(float)
    structure = ndimage.generate_binary_structure(2, 1 if connectivity == 4 else 2)
    whole, count = ndimage.label(mask, structure)

    def strip(start):
        part = np.s_[start : start + rows]
        labels, n = label(mask[part], connectivity)
        return (
            labels,
            areas_of(labels, areas[part], n),
            {"marked": flag_labels(labels, marked[part], n)},
        )

    components = Components(connectivity, ("marked",))
    starts = range(0, mask.shape[0], rows)
    for start in starts:
        components.first(*strip(start), start + rows >= mask.shape[0])

    seen = 0
    area = np.zeros(mask.shape)
    flag = np.zeros(mask.shape, dtype=bool)
    for index, start in enumerate(starts):
        found = components.second(index, *strip(start))
        area[start : start + rows] = found.areas[found.labels]
        flag[start : start + rows] = found.flags["marked"][found.labels]
        seen += np.count_nonzero(found.owned)
    assert seen == count
    for number in range(1, count + 1):
        here = whole == number
        assert (area[here] == areas[here].sum()).all()
        assert (flag[here] == (marked & here).any()).all()


def test_a_long_strip_is_summed_in_pieces_to_the_same_sums():
    labels = np.arange(3_000_000, dtype=np.int32).reshape(3000, 1000) % 7
    areas = np.arange(1.0, 3001.0)[:, np.newaxis]
    expected = [float((areas * (labels == n)).sum()) for n in range(7)]
    assert areas_of(labels, areas, 6).tolist() == expected
    assert area_where(labels == 3, areas) == expected[3]

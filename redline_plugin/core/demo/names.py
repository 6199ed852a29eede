"""Invented Chinese names of counties, villages and rivers."""

from __future__ import annotations

import numpy as np

MAIN_RIVER, LAKE_NAME = "洛水", "玉屏水库"
COUNTY_NAMES = {1: "青垣县", 2: "洛坪县"}
COUNTY_CODES = {1: "990101", 2: "990102"}
"""No county has these codes: 99 is no province."""

_FIRST = (
    "青石柳松竹梅杨桃李枫桂樟柏槐榆云雾霞溪泉龙凤虎鹿鹤雁燕白黄红黑金银铜铁"
    "大小上下东西南北前后新古长高平双三五七九王张刘陈赵周吴徐孙马朱胡林何郭罗"
)
_SECOND = ("家", "家", "家", "木", "水", "石", "台", "岩", "树", "山", "子", "河", "")
_PLAIN = ("坝", "坪", "湾", "营", "铺", "店", "庄", "桥", "渡", "田坝", "河坝", "院子")
_HILL = ("沟", "岭", "垭", "坡", "岩", "寨", "梁", "坳", "冲", "洞沟", "槽", "山")
_RIVER_FIRST = "清玉澜沧碧墨雾霞朱紫白乌银曲双响龙凤鹿鹤柳松竹枫桃兰"


def village_name(rng: np.random.Generator, hilly: bool, taken: set[str]) -> str:
    """Return a name that is not yet in ``taken`` and add it there."""
    while True:
        last = (_HILL if hilly else _PLAIN)[int(rng.integers(12))]
        first = _FIRST[int(rng.integers(len(_FIRST)))]
        name = first + _SECOND[int(rng.integers(len(_SECOND)))] + last
        if name not in taken and len(set(name)) == len(name) and len(name) > 1:
            taken.add(name)
            return name


def river_name(rng: np.random.Generator, order: int, taken: set[str]) -> str:
    """Return an unused name, ending as its size has it: brook, stream, river."""
    last = "沟" if order <= 2 else "溪" if order == 3 else "河"
    while True:
        size = 2 + len(taken) // 300
        name = "".join(_RIVER_FIRST[int(i)] for i in rng.integers(len(_RIVER_FIRST), size=size))
        if name + last not in taken and len(set(name)) == size:
            name += last
            taken.add(name)
            return name

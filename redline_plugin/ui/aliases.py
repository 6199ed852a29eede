"""What layers of a term are often called, in English and Chinese, to suggest one by its name.

The term itself and its title in both languages need not be here.
"""

from __future__ import annotations

ALIASES: dict[str, tuple[str, ...]] = {
    "PRECIPITATION": (
        "precip", "prec", "rainfall", "降水", "降水量", "降雨", "降雨量", "年降水量", "多年平均降水量",
    ),
    "EVAPOTRANSPIRATION": (
        "et", "aet", "蒸散", "蒸散发", "蒸散量", "实际蒸散", "蒸发散", "年蒸散发量",
    ),
    "ECOSYSTEM": (
        "ecosystems", "ecosystem type", "生态系统", "生态系统类型", "生态系统分类",
    ),
    "RAINFALL_EROSIVITY": (
        "erosivity", "r factor", "降雨侵蚀力", "降雨侵蚀力因子", "降水侵蚀力", "侵蚀力", "r因子",
    ),
    "SOIL_ERODIBILITY": (
        "erodibility", "k factor", "土壤可蚀性", "土壤可蚀性因子", "可蚀性", "k因子",
    ),
    "SLOPE_LENGTH_STEEPNESS": (
        "ls", "ls factor", "slope length", "坡长坡度", "坡度坡长", "地形因子", "坡长坡度因子", "ls因子",
    ),
    "COVER_MANAGEMENT": (
        "c factor", "cover factor", "植被覆盖因子", "覆盖管理因子", "植被覆盖与管理因子", "c因子",
    ),
    "SOIL_TEXTURE": (
        "texture", "土壤质地", "质地", "土壤质地类型",
    ),
    "RELIEF": (
        "relief amplitude", "relief degree", "地形起伏度", "起伏度", "地势起伏度",
    ),
    "VEGETATION_COVER": (
        "fvc", "fractional vegetation cover", "vegetation coverage",
        "植被覆盖度", "植被覆盖率", "植被覆盖", "覆盖度",
    ),
    "ELEVATION": (
        "dem", "dtm", "高程", "数字高程模型", "海拔",
    ),
    "PROTECTED_AREAS": (
        "protected area", "nature reserve", "nature reserves", "wdpa",
        "自然保护地", "保护地", "自然保护区", "保护区",
    ),
    "COUNTIES": (
        "county", "counties", "xzq", "xzqh", "行政区", "行政区划", "县界", "县级行政区", "县域",
    ),
}  # fmt: skip

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
    "MONTHLY_VEGETATION_COVER": (
        "monthly fvc", "monthly fractional vegetation cover", "月植被覆盖度", "逐月植被覆盖度",
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
    "MONTHLY_PRECIPITATION": ("monthly rainfall", "月降水量", "逐月降水量", "月均降水量", "月降水"),
    "MONTHLY_TEMPERATURE": ("monthly mean temperature", "月平均气温", "月均气温", "逐月气温"),
    "MONTHLY_MIN_TEMPERATURE": ("monthly minimum temperature", "月最低气温", "逐月最低气温"),
    "MONTHLY_MAX_TEMPERATURE": ("monthly maximum temperature", "月最高气温", "逐月最高气温"),
    "MONTHLY_WIND": ("monthly wind speed", "月平均风速", "月均风速", "逐月风速"),
    "MONTHLY_WIND_AT_HEIGHT": ("wind at 10 m", "10米风速", "月平均风速10米"),
    "MONTHLY_HUMIDITY": ("relative humidity", "月相对湿度", "相对湿度", "月平均相对湿度"),
    "MONTHLY_RADIATION": ("solar radiation", "月太阳辐射", "短波辐射", "逐月辐射"),
    "RADIATION": ("annual radiation", "太阳辐射", "太阳总辐射"),
    "TEMPERATURE": ("mean temperature", "tmean", "气温", "年平均气温", "平均气温", "年均温"),
    "POTENTIAL_EVAPOTRANSPIRATION": ("pet", "et0", "潜在蒸散", "潜在蒸散发", "潜在蒸散量", "可能蒸散"),
    "MONTHLY_POTENTIAL_EVAPOTRANSPIRATION": (
        "monthly pet", "monthly et0", "月潜在蒸散", "月潜在蒸散量", "逐月潜在蒸散",
    ),
    "EVAPORATION": ("pan evaporation", "蒸发量", "水面蒸发量", "年蒸发量"),
    "ACCUMULATED_TEMPERATURE": ("accumulated temperature", "积温", "活动积温", "10度积温"),
    "ACCUMULATED_PRECIPITATION": ("rain of warm days", "同期降水量", "积温期降水量"),
    "DRYNESS": ("dryness index", "aridity", "干燥度", "干燥度指数", "干燥指数"),
    "WIND_DAYS": ("windy days", "起沙风天数", "起沙风日数"),
    "DAILY_WIND": ("daily wind speed", "日风速", "逐日风速"),
    "WIND_OBSERVATIONS": ("wind observations", "风速观测", "风速序列"),
    "WIND_FIELD": ("wind field intensity", "风场强度", "风力因子"),
    "MONTHLY_WIND_FIELD": ("monthly wind field intensity", "月风场强度", "逐月风场强度"),
    "RAIN_DAYS": ("days of rain", "降水日数", "降雨天数", "雨日"),
    "MONTHLY_RAIN_DAYS": ("monthly days of rain", "月降水日数", "逐月降水日数"),
    "IRRIGATION": ("irrigation depth", "灌溉量", "灌溉水量"),
    "MONTHLY_IRRIGATION": ("monthly irrigation depth", "月灌溉量", "逐月灌溉量"),
    "SNOW_FACTOR": ("snow cover factor", "雪盖因子", "积雪因子"),
    "MONTHLY_NDVI": ("monthly ndvi", "ndvi by month", "月ndvi", "逐月ndvi", "月植被指数"),
    "MONTHLY_SNOW_FACTOR": ("monthly snow cover factor", "月雪盖因子", "逐月雪盖因子"),
    "SNOW_DEPTH": ("depth of snow", "雪深", "积雪深度"),
    "WEATHER_FACTOR": ("rweq weather", "气候因子", "气象因子"),
    "MONTHLY_WEATHER_FACTOR": ("monthly rweq weather", "月气候因子", "逐月气候因子"),
    "CLIMATIC_EROSIVITY": ("wind erosivity", "气候侵蚀力", "风蚀气候侵蚀力"),
    "SLOPE": ("slope degrees", "坡度", "地形坡度"),
    "CHANNELS": ("rivers", "stream network", "河网", "水系", "沟道"),
    "SAND": ("sand content", "砂粒", "砂粒含量", "沙粒含量"),
    "SILT": ("silt content", "粉粒", "粉粒含量", "粉砂含量"),
    "CLAY": ("clay content", "黏粒", "粘粒", "黏粒含量", "粘粒含量"),
    "SAND_CN": ("sand 1 0 05", "中国制砂粒", "砂粒1至0 05毫米"),
    "COARSE_SILT": ("coarse silt", "粗粉粒", "粗粉粒含量"),
    "FINE_CLAY": ("fine clay", "细黏粒", "细粘粒"),
    "ORGANIC_CARBON": ("soc", "soil organic carbon", "有机碳", "土壤有机碳", "有机碳含量"),
    "ORGANIC_MATTER": ("som", "soil organic matter", "有机质", "土壤有机质", "有机质含量"),
    "CALCIUM_CARBONATE": ("caco3", "碳酸钙", "碳酸钙含量"),
    "SOIL_UNIT": ("soil types", "soil map", "土壤类型", "土壤单元", "土壤图"),
    "USDA_TEXTURE": ("usda texture class", "美国制土壤质地", "美国制质地"),
    "SOIL_INFILTRATION": ("infiltration", "土壤渗流", "土壤渗流因子", "土壤渗流能力因子"),
    "ERODIBLE_FRACTION": ("erodible fraction", "土壤可蚀因子", "可蚀性颗粒", "ef因子"),
    "SOIL_CRUST": ("soil crust factor", "土壤结皮", "土壤结皮因子", "scf因子"),
    "SOIL_ROUGHNESS": ("roughness factor", "地表糙度", "地表糙度因子"),
    "NDVI": ("vegetation index", "植被指数", "归一化植被指数"),
    "NPP": ("net primary productivity", "净初级生产力", "植被净初级生产力"),
    "LAND_COVER": ("landcover", "lulc", "globeland30", "clcd", "worldcover", "土地覆被", "土地覆盖"),
    "WIND_COVER": ("wind vegetation factor", "风蚀植被因子", "植被覆盖因子 风蚀"),
    "CARBONATE_SHARE": ("carbonate outcrop", "碳酸盐岩出露", "碳酸岩出露面积百分比", "基岩裸露率"),
    "KARST": ("karst area", "喀斯特", "岩溶", "喀斯特区"),
    "GROUNDWATER_SALINITY": ("groundwater salinity", "地下水矿化度", "矿化度"),
    "GROUNDWATER_DEPTH": ("groundwater table", "地下水埋深", "埋深"),
    "COAST_TYPE": ("coast type", "海岸类型", "岸线类型"),
    "STORM_SURGE": ("storm surge", "风暴潮", "风暴潮增水", "最大增水"),
    "WAVE_HEIGHT": ("wave height", "波高", "平均波高"),
    "RETREAT_RATE": ("shoreline retreat", "侵蚀速率", "岸线后退速率"),
    "YEARS": ("annual series", "逐年数据", "多年数据"),
    "PERIODS": ("periods", "分期数据"),
}  # fmt: skip

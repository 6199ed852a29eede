<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Redline</name>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>Biodiversity maintenance (NPP index)</source>
        <translation>生物多样性维护（NPP 指数）</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>Index of how much life an area can hold: plant production, times rain, times warmth, less with altitude. It says nothing about single species; use a species distribution model or a map of habitats where there is one.</source>
        <translation>衡量区域可承载生物丰富程度的指数：植物生产力乘以降水因子和气温因子，并随海拔升高而减小。指数不反映单个物种；如有物种分布模型或生境图，请优先采用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>appendix A, biodiversity, net primary productivity method; read in a paper</source>
        <translation>附录 A，生物多样性，NPP 定量指标评估法；见于论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Biodiversity index</source>
        <translation>生物多样性指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Lowest precipitation of the area</source>
        <translation>评估范围降水量最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Highest precipitation of the area</source>
        <translation>评估范围降水量最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>Lowest temperature of the area</source>
        <translation>评估范围气温最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>Highest temperature of the area</source>
        <translation>评估范围气温最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>Lowest elevation of the area</source>
        <translation>评估范围高程最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>Highest elevation of the area</source>
        <translation>评估范围高程最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/biodiversityindex.py"/>
        <source>The driest, the coldest and the highest pixel of the area get 0, whatever lives there: wetlands in deserts and high mountains deserve a look by an expert.</source>
        <translation>评估范围内最干旱、最寒冷和海拔最高的像元，无论有何种生物，指数均为0：荒漠湿地和高山区应由专家复核。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Texture classification of China (Soils of China, 1978 and 1987)</source>
        <translation>中国土壤质地分类（《中国土壤》，1978年版和1987年版）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>limits from general knowledge, not read</source>
        <translation>阈值来自一般知识，未见原文</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>names and codes read in the form of a soil survey</source>
        <translation>名称和代码见于土壤调查表</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Soil texture class (Chinese system)</source>
        <translation>土壤质地类型（中国制）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>The class of the Chinese texture system from sand, coarse silt and fine clay, with the codes that the soil erosion sensitivity takes. The system has its own size limits; USDA fractions do not fit.</source>
        <translation>由砂粒、粗粉粒和细黏粒含量确定中国制土壤质地类型，代码与水土流失敏感性所用代码一致。中国制有自己的粒级界限，美国制（USDA）的颗粒含量不适用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>class of (sand 1–0.05 mm, coarse silt 0.05–0.01 mm, fine clay &lt; 0.001 mm)</source>
        <translation>由（砂粒1–0.05 mm，粗粉粒0.05–0.01 mm，细黏粒 &lt; 0.001 mm）确定的类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>names, codes and size limits read; limits between classes from general knowledge</source>
        <translation>名称、代码和粒级界限见于来源；类型之间的阈值来自一般知识</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand, 0.05 to 1 mm</source>
        <translation>砂粒（0.05至1 mm）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand of the Chinese system, per cent. Sand of the USDA system goes up to 2 mm.</source>
        <translation>中国制砂粒含量，百分数。美国制（USDA）的砂粒上限为2 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Coarse silt, 0.01 to 0.05 mm</source>
        <translation>粗粉粒（0.01至0.05 mm）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Fine clay, below 0.001 mm</source>
        <translation>细黏粒（小于0.001 mm）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Not the clay below 0.002 mm of the USDA system, which is more.</source>
        <translation>不是美国制（USDA）小于0.002 mm 的黏粒，后者含量更高。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>Chinese texture class</source>
        <translation>中国制土壤质地类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand: from here coarse sand</source>
        <translation>砂粒：达到此值为粗砂土</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand: from here fine sand</source>
        <translation>砂粒：达到此值为细砂土</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand: from here very fine sand or sandy clay</source>
        <translation>砂粒：达到此值为面砂土或砂黏土</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand: from here the sandy loams and silts</source>
        <translation>砂粒：达到此值为壤土组中的偏砂类型（砂壤土、砂粉土等）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Coarse silt: from here silt</source>
        <translation>粗粉粒：达到此值为粉土类</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Fine clay: from here clays</source>
        <translation>细黏粒：达到此值为黏土组</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Fine clay: from here loamy clay</source>
        <translation>细黏粒：达到此值为壤黏土</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Fine clay: from here clay proper</source>
        <translation>细黏粒：达到此值为黏土</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Names of the loam group</source>
        <translation>壤土组的名称</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>1978: silt loam (23), clay loam (24), sandy clay (25)</source>
        <translation>1978年版：粉壤土（23）、黏壤土（24）、砂黏土（25）</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>1987: sandy loam (15), loam (14), no sandy clay</source>
        <translation>1987年版：砂壤土（15）、壤土（14），无砂黏土</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>edition of 1987, from general knowledge</source>
        <translation>1987年版，来自一般知识</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Both editions divide the loam group at the same limits. The Guide's list of textures has a score for loam and sandy loam, and none for silt loam and clay loam.</source>
        <translation>两个版本对壤土组的划分阈值相同。《指南》的质地列表有壤土和砂壤土的分值，没有粉壤土和黏壤土的分值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Sand, coarse silt and fine clay add up to more than 100 % on {count} pixels ({share:.1f} % of the valid ones): they are not fractions of one analysis.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的砂粒、粗粉粒和细黏粒之和大于100%：它们不是同一次颗粒分析的结果。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>sand</source>
        <translation>砂粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>coarse silt</source>
        <translation>粗粉粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>fine clay</source>
        <translation>细黏粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>A value on a limit belongs to the class above it; no source assigns the limits. Redline's own rule.</source>
        <translation>恰好等于阈值的值归入阈值以上的类型；没有来源规定阈值的归属，此为 Redline 自定规则。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Gravel (code 1) and bedrock (2) cannot be told from these fractions; put them in from the soil map. The codes 1, 2, 14 and 15 are Redline's own.</source>
        <translation>石砾（代码1）和基岩（2）无法由颗粒含量判别，请根据土壤图补入。代码1、2、14和15为 Redline 自定。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>If you only have sand, silt and clay of the USDA system, convert the texture class with the other algorithm; that is an approximation.</source>
        <translation>如果只有美国制（USDA）的砂粒、粉粒和黏粒含量，请用另一算法转换质地类型；其结果为近似值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <location filename="../../core/assess/texturefromusda.py"/>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>texture</source>
        <translation>质地</translation>
    </message>
    <message>
        <location filename="../../core/assess/chinesetexture.py"/>
        <source>Chinese texture system</source>
        <translation>中国制土壤质地</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>Climatic erosivity of wind</source>
        <translation>风蚀气候侵蚀力</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>How strongly wind and drought of a mean year work on the soil: the cube of each month's wind, weighted with the part of the evaporative demand that rain does not meet.</source>
        <translation>平均年份风和干旱对土壤作用的强弱：各月风速的三次方，以降水未能满足的蒸散需求所占比例加权。</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>appendix A, windbreak and sand fixation, NPP method; read in ChinaXiv-202204.00111</source>
        <translation>附录 A，防风固沙，NPP 定量指标评估法；见于 ChinaXiv-202204.00111</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>Climatic erosivity</source>
        <translation>气候侵蚀力</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>In {count} pixels ({share:.1f} %) there is no wind, or rain meets the demand in every month; their erosivity is 0.</source>
        <translation>{count}个像元（{share:.1f}%）无风，或各月降水均满足蒸散需求；其气候侵蚀力为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>{count} pixels have months of -20 degC or below, or of full humidity. There is no evaporative demand then, and these months count 0.</source>
        <translation>{count}个像元有月份气温不高于 -20 degC 或相对湿度达到饱和。此时没有蒸散需求，这些月份按0计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>Wind must be at 2 m: the cube makes 10 m wind count twice as much.</source>
        <translation>必须采用2 m 高度的风速：因取三次方，用10 m 风速会使结果约为两倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>What to do in months with more rain than demand, or without demand, is in no source; here they count 0.</source>
        <translation>对于降水大于蒸散需求或没有蒸散需求的月份，来源均未说明如何处理；此处按0计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <source>Scale the result to 0 to 1 over the assessed area before it enters the NPP index.</source>
        <translation>代入 NPP 指数之前，请将结果在评估范围内归一化到0至1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/climaticerosivity.py"/>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <location filename="../../core/assess/soilcrust.py"/>
        <location filename="../../core/assess/soilroughness.py"/>
        <location filename="../../core/assess/weatherfactor.py"/>
        <location filename="../../core/assess/windcover.py"/>
        <location filename="../../core/assess/winddays.py"/>
        <location filename="../../core/assess/windfield.py"/>
        <source>wind erosion</source>
        <translation>风蚀</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Draft guide for resource and environment assessment, 2019 (双评价)</source>
        <translation>资源环境承载能力和国土空间开发适宜性评价（双评价）技术指南草案，2019年</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>coastal erosion; default values in published code</source>
        <translation>海岸侵蚀；公开程序代码中的默认值</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>index</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>surge</source>
        <translation>风暴潮</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>waves</source>
        <translation>波高</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>retreat</source>
        <translation>后退</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Coastal stability (erosion sensitivity)</source>
        <translation>海岸生态稳定（海岸侵蚀敏感性）</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>How easily a coast is washed away: type of coast, storm surge, waves and retreat of the shoreline are scored 1, 3 or 5. This scheme is not in the Guide, which names coastal stability but gives no formula for it; it comes from a draft of 2019. Higher means that the coast erodes more easily.</source>
        <translation>海岸受侵蚀的难易程度：海岸类型、风暴潮增水、波高和海岸侵蚀速率按1、3、5赋分。该方案不在《指南》中，《指南》列有海岸生态稳定，但未给出公式；方案取自2019年的一份草案。值越大，海岸越易受侵蚀。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>index = (0.2·type + 0.4·surge + 0.4·waves + retreat) / 2</source>
        <translation>指数 = (0.2·类型 + 0.4·风暴潮 + 0.4·波高 + 后退) / 2</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>coastal erosion, as read in published code</source>
        <translation>海岸侵蚀，见于公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Type of coast</source>
        <translation>海岸类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Score of the type of coast, and limits of the retreat</source>
        <translation>海岸类型的分值和海岸侵蚀速率的阈值</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Class codes, as in the table of types of coast.</source>
        <translation>海岸类型的代码，与海岸类型表一致。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Highest rise of water by storm surges</source>
        <translation>风暴潮最大增水</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>The mean is above 20: it looks like cm. It must be in m.</source>
        <translation>平均值大于20，疑似以 cm 为单位；应以 m 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Mean wave height</source>
        <translation>平均波高</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>The mean is above 10: it looks like cm. It must be in m.</source>
        <translation>平均值大于10，疑似以 cm 为单位；应以 m 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Retreat of the shoreline</source>
        <translation>海岸侵蚀速率（岸线后退速率）</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Positive where the sea takes land. Needed only on coasts whose type has limits in the table.</source>
        <translation>岸线向陆地后退为正值。仅表中给有侵蚀速率阈值的海岸类型需要此项。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>The mean is above 100: it looks like cm or mm. It must be in m.</source>
        <translation>均值大于 100：像是 cm 或 mm。必须以 m 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Coastal erosion index</source>
        <translation>海岸侵蚀指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Coastal erosion sensitivity class</source>
        <translation>海岸侵蚀敏感性等级</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Weight of the type of coast</source>
        <translation>海岸类型的权重</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Weight of the storm surge</source>
        <translation>风暴潮增水的权重</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Weight of the waves</source>
        <translation>波高的权重</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Storm surge: from here sensitive</source>
        <translation>风暴潮增水：达到此值为敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Storm surge: from here extremely sensitive</source>
        <translation>风暴潮增水：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Wave height: from here sensitive</source>
        <translation>平均波高：达到此值为敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Wave height: from here extremely sensitive</source>
        <translation>平均波高：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Index: above this sensitive</source>
        <translation>指数：大于此值为敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Index: above this extremely sensitive</source>
        <translation>指数：大于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Coasts whose type has no limits of retreat</source>
        <translation>没有侵蚀速率阈值的海岸类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Their retreat scores 1</source>
        <translation>侵蚀速率按1分计</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <location filename="../../core/assess/soilroughness.py"/>
        <location filename="../../core/species/settings.py"/>
        <location filename="../../core/stations/climate.py"/>
        <location filename="../../core/stations/erosivity.py"/>
        <location filename="../../core/stations/gaps.py"/>
        <location filename="../../processing/provider.py"/>
        <location filename="../../ui/dock.py"/>
        <source>Redline</source>
        <translation>Redline</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Left out</source>
        <translation>不参与计算</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>The source has limits for sandy and muddy coasts only. Rock and walls hardly retreat.</source>
        <translation>来源只给出砂质海岸和淤泥质海岸的阈值。基岩海岸和人工护岸几乎不后退。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>{count} pixels ({share:.1f} %) are coasts whose type has no limits of retreat; see what is chosen for them.</source>
        <translation>{count}个像元（{share:.1f}%）的海岸类型没有侵蚀速率阈值；其处理方式见所选选项。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Score of the type of coast</source>
        <translation>海岸类型分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Score of the storm surge</source>
        <translation>风暴潮增水分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Score of the waves</source>
        <translation>波浪分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>Score of the retreat</source>
        <translation>海岸侵蚀速率分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>The published code numbers the classes from the most to the least sensitive. Here 3 is the most sensitive class, as everywhere in Redline.</source>
        <translation>公开程序代码的等级编号由最敏感到最不敏感。此处3为最敏感等级，与 Redline 其他各处一致。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>A coast that erodes easily needs protection, but the index does not measure what mangroves, reefs or wetlands do for the coast. Ask an expert before taking it as the importance of the function.</source>
        <translation>易受侵蚀的海岸需要保护，但该指数不反映红树林、珊瑚礁或湿地对海岸的防护作用。将其作为功能重要性之前，请咨询专家。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>It is an index with limits of its own: use the class output, not the grading by cumulative value.</source>
        <translation>该指数有专用阈值：请使用等级输出，不要按累积值分级。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>The weights are divided by their sum, so that the index stays between 1 and 5.</source>
        <translation>权重先除以权重之和，使指数保持在1至5之间。</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <location filename="../../processing/setbacks.py"/>
        <source>coast</source>
        <translation>海岸</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <source>sea</source>
        <translation>海洋</translation>
    </message>
    <message>
        <location filename="../../core/assess/coastalstability.py"/>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>erosion</source>
        <translation>土壤侵蚀</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <location filename="../../core/standard/reasons.py"/>
        <source>Water conservation</source>
        <translation>水源涵养</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity</source>
        <translation>生物多样性维护</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity</source>
        <translation>水源涵养 + 生物多样性维护</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil retention</source>
        <translation>水土保持量</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Soil retention</source>
        <translation>水源涵养 + 水土保持</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Soil retention</source>
        <translation>生物多样性维护 + 水土保持</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Soil retention</source>
        <translation>水源涵养 + 生物多样性维护 + 水土保持</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Sand fixation</source>
        <translation>防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Sand fixation</source>
        <translation>水源涵养 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Sand fixation</source>
        <translation>生物多样性维护 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Sand fixation</source>
        <translation>水源涵养 + 生物多样性维护 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil retention + Sand fixation</source>
        <translation>水土保持 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Soil retention + Sand fixation</source>
        <translation>水源涵养 + 水土保持 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Soil retention + Sand fixation</source>
        <translation>生物多样性维护 + 水土保持 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Soil retention + Sand fixation</source>
        <translation>水源涵养 + 生物多样性维护 + 水土保持 + 防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Coastal stability</source>
        <translation>海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Coastal stability</source>
        <translation>水源涵养 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Coastal stability</source>
        <translation>生物多样性维护 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Coastal stability</source>
        <translation>水源涵养 + 生物多样性维护 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil retention + Coastal stability</source>
        <translation>水土保持 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Soil retention + Coastal stability</source>
        <translation>水源涵养 + 水土保持 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Soil retention + Coastal stability</source>
        <translation>生物多样性维护 + 水土保持 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Soil retention + Coastal stability</source>
        <translation>水源涵养 + 生物多样性维护 + 水土保持 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Sand fixation + Coastal stability</source>
        <translation>防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Sand fixation + Coastal stability</source>
        <translation>水源涵养 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Sand fixation + Coastal stability</source>
        <translation>生物多样性维护 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Sand fixation + Coastal stability</source>
        <translation>水源涵养 + 生物多样性维护 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil retention + Sand fixation + Coastal stability</source>
        <translation>水土保持 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Soil retention + Sand fixation + Coastal stability</source>
        <translation>水源涵养 + 水土保持 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Biodiversity + Soil retention + Sand fixation + Coastal stability</source>
        <translation>生物多样性维护 + 水土保持 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Water conservation + Biodiversity + Soil retention + Sand fixation + Coastal stability</source>
        <translation>水源涵养 + 生物多样性维护 + 水土保持 + 防风固沙 + 海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <location filename="../../core/standard/reasons.py"/>
        <source>Soil erosion</source>
        <translation>水土流失</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <location filename="../../core/standard/reasons.py"/>
        <source>Desertification</source>
        <translation>土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Desertification</source>
        <translation>水土流失 + 土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <location filename="../../core/standard/reasons.py"/>
        <source>Rocky desertification</source>
        <translation>石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Rocky desertification</source>
        <translation>水土流失 + 石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Desertification + Rocky desertification</source>
        <translation>土地沙化 + 石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Desertification + Rocky desertification</source>
        <translation>水土流失 + 土地沙化 + 石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <location filename="../../core/standard/reasons.py"/>
        <source>Salinization</source>
        <translation>盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Salinization</source>
        <translation>水土流失 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Desertification + Salinization</source>
        <translation>土地沙化 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Desertification + Salinization</source>
        <translation>水土流失 + 土地沙化 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Rocky desertification + Salinization</source>
        <translation>石漠化 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Rocky desertification + Salinization</source>
        <translation>水土流失 + 石漠化 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Desertification + Rocky desertification + Salinization</source>
        <translation>土地沙化 + 石漠化 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/combinationtitles.py"/>
        <source>Soil erosion + Desertification + Rocky desertification + Salinization</source>
        <translation>水土流失 + 土地沙化 + 石漠化 + 盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Cover factor by ecosystem and cover class</source>
        <translation>各生态系统类型和覆盖度等级的植被覆盖因子</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Cover factor C</source>
        <translation>植被覆盖因子 C</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>How much soil is lost under the plants that are there, as a share of the loss from bare ground. By default from the Guide's table of ecosystems and six classes of cover; dry farmland has a formula of its own. Values beyond 0 and 1 are clamped and counted.</source>
        <translation>现有植被下的土壤流失量占裸地土壤流失量的比例。默认采用《指南》中按生态系统类型和六个覆盖度等级给出的表；旱地采用专门公式。超出0至1的值截取到该范围，并统计其数量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>C = table(ecosystem, cover class); dry farmland: C = 0.221 − 0.595·lg c</source>
        <translation>C = 查表(生态系统类型, 覆盖度等级)；旱地：C = 0.221 − 0.595·lg c</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>appendix A, soil and water conservation; table read in code that applies the Guide</source>
        <translation>附录 A，水土保持；表见于应用《指南》的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <location filename="../../core/assess/waterconservation.py"/>
        <location filename="../../core/assess/windcover.py"/>
        <source>Ecosystem classes</source>
        <translation>生态系统类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Class codes, as in the table of cover factors. Its columns c00, c10, c30, c50, c70 and c90 hold C for cover from 0, 10, 30, 50, 70 and 90 % on; where its column formula is 1, the dry-land formula holds.</source>
        <translation>生态系统类型的代码，与植被覆盖因子表一致。表中 c00、c10、c30、c50、c70 和 c90 列为覆盖度分别从0、10、30、50、70和90%起的 C 值；formula 列为1时采用旱地公式。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Equation</source>
        <translation>公式</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>The Guide's table and dry-land formula</source>
        <translation>《指南》的表和旱地公式</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>appendix A, read in code that applies the Guide</source>
        <translation>附录 A，见于应用《指南》的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Cai Chongfa: C = 0.6508 − 0.3436·lg c, c in per cent</source>
        <translation>蔡崇法：C = 0.6508 − 0.3436·lg c，c 为百分数</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>1 without cover, 0 from 78.3 % on</source>
        <translation>无覆盖时为1，覆盖度不低于78.3%时为0</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Bu Zhaohong: C = 0.4149 − 0.0052·c, c in per cent</source>
        <translation>卜兆宏：C = 0.4149 − 0.0052·c，c 为百分数</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>The equations of Cai and Bu look at the cover only, not at the ecosystem.</source>
        <translation>蔡崇法和卜兆宏的公式只考虑覆盖度，不考虑生态系统类型。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>{count} pixels ({share:.1f} % of the valid ones) are water, paddies or towns, which the chosen equation treats as land with little cover. Their C is too high.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）为水体、水田或城镇，所选公式将其视为植被稀少的土地，C 值偏大。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <location filename="../../core/assess/landcovermapping.py"/>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>ecosystem</source>
        <translation>生态系统</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Cover on the edge of two classes (10, 30, 50, 70, 90 %) belongs to the upper one. No source assigns the edges; this is Redline's own rule.</source>
        <translation>覆盖度恰好位于两级分界（10、30、50、70、90%）时归入较高一级。没有来源规定分界值的归属；此为 Redline 自定规则。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>The dry-land formula gives more than 1 below 4.9 % cover, where C is set to 1, and never less than 0.221.</source>
        <translation>覆盖度低于4.9%时，旱地公式的结果大于1，此时 C 取1；结果不会小于0.221。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Desert, sandy land and bare land have 0.7. One public code tests towns twice and never applies it; Redline does.</source>
        <translation>荒漠、沙地和裸地取 0.7。某公开代码对城镇判断了两次却从未生效；Redline 则予以采用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>Orchards are taken for tree orchards. For shrub orchards (tea, mulberry) copy the table and use 0.40, 0.22, 0.14, 0.087, 0.042, 0.011.</source>
        <translation>园地按乔木园地取值。灌木园地（茶园、桑园）请复制该表，改用0.40、0.22、0.14、0.087、0.042、0.011。</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <source>cover factor</source>
        <translation>植被覆盖因子</translation>
    </message>
    <message>
        <location filename="../../core/assess/covermanagement.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>soil loss</source>
        <translation>土壤流失</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Guide 2017, appendix B, desertification</source>
        <translation>2017年《指南》附录 B，土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>limits as default values in code that applies the Guide</source>
        <translation>阈值为应用《指南》的程序代码中的默认值</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Desertification sensitivity</source>
        <translation>土地沙化敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>How easily land turns to sand: dryness, days with sand-driving wind, soil texture and vegetation cover are scored 1, 3 or 5; the index is the geometric mean of the four scores.</source>
        <translation>土地发生沙化的难易程度：干燥度指数、起沙风天数、土壤质地和植被覆盖度按1、3、5赋分；指数为四个分值的几何平均值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>appendix B, desertification; formula read in a paper that applies the Guide</source>
        <translation>附录 B，土地沙化；公式见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>Dryness index I</source>
        <translation>干燥度指数 I</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>0.16 times the accumulated temperature of days of 10 °C and more, by the rain of the same days.</source>
        <translation>日平均气温≥10 °C 期间的积温乘以0.16，除以同期降水量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>The mean is above 200: it looks like a temperature in tenths of a degree or rain in cm. The dryness index runs from below 1 to some tens.</source>
        <translation>平均值大于200，疑似气温以0.1度为单位或降水量以 cm 为单位。干燥度指数一般从小于1到几十。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Days with wind of 6 m/s and more</source>
        <translation>起沙风天数（风速≥6 m/s）</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>In winter and spring: December, and January to May; mean of the years.</source>
        <translation>冬春季：12月和1至5月；多年平均值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>The mean is above 183, the days from December to May: it looks like the sum of several years, or like tenths of a day.</source>
        <translation>均值大于 183（十二月至五月的天数）：像是多年之和，或以 0.1 天为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil texture classes</source>
        <translation>土壤质地类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Score of the soil texture</source>
        <translation>土壤质地分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Codes of the Chinese texture system, as in the table of scores. Codes without a score are left out and told.</source>
        <translation>中国制土壤质地代码，与分值表一致。没有分值的代码不参与计算，并给出提示。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Desertification sensitivity index</source>
        <translation>土地沙化敏感性指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Dryness: up to this only generally sensitive</source>
        <translation>干燥度指数：不大于此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Dryness: from here extremely sensitive</source>
        <translation>干燥度指数：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Wind days: up to this only generally sensitive</source>
        <translation>起沙风天数：不大于此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Wind days: from here extremely sensitive</source>
        <translation>起沙风天数：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Cover: up to this extremely sensitive</source>
        <translation>植被覆盖度：不大于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Cover: from here only generally sensitive</source>
        <translation>植被覆盖度：达到此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Score of the dryness</source>
        <translation>干燥度分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>Score of the wind</source>
        <translation>起沙风天数分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Score of the vegetation cover</source>
        <translation>植被覆盖度分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <source>The limits of the wind days hold for winter and spring together; days of the whole year are more and score too high.</source>
        <translation>起沙风天数的阈值适用于冬春两季合计；全年天数更多，会使分值偏高。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Do not resample or smooth scores; the index takes few, discrete values.</source>
        <translation>不要对分值重采样或平滑；指数只取少数离散值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/desertificationsensitivity.py"/>
        <location filename="../../core/assess/drynessindex.py"/>
        <location filename="../../core/assess/monthlydryness.py"/>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <location filename="../../core/assess/winddays.py"/>
        <source>desertification</source>
        <translation>土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Dryness index</source>
        <translation>干燥度指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Dryness of the growing season: the temperature accumulated over the days of 10 degC and more, against the rain of the same days.</source>
        <translation>生长季的干燥程度：日平均气温≥10 degC 期间的积温与同期降水量之比。</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Accumulated temperature of the days from 10 degC on</source>
        <translation>日平均气温≥10 degC 的积温</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Sum of the daily means of all days with a mean of 10 degC or more, per year.</source>
        <translation>每年日平均气温≥10 degC 的各日日平均气温之和。</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>The mean lies above 11000 degC d: this looks like tenths of a degree.</source>
        <translation>平均值大于11000 degC d，疑似以0.1度为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Precipitation of the same days</source>
        <translation>同期降水量</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Only the rain of the days from 10 degC on, not of the whole year.</source>
        <translation>仅为日平均气温≥10 degC 各日的降水量，不是全年降水量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>The mean lies below 5 mm: this looks like m or mm per day.</source>
        <translation>平均值小于5 mm，疑似以 m 或 mm/d 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <source>Sum the days year by year and average the sums, not the index.</source>
        <translation>请逐年求和，再对各年之和求平均，不要对指数求平均。</translation>
    </message>
    <message>
        <location filename="../../core/assess/drynessindex.py"/>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>aridity</source>
        <translation>干旱</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodibility.py"/>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/assess/soilerodibility.py"/>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Soil erodibility K</source>
        <translation>土壤可蚀性 K</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodibility.py"/>
        <location filename="../../core/assess/production.py"/>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Normalised by the lowest and highest value of the area</source>
        <translation>按评估范围的最小值和最大值归一化</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodibility.py"/>
        <source>As it is</source>
        <translation>原值</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodibility.py"/>
        <source>Lowest erodibility of the area</source>
        <translation>评估范围土壤可蚀性最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodibility.py"/>
        <source>Highest erodibility of the area</source>
        <translation>评估范围土壤可蚀性最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>Erodible fraction of soil (RWEQ)</source>
        <translation>土壤可蚀因子 EF（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>Share of the soil surface in grains and clods that wind can carry, from texture, organic matter and calcium carbonate. Without a raster of calcium carbonate it counts as 0. Soils outside the range that the equation was made from are counted.</source>
        <translation>土壤表层可被风搬运的颗粒和团块所占比例，由质地、有机质和碳酸钙计算。没有碳酸钙栅格时按0计。统计超出公式建立时土壤取值范围的像元。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>RWEQ (Fryrear et al.)</source>
        <translation>RWEQ（Fryrear 等）</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>equation read in public code; some codes omit the division by 100 (sources differ)</source>
        <translation>公式见于公开程序代码；有的代码未除以100（来源不一致）</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Calcium carbonate</source>
        <translation>碳酸钙</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>Per cent by weight. Left out, it counts as 0, which makes EF larger.</source>
        <translation>质量百分数。未提供时按0计，EF 会偏大。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>The mean is above 40 %: it looks like g/kg. Give per cent, a tenth of it.</source>
        <translation>平均值大于40%，疑似以 g/kg 为单位。请换算为百分数，即除以10。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>Erodible fraction</source>
        <translation>土壤可蚀因子</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>{count} pixels ({share:.1f} % of the valid ones) have a texture outside the soils that the equation was made from: sand 5.5 to 93.6 %, silt 0.5 to 69.5 %, clay 5 to 39.3 %. Their EF is an extrapolation.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的质地超出公式建立时的土壤取值范围：砂粒5.5至93.6%，粉粒0.5至69.5%，黏粒5至39.3%。其 EF 为外推值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>{count} pixels ({share:.1f} % of the valid ones) have organic matter outside the soils that the equation was made from, 0.18 to 4.79 %. Their EF is an extrapolation.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的有机质超出公式建立时的土壤取值范围0.18至4.79%。其 EF 为外推值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>{count} pixels ({share:.1f} % of the valid ones) have calcium carbonate above 25.2 %, outside the soils that the equation was made from. Their EF is an extrapolation.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的碳酸钙大于25.2%，超出公式建立时的土壤取值范围。其 EF 为外推值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>The ranges of the soils are from general knowledge of Fryrear's paper of 1994, not read.</source>
        <translation>土壤取值范围来自对 Fryrear 1994年论文的一般知识，未见原文。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>The equation subtracts organic matter; one public code adds it and uses fractions. Redline uses per cent and subtracts.</source>
        <translation>公式中减去有机质项；某公开程序代码为加上该项，且采用小数。Redline 采用百分数并减去该项。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <source>Pixels without clay have no value: the equation divides by it.</source>
        <translation>没有黏粒的像元无值：公式以黏粒含量为除数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/erodiblefraction.py"/>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>sand fixation</source>
        <translation>防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <source>Potential evapotranspiration (Guide's formula)</source>
        <translation>潜在蒸散发量（《指南》公式）</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <source>Monthly potential evapotranspiration from mean temperature and relative humidity, as the Guide has it for climatic erosivity of wind, and its annual sum.</source>
        <translation>按《指南》计算气候侵蚀力所用公式，由平均气温和相对湿度计算逐月潜在蒸散发量及其年总量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>appendix A, windbreak and sand fixation; read in ChinaXiv-202204.00111</source>
        <translation>附录 A，防风固沙；见于 ChinaXiv-202204.00111</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <source>{count} pixels have months below -20 degC, where the square of the formula would rise again; these months count 0.</source>
        <translation>{count}个像元有月份低于 -20 degC，公式中的平方项会使结果重新增大；这些月份按0计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <source>Made for arid land; in humid, warm land it gives other values than FAO's method.</source>
        <translation>该公式为干旱区建立；在湿润温暖地区，结果与 FAO 方法不同。</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <source>The formula gives mm per month whatever the length of the month.</source>
        <translation>公式结果均为月总量（mm），与当月天数无关。</translation>
    </message>
    <message>
        <location filename="../../core/assess/guidepet.py"/>
        <location filename="../../core/assess/hargreavespet.py"/>
        <location filename="../../core/assess/penmanpet.py"/>
        <location filename="../../core/assess/radiationpet.py"/>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>evaporation</source>
        <translation>蒸发</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>Reference evapotranspiration (Hargreaves)</source>
        <translation>参考作物蒸散发量（Hargreaves）</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>Monthly reference evapotranspiration from the daily extremes of temperature and the sun's height over the place, and its annual sum. FAO names it where humidity, wind or radiation are missing.</source>
        <translation>由日最高、最低气温和当地太阳高度计算逐月参考作物蒸散发量及其年总量。FAO 建议在缺少湿度、风速或辐射资料时采用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>equation 52; Rₐ by equations 21 to 25</source>
        <translation>公式52；Rₐ 按公式21至25</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>Hargreaves coefficient</source>
        <translation>Hargreaves 系数</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>equation 52</source>
        <translation>公式52</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>{count} pixels have months below -17.8 degC; these months count 0.</source>
        <translation>{count}个像元有月份低于 -17.8 degC；这些月份按0计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>In {count} pixels the minimum temperature of a month lies above its maximum. They have no result. Are the two inputs exchanged?</source>
        <translation>{count}个像元有月份的最低气温高于最高气温，没有结果。两个输入是否颠倒？</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>The sun of each month's 15th stands for the month.</source>
        <translation>以每月15日的太阳位置代表全月。</translation>
    </message>
    <message>
        <location filename="../../core/assess/hargreavespet.py"/>
        <source>It gives too little in strong wind and too much in humid land.</source>
        <translation>大风条件下结果偏小，湿润地区结果偏大。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Graded: 1, 2, 3 (extremely important); 0 and nodata are not assessed. The codes 4 to 7 are the classes between 2 and 1 of a grading of more than three classes; they count as 1 here. A raster of another numbering must be recoded first.</source>
        <translation>已分级的栅格：1、2、3（极重要）；0和无数据表示未评估。代码4至7是三级以上分级中介于2与1之间的等级，此处按1计。采用其他编号的栅格须先重新编码。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Highest importance of functions</source>
        <translation>生态功能重要性综合等级（取最高）</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Puts the classes of single functions together: each pixel gets the highest class that any function has there. Give one class raster or more. A pixel that some functions do not cover is classed by the others.</source>
        <translation>综合各单项生态功能的等级：每个像元取各项功能中的最高等级。请至少给出一个等级栅格。部分功能未覆盖的像元，按其余功能定级。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>class = max(classes of the functions)</source>
        <translation>等级 = max(各生态功能的等级)</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>the highest class wins, as read in national work that applies the method</source>
        <translation>取最高等级，见于应用该方法的全国性研究</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: water conservation</source>
        <translation>等级：水源涵养</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Classes: biodiversity maintenance</source>
        <translation>等级：生物多样性维护</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Classes: soil and water conservation</source>
        <translation>等级：水土保持</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Classes: windbreak and sand fixation</source>
        <translation>等级：防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Classes: coastal ecological stability</source>
        <translation>等级：海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Functions with the highest class</source>
        <translation>达到最高等级的生态功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Number of functions that are extremely important</source>
        <translation>极重要的生态功能数</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>No function</source>
        <translation>0项功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>One function</source>
        <translation>1项功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Two functions</source>
        <translation>2项功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Three functions</source>
        <translation>3项功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Four functions</source>
        <translation>4项功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>Five functions</source>
        <translation>5项功能</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>{count} pixels ({share:.1f} %) have a class from 4 to 7 by some function, which counts as generally important: these are the classes between 2 and 1 of a grading of more than three. If 4 is the highest class of your raster, recode it to 3 first.</source>
        <translation>{count}个像元（{share:.1f}%）在某项功能中的等级代码为4至7，按一般重要计：这些代码是三级以上分级中介于2与1之间的等级。如果您的栅格以4为最高等级，请先将其重新编码为3。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>The codes of the number are one more than the number, since 0 stands for no data.</source>
        <translation>数量的代码比数量大1，因为0表示无数据。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <source>The codes of the combination are the sum of 1 water conservation, 2 biodiversity, 4 soil retention, 8 sand fixation and 16 coastal stability.</source>
        <translation>组合的代码为以下各项之和：1水源涵养、2生物多样性维护、4水土保持、8防风固沙、16海岸生态稳定。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <location filename="../../processing/delineate.py"/>
        <source>overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestfunction.py"/>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>combination</source>
        <translation>组合</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Graded: 1, 2, 3 (extremely sensitive); 0 and nodata are not assessed.</source>
        <translation>分级结果：1、2、3（极敏感）；0和无数据表示未评估。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Highest sensitivity</source>
        <translation>生态敏感性综合等级（取最高）</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Puts the classes of single sensitivities together: each pixel gets the highest class that any sensitivity has there. Give one class raster or more. A pixel that some do not cover, as land without karst, is classed by the others.</source>
        <translation>综合各单项生态敏感性的等级：每个像元取各项敏感性中的最高等级。请至少给出一个等级栅格。部分敏感性未覆盖的像元（如非喀斯特土地），按其余敏感性定级。</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>class = max(classes of the sensitivities)</source>
        <translation>等级 = max(各项敏感性的等级)</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>the highest class wins, as read in code that applies the Guide</source>
        <translation>取最高等级，见于应用《指南》的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Classes: soil erosion</source>
        <translation>等级：水土流失</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Classes: desertification</source>
        <translation>等级：土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Classes: rocky desertification</source>
        <translation>等级：石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Classes: salinization</source>
        <translation>等级：盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Sensitivities with the highest class</source>
        <translation>达到最高等级的敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Number of sensitivities that are extreme</source>
        <translation>极敏感的敏感性项数</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>No sensitivity</source>
        <translation>0项敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>One sensitivity</source>
        <translation>1项敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Two sensitivities</source>
        <translation>2项敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Three sensitivities</source>
        <translation>3项敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>Four sensitivities</source>
        <translation>4项敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/highestsensitivity.py"/>
        <source>The codes of the combination are the sum of 1 soil erosion, 2 desertification, 4 rocky desertification and 8 salinization.</source>
        <translation>组合的代码为以下各项之和：1水土流失、2土地沙化、4石漠化、8盐渍化。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>Mean annual precipitation</source>
        <translation>多年平均降水量</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>Multi-year mean of yearly sums; not mm per day.</source>
        <translation>年总量的多年平均值，不是日降水量（mm/d）。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is below 60: it looks like mm per day or m per year, unless this is a desert. Precipitation must be in mm per year.</source>
        <translation>平均值小于60，除非是荒漠，否则疑似以 mm/d 或 m/a 为单位。降水量应以 mm/a 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is above 6000: it looks like tenths of mm. Precipitation must be in mm per year.</source>
        <translation>平均值大于6000，疑似以0.1 mm 为单位。降水量应以 mm/a 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>Mean annual temperature</source>
        <translation>多年平均气温</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is above 45: it looks like kelvin or tenths of a degree. Temperature must be in °C.</source>
        <translation>平均值大于45，疑似以开尔文或0.1度为单位。气温应以 °C 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/climate/inputs.py"/>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../core/stations/variables.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Elevation</source>
        <translation>高程</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>It looks like per cent. The slope must be in degrees.</source>
        <translation>像是百分比坡度。坡度必须以度为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/assess/slope.py"/>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>It looks like radians, unless all of the land is nearly flat. The slope must be in degrees.</source>
        <translation>像是弧度，除非全部土地几乎是平地。坡度必须以度为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>In SI units; values in US units are 7.59 times larger.</source>
        <translation>采用国际单位；美制单位的数值是其7.59倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is above 0.1: it looks like US units. Multiply by 0.1317 to get SI units.</source>
        <translation>平均值大于0.1，疑似美制单位。请乘以0.1317换算为国际单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Rainfall erosivity R</source>
        <translation>降雨侵蚀力 R</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is below 10: it looks like the monthly or half-monthly erosivity, or like other units. The yearly sum in MJ mm hm-2 h-1 is needed.</source>
        <translation>平均值小于10，疑似月或半月侵蚀力，或为其他单位。应为年总量，单位 MJ mm hm-2 h-1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is above 3000: it looks like feet, decimetres or heights. A relief in m is needed.</source>
        <translation>均值大于 3000：像是英尺、分米或高程。需要以米为单位的地形起伏度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The cover may be in per cent. Divide it by 100.</source>
        <translation>植被覆盖度可能为百分数。请除以100。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>A cover is never negative: it looks like NDVI, which the tool Vegetation cover from NDVI turns into a cover.</source>
        <translation>覆盖度不会为负：像是 NDVI，可用工具“由 NDVI 计算植被覆盖度”转换。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/assess/soilroughness.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Vegetation cover</source>
        <translation>植被覆盖度</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>A fraction from 0 to 1, not per cent and not raw NDVI.</source>
        <translation>0至1的小数，不是百分数，也不是原始 NDVI。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <location filename="../../core/assess/production.py"/>
        <source>Net primary productivity</source>
        <translation>净初级生产力</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>Multi-year mean of yearly sums, in grams of carbon.</source>
        <translation>年总量的多年平均值，以碳的克数计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is below 20: it looks like kg or t of carbon. Net primary productivity must be in gC per m2 and year.</source>
        <translation>平均值小于20，疑似以碳的 kg 或 t 为单位。净初级生产力应以 gC m-2 a-1 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>The mean is above 2000: it looks like the whole numbers of a satellite product (MOD17 stores 0.1 gC), or like the filling value. Multiply it by its scale.</source>
        <translation>平均值大于2000，疑似卫星产品的整数存储值（MOD17 以0.1 gC 为单位存储）或填充值。请乘以其比例系数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>Land that counts for the function</source>
        <translation>能发挥该功能的土地</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>If given, classes without a 1 in the table (built-up, bare and sandy land) are left out.</source>
        <translation>给出时，表中值不为 1 的类型（城镇、裸地、沙地）不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/inputs.py"/>
        <source>Give the ecosystem classes to leave out built-up, bare and sandy land, also when the lowest and highest values of the area are sought; without them all land is ranked. Which land counts is Redline's own rule: copy the table to change it.</source>
        <translation>给出生态系统类型，可将城镇、裸地和沙地排除，求区域最低值和最高值时也不计入；不给出时，所有土地都参与排序。哪些土地计入是 Redline 自定的规则：可复制该表修改。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Evergreen broadleaf forest</source>
        <translation>常绿阔叶林</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Evergreen needleleaf forest</source>
        <translation>常绿针叶林</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Mixed forest</source>
        <translation>针阔混交林</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Deciduous broadleaf forest</source>
        <translation>落叶阔叶林</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Deciduous needleleaf forest</source>
        <translation>落叶针叶林</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Sparse woodland</source>
        <translation>稀疏林</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Evergreen broadleaf shrub</source>
        <translation>常绿阔叶灌丛</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Deciduous broadleaf shrub</source>
        <translation>落叶阔叶灌丛</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Needleleaf shrub</source>
        <translation>针叶灌丛</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Sparse shrub</source>
        <translation>稀疏灌丛</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Meadow</source>
        <translation>草甸</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Steppe</source>
        <translation>草原</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Tussock</source>
        <translation>草丛</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Sparse grass</source>
        <translation>稀疏草地</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Wetland</source>
        <translation>湿地</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Orchard</source>
        <translation>园地</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Paddy field</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Dry farmland</source>
        <translation>旱地</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Built-up land</source>
        <translation>城镇</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Bare land</source>
        <translation>裸地</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Sandy land</source>
        <translation>沙地</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Ecosystem classes from land cover</source>
        <translation>由土地覆被生成生态系统类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Turns the codes of a land-cover product into the ecosystem classes that the other models take. Choose the product, or give your own table. Where a product does not tell ecosystems apart (forest without its leaf type), the table names a default, and these pixels are counted.</source>
        <translation>将土地覆被产品的代码转换为其他模型所用的生态系统类型。请选择产品，或使用自备的表。产品未区分生态系统类型时（如森林未分叶型），采用表中的默认类型，并统计这些像元的数量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>ecosystem = table(land cover)</source>
        <translation>生态系统类型 = 查表(土地覆被)</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <location filename="../../core/assess/texturefromusda.py"/>
        <location filename="../../core/climate/sources.py"/>
        <location filename="../../core/soil/inputs.py"/>
        <source>Redline's own rule</source>
        <translation>Redline 自定规则</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>codes are the products'; which ecosystem they become is in no norm</source>
        <translation>代码为产品自身代码；所对应的生态系统类型无规范依据</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <location filename="../../processing/forestline.py"/>
        <source>Land cover</source>
        <translation>土地覆被</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Ecosystem class of each land-cover code</source>
        <translation>各土地覆被代码对应的生态系统类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>CLCD, annual land cover of China (Yang and Huang)</source>
        <translation>CLCD，中国年度土地覆被数据集（Yang 和 Huang）</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>codes from general knowledge</source>
        <translation>代码来自一般知识</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>CNLUCC, land use of the Chinese Academy of Sciences</source>
        <translation>CNLUCC，中国科学院土地利用数据</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Land-use classification of the Chinese Academy of Sciences</source>
        <translation>中国科学院土地利用分类</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>codes 11 to 33 read, the others from general knowledge</source>
        <translation>代码11至33见于来源，其余来自一般知识</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>codes read in a list</source>
        <translation>代码见于清单</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>codes read in code</source>
        <translation>代码见于程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>National ecosystem classification (levels II and III)</source>
        <translation>全国生态系统分类（II 级和 III 级）</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>appendix A; codes from general knowledge, not read; those from 71 on are a hint only</source>
        <translation>附录 A；代码来自一般知识，未查阅原文；71 起的代码仅供提示</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Codes of the product. Products use the same codes for other things: 20 is forest in GlobeLand30 and shrub in WorldCover. A table of your own needs the columns code, ecosystem (1 to 21) and ambiguous (0 or 1).</source>
        <translation>产品的代码。同一代码在不同产品中含义不同：20 在 GlobeLand30 中是森林，在 WorldCover 中是灌木。自备的表需要 code、ecosystem（1 至 21）和 ambiguous（0 或 1）三列。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Ecosystem class</source>
        <translation>生态系统类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>The product does not tell the ecosystem of {count} pixels ({share:.1f} % of the valid ones); the table's default was taken. Edit the table for your area.</source>
        <translation>产品未区分{count}个像元（占有效像元的{share:.1f}%）的生态系统类型，已采用表中的默认类型。请按所在区域修改该表。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <location filename="../../processing/ecosystemlimits.py"/>
        <location filename="../../processing/forestline.py"/>
        <source>land cover</source>
        <translation>土地覆被</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>The default table is that of GlobeLand30. Nothing in a raster tells its product: a wrong choice gives a wrong map without any error.</source>
        <translation>默认采用 GlobeLand30 的表。栅格本身不含产品信息：选错产品会得出错误的结果，且不会报错。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Defaults where the product does not tell: forest is mixed forest, shrub is deciduous broadleaf shrub, grass is steppe, cropland is dry farmland. In the humid south grass is rather tussock, and much cropland is paddy, whose cover factor is 0.</source>
        <translation>产品未区分时的默认类型：林地为针阔混交林，灌木为落叶阔叶灌丛，草地为草原，耕地为旱地。在湿润的南方，草地多为草丛，耕地多为水田，水田的植被覆盖因子为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Water is taken for wetland, as the national classification has rivers and lakes among the wetlands. Snow, ice and sea are left out.</source>
        <translation>水体按湿地处理，全国生态系统分类中河流和湖泊属于湿地。冰雪和海域不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/landcovermapping.py"/>
        <source>Sandy land is told by CNLUCC (61) and the national classification; in the other products it is bare land. The codes of the national classification from 71 on (desert, sandy and saline land, ice, bare land) are a hint from general knowledge: compare them with the legend of your data, and correct them in a copy of the table.</source>
        <translation>CNLUCC（61）和全国生态系统分类区分沙地；其他产品中沙地归为裸地。全国生态系统分类中 71 起的代码（沙漠、沙地、盐碱地、冰川、裸地）仅是来自一般知识的提示：请与所用数据的图例核对，并在该表的副本中更正。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>Dryness index from monthly means</source>
        <translation>由月平均值计算干燥度指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>An approximation of the dryness index where daily data are missing: months with a mean of 10 degC or more stand for the days of 10 degC and more.</source>
        <translation>缺少逐日资料时干燥度指数的近似算法：以月平均气温≥10 degC 的月份代替日平均气温≥10 degC 的各日。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>appendix B, desertification; that months stand for days is Redline's own rule</source>
        <translation>附录 B，土地沙化；以月代日为 Redline 自定规则</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>Accumulated temperature of the warm months</source>
        <translation>暖月积温</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>Precipitation of the warm months</source>
        <translation>暖月降水量</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>Months from this mean on count</source>
        <translation>月平均气温达到此值的月份计入</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <location filename="../../core/assess/winddays.py"/>
        <location filename="../../core/stations/climate.py"/>
        <source>appendix B, desertification</source>
        <translation>附录 B，土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlydryness.py"/>
        <source>Months that lie just below or above 10 degC enter with none or all of their days: in cool land the index jumps from pixel to pixel. Prefer daily data.</source>
        <translation>月平均气温略低于或略高于10 degC 的月份，其各日全部不计入或全部计入：在冷凉地区，相邻像元的指数会出现跳变。请优先采用逐日资料。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang Wenbo and Fu Jinsheng 2003, modified Fournier index</source>
        <translation>章文波和付金生，2003年，修正的 Fournier 指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Rainfall erosivity from monthly rain</source>
        <translation>由月降水量计算降雨侵蚀力</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Annual rainfall erosivity R where only monthly rain is at hand. It stands in for the Guide's method from daily rain, which is to be preferred.</source>
        <translation>仅有月降水量时的年降雨侵蚀力 R，用以代替《指南》的日降水量方法；应优先采用后者。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Papers that estimate R from monthly rain; not the Guide's method</source>
        <translation>由月降水量估算 R 的论文；不是《指南》的方法</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>ChinaXiv-201811.00038 (Wischmeier), ChinaXiv-201911.00021 (Zhang and Fu)</source>
        <translation>ChinaXiv-201811.00038（Wischmeier），ChinaXiv-201911.00021（章文波和付金生）</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Modified Fournier index F</source>
        <translation>修正的 Fournier 指数 F</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Wischmeier: from the formula's unit to MJ mm hm-2 h-1 a-1</source>
        <translation>Wischmeier：由公式单位换算为 MJ mm hm-2 h-1 a-1</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Foster and others 1981, conversion of USLE units</source>
        <translation>Foster 等，1981年，USLE 单位换算</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>that the formula gives US units is inferred from the size of its results</source>
        <translation>公式结果为美制单位，系由结果的量级推断</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu, months of one year: α</source>
        <translation>章文波和付金生，单一年份各月：α</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu, months of one year: β</source>
        <translation>章文波和付金生，单一年份各月：β</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu, mean months of many years: α'</source>
        <translation>章文波和付金生，多年平均各月：α'</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu, mean months of many years: β'</source>
        <translation>章文波和付金生，多年平均各月：β'</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Wischmeier, mean months</source>
        <translation>Wischmeier，多年平均各月</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Wischmeier</source>
        <translation>Wischmeier</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu, months of one year</source>
        <translation>章文波和付金生，单一年份各月</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu, mean months of many years</source>
        <translation>章文波和付金生，多年平均各月</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>The formulas differ by a factor of two and more; name the one you used.</source>
        <translation>各公式的结果相差一倍以上；请注明所用公式。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>{count} pixels have no rain in any month; their erosivity is 0.</source>
        <translation>{count}个像元各月均无降水；其降雨侵蚀力为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>A fallback only: the Guide's R comes from daily rain by half-months. Do not put R from different methods into one map.</source>
        <translation>仅作替代：《指南》的 R 由日降水量按半月计算。不要在同一幅图中混用不同方法得到的 R。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Wischmeier's formula is often printed without a unit. Its results have the size of US units (100 ft tonf in acre-1 h-1 a-1); times 17.02 they agree with daily methods. Set the factor to 1 to get the printed number.</source>
        <translation>Wischmeier 公式常不注明单位。其结果为美制单位的量级（100 ft tonf in acre-1 h-1 a-1）；乘以17.02后与日降水量方法一致。将系数设为1，可得到公式原值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyerosivity.py"/>
        <source>Zhang and Fu have two pairs of coefficients. The pair 0.1833 and 1.9957 is for the index of single years; with mean months of many years it gives too little. Run it for each year and average the results.</source>
        <translation>章文波和付金生给出两组系数。0.1833和1.9957用于单一年份的指数；用于多年平均各月时结果偏小。请逐年计算，再对结果求平均。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>Windbreak and sand fixation by months (RWEQ)</source>
        <translation>防风固沙逐月计算（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>Sand that vegetation keeps from being blown away in a year, month by month: the wind erosion of bare ground less the actual one, each with the month's weather and cover, and summed over the year. Where the year's sum is negative the result is 0, and these pixels are counted.</source>
        <translation>植被在一年中减少的风蚀沙量，逐月计算：裸地风蚀量减去实际风蚀量，分别采用各月的天气和植被覆盖，再求年总量。年总量为负的像元结果为0，并给出其数量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>appendix A, windbreak and sand fixation, model method; monthly steps read in public code, the Guide's own time step is not known</source>
        <translation>附录 A，防风固沙，模型评估法；逐月步长见于公开的程序代码，《指南》本身的时间步长不详</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>Weather factor WF of the months</source>
        <translation>各月气候因子 WF</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>January first; the tool Monthly weather factor gives it.</source>
        <translation>从1月起；由工具“逐月气候因子”生成。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>Vegetation cover of the months</source>
        <translation>各月植被覆盖度</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>A fraction from 0 to 1, January first: the tool Vegetation cover on each month's NDVI, with the same end members in all months.</source>
        <translation>0至1的比例，从1月起：用工具“植被覆盖度”由各月 NDVI 计算，各月采用相同的端元值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/windcover.py"/>
        <source>Rate a at which C falls with the cover, per %</source>
        <translation>C 随植被覆盖度下降的速率 a（每1%）</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>Class codes, as in the table of rates. Classes without a rate (built-up, wet) are left out.</source>
        <translation>类型代码，与取值表一致。没有取值的类型（城镇、湿地）不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Sand fixed</source>
        <translation>固沙量</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Potential wind erosion</source>
        <translation>潜在风蚀量</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Actual wind erosion</source>
        <translation>实际风蚀量</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Downwind distance z</source>
        <translation>下风向距离 z</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Two published codes of the equation</source>
        <translation>该方程的两份公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>50 m in both; a third has 900 m, at which erosion vanishes</source>
        <translation>两者均为50 m；另一份代码为900 m，此时风蚀量几乎为0</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) have a month whose potential erosion is beyond the equation's turning point (z/s above 1.5321): there more wind gives less erosion. Check the weather factor and the distance z.</source>
        <translation>{count}个像元（{share:.1f}%）有月份的潜在风蚀量已越过方程的转折点（z/s 大于1.5321）：此后风力越大，风蚀量反而越小。请检查气候因子和距离 z。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) have a month whose actual erosion is beyond the equation's turning point (z/s above 1.5321): there more wind gives less erosion. Check the weather factor and the distance z.</source>
        <translation>{count}个像元（{share:.1f}%）有月份的实际风蚀量已越过方程的转折点（z/s 大于1.5321）：此后风力越大，风蚀量反而越小。请检查气候因子和距离 z。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) have a month that would lose more sand with vegetation than without, which the equation only gives beyond its turning point. It lessens the year's sum.</source>
        <translation>{count}个像元（{share:.1f}%）有月份在有植被时的风蚀量反而大于无植被时，方程只有越过转折点才会如此。年总量因此偏小。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) would lose more sand in the year with vegetation than without; they are set to 0.</source>
        <translation>{count}个像元（{share:.1f}%）全年在有植被时的风蚀量反而大于无植被时；这些像元已设为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>1 kg/m2 is 1000 t/km2, or 10 t/hm2.</source>
        <translation>1 kg/m2 等于1000 t/km2，即10 t/hm2。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <source>The equation is not linear: erosion grows with the weather factor to the power of 1.74 and then turns. One run with the year's sum is thus not the sum of twelve runs, it can pass the turning point where no month does, and its one cover is that of summer. With spring wind on steppe, months give less sand fixed in spring, when the grass is low. Use the same time step for all that you compare.</source>
        <translation>该方程是非线性的：风蚀量随气候因子的1.74次方增大，越过转折点后减小。因此，用年总量计算一次不等于逐月计算十二次之和，可能在各月均未越过转折点时越过转折点，且所用的单一植被覆盖度是夏季的。在春季多风的草原，逐月计算所得的春季固沙量较小，因为此时牧草低矮。凡需相互比较的结果，请采用相同的时间步长。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlysandfixation.py"/>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>With z = 50 m the equation turns at B = 61.7 kg/m, with z = 900 m already at 0.03 kg/m.</source>
        <translation>z = 50 m 时，方程在 B = 61.7 kg/m 处转折；z = 900 m 时，在0.03 kg/m 处即已转折。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>Monthly vegetation cover from NDVI</source>
        <translation>由 NDVI 计算逐月植被覆盖度</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>Share of the ground covered by plants in each month, 0 to 1, for sand fixation by months. The NDVI of bare soil and of full cover are found in the year's raster and are the same in all months. Without rasters of the months, each month has the year's cover.</source>
        <translation>各月植物覆盖地面的比例，0至1，用于逐月计算防风固沙。裸土和全覆盖的 NDVI 由全年栅格统计得到，各月相同。没有逐月栅格时，各月均取全年的覆盖度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Pixel dichotomy model</source>
        <translation>像元二分模型</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>formula from general knowledge; that all months have the year's end members is Redline's own rule</source>
        <translation>公式为一般知识；各月采用全年端元值为 Redline 自定规则</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>Vegetation index NDVI of the months</source>
        <translation>各月植被指数 NDVI</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>January first, in the same scale as the NDVI of the year. Left out: the year's NDVI in all months.</source>
        <translation>从1月开始，比例系数与全年 NDVI 相同。不提供时，各月均取全年 NDVI。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>Monthly vegetation cover</source>
        <translation>逐月植被覆盖度</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>{count} pixels ({share:.1f} % of the valid ones) hold values beyond ±1 after the scale. They are no NDVI and have no cover, but they took part in the quantiles. Set the scale, or make fill values nodata.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）换算后的值超出±1，不是 NDVI，没有植被覆盖度，但参与了分位数统计。请设置比例系数，或将填充值设为 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <source>There is no NDVI of the months: each month has the cover of the year ({count} pixels). If it is that of summer, too much sand is fixed in winter and spring.</source>
        <translation>没有逐月 NDVI：各月均取全年的覆盖度（{count}个像元）。如为夏季的覆盖度，冬春季的固沙量会偏大。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>The NDVI of full cover is not above that of bare soil, so no cover can be computed ({count} pixels, {share:.1f} % of the valid ones). Check the quantiles or the given values.</source>
        <translation>全覆盖 NDVI 不大于裸土 NDVI，无法计算植被覆盖度（{count}个像元，占有效像元的{share:.1f}%）。请检查分位数或给定的值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>NDVI itself is not vegetation cover; the models that ask for cover need this step.</source>
        <translation>NDVI 本身不是植被覆盖度；需要植被覆盖度的模型须先完成此步骤。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Statistics of the raster (quantiles, extremes) are in the raster's own values: for a raster times 10000, give 500, not 0.05, when you set one by hand.</source>
        <translation>栅格的统计值（分位数、最值）以栅格原值表示：栅格为 NDVI 乘以10000时，手工设定应填500，而不是0.05。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>pixel dichotomy model</source>
        <translation>像元二分模型</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyvegetationcover.py"/>
        <location filename="../../core/assess/vegetationcover.py"/>
        <location filename="../../core/assess/windcover.py"/>
        <source>vegetation</source>
        <translation>植被</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Monthly weather factor (RWEQ)</source>
        <translation>逐月气候因子（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>How much sand the weather of each month could move: wind force, air density, how dry the soil is, and the time without snow, month by month; and the sum of the year.</source>
        <translation>各月天气可搬运沙量的能力：风力、空气密度、土壤干燥程度和无积雪时间，逐月计算；并求年总和。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>weather factor; monthly steps read in public code that applies it</source>
        <translation>气候因子；逐月步长见于应用该因子的公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Wind field Wf of the months</source>
        <translation>各月风场强度 Wf</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>January first, each scaled to its month's days: columns wf_01 to wf_12 of the climate summary at stations, interpolated; or twelve results of the tool Wind field.</source>
        <translation>从1月起，各月按其天数换算：取站点气候统计的 wf_01 至 wf_12 列进行插值；或取工具“风场强度”的十二个结果。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <location filename="../../core/climate/petoutputs.py"/>
        <source>Monthly potential evapotranspiration</source>
        <translation>月潜在蒸散发</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Sums of the months, January first; the tools of evapotranspiration give them.</source>
        <translation>各月总量，从1月起；由各蒸散发工具给出。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>The mean of a month lies below 12 mm: this looks like mm per day. Convert it to mm per month.</source>
        <translation>有月份的平均值小于12 mm，疑似以 mm/d 为单位。请换算为每月的 mm 数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>The mean of a month lies above 400 mm: this looks like tenths of a millimetre, or like the sum of the year.</source>
        <translation>有月份的平均值大于400 mm，疑似以0.1 mm 为单位，或为年总量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Days with rain in each month</source>
        <translation>各月降水日数</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>January first: columns raind_01 to raind_12 of the climate summary at stations, interpolated.</source>
        <translation>从1月起：取站点气候统计的 raind_01 至 raind_12 列进行插值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Snow factor SD of the months</source>
        <translation>各月雪盖因子 SD</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>1 less the probability of more than 25.4 mm of snow, January first: columns sd_01 to sd_12 of the climate summary at stations, interpolated; or twelve results of the tool Snow factor. Left out: 1, no snow.</source>
        <translation>1减去雪深大于25.4 mm 的概率，从1月起：取站点气候统计的 sd_01 至 sd_12 列进行插值；或取工具“雪盖因子”的十二个结果。不填则取1，即无雪。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Irrigation of the months</source>
        <translation>各月灌溉量</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Sums of the months, January first. Left out: none.</source>
        <translation>各月总量，从1月起。不提供时为无灌溉。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Monthly weather factor WF</source>
        <translation>逐月气候因子 WF</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>Weather factor WF, sum of the months</source>
        <translation>气候因子 WF，各月之和</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) rain exceeds the demand in some month; its soil wetness is cut at 0.</source>
        <translation>{count}个像元（{share:.1f}%）有月份降水量超过蒸散需求；其土壤湿度因子截取为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>{count} pixels have a month without evaporative demand; its soil wetness is 0 if there is rain, 1 if not.</source>
        <translation>{count}个像元有月份没有蒸散需求；其土壤湿度因子在有降水时为0，无降水时为1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>In {count} pixels some month has more days with rain than days.</source>
        <translation>{count}个像元有月份的降水日数多于该月天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) the potential evapotranspiration of some month is more than 12 mm per day. It must be the month's sum in mm.</source>
        <translation>{count}个像元（{share:.1f}%）有月份的潜在蒸散发量大于12 mm/d。应为该月总量，单位 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) the precipitation of some month is more than 60 mm per day. It must be the month's sum in mm.</source>
        <translation>{count}个像元（{share:.1f}%）有月份的降水量大于60 mm/d。应为该月总量，单位 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>The year's sum of monthly factors is not the factor of the year's means: a spring that is windy and dry counts in full, where the year's soil wetness would lessen it by the rain of summer.</source>
        <translation>各月因子的年总和不等于由全年平均值算得的因子：多风干旱的春季在此充分计入，而全年的土壤湿度因子会因夏季降水而削弱其作用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/monthlyweatherfactor.py"/>
        <source>N_d is the month's number of days, 28.25 in February.</source>
        <translation>N_d 为该月天数，2月取28.25。</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>WMO guidelines on the calculation of climate normals (WMO-No. 1203, 2017)</source>
        <translation>世界气象组织气候标准平均值计算指南（WMO-No. 1203，2017年）</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Multi-year mean</source>
        <translation>多年平均</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Mean of the rasters of single years (precipitation, NPP, erosivity and others). Years without a value in a pixel are left out there; where too few are left, so is the pixel.</source>
        <translation>各年栅格（降水量、NPP、降雨侵蚀力等）的平均值。像元无值的年份不参与该像元的计算；剩余年份过少时，该像元也不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Arithmetic mean</source>
        <translation>算术平均</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>the rule for gaps is chosen by the user</source>
        <translation>缺测处理规则由用户选定</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Rasters of the years</source>
        <translation>各年栅格</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>One band or file for each year, all of one unit. Their order does not matter.</source>
        <translation>每年一个波段或文件，单位一致，先后顺序不限。</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Years with a value</source>
        <translation>有值年数</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Least number of years with a value</source>
        <translation>最少有值年数</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>In {count} pixels ({share:.1f} %) some years are missing.</source>
        <translation>{count}个像元（{share:.1f}%）缺少部分年份。</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>{count} pixels ({share:.1f} %) have too few years with a value and get no result.</source>
        <translation>{count}个像元（{share:.1f}%）有值年数过少，没有结果。</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>Averages quantities, not classes. Where single wet or dry years are missing, the mean is off: look at the output of the years with a value.</source>
        <translation>对数量求平均，不适用于类型或等级。缺少个别丰水年或枯水年时，平均值会有偏差：请查看有值年数输出。</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <location filename="../../core/raster/source.py"/>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>climate normal</source>
        <translation>气候标准平均值</translation>
    </message>
    <message>
        <location filename="../../core/assess/multiyearmean.py"/>
        <source>time series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>Reference evapotranspiration (Penman-Monteith)</source>
        <translation>参考作物蒸散发量（Penman-Monteith）</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>Monthly reference evapotranspiration by FAO's standard method from temperature, humidity, wind and radiation, and its annual sum.</source>
        <translation>按 FAO 标准方法，由气温、湿度、风速和辐射计算逐月参考作物蒸散发量及其年总量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>equations 6 to 8, 11 to 13, 19, 21 to 25 and 37 to 43</source>
        <translation>公式6至8、11至13、19、21至25和37至43</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>Monthly mean short-wave radiation</source>
        <translation>月平均短波辐射</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>Downward short-wave radiation at the ground, mean over day and night, January first.</source>
        <translation>地面向下短波辐射，昼夜平均，从1月起。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>The mean lies below 45 W/m2: this looks like MJ per m2 and day. Divide it by 0.0864.</source>
        <translation>平均值小于45 W/m2，疑似以 MJ/(m2·d) 为单位。请除以0.0864。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>The mean lies above 450 W/m2: this looks like a sum or a noon value.</source>
        <translation>平均值大于450 W/m2，疑似总量或正午值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>In {count} pixels the radiation of a month is more than reaches the top of the air. Look at its unit and at the order of the months.</source>
        <translation>{count}个像元有月份的辐射大于大气层顶辐射。请检查其单位和月份顺序。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>In {count} pixels the minimum temperature of a month lies above its maximum. Are the two inputs exchanged?</source>
        <translation>{count}个像元有月份的最低气温高于最高气温。两个输入是否颠倒？</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>{count} pixels have months with more dew than evaporation; these count 0.</source>
        <translation>{count}个像元有月份的凝结量大于蒸发量；这些月份按0计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>Actual vapour pressure comes from mean relative humidity (equation 19). Dew point or the extremes of humidity would be more exact.</source>
        <translation>实际水汽压由平均相对湿度计算（公式19）。采用露点温度或最高、最低相对湿度会更准确。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>The ratio of radiation to a clear sky's is kept within 0.3 and 1 (the lower limit is ASCE's of 2005).</source>
        <translation>辐射与晴空辐射之比限制在0.3至1（下限取自 ASCE 2005年标准）。</translation>
    </message>
    <message>
        <location filename="../../core/assess/penmanpet.py"/>
        <source>Wind must be at 2 m: convert it first.</source>
        <translation>必须采用2 m 高度的风速：请先换算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>Sum of periods</source>
        <translation>时段求和</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>Sum of the rasters of all periods of a year: monthly weather factors, rain, wind erosion. A pixel needs a value in every period.</source>
        <translation>一年内各时段栅格之和：逐月气候因子、降水量、风蚀量。像元须在每个时段都有值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>Sum</source>
        <translation>总量</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>Rasters of the periods</source>
        <translation>各时段栅格</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>One band or file for each period, all of one unit and none twice.</source>
        <translation>每个时段一个波段或文件，单位一致，不得重复。</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>Sums amounts, not means: for temperature or wind take the multi-year mean.</source>
        <translation>对总量求和，不适用于平均值：气温或风速请用多年平均。</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>The periods must fill the year once; the number of rasters is not checked.</source>
        <translation>各时段须恰好覆盖全年一次；不检查栅格数量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <location filename="../../core/assess/periodsum.py"/>
        <source>months</source>
        <translation>月份</translation>
    </message>
    <message>
        <location filename="../../core/assess/production.py"/>
        <source>As it is, in gC per m2 and year</source>
        <translation>原值，单位 gC m-2 a-1</translation>
    </message>
    <message>
        <location filename="../../core/assess/production.py"/>
        <source>Divided by the highest value of the area</source>
        <translation>除以评估范围的最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/production.py"/>
        <source>Dividing by the highest value keeps the ranking of the pixels. Taking off the lowest value changes it: the least productive pixel then gets 0.</source>
        <translation>除以最大值不改变像元的排序。减去最小值则会改变排序：生产力最低的像元变为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/production.py"/>
        <source>Lowest net primary productivity of the area</source>
        <translation>评估范围净初级生产力最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/production.py"/>
        <source>Highest net primary productivity of the area</source>
        <translation>评估范围净初级生产力最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Potential evapotranspiration from radiation (RWEQ)</source>
        <translation>由辐射计算潜在蒸散发量（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Potential evapotranspiration of one period (a month or a year) from the sum of solar radiation and mean temperature, for the soil wetness of RWEQ's weather factor.</source>
        <translation>由太阳辐射总量和平均气温计算一个时段（月或年）的潜在蒸散发量，用于 RWEQ 气候因子中的土壤湿度因子。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>weather factor, soil wetness; sources differ</source>
        <translation>气候因子，土壤湿度因子；来源不一致</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Solar radiation, sum of the period</source>
        <translation>时段太阳辐射总量</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>In cal/cm2 or MJ/m2, as the formula wants it. 1 MJ/m2 is 23.88 cal/cm2.</source>
        <translation>单位为 cal/cm2 或 MJ/m2，按所选公式而定。1 MJ/m2 等于23.88 cal/cm2。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>That is less than 1 a day: it looks like W/m2 or the mean of a day. The sum of the period is needed.</source>
        <translation>每天不足 1：像是 W/m2 或日均值。需要时段的总和。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>That is more than 1000 a day: it looks like kJ or J per m2.</source>
        <translation>每天超过 1000：像是 kJ/m2 或 J/m2。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Mean temperature of the period</source>
        <translation>时段平均气温</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Potential evapotranspiration of the period</source>
        <translation>时段潜在蒸散发量</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Radiation that evaporates 1 mm, for the formula in MJ/m2</source>
        <translation>蒸发1 mm 水所需的辐射（用于 MJ/m2 公式）</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Latent heat of water</source>
        <translation>水的汽化潜热</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>public code has 2.54, which looks like two digits exchanged: 58.5 cal/cm2 are 2.45 MJ/m2</source>
        <translation>公开程序代码中为2.54，疑似两位数字颠倒：58.5 cal/cm2 等于2.45 MJ/m2</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Days of the period, only to check the radiation's unit</source>
        <translation>时段天数，仅用于检查辐射的单位</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Formula and unit of the radiation</source>
        <translation>公式和辐射单位</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>0.0162, radiation in cal/cm2</source>
        <translation>0.0162，辐射单位 cal/cm2</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Samani and Pessarakli 1986</source>
        <translation>Samani 和 Pessarakli，1986年</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>0.0135, radiation in MJ/m2</source>
        <translation>0.0135，辐射单位 MJ/m2</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Hargreaves 1975</source>
        <translation>Hargreaves，1975年</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <location filename="../../core/assess/windfield.py"/>
        <source>read in public code</source>
        <translation>见于公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>With radiation in its own unit the first gives 1.2 times the second.</source>
        <translation>辐射各用其对应单位时，第一个公式的结果是第二个的1.2倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>{count} pixels are colder than -17.8 degC; their result is 0.</source>
        <translation>{count}个像元低于 -17.8 degC；其结果为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>In {count} pixels ({share:.1f} %) the radiation is below 42 per day: this looks like MJ/m2, but the formula takes cal/cm2 and gives far too little. Choose the other formula, or set the days of the period.</source>
        <translation>{count}个像元（{share:.1f}%）的日均辐射小于42，疑似以 MJ/m2 为单位，而所选公式要求 cal/cm2，结果会严重偏小。请选择另一公式，或设置时段天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>In {count} pixels ({share:.1f} %) the radiation is above 42 per day: this looks like cal/cm2, but the formula takes MJ/m2 and gives far too much. Choose the other formula, or set the days of the period.</source>
        <translation>{count}个像元（{share:.1f}%）的日均辐射大于42，疑似以 cal/cm2 为单位，而所选公式要求 MJ/m2，结果会严重偏大。请选择另一公式，或设置时段天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/radiationpet.py"/>
        <source>Look at the size of the result: 300 to 2000 mm in a year, 5 to 250 mm in a month.</source>
        <translation>请检查结果的量级：全年300至2000 mm，单月5至250 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>Code that applies the Guide (CUGGISRS/spj)</source>
        <translation>应用《指南》的程序代码（CUGGISRS/spj）</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>window of the relief</source>
        <translation>地形起伏度的窗口</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Relief amplitude</source>
        <translation>地形起伏度</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>The highest less the lowest elevation within a window around each pixel. At regional scale it stands for slope length and steepness.</source>
        <translation>每个像元周围窗口内最高高程与最低高程之差。在区域尺度上用以代替坡长坡度因子。</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>appendix A, soil and water conservation, and appendix B, soil erosion</source>
        <translation>附录 A，水土保持；附录 B，水土流失</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>Size of the window, if it is given in m</source>
        <translation>窗口大小（以 m 给定时）</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>Square by the pixel's size: 15 pixels below 30 m, 12 below 50 m, 9 below 100 m, else 3</source>
        <translation>方形，按像元大小取值：小于30 m 为15个像元，小于50 m 为12个，小于100 m 为9个，其余为3个</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>Square with a side in m</source>
        <translation>方形，边长以 m 给定</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>Circle with a diameter in m</source>
        <translation>圆形，直径以 m 给定</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>In m, the pixels count whose centres are at most half the size away. 12 pixels reach one further to the south and east.</source>
        <translation>以 m 给定时，中心距离不超过窗口大小一半的像元计入窗口。12个像元的窗口向南和向东各多取一个像元。</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>The amplitude grows with the window. The limits 50 m and 300 m of soil erosion sensitivity, and comparisons between places, need one window and one pixel size.</source>
        <translation>起伏度随窗口增大而增大。使用水土流失敏感性的阈值50 m 和300 m，以及进行区域间比较时，须采用同一窗口和同一像元大小。</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>At the edge and beside gaps the window has fewer pixels, and the amplitude is less.</source>
        <translation>在栅格边缘和无数据区旁，窗口内像元较少，起伏度偏小。</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>relief</source>
        <translation>起伏度</translation>
    </message>
    <message>
        <location filename="../../core/assess/reliefamplitude.py"/>
        <source>elevation range</source>
        <translation>高差</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Guide 2017, appendix B, rocky desertification</source>
        <translation>2017年《指南》附录 B，石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Rocky desertification sensitivity</source>
        <translation>石漠化敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>How easily karst land turns to bare rock: share of carbonate rock, slope and vegetation cover are scored 1, 3 or 5; the index is the geometric mean of the three scores. Land without carbonate rock is left out.</source>
        <translation>喀斯特土地发生石漠化的难易程度：碳酸盐岩出露面积百分比、坡度和植被覆盖度按1、3、5赋分；指数为三个分值的几何平均值。没有碳酸盐岩的土地不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>appendix B, rocky desertification; formula read in a paper that applies the Guide</source>
        <translation>附录 B，石漠化；公式见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Share of carbonate rock outcrop</source>
        <translation>碳酸盐岩出露面积百分比</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Carbonate rock at the surface, in per cent of the area.</source>
        <translation>地表出露的碳酸盐岩占面积的百分数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>It looks like fractions, unless hardly any rock is there. The share must be in per cent.</source>
        <translation>像是 0 到 1 的比例，除非几乎没有岩石出露。占比必须以百分数表示。</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Karst area</source>
        <translation>喀斯特范围</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>If given, only pixels with a value above 0 are karst.</source>
        <translation>如提供，仅值大于0的像元为喀斯特。</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Rocky desertification sensitivity index</source>
        <translation>石漠化敏感性指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Carbonate rock: up to this only generally sensitive</source>
        <translation>碳酸盐岩：不大于此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Carbonate rock: from here extremely sensitive</source>
        <translation>碳酸盐岩：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Slope: up to this only generally sensitive</source>
        <translation>坡度：不大于此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Slope: from here extremely sensitive</source>
        <translation>坡度：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Land without carbonate rock</source>
        <translation>没有碳酸盐岩的土地</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Left out: it cannot turn to karst rock</source>
        <translation>不参与计算：不可能发生石漠化</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Scored like the rest, with 1 for the rock</source>
        <translation>与其他土地同样赋分，碳酸盐岩因子得1分</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>the table as it stands</source>
        <translation>按原表</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Steep bare land without carbonate rock would score 2.9, which is sensitive by both sets of limits.</source>
        <translation>没有碳酸盐岩的陡坡裸地会得2.9，按两组阈值均为敏感。</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>{count} pixels ({share:.1f} %) have no carbonate rock and are left out.</source>
        <translation>{count}个像元（{share:.1f}%）没有碳酸盐岩，不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Score of the carbonate rock</source>
        <translation>碳酸盐岩出露面积百分比分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>Score of the slope</source>
        <translation>坡度分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/rockydesertificationsensitivity.py"/>
        <source>karst</source>
        <translation>喀斯特</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Guide 2017, appendix B, salinization</source>
        <translation>2017年《指南》附录 B，盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>The mean is below 100: it looks like mm per day. Evaporation must be in mm per year.</source>
        <translation>平均值小于100，疑似以 mm/d 为单位。蒸发量应以 mm/a 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>The mean is above 6000: it looks like tenths of mm, as stations report evaporation. It must be in mm per year.</source>
        <translation>平均值大于6000，疑似以0.1 mm 为单位（站点蒸发资料的记录单位）。应以 mm/a 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Salinization sensitivity</source>
        <translation>盐渍化敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>How easily soil turns salty: evaporation by rain, salinity and depth of the groundwater, and soil texture are scored 1, 3 or 5; the index is the geometric mean of the four scores.</source>
        <translation>土壤发生盐渍化的难易程度：蒸发量与降水量之比、地下水矿化度、地下水埋深和土壤质地按1、3、5赋分；指数为四个分值的几何平均值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>S = (I·M·D·K)^(1/4), I = evaporation / precipitation</source>
        <translation>S = (I·M·D·K)^(1/4)，I = 蒸发量 / 降水量</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>appendix B, salinization; formula read in code that applies the Guide</source>
        <translation>附录 B，盐渍化；公式见于应用《指南》的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Mean annual pan evaporation</source>
        <translation>多年平均蒸发皿蒸发量</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>As stations measure it; the limits were used with it. Give this or the potential evapotranspiration; if both are given, this is taken.</source>
        <translation>站点实测值；阈值即配合此值使用。此项与潜在蒸散发量至少给出一项；两项都给出时采用此项。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Mean annual potential evapotranspiration</source>
        <translation>多年平均潜在蒸散发量</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>In place of pan evaporation, of which it is roughly half to four fifths: the ratio to rain, and so the score, comes out lower.</source>
        <translation>用以代替蒸发皿蒸发量，约为后者的二分之一至五分之四：与降水量之比偏小，分值也随之偏低。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Salinity of the groundwater</source>
        <translation>地下水矿化度</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>The mean is above 100: it looks like mg/L. The salinity must be in g/L.</source>
        <translation>平均值大于100，疑似以 mg/L 为单位。矿化度应以 g/L 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Depth of the groundwater</source>
        <translation>地下水埋深</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Below ground, as a positive number.</source>
        <translation>地面以下的深度，取正值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>The mean is below 0: depths seem to be counted as negative numbers. They must be positive below ground.</source>
        <translation>平均值小于0，埋深似以负值表示。地面以下应取正值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>The mean is above 200: it looks like the height of the groundwater above the sea, or like cm. Its depth below ground in m is needed.</source>
        <translation>平均值大于200，疑似地下水位海拔高程，或以 cm 为单位。应为地面以下的埋深，单位 m。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Salinization sensitivity index</source>
        <translation>盐渍化敏感性指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Evaporation by rain: up to this only generally sensitive</source>
        <translation>蒸发量与降水量之比：不大于此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Evaporation by rain: from here extremely sensitive</source>
        <translation>蒸发量与降水量之比：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Groundwater salinity: up to this only generally sensitive</source>
        <translation>地下水矿化度：不大于此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Groundwater salinity: from here extremely sensitive</source>
        <translation>地下水矿化度：达到此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Groundwater depth: up to this extremely sensitive</source>
        <translation>地下水埋深：不大于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Groundwater depth: from here only generally sensitive</source>
        <translation>地下水埋深：达到此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Score of evaporation by precipitation</source>
        <translation>蒸发量/降水量分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Score of the groundwater's salinity</source>
        <translation>地下水矿化度分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>Score of the groundwater's depth</source>
        <translation>地下水埋深分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>One published code grades this index with breaks up to 7, which it cannot reach: its highest value is 5.</source>
        <translation>某公开程序代码对该指数分级的断点最高为7，而指数达不到该值：其最大值为5。</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>salinity</source>
        <translation>矿化度</translation>
    </message>
    <message>
        <location filename="../../core/assess/salinizationsensitivity.py"/>
        <source>groundwater</source>
        <translation>地下水</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Windbreak and sand fixation (RWEQ)</source>
        <translation>防风固沙（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Sand that vegetation keeps from being blown away: wind erosion of bare ground less actual wind erosion, by the revised wind erosion equation. Where the difference is negative the result is 0, and these pixels are counted.</source>
        <translation>植被所保持、未被风吹走的沙量：按修正风蚀方程，裸地的风蚀量减去实际风蚀量。差值为负处结果为0，并统计这些像元的数量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>appendix A, windbreak and sand fixation, model method; read in papers and code that apply the Guide</source>
        <translation>附录 A，防风固沙，模型评估法；见于应用《指南》的论文和程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Weather factor WF</source>
        <translation>气候因子 WF</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Of the whole period that is assessed; its wind, not yet the soil and cover.</source>
        <translation>须为整个评估时段的值；只含风力等气候作用，不含土壤和植被。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Vegetation factor C of the wind erosion equation</source>
        <translation>风蚀方程的植被因子 C</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>1 on bare ground, near 0 under dense cover. It is not the vegetation cover.</source>
        <translation>裸地为1，植被茂密处接近0。不是植被覆盖度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>Land that can fix sand</source>
        <translation>能发挥防风固沙功能的土地</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>If given, classes without a 1 in the table (built-up, wet) are left out.</source>
        <translation>如给出，表中取值不为1的类型（城镇、湿地）不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) have a potential erosion beyond the equation's turning point (z/s above 1.5321): there more wind gives less erosion. Check the weather factor and the distance z.</source>
        <translation>{count}个像元（{share:.1f}%）的潜在风蚀量已越过方程的转折点（z/s 大于1.5321）：此后风力越大，风蚀量反而越小。请检查气候因子和距离 z。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) have an actual erosion beyond the equation's turning point (z/s above 1.5321): there more wind gives less erosion. Check the weather factor and the distance z.</source>
        <translation>{count}个像元（{share:.1f}%）的实际风蚀量已越过方程的转折点（z/s 大于1.5321）：此后风力越大，风蚀量反而越小。请检查气候因子和距离 z。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>{count} pixels ({share:.1f} %) would lose more sand with vegetation than without, which the equation only gives beyond its turning point; they are set to 0.</source>
        <translation>{count}个像元（{share:.1f}%）有植被时的风蚀量反而大于无植被时，方程只有越过转折点才会如此；这些像元已设为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixation.py"/>
        <source>The equation is not linear. The sum of twelve monthly runs is not the run of the year's sum, and no source read gives the Guide's time step: use the same one for all that you compare.</source>
        <translation>该方程是非线性的：12个月逐月计算之和不等于按全年总量计算的结果，已查阅的资料均未说明《指南》的时间步长。需要相互比较的结果请采用同一步长。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>Surface roughness D</source>
        <translation>地表粗糙度 D</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>As it is: 1 on flat land, more on slopes</source>
        <translation>取原值：平地为1，坡地较大</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Normalised, the flattest land of the area gets an index of 0, also on a sandy plain; such pixels are counted. As it is, D changes the index by little on gentle slopes.</source>
        <translation>归一化后，评估范围内最平坦处的指数为0，沙质平原也不例外；此类像元会计数。取原值时，缓坡上 D 对指数的影响很小。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>As for the wind erosion equation</source>
        <translation>与风蚀方程所用的相同</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>bare and sandy land count, wetlands do not</source>
        <translation>裸地和沙地计入，湿地不计入</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Windbreak and sand fixation (NPP index)</source>
        <translation>防风固沙（NPP 指数）</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Index of how much an ecosystem holds sand against the wind: plant production, times the erodibility of the soil, times the wind's climatic erosivity, times the roughness of the ground. An index for ranking, not an amount.</source>
        <translation>生态系统防风固沙能力的指数：净初级生产力 × 土壤可蚀性 × 风的气候侵蚀力 × 地表粗糙度。该指数用于排序，不是物理量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>appendix A, windbreak and sand fixation, net primary productivity method; read in a paper</source>
        <translation>附录 A，防风固沙，NPP 定量指标评估法；见于一篇论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Climatic erosivity of the wind</source>
        <translation>风的气候侵蚀力</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Multi-year mean; it is normalised here, so its scale does not matter.</source>
        <translation>多年平均值；此处会作归一化，因此与量纲和量级无关。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Sand fixation index</source>
        <translation>防风固沙服务能力指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Lowest climatic erosivity of the area</source>
        <translation>评估范围内气候侵蚀力最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>Highest climatic erosivity of the area</source>
        <translation>评估范围内气候侵蚀力最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Lowest slope of the area</source>
        <translation>评估范围内坡度最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Highest slope of the area</source>
        <translation>评估范围内坡度最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>{count} pixels ({share:.1f} %) get an index of 0 only because they are the flattest land of the area. If sandy plains are among them, do not normalise the surface roughness.</source>
        <translation>{count}个像元（{share:.1f}%）仅因位于评估范围内最平坦处而指数为0。如其中有沙质平原，请勿对地表粗糙度作归一化。</translation>
    </message>
    <message>
        <location filename="../../core/assess/sandfixationindex.py"/>
        <source>The wind erosion equation counts bare and sandy land and leaves wetlands out. Choose the other table to compare the index with it on the same land.</source>
        <translation>风蚀方程将裸地和沙地计入、湿地排除。如要在相同土地上与其比较，请选用另一张表。</translation>
    </message>
    <message>
        <location filename="../../core/assess/scaling.py"/>
        <source>Guide 2017, appendix A, net primary productivity method</source>
        <translation>2017年《指南》附录 A，NPP 定量指标评估法</translation>
    </message>
    <message>
        <location filename="../../core/assess/scaling.py"/>
        <source>factors are normalised by the highest and lowest value</source>
        <translation>各因子按最大值和最小值归一化</translation>
    </message>
    <message>
        <location filename="../../core/assess/scaling.py"/>
        <source>no source read says whether this factor is normalised</source>
        <translation>已查阅的资料均未说明该因子是否归一化</translation>
    </message>
    <message>
        <location filename="../../core/assess/scaling.py"/>
        <source>Factors are normalised by their lowest and highest value in the assessed area, so the result depends on that area. To compare counties, give the lowest and highest values of the province.</source>
        <translation>各因子按评估范围内的最小值和最大值归一化，因此结果与评估范围有关。如需在县级行政区之间比较，请填写全省的最小值和最大值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/scaling.py"/>
        <source>{count} pixels ({share:.1f} %) hold values beyond the given lowest or highest value; they count as the lowest or highest.</source>
        <translation>{count}个像元（{share:.1f}%）的值超出给定的最小值或最大值，按最小值或最大值计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>A terrain model. Heights in m, whatever the unit of the map.</source>
        <translation>数字高程模型。无论地图单位为何，高程单位均为 m。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>Slope of the ground in degrees, from each pixel's neighbours. Pixel sizes are taken in m row by row, so that elevation in geographic coordinates gives the right slope, too.</source>
        <translation>由各像元的邻域计算地面坡度，单位为度。像元大小逐行换算为 m，因此地理坐标的高程数据也能得到正确的坡度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>Hill shading and the reflectance map</source>
        <translation>山体阴影与反射率图（Hill shading and the reflectance map）</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>Horn: eight neighbours; what GDAL, GRASS and ArcGIS use</source>
        <translation>Horn：8邻域；GDAL、GRASS 和 ArcGIS 采用此法</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>Zevenbergen and Thorne: four neighbours; for smooth ground</source>
        <translation>Zevenbergen 和 Thorne：4邻域；适合平缓地面</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>At the edge and beside gaps, missing neighbours are extrapolated from the next pixels, so that an even slope keeps its value up to the edge. A single pixel without any neighbour has no slope.</source>
        <translation>在边缘和空缺处，缺少的邻域像元由其内侧像元外推，因此均匀坡面的坡度直到边缘都保持不变。没有任何邻域像元的孤立像元没有坡度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>Slope depends on the pixel: on 250 m pixels mountains look much gentler than on 30 m.</source>
        <translation>坡度与像元大小有关：山地坡度在250 m 像元上比在30 m 像元上平缓得多。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../core/assess/slope.py"/>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>RUSLE LS program by Van Remortel, Hickey and others, 2001 to 2004</source>
        <translation>Van Remortel、Hickey 等的 RUSLE LS 程序，2001至2004年</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Slope length and steepness LS</source>
        <translation>坡长坡度因子 LS</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>The terrain factor of the soil loss equations. The slope length runs from the divide down the steepest way to each pixel and ends where the slope flattens, in pits, on flats and at channels.</source>
        <translation>土壤流失方程的地形因子。坡长从分水岭沿最陡方向向下累计到各像元，在坡度变缓处、洼地、平地和沟道处终止。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>appendix A, soil and water conservation; formulas read in papers, which differ</source>
        <translation>附录 A，水土保持；公式见于若干论文，各不相同</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Channels and water</source>
        <translation>沟道和水面</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Any value but 0 is a channel or water: slopes end there.</source>
        <translation>非0值均为沟道或水面：坡长在此终止。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Slope length λ</source>
        <translation>坡长 λ</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Length factor L</source>
        <translation>坡长因子 L</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Steepness factor S</source>
        <translation>坡度因子 S</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Exponent m of the slope length</source>
        <translation>坡长指数 m</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Longest slope that counts</source>
        <translation>坡长上限</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Slope length, if it is fixed</source>
        <translation>固定坡长（采用固定坡长时）</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>A slope below 5 % ends where its angle is less than this share of the one above</source>
        <translation>坡度小于5%时，坡度角小于上方像元坡度角的此比例处，坡长终止</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>slope-end factor, read in a version of it</source>
        <translation>坡长终止系数，见于该程序的一个版本</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>A slope from 5 % ends where its angle is less than this share of the one above</source>
        <translation>坡度达到5%时，坡度角小于上方像元坡度角的此比例处，坡长终止</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>A channel begins where more than this area drains (0: nowhere)</source>
        <translation>汇水面积大于此值处开始为沟道（0：不设沟道）</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Slope length</source>
        <translation>坡长</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Along the steepest way down from the divide</source>
        <translation>从分水岭沿最陡方向向下累计</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>cumulated slope length</source>
        <translation>累计坡长</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>By the area above each pixel (Desmet and Govers)</source>
        <translation>按各像元的上方汇水面积（Desmet 和 Govers）</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>One length for all</source>
        <translation>采用统一坡长</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>By area, only given channels end slopes, and the factor is that of the pixel within its slope: m + 1 times that of the whole slope down to there.</source>
        <translation>按汇水面积计算时，只有给定的沟道才使坡长终止；所得为坡面内该像元自身的因子，即坡顶到该处整段坡面因子的 m + 1 倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>McCool and others 1989: by the ratio of rill to interrill erosion</source>
        <translation>McCool 等1989：按细沟侵蚀与细沟间侵蚀之比</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Steps at 1, 3 and 9 %: 0.2, 0.3, 0.4, 0.5</source>
        <translation>以1%、3%和9%分段：0.2、0.3、0.4、0.5</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Wischmeier and Smith: steps at 1, 3 and 5 %: 0.2, 0.3, 0.4, 0.5</source>
        <translation>Wischmeier 和 Smith：以1%、3%和5%分段：0.2、0.3、0.4、0.5</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>CSLE: steps at 1, 3 and 5 degrees: 0.2, 0.3, 0.4, 0.5</source>
        <translation>CSLE：以1度、3度和5度分段：0.2、0.3、0.4、0.5</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Chinese soil loss equation</source>
        <translation>中国土壤流失方程（CSLE）</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Sources differ; name the one used in the report.</source>
        <translation>来源不一致；请在报告中注明所用方法。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>McCool below 10 degrees, Liu Baoyuan from there</source>
        <translation>10度以下用 McCool 公式，10度及以上用刘宝元公式</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>the constants from 10 degrees on: general knowledge</source>
        <translation>10度及以上的常数：一般知识</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>McCool and others 1987 (RUSLE): steps at 9 %</source>
        <translation>McCool 等1987（RUSLE）：以9%分段</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>{count} pixels ({share:.1f} %) lie on slopes longer than the longest that counts, and have that length.</source>
        <translation>{count}个像元（{share:.1f}%）的坡长超过坡长上限，按上限取值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>At regional scale, on pixels of 100 m and more, slopes are shorter than pixels: use relief amplitude instead, as the Guide allows.</source>
        <translation>在区域尺度上，像元达到100 m 时，坡面比像元还短：请按《指南》允许的做法，改用地形起伏度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>Pits are not filled: a slope ends in them. Fill false pits of the elevation first, or slopes are cut short. In filled flats, slopes end, too.</source>
        <translation>不填充洼地：坡长在洼地处终止。请先填充高程数据中的伪洼地，否则坡长会被截短。填充后的平地同样使坡长终止。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>The length is measured to the pixel's centre; the topmost pixel has half a pixel. A pixel where a slope ends starts anew with one pixel.</source>
        <translation>坡长量算到像元中心；最上方的像元计半个像元。坡长终止处的像元重新起算，计一个像元。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>The steepness factor jumps by its definition: from 0.971 to 0.964 at 5 degrees and from 2.417 to 2.845 at 10 degrees.</source>
        <translation>坡度因子按其定义存在跳变：5度处由0.971变为0.964，10度处由2.417变为2.845。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>A large channel area on small pixels takes long: each block then looks far around. A raster of channels costs nothing.</source>
        <translation>像元小而沟道汇水面积大时耗时较长：每个分块都要读取很大的周边范围。给出沟道栅格则不增加耗时。</translation>
    </message>
    <message>
        <location filename="../../core/assess/slopelengthsteepness.py"/>
        <source>slope length</source>
        <translation>坡长</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>Snow factor (RWEQ)</source>
        <translation>雪盖因子（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>The share of time without a snow cover that shelters the soil from wind: 1 less the probability of more than 25.4 mm of snow.</source>
        <translation>没有可防护土壤免受风蚀的积雪的时间比例：1减去雪深大于25.4 mm 的概率。</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>weather factor, snow cover</source>
        <translation>气候因子，雪盖</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <location filename="../../core/stations/variables.py"/>
        <source>Snow depth</source>
        <translation>雪深</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>One raster for each day (or other time) of the period. Snow-free ground must be 0: where a product has no value instead, fill it first.</source>
        <translation>时段内每日（或其他时次）一个栅格。无积雪处应为0：如产品以 NoData 值表示，请先填充。</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>Snow factor SD</source>
        <translation>雪盖因子 SD</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>Snow deeper than this shelters the soil</source>
        <translation>雪深大于此值时可防护土壤</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>Unit of the snow depth</source>
        <translation>雪深的单位</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>The long-term snow depth series of China is in cm.</source>
        <translation>中国雪深长时间序列数据集的单位为 cm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) some times have no value.</source>
        <translation>{count}个像元（{share:.1f}%）在部分时次没有值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <source>It is depth of snow, not its water equivalent: 25.4 mm of snow hold some 3 to 8 mm of water.</source>
        <translation>此处为雪深，不是雪水当量：25.4 mm 的积雪约含3至8 mm 水。</translation>
    </message>
    <message>
        <location filename="../../core/assess/snowfactor.py"/>
        <location filename="../../processing/snowline.py"/>
        <source>snow</source>
        <translation>积雪</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>Soil crust factor (RWEQ)</source>
        <translation>土壤结皮因子（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>How far a crust keeps the soil from the wind, from clay and organic matter: 1 for loose sand, near 0 for clay.</source>
        <translation>结皮使土壤免受风蚀的程度，由黏粒和有机质计算：松散沙土为1，黏土接近0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>equation read in two public codes</source>
        <translation>公式见于两份公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>Soil crust factor</source>
        <translation>土壤结皮因子</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>{count} pixels ({share:.1f} % of the valid ones) lie outside the soils that the equation was made from: clay 5 to 39.3 %, organic matter 0.32 to 4.74 %. Their SCF is an extrapolation.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）超出建立该公式所用土壤的范围：黏粒5%至39.3%，有机质0.32%至4.74%。其 SCF 为外推值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>The ranges of the soils are from general knowledge of Fryrear's work, not read.</source>
        <translation>上述土壤范围为对 Fryrear 成果的一般知识，未见原文。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilcrust.py"/>
        <source>crust</source>
        <translation>结皮</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>EPIC, corrected for China</source>
        <translation>EPIC，中国土壤修正</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Zhang Keli's correction</source>
        <translation>张科利修正</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>read in papers and code that apply the Guide</source>
        <translation>见于应用《指南》的论文和程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>EPIC without correction</source>
        <translation>EPIC，未修正</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>EPIC</source>
        <translation>EPIC</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Both are given in SI units; uncorrected values are about twice as large.</source>
        <translation>两者均采用国际单位；未修正的值约为修正值的2倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Soil erodibility K (EPIC)</source>
        <translation>土壤可蚀性 K（EPIC）</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>How easily a soil is washed away, from its sand, silt, clay and organic carbon, by the EPIC equation with the correction for Chinese soils. Where the correction gives less than 0 the result is 0, and these pixels are counted. Pixels with neither silt nor clay have no value.</source>
        <translation>土壤被水冲蚀的难易程度，由砂粒、粉粒、黏粒和有机碳按 EPIC 公式计算，并按中国土壤修正。修正后小于0的，结果取0，并统计这些像元的数量。粉粒和黏粒均为0的像元没有值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <location filename="../../core/assess/soilunits.py"/>
        <source>appendix A, soil and water conservation; equations read in papers that apply the Guide</source>
        <translation>附录 A，水土保持；公式见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Sand, silt and clay do not add up to 100 % on {count} pixels ({share:.1f} % of the valid ones). The equation was used with the fractions as they are.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的砂粒、粉粒和黏粒之和不等于100%。公式按原有含量计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>K_EPIC = {0.2 + 0.3·exp[−0.0256·ms·(1 − msilt/100)]}·[msilt/(mc + msilt)]^0.3·{1 − 0.25·orgC/[orgC + exp(3.72 − 2.95·orgC)]}·{1 − 0.7·(1 − ms/100)/[(1 − ms/100) + exp(−5.51 + 22.9·(1 − ms/100))]}, all in per cent.</source>
        <translation>K_EPIC = {0.2 + 0.3·exp[−0.0256·ms·(1 − msilt/100)]}·[msilt/(mc + msilt)]^0.3·{1 − 0.25·orgC/[orgC + exp(3.72 − 2.95·orgC)]}·{1 − 0.7·(1 − ms/100)/[(1 − ms/100) + exp(−5.51 + 22.9·(1 − ms/100))]}，各含量均以百分数计。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Several reprints misprint this equation: 2.95 for 22.9, 5.72 for 3.72, 0.75 for 0.7, or 0.1 mm as the limit of silt. Redline uses 22.9, 3.72, 0.7 and 0.05 mm.</source>
        <translation>该公式在多处转载中有误：22.9误作2.95，3.72误作5.72，0.7误作0.75，或粉粒界限误作0.1 mm。Redline 采用22.9、3.72、0.7和0.05 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Below a K_EPIC of 0.0268 the corrected K is negative; it is set to 0. Such soils are nearly pure sand.</source>
        <translation>K_EPIC 小于0.0268时，修正后的 K 为负，设为0。此类土壤几乎为纯砂。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>Data of other size limits (international or Kachinsky system) must be converted first.</source>
        <translation>采用其他粒级界限（国际制或卡庆斯基制）的数据须先行换算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerodibility.py"/>
        <source>soil erodibility</source>
        <translation>土壤可蚀性</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Guide 2017, appendix B, soil erosion</source>
        <translation>2017年《指南》附录 B，水土流失</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil erosion sensitivity</source>
        <translation>水土流失敏感性</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Each factor is scored 1 (general), 3 (sensitive) or 5 (extremely sensitive); the index is the geometric mean of the four scores.</source>
        <translation>各因子按1（一般敏感）、3（敏感）、5（极敏感）赋分；指数为四个分值的几何平均值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>appendix B, soil erosion; formula read in a paper that applies the Guide</source>
        <translation>附录 B，水土流失；公式见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>The mean is above 600, so most of the area scores 5 by the default limits: these come from rules of 2003 and older units. Set limits that fit your R.</source>
        <translation>平均值大于600，按默认阈值大部分区域得5分：默认阈值出自2003年的规定和旧单位。请设置与所用 R 相适应的阈值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil erosion sensitivity index</source>
        <translation>水土流失敏感性指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Erosivity: from here sensitive</source>
        <translation>降雨侵蚀力：达到此值为敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Erosivity: above this extremely sensitive</source>
        <translation>降雨侵蚀力：大于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Relief: from here sensitive</source>
        <translation>地形起伏度：达到此值为敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Relief: above this extremely sensitive</source>
        <translation>地形起伏度：大于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Score of the rainfall erosivity</source>
        <translation>降雨侵蚀力分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Score of the relief</source>
        <translation>地形起伏度分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>The erosivity limits 100 and 600 come from rules of 2003 and older units. With R in SI units nearly all of humid China scores 5; set limits that fit your R.</source>
        <translation>降雨侵蚀力阈值100和600出自2003年的规定和旧单位。R 采用国际单位时，我国湿润区几乎全部得5分；请设置与所用 R 相适应的阈值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Soil infiltration factor</source>
        <translation>土壤渗流因子</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <source>How well a soil takes up water, for the NPP method of water conservation: the code of the USDA texture class divided by 13, from 1/13 for heavy clay to 1 for sand.</source>
        <translation>土壤吸纳水分的能力，用于水源涵养的 NPP 法：美国制（USDA）质地类型代码除以13，从重黏土的1/13到砂土的1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <source>Fsic = code/13</source>
        <translation>Fsic = 质地代码/13</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <source>appendix A, water conservation, NPP method; ends of the scale read in a fragment of the guide of 2014, the order is that of HWSD</source>
        <translation>附录 A，水源涵养，NPP 法；两端取值见于2014年指南的片段，顺序为 HWSD 的顺序</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>USDA texture classes</source>
        <translation>美国制（USDA）土壤质地类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <source>Codes of HWSD, 1 (heavy clay) to 13 (sand).</source>
        <translation>HWSD 代码，1（重黏土）至13（砂土）。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <source>The scale is a rank of classes, not a measured rate. A raster with another numbering of the USDA classes gives wrong values; check that 13 is sand.</source>
        <translation>该取值是类型的排序，不是实测速率。若栅格采用其他 USDA 类型编号，结果会有误；请确认13为砂土。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilinfiltration.py"/>
        <source>infiltration</source>
        <translation>渗流</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil retention (RUSLE)</source>
        <translation>水土保持量（RUSLE）</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil that vegetation keeps from being washed away: potential erosion of bare ground less actual erosion.</source>
        <translation>植被所保持、未被冲走的土壤量：裸地的潜在侵蚀量减去实际侵蚀量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>appendix A, soil and water conservation; read in papers that apply the Guide</source>
        <translation>附录 A，水土保持；见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>The mean is above 60: it looks like a relief or a slope length in m. LS has no unit and is about 1 on the unit plot.</source>
        <translation>平均值大于60：可能是地形起伏度，或以 m 为单位的坡长。LS 无单位，在标准小区上约为1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is above 1: it looks like per cent. Divide it by 100.</source>
        <translation>均值大于 1：像是百分数。请除以 100。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>The mean is above 0.6, as on bare land: it may be the vegetation cover, which runs the other way.</source>
        <translation>平均值大于0.6，与裸地相当：可能误用了植被覆盖度，其大小含义与此相反。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Potential soil erosion</source>
        <translation>潜在土壤侵蚀量</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Actual soil erosion</source>
        <translation>实际土壤侵蚀量</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>1 t/hm2 is 100 t/km2. Some papers print the factors in km2-based units.</source>
        <translation>1 t/hm2 等于100 t/km2。有些论文中的因子采用以 km2 为基础的单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Give the ecosystem classes to leave out built-up, bare and sandy land. By the cover factor alone a town (C = 0.01) holds more soil than a forest with 60 % cover (C = 0.02). Farmland counts. Which land counts is Redline's own rule: copy the table to change it.</source>
        <translation>给出生态系统类型，可将城镇、裸地和沙地排除。仅按植被覆盖因子，城镇（C = 0.01）的土壤保持量会高于覆盖度 60% 的森林（C = 0.02）。农田计入。哪些土地计入是 Redline 自定的规则：可复制该表修改。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Lakes and rivers are among the wetlands, whose C is 0: on steep banks they seem to hold much soil. Where that disturbs, leave wetlands out in the table.</source>
        <translation>湖泊和河流归入湿地，其 C 为 0：在陡岸处会显得保持了大量土壤。如有影响，可在表中将湿地排除。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <source>Soil and water conservation (NPP index)</source>
        <translation>水土保持（NPP 指数）</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <source>Index of how well an ecosystem holds its soil: plant production, less on soils that erode easily and on steep land. An index for ranking, not an amount.</source>
        <translation>生态系统保持土壤能力的指数：以净初级生产力计，土壤易蚀处和陡坡处降低。该指数用于排序，不是物理量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <source>appendix A, soil and water conservation, net primary productivity method; read in a paper</source>
        <translation>附录 A，水土保持，NPP 定量指标评估法；见于一篇论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <source>Soil retention index</source>
        <translation>水土保持服务能力指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretentionindex.py"/>
        <source>K in SI units is some hundredths, so without normalising 1 − K is nearly the same everywhere and the soil does not count.</source>
        <translation>K 采用国际单位时仅为百分之几，如不归一化，1 − K 各处几乎相同，土壤便不起作用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Soil roughness K′ (RWEQ)</source>
        <translation>地表糙度 K′（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>How far rough ground lowers wind erosion, from 0 to 1: by the height difference within a distance, and, if that is chosen, by the random roughness that goes with vegetation cover.</source>
        <translation>地表起伏粗糙使风蚀减弱的程度，0至1：由一定距离内的高差计算；如选择相应选项，还计入与植被覆盖度有关的随机糙度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>as read in code that applies it</source>
        <translation>见于应用该方程的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Gives the height difference within the distance L. Not used if relief is given.</source>
        <translation>用于计算距离 L 内的高差。已给出地形起伏度时不使用。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Instead of elevation: height difference within a window of the side L.</source>
        <translation>代替高程：边长为 L 的窗口内的高差。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>A fraction from 0 to 1. Needed only if the random roughness Crr comes from the cover.</source>
        <translation>0至1的比例。仅在随机糙度 Crr 由植被覆盖度计算时需要。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Soil roughness K′</source>
        <translation>地表糙度 K′</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Distance L within which the height difference is taken</source>
        <translation>计算高差的距离 L</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>the base grid of the assessment</source>
        <translation>评估的基本格网</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Random roughness Crr</source>
        <translation>随机糙度 Crr</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Crr is 0</source>
        <translation>Crr 为0</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Most papers that apply RWEQ in China</source>
        <translation>在中国应用 RWEQ 的多数论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>From the vegetation cover</source>
        <translation>由植被覆盖度计算</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <location filename="../../core/climate/weather.py"/>
        <source>Public code that applies RWEQ</source>
        <translation>应用 RWEQ 的公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738</source>
        <translation>Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>From the cover, K′ is 0.86 times as large on bare ground and 0.01 times under full cover: vegetation then counts twice, here and in C, and lowers the potential erosion, too.</source>
        <translation>由植被覆盖度计算时，K′ 在裸地为原值的0.86倍，在全覆盖时为0.01倍：植被因此重复计入，此处一次，C 中又一次，并且还会降低潜在风蚀量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>On {count} pixels ({share:.1f} %) the ground is so rough that the equation turns: K′ rises again with the height difference. It was made for fields; use it on plains.</source>
        <translation>{count}个像元（{share:.1f}%）的地面过于粗糙，已越过公式的转折点：K′ 随高差增大反而回升。该公式为农田建立；请用于平原。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>The random roughness was to come from the vegetation cover, which was not given: Crr is 0.</source>
        <translation>已选择由植被覆盖度计算随机糙度，但未提供植被覆盖度：Crr 取0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Vegetation cover was given and is not used: the random roughness Crr is 0 by choice. Leave the cover out, for its gaps are gaps in the result.</source>
        <translation>提供了植被覆盖度但未使用：按所选选项，随机糙度 Crr 为0。请勿提供植被覆盖度，因为其缺值处在结果中也会缺值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>With elevation, the window has whole pixels, three by three at least, and L is the distance between its outermost pixels, close to the one given.</source>
        <translation>由高程计算时，窗口取整数个像元，至少3×3，L 为窗口最外侧像元之间的距离，与给定值接近。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <source>Random roughness: most papers set Crr = 0. One code takes it from the cover as Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738 (sources differ).</source>
        <translation>随机糙度：多数论文取 Crr = 0。有一份程序代码由植被覆盖度计算，Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738（来源不一致）。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilroughness.py"/>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>roughness</source>
        <translation>地表糙度</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Soil factors from a soil map</source>
        <translation>由土壤图计算土壤因子</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Soil erodibility K, and on request sand, silt, clay, organic carbon, organic matter and calcium carbonate, from a raster of soil units (such as the mapping units of HWSD or of the 1:1,000,000 soil map) and a table of their properties. The table is yours: one row per unit.</source>
        <translation>由土壤单元栅格（如 HWSD 或1∶100万土壤图的制图单元）及其属性表计算土壤可蚀性 K，并可按需输出砂粒、粉粒、黏粒、有机碳、有机质和碳酸钙。属性表由用户提供：每个单元一行。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Soil units</source>
        <translation>土壤单元</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Soil properties</source>
        <translation>土壤属性</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Codes of the soil map, 0 to 65535. Give your own table with the columns code, sand, silt, clay, organic_carbon and calcium_carbonate, in per cent; the last may be empty.</source>
        <translation>土壤图的代码，0至65535。请提供自己的表，含列 code、sand、silt、clay、organic_carbon 和 calcium_carbonate，均为百分数；最后一列可为空。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Sand</source>
        <translation>砂粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Silt</source>
        <translation>粉粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <location filename="../../core/soil/chinese.py"/>
        <source>Clay</source>
        <translation>黏粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <location filename="../../core/soil/inputs.py"/>
        <source>Organic carbon</source>
        <translation>有机碳</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <location filename="../../core/soil/inputs.py"/>
        <source>Organic matter</source>
        <translation>有机质</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Sand, silt and clay of the table do not add up to 100 % on {count} pixels ({share:.1f} % of the valid ones). The equation was used with the fractions as they are.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）在表中的砂粒、粉粒和黏粒之和不等于100%。公式按原有含量计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>The table has no organic carbon for the soil units of {count} pixels ({share:.1f} % of the valid ones); they have no erodibility.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的土壤单元在表中没有有机碳，因而没有土壤可蚀性。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>soil unit</source>
        <translation>土壤单元</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>The table that comes with Redline is only an example of the layout: typical fractions of the USDA texture classes under codes (65001 to 65013) that no soil map uses, so that it is never taken for your data by accident. Copy it and replace its rows.</source>
        <translation>Redline 自带的表仅为格式示例：USDA 各质地类型的典型含量，所用代码（65001至65013）不见于任何土壤图，以免误作用户数据。请复制后替换各行。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>Rows without a value of sand (rock, water, towns) leave their unit out.</source>
        <translation>没有砂粒值的行（岩石、水面、城镇），其单元不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>A soil map of 1:1,000,000 tells little about single pixels of 30 m or less.</source>
        <translation>1∶100万土壤图难以反映30 m 及更小像元的差异。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilunits.py"/>
        <source>soil map</source>
        <translation>土壤图</translation>
    </message>
    <message>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>Surface roughness of the terrain</source>
        <translation>地形的地表粗糙度</translation>
    </message>
    <message>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>How much larger the sloping surface is than its plan: the roughness factor D of the windbreak and sand fixation index.</source>
        <translation>坡面面积与其水平投影面积之比：防风固沙服务能力指数中的粗糙度因子 D。</translation>
    </message>
    <message>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>appendix A, windbreak and sand fixation, NPP</source>
        <translation>附录 A，防风固沙，NPP 法</translation>
    </message>
    <message>
        <location filename="../../core/assess/terrainroughness.py"/>
        <source>This is not the roughness K′ of the wind erosion equation, which has its own tool.</source>
        <translation>这不是风蚀方程的地表糙度 K′，后者另有工具。</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>Chinese texture class from USDA class</source>
        <translation>美国制（USDA）质地转中国制质地</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>Turns USDA texture classes (codes of HWSD) into classes of the Chinese system by a table. The two systems have other size limits, so this is an approximation and Redline's own rule, in no norm. Check it against soils of your area, and edit the table.</source>
        <translation>按表将 USDA 质地类型（HWSD 代码）转换为中国制质地类型。两种分类的粒级界限不同，因此只是近似，为 Redline 自定规则，规范中没有。请对照本地土壤核实，并修改该表。</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>Chinese class = table(USDA class)</source>
        <translation>中国制质地 = 转换表(USDA 质地)</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>two tables to choose from, both editable</source>
        <translation>有两个表可选，均可编辑</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>By estimated fractions</source>
        <translation>按估算的颗粒含量</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>Codes of HWSD, 1 to 13.</source>
        <translation>HWSD 代码，1至13。</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>USDA class</source>
        <translation>USDA 质地</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>The default table goes by the name, as most people read the Guide: loam is loam, sandy loam is sandy loam. Classes without a namesake get the nearest one.</source>
        <translation>默认表按名称对应，多数人如此理解《指南》：壤土对壤土，砂壤土对砂壤土。没有同名类型的，取最接近的类型。</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>The other table goes by size: it takes the middle of each USDA class, counts half of the silt as coarse silt and 70 % of the clay as fine clay, and looks up the class. Both shares are guesses.</source>
        <translation>另一个表按粒级对应：取各 USDA 类型的中值，粉粒的一半计为粗粉粒，黏粒的70%计为细黏粒，再查出类型。这两个比例均为推测值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>The Chinese classes silt loam (23), clay loam (24) and sandy clay (25) have no score for soil erosion in the Guide's table as known here. By name, USDA silt loam, clay loam, sandy clay loam and sandy clay become these classes: they are left out of the sensitivity to soil erosion until somebody decides, in a copy of soil_texture_erosion_scores.csv.</source>
        <translation>中国制的粉壤土（23）、黏壤土（24）和砂黏土（25）在此处所知的《指南》表中没有水土流失分值。按名称，美国制的粉壤土、黏壤土、砂质黏壤土和砂质黏土归入这些类：在有人于 soil_texture_erosion_scores.csv 的副本中作出决定之前，它们不参与水土流失敏感性评估。</translation>
    </message>
    <message>
        <location filename="../../core/assess/texturefromusda.py"/>
        <source>To consider for that decision: the second edition of the Chinese system calls 23 sandy loam and 24 loam, which score 3; sandy clay lies between very fine sand (3), silty clay (3) and clay (1). Much silt speaks for 5, much clay for 1. Erodibility measured on soils of the province decides best.</source>
        <translation>决定时可考虑：中国制第二版将 23 称为砂壤土、24 称为壤土，分值均为 3；砂黏土介于面砂土（3）、粉黏土（3）和黏土（1）之间。粉粒多倾向于 5，黏粒多倾向于 1。以本省土壤实测的可蚀性为准最好。</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>Potential evapotranspiration (Thornthwaite)</source>
        <translation>潜在蒸散发（Thornthwaite）</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>Monthly potential evapotranspiration from mean temperature and day length alone, and its annual sum. Months of 0 degC and below count 0; from 26.5 degC on Willmott's curve holds.</source>
        <translation>仅由月平均气温和日长计算逐月潜在蒸散发及其年总量。0 degC 及以下的月份计0；26.5 degC 起采用 Willmott 曲线。</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>Thornthwaite 1948, Geographical Review 38; Willmott and others 1985 for hot months</source>
        <translation>Thornthwaite 1948，Geographical Review 38；炎热月份见 Willmott 等1985</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>day length by equation 34 of FAO-56</source>
        <translation>日长按 FAO-56 的公式34</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>{count} pixels have a heat index below 5: there is hardly a warm month, and the formula gives too much. Use another method there.</source>
        <translation>{count}个像元的热量指数小于5：几乎没有温暖月份，公式结果偏大。请在这些地方改用其他方法。</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>The day length of each month's 15th stands for the month.</source>
        <translation>以每月15日的日长代表该月。</translation>
    </message>
    <message>
        <location filename="../../core/assess/thornthwaitepet.py"/>
        <source>It gives too little in arid and windy land. Take Hargreaves or Penman-Monteith there.</source>
        <translation>在干旱多风地区结果偏小。请改用 Hargreaves 法或 Penman-Monteith 法。</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>Soil texture class (USDA)</source>
        <translation>土壤质地类型（USDA）</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>The class of the USDA texture triangle from sand, silt and clay, with the 13 codes of the Harmonized World Soil Database: clay above 60 % is heavy clay (1), other clay is 3. Fractions that do not add up to 100 % are scaled so that they do.</source>
        <translation>由砂粒、粉粒和黏粒按 USDA 质地三角图确定类型，采用世界土壤数据库（HWSD）的13个代码：黏粒大于60%为重黏土（1），其他黏土为3。含量之和不等于100%的，按比例换算到100%。</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>class of (sand, silt, clay) in the USDA triangle</source>
        <translation>USDA 质地三角图中(砂粒, 粉粒, 黏粒)所属的类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>Soil Survey Manual (USDA); codes of HWSD, T_USDA_TEX_CLASS</source>
        <translation>《土壤调查手册》（Soil Survey Manual，USDA）；HWSD 代码，T_USDA_TEX_CLASS</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>triangle from general knowledge; codes read in public code that uses HWSD</source>
        <translation>三角图为一般知识；代码见于使用 HWSD 的公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>USDA texture class</source>
        <translation>美国制（USDA）质地类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>Sand, silt and clay do not add up to 100 % on {count} pixels ({share:.1f} % of the valid ones). Their fractions were scaled.</source>
        <translation>{count}个像元（占有效像元的{share:.1f}%）的砂粒、粉粒和黏粒之和不等于100%。已按比例换算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>silt</source>
        <translation>粉粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>clay</source>
        <translation>黏粒</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>The order of the codes is the one that the soil infiltration factor needs: from heavy clay, which takes up least water, to sand.</source>
        <translation>代码的顺序即土壤渗流因子所需的顺序：从吸水最少的重黏土到砂土。</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>The Chinese texture system has other size limits; it is another algorithm.</source>
        <translation>中国制质地的粒级界限不同，另有算法。</translation>
    </message>
    <message>
        <location filename="../../core/assess/usdatexture.py"/>
        <source>texture triangle</source>
        <translation>质地三角图</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>To be chosen for the area, season and sensor</source>
        <translation>须按区域、季节和传感器选定</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Common practice of the pixel dichotomy model</source>
        <translation>像元二分模型的通常做法</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>5 % and 95 % from general knowledge</source>
        <translation>5%和95%为一般知识</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>The mean is above 1: it looks like NDVI times 10000. Set the scale to 10000.</source>
        <translation>平均值大于1：可能是 NDVI 乘以10000。请将比例系数设为10000。</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>After the scale hardly anything is left: it looks like NDVI itself. Set the scale to 1.</source>
        <translation>除以缩放系数后几乎为零：像是 NDVI 本身。请将缩放系数设为 1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Vegetation cover from NDVI</source>
        <translation>由 NDVI 计算植被覆盖度</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Share of the ground covered by plants, 0 to 1: NDVI between that of bare soil and that of full cover. These two are found in the raster (quantiles or extremes) or given. Values beyond them become 0 or 1 and are counted.</source>
        <translation>植物覆盖地面的比例，0至1：由 NDVI 在裸土值与全覆盖值之间的位置确定。这两个值由栅格统计得到（分位数或最值），或直接给定。超出两值的取0或1，并计数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>formula from general knowledge, with extremes read in a paper</source>
        <translation>公式为一般知识；取最值的做法见于一篇论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Vegetation index NDVI</source>
        <translation>植被指数 NDVI</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>From −1 to 1, or times a whole number such as 10000, which must then be given as the scale. Fill values (such as −3000 of MODIS) must be nodata, or they spoil the quantiles.</source>
        <translation>−1至1，或乘以10000等整数（此时须填写比例系数）。填充值（如 MODIS 的−3000）必须为 NoData 值，否则会影响分位数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Scale: NDVI is the raster's value divided by this</source>
        <translation>比例系数：栅格值除以此数即为 NDVI</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <location filename="../../core/soil/inputs.py"/>
        <source>The data's own description</source>
        <translation>数据自身的说明</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Quantile of bare soil</source>
        <translation>裸土的分位数</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Quantile of full cover</source>
        <translation>全覆盖的分位数</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Given NDVI of bare soil</source>
        <translation>给定的裸土 NDVI</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Given NDVI of full cover</source>
        <translation>给定的全覆盖 NDVI</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>NDVI of bare soil and of full cover</source>
        <translation>裸土和全覆盖的 NDVI</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Quantiles of the raster</source>
        <translation>栅格的分位数</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Lowest and highest value of the raster</source>
        <translation>栅格的最小值和最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Given below</source>
        <translation>在下方给定</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Quantiles and extremes depend on the extent: water, cloud and fill values in it shift them. Give the province's numbers to a county's run.</source>
        <translation>分位数和最值与数据范围有关：其中的水面、云和填充值会使其偏移。县级计算请采用全省的数值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>NDVI of bare soil, by quantile</source>
        <translation>裸土 NDVI（按分位数）</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>NDVI of full cover, by quantile</source>
        <translation>全覆盖 NDVI（按分位数）</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Lowest NDVI</source>
        <translation>NDVI 最小值</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>Highest NDVI</source>
        <translation>NDVI 最大值</translation>
    </message>
    <message>
        <location filename="../../core/assess/vegetationcover.py"/>
        <source>With 5 % and 95 %, a tenth of the pixels is set to 0 or 1 by design; the counts of clamped pixels show it.</source>
        <translation>采用5%和95%时，按设计有十分之一的像元被设为0或1；截取像元的计数会反映这一点。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Water conservation (water balance)</source>
        <translation>水源涵养（水量平衡）</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean annual depth of water that an ecosystem keeps: rain less surface runoff less evapotranspiration. Land without a runoff coefficient (farmland, built-up, bare land) is left out. Where evapotranspiration exceeds rain the result is 0, and these pixels are counted.</source>
        <translation>生态系统多年平均涵养的水深：降水量减去地表径流量，再减去蒸散发量。没有径流系数的地类（农田、城镇、裸地）不参与计算。蒸散发量大于降水量处结果为0，并统计这些像元的数量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>appendix A, water conservation, model method; read in papers that apply the Guide</source>
        <translation>附录 A，水源涵养，模型评估法；见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean annual evapotranspiration</source>
        <translation>多年平均蒸散发量</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Actual, not potential; multi-year mean of yearly sums.</source>
        <translation>实际蒸散发，不是潜在蒸散发；年总量的多年平均值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>The mean is below 20: it looks like mm per day. Evapotranspiration must be in mm per year.</source>
        <translation>平均值小于20：可能以 mm/d 为单位。蒸散发必须以 mm/a 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>The mean is above 1600: it looks like potential evapotranspiration, or like the whole numbers of a satellite product (MOD16 stores 0.1 mm).</source>
        <translation>平均值大于1600：可能是潜在蒸散发，或卫星产品的整数值（MOD16以0.1 mm 为单位存储）。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean surface runoff coefficient</source>
        <translation>平均地表径流系数</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>National study of 2017</source>
        <translation>2017年全国研究</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>table of runoff coefficients</source>
        <translation>地表径流系数表</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Class codes, as in the table of runoff coefficients.</source>
        <translation>生态系统类型的代码，与径流系数表一致。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Water conservation depth</source>
        <translation>水源涵养深度</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Water conserved per pixel</source>
        <translation>像元水源涵养量</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Grade the depth, not the volume: grading weighs each pixel by its area itself.</source>
        <translation>请对深度分级，不要对水量分级：分级时已按像元面积加权。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>The default coefficients are the Guide's as read in code that applies it; a national study of 2017 has others (sources differ): choose its table, or copy one to change it.</source>
        <translation>默认系数为《指南》的系数，取自应用《指南》的程序代码；2017年的一项全国研究采用其他系数（来源不一致）：可选用其系数表，或复制一个表后修改。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>water balance</source>
        <translation>水量平衡</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>runoff</source>
        <translation>径流</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Water conservation (NPP index)</source>
        <translation>水源涵养（NPP 指数）</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Index of how well an ecosystem conserves water: plant production, times how readily the soil takes in water, times rain, less on steep land. An index for ranking, not an amount.</source>
        <translation>生态系统涵养水源能力的指数：净初级生产力 × 土壤渗流能力 × 降水量，陡坡处降低。该指数用于排序，不是物理量。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>appendix A, water conservation, net primary productivity method; read in a paper</source>
        <translation>附录 A，水源涵养，NPP 定量指标评估法；见于一篇论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>The soil texture class of 13, divided by 13: heavy clay 1/13, sand 1.</source>
        <translation>13类土壤质地的代码除以13：重黏土1/13，砂土1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>The mean is above 1: it looks like the class itself. Divide it by 13.</source>
        <translation>均值大于 1：像是类别本身。请除以 13。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Water conservation index</source>
        <translation>水源涵养服务能力指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservationindex.py"/>
        <source>Farmland and orchards count here by default, while the water balance leaves them out, for the Guide has no runoff coefficient for them.</source>
        <translation>此处农田和园地默认计入；水量平衡法则将其排除，因为《指南》未给出其径流系数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Weather factor (RWEQ)</source>
        <translation>气候因子（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>How much sand the weather of one period (a month or a year) could move: wind force, air density, how dry the soil is, and the time without snow.</source>
        <translation>一个时段（月或年）的气候条件可搬运多少沙：由风力、空气密度、土壤干燥程度和无积雪时间决定。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>weather factor; read in public code that applies it</source>
        <translation>气候因子；见于应用该方程的公开程序代码</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Wind field Wf of the period</source>
        <translation>时段风场强度 Wf</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>The sum over the period, scaled to its days.</source>
        <translation>时段总量，按时段天数换算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>The sum over the period: mm per year with 365 days, mm per month with a month's.</source>
        <translation>时段总量：365天时为每年的 mm 数，天数为一个月时为每月的 mm 数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Precipitation of the period</source>
        <translation>时段降水量</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Days with rain in the period</source>
        <translation>时段降水日数</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Their number in the period, not more than its days.</source>
        <translation>时段内的日数，不多于时段天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Irrigation of the period</source>
        <translation>时段灌溉量</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>The sum over the period. Left out: none.</source>
        <translation>时段总量。不提供时为无。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Snow factor SD of the period</source>
        <translation>时段雪盖因子 SD</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Left out: 1, no snow.</source>
        <translation>留空：取1，无积雪。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Air density ρ</source>
        <translation>空气密度 ρ</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>Soil wetness SW</source>
        <translation>土壤湿度因子 SW</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <location filename="../../core/assess/windfield.py"/>
        <source>Days of the period</source>
        <translation>时段天数</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) rain exceeds the demand; soil wetness is cut at 0.</source>
        <translation>{count}个像元（{share:.1f}%）的降水量超过蒸散需求；土壤湿度因子截取为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>{count} pixels have no evaporative demand; soil wetness is 0 there if there is rain, 1 if not.</source>
        <translation>{count}个像元没有蒸散需求；土壤湿度因子在有降水处为0，无降水处为1。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>In {count} pixels there are more days with rain than days in the period. Look at the days of the period.</source>
        <translation>{count}个像元的降水日数多于时段天数。请检查时段天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) the potential evapotranspiration is less than 0.1 or more than 12 mm per day. It must be a sum in mm of the same period as the days.</source>
        <translation>{count}个像元（{share:.1f}%）的潜在蒸散发量小于0.1 mm/d 或大于12 mm/d。应为与天数同一时段的总量，单位 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>In {count} pixels ({share:.1f} %) the precipitation is more than 60 mm per day. It must be a sum in mm of the same period as the days.</source>
        <translation>{count}个像元（{share:.1f}%）的降水量大于60 mm/d。应为与天数同一时段的总量，单位 mm。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>All inputs and the days must be of one and the same period: wind field, temperature, rain, demand and rain days of the year with 365 days, or of that month with its days.</source>
        <translation>所有输入和天数须为同一时段：风场强度、气温、降水量、蒸散需求和降水日数均取全年的值，天数为365；或均取该月的值，天数为该月天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>For monthly data use the tool Monthly weather factor. The Guide's own time step is not known.</source>
        <translation>逐月数据请用工具“逐月气候因子”。《指南》本身的时间步长不详。</translation>
    </message>
    <message>
        <location filename="../../core/assess/weatherfactor.py"/>
        <source>g is 9.8 and ρ about 1: some public scripts pass 10 for both.</source>
        <translation>g 为9.8，ρ 约为1：有些公开脚本将两者都取为10。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>Vegetation factor C (RWEQ)</source>
        <translation>植被因子 C（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>How far plants leave the soil open to the wind: 1 without cover, falling with the cover at a rate of its own for each ecosystem. Ecosystems without a rate (water, towns) are left out.</source>
        <translation>植被使土壤暴露于风的程度：无覆盖时为1，随植被覆盖度增大而下降，下降速率因生态系统而异。没有速率的生态系统（水面、城镇）不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>RWEQ as applied in China</source>
        <translation>RWEQ 在中国的应用</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>rates read in two public codes, the farmland form read in a paper</source>
        <translation>速率见于两份公开程序代码，农田的公式形式见于一篇论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>Class codes, as in the table of rates.</source>
        <translation>生态系统类型的代码，与速率表一致。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>Vegetation factor C</source>
        <translation>植被因子 C</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>SC is the cover in per cent: Redline multiplies the fraction by 100.</source>
        <translation>SC 为以百分数表示的植被覆盖度：Redline 将小数乘以100。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>Sources differ: one public code has a plus sign and NDVI for the cover, one has NDVI from 0 to 1 with the rates for per cent, one has −0.00483. Redline follows the form exp(−0.0438·SC) of a paper, which the rates fit.</source>
        <translation>来源不一致：一份公开程序代码为正号，且以 NDVI 代替植被覆盖度；一份用0至1的 NDVI，却配百分数的速率；一份为−0.00483。Redline 采用一篇论文的形式 exp(−0.0438·SC)，与各速率相符。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windcover.py"/>
        <source>Bare land has −0.0768 and sandy land −0.0658. Of the land-cover products only CNLUCC and the national classification tell sandy land; the others have it as bare land, whose C is a little lower.</source>
        <translation>裸地为 −0.0768，沙地为 −0.0658。土地覆被产品中只有 CNLUCC 和全国生态系统分类区分沙地；其他产品将其归为裸地，其 C 略低。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Days of sand-moving wind</source>
        <translation>起沙风天数</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>How many days of the windy season, or of the year, have wind that moves sand: daily rasters with 6 m/s or more are counted, and divided by the years they cover.</source>
        <translation>风季或全年中出现起沙风的天数：统计风速达到6 m/s 的逐日栅格数，再除以所覆盖的年数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>appendix B, desertification: days with wind of 6 m/s and more</source>
        <translation>附录 B，土地沙化：风速大于等于6 m/s 的天数</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Wind speed of single days</source>
        <translation>逐日风速</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>One raster for each day of the season or year, of one or many years.</source>
        <translation>风季或全年每日一个栅格，可为一年或多年。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Days of sand-moving wind W</source>
        <translation>起沙风天数 W</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Wind from this speed on moves sand</source>
        <translation>起沙风的起始风速</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Days of the season, to scale the count to; 0: all its days are there</source>
        <translation>风季天数，用于换算统计结果；0：风季各日齐全</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Years that the rasters cover, without scaling</source>
        <translation>栅格覆盖的年数，不作换算</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>In {count} pixels ({share:.1f} %) some days are missing.</source>
        <translation>{count}个像元（{share:.1f}%）缺少部分日期的值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>There are more rasters than days in so many years. Set the years that they cover; give one raster a day.</source>
        <translation>栅格数多于这些年的总天数。请设置栅格覆盖的年数；每日只提供一个栅格。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>The rasters are more than the days of the season and no whole multiple of them. Give rasters of whole seasons, or 0 days.</source>
        <translation>栅格数多于风季天数，且不是其整数倍。请提供完整风季的栅格，或将天数设为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>The years are not used: the days of the season are given, and scale the count.</source>
        <translation>未使用年数：已给出风季天数，并据此换算统计结果。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>Whether the daily mean or the daily maximum counts, and at which height, is in no source at hand. Means give far fewer days: name what you used.</source>
        <translation>应取日平均还是日最大风速、取哪一高度，现有资料均未说明。取平均值时天数少得多：请注明所用数据。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>With 0 days the rasters are all days of one season, or of as many as there are years, and their count is the result, per year. Days without a value are taken to be as windy as the others. Any other number scales: n windy of N rasters become n·N_d/N, which moves places across the limits of 10 and 30 days when N is not the season.</source>
        <translation>天数为0时，视为栅格包含一个风季（或与年数相同个数的风季）的全部日期，其统计数即为结果，按每年计。没有值的日期视为与其他日期同样多风。天数为其他数值时进行换算：N 个栅格中有 n 个为起沙风，换算为 n·N_d/N；当 N 不等于风季天数时，这会使一些地方越过10天和30天的阈值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/winddays.py"/>
        <source>The season of one source (ChinaXiv-201811.00060) is winter and spring: December and January to May, 182 or 183 days.</source>
        <translation>有一份来源（ChinaXiv-201811.00060）的风季为冬春两季：12月和1月至5月，共182或183天。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>Wind field (RWEQ)</source>
        <translation>风场强度（RWEQ）</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>The force of the wind above the threshold at which sand moves, summed over the observations of one period (a month or a year) and scaled to its days.</source>
        <translation>超过起沙风速阈值的风力，对一个时段（月或年）的各次观测求和，再换算到该时段的天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>weather factor; u₂·(u₂ − 5)² read in public code, N_d/N from memory</source>
        <translation>气候因子；u₂·(u₂ − 5)² 见于公开程序代码，N_d/N 凭记忆</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>Wind field Wf</source>
        <translation>风场强度 Wf</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>Threshold of sand-moving wind at 2 m</source>
        <translation>2 m 高处的起沙风速阈值</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Height of the wind above the ground</source>
        <translation>风速的离地高度</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>In {count} pixels ({share:.1f} %) some observations are missing.</source>
        <translation>{count}个像元（{share:.1f}%）缺少部分观测。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>In {count} pixels ({share:.1f} %) no observation is above the threshold: Wf is 0.</source>
        <translation>{count}个像元（{share:.1f}%）没有超过阈值的观测：Wf 为0。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>The rasters are more than the days of the period and no whole multiple of them: a year's rasters with the days of a month? The result is scaled to these days.</source>
        <translation>栅格数多于时段天数，且不是其整数倍：是否用了全年的栅格和一个月的天数？结果已按该天数换算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>The rasters are fewer than the days of the period: a month's rasters with the days of a year? The result is scaled to these days.</source>
        <translation>栅格数少于时段天数：是否用了一个月的栅格和全年的天数？结果已按该天数换算。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>The period has fewer than 27 days: it is neither a month nor a year.</source>
        <translation>时段不足27天：既不是一个月，也不是一年。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>Give the days that belong to the observations: 365 for a year, 31 for January. All that the weather factor takes must be of this same period, and have the same days there.</source>
        <translation>请填写与观测相应的天数：全年为365，1月为31。气候因子的所有输入须为同一时段，且在该工具中填写相同的天数。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>For months run it month by month and give the twelve results to the tool Monthly weather factor.</source>
        <translation>逐月计算时，请逐月运行，再将十二个结果输入工具“逐月气候因子”。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>Daily or monthly means hide the gusts: the cube of the mean is less than the mean of the cubes. Hourly data, or 4 observations a day, are better.</source>
        <translation>日平均或月平均风速会掩盖阵风：平均值的立方小于立方的平均值。逐小时数据或每日4次观测更好。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windfield.py"/>
        <source>The threshold holds at 2 m. Wind from another height is brought there by the power law (exponent 1/7) when its height is given: 10 m for most stations and grids.</source>
        <translation>该阈值适用于2 m 高处。填写高度后，其他高度的风速按幂律（指数1/7）换算到2 m：多数站点和格网数据为10 m。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Wind speed to 2 m</source>
        <translation>风速换算到2 m</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Brings monthly wind speed, which is measured at 10 m as a rule, to 2 m above the ground, where the models of wind erosion and evaporation want it.</source>
        <translation>将月平均风速（通常在10 m 高处观测）换算到离地2 m，即风蚀和蒸散模型所需的高度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Monthly mean wind speed</source>
        <translation>月平均风速</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>At the height that is given below, January first.</source>
        <translation>为下方所填高度处的风速，从1月起。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <location filename="../../core/climate/inputs.py"/>
        <source>Monthly mean wind speed at 2 m</source>
        <translation>2 m 高处月平均风速</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Exponent of the power law</source>
        <translation>幂律的指数</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Profile of the wind</source>
        <translation>风速廓线</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Power law</source>
        <translation>幂律</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>Logarithm over short grass</source>
        <translation>矮草地上的对数律</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>equation 47</source>
        <translation>公式47</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>The Guide's climatic erosivity uses the power law, FAO's evapotranspiration the logarithm: from 10 m they give 0.795 and 0.748 of the wind.</source>
        <translation>《指南》的气候侵蚀力用幂律，FAO 的蒸散发用对数律：由10 m 换算时，分别为原风速的0.795倍和0.748倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>For months only. The wind field brings a series of observations to 2 m itself; give their height there.</source>
        <translation>仅用于逐月数据。风场强度工具会自行将观测序列换算到2 m；请在该工具中填写高度。</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <location filename="../../processing/stationsclimate.py"/>
        <source>wind</source>
        <translation>风</translation>
    </message>
    <message>
        <location filename="../../core/assess/windtotwometres.py"/>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>The output folder does not exist.</source>
        <translation>输出文件夹不存在。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Create it or choose another one.</source>
        <translation>请创建该文件夹，或另选文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>There is a folder of this name; a file cannot take its place.</source>
        <translation>已有同名文件夹，不能以文件取代。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <location filename="../../core/declare/job.py"/>
        <location filename="../../core/vector/destination.py"/>
        <location filename="../../processing/vectorsink.py"/>
        <source>Choose another name.</source>
        <translation>请另取名称。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Cannot write into this folder ({reason}).</source>
        <translation>无法写入此文件夹（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Choose another folder or ask for write permission.</source>
        <translation>请另选文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <location filename="../../processing/failures.py"/>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Free some space or choose another disk; nothing was left under this name.</source>
        <translation>请释放空间或另选磁盘；未留下该名称的文件。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <location filename="../../core/demo/files.py"/>
        <source>Cannot be written ({reason}).</source>
        <translation>无法写入（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Is it open in another program? Close it or choose another name.</source>
        <translation>是否已在其他程序中打开？请关闭，或另取名称。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>The folder cannot be made ({reason}).</source>
        <translation>无法创建文件夹（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgeends.py"/>
        <source>the other side's red line leaves a stretch out</source>
        <translation>对侧红线在此缺一段</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgeends.py"/>
        <source>the red line stops at the border; no red line of the other side continues it</source>
        <translation>红线止于边界；对侧没有红线与之相接</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgeends.py"/>
        <location filename="../../core/boundary/edgefaces.py"/>
        <source>over the tolerance</source>
        <translation>超过容差</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgeends.py"/>
        <location filename="../../core/boundary/edgefaces.py"/>
        <source>the attributes of the two do not fit</source>
        <translation>两侧属性不一致</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgeends.py"/>
        <source>other lines stand in the way</source>
        <translation>有其他界线阻挡</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgeends.py"/>
        <source>both ends moved to the middle</source>
        <translation>两端移至中点</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgefaces.py"/>
        <source>stays with the side that it lies on</source>
        <translation>归其所在一侧</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgefaces.py"/>
        <source>no red line of the other side continues it</source>
        <translation>对侧没有红线与之相接</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgefaces.py"/>
        <source>given to the side that it lies on</source>
        <translation>划给其所在一侧</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgefaces.py"/>
        <source>filled up to the border</source>
        <translation>填补至边界</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgematch.py"/>
        <source>The border does not have one layer on each side within {tolerance} m of it.</source>
        <translation>边界两侧 {tolerance} m 内并非各有一个图层。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgematch.py"/>
        <source>Border</source>
        <translation>边界</translation>
    </message>
    <message>
        <location filename="../../core/boundary/edgematch.py"/>
        <source>Check that it is the border between the two, and their CRS.</source>
        <translation>请检查它是否为两者之间的边界，以及它们的坐标系。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/fit.py"/>
        <source>There is no block to fit.</source>
        <translation>没有可贴合的红线图斑。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/fit.py"/>
        <source>Block {number} would have moved by more than the limit; its largest moves were left out.</source>
        <translation>第 {number} 个红线图斑的移动会超过上限；其中最大的移动未采用。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/fit.py"/>
        <location filename="../../core/boundary/parcels.py"/>
        <source>Block {number} fell into {count} parts.</source>
        <translation>第 {number} 个红线图斑分成了 {count} 部分。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <location filename="../../core/standard/reasons.py"/>
        <source>Protected area</source>
        <translation>自然保护地</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <source>Natural line</source>
        <translation>自然边界</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <source>Set distance from water</source>
        <translation>距水域一定距离</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <source>Parcel</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <source>Administrative border</source>
        <translation>行政区界线</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <source>Road</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <source>Drawn by hand</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <location filename="../../core/boundary/kinds.py"/>
        <location filename="../../ui/boundary.py"/>
        <location filename="../../ui/boundarydock.py"/>
        <source>Assessed line</source>
        <translation>评估线</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>The land of this choice touches no block any more.</source>
        <translation>此方案的土地已不再与任何红线图斑相接。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>A decision nearby moved the line away; change that one first.</source>
        <translation>附近的一项决定已把边界移开；请先更改那一项。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>The drawn line crosses itself.</source>
        <translation>所绘的线自相交。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>The drawn line must begin and end on the outline of the same block.</source>
        <translation>所绘的线必须起止于同一红线图斑的轮廓上。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>Snap its ends to the line.</source>
        <translation>请把两端捕捉到边界线上。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>The drawn line encloses no land with the outline.</source>
        <translation>所绘的线与轮廓没有围成任何土地。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>Block {number} would vanish.</source>
        <translation>第 {number} 个红线图斑会消失。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/landswap.py"/>
        <source>Block {number} would fall into {count} parts.</source>
        <translation>第 {number} 个红线图斑会分成 {count} 部分。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>by share of its area</source>
        <translation>按面积占比</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>whole, whatever its share</source>
        <translation>整块划入，不看占比</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>out, whatever its share</source>
        <translation>整块不划入，不看占比</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>cut by the assessed line</source>
        <translation>由评估线切开</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>It needs code, decision (share, in, out or cut) and share.</source>
        <translation>需要 code、decision（share、in、out 或 cut）和 share 三列。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>“{value}” is no decision; it must be share, in, out or cut.</source>
        <translation>“{value}”不是处理方式；应为 share、in、out 或 cut。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>“{value}” is no share from 0 to 1.</source>
        <translation>“{value}”不是 0 到 1 之间的占比。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcelrules.py"/>
        <source>The code “{code}” has two rows.</source>
        <translation>编码“{code}”有两行。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcels.py"/>
        <source>Block {number} has no parcel that stays in; nothing is left.</source>
        <translation>第 {number} 个红线图斑没有划入的图斑，已不剩面积。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcels.py"/>
        <source>No parcel meets the red line.</source>
        <translation>没有图斑与红线相交。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/parcels.py"/>
        <location filename="../../core/reference/plane.py"/>
        <source>Check that the layers lie in the same place.</source>
        <translation>请检查各图层是否在同一位置。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <source>The layer is in {crs}, which is not a projected CRS in metres; distances and tolerances have no meaning there.</source>
        <translation>图层的坐标系是 {crs}，不是以米为单位的投影坐标系，距离和容差在其中没有意义。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <source>Reproject it to its Gauss-Kruger belt first (“Reproject layer”).</source>
        <translation>请先重投影到所在的高斯-克吕格分带（“重投影图层”）。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <source>Reproject it first (“Reproject layer”); EPSG:{code} is the 3-degree Gauss-Kruger belt that fits.</source>
        <translation>请先重投影（“重投影图层”）；相应的高斯-克吕格 3 度带为 EPSG:{code}。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <location filename="../../core/delineate/areas.py"/>
        <source>In {layer}: {what}</source>
        <translation>{layer}：{what}</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, it has no geometry.</source>
        <translation>已剔除，没有几何图形。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <source>left out, it is a {kind}, no line or polygon.</source>
        <translation>未使用，其几何类型为 {kind}，不是线或面。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, it is a {kind}, no polygon.</source>
        <translation>已剔除，几何类型为 {kind}，不是多边形。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <source>left out, its coordinates are not numbers.</source>
        <translation>未使用，其坐标不是数值。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, its coordinates do not fit its CRS.</source>
        <translation>已剔除，坐标与其坐标参考系不符。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, its polygon has no area ({reason}).</source>
        <translation>已剔除，多边形没有面积（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/planar.py"/>
        <location filename="../../core/delineate/areas.py"/>
        <source>its polygon was not valid ({reason}) and was repaired.</source>
        <translation>多边形无效（{reason}），已修复。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>This is no session of the boundary ({reason}).</source>
        <translation>这不是边界会话（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>Run the fit first, or choose the session's GeoPackage.</source>
        <translation>请先运行贴合，或选择会话的 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>The session was made by a newer Redline.</source>
        <translation>会话由较新版本的 Redline 生成。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>This choice belongs to another place.</source>
        <translation>此方案属于另一处。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>This stretch is one straight edge and cannot be split.</source>
        <translation>此边界段只有一条直边，不能分割。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>Only stretches that follow one another beside the same blocks can be merged.</source>
        <translation>只有相邻接、且两侧红线图斑相同的边界段才能合并。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>There is no such stretch or choice in the session.</source>
        <translation>会话中没有这样的边界段或方案。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>The session cannot be written ({reason}).</source>
        <translation>会话无法写入（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/session.py"/>
        <source>Is it open in another program, or is the disk full?</source>
        <translation>是否被其他程序打开，或磁盘已满？</translation>
    </message>
    <message>
        <location filename="../../core/boundary/smooth.py"/>
        <source>Blocks overlap, or touch along a part of an edge, at {count} places, among them {places}.</source>
        <translation>红线图斑有 {count} 处相互重叠或边线部分重合，例如 {places}。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/smooth.py"/>
        <source>Check and fix the topology first.</source>
        <translation>请先检查并修复拓扑。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/source.py"/>
        <source>The XY tolerance must be more than 0 and at most 1 m, not {value}.</source>
        <translation>XY 容差必须大于 0 且不超过 1 米，而不是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/source.py"/>
        <source>The share of a block that may move must be 0 to 1, not {value}.</source>
        <translation>红线图斑允许移动的占比必须在 0 到 1 之间，而不是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/boundary/source.py"/>
        <source>The tolerance must be more than 0 m, not {value}.</source>
        <translation>容差必须大于 0 米，而不是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/check/engine.py"/>
        <source>The tolerance is {value}, not a number of zero or more.</source>
        <translation>容差为 {value}，不是大于或等于零的数。</translation>
    </message>
    <message>
        <location filename="../../core/check/fix.py"/>
        <source>not valid, {area} m2</source>
        <translation>无效，{area} m2</translation>
    </message>
    <message>
        <location filename="../../core/check/fix.py"/>
        <source>split where it touches itself</source>
        <translation>在自接触处拆分</translation>
    </message>
    <message>
        <location filename="../../core/check/fix.py"/>
        <source>left as it was: repairing it would change its area</source>
        <translation>保持原样：修复会改变面积</translation>
    </message>
    <message>
        <location filename="../../core/check/fix.py"/>
        <source>a part of {area} m2</source>
        <translation>面积 {area} m2 的部分</translation>
    </message>
    <message>
        <location filename="../../core/check/fix.py"/>
        <source>taken away</source>
        <translation>已删除</translation>
    </message>
    <message>
        <location filename="../../core/check/fixfaces.py"/>
        <source>left: larger or wider than the limits</source>
        <translation>保留：面积或宽度超过限值</translation>
    </message>
    <message>
        <location filename="../../core/check/fixfaces.py"/>
        <source>an overlap of {area} m2</source>
        <translation>重叠 {area} m2</translation>
    </message>
    <message>
        <location filename="../../core/check/fixfaces.py"/>
        <source>a gap of {area} m2</source>
        <translation>缝隙 {area} m2</translation>
    </message>
    <message>
        <location filename="../../core/check/fixfaces.py"/>
        <source>left: an edge of a protected area would go</source>
        <translation>保留：否则自然保护地的边会消失</translation>
    </message>
    <message>
        <location filename="../../core/check/fixfaces.py"/>
        <source>left: no neighbour shares an edge with it alone</source>
        <translation>保留：没有相邻图斑单独与其共边</translation>
    </message>
    <message>
        <location filename="../../core/check/fixfaces.py"/>
        <source>given to the neighbour of the longest edge</source>
        <translation>划给共边最长的相邻图斑</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>{distance} m from another vertex</source>
        <translation>距另一折点 {distance} m</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>one vertex</source>
        <translation>合为一个折点</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>left: a chain of near vertices, wider than the tolerance</source>
        <translation>保留：一串过近的折点，总宽超过容差</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>two vertices at one place</source>
        <translation>同一位置有两个折点</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>left: polygons branch off at it</source>
        <translation>保留：有图斑在此分叉</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>left: it has {area} m2</source>
        <translation>保留：面积为 {area} m2</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>left: it lies on the outline of a protected area</source>
        <translation>保留：位于自然保护地的边界上</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>left: another polygon reaches into it</source>
        <translation>保留：另一图斑伸入其中</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>a spike {width} m wide, of {area} m2</source>
        <translation>尖刺，宽 {width} m，面积 {area} m2</translation>
    </message>
    <message>
        <location filename="../../core/check/fixpoints.py"/>
        <source>cut off</source>
        <translation>已切除</translation>
    </message>
    <message>
        <location filename="../../core/check/rule.py"/>
        <source>seen in another domain's check, an analog; no public text gives one for red lines</source>
        <translation>见于其他领域的检查，属类比值；公开文本没有针对红线的规定</translation>
    </message>
    <message>
        <location filename="../../core/check/rule.py"/>
        <source>Redline's own example; no public text gives one for red lines</source>
        <translation>Redline 自拟的示例值；公开文本没有针对红线的规定</translation>
    </message>
    <message>
        <location filename="../../core/check/rule.py"/>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../core/check/rule.py"/>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>its outline crosses itself</source>
        <translation>边界自相交</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>its outline touches itself</source>
        <translation>边界自接触</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>a hole lies outside its outline</source>
        <translation>孔洞位于外边界之外</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>a hole lies in another hole</source>
        <translation>孔洞嵌套</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>holes cut it into pieces</source>
        <translation>孔洞将其分割为多块</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>a part lies in another part</source>
        <translation>部分之间嵌套</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>two of its rings are the same</source>
        <translation>有两个相同的环</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>a ring has too few points</source>
        <translation>环的点数过少</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>it has no geometry</source>
        <translation>没有几何</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>it is a {kind}, no polygon</source>
        <translation>类型为 {kind}，不是面</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>its coordinates are not numbers</source>
        <translation>坐标不是数值</translation>
    </message>
    <message>
        <location filename="../../core/check/shaperules.py"/>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>Found</source>
        <translation>发现数</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <location filename="../../core/explain/render.py"/>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/species/report.py"/>
        <location filename="../../ui/whyhererows.py"/>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>Where the default was seen</source>
        <translation>默认值的出处</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>Check of topology</source>
        <translation>拓扑检查</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>{count} more are in the layers.</source>
        <translation>另有 {count} 项见图层。</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>All rules are kept.</source>
        <translation>全部规则均符合。</translation>
    </message>
    <message>
        <location filename="../../core/check/summary.py"/>
        <source>{errors} errors and {warnings} warnings were found.</source>
        <translation>发现 {errors} 个错误和 {warnings} 个警告。</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <location filename="../../processing/fixtopology.py"/>
        <source>quality check of farmland rights databases (CBJY-QC)</source>
        <translation>农村承包地确权数据库质检（CBJY-QC）</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>check program of natural resources data (ERDIAO), at 1:10 000</source>
        <translation>自然资源数据检查程序（ERDIAO），1:10 000</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>default of a general quality check program (QCPP)</source>
        <translation>通用质检程序（QCPP）的默认值</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Least distance of two vertices [m]</source>
        <translation>折点最小间距 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A ring touches itself when nearer than [m]</source>
        <translation>小于此距离视为环自接触 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Area from which an overlap counts [m2]</source>
        <translation>计入重叠的起始面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Area from which a gap counts [m2]</source>
        <translation>计入缝隙的起始面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A hole smaller than this is a gap [m2]</source>
        <translation>小于此面积的空洞视为缝隙 [m2]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A hole narrower than this is a gap [m]</source>
        <translation>窄于此宽度的空洞视为缝隙 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Least area of a polygon [m2]</source>
        <translation>图斑最小面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A sliver is smaller than [m2]</source>
        <translation>碎片多边形小于 [m2]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A sliver is less round than [0 to 1]</source>
        <translation>碎片多边形的圆度低于 [0 至 1]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Least width of a polygon [m]</source>
        <translation>图斑最小宽度 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A neck is narrower than [m]</source>
        <translation>狭颈窄于 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A sharp angle is less than [degrees]</source>
        <translation>尖锐角小于 [度]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A spike is narrower at its foot than [m]</source>
        <translation>尖刺根部窄于 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Stair steps have edges up to [m]</source>
        <translation>锯齿的边长不超过 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>Stair steps have at least so many turns</source>
        <translation>锯齿至少有多少个转折</translation>
    </message>
    <message>
        <location filename="../../core/check/tolerances.py"/>
        <source>A short line is shorter than [m]</source>
        <translation>短线短于 [m]</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Geometry that is missing or not valid</source>
        <translation>几何缺失或无效</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>The geometry of feature {first} is not valid: {note}.</source>
        <translation>要素 {first} 的几何无效：{note}。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Duplicate features</source>
        <translation>重复要素</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Features {first} and {second} have the same geometry, of {value} m2.</source>
        <translation>要素 {first} 与 {second} 几何相同，面积 {value} m2。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Duplicate rings</source>
        <translation>重复环</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>A ring of feature {first}, {value} m long, is there twice.</source>
        <translation>要素 {first} 有一个长 {value} m 的环重复。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Features {first} and {second} overlap by {value} m2.</source>
        <translation>要素 {first} 与 {second} 重叠 {value} m2。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Gaps</source>
        <translation>缝隙</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>A hole of {value} m2 beside feature {first} is smaller than {GAP_AREA} m2 or narrower than {GAP_WIDTH} m.</source>
        <translation>要素 {first} 旁有 {value} m2 的空洞，小于 {GAP_AREA} m2 或窄于 {GAP_WIDTH} m。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Gaps along a shared boundary</source>
        <translation>共用边界旁的缝隙</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Between feature {first} and its neighbour {second} a strip up to {value} m wide is left open.</source>
        <translation>要素 {first} 与相邻要素 {second} 之间留有最宽 {value} m 的开口狭缝。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Tiny polygons</source>
        <translation>微小多边形</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>A polygon of feature {first} has {value} m2, less than {TINY_AREA} m2.</source>
        <translation>要素 {first} 有一个多边形面积为 {value} m2，小于 {TINY_AREA} m2。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Narrow polygons</source>
        <translation>狭长多边形</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>A polygon of feature {first} is {value} m wide, less than {NARROW_WIDTH} m.</source>
        <translation>要素 {first} 有一个多边形宽 {value} m，小于 {NARROW_WIDTH} m。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Slivers</source>
        <translation>碎片多边形</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>A polygon of feature {first} has {value} m2, less than {SLIVER_AREA} m2, and is less round than {SLIVER_ROUNDNESS}.</source>
        <translation>要素 {first} 有一个多边形面积为 {value} m2，小于 {SLIVER_AREA} m2，且圆度低于 {SLIVER_ROUNDNESS}。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Spikes</source>
        <translation>尖刺</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>The outline of feature {first} has a spike, {value} m wide at its foot.</source>
        <translation>要素 {first} 的边界有尖刺，根部宽 {value} m。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Sharp angles</source>
        <translation>尖锐角</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>The outline of feature {first} has an angle of {value} degrees, less than {SHARP_ANGLE}.</source>
        <translation>要素 {first} 的边界有 {value} 度的角，小于 {SHARP_ANGLE} 度。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Stair steps</source>
        <translation>锯齿</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>The outline of feature {first} runs in stair steps: {value} right-angled turns, with edges up to {STAIR_LENGTH} m.</source>
        <translation>要素 {first} 的边界呈锯齿状：{value} 个直角转折，边长不超过 {STAIR_LENGTH} m。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Self-contacts</source>
        <translation>自接触</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>The outline of feature {first} touches itself; the distance is {value} m.</source>
        <translation>要素 {first} 的边界自接触，距离为 {value} m。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Narrow necks</source>
        <translation>狭颈</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Feature {first} has a neck {value} m wide, less than {NECK_WIDTH} m.</source>
        <translation>要素 {first} 有宽 {value} m 的狭颈，小于 {NECK_WIDTH} m。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Duplicate vertices</source>
        <translation>重复折点</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>A vertex of feature {first} is there twice in a row.</source>
        <translation>要素 {first} 有一个折点连续重复。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Vertices too near to each other</source>
        <translation>折点过近</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Two vertices at feature {first} are {value} m apart, less than {NEAR_VERTEX} m, and not the same.</source>
        <translation>要素 {first} 处两个折点相距 {value} m，小于 {NEAR_VERTEX} m，但不重合。</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>Short lines</source>
        <translation>短线</translation>
    </message>
    <message>
        <location filename="../../core/check/topology.py"/>
        <source>An edge of feature {first} is {value} m long, less than {SHORT_LINE} m.</source>
        <translation>要素 {first} 有一条边长 {value} m，小于 {SHORT_LINE} m。</translation>
    </message>
    <message>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>Places without a day of 10 degC</source>
        <translation>没有10 degC 及以上日期的地方</translation>
    </message>
    <message>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>No value</source>
        <translation>无值</translation>
    </message>
    <message>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>Not dry: 0</source>
        <translation>不干燥：取0</translation>
    </message>
    <message>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>There the index is 0 divided by 0 and no source says what holds. Without a value such places drop out of the desertification sensitivity, too.</source>
        <translation>该处指数为0除以0，来源均未说明如何取值。如取无值，这些地方也不参与土地沙化敏感性评估。</translation>
    </message>
    <message>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>{count} pixels ({share:.1f} %) have no day of 10 degC; there the index is undefined.</source>
        <translation>{count}个像元（{share:.1f}%）没有10 degC 及以上的日期，指数无定义。</translation>
    </message>
    <message>
        <location filename="../../core/climate/drynessparts.py"/>
        <source>{count} pixels have warm days and no rain on them: the index is infinite and is written as 999.</source>
        <translation>{count}个像元有温暖日，但其间没有降水：指数为无穷大，记为999。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean lies above 45 degC: this looks like kelvin or tenths of a degree. Convert it.</source>
        <translation>平均值大于45 degC：单位可能是开尔文或0.1 degC。请换算。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Monthly precipitation</source>
        <translation>月降水量</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Sums of the months, January first; not mm per day.</source>
        <translation>各月总量，从1月起；不是日降水量（mm/d）。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean of a month lies below 15 mm: outside deserts this looks like mm per day or m. Convert it to mm per month.</source>
        <translation>某月平均值小于15 mm：在荒漠以外，可能以 mm/d 或 m 为单位。请换算为 mm/月。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean of a month lies above 900 mm: this looks like tenths of a millimetre.</source>
        <translation>某月平均值大于900 mm：可能以0.1 mm 为单位。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Monthly mean temperature</source>
        <translation>月平均气温</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Means of the months, January first.</source>
        <translation>各月平均值，从1月起。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Monthly mean of daily minimum temperature</source>
        <translation>日最低气温的月平均值</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Means of the months, January first; not the lowest value of the month.</source>
        <translation>各月平均值，从1月起；不是当月极端最低值。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Monthly mean of daily maximum temperature</source>
        <translation>日最高气温的月平均值</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Means of the months, January first; not the highest value of the month.</source>
        <translation>各月平均值，从1月起；不是当月极端最高值。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>Monthly mean relative humidity</source>
        <translation>月平均相对湿度</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>A fraction from 0 to 1, January first; not per cent.</source>
        <translation>0至1的小数，从1月起；不是百分数。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean lies above 1: this looks like per cent. Divide it by 100.</source>
        <translation>平均值大于1：可能是百分数。请除以100。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean lies above 15 m/s: this looks like km/h or tenths of m/s. Convert it.</source>
        <translation>平均值大于15 m/s：可能以 km/h 或0.1 m/s 为单位。请换算。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>At 2 m above the ground, January first; stations and grids mostly give it at 10 m.</source>
        <translation>离地2 m 处，从1月起；站点和格网数据多为10 m 处。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean is above 6500: the heights may be in feet or decimetres. Elevation must be in m.</source>
        <translation>平均值大于6500：高程单位可能是英尺或分米。高程单位必须为 m。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean lies above 1: this looks like per cent, or like days. A fraction is needed.</source>
        <translation>均值大于 1：像是百分数或天数。需要 0 到 1 的比例。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>The mean lies above the days that there are: this looks like the rain in mm. The number of days is needed.</source>
        <translation>均值超过实际天数：像是以 mm 表示的降水量。需要天数。</translation>
    </message>
    <message>
        <location filename="../../core/climate/inputs.py"/>
        <source>This looks like m3 per hm2, of which 10 are 1 mm. Convert it to mm.</source>
        <translation>像是 m3/hm2，10 m3/hm2 等于 1 mm。请换算为 mm。</translation>
    </message>
    <message>
        <location filename="../../core/climate/petoutputs.py"/>
        <source>Potential evapotranspiration</source>
        <translation>潜在蒸散发</translation>
    </message>
    <message>
        <location filename="../../core/climate/series.py"/>
        <source>Least share of rasters with a value</source>
        <translation>有值栅格的最小比例</translation>
    </message>
    <message>
        <location filename="../../core/climate/sources.py"/>
        <source>FAO Irrigation and Drainage Paper 56 (Allen and others 1998)</source>
        <translation>《FAO 灌溉排水丛书》第56号（Allen 等1998）</translation>
    </message>
    <message>
        <location filename="../../core/climate/sources.py"/>
        <source>Revised wind erosion equation, RWEQ (Fryrear and others 1998)</source>
        <translation>修正风蚀方程 RWEQ（Fryrear 等1998）</translation>
    </message>
    <message>
        <location filename="../../core/climate/sources.py"/>
        <source>To be set by the user</source>
        <translation>由用户设定</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>Acceleration of gravity g</source>
        <translation>重力加速度 g</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>General knowledge</source>
        <translation>一般知识</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>Formula of the air density</source>
        <translation>空气密度公式</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>Polynomial of elevation</source>
        <translation>按高程的多项式</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>ρ = 348·(1.013 − 0.1183·EL + 0.0048·EL²)/T</source>
        <translation>ρ = 348·(1.013 − 0.1183·EL + 0.0048·EL²)/T</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>From pressure at elevation</source>
        <translation>按高程处的气压</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>ρ = 1.293·273/(273 + t)·p/101.3</source>
        <translation>ρ = 1.293·273/(273 + t)·p/101.3</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>At 1200 m and 15 degC they give 1.0603 and 1.0410 kg/m3. The standard atmosphere agrees with the first.</source>
        <translation>海拔1200 m、15 degC 时，两式分别为1.0603和1.0410 kg/m3。前者与标准大气相符。</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>SW is named wetness and is 1 for dry soil.</source>
        <translation>SW 名为湿度因子，干土为1。</translation>
    </message>
    <message>
        <location filename="../../core/climate/weather.py"/>
        <source>No snow factor was given: it is taken as 1.</source>
        <translation>未给出雪盖因子，取1。</translation>
    </message>
    <message>
        <location filename="../../core/climate/winds.py"/>
        <source>Wind speed, observations of one period</source>
        <translation>风速（一个时段的观测）</translation>
    </message>
    <message>
        <location filename="../../core/climate/winds.py"/>
        <source>One raster for each observation (hour, day). Their order does not matter.</source>
        <translation>每次观测（小时或日）一个栅格。顺序不限。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <source>There is no model “{name}”.</source>
        <translation>没有模型“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <source>{name} of {model} is there twice.</source>
        <translation>{model}的{name}重复。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <source>{model} has no coefficient “{name}”.</source>
        <translation>{model}没有系数“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <location filename="../../core/declare/job.py"/>
        <source>{name} has no option “{text}”.</source>
        <translation>{name}没有选项“{text}”。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <location filename="../../core/declare/job.py"/>
        <source>Its options are: {options}.</source>
        <translation>可选：{options}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <location filename="../../core/declare/table.py"/>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) is {value:g}; it must be {range}.</source>
        <translation>{title}（{name}）为{value:g}，应为{range}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/coefficients.py"/>
        <source>Redline's coefficients and choices. Edit the column value; raise the version when you do.</source>
        <translation>Redline 的系数和选项。请修改 value 列；修改后请提高版本号。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>One of {names} is needed.</source>
        <translation>{names}中至少需要一项。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{names} must rise; they are {numbers}.</source>
        <translation>{names}应依次增大；现为{numbers}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <location filename="../../core/species/run.py"/>
        <source>No output is asked for.</source>
        <translation>未指定任何输出。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{model} has nothing of the name {name}.</source>
        <translation>{model}中没有名为{name}的项。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{name}: the list of rasters is empty.</source>
        <translation>{name}：栅格列表为空。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Choose at least one raster, or leave the input out.</source>
        <translation>请至少选择一个栅格，或不给出该输入。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Choose at least one raster.</source>
        <translation>请至少选择一个栅格。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) is missing.</source>
        <translation>缺少{title}（{name}）。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) needs {needed} bands, {count} are given.</source>
        <translation>{title}（{name}）需要{needed}个波段，现给出{count}个。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Give one raster with that many bands, or so many rasters in order.</source>
        <translation>请给出一个含此数量波段的栅格，或按顺序给出此数量的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <location filename="../../processing/vectorsink.py"/>
        <source>The output would overwrite an input.</source>
        <translation>输出会覆盖输入。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Two outputs have one name.</source>
        <translation>两个输出同名。</translation>
    </message>
    <message>
        <location filename="../../core/declare/limits.py"/>
        <source>any value</source>
        <translation>任意值</translation>
    </message>
    <message>
        <location filename="../../core/declare/limits.py"/>
        <source>at least {low:g}</source>
        <translation>不小于{low:g}</translation>
    </message>
    <message>
        <location filename="../../core/declare/limits.py"/>
        <source>at most {high:g}</source>
        <translation>不大于{high:g}</translation>
    </message>
    <message>
        <location filename="../../core/declare/limits.py"/>
        <source>{low:g} to {high:g}</source>
        <translation>{low:g}至{high:g}</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <location filename="../../core/standard/profile.py"/>
        <source>read in the source</source>
        <translation>见于来源</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>general knowledge, sure</source>
        <translation>一般知识，确定</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>general knowledge, likely</source>
        <translation>一般知识，较可能</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>general knowledge, a hint only</source>
        <translation>一般知识，仅供参考</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>sources differ</source>
        <translation>来源不一致</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Redline's own rule, in no norm</source>
        <translation>Redline 自定规则，规范中没有</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>chosen by the user</source>
        <translation>由用户选定</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Factors: climate</source>
        <translation>因子：气候</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Factors: terrain</source>
        <translation>因子：地形</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Factors: soil</source>
        <translation>因子：土壤</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Factors: vegetation and land cover</source>
        <translation>因子：植被与土地覆被</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Ecological functions</source>
        <translation>生态功能</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Ecological sensitivity</source>
        <translation>生态敏感性</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Grading</source>
        <translation>分级</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Delineation</source>
        <translation>划定</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Boundary</source>
        <translation>边界处理</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Survey and markers</source>
        <translation>勘界定标</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Submission package</source>
        <translation>成果包</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Reports and tables</source>
        <translation>报告与表</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Ready-made models</source>
        <translation>现成模型</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Guide for delineating ecological protection red lines, 2017 (环办生态〔2017〕48号)</source>
        <translation>《生态保护红线划定指南》，2017年（环办生态〔2017〕48号）</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <location filename="../../core/raster/source.py"/>
        <source>{title} ({name})</source>
        <translation>{title}（{name}）</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{name}: about {share:.0f} % of the samples are {value:g}, outside the valid range. It is taken for nodata; declare it as such in the file.</source>
        <translation>{name}：约{share:.0f}%的样本为{value:g}，超出有效范围。已作为 NoData 值处理；请在文件中声明该 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{name} alone leaves out about {share:.0f} % of the area that all other inputs cover. Does it cover the area, and is its nodata value right?</source>
        <translation>仅因{name}一项，其他输入均覆盖的区域中就有约{share:.0f}%不参与计算。它是否覆盖该区域？其 NoData 值是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{name} is {value:g} nearly everywhere outside the other inputs. Is that its nodata value, not declared?</source>
        <translation>{name}在其他输入的范围以外几乎处处为{value:g}。这是否为其未声明的 NoData 值？</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{name}: the mean of samples is {mean:.4g} {unit}. {hint}</source>
        <translation>{name}：抽样平均值为{mean:.4g} {unit}。{hint}</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{name}: {percent:g} % of the samples are at most {limit:.4g}{unit}. {hint}</source>
        <translation>{name}：样本中 {percent:g} % 不超过 {limit:.4g}{unit}。{hint}</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{name}: about {share:.0f} % of the samples are exactly {value:g}, the lowest value. It looks like the fill value of the product, and counts as a value here. Declare it as nodata in the file.</source>
        <translation>{name}：约 {share:.0f} % 的样本恰好为 {value:g}，即最小值。它像是产品的填充值，而在此按有效值计算。请在文件中将其声明为无数据值。</translation>
    </message>
    <message>
        <location filename="../../core/declare/plausibility.py"/>
        <source>{names}: the means of samples sum to {sum:.4g} %, not to about 100 %. Are all of them in per cent? Values in g/kg are ten times larger.</source>
        <translation>{names}：样本均值之和为 {sum:.4g} %，而不是约 100 %。它们都以百分数表示吗？以 g/kg 表示的值要大十倍。</translation>
    </message>
    <message>
        <location filename="../../core/declare/prepare.py"/>
        <source>No input is given.</source>
        <translation>未给出任何输入。</translation>
    </message>
    <message>
        <location filename="../../core/declare/prepare.py"/>
        <source>the grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <location filename="../../core/declare/products.py"/>
        <source>“{title}” ({file})</source>
        <translation>“{title}”（{file}）</translation>
    </message>
    <message>
        <location filename="../../core/declare/products.py"/>
        <source>{name}: about {share:.0f} % of the samples have codes that the chosen table does not list. Tables that list them: {tables}. Is another product chosen than this raster's?</source>
        <translation>{name}：约 {share:.0f} % 的样本的代码不在所选的表中。含有这些代码的表：{tables}。所选产品是否与该栅格不符？</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{title} ({name}): {value:.8g}, found in the assessed area.</source>
        <translation>{title}（{name}）：{value:.8g}，由评估范围统计得到。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>Only {share:.2f} % of the pixels have a result. Do all inputs cover the area?</source>
        <translation>仅{share:.2f}%的像元有结果。所有输入是否都覆盖该区域？</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>All pixels have one result, {value:g}. Is an input constant?</source>
        <translation>所有像元的结果都是{value:g}。是否有输入为常数？</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels ({share:.1f} %) are nodata.</source>
        <translation>{name}：{count}个像元（{share:.1f}%）无数据。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels ({share:.1f} %) lie outside the valid range and are left out. Check the unit.</source>
        <translation>{name}：{count}个像元（{share:.1f}%）超出有效范围，不参与计算。请检查单位。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: codes that are not in the table are left out (pixels): {codes}.</source>
        <translation>{name}：表中没有的代码不参与计算（像元数）：{codes}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels ({share:.1f} % of those with a class) are of classes that the table leaves out (pixels): {codes}. To take them in, copy the table and give them a number.</source>
        <translation>{name}：{count}个像元（占有类型像元的{share:.1f}%）属于表中排除的类型（像元数）：{codes}。如需计入，请复制该表并为其赋值。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: rows of the table that are a hint only were used for codes (pixels): {codes}. Check them.</source>
        <translation>{name}：以下代码（像元数）采用了表中仅供提示的行：{codes}。请核对。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: no pixel has a value.</source>
        <translation>{name}：没有有值的像元。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} valid pixels.</source>
        <translation>{name}：有效像元{count}个。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} valid pixels, {low:.6g} to {high:.6g}{unit}, mean {mean:.6g}.</source>
        <translation>{name}：有效像元{count}个，值域{low:.6g}至{high:.6g}{unit}，平均值{mean:.6g}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels came out below the lowest meaningful value and were set to it.</source>
        <translation>{name}：{count}个像元的结果低于有意义的最小值，已设为该最小值。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels came out above the highest meaningful value and were set to it.</source>
        <translation>{name}：{count}个像元的结果高于有意义的最大值，已设为该最大值。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: the equation has no result in {count} pixels; they are nodata.</source>
        <translation>{name}：公式在{count}个像元上无解，这些像元为无数据。</translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>{name} {share:.1f} %</source>
        <translation>{name} {share:.1f} %</translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>No pixel is valid in all inputs. Left out per input: {shares}.</source>
        <translation>没有在所有输入中都有效的像元。各输入不参与计算的比例：{shares}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <location filename="../../core/declare/statistics.py"/>
        <source>Check nodata values, units and class codes; no output was written.</source>
        <translation>请检查 NoData 值、单位和类型代码；未写出任何结果。</translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>The equation has no result in any of the {count} pixels that are valid in all inputs.</source>
        <translation>在所有输入均有效的 {count} 个像元中，公式都没有结果。</translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>Check the units and choices; no output was written.</source>
        <translation>请检查单位和选项；未写出任何结果。</translation>
    </message>
    <message>
        <location filename="../../core/declare/stackorder.py"/>
        <source>The files are in the order {names}, which sorts numbers as texts.</source>
        <translation>文件的顺序为 {names}，即把数字按文本排序。</translation>
    </message>
    <message>
        <location filename="../../core/declare/stackorder.py"/>
        <source>Put them in the order {names}, from January to December.</source>
        <translation>请按 {names} 的顺序排列，从一月到十二月。</translation>
    </message>
    <message>
        <location filename="../../core/declare/stackorder.py"/>
        <source>{name}: the files are in the order {names}, not in that of their numbers, which would be {sorted}. Is January the first?</source>
        <translation>{name}：文件的顺序为 {names}，不是按其编号的顺序（应为 {sorted}）。第一个是一月吗？</translation>
    </message>
    <message>
        <location filename="../../core/declare/stackorder.py"/>
        <source>{name}: the same raster is there more than once: {rasters}.</source>
        <translation>{name}：同一栅格出现不止一次：{rasters}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/statistics.py"/>
        <source>No pixel is valid in all inputs, so {title} is not known.</source>
        <translation>没有在所有输入中都有效的像元，因此无法得到{title}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/statistics.py"/>
        <source>{lowest} is {low:g} and {highest} is {high:g}: the first must be below the second.</source>
        <translation>{lowest}为 {low:g}，{highest}为 {high:g}：前者必须小于后者。</translation>
    </message>
    <message>
        <location filename="../../core/declare/statistics.py"/>
        <source>Is the input constant, or are the numbers given the right ones?</source>
        <translation>该输入是否为常数？给定的数值是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>Code {code} is there twice.</source>
        <translation>代码{code}重复。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <location filename="../../core/reference/distances.py"/>
        <location filename="../../core/species/weights.py"/>
        <source>The table has no rows.</source>
        <translation>表中没有数据行。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>{title} must lie between {low} and {high}, not {value:g}.</source>
        <translation>{title}应在{low}至{high}之间，现为{value:g}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>{title} must be one of {numbers}, not {value:g}.</source>
        <translation>{title}只能是{numbers}之一，不能是{value:g}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <location filename="../../core/usertable.py"/>
        <location filename="../../core/verify/cross.py"/>
        <source>The table cannot be read ({reason}).</source>
        <translation>无法读取表（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table is empty.</source>
        <translation>表为空。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table has no column {names}.</source>
        <translation>表中没有列{names}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>Its first line must name the columns: {names}.</source>
        <translation>首行应为列名：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <location filename="../../core/stations/reader.py"/>
        <location filename="../../core/stations/textfile.py"/>
        <source>The row has {count} cells; the header has {width}.</source>
        <translation>该行有{count}个单元格，表头有{width}个。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>Put a text with a comma in it in quotation marks.</source>
        <translation>含逗号的文本请加引号。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The code is missing.</source>
        <translation>缺少代码。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>A code is a whole number from 0 to 65535, not {text}.</source>
        <translation>代码应为0至65535的整数，不能是{text}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>id</source>
        <translation>标识</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>area (m2)</source>
        <translation>面积（m2）</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Extreme by any of them</source>
        <translation>任一项极重要或极敏感</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Patches under the minimum, left out</source>
        <translation>小于最小面积的斑块，已剔除</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Patches under the minimum, kept because they touch a protected area</source>
        <translation>小于最小面积的斑块，因与自然保护地相接而保留</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Holes under the minimum, filled</source>
        <translation>小于最小面积的孔洞，已填充</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Holes under the minimum with land without data, filled</source>
        <translation>小于最小面积且含无数据区域的孔洞，已填充</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Difference between the areas of pixels and of the polygons around them</source>
        <translation>像元面积与其轮廓多边形面积之差</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Protected areas</source>
        <translation>自然保护地</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Protected areas, zone {zone}</source>
        <translation>自然保护地，分区：{zone}</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Protected areas that do not enter by the rules</source>
        <translation>按规则不划入的保护地</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Protected land that was not in by its classes</source>
        <translation>未因等级划入、因自然保护地划入的区域</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Gaps under the minimum beside protected areas, filled</source>
        <translation>自然保护地旁小于最小面积的空隙，已填充</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Land outside all counties, left out</source>
        <translation>所有县级行政区以外的区域，已剔除</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Small pieces that county borders cut off, left out</source>
        <translation>县级行政区界线切出的碎块，已剔除</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>The red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>In the red line: {reason}</source>
        <translation>红线内：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Added by decision</source>
        <translation>按决定划入</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Extreme by {reason}</source>
        <translation>{reason}极重要或极敏感</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Classes {classes} of {reason}</source>
        <translation>{reason}的第 {classes} 级</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Parts narrower than corridors must be, left out</source>
        <translation>窄于廊道最小宽度的部分，不划入</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Bridges between near patches</source>
        <translation>邻近图斑之间的连接</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>{kind}, left out by the policy</source>
        <translation>{kind}，按政策不划入</translation>
    </message>
    <message>
        <location filename="../../core/delineate/account.py"/>
        <source>Small pieces that leaving it out cut off</source>
        <translation>扣除后切出的细小碎块</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>None of the {layer} can be used.</source>
        <translation>没有可用的{layer}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, it is a line without a width.</source>
        <translation>未使用，这是没有宽度的线。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, the line has no length.</source>
        <translation>未使用，线没有长度。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <location filename="../../core/geodesy/area.py"/>
        <source>A polygon has coordinates that are not numbers.</source>
        <translation>有多边形的坐标不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>None of the {layer} lies on the rasters; they cover {west}, {south}, {east}, {north} (west, south, east, north) in the rasters' CRS.</source>
        <translation>{layer}全部位于栅格范围之外；在栅格的坐标参考系下，其范围为{west}, {south}, {east}, {north}（西、南、东、北）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>Is their CRS the right one?</source>
        <translation>其坐标参考系是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>Cannot be read to its end ({reason}).</source>
        <translation>无法完整读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>The file is damaged; make it again.</source>
        <translation>文件已损坏，请重新生成。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>{count} pixels hold no class; one of them holds {value:g}. Classes are 0 (no data), 1, 2 and 3 (extreme).</source>
        <translation>{count}个像元的值不是等级，例如{value:g}。等级为0（无数据）、1、2和3（极重要或极敏感）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>Grade it first, or declare that value as its nodata.</source>
        <translation>请先分级，或将该值声明为 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>Has no class at all on the grid.</source>
        <translation>在格网范围内没有任何等级。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>Is it the right raster, and does it cover the area?</source>
        <translation>栅格是否正确？是否覆盖该区域？</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>Has no extreme class (3) on the grid.</source>
        <translation>在格网范围内没有极重要或极敏感等级（3）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>No class of it enters, as the rules say.</source>
        <translation>按规则，该栅格没有等级划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/bits.py"/>
        <source>Has none of the classes that enter ({classes}) on the grid.</source>
        <translation>在此格网上没有可划入的等级（{classes}）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/compose.py"/>
        <source>{area} km2 in {count} pieces lie outside all counties and are left out.</source>
        <translation>{area} km2（{count}块）位于所有县级行政区之外，已剔除。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/compose.py"/>
        <source>Compare the county layer with the assessed area.</source>
        <translation>请将县级行政区图层与评估区域对照检查。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/compose.py"/>
        <source>{area} km2 in {count} small pieces that county borders cut off are left out.</source>
        <translation>县级行政区界线切出的碎块共{area} km2（{count}块），已剔除。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/compose.py"/>
        <source>{area} km2 of the red line in {count} blocks lie outside all counties; they are kept without a county.</source>
        <translation>红线中有{area} km2（{count}个图斑）位于所有县级行政区之外；予以保留，不归属任何县级行政区。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/compose.py"/>
        <source>Counties overlap on {area} km2 of the red line; it went to the county with the lower code.</source>
        <translation>县级行政区在红线范围内重叠{area} km2；重叠部分归入代码较小的县级行政区。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/compose.py"/>
        <source>Correct the county borders.</source>
        <translation>请修正县级行政区界线。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>No folder for working rasters can be made ({reason}).</source>
        <translation>无法创建存放中间栅格的文件夹（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Patches under {area} km2 go out unless they touch a protected area; pixels are joined over {connectivity} neighbours.</source>
        <translation>剔除小于{area} km2 的斑块，与自然保护地相接的除外；像元按{connectivity}邻域连通。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>1 km2 was seen in the practice of adjustment; the Guide of 2017 gives no number.</source>
        <translation>1 km2 见于调整工作的实践；2017年《指南》未给出数值。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Holes under {area} m2 are filled (the user's choice).</source>
        <translation>填充小于{area} m2 的孔洞（由用户选定）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>No holes are filled: no public text gives an area, and none was chosen.</source>
        <translation>不填充孔洞：公开文本未给出面积，用户也未指定。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Nothing is in the red line: no raster has an extreme class (3) and there are no protected areas.</source>
        <translation>没有任何区域划入红线：各栅格均无极重要或极敏感等级（3），也没有自然保护地。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Check the class rasters, or how they were graded.</source>
        <translation>请检查等级栅格或分级方法。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Nothing is in the red line: all {count} patches ({area} km2) are under the minimum of {minimum} km2 and there are no protected areas.</source>
        <translation>没有任何区域划入红线：全部{count}个斑块（{area} km2）均小于最小面积{minimum} km2，也没有自然保护地。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Choose a smaller minimum, or check the class rasters.</source>
        <translation>请减小最小面积，或检查等级栅格。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Nothing is in the red line: all of it is land that the policy leaves out.</source>
        <translation>红线内没有任何面积：全部为按政策不划入的用地。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Are the layers of disputed land the right ones? Or flag them only.</source>
        <translation>有争议用地的图层是否正确？或者只作标记。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Nothing is in the red line: all {area} km2 of it lie outside the counties, or are small pieces along their borders.</source>
        <translation>红线为空：全部 {area} km2 都位于各县级行政区之外，或为县级行政区界线旁的碎块。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Is the county layer the right one, and its CRS?</source>
        <translation>请检查县级行政区图层及其坐标参考系是否正确。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>No raster has an extreme class (3); the red line is the protected areas alone.</source>
        <translation>各栅格均无极重要或极敏感等级（3）；红线仅由自然保护地组成。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>All patches are under the minimum; the red line is the protected areas alone.</source>
        <translation>全部斑块均小于最小面积；红线仅由自然保护地组成。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>{title}: {area} km2</source>
        <translation>{title}：{area} km2</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>{title}: {area} km2 ({count})</source>
        <translation>{title}：{area} km2（{count}个）</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>Blocks: {count}</source>
        <translation>图斑：{count}个</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <location filename="../../core/stations/findings.py"/>
        <location filename="../../processing/parcelcolumns.py"/>
        <location filename="../../processing/planarlayers.py"/>
        <source>{where}: {what}</source>
        <translation>{where}：{what}</translation>
    </message>
    <message>
        <location filename="../../core/delineate/delineate.py"/>
        <source>{count} more warnings are in the report.</source>
        <translation>另有{count}条警告，见报告。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>The minimum area of a patch must be 0 or more, not {value}.</source>
        <translation>斑块最小面积应不小于0，现为{value}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>The minimum area of a hole must be 0 or more, not {value}.</source>
        <translation>孔洞最小面积应不小于0，现为{value}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>The minimum area of a piece must be 0 or more, not {value}.</source>
        <translation>碎块最小面积应不小于0，现为{value}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>Connectivity must be 4 or 8, not {value}.</source>
        <translation>连通性应为4或8，现为{value}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>A length or area must be 0 or more, not {value}.</source>
        <translation>长度或面积必须大于或等于 0，而不是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>Classes are 1, 2 and 3, not “{value}”.</source>
        <translation>等级为 1、2 和 3，不能是“{value}”。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>“{value}” is no decision; it must be {known}.</source>
        <translation>“{value}”不是处理方式；应为 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>natural units</source>
        <translation>自然地理单元</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>{count} natural units have no name and give none.</source>
        <translation>{count} 个自然地理单元没有名称，不用于命名。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>“{value}” is no choice; it must be {known}.</source>
        <translation>“{value}”不是可选值；应为 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>The pattern of patch codes “{pattern}” does not work ({reason}).</source>
        <translation>图斑编码的格式“{pattern}”不可用（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>Use the fields {known}, for example {example}.</source>
        <translation>可用字段为 {known}，例如 {example}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>{count} blocks have no county, so they get no block code.</source>
        <translation>{count} 个红线图斑没有所属县，因此没有红线编码。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>Give the counties with their codes of six digits.</source>
        <translation>请给出带六位代码的县级界线。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>{count} blocks get no block code: their serial has more digits than there are places.</source>
        <translation>{count} 个红线图斑没有红线编码：其顺序号的位数超出规定。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>Raise the minimum area of patches, so that there are fewer blocks.</source>
        <translation>请提高最小图斑面积，以减少红线图斑数量。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>{count} patch codes are there more than once.</source>
        <translation>{count} 个图斑编码重复。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/naming.py"/>
        <source>Let the pattern hold the county and the number.</source>
        <translation>请在格式中写入 county 和 number。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>the chosen grid</source>
        <translation>所选格网</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../processing/fixtopology.py"/>
        <location filename="../../processing/smoothboundary.py"/>
        <source>protected areas</source>
        <translation>自然保护地</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <location filename="../../core/report/counties.py"/>
        <source>counties</source>
        <translation>县级行政区</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>land added by decision</source>
        <translation>按决定划入的土地</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>disputed land</source>
        <translation>有争议用地</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>No class raster was given.</source>
        <translation>未给出等级栅格。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>Grade at least one function or sensitivity first.</source>
        <translation>请先对至少一项生态功能或敏感性分级。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>{reason} is no function or sensitivity of the policy; they are {known}.</source>
        <translation>{reason}不是政策规定的生态功能或敏感性；可选：{known}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>The grid is in degrees; the corridors' width, the bridging distance and the width of lines are in metres.</source>
        <translation>格网以度为单位；廊道宽度、连接距离和线的宽度以米为单位。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>Reproject the class rasters to their Gauss-Kruger belt first.</source>
        <translation>请先将等级栅格重投影到所在的高斯-克吕格分带。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>{count} protected areas have no name; blocks show their id instead.</source>
        <translation>{count}个自然保护地没有名称；图斑中以其标识代替。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>{count} protected areas of kind “{kind}”, zone “{zone}”, level “{level}” ({area} km2) stay out by the rules.</source>
        <translation>{count} 个保护地（类型“{kind}”，分区“{zone}”，级别“{level}”，{area} km2）按规则不划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>No rule knows the kind “{kind}” of {count} protected areas ({area} km2, zone “{zone}”, level “{level}”); they are taken in, as chosen.</source>
        <translation>没有规则包含类型“{kind}”，涉及 {count} 个保护地（{area} km2，分区“{zone}”，级别“{level}”）；按所选方式划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>No rule knows the kind “{kind}” of {count} protected areas ({area} km2, zone “{zone}”, level “{level}”); they stay out, as chosen.</source>
        <translation>没有规则包含类型“{kind}”，涉及 {count} 个保护地（{area} km2，分区“{zone}”，级别“{level}”）；按所选方式不划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>No rule knows the zone “{zone}” of {count} protected areas of kind “{kind}” ({area} km2, level “{level}”); they are taken in, as chosen.</source>
        <translation>没有规则包含分区“{zone}”，涉及 {count} 个类型为“{kind}”的保护地（{area} km2，级别“{level}”）；按所选方式划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>No rule knows the zone “{zone}” of {count} protected areas of kind “{kind}” ({area} km2, level “{level}”); they stay out, as chosen.</source>
        <translation>没有规则包含分区“{zone}”，涉及 {count} 个类型为“{kind}”的保护地（{area} km2，级别“{level}”）；按所选方式不划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>No rule knows the level “{level}” of {count} protected areas of kind “{kind}” ({area} km2, zone “{zone}”); they are taken in, as chosen.</source>
        <translation>没有规则包含级别“{level}”，涉及 {count} 个类型为“{kind}”的保护地（{area} km2，分区“{zone}”）；按所选方式划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>No rule knows the level “{level}” of {count} protected areas of kind “{kind}” ({area} km2, zone “{zone}”); they stay out, as chosen.</source>
        <translation>没有规则包含级别“{level}”，涉及 {count} 个类型为“{kind}”的保护地（{area} km2，分区“{zone}”）；按所选方式不划入。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/selecting.py"/>
        <source>Correct the layer, or add the name to overlay_protected.csv or overlay_levels.csv and give their folder.</source>
        <translation>请改正图层，或在 overlay_protected.csv 或 overlay_levels.csv 中补充该名称并给出其文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/strips.py"/>
        <source>The working raster cannot be written or read ({reason}).</source>
        <translation>无法写入或读取中间栅格（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/strips.py"/>
        <source>Is the disk full? Choose another folder for temporary files.</source>
        <translation>磁盘是否已满？请另选存放临时文件的文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/demo/county.py"/>
        <source>The demo county cannot have {size} pixels along a side.</source>
        <translation>演示县的边长不能为{size}个像元。</translation>
    </message>
    <message>
        <location filename="../../core/demo/county.py"/>
        <source>Choose an even number from {low} to {high}.</source>
        <translation>请选择{low}至{high}之间的偶数。</translation>
    </message>
    <message>
        <location filename="../../core/demo/files.py"/>
        <source>Free some space or choose another folder.</source>
        <translation>请释放空间，或另选文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>there is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>permission is denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>it is a folder, not a file</source>
        <translation>它是文件夹，不是文件</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>a part of its path is a file, not a folder</source>
        <translation>路径中有一段是文件，不是文件夹</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>the disk can only be read</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>the disk space allowed to you is used up</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>its name is too long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>another program uses it</source>
        <translation>正被另一程序占用</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>the disk or the network gives an error</source>
        <translation>磁盘或网络出错</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>too many files are open</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>Cancelled. No output was written.</source>
        <translation>已取消。未写出任何结果。</translation>
    </message>
    <message>
        <location filename="../../core/explain/bands.py"/>
        <source>the place lies outside this raster</source>
        <translation>该位置在此栅格范围之外</translation>
    </message>
    <message>
        <location filename="../../core/explain/bands.py"/>
        <source>{value:g} is outside the valid range ({range})</source>
        <translation>{value:g}超出有效范围（{range}）</translation>
    </message>
    <message>
        <location filename="../../core/explain/bands.py"/>
        <source>no data here</source>
        <translation>此处无数据</translation>
    </message>
    <message>
        <location filename="../../core/explain/bands.py"/>
        <source>no data here (the raster marks it by {value:g})</source>
        <translation>此处无数据（栅格以{value:g}标记）</translation>
    </message>
    <message>
        <location filename="../../core/explain/explain.py"/>
        <source>The place lies outside this raster.</source>
        <translation>该位置在此栅格范围之外。</translation>
    </message>
    <message>
        <location filename="../../core/explain/explain.py"/>
        <source>{title}: {what}</source>
        <translation>{title}：{what}</translation>
    </message>
    <message>
        <location filename="../../core/explain/explain.py"/>
        <location filename="../../core/raster/grid.py"/>
        <location filename="../../core/report/assessment.py"/>
        <source>Cannot be read as a raster ({reason}).</source>
        <translation>无法作为栅格读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/explain/files.py"/>
        <source>moved; found beside the result: {path}</source>
        <translation>已移动；在结果文件旁找到：{path}</translation>
    </message>
    <message>
        <location filename="../../core/explain/files.py"/>
        <source>the file is the same as then</source>
        <translation>文件与当时一致</translation>
    </message>
    <message>
        <location filename="../../core/explain/files.py"/>
        <source>the file is no longer there: {path}</source>
        <translation>文件已不存在：{path}</translation>
    </message>
    <message>
        <location filename="../../core/explain/files.py"/>
        <source>the input has changed since: it had {before} bytes and has {now}</source>
        <translation>输入此后有改动：原为{before}字节，现为{now}字节</translation>
    </message>
    <message>
        <location filename="../../core/explain/files.py"/>
        <source>the input has changed since: its content is another, by its hash</source>
        <translation>输入此后有改动：按哈希值判断，内容已不同</translation>
    </message>
    <message>
        <location filename="../../core/explain/files.py"/>
        <source>the file cannot be read ({reason})</source>
        <translation>无法读取文件（{reason}）</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../core/grade/cumulative.py"/>
        <source>Importance of function</source>
        <translation>生态功能重要性</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../core/grade/sensitivity.py"/>
        <source>Sensitivity class</source>
        <translation>敏感性等级</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>{kind}: {subject}</source>
        <translation>{kind}：{subject}</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>an index that the record does not name</source>
        <translation>来历记录中未注明的指数</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>No class here: the index has no value: {what}.</source>
        <translation>此处没有等级，因为指数没有值：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>The class cannot be told again: {what}.</source>
        <translation>无法重新判定等级：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>But {stored} is stored. The index has changed since.</source>
        <translation>但存储的值为{stored}。指数此后有改动。</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../core/explain/model.py"/>
        <location filename="../../core/explain/tree.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>The record does not hold the limits.</source>
        <translation>来历记录中没有阈值。</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>The index: {what}.</source>
        <translation>指数：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../core/explain/model.py"/>
        <location filename="../../core/explain/other.py"/>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../processing/grading.py"/>
        <source>Limits</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>Classes of the whole area</source>
        <translation>全区各等级</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../core/explain/inputs.py"/>
        <location filename="../../core/explain/other.py"/>
        <source>made by Redline: {title}</source>
        <translation>由 Redline 生成：{title}</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../core/explain/inputs.py"/>
        <location filename="../../core/explain/other.py"/>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>{share} % of the area</source>
        <translation>占面积的{share}%</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>{share} % of the value</source>
        <translation>占总值的{share}%</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <source>{count} pixels</source>
        <translation>{count}个像元</translation>
    </message>
    <message>
        <location filename="../../core/explain/gradings.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Left out: value not above 0</source>
        <translation>不参与分级：值不大于0</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>the record does not name this input</source>
        <translation>来历记录中没有此输入</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>{band}: {what}</source>
        <translation>{band}：{what}</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>its table cannot be read</source>
        <translation>无法读取其参数表</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>code {code} is not in the table</source>
        <translation>表中没有代码{code}</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>the table has no value for code {code}</source>
        <translation>代码{code}在表中没有取值</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>not given; it is optional</source>
        <translation>未提供；此项可选</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <location filename="../../core/explain/render.py"/>
        <location filename="../../processing/bandlegend.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../ui/whyhererows.py"/>
        <source>{title}: {value}</source>
        <translation>{title}：{value}</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <location filename="../../core/report/inputs.py"/>
        <source>Month {number}</source>
        <translation>{number}月</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <location filename="../../core/report/inputs.py"/>
        <source>Band {number}</source>
        <translation>波段{number}</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>{count} bands, none with a value</source>
        <translation>{count}个波段，均无值</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>{valid} of {count} bands, {low} to {high}, mean {mean}</source>
        <translation>{count}个波段中{valid}个有值，{low}至{high}，平均值{mean}</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>{count} bands, {low} to {high}, mean {mean}</source>
        <translation>{count}个波段，{low}至{high}，平均值{mean}</translation>
    </message>
    <message>
        <location filename="../../core/explain/inputs.py"/>
        <source>… and {count} bands more</source>
        <translation>……另有{count}个波段</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>No result here: {title}: {what}.</source>
        <translation>此处没有结果。{title}：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>No result here: the equation gives no number for these values.</source>
        <translation>此处没有结果：按这些值，公式无解。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>It cannot be computed again: {title}: {what}.</source>
        <translation>无法重新计算。{title}：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Computed again from the inputs: {value}. The same is stored.</source>
        <translation>由输入重新计算：{value}。与存储的值一致。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>The equation gives {raw}; values are kept within {range}.</source>
        <translation>公式结果为{raw}；结果的取值限定为{range}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Computed again from the inputs: {again}, but {stored} is stored. An input has changed since, or Redline {made}, which made it, computed otherwise.</source>
        <translation>由输入重新计算得{again}，但存储的值为{stored}。可能是输入此后有改动，也可能是生成它的 Redline {made}计算方法不同。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Computed again from the inputs: {again}, but {stored} is stored. An input or a table has changed since.</source>
        <translation>由输入重新计算得{again}，但存储的值为{stored}。输入或参数表此后有改动。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>This pixel is one of these: {what}</source>
        <translation>该像元属于以下情况：{what}</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>{title}: {what}.</source>
        <translation>{title}：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Bands of the result</source>
        <translation>结果的各波段</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Intermediate values</source>
        <translation>中间值</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Numbers of the whole area</source>
        <translation>全区统计值</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Choices</source>
        <translation>选择项</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/species/report.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../../core/explain/model.py"/>
        <source>Code tables</source>
        <translation>参数表</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <location filename="../../core/report/assessment.py"/>
        <source>{count} bands</source>
        <translation>{count}个波段</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <source>changed; the default is {value}</source>
        <translation>已修改；默认值为{value}</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <source>changed; the default is: {option}</source>
        <translation>已修改；默认值为：{option}</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>given by the user</source>
        <translation>由用户给定</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>found in the assessed area</source>
        <translation>由评估区统计得到</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>comes with Redline</source>
        <translation>Redline 自带</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <source>the user's own table</source>
        <translation>用户自备的表</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <source>version {version}</source>
        <translation>版本{version}</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <source>source: {place} ({certainty})</source>
        <translation>来源：{place}（{certainty}）</translation>
    </message>
    <message>
        <location filename="../../core/explain/numbers.py"/>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <location filename="../../core/explain/other.py"/>
        <source>Redline did not make this raster, so nothing is known of how its values came about. It explains results of its own: take a layer that it made.</source>
        <translation>该栅格不是由 Redline 生成的，无从得知其值的由来。此处只解释 Redline 自己的结果：请选择由 Redline 生成的图层。</translation>
    </message>
    <message>
        <location filename="../../core/explain/other.py"/>
        <source>Interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <location filename="../../core/explain/other.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../core/explain/other.py"/>
        <source>Results of this kind depend on many pixels at once, so this one is not computed again. What it was made of is told below.</source>
        <translation>此类结果同时取决于许多像元，因此不重新计算此值。下面列出生成它所用的内容。</translation>
    </message>
    <message>
        <location filename="../../core/explain/other.py"/>
        <source>Nearest stations</source>
        <translation>最近的站点</translation>
    </message>
    <message>
        <location filename="../../core/explain/other.py"/>
        <source>Made of</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <location filename="../../core/explain/recall.py"/>
        <source>The table {name} no longer comes with Redline.</source>
        <translation>表{name}已不再随 Redline 提供。</translation>
    </message>
    <message>
        <location filename="../../core/explain/recall.py"/>
        <source>{name}: {what}.</source>
        <translation>{name}：{what}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/recall.py"/>
        <source>The table cannot be used. {where}: {what}</source>
        <translation>表无法使用。{where}：{what}</translation>
    </message>
    <message>
        <location filename="../../core/explain/recall.py"/>
        <source>The table {name} has changed since; the numbers of its classes may differ.</source>
        <translation>表{name}此后已更改；各类型的取值可能不同。</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>Made by</source>
        <translation>生成自</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <location filename="../../processing/explainpixel.py"/>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <source>Pixel</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <source>column {column}, row {row}</source>
        <translation>第{column}列，第{row}行</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/species/report.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <location filename="../../core/explain/render.py"/>
        <location filename="../../ui/whyhere.py"/>
        <location filename="../../ui/whyheredock.py"/>
        <location filename="../../ui/whyheretask.py"/>
        <source>Why here?</source>
        <translation>为什么在这里？</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is not above 0, and such pixels were left out: no class.</source>
        <translation>{value}不大于0，此类像元不参与分级，因此没有等级。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is not above 0, so there is no service: {title}.</source>
        <translation>{value}不大于0，没有该项服务功能：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>By the Guide's integers, {value} counts as the cap {cap}, so it is {step}.</source>
        <translation>按《指南》的整数做法，{value}按上限{cap}计，因此为{step}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>By the Guide's integers, Int({value} / {maximum} × 100) is {step}.</source>
        <translation>按《指南》的整数值，Int({value} / {maximum} × 100) 为{step}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is at or above {limit}, where the sum of the values from the highest down reaches {percent} % of the whole: {title}.</source>
        <translation>{value}不小于{limit}（由高到低累加达到总值的{percent}%处）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is below {upper} and at or above {limit}, where the sum of the values from the highest down reaches {percent} % of the whole: {title}.</source>
        <translation>{value}小于{upper}且不小于{limit}（由高到低累加达到总值的{percent}%处）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is below {limit}, where the sum of the values from the highest down reaches {percent} % of the whole: {title}.</source>
        <translation>{value}小于{limit}（由高到低累加达到总值的{percent}%处）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is above {limit}, where the sum of the values from the highest down passes {percent} % of the whole: {title}.</source>
        <translation>{value}大于{limit}（由高到低累加超过总值的{percent}%处）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is not above {upper} but above {limit}, where the sum of the values from the highest down passes {percent} % of the whole: {title}.</source>
        <translation>{value}不大于{upper}但大于{limit}（由高到低累加超过总值的{percent}%处）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is not above {limit}, where the sum of the values from the highest down passes {percent} % of the whole: {title}.</source>
        <translation>{value}不大于{limit}（由高到低累加超过总值的{percent}%处）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is {rounded} on one decimal.</source>
        <translation>{value}取一位小数为{rounded}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is above {extreme}: {title}.</source>
        <translation>{value}大于{extreme}：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} lies from {middle} to {extreme}: {title}.</source>
        <translation>{value}在{middle}至{extreme}之间（含两端）：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is below {middle}: {title}.</source>
        <translation>{value}小于{middle}：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is above {middle} and up to {extreme}: {title}.</source>
        <translation>{value}大于{middle}且不大于{extreme}：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/rules.py"/>
        <source>{value} is not above {middle}: {title}.</source>
        <translation>{value}不大于{middle}：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <source>Table of stations</source>
        <translation>站点表</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <source>Grid of the result</source>
        <translation>结果的格网</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <source>Daily file {number}</source>
        <translation>逐日文件{number}</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <source>{distance} km away</source>
        <translation>相距{distance} km</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Method used</source>
        <translation>采用的方法</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Root mean square error</source>
        <translation>均方根误差</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>R2 at stations left out</source>
        <translation>留一法 R2</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Change per metre of elevation</source>
        <translation>高程每增加1 m 的变化量</translation>
    </message>
    <message>
        <location filename="../../core/explain/stations.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>R2 of the line on elevation</source>
        <translation>与高程线性关系的 R2</translation>
    </message>
    <message>
        <location filename="../../core/explain/tree.py"/>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <location filename="../../core/explain/tree.py"/>
        <source>{value}: {title}</source>
        <translation>{value}：{title}</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/area.py"/>
        <source>Only polygons have an area; {count} geometries are something else.</source>
        <translation>只有多边形才有面积；{count}个几何图形不是多边形。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/area.py"/>
        <source>Leave them out or convert them to polygons.</source>
        <translation>请剔除它们，或转换为多边形。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>There is no {width}-degree belt {number} in CGCS2000.</source>
        <translation>CGCS2000 没有{width}度带第{number}带。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>Belts are 25 to 45 (3 degrees) and 13 to 23 (6 degrees).</source>
        <translation>带号为25至45（3度带）和13至23（6度带）。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>The data reach from {west:.4f}° to {east:.4f}° east, {beyond:.4f}° beyond the {width}-degree belt {number} ({belt_west}° to {belt_east}°).</source>
        <translation>数据范围为东经{west:.4f}°至{east:.4f}°，超出{width}度带第{number}带（{belt_west}°至{belt_east}°）{beyond:.4f}°。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>Eastings of belt {number} should begin with {number}, these begin with {found}.</source>
        <translation>第{number}带的横坐标应以带号{number}开头，实际以{found}开头。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>Eastings of this CRS have no belt number before them, these begin with {found}.</source>
        <translation>该坐标参考系的横坐标不带带号，实际以{found}开头。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>This is not a coordinate reference system: {crs}.</source>
        <translation>这不是坐标参考系：{crs}。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>Assign the CRS of the data, for example EPSG:4524.</source>
        <translation>请指定数据的坐标参考系，例如 EPSG:4524。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>Coordinates cannot be turned into longitude and latitude.</source>
        <translation>坐标无法转换为经纬度。</translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>Check that the CRS assigned to the data is the one they were made in.</source>
        <translation>请检查为数据指定的坐标参考系是否为其制作时所用的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Extremely important</source>
        <translation>极重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Generally important</source>
        <translation>一般重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Extremely sensitive</source>
        <translation>极敏感</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Generally sensitive</source>
        <translation>一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>No pixel of the raster is valid.</source>
        <translation>栅格中没有有效像元。</translation>
    </message>
    <message>
        <location filename="../../core/grade/classes.py"/>
        <source>Check its nodata value.</source>
        <translation>请检查其 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/grade/crossing.py"/>
        <source>No pixel has a value above 0, so there is nothing to grade.</source>
        <translation>没有大于0的像元，无法分级。</translation>
    </message>
    <message>
        <location filename="../../core/grade/crossing.py"/>
        <source>Check the raster's nodata value and whether it is the index you meant.</source>
        <translation>请检查栅格的 NoData 值，并确认是否为所需的指数。</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Moderately important</source>
        <translation>中等重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Moderately important, second step</source>
        <translation>中等重要（二档）</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Moderately important, third step</source>
        <translation>中等重要（三档）</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Moderately important, fourth step</source>
        <translation>中等重要（四档）</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Extremely important: share of value [%]</source>
        <translation>极重要：占总值比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>At least important: share of value [%]</source>
        <translation>重要及以上：占总值比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>At least moderately important: share of value [%]</source>
        <translation>中等重要及以上：占总值的比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>At least class 5: share of value [%]</source>
        <translation>代码5及以上各级：占总值的比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>At least class 6: share of value [%]</source>
        <translation>代码6及以上各级：占总值的比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>At least class 7: share of value [%]</source>
        <translation>代码7及以上各级：占总值的比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <location filename="../../processing/grading.py"/>
        <source>Break: extremely important</source>
        <translation>断点：极重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <location filename="../../processing/grading.py"/>
        <source>Break: important</source>
        <translation>断点：重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Break: moderately important</source>
        <translation>断点：中等重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Break: class 5</source>
        <translation>断点：代码5的等级</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Break: class 6</source>
        <translation>断点：代码6的等级</translation>
    </message>
    <message>
        <location filename="../../core/grade/importance.py"/>
        <source>Break: class 7</source>
        <translation>断点：代码7的等级</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../core/report/labels.py"/>
        <source>Breaks</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>The value that crosses a limit</source>
        <translation>跨越阈值的值</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Values</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Pixels of 0 and below</source>
        <translation>值不大于0的像元</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>Highest value, for the integers</source>
        <translation>最大值（用于换算整数值）</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Cap for the integers: percentile [%]</source>
        <translation>整数做法的上限：百分位 [%]</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>Cap for the integers: higher values count as this</source>
        <translation>整数做法的上限：更高的值按此值计</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>Pixels above the cap</source>
        <translation>高于上限的像元数</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>Limit: sensitive</source>
        <translation>阈值：敏感</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>Limit: extremely sensitive</source>
        <translation>阈值：极敏感</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>Rounded to one decimal before</source>
        <translation>先保留一位小数</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>belongs to the higher class (inclusive)</source>
        <translation>归入较高等级（含）</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>does not (exclusive)</source>
        <translation>不归入较高等级（不含）</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <location filename="../../processing/gradingpractice.py"/>
        <source>the Guide's integers, Int(value / max × 100)</source>
        <translation>《指南》的整数值，Int(value / max × 100)</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../../core/grade/recordtitles.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>The limits must rise from above 0 to below 100 %: {limits}.</source>
        <translation>各断点必须大于0%、小于100%并依次递增：{limits}。</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>The percentile of the cap must be above 0 and at most 100, not {value:g}.</source>
        <translation>上限的百分位必须大于0且不超过100，不能为{value:g}。</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>A cap at a percentile works only with the Guide's integers.</source>
        <translation>百分位上限只适用于《指南》的整数做法。</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>Choose the Guide's integers, or set the percentile to 100.</source>
        <translation>请选择《指南》的整数做法，或将百分位设为100。</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>the Guide's, three classes at 50 and 80 % (general knowledge, sure; its text was not found)</source>
        <translation>《指南》的做法：三级，断点50%和80%（一般知识，确信；未找到原文）</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>national work's, four classes at 50, 75 and 90 % (read in S5 and S6)</source>
        <translation>全国评估工作的做法：四级，断点50%、75%和90%（见于文献 S5、S6）</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>the user's own breaks</source>
        <translation>用户自定断点</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>are generally important</source>
        <translation>为一般重要</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>are left out (Redline's advice, in no norm)</source>
        <translation>不参与分级（Redline 的建议，不见于规范）</translation>
    </message>
    <message>
        <location filename="../../core/grade/rule.py"/>
        <source>There must be {least} to {most} limits, not {count}.</source>
        <translation>断点应为{least}至{most}个，不能为{count}个。</translation>
    </message>
    <message>
        <location filename="../../core/grade/sensitivity.py"/>
        <source>The limits must rise: {first:g}, {second:g}.</source>
        <translation>阈值应依次增大：{first:g}，{second:g}。</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/grading.py"/>
        <source>Grade an ecological function</source>
        <translation>生态功能分级</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/grading.py"/>
        <source>Grade an ecological sensitivity</source>
        <translation>生态敏感性分级</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Rainfall erosivity at stations</source>
        <translation>站点降雨侵蚀力</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Climate summary at stations</source>
        <translation>站点气候统计</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Interpolate station values</source>
        <translation>站点数据空间插值</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/species.py"/>
        <source>Suitability for species</source>
        <translation>物种适宜性</translation>
    </message>
    <message>
        <location filename="../../core/methodtitles.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Species together: biodiversity index</source>
        <translation>多物种综合：生物多样性指数</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>No element-layer code was given for the feature identifiers; the last four characters of the element code were taken: {code}.</source>
        <translation>未给出标识码所用的要素层代码，已取要素代码的末四位：{code}。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>There are no blocks to export.</source>
        <translation>没有可导出的图斑。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>Run the delineation first, or choose another layer.</source>
        <translation>请先运行划定，或另选图层。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>This is not a folder.</source>
        <translation>这不是文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>Choose a new folder for the package.</source>
        <translation>请为成果包选择新文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <location filename="../../core/stations/textfile.py"/>
        <source>Cannot be read ({reason}).</source>
        <translation>无法读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>The folder holds files that are no Redline package; it is left as it is.</source>
        <translation>文件夹中有不属于 Redline 成果包的文件；未作任何改动。</translation>
    </message>
    <message>
        <location filename="../../core/package/export.py"/>
        <source>Choose a new or an empty folder for the package.</source>
        <translation>请为成果包选择新文件夹或空文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>Repair the block (Fix geometries, Multipart to singleparts) and run again.</source>
        <translation>请修复图斑（“修正几何图形”“多部件转单部件”），然后重新运行。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <location filename="../../core/verify/geometry.py"/>
        <source>The block has no geometry.</source>
        <translation>图斑没有几何图形。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>The block is no polygon but a {type}.</source>
        <translation>图斑不是多边形，而是 {type}。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>The block has {count} parts; one block is one connected polygon.</source>
        <translation>图斑有{count}个部件；一个图斑应为一个连通的多边形。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>The block's geometry is not valid ({reason}).</source>
        <translation>图斑的几何图形无效（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>{crs} is no Gauss-Kruger belt of CGCS2000.</source>
        <translation>{crs}不是 CGCS2000 的高斯-克吕格分带。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>Use auto, geographic, or a code from EPSG:4491 to EPSG:4554 of such a belt.</source>
        <translation>请填 auto、geographic，或此类分带的代码（EPSG:4491 至 EPSG:4554）。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>Blocks were transformed from {source} to {target}.</source>
        <translation>图斑已从{source}转换到{target}。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>The data are not on CGCS2000 but on {source}; they were transformed to {target} by PROJ. Check that the accuracy of this is enough.</source>
        <translation>数据不基于 CGCS2000，而是基于{source}；已由 PROJ 转换到{target}。请检查转换精度是否满足要求。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>The block falls apart when its coordinates are rounded to {decimals} decimals.</source>
        <translation>坐标舍入到{decimals}位小数后，图斑断开。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>It has a neck or a spike thinner than that; repair it.</source>
        <translation>图斑有窄于该精度的狭颈或尖刺，请修复。</translation>
    </message>
    <message>
        <location filename="../../core/package/geometry.py"/>
        <source>Block {block} was noded again after rounding its coordinates.</source>
        <translation>图斑{block}在坐标舍入后已重新节点化。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>{value} is not an element code.</source>
        <translation>{value}不是要素代码。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>Enter the {length} letters and digits of your standard.</source>
        <translation>请按所用标准填写{length}位字母和数字。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>{value} is not a date.</source>
        <translation>{value}不是日期。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>Enter year, month and day, for example 20240131.</source>
        <translation>请填写年月日，例如20240131。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>{value} is not an element-layer code.</source>
        <translation>{value}不是要素层代码。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>Enter {digits} digits.</source>
        <translation>请填写{digits}位数字。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>{formats} is no format of a package.</source>
        <translation>{formats}不是成果包的格式。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>Choose from {known}.</source>
        <translation>可选：{known}。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>{name} is no encoding for shapefiles.</source>
        <translation>{name}不是 Shapefile 可用的编码。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>The file does not exist.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>A file of this name cannot be put into the package.</source>
        <translation>此名称的文件不能放入成果包。</translation>
    </message>
    <message>
        <location filename="../../core/package/options.py"/>
        <source>Give it a plain name that the package does not use itself.</source>
        <translation>请改用普通文件名，且不与成果包自身的文件同名。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>The block has no county code of six digits.</source>
        <translation>图斑没有6位县级行政区划代码。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>Give blocks a county, or name one for those that have none.</source>
        <translation>请为图斑填写县级行政区，或为没有县级行政区的图斑指定一个。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>Block {block} is in for no function or sensitivity of its own (protected area only); the code list has none for that, it got type {code}.</source>
        <translation>图斑{block}没有对应的生态功能或敏感性（仅因自然保护地划入）；代码表中没有对应代码，已采用类型代码{code}。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>This must be filled.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>{value} is no number.</source>
        <translation>{value}不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>{value} is no whole number.</source>
        <translation>{value}不是整数。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <location filename="../../core/verify/values.py"/>
        <source>{value} is not above {limit}.</source>
        <translation>{value}应大于{limit}。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <location filename="../../core/verify/values.py"/>
        <source>{value} is below {limit}.</source>
        <translation>{value}小于{limit}。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>{value} is longer than {length} characters.</source>
        <translation>{value}超过{length}个字符。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>{value} is no text.</source>
        <translation>{value}不是文本。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>“{value}” cannot be written in {encoding}.</source>
        <translation>“{value}”无法用{encoding}编码写入。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>“{value}” takes {size} bytes in {encoding}, a shapefile's column holds {limit}.</source>
        <translation>“{value}”按{encoding}编码占{size}字节，Shapefile 字段最多容纳{limit}字节。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <source>“{value}” is longer than {length} characters.</source>
        <translation>“{value}”超过{length}个字符。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <location filename="../../core/verify/values.py"/>
        <source>“{value}” does not have the form of this column.</source>
        <translation>“{value}”不符合该字段的格式。</translation>
    </message>
    <message>
        <location filename="../../core/package/records.py"/>
        <location filename="../../core/verify/values.py"/>
        <source>“{value}” is not in the code list {list}.</source>
        <translation>“{value}”不在代码表{list}中。</translation>
    </message>
    <message>
        <location filename="../../core/package/vector.py"/>
        <source>The layer cannot be written ({reason}).</source>
        <translation>无法写入图层（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/package/vector.py"/>
        <source>Is the disk full, or the folder not writable?</source>
        <translation>磁盘是否已满？文件夹是否不可写？</translation>
    </message>
    <message>
        <location filename="../../core/raster/coordinates.py"/>
        <source>Its CRS is {crs}, in degrees, but its coordinates are no degrees: {extent} (west, south, east, north).</source>
        <translation>其坐标系为 {crs}（单位为度），但坐标不是度：{extent}（西、南、东、北）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/coordinates.py"/>
        <source>Most likely they are metres of a projected CRS. Assign the CRS that the data really have (not: reproject).</source>
        <translation>很可能是某投影坐标系的米。请指定数据真正的坐标系（不是重投影）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/coordinates.py"/>
        <source>Its CRS is {crs}, in metres, but its coordinates look like degrees: {extent} (west, south, east, north), with pixels of {size:.3g}.</source>
        <translation>其坐标系为 {crs}（单位为米），但坐标像是度：{extent}（西、南、东、北），像元大小为 {size:.3g}。</translation>
    </message>
    <message>
        <location filename="../../core/raster/coordinates.py"/>
        <source>Assign the CRS that the data really have, most likely a geographic one such as EPSG:4490 (not: reproject).</source>
        <translation>请指定数据真正的坐标系，很可能是地理坐标系，如 EPSG:4490（不是重投影）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>The raster has no georeference (no geotransform).</source>
        <translation>栅格没有地理参考（缺少地理变换参数）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>Georeference it, or find its world file.</source>
        <translation>请进行地理配准，或找到其坐标信息文件（world file）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>The raster is rotated or stored south-up.</source>
        <translation>栅格有旋转，或为南向上存储。</translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>Warp it to a north-up grid first.</source>
        <translation>请先将其变换（warp）到北向上的格网。</translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>The raster has no coordinate reference system.</source>
        <translation>栅格没有坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <location filename="../../core/species/presences.py"/>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/planarlayers.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <location filename="../../processing/stationsinterpolate.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Assign its CRS, then try again.</source>
        <translation>请指定其坐标参考系后重试。</translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Its coordinates cannot be brought to the grid's CRS ({reason}).</source>
        <translation>其坐标无法转换到格网的坐标参考系（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Check the raster's CRS.</source>
        <translation>请检查栅格的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Does not overlap {grid}: it covers {theirs}, the grid covers {ours} (west, south, east, north).</source>
        <translation>与{grid}不重叠：其范围为{theirs}，格网范围为{ours}（西、南、东、北）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Is its CRS the right one?</source>
        <translation>其坐标参考系是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>nearest-neighbour</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <location filename="../../core/species/environment.py"/>
        <source>{name} cannot be read as a raster ({reason}).</source>
        <translation>{name}无法作为栅格读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <location filename="../../core/species/environment.py"/>
        <source>Check the path, or open it in QGIS to see what is wrong.</source>
        <translation>请检查路径，或在 QGIS 中打开以查明问题。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} has no band {band}; the file has {count}.</source>
        <translation>{name}没有波段{band}；文件共有{count}个波段。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>Choose another band or file.</source>
        <translation>请另选波段或文件。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>Complex numbers cannot be assessed.</source>
        <translation>复数数据无法评估。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} declares no nodata; {value:g} lies outside its valid range and is taken for it.</source>
        <translation>{name}未声明 NoData 值；{value:g}超出其有效范围，已作为 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} cannot be read at column {x}, row {y} ({reason}).</source>
        <translation>{name}在第{x}列、第{y}行处无法读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>The file may be damaged; make or copy it again.</source>
        <translation>文件可能已损坏，请重新生成或复制。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} is on another grid; it is brought to the chosen one by {method} resampling.</source>
        <translation>{name}的格网不同，已用 {method} 方法重采样到所选格网。</translation>
    </message>
    <message>
        <location filename="../../core/reference/distances.py"/>
        <source>It needs low and high (order or width of the river, from and below; empty for no limit) and distance_m.</source>
        <translation>需要 low、high（河流级别或宽度的下限和上限，不含上限；留空为不限）和 distance_m 三列。</translation>
    </message>
    <message>
        <location filename="../../core/reference/distances.py"/>
        <source>“{row}” holds no numbers.</source>
        <translation>“{row}”中没有数值。</translation>
    </message>
    <message>
        <location filename="../../core/reference/distances.py"/>
        <source>The distance must be more than 0 m, not “{value}”.</source>
        <translation>距离必须大于 0 米，而不是“{value}”。</translation>
    </message>
    <message>
        <location filename="../../core/reference/distances.py"/>
        <source>No public text gives it: enter the distance that your province set.</source>
        <translation>公开文件没有给出此值：请填写本省确定的距离。</translation>
    </message>
    <message>
        <location filename="../../core/reference/distances.py"/>
        <source>“{row}” holds no value: low must be below high.</source>
        <translation>“{row}”不含任何值：low 必须小于 high。</translation>
    </message>
    <message>
        <location filename="../../core/reference/distances.py"/>
        <source>The ranges {one} and {other} overlap.</source>
        <translation>区间 {one} 与 {other} 重叠。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>There are not two basins of {area} km2 or more in this raster.</source>
        <translation>此栅格中没有两个以上面积达到 {area} km2 的流域。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Choose a smaller area.</source>
        <translation>请选用较小的面积。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>divide of basins of {area} km2 or more</source>
        <translation>{area} km2 以上流域的分界线</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Divide {one}-{other}</source>
        <translation>分水岭 {one}-{other}</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>There is only one ecosystem with patches of this area.</source>
        <translation>达到此面积的图斑只有一种生态系统。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Choose a smaller area, or check the raster.</source>
        <translation>请选用较小的面积，或检查栅格。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>limit of ecosystems, patches of {area} hm2 or more</source>
        <translation>生态系统分界线，图斑 {area} hm2 以上</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Ecosystems {one}-{other}</source>
        <translation>生态系统 {one}-{other}</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>No cell has one of the codes of forest ({codes}).</source>
        <translation>没有像元的编码属于森林（{codes}）。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Check the codes of this land cover product.</source>
        <translation>请检查此土地覆盖产品的编码。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>limit of forest, patches of {area} hm2 or more</source>
        <translation>森林边界，图斑 {area} hm2 以上</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>forest line, patches of {area} hm2 or more</source>
        <translation>林线，图斑 {area} hm2 以上</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Forest of this area has no such limit here.</source>
        <translation>此处达到该面积的森林没有这样的边界。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Choose a smaller area, or check the rasters.</source>
        <translation>请选用较小的面积，或检查栅格。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <location filename="../../processing/forestline.py"/>
        <source>Forest line</source>
        <translation>林线</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Nothing lies at {level}; values are {low} to {high}.</source>
        <translation>没有位于 {level} 的位置；数值范围为 {low} 至 {high}。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <source>Check the level and its unit.</source>
        <translation>请检查数值及其单位。</translation>
    </message>
    <message>
        <location filename="../../core/reference/natural.py"/>
        <location filename="../../processing/snowline.py"/>
        <source>Snow line</source>
        <translation>雪线</translation>
    </message>
    <message>
        <location filename="../../core/reference/plane.py"/>
        <source>The raster is in degrees; lines are made in {crs}.</source>
        <translation>栅格坐标以度为单位；线在 {crs} 中生成。</translation>
    </message>
    <message>
        <location filename="../../core/reference/plane.py"/>
        <source>The raster's CRS is not in metres.</source>
        <translation>栅格的坐标系不以米为单位。</translation>
    </message>
    <message>
        <location filename="../../core/reference/plane.py"/>
        <source>Reproject it to its Gauss-Kruger belt first.</source>
        <translation>请先重投影到所在的高斯-克吕格分带。</translation>
    </message>
    <message>
        <location filename="../../core/reference/plane.py"/>
        <source>The raster has more than {most} cells; {factor} x {factor} of them are joined to cells of {size} m.</source>
        <translation>栅格超过 {most} 个像元；每 {factor} x {factor} 个合并为 {size} 米的像元。</translation>
    </message>
    <message>
        <location filename="../../core/reference/plane.py"/>
        <source>The raster has no values here.</source>
        <translation>栅格在此处没有数值。</translation>
    </message>
    <message>
        <location filename="../../core/reference/setback.py"/>
        <location filename="../../processing/setbacks.py"/>
        <source>There is no water to keep a distance from.</source>
        <translation>没有需要保持距离的水域。</translation>
    </message>
    <message>
        <location filename="../../core/reference/setback.py"/>
        <location filename="../../processing/setbacks.py"/>
        <source>Give at least one layer of water, and its distance.</source>
        <translation>请至少给出一个水域图层及其距离。</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>No result was given to report on.</source>
        <translation>未给出要报告的结果。</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>Cannot be read as a raster.</source>
        <translation>无法作为栅格读取。</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <location filename="../../processing/base.py"/>
        <source>Check the path; is the file complete?</source>
        <translation>请检查路径；文件是否完整？</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <location filename="../../processing/dependencies.py"/>
        <source>QGIS's Python lacks {names}.</source>
        <translation>QGIS 的 Python 中缺少 {names}。</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <location filename="../../processing/dependencies.py"/>
        <source>Install them by the means that QGIS itself was installed by.</source>
        <translation>请用安装 QGIS 的同一方式安装它们。</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>Made with Redline {version}</source>
        <translation>由 Redline {version} 生成</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>{share:.1f} % of the values lie beyond the chart.</source>
        <translation>有{share:.1f}%的值超出图示范围。</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>from a sample</source>
        <translation>抽样统计</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>and {count} more files</source>
        <translation>另有{count}个文件</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>Codes that are not in the table (pixels): {codes}</source>
        <translation>表中没有的代码（像元数）：{codes}</translation>
    </message>
    <message>
        <location filename="../../core/report/assessment.py"/>
        <source>{count} pixels are of classes that the table leaves out.</source>
        <translation>有{count}个像元属于表中不取值的类型。</translation>
    </message>
    <message>
        <location filename="../../core/report/countytable.py"/>
        <source>{count} pixels lie in more than one county and are counted in each.</source>
        <translation>有{count}个像元位于多个县级行政区内，在各县均有计入。</translation>
    </message>
    <message>
        <location filename="../../core/report/countytable.py"/>
        <source>{count} counties have no pixel with a value and are left out.</source>
        <translation>有{count}个县级行政区没有有值像元，未列出。</translation>
    </message>
    <message>
        <location filename="../../core/report/figures.py"/>
        <source>other codes</source>
        <translation>其他代码</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Ecological assessment report</source>
        <translation>生态评估报告</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/checktopology.py"/>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/explainpixel.py"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Factors made by Redline</source>
        <translation>由 Redline 计算的因子</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>These rasters went into the results above.</source>
        <translation>以上结果由这些栅格计算得到。</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/species/report.py"/>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/report/parameters.py"/>
        <source>Lowest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/report/parameters.py"/>
        <source>Highest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../ui/whyhererows.py"/>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Area [km2]</source>
        <translation>面积 [km2]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Area with values [km2]</source>
        <translation>有值面积 [km2]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Valid pixels</source>
        <translation>有效像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Pixel size</source>
        <translation>像元大小</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Coordinate reference system</source>
        <translation>坐标参考系</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../ui/boundarydock.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Certainty</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>not sure</source>
        <translation>待核实</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Histogram of the index, with the breaks</source>
        <translation>指数直方图与断点</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>share of pixels</source>
        <translation>像元占比</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Key figures</source>
        <translation>主要数值</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Nodata and values out of range are counted over the whole result; the other figures are of the input's part that the result covers.</source>
        <translation>无数据和超出范围的像元按整个结果范围统计；其余数值按结果所覆盖的输入部分统计。</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/explainpixel.py"/>
        <source>Band</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Valid range</source>
        <translation>有效范围</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Nodata [%]</source>
        <translation>无数据 [%]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Out of range [%]</source>
        <translation>超出范围 [%]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>brought to the result's grid by resampling</source>
        <translation>经重采样转换到结果格网</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Not given; it is optional.</source>
        <translation>未提供；此项可选。</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/species/report.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Choice</source>
        <translation>选择项</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Chosen</source>
        <translation>所选</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Numbers taken from the rasters</source>
        <translation>取自栅格的统计值</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Origin</source>
        <translation>由来</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Inputs, numbers and warnings are those of the same run, told at:</source>
        <translation>输入、数值和警告属于同一次运行，见：</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Rows of codes that occur in the input.</source>
        <translation>仅列出输入中出现的代码。</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Table</source>
        <translation>参数表</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>the user's own</source>
        <translation>用户自备</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Set of coefficients</source>
        <translation>系数集</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Classes</source>
        <translation>等级</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Pixels</source>
        <translation>像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Share of area [%]</source>
        <translation>占面积比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Share of value [%]</source>
        <translation>占总值比例 [%]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>By county</source>
        <translation>分县统计</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Every pixel is counted in the county that its centre lies in, with its own area.</source>
        <translation>每个像元按其中心点所在的县级行政区统计，面积取像元自身面积。</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../core/survey/marker.py"/>
        <source>County</source>
        <translation>县级行政区</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Outside all counties</source>
        <translation>所有县级行政区以外</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Pixels set to the lowest or highest meaningful value</source>
        <translation>截取到有意义的最小或最大值的像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Pixels where the equation has no result</source>
        <translation>公式无结果的像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>How it was made</source>
        <translation>生成过程</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>the file is no longer there</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>the file has changed since</source>
        <translation>文件此后有改动</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Provenance</source>
        <translation>数据来历</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Created</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Grid</source>
        <translation>格网</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>This raster carries no record of how it was made.</source>
        <translation>该栅格没有来历记录。</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Highest class [km2]</source>
        <translation>最高等级面积 [km2]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>Highest class [%]</source>
        <translation>最高等级占比 [%]</translation>
    </message>
    <message>
        <location filename="../../core/report/labels.py"/>
        <source>What is marked “not sure” was not read in a source that can be named; check it before you rely on it.</source>
        <translation>标有“待核实”的内容未能在可指明的来源中查到或来源不一致，使用前请核实。</translation>
    </message>
    <message>
        <location filename="../../core/report/parameters.py"/>
        <source>Quantile</source>
        <translation>分位数</translation>
    </message>
    <message>
        <location filename="../../core/report/room.py"/>
        <source>{title}: {subject}</source>
        <translation>{title}：{subject}</translation>
    </message>
    <message>
        <location filename="../../core/report/room.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/stationsfields.py"/>
        <source>Source: {place} ({certainty}).</source>
        <translation>来源：{place}（{certainty}）。</translation>
    </message>
    <message>
        <location filename="../../core/report/sections.py"/>
        <source>from a sample of {count} pixels</source>
        <translation>按{count}个像元抽样统计</translation>
    </message>
    <message>
        <location filename="../../core/report/sections.py"/>
        <source>Left out: value not above 0 [pixels]</source>
        <translation>不参与分级：值不大于0 [像元数]</translation>
    </message>
    <message>
        <location filename="../../core/report/sections.py"/>
        <source>{area} km²</source>
        <translation>{area} km²</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Gravel</source>
        <translation>石砾</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Bedrock</source>
        <translation>基岩</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Coarse sand</source>
        <translation>粗砂土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Fine sand</source>
        <translation>细砂土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Very fine sand</source>
        <translation>面砂土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Loam</source>
        <translation>壤土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Sandy loam</source>
        <translation>砂壤土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Sandy silt</source>
        <translation>砂粉土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Silt loam</source>
        <translation>粉壤土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Clay loam</source>
        <translation>黏壤土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Sandy clay</source>
        <translation>砂黏土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <location filename="../../core/soil/usda.py"/>
        <source>Silty clay</source>
        <translation>粉黏土</translation>
    </message>
    <message>
        <location filename="../../core/soil/chinese.py"/>
        <source>Loamy clay</source>
        <translation>壤黏土</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is below 1: it looks like a fraction from 0 to 1. Give per cent.</source>
        <translation>平均值小于1，像是0至1的小数。请给出百分数。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is above 100: it looks like g/kg. Give per cent, a tenth of it.</source>
        <translation>均值大于 100：像是 g/kg。请给出百分数，即其十分之一。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Erodible fraction of the soil EF</source>
        <translation>土壤可蚀因子 EF</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Soil crust factor SCF</source>
        <translation>土壤结皮因子 SCF</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Soil roughness factor K'</source>
        <translation>地表糙度因子 K'</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is above 10: it looks like a roughness or a relief in cm or m. The factor has no unit and is about 1 or less.</source>
        <translation>均值大于 10：像是以 cm 或 m 表示的粗糙度或起伏度。该因子无量纲，约为 1 或更小。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>general knowledge of soil science</source>
        <translation>土壤学一般知识</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Sand, 0.05 to 2 mm</source>
        <translation>砂粒，0.05至2 mm</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Per cent of the fine earth, 0 to 100; values in g/kg are ten times larger.</source>
        <translation>占细土的百分数，0至100；以 g/kg 为单位的数值是其10倍。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Silt, 0.002 to 0.05 mm</source>
        <translation>粉粒，0.002至0.05 mm</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Per cent of the fine earth, 0 to 100.</source>
        <translation>占细土的百分数，0至100。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Clay, below 0.002 mm</source>
        <translation>黏粒，小于0.002 mm</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Per cent by weight. If the raster holds organic matter, say so below.</source>
        <translation>质量百分数。如栅格为有机质含量，请在下方注明。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is below 0.04 %: it looks like a fraction. Give per cent.</source>
        <translation>平均值小于0.04%，像是小数。请给出百分数。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is above 8 %: it looks like g/kg. Give per cent, a tenth of it.</source>
        <translation>平均值大于8%，像是以 g/kg 为单位。请给出百分数，即其十分之一。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Per cent by weight. If the raster holds organic carbon, say so below.</source>
        <translation>质量百分数。如栅格为有机碳含量，请在下方注明。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is below 0.07 %: it looks like a fraction. Give per cent.</source>
        <translation>平均值小于0.07%，像是小数。请给出百分数。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>The mean is above 15 %: it looks like g/kg. Give per cent, a tenth of it.</source>
        <translation>平均值大于15%，像是以 g/kg 为单位。请给出百分数，即其十分之一。</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Organic matter per organic carbon</source>
        <translation>有机碳换算为有机质的系数</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>van Bemmelen factor</source>
        <translation>van Bemmelen 换算系数</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>Sand, silt and clay: allowed departure of their sum from 100 %</source>
        <translation>砂粒、粉粒、黏粒之和与100%的允许偏差</translation>
    </message>
    <message>
        <location filename="../../core/soil/inputs.py"/>
        <source>What the organic raster holds</source>
        <translation>有机质（碳）栅格的内容</translation>
    </message>
    <message>
        <location filename="../../core/soil/usda.py"/>
        <source>Heavy clay</source>
        <translation>重黏土</translation>
    </message>
    <message>
        <location filename="../../core/soil/usda.py"/>
        <source>Clay (light)</source>
        <translation>黏土（轻）</translation>
    </message>
    <message>
        <location filename="../../core/soil/usda.py"/>
        <source>Silty clay loam</source>
        <translation>粉质黏壤土</translation>
    </message>
    <message>
        <location filename="../../core/soil/usda.py"/>
        <source>Sandy clay loam</source>
        <translation>砂质黏壤土</translation>
    </message>
    <message>
        <location filename="../../core/soil/usda.py"/>
        <source>Loamy sand</source>
        <translation>壤质砂土</translation>
    </message>
    <message>
        <location filename="../../core/species/auc.py"/>
        <source>excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <location filename="../../core/species/auc.py"/>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <location filename="../../core/species/auc.py"/>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <location filename="../../core/species/auc.py"/>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../../core/species/auc.py"/>
        <source>too few presences to judge</source>
        <translation>出现点太少，无法评判</translation>
    </message>
    <message>
        <location filename="../../core/species/auc.py"/>
        <source>poor</source>
        <translation>较差</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>There is no raster of the environment.</source>
        <translation>没有环境变量栅格。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>Give at least one, of numbers or of classes.</source>
        <translation>请至少给出一个数值型或分类型栅格。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>Codes of classes are whole numbers; here is {value:g}.</source>
        <translation>类型代码应为整数，现有{value:g}。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>Is it a raster of numbers? Then give it among these.</source>
        <translation>是否为数值型栅格？若是，请改在数值型栅格中给出。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>It has {count} classes; at most {most} can be told apart.</source>
        <translation>共有{count}个类型；最多可区分{most}个。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>Merge classes, or allow more of them.</source>
        <translation>请合并类型，或提高允许的类型数。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>{name} has the same value everywhere in the background; it says nothing about the species.</source>
        <translation>{name}在背景点上处处取值相同，不能提供任何有关物种的信息。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>{name} goes down to {value:g}, which looks like a nodata value that the file does not declare. Declare it, or the model learns from it.</source>
        <translation>{name}的最小值为{value:g}，像是文件未声明的 NoData 值。请予以声明，否则模型会将其当作真值学习。</translation>
    </message>
    <message>
        <location filename="../../core/species/environment.py"/>
        <source>{first} and {second} go together (r = {r:.3f}, beyond {limit:g}): their coefficients and importance cannot be told apart. Consider leaving one out.</source>
        <translation>{first}与{second}高度相关（r = {r:.3f}，超过{limit:g}），二者的系数和重要性无法区分。可考虑去除其中一个。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{used} presences are left of {points} points, and at least {least} are needed: {outside} lie outside the rasters, {thinned} share a pixel with another, {nodata} lie on nodata.</source>
        <translation>{points}个出现点中可用{used}个，至少需要{least}个：{outside}个位于栅格范围之外，{thinned}个与其他点同在一个像元，{nodata}个位于无数据处。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>Add points, or model the species by its range or by an expert's map.</source>
        <translation>请增加出现点，或改用物种分布范围图或专家绘制的分布图。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{columns} features of {rows} points do not fit into memory.</source>
        <translation>{rows}个点的{columns}个特征超出内存容量。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>Take fewer predictors, simpler features, or less background.</source>
        <translation>请减少预测变量，改用较简单的特征，或减少背景点。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: {used} presences of {points} points ({outside} outside the rasters, {thinned} in a pixel that has one, {nodata} on nodata).</source>
        <translation>{species}：{points}个出现点中采用{used}个（{outside}个在栅格范围之外，{thinned}个所在像元已有出现点，{nodata}个位于无数据处）。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: {nodata} presences lie on nodata of a predictor and are left out.</source>
        <translation>{species}：{nodata}个出现点位于某一预测变量的无数据处，不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: there is no held-out AUC, because the presences fill one block only. Choose smaller blocks.</source>
        <translation>{species}：没有检验 AUC，因为出现点都在同一区块内。请减小区块边长。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: held-out AUC {mean:.3f} (sd {sd:.3f} over {folds} folds, {scored} presences), {reading}; training AUC {training:.3f}.</source>
        <translation>{species}：检验 AUC {mean:.3f}（{folds} 折、{scored} 个出现点，标准差 {sd:.3f}），{reading}；训练 AUC {training:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: folds are blocks of {edge:.3g} km.</source>
        <translation>{species}：按边长{edge:.3g} km 的区块分折。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: {scored} held-out presences are too few to judge the model by its AUC; from {enough} on it is read as poor, fair, good or excellent.</source>
        <translation>{species}：留出的出现点只有 {scored} 个，太少，不能用 AUC 评判模型；达到 {enough} 个才评为较差、一般、良好或优秀。</translation>
    </message>
    <message>
        <location filename="../../core/species/modelling.py"/>
        <source>{species}: an AUC below {limit:g} is poor; the map should not be relied on.</source>
        <translation>{species}：AUC 低于{limit:g}为较差，不宜采用该图。</translation>
    </message>
    <message>
        <location filename="../../core/species/presences.py"/>
        <source>The layer of presences has no point with a species' name.</source>
        <translation>出现点图层中没有带物种名称的点。</translation>
    </message>
    <message>
        <location filename="../../core/species/presences.py"/>
        <source>Choose the field that names the species, or none for a single one.</source>
        <translation>请选择物种名称字段；只有一个物种时可不选。</translation>
    </message>
    <message>
        <location filename="../../core/species/presences.py"/>
        <source>The coordinate reference system of the presences is not understood.</source>
        <translation>无法识别出现点的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/species/presences.py"/>
        <source>The presences cannot be brought to the grid's CRS ({reason}).</source>
        <translation>出现点无法转换到格网的坐标参考系（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/species/presences.py"/>
        <location filename="../../core/species/ranges.py"/>
        <source>Check the layer's CRS.</source>
        <translation>请检查图层的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/species/ranges.py"/>
        <source>A core range does not say which species it belongs to.</source>
        <translation>有核心分布区未注明所属物种。</translation>
    </message>
    <message>
        <location filename="../../core/species/ranges.py"/>
        <source>Choose the field that names the species, and fill it.</source>
        <translation>请选择物种名称字段，并填写完整。</translation>
    </message>
    <message>
        <location filename="../../core/species/ranges.py"/>
        <source>Core ranges of species that have no raster are left out: {names}.</source>
        <translation>以下物种的核心分布区没有对应的栅格，不参与计算：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/species/ranges.py"/>
        <source>No core range belongs to one of the rasters.</source>
        <translation>没有一个核心分布区与栅格对应。</translation>
    </message>
    <message>
        <location filename="../../core/species/ranges.py"/>
        <source>Names of species must be those of the files, without suffix.</source>
        <translation>物种名称应与文件名一致（不含扩展名）。</translation>
    </message>
    <message>
        <location filename="../../core/species/ranges.py"/>
        <source>The core ranges cannot be brought to the grid's CRS ({reason}).</source>
        <translation>核心分布区无法转换到格网的坐标参考系（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Species</source>
        <translation>物种</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Outside the rasters</source>
        <translation>栅格范围之外</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>In a pixel that has one</source>
        <translation>所在像元已有出现点</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>On nodata</source>
        <translation>位于无数据处</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Presences used</source>
        <translation>采用的出现点</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Background</source>
        <translation>背景点</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Held-out AUC</source>
        <translation>检验 AUC</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Held-out presences</source>
        <translation>留出的出现点数</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Reading</source>
        <translation>评价</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Training AUC</source>
        <translation>训练 AUC</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Not modelled because</source>
        <translation>未建模原因</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>Per unit</source>
        <translation>每单位系数</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>importance [%]</source>
        <translation>重要性 [%]</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../../core/species/report.py"/>
        <source>intercept</source>
        <translation>截距</translation>
    </message>
    <message>
        <location filename="../../core/species/richness.py"/>
        <source>The value {value:g} at column {x}, row {y} is {scaled:g} after division by {scale:g}; a suitability lies between 0 and 1.</source>
        <translation>第{x}列、第{y}行处的值为{value:g}，除以{scale:g}后为{scaled:g}；适宜性应在0至1之间。</translation>
    </message>
    <message>
        <location filename="../../core/species/richness.py"/>
        <source>Give the scale (100 for per cent), or declare the value as nodata.</source>
        <translation>请给出比例（百分数为100），或将该值声明为 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <location filename="../../core/survey/marker.py"/>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Protection</source>
        <translation>保护级别</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Pixels with a value</source>
        <translation>有值像元数</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Lowest suitability</source>
        <translation>适宜性最小值</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Highest suitability</source>
        <translation>适宜性最大值</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Pixels from the cut-off on</source>
        <translation>达到适宜性阈值的像元数</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessreport.py"/>
        <source>Pixels in core ranges</source>
        <translation>核心分布区内的像元数</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>Weighted richness of species</source>
        <translation>物种加权丰富度</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>No pixel has values of enough species.</source>
        <translation>没有任何像元具备足够数量物种的值。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>Check that the rasters overlap, or ask for fewer species.</source>
        <translation>请检查各栅格是否重叠，或减少所需的物种数。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>There is no suitability raster.</source>
        <translation>没有适宜性栅格。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>A pixel cannot have values of {least} species; there are {count}.</source>
        <translation>要求像元具备{least}个物种的值，但物种只有{count}个。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>The cut-off is {value:g}; it must lie between 0 and 1, after scaling.</source>
        <translation>适宜性阈值为{value:g}；换算后应在0至1之间。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>The scale must be above 0.</source>
        <translation>比例应大于0。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>{species} has no value anywhere on the grid.</source>
        <translation>{species}在格网范围内没有任何值。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>{count} pixels lack values of some species, which add nothing there.</source>
        <translation>{count}个像元缺少部分物种的值，这些物种在该处不计入。</translation>
    </message>
    <message>
        <location filename="../../core/species/richnessrun.py"/>
        <source>{species} species together give {low:.4g} to {high:.4g} on {count} pixels.</source>
        <translation>{species}个物种合计，{count}个像元的取值为{low:.4g}至{high:.4g}。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>Suitability</source>
        <translation>适宜性</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>{count} points have no species' name and are left out.</source>
        <translation>{count}个点没有物种名称，不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>Not modelled. {species}: {reason}</source>
        <translation>未建模。{species}：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>There are {count} species, and one output raster.</source>
        <translation>物种有{count}个，输出栅格只有一个。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>Choose a folder for the results: it gets a raster per species.</source>
        <translation>请选择存放结果的文件夹：每个物种生成一个栅格。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>No pixel is valid in all rasters of the environment.</source>
        <translation>没有在所有环境变量栅格中都有效的像元。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>Check that they overlap, and their nodata values.</source>
        <translation>请检查各栅格是否重叠，以及其 NoData 值。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>No pixel is left for the background.</source>
        <translation>没有可作为背景点的像元。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>Mask and bias must be above 0 somewhere in the assessed area.</source>
        <translation>在评估范围内，掩膜和偏差栅格须有大于0的值。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>The background is all of the {count} pixels that can be drawn.</source>
        <translation>可抽取的像元共{count}个，全部作为背景点。</translation>
    </message>
    <message>
        <location filename="../../core/species/run.py"/>
        <source>{species}: {count} pixels have class {code} of {name}, which neither the presences nor the background have; they are nodata.</source>
        <translation>{species}：{count}个像元在{name}中的类型为{code}，出现点和背景点中均无此类型；这些像元为无数据。</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>Point process, as in MaxEnt (cloglog output)</source>
        <translation>点过程模型，与 MaxEnt 相同（cloglog 输出）</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>Penalised logistic regression</source>
        <translation>惩罚逻辑斯蒂回归</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>quadratic</source>
        <translation>二次</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>hinge</source>
        <translation>铰链</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>Code of the package maxnet, which goes with Phillips et al. 2017, Ecography 40</source>
        <translation>maxnet 程序包的代码，对应 Phillips et al. 2017, Ecography 40</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>biodiversity: species distribution models</source>
        <translation>生物多样性：物种分布模型</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>choice of the model</source>
        <translation>模型的选用</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>features by number of presences</source>
        <translation>按出现点数量选用特征</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>default regularisation</source>
        <translation>默认正则化</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>number of background pixels</source>
        <translation>背景像元数</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>fewest presences</source>
        <translation>最少出现点数</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>van Proosdij et al. 2016, Ecography 39; Wisz et al. 2008, Diversity and Distributions 14</source>
        <translation>van Proosdij 等 2016，Ecography 39；Wisz 等 2008，Diversity and Distributions 14</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>abstracts</source>
        <translation>摘要</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>most classes of a raster</source>
        <translation>栅格的最多类型数</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>number of folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>Roberts et al. 2017, Ecography 40</source>
        <translation>Roberts et al. 2017, Ecography 40</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>block cross-validation</source>
        <translation>区块交叉验证</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>Swets 1988, Science 240</source>
        <translation>Swets 1988, Science 240</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>reading of the AUC</source>
        <translation>AUC 的评价</translation>
    </message>
    <message>
        <location filename="../../core/species/settings.py"/>
        <source>held-out presences to read an AUC</source>
        <translation>评判 AUC 所需的留出出现点数</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>The table has no column species, nor one called file.</source>
        <translation>表中既没有列 species，也没有列 file。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>Its first line must name the columns.</source>
        <translation>首行应为列名。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>The species is missing.</source>
        <translation>缺少物种名称。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>{species} is there twice.</source>
        <translation>{species}重复。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>A weight is a number that is not negative, not “{text}”.</source>
        <translation>权重应为非负数，不能是“{text}”。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>All species weigh the same: there is no table of weights.</source>
        <translation>所有物种权重相同：未给出权重表。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>No raster has the name of a species in the table of weights.</source>
        <translation>没有栅格与权重表中的物种同名。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>Names in the table must be those of the files, without suffix.</source>
        <translation>表中的名称应与文件名一致（不含扩展名）。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>Not in the table of weights, so with weight 1: {names}.</source>
        <translation>不在权重表中，权重取1：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>In the table of weights, but without a raster: {names}.</source>
        <translation>在权重表中，但没有对应的栅格：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/species/weights.py"/>
        <source>All weights are 0.</source>
        <translation>所有权重均为0。</translation>
    </message>
    <message>
        <location filename="../../core/standard/codes.py"/>
        <source>{number} does not fit into {digits} digits.</source>
        <translation>{number}超出{digits}位数字的容量。</translation>
    </message>
    <message>
        <location filename="../../core/standard/codes.py"/>
        <source>Split the data, for example by county, or merge small blocks.</source>
        <translation>请拆分数据（例如按县级行政区），或合并小图斑。</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Farmland</source>
        <translation>耕地（永久基本农田）</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Commercial plantations</source>
        <translation>人工商品林</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Construction land</source>
        <translation>建设用地</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Linear works</source>
        <translation>线性工程</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Wind and solar plants</source>
        <translation>风电和光伏</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Keep and flag all (Redline's own)</source>
        <translation>全部保留并标记（Redline 自定）</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Guide of 2017, 7.3.1: farmland and construction land out at the edges</source>
        <translation>2017 年指南 7.3.1：边缘的基本农田和建设用地扣除</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>Draft measure, Art. 11: take in and manage</source>
        <translation>管理办法草案第十一条：划入并加强管理</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>“{name}” stands for two things.</source>
        <translation>“{name}”对应两种含义。</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>“{name}” has two rows.</source>
        <translation>“{name}”有两行。</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>There is no policy “{policy}”; the table has {known}.</source>
        <translation>没有政策“{policy}”；表中有 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/exceptionrules.py"/>
        <source>“{kind}” is no kind; it must be {known}.</source>
        <translation>“{kind}”不是用地种类；应为 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>There is no profile {profile}.</source>
        <translation>没有标准配置{profile}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>Choose one of {known}, or a YAML file.</source>
        <translation>可选：{known}，或选择 YAML 文件。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>The profile cannot be read ({reason}).</source>
        <translation>无法读取标准配置（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>This version of Redline reads schema {known}.</source>
        <translation>此版本的 Redline 读取的配置结构版本为{known}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Use small letters, digits and underscores.</source>
        <translation>请使用小写字母、数字和下划线。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>{name} appears more than once.</source>
        <translation>{name}重复出现。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{name} cannot be the name of a file.</source>
        <translation>{name}不能用作文件名。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Two files have the same name.</source>
        <translation>两个文件同名。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>Belts are 3 or 6 degrees wide.</source>
        <translation>分带宽度应为3度或6度。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A code has 1 to 10 capital letters and digits (the DBF limit).</source>
        <translation>代码应为1至10个大写字母和数字（DBF 的限制）。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A column of type {type} needs a length.</source>
        <translation>{type}类型的字段须给出长度。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Decimals belong to columns of type Float, and only there.</source>
        <translation>Float 类型的字段须给出小数位数，其他类型的字段不得给出。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This is not a regular expression ({reason}).</source>
        <translation>这不是正则表达式（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Three lengths are expected: county, layer, serial.</source>
        <translation>应有三段长度：县级行政区、要素层、顺序号。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <location filename="../../core/yamlnode.py"/>
        <source>This is missing.</source>
        <translation>缺少此项。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <location filename="../../core/yamlnode.py"/>
        <source>This is not known here.</source>
        <translation>无法识别此项。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A tolerance is not below zero.</source>
        <translation>容差不能小于零。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{name} is not in this profile.</source>
        <translation>此标准配置中没有{name}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>No column has the role {role}.</source>
        <translation>没有字段的用途为{role}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>The area needs a unit: {units}.</source>
        <translation>面积须有单位：{units}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>The type needs a code list (domain).</source>
        <translation>类型须有代码表（domain）。</translation>
    </message>
    <message>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>“{reason}” is no function or sensitivity.</source>
        <translation>“{reason}”不是功能或敏感性。</translation>
    </message>
    <message>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>“{value}” is no part; it must be {known}.</source>
        <translation>“{value}”不是划入部分；应为 {known}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>The row names no zone that enters.</source>
        <translation>该行没有写明划入的分区。</translation>
    </message>
    <message>
        <location filename="../../core/standard/overlayrules.py"/>
        <source>“{value}” is neither yes nor no.</source>
        <translation>“{value}”既不是 yes 也不是 no。</translation>
    </message>
    <message>
        <location filename="../../core/standard/profile.py"/>
        <source>recalled, not read</source>
        <translation>凭记忆，未见原文</translation>
    </message>
    <message>
        <location filename="../../core/standard/profile.py"/>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <location filename="../../core/standard/profile.py"/>
        <source>chosen for lack of a public rule</source>
        <translation>无公开规定，自行选定</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Biodiversity maintenance</source>
        <translation>生物多样性维护</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Soil and water conservation</source>
        <translation>水土保持</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Windbreak and sand fixation</source>
        <translation>防风固沙</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Coastal ecological stability</source>
        <translation>海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Height of the anemometer</source>
        <translation>风速仪高度</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>China Meteorological Administration</source>
        <translation>中国气象局</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>standard height</source>
        <translation>标准高度</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Days of strong wind: from this daily mean, as measured</source>
        <translation>起沙风天数：实测日平均风速达到此值</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Accumulated temperature: from this daily mean</source>
        <translation>积温：日平均气温达到此值</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Wind field: threshold u1, at 2 m</source>
        <translation>风场强度：2 m 高处的起沙风速阈值 u1</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>RWEQ</source>
        <translation>RWEQ</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>read in code that applies it</source>
        <translation>见于应用该模型的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Rain days: from this daily rain</source>
        <translation>降水日数：日降水量达到此值</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Snow cover: deeper than this</source>
        <translation>雪盖：雪深大于此值</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>Highest dryness; also where no rain falls in the warm days</source>
        <translation>干燥度上限；积温期内无降水处也取此值</translation>
    </message>
    <message>
        <location filename="../../core/stations/climate.py"/>
        <source>the highest score begins at 16</source>
        <translation>最高分值从16起</translation>
    </message>
    <message>
        <location filename="../../core/stations/columns.py"/>
        <source>There is no column “{wanted}”.</source>
        <translation>没有列“{wanted}”。</translation>
    </message>
    <message>
        <location filename="../../core/stations/columns.py"/>
        <source>No column was recognised for: {role}.</source>
        <translation>未识别出以下内容的列：{role}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/columns.py"/>
        <source>Its columns are: {columns}. Choose one.</source>
        <translation>现有的列：{columns}。请选择其中一列。</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>appendix A, soil and water conservation; read in code that applies the Guide</source>
        <translation>附录 A，水土保持；见于应用《指南》的程序代码</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Zhang Wenbo 2002</source>
        <translation>章文波，2002年</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>read in papers that apply it</source>
        <translation>见于应用该方法的论文</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Guide: fixed coefficients for two seasons</source>
        <translation>《指南》：两季固定系数</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Zhang Wenbo: coefficients from the station's own rain</source>
        <translation>章文波：由站点自身降水量求系数</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>12 mm (Zhang Wenbo 2002, 2003)</source>
        <translation>12 mm（章文波，2002年、2003年）</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>10 mm (later rules of CSLE monitoring)</source>
        <translation>10 mm（后来的 CSLE 监测规定）</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>CSLE monitoring rules</source>
        <translation>CSLE 监测规定</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <location filename="../../processing/grading.py"/>
        <source>My own, below</source>
        <translation>自定义（见下）</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>appendix A, soil and water conservation</source>
        <translation>附录 A，水土保持</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Guide: first month of the warm season</source>
        <translation>《指南》：暖季的起始月份</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Guide: last month of the warm season</source>
        <translation>《指南》：暖季的结束月份</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Guide: coefficient of the warm season</source>
        <translation>《指南》：暖季系数</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Guide: coefficient of the cold season</source>
        <translation>《指南》：冷季系数</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Zhang Wenbo: his coefficients are from rains of at least</source>
        <translation>章文波：求系数所用日降水量的下限</translation>
    </message>
    <message>
        <location filename="../../core/stations/erosivity.py"/>
        <source>Guide: exponent</source>
        <translation>《指南》：指数</translation>
    </message>
    <message>
        <location filename="../../core/stations/findings.py"/>
        <source>{what} There are more such problems, {count} in all, the first in {places}.</source>
        <translation>{what}此类问题还有，共 {count} 个，最先出现于 {places}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/findings.py"/>
        <source>And {count} more.</source>
        <translation>另有{count}个。</translation>
    </message>
    <message>
        <location filename="../../core/stations/findings.py"/>
        <source>Values or rows with problems that were left out: {count}.</source>
        <translation>略去的有问题的值或行数：{count}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/findings.py"/>
        <source>{where}: {what} {remedy}</source>
        <translation>{where}：{what}{remedy}</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>Share of days that must be there for a period to count</source>
        <translation>时段参与计算所需的有效日数比例</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>no public text gives a number; 90 lets one day of a half-month be missing</source>
        <translation>公开文本均未给出数值；取90时，每个半月时段可缺测1天</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>that half-month or month only, of that year</source>
        <translation>仅该年的该半月时段或该月</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>the whole year</source>
        <translation>整年</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>counted in: sums are scaled to all days of the period</source>
        <translation>计入：总量按时段的全部天数换算</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>as the wind field of RWEQ is</source>
        <translation>与 RWEQ 的风场强度相同</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>left out: sums as observed</source>
        <translation>不计入：总量按实际观测</translation>
    </message>
    <message>
        <location filename="../../core/stations/gaps.py"/>
        <source>sums are too low</source>
        <translation>总量偏小</translation>
    </message>
    <message>
        <location filename="../../core/stations/grids.py"/>
        <source>The size of pixels is {cell:g}; it must be greater than 0.</source>
        <translation>像元大小为{cell:g}，应大于0。</translation>
    </message>
    <message>
        <location filename="../../core/stations/grids.py"/>
        <source>Give it in units of the CRS: metres, or degrees.</source>
        <translation>请按坐标参考系的单位给出：米或度。</translation>
    </message>
    <message>
        <location filename="../../core/stations/grids.py"/>
        <source>The extent of the result is empty.</source>
        <translation>结果的范围为空。</translation>
    </message>
    <message>
        <location filename="../../core/stations/grids.py"/>
        <source>The result would have {count} pixels.</source>
        <translation>结果将有{count}个像元。</translation>
    </message>
    <message>
        <location filename="../../core/stations/grids.py"/>
        <source>Is the size of pixels in units of the CRS: metres, or degrees?</source>
        <translation>像元大小是否按坐标参考系的单位（米或度）给出？</translation>
    </message>
    <message>
        <location filename="../../core/stations/hints.py"/>
        <source>Usual is 0.02 to 15 mm a day; is the unit the one chosen?</source>
        <translation>通常为每日0.02至15 mm；所选单位是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/stations/hints.py"/>
        <source>Usual is -25 to 32 °C; is the unit the one chosen?</source>
        <translation>通常为-25至32 °C；所选单位是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/stations/hints.py"/>
        <source>Usual is 0.3 to 12 m/s; is the unit the one chosen?</source>
        <translation>通常为0.3至12 m/s；所选单位是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/stations/hints.py"/>
        <source>Usual is 10 to 95 %; is the unit the one chosen?</source>
        <translation>通常为10%至95%；所选单位是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/stations/hints.py"/>
        <source>{title}: the mean of all values is {mean:.4g} {unit}. {text}</source>
        <translation>{title}：全部数值的平均值为{mean:.4g} {unit}。{text}</translation>
    </message>
    <message>
        <location filename="../../core/stations/interpolate.py"/>
        <source>{count} pixels were negative and are now 0.</source>
        <translation>{count}个像元为负值，已改为0。</translation>
    </message>
    <message>
        <location filename="../../core/stations/interpolate.py"/>
        <source>{field}: without elevation, which would not lessen the error at stations left out ({root:.4g} with it).</source>
        <translation>{field}：不采用高程，因为采用高程并不减小留一法误差（采用时为{root:.4g}）。</translation>
    </message>
    <message>
        <location filename="../../core/stations/interpolate.py"/>
        <source>{field}: {slope:.4g} per 100 m of elevation, {base:.5g} at 0 m, R2 {r2:.3f}.</source>
        <translation>{field}：高程每增加100 m 变化{slope:.4g}，高程0 m 处为{base:.5g}，R2 为{r2:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/interpolate.py"/>
        <source>{field}: variogram {shape}, nugget {nugget:.4g}, sill {sill:.4g}, range {range:.4g} km.</source>
        <translation>{field}：变异函数为{shape}，块金值{nugget:.4g}，基台值{sill:.4g}，变程{range:.4g} km。</translation>
    </message>
    <message>
        <location filename="../../core/stations/interpolate.py"/>
        <source>{field}: {title}; {count} stations estimated without themselves: mean error {mean:.4g}, mean absolute error {absolute:.4g}, root mean square error {root:.4g}, R2 {r2:.3f}.</source>
        <translation>{field}：{title}；留一法检验{count}个站点：平均误差{mean:.4g}，平均绝对误差{absolute:.4g}，均方根误差{root:.4g}，R2 为{r2:.3f}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/kernels.py"/>
        <source>Stations that are used together lie on one line, or are too few.</source>
        <translation>共同参与估算的站点位于一条直线上，或数量过少。</translation>
    </message>
    <message>
        <location filename="../../core/stations/kernels.py"/>
        <source>Use more neighbours, or another method.</source>
        <translation>请增加邻近站点数，或改用其他方法。</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Automatic: the one with the least error at stations left out</source>
        <translation>自动：采用留一法误差最小的方法</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Inverse distance weighting</source>
        <translation>反距离权重（IDW）</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Thin-plate spline</source>
        <translation>薄板样条</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Ordinary kriging</source>
        <translation>普通克里金</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>{title} needs at least {least} stations with values; their number is {count}.</source>
        <translation>{title}至少需要 {least} 个有值的站点；现有 {count} 个。</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Add stations, or choose another method.</source>
        <translation>请增加站点，或另选方法。</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>All stations lie on one line, which a spline cannot use.</source>
        <translation>所有站点位于一条直线上，样条方法无法计算。</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Choose another method.</source>
        <translation>请另选方法。</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>{title}: error at stations left out {score:.4g} (root mean square, by the standard deviation).</source>
        <translation>{title}：留一法误差{score:.4g}（均方根误差与标准差之比）。</translation>
    </message>
    <message>
        <location filename="../../core/stations/methods.py"/>
        <source>Chosen: {title}.</source>
        <translation>已选用：{title}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/observations.py"/>
        <source>Stations without an elevation of their own and outside the elevation raster, left out ({count}): {stations}.</source>
        <translation>自身没有高程且位于高程栅格之外、被略去的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/observations.py"/>
        <source>{field}: stations without a value, left out ({count}): {stations}.</source>
        <translation>{field}：没有值、被略去的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/observations.py"/>
        <source>No station has a value in the field “{field}”.</source>
        <translation>字段“{field}”中没有站点有值。</translation>
    </message>
    <message>
        <location filename="../../core/stations/observations.py"/>
        <source>{field}: stations in one place with others ({count}), of which the mean is taken: {stations}.</source>
        <translation>{field}：与其他站点位置相同的站点（{count}），取其均值：{stations}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/opening.py"/>
        <source>There are no columns with longitude and latitude.</source>
        <translation>没有经度和纬度列。</translation>
    </message>
    <message>
        <location filename="../../core/stations/opening.py"/>
        <source>Give a station table, or name the columns.</source>
        <translation>请给出站点表，或指定列名。</translation>
    </message>
    <message>
        <location filename="../../core/stations/opening.py"/>
        <source>{title}: codes were met and taken as missing, trace (0) or coded amounts: {codes}.</source>
        <translation>{title}：出现以下代码，已作为缺测、微量（0）或编码降水量处理：{codes}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/opening.py"/>
        <source>{title}: some values have decimals, though the unit chosen is {unit}. Is it right?</source>
        <translation>{title}：所选单位为{unit}，但部分数值带有小数。单位是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>“{value}” is not a {what} from -{limit:g} to {limit:g} degrees.</source>
        <translation>“{value}”不是-{limit:g}至{limit:g}度之间的{what}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Longitude and latitude are both 0, a place in the sea off Africa.</source>
        <translation>经度和纬度都为 0，位于非洲外海。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>It mostly stands for a place that is not known. Write the true one.</source>
        <translation>这通常表示位置不详。请填写真实位置。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Longitude {longitude:g} and latitude {latitude:g} lie in the Arctic; exchanged, they lie in China.</source>
        <translation>经度 {longitude:g}、纬度 {latitude:g} 位于北极；互换后位于中国。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Are longitude and latitude in each other's column?</source>
        <translation>经度和纬度两列是否颠倒？</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>“{value}” is not an elevation from {low:g} to {high:g} m.</source>
        <translation>“{value}”不是{low:g}至{high:g} m 之间的高程。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Check its unit, or leave the cell empty.</source>
        <translation>请检查其单位，或将单元格留空。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Write decimal degrees, for example 116.47.</source>
        <translation>请填写十进制度，例如116.47。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>It looks like degrees and minutes, such as 11628 for 116°28′; say so in the parameter for coordinates, or write decimal degrees.</source>
        <translation>看起来是度分格式，例如11628表示116°28′；请在坐标参数中注明，或改写为十进制度。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <location filename="../../core/stations/reader.py"/>
        <source>The row has no station.</source>
        <translation>该行没有站点。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Fill the cell in, or delete the row.</source>
        <translation>请填写该单元格，或删除该行。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Station {station} is there twice with different places; first in line {line}.</source>
        <translation>站点{station}重复且位置不同；首次出现在第{line}行。</translation>
    </message>
    <message>
        <location filename="../../core/stations/places.py"/>
        <source>Keep one of them.</source>
        <translation>请保留其中一个。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>Stations at 0, 0, which mostly stands for a place that is not known ({count}): {stations}.</source>
        <translation>位于 0, 0 的站点，通常表示位置不详（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>Stations whose longitude and latitude seem to be in each other's field ({count}): {stations}.</source>
        <translation>经度和纬度似乎填反的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>They are left out. Correct their coordinates.</source>
        <translation>这些站点已被略去。请改正其坐标。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>No station is left. Correct the coordinates.</source>
        <translation>没有剩余的站点。请改正坐标。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>{what} {remedy}</source>
        <translation>{what}{remedy}</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>{station} ({distance:.0f} km)</source>
        <translation>{station}（{distance:.0f} km）</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>Stations far outside the grid ({count}), with their distance from it: {stations}{more}. Are their coordinates and the CRS right?</source>
        <translation>远在网格之外的站点（{count}）及其与网格的距离：{stations}{more}。其坐标和坐标系是否正确？</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>{field} (R2 {r2:.3f})</source>
        <translation>{field}（R2 {r2:.3f}）</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>At stations left out the mean of all stations would do better than the surface ({count} of {all}): {fields}{more}. Look at the stations, or choose another method.</source>
        <translation>在逐一留出的站点处，所有站点的均值优于插值结果（{all} 个字段中的 {count} 个）：{fields}{more}。请检查站点，或选择其他方法。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>Values unlike those of the other stations ({count}): {values}{more}. Check them; they are used as they are.</source>
        <translation>与其他站点明显不同的值（{count}）：{values}{more}。请核对；这些值仍照用。</translation>
    </message>
    <message>
        <location filename="../../core/stations/quality.py"/>
        <source>{field} at {station} ({value:.5g}, expected {estimate:.5g})</source>
        <translation>{station} 的 {field}（{value:.5g}，预期 {estimate:.5g}）</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>This day was given before.</source>
        <translation>该日期前面已经给出。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Complete the row, or delete it.</source>
        <translation>请补全该行，或删除该行。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Fill the cell in.</source>
        <translation>请填写该单元格。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>There is no such date.</source>
        <translation>没有这个日期。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>“{date}”: {what}</source>
        <translation>“{date}”：{what}</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Write dates as 2001-01-31, 20010131 or 2001/1/31, each day of a station once.</source>
        <translation>日期请写作2001-01-31、20010131或2001/1/31，每个站点每日只写一次。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Station {station} is not in the station table.</source>
        <translation>站点{station}不在站点表中。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Add it there, or remove its rows.</source>
        <translation>请在站点表中添加该站点，或删除其数据行。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Station {station} has no coordinates.</source>
        <translation>站点{station}没有坐标。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Station {station} has two places far apart.</source>
        <translation>站点{station}有两个相距很远的位置。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Give a station table.</source>
        <translation>请给出站点表。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Stations of the table without daily values ({count}): {stations}.</source>
        <translation>站点表中没有逐日值的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>No station with daily values was found.</source>
        <translation>没有找到有逐日值的站点。</translation>
    </message>
    <message>
        <location filename="../../core/stations/reader.py"/>
        <source>Are there rows below the header?</source>
        <translation>表头之下是否有数据行？</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <location filename="../../core/stations/variables.py"/>
        <location filename="../../processing/stationsfields.py"/>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <source>Observed</source>
        <translation>观测值</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <source>Estimated without it</source>
        <translation>留一法估计值</translation>
    </message>
    <message>
        <location filename="../../core/stations/report.py"/>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>Is there a separator inside a text or a number? Put the cell in quotation marks, or name the column in the header.</source>
        <translation>文本或数字中是否含有分隔符？请给该单元格加引号，或在表头中写出该列名。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>Its text does not fit the encoding {name}.</source>
        <translation>文本与{name}编码不符。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>Choose another encoding, or save the file as CSV UTF-8.</source>
        <translation>请另选字符编码，或将文件另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>Cannot be read as CSV ({reason}).</source>
        <translation>无法作为 CSV 读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>Save it as CSV again.</source>
        <translation>请重新保存为 CSV。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <location filename="../../core/verify/staging.py"/>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>No table was found: its first line must name the columns.</source>
        <translation>未找到表：首行应为列名。</translation>
    </message>
    <message>
        <location filename="../../core/stations/textfile.py"/>
        <source>Save it as CSV with commas, semicolons or tabs, in UTF-8 or GBK.</source>
        <translation>请保存为以逗号、分号或制表符分隔的 CSV，字符编码为 UTF-8 或 GBK。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>The code “{code}” is not a number.</source>
        <translation>代码“{code}”不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>Write codes as numbers with spaces between them.</source>
        <translation>代码应为数字，以空格分隔。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>{title}: “{value}” is not a number.</source>
        <translation>{title}：“{value}”不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>Leave the cell empty if the value is missing.</source>
        <translation>缺测时请将单元格留空。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>{title}: {value} (unit: {unit}) cannot be; possible is {low:g} to {high:g} {own}.</source>
        <translation>{title}：{value}（单位：{unit}）不合理，合理范围为{low:g}至{high:g} {own}。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>Rain is never negative; name the code for missing values, if it is one.</source>
        <translation>降水量不会为负；如为缺测代码，请予以注明。</translation>
    </message>
    <message>
        <location filename="../../core/stations/values.py"/>
        <source>Check the unit; if it is a code for missing values, name it as one.</source>
        <translation>请检查单位；如为缺测代码，请予以注明。</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Rain</source>
        <translation>降水量</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Mean temperature</source>
        <translation>平均气温</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Lowest temperature</source>
        <translation>最低气温</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Highest temperature</source>
        <translation>最高气温</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Wind speed</source>
        <translation>风速</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Relative humidity</source>
        <translation>相对湿度</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <location filename="../../processing/stationsfields.py"/>
        <source>Name of the station</source>
        <translation>站点名称</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <location filename="../../core/survey/marker.py"/>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <location filename="../../core/survey/marker.py"/>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <location filename="../../core/stations/variables.py"/>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>marker</source>
        <translation>界桩</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>electronic marker</source>
        <translation>电子界桩</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>point with witness markers</source>
        <translation>设见证桩的点位</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>witness marker</source>
        <translation>见证桩</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>planned</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>set</source>
        <translation>已埋设</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>measured</source>
        <translation>已测</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>blocks meet</source>
        <translation>斑块交汇</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>counties meet</source>
        <translation>县界交汇</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>the kind of boundary changes</source>
        <translation>边界类型变化</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>corner</source>
        <translation>转角</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>road crosses</source>
        <translation>与道路相交</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>path crosses</source>
        <translation>与小路相交</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>river crosses</source>
        <translation>与河流相交</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>administrative border crosses</source>
        <translation>与行政区界线相交</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>longest spacing</source>
        <translation>最大间距</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>course of the line</source>
        <translation>边界走向</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>beginning of a ring</source>
        <translation>环的起点</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>village nearby</source>
        <translation>邻近村庄</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>people reach the line</source>
        <translation>人员易到达</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>placed by hand</source>
        <translation>手工布设</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Turning point</source>
        <translation>拐点</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Marker</source>
        <translation>界桩编号</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Engraved number</source>
        <translation>界桩刻号</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Sign</source>
        <translation>标识牌编号</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Block</source>
        <translation>斑块</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Blocks</source>
        <translation>所涉斑块</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Ring</source>
        <translation>环号</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Serial number</source>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <location filename="../../ui/boundarydock.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Reasons (codes)</source>
        <translation>设置原因（代码）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Why here</source>
        <translation>设置理由</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Kind of boundary</source>
        <translation>边界类型</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Terrain</source>
        <translation>地形</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Slope [degrees]</source>
        <translation>坡度（度）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Change of direction [degrees]</source>
        <translation>转折角（度）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>To the next marker [m]</source>
        <translation>至下一界桩（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Longest allowed [m]</source>
        <translation>允许最大间距（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Moved along the line [m]</source>
        <translation>沿线移动（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Witness of</source>
        <translation>所见证点位</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Distance to its point [m]</source>
        <translation>至点位距离（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Azimuth to its point [degrees]</source>
        <translation>至点位方位角（度）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Longitude [degrees]</source>
        <translation>经度（度）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Latitude [degrees]</source>
        <translation>纬度（度）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Easting [m]</source>
        <translation>横坐标 Y（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Northing [m]</source>
        <translation>纵坐标 X（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Belt</source>
        <translation>分带</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>To the nearest road [m]</source>
        <translation>至最近道路（m）</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Crew</source>
        <translation>作业组</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Order of setting</source>
        <translation>埋设顺序</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Serves</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <location filename="../../core/survey/marker.py"/>
        <source>Text of the sign</source>
        <translation>标识牌内容</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>national document</source>
        <translation>国家文件</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>provincial document</source>
        <translation>省级文件</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>the user's own value</source>
        <translation>用户自定</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>road</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>path</source>
        <translation>小路</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <location filename="../../processing/setbacks.py"/>
        <source>river</source>
        <translation>河流</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>administrative border</source>
        <translation>行政区界线</translation>
    </message>
    <message>
        <location filename="../../core/survey/rules.py"/>
        <source>water</source>
        <translation>水域</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>There is no survey rule set {name}.</source>
        <translation>没有名为 {name} 的勘界定标规则集。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>{value} is not from {low} to {high}.</source>
        <translation>{value} 不在 {low} 至 {high} 之间。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>This is no pattern of a number ({reason}).</source>
        <translation>编号格式有误（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>The pattern needs {part}.</source>
        <translation>编号格式中须有 {part}。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>A value with the source {source} names its document.</source>
        <translation>来源为 {source} 的数值须写明文件依据（document）。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>Terrain classes go from gentle to steep; only the last has no limit.</source>
        <translation>地形类别应由缓到陡排列，仅最后一类不设坡度上限。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>{name} is no class of terrain.</source>
        <translation>{name} 不是已定义的地形类别。</translation>
    </message>
    <message>
        <location filename="../../core/survey/rulesfile.py"/>
        <source>A rule for any boundary (and any terrain) is needed.</source>
        <translation>须有一条适用于任意边界类型（及任意地形）的规则。</translation>
    </message>
    <message>
        <location filename="../../core/terrain/halo.py"/>
        <source>On pixels of {width:.3g} m by {height:.3g} m, the distance asked for needs {pixels} pixels around each one; at most {most} are possible.</source>
        <translation>像元为{width:.3g} m × {height:.3g} m 时，所给距离要求每个像元周围有{pixels}个像元；最多为{most}个。</translation>
    </message>
    <message>
        <location filename="../../core/terrain/halo.py"/>
        <source>Choose a shorter distance or a smaller area, or coarser elevation.</source>
        <translation>请减小距离或范围，或采用分辨率较粗的高程数据。</translation>
    </message>
    <message>
        <location filename="../../core/usertable.py"/>
        <source>The table has no column {columns}.</source>
        <translation>表中没有列 {columns}。</translation>
    </message>
    <message>
        <location filename="../../core/vector/columns.py"/>
        <location filename="../../core/verify/layers.py"/>
        <source>The layer cannot be read ({reason}).</source>
        <translation>图层无法读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/vector/columns.py"/>
        <source>There is no layer “{layer}” in this file.</source>
        <translation>此文件中没有图层“{layer}”。</translation>
    </message>
    <message>
        <location filename="../../core/vector/columns.py"/>
        <source>The layer has no field {fields}.</source>
        <translation>图层没有字段 {fields}。</translation>
    </message>
    <message>
        <location filename="../../core/vector/columns.py"/>
        <source>Its fields are {fields}.</source>
        <translation>其字段有 {fields}。</translation>
    </message>
    <message>
        <location filename="../../core/vector/destination.py"/>
        <source>Vector layers are written as {known}; the name ends with “{suffix}”.</source>
        <translation>矢量图层写为 {known}；而此名称以“{suffix}”结尾。</translation>
    </message>
    <message>
        <location filename="../../core/vector/destination.py"/>
        <source>This GeoPackage holds other layers, which would all be lost: {layers}.</source>
        <translation>此 GeoPackage 中还有其他图层，覆盖后将全部丢失：{layers}。</translation>
    </message>
    <message>
        <location filename="../../core/vector/destination.py"/>
        <source>Choose another file name; or “Save to GeoPackage…”, which writes one table and keeps the others (for scripts: ogr:dbname='{path}' table="{layer}" (geom)).</source>
        <translation>请换一个文件名；或选“保存到 GeoPackage…”，只写入一个表并保留其他表（脚本中写作：ogr:dbname='{path}' table="{layer}" (geom)）。</translation>
    </message>
    <message>
        <location filename="../../core/vector/livefile.py"/>
        <source>Another program has changed this file during the run.</source>
        <translation>运行期间，另一个程序修改了此文件。</translation>
    </message>
    <message>
        <location filename="../../core/vector/livefile.py"/>
        <source>Nothing was written. Run it again, or choose another file.</source>
        <translation>未写入任何内容。请重新运行，或换一个文件。</translation>
    </message>
    <message>
        <location filename="../../core/vector/livefile.py"/>
        <source>Another program keeps this file locked.</source>
        <translation>此文件被另一个程序锁定。</translation>
    </message>
    <message>
        <location filename="../../core/vector/livefile.py"/>
        <source>Close its tables there or end editing, or choose another file.</source>
        <translation>请在该程序中关闭其中的表或结束编辑，或换一个文件。</translation>
    </message>
    <message>
        <location filename="../../core/vector/write.py"/>
        <source>{file}: a Shapefile cuts names of fields to 10 letters ({fields}) and texts to 254 bytes. A GeoPackage keeps all.</source>
        <translation>{file}：Shapefile 会把字段名截为 10 个字符（{fields}），把文本截为 254 字节。GeoPackage 则完整保留。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The block is in {inside} and not here.</source>
        <translation>{inside}中有该图斑，此处没有。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The value is “{right}” here and “{left}” in {other}.</source>
        <translation>此处的值为“{right}”，{other}中的值为“{left}”。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The geometry is not the one of {other}.</source>
        <translation>几何图形与{other}不一致。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>One of the files was changed; export again.</source>
        <translation>其中一个文件已被改动，请重新导出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The manifest counts {said} blocks, the layer has {found}.</source>
        <translation>清单记载图斑{said}个，图层中有{found}个。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The manifest says {said} {said_unit}, the blocks have {found} {unit}.</source>
        <translation>清单记载面积{said} {said_unit}，图斑合计{found} {unit}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>A line does not have seven cells.</source>
        <translation>有一行不是七个单元格。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The table says {blocks} blocks and {area}, the layer has {count} and {sum}.</source>
        <translation>表中为图斑{blocks}个、面积{area}，图层中为{count}个、{sum}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The table has {count} lines for this.</source>
        <translation>表中此项有{count}行。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The headings are not those of the profile.</source>
        <translation>表头与标准配置不一致。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>A line does not fit the headings.</source>
        <translation>有一行与表头不符。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The form has {count} lines for this block.</source>
        <translation>登记表中该图斑有{count}行。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The layer has no such block.</source>
        <translation>图层中没有该图斑。</translation>
    </message>
    <message>
        <location filename="../../core/verify/cross.py"/>
        <source>The form says “{cell}”, the layer “{value}”.</source>
        <translation>登记表中为“{cell}”，图层中为“{value}”。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>The layer has no CRS.</source>
        <translation>图层没有坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>The CRS is not on CGCS2000 but {name}.</source>
        <translation>坐标参考系不基于 CGCS2000，而是{name}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>Export again in a belt of CGCS2000.</source>
        <translation>请按 CGCS2000 的分带重新导出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>{name} is no 3-degree or 6-degree Gauss-Kruger belt.</source>
        <translation>{name}不是高斯-克吕格3度带或6度带。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>The CRS is not the one of {other}.</source>
        <translation>坐标参考系与{other}不一致。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>The manifest names no known CRS.</source>
        <translation>清单中的坐标参考系无法识别。</translation>
    </message>
    <message>
        <location filename="../../core/verify/crs.py"/>
        <source>The CRS is not EPSG:{epsg}, which the manifest names.</source>
        <translation>坐标参考系不是清单所载的 EPSG:{epsg}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/findings.py"/>
        <source>… and {count} more of the same kind.</source>
        <translation>……另有{count}个同类问题。</translation>
    </message>
    <message>
        <location filename="../../core/verify/findings.py"/>
        <source>{package} passes: {blocks} blocks, {warnings} warnings.</source>
        <translation>{package}核查通过：图斑{blocks}个，警告{warnings}条。</translation>
    </message>
    <message>
        <location filename="../../core/verify/findings.py"/>
        <source>{package} fails: {errors} errors, {warnings} warnings.</source>
        <translation>{package}核查未通过：错误{errors}条，警告{warnings}条。</translation>
    </message>
    <message>
        <location filename="../../core/verify/findings.py"/>
        <source>Not checked: {rule} {title}. {why}</source>
        <translation>未核查：{rule} {title}。{why}</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The CRS does not fit the coordinates, or is not usable.</source>
        <translation>坐标参考系与坐标不符，或无法使用。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The geometry cannot be read.</source>
        <translation>几何图形无法读取。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The block is of type {type}.</source>
        <translation>图斑的几何类型为{type}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>Coordinates are not numbers.</source>
        <translation>坐标不是数值。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The block has {count} parts.</source>
        <translation>图斑由{count}个部分组成。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>One block is one connected polygon; split it and number again.</source>
        <translation>一个图斑应为一个连通的多边形；请拆分后重新编号。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The geometry is not valid: {reason}.</source>
        <translation>几何图形无效：{reason}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>Coordinates are no longitudes and latitudes.</source>
        <translation>坐标不是经纬度。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>Eastings begin with {found}, by the CRS they begin with {expected}.</source>
        <translation>横坐标以{found}开头，按坐标参考系应以{expected}开头。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>Coordinates and CRS do not belong together; assign the right one.</source>
        <translation>坐标与坐标参考系不符；请指定正确的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The data reach {beyond:.4f}° beyond their belt.</source>
        <translation>数据超出所在分带{beyond:.4f}°。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>{count} neighbouring vertices are nearer than {least} m.</source>
        <translation>{count}对相邻顶点的间距小于{least} m。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The block has {area:.3f} m2.</source>
        <translation>图斑面积为{area:.3f} m2。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The stored area is {stored} {unit}, the geometry has {area} {unit}.</source>
        <translation>存储面积为{stored} {unit}，几何图形面积为{area} {unit}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>Export again; areas are computed from what is written.</source>
        <translation>请重新导出；面积按写出的几何图形计算。</translation>
    </message>
    <message>
        <location filename="../../core/verify/geometry.py"/>
        <source>The block overlaps {other} by {area:.2f} m2; {limit} m2 are allowed.</source>
        <translation>与图斑{other}重叠{area:.2f} m2；允许值为{limit} m2。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>Table and geometries do not have the same records.</source>
        <translation>属性表与几何图形的记录不一致。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The file is damaged; export again.</source>
        <translation>文件已损坏；请重新导出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>There is another layer: {layer}.</source>
        <translation>存在其他图层：{layer}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>There is no layer {layer}.</source>
        <translation>缺少图层{layer}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The layer is of type {type}.</source>
        <translation>图层的几何类型为{type}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The column is missing.</source>
        <translation>缺少该字段。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The profile does not have this column.</source>
        <translation>标准配置中没有该字段。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The columns are not in the profile's order.</source>
        <translation>字段顺序与标准配置不一致。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The order is {order}.</source>
        <translation>正确顺序为{order}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The column is of type {found}, the profile says {expected}.</source>
        <translation>字段类型为{found}，标准配置规定为{expected}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The column's length is {found}, the profile says {expected}.</source>
        <translation>字段长度为{found}，标准配置规定为{expected}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>There is no .cpg; the encoding of the texts is not known.</source>
        <translation>没有.cpg文件，文本的字符编码未知。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>UTF-8 is tried.</source>
        <translation>按UTF-8尝试读取。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The encoding is not known here.</source>
        <translation>无法识别该字符编码。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>The text is not {encoding} ({reason}).</source>
        <translation>文本不是{encoding}编码（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/verify/layers.py"/>
        <source>Is the .cpg right? Export again with the encoding that you need.</source>
        <translation>.cpg是否正确？请按所需的字符编码重新导出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The package has no manifest.</source>
        <translation>成果包中没有清单。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The manifest cannot be read ({reason}).</source>
        <translation>清单无法读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>This is no manifest of a Redline package.</source>
        <translation>这不是Redline成果包的清单。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>{key} is missing in the manifest, or is not what belongs there.</source>
        <translation>清单中缺少{key}，或其内容不符合要求。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The manifest names a path that leads out of the package.</source>
        <translation>清单中有指向成果包之外的路径。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>Do not use this package; ask where it comes from.</source>
        <translation>请勿使用该成果包；请核实其来源。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The manifest names a file twice.</source>
        <translation>清单中有文件重复列出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The file is missing.</source>
        <translation>文件缺失。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>Take it from where the package was made, or export again.</source>
        <translation>请从成果包的制作方取得该文件，或重新导出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The file is not the one that was exported: size or SHA-256 differ.</source>
        <translation>文件与导出时不一致：大小或SHA-256不同。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>Change blocks in the source and export again, not in the package.</source>
        <translation>请在源数据中修改图斑后重新导出，不要在成果包中修改。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>The manifest does not name this file.</source>
        <translation>清单中没有列出该文件。</translation>
    </message>
    <message>
        <location filename="../../core/verify/manifest.py"/>
        <source>Take it out, or export it with the package.</source>
        <translation>请将其移出，或随成果包一起导出。</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The manifest is there and can be read</source>
        <translation>清单存在且可以读取</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Paths stay inside the package</source>
        <translation>路径均在成果包之内</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Every file of the manifest is there</source>
        <translation>清单所列文件齐全</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>No file is there that the manifest does not name</source>
        <translation>没有清单之外的文件</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Size and SHA-256 of every file are those of the manifest</source>
        <translation>各文件的大小和SHA-256与清单一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>There are only plain files</source>
        <translation>只含普通文件</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Number and size of files are within limits</source>
        <translation>文件数量和大小未超出限制</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The profile is known</source>
        <translation>标准配置可识别</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Every file that the profile asks for is there</source>
        <translation>标准配置要求的文件齐全</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The layer can be read</source>
        <translation>图层可以读取</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Columns are those of the profile, in its order</source>
        <translation>字段及其顺序与标准配置一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Columns have the profile's types</source>
        <translation>字段类型与标准配置一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Columns have the profile's lengths and decimals</source>
        <translation>字段长度和小数位数与标准配置一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Required values are filled</source>
        <translation>必填值均已填写</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Values have the form, or are in the list, that the profile asks for</source>
        <translation>值符合标准配置规定的格式或值域</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Dates are dates</source>
        <translation>日期均为有效日期</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Numbers are within their range</source>
        <translation>数值均在规定范围内</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Texts can be read in the encoding that the package names</source>
        <translation>文本可按成果包注明的字符编码读取</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>There is no other layer in the file</source>
        <translation>文件中没有其他图层</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The layer holds polygons</source>
        <translation>图层的几何类型为多边形</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Names contain the words of the standard</source>
        <translation>名称包含标准用语</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Feature identifiers are unique</source>
        <translation>标识码唯一</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Block codes are unique</source>
        <translation>红线编码唯一</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Feature identifiers begin with the county code</source>
        <translation>标识码以县级行政区划代码开头</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Serials of a county and type run from 1 without gaps</source>
        <translation>同一县级行政区、同一类型的数量代码从1起连续编号</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>One layer has one element code and one layer code</source>
        <translation>同一图层只有一个要素代码和一个要素层代码</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The CRS is on CGCS2000</source>
        <translation>坐标参考系基于CGCS2000</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The CRS is geographic or a Gauss-Kruger belt</source>
        <translation>坐标参考系为地理坐标系或高斯-克吕格分带</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The data lie within their belt</source>
        <translation>数据位于所在分带范围内</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Eastings have the belt number that the CRS says</source>
        <translation>横坐标的带号与坐标参考系一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Every block has a geometry</source>
        <translation>每个图斑都有几何图形</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Every block is one polygon</source>
        <translation>每个图斑都是一个多边形</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Geometries are valid</source>
        <translation>几何图形有效</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Neighbouring vertices keep the least distance</source>
        <translation>相邻顶点间距不小于最小值</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Blocks do not overlap</source>
        <translation>图斑互不重叠</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>No block is a sliver</source>
        <translation>没有细碎图斑</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Stored areas are the ellipsoid areas of the geometries</source>
        <translation>存储面积与几何图形的椭球面积一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The formats hold the same blocks</source>
        <translation>各格式的图斑一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The formats hold the same values</source>
        <translation>各格式的属性值一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The formats hold the same geometries</source>
        <translation>各格式的几何图形一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The formats and the manifest name the same CRS</source>
        <translation>各格式与清单的坐标参考系一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The table of areas agrees with the blocks</source>
        <translation>面积表与图斑一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>Count and total area in the manifest agree with the blocks</source>
        <translation>清单中的图斑数和总面积与图斑一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/rules.py"/>
        <source>The registration form agrees with the blocks</source>
        <translation>登记表与图斑一致</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The package cannot be read ({reason}).</source>
        <translation>成果包无法读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>There is no such folder or file.</source>
        <translation>该文件夹或文件不存在。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>This is neither a folder nor a zip archive.</source>
        <translation>这既不是文件夹，也不是zip压缩包。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>Give the folder of a package, or the zip of it.</source>
        <translation>请指定成果包的文件夹或其zip压缩包。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The zip holds a path that leads out of the package; not unpacked.</source>
        <translation>zip压缩包中有指向成果包之外的路径；未解压。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>Do not unpack this archive with other tools.</source>
        <translation>请勿用其他工具解压该压缩包。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The zip holds this name twice.</source>
        <translation>zip压缩包中该名称重复。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The file is encrypted.</source>
        <translation>文件已加密。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>This is a link or a device, not a file; it was not followed.</source>
        <translation>这是链接或设备，不是文件；未予读取。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>Put the file itself in its place.</source>
        <translation>请换成文件本身。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The package has more than {count} files.</source>
        <translation>成果包中的文件超过{count}个。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The file is damaged ({reason}).</source>
        <translation>文件已损坏（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/verify/staging.py"/>
        <source>The file is too large when unpacked; it was left out.</source>
        <translation>文件解压后过大；已略过。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>The layer is empty.</source>
        <translation>图层为空。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>The name does not contain “{words}”.</source>
        <translation>名称中没有“{words}”。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>The value is required and empty.</source>
        <translation>该值必填，但为空。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>“{value}” is no date.</source>
        <translation>“{value}”不是日期。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>The text is longer than {length} characters.</source>
        <translation>文本超过{length}个字符。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>“{value}” is no number.</source>
        <translation>“{value}”不是数值。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>The identifier begins with {found}, the county code is {county}.</source>
        <translation>标识码以{found}开头，县级行政区划代码为{county}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>The layer has more than one code: {codes}.</source>
        <translation>图层中有多个代码：{codes}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>{value} is there already, at {other}.</source>
        <translation>{value}已存在，见要素{other}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>Number the blocks again by exporting the whole county.</source>
        <translation>请整县导出，对图斑重新编号。</translation>
    </message>
    <message>
        <location filename="../../core/verify/values.py"/>
        <source>Serials of {group} have gaps: {missing}.</source>
        <translation>{group}的数量代码不连续，缺少：{missing}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>This is no package: there is neither a manifest nor a layer {layer}.</source>
        <translation>这不是成果包：既没有清单，也没有图层{layer}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>Choose the folder that holds {name}.</source>
        <translation>请选择包含{name}的文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>The profile is not known here; the default one is used.</source>
        <translation>无法识别该标准配置；改用默认标准配置。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>The package follows version {theirs} of the profile, here is {ours}.</source>
        <translation>成果包采用的标准配置版本为{theirs}，本机版本为{ours}。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>The file is missing; the profile asks for it.</source>
        <translation>文件缺失；标准配置要求提供该文件。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>The format is not known.</source>
        <translation>无法识别该格式。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>There is no layer in any format.</source>
        <translation>各格式中均没有图层。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>The manifest says “{said}”, the package has “{found}”.</source>
        <translation>清单中为“{said}”，成果包中为“{found}”。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>There is no layer that can be read.</source>
        <translation>没有可读取的图层。</translation>
    </message>
    <message>
        <location filename="../../core/verify/verify.py"/>
        <source>There is only one format.</source>
        <translation>只有一种格式。</translation>
    </message>
    <message>
        <location filename="../../core/yamlnode.py"/>
        <source>The file cannot be read ({reason}).</source>
        <translation>无法读取该文件（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/yamlnode.py"/>
        <source>It must be YAML in UTF-8.</source>
        <translation>应为 UTF-8 编码的 YAML 文件。</translation>
    </message>
    <message>
        <location filename="../../core/yamlnode.py"/>
        <source>A mapping is expected here.</source>
        <translation>此处应为键值映射。</translation>
    </message>
    <message>
        <location filename="../../core/yamlnode.py"/>
        <source>{value} is not of type {types}.</source>
        <translation>{value}的类型不是{types}。</translation>
    </message>
    <message>
        <location filename="../../core/yamlnode.py"/>
        <source>{value} is none of {allowed}.</source>
        <translation>{value}不属于以下各项：{allowed}。</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Same as QGIS</source>
        <translation>与 QGIS 相同</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Report on an assessment</source>
        <translation>生成评估报告</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Draws up one HTML file on assessment results: maps, histograms, classes with areas by county, inputs, coefficients with their sources, warnings, and how each raster was made, step by step. It opens without a network and prints on A4. What it tells comes from the record inside the rasters.</source>
        <translation>把评估结果汇编成一个 HTML 文件：地图、直方图、各等级及其分县面积、输入、系数及其来源、警告，以及每个栅格逐步的生成过程。无需网络即可打开，可按 A4 打印。内容取自栅格自带的来历记录。</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <source>map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Results (indices, classes, factors)</source>
        <translation>结果（指数、等级、因子）</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Give an index together with its classes: its histogram then shows where they part. Factors that Redline made are found by themselves.</source>
        <translation>请把指数和它的等级一起给出：指数的直方图上会标出分级断点。由 Redline 计算的因子会自动找到。</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Counties</source>
        <translation>县级行政区</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <source>Field: county code</source>
        <translation>字段：县级行政区划代码</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <source>Field: county name</source>
        <translation>字段：县级行政区名称</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/gradingaccount.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <source>Give at least one raster that Redline made.</source>
        <translation>请至少给出一个由 Redline 生成的栅格。</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/submission.py"/>
        <source>“{value}” cannot be opened as a polygon layer.</source>
        <translation>“{value}”无法作为多边形图层打开。</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/planarlayers.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <source>Check the path and the layer's name.</source>
        <translation>请检查路径和图层名称。</translation>
    </message>
    <message>
        <location filename="../../processing/assessmentreport.py"/>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/planarlayers.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <location filename="../../processing/submission.py"/>
        <source>The layer has no coordinate reference system.</source>
        <translation>图层没有坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>Automatic: ZSTD for temporary results, deflate for others</source>
        <translation>自动：临时结果用ZSTD，其他用deflate</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>Deflate: every program reads it</source>
        <translation>Deflate：所有程序均可读取</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>ZSTD: fast, for working rasters</source>
        <translation>ZSTD：速度快，适合中间栅格</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>None</source>
        <translation>不压缩</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <location filename="../../processing/referencelines.py"/>
        <location filename="../../processing/snowline.py"/>
        <location filename="../../processing/species.py"/>
        <source>A value is needed.</source>
        <translation>需要填写一个值。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>“{value}” is not a number from {low:g} to {high:g}.</source>
        <translation>“{value}”不是{low:g}至{high:g}之间的数值。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>“{value}” does not fit here.</source>
        <translation>“{value}”不适用于此处。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>Compression of outputs</source>
        <translation>输出的压缩方式</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <source>“{value}” cannot be opened as a raster.</source>
        <translation>“{value}”无法作为栅格打开。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>The layer “{layer}” comes from a service ({kind}), not from a file.</source>
        <translation>图层“{layer}”来自服务（{kind}），不是文件。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>Export it to a GeoTIFF first.</source>
        <translation>请先将其导出为GeoTIFF。</translation>
    </message>
    <message>
        <location filename="../../processing/base.py"/>
        <source>Outputs are GeoTIFF; the name must end with .tif.</source>
        <translation>输出格式为GeoTIFF；文件名必须以.tif结尾。</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Check topology</source>
        <translation>检查拓扑</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Looks for overlaps, gaps, slivers, spikes, stair steps, self-contacts, sharp angles, narrow necks, short lines, duplicate and too near vertices, duplicate and invalid geometries. Each finding is put into a layer with its rule, severity, features and value. No public text gives tolerances for red lines: the defaults are analogs from other checks or Redline's own examples, and the report says which.</source>
        <translation>查找重叠、缝隙、碎片多边形、尖刺、锯齿、自接触、尖锐角、狭颈、短线、重复和过近的折点、重复和无效的几何。每项发现连同规则、严重程度、要素和数值写入图层。公开文本没有给出红线的容差：默认值是其他检查的类比值或 Redline 自拟的示例值，报告中逐一注明。</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/submission.py"/>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/fixtopology.py"/>
        <source>topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/fixtopology.py"/>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/fixtopology.py"/>
        <source>gap</source>
        <translation>缝隙</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>sliver</source>
        <translation>碎片</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Polygons to check</source>
        <translation>待检查的面</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Findings at points</source>
        <translation>点状发现</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Findings along lines</source>
        <translation>线状发现</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>Findings of areas</source>
        <translation>面状发现</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <location filename="../../processing/edgematch.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/fixtopology.py"/>
        <location filename="../../processing/parcelcolumns.py"/>
        <location filename="../../processing/planarlayers.py"/>
        <source>A layer is needed.</source>
        <translation>需要一个图层。</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>At least one rule is needed.</source>
        <translation>至少需要一条规则。</translation>
    </message>
    <message>
        <location filename="../../processing/checktopology.py"/>
        <source>{title}: {count}</source>
        <translation>{title}：{count}</translation>
    </message>
    <message>
        <location filename="../../processing/codelists.py"/>
        <source>“{text}” holds no whole numbers.</source>
        <translation>“{text}”中没有整数。</translation>
    </message>
    <message>
        <location filename="../../processing/codelists.py"/>
        <source>Write codes with commas between, for example “20,30” or “51-92”.</source>
        <translation>编码之间用逗号分隔，例如“20,30”或“51-92”。</translation>
    </message>
    <message>
        <location filename="../../processing/codelists.py"/>
        <source>The codes {codes} are in two groups.</source>
        <translation>编码 {codes} 同时出现在两个组中。</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>Copy tables and coefficients</source>
        <translation>复制表和系数</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>Writes all tables and coefficients that come with Redline into a folder, each row with its source and how sure that is. Edit them there, raise their version, and give the folder to the models: they use it and name it, with versions and hashes, in their results.</source>
        <translation>将 Redline 自带的全部表和系数写入一个文件夹，每行注明来源及其可靠程度。可在该文件夹中修改并提高版本号，再将文件夹提供给各模型：模型将采用这些数值，并在结果中注明其名称、版本和哈希值。</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>province</source>
        <translation>省</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>Replace files that are there</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <location filename="../../processing/democounty.py"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>Files written</source>
        <translation>写出的文件数</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>{count} files in {folder}.</source>
        <translation>{folder}中有{count}个文件。</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>There is a file of this name, perhaps edited.</source>
        <translation>已有同名文件，可能经过修改。</translation>
    </message>
    <message>
        <location filename="../../processing/copytables.py"/>
        <source>Choose another folder, or ask for it to be replaced.</source>
        <translation>请另选文件夹，或选择替换。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Delineate red-line blocks</source>
        <translation>划定红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Unites the extreme classes (3) of all given rasters with the protected areas, drops patches and fills holes under a minimum area, splits at county borders, and gives blocks that know why they are in. Rule tables say which classes and protected areas enter; disputed land is kept, flagged or left out by a policy; blocks get names and codes. Nothing is taken out of a protected area, except what lies outside all counties, and a patch that touches one stays. Areas are on the ellipsoid.</source>
        <translation>把所给各栅格的极重要、极敏感等级（3 级）与保护地叠加，去除小于最小面积的图斑、填补小于最小面积的孔洞，按县界切分，生成知道划入原因的红线图斑。规则表决定哪些等级和保护地划入；有争议用地按政策保留、标记或不划入；红线图斑得到名称和编码。除位于所有县之外的部分，不从保护地中扣除任何面积，与保护地相接的图斑保留。面积为椭球面积。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>union</source>
        <translation>合并</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <source>block</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Importance classes: {title}</source>
        <translation>重要性等级：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Sensitivity classes: {title}</source>
        <translation>敏感性等级：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Field: name</source>
        <translation>字段：名称</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Field: zone</source>
        <translation>字段：分区</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Field: kind</source>
        <translation>字段：类型</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Field: level</source>
        <translation>字段：级别</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Smallest patch kept [km2]</source>
        <translation>保留斑块的最小面积 [km2]</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>1 km2 was seen in adjustment practice; the Guide of 2017 gives no number. 0 keeps all.</source>
        <translation>1 km2见于调整工作实践；2017年《指南》未给出数值。0表示全部保留。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Holes smaller than this are filled [km2]</source>
        <translation>小于此面积的孔洞予以填充 [km2]</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>No public text gives a number; 0 fills none.</source>
        <translation>公开文本均未给出数值；0表示不填充。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Pixels form a patch</source>
        <translation>像元构成斑块的方式</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>over edges only (4)</source>
        <translation>仅边相邻（4邻域）</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>over edges and corners (8)</source>
        <translation>边或角相邻（8邻域）</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Smallest piece cut off by a county border [km2]</source>
        <translation>县级行政区界线切出碎块的最小保留面积 [km2]</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Pixels that straddle a border leave many tiny pieces; those under this and free of protected land go out. Redline's own rule, in no norm.</source>
        <translation>跨界线的像元会产生许多细小碎块；小于此面积且不含自然保护地的碎块予以去除。Redline自定规则，无规范依据。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Keep land outside all counties</source>
        <translation>保留不属于任何县级行政区的土地</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/smoothboundary.py"/>
        <location filename="../../ui/boundary.py"/>
        <source>Red-line blocks</source>
        <translation>红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <source>Account of areas</source>
        <translation>面积核算表</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Number of blocks</source>
        <translation>图斑数</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Area of the red line [m2]</source>
        <translation>红线面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Blocks are written to a GeoPackage; the name must end with .gpkg.</source>
        <translation>图斑写入GeoPackage；文件名必须以.gpkg结尾。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>The counties have no field “{field}” for their code.</source>
        <translation>县级行政区图层中没有代码字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Choose the field that holds the six-digit code.</source>
        <translation>请选择存放六位代码的字段。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Protected areas enter</source>
        <translation>保护地的划入方式</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>all of the layer</source>
        <translation>图层中全部划入</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>by the tables of kinds, zones and levels</source>
        <translation>按类型、分区和级别的规则表</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>The tables hold the kinds, zones and levels of section 7.2 of the Guide (recalled); “Copy tables and coefficients” writes them for editing.</source>
        <translation>这些表列出指南 7.2 节的类型、分区和级别（凭记忆）；“复制表和系数”可写出供编辑。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Protected areas that no rule knows</source>
        <translation>规则未包含的保护地</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>are taken in</source>
        <translation>划入</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>stay out</source>
        <translation>不划入</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>They are listed with their number and area either way.</source>
        <translation>两种方式都会列出其数量和面积。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Classes that enter</source>
        <translation>划入的等级</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>by the table (3 of each, as it comes)</source>
        <translation>按表（默认各为 3 级）</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>3 of all rasters</source>
        <translation>各栅格的 3 级</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>2 and 3 of all</source>
        <translation>各栅格的 2 级和 3 级</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Folder with one's own rule tables</source>
        <translation>自有规则表所在文件夹</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Tables of the names overlay_classes.csv, overlay_protected.csv, overlay_levels.csv, exception_kinds.csv and exception_policies.csv are taken from there.</source>
        <translation>名为 overlay_classes.csv、overlay_protected.csv、overlay_levels.csv、exception_kinds.csv 和 exception_policies.csv 的表从该文件夹读取。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Land added by decision</source>
        <translation>按决定划入的土地</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Field: name of the decision</source>
        <translation>字段：决定的名称</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Width of linear works drawn as lines [m]</source>
        <translation>以线表示的线性工程的宽度 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>To both sides together; used where the field below has no value.</source>
        <translation>两侧合计；用于下面的字段没有值之处。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Field: width [m]</source>
        <translation>字段：宽度 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Land-use parcels</source>
        <translation>土地利用图斑</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Field: land-use code</source>
        <translation>字段：地类编码</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Policy for disputed land</source>
        <translation>有争议用地的政策</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Sources conflict: the Guide of 2017 takes farmland and construction land out at the edges, a draft measure takes it in and manages it, practice decided case by case. Nothing is ever taken out of a protected area.</source>
        <translation>各来源不一致：2017 年指南在边缘扣除基本农田和建设用地，管理办法草案将其划入并加强管理，实践中逐案决定。任何情况下都不从保护地中扣除面积。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Decision for: {kind}</source>
        <translation>处理方式：{kind}</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>as the policy says</source>
        <translation>按政策</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>keep and flag</source>
        <translation>保留并标记</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>leave out at the edge</source>
        <translation>在边缘处不划入</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>leave out</source>
        <translation>不划入</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Smallest disputed land left out of a block [m2]</source>
        <translation>从红线图斑中扣除的有争议用地的最小面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>What is smaller is flagged only. Redline's own rule, in no norm.</source>
        <translation>更小的只作标记。Redline 自定规则，没有规范依据。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Parts of patches narrower than this go out [m]</source>
        <translation>窄于此宽度的图斑部分去除 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Takes whiskers 龙须状 away: a pixel stays where a square or disc of this width fits. Protected land stays. No public text gives a number; 0 keeps all.</source>
        <translation>去除龙须状细条：能容下此宽度的正方形或圆的像元保留。保护地保留。公开文件没有给出数值；0 为全部保留。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Patches as near as this are joined [m]</source>
        <translation>相距不超过此距离的图斑相连 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Measured along rows and columns. Only gaps between two patches are bridged, not bays of one. No public text gives a number; 0 joins none.</source>
        <translation>沿行列方向量算。只连接两个图斑之间的空隙，不填同一图斑的凹湾。公开文件没有给出数值；0 为不连接。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Natural units, for names</source>
        <translation>自然地理单元（用于命名）</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Field: natural unit</source>
        <translation>字段：自然地理单元</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Names of blocks in no natural unit begin with</source>
        <translation>不在任何自然地理单元内的红线图斑，其名称开头为</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>the county's name</source>
        <translation>县名</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>the function</source>
        <translation>功能</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Sign between the parts of the block code</source>
        <translation>红线编码各部分之间的符号</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>County, type, serial (6 + 2 + 4). Public texts do not tell the sign.</source>
        <translation>县代码、类型代码、顺序号（6 + 2 + 4）。公开文件没有说明连接符号。</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Pattern of patch codes</source>
        <translation>图斑编码的格式</translation>
    </message>
    <message>
        <location filename="../../processing/delineaterules.py"/>
        <source>Fields: county, type, serial, number, block_code, patch, in braces. Public texts do not tell the national pattern; empty gives no patch codes.</source>
        <translation>字段：county、type、serial、number、block_code、patch，写在花括号中。公开文件没有说明国家统一格式；留空则不生成图斑编码。</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <location filename="../../ui/dock.py"/>
        <source>Make the demo county</source>
        <translation>生成演示县</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>Makes the rasters and layers of two made-up counties, to try Redline on: terrain, climate, soil, land cover, rivers, roads, villages, protected areas, parcels. There are factors that are ready to be assessed, and the raw data that they are made from: twelve months of weather, ten years of daily records of stations, a soil map with its table, NDVI, net primary productivity, rock and groundwater, places where animals were met. Some of it is dirty on purpose: rasters off by half a pixel, nodata values that are not declared, a gap in the records, an invalid polygon. The same seed makes the same county.</source>
        <translation>生成两个虚构县的栅格和图层，供试用 Redline：地形、气候、土壤、土地覆被、河流、道路、村庄、保护地、地块。既有可直接评估的因子，也有制作这些因子的原始数据：十二个月的气候、站点十年逐日记录、土壤图及其属性表、NDVI、净初级生产力、岩石与地下水、动物发现点。其中故意留有瑕疵：偏移半个像元的栅格、未声明的无数据值、记录中的缺口、一个无效多边形。种子相同，生成的县也相同。</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>example</source>
        <translation>示例</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>Pixels along a side</source>
        <translation>每边像元数</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>2000 gives pixels of 30 m; the extent stays 60 km.</source>
        <translation>2000对应30 m像元；范围始终为60 km。</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>none was found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>found {found}</source>
        <translation>找到的是{found}</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>Shapely {found} does not work together with this QGIS's GEOS library.</source>
        <translation>Shapely {found}与此QGIS的GEOS库不兼容。</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>Restart QGIS and run Redline before other plugins that use Shapely, or install a Shapely that was built for this QGIS.</source>
        <translation>请重启QGIS，并在其他使用Shapely的插件之前运行Redline；或安装为此QGIS构建的Shapely。</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>This needs Shapely 2.0 or later in QGIS's Python; {found}.</source>
        <translation>需要QGIS的Python中有Shapely 2.0或更高版本；{found}。</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>Windows: install python3-shapely by the OSGeo4W setup. Linux: the package python3-shapely of a recent distribution, or pip into a virtual environment that QGIS uses.</source>
        <translation>Windows：用OSGeo4W安装程序安装python3-shapely。Linux：安装较新发行版的python3-shapely软件包，或用pip装入QGIS所用的虚拟环境。</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Map of the red line</source>
        <translation>红线分布图</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Draws the blocks by their main reason, over hillshade, with county borders and protected areas, legend, scale and north arrow, into a PNG.</source>
        <translation>按主要划入原因绘制图斑，以山体阴影为底图，配县级行政区界线、自然保护地、图例、比例尺和指北针，输出为PNG。</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Ecological protection red line</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Dots per inch</source>
        <translation>每英寸点数（DPI）</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>County border</source>
        <translation>县级行政区界线</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Outline of protected areas</source>
        <translation>自然保护地范围线</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Coordinate system: {name} ({id})</source>
        <translation>坐标系：{name}（{id}）</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>The picture could not be written.</source>
        <translation>图片无法写出。</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>Red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>Limits of ecosystems</source>
        <translation>生态系统分界线</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>Draws the lines between ecosystems of a class raster, one of the natural lines of article (五). Patches under a minimum area take the class of the neighbour with the longest common edge, so that lines run between what counts.</source>
        <translation>由类别栅格绘制生态系统之间的分界线，属于第（五）条所说的自然边界。小于最小面积的图斑并入公共边最长的相邻图斑，使分界线只在值得区分的图斑之间。</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>ecotone</source>
        <translation>生态系统交错带</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>Land cover or ecosystems</source>
        <translation>土地覆盖或生态系统</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>Codes taken together</source>
        <translation>合并的编码</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <source>Codes with commas, groups with semicolons: “10,80; 20,30” takes 80 as 10 and 30 as 20. Codes that are in no group stay as they are.</source>
        <translation>编码用逗号、组用分号分隔：“10,80; 20,30”把 80 当作 10、30 当作 20。不在任何组中的编码保持不变。</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <location filename="../../processing/forestline.py"/>
        <source>Smallest patch [hm2]</source>
        <translation>最小图斑 [hm2]</translation>
    </message>
    <message>
        <location filename="../../processing/ecosystemlimits.py"/>
        <location filename="../../processing/forestline.py"/>
        <location filename="../../processing/snowline.py"/>
        <location filename="../../processing/watersheddivides.py"/>
        <source>No public text gives a number; the default is an example of Redline's own.</source>
        <translation>公开文件没有给出数值；默认值只是 Redline 自己的示例。</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Match red lines at a border</source>
        <translation>红线接边</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Joins the red lines of two neighbours at their border 接边: what overlaps or hangs over is given to the side that it lies on, gaps up to the border are filled where both sides go on, and ends that reach the border at two places are moved to the middle between them. Places over the tolerance, blocks that nothing continues and blocks whose attributes do not fit are listed for a decision. Lines that were matched run exactly along the border.</source>
        <translation>将相邻两地的红线在边界处接边：重叠或越界的部分划给其所在一侧，两侧都延续处的缝隙填补至边界，到达边界位置不同的两端移至中点。超过容差的位置、无对应延续的图斑以及属性不一致的图斑列出待定。接边后的界线严格沿边界。</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>edge matching</source>
        <translation>接边</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>border</source>
        <translation>边界</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>county</source>
        <translation>县</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Red-line blocks of A</source>
        <translation>甲方红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Red-line blocks of B</source>
        <translation>乙方红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Border between A and B</source>
        <translation>甲乙之间的边界</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Tolerance [m]</source>
        <translation>容差 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>How far a line may lie from the border, and two ends from each other along it. 300 m is the edge-match buffer of a check program of natural resources data (ERDIAO), an analog; no public text gives a number for red lines.</source>
        <translation>界线距边界、以及两端沿边界相距的最大距离。300 m 是自然资源数据检查程序（ERDIAO）的接边缓冲距离，属类比值；公开文本没有针对红线的规定。</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Field of A that must be equal to join two blocks</source>
        <translation>甲方须相等才能接边的字段</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Field of B that must be equal to join two blocks</source>
        <translation>乙方须相等才能接边的字段</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Matched blocks of A</source>
        <translation>接边后的甲方图斑</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Matched blocks of B</source>
        <translation>接边后的乙方图斑</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Places at the border</source>
        <translation>边界处的位置清单</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Places matched</source>
        <translation>已接边处数</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Places to decide</source>
        <translation>待定处数</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>Give a field of both layers, or of none.</source>
        <translation>两个图层都给字段，或都不给。</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>blocks of A</source>
        <translation>甲方图斑</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>blocks of B</source>
        <translation>乙方图斑</translation>
    </message>
    <message>
        <location filename="../../processing/edgematch.py"/>
        <source>{matched} places were matched, {left} are left for a decision.</source>
        <translation>已接边 {matched} 处，{left} 处待定。</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Why here? Explain a pixel</source>
        <translation>为什么在这里？像元解释</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Tells why a pixel of a result has its value: the factors there, the equation with its numbers, the class with the breaks and the rule, and where there is no result, which factor is missing. Everything is read from the record that the result holds and computed again; what has changed since is told.</source>
        <translation>说明结果中某像元为何是这个值：该处的各因子、代入数字的公式、等级及其断点和规则；没有结果时，说明缺少哪个因子。全部内容取自结果中保存的记录并重新计算；此后发生的变化也会指出。</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>identify</source>
        <translation>识别</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>provenance</source>
        <translation>溯源</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Steps back</source>
        <translation>追溯步数</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>How far to follow inputs that Redline made: from a class to its index, and so on.</source>
        <translation>对 Redline 生成的输入追溯多远：由等级到指数，依此类推。</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Compare the inputs' hashes with the record</source>
        <translation>核对输入的哈希值与记录</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Reads every input whole. Sizes are compared in any case.</source>
        <translation>需完整读取每个输入文件。文件大小总会核对。</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Explanation as data</source>
        <translation>解释（数据）</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Explanation as text</source>
        <translation>解释（文本）</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Value that is stored</source>
        <translation>存储值</translation>
    </message>
    <message>
        <location filename="../../processing/explainpixel.py"/>
        <source>Value computed again from the inputs</source>
        <translation>由输入重新计算的值</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>Free some space or choose another disk; nothing was left half-written.</source>
        <translation>请腾出空间或换一个磁盘；没有留下写了一半的文件。</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>This file can no longer be used ({reason}).</source>
        <translation>此文件无法再使用（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>Is it there, not open in another program, and may you use it?</source>
        <translation>请检查它是否还在、是否被其他程序打开、您是否有使用权限。</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>There is not enough memory for this run; nothing was left half-written.</source>
        <translation>内存不足，无法完成本次运行；没有留下写了一半的文件。</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>Close other programs, work on a smaller area, or use larger pixels.</source>
        <translation>请关闭其他程序、缩小范围，或使用更大的像元。</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>Redline failed in a way that it does not know ({kind}: {text}); nothing was left half-written.</source>
        <translation>Redline 出现未知错误（{kind}：{text}）；没有留下写了一半的文件。</translation>
    </message>
    <message>
        <location filename="../../processing/failures.py"/>
        <source>Please report it at {address} with the lines after “Traceback” in the log, and Redline {version}, QGIS {qgis}.</source>
        <translation>请到 {address} 报告此问题，附上日志中“Traceback”之后的内容，以及版本号 Redline {version}、QGIS {qgis}。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Fit the red line to parcels</source>
        <translation>红线落到图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Puts the red line on the edges of parcels of the land survey or the geographic census: a parcel that the line cuts goes in or out as a whole, by the share of it that is in or by the rule for its land use. Protected land that was in stays in, and land in no parcel keeps the assessed line. Each parcel of the red line gets its block, share, ecosystem type, main function, land use and tenure.</source>
        <translation>把红线落到土地调查或地理国情普查的图斑边界上：被红线切开的图斑按划入面积占比或其地类的规则整块划入或划出。原已划入的保护地保留在内，没有图斑的地方保持评估线。红线内的每个图斑都得到所属红线图斑、占比、生态系统类型、主导功能、用地性质和土地权属。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>parcel</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>cadastre</source>
        <translation>地籍</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>land survey</source>
        <translation>土地调查</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Field: block</source>
        <translation>字段：红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Field: main function</source>
        <translation>字段：主导功能</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Parcels</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Field: parcel number</source>
        <translation>字段：图斑编号</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Field: land use code</source>
        <translation>字段：地类编码</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Field: tenure</source>
        <translation>字段：权属性质</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>A parcel is in from this share of its area on</source>
        <translation>图斑划入面积占比达到此值即划入</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>No public text gives a number; a half is an example of Redline's own.</source>
        <translation>公开文件没有给出数值；一半只是 Redline 自己的示例。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Rules by land use</source>
        <translation>分地类规则</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>CSV with the columns code, decision and share. The decision is share, in, out or cut (the line runs on through the parcel); a code holds for all that begin with it, the longest one counts. Public texts disagree on farmland and construction land, so there is no table by default.</source>
        <translation>CSV 表，含 code、decision、share 三列。decision 为 share（按占比）、in（划入）、out（不划入）或 cut（红线仍穿过图斑）；编码对以它开头的所有地类有效，以最长者为准。公开文件对耕地和建设用地说法不一，因此默认不带表。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Protected areas, out of which nothing is taken</source>
        <translation>保护地（不从中扣除任何面积）</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Ecosystem types, for the parcels</source>
        <translation>生态系统类型（用于图斑）</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Red-line blocks on parcels</source>
        <translation>落到图斑的红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Parcels of the red line</source>
        <translation>红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <source>Area taken in [m2]</source>
        <translation>划入面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <source>Area given up [m2]</source>
        <translation>划出面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Share of the line on edges of parcels</source>
        <translation>红线沿图斑边界的长度占比</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>Parcels decided</source>
        <translation>判定的图斑数</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/smoothboundary.py"/>
        <source>red-line blocks</source>
        <translation>红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>{count} parcels were decided; {added} m2 came in, {removed} m2 went out, and {share} % of the line runs along parcels.</source>
        <translation>判定了 {count} 个图斑；划入 {added} m2，划出 {removed} m2，红线有 {share} % 的长度沿图斑边界。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <source>inside</source>
        <translation>全部在内</translation>
    </message>
    <message>
        <location filename="../../processing/fittoparcels.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>outside</source>
        <translation>全部在外</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Natural lines</source>
        <translation>自然边界线</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Limits of set distances from water</source>
        <translation>距水域一定距离的界线</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Administrative borders</source>
        <translation>行政区界线</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Fit the red line to reference lines</source>
        <translation>红线贴合参照界线</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Puts the red line on real boundaries, article (五): limits of protected areas, natural lines, set distances from water, parcels, borders. Near the line all of them make faces, and each face goes in or out as is cheapest; so the line has the reference's own coordinates, and no gap, overlap or sliver can come of it. No block vanishes, falls apart or merges with another, and nothing is taken out of a protected area. To fit the result again changes nothing.</source>
        <translation>把红线落到真实界线上，即第（五）条：保护地边界、自然边界、距水域一定距离的界线、图斑和行政区界线。红线附近由它们共同围成面，每个面按代价最小划入或划出；因此红线采用参照界线自身的坐标，不会产生缝隙、重叠或碎屑。任何红线图斑都不会消失、分裂或与其他块合并，也不从保护地中划出任何土地。对结果再次贴合不会有任何变化。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>snap</source>
        <translation>捕捉</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>{kind}: tolerance [m]</source>
        <translation>{kind}：容差 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>How far the red line may move to these lines. The fit is made again until nothing changes, and each turn may go on from the last, so that a few stretches lie farther; their offsets are told. No public text gives a number; 50 m is an example of Redline's own.</source>
        <translation>红线可以向这些线移动的最大距离。贴合会重复进行直到不再变化，每一轮可以在上一轮的基础上继续，因此少数边界段会超过此值；其偏移均予给出。公开文件没有给出数值；50 米只是 Redline 自己的示例。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Kinds of references with commas, the first one first; with “=” between two of them both count the same. A reference within its tolerance is taken before all later ones. Kinds: {kinds}.</source>
        <translation>参照界线的种类，用逗号分隔，排在前面的优先；两者之间用“=”表示同级。容差以内的参照界线优先于排在其后的所有种类。种类：{kinds}。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Largest share of a block that may move [%]</source>
        <translation>单个红线图斑允许移动的最大占比 [%]</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Empty: no limit. Moves of a block beyond it are left out, and told.</source>
        <translation>留空：不限。超过上限的移动不采用，并予以说明。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Nothing is taken out of a protected area</source>
        <translation>不从保护地中划出任何土地</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Vertices this near are one [m]</source>
        <translation>距离在此以内的顶点视为同一点 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>For offsets between layers that should share an edge. 0.001 m was seen in the checks of farmland rights, an analog; the norm of the red line was not found.</source>
        <translation>用于本应共边的图层之间的微小错位。0.001 米见于农村土地承包经营权数据质检规则，属类比；未找到红线自身的规定。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Fitted blocks</source>
        <translation>贴合后的红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Stretches of the line with their sources</source>
        <translation>边界段及其依据</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Session for the boundary dock</source>
        <translation>边界面板的会话</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>The line with all choices, to decide in the boundary dock.</source>
        <translation>边界线及所有方案，供在边界面板中决定。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Share of the line on references</source>
        <translation>沿参照界线的长度占比</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Stretches that need a decision</source>
        <translation>待决定的边界段数</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Largest offset [m]</source>
        <translation>最大偏移 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>There is no kind of reference “{kind}”.</source>
        <translation>没有“{kind}”这种参照界线。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Kinds are {kinds}.</source>
        <translation>种类有 {kinds}。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>There is no reference line to fit to.</source>
        <translation>没有可供贴合的参照界线。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>Give at least one layer of reference lines.</source>
        <translation>请至少给出一个参照界线图层。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>{layer}</source>
        <translation>{layer}</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>{share} % of the line runs along references; {added} m2 came in and {removed} m2 went out; {open} stretches need a decision.</source>
        <translation>红线有 {share} % 的长度沿参照界线；划入 {added} m2，划出 {removed} m2；有 {open} 段待决定。</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>before (m2)</source>
        <translation>贴合前 (m2)</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>added (m2)</source>
        <translation>划入 (m2)</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>removed (m2)</source>
        <translation>划出 (m2)</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>after (m2)</source>
        <translation>贴合后 (m2)</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>source</source>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>length (m)</source>
        <translation>长度 (m)</translation>
    </message>
    <message>
        <location filename="../../processing/fittoreference.py"/>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Vertices nearer than this become one [m]</source>
        <translation>近于此距离的折点合为一个 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Largest place to give away [m2]</source>
        <translation>可划给相邻图斑的最大面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Widest place to give away [m]</source>
        <translation>可划给相邻图斑的最大宽度 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Fix topology</source>
        <translation>修复拓扑</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Makes the fixes that are safe: duplicate and too near vertices become one, spikes are cut off, polygons are split where they touch themselves, and small overlaps and gaps go whole to the neighbour with the longest shared edge. Shared edges stay shared, edges of protected areas do not move, and each fix is listed with what was there before and after. What is not safe is left and listed. A second run changes nothing.</source>
        <translation>只做安全的修复：重复和过近的折点合为一个，切除尖刺，在自接触处拆分多边形，小的重叠和缝隙整块划给共边最长的相邻图斑。共用边保持共用，自然保护地的边不移动，每项修复都列出前后情况。不安全的保留并列出。再次运行不会有任何改变。</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Polygons to fix</source>
        <translation>待修复的面</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Protected areas, whose edges do not move</source>
        <translation>保护地（其边线不动）</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Fixed polygons</source>
        <translation>修复后的面</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Fixes made and left</source>
        <translation>已修复和保留的清单</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Fixes made</source>
        <translation>修复项数</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Places left</source>
        <translation>保留处数</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Area added [m2]</source>
        <translation>增加面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>Area removed [m2]</source>
        <translation>减少面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/fixtopology.py"/>
        <source>{made} fixes were made, {left} places were left; {added} m2 were added and {removed} m2 removed.</source>
        <translation>完成 {made} 项修复，保留 {left} 处；增加 {added} m2，减少 {removed} m2。</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <source>Draws the limits of forest in a land cover raster; with elevation only the upper limit, where the land beyond is higher: the forest line 林线 of article (五). Patches of forest and gaps in it under a minimum area are left out.</source>
        <translation>由土地覆盖栅格绘制森林边界；给出高程时只取上限，即外侧地势更高之处：第（五）条所说的林线。小于最小面积的森林图斑和林窗不计。</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <source>forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <source>tree line</source>
        <translation>林线</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <source>Codes of forest, with commas</source>
        <translation>森林的编码（逗号分隔）</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <source>GlobeLand30: 20. CLCD: 2. ESA WorldCover: 10. GLC_FCS30: 50-92.</source>
        <translation>GlobeLand30：20。CLCD：2。ESA WorldCover：10。GLC_FCS30：50-92。</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <location filename="../../processing/snowline.py"/>
        <location filename="../../processing/stationsfields.py"/>
        <location filename="../../processing/watersheddivides.py"/>
        <source>Elevation [m]</source>
        <translation>高程 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/forestline.py"/>
        <source>Without it all limits of forest are drawn, not only the upper one.</source>
        <translation>不给出时绘制森林的全部边界，而不只是上限。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Classes (1, 2, 3)</source>
        <translation>等级（1、2、3）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Report of classes</source>
        <translation>分级报告</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Report with map and histogram</source>
        <translation>含地图和直方图的报告</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Area of the highest class [m2]</source>
        <translation>最高等级面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Index of the function</source>
        <translation>功能指数</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Sorts pixels from the highest value down; those that together make the first half of the summed value are extremely important, those up to 80 % important, the rest generally important. Four classes, at 50, 75 and 90 %, and breaks of one's own can be chosen. The shares are of value, not of area. Pixels are weighed by their area; equal values share a class; sums are exact at any size.</source>
        <translation>像元由高到低排列：合计达到总值一半的为极重要，达到80%的为重要，其余为一般重要。也可选择四级（断点50%、75%、90%）或自定断点。比例是占总值的比例，不是占面积的比例。像元按面积加权；值相等的归入同一等级；无论栅格多大，累加均为精确值。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>cumulative</source>
        <translation>累积</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>All breaks, from the highest class down</source>
        <translation>全部断点，由最高等级向下</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Pixels left out, of a value not above 0</source>
        <translation>不参与分级的像元数（值不大于0）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Breaks, from the highest class down: {values}.</source>
        <translation>断点，由最高等级向下：{values}。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>{count} pixels lie above percentile {percentile:g} and count as its value, {cap:.8g}; the highest value is {maximum:.8g}.</source>
        <translation>有{count}个像元高于百分位{percentile:g}，按该百分位的值{cap:.8g}计；最大值为{maximum:.8g}。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>{pixels} pixels with a value not above 0 are left out, {area:.4f} km2.</source>
        <translation>{pixels}个值不大于0的像元不参与分级，面积{area:.4f} km²。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Index of the sensitivity, 1 to 5</source>
        <translation>敏感性指数（1至5）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Classes by limits of the composite index. Two sets of limits are in use and differ for a few combinations of scores; the choice is named in the result.</source>
        <translation>按综合指数的阈值分级。现行有两组阈值，对少数评分组合的分级结果不同；所选阈值在结果中注明。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>limits</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>A: 2.0 and 4.0 on one decimal (Guide; general knowledge, likely)</source>
        <translation>A：2.0和4.0，指数取一位小数（《指南》；常识，很可能）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>B: 2.33 and 3.66 (equal thirds; read in code that applies the Guide)</source>
        <translation>B：2.33和3.66（三等分；见于应用《指南》的代码）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>They differ for the scores (1,1,5,5) and (1,3,3,3), which A calls sensitive and B general, and (3,3,5,5), which A calls sensitive and B extremely sensitive.</source>
        <translation>对评分(1,1,5,5)和(1,3,3,3)，A为敏感，B为一般敏感；对评分(3,3,5,5)，A为敏感，B为极敏感。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>My limit: from here sensitive</source>
        <translation>自定义阈值：自此值起为敏感</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>My limit: above this extremely sensitive</source>
        <translation>自定义阈值：高于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>{title}: {pixels} pixels, {area:.4f} km2, {share:.2f} % of the area.</source>
        <translation>{title}：{pixels}个像元，{area:.4f} km2，占面积{share:.2f}%。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Classes and breaks</source>
        <translation>等级与断点</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>three classes, at 50 and 80 % or the two shares below (Guide; general knowledge)</source>
        <translation>三级，断点50%和80%，或下面的两个比例（《指南》；一般知识）</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>four classes, at 50, 75 and 90 % (national work; read in S5 and S6)</source>
        <translation>四级，断点50%、75%和90%（全国评估工作；见于文献 S5、S6）</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>my own list of breaks, below</source>
        <translation>自定断点，见下</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Sources conflict. The Guide has three classes at 50 and 80 % (general knowledge, sure; its text was not found). National ten-year assessment work has four, extremely important, important, moderately important and generally important, at 50, 75 and 90 % (read). The highest class has the code 3 in every case, the next 2 and the lowest 1; classes between these have the codes 4 to 7, from the higher to the lower. So overlays find the same classes in every raster.</source>
        <translation>各来源不一致。《指南》分三级，断点50%和80%（一般知识，确信；未找到原文）。全国十年评估工作分四级，即极重要、重要、中等重要、一般，断点50%、75%和90%（见于文献）。无论哪种做法，最高等级的代码总是3，次高为2，最低为1；介于其间的等级由高到低为4至7。因此叠加时在任何栅格中找到的都是相同的等级。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>50 and 80 are the Guide's (general knowledge, sure; its text was not found). Used only with three classes by the two shares.</source>
        <translation>50和80是《指南》的数值（一般知识，确信；未找到原文）。仅在按这两个比例分三级时使用。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Published national shares lie just above the limits, which fits the inclusive rule. No source states it.</source>
        <translation>已公布的全国占比略高于阈值，与含该值的规则相符。尚无来源明确说明。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>They carry no service and never count in the sum. Left out, they have no class and count neither in the areas nor in their shares; their number and area are told. Leaving them out is Redline's advice; no public text settles it.</source>
        <translation>这些像元不提供服务，从不计入累加。选择不参与分级时，它们没有等级，不计入面积及面积比例；其像元数和面积会写明。不参与分级是 Redline 的建议，公开文本没有规定。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>My own breaks: cumulative shares of value [%]</source>
        <translation>自定断点：累加占总值的比例 [%]</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Two to six rising numbers between 0 and 100, such as 40, 60, 80, 95; they part one class more than there are numbers. Used only with one's own list; the source is the user. Names of classes under “moderately important” are Redline's own.</source>
        <translation>填写2至6个0与100之间递增的数，如“40, 60, 80, 95”；等级数比数的个数多一。仅在选择自定断点时使用，来源为用户。“中等重要”以下各档的名称为 Redline 自拟。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>The integers reproduce results made by hand; they put all values under 1 % of the maximum into 0, and one outlier squeezes everything.</source>
        <translation>整数值可复现手工计算的结果；但小于最大值1%的值均归为0，且一个异常值就会压缩全部数值。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Values above this percentile of the pixels above 0 count as that percentile, which stands in for the maximum; pixels are counted, not weighed by area. 100 cuts nothing off. Redline's own offer against outliers, in no norm; the report names it with the number of pixels cut off. Works only with the Guide's integers.</source>
        <translation>在大于0的像元中，高于该百分位数的值按该百分位数计，并以其代替最大值；按像元个数计算，不按面积加权。100表示不截断。这是 Redline 为应对异常值自行提供的做法，不见于任何规范；报告中写明百分位及被截断的像元数。只适用于《指南》的整数做法。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>The list of breaks, {text}, is not used: other breaks are chosen.</source>
        <translation>自定断点“{text}”未使用：已选择其他断点。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>Write two to six rising numbers between 0 and 100, such as 40, 60, 80, 95.</source>
        <translation>请填写2至6个0与100之间递增的数，如“40, 60, 80, 95”。</translation>
    </message>
    <message>
        <location filename="../../processing/gradingpractice.py"/>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Take these numbers from an earlier result</source>
        <translation>采用已有结果中的这些数值</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>A result of this model, for instance that of the whole province: its numbers are used, so that a county's values compare with it.</source>
        <translation>本模型的已有结果，例如全省的结果：采用其数值，使县级结果可与之比较。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Folder with one's own tables and coefficients</source>
        <translation>自定义表和系数所在的文件夹</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Made by “Copy tables and coefficients” and edited. Files of the tables' names and coefficients.csv are taken from there; what is given in this dialog goes first.</source>
        <translation>用“复制表和系数”生成后编辑。按表名采用其中的表文件和 coefficients.csv；在本对话框中填写的内容优先。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <source>Grid of the result (empty: that of the first input)</source>
        <translation>结果的格网（留空：采用第一个输入的格网）</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <source>Inputs on other grids are brought to it on the fly.</source>
        <translation>其他格网的输入会即时转换到该格网。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <source>Build overviews</source>
        <translation>建立金字塔</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Make nothing where no input is given</source>
        <translation>未提供任何输入时不生成结果</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Pixels set to a limit</source>
        <translation>截取到限值的像元数</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Lowest value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Highest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Mean value</source>
        <translation>平均值</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{title}: no input is given, nothing is made.</source>
        <translation>{title}：未提供输入，不生成结果。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>The report is HTML; its name must end with .html.</source>
        <translation>报告为 HTML 格式；文件名须以 .html 结尾。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{name} takes one band, and this raster has {count}.</source>
        <translation>{name}只接受一个波段，而此栅格有{count}个波段。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Extract the band that is meant, or their mean or sum, into a raster of its own.</source>
        <translation>请将所需波段，或各波段的平均值或总和，提取为单独的栅格。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>From {folder}: {names}.</source>
        <translation>取自{folder}：{names}。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>The folder of tables holds none for this model ({names}).</source>
        <translation>存放表的文件夹中没有本模型的表（{names}）。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Make one with “Copy tables and coefficients”, or leave it out.</source>
        <translation>请用“复制表和系数”生成，或不提供此项。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>The folder of tables does not exist.</source>
        <translation>存放表的文件夹不存在。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Check its name.</source>
        <translation>请检查其名称。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>This raster is no result of the same model, so it holds no ranges.</source>
        <translation>该栅格不是同一模型的结果，不含取值范围。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Choose a result of this model that Redline made.</source>
        <translation>请选择由 Redline 用本模型生成的结果。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{title} (empty: {value})</source>
        <translation>{title}（留空：{value}）</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{option}: {source}</source>
        <translation>{option}：{source}</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Table: {title}</source>
        <translation>参数表：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>shipped with Redline: {file}</source>
        <translation>随 Redline 提供：{file}</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Your own table. Empty: the example ({shipped}), which is no real data.</source>
        <translation>您自己的表。留空则用示例表（{shipped}），它不是真实数据。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>A copy of the default ({shipped}), edited; “Copy tables and coefficients” makes one. Empty: the default itself.</source>
        <translation>默认表（{shipped}）修改后的副本，可用“复制表和系数”生成。留空则用默认表。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Default ({file})</source>
        <translation>默认（{file}）</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Which table: {title}</source>
        <translation>采用的表：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Empty: found in the assessed area, the pixels valid in all inputs.</source>
        <translation>留空：由评估范围求得，即在所有输入中都有效的像元。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Empty: the shipped value, unless the folder of tables has one. What is given here goes before both.</source>
        <translation>留空：采用随附值；表文件夹中有值时采用该值。在此填写的值优先于两者。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{option} ({certainty})</source>
        <translation>{option}（{certainty}）</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>One raster of {count} bands, or {count} rasters in order.</source>
        <translation>一个含{count}个波段的栅格，或按顺序给出的{count}个栅格。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Any number of rasters, of one band or more each.</source>
        <translation>任意数量的栅格，各含一个或多个波段。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>A pixel may lack a value here.</source>
        <translation>此处允许像元缺值。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Valid: {range}; other values are left out and counted.</source>
        <translation>有效范围：{range}；范围外的值不参与计算，仅作计数。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{document}, {section}</source>
        <translation>{document}，{section}</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>{title}: {value}. {source}</source>
        <translation>{title}：{value}。{source}</translation>
    </message>
    <message>
        <location filename="../../processing/parcelcolumns.py"/>
        <source>parcels</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../../processing/parcelcolumns.py"/>
        <location filename="../../processing/planarlayers.py"/>
        <source>The layer has no polygon that can be used.</source>
        <translation>图层没有可用的面。</translation>
    </message>
    <message>
        <location filename="../../processing/planarlayers.py"/>
        <location filename="../../processing/speciesbase.py"/>
        <source>“{value}” cannot be opened as a vector layer.</source>
        <translation>“{value}”无法作为矢量图层打开。</translation>
    </message>
    <message>
        <location filename="../../processing/provider.py"/>
        <source>Redline: ecological protection red lines</source>
        <translation>Redline：生态保护红线</translation>
    </message>
    <message>
        <location filename="../../processing/provider.py"/>
        <source>{path} cannot be loaded.</source>
        <translation>{path}无法加载。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>The protected areas have no field “{field}” for their kind.</source>
        <translation>保护地没有表示类型的字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>Choose the field that holds it, or take all of the layer in.</source>
        <translation>请选择存放类型的字段，或选择图层中全部划入。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>The protected areas have no field of levels; levels are not looked at.</source>
        <translation>保护地图层没有级别字段，因此不看级别。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>The land-use parcels have no field “{field}” for their code.</source>
        <translation>土地利用图斑没有表示编码的字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>Choose the field that holds it.</source>
        <translation>请选择相应的字段。</translation>
    </message>
    <message>
        <location filename="../../processing/readrules.py"/>
        <source>The natural units have no field “{field}” for their name.</source>
        <translation>自然地理单元没有表示名称的字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/referencelines.py"/>
        <source>How far a line may lie from the edges of cells; land on both sides keeps its area. No public text gives a number. With 0 the lines follow the cells.</source>
        <translation>线可以偏离像元边缘的距离；两侧面积保持不变。公开文件没有给出数值。为 0 时线沿像元边缘。</translation>
    </message>
    <message>
        <location filename="../../processing/referencelines.py"/>
        <source>Lines may leave the cells' edges by [m]</source>
        <translation>线可偏离像元边缘的距离 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/referencelines.py"/>
        <source>Number of lines</source>
        <translation>线的数量</translation>
    </message>
    <message>
        <location filename="../../processing/referencelines.py"/>
        <location filename="../../processing/setbacks.py"/>
        <source>Length of all lines [m]</source>
        <translation>线的总长 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/referencelines.py"/>
        <source>{count} lines, {length} km.</source>
        <translation>{count} 条线，{length} km。</translation>
    </message>
    <message>
        <location filename="../../processing/reporting.py"/>
        <source>The report was cancelled; the results are there.</source>
        <translation>报告已取消；评估结果已生成。</translation>
    </message>
    <message>
        <location filename="../../processing/reporting.py"/>
        <source>The results are there, but no report: {problem}</source>
        <translation>评估结果已生成，但没有报告：{problem}</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Set distances from water</source>
        <translation>距水域一定距离的界线</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Makes the zones within a set distance of rivers, lakes, reservoirs and the coast, and the lines where they end: one of the four kinds of lines of article (五). No public text gives the distances; the user does, for each kind, and for rivers by order or width in a table with the columns low, high and distance_m.</source>
        <translation>生成距江河、湖泊、水库和海岸一定距离以内的区域及其外缘线：第（五）条四类边界之一。公开文件没有给出距离，由用户按类给出；河流可用含 low、high、distance_m 三列的表按级别或宽度给出。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>buffer</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>lake</source>
        <translation>湖泊</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Rivers (lines or polygons)</source>
        <translation>河流（线或面）</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Field: name of the river</source>
        <translation>字段：河流名称</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Field: order or width, for the table</source>
        <translation>字段：级别或宽度（用于表）</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Field: width of the river [m], for lines</source>
        <translation>字段：河宽 [m]（用于线）</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Table of distances by order or width</source>
        <translation>按级别或宽度的距离表</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>CSV with the columns low, high and distance_m: rivers from low to below high keep that distance; an empty low or high is no limit.</source>
        <translation>CSV 表，含 low、high、distance_m 三列：从 low 到小于 high 的河流取该距离；low 或 high 留空为不限。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Distance from rivers [m]</source>
        <translation>距河流的距离 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>For all rivers, or for those that the table does not hold.</source>
        <translation>用于所有河流，或表中没有的河流。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Lakes</source>
        <translation>湖泊</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Field: name of the lake</source>
        <translation>字段：湖泊名称</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Distance from lakes [m]</source>
        <translation>距湖泊的距离 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Reservoirs</source>
        <translation>水库</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Field: name of the reservoir</source>
        <translation>字段：水库名称</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Distance from reservoirs [m]</source>
        <translation>距水库的距离 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Coastline</source>
        <translation>海岸线</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Land, to tell the sides of the coast</source>
        <translation>陆地（用于区分海岸两侧）</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Distance landward of the coast [m]</source>
        <translation>海岸向陆一侧的距离 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Distance seaward of the coast [m]</source>
        <translation>海岸向海一侧的距离 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Zones hold the water itself</source>
        <translation>区域包含水域本身</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Limits of the zones</source>
        <translation>区域外缘线</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Number of zones</source>
        <translation>区域数量</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>No public text gives a number: enter the one that your province set.</source>
        <translation>公开文件没有给出数值：请填写本省确定的数值。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>lakes</source>
        <translation>湖泊</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>reservoirs</source>
        <translation>水库</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>rivers</source>
        <translation>河流</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>The rivers have no field “{field}” for the table.</source>
        <translation>河流图层没有用于查表的字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Choose the field that holds the order or the width.</source>
        <translation>请选择存放级别或宽度的字段。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>{count} rivers have no distance: {rivers}.</source>
        <translation>有 {count} 条河流没有距离：{rivers}。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Give a distance for all rivers, or rows of the table that hold them.</source>
        <translation>请给出适用于所有河流的距离，或在表中补充相应的行。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>“{parameter}” is needed for the layer “{layer}”.</source>
        <translation>图层“{layer}”需要“{parameter}”。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>coastline</source>
        <translation>海岸线</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>land</source>
        <translation>陆地</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Polygons of land are needed, to tell the sides of the coast.</source>
        <translation>需要陆地面来区分海岸两侧。</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Coast, landward</source>
        <translation>海岸向陆</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>Coast, seaward</source>
        <translation>海岸向海</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>{distance} m from the river</source>
        <translation>距河流 {distance} 米</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>{distance} m from the lake</source>
        <translation>距湖泊 {distance} 米</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>{distance} m from the reservoir</source>
        <translation>距水库 {distance} 米</translation>
    </message>
    <message>
        <location filename="../../processing/setbacks.py"/>
        <source>{distance} m from the coast</source>
        <translation>距海岸 {distance} 米</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Red line of a county, from rasters to a checked package</source>
        <translation>县级红线划定：从栅格到通过核查的成果包</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Boundary of a county: references, smoothing, fit, check</source>
        <translation>一县的边界：参照界线、平滑、贴合、检查</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Whole assessment: all functions and sensitivities, from raw data</source>
        <translation>整体评估：全部功能和敏感性，从原始数据开始</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Water conservation, from raw data to classes</source>
        <translation>水源涵养，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Soil retention, from raw data to classes</source>
        <translation>水土保持量，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Sand fixation, from raw data to classes</source>
        <translation>防风固沙，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Water conservation (NPP index), from raw data to classes</source>
        <translation>水源涵养（NPP 指数），从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Soil retention (NPP index), from raw data to classes</source>
        <translation>水土保持（NPP 指数），从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Sand fixation (NPP index), from raw data to classes</source>
        <translation>防风固沙（NPP 指数），从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Biodiversity (NPP index), from raw data to classes</source>
        <translation>生物多样性（NPP 指数），从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Coastal stability, from raw data to classes</source>
        <translation>海岸生态稳定，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Soil erosion sensitivity, from raw data to classes</source>
        <translation>水土流失敏感性，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Desertification sensitivity, from raw data to classes</source>
        <translation>土地沙化敏感性，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Rocky desertification sensitivity, from raw data to classes</source>
        <translation>石漠化敏感性，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Salinization sensitivity, from raw data to classes</source>
        <translation>盐渍化敏感性，从原始数据到等级</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Makes the factors from raw data, the index from the factors, the classes from the index, and a report with areas per county. Every step has its defaults; open the model in the Graphical Modeler to see or change one.</source>
        <translation>由原始数据计算因子，由因子计算指数，由指数划分等级，并生成含分县面积的报告。各步骤均有默认设置；如需查看或修改，请在模型设计器中打开该模型。</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Assesses water conservation, soil retention and soil erosion sensitivity, grades them, unites the extreme classes with the protected areas, splits the blocks at county borders, draws a map, writes a submission package and verifies it. Open it in the Graphical Modeler to see or change a step.</source>
        <translation>评估水源涵养、水土保持量和水土流失敏感性，进行分级，将极重要和极敏感等级与自然保护地合并，按县级行政区界线分割图斑，制图，导出成果包并核查。可在模型设计器中打开，查看或修改各步骤。</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Makes divides and set distances from water, takes saw teeth out of the blocks, fits them to divides, water, protected areas, county borders and parcels, and checks the topology. The distances and the tolerance are the user's; open it in the Graphical Modeler to add other references.</source>
        <translation>生成流域分界线和距水域一定距离的界线，去除红线图斑的锯齿，再贴合到分水岭、水域、保护地、县界和图斑，并检查拓扑。距离和容差由用户给出；可在图形化建模器中打开并加入其他参照界线。</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Makes all factors from raw data, assesses four functions and four sensitivities, grades them, gives the highest class of each kind and what made it so, and writes one report with areas per county. Factors that several assessments need are made once; rainfall erosivity, warmth, wind and rain days come from the stations' daily series, with elevation where that lessens the error. Sand fixation is assessed month by month, biodiversity by the NPP index (a species model is run by itself), the coast only where its four rasters are given.</source>
        <translation>由原始数据计算全部因子，评估四项生态功能和四项敏感性并分级，给出功能和敏感性各自的最高等级及其成因，汇总为一份含分县面积的报告。多项评估共用的因子只计算一次；降雨侵蚀力、热量、风和降水日数由站点逐日数据计算，在能减小误差时采用高程。防风固沙逐月评估，生物多样性采用 NPP 指数（物种模型需单独运行），海岸仅在提供其四个栅格时评估。</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/watersheddivides.py"/>
        <source>Smallest basin [km2]</source>
        <translation>最小流域 [km2]</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Report of the topology</source>
        <translation>拓扑检查报告</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Element code YSDM (10 characters)</source>
        <translation>要素代码YSDM（10位）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Date of establishment (SLSJ)</source>
        <translation>设立时间（SLSJ）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <location filename="../../processing/submission.py"/>
        <source>Package (folder)</source>
        <translation>成果包（文件夹）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Grid of the results (empty: that of each step's first input)</source>
        <translation>结果的格网（留空：各步骤第一个输入的格网）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Folder to keep all steps in (empty: they are temporary)</source>
        <translation>保存各步骤结果的文件夹（留空：仅为临时文件）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Daily series of stations (CSV)</source>
        <translation>站点逐日数据（CSV）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Table of stations (CSV; empty where the series hold the places)</source>
        <translation>站点表（CSV；逐日数据已含站点位置时留空）</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Land-cover product</source>
        <translation>土地覆被产品</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: soil retention</source>
        <translation>等级：水土保持量</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: sand fixation</source>
        <translation>等级：防风固沙</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: biodiversity</source>
        <translation>等级：生物多样性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: coastal stability</source>
        <translation>等级：海岸生态稳定</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: soil erosion sensitivity</source>
        <translation>等级：水土流失敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: desertification sensitivity</source>
        <translation>等级：土地沙化敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: rocky desertification sensitivity</source>
        <translation>等级：石漠化敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Classes: salinization sensitivity</source>
        <translation>等级：盐渍化敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: water conservation</source>
        <translation>指数：水源涵养</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: soil retention</source>
        <translation>指数：水土保持</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: sand fixation</source>
        <translation>指数：防风固沙</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: biodiversity</source>
        <translation>指数：生物多样性维护</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: soil erosion sensitivity</source>
        <translation>指数：水土流失敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: desertification sensitivity</source>
        <translation>指数：土地沙化敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: rocky desertification sensitivity</source>
        <translation>指数：石漠化敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Index: salinization sensitivity</source>
        <translation>指数：盐渍化敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Which functions reach the highest importance</source>
        <translation>达到最高重要性等级的功能</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Which sensitivities reach the highest class</source>
        <translation>达到最高等级的敏感性</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Cancelled. The steps that were done have written their results, no others.</source>
        <translation>已取消。已完成的步骤写出了结果，其余步骤没有。</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>“Why here?” follows a result back to the raw data as long as the files of all steps are there. Choose an empty folder; files of an earlier run in it are replaced.</source>
        <translation>只要各步骤的文件都在，“为什么在这里？”就能从结果一直追溯到原始数据。请选择空文件夹；其中以前运行的文件会被替换。</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Only with a coast: give all four rasters of the coast, or none.</source>
        <translation>仅用于有海岸的地区：海岸的四个栅格须全部提供，或全部不提供。</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Smooth the boundary</source>
        <translation>平滑边界</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Takes the saw teeth 锯齿 of pixels out of outlines. Each block keeps its area, edges that neighbours share stay shared, edges along protected areas and borders do not move, and no vertex moves farther than the tolerance. (Segment collapse of Kronenfeld and others 2020.)</source>
        <translation>去除轮廓上由像元造成的锯齿。每个红线图斑面积不变，相邻块的公共边仍为公共边，沿保护地和界线的边不动，任何顶点移动不超过容差。（Kronenfeld 等 2020 年的线段塌缩法。）</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>simplify</source>
        <translation>化简</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>saw teeth</source>
        <translation>锯齿</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>generalise</source>
        <translation>制图综合</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>How far an old vertex may lie from the new line, and a new one from the old. One and a half pixels of 30 m by default, an example of Redline's own: no public text gives a number.</source>
        <translation>原顶点到新线、新顶点到原线允许的最大距离。默认为 30 米像元的一倍半，只是 Redline 自己的示例：公开文件没有给出数值。</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Borders that do not move</source>
        <translation>不动的界线</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Smooth edges between two blocks too</source>
        <translation>也平滑两个红线图斑之间的公共边</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Smoothed blocks</source>
        <translation>平滑后的红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Vertices before</source>
        <translation>平滑前顶点数</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Vertices after</source>
        <translation>平滑后顶点数</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>Largest change of a block's area [m2]</source>
        <translation>单块面积最大变化 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>borders</source>
        <translation>界线</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>{before} vertices became {after}; the largest offset is {offset} m, and no block's area changed by more than {change} m2.</source>
        <translation>顶点由 {before} 个变为 {after} 个；最大偏移 {offset} 米，任何红线图斑的面积变化不超过 {change} m2。</translation>
    </message>
    <message>
        <location filename="../../processing/smoothboundary.py"/>
        <source>{count} stretches stayed as they were: any smoother line would have met another one.</source>
        <translation>有 {count} 段保持原样：任何更平滑的线都会碰到另一条线。</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>Draws the snow line 雪线 of article (五): the contour of a height, or, better, of a share of time with snow in a raster of snow persistence. Give one of the two; the height and the share are the user's.</source>
        <translation>绘制第（五）条所说的雪线：某一高程的等高线，或者更好，用积雪持续时间栅格中某一积雪时间占比的等值线。两者给出其一；高程和占比由用户给出。</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>contour</source>
        <translation>等值线</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>Height of the snow line [m]</source>
        <translation>雪线高程 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>From a local survey or study; it differs by thousands of metres between ranges.</source>
        <translation>取自当地调查或研究；不同山系相差可达数千米。</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>Snow persistence (share of time with snow)</source>
        <translation>积雪持续性（积雪时间占比）</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>As a fraction or in per cent; give the share below in the same unit.</source>
        <translation>用小数或百分数均可；下面的占比用同一单位。</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>Share of time with snow at the line</source>
        <translation>雪线处的积雪时间占比</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>In the unit of the raster. No public text gives a number.</source>
        <translation>与栅格单位一致。公开文件没有给出数值。</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>Smallest area within a closed line [hm2]</source>
        <translation>闭合线内的最小面积 [hm2]</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>contour of {level} m</source>
        <translation>{level} 米等高线</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>snow during {level} of the time</source>
        <translation>积雪时间占比 {level}</translation>
    </message>
    <message>
        <location filename="../../processing/snowline.py"/>
        <source>Give either elevation or snow persistence, one of the two.</source>
        <translation>高程和积雪持续性两者给出其一。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Learns from presence points and rasters of the environment where each species finds what it needs, and draws a map of it, 0 to 1. The number is a relative suitability, not the probability that the species is there: presences without absences cannot give that. Each model is tested on points that it has not seen; a species that cannot be modelled is listed, and does not end the run of the others. No public text gives a limit from which a place counts as habitat; that stays the user's.</source>
        <translation>由物种出现点和环境变量栅格学习各物种的适生条件，绘制0至1的适宜性图。数值为相对适宜性，不是物种出现的概率：只有出现点而没有缺失点，无法求得概率。每个模型均用未参与训练的点检验；无法建模的物种会列出，不影响其他物种的计算。多大的值以上可视为生境，公开文本均未给出，由用户确定。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>biodiversity</source>
        <translation>生物多样性</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>habitat</source>
        <translation>生境</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <location filename="../../processing/speciesrichness.py"/>
        <source>MaxEnt</source>
        <translation>MaxEnt</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>logistic</source>
        <translation>逻辑斯蒂</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <location filename="../../ui/demolayers.py"/>
        <source>Presences of species</source>
        <translation>物种出现点</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Field: name of the species</source>
        <translation>字段：物种名称</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Empty: all points are of one species, called as the layer is.</source>
        <translation>留空：所有点属于同一物种，以图层名称为物种名称。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Environment: rasters of numbers</source>
        <translation>环境变量：数值型栅格</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Every band is a predictor. The first raster gives the grid.</source>
        <translation>每个波段为一个预测变量。格网取自第一个栅格。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Environment: rasters of classes</source>
        <translation>环境变量：分类型栅格</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Codes, such as land cover or soil; each class gets a coefficient of its own.</source>
        <translation>代码，例如土地覆被或土壤；每个类型有各自的系数。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Suitability of a single species</source>
        <translation>单个物种的适宜性</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Folder for a raster per species</source>
        <translation>各物种栅格的文件夹</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Table of the models</source>
        <translation>模型表</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Table of importance and coefficients</source>
        <translation>重要性和系数表</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>The presences have no field “{field}”.</source>
        <translation>出现点没有字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Choose the field that names the species.</source>
        <translation>请选择物种名称字段。</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Held-out AUC, mean of the species</source>
        <translation>检验 AUC，各物种平均</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Standard deviation of the held-out AUC over folds, mean of the species</source>
        <translation>检验 AUC 在各折间的标准差，各物种平均</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Lowest held-out AUC of a species</source>
        <translation>各物种中最低的检验 AUC</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Training AUC, mean of the species</source>
        <translation>训练 AUC，各物种平均</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Species modelled</source>
        <translation>已建模的物种</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Species that could not be modelled</source>
        <translation>无法建模的物种</translation>
    </message>
    <message>
        <location filename="../../processing/species.py"/>
        <source>Pixels of the background</source>
        <translation>背景像元数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>The Guide names the families; these two models of them are Redline's choice.</source>
        <translation>《指南》列出了模型类别；从中选用这两种模型为 Redline 自行决定。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Empty: linear for the logistic regression, as in the Guide's formula; for the point process by the number of presences: linear, from 10 also quadratic, from 15 also hinge, from 80 also product.</source>
        <translation>留空：逻辑斯蒂回归采用线性特征，与《指南》公式一致；点过程模型按出现点数量采用：线性，10个起增加二次，15个起增加铰链，80个起增加乘积。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Test on</source>
        <translation>检验方式</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>blocks of land</source>
        <translation>空间区块</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>points drawn at random</source>
        <translation>随机抽取的点</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Neighbouring points resemble each other, so a test on points drawn at random flatters the model; blocks hold out whole pieces of land.</source>
        <translation>相邻的点彼此相似，用随机抽取的点检验会高估模型；按区块检验则把整块区域留作检验。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>An AUC from 0.7 is read as fair, from 0.8 as good, from 0.9 as excellent.</source>
        <translation>AUC 达到0.7为一般，达到0.8为良好，达到0.9为优秀。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Only with at least {count} held-out presences; fewer are too few to judge.</source>
        <translation>留出的出现点至少要有 {count} 个才评判；少于此数无法评判。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Background only where this raster is not 0</source>
        <translation>仅在此栅格不为0处选取背景点</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>For instance the land that the species could reach. The map covers all the rest, too.</source>
        <translation>例如物种可能到达的区域。其余区域仍会制图。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Background in proportion to this raster</source>
        <translation>按此栅格的值成比例选取背景点</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>The effort of those who looked for the species: presences near roads then weigh no more than they should.</source>
        <translation>物种调查的工作量：使道路附近的出现点不致权重过大。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Background: number of pixels</source>
        <translation>背景点：像元数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Seed of all that is drawn</source>
        <translation>随机抽取的种子</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>The same seed gives the same result.</source>
        <translation>相同的随机种子得到相同的结果。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Count one presence per pixel</source>
        <translation>每个像元只计一个出现点</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Strength of the penalty (1: usual)</source>
        <translation>惩罚强度（1为常用值）</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>More makes the response smoother. For the logistic regression 1 is a penalty of 0.01 per standardised coefficient, which is Redline's own; for the point process:</source>
        <translation>值越大，响应曲线越平滑。逻辑斯蒂回归取1时，每个标准化系数的惩罚为0.01，为 Redline 自定；点过程模型：</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Kind of the penalty: 0 ridge to 1 lasso</source>
        <translation>惩罚类型：从0（岭）到1（lasso）</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Empty: lasso for the point process, ridge for the logistic regression.</source>
        <translation>留空：点过程模型采用 lasso，逻辑斯蒂回归采用岭。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Take values beyond the model's experience as the nearest it knows</source>
        <translation>超出模型训练范围的值按范围内最接近的值计算</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Parts of the test</source>
        <translation>检验折数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Edge of a block [km]</source>
        <translation>区块边长 [km]</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Empty: from the extent of the presences. Better: the distance beyond which places no longer resemble each other.</source>
        <translation>留空：由出现点的分布范围确定。更好的做法：取各地不再彼此相似的最小距离。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Fewest presences</source>
        <translation>最少出现点数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>A species with fewer in the rasters, one per pixel, is not modelled but listed. 10 is a floor, not enough for a good model: in a real area 14 (narrow range) to 25 (wide range) were the least, and below 30 none of twelve methods predicted consistently well.</source>
        <translation>栅格范围内（每个像元计一个）出现点少于此数的物种不建模，只列出。10 只是底线，不足以得到好的模型：在真实区域中，至少需要 14 个（分布窄）至 25 个（分布广）；少于 30 个时，十二种方法都不能稳定地预测好。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesparameters.py"/>
        <source>Most classes of a raster</source>
        <translation>栅格的最多类型数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Puts suitability maps of several species together, Redline's own or finished ones from MaxEnt and the like: the weighted sum of their suitability, or, with the user's cut-off, the weighted count of species that a place suits. Inside known core ranges the suitability is 1. The index is graded by “Grade an ecological function”. Weights and cut-off are the user's: no public text gives them.</source>
        <translation>综合多个物种的适宜性图（由 Redline 生成，或来自 MaxEnt 等软件的成果）：求适宜性加权和；或按用户给定的适宜性阈值，求某处所适宜物种的加权数。已知核心分布区内适宜性为1。该指数用“生态功能分级”分级。权重和阈值由用户确定：公开文本均未给出。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>richness</source>
        <translation>丰富度</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Suitability of species</source>
        <translation>物种的适宜性</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>A raster per species; its file name, without suffix, is the species' name.</source>
        <translation>每个物种一个栅格；文件名（不含扩展名）即物种名称。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>weighted sum of suitability</source>
        <translation>适宜性加权和</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>weighted count of species</source>
        <translation>物种加权数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Cut-off: suitability from which a species counts</source>
        <translation>阈值：适宜性达到此值的物种计入</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Needed for the count, and the user's own: no public text gives one. After scaling.</source>
        <translation>计算物种数时必填，由用户自定：公开文本均未给出。为换算后的值。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Value that stands for 1 in the rasters</source>
        <translation>栅格中代表1的值</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>100 for per cent, 1000 for thousandths. A value beyond it is an error.</source>
        <translation>百分数为100，千分数为1000。超出此值视为错误。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Table of weights</source>
        <translation>权重表</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>A CSV file with the columns species and weight, and if wanted protection, which the table of the species repeats. Empty: all species weigh 1.</source>
        <translation>CSV 文件，含列 species 和 weight，需要时可加列 protection，其内容会写入物种表。留空：所有物种权重为1。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Known core ranges</source>
        <translation>已知核心分布区</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Field: name of the species in the core ranges</source>
        <translation>字段：核心分布区中的物种名称</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Species of which a pixel needs a value</source>
        <translation>像元须有值的物种数</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Empty: all. With fewer, a species without a value adds nothing there.</source>
        <translation>留空：全部。数量较少时，没有值的物种在该处不计入。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Table of the species</source>
        <translation>物种表</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>A count of species needs a cut-off, and no public text gives one.</source>
        <translation>计算物种数需要适宜性阈值，公开文本均未给出。</translation>
    </message>
    <message>
        <location filename="../../processing/speciesrichness.py"/>
        <source>Choose it by what is known of the species, and say so in the report.</source>
        <translation>请根据对物种的了解选定，并在报告中说明。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Daily values (CSV files)</source>
        <translation>逐日值（CSV 文件）</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>The first line names the columns: station, date (or year, month, day), and values. Commas, semicolons or tabs; UTF-8 or GBK. Rows in any order; elements may be in separate files.</source>
        <translation>首行为列名：站点、日期（或年、月、日）和各要素值。以逗号、分号或制表符分隔；UTF-8 或 GBK。行序不限；各要素可分存于不同文件。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Station table (CSV)</source>
        <translation>站点表（CSV）</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Station, longitude, latitude, and elevation and name if known. Empty: coordinates stand beside the daily values.</source>
        <translation>站点、经度、纬度，如有可含高程和名称。留空：坐标与逐日值在同一文件中。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Unit in the files: {title}</source>
        <translation>文件中的单位：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Encoding of the files</source>
        <translation>文件的字符编码</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Column: {title}</source>
        <translation>列：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Empty: recognised by usual names.</source>
        <translation>留空：按常用名称识别。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Coordinates are degrees and minutes</source>
        <translation>坐标为度分格式</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>11628 is then 116°28′. Otherwise they are decimal degrees.</source>
        <translation>选中时11628表示116°28′；否则为十进制度。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Elevations of stations are in 0.1 m</source>
        <translation>站点高程的单位为0.1 m</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>As the files have them, before any unit; with spaces between. Codes of the China Meteorological Administration (general knowledge, likely). Empty cells are missing, too.</source>
        <translation>按文件中的原样填写（单位换算之前），以空格分隔。默认为中国气象局的代码（一般知识，较可能）。空单元格也作为缺测。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Codes for missing values</source>
        <translation>缺测代码</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Codes for a trace of rain or snow (0)</source>
        <translation>微量雨雪代码（0）</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Leave out values with problems</source>
        <translation>剔除有问题的数值</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>They are listed as warnings. Otherwise the run stops and lists all of them.</source>
        <translation>有问题的数值以警告列出。不选时停止运行并全部列出。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Left out for gaps</source>
        <translation>因缺测而剔除的时段</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Days without a record</source>
        <translation>无记录的日期</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>In half-months or months that count all the same. Means and shares are of the days that have a record, and the wind field is always scaled, as its equation is.</source>
        <translation>指仍参与统计的半月时段或月份中的无记录日期。平均值和比例按有记录的日期计算，风场强度始终换算，其公式即如此。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Number of stations</source>
        <translation>站点数</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>No daily file is given.</source>
        <translation>未给出逐日值文件。</translation>
    </message>
    <message>
        <location filename="../../processing/stations.py"/>
        <source>Choose CSV files.</source>
        <translation>请选择 CSV 文件。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean annual precipitation [mm/a]</source>
        <translation>多年平均降水量 [mm/a]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean annual temperature [°C]</source>
        <translation>多年平均气温 [°C]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Days of strong wind in the chosen months [d]</source>
        <translation>所选月份的起沙风天数 [d]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Accumulated temperature of warm days [°C d]</source>
        <translation>积温 [°C d]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Rain of the same days [mm]</source>
        <translation>同期降水量 [mm]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Dryness 0.16 ΣT / ΣP</source>
        <translation>干燥度 0.16 ΣT / ΣP</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Rain days a year [d]</source>
        <translation>年降水日数 [d]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Wind field of a year [(m/s)3]</source>
        <translation>年风场强度 [(m/s)3]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Snow factor SD of a year: share of days WITHOUT deep snow [1]</source>
        <translation>年雪盖因子 SD：无深雪日数比例 [1]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Precipitation of month {number} [mm/month]</source>
        <translation>{number}月降水量 [mm/month]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean temperature of month {number} [°C]</source>
        <translation>{number}月平均气温 [°C]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean lowest temperature of month {number} [°C]</source>
        <translation>{number}月平均最低气温 [°C]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean highest temperature of month {number} [°C]</source>
        <translation>{number}月平均最高气温 [°C]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean wind at 2 m in month {number} [m/s]</source>
        <translation>{number}月2 m 高处平均风速 [m/s]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean relative humidity of month {number} [1]</source>
        <translation>{number}月平均相对湿度 [1]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Rain days of month {number} [d]</source>
        <translation>{number}月降水日数 [d]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Snow factor SD of month {number}: share of days WITHOUT deep snow [1]</source>
        <translation>{number}月雪盖因子 SD：无深雪日数比例 [1]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Wind field of month {number} [(m/s)3]</source>
        <translation>{number}月风场强度 [(m/s)3]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Computes means of many years from daily values at stations: precipitation, temperature, wind at 2 m, humidity, by months; days of strong wind, accumulated temperature with the rain of the same days, dryness, rain days, and the snow factor and the wind field of RWEQ. What the files have no column for is left out. Means are of each month first, then of the months that count over the years. The snow factor sd is 1 without snow and 0 where deep snow lies all the time. Dryness has no value where no day is warm enough; where warm days never have rain it is set to its limit.</source>
        <translation>由站点逐日数据计算多年平均值：逐月的降水量、气温、2 m 高处风速和湿度；以及大风日数、积温和同期降水量、干燥度、降水日数，RWEQ 的雪盖因子和风场强度。文件中没有相应列的项目不计算。先求各月的平均值，再对参与统计的月份求多年平均。雪盖因子 sd 在无积雪时为1，在全时段有深雪时为0。没有足够温暖的日期时干燥度无值；温暖日期始终无降水时，干燥度取其上限。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>temperature</source>
        <translation>气温</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>dryness</source>
        <translation>干燥度</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <location filename="../../processing/stationserosivity.py"/>
        <source>rain</source>
        <translation>降水</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Stations with climate</source>
        <translation>站点气候统计结果</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Months of strong wind</source>
        <translation>统计起沙风的月份</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>December and January to May: winter and spring (read in the source).</source>
        <translation>12月及1月至5月：冬春季（见于来源）。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>No month is chosen.</source>
        <translation>未选择月份。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>{title}: years in which all months were used</source>
        <translation>{title}：所有月份均采用的年数</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>{title}: other years, first to last</source>
        <translation>{title}：首年至末年间的其余年数</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>{title}: {used} years of {count} stations were used whole, {left} have gaps or are missing.</source>
        <translation>{title}：{count}个站点共有{used}个站年完整采用，{left}个站年有缺测或没有数据。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Mean temperature is the middle of the lowest and the highest of each day.</source>
        <translation>平均气温取每日最低气温与最高气温的中值。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Stations without {fields}, because some month is never complete ({count}): {stations}.</source>
        <translation>因某些月份从不完整而没有 {fields} 的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Stations without dryness, because no day is warm enough ({count}): {stations}.</source>
        <translation>因没有足够温暖的日子而没有干燥度的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsclimate.py"/>
        <source>Stations without rain in their warm days, whose dryness is set to {limit:g} ({count}): {stations}.</source>
        <translation>温暖日无降水、干燥度设为 {limit:g} 的站点（{count}）：{stations}。</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Computes rainfall erosivity R from daily rain at stations, by half-months: of all rains at or above a threshold, coefficient × rain ^ exponent, summed, and averaged over the years. The layer has R, the 24 half-months, and how many years were used or left out for gaps. Interpolate it with “Interpolate station values” for the erosion models.</source>
        <translation>由站点逐日降水量按半月时段计算降雨侵蚀力 R：对不小于阈值的日降水量，求“系数 × 降水量 ^ 指数”之和，再求多年平均。图层含 R、24个半月时段的值，以及采用和因缺测剔除的年数。请用“站点数据空间插值”将其插值，供水土流失模型使用。</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>erosivity</source>
        <translation>侵蚀力</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Stations with rainfall erosivity</source>
        <translation>站点降雨侵蚀力结果</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Rain is erosive from, a day</source>
        <translation>侵蚀性日降水量下限</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>My own threshold [mm]</source>
        <translation>自定义阈值 [mm]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Erosivity of half-month {number} [{unit}]</source>
        <translation>第{number}个半月时段的降雨侵蚀力 [{unit}]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Rainfall erosivity [{unit}]</source>
        <translation>降雨侵蚀力 [{unit}]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Erosive days a year [d]</source>
        <translation>年侵蚀性降雨日数 [d]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Mean of erosive daily rains [mm]</source>
        <translation>侵蚀性日降水量平均值 [mm]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Erosive rain a year [mm]</source>
        <translation>年侵蚀性降水量 [mm]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Zhang's P_d: mean of daily rains of at least his limit [mm]</source>
        <translation>章文波的 P_d：达到其下限的日降水量的平均值 [mm]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Zhang's P_y: yearly total of the same rains [mm]</source>
        <translation>章文波的 P_y：同一日降水量的年总量 [mm]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Zhang's coefficient</source>
        <translation>章文波模型系数</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Zhang's exponent</source>
        <translation>章文波模型指数</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Of R: for days without a record [{unit}]</source>
        <translation>R 中由无记录日期换算增加的部分 [{unit}]</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Years in which all half-months were used</source>
        <translation>所有半月时段均采用的年数</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Other years, first to last</source>
        <translation>首年至末年间的其余年数</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Half-months used</source>
        <translation>采用的半月时段数</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Half-months left out, first to last year</source>
        <translation>首年至末年间剔除的半月时段数</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>{count} stations; {used} years were used whole, {left} have gaps or are missing.</source>
        <translation>{count}个站点；{used}个站年完整采用，{left}个站年有缺测或没有数据。</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>Rains from {threshold:g} mm are summed, but Zhang Wenbo's coefficients are made for rains from {limit:g} mm, and are still computed from those.</source>
        <translation>日降水量达到{threshold:g} mm 即计入总和，但章文波的系数适用于达到{limit:g} mm 的日降水量，仍由后者计算。</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>{count} stations have no R, because no rain reaches {limit:g} mm, from which Zhang Wenbo's coefficients are computed: {stations}.</source>
        <translation>{count}个站点没有 R，因为没有日降水量达到{limit:g} mm，而章文波的系数由此计算：{stations}。</translation>
    </message>
    <message>
        <location filename="../../processing/stationserosivity.py"/>
        <source>{count} stations have no R, because some half-month is never complete: {stations}.</source>
        <translation>{count}个站点没有 R，因为有的半月时段从未达到完整要求：{stations}。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsfields.py"/>
        <source>Longitude [°]</source>
        <translation>经度 [°]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsfields.py"/>
        <source>Latitude [°]</source>
        <translation>纬度 [°]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsgaps.py"/>
        <source>{title}: {days} days without a record ({share:.2g} %) are in periods that count; sums are scaled to all days.</source>
        <translation>{title}：参与统计的时段中有{days}天无记录（{share:.2g}%）；总量已按全部天数换算。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsgaps.py"/>
        <source>{title}: {days} days without a record ({share:.2g} %) are in periods that count, and are left out of sums, which are too low by about as much.</source>
        <translation>{title}：参与统计的时段中有{days}天无记录（{share:.2g}%），未计入总量，总量因此偏小，幅度大致相当。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsgaps.py"/>
        <source>{title}: scaling for days without a record added {added:.4g} to {total:.4g} at station {station}, which is the most ({percent:.2g} %); {count} stations have such days.</source>
        <translation>{title}：因无记录日期进行换算，使站点{station}在{total:.4g}的基础上增加{added:.4g}，为各站点中最多（{percent:.2g}%）；有此类日期的站点共{count}个。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Makes a raster of a number that stations have, by inverse distance, thin-plate spline or ordinary kriging, and tells how large the error is at stations that are left out one at a time. With an elevation raster, values follow a line on elevation and only the rest is interpolated, as suits temperature. Several fields give one band each, such as twelve months. In a geographic CRS distances are measured on a conic projection fitted to the area, not in degrees.</source>
        <translation>将站点数值用反距离权重、薄板样条或普通克里金插值为栅格，并用留一法给出站点误差。给出高程栅格时，先建立数值与高程的线性关系，只对残差插值，适用于气温。选择多个字段时每个字段生成一个波段，例如十二个月。坐标参考系为地理坐标系时，距离在适合该区域的圆锥投影上量算，不以度为单位。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>kriging</source>
        <translation>克里金</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>spline</source>
        <translation>样条</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>climate</source>
        <translation>气候</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Stations estimated without themselves</source>
        <translation>留一法检验的站点数</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Mean error</source>
        <translation>平均误差</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Values: one field, or several for one band each</source>
        <translation>数值：一个字段；或多个字段，每个生成一个波段</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Elevation [m], where values follow it</source>
        <translation>高程 [m]（数值随高程变化时）</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>For temperature. The result has no value where it has none.</source>
        <translation>适用于气温。高程无值处结果也无值。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Negative results become 0</source>
        <translation>负值结果改为0</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>For rain, wind and erosivity. They are counted.</source>
        <translation>适用于降水、风和侵蚀力。会统计改动的像元数。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Elevation only where it lessens the error</source>
        <translation>仅在能减小误差时采用高程</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Each field is interpolated with elevation and without; the one with the smaller error at stations left out is taken.</source>
        <translation>每个字段分别按采用和不采用高程插值，取留一法误差较小者。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Field: elevation of the station [m]</source>
        <translation>字段：站点高程 [m]</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Empty or NULL: taken from the elevation raster.</source>
        <translation>留空或为 NULL：取自高程栅格。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Field: name of the station in the report</source>
        <translation>字段：报告中的站点名称</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Interpolated values</source>
        <translation>插值结果</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Report of errors by station</source>
        <translation>各站点误差报告</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>The layer of stations cannot be opened.</source>
        <translation>站点图层无法打开。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>The layer of stations has no coordinate reference system.</source>
        <translation>站点图层没有坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>The layer has no field “{field}”.</source>
        <translation>图层没有字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>No field is chosen.</source>
        <translation>未选择字段。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>The grid of the result is not known.</source>
        <translation>结果的格网未知。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsinterpolate.py"/>
        <source>Give a raster whose grid is taken, or an extent and a size of pixels.</source>
        <translation>请给出用于确定格网的栅格，或给出范围和像元大小。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Automatic: the one that fits best</source>
        <translation>自动：采用拟合最好的模型</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Spherical</source>
        <translation>球状</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Grid of the result: that of this raster</source>
        <translation>结果的格网：采用此栅格的格网</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Without it: extent, size of pixels and CRS below; else the grid of the elevation.</source>
        <translation>不给出时：采用下方的范围、像元大小和坐标参考系；也未给出时采用高程的格网。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Or: size of pixels, in units of the CRS</source>
        <translation>或：像元大小（坐标参考系的单位）</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>The Guide's basic unit is 250 m (general knowledge, sure).</source>
        <translation>《指南》的基本单元为250 m（一般知识，确定）。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Or: extent</source>
        <translation>或：范围</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Or: CRS (empty: that of the stations)</source>
        <translation>或：坐标参考系（留空：采用站点的坐标参考系）</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Inverse distance: power</source>
        <translation>反距离权重：幂</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>2 is the usual one (general knowledge, sure).</source>
        <translation>通常取2（一般知识，确定）。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Stations that a pixel is estimated from (0: automatic)</source>
        <translation>估算每个像元所用的站点数（0：自动）</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Automatic (Redline's own rule, in no norm): the nearest {few} for inverse distance; for the others all of up to {all} stations, else the nearest {near}. Few neighbours leave edges in the result.</source>
        <translation>自动（Redline 自定规则，规范中没有）：反距离权重取最近的{few}个；其他方法在站点不超过{all}个时全部采用，否则取最近的{near}个。邻近站点少时，结果会出现接边痕迹。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Spline: smoothing</source>
        <translation>样条：平滑</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>0: the surface goes through all stations. Distances are in units of the stations' root mean square distance from their middle.</source>
        <translation>0：曲面通过所有站点。距离以各站点至其中心的均方根距离为单位。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Kriging: variogram</source>
        <translation>克里金：变异函数</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Fitted by least squares, a lag weighing by its pairs over its distance squared, up to half of the greatest distance.</source>
        <translation>按最小二乘拟合，各滞后距的权重为点对数除以距离的平方，只取最大距离的一半以内。</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Kriging: fit a nugget, too</source>
        <translation>克里金：同时拟合块金值</translation>
    </message>
    <message>
        <location filename="../../processing/stationsparameters.py"/>
        <source>Without it near stations are taken to agree, and the surface goes through all.</source>
        <translation>不拟合时，认为邻近站点数值一致，曲面通过所有站点。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Export a submission package</source>
        <translation>导出成果包</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Writes the blocks as a package in a national layout: layers with codes, names and areas on the ellipsoid, registration form, table of areas, report, and a manifest with a hash of every file. The same input and dates give the same bytes.</source>
        <translation>将图斑按国家数据结构导出为成果包：带编码、名称和椭球面积的图层，登记表，面积表，报告，以及记有各文件哈希值的清单。输入和日期相同，输出逐字节相同。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>package</source>
        <translation>成果包</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>submission</source>
        <translation>汇交</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Red-line blocks, as delineated</source>
        <translation>红线图斑（划定结果）</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Layout</source>
        <translation>数据结构</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>No public text gives it; ask the authority that takes the package.</source>
        <translation>公开文本均未给出；请咨询成果包接收部门。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Name of the package</source>
        <translation>成果包名称</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Formats of the layers</source>
        <translation>图层格式</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Encoding of the Shapefile</source>
        <translation>Shapefile字符编码</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>auto: the 3-degree belt of the data; geographic: CGCS2000 degrees; or the EPSG code of a CGCS2000 belt.</source>
        <translation>auto：数据所在的3度带；geographic：CGCS2000经纬度；或CGCS2000分带的EPSG代码。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Date written as the date of all files</source>
        <translation>写入所有文件的日期</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Empty: the date of establishment.</source>
        <translation>留空：采用设立时间。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Layer code inside BSM (4 digits)</source>
        <translation>BSM中的要素层代码（4位）</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Empty: the last four characters of YSDM, which the report says.</source>
        <translation>留空：采用YSDM的末四位，并在报告中注明。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Natural units for names</source>
        <translation>命名所用的自然地理单元</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>One line per county: code=name of the natural unit. Empty: the county's name.</source>
        <translation>每个县级行政区一行：代码=自然地理单元名称。留空：采用县级行政区名称。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>County code of blocks without one</source>
        <translation>县级行政区划代码（用于缺少代码的图斑）</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>County name of blocks without one</source>
        <translation>县级行政区名称（用于缺少名称的图斑）</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Map picture to include</source>
        <translation>附带的地图图片</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Total area, in the layout's unit</source>
        <translation>总面积（按数据结构的单位）</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>{count} blocks, {area} {unit}, EPSG:{epsg}.</source>
        <translation>{count}个图斑，{area} {unit}，EPSG:{epsg}。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>The blocks have no field “{field}”.</source>
        <translation>图斑没有字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Use a layer made by “Delineate red-line blocks”.</source>
        <translation>请使用“划定红线图斑”生成的图层。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>“{line}” is not of the form code=name.</source>
        <translation>“{line}”不符合“代码=名称”的格式。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>The field “reasons” of feature {fid} is not what delineation writes.</source>
        <translation>要素{fid}的字段“reasons”的内容不是由划定步骤写入的。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Verify a submission package</source>
        <translation>核查成果包</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Reads a package, trusts nothing in it, and names everything that is wrong: changed or missing files, structure, codes, coordinate system, geometry, areas. It shares no code with the exporter but the layout. Also runs without QGIS: python -m redline_plugin.verify.</source>
        <translation>读取成果包，不预先信任其中任何内容，列出全部问题：文件被改动或缺失，以及结构、编码、坐标系、几何图形、面积方面的问题。除数据结构外，不与导出程序共用代码。也可脱离QGIS运行：python -m redline_plugin.verify。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>or package (zip)</source>
        <translation>或成果包（zip）</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Stop with an error when it does not pass</source>
        <translation>未通过时报错停止</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>1 when it passes, else 0</source>
        <translation>通过为1，否则为0</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Give a folder or a zip file, one of them.</source>
        <translation>请指定文件夹或zip文件，二者选一。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>{line}</source>
        <translation>{line}</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>The package does not pass: {count} errors.</source>
        <translation>成果包未通过核查：{count}个错误。</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>They are listed above.</source>
        <translation>错误已在上文列出。</translation>
    </message>
    <message>
        <location filename="../../processing/vectorsink.py"/>
        <source>Results are written to files, not to “{place}”.</source>
        <translation>结果写入文件，不能写入“{place}”。</translation>
    </message>
    <message>
        <location filename="../../processing/vectorsink.py"/>
        <source>Save to a file and import it then.</source>
        <translation>请先保存为文件，再导入。</translation>
    </message>
    <message>
        <location filename="../../processing/watersheddivides.py"/>
        <source>Watershed divides</source>
        <translation>流域分界线</translation>
    </message>
    <message>
        <location filename="../../processing/watersheddivides.py"/>
        <source>Draws the divides between basins above a size, one of the natural lines of article (五). Pits are filled to their lowest outlet, water goes the steepest way (D8), and where two channels with that much land meet, each ends a basin. A raster of more than nine million cells is taken coarser.</source>
        <translation>绘制达到一定面积的流域之间的分界线，属于第（五）条所说的自然边界。洼地填到最低出口，水沿最陡方向流（D8），两条汇水面积达到该值的河道汇合处各自结束一个流域。超过九百万像元的栅格取较粗的像元。</translation>
    </message>
    <message>
        <location filename="../../processing/watersheddivides.py"/>
        <source>watershed</source>
        <translation>流域</translation>
    </message>
    <message>
        <location filename="../../processing/watersheddivides.py"/>
        <source>basin</source>
        <translation>汇水区</translation>
    </message>
    <message>
        <location filename="../../processing/watersheddivides.py"/>
        <source>ridge</source>
        <translation>山脊</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <source>one of: {titles}</source>
        <translation>以下任一项：{titles}</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <location filename="../../ui/detail.py"/>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <source>result of “{step}”</source>
        <translation>“{step}”的结果</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <source>Given: {name}</source>
        <translation>已指定：{name}</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <source>Done: {name}</source>
        <translation>已完成：{name}</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <source>Missing {count}: {titles}</source>
        <translation>缺{count}项：{titles}</translation>
    </message>
    <message>
        <location filename="../../ui/board.py"/>
        <source>Ready: all inputs are there</source>
        <translation>就绪：输入齐全</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <location filename="../../ui/dock.py"/>
        <location filename="../../ui/shell.py"/>
        <location filename="../../ui/whyhere.py"/>
        <source>Redline 生态保护红线</source>
        <translation>Redline 生态保护红线</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <location filename="../../ui/boundarydock.py"/>
        <source>Boundary of the red line</source>
        <translation>红线边界</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Decides where the red line runs, stretch by stretch, with choices on the map</source>
        <translation>逐段决定红线走向，各方案在地图上显示</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Click from the line to the line; a right click ends, Backspace takes a point back, Esc gives up.</source>
        <translation>从边界线上点起，到边界线上点止；右键结束，退格键撤回一点，Esc 放弃。</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Click where the stretch is to be split; Esc gives up.</source>
        <translation>点击边界段要分割的位置；Esc 放弃。</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Sessions of the boundary (*.gpkg)</source>
        <translation>边界会话 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>Save red line</source>
        <translation>保存红线</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <source>boundary session</source>
        <translation>边界会话</translation>
    </message>
    <message>
        <location filename="../../ui/boundary.py"/>
        <location filename="../../ui/boundarydock.py"/>
        <source>Stretches of the red line</source>
        <translation>红线边界段</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>%v of %m decided</source>
        <translation>已决定 %v / %m</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Why (goes into the log with the next decision)</source>
        <translation>理由（随下一个决定记入日志）</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>All sources</source>
        <translation>全部依据</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>needs an eye</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Choice of line</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>On it [m]</source>
        <translation>沿线长度 [m]</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>Offset [m]</source>
        <translation>偏移 [m]</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>In [m2]</source>
        <translation>划入 [m2]</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <location filename="../../ui/boundarymodel.py"/>
        <source>Out [m2]</source>
        <translation>划出 [m2]</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Choices at this place</source>
        <translation>此处的方案</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Take this choice</source>
        <translation>采用此方案</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Keep assessed line</source>
        <translation>保留评估线</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Draw by hand</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Next to decide</source>
        <translation>下一待决</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Zoom to it</source>
        <translation>缩放至此</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>{action} ({key})</source>
        <translation>{action}（{key}）</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Trace</source>
        <translation>描迹</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Between two clicks the drawn line follows the line that both lie on (T)</source>
        <translation>两次点击之间，所绘的线沿两点同在的线行进（T）</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Fit…</source>
        <translation>贴合…</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Fits a red line to its reference lines and makes a session</source>
        <translation>把红线贴合到参照界线并生成会话</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Open session…</source>
        <translation>打开会话…</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Opens a session</source>
        <translation>打开一个会话</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Save red line…</source>
        <translation>保存红线…</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>Writes the blocks as they are decided to a new layer</source>
        <translation>把已决定的红线图斑写入新图层</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>No session is open. Fit a red line, or open a session.</source>
        <translation>没有打开的会话。请贴合红线，或打开一个会话。</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>This choice holds now.</source>
        <translation>当前采用此方案。</translation>
    </message>
    <message>
        <location filename="../../ui/boundarydock.py"/>
        <source>All stretches shown here are decided.</source>
        <translation>此处列出的边界段均已决定。</translation>
    </message>
    <message>
        <location filename="../../ui/boundarymodel.py"/>
        <source>to decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <location filename="../../ui/boundarymodel.py"/>
        <source>drawn</source>
        <translation>已绘制</translation>
    </message>
    <message>
        <location filename="../../ui/boundarymodel.py"/>
        <source>assessed line kept</source>
        <translation>保留评估线</translation>
    </message>
    <message>
        <location filename="../../ui/boundarymodel.py"/>
        <source>Length [m]</source>
        <translation>长度 [m]</translation>
    </message>
    <message>
        <location filename="../../ui/boundarymodel.py"/>
        <source>Blocks {left} and {right}; mean offset {mean} m</source>
        <translation>红线图斑 {left} 与 {right}；平均偏移 {mean} 米</translation>
    </message>
    <message>
        <location filename="../../ui/demolayers.py"/>
        <source>Demo county</source>
        <translation>演示县</translation>
    </message>
    <message>
        <location filename="../../ui/demolayers.py"/>
        <source>Raw data</source>
        <translation>原始数据</translation>
    </message>
    <message>
        <location filename="../../ui/detail.py"/>
        <source>Open the algorithm…</source>
        <translation>打开算法…</translation>
    </message>
    <message>
        <location filename="../../ui/detail.py"/>
        <source>Opens “{title}” with these inputs filled in.</source>
        <translation>打开“{title}”，并填好以上输入。</translation>
    </message>
    <message>
        <location filename="../../ui/detail.py"/>
        <source>The dialog also asks for: {titles}.</source>
        <translation>对话框中还需填写：{titles}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Run all (model)</source>
        <translation>运行全部步骤（模型）</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Explain the selected step (F1)</source>
        <translation>说明所选步骤（F1）</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>{count} layers of the demo county were added.</source>
        <translation>已添加演示县的{count}个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/inputrow.py"/>
        <source>{title} · {note}</source>
        <translation>{title} · {note}</translation>
    </message>
    <message>
        <location filename="../../ui/inputrow.py"/>
        <source>(no layer)</source>
        <translation>（未指定图层）</translation>
    </message>
    <message>
        <location filename="../../ui/inputrow.py"/>
        <source>one of these is needed</source>
        <translation>需要其中一项</translation>
    </message>
    <message>
        <location filename="../../ui/inputrow.py"/>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <location filename="../../ui/inputrow.py"/>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <location filename="../../ui/inputrow.py"/>
        <source>suggested by its name</source>
        <translation>按名称推荐</translation>
    </message>
    <message>
        <location filename="../../ui/launch.py"/>
        <source>The algorithm {algorithm} is not registered.</source>
        <translation>算法{algorithm}未注册。</translation>
    </message>
    <message>
        <location filename="../../ui/launch.py"/>
        <source>Turn Redline off and on again under Plugins.</source>
        <translation>请在“插件”中停用Redline后重新启用。</translation>
    </message>
    <message>
        <location filename="../../ui/launch.py"/>
        <source>QGIS's Processing plugin is not on.</source>
        <translation>QGIS的Processing（数据处理）插件未启用。</translation>
    </message>
    <message>
        <location filename="../../ui/launch.py"/>
        <source>Turn it on under Plugins, Manage and Install Plugins.</source>
        <translation>请在“插件 ▸ 管理并安装插件”中启用。</translation>
    </message>
    <message>
        <location filename="../../ui/shell.py"/>
        <source>Red line, step by step</source>
        <translation>红线划定工作步骤</translation>
    </message>
    <message>
        <location filename="../../ui/shell.py"/>
        <source>Shows the steps from rasters to a checked package</source>
        <translation>显示从栅格到通过核查的成果包的各个步骤</translation>
    </message>
    <message>
        <location filename="../../ui/steplist.py"/>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <location filename="../../ui/steplist.py"/>
        <source>{title}, closed</source>
        <translation>{title}，已折叠</translation>
    </message>
    <message>
        <location filename="../../ui/steplist.py"/>
        <source>{title}, open</source>
        <translation>{title}，已展开</translation>
    </message>
    <message>
        <location filename="../../ui/steplist.py"/>
        <source>{title}. {state}</source>
        <translation>{title}。{state}</translation>
    </message>
    <message>
        <location filename="../../ui/steplist.py"/>
        <source>Enter or a double click opens the algorithm; F1 explains it.</source>
        <translation>按回车键或双击打开算法；按F1查看说明。</translation>
    </message>
    <message>
        <location filename="../../ui/steps.py"/>
        <source>Grade: {subject}</source>
        <translation>分级：{subject}</translation>
    </message>
    <message>
        <location filename="../../ui/steps.py"/>
        <source>Assess functions</source>
        <translation>评估生态功能</translation>
    </message>
    <message>
        <location filename="../../ui/steps.py"/>
        <source>Assess sensitivity</source>
        <translation>评估生态敏感性</translation>
    </message>
    <message>
        <location filename="../../ui/steps.py"/>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <location filename="../../ui/steps.py"/>
        <source>Delineate and hand in</source>
        <translation>划定与成果汇交</translation>
    </message>
    <message>
        <location filename="../../ui/verdict.py"/>
        <source>Passed, {warnings} warnings</source>
        <translation>核查通过，{warnings}个警告</translation>
    </message>
    <message>
        <location filename="../../ui/verdict.py"/>
        <source>Did not pass: {errors} errors, {warnings} warnings</source>
        <translation>核查未通过：{errors}个错误，{warnings}个警告</translation>
    </message>
    <message>
        <location filename="../../ui/whyhere.py"/>
        <source>Click on a pixel of a result: its factors, the equation with its numbers, its class</source>
        <translation>点击结果中的像元，查看其因子、代入数值的公式和等级</translation>
    </message>
    <message>
        <location filename="../../ui/whyhere.py"/>
        <source>There is no raster here. Click on a result, or make its layer the active one.</source>
        <translation>此处没有栅格。请点击一个结果，或将其图层设为当前图层。</translation>
    </message>
    <message>
        <location filename="../../ui/whyhere.py"/>
        <source>Two numbers are needed: x, y.</source>
        <translation>需要两个数：x, y。</translation>
    </message>
    <message>
        <location filename="../../ui/whyhere.py"/>
        <location filename="../../ui/whyheredock.py"/>
        <source>Click on a pixel of a result to see why it has its value.</source>
        <translation>点击结果中的像元，查看其取值的原因。</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>x, y in the map's coordinates</source>
        <translation>x, y（地图坐标）</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>Type coordinates and press Enter, in place of a click</source>
        <translation>也可输入坐标并按回车键，代替点击</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>The equation with its numbers</source>
        <translation>代入数值的公式</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>The selected line</source>
        <translation>所选行</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>Copies the whole explanation (Ctrl+C)</source>
        <translation>复制全部解释（Ctrl+C）</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>Check the files</source>
        <translation>核对文件</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>Reads all inputs whole and compares them with what the record says of them</source>
        <translation>完整读取全部输入，并与来历记录核对</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <location filename="../../ui/whyhererows.py"/>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <location filename="../../ui/whyheredock.py"/>
        <source>{title} · layer “{layer}”</source>
        <translation>{title} · 图层“{layer}”</translation>
    </message>
    <message>
        <location filename="../../ui/whyhererows.py"/>
        <source>Factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <location filename="../../ui/whyhererows.py"/>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../../ui/whyhererows.py"/>
        <source>What the pixel was made from</source>
        <translation>像元值的由来</translation>
    </message>
    <message>
        <location filename="../../ui/whyhererows.py"/>
        <source>It is explained above already.</source>
        <translation>上文已作解释。</translation>
    </message>
    <message>
        <location filename="../../ui/whyheretext.py"/>
        <source>The answer</source>
        <translation>解释结果</translation>
    </message>
    <message>
        <source>1 less the probability of more than 25.4 mm of snow, January first. The climate summary at stations gives that probability (snow_01 to snow_12): take 1 less it. Left out: 1, no snow.</source>
        <translation type="vanished">1减去雪深大于25.4 mm 的概率，从1月起。站点气候统计给出该概率（snow_01 至 snow_12）：请用1减去该值。不提供时为1，即无积雪。</translation>
    </message>
    <message>
        <source>50 and 80 are the Guide's (general knowledge, sure; its text was not found). A national study uses 50, 75 and 90 with four classes.</source>
        <translation type="vanished">50和80为《指南》取值（常识，确定；未找到原文）。一项全国研究采用50、75和90，分四级。</translation>
    </message>
    <message>
        <source>A copy of {path}, edited. Empty: that table itself.</source>
        <translation type="vanished">{path}的副本，经修改。留空：使用原表。</translation>
    </message>
    <message>
        <source>A fraction from 0 to 1. Without it the random roughness Crr is 0.</source>
        <translation type="vanished">0至1的小数。不给出时，随机糙度 Crr 为0。</translation>
    </message>
    <message>
        <source>All inputs must be of one and the same period: rain, demand and rain days of that month, not of the year. Run it month by month and sum the results; the Guide's own time step is not known.</source>
        <translation type="vanished">所有输入须为同一时段：降水量、蒸散需求和降水日数均取该月的值，不是全年的值。请逐月计算后求和；《指南》本身的时间步长不详。</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation type="vanished">评估</translation>
    </message>
    <message>
        <source>Bare land has −0.0768. For sandy land use −0.0658: copy the table and give sandy land a code or change the row.</source>
        <translation type="vanished">裸地为−0.0768。沙地请用−0.0658：复制该表，为沙地增设代码或修改该行。</translation>
    </message>
    <message>
        <source>Biodiversity maintenance (productivity index)</source>
        <translation type="vanished">生物多样性维护（生产力指数）</translation>
    </message>
    <message>
        <source>Blocks overlap, touch along part of an edge or cross a line that is to be kept, at {count} places, among them {places}.</source>
        <translation type="vanished">红线图斑有 {count} 处相互重叠、边线部分重合或穿过应保持不动的线，例如 {places}。</translation>
    </message>
    <message>
        <source>Boundary of a county: references, smoothing, fit</source>
        <translation type="vanished">一县的边界：参照界线、平滑、贴合</translation>
    </message>
    <message>
        <source>Breaks: {extreme:.8g} and {important:.8g}.</source>
        <translation type="vanished">断点：{extreme:.8g}和{important:.8g}。</translation>
    </message>
    <message>
        <source>ChinaXiv-201811.00060, national desertification sensitivity</source>
        <translation type="vanished">ChinaXiv-201811.00060，全国土地沙化敏感性</translation>
    </message>
    <message>
        <source>Choose another file, or “Save to GeoPackage…” to write one table of it and keep the others.</source>
        <translation type="vanished">请另选文件，或用“保存到 GeoPackage…”只写其中一个表而保留其他表。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation type="vanished">请另取名称或另选文件夹。</translation>
    </message>
    <message>
        <source>Codes of the product. Products use the same codes for other things: 20 is forest in GlobeLand30 and shrub in WorldCover. A table of your own needs the columns code, ecosystem (1 to 20) and ambiguous (0 or 1).</source>
        <translation type="vanished">产品的类型代码。同一代码在不同产品中含义不同：20在 GlobeLand30 中为林地，在 WorldCover 中为灌木。自备的表须有 code、ecosystem（1至20）和 ambiguous（0或1）列。</translation>
    </message>
    <message>
        <source>Computes means of many years from daily values at stations: precipitation, temperature, wind at 2 m, humidity, by months; days of strong wind, accumulated temperature with the rain of the same days, dryness, rain days, snow cover, and the wind field of RWEQ. What the files have no column for is left out. Means are of each month first, then of the months that count over the years. Dryness has no value where no day is warm enough; where warm days never have rain it is set to its limit.</source>
        <translation type="vanished">由站点逐日值计算多年平均值：各月降水量、气温、2 m 高处风速、湿度，起沙风天数，积温及同期降水量，干燥度，降水日数，雪盖，以及 RWEQ 的风场强度。文件中没有对应列的项目不计算。先按月求平均，再对各年有效月份求平均。没有一天达到积温界限温度的站点，干燥度无值；积温期内始终无降水的站点，干燥度取其上限。</translation>
    </message>
    <message>
        <source>Days of the period in one year</source>
        <translation type="vanished">一年中的时段天数</translation>
    </message>
    <message>
        <source>Desert and bare land have 0.7. One public code tests towns twice and never applies it; Redline does.</source>
        <translation type="vanished">沙漠和裸地取0.7。某公开程序代码误将城镇判断两次，这一取值从未生效；Redline 则予以采用。</translation>
    </message>
    <message>
        <source>Give the days that belong to the observations: 31 for January, 365 for a year. Run it month by month and sum the weather factors.</source>
        <translation type="vanished">请填写与观测相应的天数：1月为31，全年为365。请逐月计算，再对气候因子求和。</translation>
    </message>
    <message>
        <source>Graded: 1, 2, 3 (extremely important); 0 and nodata are not assessed.</source>
        <translation type="vanished">分级结果：1、2、3（极重要）；0和无数据表示未评估。</translation>
    </message>
    <message>
        <source>Guide: coefficient, May to September</source>
        <translation type="vanished">《指南》：系数，5月至9月</translation>
    </message>
    <message>
        <source>Guide: coefficient, October to April</source>
        <translation type="vanished">《指南》：系数，10月至次年4月</translation>
    </message>
    <message>
        <source>How far rough ground lowers wind erosion, from 0 to 1: by the height difference within a distance, and, if vegetation cover is given, by the random roughness that goes with it.</source>
        <translation type="vanished">粗糙地面对风蚀的削减程度，0至1：由一定距离内的高差计算；如给出植被覆盖度，还计入相应的随机糙度。</translation>
    </message>
    <message>
        <source>How far the red line may move to these lines. No public text gives a number; 50 m is an example of Redline's own.</source>
        <translation type="vanished">红线可以向这些线移动的最大距离。公开文件没有给出数值；50 米只是 Redline 自己的示例。</translation>
    </message>
    <message>
        <source>How many days of a period have wind that moves sand: the share of daily rasters with 6 m/s or more, times the days of the period.</source>
        <translation type="vanished">一个时段内起沙风的天数：风速达到6 m/s 的逐日栅格所占比例，乘以时段天数。</translation>
    </message>
    <message>
        <source>I = (0.2·type + 0.4·surge + 0.4·waves + retreat) / 2</source>
        <translation type="vanished">I = (0.2·类型 + 0.4·风暴潮 + 0.4·波高 + 后退) / 2</translation>
    </message>
    <message>
        <source>Its first line must name the columns, among them code and value.</source>
        <translation type="vanished">首行应为列名，其中须有 code 和 value。</translation>
    </message>
    <message>
        <source>Left out: none.</source>
        <translation type="vanished">留空：无灌溉。</translation>
    </message>
    <message>
        <source>Made by “Copy tables and coefficients” and edited. Files of the tables' names and coefficients.csv are taken from there; numbers changed in this dialog go first.</source>
        <translation type="vanished">由“复制表和系数”生成并经修改。与各表同名的文件以及 coefficients.csv 从该文件夹读取；在本对话框中修改的数值优先。</translation>
    </message>
    <message>
        <source>Makes all factors from raw data, assesses four functions and four sensitivities, grades them, gives the highest class of each kind and what made it so, and writes one report with areas per county. Factors that several assessments need are made once. Biodiversity is by the NPP index; a species model or a coastal assessment is run by itself.</source>
        <translation type="vanished">由原始数据计算全部因子，评估四项生态功能和四项敏感性并分级，给出功能和敏感性各自的最高等级及其成因，汇总为一份含分县面积的报告。多项评估共用的因子只计算一次。生物多样性采用 NPP 指数；物种模型和海岸评估需单独运行。</translation>
    </message>
    <message>
        <source>Makes all factors from raw data, assesses four functions and four sensitivities, grades them, gives the highest class of each kind and what made it so, and writes one report with areas per county. Factors that several assessments need are made once; rainfall erosivity, warmth and wind days come from the stations' daily series. Biodiversity is by the NPP index, sand fixation by one run for the year; a species model, a coastal assessment or sand fixation month by month is run by itself.</source>
        <translation type="vanished">由原始数据计算全部因子，评估四项生态功能和四项敏感性并分级，给出功能和敏感性各自的最高等级及其成因，汇总为一份含分县面积的报告。多项评估共用的因子只计算一次；降雨侵蚀力、热量和起沙风天数由站点逐日数据计算。生物多样性采用 NPP 指数，防风固沙按全年计算一次；物种模型、海岸评估或逐月防风固沙需单独运行。</translation>
    </message>
    <message>
        <source>Makes divides and set distances from water, takes saw teeth out of the blocks, and fits them to divides, water, protected areas, county borders and parcels. The distances and the tolerance are the user's; open it in the Graphical Modeler to add other references.</source>
        <translation type="vanished">生成流域分界线和距水域一定距离的界线，去除红线图斑的锯齿，再贴合到分水岭、水域、保护地、县界和图斑。距离和容差由用户给出；可在图形化建模器中打开并加入其他参照界线。</translation>
    </message>
    <message>
        <source>Makes the rasters and layers of two made-up counties, to try Redline on: terrain, climate, soil, land cover, rivers, roads, villages, protected areas, parcels. Some of it is dirty on purpose: a raster off by half a pixel, a nodata value that is not declared, an invalid polygon. The same seed makes the same county.</source>
        <translation type="vanished">生成两个虚构县级行政区的栅格和图层，用于试用Redline：地形、气候、土壤、土地覆被、河流、道路、村庄、自然保护地、地块。部分数据有意设置了缺陷：一个栅格偏移半个像元，一个NoData值未声明，一个多边形无效。相同的随机种子生成相同的演示县。</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation type="vanished">NDVI</translation>
    </message>
    <message>
        <source>One raster for each day of the period, of one or many years.</source>
        <translation type="vanished">时段内每日一个栅格，可为一年或多年。</translation>
    </message>
    <message>
        <source>Random roughness: most papers set Crr = 0. One code takes it from the cover as Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738; that is used if cover is given (sources differ).</source>
        <translation type="vanished">随机糙度：多数论文取 Crr = 0。有一份程序代码由植被覆盖度计算，Crr = 17.46·(0.025 + 2.464·FVC^3.56)^0.738；给出植被覆盖度时采用此式（来源不一致）。</translation>
    </message>
    <message>
        <source>Share of days with deep snow</source>
        <translation type="vanished">雪盖日数比例</translation>
    </message>
    <message>
        <source>Share of days with deep snow in month {number}</source>
        <translation type="vanished">{number}月雪盖日数比例</translation>
    </message>
    <message>
        <source>Silt loam, clay loam and sandy clay have no score in the Guide; the user must choose one.</source>
        <translation type="vanished">粉壤土、黏壤土和砂黏土在《指南》中没有分值，须由用户选定。</translation>
    </message>
    <message>
        <source>Soil and water conservation (productivity index)</source>
        <translation type="vanished">水土保持（NPP 指数）</translation>
    </message>
    <message>
        <source>Sorts pixels from the highest value down; those that together make the first half of the summed value are extremely important, those up to 80 % important, the rest generally important. The shares are of value, not of area. Pixels are weighed by their area; equal values share a class; sums are exact at any size.</source>
        <translation type="vanished">将像元按值从高到低排序；累积值占总值前50%的像元为极重要，累积至80%的为重要，其余为一般重要。比例按值计，不按面积计。像元按面积加权；等值像元归入同一等级；无论数据量多大，求和均精确。</translation>
    </message>
    <message>
        <source>The default coefficients are the Guide's as read in code that applies it; a national study of 2017 has others (sources differ). Copy the table to change them.</source>
        <translation type="vanished">默认系数为《指南》的系数，取自应用《指南》的程序代码；2017年的一项全国研究采用其他系数（来源不一致）。如需修改，请复制该表后编辑。</translation>
    </message>
    <message>
        <source>The layer of stations cannot be made.</source>
        <translation type="vanished">无法创建站点图层。</translation>
    </message>
    <message>
        <source>The limits must rise from above 0 to below 100 %: {first:g}, {second:g}.</source>
        <translation type="vanished">阈值应大于0、小于100%，且依次增大：{first:g}，{second:g}。</translation>
    </message>
    <message>
        <source>The mean is above 50: it looks like per cent. The slope must be in degrees.</source>
        <translation type="vanished">平均值大于50，疑似百分数。坡度应以度为单位。</translation>
    </message>
    <message>
        <source>The mean is below 1: it looks like fractions. The share must be in per cent.</source>
        <translation type="vanished">平均值小于1，疑似小数。应为百分数。</translation>
    </message>
    <message>
        <source>This GeoPackage has {count} layers ({layers}), which would all be lost.</source>
        <translation type="vanished">此 GeoPackage 有 {count} 个图层（{layers}），它们都会丢失。</translation>
    </message>
    <message>
        <source>Unites the extreme classes (3) of all given rasters with the protected areas, drops patches and fills holes under a minimum area, splits at county borders, and gives blocks that know why they are in. Nothing is taken out of a protected area, and a patch that touches one stays. Areas are on the ellipsoid.</source>
        <translation type="vanished">将所有输入栅格的极重要和极敏感等级（3）与自然保护地合并，去除小于最小面积的斑块，填充小于最小面积的孔洞，按县级行政区界线分割，生成记有划入原因的图斑。自然保护地内不作任何扣除，与其相接的斑块予以保留。面积为椭球面积。</translation>
    </message>
    <message>
        <source>Unites the extreme classes (3) of all given rasters with the protected areas, drops patches and fills holes under a minimum area, splits at county borders, and gives blocks that know why they are in. Nothing is taken out of a protected area, except what lies outside all counties, and a patch that touches one stays. Areas are on the ellipsoid.</source>
        <translation type="vanished">将所有输入栅格的极重要和极敏感等级（3）与自然保护地合并，去除小于最小面积的斑块，填充小于最小面积的孔洞，按县级行政区界线分割，生成记有划入原因的图斑。自然保护地内不作任何扣除（位于所有县级行政区之外的部分除外），与其相接的斑块予以保留。面积为椭球面积。</translation>
    </message>
    <message>
        <source>Water conservation (productivity index)</source>
        <translation type="vanished">水源涵养（NPP 指数）</translation>
    </message>
    <message>
        <source>Windbreak and sand fixation (productivity index)</source>
        <translation type="vanished">防风固沙（NPP 指数）</translation>
    </message>
    <message>
        <source>With all days of the period in the rasters, the result is their number per year.</source>
        <translation type="vanished">栅格包含时段内所有日期时，结果即为每年的天数。</translation>
    </message>
    <message>
        <source>Zhang and Fu, mean months of many years: α</source>
        <translation type="vanished">章文波和付金生，多年平均各月：α</translation>
    </message>
    <message>
        <source>Zhang and Fu, mean months of many years: β</source>
        <translation type="vanished">章文波和付金生，多年平均各月：β</translation>
    </message>
    <message>
        <source>appendix A; codes from general knowledge, not read</source>
        <translation type="vanished">附录 A；代码来自一般知识，未见原文</translation>
    </message>
    <message>
        <source>winter and spring: December, and January to May</source>
        <translation type="vanished">冬春季：12月及1至5月</translation>
    </message>
    <message>
        <source>{count} stations have no dryness, because no day is warm enough: {stations}.</source>
        <translation type="vanished">{count}个站点没有干燥度，因为没有一天达到积温界限温度：{stations}。</translation>
    </message>
    <message>
        <source>{count} stations have no elevation and lie outside the elevation raster; they are left out: {stations}.</source>
        <translation type="vanished">{count}个站点没有高程，且位于高程栅格范围之外，不参与计算：{stations}。</translation>
    </message>
    <message>
        <source>{count} stations have no rain in their warm days; dryness is set to {limit:g}: {stations}.</source>
        <translation type="vanished">{count}个站点积温期内无降水，干燥度取{limit:g}：{stations}。</translation>
    </message>
    <message>
        <source>{count} stations have no {field}, because some month is never complete: {stations}.</source>
        <translation type="vanished">{count}个站点没有{field}，因为有的月份从未达到完整要求：{stations}。</translation>
    </message>
    <message>
        <source>{count} stations of the table have no daily values: {stations}.</source>
        <translation type="vanished">表中有{count}个站点没有逐日值：{stations}。</translation>
    </message>
    <message>
        <source>{count} values or rows with problems were left out.</source>
        <translation type="vanished">有问题的数值或行共{count}个，不参与计算。</translation>
    </message>
    <message>
        <source>{field}: {count} stations share their place with another one; their mean is taken.</source>
        <translation type="vanished">{field}：{count}个站点与其他站点位置相同，取其平均值。</translation>
    </message>
    <message>
        <source>{field}: {count} stations without a value are left out: {stations}.</source>
        <translation type="vanished">{field}：{count}个站点没有值，不参与计算：{stations}。</translation>
    </message>
    <message>
        <source>{name}: codes that are not in the table are left out (pixels): {codes}{more}.</source>
        <translation type="vanished">{name}：以下代码不在表中，不参与计算（括号内为像元数）：{codes}{more}。</translation>
    </message>
    <message>
        <source>{name}: {count} pixels are of classes that the table leaves out.</source>
        <translation type="vanished">{name}：{count}个像元所属的类型在表中没有取值，不参与计算。</translation>
    </message>
    <message>
        <source>{name}: {count} valid pixels, {low:.6g} to {high:.6g} {unit}, mean {mean:.6g}.</source>
        <translation type="vanished">{name}：有效像元{count}个，值域{low:.6g}至{high:.6g} {unit}，平均值{mean:.6g}。</translation>
    </message>
    <message>
        <source>{name}: {count} valid pixels, {low:.6g} to {high:.6g} {unit}.</source>
        <translation type="vanished">{name}：有效像元{count}个，值域{low:.6g}至{high:.6g} {unit}。</translation>
    </message>
    <message>
        <source>{species}: held-out AUC {mean:.3f} (sd {sd:.3f} over {folds} folds), {reading}; training AUC {training:.3f}.</source>
        <translation type="vanished">{species}：检验 AUC 为{mean:.3f}（{folds}折，标准差{sd:.3f}），{reading}；训练 AUC 为{training:.3f}。</translation>
    </message>
    <message>
        <source>{title} needs {least} stations with values; there are {count}.</source>
        <translation type="vanished">{title}至少需要{least}个有值的站点，现有{count}个。</translation>
    </message>
</context>
</TS>

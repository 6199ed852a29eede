<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Redline</name>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Guide 2017, appendix B, soil erosion</source>
        <translation>2017年《指南》附录 B，水土流失</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>limits as default values in code that applies the Guide</source>
        <translation>阈值为应用《指南》的程序代码中的默认值</translation>
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
        <location filename="../../core/assess/soilretention.py"/>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Guide for delineating ecological protection red lines, 2017 (环办生态〔2017〕48号)</source>
        <translation>《生态保护红线划定指南》，2017年（环办生态〔2017〕48号）</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>appendix B, soil erosion; formula read in a paper that applies the Guide</source>
        <translation>附录 B，水土流失；公式见于应用《指南》的论文</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Rainfall erosivity R</source>
        <translation>降雨侵蚀力 R</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil texture classes</source>
        <translation>土壤质地类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Score of the soil texture</source>
        <translation>土壤质地分值</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Codes of the Chinese texture system, as in the table of scores. Codes without a score are left out and told.</source>
        <translation>中国制土壤质地代码，与分值表一致。没有分值的代码不参与计算，并给出提示。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Relief amplitude</source>
        <translation>地形起伏度</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Vegetation cover</source>
        <translation>植被覆盖度</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>A fraction from 0 to 1, not per cent and not raw NDVI.</source>
        <translation>0至1的小数，不是百分数，也不是原始 NDVI。</translation>
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
        <source>Cover: up to this extremely sensitive</source>
        <translation>植被覆盖度：不大于此值为极敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Cover: from here only generally sensitive</source>
        <translation>植被覆盖度：达到此值为一般敏感</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>The erosivity limits 100 and 600 come from rules of 2003 and older units. With R in SI units nearly all of humid China scores 5; set limits that fit your R.</source>
        <translation>降雨侵蚀力阈值100和600出自2003年的规定和旧单位。R 采用国际单位时，我国湿润区几乎全部得5分；请设置与所用 R 相适应的阈值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Do not resample or smooth scores; the index takes few, discrete values.</source>
        <translation>不要对分值重采样或平滑；指数只取少数离散值。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>erosion</source>
        <translation>土壤侵蚀</translation>
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
        <source>Soil erodibility K</source>
        <translation>土壤可蚀性 K</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>In SI units; values in US units are 7.59 times larger.</source>
        <translation>采用国际单位；美制单位的数值是其7.59倍。</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Slope length and steepness LS</source>
        <translation>坡长坡度因子 LS</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Cover factor C</source>
        <translation>植被覆盖因子 C</translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil retention</source>
        <translation>水土保持量</translation>
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
        <source>soil loss</source>
        <translation>土壤流失</translation>
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
        <source>Mean annual precipitation</source>
        <translation>多年平均降水量</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Multi-year mean of yearly sums; not mm per day.</source>
        <translation>年总量的多年平均值，不是日降水量（mm/d）。</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean annual evapotranspiration</source>
        <translation>多年平均蒸散发量</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Ecosystem classes</source>
        <translation>生态系统类型</translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean surface runoff coefficient</source>
        <translation>平均地表径流系数</translation>
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
        <source>The default coefficients are the Guide's as read in code that applies it; a national study of 2017 has others (sources differ). Copy the table to change them.</source>
        <translation>默认系数为《指南》的系数，取自应用《指南》的程序代码；2017年的一项全国研究采用其他系数（来源不一致）。如需修改，请复制该表后编辑。</translation>
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
        <location filename="../../core/declare/job.py"/>
        <source>any value</source>
        <translation>任意值</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>at least {low:g}</source>
        <translation>不小于{low:g}</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>at most {high:g}</source>
        <translation>不大于{high:g}</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{low:g} to {high:g}</source>
        <translation>{low:g}至{high:g}</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) is missing.</source>
        <translation>缺少{title}（{name}）。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) is {value:g}; it must be {range}.</source>
        <translation>{title}（{name}）为{value:g}，应为{range}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>No output is asked for.</source>
        <translation>未指定任何输出。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>The output would overwrite an input.</source>
        <translation>输出会覆盖输入。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Choose another name.</source>
        <translation>请另取名称。</translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Two outputs have one name.</source>
        <translation>两个输出同名。</translation>
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
        <source>Submission package</source>
        <translation>成果包</translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Sample data</source>
        <translation>示例数据</translation>
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
        <source>{name}: codes that are not in the table are left out (pixels): {codes}{more}.</source>
        <translation>{name}：以下代码不在表中，不参与计算（括号内为像元数）：{codes}{more}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels are of classes that the table leaves out.</source>
        <translation>{name}：{count}个像元所属的类型在表中没有取值，不参与计算。</translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} valid pixels, {low:.6g} to {high:.6g} {unit}.</source>
        <translation>{name}：有效像元{count}个，值域{low:.6g}至{high:.6g} {unit}。</translation>
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
        <source>No pixel is valid in all inputs. Left out per input: {shares}.</source>
        <translation>没有在所有输入中都有效的像元。各输入不参与计算的比例：{shares}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>Check nodata values, units and class codes; no output was written.</source>
        <translation>请检查 NoData 值、单位和类型代码；未写出任何结果。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>Code {code} is there twice.</source>
        <translation>代码{code}重复。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>{title} must lie between {low} and {high}, not {value:g}.</source>
        <translation>{title}应在{low}至{high}之间，现为{value:g}。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table has no rows.</source>
        <translation>表中没有数据行。</translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
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
        <source>Its first line must name the columns, among them code and value.</source>
        <translation>首行应为列名，其中须有 code 和 value。</translation>
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
        <location filename="../../core/declare/table.py"/>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
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
        <source>Extreme by {reason}</source>
        <translation>{reason}极重要或极敏感</translation>
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
        <location filename="../../core/delineate/areas.py"/>
        <source>In {layer}: {what}</source>
        <translation>{layer}：{what}</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>None of the {layer} can be used.</source>
        <translation>没有可用的{layer}。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, it has no geometry.</source>
        <translation>已剔除，没有几何图形。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, it is a {kind}, no polygon.</source>
        <translation>已剔除，几何类型为 {kind}，不是多边形。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, its coordinates do not fit its CRS.</source>
        <translation>已剔除，坐标与其坐标参考系不符。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>left out, its polygon has no area ({reason}).</source>
        <translation>已剔除，多边形没有面积（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/delineate/areas.py"/>
        <source>its polygon was not valid ({reason}) and was repaired.</source>
        <translation>多边形无效（{reason}），已修复。</translation>
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
        <location filename="../../core/delineate/preflight.py"/>
        <source>the chosen grid</source>
        <translation>所选格网</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>protected areas</source>
        <translation>自然保护地</translation>
    </message>
    <message>
        <location filename="../../core/delineate/preflight.py"/>
        <source>counties</source>
        <translation>县级行政区</translation>
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
        <source>{count} protected areas have no name; blocks show their id instead.</source>
        <translation>{count}个自然保护地没有名称；图斑中以其标识代替。</translation>
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
        <source>Cancelled. No output was written.</source>
        <translation>已取消。未写出任何结果。</translation>
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
        <location filename="../../core/grade/cumulative.py"/>
        <source>The limits must rise from above 0 to below 100 %: {first:g}, {second:g}.</source>
        <translation>阈值应大于0、小于100%，且依次增大：{first:g}，{second:g}。</translation>
    </message>
    <message>
        <location filename="../../core/grade/cumulative.py"/>
        <source>Importance of function</source>
        <translation>生态功能重要性</translation>
    </message>
    <message>
        <location filename="../../core/grade/cumulative.py"/>
        <source>No pixel has a value above 0, so there is nothing to grade.</source>
        <translation>没有大于0的像元，无法分级。</translation>
    </message>
    <message>
        <location filename="../../core/grade/cumulative.py"/>
        <source>Check the raster's nodata value and whether it is the index you meant.</source>
        <translation>请检查栅格的 NoData 值，并确认是否为所需的指数。</translation>
    </message>
    <message>
        <location filename="../../core/grade/sensitivity.py"/>
        <source>The limits must rise: {first:g}, {second:g}.</source>
        <translation>阈值应依次增大：{first:g}，{second:g}。</translation>
    </message>
    <message>
        <location filename="../../core/grade/sensitivity.py"/>
        <source>Sensitivity class</source>
        <translation>敏感性等级</translation>
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
        <location filename="../../core/raster/grid.py"/>
        <source>Cannot be read as a raster ({reason}).</source>
        <translation>无法作为栅格读取（{reason}）。</translation>
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
        <location filename="../../processing/delineate.py"/>
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
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} cannot be read as a raster ({reason}).</source>
        <translation>{name}无法作为栅格读取（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
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
        <location filename="../../core/standard/loader.py"/>
        <source>There is no profile {profile}.</source>
        <translation>没有标准配置{profile}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
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
        <source>A mapping is expected here.</source>
        <translation>此处应为键值映射。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This is missing.</source>
        <translation>缺少此项。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{value} is not of type {types}.</source>
        <translation>{value}的类型不是{types}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{value} is none of {allowed}.</source>
        <translation>{value}不属于以下各项：{allowed}。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This is not known here.</source>
        <translation>无法识别此项。</translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
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
        <source>Water conservation</source>
        <translation>水源涵养</translation>
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
        <location filename="../../core/standard/reasons.py"/>
        <source>Soil erosion</source>
        <translation>水土流失</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Desertification</source>
        <translation>土地沙化</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Rocky desertification</source>
        <translation>石漠化</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Salinization</source>
        <translation>盐渍化</translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Protected area</source>
        <translation>自然保护地</translation>
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
        <source>The layer cannot be read ({reason}).</source>
        <translation>图层无法读取（{reason}）。</translation>
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
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
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
        <source>Check the path; is the file complete?</source>
        <translation>请检查路径；文件是否完整？</translation>
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
        <location filename="../../processing/delineate.py"/>
        <source>Delineate red-line blocks</source>
        <translation>划定红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Unites the extreme classes (3) of all given rasters with the protected areas, drops patches and fills holes under a minimum area, splits at county borders, and gives blocks that know why they are in. Nothing is taken out of a protected area, except what lies outside all counties, and a patch that touches one stays. Areas are on the ellipsoid.</source>
        <translation>将所有输入栅格的极重要和极敏感等级（3）与自然保护地合并，去除小于最小面积的斑块，填充小于最小面积的孔洞，按县级行政区界线分割，生成记有划入原因的图斑。自然保护地内不作任何扣除（位于所有县级行政区之外的部分除外），与其相接的斑块予以保留。面积为椭球面积。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>union</source>
        <translation>合并</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
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
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Counties</source>
        <translation>县级行政区</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Field: county code</source>
        <translation>字段：县级行政区划代码</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Field: county name</source>
        <translation>字段：县级行政区名称</translation>
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
        <location filename="../../processing/shipped.py"/>
        <source>Red-line blocks</source>
        <translation>红线图斑</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
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
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/submission.py"/>
        <source>“{value}” cannot be opened as a polygon layer.</source>
        <translation>“{value}”无法作为多边形图层打开。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <source>Check the path and the layer's name.</source>
        <translation>请检查路径和图层名称。</translation>
    </message>
    <message>
        <location filename="../../processing/delineate.py"/>
        <location filename="../../processing/submission.py"/>
        <source>The layer has no coordinate reference system.</source>
        <translation>图层没有坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <location filename="../../ui/dock.py"/>
        <source>Make the demo county</source>
        <translation>生成演示县</translation>
    </message>
    <message>
        <location filename="../../processing/democounty.py"/>
        <source>Makes the rasters and layers of two made-up counties, to try Redline on: terrain, climate, soil, land cover, rivers, roads, villages, protected areas, parcels. Some of it is dirty on purpose: a raster off by half a pixel, a nodata value that is not declared, an invalid polygon. The same seed makes the same county.</source>
        <translation>生成两个虚构县级行政区的栅格和图层，用于试用Redline：地形、气候、土壤、土地覆被、河流、道路、村庄、自然保护地、地块。部分数据有意设置了缺陷：一个栅格偏移半个像元，一个NoData值未声明，一个多边形无效。相同的随机种子生成相同的演示县。</translation>
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
        <location filename="../../processing/democounty.py"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>QGIS's Python lacks {names}.</source>
        <translation>QGIS 的 Python 中缺少 {names}。</translation>
    </message>
    <message>
        <location filename="../../processing/dependencies.py"/>
        <source>Install them by the means that QGIS itself was installed by.</source>
        <translation>请用安装 QGIS 的同一方式安装。</translation>
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
        <source>map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/shipped.py"/>
        <source>Elevation</source>
        <translation>高程</translation>
    </message>
    <message>
        <location filename="../../processing/distributionmap.py"/>
        <location filename="../../processing/grading.py"/>
        <source>Title</source>
        <translation>标题</translation>
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
        <location filename="../../processing/shipped.py"/>
        <source>Map</source>
        <translation>地图</translation>
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
        <source>Area of the highest class [m2]</source>
        <translation>最高等级面积 [m2]</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Grade an ecological function</source>
        <translation>生态功能分级</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Index of the function</source>
        <translation>功能指数</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Sorts pixels from the highest value down; those that together make the first half of the summed value are extremely important, those up to 80 % important, the rest generally important. The shares are of value, not of area. Pixels are weighed by their area; equal values share a class; sums are exact at any size.</source>
        <translation>将像元按值从高到低排序；累积值占总值前50%的像元为极重要，累积至80%的为重要，其余为一般重要。比例按值计，不按面积计。像元按面积加权；等值像元归入同一等级；无论数据量多大，求和均精确。</translation>
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
        <source>Extremely important: share of value [%]</source>
        <translation>极重要：占总值比例 [%]</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>At least important: share of value [%]</source>
        <translation>重要及以上：占总值比例 [%]</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>50 and 80 are the Guide's (general knowledge, sure; its text was not found). A national study uses 50, 75 and 90 with four classes.</source>
        <translation>50和80为《指南》取值（常识，确定；未找到原文）。一项全国研究采用50、75和90，分四级。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>The value that crosses a limit</source>
        <translation>跨越阈值的值</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>belongs to the higher class (inclusive)</source>
        <translation>归入较高等级（含）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>does not (exclusive)</source>
        <translation>不归入较高等级（不含）</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Published national shares lie just above the limits, which fits the inclusive rule. No source states it.</source>
        <translation>已公布的全国占比略高于阈值，与含该值的规则相符。尚无来源明确说明。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Values</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>the Guide's integers, Int(value / max × 100)</source>
        <translation>《指南》的整数值，Int(value / max × 100)</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>The integers reproduce results made by hand; they put all values under 1 % of the maximum into 0, and one outlier squeezes everything.</source>
        <translation>整数值可复现手工计算的结果；但小于最大值1%的值均归为0，且一个异常值就会压缩全部数值。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Break: extremely important</source>
        <translation>断点：极重要</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Break: important</source>
        <translation>断点：重要</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Breaks: {extreme:.8g} and {important:.8g}.</source>
        <translation>断点：{extreme:.8g}和{important:.8g}。</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Grade an ecological sensitivity</source>
        <translation>生态敏感性分级</translation>
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
        <source>Limits</source>
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
        <source>My own, below</source>
        <translation>自定义（见下）</translation>
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
        <location filename="../../processing/grading.py"/>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Pixels</source>
        <translation>像元数</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Area [km2]</source>
        <translation>面积 [km2]</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Share of area [%]</source>
        <translation>占面积比例 [%]</translation>
    </message>
    <message>
        <location filename="../../processing/grading.py"/>
        <source>Share of value [%]</source>
        <translation>占总值比例 [%]</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Table: {title}</source>
        <translation>参数表：{title}</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>A copy of {path}, edited. Empty: that table itself.</source>
        <translation>{path}的副本，经修改。留空：使用原表。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Grid of the result (empty: that of the first input)</source>
        <translation>结果的格网（留空：采用第一个输入的格网）</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Inputs on other grids are brought to it on the fly.</source>
        <translation>其他格网的输入会即时转换到该格网。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Build overviews</source>
        <translation>建立金字塔</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Valid pixels</source>
        <translation>有效像元数</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Pixels set to a limit</source>
        <translation>截取到限值的像元数</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Valid: {range}; other values are left out and counted.</source>
        <translation>有效范围：{range}；范围外的值不参与计算，仅作计数。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Source: {place} ({certainty}).</source>
        <translation>来源：{place}（{certainty}）。</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../../processing/modelalgorithm.py"/>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../../processing/provider.py"/>
        <location filename="../../ui/dock.py"/>
        <source>Redline</source>
        <translation>Redline</translation>
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
        <location filename="../../processing/shipped.py"/>
        <source>Red line of a county, from rasters to a checked package</source>
        <translation>县级红线划定：从栅格到通过核查的成果包</translation>
    </message>
    <message>
        <location filename="../../processing/shipped.py"/>
        <source>Assesses water conservation, soil retention and soil erosion sensitivity, grades them, unites the extreme classes with the protected areas, splits the blocks at county borders, draws a map, writes a submission package and verifies it. Open it in the Graphical Modeler to see or change a step.</source>
        <translation>评估水源涵养、水土保持量和水土流失敏感性，进行分级，将极重要和极敏感等级与自然保护地合并，按县级行政区界线分割图斑，制图，导出成果包并核查。可在模型设计器中打开，查看或修改各步骤。</translation>
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
        <source>Belt</source>
        <translation>分带</translation>
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
        <source>Report</source>
        <translation>报告</translation>
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
        <source>check</source>
        <translation>检查</translation>
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
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../processing/submission.py"/>
        <source>Warnings</source>
        <translation>警告</translation>
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
        <location filename="../../ui/demolayers.py"/>
        <source>Demo county</source>
        <translation>演示县</translation>
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
        <location filename="../../ui/shell.py"/>
        <source>Redline 生态保护红线</source>
        <translation>Redline 生态保护红线</translation>
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
        <source>Assess</source>
        <translation>评估</translation>
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
        <source>Unites the extreme classes (3) of all given rasters with the protected areas, drops patches and fills holes under a minimum area, splits at county borders, and gives blocks that know why they are in. Nothing is taken out of a protected area, and a patch that touches one stays. Areas are on the ellipsoid.</source>
        <translation type="vanished">将所有输入栅格的极重要和极敏感等级（3）与自然保护地合并，去除小于最小面积的斑块，填充小于最小面积的孔洞，按县级行政区界线分割，生成记有划入原因的图斑。自然保护地内不作任何扣除，与其相接的斑块予以保留。面积为椭球面积。</translation>
    </message>
</context>
</TS>

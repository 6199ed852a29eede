<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Redline</name>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Guide 2017, appendix B, soil erosion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>limits as default values in code that applies the Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil erosion sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Each factor is scored 1 (general), 3 (sensitive) or 5 (extremely sensitive); the index is the geometric mean of the four scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Guide for delineating ecological protection red lines, 2017 (环办生态〔2017〕48号)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>appendix B, soil erosion; formula read in a paper that applies the Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Rainfall erosivity R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil texture classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Score of the soil texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Codes of the Chinese texture system, as in the table of scores. Codes without a score are left out and told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Relief amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Vegetation cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>A fraction from 0 to 1, not per cent and not raw NDVI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Soil erosion sensitivity index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Erosivity: from here sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Erosivity: above this extremely sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Relief: from here sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Relief: above this extremely sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Cover: up to this extremely sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Cover: from here only generally sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>The erosivity limits 100 and 600 come from rules of 2003 and older units. With R in SI units nearly all of humid China scores 5; set limits that fit your R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <source>Do not resample or smooth scores; the index takes few, discrete values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilerosionsensitivity.py"/>
        <location filename="../../core/assess/soilretention.py"/>
        <source>erosion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil retention (RUSLE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil that vegetation keeps from being washed away: potential erosion of bare ground less actual erosion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>appendix A, soil and water conservation; read in papers that apply the Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil erodibility K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>In SI units; values in US units are 7.59 times larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Slope length and steepness LS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Cover factor C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Soil retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Potential soil erosion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>Actual soil erosion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>1 t/hm2 is 100 t/km2. Some papers print the factors in km2-based units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/soilretention.py"/>
        <source>soil loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Water conservation (water balance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean annual depth of water that an ecosystem keeps: rain less surface runoff less evapotranspiration. Land without a runoff coefficient (farmland, built-up, bare land) is left out. Where evapotranspiration exceeds rain the result is 0, and these pixels are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>appendix A, water conservation, model method; read in papers that apply the Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean annual precipitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Multi-year mean of yearly sums; not mm per day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean annual evapotranspiration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Ecosystem classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Mean surface runoff coefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Class codes, as in the table of runoff coefficients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Water conservation depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Water conserved per pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>Grade the depth, not the volume: grading weighs each pixel by its area itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>The default coefficients are the Guide's as read in code that applies it; a national study of 2017 has others (sources differ). Copy the table to change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>water balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assess/waterconservation.py"/>
        <source>runoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>The output folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Create it or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Cannot write into this folder ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Choose another folder or ask for write permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Free some space or choose another disk; nothing was left under this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Cannot be written ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/atomic.py"/>
        <source>Is it open in another program? Close it or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>any value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>at least {low:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>at most {high:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{low:g} to {high:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>{title} ({name}) is {value:g}; it must be {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>No output is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>The output would overwrite an input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/job.py"/>
        <source>Two outputs have one name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <location filename="../../core/standard/profile.py"/>
        <source>read in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>general knowledge, sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>general knowledge, likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>general knowledge, a hint only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>sources differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Redline's own rule, in no norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>chosen by the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Ecological functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Ecological sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Grading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Delineation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Submission package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/model.py"/>
        <source>Sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels ({share:.1f} %) are nodata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels ({share:.1f} %) lie outside the valid range and are left out. Check the unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: codes that are not in the table are left out (pixels): {codes}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels are of classes that the table leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} valid pixels, {low:.6g} to {high:.6g} {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels came out below the lowest meaningful value and were set to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: {count} pixels came out above the highest meaningful value and were set to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/report.py"/>
        <source>{name}: the equation has no result in {count} pixels; they are nodata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>No pixel is valid in all inputs. Left out per input: {shares}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/run.py"/>
        <source>Check nodata values, units and class codes; no output was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>Code {code} is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>{title} must lie between {low} and {high}, not {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The table has no column {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>Its first line must name the columns, among them code and value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>The code is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>A code is a whole number from 0 to 65535, not {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/declare/table.py"/>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>The minimum area of a patch must be 0 or more, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>The minimum area of a hole must be 0 or more, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/delineate/inputs.py"/>
        <source>Connectivity must be 4 or 8, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>Cancelled. No output was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/area.py"/>
        <source>A polygon has coordinates that are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/area.py"/>
        <source>Only polygons have an area; {count} geometries are something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/area.py"/>
        <source>Leave them out or convert them to polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>There is no {width}-degree belt {number} in CGCS2000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>Belts are 25 to 45 (3 degrees) and 13 to 23 (6 degrees).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>The data reach from {west:.4f}° to {east:.4f}° east, {beyond:.4f}° beyond the {width}-degree belt {number} ({belt_west}° to {belt_east}°).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>Eastings of belt {number} should begin with {number}, these begin with {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/belts.py"/>
        <source>Eastings of this CRS have no belt number before them, these begin with {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>This is not a coordinate reference system: {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>Assign the CRS of the data, for example EPSG:4524.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>Coordinates cannot be turned into longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geodesy/transform.py"/>
        <source>Check that the CRS assigned to the data is the one they were made in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>Cannot be read as a raster ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>The raster has no georeference (no geotransform).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>Georeference it, or find its world file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>The raster is rotated or stored south-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>Warp it to a north-up grid first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>The raster has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/grid.py"/>
        <source>Assign its CRS, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Its coordinates cannot be brought to the grid's CRS ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Check the raster's CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Does not overlap {grid}: it covers {theirs}, the grid covers {ours} (west, south, east, north).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/overlap.py"/>
        <source>Is its CRS the right one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} cannot be read as a raster ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>Check the path, or open it in QGIS to see what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} has no band {band}; the file has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>Choose another band or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>Complex numbers cannot be assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} declares no nodata; {value:g} lies outside its valid range and is taken for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} cannot be read at column {x}, row {y} ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>The file may be damaged; make or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/raster/source.py"/>
        <source>{name} is on another grid; it is brought to the chosen one by {method} resampling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>There is no profile {profile}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Choose one of {known}, or a YAML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>The profile cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A mapping is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{value} is not of type {types}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{value} is none of {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This version of Redline reads schema {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Use small letters, digits and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{name} appears more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{name} cannot be the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Two files have the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Belts are 3 or 6 degrees wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A code has 1 to 10 capital letters and digits (the DBF limit).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A column of type {type} needs a length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Decimals belong to columns of type Float, and only there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>This is not a regular expression ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>Three lengths are expected: county, layer, serial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>A tolerance is not below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>{name} is not in this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/loader.py"/>
        <source>One column must have a unit of area (m2, ha, km2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/profile.py"/>
        <source>recalled, not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/profile.py"/>
        <source>inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/profile.py"/>
        <source>chosen for lack of a public rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Water conservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Biodiversity maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Soil and water conservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Windbreak and sand fixation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Coastal ecological stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Soil erosion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Desertification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Rocky desertification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Salinization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/standard/reasons.py"/>
        <source>Protected area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

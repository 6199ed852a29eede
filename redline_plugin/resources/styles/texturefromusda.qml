<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="paletted" band="1" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry alpha="255" value="1" color="#969696" label="Gravel"/>
        <paletteEntry alpha="255" value="2" color="#6e6e74" label="Bedrock"/>
        <paletteEntry alpha="255" value="11" color="#faeebe" label="Coarse sand"/>
        <paletteEntry alpha="255" value="12" color="#f4de9e" label="Fine sand"/>
        <paletteEntry alpha="255" value="13" color="#eccc80" label="Very fine sand"/>
        <paletteEntry alpha="255" value="14" color="#949854" label="Loam"/>
        <paletteEntry alpha="255" value="15" color="#e0be76" label="Sandy loam"/>
        <paletteEntry alpha="255" value="21" color="#96ccac" label="Sandy silt"/>
        <paletteEntry alpha="255" value="22" color="#48a8b0" label="Silt"/>
        <paletteEntry alpha="255" value="23" color="#78bca8" label="Silt loam"/>
        <paletteEntry alpha="255" value="24" color="#a06c54" label="Clay loam"/>
        <paletteEntry alpha="255" value="25" color="#ce6a48" label="Sandy clay"/>
        <paletteEntry alpha="255" value="31" color="#7a4880" label="Silty clay"/>
        <paletteEntry alpha="255" value="32" color="#9e343a" label="Loamy clay"/>
        <paletteEntry alpha="255" value="33" color="#601c30" label="Clay"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>

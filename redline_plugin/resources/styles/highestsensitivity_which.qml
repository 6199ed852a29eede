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
        <paletteEntry alpha="255" value="1" color="#a6761d" label="Soil erosion"/>
        <paletteEntry alpha="255" value="2" color="#f0c450" label="Desertification"/>
        <paletteEntry alpha="255" value="3" color="#b38a30" label="Soil erosion + Desertification"/>
        <paletteEntry alpha="255" value="4" color="#8c8c8c" label="Rocky desertification"/>
        <paletteEntry alpha="255" value="5" color="#87724a" label="Soil erosion + Rocky desertification"/>
        <paletteEntry alpha="255" value="6" color="#a79461" label="Desertification + Rocky desertification"/>
        <paletteEntry alpha="255" value="7" color="#8d7540" label="Soil erosion + Desertification + Rocky desertification"/>
        <paletteEntry alpha="255" value="8" color="#9e9ac8" label="Salinization"/>
        <paletteEntry alpha="255" value="9" color="#8f7865" label="Soil erosion + Salinization"/>
        <paletteEntry alpha="255" value="10" color="#af9a7b" label="Desertification + Salinization"/>
        <paletteEntry alpha="255" value="11" color="#927950" label="Soil erosion + Desertification + Salinization"/>
        <paletteEntry alpha="255" value="12" color="#838196" label="Rocky desertification + Salinization"/>
        <paletteEntry alpha="255" value="13" color="#786a5f" label="Soil erosion + Rocky desertification + Salinization"/>
        <paletteEntry alpha="255" value="14" color="#8b7e6c" label="Desertification + Rocky desertification + Salinization"/>
        <paletteEntry alpha="255" value="15" color="#78684c" label="Soil erosion + Desertification + Rocky desertification + Salinization"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>

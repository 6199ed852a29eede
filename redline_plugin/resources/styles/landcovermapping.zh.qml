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
        <paletteEntry alpha="255" value="1" color="#005c2e" label="常绿阔叶林"/>
        <paletteEntry alpha="255" value="2" color="#0e4a46" label="常绿针叶林"/>
        <paletteEntry alpha="255" value="3" color="#2c7848" label="针阔混交林"/>
        <paletteEntry alpha="255" value="4" color="#50963c" label="落叶阔叶林"/>
        <paletteEntry alpha="255" value="5" color="#46846e" label="落叶针叶林"/>
        <paletteEntry alpha="255" value="6" color="#96b46e" label="稀疏林"/>
        <paletteEntry alpha="255" value="7" color="#7a802e" label="常绿阔叶灌丛"/>
        <paletteEntry alpha="255" value="8" color="#9c963e" label="落叶阔叶灌丛"/>
        <paletteEntry alpha="255" value="9" color="#747a52" label="针叶灌丛"/>
        <paletteEntry alpha="255" value="10" color="#beb47a" label="稀疏灌丛"/>
        <paletteEntry alpha="255" value="11" color="#7ec45c" label="草甸"/>
        <paletteEntry alpha="255" value="12" color="#bed470" label="草原"/>
        <paletteEntry alpha="255" value="13" color="#a4c868" label="草丛"/>
        <paletteEntry alpha="255" value="14" color="#dedca0" label="稀疏草地"/>
        <paletteEntry alpha="255" value="15" color="#5c9ccc" label="湿地"/>
        <paletteEntry alpha="255" value="16" color="#deaa6e" label="园地"/>
        <paletteEntry alpha="255" value="17" color="#b6dce2" label="水田"/>
        <paletteEntry alpha="255" value="18" color="#f4e282" label="旱地"/>
        <paletteEntry alpha="255" value="19" color="#c84848" label="城镇"/>
        <paletteEntry alpha="255" value="20" color="#cec4ba" label="裸地"/>
        <paletteEntry alpha="255" value="21" color="#fce2c4" label="沙地"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>

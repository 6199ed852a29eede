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
        <paletteEntry alpha="255" value="1" color="#3182bd" label="Water conservation"/>
        <paletteEntry alpha="255" value="2" color="#31a354" label="Biodiversity"/>
        <paletteEntry alpha="255" value="3" color="#2b8178" label="Water conservation + Biodiversity"/>
        <paletteEntry alpha="255" value="4" color="#a6761d" label="Soil retention"/>
        <paletteEntry alpha="255" value="5" color="#5f6d60" label="Water conservation + Soil retention"/>
        <paletteEntry alpha="255" value="6" color="#5f7c32" label="Biodiversity + Soil retention"/>
        <paletteEntry alpha="255" value="7" color="#446a4e" label="Water conservation + Biodiversity + Soil retention"/>
        <paletteEntry alpha="255" value="8" color="#f0c450" label="Sand fixation"/>
        <paletteEntry alpha="255" value="9" color="#7f8f76" label="Water conservation + Sand fixation"/>
        <paletteEntry alpha="255" value="10" color="#7f9e48" label="Biodiversity + Sand fixation"/>
        <paletteEntry alpha="255" value="11" color="#577e5b" label="Water conservation + Biodiversity + Sand fixation"/>
        <paletteEntry alpha="255" value="12" color="#b38a30" label="Soil retention + Sand fixation"/>
        <paletteEntry alpha="255" value="13" color="#75734d" label="Water conservation + Soil retention + Sand fixation"/>
        <paletteEntry alpha="255" value="14" color="#757b32" label="Biodiversity + Soil retention + Sand fixation"/>
        <paletteEntry alpha="255" value="15" color="#566741" label="Water conservation + Biodiversity + Soil retention + Sand fixation"/>
        <paletteEntry alpha="255" value="16" color="#756bb1" label="Coastal stability"/>
        <paletteEntry alpha="255" value="17" color="#4968a1" label="Water conservation + Coastal stability"/>
        <paletteEntry alpha="255" value="18" color="#497773" label="Biodiversity + Coastal stability"/>
        <paletteEntry alpha="255" value="19" color="#376774" label="Water conservation + Biodiversity + Coastal stability"/>
        <paletteEntry alpha="255" value="20" color="#7d635b" label="Soil retention + Coastal stability"/>
        <paletteEntry alpha="255" value="21" color="#565c66" label="Water conservation + Soil retention + Coastal stability"/>
        <paletteEntry alpha="255" value="22" color="#56644b" label="Biodiversity + Soil retention + Coastal stability"/>
        <paletteEntry alpha="255" value="23" color="#415852" label="Water conservation + Biodiversity + Soil retention + Coastal stability"/>
        <paletteEntry alpha="255" value="24" color="#9d8571" label="Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="25" color="#697073" label="Water conservation + Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="26" color="#697858" label="Biodiversity + Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="27" color="#4e665a" label="Water conservation + Biodiversity + Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="28" color="#876d4a" label="Soil retention + Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="29" color="#615e51" label="Water conservation + Soil retention + Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="30" color="#61633f" label="Biodiversity + Soil retention + Sand fixation + Coastal stability"/>
        <paletteEntry alpha="255" value="31" color="#4a5643" label="Water conservation + Biodiversity + Soil retention + Sand fixation + Coastal stability"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>

"""Reports of assessment runs: one HTML file, made from what every raster tells of itself."""

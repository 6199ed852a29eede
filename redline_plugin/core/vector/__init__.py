"""Reading and writing vector files with GDAL, whole or not at all."""

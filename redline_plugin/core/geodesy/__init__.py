"""The CGCS2000 ellipsoid: areas and Gauss-Kruger belts."""

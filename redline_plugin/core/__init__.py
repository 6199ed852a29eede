"""Redline's science, geometry, rules and formats. Never imports QGIS or Qt."""

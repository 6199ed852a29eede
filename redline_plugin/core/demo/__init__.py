"""A county made by code: sample data for the demo, the tests and the manual."""

from redline_plugin.core.demo.county import CountyFiles, files_in, make_county

__all__ = ["CountyFiles", "files_in", "make_county"]

"""A county made by code: sample data for the demo, the tests and the manual."""

from redline_plugin.core.demo.county import make_county
from redline_plugin.core.demo.countyfiles import CountyFiles, files_in

__all__ = ["CountyFiles", "files_in", "make_county"]

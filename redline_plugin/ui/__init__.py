"""Docks and map tools."""

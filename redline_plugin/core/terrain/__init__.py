"""Arithmetic on elevation: pure functions of arrays, shared by the terrain factors."""

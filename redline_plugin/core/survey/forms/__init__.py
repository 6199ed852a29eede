"""Registers, tables and forms of the survey: what an office prints, signs and hands in."""

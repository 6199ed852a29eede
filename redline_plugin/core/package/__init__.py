"""Submission packages in the national format."""

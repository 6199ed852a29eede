"""From indices to classes."""

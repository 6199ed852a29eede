"""Reference lines: what the boundary is drawn along (article (五))."""

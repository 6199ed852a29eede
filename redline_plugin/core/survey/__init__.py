"""Survey and markers, article (五) 勘界定标: from the red line to points that a crew can set."""

"""Assessment models, one file each."""

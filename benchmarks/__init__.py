"""The same work done by Redline and by its peers, side by side, in one run."""

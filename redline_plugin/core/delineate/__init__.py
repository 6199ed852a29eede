"""From classes and protected areas to blocks."""

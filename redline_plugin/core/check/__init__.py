"""Rules with an id, a severity and tolerances, and the fixes that are safe."""

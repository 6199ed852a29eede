"""Where markers stand: as few as the rules allow, with a proof, and why each stands there."""

"""The verifier of submission packages; shares nothing with their writer but the profile."""

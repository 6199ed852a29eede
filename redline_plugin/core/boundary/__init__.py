"""The boundary: reference lines fitted, saw teeth removed, parcels chosen, neighbours joined."""

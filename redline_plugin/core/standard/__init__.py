"""The national tables as data: profiles, codes, names."""

"""Kernels of soil and cover factors that several models share: pure functions of arrays."""

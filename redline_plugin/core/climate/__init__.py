"""Pure kernels of climate that several models share: sun, months, evapotranspiration."""

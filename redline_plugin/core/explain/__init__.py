"""Why a pixel of a result has its value: the factors, the equation with its numbers, the class."""

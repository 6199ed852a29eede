"""QR codes as pictures."""

from __future__ import annotations

import numpy as np

from redline_plugin.core.survey.forms.docxtemplate import Picture
from redline_plugin.core.survey.forms.palettepng import bitmap_png
from redline_plugin.vendor import segno

_SCALE = 8
"""Pixels of a module, so that viewers that smooth pictures leave it sharp."""
_BORDER = 4
"""Modules of white around it, as the standard asks."""

_MASK = 2
"""Every mask can be read; to try all eight takes six times as long as all the rest."""


def qr_picture(text: str) -> Picture:
    """Return a text as a QR code, error correction M, a PNG of one bit a pixel."""
    code = segno.make_qr(text, error="m", boost_error=False, mask=_MASK)
    modules = np.pad(np.array(code.matrix, dtype=np.uint8), _BORDER)
    dots = np.kron(modules, np.ones((_SCALE, _SCALE), dtype=np.uint8))
    height, width = dots.shape
    return Picture(bitmap_png(dots), "png", width, height)

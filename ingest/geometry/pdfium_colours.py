"""Colours of PDFium's page objects, with every colour space already turned into red, green and blue."""

import ctypes
from typing import Any


class Colours:
    """Reads ``#rrggbb``, or ``None`` for no colour and for full transparency."""

    def __init__(self) -> None:
        self._parts = [ctypes.c_uint() for _ in range(4)]
        self._places = [ctypes.byref(part) for part in self._parts]

    def fill(self, thing: Any) -> str | None:
        import pypdfium2.raw as pdfium

        return self._read(pdfium.FPDFPageObj_GetFillColor(thing, *self._places))

    def stroke(self, thing: Any) -> str | None:
        import pypdfium2.raw as pdfium

        return self._read(pdfium.FPDFPageObj_GetStrokeColor(thing, *self._places))

    def _read(self, found: int) -> str | None:
        red, green, blue, alpha = [part.value for part in self._parts]
        return f"#{red:02x}{green:02x}{blue:02x}" if found and alpha else None

"""Colours of PDFium's page objects, with every colour space already turned into red, green and blue."""

import ctypes
from collections.abc import Callable


class Colours:
    """Reads ``#rrggbb``, or ``None`` for no colour and for full transparency. Functions and objects go by address."""

    def __init__(self, fill: Callable[..., int], stroke: Callable[..., int]) -> None:
        self._fill, self._stroke = fill, stroke
        self._parts = (ctypes.c_uint * 4)()
        first, width = ctypes.addressof(self._parts), ctypes.sizeof(ctypes.c_uint)
        self._places = [first + number * width for number in range(4)]

    def fill(self, thing: int) -> str | None:
        return self._read(self._fill(thing, *self._places))

    def stroke(self, thing: int) -> str | None:
        return self._read(self._stroke(thing, *self._places))

    def _read(self, found: int) -> str | None:
        red, green, blue, alpha = self._parts
        return f"#{red:02x}{green:02x}{blue:02x}" if found and alpha else None

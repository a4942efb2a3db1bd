"""Styles of text through PDFium: font, size, turn, colour and visibility, asked for once a text operation."""

import ctypes
import math
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.geometry.addresses import by_address, to_address
from ingest.geometry.frame import Frame
from ingest.geometry.objects import Style, without_subset
from ingest.geometry.pdfium_colours import Colours

_INVISIBLE_MODES = (3, 7)
_UPRIGHT = 2.0
"""Degrees by which upright text may lean."""


Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Styles:
    """Reads the styles of text operations, each once."""

    def __init__(self, text_page: Any, frame: Frame) -> None:
        self._text_page = to_address(text_page)
        self._frame = frame
        self._api = _style_api()
        self._colours = Colours(self._api.fill_colour, self._api.fill_colour)
        self._known: dict[tuple[Style, float], int] = {}
        self._fonts: dict[int | None, str] = {}

    def of(self, shown: Numbers, starts: Numbers) -> tuple[Numbers, list[Style], Floats]:
        """For each character the number of its style; the styles; their sizes."""
        numbers = shown[starts].tolist()
        objects = list(map(self._api.text_object, repeat(self._text_page), numbers))
        first = dict(zip(reversed(objects), reversed(numbers), strict=True))
        found = {pointer: self._number(pointer, number) for pointer, number in first.items()}
        of_start = np.array([found[pointer] for pointer in objects], dtype=np.int64)
        lengths = np.diff(np.append(starts, len(shown)))
        sizes = np.array([size for _, size in self._known])
        return np.repeat(of_start, lengths), [style for style, _ in self._known], sizes

    def _number(self, text: int | None, number: int) -> int:
        return self._known.setdefault(self._read(text, number), len(self._known))

    def _read(self, text: int | None, number: int) -> tuple[Style, float]:
        matrix = self._api.matrix_of(self._text_page, number) if text else None
        if not text or matrix is None:
            return Style("", 0), 0.0
        a, b, c, d = matrix
        seen = self._api.render_mode(text) not in _INVISIBLE_MODES
        style = Style(self._font(self._api.font(text)), self._turn(a, b), self._colours.fill(text), seen)
        return style, round(abs(self._api.size_of(text)) * math.hypot(c, d), 3)

    def _turn(self, a: float, b: float) -> int | None:
        angle = (self._frame.rotation - math.degrees(math.atan2(b, a))) % 360
        nearest = round(angle / 90) * 90
        return nearest % 360 if abs(angle - nearest) < _UPRIGHT else None

    def _font(self, font: int | None) -> str:
        if font not in self._fonts:
            self._fonts[font] = without_subset(self._api.name_of(font)) if font else ""
        return self._fonts[font]


class _StyleApi:
    """The functions of PDFium that are asked of each text operation, by address."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        thing, number = ctypes.c_void_p, ctypes.c_int
        self.text_object = by_address(pdfium.FPDFText_GetTextObject, thing, thing, number)
        self.render_mode = by_address(pdfium.FPDFTextObj_GetTextRenderMode, number, thing)
        self.font = by_address(pdfium.FPDFTextObj_GetFont, thing, thing)
        self.fill_colour = by_address(pdfium.FPDFPageObj_GetFillColor, number, thing, *(thing,) * 4)
        self._get_matrix = by_address(pdfium.FPDFText_GetMatrix, number, thing, number, thing)
        self._get_size = by_address(pdfium.FPDFTextObj_GetFontSize, number, thing, thing)
        self._get_name = by_address(
            pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, thing, ctypes.c_char_p, ctypes.c_size_t
        )
        self._matrix = (ctypes.c_float * 6)()
        self._size = ctypes.c_float()

    def matrix_of(self, text_page: int, number: int) -> tuple[float, float, float, float] | None:
        if not self._get_matrix(text_page, number, ctypes.addressof(self._matrix)):
            return None
        a, b, c, d, _, _ = self._matrix
        return a, b, c, d

    def size_of(self, text: int) -> float:
        self._get_size(text, ctypes.addressof(self._size))
        return self._size.value

    def name_of(self, font: int) -> str:
        name = ctypes.create_string_buffer(256)
        return name.value.decode("utf-8", "replace") if self._get_name(font, name, len(name)) else ""


@lru_cache(maxsize=1)
def _style_api() -> _StyleApi:
    return _StyleApi()

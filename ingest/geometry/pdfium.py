"""Pages read through PDFium: the fast source.

PDFium is asked for all characters of a page in a few sweeps that run in C, and for the style of each text operation
once; asking character by character costs ten times as much. Its boxes are "loose": the advance by the type size.
"""

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import Any

from ingest.geometry.objects import (
    MOST_SHAPES,
    Char,
    PageGeometry,
    Point,
    Shape,
    Style,
    path_to_kind,
    points_to_box,
    without_subset,
)
from records.place import Box

_MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 2_000
_DEEPEST = 12
"""Forms within forms."""
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""How PDFium reports a hyphen at a line's end."""
_INVISIBLE_MODES = (3, 7)
_UPRIGHT = 2.0
"""Degrees by which upright text may lean."""
_BOX = 4
"""Floats of a rectangle."""

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
ToShown = Callable[[float, float], Point]


def read_pages(path: Path) -> Iterator[PageGeometry]:
    """Every page of the file at ``path``. Raises ``pypdfium2.PdfiumError`` where it cannot be opened or loaded."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        for index in range(len(document)):
            yield read_page(document, index)


def read_page(document: Any, index: int) -> PageGeometry:
    """Page ``index`` (from 0) of a ``pypdfium2.PdfDocument``."""
    page = document[index]
    try:
        frame = _Frame(page)
        chars = _read_chars(page, frame)
        shapes, images = _Objects(page, frame).read()
    finally:
        page.close()
    width, height = frame.size
    return PageGeometry(number=index + 1, width=width, height=height, chars=chars, shapes=shapes, images=images)


class _Frame:
    """The part of a page that is shown, and how its points get from the file's coordinates to there."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium

        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(bounds))
        self.left, self.bottom, self.right, self.top = bounds.left, bounds.bottom, bounds.right, bounds.top
        self.rotation = int(page.get_rotation()) % 360
        width, height = self.right - self.left, self.top - self.bottom
        self.size: Point = (height, width) if self.rotation in (90, 270) else (width, height)

    def to_shown(self) -> ToShown:
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        ways: dict[int, ToShown] = {
            0: lambda x, y: (x - left, top - y),
            90: lambda x, y: (y - bottom, x - left),
            180: lambda x, y: (right - x, y - bottom),
            270: lambda x, y: (top - y, right - x),
        }
        return ways[self.rotation]

    def columns_to_shown(self, x0: list[float], y1: list[float], x1: list[float], y0: list[float]) -> list[list[float]]:
        """Lists of sides in the file's coordinates as lists of ``x0, top, x1, bottom`` as shown."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        from_left = [x - left for x in x0], [x - left for x in x1]
        from_right = [right - x for x in x1], [right - x for x in x0]
        from_top = [top - y for y in y1], [top - y for y in y0]
        from_bottom = [y - bottom for y in y0], [y - bottom for y in y1]
        across, down = {
            0: (from_left, from_top),
            90: (from_bottom, from_left),
            180: (from_right, from_bottom),
            270: (from_top, from_right),
        }[self.rotation]
        return [across[0], down[0], across[1], down[1]]


def _read_chars(page: Any, frame: _Frame) -> list[Char]:
    import pypdfium2.raw as pdfium

    text_page = pdfium.FPDFText_LoadPage(page.raw)
    if not text_page:
        return []
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        if count <= 0:
            return []
        codes = _codes(text_page, count)
        shown = [n for n, code in enumerate(codes) if (code > 0x20 and code not in _BLANK) or code in _HYPHENS]
        spaced = _after_space(text_page, codes, shown)
        sides = _loose_boxes(text_page, shown)
        styles = _styles(text_page, shown, frame)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    texts = [_HYPHENS.get(codes[n]) or chr(codes[n]) for n in shown]
    boxes = zip(*frame.columns_to_shown(*sides), strict=True)
    fitted = [_fit(box, size, style.turn) for box, (style, size) in zip(boxes, styles, strict=True)]
    return [
        Char(text, *box, size, style, after)
        for text, box, (style, size), after in zip(texts, fitted, styles, spaced, strict=True)
        if size > 0
    ]


def _fit(box: Box, size: float, turn: int | None) -> Box:
    """PDFium's boxes stand on the descent of the type and reach to its ascent; here they are one type size high."""
    x0, top, x1, bottom = box
    if turn == 0:
        return x0, bottom - size, x1, bottom
    if turn == 90:
        return x0, top, x0 + size, bottom
    if turn == 180:
        return x0, top, x1, top + size
    return (x1 - size, top, x1, bottom) if turn == 270 else box


_BLANK = frozenset({0x7F, 0x85, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF, 0xFFFF, *range(0x2000, 0x2010)})
"""White space and signs without a shape."""


_SPACES = frozenset({0x20, 0xA0})


def _codes(text_page: Any, count: int) -> Sequence[int]:
    """A code for each character: in one call, or one by one where some have none and the two would not line up."""
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    codes: list[int] = buffer[:written]
    if written == count and not any(0xD800 <= code < 0xE000 for code in codes):
        return codes
    read = pdfium.FPDFText_GetUnicode
    return [read(text_page, n) for n in range(count)]


def _after_space(text_page: Any, codes: Sequence[int], numbers: Sequence[int]) -> list[bool]:
    """Whether the file itself has a space before each of these characters; PDFium adds others where a gap is wide."""
    import pypdfium2.raw as pdfium

    read = pdfium.FPDFText_IsGenerated
    return [n > 0 and codes[n - 1] in _SPACES and read(text_page, n - 1) == 0 for n in numbers]


def _loose_boxes(text_page: Any, numbers: Sequence[int]) -> tuple[list[float], list[float], list[float], list[float]]:
    """``left, top, right, bottom`` of each character, in the file's coordinates."""
    import pypdfium2.raw as pdfium

    boxes = (pdfium.FS_RECTF * len(numbers))()
    width = ctypes.sizeof(pdfium.FS_RECTF)
    first = ctypes.addressof(boxes)
    read = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
        _address(pdfium.FPDFText_GetLooseCharBox)
    )
    places = range(first, first + width * len(numbers), width)
    for _ in map(read, repeat(_address(text_page)), numbers, places):
        pass
    flat: list[float] = memoryview(boxes).cast("B").cast("f").tolist()
    return flat[0::_BOX], flat[1::_BOX], flat[2::_BOX], flat[3::_BOX]


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _styles(text_page: Any, numbers: Sequence[int], frame: _Frame) -> list[tuple[Style, float]]:
    """The style and the type size of each character."""
    import pypdfium2.raw as pdfium

    read = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(_address(pdfium.FPDFText_GetTextObject))
    objects = list(map(read, repeat(_address(text_page)), numbers))
    first = dict(zip(reversed(objects), reversed(numbers), strict=True))
    colours = _Colours()
    known: dict[Style, Style] = {}
    styles = {pointer: _style(text_page, pointer, number, frame, colours) for pointer, number in first.items()}
    shared = {pointer: (known.setdefault(style, style), size) for pointer, (style, size) in styles.items()}
    return [shared[pointer] for pointer in objects]


def _style(text_page: Any, pointer: int | None, number: int, frame: _Frame, colours: "_Colours") -> tuple[Style, float]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pointer or not pdfium.FPDFText_GetMatrix(text_page, number, ctypes.byref(matrix)):
        return Style("", 0), 0.0
    text = ctypes.cast(pointer, pdfium.FPDF_PAGEOBJECT)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(text, ctypes.byref(size))
    seen = pdfium.FPDFTextObj_GetTextRenderMode(text) not in _INVISIBLE_MODES
    turn = _turn(matrix.a, matrix.b, frame)
    return Style(_font_name(text), turn, colours.fill(text), seen), abs(size.value) * math.hypot(matrix.c, matrix.d)


def _turn(a: float, b: float, frame: _Frame) -> int | None:
    angle = (frame.rotation - math.degrees(math.atan2(b, a))) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < _UPRIGHT else None


def _font_name(text: Any) -> str:
    import pypdfium2.raw as pdfium

    font = pdfium.FPDFTextObj_GetFont(text)
    name = ctypes.create_string_buffer(256)
    if not font or not pdfium.FPDFFont_GetBaseFontName(font, name, len(name)):
        return ""
    return without_subset(name.value.decode("utf-8", "replace"))


class _Colours:
    """Reads the colours of objects: ``#rrggbb``, or ``None`` for none and for full transparency."""

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
        red, green, blue, alpha = (part.value for part in self._parts)
        return f"#{red:02x}{green:02x}{blue:02x}" if found and alpha else None


class _Objects:
    """The shapes and pictures of one page, found by walking its objects and the forms among them."""

    def __init__(self, page: Any, frame: _Frame) -> None:
        self._page = page
        self._frame = frame
        self._to_shown = frame.to_shown()
        self._colours = _Colours()
        self._left = _MOST_OBJECTS
        self._shapes: list[Shape] = []
        self._images: list[Box] = []

    def read(self) -> tuple[list[Shape], list[Box]]:
        import pypdfium2.raw as pdfium

        raw = self._page.raw
        count = pdfium.FPDFPage_CountObjects(raw)
        self._walk(map(pdfium.FPDFPage_GetObject, repeat(raw), range(count)), _IDENTITY, 0)
        return self._shapes, self._images

    def _walk(self, things: Iterator[Any], outer: Matrix, depth: int) -> None:
        import pypdfium2.raw as pdfium

        kind_of = pdfium.FPDFPageObj_GetType
        for thing in things:
            self._left -= 1
            if self._left < 0 or len(self._shapes) > MOST_SHAPES:
                return
            kind = kind_of(thing)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._add_path(thing, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
                matrix = _multiply(_matrix(thing), outer)
                self._images.append(points_to_box([self._to_shown(*_apply(matrix, corner)) for corner in corners]))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = pdfium.FPDFFormObj_CountObjects(thing)
                inner = map(pdfium.FPDFFormObj_GetObject, repeat(thing), range(max(count, 0)))
                self._walk(inner, _multiply(_matrix(thing), outer), depth + 1)

    def _add_path(self, path: Any, outer: Matrix) -> None:
        import pypdfium2.raw as pdfium

        count = pdfium.FPDFPath_CountSegments(path)
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not 2 <= count <= _MOST_SEGMENTS or not pdfium.FPDFPath_GetDrawMode(
            path, ctypes.byref(mode), ctypes.byref(stroke)
        ):
            return
        fill_colour = self._colours.fill(path) if mode.value else None
        stroke_colour = self._colours.stroke(path) if stroke.value else None
        if fill_colour is None and stroke_colour is None:
            return
        matrix = _multiply(_matrix(path), outer)
        for points, curved, closed in _subpaths(path, count):
            shown = tuple(self._to_shown(*_apply(matrix, point)) for point in points)
            filled = fill_colour is not None
            kind = path_to_kind(shown, curved=curved, closed=closed or filled)
            self._shapes.append(
                Shape(kind, points_to_box(shown), shown, filled, stroke_colour is not None, fill_colour, stroke_colour)
            )


def _subpaths(path: Any, count: int) -> Iterator[tuple[list[Point], bool, bool]]:
    """Each stretch drawn without lifting the pen: its points, whether it bends, whether it closes."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    points: list[Point] = []
    curved = closed = False
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, at_x, at_y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curved, closed
            points, curved, closed = [], False, False
        points.append((x.value, y.value))
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetClose(segment):
            closed = True
            if points[0] != points[-1]:
                points.append(points[0])
    if len(points) > 1:
        yield points, curved, closed


def _matrix(thing: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
